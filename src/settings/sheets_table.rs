//! Tables that users keep in the worksheets of a workbook → rows.

use super::at_row::AtRow;
use super::raw_row::{RawCell, RawRow};
use crate::source::{Block, Cell, Document, Mark};

/// A worksheet.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    /// Its name.
    pub name: String,
    /// Its filled rows.
    pub rows: Vec<RawRow>,
}

/// The worksheets of a document.
pub(super) fn sheets(document: &Document) -> Vec<Sheet> {
    let mut sheets: Vec<Sheet> = Vec::new();
    let mut last = None;
    for block in document.blocks().filter(|block| block.is_row()) {
        let begun = document.worksheets();
        let number = begun.partition_point(|&begin| begin as usize <= block.place.offset());
        let row = row(block);
        if last.replace(number) != Some(number) {
            let name = row.at.sheet().unwrap_or_default().to_owned();
            sheets.push(Sheet { name, rows: Vec::new() });
        }
        if let Some(sheet) = sheets.last_mut() {
            sheet.rows.push(row);
        }
    }
    sheets
}

fn row(block: Block<'_>) -> RawRow {
    let start = block.place.offset();
    let cell = |(seen, written): (Cell<'_>, Cell<'_>)| {
        let counts_in_part = seen.left_out().iter().any(|left_out| left_out.mark != Mark::Raised);
        RawCell {
            text: seen.place.words().trim().to_owned(),
            written: written.place.words().trim().to_owned(),
            is_number: seen.number().is_some(),
            is_unseen: counts_in_part || (seen.is_empty() && !written.is_empty()),
            is_covered: seen.is_covered(),
        }
    };
    let cells: Vec<RawCell> = block.cells().zip(block.as_written().cells()).map(cell).collect();
    // The place of what is filled tells the row, not that of an empty cell before.
    let first = block.as_written().cells().find(|cell| !cell.is_empty()).map_or(block.place, |cell| cell.place);
    RawRow { at: AtRow::of(first), range: start..start + block.place.raw().len(), cells }
}
