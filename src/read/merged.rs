//! What becomes of merged cells, form by form: one table, and the grid that keeps it.

use crate::source::{Marks, NumberFormat, Position, Span};

/// The forms in which tables are merged differently.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Web pages.
    Html,
    /// Documents of word processors: DOCX, ODT.
    Word,
    /// Workbooks: XLSX, ODS, XLS.
    Workbook,
    /// PDFs.
    Pdf,
    /// Tables whose cells are told by what stands between them: CSV.
    Text,
    /// Tables in texts whose columns are set by dashes or spaces.
    Spaced,
}

/// What is done with cells that go over several rows or columns, and with rows of one cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Policy {
    /// In which of its rows the text of a merged cell stands.
    pub down: Down,
    /// Whether a merged cell keeps the places that it covers, which the file leaves out.
    pub covers: bool,
    /// Whether a row of one cell is a row; otherwise it is a line of text.
    pub lone_cell_is_row: bool,
}

/// In which of its rows the text of a merged cell stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Down {
    /// In the first.
    First,
    /// In each, if it has letters: a figure is that of one row, and must not count twice.
    EachIfWords,
    /// In each in which something else stands, too, unless it ends with a percent sign.
    EachFilledUnlessPercent,
    /// In each.
    Each,
}

impl Form {
    /// What becomes of the form's merged cells.
    pub const fn policy(self) -> Policy {
        match self {
            Self::Html => Policy { down: Down::EachIfWords, covers: true, lone_cell_is_row: false },
            Self::Word | Self::Text => Policy { down: Down::First, covers: false, lone_cell_is_row: false },
            Self::Workbook => Policy { down: Down::EachFilledUnlessPercent, covers: false, lone_cell_is_row: true },
            Self::Pdf => Policy { down: Down::Each, covers: false, lone_cell_is_row: true },
            Self::Spaced => Policy { down: Down::First, covers: false, lone_cell_is_row: true },
        }
    }
}

impl Down {
    /// Whether a text holds for the rows below the first one.
    pub fn repeats(self, text: &str) -> bool {
        match self {
            Self::First => false,
            Self::EachIfWords => text.chars().any(char::is_alphabetic),
            Self::EachFilledUnlessPercent => !text.ends_with('%'),
            Self::Each => true,
        }
    }
}

/// The most columns and rows that a cell may take.
const MOST_COLUMNS: u32 = 64;
const MOST_ROWS: u32 = 1000;

/// A cell as a reader finds it, before it has its place among those that are merged.
#[derive(Debug, Clone, Default)]
pub struct FoundCell {
    /// What is written in it.
    pub text: String,
    /// Over how many rows and columns it goes.
    pub span: Span,
    /// How it is written.
    pub marks: Marks,
    /// How it shows its number, if it holds one.
    pub number: Option<NumberFormat>,
    /// Where it stands, if that is told otherwise than by counting.
    pub position: Option<Position>,
}

impl From<String> for FoundCell {
    fn from(text: String) -> Self {
        Self { text, ..Self::default() }
    }
}

/// The places of a table's cells, row by row.
#[derive(Debug)]
pub struct Grid {
    policy: Policy,
    /// The number of the table in its document, if its cells are counted, and that of its last row.
    number: Option<u32>,
    rows: u32,
    /// For each column, what reaches down into it from a row above, and into how many rows more.
    above: Vec<(u32, FoundCell)>,
}

impl Grid {
    /// A table without rows so far.
    pub fn new(policy: Policy) -> Self {
        Self { policy, number: None, rows: 0, above: Vec::new() }
    }

    /// A table whose cells are found by counting them; in its document it has a number.
    pub fn counted(policy: Policy, number: u32) -> Self {
        Self { number: Some(number), ..Self::new(policy) }
    }

    /// What becomes of its cells.
    pub fn policy(&self) -> Policy {
        self.policy
    }

    /// Where a cell of its last row stands, counted from 0, if its cells are counted.
    pub fn position(&self, cell: usize) -> Option<Position> {
        let column = u32::try_from(cell + 1).unwrap_or(u32::MAX);
        self.number.map(|worksheet| Position::Cell { worksheet, row: self.rows, column })
    }

    /// The cells of its next row, each in its column.
    pub fn row(&mut self, found: Vec<FoundCell>) -> Vec<FoundCell> {
        self.rows += 1;
        if !self.policy.covers {
            return found;
        }
        let mut row = Vec::with_capacity(found.len());
        // What reaches down from this row: the column, the rows and the cell.
        let mut below: Vec<(usize, u32, FoundCell)> = Vec::new();
        for cell in found {
            self.fill(&mut row);
            let (columns, rows) = (cell.span.columns.clamp(1, MOST_COLUMNS), cell.span.rows.clamp(1, MOST_ROWS));
            let (first, width) = (row.len(), columns as usize);
            if rows > 1 && first + width <= 4 * MOST_COLUMNS as usize {
                let own = if self.policy.down.repeats(&cell.text) { cell.clone() } else { FoundCell::default() };
                below.push((first, rows - 1, own));
                below.extend((1..width).map(|column| (first + column, rows - 1, FoundCell::default())));
            }
            row.push(cell);
            row.extend(std::iter::repeat_n(FoundCell::default(), width - 1));
        }
        while self.above.iter().skip(row.len()).any(|(rows, _)| *rows > 0) {
            self.fill(&mut row);
            if self.above.iter().skip(row.len()).any(|(rows, _)| *rows > 0) {
                row.push(FoundCell::default());
            }
        }
        for (column, rows, cell) in below {
            if self.above.len() <= column {
                self.above.resize(column + 1, (0, FoundCell::default()));
            }
            self.above[column] = (rows, cell);
        }
        row
    }

    /// Adds the cells that reach down into a row from those above.
    fn fill(&mut self, row: &mut Vec<FoundCell>) {
        while let Some((rows, cell)) = self.above.get_mut(row.len()).filter(|(rows, _)| *rows > 0) {
            *rows -= 1;
            row.push(cell.clone());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(grid: &mut Grid, cells: &[(&str, u32, u32)]) -> Vec<String> {
        let found = |&(text, columns, rows): &(&str, u32, u32)| FoundCell {
            span: Span { rows, columns },
            ..FoundCell::from(text.to_owned())
        };
        grid.row(cells.iter().map(found).collect()).into_iter().map(|cell| cell.text).collect()
    }

    #[test]
    fn cells_over_several_columns_and_rows() {
        let mut grid = Grid::new(Form::Html.policy());
        assert_eq!(row(&mut grid, &[("A0", 1, 3), ("Rossi", 2, 1), ("3 %", 1, 2)]), ["A0", "Rossi", "", "3 %"]);
        let second = row(&mut grid, &[("Verdi", 1, 1), ("Dip.", 1, 1)]);
        assert_eq!(second, ["A0", "Verdi", "Dip.", ""], "a figure is that of one row");
        assert_eq!(row(&mut grid, &[]), ["A0"]);
        assert_eq!(row(&mut grid, &[]), Vec::<String>::new());
    }

    #[test]
    fn what_reaches_down_at_the_end_of_a_short_row_stays_in_its_column() {
        let mut grid = Grid::new(Form::Html.policy());
        assert_eq!(row(&mut grid, &[("a", 1, 1), ("b", 1, 1), ("c", 1, 2)]), ["a", "b", "c"]);
        assert_eq!(row(&mut grid, &[]), ["", "", "c"]);
    }

    #[test]
    fn each_form_has_its_own_way() {
        let mut word = Grid::new(Form::Word.policy());
        assert_eq!(row(&mut word, &[("A0", 1, 3), ("Rossi", 2, 1)]), ["A0", "Rossi"]);
        assert_eq!(row(&mut word, &[("Verdi", 1, 1)]), ["Verdi"]);
        let repeats = |form: Form| ["A0", "40", "40 %"].map(|text| form.policy().down.repeats(text));
        assert_eq!(repeats(Form::Html), [true, false, false]);
        assert_eq!(repeats(Form::Workbook), [true, true, false]);
        assert_eq!(repeats(Form::Word), [false, false, false]);
        assert_eq!(repeats(Form::Pdf), [true, true, true]);
    }
}
