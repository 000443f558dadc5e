//! Full-time equivalents: how many full-time positions a share of somebody's time is.

use std::fmt;
use std::iter::Sum;
use std::ops::Add;

use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Serialize, Serializer};

use super::percent::at_least_two_places;
use super::{Days, Percent};

/// A number of full-time positions, exact but for what has no end in decimals (a third of a year).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Fte(Decimal);

impl Fte {
    /// No position at all.
    pub const ZERO: Self = Self(Decimal::ZERO);
    /// The decimal places that are kept, so that sums are right to [`Fte::SHOWN`].
    pub const DECIMALS: u32 = 18;
    /// The decimal places to which a number without end is rounded, half up, when it is shown.
    pub const SHOWN: u32 = 6;

    /// The number of so many units in the last place that is kept, as the dataframe holds it.
    pub fn from_units(units: i128) -> Option<Self> {
        Decimal::try_from_i128_with_scale(units, Self::DECIMALS).ok().map(Self)
    }

    /// The number as units in the last place that is kept.
    pub fn units(self) -> i128 {
        let mut exact = self.0;
        if exact.scale() > Self::DECIMALS {
            exact.rescale(Self::DECIMALS);
        }
        exact.mantissa() * 10i128.pow(Self::DECIMALS - exact.scale())
    }

    /// The part of it that falls on some days of a year; on none of them, nothing.
    #[must_use]
    pub fn of_days(self, days: u16, year: Days) -> Self {
        Self::over_year([(self, days)], year)
    }

    /// What parts come to over a year, each for so many days of it.
    pub fn over_year(parts: impl IntoIterator<Item = (Self, u16)>, year: Days) -> Self {
        let of_days: Decimal = parts.into_iter().map(|(fte, days)| fte.0 * Decimal::from(days)).sum();
        Self((of_days / Decimal::from(year.count())).round_dp(Self::DECIMALS))
    }

    /// Whether this is none.
    pub fn is_zero(self) -> bool {
        self.0.is_zero()
    }

    /// The number as it is shown: at least two places; exact if it has no more than those of a hundredth
    /// of a percentage, otherwise rounded to [`Fte::SHOWN`].
    pub fn decimal(self) -> Decimal {
        let ends = self.0.normalize().scale() <= Percent::DECIMALS + 2;
        let rounded = || self.0.round_dp_with_strategy(Self::SHOWN, RoundingStrategy::MidpointAwayFromZero);
        at_least_two_places(if ends { self.0 } else { rounded() })
    }
}

/// A person's contract: weekly hours out of those of a full-time position, months out of twelve.
///
/// A commitment is a share of the person's own time, so a part-timer's capacity is 100 % all the same;
/// working time counts where commitments become full-time equivalents.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WorkingTime {
    /// Weekly hours.
    pub hours: Decimal,
    /// The weekly hours of a full-time position; more than nothing.
    pub full_time_hours: Decimal,
    /// Months of the year, at most twelve.
    pub months: Decimal,
}

impl WorkingTime {
    /// Whether it is none at all: of no hours, or no months.
    pub fn is_nothing(&self) -> bool {
        self.hours.is_zero() || self.months.is_zero()
    }

    /// The full-time equivalents of a share: share / 100 × hours / full-time hours × months / 12.
    ///
    /// ```
    /// use cento::model::{Percent, WorkingTime};
    ///
    /// let half = WorkingTime { hours: 18.into(), full_time_hours: 36.into(), months: 12.into() };
    /// assert_eq!(half.fte(Percent::HUNDRED).to_string(), "0.50");
    /// ```
    pub fn fte(&self, share: Percent) -> Fte {
        let whole = Decimal::ONE_HUNDRED * self.full_time_hours * Decimal::from(12);
        Fte((share.decimal() * self.hours * self.months / whole).round_dp(Fte::DECIMALS))
    }
}

impl Percent {
    /// The full-time equivalents of a share of a full-time position: one hundredth of it, exact.
    pub fn fte(self) -> Fte {
        Fte(self.exact() * Decimal::new(1, 2))
    }
}

/// The number as it is shown, with a decimal point.
impl fmt::Display for Fte {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.decimal(), f)
    }
}

/// A string, so that no reader of JSON turns it into a binary fraction.
impl Serialize for Fte {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl Add for Fte {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Sum for Fte {
    fn sum<I: Iterator<Item = Self>>(numbers: I) -> Self {
        numbers.fold(Self::ZERO, Add::add)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn percent(millionths: i64) -> Percent {
        Percent::from_millionths(millionths)
    }

    #[test]
    fn full_time_equivalents_are_a_hundredth() {
        assert_eq!(percent(203_000_000).fte().to_string(), "2.03");
        assert_eq!(percent(5_500_000).fte().to_string(), "0.055");
        assert_eq!(percent(100_000_000).fte().to_string(), "1.00");
        assert_eq!(percent(33_333_333).fte().to_string(), "0.33333333");
    }

    #[test]
    fn what_has_no_end_is_rounded_only_when_it_is_shown() {
        let time = |months: u32| WorkingTime { hours: 36.into(), full_time_hours: 36.into(), months: months.into() };
        let (four, eight) = (time(4).fte(Percent::HUNDRED), time(8).fte(Percent::HUNDRED));
        assert_eq!((four.to_string(), eight.to_string()), ("0.333333".to_owned(), "0.666667".to_owned()));
        assert_eq!((four + eight).to_string(), "1.00");
        assert_eq!(Fte::from_units(four.units()), Some(four));
    }
}
