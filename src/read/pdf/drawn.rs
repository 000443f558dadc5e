//! What is drawn on a page: letters and areas, how each is drawn, and in which direction it is seen.

use hayro_interpret::kurbo::{Point, Rect};
use hayro_interpret::{BlendMode, DrawProps, Paint};

use crate::read::colour::{Colour, PAPER, are_alike};
use crate::read::geometry::{Letter, Rule, Rules};

/// How thick a line may be, in points; thicker ones are areas.
pub const THICKEST: f64 = 2.5;
/// How long a line must be; shorter ones are dashes.
const SHORTEST: f64 = 6.0;
/// How far apart the dashes of a line are at most.
const DASHED: f64 = 6.0;
/// How far apart the borders of two cells are that touch: a line between them may be that thick.
const TOUCHING: f64 = 1.0;
/// How far the dashes of a line are out of it at most.
const LEVEL: f64 = 0.3;
/// The least width and height of a picture on which a line may be written, in points.
const WRITTEN: [f64; 2] = [30.0, 5.0];
/// How much of what is drawn shows at most, of 255, if nothing is seen of it.
const FAINTEST: u8 = 12;

/// How something is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ink {
    /// In one colour, and nothing shows through.
    Solid(Colour),
    /// So that nothing is seen of it.
    Clear,
    /// In several colours, or so that other things show through.
    Other,
}

impl Ink {
    /// That with which something is drawn; `is_plain` says that it is drawn upon the page itself, not upon a layer of which other things
    /// show through.
    pub fn of(props: &DrawProps<'_>, is_plain: bool) -> Self {
        let Paint::Color(colour) = &props.paint else { return Self::Other };
        let is_normal = is_plain && props.soft_mask.is_none() && matches!(props.blend_mode, BlendMode::Normal);
        Self::of_colour(colour.to_rgba().to_rgba8(), is_normal)
    }

    fn of_colour([red, green, blue, opacity]: [u8; 4], is_normal: bool) -> Self {
        match opacity {
            0..=FAINTEST => Self::Clear,
            u8::MAX if is_normal => Self::Solid([red, green, blue]),
            _ => Self::Other,
        }
    }
}

/// A letter, and how it is drawn.
#[derive(Debug, Clone)]
pub struct Inked {
    /// The letter.
    pub letter: Letter,
    /// How it is drawn.
    pub drawing: Drawing,
}

/// How letters are drawn that are drawn at once.
#[derive(Debug, Clone, Copy)]
pub struct Drawing {
    /// With what.
    pub ink: Ink,
    /// How many areas are drawn before them.
    pub areas: u32,
}

/// An area of a page that is filled, or a picture.
#[derive(Debug, Clone, Copy)]
pub struct Area {
    /// Where it is.
    pub place: Rect,
    /// How it is filled. A picture, and what is no rectangle, may leave out any part of the place.
    pub ink: Ink,
}

impl Area {
    /// Where it is, if it is a ground that is seen: left, top, right, bottom.
    pub fn ground(&self) -> Option<[f64; 4]> {
        let Rect { x0, y0, x1, y1 } = self.place;
        matches!(self.ink, Ink::Solid(colour) if !are_alike(colour, PAPER)).then_some([x0, y0, x1, y1])
    }

    /// The same, seen so that text in some direction goes from left to right.
    pub fn unturned(&self, quarter: usize) -> Self {
        Self { place: unturned_area(self.place, quarter), ..*self }
    }
}

/// The lines among some areas, seen so that text in some direction goes from left to right.
pub fn rules(areas: &[Rect], quarter: usize) -> Rules {
    let mut rules = Rules::default();
    for area in areas {
        let area = unturned_area(*area, quarter);
        let centre = area.center();
        // A dot may be of a line in either direction.
        if area.height() <= THICKEST {
            rules.rows.push(Rule { at: centre.y, span: [area.x0, area.x1] });
        }
        if area.width() <= THICKEST {
            rules.columns.push(Rule { at: centre.x, span: [area.y0, area.y1] });
        }
    }
    for rules in [&mut rules.rows, &mut rules.columns] {
        *rules = whole(std::mem::take(rules));
    }
    rules
}

/// Where pictures are on which a line may be written, seen so that text in some direction goes from left to right: left, top, right, bottom.
pub fn pictures(areas: &[Rect], quarter: usize) -> Vec<[f64; 4]> {
    let seen = areas.iter().map(|area| unturned_area(*area, quarter));
    let written = seen.filter(|area| area.width() >= WRITTEN[0] && area.height() >= WRITTEN[1]);
    written.map(|area| [area.x0, area.y0, area.x1, area.y1]).collect()
}

/// Lines that are long enough, in the order of where they are: dashes and dots become the lines that they are of, and so do the borders of
/// low cells that touch others.
fn whole(mut rules: Vec<Rule>) -> Vec<Rule> {
    rules.sort_by(|a, b| a.at.total_cmp(&b.at));
    let mut lines: Vec<Rule> = Vec::new();
    for own in rules.chunk_by_mut(|a, b| b.at - a.at <= LEVEL) {
        own.sort_by(|a, b| a.span[0].total_cmp(&b.span[0]));
        let mut parts: Vec<(Rule, bool)> = own.iter().map(|rule| (*rule, rule.length() < SHORTEST)).collect();
        parts.dedup_by(|(next, is_next_short), (line, is_short)| {
            let reach = match (*is_short, *is_next_short) {
                (true, true) => DASHED,
                (false, false) => return false,
                _ => TOUCHING,
            };
            let goes_on = next.span[0] - line.span[1] <= reach;
            if goes_on {
                line.span[1] = line.span[1].max(next.span[1]);
                *is_short &= *is_next_short;
            }
            goes_on
        });
        lines.extend(parts.into_iter().map(|(line, _)| line).filter(|line| line.length() >= SHORTEST));
    }
    lines.sort_by(|a, b| a.at.total_cmp(&b.at));
    lines
}

/// An area, seen so that text in some direction goes from left to right.
pub fn unturned_area(area: Rect, quarter: usize) -> Rect {
    let [from, to] = [Point::new(area.x0, area.y0), Point::new(area.x1, area.y1)];
    Rect::from_points(unturned(from, quarter), unturned(to, quarter))
}

/// A point, seen so that text in some direction goes from left to right.
pub fn unturned(point: Point, quarter: usize) -> Point {
    match quarter {
        0 => point,
        1 => Point::new(point.y, -point.x),
        2 => Point::new(-point.x, -point.y),
        _ => Point::new(-point.y, point.x),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::geometry::changes_at;

    #[test]
    fn dashes_and_dots_are_lines_and_marks_are_none() {
        let marks = |width: f64, step: f64, count: u32| -> Vec<Rect> {
            (0..count).map(|at| Rect::new(step * f64::from(at), 10.0, step * f64::from(at) + width, 10.5)).collect()
        };
        let lines = |areas: &[Rect]| rules(areas, 0).rows.iter().map(Rule::length).collect::<Vec<_>>();
        assert_eq!(lines(&marks(3.0, 6.0, 4)), [21.0]);
        assert_eq!(lines(&marks(0.5, 1.5, 11)), [15.5]);
        // The borders of low cells go on with those that they touch.
        let low = [[0.0, 9.0], [9.5, 14.0], [15.0, 19.0], [20.1, 25.0]].map(|[from, to]| Rect::new(from, 0.0, to, 0.5));
        assert_eq!(lines(&low), [19.0]);
        // A dot alone is no line in either direction.
        let dot = rules(&[Rect::new(0.0, 0.0, 0.5, 0.5)], 0);
        assert!(dot.rows.is_empty() && dot.columns.is_empty());
    }

    #[test]
    fn lines_are_thin_and_long() {
        let count = |width: f64, height: f64| {
            [rules(&[Rect::new(0.0, 0.0, width, height)], 0)].map(|own| (own.rows.len(), own.columns.len()))[0]
        };
        changes_at(THICKEST, [(1, 0), (0, 0)], |by| count(90.0, by));
        changes_at(THICKEST, [(0, 1), (0, 0)], |by| count(by, 90.0));
        changes_at(SHORTEST, [(0, 0), (1, 0)], |by| count(by, 0.5));
        changes_at(SHORTEST, [(0, 0), (0, 1)], |by| count(0.5, by));
    }

    #[test]
    fn the_parts_of_a_line_stand_near_and_level() {
        let length = |parts: [[f64; 2]; 2], lower: f64| {
            let [first, second] = parts.map(|[from, to]| Rect::new(from, 10.0, to, 10.5));
            let second = Rect::new(second.x0, second.y0 + lower, second.x1, second.y1 + lower);
            rules(&[first, second], 0).rows.iter().map(Rule::length).fold(0.0, f64::max).round()
        };
        // Of two dashes of four points, none is long enough.
        changes_at(DASHED, [14.0, 0.0], |by| length([[0.0, 4.0], [4.0 + by, 8.0 + by]], 0.0));
        // What is long enough for itself is none, and goes on only with what touches it.
        changes_at(SHORTEST, [13.0, 6.0], |by| length([[0.0, by], [by + 3.0, by + 7.0]], 0.0));
        changes_at(LEVEL, [12.0, 0.0], |by| length([[0.0, 4.0], [8.0, 12.0]], by));
        changes_at(TOUCHING, [14.0, 9.0], |by| length([[0.0, 9.0], [9.0 + by, 13.0 + by]], 0.0));
    }

    #[test]
    fn a_picture_on_which_a_line_may_be_written_is_as_wide_and_high_as_one() {
        let count = |width: f64, height: f64| pictures(&[Rect::new(0.0, 0.0, width, height)], 0).len();
        changes_at(WRITTEN[0], [0, 1], |by| count(by, 90.0));
        changes_at(WRITTEN[1], [0, 1], |by| count(90.0, by));
    }

    #[test]
    fn what_shows_little_is_not_seen() {
        let of = |opacity: u8| Ink::of_colour([1, 2, 3, opacity], true);
        assert_eq!([FAINTEST, FAINTEST + 1, u8::MAX - 1].map(of), [Ink::Clear, Ink::Other, Ink::Other]);
        assert_eq!(of(u8::MAX), Ink::Solid([1, 2, 3]));
        assert_eq!(Ink::of_colour([1, 2, 3, u8::MAX], false), Ink::Other, "upon a layer");
    }
}
