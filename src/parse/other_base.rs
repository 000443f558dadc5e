//! Columns that stand unread beside working time, say the same in parts of full time, and show that full time is another than the figures are
//! counted with.

use super::inventory::{BaseSeen, RowsTwice, SaidTwice};
use crate::model::{FullTime, OtherBase, WorkUnit};
use crate::source::Place;
use crate::vocabulary::{Counted, PartOfTime, Stage, work_heading};

/// So many rows of a table tell how much full time is.
const MOST: usize = 1000;

/// The columns of a table that stand unread and say working time in parts of full time, with what the rows say of both.
#[derive(Debug, Default)]
pub struct Beside<'t> {
    columns: Vec<Column<'t>>,
}

#[derive(Debug)]
struct Column<'t> {
    /// Its number.
    number: usize,
    /// The header of the working time.
    amounts: Place<'t>,
    /// In which parts it is counted; none if in none, or at another time than the working time.
    part: Option<PartOfTime>,
    rows: Vec<[Place<'t>; 2]>,
}

impl<'t> Beside<'t> {
    /// Takes in a cell of a column that stands unread, below its header, and that of the working time in its row, below its own.
    pub fn see(&mut self, column: usize, [header, cell]: [Place<'t>; 2], [amounts, amount]: [Place<'t>; 2]) {
        let at = self.columns.iter().position(|own| own.number == column).unwrap_or_else(|| {
            let part = part_of(header, amounts);
            self.columns.push(Column { number: column, amounts, part, rows: Vec::new() });
            self.columns.len() - 1
        });
        let own = &mut self.columns[at];
        if own.part.is_some() && own.rows.len() < MOST {
            own.rows.push([amount, cell]);
        }
    }

    /// The number of the first column that shows another base than working time of a unit is counted with, and what it shows.
    pub fn other(&self, unit: WorkUnit, full: FullTime, is_of_settings: bool) -> Option<(usize, OtherBase<'t>)> {
        self.columns.iter().find_map(|own| {
            let BaseSeen { unit: shown, full: other, row: SaidTwice { amount, part, .. }, agreeing, rows, .. } =
                own.shown(unit, full)?;
            let counted = if unit == WorkUnit::MonthlyHours { WorkUnit::Hours } else { unit };
            let amounts = own.amounts;
            let base = OtherBase {
                amounts,
                amount,
                part,
                shown: (shown, other),
                counted: (counted, full.amount),
                is_of_settings,
                agreeing,
                rows,
            };
            Some((own.number, base))
        })
    }
}

impl<'t> Column<'t> {
    fn shown(&self, unit: WorkUnit, full: FullTime) -> Option<BaseSeen<'t>> {
        let part = self.part?;
        let is_of_months = matches!(part, PartOfTime::Month { .. });
        // Where the header does not say of what the hours are, the settings may be wrong in that, too.
        let units: &[Option<WorkUnit>] = match unit {
            WorkUnit::Days => &[Some(WorkUnit::Days)],
            WorkUnit::MonthlyHours if is_of_months => &[],
            WorkUnit::MonthlyHours => &[Some(WorkUnit::MonthlyHours)],
            WorkUnit::Hours | WorkUnit::WeeklyHours => &[None],
            WorkUnit::PersonMonths | WorkUnit::Fte => &[],
        };
        units.iter().find_map(|unit| {
            let mut twice = RowsTwice::new(*unit, part);
            self.rows.iter().for_each(|[amount, part]| twice.see(*amount, *part));
            twice.other_than(full)
        })
    }
}

/// In which parts of full time a column says what another says in hours: one that is planned is not what was done.
fn part_of(header: Place<'_>, amounts: Place<'_>) -> Option<PartOfTime> {
    let heading = work_heading(&header.words())?;
    let is_done = |stage: Option<Stage>| stage == Some(Stage::Done);
    let of_amounts = work_heading(&amounts.words()).map(|own| own.stage);
    match heading.counted {
        Counted::Part(part) if is_done(Some(heading.stage)) == is_done(of_amounts) => Some(part),
        _ => None,
    }
}
