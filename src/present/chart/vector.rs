//! SVG: rectangles, polygons and real text, in hundredths of a millimetre.

use std::convert::Infallible;
use std::fmt::Write;

use plotters_backend::text_anchor::HPos;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle,
};

use super::font;
use crate::present::table::is_bidirectional;

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

/// The body of an SVG to draw on.
pub struct Vector<'b> {
    body: &'b mut String,
    size: (u32, u32),
}

impl<'b> Vector<'b> {
    /// A body of a size.
    pub fn new(body: &'b mut String, size: (u32, u32)) -> Self {
        Self { body, size }
    }

    fn add(&mut self, line: std::fmt::Arguments<'_>) {
        let _ = self.body.write_fmt(line);
        self.body.push('\n');
    }
}

fn fill(colour: BackendColor) -> String {
    let (red, green, blue) = colour.rgb;
    format!("#{red:02x}{green:02x}{blue:02x}")
}

/// A text without the signs that mean something in XML, nor those that must not stand in it.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' => out.push('\n'),
            c if c.is_control() || is_bidirectional(c) => out.push('\u{FFFD}'),
            c => out.push(c),
        }
    }
    out
}

impl DrawingBackend for Vector<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, (x, y): BackendCoord, color: BackendColor) -> Drawn {
        self.add(format_args!(r#"<rect x="{x}" y="{y}" width="1" height="1" fill="{}"/>"#, fill(color)));
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S, _: bool) -> Drawn {
        let (width, height) = (to.0 - from.0, to.1 - from.1);
        let colour = fill(style.color());
        self.add(format_args!(
            r#"<rect x="{}" y="{}" width="{width}" height="{height}" fill="{colour}"/>"#,
            from.0, from.1
        ));
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, corners: I, style: &S) -> Drawn {
        let points: Vec<String> = corners.into_iter().map(|(x, y)| format!("{x},{y}")).collect();
        self.add(format_args!(r#"<polygon points="{}" fill="{}"/>"#, points.join(" "), fill(style.color())));
        Ok(())
    }

    /// A line of text, its baseline at the point; as long as it was measured, whatever font shows it.
    fn draw_text<T: BackendTextStyle>(&mut self, text: &str, style: &T, (x, y): BackendCoord) -> Drawn {
        let is_bold = matches!(style.style(), FontStyle::Bold);
        let anchor = match style.anchor().h_pos {
            HPos::Left => "",
            HPos::Center => r#" text-anchor="middle""#,
            HPos::Right => r#" text-anchor="end""#,
        };
        let weight = if is_bold { r#" font-weight="bold""# } else { "" };
        let length = (font::letters(text, is_bold).1 * style.size()).round();
        self.add(format_args!(
            r#"<text x="{x}" y="{y}" font-size="{:.1}"{weight}{anchor} fill="{}" textLength="{length}" lengthAdjust="spacingAndGlyphs">{}</text>"#,
            style.size(),
            fill(style.color()),
            escaped(text)
        ));
        Ok(())
    }

    fn estimate_text_size<T: BackendTextStyle>(
        &self,
        text: &str,
        style: &T,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let width = font::letters(text, matches!(style.style(), FontStyle::Bold)).1 * style.size();
        Ok((width.ceil() as u32, style.size().ceil() as u32))
    }
}
