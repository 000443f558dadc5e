//! How far one indicator is achieved.

use rust_decimal::Decimal;

use super::ScoreRules;
use crate::model::{Direction, Measure, Score};
use crate::settings::Actual;

/// How an achievement was found, for whoever checks it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// The first over the second.
    Ratio(Decimal, Decimal),
    /// There is nothing left of what should be little.
    NoneLeft(Decimal),
    /// There is nothing to divide by: the first is no more than the second.
    Within(Decimal, Decimal),
    /// There is nothing to divide by: the first is more than the second.
    Beyond(Decimal, Decimal),
    /// On the day or before.
    OnTime,
    /// So many days late.
    Late(i32),
    /// Done or not, as it should be.
    AsAsked(bool),
}

impl Step {
    /// Whether the target was reached, whatever more or less may count at most.
    pub fn is_reached(&self) -> bool {
        match *self {
            Self::Ratio(part, whole) => part >= whole,
            Self::NoneLeft(_) | Self::Within(..) | Self::OnTime => true,
            Self::Beyond(..) | Self::Late(_) => false,
            Self::AsAsked(is_so) => is_so,
        }
    }
}

/// How far an actual value of an indicator achieves its target, from 0 to the cap; none if the two cannot
/// be held against each other: of different sorts, or more should be better than a target that is nothing.
pub(super) fn achieved(target: Measure, actual: &Actual, rules: &ScoreRules) -> Option<(Step, Score)> {
    let (step, score) = match (actual.direction, target, actual.value) {
        (Direction::Higher, Measure::Figure(target), Measure::Figure(actual)) => higher(target, actual)?,
        (Direction::Lower, Measure::Figure(target), Measure::Figure(actual)) => lower(target, actual, rules)?,
        (Direction::Date, Measure::Day(target), Measure::Day(actual)) => {
            let late = (actual - target).get_days();
            if late <= 0 { (Step::OnTime, Score::full()) } else { (Step::Late(late), late_by(late, rules)) }
        }
        (Direction::YesNo, Measure::Answer(target), Measure::Answer(actual)) => {
            let score = if actual == target { Score::full() } else { Score::zero() };
            (Step::AsAsked(actual == target), score)
        }
        _ => return None,
    };
    Some((step, score.min(Score::of(rules.cap))))
}

/// The more, the better; less than nothing is no better than nothing.
fn higher(target: Decimal, actual: Decimal) -> Option<(Step, Score)> {
    let is_positive = target > Decimal::ZERO;
    let score = Score::ratio(actual.max(Decimal::ZERO), target).filter(|_| is_positive)?;
    Some((Step::Ratio(actual, target), score))
}

/// The less, the better. The ratio to an actual value near nothing is beyond every cap, and so is nothing
/// itself; a target that is nothing, or less, is reached or not.
fn lower(target: Decimal, actual: Decimal, rules: &ScoreRules) -> Option<(Step, Score)> {
    if target <= Decimal::ZERO {
        let is_reached = actual <= target;
        let reached = (Step::Within(actual, target), Score::full());
        return Some(if is_reached { reached } else { (Step::Beyond(actual, target), Score::zero()) });
    }
    if actual <= Decimal::ZERO {
        return Some((Step::NoneLeft(actual), Score::of(rules.cap)));
    }
    Some((Step::Ratio(target, actual), Score::ratio(target, actual)?))
}

/// What is left after some days, of those after which nothing is.
fn late_by(days: i32, rules: &ScoreRules) -> Score {
    let Some(all) = rules.days_to_zero else { return Score::zero() };
    let left = Decimal::from(all) - Decimal::from(days);
    Score::ratio(left.max(Decimal::ZERO), all.into()).unwrap_or_else(Score::zero)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Percent;

    fn score(direction: Direction, target: &str, actual: &str, rules: &ScoreRules) -> Option<String> {
        let value = Measure::actual(actual, direction).unwrap();
        let target = Measure::target(target, direction).unwrap();
        let actual = Actual { direction, value, written: actual.to_owned() };
        achieved(target, &actual, rules).map(|(_, score)| score.to_string())
    }

    #[test]
    fn by_direction() {
        let rules = ScoreRules::default();
        for (direction, target, actual, expected) in [
            (Direction::Higher, "90", "95", Some("100.00")),
            (Direction::Higher, "90", "60", Some("200/3")),
            (Direction::Higher, "90", "-1", Some("0.00")),
            (Direction::Higher, "0", "5", None),
            (Direction::Lower, "30", "45", Some("200/3")),
            (Direction::Lower, "30", "0", Some("100.00")),
            (Direction::Lower, "30", "20", Some("100.00")),
            (Direction::Lower, "0", "-3", Some("100.00")),
            (Direction::Lower, "0", "0,5", Some("0.00")),
            // Payments are to be made five days early: three is not enough.
            (Direction::Lower, "-5", "-3", Some("0.00")),
            (Direction::Date, "31/12/2024", "31/12/2024", Some("100.00")),
            (Direction::Date, "31/12/2024", "01/01/2025", Some("0.00")),
            (Direction::YesNo, "sì", "sì", Some("100.00")),
            (Direction::YesNo, "100", "no", Some("0.00")),
        ] {
            let found = score(direction, target, actual, &rules);
            assert_eq!(found.as_deref(), expected, "{direction:?} {target} {actual}");
        }
    }

    #[test]
    fn a_target_is_reached_or_missed_whatever_counts_at_most() {
        let rules =
            ScoreRules { cap: Percent::from_hundredths(8_000), days_to_zero: Some(30), ..ScoreRules::default() };
        for (direction, target, actual, is_reached) in [
            (Direction::Lower, "30", "30", true),
            (Direction::Lower, "30", "30,01", false),
            (Direction::Lower, "30", "0", true),
            (Direction::Lower, "0", "0", true),
            (Direction::Lower, "0", "0,1", false),
            (Direction::Higher, "90", "90", true),
            (Direction::Higher, "90", "89,99", false),
            (Direction::Date, "31/12/2024", "31/12/2024", true),
            (Direction::Date, "31/12/2024", "01/01/2025", false),
            (Direction::YesNo, "sì", "no", false),
        ] {
            let value = Measure::actual(actual, direction).unwrap();
            let written = Actual { direction, value, written: actual.to_owned() };
            let (step, _) = achieved(Measure::target(target, direction).unwrap(), &written, &rules).unwrap();
            assert_eq!(step.is_reached(), is_reached, "{direction:?} {target} {actual}");
        }
    }

    #[test]
    fn a_cap_above_a_hundred_lets_more_count_and_better_is_never_less() {
        let rules = ScoreRules { cap: Percent::from_hundredths(12_000), ..ScoreRules::default() };
        assert_eq!(score(Direction::Higher, "100", "110", &rules).unwrap(), "110.00");
        assert_eq!(score(Direction::Higher, "100", "500", &rules).unwrap(), "120.00");
        assert_eq!(score(Direction::Lower, "30", "1", &rules).unwrap(), "120.00");
        assert_eq!(score(Direction::Lower, "30", "0", &rules).unwrap(), "120.00");
    }

    #[test]
    fn days_late_take_their_share() {
        let rules = ScoreRules { days_to_zero: Some(30), ..ScoreRules::default() };
        assert_eq!(score(Direction::Date, "31/12/2024", "10/01/2025", &rules).unwrap(), "200/3");
        assert_eq!(score(Direction::Date, "31/12/2024", "31/03/2025", &rules).unwrap(), "0.00");
    }
}
