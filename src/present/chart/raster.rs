//! Pixels: the bitmap of plotters, but with our own text and with smooth polygons.
//!
//! Plotters' own text puts every letter on a whole pixel; this one lays a whole line out in fractions, and
//! only then writes pixels. How far a pixel is covered is rounded to sixteen levels, so that a picture
//! has few colours and its file is small.

use plotters::prelude::BitMapBackend;
use plotters_backend::text_anchor::HPos;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle,
};

use super::font;

type Fault = <BitMapBackend<'static> as DrawingBackend>::ErrorType;
type Drawn = Result<(), DrawingErrorKind<Fault>>;

/// How many levels of coverage there are, and how many samples of a pixel there are each way.
const LEVELS: f64 = 16.0;
const SAMPLES: i32 = 4;

/// A bitmap to draw on.
pub struct Raster<'b>(BitMapBackend<'b>);

impl<'b> Raster<'b> {
    /// A bitmap of red, green and blue bytes.
    pub fn new(buffer: &'b mut [u8], size: (u32, u32)) -> Self {
        Self(BitMapBackend::with_buffer(buffer, size))
    }

    fn cover(&mut self, (x, y): (i32, i32), part: f64, colour: BackendColor) -> Drawn {
        let (width, height) = self.0.get_size();
        let is_inside = x >= 0 && y >= 0 && (x as u32) < width && (y as u32) < height;
        let level = (part * LEVELS).round() / LEVELS;
        if !is_inside || level <= 0.0 {
            return Ok(());
        }
        self.0.draw_pixel((x, y), BackendColor { alpha: colour.alpha * level.min(1.0), ..colour })
    }
}

impl DrawingBackend for Raster<'_> {
    type ErrorType = Fault;

    fn get_size(&self) -> (u32, u32) {
        self.0.get_size()
    }

    fn ensure_prepared(&mut self) -> Drawn {
        self.0.ensure_prepared()
    }

    fn present(&mut self) -> Drawn {
        self.0.present()
    }

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> Drawn {
        self.0.draw_pixel(point, color)
    }

    fn draw_rect<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S, fill: bool) -> Drawn {
        self.0.draw_rect(from, to, style, fill)
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, corners: I, style: &S) -> Drawn {
        let corners: Vec<BackendCoord> = corners.into_iter().collect();
        let xs = corners.iter().map(|corner| corner.0);
        let ys = corners.iter().map(|corner| corner.1);
        let (Some(left), Some(right)) = (xs.clone().min(), xs.max()) else { return Ok(()) };
        let (Some(top), Some(bottom)) = (ys.clone().min(), ys.max()) else { return Ok(()) };
        for y in top..=bottom {
            for x in left..=right {
                let part = coverage(&corners, x, y);
                self.cover((x, y), part, style.color())?;
            }
        }
        Ok(())
    }

    /// Draws a line of text, its baseline at the point.
    fn draw_text<T: BackendTextStyle>(&mut self, text: &str, style: &T, (x, y): BackendCoord) -> Drawn {
        let is_bold = matches!(style.style(), FontStyle::Bold);
        let (letters, width) = font::letters(text, is_bold);
        let size = style.size();
        let start = f64::from(x)
            - match style.anchor().h_pos {
                HPos::Left => 0.0,
                HPos::Center => width * size / 2.0,
                HPos::Right => width * size,
            };
        for (letter, at) in letters {
            let Some(outline) = font::outline(letter, is_bold, size, start + at * size, f64::from(y)) else { continue };
            let corner = outline.px_bounds().min;
            let mut drawn = Ok(());
            outline.draw(|dx, dy, part| {
                let point = (corner.x as i32 + dx.cast_signed(), corner.y as i32 + dy.cast_signed());
                if drawn.is_ok() {
                    drawn = self.cover(point, f64::from(part), style.color());
                }
            });
            drawn?;
        }
        Ok(())
    }

    fn estimate_text_size<T: BackendTextStyle>(
        &self,
        text: &str,
        style: &T,
    ) -> Result<(u32, u32), DrawingErrorKind<Fault>> {
        let width = font::letters(text, matches!(style.style(), FontStyle::Bold)).1 * style.size();
        Ok((width.ceil() as u32, style.size().ceil() as u32))
    }
}

/// How much of a pixel is inside a polygon.
fn coverage(corners: &[BackendCoord], x: i32, y: i32) -> f64 {
    let mut inside = 0;
    for row in 0..SAMPLES {
        for column in 0..SAMPLES {
            // In eighths of a pixel, so that a sample never lies on a corner.
            let sample = (8 * x + 2 * column + 1, 8 * y + 2 * row + 1);
            inside += i32::from(is_inside(corners, sample));
        }
    }
    f64::from(inside) / f64::from(SAMPLES * SAMPLES)
}

/// Whether a point, in eighths of a pixel, is inside a polygon: a line to the right crosses its edge an odd
/// number of times.
fn is_inside(corners: &[BackendCoord], (x, y): (i32, i32)) -> bool {
    let mut inside = false;
    for (at, &(x1, y1)) in corners.iter().enumerate() {
        let (x2, y2) = corners[(at + 1) % corners.len()];
        let (x1, y1, x2, y2) = (8 * x1, 8 * y1, 8 * x2, 8 * y2);
        if (y1 > y) != (y2 > y) {
            let left = i64::from(x - x1) * i64::from(y2 - y1);
            let right = i64::from(x2 - x1) * i64::from(y - y1);
            let is_left = if y2 > y1 { left < right } else { left > right };
            inside ^= is_left;
        }
    }
    inside
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slope_covers_half_of_the_pixels_that_it_crosses() {
        let triangle = [(0, 0), (8, 0), (0, 8)];
        assert!((coverage(&triangle, 0, 0) - 1.0).abs() < 1e-9);
        assert!((coverage(&triangle, 7, 7)).abs() < 1e-9);
        assert!((coverage(&triangle, 4, 3) - 0.5).abs() < 0.13);
    }
}
