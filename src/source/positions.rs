//! Where the parts of a text stand in the document that it was made of: on which page, in which cell.

use serde::{Deserialize, Serialize};

/// The positions of the parts of a text, in its order. None at all: the text is the document itself.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Positions {
    /// The names of the worksheets, or of the tables.
    worksheets: Vec<String>,
    /// Where in the text each part begins, in bytes, and where that is.
    marks: Vec<(u32, Position)>,
}

/// Where a part of a text stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Position {
    /// On a line of the document, or of one of its pages.
    Line {
        /// The page, counted from 1, if there are pages.
        page: Option<u32>,
        /// The line of the page or, without pages, of the document, counted from 1.
        line: u32,
    },
    /// On a page that is drawn.
    Drawn {
        /// The page, counted from 1.
        page: u32,
        /// The line of the page, counted from 1.
        line: u32,
        /// Where on the page.
        height: Height,
    },
    /// In a cell.
    Cell {
        /// The worksheet or table, as [`Positions::name`] numbers them.
        worksheet: u32,
        /// The row, counted from 1.
        row: u32,
        /// The column, counted from 1.
        column: u32,
    },
    /// Somewhere that has no number: in a document of a word processor outside its tables.
    Unnumbered,
}

/// Where on a page something stands, in thirds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Height {
    /// In the upper third.
    Top,
    /// In the middle.
    Middle,
    /// In the lower third.
    Bottom,
}

/// A cell as workbooks call it: `C12`.
pub(super) fn cell_name(row: u32, column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = column;
    while rest > 0 {
        let letter = u8::try_from((rest - 1) % 26).unwrap_or_default();
        letters.push(char::from(b'A' + letter));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect::<String>() + &row.to_string()
}

impl Positions {
    /// Takes in the name of a worksheet or table; its number.
    pub fn name(&mut self, worksheet: String) -> u32 {
        self.worksheets.push(worksheet);
        u32::try_from(self.worksheets.len() - 1).unwrap_or(u32::MAX)
    }

    /// Makes room for so many.
    pub fn reserve(&mut self, positions: usize) {
        self.marks.reserve(positions);
    }

    /// Takes in where the text stands that begins at an offset, in bytes, behind all that were taken in before.
    /// What has no number ends what is in cells, and needs no mark elsewhere.
    pub fn push(&mut self, offset: usize, position: Position) {
        let is_behind_cells = || matches!(self.marks.last(), Some((_, Position::Cell { .. })));
        if position == Position::Unnumbered && !is_behind_cells() {
            return;
        }
        self.marks.push((u32::try_from(offset).unwrap_or(u32::MAX), position));
    }

    /// Whether the document has pages.
    pub fn has_pages(&self) -> bool {
        matches!(self.marks.first(), Some((_, Position::Line { page: Some(_), .. } | Position::Drawn { .. })))
    }

    /// Whether the document has cells: it is a workbook, or a text with tables.
    pub fn has_cells(&self) -> bool {
        !self.worksheets.is_empty()
    }

    /// Where what begins at an offset stands; none if the text is the document itself.
    pub(super) fn at(&self, offset: usize) -> Option<Position> {
        let after = self.marks.partition_point(|&(begin, _)| begin as usize <= offset);
        let (_, position) = self.marks[..after].last().or(self.marks.first())?;
        Some(*position)
    }

    /// The name of a worksheet or table.
    pub(super) fn worksheet(&self, number: u32) -> Option<&str> {
        self.worksheets.get(number as usize).map(String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_have_the_names_that_workbooks_give_them() {
        let names = [(1, 1), (12, 3), (7, 26), (7, 27), (1, 16_384)].map(|(row, column)| cell_name(row, column));
        assert_eq!(names, ["A1", "C12", "Z7", "AA7", "XFD1"]);
    }

    #[test]
    fn what_begins_behind_a_mark_stands_there() {
        let mut positions = Positions::default();
        assert_eq!(positions.at(3), None);
        let line = |line| Position::Line { page: Some(1), line };
        positions.push(2, line(1));
        positions.push(9, line(2));
        assert_eq!([0, 2, 8, 9, 99].map(|offset| positions.at(offset)), [1, 1, 1, 2, 2].map(|at| Some(line(at))));
        assert!(positions.has_pages() && !positions.has_cells());
    }
}
