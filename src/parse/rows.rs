//! The rows of tables of commitments, accepted or rejected one by one when all are known.

use super::capacity::{Capacities, CapacityCell, CapacityNumber};
use super::cells::{is_name, role_of};
use super::dates::Said;
use super::figure::Figure;
use super::not_shown::Hidden;
use super::part::StaffRow;
use super::periods::{PeriodNumber, RowPeriod, beside_code, beside_name, beside_role};
use super::scale::{Table, Tables};
use super::total_rows::TotalRows;
use crate::identity;
use crate::model::{
    Fault, Percent, PercentFault, PeriodFault, RejectedRow, Rejection, Role, ShareColumn, StatedCapacity, UnequalTotal,
};
use crate::settings::LayoutSettings;
use crate::source::{Document, Place};
use crate::vocabulary::Unit;

/// The rows of all tables of commitments of a document. Whether a bare figure is a percentage is known only when all of
/// its table are.
#[derive(Debug)]
pub struct StaffRows<'t> {
    document: &'t Document,
    rows: Vec<RawRow<'t>>,
    tables: Tables<'t>,
    /// The days of which the rows of the worksheet are that is being read, as its name says.
    pub span: Option<Said>,
    /// What is not seen of the tables.
    pub hidden: Hidden<'t>,
    /// Totals that are not what their figures make, each with its table.
    pub unequal_totals: Vec<(usize, UnequalTotal<'t>)>,
    /// The rows of tables of people that add others up.
    pub totals: TotalRows<'t>,
    /// For each share that is merged over rows, how many rows have it.
    groups: Vec<usize>,
    /// When rows hold, as far as it is written.
    periods: Vec<RowPeriod<'t>>,
    /// The capacities beside shares.
    capacities: Capacities<'t>,
}

/// A row as it was read.
#[derive(Debug)]
pub struct RawRow<'t> {
    /// The sheet that it belongs to; none if that cannot be told.
    pub sheet: Option<usize>,
    /// What stands in it.
    pub cells: RawCells<'t>,
    /// How many figures with a percent sign stand in it.
    pub percentages: usize,
}

/// What stands in a row.
#[derive(Debug)]
pub enum RawCells<'t> {
    /// As many cells as it must have.
    Read(ReadCells<'t>),
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

/// What stands in a row that has as many cells as it must.
#[derive(Debug)]
pub struct ReadCells<'t> {
    /// Who.
    pub name: Place<'t>,
    /// Whether the name cannot be one: it stands in two cells that are no neighbours, or is the word for something else.
    pub torn_name: bool,
    /// Whether the cell names several people.
    pub names_several: bool,
    /// The role, if the table has a column for it.
    pub role: Option<Place<'t>>,
    /// The personnel number, likewise.
    pub number: Option<Place<'t>>,
    /// The number of what is written of when it holds.
    pub period: Option<PeriodNumber>,
    /// The number of the capacity beside the share, if the table has such a column.
    pub capacity: Option<CapacityNumber>,
    /// How much, and what that says.
    pub share: Place<'t>,
    pub figure: Result<Figure, PercentFault>,
    /// The number of its table among those of the document.
    pub table: usize,
    /// The number of its share among those that are merged over rows, if it is one.
    pub group: Option<usize>,
}

/// What may say beside a share when it holds.
#[derive(Debug, Clone, Copy)]
pub struct Beside<'t> {
    /// The name.
    pub name: Place<'t>,
    /// The role.
    pub role: Option<Place<'t>>,
    /// The code of the project, or what stands behind it.
    pub code: Option<Place<'t>>,
}

impl<'t> StaffRows<'t> {
    /// So many that a document is a large one.
    const MANY: usize = 4096;

    /// None so far.
    pub fn new(document: &'t Document, layout: &'t LayoutSettings) -> Self {
        // As many as a document of a few projects has.
        let rows = Vec::with_capacity(64);
        let (unequal_totals, groups, periods) = (Vec::new(), Vec::new(), Vec::new());
        let (hidden, capacities, totals) = (Hidden::default(), Capacities::default(), TotalRows::default());
        Self {
            document,
            rows,
            tables: Tables::new(layout),
            span: None,
            hidden,
            unequal_totals,
            totals,
            groups,
            periods,
            capacities,
        }
    }

    /// What is known of the columns of shares.
    pub fn columns(&self) -> Vec<ShareColumn<'t>> {
        self.tables.columns()
    }

    /// What is known of the tables.
    pub fn tables(&self) -> &Tables<'t> {
        &self.tables
    }

    /// Looks, when all rows are known, which tables show another base than they are counted with.
    pub fn compare_bases(&mut self) {
        self.tables.compare_bases();
    }

    /// Begins a table, by the header of its shares; its number.
    pub fn begin(&mut self, header: Option<Place<'t>>, unit: Unit) -> usize {
        self.tables.begin(header, unit)
    }

    /// The totals that are not what their figures make; not those of figures that are rejected all together.
    pub fn unequal_totals(&mut self) -> Vec<UnequalTotal<'t>> {
        let all = std::mem::take(&mut self.unequal_totals);
        all.into_iter().filter_map(|(table, total)| self.tables.told_total(table, total)).collect()
    }

    /// What is written of when rows hold, by their numbers.
    pub fn said(&self, number: PeriodNumber) -> Option<Result<Said, PeriodFault>> {
        self.periods.get(number.get() as usize - 1).map(|period| period.said)
    }

    /// The rows so far.
    pub fn all(&self) -> &[RawRow<'t>] {
        &self.rows
    }

    /// The rows so far, and what is known of their tables.
    pub fn raw(&mut self) -> (&mut Vec<RawRow<'t>>, &Tables<'t>) {
        (&mut self.rows, &self.tables)
    }

    /// A table by its number.
    pub fn table(&mut self, number: usize) -> Option<&mut Table<'t>> {
        self.tables.table(number)
    }

    /// Takes in the working time in which a note says that the figures of a table are counted.
    pub fn note_unit(&mut self, table: usize, unit: Unit) {
        if let Some(table) = self.tables.table(table) {
            table.note_unit(unit);
        }
    }

    /// Keeps what stands beside a share in a column of capacities; its number.
    pub fn keep_capacity(&mut self, cell: CapacityCell<'t>) -> Option<CapacityNumber> {
        if cell.place.is_some() {
            self.tables.see(cell.table, cell.figure);
        }
        self.capacities.keep(cell)
    }

    /// Says of all capacities from one on that nobody can say whose they are.
    pub fn refuse_capacities(&mut self, first: CapacityNumber) {
        self.capacities.refuse(first);
    }

    /// What stands in columns of capacities, by number; none where it cannot be read.
    pub fn capacities(&self) -> Vec<Option<StatedCapacity<'t>>> {
        self.capacities.stated(&self.tables)
    }

    /// Keeps what is written of when a row holds, or several do; its number.
    pub fn keep_period(&mut self, period: RowPeriod<'t>) -> Option<PeriodNumber> {
        if period.said == Err(PeriodFault::MonthFirst)
            && let Some(table) = self.tables.table(period.table)
        {
            table.has_months_first = true;
        }
        self.periods.push(period);
        u32::try_from(self.periods.len()).ok().and_then(PeriodNumber::new)
    }

    /// When rows hold as the name of their worksheet says; their table, and a place of it.
    pub fn period_of_worksheet(&mut self, table: usize, place: Place<'t>) -> Option<PeriodNumber> {
        let said = self.span?;
        self.keep_period(RowPeriod { said: Ok(said), place, end: None, table })
    }

    /// When a row holds that says it beside the name, `Rossi Ada (dal 01/07)`; otherwise as its own cells say. If both say it, nobody can
    /// tell which holds, nor whether what stands beside a role or a code is meant.
    pub fn with_period_beside(
        &mut self,
        beside: Beside<'t>,
        own: Option<PeriodNumber>,
        table: usize,
    ) -> Option<PeriodNumber> {
        let of = |place: Option<Place<'t>>, said: fn(Place<'_>) -> Option<Result<Said, PeriodFault>>| {
            place.and_then(|place| Some((said(place)?, place)))
        };
        let all = [of(Some(beside.name), beside_name), of(beside.role, beside_role), of(beside.code, beside_code)];
        let mut all = all.into_iter().flatten();
        let Some((said, place)) = all.next() else { return own };
        let said = if own.is_some() || all.next().is_some() { said.and(Err(PeriodFault::TwoEnds)) } else { said };
        self.keep_period(RowPeriod { said, place, end: None, table })
    }

    /// When rows hold, in the order of their numbers. Where a table has days that are some only if the month stands first, others of it
    /// may be so written, too.
    pub fn take_periods(&mut self) -> Vec<RowPeriod<'t>> {
        let mut periods = std::mem::take(&mut self.periods);
        for period in &mut periods {
            let is_unclear = self.tables.table(period.table).is_some_and(|table| table.has_months_first);
            if is_unclear && period.said.is_ok_and(Said::depends_on_order) {
                period.said = Err(PeriodFault::EitherOrder);
            }
        }
        periods
    }

    /// Begins a share that is merged over rows; its number.
    pub fn begin_group(&mut self) -> usize {
        self.groups.push(0);
        self.groups.len() - 1
    }

    /// Begins a share that is merged over columns which have shares of their own; its number.
    pub fn begin_shared_group(&mut self) -> usize {
        self.groups.push(1);
        self.groups.len() - 1
    }

    /// Takes in a row.
    pub fn push(&mut self, row: RawRow<'t>) {
        if let RawCells::Read(ReadCells { figure, table, group, share, .. }) = row.cells {
            self.tables.see(table, figure);
            if figure == Err(PercentFault::NotAFigure) {
                self.tables.see_with_unit(table, share);
            }
            if let Some(rows) = group.and_then(|group| self.groups.get_mut(group)) {
                *rows += 1;
            }
        }
        let known = self.rows.len();
        if known == self.rows.capacity() && known >= Self::MANY {
            // Once for all: what grows bit by bit is copied again and again, and the copies take as much as the rows.
            let left = self.document.lines().saturating_sub(known);
            self.rows.reserve_exact(left.max(known));
        }
        self.rows.push(row);
    }

    /// Accepts or rejects every row, in order: those that are accepted, and the number of figures with a percent sign in those that are
    /// rejected. They are collected where the rows were: of a million, two of each would be a good part of all memory.
    pub fn settle(self, rejected: &mut Vec<RejectedRow<'t>>) -> (Vec<StaffRow<'t>>, usize) {
        let mut percentages = 0;
        let settled = self.rows.into_iter().filter_map(|row| {
            let own = row.percentages;
            row.settled(&self.tables, &self.groups, &self.capacities)
                .map_err(|row| {
                    percentages += own;
                    rejected.push(row);
                })
                .ok()
        });
        (settled.collect(), percentages)
    }

    /// How many rows were taken in.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Says how many figures with a percent sign stand in the rows that were taken in last, all of one line.
    pub fn count_percentages(&mut self, first: usize, percentages: usize) {
        let mut left = percentages;
        for row in self.rows.iter_mut().skip(first).rev() {
            row.percentages = left.min(1);
            left -= row.percentages;
        }
        if let Some(row) = self.rows.get_mut(first) {
            row.percentages += left;
        }
    }
}

impl RawCells<'_> {
    /// Whether there is no figure where the share should be, or no telling where it should be.
    pub fn is_without_share(&self) -> bool {
        match self {
            RawCells::Read(cells) => cells.figure.is_err(),
            RawCells::Malformed { .. } => true,
            RawCells::Torn { .. } => false,
        }
    }
}

impl<'t> RawRow<'t> {
    /// Whether anything of a person is written in it: a name, a share, or no telling what.
    pub fn is_of_staff(&self) -> bool {
        match &self.cells {
            RawCells::Read(cells) => !(cells.name.raw().is_empty() && cells.share.raw().is_empty()),
            RawCells::Malformed { .. } | RawCells::Torn { .. } => true,
        }
    }

    fn settled(
        self,
        tables: &Tables<'_>,
        groups: &[usize],
        capacities: &Capacities<'t>,
    ) -> Result<StaffRow<'t>, RejectedRow<'t>> {
        let cells = match self.cells {
            RawCells::Read(cells) => cells,
            RawCells::Malformed { row, cells, role } => {
                let faults = vec![Fault { reason: Rejection::Malformed(cells), place: row }];
                return Err(RejectedRow { faults, name: None, number: None, role, percent: None, sheet: self.sheet });
            }
            RawCells::Torn { row } => return Err(RejectedRow::torn(row, self.sheet)),
        };
        let ReadCells { name, role: role_written, share, .. } = cells;
        let is_amount = cells.period.is_some() && tables.counts_amounts(cells.table);
        let is_rate = |figure: &Figure| figure.signed || figure.percent == Percent::ZERO;
        let read = match cells.capacity.and_then(|number| capacities.get(number)) {
            None => tables.share(cells.table, share, cells.figure).map_err(|fault| (fault, share)),
            Some(capacity) => capacity.share(tables, (cells.table, share, cells.figure)),
        };
        let is_bare = !cells.figure.as_ref().is_ok_and(is_rate);
        let holds = !is_amount || !is_bare;
        let read = read.and_then(|read| if holds { Ok(read) } else { Err((PercentFault::OfPeriod, share)) });
        let number = cells.number.filter(|number| !number.raw().is_empty()).or_else(|| number_beside(name));
        let role = role_written.map_or(Role::Other, role_of);
        let has_name = !cells.torn_name && names_somebody(name);
        let is_shared = cells.group.and_then(|group| groups.get(group)).is_some_and(|rows| *rows > 1);
        match (read, self.sheet) {
            (Ok(read), Some(sheet)) if has_name && !cells.names_several && !is_shared => Ok(StaffRow {
                sheet,
                role,
                percent: read.percent,
                rounded: read.rounded,
                is_doubtful: tables.is_doubtful(cells.table),
                name,
                number,
                period: cells.period,
                role_written,
                figure: share,
                percentages: self.percentages,
                capacity: cells.capacity,
                bare_in: u32::try_from(cells.table).ok().filter(|_| is_bare),
            }),
            (read, sheet) => {
                let no_name = (!has_name).then_some(Fault { reason: Rejection::WithoutPerson, place: name });
                let undivided = |place| Fault { reason: Rejection::Undivided, place };
                let several = cells.names_several.then_some(undivided(name)).or(is_shared.then_some(undivided(share)));
                let unreadable =
                    read.err().map(|(fault, place)| Fault { reason: Rejection::UnreadablePercent(fault), place });
                // Of a share that is that of several, nobody can say what it would add.
                let percent = read.ok().filter(|_| several.is_none()).map(|read| read.percent);
                let number = number.filter(|_| has_name && several.is_none());
                let faults = no_name.into_iter().chain(several).chain(unreadable).collect();
                let name = has_name.then(|| name.words());
                Err(RejectedRow { faults, name, number, role: Some(role), percent, sheet })
            }
        }
    }
}

/// The personnel number that is written in a cell of names.
fn number_beside(name: Place<'_>) -> Option<Place<'_>> {
    if !name.raw().bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let number = identity::number_beside(&name.words())?;
    let at = name.raw().find(&number)?;
    Some(name.at(&name.raw()[at..at + number.len()]))
}

/// Whether a cell names somebody, whatever stands beside the name.
fn names_somebody(name: Place<'_>) -> bool {
    let is_one = |words: &str| is_name(&identity::bare(words)) && !identity::is_nothing(words);
    is_one(name.raw()) || is_one(&name.words())
}
