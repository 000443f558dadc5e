//! Tables as they are found on pages: their rows, and where their columns are.

use super::cells::{has_percentage, is_code, is_share};
use super::lines::{Line, Piece};
use super::styled::join;
use super::tolerance::{LONGER, SAME_LINE};
use crate::identity::each_names_one;

/// What a page holds, from the top.
#[derive(Debug)]
pub enum Part {
    /// A line of text.
    Text(Line),
    /// A table.
    Table(Table),
}

impl Part {
    /// Where it begins, in points from the top.
    pub fn y(&self) -> f64 {
        match self {
            Self::Text(line) => line.y,
            Self::Table(table) => table.y[0],
        }
    }

    /// Whether the document's structure tells of what it is.
    pub fn is_tagged(&self) -> bool {
        self.table().is_some_and(|table| table.tagged.is_some())
    }

    /// The table that it is.
    pub fn table(&self) -> Option<&Table> {
        match self {
            Self::Text(_) => None,
            Self::Table(table) => Some(table),
        }
    }
}

/// A table, or the part of one that is on a page.
#[derive(Debug, Default)]
pub struct Table {
    /// Its rows, each with as many cells.
    pub rows: Vec<Row>,
    /// Where its columns begin and end, in points from the left.
    pub columns: Vec<[f64; 2]>,
    /// The size of its letters.
    pub size: f64,
    /// Where its first and its last line stand.
    pub y: [f64; 2],
    /// Whether there are borders between its columns.
    pub is_ruled: bool,
    /// Where the first drawn line stands below its last line.
    pub rule_below: Option<f64>,
    /// Which table of the document's structure it is, if that tells its rows.
    pub tagged: Option<u32>,
}

impl Table {
    /// Takes a piece that is not seen, at some height, for a part of the cell in which it stands; tells whether it does.
    pub fn leave_out(&mut self, piece: &Piece, y: f64) -> bool {
        let beyond = |column: &[f64; 2]| (column[0] - piece.centre()).max(piece.centre() - column[1]).max(0.0);
        let near = self.columns.iter().enumerate().filter(|(_, column)| beyond(column) <= self.size * LONGER);
        let column = near.min_by(|(_, a), (_, b)| beyond(a).total_cmp(&beyond(b))).map(|(at, _)| at);
        let row = self.rows.iter_mut().find(|row| (row.y - y).abs() <= self.size * SAME_LINE);
        let (Some(column), Some(row)) = (column, row) else { return false };
        let is_part = row.cells.get(column).is_some_and(|cell| !cell.is_empty());
        if is_part {
            row.left_out.push((column, piece.plain().into_owned()));
        }
        is_part
    }

    /// Whether it begins with a row of people.
    pub fn is_headless(&self) -> bool {
        self.rows.first().is_some_and(Row::has_share)
    }
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Its cells, from the left; empty ones too.
    pub cells: Vec<String>,
    /// Where it stands, in points from the top.
    pub y: f64,
    /// Whether its lines could be told from those of its neighbours.
    pub is_certain: bool,
    /// Whether it is what is left below the last row: it goes on on another page, or belongs to the row above.
    pub is_left: bool,
    /// The columns whose cell goes over several rows, and whether this is the first of them.
    pub merged: Vec<(usize, bool)>,
    /// What is written in its cells and not seen, each with its column.
    pub left_out: Vec<(usize, String)>,
}

impl Row {
    /// A row whose lines are told from those of its neighbours.
    pub fn new(cells: Vec<String>, y: f64) -> Self {
        Self { cells, y, is_certain: true, is_left: false, merged: Vec::new(), left_out: Vec::new() }
    }

    /// A row of the items of each column that belong to it.
    pub fn of(items: &[Vec<Item>], belongs: impl Fn(&Item) -> bool, y: f64) -> Self {
        let cell = |column: &Vec<Item>| {
            lines_of_cell(column.iter().filter(|item| belongs(item)).map(|item| item.text.as_str()))
        };
        let is_certain = !items.iter().flatten().any(|item| item.is_astray && belongs(item));
        Self { is_certain, ..Self::new(items.iter().map(cell).collect(), y) }
    }

    /// Whether a share stands in it: in the last cell that is not empty.
    pub fn has_share(&self) -> bool {
        self.cells.iter().rev().find(|cell| !cell.is_empty()).is_some_and(|cell| is_share(cell))
    }

    /// Whether it has more of its table in it than one row: a share that does not stand alone.
    pub fn is_torn(&self) -> bool {
        let Some(last) = self.cells.iter().rposition(|cell| !cell.is_empty()) else { return false };
        let (cell, others) = (&self.cells[last], &self.cells[..last]);
        let before = cell.trim_end_matches(|c: char| c == '%' || c == ',' || c.is_ascii_digit() || c.is_whitespace());
        let ends_with_share =
            cell.ends_with('%') && has_percentage(cell) && is_share(cell[before.len()..].trim()) && !is_share(cell);
        // Behind a share stand notes.
        (ends_with_share || cell.matches('%').count() > 1) && !others.iter().any(|cell| is_share(cell))
    }

    /// Whether a percentage stands among other words in it, and no code. Behind a share a note may stand, `5,00 % (*)`, also in a
    /// column of its own.
    pub fn mentions_share(&self) -> bool {
        let last = self.cells.iter().rposition(|cell| !cell.is_empty());
        let is_noted = |at: usize, cell: &str| Some(at) == last && cell.starts_with(|c: char| c.is_ascii_digit());
        let mut cells = self.cells.iter().take_while(|cell| !is_share(cell)).enumerate();
        cells.any(|(at, cell)| has_percentage(cell) && !is_noted(at, cell)) && !self.has_share() && !self.has_code()
    }

    /// Whether a code stands in it.
    pub fn has_code(&self) -> bool {
        self.cells.iter().any(|cell| cell.split_whitespace().any(is_code))
    }

    /// Adds the cells of what goes on with it.
    pub fn append(&mut self, other: &Self) {
        for (cell, more) in self.cells.iter_mut().zip(&other.cells) {
            join(cell, more);
        }
        self.is_certain &= other.is_certain;
    }
}

/// The text of a cell with these lines. People of whom each has a line of their own stay apart by it.
pub fn lines_of_cell<'l>(lines: impl Iterator<Item = &'l str> + Clone) -> String {
    let mut all = lines.clone();
    if let (Some(first), Some(second)) = (all.next(), all.next())
        && first.contains(' ')
        && second.contains(' ')
    {
        let all: Vec<&str> = lines.clone().collect();
        if each_names_one(&all) {
            return all.join("\n");
        }
    }
    let mut text = String::new();
    lines.for_each(|line| join(&mut text, line));
    text
}

/// What stands on one line of one column.
#[derive(Debug, Clone)]
pub struct Item {
    pub y: f64,
    pub text: String,
    /// Where it begins and ends.
    pub x: [f64; 2],
    /// Whether it begins far to the left of its column: a part of it may be of the one before.
    pub is_astray: bool,
}

#[cfg(test)]
mod tests {
    use super::super::tolerance::tests::changes_at;
    use super::*;

    #[test]
    fn a_share_that_does_not_stand_alone_tells_of_more_rows() {
        let torn = |last: &str| Row::new(vec!["x".into(), last.into()], 0.0).is_torn();
        assert!(torn("Impegno 20,00 %") && torn("20,00 % 3,00 %"));
        let noted = Row::new(["x", "20,00 %", "di cui 3 %"].map(str::to_owned).to_vec(), 0.0);
        assert!(!noted.is_torn() && !noted.mentions_share());
        assert!(!torn("20,00 %") && !torn("20") && !torn("% di assorbimento") && !torn("Impegno 2024 %"));
    }

    #[test]
    fn what_is_not_seen_is_of_the_cell_beside_which_it_stands() {
        let is_left_out = |x: f64, y: f64| {
            let mut table = Table {
                rows: vec![Row::new(vec!["Rossi".to_owned()], 50.0)],
                columns: vec![[0.0, 90.0]],
                size: 10.0,
                ..Table::default()
            };
            table.leave_out(&Piece { x: [x; 2], ..Piece::default() }, y)
        };
        changes_at(LONGER, [true, false], |by| is_left_out(90.0 + 10.0 * by, 50.0));
        changes_at(LONGER, [true, false], |by| is_left_out(-10.0 * by, 50.0));
        changes_at(SAME_LINE, [true, false], |by| is_left_out(45.0, 50.0 + 10.0 * by));
    }
}
