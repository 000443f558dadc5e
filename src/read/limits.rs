//! How large a file may be, in one place, with the reasons.
//!
//! A plan is text of a few megabytes. What is a hundred times as large is another file, or one that was made to fill the
//! memory of whoever opens it: a package of a few megabytes can hold gigabytes when it is unpacked.

use super::refusal::Refusal;

/// The largest file that is read, in bytes: pictures can make a PDF or a document large, but no plan is a film.
pub const LARGEST_FILE: u64 = 256 << 20;

/// The largest part of a package when it is unpacked, in bytes: forty times the plan of a city. Sizes that a package
/// declares can lie, so it is counted while it is unpacked.
pub const LARGEST_PART: u64 = 64 << 20;

/// The most that is unpacked of all the parts of a package that are read, in bytes.
pub const LARGEST_UNPACKED: u64 = 256 << 20;

/// The most parts of a package: two for each sheet of the largest workbook.
pub const MOST_PARTS: usize = 20_000;

/// The most filled cells of a workbook: forty for each of fifty thousand rows.
pub const MOST_CELLS: usize = 2_000_000;

/// The most cells of a document of any form, and stretches of its lines: what is held of each takes twenty bytes.
pub const MOST_PARTS_OF_DOCUMENT: usize = 8_000_000;

/// The most text that is made of the cells of a document, in bytes: a shared text of one kilobyte may stand
/// in a million cells, and one cell be repeated as often.
pub const MOST_TEXT: usize = 64 << 20;

/// The most sheets of a workbook: one for each project of a large city.
pub const MOST_SHEETS: usize = 10_000;

/// The most merged cells of a sheet.
pub const MOST_MERGED: usize = 200_000;

/// The most envelopes, one in the other: a document that several people signed one after another.
pub const MOST_ENVELOPES: usize = 8;

/// The most pages of a PDF.
pub const MOST_PAGES: usize = 5_000;

/// The most letters and shapes of a PDF: twenty times those of a city's plan of a hundred pages.
pub const MOST_MARKS: u64 = 8_000_000;

/// The most letters and shapes of one page.
pub const MOST_MARKS_OF_PAGE: u64 = 1_000_000;

/// The most lines of one page.
pub const MOST_LINES_OF_PAGE: usize = 1_500;

/// The largest drawing of a page, or of what pages share, in bytes when it is unpacked.
pub const LARGEST_DRAWING: u64 = 6 << 20;

/// How long reading the pages of a document may take, all together, in seconds.
pub const LONGEST_SECONDS: u64 = 10;

/// The memory that the process may take that reads a PDF, in bytes.
pub const MEMORY: u64 = 1 << 30;

/// The room that is left for the cells of a workbook, or for what is made of a document.
#[derive(Debug)]
pub(super) struct Room {
    cells: usize,
    bytes: usize,
}

impl Room {
    /// The room of a document of any form.
    pub(super) fn of_document() -> Self {
        Self { cells: MOST_PARTS_OF_DOCUMENT, bytes: MOST_TEXT }
    }

    /// The room of one workbook.
    pub(super) fn new() -> Self {
        Self { cells: MOST_CELLS, bytes: MOST_TEXT }
    }

    /// Takes the room of `cells` cells with `bytes` bytes of text.
    ///
    /// # Errors
    ///
    /// There is no more.
    pub(super) fn take(&mut self, cells: usize, bytes: usize) -> Result<(), Refusal> {
        self.cells = self.cells.checked_sub(cells).ok_or(Refusal::TooLarge)?;
        self.bytes = self.bytes.checked_sub(bytes).ok_or(Refusal::TooLarge)?;
        Ok(())
    }
}
