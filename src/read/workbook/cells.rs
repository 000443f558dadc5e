//! The filled cells of a workbook's worksheets, as its reader finds them.

use crate::read::limits::{MOST_MERGED, MOST_SHEETS, Room};
use crate::read::refusal::Refusal;
use crate::source::NumberFormat;

/// The filled cells of a workbook.
#[derive(Debug)]
pub struct Workbook {
    worksheets: Vec<Worksheet>,
    room: Room,
}

/// A worksheet.
#[derive(Debug, Default)]
pub struct Worksheet {
    /// Its name.
    pub name: String,
    /// Its filled cells, in the order of the file.
    pub cells: Vec<Cell>,
    /// The cells of it that are merged.
    pub merged: Vec<Merged>,
    is_hidden: bool,
    is_dropped: bool,
}

/// A filled cell. Rows and columns are counted from 0.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// Its row.
    pub row: u32,
    /// Its column.
    pub column: u32,
    /// What is seen in it.
    pub text: String,
    /// How it shows its number, if it holds one.
    pub number: Option<NumberFormat>,
}

/// Cells that are merged into one, from the first to the last, each a row and a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Merged {
    /// The first.
    pub first: (u32, u32),
    /// The last.
    pub last: (u32, u32),
}

impl Merged {
    /// The cells from one to another; none if that is but one, or none.
    pub fn new(first: (u32, u32), last: (u32, u32)) -> Option<Self> {
        (first.0 <= last.0 && first.1 <= last.1 && first != last).then_some(Self { first, last })
    }
}

impl Workbook {
    /// A workbook without worksheets so far.
    pub fn new() -> Self {
        Self { worksheets: Vec::new(), room: Room::new() }
    }

    /// Begins the next worksheet.
    ///
    /// # Errors
    ///
    /// There are too many.
    pub fn begin_worksheet(&mut self, name: String, is_hidden: bool) -> Result<(), Refusal> {
        if self.worksheets.len() >= MOST_SHEETS {
            return Err(Refusal::TooLarge);
        }
        self.worksheets.push(Worksheet { name, is_hidden, ..Worksheet::default() });
        Ok(())
    }

    /// Leaves the worksheet that was begun last out: what follows of it belongs to none.
    pub fn drop_worksheet(&mut self) {
        if let Some(worksheet) = self.worksheets.last_mut() {
            worksheet.is_dropped = true;
        }
    }

    /// Adds a cell to the worksheet that was begun last, and how it shows its number, if it holds one. One of nothing but
    /// space is none.
    ///
    /// # Errors
    ///
    /// There are too many.
    pub fn push(&mut self, (row, column): (u32, u32), text: &str, number: Option<NumberFormat>) -> Result<(), Refusal> {
        let text = text.trim();
        let Some(worksheet) = self.worksheets.last_mut().filter(|_| !text.is_empty()) else { return Ok(()) };
        self.room.take(1, text.len())?;
        let text = text.replace(['\t', '\n', '\r'], " ");
        worksheet.cells.push(Cell { row, column, text, number });
        Ok(())
    }

    /// Adds merged cells to the worksheet that was begun last.
    ///
    /// # Errors
    ///
    /// There are too many.
    pub fn merge(&mut self, merged: Option<Merged>) -> Result<(), Refusal> {
        let (Some(worksheet), Some(merged)) = (self.worksheets.last_mut(), merged) else { return Ok(()) };
        if worksheet.merged.len() >= MOST_MERGED {
            return Err(Refusal::TooLarge);
        }
        worksheet.merged.push(merged);
        Ok(())
    }

    /// Its worksheets that have a filled cell. Those that are hidden come last: what is in them may belong to the plan,
    /// and where it is a copy of what is seen, the first counts and the copy is told.
    ///
    /// # Errors
    ///
    /// There is none.
    pub fn filled(mut self) -> Result<Vec<Worksheet>, Refusal> {
        self.worksheets.retain(|worksheet| !worksheet.cells.is_empty() && !worksheet.is_dropped);
        if self.worksheets.is_empty() {
            return Err(Refusal::NoCells);
        }
        self.worksheets.sort_by_key(|worksheet| worksheet.is_hidden);
        Ok(self.worksheets)
    }
}
