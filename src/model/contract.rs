//! From when to when somebody works, how much may be committed then, and with which hours.

use super::{Days, Percent, Period, WorkingTime};

/// What holds of somebody's work from one day to another, as a staff file that states days says it: part-time from June, leave, hired in
/// March.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Contract {
    /// From when to when.
    pub period: Period,
    /// What the file says that may be committed then; nothing while on leave.
    pub capacity: Percent,
    /// The hours, if the file states them.
    pub working_time: Option<WorkingTime>,
}

impl Contract {
    /// The days of a year on which it holds.
    pub fn within(&self, year: u16) -> Option<Days> {
        self.period.within(year)
    }

    /// What may be committed while it holds: nothing of no working time.
    pub fn at_most(&self) -> Percent {
        if self.working_time.is_some_and(|time| time.is_nothing()) { Percent::ZERO } else { self.capacity }
    }

    /// Whether that is anything.
    pub fn may_be_committed(&self) -> bool {
        self.at_most() > Percent::ZERO
    }
}
