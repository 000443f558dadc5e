//! A page on which the interpreter draws: it keeps the letters with where they stand, areas, ruled lines and pictures.

use compact_str::CompactString;
use hayro_interpret::font::{Glyph, GlyphRun};
use hayro_interpret::hayro_syntax::object::{Dict, String as Bytes};
use hayro_interpret::kurbo::{Affine, BezPath, PathEl, Point, Rect, Shape};
use hayro_interpret::{BlendMode, ClipPath, Device, DrawMode, DrawProps, Image, ImageDrawProps, SoftMask};

use super::drawn::{Area, Drawing, Ink, Inked, THICKEST};
use super::font::{KnownLetter, KnownLetters, is_bold};
use super::foreign::{Spent, own};
use super::outlined::is_letter;
use super::spot::Spot;
use crate::read::clock::Deadline;
use crate::read::colour::{PAPER, are_alike};
use crate::read::geometry::{Letter, Tag};

/// A page as it is drawn. It is a device, which the interpreter draws on.
#[derive(Debug)]
pub struct Canvas {
    /// The letters in each direction of writing, by quarters of a turn clockwise.
    pub letters: [Vec<Inked>; 4],
    /// What is filled, and pictures.
    pub areas: Vec<Area>,
    /// What is so thin that it is a line, or an edge of an area that is drawn.
    pub lines: Vec<Rect>,
    /// Those of them that are drawn with a thin stroke, too.
    pub thin: Vec<Rect>,
    /// Where pictures are.
    pub pictures: Vec<Rect>,
    /// The outlines that may be letters.
    pub outlines: Vec<Rect>,
    /// Whether the stroke is thick with which a path is being drawn.
    is_thick: bool,
    /// Outside of what nothing is seen, the last within those before.
    clips: Vec<Rect>,
    /// Of each of the layers that are being drawn, whether it lets other things show through, or hides parts of what is drawn.
    layers: Vec<bool>,
    /// What the text says that is being drawn, where the document tells it otherwise than by its letters.
    said: Vec<Option<CompactString>>,
    /// The cells of what is marked on the page, by its numbers, as the document tells them.
    cells: Vec<Option<Tag>>,
    /// The cells of what is marked and being drawn.
    marked: Vec<Option<Tag>>,
    /// The letters of the font with which something is being written, as far as they are known.
    known: KnownLetters,
    budget: Budget,
}

/// How much may still be drawn. A document may be made to be drawn for ever.
#[derive(Debug, Clone, Copy)]
pub struct Budget {
    /// How many letters and shapes.
    pub marks: u64,
    /// By when.
    pub until: Deadline,
}

/// How far the ends of a line along an edge may be apart across it, in points.
const STRAIGHT: f64 = 0.05;

impl Canvas {
    /// How much of the page is covered by pictures, in square points.
    pub fn pictured(&self) -> f64 {
        self.pictures.iter().map(Rect::area).sum()
    }

    /// An empty page, on which about as many letters will stand in each direction; the document tells the cells of what is marked on it.
    pub fn new(budget: Budget, letters: [usize; 4], cells: Vec<Option<Tag>>) -> Self {
        Self {
            letters: letters.map(Vec::with_capacity),
            areas: Vec::new(),
            lines: Vec::new(),
            thin: Vec::new(),
            is_thick: false,
            pictures: Vec::new(),
            outlines: Vec::new(),
            clips: Vec::new(),
            layers: Vec::new(),
            said: Vec::new(),
            cells,
            marked: Vec::new(),
            known: KnownLetters::default(),
            budget,
        }
    }

    /// What is left of the budget.
    pub fn budget(&self) -> Budget {
        self.budget
    }

    fn spend(&mut self) {
        self.budget.marks = self.budget.marks.saturating_sub(1);
        let is_late = self.budget.marks.is_multiple_of(1024) && self.budget.until.is_past();
        if self.budget.marks == 0 || is_late {
            std::panic::resume_unwind(Box::new(Spent));
        }
    }

    fn letter(&mut self, glyph: &Glyph<'_>, at: Affine, drawing: Drawing, (bold, hidden): (bool, bool)) {
        let known = self.known.letter(glyph.char_code(), || KnownLetter::of(glyph));
        own(|| {
            let Some(Spot { quarter, x, y, size }) = Spot::of(known.advance, at, self.clips.last()) else { return };
            let said = self.said.iter_mut().rev().find_map(Option::as_mut);
            // The whole is said once, at its first letter.
            let text = said.map_or_else(|| known.text.clone(), std::mem::take);
            let letter = Letter { text, x, y, size, bold, hidden, tag: self.marked.last().copied().flatten() };
            self.letters[quarter].push(Inked { letter, drawing });
        });
    }

    /// Takes in an area that is filled, as far as it can be seen.
    fn area(&mut self, place: Rect, ink: Ink) {
        let place = self.clips.last().map_or(place, |clip| place.intersect(*clip));
        if ink != Ink::Clear && place.area() > 0.0 {
            self.areas.push(Area { place, ink });
        }
    }

    fn ink(&self, props: &DrawProps<'_>) -> Ink {
        Ink::of(props, !self.layers.contains(&true))
    }

    /// Takes in an outline: where it is filled, the area if that is thin; where it is drawn, its sides.
    fn outline(&mut self, points: &[Point], is_filled: bool, ink: Ink) {
        let [first, .., _] = points else { return };
        if is_filled {
            let area = points.iter().fold(Rect::from_points(*first, *first), |area, point| area.union_pt(*point));
            // Borders may be all of a box, of which but an edge is seen.
            let seen = self.clips.last().map_or(area, |clip| area.intersect(*clip));
            if is_thin(area) {
                self.line(area, ink);
            } else if is_thin(seen) {
                if seen.width().min(seen.height()) > STRAIGHT {
                    self.line(seen, ink);
                }
            } else if is_rectangle(points) {
                self.area(seen, ink);
            } else {
                self.outlines.extend(is_letter(seen).then_some(seen));
                self.area(seen, Ink::Other);
            }
        } else {
            points.windows(2).for_each(|side| self.line(Rect::from_points(side[0], side[1]), ink));
        }
    }

    /// Takes in that a path is drawn, within some bounds; tells whether it is filled.
    fn begin_path(&mut self, props: &DrawProps<'_>, mode: &DrawMode, bounds: impl FnOnce() -> Rect) -> bool {
        self.spend();
        self.is_thick = false;
        if let DrawMode::Stroke(stroke) = mode {
            let thickness = f64::from(stroke.line_width) * props.transform.determinant().abs().sqrt();
            self.stroke(thickness, || props.transform.transform_rect_bbox(bounds()));
        }
        matches!(mode, DrawMode::Fill(_) | DrawMode::FillAndStroke(..))
    }

    /// Takes in how thick the stroke is with which a path is drawn: a thick one covers an area.
    fn stroke(&mut self, thickness: f64, path: impl FnOnce() -> Rect) {
        self.is_thick = thickness > THICKEST;
        if self.is_thick {
            let around = thickness / 2.0;
            self.area(path().inflate(around, around), Ink::Other);
        }
    }

    /// Takes in a line, if it is seen: what has the colour of paper is, upon something else.
    fn line(&mut self, place: Rect, ink: Ink) {
        /// More areas than stand one upon the other below a line.
        const MOST: usize = 500;
        let is_of_paper = |ink: Ink| matches!(ink, Ink::Solid(colour) if are_alike(colour, PAPER));
        let is_below = |area: &Area| {
            let shared = area.place.intersect(place.inflate(THICKEST, THICKEST));
            shared.area() > 0.0 && !is_of_paper(area.ink)
        };
        let is_seen = ink != Ink::Clear && (!is_of_paper(ink) || self.areas.iter().rev().take(MOST).any(is_below));
        if is_seen {
            self.lines.push(place);
            if !self.is_thick {
                self.thin.push(place);
            }
        }
    }
}

/// Whether an area is so thin that it is a line.
fn is_thin(area: Rect) -> bool {
    area.width().min(area.height()) <= THICKEST
}

/// Whether an outline is a rectangle along the edges of the page.
fn is_rectangle(points: &[Point]) -> bool {
    let is_straight = |side: &[Point]| (side[0].x - side[1].x).abs().min((side[0].y - side[1].y).abs()) <= STRAIGHT;
    let is_closed = |end: &Point| end.distance(points[0]) <= STRAIGHT;
    let corners = if points.len() == 5 && is_closed(&points[4]) { &points[..4] } else { points };
    let [a, _, c, _] = corners else { return false };
    let is_turning = (a.x - c.x).abs() > STRAIGHT && (a.y - c.y).abs() > STRAIGHT;
    is_turning && corners.windows(2).all(is_straight) && is_straight(&[corners[3], corners[0]])
}

impl<'a> Device<'a> for Canvas {
    fn draw_path(&mut self, path: &BezPath, props: DrawProps<'a>, mode: &DrawMode) {
        let is_filled = self.begin_path(&props, mode, || path.bounding_box());
        let is_one = path.elements().iter().filter(|element| matches!(element, PathEl::MoveTo(_))).count() == 1;
        let is_curved =
            path.elements().iter().any(|element| matches!(element, PathEl::QuadTo(..) | PathEl::CurveTo(..)));
        // Where one outline lies within another, it may be a hole.
        let ink = if is_one && !is_curved { self.ink(&props) } else { Ink::Other };
        let mut points: Vec<Point> = Vec::new();
        for element in path.elements() {
            match *element {
                PathEl::MoveTo(point) => {
                    own(|| self.outline(&points, is_filled, ink));
                    points.clear();
                    points.push(props.transform * point);
                }
                PathEl::LineTo(point) | PathEl::QuadTo(_, point) | PathEl::CurveTo(_, _, point) => {
                    points.push(props.transform * point);
                }
                PathEl::ClosePath => points.extend(points.first().copied()),
            }
        }
        own(|| self.outline(&points, is_filled, ink));
    }

    fn draw_rect(&mut self, rect: &Rect, props: DrawProps<'a>, mode: &DrawMode) {
        let is_filled = self.begin_path(&props, mode, || *rect);
        let ink = self.ink(&props);
        let Rect { x0, y0, x1, y1 } = *rect;
        let corners =
            [(x0, y0), (x1, y0), (x1, y1), (x0, y1), (x0, y0)].map(|corner| props.transform * Point::from(corner));
        own(|| self.outline(&corners, is_filled, ink));
    }

    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, mode: &DrawMode) {
        let is_stroked = matches!(mode, DrawMode::FillAndStroke(..) | DrawMode::Stroke(_));
        let is_hidden = matches!(mode, DrawMode::Invisible);
        let bold = is_stroked || run.glyphs().first().is_some_and(|glyph| is_bold(glyph));
        let ink = if is_stroked || is_hidden { Ink::Other } else { self.ink(&props) };
        let areas = u32::try_from(self.areas.len()).unwrap_or(u32::MAX);
        let drawing = Drawing { ink, areas };
        // Another font may have other letters by the same codes.
        self.known.clear();
        for glyph in run.glyphs() {
            self.spend();
            self.letter(glyph, props.transform * glyph.transform(), drawing, (bold, is_hidden));
        }
    }

    fn draw_image(&mut self, image: Image<'a, '_>, props: ImageDrawProps<'a>) {
        self.spend();
        let size = Rect::new(0.0, 0.0, f64::from(image.width()), f64::from(image.height()));
        let place = props.transform.transform_rect_bbox(size);
        self.pictures.push(place);
        self.area(place, Ink::Other);
    }

    fn begin_marked_content(&mut self, _: &[u8], properties: Option<&Dict<'_>>) {
        let said = properties.and_then(|properties| properties.get::<Bytes<'_>>(b"ActualText".as_slice()));
        self.said.push(said.map(|text| text_of(text.as_bytes()).into()));
        let number = properties.and_then(|properties| usize::try_from(properties.get::<i64>(b"MCID".as_slice())?).ok());
        self.marked.push(match number {
            Some(number) => self.cells.get(number).copied().flatten(),
            None => self.marked.last().copied().flatten(),
        });
    }

    fn end_marked_content(&mut self) {
        self.said.pop();
        self.marked.pop();
    }

    fn push_clip_path(&mut self, clip: &ClipPath) {
        let own = clip.path.bounding_box();
        self.clips.push(self.clips.last().map_or(own, |outer| outer.intersect(own)));
    }

    fn push_transparency_group(&mut self, opacity: f32, mask: Option<SoftMask<'a>>, blend: BlendMode) {
        self.layers.push(opacity < 1.0 || mask.is_some() || !matches!(blend, BlendMode::Normal));
    }

    fn pop_clip(&mut self) {
        self.clips.pop();
    }

    fn pop_transparency_group(&mut self) {
        self.layers.pop();
    }
}

/// A text string of a document: UTF-16 or UTF-8 with a mark, otherwise Latin.
fn text_of(bytes: &[u8]) -> String {
    let (encoding, bytes) = encoding_rs::Encoding::for_bom(bytes)
        .map_or((encoding_rs::WINDOWS_1252, bytes), |(e, mark)| (e, &bytes[mark..]));
    encoding.decode_without_bom_handling(bytes).0.into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::clock::Clock;
    use crate::read::geometry::changes_at;

    const CORNERS: [[f64; 2]; 4] = [[0.0, 0.0], [90.0, 0.0], [90.0, 50.0], [0.0, 50.0]];

    fn points(corners: &[[f64; 2]]) -> Vec<Point> {
        corners.iter().map(|[x, y]| Point::new(*x, *y)).collect()
    }

    fn canvas() -> Canvas {
        Canvas::new(Budget { marks: 9, until: Clock::stopped().deadline() }, [0; 4], Vec::new())
    }

    #[test]
    fn rectangles_are_straight_and_closed() {
        let is_rectangle = |corners: &[[f64; 2]]| is_rectangle(&points(corners));
        let with = |at: usize, x: f64, y: f64| {
            let mut corners = CORNERS;
            corners[at] = [corners[at][0] + x, corners[at][1] + y];
            is_rectangle(&corners)
        };
        for at in 0..4 {
            changes_at(STRAIGHT, [true, false], |by| with(at, by, 0.0));
            changes_at(STRAIGHT, [true, false], |by| with(at, 0.0, by));
        }
        changes_at(STRAIGHT, [true, false], |by| is_rectangle(&[&CORNERS[..], &[[by, 0.0]]].concat()));
        // They have a width and a height.
        changes_at(STRAIGHT, [false, true], |by| is_rectangle(&CORNERS.map(|[x, y]| [x * by / 90.0, y])));
        changes_at(STRAIGHT, [false, true], |by| is_rectangle(&CORNERS.map(|[x, y]| [x, y * by / 50.0])));
    }

    #[test]
    fn what_is_seen_of_a_box_is_a_line_if_it_is_thin_but_not_too_thin() {
        let drawn = |seen: Rect, height: f64| {
            let mut canvas = canvas();
            canvas.clips.push(seen);
            canvas.outline(&points(&CORNERS.map(|[x, y]| [x, y * height / 50.0])), true, Ink::Solid([0; 3]));
            (canvas.lines.len(), canvas.areas.len())
        };
        let page = Rect::new(0.0, 0.0, 500.0, 500.0);
        changes_at(THICKEST, [(1, 0), (0, 1)], |height| drawn(page, height));
        changes_at(THICKEST, [(1, 0), (0, 1)], |height| drawn(Rect::new(0.0, 0.0, 500.0, height), 50.0));
        changes_at(STRAIGHT, [(0, 0), (1, 0)], |height| drawn(Rect::new(0.0, 0.0, 500.0, height), 50.0));
    }

    #[test]
    fn a_line_of_the_colour_of_paper_is_seen_beside_something_else() {
        let count = |left: f64, top: f64| {
            let mut canvas = canvas();
            canvas.area(Rect::new(left, top, 200.0, 200.0), Ink::Solid([0; 3]));
            canvas.line(Rect::new(0.0, 0.0, 90.0, 1.0), Ink::Solid(PAPER));
            canvas.lines.len()
        };
        changes_at(THICKEST, [1, 0], |by| count(0.0, 1.0 + by));
        changes_at(THICKEST, [1, 0], |by| count(90.0 + by, 0.0));
    }

    #[test]
    fn thick_strokes_are_areas() {
        let drawn = |thickness: f64| {
            let mut canvas = canvas();
            let line = Rect::new(0.0, 50.0, 90.0, 50.0);
            canvas.stroke(thickness, || line);
            canvas.line(line, Ink::Solid([0; 3]));
            (canvas.thin.len(), canvas.areas.len())
        };
        changes_at(THICKEST, [(1, 0), (0, 1)], drawn);
    }
}
