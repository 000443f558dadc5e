//! What tables of commitments have in common, on a sheet or flat: rows of a name, a role and a share.

use crate::model::{Header, Meaning, PercentFault, Role};
use crate::parse::cells::{figure_of, role_of, says_total};
use crate::parse::columns::{Columns, NameColumn};
use crate::parse::context::{Context, KnownHeader};
use crate::parse::rows::RawCells;
use crate::source::{Block, Cell, Place, trimmed};

/// A table of commitments that is being read.
#[derive(Debug)]
pub struct People<'t> {
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

/// The header of a table of commitments.
#[derive(Debug, Clone)]
pub struct PeopleHeader<'t> {
    /// Where the columns are.
    pub columns: Columns,
    /// The header.
    pub place: Place<'t>,
    row: Option<Block<'t>>,
}

impl<'t> PeopleHeader<'t> {
    /// That of a table with some columns.
    pub fn of(row: Block<'t>, columns: Columns) -> Self {
        Self { columns, place: row.place, row: Some(row) }
    }

    /// That of a table of which only the header is written, in one line.
    pub fn plain(place: Place<'t>) -> Self {
        Self { columns: Columns::PLAIN, place, row: None }
    }
}

/// Keeps the header of a table of commitments, or counts it once more if one is known that is written like it; the number of
/// its column of shares among those of the document.
pub fn keep_header<'t>(header: &PeopleHeader<'t>, known: Option<KnownHeader>, context: &mut Context<'t>) -> usize {
    if let Some(KnownHeader { number, shares, .. }) = known {
        context.part.headers[number].count += 1;
        return shares;
    }
    let (columns, number) = (header.columns, context.part.headers.len());
    let share = header.row.and_then(|row| row.cells().nth(columns.share)).map(|cell| cell.place);
    let shares = context.staff.column(share, columns.unit);
    let meanings = match header.row {
        Some(row) => {
            context.headers.push(KnownHeader { columns, number, shares });
            row.cells().enumerate().map(|(at, cell)| (cell.place, columns.meaning(at))).collect()
        }
        None => vec![(header.place, Some(Meaning::Person))],
    };
    context.part.headers.push(Header { place: header.place, columns: meanings, count: 1 });
    shares
}

impl<'t> People<'t> {
    /// A table without rows so far.
    pub fn new(columns: Columns, column: usize) -> Self {
        Self { columns, column, last_role: None, has_rows: false, torn: false }
    }

    /// Goes on after a repeated header.
    pub fn repeat_header(&mut self, columns: Columns, column: usize) {
        self.columns = columns;
        self.column = column;
        self.torn = false;
    }

    /// Whether a row goes on with this table. Right below its other rows it does; below a blank
    /// line, where a page may have ended inside the table, its role or the code of its project must say so.
    /// Without either it is doubtful, if it has a figure.
    pub fn continuation(&mut self, row: Block<'t>, says_project: impl FnOnce(Place<'t>) -> bool) -> Continuation {
        if (row.is_glued && !self.torn) || !self.has_rows {
            return Continuation::Certain;
        }
        let cell = |at: usize| row.cells().nth(at).map(|cell| cell.place);
        // A row whose lines may be those of its neighbours says nothing of where it belongs.
        let fits = row.is_certain && self.columns.fit(row.cells().count());
        let share = cell(self.columns.share).is_some_and(|share| figure_of(share).is_ok());
        let role = self.columns.role.and_then(cell).map(Place::raw).filter(|role| !role.is_empty());
        let has_role = (fits && share && role.is_some() && role == self.last_role)
            || row.cells().any(|cell| role_of(cell.place) != Role::Other);
        self.torn = !has_role && !self.columns.project.and_then(cell).is_some_and(says_project);
        if !self.torn {
            Continuation::Certain
        } else if (fits && share) || (row.is_certain && row.end().ends_with('%')) {
            Continuation::Doubtful
        } else {
            Continuation::None
        }
    }

    /// What a row holds, whatever its number of cells. A row of empty cells is none, nor is a line
    /// that adds the others up.
    pub fn read(&mut self, row: Block<'t>) -> Option<RawCells<'t>> {
        self.has_rows = true;
        let columns = self.columns;
        let (surname, first) = match columns.name {
            NameColumn::Whole(name) => (name, None),
            NameColumn::Parts { surname, first } => (surname, Some(first)),
        };
        let (mut name, mut first_name, mut role, mut share) = (None, None, None, None);
        let (mut count, mut nothing_else, mut nothing) = (0, true, true);
        for (at, cell) in row.cells().enumerate() {
            count = at + 1;
            nothing &= cell.is_empty();
            if at == surname {
                name = Some(cell.place);
            } else if Some(at) == first {
                first_name = Some(cell.place);
            } else if Some(at) == columns.role {
                role = Some(cell.place);
            } else if at == columns.share {
                share = Some(cell.place);
            } else if !columns.is_headed(at) {
                nothing_else &= cell.is_empty();
            }
        }
        if nothing || is_total(row, &columns, name) {
            return None;
        }
        if !row.is_certain {
            return Some(RawCells::Torn { row: row.place.at(trimmed(row.place.raw())) });
        }
        let fits = nothing_else && columns.fit(count);
        let (Some(name), Some(share), true) = (name, share, fits) else {
            let role = row.cells().map(|cell| role_of(cell.place)).find(|&role| role != Role::Other);
            return Some(RawCells::Malformed { row: row.place, cells: count, role });
        };
        let are_neighbours = first.is_some_and(|first| first.abs_diff(surname) == 1);
        let (name, torn_name) = whole_name(name, first_name, are_neighbours);
        let figure = match columns.rival.and_then(|rival| row.cells().nth(rival)) {
            Some(rival) if !rival.is_empty() && rival.raw() != share.raw() => Err(PercentFault::TwoColumns),
            _ => figure_of(share),
        };
        self.last_role = role.map(Place::raw);
        Some(RawCells::Read { name, torn_name, role, share, figure, column: self.column })
    }
}

/// A name of which the first name may stand in another cell; and whether the two cannot be read together.
fn whole_name<'t>(surname: Place<'t>, first: Option<Place<'t>>, are_neighbours: bool) -> (Place<'t>, bool) {
    match first {
        None => (surname, false),
        Some(first) if first.raw().is_empty() => (surname, false),
        Some(first) if surname.raw().is_empty() => (first, false),
        Some(first) => {
            let whole = if are_neighbours { surname.and(first) } else { None };
            whole.map_or((surname, true), |name| (name, false))
        }
    }
}

/// Whether a row adds up the others: its name, or where it has none another cell, begins with the word for it,
/// and it has no role. The title of a project may begin with that word, too.
fn is_total(row: Block<'_>, columns: &Columns, name: Option<Place<'_>>) -> bool {
    let cell = |at: usize| row.cells().nth(at).filter(|cell| !cell.is_empty());
    let may_add_up = |at: usize| Some(at) != columns.title || columns.project.and_then(cell).is_none();
    let adds_up = if let Some(name) = name.filter(|name| !name.raw().is_empty()) {
        says_total(name)
    } else {
        row.cells().enumerate().any(|(at, cell)| says_total(cell.place) && may_add_up(at))
    };
    adds_up && row.cells().all(|cell: Cell<'_>| role_of(cell.place) == Role::Other)
}
