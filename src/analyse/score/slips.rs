//! Results that look like slips of whoever wrote them down.

use rust_decimal::Decimal;

use super::proposal::proposed_direction;
use crate::finding::ResultSlip;
use crate::model::{Indicator, Measure};
use crate::settings::Actual;
use crate::source::Place;

/// What looks like a slip in a result; nothing of it changes the score.
pub(super) fn slips(indicator: &Indicator<'_>, target: Measure, actual: &Actual) -> Vec<ResultSlip> {
    let words = |place: Option<Place<'_>>| place.map(|place| place.words().into_owned()).unwrap_or_default();
    let (title, written) = (words(indicator.title), words(indicator.target));
    let proposed = proposed_direction(&title, &written).filter(|proposed| *proposed != actual.direction);
    let against = proposed.map(|proposed| ResultSlip::AgainstProposal { given: actual.direction, proposed });
    let of_value = match (target, actual.value) {
        (Measure::Figure(target), Measure::Figure(value)) => {
            let is_of_percent = says_percent(&title) || says_percent(&written);
            (says_percent(&actual.written) && !is_of_percent && target > Decimal::ONE_HUNDRED)
                .then_some(ResultSlip::PercentSign)
                .or_else(|| of_size(target, value, &actual.written))
        }
        _ => None,
    };
    against.into_iter().chain(of_value).collect()
}

fn says_percent(text: &str) -> bool {
    text.contains('%') || text.to_lowercase().contains("percent")
}

/// From what target on a result of one at most looks like a fraction of it.
const TARGET_OF_FRACTION: Decimal = Decimal::TEN;

/// A value that is too large, or too small, to be of the same kind as the target.
fn of_size(target: Decimal, value: Decimal, written: &str) -> Option<ResultSlip> {
    let (target, value) = (target.abs(), value.abs());
    if target.is_zero() || value.is_zero() {
        return None;
    }
    let is_fraction = value <= Decimal::ONE && target >= TARGET_OF_FRACTION && written.contains([',', '.']);
    if is_fraction && !written.contains('%') {
        return Some(ResultSlip::Fraction);
    }
    let tenfold = |small: Decimal, large: Decimal| small.checked_mul(Decimal::TEN).is_some_and(|ten| ten <= large);
    if tenfold(target, value) {
        return Some(ResultSlip::TenTimes);
    }
    tenfold(value, target).then_some(ResultSlip::Tenth)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Direction;

    #[test]
    fn a_value_of_another_size_is_told() {
        let of = |target: &str, written: &str| {
            let Some(Measure::Figure(value)) = Measure::actual(written, Direction::Higher) else { panic!("{written}") };
            of_size(target.parse().unwrap(), value, written)
        };
        for (target, written, slip) in [
            ("100", "0,95", Some(ResultSlip::Fraction)),
            ("10", "1,0", Some(ResultSlip::Fraction)),
            ("10", "1", Some(ResultSlip::Tenth)),
            ("9", "0,95", None),
            ("100", "0,95 %", Some(ResultSlip::Tenth)),
            ("95", "950", Some(ResultSlip::TenTimes)),
            ("95", "949", None),
            ("95", "9,5", Some(ResultSlip::Tenth)),
            ("95", "9,51", None),
            ("95", "0", None),
            ("0", "5", None),
            ("-5", "-50", Some(ResultSlip::TenTimes)),
            ("1", "0,5", None),
        ] {
            assert_eq!(of(target, written), slip, "{target} {written}");
        }
    }
}
