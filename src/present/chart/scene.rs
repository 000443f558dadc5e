//! What a picture consists of: shapes and texts at places in millimetres, ready to be drawn.

use std::collections::BTreeSet;

use super::font;
use super::style::{Colour, EDGE, OVER, POINT, THIN, Type, UNDER, WHITE};
use super::words::printed;

/// Where a text stands with respect to its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// It begins there.
    Start,
    /// Its middle is there.
    Middle,
    /// It ends there.
    End,
}

/// Something to be drawn; later ones cover earlier ones.
#[derive(Debug, Clone, PartialEq)]
pub enum Item {
    /// A filled rectangle: left, top, right, bottom.
    Rect([f64; 4], Colour),
    /// A filled polygon.
    Polygon(Vec<[f64; 2]>, Colour),
    /// A text on a baseline.
    Text { words: String, x: f64, baseline: f64, anchor: Anchor, kind: Type },
}

/// A direction in which a triangle points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Points {
    /// Over.
    Up,
    /// Under.
    Down,
}

/// The items of a picture that is being composed.
#[derive(Debug, Clone, Default)]
pub struct Scene {
    /// What is to be drawn.
    pub items: Vec<Item>,
    /// Characters that the fonts lack.
    pub lacking: BTreeSet<char>,
}

impl Scene {
    /// A text on a baseline; how wide it is.
    pub fn text(&mut self, words: &str, x: f64, baseline: f64, anchor: Anchor, kind: Type) -> f64 {
        let words = font::drawable(&printed(words), &mut self.lacking).into_owned();
        let width = font::width(&words, kind);
        if !words.is_empty() {
            self.items.push(Item::Text { words, x, baseline, anchor, kind });
        }
        width
    }

    /// A filled rectangle.
    pub fn rect(&mut self, left: f64, top: f64, right: f64, bottom: f64, fill: Colour) {
        if right > left && bottom > top {
            self.items.push(Item::Rect([left, top, right, bottom], fill));
        }
    }

    /// A filled rectangle with a thin edge inside.
    pub fn edged(&mut self, left: f64, top: f64, right: f64, bottom: f64, fill: Colour) {
        self.rect(left, top, right, bottom, fill);
        self.frame(left, top, right, bottom, THIN, EDGE);
    }

    /// The edge of a rectangle, inside it.
    pub fn frame(&mut self, left: f64, top: f64, right: f64, bottom: f64, thickness: f64, colour: Colour) {
        self.rect(left, top, right, top + thickness, colour);
        self.rect(left, bottom - thickness, right, bottom, colour);
        self.rect(left, top, left + thickness, bottom, colour);
        self.rect(right - thickness, top, right, bottom, colour);
    }

    /// A horizontal line, below its place.
    pub fn across(&mut self, left: f64, right: f64, y: f64, thickness: f64, colour: Colour) {
        self.rect(left, y, right, y + thickness, colour);
    }

    /// A vertical line, its middle at its place.
    pub fn down(&mut self, x: f64, top: f64, bottom: f64, thickness: f64, colour: Colour) {
        self.rect(x - thickness / 2.0, top, x + thickness / 2.0, bottom, colour);
    }

    /// How far somebody goes on some days beyond a bar: a line to there, with a stroke at its end unless it goes on beyond.
    pub fn reaching(&mut self, [from, to]: [f64; 2], [top, bottom]: [f64; 2], is_beyond: bool) {
        const LINE: f64 = 0.5;
        self.across(from, to, f64::midpoint(top, bottom) - LINE / 2.0, LINE, OVER);
        if !is_beyond {
            self.down(to, top + 0.4, bottom - 0.4, LINE, OVER);
        }
    }

    /// What is missing of a bar: two dashed lines, or an outline where there is no room for dashes.
    pub fn hollow(&mut self, left: f64, top: f64, right: f64, bottom: f64) {
        const LINE: f64 = 0.25;
        const DASH: f64 = 1.6;
        const SPACE: f64 = 0.85;
        const SHORTEST: f64 = 3.0;
        if right - left < SHORTEST {
            return self.frame(left, top, right, bottom, LINE, UNDER);
        }
        let mut x = left;
        while x < right {
            let end = (x + DASH).min(right);
            self.rect(x, top, end, top + LINE, UNDER);
            self.rect(x, bottom - LINE, end, bottom, UNDER);
            x += DASH + SPACE;
        }
    }

    /// A rectangle with slanting lines and an edge.
    pub fn hatched(&mut self, left: f64, top: f64, right: f64, bottom: f64) {
        const LINE: f64 = 0.17;
        const PACE: f64 = 0.85;
        self.rect(left, top, right, bottom, WHITE);
        let height = bottom - top;
        let mut x = left - height + PACE / 2.0;
        while x < right {
            let stripe = [[x, bottom], [x + height, top], [x + height + LINE, top], [x + LINE, bottom]];
            let clipped = clip(&stripe, left, right);
            if clipped.len() > 2 {
                self.items.push(Item::Polygon(clipped, EDGE));
            }
            x += PACE;
        }
        self.frame(left, top, right, bottom, THIN, EDGE);
    }

    /// Two slanting white bands that cut a bar off.
    pub fn cut(&mut self, x: f64, top: f64, bottom: f64) {
        const BAND: f64 = 0.7;
        const PACE: f64 = 1.5;
        const SLANT: f64 = 1.7;
        for x in [x, x + PACE] {
            let band = vec![[x, bottom], [x + SLANT, top], [x + SLANT + BAND, top], [x + BAND, bottom]];
            self.items.push(Item::Polygon(band, WHITE));
        }
    }

    /// Two slightly slanting white bands that cut off what goes on above.
    pub fn torn(&mut self, left: f64, right: f64, y: f64) {
        const BAND: f64 = 0.5;
        const PACE: f64 = 1.1;
        const SLANT: f64 = 0.5;
        for y in [y, y + PACE] {
            let band = vec![[left, y + SLANT], [right, y], [right, y + BAND], [left, y + SLANT + BAND]];
            self.items.push(Item::Polygon(band, WHITE));
        }
    }

    /// A triangle that says over or under, its middle at `x`, with its foot or its top on the baseline.
    pub fn triangle(&mut self, x: f64, baseline: f64, points: Points, colour: Colour) {
        const HALF: f64 = 0.85;
        const HEIGHT: f64 = 1.5;
        let top = baseline - HEIGHT - 0.15;
        let bottom = baseline - 0.15;
        let corners = match points {
            Points::Up => vec![[x - HALF, bottom], [x + HALF, bottom], [x, top]],
            Points::Down => vec![[x - HALF, top], [x + HALF, top], [x, bottom]],
        };
        self.items.push(Item::Polygon(corners, colour));
    }
}

impl Item {
    /// The box of a text: left, top, right, bottom, from the height of a capital to the end of a tail.
    pub fn text_box(&self) -> Option<[f64; 4]> {
        let Self::Text { words, x, baseline, anchor, kind } = self else { return None };
        let width = font::width(words, *kind);
        let left = match anchor {
            Anchor::Start => *x,
            Anchor::Middle => x - width / 2.0,
            Anchor::End => x - width,
        };
        let tail = 0.24 * kind.size * POINT;
        Some([left, baseline - kind.cap_height(), left + width, baseline + tail])
    }
}

/// A convex polygon, as far as it is between two vertical lines.
fn clip(points: &[[f64; 2]], left: f64, right: f64) -> Vec<[f64; 2]> {
    let inside_left = cut_at(points, left, |x| x >= left);
    cut_at(&inside_left, right, |x| x <= right)
}

fn cut_at(points: &[[f64; 2]], at: f64, is_inside: impl Fn(f64) -> bool) -> Vec<[f64; 2]> {
    let mut kept = Vec::with_capacity(points.len() + 2);
    for (number, &[x, y]) in points.iter().enumerate() {
        let [next_x, next_y] = points[(number + 1) % points.len()];
        if is_inside(x) {
            kept.push([x, y]);
        }
        if is_inside(x) != is_inside(next_x) {
            kept.push([at, y + (next_y - y) * (at - x) / (next_x - x)]);
        }
    }
    kept
}
