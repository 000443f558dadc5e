//! What stands below the headings of a table that has a column for each project, or for each person.

use super::each::is_none;
use super::sums::{Of, Sum};
use crate::model::Role;
use crate::parse::cells::{adds_up, figure_in, looks_like_person, role_of};
use crate::source::{Block, Cell};

/// The rows below the headings, and what their columns hold.
#[derive(Debug)]
pub struct Body<'t> {
    rows: Vec<Vec<Cell<'t>>>,
}

impl<'t> Body<'t> {
    /// What stands in some rows.
    pub fn of(rows: &[Block<'t>]) -> Self {
        Self { rows: rows.iter().map(|row| row.cells().collect()).collect() }
    }

    /// The cells of a column in which something is written.
    pub fn cells(&self, column: usize) -> impl Iterator<Item = Cell<'t>> {
        self.rows.iter().filter_map(move |row| row.get(column).copied()).filter(|cell| !cell.is_empty())
    }

    /// Whether nothing but figures stands in a column, and any does.
    pub fn has_figures(&self, column: usize) -> bool {
        let mut any = false;
        self.cells(column).filter(|cell| !is_none(*cell)).all(|cell| {
            any = true;
            figure_in(cell).is_ok()
        }) && any
    }

    /// Whether any figure stands in a column.
    pub fn has_any_figure(&self, column: usize) -> bool {
        self.cells(column).any(|cell| figure_in(cell).is_ok())
    }

    /// Whether any figure with a percent sign stands in a column.
    pub fn has_signs(&self, column: usize) -> bool {
        self.cells(column).any(|cell| figure_in(cell).is_ok_and(|figure| figure.signed))
    }

    /// Whether most of a column's cells are names of people.
    pub fn has_people(&self, column: usize) -> bool {
        let (names, all) = (self.cells(column).filter(is_name).count(), self.cells(column).count());
        names > 0 && names * 3 >= all * 2
    }

    /// Whether any name of a person stands in a column.
    pub fn has_any_person(&self, column: usize) -> bool {
        self.cells(column).any(|cell| is_name(&cell))
    }

    /// Whether a column says nothing but what another says on the same rows.
    pub fn repeats(&self, column: usize, other: usize) -> bool {
        let words = |row: &Vec<Cell<'t>>, at: usize| row.get(at).map(|cell| cell.place.words()).unwrap_or_default();
        self.rows
            .iter()
            .map(|row| (words(row, column), words(row, other)))
            .all(|(own, other)| own.is_empty() || own == other)
    }

    /// Whether a total stands in every row, and is what some columns make.
    pub fn totals_are_of(&self, total: usize, columns: &[usize]) -> bool {
        let mut compared = 0;
        let is_equal = self.rows.iter().all(|cells| {
            let mut sum = Sum::default();
            let mut any = false;
            for cell in columns.iter().filter_map(|at| cells.get(*at)).filter(|cell| !is_none(**cell)) {
                any = true;
                sum.add(figure_in(*cell).ok());
            }
            let Some(total) = cells.get(total).filter(|cell| !cell.is_empty() && any) else { return !any };
            compared += 1;
            sum.compare(total.place, Of { place: total.place, is_person: false }).is_none()
        });
        is_equal && compared > 0
    }
}

/// Whether a cell says the name of a person, and no role or total.
fn is_name(cell: &Cell<'_>) -> bool {
    let words = cell.place.words();
    looks_like_person(&words) && role_of(cell.place) == Role::Other && !adds_up(cell.place)
}
