//! What the settings should say of tables of working time: which of their columns is the commitment, and how much full time is, where the tables
//! themselves say it.

use rust_decimal::Decimal;

use crate::model::{Meaning, WorkUnit};
use crate::parse::{BaseKnown, ColumnSeen, Inventory, TableSeen, WorkSeen};
use crate::settings::{LayoutEntry, LayoutSettings};

/// How much full time is, as the tables that were not read, or hardly, say it.
#[derive(Debug, Default)]
pub struct Bases {
    /// How much of which unit; nothing if they do not agree, or the settings say it.
    shown: Option<(WorkUnit, Decimal)>,
    /// Whether some of them say it and do not agree.
    are_disputed: bool,
    /// Whether one of them needs it and says nothing of it.
    is_missed: bool,
}

impl Bases {
    /// What the tables of some documents say.
    pub fn of(inventories: &[Inventory<'_>], settings: &LayoutSettings) -> Self {
        let mut bases = Self::default();
        let tables = inventories.iter().flat_map(|inventory| &inventory.tables);
        for (table, work) in tables.filter_map(|table| Some((table, table.work_not_read()?))) {
            match work.base() {
                BaseKnown::Shown(own) if bases.shown.is_none_or(|known| known == (own.unit, own.full)) => {
                    bases.shown = Some((own.unit, own.full));
                }
                BaseKnown::Shown(_) | BaseKnown::Disputed(_) => bases.are_disputed = true,
                BaseKnown::Unsaid => bases.is_missed |= is_needed(table, work),
                BaseKnown::Stated => {}
            }
        }
        let is_said = |(unit, _): &(WorkUnit, Decimal)| settings.full_time(*unit).is_some();
        if bases.shown.as_ref().is_some_and(is_said) {
            (bases.shown, bases.is_missed) = (None, false);
        } else if bases.are_disputed {
            bases.shown = None;
        }
        bases
    }

    /// What could be said of it: of all figures of which nothing is said, too, or, where others stand beside them, of those alone of which a header says
    /// that they are hours.
    pub fn entries(&self) -> impl Iterator<Item = LayoutEntry> {
        let said = |(unit, amount)| [true, false].map(|is_said| LayoutEntry::FullTime { unit, amount, is_said });
        self.shown.map(said).into_iter().flatten()
    }

    /// Whether an entry says what the tables say.
    pub fn show(&self, entry: &LayoutEntry) -> bool {
        matches!(entry, LayoutEntry::FullTime { unit, amount, .. } if self.shown == Some((*unit, *amount)))
    }

    /// Whether no table says anything of it.
    pub fn is_unknown(&self) -> bool {
        self.shown.is_none() && !self.are_disputed
    }

    /// Whether one of the tables needs it.
    pub fn is_missed(&self) -> bool {
        self.is_missed
    }
}

/// Whether a table of which nothing says how much full time is can be read if that is known: projects stand in it, and one column of hours.
fn is_needed(table: &TableSeen<'_>, work: &WorkSeen<'_>) -> bool {
    table.project_of_work().is_some() && work.commitment().is_some()
}

/// The headers that would make commitments of the planned hours of a table that was not read, or hardly; none if it is no such table, nothing
/// if it is not known which of its columns they are, or how much full time is.
pub fn headers_of_work(table: &TableSeen<'_>, bases: &Bases) -> Option<Vec<(Meaning, String)>> {
    let work = table.work_not_read()?;
    let is_known = match work.base() {
        BaseKnown::Shown(_) => !bases.are_disputed,
        BaseKnown::Stated => true,
        BaseKnown::Disputed(_) => false,
        BaseKnown::Unsaid => is_needed(table, work),
    };
    let Some(commitment) = work.commitment().filter(|_| is_known) else { return Some(Vec::new()) };
    let mut found = Vec::new();
    let mut name = |at: Option<usize>, meaning: Meaning| {
        let column =
            at.map(|at| &table.columns[at]).filter(|column| column.known.is_none_or(|known| known == Meaning::Title));
        let header = column.map(|column| column.header.words()).filter(|header| !header.is_empty());
        found.extend(header.map(|header| (meaning, header.into_owned())));
    };
    if table.is_overlooked() {
        let says = |meaning: Meaning| table.columns.iter().position(|column| column.known == Some(meaning));
        let is_person = |column: &ColumnSeen<'_>| column.known.is_none() && column.looks == Some(Meaning::Person);
        let looks = || table.columns.iter().position(is_person);
        name(says(Meaning::Person).or(says(Meaning::Surname)).or_else(looks), Meaning::Person);
        name(table.project_of_work(), Meaning::Project);
    }
    found.push((Meaning::Hours, commitment.words().into_owned()));
    Some(found)
}
