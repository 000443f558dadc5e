//! A page as it is handed to geometry, drawn or printed.

use super::letter::Rules;
use super::lines::Line;
use crate::source::RemarkKind;

/// A page, seen so that most of its text goes from left to right.
#[derive(Debug, Default)]
pub struct Page {
    /// From where to where it goes, from the top.
    pub y: [f64; 2],
    /// Its lines, from the top.
    pub lines: Vec<Line>,
    /// The lines that are drawn on it.
    pub rules: Rules,
    /// What goes in other directions.
    pub beside: Vec<Line>,
    /// What is drawn and not seen.
    pub unseen: Vec<Line>,
    /// Where its lines are in a text, if it is printed.
    pub printed: Option<Printed>,
    /// What there is to know of it.
    pub remark: Option<RemarkKind>,
    /// Where pictures are: left, top, right, bottom.
    pub pictures: Vec<[f64; 4]>,
}

/// Where the lines of a printed page are in its text.
#[derive(Debug, Default)]
pub struct Printed {
    /// The heights of the lines, from the top, and their numbers in the page.
    pub numbers: Vec<(f64, u32)>,
    /// Whether the text has other pages.
    pub is_one_of_many: bool,
}
