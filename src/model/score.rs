//! A degree of achievement, exact.

use std::fmt;

use num_rational::BigRational;
use rust_decimal::Decimal;

use super::Percent;

/// A degree of achievement in percent, of which 100 is the target reached: an exact fraction.
///
/// ```
/// use cento::model::Score;
///
/// let score = Score::ratio(85.into(), 102.into()).unwrap();
/// assert_eq!((score.to_string(), score.rounded().to_string()), ("250/3".to_owned(), "83.33".to_owned()));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Score(BigRational);

impl Score {
    /// So many percent.
    pub fn of(percent: Percent) -> Self {
        Self(fraction(percent.decimal()))
    }

    /// Nothing at all.
    pub fn zero() -> Self {
        Self::of(Percent::ZERO)
    }

    /// The target reached.
    pub fn full() -> Self {
        Self::of(Percent::HUNDRED)
    }

    /// `part / whole × 100`; none if the whole is nothing.
    pub fn ratio(part: Decimal, whole: Decimal) -> Option<Self> {
        (!whole.is_zero()).then(|| Self(fraction(part) / fraction(whole) * fraction(Decimal::ONE_HUNDRED)))
    }

    /// The mean of some scores; none of none.
    pub fn mean<'s>(scores: impl IntoIterator<Item = &'s Self>) -> Option<Self> {
        let same = Percent::HUNDRED;
        Self::weighted(scores.into_iter().map(|score| (score, same)))
    }

    /// The mean of some scores by their weights; none if these make nothing.
    pub fn weighted<'s>(scores: impl IntoIterator<Item = (&'s Self, Percent)>) -> Option<Self> {
        let mut sum = fraction(Decimal::ZERO);
        let mut weights = Percent::ZERO;
        for (score, weight) in scores {
            sum += &score.0 * fraction(weight.decimal());
            weights = weights + weight;
        }
        (weights != Percent::ZERO).then(|| Self(sum / fraction(weights.decimal())))
    }

    /// The part of a weight that the score earns: weight × score / 100.
    #[must_use]
    pub fn points(&self, weight: Percent) -> Self {
        Self(&self.0 * fraction(weight.decimal()) / fraction(Decimal::ONE_HUNDRED))
    }

    /// What is left of it without another.
    #[must_use]
    pub fn less(&self, other: &Self) -> Self {
        Self(&self.0 - &other.0)
    }

    /// To two places, half-up, for display alone.
    pub fn rounded(&self) -> Percent {
        let hundred = fraction(Decimal::ONE_HUNDRED);
        let half = fraction(Decimal::new(5, 1));
        let hundredths = (&self.0 * hundred + half).floor().to_integer();
        Percent::from_hundredths(i64::try_from(hundredths).unwrap_or(i64::MAX))
    }

    /// Whether two places are enough to write it.
    pub fn is_round(&self) -> bool {
        Self::of(self.rounded()) == *self
    }
}

/// The exact value, as a decimal number with at least two places if six are enough: `87.50`, `250/3`.
impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let millionths = &self.0 * fraction(Decimal::from(1_000_000));
        match i64::try_from(millionths.to_integer()) {
            Ok(whole) if millionths.is_integer() => Percent::from_millionths(whole).fmt(f),
            _ => write!(f, "{}/{}", self.0.numer(), self.0.denom()),
        }
    }
}

fn fraction(value: Decimal) -> BigRational {
    BigRational::new(value.mantissa().into(), 10_i128.pow(value.scale()).into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn score(part: i64, whole: i64) -> Score {
        Score::ratio(part.into(), whole.into()).unwrap()
    }

    #[test]
    fn fractions_stay_exact() {
        let thirds = [score(1, 3), score(1, 3), score(1, 3)];
        assert_eq!(Score::mean(&thirds).unwrap().to_string(), "100/3");
        // (50 × 2 + 100 × 1) / 3
        let weighted = [(&score(1, 2), Percent::from_hundredths(200)), (&Score::full(), Percent::from_hundredths(100))];
        assert_eq!(Score::weighted(weighted).unwrap().to_string(), "200/3");
        assert_eq!(Score::mean(&[]), None);
        assert_eq!(Score::ratio(1.into(), 0.into()), None);
    }

    #[test]
    fn rounding_is_half_up_and_only_for_display() {
        // 1/800 is 0,125 percent.
        assert_eq!(score(1, 800).rounded().to_string(), "0.13");
        assert_eq!(score(1, 800).to_string(), "0.125");
        assert_eq!(score(2, 3).rounded().to_string(), "66.67");
        assert!(!score(2, 3).is_round() && score(1, 4).is_round());
    }

    #[test]
    fn points_are_parts_of_a_weight() {
        assert_eq!(score(1, 3).points(Percent::from_hundredths(3450)).to_string(), "11.50");
    }
}
