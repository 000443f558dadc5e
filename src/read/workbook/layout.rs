//! The filled cells of worksheets → blocks.
//!
//! A row of a table becomes a row, a row in which only one cell has a text a paragraph, and rows without anything one
//! blank line. Columns without anything are left out; two tables beside each other, which have the same header, are written
//! one after the other.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;

use super::cells::{Cell, Merged, Workbook, Worksheet};
use crate::read::builder::{Builder, Stretch};
use crate::read::limits::Room;
use crate::read::merged::{Form, FoundCell, Grid};
use crate::read::refusal::Refusal;
use crate::source::{Content, Mark, Marks, Position, Span};

/// What is in the worksheets of a workbook, one after the other.
///
/// # Errors
///
/// There is nothing in them, or too much.
pub fn content(workbook: Workbook) -> Result<Content, Refusal> {
    let worksheets = workbook.filled()?;
    let mut layout = Layout {
        builder: Builder::default(),
        number: 0,
        above: Above::Nothing,
        room: Room::new(),
        spans: HashMap::new(),
    };
    let has_several = worksheets.len() > 1;
    for mut worksheet in worksheets {
        layout.blank_line();
        let is_named = has_several && !worksheet.is_hidden && !is_named_in_cells(&worksheet);
        worksheet.cells.sort_by_key(|cell| (cell.row, cell.column));
        worksheet.cells.dedup_by_key(|cell| (cell.row, cell.column));
        fill_down(&mut worksheet, &mut layout.room)?;
        mark_hidden(&mut worksheet);
        layout.worksheet(worksheet, is_named)?;
    }
    layout.builder.finish()
}

/// Whether the first word of a worksheet's name, which may be a code, stands in one of its cells as well.
fn is_named_in_cells(worksheet: &Worksheet) -> bool {
    let Some(word) = worksheet.name.split_whitespace().next() else { return true };
    worksheet.cells.iter().any(|cell| cell.text.contains(word))
}

/// Gives what a merged cell says to every row that it covers and that has anything else, and takes out what is stored in the places
/// that it covers.
pub(super) fn fill_down(worksheet: &mut Worksheet, room: &mut Room) -> Result<(), Refusal> {
    let place = |cell: &Cell| (cell.row, cell.column);
    let mut covered: BTreeSet<(u32, u32)> = BTreeSet::new();
    let mut filled: Vec<Cell> = Vec::new();
    worksheet.merged.retain(Merged::is_credible);
    for merged in &worksheet.merged {
        let columns = merged.first.1..=merged.last.1;
        let from = worksheet.cells.partition_point(|cell| cell.row < merged.first.0);
        let inside = worksheet.cells[from..].iter().take_while(|cell| cell.row <= merged.last.0);
        let (mut row, first) = (merged.first.0, worksheet.cells.binary_search_by_key(&merged.first, place).ok());
        for cell in inside {
            room.take(0, 1)?;
            if columns.contains(&cell.column) {
                if place(cell) != merged.first {
                    covered.insert(place(cell));
                }
            } else if cell.row != row
                && let Some(first) = first
            {
                row = cell.row;
                let own = &worksheet.cells[first];
                room.take(1, own.text.len())?;
                filled.push(Cell { row, marks: own.marks.with(Mark::Covered), left_out: Vec::new(), ..own.clone() });
            }
        }
    }
    worksheet.cells.retain(|cell| !covered.contains(&place(cell)));
    worksheet.cells.append(&mut filled);
    worksheet.cells.sort_by_key(place);
    worksheet.cells.dedup_by_key(|cell| (cell.row, cell.column));
    Ok(())
}

/// Marks the cells of hidden rows and columns, and all of a hidden worksheet.
pub(super) fn mark_hidden(worksheet: &mut Worksheet) {
    let Worksheet { cells, hidden_rows, hidden_columns, is_hidden, .. } = worksheet;
    if !*is_hidden && hidden_rows.is_empty() && hidden_columns.is_empty() {
        return;
    }
    let is_in = |ranges: &[Range<u32>], at: u32| {
        let next = ranges.partition_point(|range| range.end <= at);
        ranges.get(next).is_some_and(|range| range.contains(&at))
    };
    for cell in cells {
        if *is_hidden || is_in(hidden_rows, cell.row) || is_in(hidden_columns, cell.column) {
            cell.marks = cell.marks.with(Mark::Hidden);
        }
    }
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

struct Layout {
    builder: Builder,
    /// The number of the worksheet.
    number: u32,
    above: Above,
    room: Room,
    /// Over how many rows and columns the merged cells of the worksheet go, by their places.
    spans: HashMap<(u32, u32), Span>,
}

impl Layout {
    fn blank_line(&mut self) {
        if self.above != Above::Nothing {
            self.builder.blank();
            self.above = Above::Nothing;
        }
    }

    fn position(&self, row: u32, column: u32) -> Position {
        Position::Cell { worksheet: self.number, row: row.saturating_add(1), column: column.saturating_add(1) }
    }

    /// The cells of a worksheet, one table after the other; its name as their heading, if that may be all that says whose
    /// rows they are. Tables are as wide as the worksheet, so that a column stays what it is where an empty row comes between.
    fn worksheet(&mut self, worksheet: Worksheet, is_named: bool) -> Result<(), Refusal> {
        let Worksheet { name, cells, merged, .. } = worksheet;
        self.number = self.builder.name(name.clone());
        self.builder.begin_worksheet();
        let span = |merged: &Merged| Span {
            rows: merged.last.0 - merged.first.0 + 1,
            columns: merged.last.1 - merged.first.1 + 1,
        };
        self.spans = merged.iter().map(|merged| (merged.first, span(merged))).collect();
        if is_named {
            let position = Some(self.position(0, 0));
            self.builder.heading(&[Stretch { position, ..Stretch::plain(&name) }]);
            self.builder.blank();
        }
        let columns: BTreeSet<u32> = cells.iter().map(|cell| cell.column).collect();
        let columns: Vec<u32> = columns.into_iter().collect();
        for band in bands(&cells) {
            self.blank_line();
            let cells = &cells[band];
            let starts = tables_beside(cells, &merged, &mut self.room)?;
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
        let mut grid = Grid::new(Form::Workbook);
        let mut row: Vec<&Cell> = Vec::new();
        for of_row in cells.chunk_by(|a, b| a.row == b.row) {
            row.clear();
            row.extend(of_row.iter().filter(|cell| columns.binary_search(&cell.column).is_ok()));
            match row[..] {
                [] => self.blank_line(),
                // A line that is not seen is none.
                [only] if only.marks.is_unseen() && !is_figure(only) => self.blank_line(),
                [only] if !is_figure(only) => self.line(&[only]),
                [label, value] if label.text.ends_with(':') && self.above != Above::Row => self.line(&[label, value]),
                _ => self.row(&mut grid, &row, columns)?,
            }
            if self.builder.is_full() {
                return Err(Refusal::TooLarge);
            }
        }
        Ok(())
    }

    /// A paragraph. The first one after nothing is a heading. Right below a row of a table it may be one whose other
    /// cells are empty, and is not kept apart from it; but it may begin something, as what is bold does.
    fn line(&mut self, cells: &[&Cell]) {
        let is_heading = self.above == Above::Nothing && cells.len() == 1;
        let marks = Marks::default().with_if(Mark::Bold, self.above == Above::Row);
        if self.above == Above::Line {
            self.blank_line();
        }
        let mut stretches = Vec::with_capacity(2 * cells.len());
        for cell in cells {
            let marks = marks.and(cell.marks.without(Mark::Lines));
            if !stretches.is_empty() {
                stretches.push(Stretch::plain(" "));
            }
            let position = Some(self.position(cell.row, cell.column));
            stretches.push(Stretch { text: &cell.text, marks, position });
        }
        if is_heading {
            self.builder.heading(&stretches);
        } else {
            self.builder.text(&stretches);
        }
        self.above = Above::Line;
    }

    /// A row of a table.
    fn row(&mut self, grid: &mut Grid, cells: &[&Cell], columns: &[u32]) -> Result<(), Refusal> {
        self.room.take(columns.len(), cells.iter().map(|cell| cell.text.len()).sum())?;
        let mut rest = cells.iter().peekable();
        let found = columns.iter().map(|&column| {
            let cell = rest.next_if(|cell| cell.column == column);
            let position = Some(self.position(cells[0].row, column));
            let Some(cell) = cell.map(|cell| (*cell).clone()) else {
                return FoundCell { position, ..FoundCell::default() };
            };
            let Cell { text, left_out, marks, number, .. } = cell;
            let span = self.spans.get(&(cell.row, cell.column)).copied().unwrap_or_default();
            FoundCell { text, left_out, marks, number, span, position, is_covered: false }
        });
        let found = found.collect();
        self.builder.row(grid, found);
        self.above = Above::Row;
        Ok(())
    }
}

/// Whether a cell is a number, or a text that is one: alone in its row it is what is left of the row of a table.
fn is_figure(cell: &Cell) -> bool {
    let is_of_figures = |c: char| c.is_ascii_digit() || matches!(c, ',' | '.' | '%' | ' ' | '-' | '−');
    cell.number.is_some() || cell.text.chars().all(is_of_figures)
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

#[cfg(test)]
mod tests {
    use super::super::cells::Value;
    use super::*;
    use crate::read::builder::testing::shown;
    use crate::source::{Cell, Document, NumberFormat};

    /// A workbook of worksheets, each a name and its cells: `B2=text`, numbers with a `#` before them.
    fn workbook(worksheets: &[(&str, &[&str])]) -> Workbook {
        let mut workbook = Workbook::new();
        for (name, cells) in worksheets {
            workbook.begin_worksheet((*name).to_owned(), name.starts_with('_')).unwrap();
            for cell in *cells {
                let (place, text) = cell.split_once('=').unwrap();
                let column = u32::from(place.as_bytes()[0] - b'A');
                let row = place[1..].parse::<u32>().unwrap() - 1;
                let number = text.strip_prefix('#');
                let format = number.map(|_| NumberFormat::Plain);
                let text = number.unwrap_or(text).to_owned();
                let value =
                    format.map_or_else(|| Value::text(text.clone()), |format| Value::number(text.clone(), format));
                workbook.push((row, column), value).unwrap();
            }
        }
        workbook
    }

    fn blocks(worksheets: &[(&str, &[&str])]) -> Vec<String> {
        shown(content(workbook(worksheets)).unwrap())
    }

    #[test]
    fn rows_of_several_cells_are_rows_and_lone_texts_are_lines() {
        let cells = [
            "A1=04 - UNO",
            "A3=Dirigente:",
            "B3=Rossi",
            "A5=Nome",
            "B5=Quota",
            "A6=Rossi",
            "B6=#3",
            "A7=Nota",
            "B8=#4",
        ];
        let expected = ["# 04 - UNO", "", "Dirigente: Rossi", "", "|Nome|Quota|", "|Rossi|3|", "[Nota]", "||4|"];
        assert_eq!(blocks(&[("Foglio1", &cells)]), expected);
    }

    #[test]
    fn worksheets_are_named_where_no_cell_names_them_and_hidden_ones_come_last() {
        let sheets: [(&str, &[&str]); 3] = [
            ("_b", &["A1=x", "B1=y"]),
            ("2024_PD_0411 Atti", &["A1=2024_PD_0411", "B1=Atti"]),
            ("a", &["A1=u", "B1=v"]),
        ];
        assert_eq!(blocks(&sheets), ["|2024_PD_0411|Atti|", "", "# a", "", "|u|v|", "", "|||"]);
        assert_eq!(content(workbook(&[("a", &[])])).unwrap_err(), Refusal::NoCells);
    }

    #[test]
    fn texts_merged_downwards_hold_for_the_rows_that_have_something_else() {
        let cells = ["A1=Nome", "B1=Quota", "A2=Rossi", "B2=#3", "B3=#4", "A5=Verdi", "B5=40 %", "C5=x", "C6=#7"];
        let mut workbook = workbook(&[("a", &cells)]);
        workbook.merge(Merged::new((1, 0), (3, 0))).unwrap();
        workbook.merge(Merged::new((4, 1), (5, 1))).unwrap();
        let expected = ["|Nome|Quota||", "|Rossi|3||", "|Rossi|4||", "", "|Verdi|40 %|x|", "||40 %|7|"];
        assert_eq!(shown(content(workbook).unwrap()), expected);
    }

    #[test]
    fn tables_beside_each_other_with_one_header_come_one_after_the_other() {
        let header = ["A1=Nome", "B1=Quota", "D1=Nome", "E1=Quota"];
        let rows = ["A2=Rossi", "B2=#3", "D2=Verdi", "E2=#4"];
        let expected = ["|Nome|Quota|", "|Rossi|3|", "", "|Nome|Quota|", "|Verdi|4|"];
        assert_eq!(blocks(&[("a", &[header, rows].concat())]), expected);
        let other = ["A1=Nome", "B1=Quota", "D1=Anno", "E1=Mese", "A2=Rossi", "B2=#3", "D2=#4", "E2=#5"];
        assert_eq!(blocks(&[("a", &other)]), ["|Nome|Quota|Anno|Mese|", "|Rossi|3|4|5|"]);
    }

    #[test]
    fn cells_know_where_they_stand_and_that_they_are_numbers() {
        let document = Document::new("d".into(), true, 0, content(workbook(&[("a", &["B3=Rossi", "D3=#3"])])).unwrap());
        let row = document.blocks().next().unwrap();
        let origins: Vec<_> = row.cells().map(|cell| cell.place.origin().cell.unwrap_or_default()).collect();
        assert_eq!(origins, ["B3", "D3"]);
        assert_eq!(row.cells().map(Cell::number).collect::<Vec<_>>(), [None, Some(NumberFormat::Plain)]);
    }
}
