//! The filled cells of sheets → lines.
//!
//! A row of a table becomes a line with its cells between tabs, a row in which only one cell has a text a paragraph, and
//! rows without anything one blank line. Columns without anything are left out; two tables beside each other, which
//! have the same header, are written one after the other.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::{Cell, Merged, Sheet};
use crate::read::form::{Reading, Refusal};
use crate::read::limits::Room;
use crate::source::{CellMark, Positions};

/// The sheets of a workbook as one text, each part of it with the cell where it stands.
///
/// # Errors
///
/// The text would be too large.
pub fn write(sheets: Vec<Sheet>) -> Result<Reading, Refusal> {
    let mut writer =
        Writer { text: String::new(), marks: Vec::new(), sheet: 0, above: Above::Nothing, room: Room::new() };
    let has_several = sheets.len() > 1;
    let mut names = Vec::with_capacity(sheets.len());
    for (at, mut sheet) in sheets.into_iter().enumerate() {
        writer.sheet = at;
        writer.blank_line();
        if has_several && !is_named_in_cells(&sheet) {
            writer.name_of_sheet(&sheet.name);
        }
        sheet.cells.sort_by_key(|cell| (cell.row, cell.column));
        sheet.cells.dedup_by_key(|cell| (cell.row, cell.column));
        fill_down(&mut sheet, &mut writer.room)?;
        writer.sheet(&sheet)?;
        names.push(sheet.name);
    }
    Ok(Reading { text: writer.text, positions: Positions::of_cells(names, writer.marks), ..Reading::default() })
}

/// Whether the first word of a sheet's name, which may be a code, stands in one of its cells as well.
fn is_named_in_cells(sheet: &Sheet) -> bool {
    let Some(word) = sheet.name.split_whitespace().next() else { return true };
    sheet.cells.iter().any(|cell| cell.text.contains(word))
}

/// Writes the text of cells that are merged downwards into each of their rows that has something else, too: such a
/// text holds for all of them. A share holds for one, and a heading over two rows is one heading.
fn fill_down(sheet: &mut Sheet, room: &mut Room) -> Result<(), Refusal> {
    let mut filled: Vec<Cell> = Vec::new();
    for merged in sheet.merged.iter().filter(|merged| merged.first.0 < merged.last.0) {
        let place = |cell: &Cell| (cell.row, cell.column);
        let Ok(at) = sheet.cells.binary_search_by_key(&merged.first, place) else { continue };
        let Cell { text, is_number, column, .. } = sheet.cells[at].clone();
        if text.ends_with('%') {
            continue;
        }
        let from = sheet.cells.partition_point(|cell| cell.row <= merged.first.0);
        let below = sheet.cells[from..].iter().take_while(|cell| cell.row <= merged.last.0);
        let mut row = merged.first.0;
        for cell in below {
            room.take(0, 1)?;
            if cell.row == row {
                continue;
            }
            row = cell.row;
            if sheet.cells.binary_search_by_key(&(row, column), place).is_err() {
                room.take(1, text.len())?;
                filled.push(Cell { row, column, text: text.clone(), is_number });
            }
        }
    }
    sheet.cells.append(&mut filled);
    sheet.cells.sort_by_key(|cell| (cell.row, cell.column));
    sheet.cells.dedup_by_key(|cell| (cell.row, cell.column));
    Ok(())
}

/// What stands on the line above.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Above {
    /// Nothing: it is blank, or there is none.
    Nothing,
    /// A paragraph.
    Line,
    /// A row of a table.
    Row,
}

struct Writer {
    text: String,
    marks: Vec<CellMark>,
    sheet: usize,
    above: Above,
    room: Room,
}

impl Writer {
    fn blank_line(&mut self) {
        if self.above != Above::Nothing {
            self.text.push('\n');
            self.above = Above::Nothing;
        }
    }

    /// The name of a sheet as its heading: it may be all that says whose rows they are.
    fn name_of_sheet(&mut self, name: &str) {
        self.mark(0, 0);
        let name = name.replace(['\t', '\n', '\r'], " ");
        self.text.extend(["## ", &name, "\n\n"]);
    }

    fn mark(&mut self, row: u32, column: u32) {
        let mark = CellMark { offset: self.text.len(), sheet: self.sheet, row: row + 1, column: column + 1 };
        self.marks.push(mark);
    }

    /// The cells of a sheet, one table after the other. They are as wide as the sheet, so that a column stays what it is
    /// where an empty row comes between.
    fn sheet(&mut self, sheet: &Sheet) -> Result<(), Refusal> {
        let columns: BTreeSet<u32> = sheet.cells.iter().map(|cell| cell.column).collect();
        let columns: Vec<u32> = columns.into_iter().collect();
        for band in bands(&sheet.cells) {
            self.blank_line();
            let cells = &sheet.cells[band];
            let starts = tables_beside(cells, &sheet.merged, &mut self.room)?;
            for (at, &start) in starts.iter().enumerate() {
                let end = starts.get(at + 1).copied().unwrap_or(u32::MAX);
                let columns: Vec<u32> =
                    columns.iter().copied().filter(|column| (start..end).contains(column)).collect();
                self.blank_line();
                self.table(cells, &columns)?;
            }
        }
        Ok(())
    }

    /// The rows of one table: those of its cells that stand in its columns.
    fn table(&mut self, cells: &[Cell], columns: &[u32]) -> Result<(), Refusal> {
        let mut row: Vec<&Cell> = Vec::new();
        for of_row in cells.chunk_by(|a, b| a.row == b.row) {
            row.clear();
            row.extend(of_row.iter().filter(|cell| columns.binary_search(&cell.column).is_ok()));
            match row[..] {
                [] => self.blank_line(),
                [only] if !is_figure(only) => self.line(&[only]),
                [label, value] if label.text.ends_with(':') && self.above != Above::Row => self.line(&[label, value]),
                _ => self.row(&row, columns)?,
            }
        }
        Ok(())
    }

    /// A paragraph. The first one after nothing is a heading. Right below a row of a table it may be one whose other
    /// cells are empty, and is not kept apart from it.
    fn line(&mut self, cells: &[&Cell]) {
        let (open, close) = match self.above {
            Above::Nothing if cells.len() == 1 => ("## ", ""),
            Above::Row => ("**", "**"),
            Above::Nothing => ("", ""),
            Above::Line => {
                self.blank_line();
                ("", "")
            }
        };
        let mut before = open;
        for cell in cells {
            self.mark(cell.row, cell.column);
            self.text.extend([before, &cell.text]);
            before = " ";
        }
        self.text += close;
        self.text.push('\n');
        self.above = Above::Line;
    }

    /// A row of a table. The border behind an only cell tells that it is one.
    fn row(&mut self, cells: &[&Cell], columns: &[u32]) -> Result<(), Refusal> {
        self.room.take(columns.len(), 0)?;
        let mut rest = cells.iter().peekable();
        for (at, &column) in columns.iter().enumerate() {
            if at > 0 {
                self.text.push('\t');
            }
            self.mark(cells[0].row, column);
            if let Some(cell) = rest.next_if(|cell| cell.column == column) {
                self.room.take(0, cell.text.len())?;
                self.text += &cell.text;
            }
        }
        self.text += if columns.len() == 1 { "\t\n" } else { "\n" };
        self.above = Above::Row;
        Ok(())
    }
}

/// Whether a cell is a number, or a text that is one: alone in its row it is what is left of the row of a table.
fn is_figure(cell: &Cell) -> bool {
    let is_of_figures = |c: char| c.is_ascii_digit() || matches!(c, ',' | '.' | '%' | ' ' | '-' | '−');
    cell.is_number || cell.text.chars().all(is_of_figures)
}

/// The stretches of cells between empty rows.
fn bands(cells: &[Cell]) -> impl Iterator<Item = Range<usize>> {
    let mut start = 0;
    cells.chunk_by(|a, b| b.row - a.row <= 1).map(move |band| {
        let range = start..start + band.len();
        start = range.end;
        range
    })
}

/// The first column of each of the tables that stand beside each other in a band of rows; for one table, 0. They are
/// kept apart by empty columns, and one of the rows is a header that they have in common.
fn tables_beside(cells: &[Cell], merged: &[Merged], room: &mut Room) -> Result<Vec<u32>, Refusal> {
    if stretches_of_columns(cells, &[]).len() < 2 {
        return Ok(vec![0]);
    }
    // Looking through them for each of many tables takes its time.
    room.take(0, merged.len())?;
    let stretches = stretches_of_columns(cells, merged);
    for row in cells.chunk_by(|a, b| a.row == b.row) {
        let mut headers = BTreeMap::<Vec<&str>, Vec<u32>>::new();
        for stretch in &stretches {
            let own = row.iter().filter(|cell| stretch.contains(&cell.column));
            let header: Vec<&str> = own.filter(|cell| !is_figure(cell)).map(|cell| &*cell.text).collect();
            if header.len() > 1 {
                headers.entry(header).or_default().push(stretch.start);
            }
        }
        if let Some(starts) = headers.values_mut().find(|starts| starts.len() > 1) {
            starts[0] = 0;
            return Ok(std::mem::take(starts));
        }
    }
    Ok(vec![0])
}

/// The stretches of columns in which a band has cells, or parts of merged ones.
fn stretches_of_columns(cells: &[Cell], merged: &[Merged]) -> Vec<Range<u32>> {
    let (Some(first), Some(last)) = (cells.first(), cells.last()) else { return Vec::new() };
    let is_here = |merged: &&Merged| merged.first.0 <= last.row && first.row <= merged.last.0;
    let of_merged = merged.iter().filter(is_here).map(|merged| (merged.first.1, merged.last.1));
    let of_cells = cells.iter().map(|cell| cell.column).collect::<BTreeSet<u32>>().into_iter();
    let mut columns: Vec<(u32, u32)> = of_cells.map(|column| (column, column)).chain(of_merged).collect();
    columns.sort_unstable();
    let mut stretches: Vec<Range<u32>> = Vec::new();
    for (from, to) in columns {
        match stretches.last_mut() {
            Some(stretch) if from <= stretch.end => stretch.end = stretch.end.max(to.saturating_add(1)),
            _ => stretches.push(from..to.saturating_add(1)),
        }
    }
    stretches
}
