//! The columns of capacities of a table of commitments: what stands in them beside a share.

use super::people_header::PeopleHeader;
use crate::model::PercentFault;
use crate::parse::capacity::{CapacityCell, CapacityNumber};
use crate::parse::cells::figure_in;
use crate::parse::columns::Columns;
use crate::parse::figure::Figure;
use crate::parse::rows::StaffRows;
use crate::source::{Block, Cell, Place};
use crate::vocabulary::Unit;

/// The columns of capacities of a table that is being read.
#[derive(Debug, Clone, Copy, Default)]
pub struct CapacityColumns<'t> {
    /// Their number among the tables of the document, as their figures are judged.
    table: Option<usize>,
    /// The first row of the capacity that is merged over rows, and the name in it.
    merged: Option<(CapacityNumber, &'t str)>,
}

impl<'t> CapacityColumns<'t> {
    /// Those below a header.
    pub fn of(header: &PeopleHeader<'t>, staff: &mut StaffRows<'t>) -> Self {
        let first = header.columns.capacity_columns().next();
        first.map_or_else(Self::default, |at| Self::of_column(header.cell(at), header.columns.capacity_unit, staff))
    }

    /// The one below a header.
    pub fn of_column(header: Option<Place<'t>>, unit: Unit, staff: &mut StaffRows<'t>) -> Self {
        let table = staff.begin(header, unit);
        if let Some(own) = staff.table(table) {
            own.is_of_capacities = true;
        }
        Self { table: Some(table), merged: None }
    }

    /// Keeps what stands beside all shares of somebody in a row of a matrix; its number.
    pub fn read_cell(
        &mut self,
        cell: Option<Cell<'t>>,
        name: Place<'t>,
        staff: &mut StaffRows<'t>,
    ) -> Option<CapacityNumber> {
        let figure = cell.map_or(Err(PercentFault::NoColumn), figure_in);
        self.keep(cell, figure, (name, false), staff)
    }

    /// Keeps what stands beside a share of somebody, where the table has capacities, or shares of them; its number.
    pub fn read(
        &mut self,
        row: Block<'t>,
        columns: &Columns,
        name: Place<'t>,
        staff: &mut StaffRows<'t>,
    ) -> Option<CapacityNumber> {
        if self.table.is_none() && !columns.is_split {
            return None;
        }
        let cells: Vec<Cell<'t>> = columns.capacity_columns().filter_map(|at| row.cells().nth(at)).collect();
        let first = cells.first().copied();
        let figure = match first {
            None => Err(PercentFault::NoColumn),
            // Several that do not say the same say nothing.
            Some(first) if cells.iter().any(|cell| cell.place.words() != first.place.words()) => {
                Err(PercentFault::TwoColumns)
            }
            Some(first) => figure_in(first),
        };
        self.keep(first, figure, (name, columns.is_split), staff)
    }

    fn keep(
        &mut self,
        cell: Option<Cell<'t>>,
        figure: Result<Figure, PercentFault>,
        (name, is_split): (Place<'t>, bool),
        staff: &mut StaffRows<'t>,
    ) -> Option<CapacityNumber> {
        let (place, table) = (cell.map(|cell| cell.place), self.table.unwrap_or_default());
        let number = staff.keep_capacity(CapacityCell { place, figure, table, is_split });
        if let (Some(number), Some(cell)) = (number, cell) {
            self.see_merged(cell, number, name, staff);
        }
        number
    }

    /// What is merged over the rows of several people may be that of each or of all.
    fn see_merged(&mut self, cell: Cell<'t>, number: CapacityNumber, name: Place<'t>, staff: &mut StaffRows<'t>) {
        if !cell.is_covered() {
            self.merged = (cell.span().rows > 1).then_some((number, name.raw()));
        } else if let Some((first, _)) = self.merged.filter(|(_, own)| *own != name.raw()) {
            staff.refuse_capacities(first);
        } else if self.merged.is_none() {
            staff.refuse_capacities(number);
        }
    }
}
