//! Units in which working time is written instead of a percentage, and how the one becomes the other.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// A unit of working time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum WorkUnit {
    /// Hours of a year.
    Hours,
    /// Hours of a month.
    MonthlyHours,
    /// Hours of a week.
    WeeklyHours,
    /// Days of a year.
    Days,
    /// Months of one person's work.
    PersonMonths,
    /// Full-time equivalents: one is all of somebody's working time.
    Fte,
}

impl WorkUnit {
    /// Every unit.
    pub const ALL: [Self; 6] =
        [Self::Hours, Self::MonthlyHours, Self::WeeklyHours, Self::Days, Self::PersonMonths, Self::Fte];

    /// The name of the unit in settings and JSON.
    pub fn code(self) -> &'static str {
        match self {
            Self::Hours => "hours",
            Self::MonthlyHours => "monthly-hours",
            Self::WeeklyHours => "weekly-hours",
            Self::Days => "days",
            Self::PersonMonths => "person-months",
            Self::Fte => "fte",
        }
    }

    /// How much of it is all of a person's working time, where it is the same for everybody: a year has twelve months.
    pub fn full_time(self) -> Option<FullTime> {
        match self {
            Self::PersonMonths => Some(FullTime::of(Decimal::from(12))),
            Self::Fte => Some(FullTime::of(Decimal::ONE)),
            Self::Hours | Self::MonthlyHours | Self::WeeklyHours | Self::Days => None,
        }
    }
}

/// How much of a unit is all of a person's working time: so much, divided by so many. A month has the twelfth of a year's hours,
/// whether or not that can be written with decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FullTime {
    /// How much.
    pub amount: Decimal,
    /// Divided by; more than nothing.
    pub parts: Decimal,
}

impl FullTime {
    /// A whole amount.
    pub const fn of(amount: Decimal) -> Self {
        Self { amount, parts: Decimal::ONE }
    }

    /// The twelfth of an amount.
    pub fn twelfth(amount: Decimal) -> Self {
        Self { amount, parts: Decimal::from(12) }
    }

    /// What is all of the working time of somebody who has a part of a full-time position: so much of so much.
    #[must_use]
    pub fn part(self, part: Decimal, whole: Decimal) -> Self {
        Self { amount: self.amount * part, parts: self.parts * whole }
    }

    /// How many percent of it some amount is, with as many decimals as there is room for; none if that is beyond all measure.
    ///
    /// ```
    /// use cento::model::FullTime;
    /// use rust_decimal::Decimal;
    ///
    /// let month = FullTime::twelfth(Decimal::from(1548));
    /// assert_eq!(month.percent(Decimal::from(129)), Some(Decimal::ONE_HUNDRED));
    /// ```
    pub fn percent(self, amount: Decimal) -> Option<Decimal> {
        amount.checked_mul(Decimal::ONE_HUNDRED)?.checked_mul(self.parts)?.checked_div(self.amount)
    }
}
