//! Staff tables: rows of name, role and share, accepted or rejected one by one.

use super::columns::{Columns, NameColumn};
use super::figure::{Figure, read_figure};
use super::scale;
use crate::model::{Fault, Percent, PercentFault, RejectedRow, Rejection, Role, ShareColumn, header_key};
use crate::source::{Block, Place, trimmed};
use crate::vocabulary::{self, Vocabulary, role};

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
    /// Where the role is written, if the table has a column for it.
    pub role_written: Option<Place<'t>>,
    /// Where the share is written.
    pub figure: Place<'t>,
}

/// The rows of all staff tables of a document. Whether a bare figure is a percentage is known only when all of
/// them are.
#[derive(Debug)]
pub struct StaffRows<'t> {
    rows: Vec<RawRow<'t>>,
    columns: scale::Columns<'t>,
}

/// A row as it was read.
#[derive(Debug)]
pub struct RawRow<'t> {
    /// The sheet that it belongs to; none if that cannot be told.
    pub sheet: Option<usize>,
    /// What is written instead of the project's code, if that cannot be read.
    pub without_project: Option<Place<'t>>,
    cells: RawCells<'t>,
}

#[derive(Debug)]
enum RawCells<'t> {
    Read {
        name: Place<'t>,
        /// Whether the name stands in two cells that are no neighbours.
        torn_name: bool,
        role: Option<Place<'t>>,
        share: Place<'t>,
        figure: Result<Figure, PercentFault>,
        column: usize,
    },
    Malformed {
        row: Place<'t>,
        cells: usize,
        role: Option<Role>,
    },
    Torn {
        row: Place<'t>,
    },
}

/// A staff table that is being read.
#[derive(Debug)]
pub struct StaffTable<'t> {
    /// The sheet that it is on; in a flat table that of the row before.
    pub sheet: Option<usize>,
    /// In a flat table, the CDR of the row before, an index into those of the document.
    pub cdr: Option<usize>,
    /// Where its columns are.
    pub columns: Columns,
    /// The number of its column of shares among those of the document.
    column: usize,
    /// The roles of its last row, as they are written.
    last_role: Option<&'t str>,
    /// Whether it has rows.
    has_rows: bool,
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

impl<'t> StaffTable<'t> {
    /// A table on a sheet, without rows so far.
    pub fn new(sheet: Option<usize>, columns: Columns, column: usize) -> Self {
        Self { sheet, cdr: None, columns, column, last_role: None, has_rows: false, torn: false }
    }

    /// Whether a row goes on with this table. Right below its other rows it does; below a blank
    /// line, where a page may have ended inside the table, its role or the code of its project must say so.
    /// Without either it is doubtful, if it has a figure.
    pub fn continuation(&mut self, block: Block<'_>, has_code: impl Fn(Place<'_>) -> bool) -> Continuation {
        if (block.is_glued && !self.torn) || !self.has_rows {
            return Continuation::Certain;
        }
        let cell = |at: usize| block.places().nth(at);
        // A row whose lines may be those of its neighbours says nothing of where it belongs.
        let fits = block.is_certain && self.columns.fit(block.places().count());
        let share = cell(self.columns.share).is_some_and(|share| figure_of(share).is_ok());
        let says_project = || self.columns.project.and_then(cell).is_some_and(&has_code);
        let role = self.columns.role.and_then(cell).map(Place::raw).filter(|role| !role.is_empty());
        let has_role = (fits && share && role.is_some() && role == self.last_role)
            || block.places().any(|cell| role_of(cell) != Role::Other);
        self.torn = !has_role && !says_project();
        if !self.torn {
            Continuation::Certain
        } else if (fits && share) || (block.is_certain && ends_with_percent(block.place.raw())) {
            Continuation::Doubtful
        } else {
            Continuation::None
        }
    }

    /// Goes on after a repeated header.
    pub fn repeat_header(&mut self, columns: Columns, column: usize) {
        self.columns = columns;
        self.column = column;
        self.torn = false;
    }

    /// What a row holds, whatever its number of cells. A row of empty cells is none, nor is a line
    /// that adds the others up.
    pub fn read(&mut self, block: Block<'t>) -> Option<RawRow<'t>> {
        self.has_rows = true;
        let columns = self.columns;
        let (surname, first) = match columns.name {
            NameColumn::Whole(name) => (name, None),
            NameColumn::Parts { surname, first } => (surname, Some(first)),
        };
        let (mut name, mut first_name, mut role, mut share) = (None, None, None, None);
        let (mut count, mut nothing_else, mut nothing) = (0, true, true);
        for (at, cell) in block.places().enumerate() {
            count = at + 1;
            nothing &= cell.raw().is_empty();
            if at == surname {
                name = Some(cell);
            } else if Some(at) == first {
                first_name = Some(cell);
            } else if Some(at) == columns.role {
                role = Some(cell);
            } else if at == columns.share {
                share = Some(cell);
            } else if !columns.is_headed(at) {
                nothing_else &= cell.raw().is_empty();
            }
        }
        if nothing || is_total(block, &columns, name) {
            return None;
        }
        if !block.is_certain {
            let cells = RawCells::Torn { row: block.place.at(trimmed(block.place.raw())) };
            return Some(RawRow { sheet: self.sheet, without_project: None, cells });
        }
        let fits = nothing_else && columns.fit(count);
        let (Some(name), Some(share), true) = (name, share, fits) else {
            let role = block.places().map(role_of).find(|&role| role != Role::Other);
            let cells = RawCells::Malformed { row: block.place, cells: count, role };
            return Some(RawRow { sheet: self.sheet, without_project: None, cells });
        };
        let (name, torn_name) = whole_name(name, first_name);
        let figure = match columns.rival.and_then(|rival| block.places().nth(rival)) {
            Some(rival) if !rival.raw().is_empty() && rival.raw() != share.raw() => Err(PercentFault::TwoColumns),
            _ => figure_of(share),
        };
        self.last_role = role.map(Place::raw);
        let cells = RawCells::Read { name, torn_name, role, share, figure, column: self.column };
        Some(RawRow { sheet: self.sheet, without_project: None, cells })
    }
}

/// A name of which the first name may stand in another cell; and whether the two cannot be read together.
fn whole_name<'t>(surname: Place<'t>, first: Option<Place<'t>>) -> (Place<'t>, bool) {
    match first {
        None => (surname, false),
        Some(first) if first.raw().is_empty() => (surname, false),
        Some(first) if surname.raw().is_empty() => (first, false),
        Some(first) => surname.and(first).map_or((surname, true), |name| (name, false)),
    }
}

impl<'t> StaffRows<'t> {
    /// None so far.
    pub fn new(vocabulary: Vocabulary<'t>) -> Self {
        Self { rows: Vec::new(), columns: scale::Columns::new(vocabulary.layout()) }
    }

    /// What is known of the columns of shares.
    pub fn columns(&self) -> Vec<ShareColumn<'t>> {
        self.columns.known()
    }

    /// The number of the column of shares of a table.
    pub fn column(&mut self, columns: &Columns, share: Option<Place<'t>>) -> usize {
        let key = share.map_or_else(|| "impegnopersonale".to_owned(), |share| header_key(share.raw()));
        self.columns.of(key, share, columns.unit)
    }

    /// Takes in a row.
    pub fn push(&mut self, row: RawRow<'t>) {
        if let RawCells::Read { figure, column, .. } = row.cells {
            self.columns.see(column, figure);
        }
        self.rows.push(row);
    }

    /// Takes in a line inside a table that has no cells at all.
    pub fn push_line(&mut self, line: Place<'t>, sheet: Option<usize>) {
        if says_total(line) {
            return;
        }
        let cells = RawCells::Malformed { row: line, cells: 1, role: None };
        self.rows.push(RawRow { sheet, without_project: None, cells });
    }

    /// Accepts or rejects every row, in order.
    pub fn settle(self, accepted: &mut Vec<StaffRow<'t>>, rejected: &mut Vec<RejectedRow<'t>>) {
        for row in self.rows {
            match row.settled(&self.columns) {
                Ok(row) => accepted.push(row),
                Err(row) => rejected.push(row),
            }
        }
    }
}

impl<'t> RawRow<'t> {
    /// Whether anything of a person is written in it: a name, a share, or no telling what.
    pub fn is_of_staff(&self) -> bool {
        match self.cells {
            RawCells::Read { name, share, .. } => !(name.raw().is_empty() && share.raw().is_empty()),
            RawCells::Malformed { .. } | RawCells::Torn { .. } => true,
        }
    }

    fn settled(self, columns: &scale::Columns<'_>) -> Result<StaffRow<'t>, RejectedRow<'t>> {
        let no_project = self.without_project.map(|place| Fault { reason: Rejection::WithoutProject, place });
        let (name, torn_name, role_written, share, figure, column) = match self.cells {
            RawCells::Read { name, torn_name, role, share, figure, column } => {
                (name, torn_name, role, share, figure, column)
            }
            RawCells::Malformed { row, cells, role } => {
                let malformed = Fault { reason: Rejection::Malformed(cells), place: row };
                let faults = no_project.into_iter().chain([malformed]).collect();
                return Err(RejectedRow { faults, name: None, role, sheet: self.sheet });
            }
            RawCells::Torn { row } => return Err(RejectedRow::torn(row, self.sheet)),
        };
        let percent = columns.share(column, share, figure);
        let role = role_written.map_or(Role::Other, role_of);
        let has_name = !torn_name && (is_name(name.raw()) || is_name(&name.words()));
        match (percent, self.sheet, no_project) {
            (Ok(percent), Some(sheet), None) if has_name => {
                Ok(StaffRow { sheet, role, percent, name, role_written, figure: share })
            }
            (percent, sheet, no_project) => {
                let no_name = (!has_name).then_some(Fault { reason: Rejection::WithoutPerson, place: name });
                let unreadable =
                    percent.err().map(|fault| Fault { reason: Rejection::UnreadablePercent(fault), place: share });
                let faults = no_project.into_iter().chain(no_name).chain(unreadable).collect();
                Err(RejectedRow { faults, name: has_name.then(|| name.words()), role: Some(role), sheet })
            }
        }
    }
}

/// The role that a cell holds. Its words are worked out only if what is written says nothing.
fn role_of(cell: Place<'_>) -> Role {
    match role(cell.raw()) {
        Role::Other => role(&cell.words()),
        known => known,
    }
}

/// The figure that a cell holds, likewise.
fn figure_of(cell: Place<'_>) -> Result<Figure, PercentFault> {
    read_figure(cell.raw()).or_else(|_| read_figure(&cell.words()))
}

/// Whether a cell names somebody: it has a letter, and nothing that has no place in a name.
pub fn is_name(words: &str) -> bool {
    if words.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b' ') {
        return !words.is_empty();
    }
    let has_no_place = |c: char| c.is_control() || matches!(c, '<' | '>' | '*' | '&' | '|');
    words.chars().any(char::is_alphabetic) && !words.chars().any(has_no_place)
}

/// Whether a row adds up the others: its name, or where it has none another cell, begins with the word for it,
/// and it has no role. The title of a project may begin with that word, too.
fn is_total(block: Block<'_>, columns: &Columns, name: Option<Place<'_>>) -> bool {
    let cell = |at: usize| block.places().nth(at).filter(|cell| !cell.raw().is_empty());
    let may_add_up = |at: usize| Some(at) != columns.title || columns.project.and_then(cell).is_none();
    let adds_up = if let Some(name) = name.filter(|name| !name.raw().is_empty()) {
        says_total(name)
    } else {
        block.places().enumerate().any(|(at, cell)| says_total(cell) && may_add_up(at))
    };
    adds_up && block.places().all(|cell| role_of(cell) == Role::Other)
}

/// Whether a cell begins with the word for a total. Few names begin like one.
fn says_total(cell: Place<'_>) -> bool {
    matches!(cell.raw().as_bytes().first(), Some(b'T' | b't' | b'S' | b's' | b'*' | b'<'))
        && vocabulary::says_total(&cell.words())
}

/// Whether a row outside any staff table looks as if it belonged into one: a name, a known role, and a
/// figure with a percent sign. A cell may have become two.
pub fn looks_like_staff_row(block: Block<'_>) -> bool {
    if !ends_with_percent(block.place.raw()) {
        return false;
    }
    let cells: Vec<Place<'_>> = block.places().filter(|cell| !cell.raw().is_empty()).collect();
    let [name, roles @ .., share] = cells.as_slice() else { return false };
    share.raw().ends_with('%')
        && share.raw().bytes().any(|byte| byte.is_ascii_digit())
        && roles.iter().any(|role| role_of(*role) != Role::Other)
        && is_name(&name.words())
}

/// Whether a role is named anywhere in a row, be it next to other words or glued to one.
pub fn names_role(row: &str) -> bool {
    let mut before = ' ';
    row.char_indices().any(|(at, c)| {
        let may_begin = c.is_ascii_uppercase() || !before.is_alphanumeric();
        before = c;
        may_begin && role(&row[at..]) != Role::Other
    })
}

/// Whether a line of text is a row of staff without cells: a name of some words, a role, and a percentage.
pub fn is_staff_line(line: &str) -> bool {
    if !ends_with_percent(line) {
        return false;
    }
    let is_word_start = |at: usize| line[..at].ends_with(|c: char| !c.is_alphanumeric());
    let mut starts = line.char_indices().map(|(at, _)| at).filter(|at| is_word_start(*at));
    let Some(role) = starts.find(|at| role(&line[*at..]) != Role::Other) else { return false };
    let mut words = line[..role].split(['*', ' ', '\t']).filter(|word| !word.is_empty());
    let count = words.clone().count();
    (2..=6).contains(&count) && words.all(|word| word.starts_with(char::is_uppercase))
}

/// Whether a row may be one of staff whose role is not known: it begins with a name, and has no code and no other figure
/// than a share.
pub fn may_be_of_staff(block: Block<'_>) -> bool {
    let cells: Vec<Place<'_>> = block.places().filter(|cell| !cell.raw().is_empty()).collect();
    let is_other =
        |cell: &Place<'_>| cell.raw().contains('_') || !cell.raw().ends_with('%') && read_figure(cell.raw()).is_ok();
    cells.first().is_some_and(|name| is_name(&name.words()) && !says_total(*name)) && !cells.iter().any(is_other)
}

/// Whether the last thing in a row is a percent sign, but for bold marks and a border.
pub fn ends_with_percent(row: &str) -> bool {
    let marks = |byte: &u8| matches!(byte, b'|' | b'*' | b' ' | b'\t' | b'b' | b'<' | b'/' | b'>');
    row.bytes().rev().find(|byte| !marks(byte)) == Some(b'%')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_have_letters_and_no_control_characters() {
        assert!(is_name("Poma Stefano"));
        assert!(!is_name("—"));
        assert!(!is_name("Poma\0 Stefano"));
        assert!(!is_name("Poma Stefano*"), "a note, or a mark: not a name of its own");
    }
}
