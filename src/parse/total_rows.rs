//! The rows of tables of people that add others up: where they stand, and of what they say they are the total.

use super::periods::PeriodNumber;
use crate::source::Place;

/// A row that adds others up.
#[derive(Debug, Clone, Copy)]
pub struct TotalRow<'t> {
    /// The number of its table, and of the part of the year that its column of shares is, if it is one.
    pub table: usize,
    pub span: Option<PeriodNumber>,
    /// What says that it adds up.
    pub label: Place<'t>,
    /// What stands in the place of the name and of the project, if that is something else.
    pub person: Option<Place<'t>>,
    pub project: Option<Place<'t>>,
    /// What is written as the total.
    pub total: Place<'t>,
}

/// All of a document.
#[derive(Debug, Default)]
pub struct TotalRows<'t> {
    pub all: Vec<TotalRow<'t>>,
    /// Where rows stand of which nobody can say what they add, each with the number of its table.
    pub unknown: Vec<(usize, usize)>,
}

impl<'t> TotalRows<'t> {
    /// Takes in a row of which nobody can say what it adds.
    pub fn keep_unknown(&mut self, table: usize, row: Place<'t>) {
        self.unknown.push((table, row.offset()));
    }
}
