//! Where the parts of a text stand in the document that it was made of: on which page, in which cell.

/// The positions of the lines or cells of a text. None of either: the text is the document itself.
#[derive(Debug, Default)]
pub struct Positions {
    lines: Vec<LineMark>,
    sheets: Vec<String>,
    cells: Vec<CellMark>,
}

/// Where a line of the text stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LineMark {
    /// The page, counted from 1, if there are pages.
    pub page: Option<u32>,
    /// The line of the page or, without pages, of the document, counted from 1.
    pub line: u32,
}

/// In which cell what begins at some offset stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CellMark {
    /// Where in the text it begins, in bytes.
    pub offset: usize,
    /// The sheet, counted from 0.
    pub sheet: usize,
    /// The row, counted from 1.
    pub row: u32,
    /// The column, counted from 1.
    pub column: u32,
}

impl CellMark {
    /// The cell as workbooks call it: `C12`.
    pub fn name(&self) -> String {
        let mut letters = Vec::new();
        let mut rest = self.column;
        while rest > 0 {
            let letter = u8::try_from((rest - 1) % 26).unwrap_or_default();
            letters.push(char::from(b'A' + letter));
            rest = (rest - 1) / 26;
        }
        letters.iter().rev().collect::<String>() + &self.row.to_string()
    }
}

impl Positions {
    /// A position for each line of the text, in order.
    pub fn of_lines(lines: Vec<LineMark>) -> Self {
        Self { lines, ..Self::default() }
    }

    /// The cells of which the text was made, in the order of the text, and the names of their sheets.
    pub fn of_cells(sheets: Vec<String>, cells: Vec<CellMark>) -> Self {
        Self { sheets, cells, ..Self::default() }
    }

    /// Whether the document has pages.
    pub fn has_pages(&self) -> bool {
        self.lines.first().is_some_and(|mark| mark.page.is_some())
    }

    /// Whether the document is a workbook.
    pub fn has_cells(&self) -> bool {
        !self.cells.is_empty()
    }

    /// The position of a line of the text, counted from 1.
    pub(super) fn line(&self, line: u32) -> Option<LineMark> {
        self.lines.get((line as usize).checked_sub(1)?).copied()
    }

    /// The cell in which what stands at an offset is, and the name of its sheet.
    pub(super) fn cell(&self, offset: usize) -> Option<(&str, CellMark)> {
        let after = self.cells.partition_point(|mark| mark.offset <= offset);
        let mark = self.cells[..after].last().or(self.cells.first())?;
        Some((self.sheets.get(mark.sheet)?, *mark))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(offset: usize, row: u32, column: u32) -> CellMark {
        CellMark { offset, sheet: 0, row, column }
    }

    #[test]
    fn cells_are_called_as_workbooks_call_them() {
        for (column, name) in [(1, "A7"), (26, "Z7"), (27, "AA7"), (52, "AZ7"), (703, "AAA7")] {
            assert_eq!(mark(0, 7, column).name(), name);
        }
    }

    #[test]
    fn what_stands_at_an_offset_is_in_the_cell_that_begins_before_it() {
        let positions = Positions::of_cells(vec!["Foglio1".into()], vec![mark(4, 2, 1), mark(10, 2, 3)]);
        let name = |offset| positions.cell(offset).map(|(sheet, mark)| format!("{sheet}!{}", mark.name()));
        assert_eq!(name(4).as_deref(), Some("Foglio1!A2"));
        assert_eq!(name(9).as_deref(), Some("Foglio1!A2"));
        assert_eq!(name(12).as_deref(), Some("Foglio1!C2"));
        assert_eq!(name(0).as_deref(), Some("Foglio1!A2"), "what was written before the first cell");
        assert!(Positions::default().cell(0).is_none());
    }
}
