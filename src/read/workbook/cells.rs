//! The filled cells of a workbook's worksheets, as its reader finds them.

use std::ops::Range;

use crate::read::limits::{MOST_MERGED, MOST_SHEETS, Room};
use crate::read::refusal::Refusal;
use crate::read::seen::Seen;
use crate::source::{Mark, Marks, NumberFormat};

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
    /// The rows and columns that are hidden.
    pub hidden_rows: Vec<Range<u32>>,
    pub hidden_columns: Vec<Range<u32>>,
    /// Whether it is hidden.
    pub is_hidden: bool,
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
    /// What is written in it besides, and why it does not count.
    pub left_out: Vec<(Mark, String)>,
    /// How it is written.
    pub marks: Marks,
    /// How it shows its number, if it holds one.
    pub number: Option<NumberFormat>,
}

/// What a cell holds, as a reader finds it.
#[derive(Debug, Clone, Default)]
pub struct Value {
    /// What is seen.
    pub seen: Seen,
    /// How it shows its number, if it holds one.
    pub number: Option<NumberFormat>,
}

impl Value {
    /// A text in which nothing is left out.
    pub fn text(text: impl Into<String>) -> Self {
        Self { seen: Seen { text: text.into(), ..Seen::default() }, number: None }
    }

    /// A number, as it is shown.
    pub fn number(text: String, format: NumberFormat) -> Self {
        Self { number: Some(format), ..Self::text(text) }
    }

    /// The same with a mark on all of it.
    #[must_use]
    pub fn marked(mut self, mark: Mark, holds: bool) -> Self {
        if holds {
            self.seen.marks = self.seen.marks.with(mark);
        }
        self
    }
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

    /// Whether they are as few as anybody merges: a whole worksheet that is said to be one cell is none.
    pub fn is_credible(&self) -> bool {
        self.last.0 - self.first.0 < 10_000 && self.last.1 - self.first.1 < 256
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

    /// Takes in what a cell of the last worksheet holds, if anything.
    ///
    /// # Errors
    ///
    /// There is no room for it.
    pub fn push(&mut self, (row, column): (u32, u32), value: Value) -> Result<(), Refusal> {
        let Value { seen: Seen { text, marks, left_out }, number } = value;
        let text = text.trim();
        let is_empty = text.is_empty() && left_out.is_empty();
        let Some(worksheet) = self.worksheets.last_mut().filter(|_| !is_empty) else { return Ok(()) };
        self.room.take(1, text.len())?;
        let marks = marks.with_if(Mark::Lines, text.contains('\n'));
        let text = text.replace(['\t', '\r'], " ");
        worksheet.cells.push(Cell { row, column, text, left_out, marks, number });
        Ok(())
    }

    /// Keeps that rows, or columns, of the last worksheet are hidden.
    pub fn hide_rows(&mut self, rows: Range<u32>) {
        if let Some(worksheet) = self.worksheets.last_mut() {
            hide(&mut worksheet.hidden_rows, rows);
        }
    }

    /// Keeps that columns of the last worksheet are hidden.
    pub fn hide_columns(&mut self, columns: Range<u32>) {
        if let Some(worksheet) = self.worksheets.last_mut() {
            hide(&mut worksheet.hidden_columns, columns);
        }
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

/// Keeps a range behind those that were kept before, united with the last if it follows upon it.
fn hide(hidden: &mut Vec<Range<u32>>, range: Range<u32>) {
    match hidden.last_mut() {
        Some(last) if last.end == range.start => last.end = range.end,
        _ => hidden.push(range),
    }
}
