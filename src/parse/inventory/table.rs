//! A table as it was understood, with its columns.

use super::work::WorkSeen;
use crate::model::Meaning;
use crate::source::{Block, Place};

/// A table as it was understood; all that have the same header are one.
#[derive(Debug)]
pub struct TableSeen<'t> {
    /// Its header, or its first row.
    pub place: Place<'t>,
    /// How many there are.
    pub count: usize,
    /// What it was taken for.
    pub shape: TableShape,
    /// How many of its rows count.
    pub accepted: usize,
    /// How many of its rows are rejected.
    pub rejected: usize,
    /// Its columns.
    pub columns: Vec<ColumnSeen<'t>>,
    /// Those of them that say working time, if any of them may be a commitment.
    pub work: Option<WorkSeen<'t>>,
}

/// What a table was taken for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TableShape {
    /// People and shares of one project.
    Staff,
    /// People and shares of several, each row with its project.
    Flat,
    /// People and shares, with a column for each project or for each person.
    Matrix,
    /// The list of the projects of a CDR.
    Summary,
    /// The indicators of an objective.
    Indicators,
    /// Nothing that is read, and why.
    Unread(WhyUnread),
}

/// Why a table is not read as one of people and shares.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum WhyUnread {
    /// It looks like one, and its headers are not known.
    UnknownHeaders,
    /// It has a column for each project.
    Matrix,
    /// Its headers speak of money.
    Money,
    /// It has people, and no shares.
    NoShares,
    /// It has no people.
    NoPeople,
}

/// A column of a table.
#[derive(Debug, Clone)]
pub struct ColumnSeen<'t> {
    /// Its header.
    pub header: Place<'t>,
    /// What that means, if it is known.
    pub known: Option<Meaning>,
    /// What the cells below it look like, where the table was not read: people, or shares.
    pub looks: Option<Meaning>,
    /// Its first cells that are not alike, at most three.
    pub samples: Vec<Place<'t>>,
}

/// So many cells show what a column holds.
const SAMPLES: usize = 3;

impl<'t> TableSeen<'t> {
    /// Whether it looks like a table of people and shares, and was not taken for one.
    pub fn is_overlooked(&self) -> bool {
        self.shape == TableShape::Unread(WhyUnread::UnknownHeaders)
    }

    /// Its columns of working time, if they are commitments and it was not read, or hardly. Of one that was read, hours alone are as well
    /// known as its other columns.
    pub fn work_not_read(&self) -> Option<&WorkSeen<'t>> {
        // Rows of no hours count whatever they are.
        let is_read = self.accepted >= self.rejected || !matches!(self.shape, TableShape::Staff | TableShape::Flat);
        let work = self.work.as_ref().filter(|work| work.is_telling())?;
        let has_choice = || work.beside.is_some() || work.headers.len() > 1;
        (self.is_overlooked() || (!is_read && has_choice())).then_some(work)
    }

    /// The column of the projects of a table of working time that was overlooked: of their codes, or where there are none of their titles.
    pub fn project_of_work(&self) -> Option<usize> {
        self.work.as_ref().filter(|work| self.is_overlooked() && work.is_telling())?;
        let of = |meaning| self.columns.iter().position(|column| column.known.or(column.looks) == Some(meaning));
        of(Meaning::Project).or_else(|| of(Meaning::Title))
    }

    /// Takes in the cells of a row, as far as they are wanted.
    pub(super) fn see(&mut self, row: Block<'t>) {
        if self.columns.iter().all(|column| column.samples.len() >= SAMPLES) {
            return;
        }
        for (column, cell) in self.columns.iter_mut().zip(row.cells()).filter(|(_, cell)| !cell.is_empty()) {
            let is_new = column.samples.iter().all(|known| known.raw() != cell.raw());
            if is_new && column.samples.len() < SAMPLES {
                column.samples.push(cell.place);
            }
        }
    }
}
