//! Staff tables: rows of name, role and share, accepted or rejected one by one.

use std::borrow::Cow;

use super::figure::{Figure, read_figure};
use crate::model::{Fault, Percent, PercentFault, RejectedRow, Rejection, Role};
use crate::read::Block;
use crate::source::Place;

/// Where the columns of a staff table are.
#[derive(Debug, Clone, Copy)]
pub struct Columns {
    name: usize,
    role: usize,
    share: usize,
    /// The number of cells of the header, empty ones too.
    cells: usize,
    /// Whether the header says that the shares are percentages; it may say that they are hours.
    percent: Option<bool>,
}

impl Columns {
    /// The columns that a table has of which only the heading is written, in one line.
    pub const PLAIN: Self = Self { name: 0, role: 1, share: 2, cells: 3, percent: None };

    /// Finds the columns by the words of the header.
    pub fn of_header<'a>(cells: impl Iterator<Item = Cow<'a, str>>) -> Self {
        let mut columns = Self { cells: 0, ..Self::PLAIN };
        for (at, cell) in cells.enumerate() {
            let begins = |word: &str| cell.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
            if begins("nome") {
                columns.name = at;
            } else if begins("relazione") {
                columns.role = at;
            } else if begins("impegno") || begins("percentual") {
                columns.share = at;
                columns.percent = says_percent(&cell);
            }
            columns.cells = at + 1;
        }
        columns
    }

    fn width(&self) -> usize {
        1 + self.name.max(self.role).max(self.share)
    }
}

/// An accepted row.
#[derive(Debug)]
pub struct StaffRow<'t> {
    /// The sheet, an index into the sheets of the document.
    pub sheet: usize,
    /// The subject's relation to the body.
    pub role: Role,
    /// The share.
    pub percent: Percent,
    /// Where the name is written.
    pub name: Place<'t>,
    /// Where the role is written.
    pub role_written: Place<'t>,
    /// Where the share is written.
    pub figure: Place<'t>,
}

/// A staff table whose rows are being collected. Whether a bare figure is a percentage is known
/// only when the whole column is.
#[derive(Debug)]
pub struct StaffTable<'t> {
    sheet: usize,
    columns: Columns,
    rows: Vec<RawRow<'t>>,
    /// Whether the row before was doubtful: those right below it are, too.
    torn: bool,
}

/// Whether a row goes on with a table above it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Continuation {
    /// It does.
    Certain,
    /// It may; nothing says that it is a staff row.
    Doubtful,
    /// It begins something else.
    None,
}

#[derive(Debug)]
enum RawRow<'t> {
    Cells { name: Place<'t>, role: Place<'t>, share: Place<'t> },
    Malformed { row: Place<'t>, cells: usize, role: Option<Role> },
}

impl<'t> StaffTable<'t> {
    /// A table on a sheet, without rows so far.
    pub fn new(sheet: usize, columns: Columns) -> Self {
        Self { sheet, columns, rows: Vec::new(), torn: false }
    }

    /// The sheet that the table is on.
    pub fn sheet(&self) -> usize {
        self.sheet
    }

    /// Whether a row goes on with this table. Right below its other rows it does; below a blank
    /// line, where a page may have ended inside the table, its role must say so. Without a known
    /// role it is doubtful, if it has a figure.
    pub fn continuation(&mut self, block: Block<'_>) -> Continuation {
        if (block.glued && !self.torn) || self.rows.is_empty() {
            return Continuation::Certain;
        }
        let count = block.cells().count();
        let fits = count == self.columns.cells || count == self.columns.width();
        let share = block.cells().nth(self.columns.share).is_some_and(|share| figure_of(share).is_ok());
        self.torn = !block.cells().any(|cell| role_of(cell) != Role::Other);
        if !self.torn {
            Continuation::Certain
        } else if (fits && share) || ends_with_percent(block.place.raw()) {
            Continuation::Doubtful
        } else {
            Continuation::None
        }
    }

    /// Goes on after a repeated header.
    pub fn repeat_header(&mut self, columns: Columns) {
        self.columns = columns;
        self.torn = false;
    }

    /// Takes in a row, whatever its number of cells. A row of empty cells is none, nor is a line
    /// that adds the others up.
    pub fn push(&mut self, block: Block<'t>) {
        let columns = self.columns;
        let (mut name, mut role, mut share) = (None, None, None);
        let (mut count, mut nothing_else, mut nothing) = (0, true, true);
        for (at, cell) in block.cells().enumerate() {
            count = at + 1;
            nothing &= cell.raw().is_empty();
            if at == columns.name {
                name = Some(cell);
            } else if at == columns.role {
                role = Some(cell);
            } else if at == columns.share {
                share = Some(cell);
            } else {
                nothing_else &= cell.raw().is_empty();
            }
        }
        let fits = nothing_else && (count == columns.cells || count == columns.width());
        match (name, role, share) {
            _ if nothing || is_total(block) => {}
            (Some(name), Some(role), Some(share)) if fits => self.rows.push(RawRow::Cells { name, role, share }),
            _ => {
                let role = block.cells().map(role_of).find(|&role| role != Role::Other);
                self.rows.push(RawRow::Malformed { row: block.place, cells: count, role });
            }
        }
    }

    /// Takes in a line inside the table that has no cells at all.
    pub fn push_line(&mut self, line: Place<'t>) {
        self.rows.push(RawRow::Malformed { row: line, cells: 1, role: None });
    }

    /// Accepts or rejects every row, in order.
    pub fn settle(self, accepted: &mut Vec<StaffRow<'t>>, rejected: &mut Vec<RejectedRow<'t>>) {
        let shares = || {
            self.rows.iter().filter_map(|row| match row {
                RawRow::Cells { share, .. } => figure_of(*share).ok(),
                RawRow::Malformed { .. } => None,
            })
        };
        let mut bare_is_percent = None;
        for row in &self.rows {
            let (name, role, share) = match *row {
                RawRow::Cells { name, role, share } => (name, role, share),
                RawRow::Malformed { row, cells, role } => {
                    let faults = vec![Fault { reason: Rejection::Malformed(cells), place: row }];
                    rejected.push(RejectedRow { faults, name: None, role, sheet: Some(self.sheet) });
                    continue;
                }
            };
            let role_read = role_of(role);
            let figure = figure_of(share).and_then(|figure| {
                let says_percent = figure.signed
                    || *bare_is_percent
                        .get_or_insert_with(|| self.columns.percent.unwrap_or_else(|| is_in_percent(&shares())));
                if says_percent { Ok(figure.percent) } else { Err(PercentFault::NoSign) }
            });
            let has_name = is_name(name.raw()) || is_name(&name.words());
            match figure {
                Ok(percent) if has_name => accepted.push(StaffRow {
                    sheet: self.sheet,
                    role: role_read,
                    percent,
                    name,
                    role_written: role,
                    figure: share,
                }),
                figure => {
                    let no_name = (!has_name).then_some(Fault { reason: Rejection::WithoutPerson, place: name });
                    let unreadable =
                        figure.err().map(|fault| Fault { reason: Rejection::UnreadablePercent(fault), place: share });
                    rejected.push(RejectedRow {
                        faults: no_name.into_iter().chain(unreadable).collect(),
                        name: has_name.then(|| name.words()),
                        role: Some(role_read),
                        sheet: Some(self.sheet),
                    });
                }
            }
        }
    }
}

/// What the header of the shares says of their unit, if anything.
fn says_percent(header: &str) -> Option<bool> {
    let lower = header.to_lowercase();
    if lower.contains('%') || lower.contains("percentual") {
        return Some(true);
    }
    let is_time = |word: &str| ["ore", "h", "giorni", "giornate", "gg", "mesi"].contains(&word);
    lower.split(|c: char| !c.is_alphanumeric()).any(is_time).then_some(false)
}

/// The role that a cell holds. Its words are worked out only if what is written says nothing.
fn role_of(cell: Place<'_>) -> Role {
    match Role::read(cell.raw()) {
        Role::Other => Role::read(&cell.words()),
        role => role,
    }
}

/// The figure that a cell holds, likewise.
fn figure_of(cell: Place<'_>) -> Result<Figure, PercentFault> {
    read_figure(cell.raw()).or_else(|_| read_figure(&cell.words()))
}

/// Whether a column with bare figures is in percent: because another cell of it says so, or
/// because its figures cannot be fractions of one (a figure above ten, or whole ones above one).
fn is_in_percent(shares: &(impl Iterator<Item = Figure> + Clone)) -> bool {
    let one = Percent::from_millionths(1_000_000);
    let ten = Percent::from_millionths(10_000_000);
    let is_whole = |percent: Percent| percent.millionths() % 1_000_000 == 0;
    let mut bare = shares.clone().filter(|figure| !figure.signed).map(|figure| figure.percent);
    shares.clone().any(|figure| figure.signed)
        || bare.clone().any(|percent| percent > ten)
        || (bare.clone().all(is_whole) && bare.any(|percent| percent > one))
}

/// Whether a cell names somebody: it has a letter, and nothing that has no place in a name.
pub fn is_name(words: &str) -> bool {
    if words.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b' ') {
        return !words.is_empty();
    }
    let has_no_place = |c: char| c.is_control() || matches!(c, '<' | '>' | '*' | '&' | '|');
    words.chars().any(char::is_alphabetic) && !words.chars().any(has_no_place)
}

/// Whether a row adds up the others: it begins with the word for it, and has no role.
fn is_total(block: Block<'_>) -> bool {
    let Some(first) = block.first_cell() else { return false };
    // Few names begin like the words for a total.
    if !matches!(first.raw().as_bytes().first(), Some(b'T' | b't' | b'S' | b's' | b'*' | b'<')) {
        return false;
    }
    let first = first.words().to_lowercase();
    let word = first.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    matches!(word, "totale" | "totali" | "somma") && block.cells().all(|cell| role_of(cell) == Role::Other)
}

/// Whether a row outside any staff table looks as if it belonged into one: three cells, a name, a
/// known role, and a figure with a percent sign.
pub fn looks_like_staff_row(block: Block<'_>) -> bool {
    if !ends_with_percent(block.place.raw()) {
        return false;
    }
    let mut cells = block.cells();
    let (Some(name), Some(role), Some(share)) = (cells.next(), cells.next(), cells.next()) else { return false };
    cells.all(|cell| cell.raw().is_empty())
        && share.raw().ends_with('%')
        && share.raw().bytes().any(|byte| byte.is_ascii_digit())
        && is_name(&name.words())
        && role_of(role) != Role::Other
}

/// Whether the last thing in a row is a percent sign, but for bold marks and a border.
pub fn ends_with_percent(row: &str) -> bool {
    let marks = |byte: &u8| matches!(byte, b'|' | b'*' | b' ' | b'\t' | b'b' | b'<' | b'/' | b'>');
    row.bytes().rev().find(|byte| !marks(byte)) == Some(b'%')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shares(texts: &[&str]) -> bool {
        is_in_percent(&texts.iter().filter_map(|text| read_figure(text).ok()))
    }

    #[test]
    fn bare_figures_are_percentages_only_where_something_says_so() {
        assert!(shares(&["3", "92,00 %"]), "another cell says percent");
        assert!(shares(&["3", "92"]), "whole figures");
        assert!(shares(&["0,5", "40"]), "too large for a fraction");
        assert!(!shares(&["1"]), "a hundredth or the whole");
        assert!(!shares(&["0,5", "0,5"]), "half a percent or a half");
        assert!(!shares(&["0,5", "1,5"]), "fractions of somebody over");
    }

    #[test]
    fn names_have_letters_and_no_control_characters() {
        assert!(is_name("Poma Stefano"));
        assert!(!is_name("—"));
        assert!(!is_name("Poma\0 Stefano"));
        assert!(!is_name("Poma Stefano*"), "a note, or a mark: not a name of its own");
    }
}
