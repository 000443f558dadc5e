//! Staff rows that do not count, and why.

use std::borrow::Cow;

use super::{Percent, Role};
use crate::source::Place;

/// A staff row that does not count, and why.
#[derive(Debug)]
pub struct RejectedRow<'t> {
    /// Every reason for which it does not count, each with the part of the row that is at fault.
    pub faults: Vec<Fault<'t>>,
    /// The name, if it can be read.
    pub name: Option<Cow<'t, str>>,
    /// Where the personnel number of that name is written, if there is one.
    pub number: Option<Place<'t>>,
    /// The role, if it can be read.
    pub role: Option<Role>,
    /// What it would add to somebody's total, if that can be read.
    pub percent: Option<Percent>,
    /// The sheet under which it stands, an index into [`Plan::sheets`](super::Plan::sheets).
    pub sheet: Option<usize>,
}

impl<'t> RejectedRow<'t> {
    /// A row whose lines cannot be told from those of its neighbours.
    pub fn torn(row: Place<'t>, sheet: Option<usize>) -> Self {
        let faults = vec![Fault { reason: Rejection::Torn, place: row }];
        Self { faults, name: None, number: None, role: None, percent: None, sheet }
    }

    /// Whether nothing is wrong with it but that it stands on a sheet that repeats another.
    pub fn is_repeat(&self) -> bool {
        !self.faults.is_empty() && self.faults.iter().all(Fault::is_repeat)
    }
}

/// What is wrong with a staff row, and where in it.
#[derive(Debug, Clone, Copy)]
pub struct Fault<'t> {
    /// What is wrong.
    pub reason: Rejection,
    /// Where: a cell, or the whole row if no cell is at fault.
    pub place: Place<'t>,
}

impl Fault<'_> {
    /// Whether it is that the row stands on a sheet that repeats another.
    pub fn is_repeat(&self) -> bool {
        self.reason == Rejection::RepeatedSheet
    }
}

/// Why a staff row does not count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Rejection {
    /// The percentage cannot be read.
    UnreadablePercent(PercentFault),
    /// There is no name that can be read.
    WithoutPerson,
    /// Several people have the name, and no personnel number says which of them is meant.
    OfSeveral,
    /// It stands outside any staff table.
    Stray,
    /// Its lines cannot be told from those of its neighbours.
    Torn,
    /// It stands on a sheet that repeats another.
    RepeatedSheet,
    /// Its cell names several people, or its share is that of several rows: nobody can say what part of it is whose.
    Undivided,
    /// It cannot be read when it holds.
    UnreadablePeriod(PeriodFault),
    /// It has this number of cells instead of name, role and percentage.
    Malformed(usize),
}

/// Why it cannot be read when a commitment holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PeriodFault {
    /// There is no such day, or what is written is none.
    NotADate,
    /// It is a day only if the month stands before it.
    MonthFirst,
    /// In the same column others are days only so, and this one may be either.
    EitherOrder,
    /// It ends before it begins.
    Backwards,
    /// Nothing says from when its months are counted.
    NoBeginning,
    /// One column says another end than the other.
    TwoEnds,
    /// Nothing says which year is meant, or which is the plan's.
    NoYear,
    /// It stands beside a name, a role or a code, and may be that of something else: a contract, an absence.
    Beside,
}

/// Why a percentage cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PercentFault {
    /// Nothing is written.
    Missing,
    /// A bare figure where nothing says that it is a percentage.
    NoSign,
    /// A bare figure that may as well be a fraction of one, though the heading says percent.
    UnknownScale,
    /// A figure of hours, days or months.
    Time,
    /// Working time of a part of the year, which may be a part of that of the whole year or of that part's.
    OfPeriod,
    /// Working time of somebody who has now so much of it, now so much, or none.
    OwnTime,
    /// Working time beside a capacity, which may be one of a full position or of that.
    TimeBesideCapacity,
    /// It is a share of a capacity, or to be compared with one, that is missing or cannot be read.
    NoCapacity,
    /// Rows of one person state different capacities.
    TwoCapacities,
    /// The staff file says of the person how much they may be committed to, or work, and it is something else.
    OtherCapacity,
    /// Other rows of the person say no capacity: they may be shares of their own time, and this one is one of a full position.
    CapacityInPart,
    /// Another column may as well be the share, and says something else.
    TwoColumns,
    /// Less than nothing.
    Negative,
    /// A point that may separate thousands or decimals.
    Ambiguous,
    /// A formula that was not calculated when the document was saved.
    NotCalculated,
    /// No column of the table has a header that means a share.
    NoColumn,
    /// Ten thousand percent or more.
    TooLarge,
    /// Not a figure at all.
    NotAFigure,
}
