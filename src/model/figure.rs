//! Figures as users and documents write them.

use std::str::FromStr;

use rust_decimal::Decimal;

use super::Percent;

/// A figure that is not negative, with a decimal comma or point, and at most six decimals.
///
/// `1.000` is none: it may be one, or a thousand.
///
/// ```
/// use cento::model::decimal;
///
/// assert_eq!(decimal("7,5").unwrap().to_string(), "7.5");
/// assert_eq!(decimal("1.000"), None);
/// ```
pub fn decimal(written: &str) -> Option<Decimal> {
    let plain = written.trim_end_matches('%').trim_end().replace(',', ".");
    // `1.000` may be a thousand.
    let is_ambiguous = written.split_once('.').is_some_and(|(_, rest)| rest.trim_end_matches(['%', ' ']).len() == 3);
    let is_plain = !is_ambiguous && plain.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    Decimal::from_str(&plain).ok().filter(|value| is_plain && value.scale() <= Percent::DECIMALS)
}

/// A [`decimal`] that may have a sign, hyphen or true minus.
///
/// ```
/// use cento::model::signed_decimal;
///
/// assert_eq!(signed_decimal("−3,25").unwrap().to_string(), "-3.25");
/// assert_eq!(signed_decimal("--3"), None);
/// ```
pub fn signed_decimal(written: &str) -> Option<Decimal> {
    match written.strip_prefix(['-', '−']) {
        Some(rest) => decimal(rest.trim_start()).map(|value| -value),
        None => decimal(written.strip_prefix('+').unwrap_or(written)),
    }
}
