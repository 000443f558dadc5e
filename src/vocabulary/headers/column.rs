//! What the header of a column says.

use crate::model::{Meaning, WorkUnit};

/// What the header of a column says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ColumnHeader {
    /// What stands below it.
    pub meaning: Meaning,
    /// How sure that is.
    pub clarity: Clarity,
    /// In what figures below it are counted, as far as it says.
    pub unit: Unit,
}

/// How much of its meaning a header gives away by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Clarity {
    /// The word has other meanings, too: *Risorsa*, *Quota*, *%*.
    Doubtful,
    /// The word has other meanings, and its unit speaks for this one: *Quota %*.
    Likely,
    /// The word means this in a table of people.
    Clear,
    /// It makes a staff table whatever stands beside it: *Nome Soggetto*.
    Decisive,
    /// The settings say it.
    Given,
}

/// In what the figures of a column are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// The header does not say it.
    Unstated,
    /// In percent.
    Percent,
    /// In working time of a unit, and of how many hundredths of it all of somebody's is, if it says so: `Ore (su 37,5)`; [`UNCLEAR`] if
    /// that cannot be read. Hours of which it does not say whether they are those of a year or a week have no unit.
    Work(Option<WorkUnit>, Option<u32>),
    /// In months, which may be those of a period.
    Months,
    /// The header is that of a year: nothing but a sign says that they are percentages.
    OfYear,
}

/// That a header says how much is all of somebody's working time, and not clearly how much.
pub const UNCLEAR: u32 = 0;

/// What a header is of a table of people: who, or how much; neither if it says nothing of the sort.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Who.
    Who,
    /// How much.
    HowMuch,
}
