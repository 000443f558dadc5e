//! Figures as users and documents write them.

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
    number(written).filter(|value| value.scale() <= Percent::DECIMALS)
}

/// Whether a point in a figure may separate thousands as well as decimals.
pub fn is_ambiguous(written: &str) -> bool {
    written.split_once('.').is_some_and(|(whole, rest)| {
        let digits = rest.trim_end_matches(['%', ' ']);
        let are_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        digits.len() == 3 && are_digits(digits) && are_digits(whole.trim_start_matches(['-', '−', '+']))
    })
}

/// A figure with any number of decimals.
fn number(written: &str) -> Option<Decimal> {
    let plain = written.trim_end_matches('%').trim_end().replace(',', ".");
    // `1.000` may be a thousand.
    let is_plain = !is_ambiguous(written) && plain.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    Decimal::from_str_exact(&plain).ok().filter(|_| is_plain)
}

/// A figure like [`decimal`] that may have a sign, hyphen or true minus, and as many decimals as an average has.
///
/// ```
/// use cento::model::signed_decimal;
///
/// assert_eq!(signed_decimal("−3,25").unwrap().to_string(), "-3.25");
/// assert_eq!(signed_decimal("--3"), None);
/// ```
pub fn signed_decimal(written: &str) -> Option<Decimal> {
    match written.strip_prefix(['-', '−']) {
        Some(rest) => number(rest.trim_start()).map(|value| -value),
        None => number(written.strip_prefix('+').unwrap_or(written)),
    }
}
