//! What stands on a page: letters and ruled lines, from the top left of the page as it is read.

use std::num::NonZeroU16;

use compact_str::CompactString;

use super::tolerance::DOUBLE;

/// Stands for a letter that the document does not tell.
pub const UNKNOWN: &str = "\u{FFFD}";

/// A letter, or several that are drawn as one. Positions are in points, from the top left of the page as it is read.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Letter {
    /// What it says; nothing is known of it if the document does not tell.
    pub text: CompactString,
    /// Where it begins and ends.
    pub x: [f64; 2],
    /// The line on which it stands.
    pub y: f64,
    /// The size of its font.
    pub size: f64,
    /// Whether it is bold, as far as the document tells.
    pub bold: bool,
    /// Whether it is not seen: the text that a machine read off a picture.
    pub hidden: bool,
    /// The cell of a table in which it is, if the document tells.
    pub tag: Option<Tag>,
}

/// A cell of a table, as a document tells it besides what is seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tag {
    /// Which table it is of.
    pub table: u32,
    /// Which row.
    pub row: u32,
    /// Which cell of the row.
    pub column: u16,
    /// How many cells the row has.
    pub columns: NonZeroU16,
}

impl Letter {
    /// Its middle.
    pub fn centre(&self) -> f64 {
        self.x[0].midpoint(self.x[1])
    }

    /// Whether it says but a space.
    pub fn is_space(&self) -> bool {
        match self.text.as_bytes() {
            // Most letters are none, and known by a single byte.
            [b'!'..=b'~', ..] => false,
            _ => self.text.chars().all(char::is_whitespace),
        }
    }
}

/// A straight line, along one of the page's edges.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rule {
    /// Where it is across its direction.
    pub at: f64,
    /// From where to where it goes.
    pub span: [f64; 2],
}

impl Rule {
    /// Whether it passes some place beside it.
    pub fn passes(&self, place: f64) -> bool {
        self.span[0] <= place && place <= self.span[1]
    }

    /// How long it is.
    pub fn length(&self) -> f64 {
        self.span[1] - self.span[0]
    }
}

/// The rules of a page, horizontal and vertical ones.
#[derive(Debug, Clone, Default)]
pub struct Rules {
    /// Horizontal lines, from the top.
    pub rows: Vec<Rule>,
    /// Vertical lines, from the left.
    pub columns: Vec<Rule>,
}

/// Where lines are, in ascending order, without those that are one with the line before.
pub fn distinct(sorted: impl Iterator<Item = f64>) -> Vec<f64> {
    let mut distinct: Vec<f64> = Vec::new();
    for at in sorted {
        if distinct.last().is_none_or(|last| at - last > DOUBLE) {
            distinct.push(at);
        }
    }
    distinct
}

#[cfg(test)]
mod tests {
    use super::super::tolerance::tests::changes_at;
    use super::*;

    #[test]
    fn drawn_lines_that_are_near_are_one() {
        changes_at(DOUBLE, [1, 2], |by| distinct([50.0, 50.0 + by].into_iter()).len());
    }
}
