//! Where in a file of the user's something stands.

use crate::source::Place;

/// A row of a file of the user's: a line of a text, or a row of a worksheet. They are in the order of the file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct AtRow(At);

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum At {
    Line(u32),
    Row(Box<SheetRow>),
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct SheetRow {
    /// The number of the worksheet among those of the file.
    sheet: usize,
    row: u32,
    /// The name of the worksheet.
    name: String,
    /// The first cell of the row, as workbooks call it.
    cell: String,
}

impl AtRow {
    /// A line of a text, counted from 1.
    pub fn line_of_text(line: u32) -> Self {
        Self(At::Line(line))
    }

    /// The row in which a place is.
    pub(super) fn of(place: Place<'_>) -> Self {
        let origin = place.origin();
        let begun = place.document().worksheets();
        let sheet = begun.partition_point(|&begin| begin as usize <= place.offset());
        match (origin.worksheet, origin.cell) {
            (Some(name), Some(cell)) => {
                Self(At::Row(Box::new(SheetRow { sheet, row: origin.line, name: name.to_owned(), cell })))
            }
            _ => Self::line_of_text(origin.line),
        }
    }

    /// The line, or the row of the worksheet, counted from 1.
    pub fn line(&self) -> u32 {
        match &self.0 {
            At::Line(line) => *line,
            At::Row(own) => own.row,
        }
    }

    /// The name of the worksheet, and the first cell of the row as workbooks call it; none in a text.
    pub fn cell(&self) -> Option<(&str, &str)> {
        match &self.0 {
            At::Line(_) => None,
            At::Row(own) => Some((&own.name, &own.cell)),
        }
    }

    /// The name of the worksheet; none in a text.
    pub fn sheet(&self) -> Option<&str> {
        self.cell().map(|(name, _)| name)
    }
}
