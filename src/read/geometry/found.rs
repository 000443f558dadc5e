//! What is found on a page before all tables of the document together tell how their rows are divided.

use super::anchored::Anchored;
use super::habits::Habits;
use super::leading::Leadings;
use super::letter::{Rule, Rules};
use super::lines::Line;
use super::rows::Band;
use super::table::{Part, Table};
use crate::vocabulary::Vocabulary;

/// What a page holds, from the top.
#[derive(Debug)]
pub enum Found {
    /// A line of text.
    Text(Line),
    /// A table without its rows: they are in what stands between its ruled lines, and not divided yet.
    Table(Vec<Band>, Table),
}

impl Found {
    /// Where its last line stands.
    pub fn foot(&self) -> f64 {
        match self {
            Self::Text(line) => line.y,
            Self::Table(_, table) => table.y[1],
        }
    }

    /// Its parts of which all tables of the document together may tell more.
    pub fn open(&self) -> Vec<&Anchored> {
        match self {
            Self::Text(_) => Vec::new(),
            Self::Table(bands, _) => bands.iter().flat_map(Band::open).collect(),
        }
    }

    /// The same with its rows divided, as tables of the document are.
    pub fn divided(self, habits: &Habits) -> Part {
        match self {
            Self::Text(line) => Part::Text(line),
            Self::Table(bands, table) => {
                let rows = bands.into_iter().flat_map(|band| band.rows(habits)).collect();
                Part::Table(Table { rows, ..table })
            }
        }
    }
}

/// What is known of a page.
pub struct Around<'p> {
    /// The lines that are drawn on it.
    pub rules: &'p Rules,
    /// How far the lines of the document's paragraphs stand apart.
    pub leadings: &'p Leadings,
    /// The words by which headings are known.
    pub vocabulary: Vocabulary<'p>,
    /// Where its last line stands.
    pub foot: f64,
}

impl Around<'_> {
    /// Whether a drawn line stands between two lines of text, over the middle of the lower one.
    pub fn divides(&self, above: &Line, line: &Line) -> bool {
        let middle = line.x()[0].midpoint(line.x()[1]);
        let is_between = |rule: &Rule| above.y <= rule.at && rule.at < line.y;
        let rules = &self.rules.rows;
        let first = rules.partition_point(|rule| rule.at < above.y);
        rules[first..].iter().take_while(|rule| is_between(rule)).any(|rule| rule.passes(middle))
    }

    /// Where the first drawn line stands below some lines, over the middle of the last.
    pub fn rule_below(&self, lines: &[Line]) -> Option<f64> {
        let last = lines.last()?;
        let middle = last.x()[0].midpoint(last.x()[1]);
        let rules = &self.rules.rows;
        let first = rules.partition_point(|rule| rule.at < last.y);
        rules[first..].iter().find(|rule| rule.passes(middle)).map(|rule| rule.at)
    }

    /// Whether it ends with some lines.
    pub fn ends_with(&self, lines: &[Line]) -> bool {
        lines.last().is_some_and(|last| last.y >= self.foot)
    }
}
