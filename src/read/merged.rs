//! Merged cells, for all forms alike: what one says holds for every row that it covers, and what is stored in the places that
//! it covers is not read. What a reader is told of them differs: that is all that differs.

use crate::source::{Mark, Marks, NumberFormat, Position, Span};

/// The forms of tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Web pages: the places that a merged cell covers are left out.
    Html,
    /// DOCX: those beside it are left out, those below it are there and say that they go on.
    Docx,
    /// ODT: all of them are there.
    Odt,
    /// Workbooks: their reader gives every cell its place.
    Workbook,
    /// PDFs, likewise.
    Pdf,
    /// Tables whose cells are told by what stands between them: CSV.
    Text,
    /// Tables in texts whose columns are set by dashes or spaces.
    Spaced,
}

impl Form {
    /// Whether the places beside a merged cell, and those below it, are left out.
    fn leaves_out(self) -> (bool, bool) {
        match self {
            Self::Html => (true, true),
            Self::Docx => (true, false),
            Self::Odt | Self::Workbook | Self::Pdf | Self::Text | Self::Spaced => (false, false),
        }
    }

    /// Whether a row of one cell is a row; otherwise it is a line of text.
    pub fn lone_cell_is_row(self) -> bool {
        matches!(self, Self::Workbook | Self::Pdf | Self::Spaced)
    }
}

/// The most columns and rows that a cell may take.
const MOST_COLUMNS: u32 = 64;
const MOST_ROWS: u32 = 1000;

/// A cell as a reader finds it, before it has its place among those that are merged.
#[derive(Debug, Clone, Default)]
pub struct FoundCell {
    /// What is seen in it.
    pub text: String,
    /// What is written in it besides, and why it does not count.
    pub left_out: Vec<(Mark, String)>,
    /// Over how many rows and columns it goes. More rows than there can be are all that follow and go on with it.
    pub span: Span,
    /// How it is written.
    pub marks: Marks,
    /// How it shows its number, if it holds one.
    pub number: Option<NumberFormat>,
    /// Where it stands, if that is told otherwise than by counting.
    pub position: Option<Position>,
    /// Whether it is a place that a merged cell covers: what is stored in it is not read.
    pub is_covered: bool,
}

impl From<String> for FoundCell {
    fn from(text: String) -> Self {
        Self { text, ..Self::default() }
    }
}

/// The places of a table's cells, row by row.
#[derive(Debug)]
pub struct Grid {
    form: Form,
    /// The number of the table in its document, if its cells are counted, and that of its last row.
    number: Option<u32>,
    rows: u32,
    /// For each column, what reaches down into it from a row above, and into how many rows more.
    above: Vec<(u32, FoundCell)>,
}

impl Grid {
    /// A table without rows so far.
    pub fn new(form: Form) -> Self {
        Self { form, number: None, rows: 0, above: Vec::new() }
    }

    /// A table whose cells are found by counting them; in its document it has a number.
    pub fn counted(form: Form, number: u32) -> Self {
        Self { number: Some(number), ..Self::new(form) }
    }

    /// The form of the table.
    pub fn form(&self) -> Form {
        self.form
    }

    /// Where a cell of its last row stands, counted from 0, if its cells are counted.
    pub fn position(&self, cell: usize) -> Option<Position> {
        let column = u32::try_from(cell + 1).unwrap_or(u32::MAX);
        self.number.map(|worksheet| Position::Cell { worksheet, row: self.rows, column })
    }

    /// The cells of its next row, each in its column. What covers a row in which nothing else stands does not make it one.
    pub fn row(&mut self, found: Vec<FoundCell>) -> Vec<FoundCell> {
        self.rows += 1;
        if matches!(self.form, Form::Workbook | Form::Pdf | Form::Text | Form::Spaced) {
            return found;
        }
        let (beside, below) = self.form.leaves_out();
        let mut row: Vec<FoundCell> = Vec::with_capacity(found.len());
        // What reaches down from this row: the column, the rows and the cell.
        let mut reaching: Vec<(usize, u32, FoundCell)> = Vec::new();
        for cell in found {
            if below {
                self.fill(&mut row);
            }
            let at = row.len();
            if cell.is_covered {
                row.push(self.covering(at));
                continue;
            }
            let width = cell.span.columns.clamp(1, MOST_COLUMNS) as usize;
            // A cell that says nothing of rows ends what reaches down into its column.
            for column in at..at + width {
                if let Some(above) = self.above.get_mut(column) {
                    above.0 = 0;
                }
            }
            let rows = if cell.span.rows == u32::MAX { MOST_ROWS } else { cell.span.rows.clamp(1, MOST_ROWS) };
            if rows > 1 && at + width <= 4 * MOST_COLUMNS as usize {
                let mut own = FoundCell { marks: cell.marks.with(Mark::Covered), position: None, ..cell.clone() };
                own.span = Span::default();
                reaching.push((at, rows - 1, own));
                reaching.extend((1..width).map(|column| (at + column, rows - 1, FoundCell::default())));
            }
            row.push(cell);
            if beside {
                row.extend(std::iter::repeat_n(FoundCell::default(), width - 1));
            }
        }
        while below && self.above.iter().skip(row.len()).any(|(rows, _)| *rows > 0) {
            self.fill(&mut row);
            if self.above.iter().skip(row.len()).any(|(rows, _)| *rows > 0) {
                row.push(FoundCell::default());
            }
        }
        for (column, rows, cell) in reaching {
            if self.above.len() <= column {
                self.above.resize(column + 1, (0, FoundCell::default()));
            }
            self.above[column] = (rows, cell);
        }
        empty_if_covered(&mut row);
        row
    }

    /// What reaches down into a column of the next row; nothing if nothing does.
    fn covering(&mut self, column: usize) -> FoundCell {
        match self.above.get_mut(column).filter(|(rows, _)| *rows > 0) {
            Some((rows, cell)) => {
                *rows -= 1;
                cell.clone()
            }
            None => FoundCell::default(),
        }
    }

    /// Adds the cells that reach down into a row from those above.
    fn fill(&mut self, row: &mut Vec<FoundCell>) {
        while self.above.get(row.len()).is_some_and(|(rows, _)| *rows > 0) {
            let cell = self.covering(row.len());
            row.push(cell);
        }
    }
}

/// Takes out what covers a row in which nothing else stands.
pub fn empty_if_covered(row: &mut [FoundCell]) {
    let is_filled = |cell: &FoundCell| !cell.text.trim().is_empty();
    if row.iter().filter(|cell| is_filled(cell)).all(|cell| cell.marks.has(Mark::Covered)) {
        for cell in row {
            *cell = FoundCell { position: cell.position, ..FoundCell::default() };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(grid: &mut Grid, cells: &[(&str, u32, u32)]) -> Vec<String> {
        let found = |&(text, columns, rows): &(&str, u32, u32)| FoundCell {
            span: Span { rows, columns },
            is_covered: text == "~",
            ..FoundCell::from(text.to_owned())
        };
        let shown = |cell: FoundCell| if cell.marks.has(Mark::Covered) { format!("^{}", cell.text) } else { cell.text };
        grid.row(cells.iter().map(found).collect()).into_iter().map(shown).collect()
    }

    #[test]
    fn a_merged_cell_holds_for_all_its_rows_whatever_the_form_says_of_them() {
        let mut html = Grid::new(Form::Html);
        assert_eq!(row(&mut html, &[("A0", 1, 3), ("Rossi", 2, 1), ("3 %", 1, 2)]), ["A0", "Rossi", "", "3 %"]);
        assert_eq!(row(&mut html, &[("Verdi", 1, 1), ("Dip.", 1, 1)]), ["^A0", "Verdi", "Dip.", "^3 %"]);
        assert_eq!(row(&mut html, &[]), [""], "what covers a row does not make it one");
        assert_eq!(row(&mut html, &[]), Vec::<String>::new());
        let mut docx = Grid::new(Form::Docx);
        assert_eq!(
            row(&mut docx, &[("A0", 1, u32::MAX), ("Rossi", 2, 1), ("3 %", 1, u32::MAX)]),
            ["A0", "Rossi", "", "3 %"]
        );
        assert_eq!(row(&mut docx, &[("~", 1, 1), ("Verdi", 2, 1), ("~", 1, 1)]), ["^A0", "Verdi", "", "^3 %"]);
        assert_eq!(row(&mut docx, &[("B1", 1, 1), ("Neri", 2, 1), ("4 %", 1, 1)]), ["B1", "Neri", "", "4 %"]);
        let mut odt = Grid::new(Form::Odt);
        assert_eq!(
            row(&mut odt, &[("A0", 1, 2), ("Rossi", 2, 1), ("~", 1, 1), ("3 %", 1, 2)]),
            ["A0", "Rossi", "", "3 %"]
        );
        assert_eq!(
            row(&mut odt, &[("~", 1, 1), ("Verdi", 1, 1), ("Dip.", 1, 1), ("~", 1, 1)]),
            ["^A0", "Verdi", "Dip.", "^3 %"]
        );
        assert_eq!(row(&mut odt, &[("~", 1, 1), ("x", 1, 1)]), ["", "x"], "nothing reaches so far");
    }

    #[test]
    fn what_reaches_down_at_the_end_of_a_short_row_stays_in_its_column() {
        let mut grid = Grid::new(Form::Html);
        assert_eq!(row(&mut grid, &[("a", 1, 1), ("b", 1, 1), ("c", 1, 2)]), ["a", "b", "c"]);
        assert_eq!(row(&mut grid, &[("d", 1, 1)]), ["d", "", "^c"]);
    }
}
