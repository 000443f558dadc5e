//! The rows of tables of commitments, accepted or rejected one by one when all are known.

use super::cells::{is_name, role_of};
use super::figure::Figure;
use super::part::StaffRow;
use super::scale;
use crate::model::{Fault, PercentFault, RejectedRow, Rejection, Role, ShareColumn, header_key};
use crate::settings::LayoutSettings;
use crate::source::Place;
use crate::vocabulary::Unit;
use crate::vocabulary::printed::STAFF_HEADER;

/// The rows of all tables of commitments of a document. Whether a bare figure is a percentage is known only when all of
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
    /// What stands in it.
    pub cells: RawCells<'t>,
}

/// What stands in a row.
#[derive(Debug)]
pub enum RawCells<'t> {
    /// As many cells as it must have.
    Read {
        /// Who.
        name: Place<'t>,
        /// Whether the name stands in two cells that are no neighbours.
        torn_name: bool,
        /// The role, if the table has a column for it.
        role: Option<Place<'t>>,
        /// How much, and what that says.
        share: Place<'t>,
        figure: Result<Figure, PercentFault>,
        /// The number of the column of shares among those of the document.
        column: usize,
    },
    /// Another number of cells.
    Malformed {
        /// All of the row.
        row: Place<'t>,
        /// How many there are.
        cells: usize,
        /// The role, if one is named.
        role: Option<Role>,
    },
    /// What cannot be told from its neighbours.
    Torn {
        /// All of the row.
        row: Place<'t>,
    },
}

impl<'t> StaffRows<'t> {
    /// None so far.
    pub fn new(layout: &'t LayoutSettings) -> Self {
        Self { rows: Vec::new(), columns: scale::Columns::new(layout) }
    }

    /// What is known of the columns of shares.
    pub fn columns(&self) -> Vec<ShareColumn<'t>> {
        self.columns.known()
    }

    /// The number of the column of shares with a header; none is that of a table of which only the name has one.
    pub fn column(&mut self, header: Option<Place<'t>>, unit: Unit) -> usize {
        let [_, _, share] = STAFF_HEADER;
        let key = header_key(header.map_or(share, Place::raw));
        self.columns.of(key, header, unit)
    }

    /// Takes in a row.
    pub fn push(&mut self, row: RawRow<'t>) {
        if let RawCells::Read { figure, column, .. } = row.cells {
            self.columns.see(column, figure);
        }
        self.rows.push(row);
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
    /// A row on a sheet.
    pub fn new(sheet: Option<usize>, cells: RawCells<'t>) -> Self {
        Self { sheet, without_project: None, cells }
    }

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
