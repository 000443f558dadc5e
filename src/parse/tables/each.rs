//! Rows that hold several shares, each of a person on a project.

use super::people::{names_several, whole_name};
use crate::parse::capacity::CapacityNumber;
use crate::parse::cells::figure_in;
use crate::parse::columns::{Columns, NameColumn};
use crate::parse::rows::{Beside, RawCells, RawRow, ReadCells, StaffRows};
use crate::source::{Block, Cell, Place};

/// Who a share is of.
#[derive(Debug, Clone, Copy)]
pub struct Who<'t> {
    /// The name.
    pub name: Place<'t>,
    /// Whether it cannot be one.
    pub is_no_name: bool,
    /// Whether the cell names several people.
    pub names_several: bool,
    /// The role, if it is written.
    pub role: Option<Place<'t>>,
    /// The personnel number, likewise.
    pub number: Option<Place<'t>>,
    /// The code of the project that the share is of, or what stands behind it.
    pub code: Option<Place<'t>>,
    /// The number of the capacity beside the shares, if the table has such a column.
    pub capacity: Option<CapacityNumber>,
}

impl<'t> Who<'t> {
    /// Who a row is about, by the columns of its table; none if the row has no such cell.
    pub fn of(row: Block<'t>, columns: &Columns) -> Option<Self> {
        let cell = |at: usize| row.cells().nth(at);
        let (surname, first) = match columns.name {
            NameColumn::Whole(name) => (name, None),
            NameColumn::Parts { surname, first } => (surname, Some(first)),
        };
        let name = cell(surname)?;
        let are_neighbours = first.is_some_and(|first| first.abs_diff(surname) == 1);
        let first_name = first.and_then(cell).map(|cell| cell.place);
        let (whole, is_torn) = whole_name(name.place, first_name, are_neighbours);
        Some(Self {
            name: whole,
            is_no_name: is_torn,
            names_several: first.is_none() && names_several(name),
            role: columns.role.and_then(cell).map(|cell| cell.place),
            number: columns.number.and_then(cell).map(|cell| cell.place),
            code: None,
            capacity: None,
        })
    }
}

/// Whether a cell says that there is no share: nothing is written in it, or a dash.
pub fn is_none(cell: Cell<'_>) -> bool {
    cell.raw().chars().all(|c| c.is_whitespace() || matches!(c, '-' | '–' | '—' | '−' | '_' | '.' | '\\'))
}

/// The shares of a row that are merged with others, column by column: those of one cell cannot be divided.
#[derive(Debug, Default)]
pub struct Merged {
    groups: Vec<Option<usize>>,
    /// Where the last of them stands, and its number.
    last: Option<(usize, Option<usize>)>,
}

impl Merged {
    /// The number of the merged share that a cell is or goes on with, if it does: it stands in a column, and goes over so many of shares.
    pub fn group(&mut self, column: usize, cell: Cell<'_>, columns: usize, staff: &mut StaffRows<'_>) -> Option<usize> {
        if self.groups.len() <= column {
            self.groups.resize(column + 1, None);
        }
        if let Some((_, group)) = self.last.filter(|(offset, _)| *offset == cell.place.offset() && columns > 1) {
            self.groups[column] = group;
            return group;
        }
        let goes_over = cell.span().rows > 1 || columns > 1;
        self.groups[column] = match self.groups[column] {
            Some(group) if cell.is_covered() => Some(group),
            _ if goes_over || cell.is_covered() => Some(staff.begin_group()),
            _ => None,
        };
        self.last = Some((cell.place.offset(), self.groups[column]));
        self.groups[column]
    }
}

/// Takes in a share.
pub fn push<'t>(
    who: &Who<'t>,
    sheet: usize,
    share: Cell<'t>,
    (table, group): (usize, Option<usize>),
    staff: &mut StaffRows<'t>,
) {
    let of_worksheet = staff.period_of_worksheet(table, share.place);
    let beside = Beside { name: who.name, role: who.role, code: who.code };
    let period = staff.with_period_beside(beside, of_worksheet, table);
    let cells = RawCells::Read(ReadCells {
        name: who.name,
        torn_name: who.is_no_name,
        names_several: who.names_several,
        role: who.role,
        number: who.number,
        period,
        capacity: who.capacity,
        share: share.place,
        figure: figure_in(share),
        table,
        group,
    });
    staff.push(RawRow { sheet: Some(sheet), cells, percentages: 0 });
}
