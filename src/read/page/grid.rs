//! The cells of a table's rows, with those that reach over several columns or rows.

/// The most columns and rows that a cell may take.
const MOST_COLUMNS: usize = 64;
const MOST_ROWS: usize = 1000;

/// A table while its rows are read.
#[derive(Debug, Default)]
pub struct Grid {
    /// For each column, what reaches down into it from a row above, and into how many rows more.
    above: Vec<(usize, String)>,
    row: Vec<String>,
    /// What reaches down from this row.
    below: Vec<(usize, usize, String)>,
}

impl Grid {
    /// Adds a cell. One over several columns is followed by empty ones; one over several rows stands in each of them.
    pub fn push(&mut self, text: String, columns: usize, rows: usize) {
        self.fill();
        let columns = columns.clamp(1, MOST_COLUMNS);
        let rows = rows.clamp(1, MOST_ROWS);
        let first = self.row.len();
        if rows > 1 && first + columns <= 4 * MOST_COLUMNS {
            // A figure is that of one row: it must not count twice.
            let is_figure = !text.chars().any(char::is_alphabetic);
            self.below.push((first, rows - 1, if is_figure { String::new() } else { text.clone() }));
            self.below.extend((1..columns).map(|column| (first + column, rows - 1, String::new())));
        }
        self.row.push(text);
        self.row.extend(std::iter::repeat_n(String::new(), columns - 1));
    }

    /// Ends a row: its cells.
    pub fn take_row(&mut self) -> Vec<String> {
        while self.above.iter().skip(self.row.len()).any(|(rows, _)| *rows > 0) {
            self.fill();
            if self.above.iter().skip(self.row.len()).any(|(rows, _)| *rows > 0) {
                self.row.push(String::new());
            }
        }
        for (column, rows, text) in self.below.drain(..) {
            if self.above.len() <= column {
                self.above.resize(column + 1, (0, String::new()));
            }
            self.above[column] = (rows, text);
        }
        std::mem::take(&mut self.row)
    }

    /// Adds the cells that reach down into this row from those above.
    fn fill(&mut self) {
        while let Some((rows, text)) = self.above.get_mut(self.row.len()).filter(|(rows, _)| *rows > 0) {
            *rows -= 1;
            self.row.push(text.clone());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_over_several_columns_and_rows() {
        let mut grid = Grid::default();
        grid.push("A0".into(), 1, 3);
        grid.push("Rossi".into(), 2, 1);
        grid.push("3 %".into(), 1, 2);
        assert_eq!(grid.take_row(), ["A0", "Rossi", "", "3 %"]);
        grid.push("Verdi".into(), 1, 1);
        grid.push("Dip.".into(), 1, 1);
        assert_eq!(grid.take_row(), ["A0", "Verdi", "Dip.", ""], "a figure is that of one row");
        assert_eq!(grid.take_row(), ["A0"]);
        assert_eq!(grid.take_row(), Vec::<String>::new());
    }

    #[test]
    fn what_reaches_down_at_the_end_of_a_short_row_stays_in_its_column() {
        let mut grid = Grid::default();
        grid.push("a".into(), 1, 1);
        grid.push("b".into(), 1, 1);
        grid.push("c".into(), 1, 2);
        assert_eq!(grid.take_row(), ["a", "b", "c"]);
        assert_eq!(grid.take_row(), ["", "", "c"]);
    }
}
