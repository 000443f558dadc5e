//! A percentage, exact.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, Neg, Sub};

use rust_decimal::Decimal;
use serde::{Serialize, Serializer};

/// A share of a person's own working time, or a sum or difference of such shares, in percent.
///
/// Exact: a decimal with at most [`Percent::DECIMALS`] places, never a floating-point number.
///
/// ```
/// use cento::model::Percent;
///
/// let thirds: Percent = [33_333_000, 33_333_000, 33_333_000].map(Percent::from_millionths).into_iter().sum();
/// assert_eq!((thirds - Percent::HUNDRED).to_string(), "-0.001");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Percent(Decimal);

impl Percent {
    /// The decimal places that a percentage may have.
    pub const DECIMALS: u32 = 6;
    /// Nothing.
    pub const ZERO: Self = Self(Decimal::ZERO);
    /// The whole of a person's working time.
    pub const HUNDRED: Self = Self(Decimal::ONE_HUNDRED);

    /// The percentage of so many millionths of a percent.
    pub fn from_millionths(millionths: i64) -> Self {
        Self(Decimal::new(millionths, Self::DECIMALS))
    }

    /// So many percent.
    pub const fn from_whole(whole: u32) -> Self {
        Self(Decimal::from_parts(whole, 0, 0, false, 0))
    }

    /// The percentage of so many hundredths of a percent.
    pub fn from_hundredths(hundredths: i64) -> Self {
        Self(Decimal::new(hundredths, 2))
    }

    /// The percentage as a whole number of millionths of a percent, as the dataframe holds it.
    pub fn millionths(self) -> i128 {
        let mut exact = self.0;
        if exact.scale() > Self::DECIMALS {
            exact.rescale(Self::DECIMALS);
        }
        exact.mantissa() * 10_i128.pow(Self::DECIMALS - exact.scale())
    }

    /// Whether this is less than nothing.
    pub fn is_negative(self) -> bool {
        self.0.is_sign_negative() && !self.0.is_zero()
    }

    /// The percentage without its sign.
    #[must_use]
    pub fn abs(self) -> Self {
        Self(self.0.abs())
    }

    /// So many times the percentage.
    #[must_use]
    pub fn times(self, count: u32) -> Self {
        Self(self.0 * Decimal::from(count))
    }

    /// The fewest decimal places, at least two, that lose nothing.
    pub fn places(self) -> u32 {
        let mut millionths = self.millionths();
        if millionths % 10_000 == 0 {
            return 2;
        }
        let mut places = Self::DECIMALS;
        while places > 2 && millionths % 10 == 0 {
            millionths /= 10;
            places -= 1;
        }
        places
    }

    /// The value as it is held.
    pub(super) fn exact(self) -> Decimal {
        self.0
    }

    /// The value as a decimal number, at least two places.
    pub fn decimal(self) -> Decimal {
        at_least_two_places(self.0)
    }
}

/// The value with the fewest places, at least two, that lose nothing.
pub(super) fn at_least_two_places(value: Decimal) -> Decimal {
    let mut value = value.normalize();
    if value.scale() < 2 {
        value.rescale(2);
    }
    value
}

/// The exact value with a decimal point and at least two places: `99.00`, `-0.001`.
impl fmt::Display for Percent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.decimal(), f)
    }
}

/// A string, so that no reader of JSON turns it into a binary fraction.
impl Serialize for Percent {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl Add for Percent {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Sub for Percent {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl Neg for Percent {
    type Output = Self;
    fn neg(self) -> Self {
        Self(-self.0)
    }
}

impl Sum for Percent {
    fn sum<I: Iterator<Item = Self>>(shares: I) -> Self {
        shares.fold(Self::ZERO, Add::add)
    }
}

impl From<Decimal> for Percent {
    fn from(value: Decimal) -> Self {
        Self(value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn percent(millionths: i64) -> Percent {
        Percent::from_millionths(millionths)
    }

    #[test]
    fn display_keeps_two_places_and_loses_none() {
        assert_eq!(percent(99_000_000).to_string(), "99.00");
        assert_eq!(percent(11_500_000).to_string(), "11.50");
        assert_eq!(percent(99_999_000).to_string(), "99.999");
        assert_eq!(percent(-1).to_string(), "-0.000001");
        assert_eq!(Percent::ZERO.to_string(), "0.00");
    }

    #[test]
    fn a_third_three_times_is_under_by_a_thousandth() {
        let total: Percent = [percent(33_333_000); 3].into_iter().sum();
        assert_eq!((total - Percent::HUNDRED).millionths(), -1_000);
        assert_eq!(total.places(), 3);
    }

    #[test]
    fn millionths_go_round() {
        for millionths in [0, 1, 11_500_000, 100_000_000, -1_000] {
            assert_eq!(percent(millionths).millionths(), i128::from(millionths));
        }
    }
}
