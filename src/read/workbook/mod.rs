//! Workbooks, XLSX, ODS and XLS → text: a line for each row, its cells between tabs, and where each cell stands.
//!
//! Each form has its reader, which finds the filled cells of the sheets one by one and never makes room for what a file
//! declares: a sheet may say that it has a million rows, or repeat one of them as often. [`layout`] writes the cells as
//! lines. Sheets that are hidden are read like the others, after them: what is in them may belong to the plan, and where
//! it is a copy of what is seen, the first counts and the copy is told.

mod format;
mod layout;
mod number;
pub mod ods;
mod records;
pub mod xls;
pub mod xlsx;

use super::form::{Reading, Refusal};
use super::limits::{MOST_MERGED, MOST_SHEETS, Room};

/// The filled cells of a workbook.
#[derive(Debug)]
pub struct Workbook {
    sheets: Vec<Sheet>,
    room: Room,
}

/// A sheet of a workbook.
#[derive(Debug, Default)]
pub struct Sheet {
    name: String,
    is_hidden: bool,
    is_dropped: bool,
    cells: Vec<Cell>,
    merged: Vec<Merged>,
}

/// A filled cell. Rows and columns are counted from 0.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Cell {
    row: u32,
    column: u32,
    text: String,
    /// Whether it holds a number.
    is_number: bool,
}

/// Cells that are merged into one, from the first to the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Merged {
    first: (u32, u32),
    last: (u32, u32),
}

impl Merged {
    /// The cells from one to another, each a row and a column; none if that is but one, or none.
    pub fn new(first: (u32, u32), last: (u32, u32)) -> Option<Self> {
        (first.0 <= last.0 && first.1 <= last.1 && first != last).then_some(Self { first, last })
    }
}

impl Workbook {
    /// A workbook without sheets so far.
    pub fn new() -> Self {
        Self { sheets: Vec::new(), room: Room::new() }
    }

    /// Begins the next sheet.
    ///
    /// # Errors
    ///
    /// There are too many.
    pub fn begin_sheet(&mut self, name: String, is_hidden: bool) -> Result<(), Refusal> {
        if self.sheets.len() >= MOST_SHEETS {
            return Err(Refusal::TooLarge);
        }
        self.sheets.push(Sheet { name, is_hidden, ..Sheet::default() });
        Ok(())
    }

    /// Leaves the sheet that was begun last out: what follows of it belongs to none.
    pub fn drop_sheet(&mut self) {
        if let Some(sheet) = self.sheets.last_mut() {
            sheet.is_dropped = true;
        }
    }

    /// Adds a cell to the sheet that was begun last. One of nothing but space is none.
    ///
    /// # Errors
    ///
    /// There are too many.
    pub fn push(&mut self, (row, column): (u32, u32), text: &str, is_number: bool) -> Result<(), Refusal> {
        let text = text.trim();
        let Some(sheet) = self.sheets.last_mut().filter(|_| !text.is_empty()) else { return Ok(()) };
        self.room.take(1, text.len())?;
        let text = text.replace(['\t', '\n', '\r'], " ");
        sheet.cells.push(Cell { row, column, text, is_number });
        Ok(())
    }

    /// Adds merged cells to the sheet that was begun last.
    ///
    /// # Errors
    ///
    /// There are too many.
    pub fn merge(&mut self, merged: Option<Merged>) -> Result<(), Refusal> {
        let (Some(sheet), Some(merged)) = (self.sheets.last_mut(), merged) else { return Ok(()) };
        if sheet.merged.len() >= MOST_MERGED {
            return Err(Refusal::TooLarge);
        }
        sheet.merged.push(merged);
        Ok(())
    }

    /// The text of the workbook.
    ///
    /// # Errors
    ///
    /// It has no filled cell, or too many.
    pub fn into_reading(mut self) -> Result<Reading, Refusal> {
        self.sheets.retain(|sheet| !sheet.cells.is_empty() && !sheet.is_dropped);
        if self.sheets.is_empty() {
            return Err(Refusal::NoCells);
        }
        self.sheets.sort_by_key(|sheet| sheet.is_hidden);
        layout::write(self.sheets)
    }
}
