//! Rows of the tables that users keep, as they stand in the file.

use std::ops::Range;

use super::at_row::AtRow;
use super::fault::Fault;

/// A fault, and the row it stands in.
pub(super) type Wrong = (AtRow, Fault);

/// A row as it stands in the file.
#[derive(Debug)]
pub(super) struct RawRow {
    /// Where it stands.
    pub at: AtRow,
    /// Where it stands in the text of the file, in bytes.
    pub range: Range<usize>,
    /// Its cells, empty ones too.
    pub cells: Vec<RawCell>,
}

/// A cell as it stands in the file.
#[derive(Debug, Clone, Default)]
pub(super) struct RawCell {
    /// What is seen in it.
    pub text: String,
    /// What is written in it, seen or not.
    pub written: String,
    /// Whether the file holds it as a number: then its decimals are told from its thousands.
    pub is_number: bool,
    /// Whether something is written in it that is hidden or struck.
    pub is_unseen: bool,
    /// Whether it is a part of a merged cell, and says what that says.
    pub is_covered: bool,
}

impl RawCell {
    /// A cell of a text.
    pub fn text(text: String) -> Self {
        Self { text, ..Self::default() }
    }

    /// Whether nothing is written in it.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty() && !self.is_unseen
    }
}
