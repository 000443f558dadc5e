//! The filled cells of worksheets → rows as they stand there, whatever they hold: for files that are tables from end to end.

use std::collections::BTreeSet;

use super::cells::{Cell, Workbook, Worksheet};
use super::layout::{fill_down, mark_hidden};
use crate::read::builder::Builder;
use crate::read::limits::Room;
use crate::read::merged::{Form, FoundCell, Grid};
use crate::read::refusal::Refusal;
use crate::source::{Content, Position};

/// The rows of the worksheets, one after the other; those of one have all its columns.
///
/// # Errors
///
/// There is nothing in them, or too much.
pub fn rows(workbook: Workbook) -> Result<Content, Refusal> {
    let mut builder = Builder::default();
    let mut room = Room::new();
    for mut worksheet in workbook.filled()? {
        worksheet.cells.sort_by_key(|cell| (cell.row, cell.column));
        worksheet.cells.dedup_by_key(|cell| (cell.row, cell.column));
        fill_down(&mut worksheet, &mut room)?;
        mark_hidden(&mut worksheet);
        rows_of(worksheet, &mut builder, &mut room)?;
    }
    builder.finish()
}

fn rows_of(worksheet: Worksheet, builder: &mut Builder, room: &mut Room) -> Result<(), Refusal> {
    let number = builder.name(worksheet.name);
    builder.begin_worksheet();
    let mut grid = Grid::new(Form::Workbook);
    let columns: BTreeSet<u32> = worksheet.cells.iter().map(|cell| cell.column).collect();
    for of_row in worksheet.cells.chunk_by(|a, b| a.row == b.row) {
        room.take(columns.len(), of_row.iter().map(|cell| cell.text.len()).sum())?;
        let row = of_row[0].row;
        let mut rest = of_row.iter().peekable();
        let found = columns.iter().map(|&column| {
            let position = Some(Position::Cell {
                worksheet: number,
                row: row.saturating_add(1),
                column: column.saturating_add(1),
            });
            let Some(cell) = rest.next_if(|cell| cell.column == column) else {
                return FoundCell { position, ..FoundCell::default() };
            };
            let Cell { text, left_out, marks, number, .. } = cell.clone();
            FoundCell { text, left_out, marks, number, position, ..FoundCell::default() }
        });
        let found = found.collect();
        builder.row(&mut grid, found);
        if builder.is_full() {
            return Err(Refusal::TooLarge);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::cells::Value;
    use super::*;
    use crate::read::builder::testing::shown;

    #[test]
    fn rows_have_all_columns_of_their_worksheet_and_lone_cells_are_rows() {
        let mut workbook = Workbook::new();
        for (sheet, cells) in
            [("A", &[(0, 2, "Elenco"), (2, 1, "Nome"), (2, 3, "Ore"), (3, 1, "Rossi Ada")][..]), ("B", &[(0, 0, "x")])]
        {
            workbook.begin_worksheet(sheet.to_owned(), false).unwrap();
            for &(row, column, text) in cells {
                workbook.push((row, column), Value::text(text)).unwrap();
            }
        }
        let expected = ["||Elenco||", "|Nome||Ore|", "|Rossi Ada|||", "|x||"];
        assert_eq!(shown(rows(workbook).unwrap()), expected);
    }
}
