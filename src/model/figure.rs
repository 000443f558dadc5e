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

/// What a figure means where nobody knows which mark its writer puts before decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Reading {
    /// What it is if its last mark stands before decimals.
    pub decimal: Option<Decimal>,
    /// What it is if all its marks stand between thousands.
    pub thousands: Option<Decimal>,
}

impl Reading {
    /// Whether it may be either.
    pub fn is_ambiguous(self) -> bool {
        self.decimal.is_some() && self.thousands.is_some()
    }
}

/// What a figure, perhaps with a sign or in percent, may mean.
///
/// ```
/// use cento::model::reading;
///
/// assert!(reading("1.000").is_ambiguous() && reading("7,333").is_ambiguous());
/// for (written, decimal) in [("97,5", "97.5"), ("1.000,00", "1000.00"), ("1,000.5 %", "1000.5"), ("0.125", "0.125")] {
///     assert_eq!(reading(written).decimal, Some(decimal.parse().unwrap()));
///     assert!(!reading(written).is_ambiguous());
/// }
/// assert_eq!(reading("1.000.000").thousands, Some(1_000_000.into()));
/// ```
pub fn reading(written: &str) -> Reading {
    let marks: Vec<(usize, &str)> = written.match_indices([',', '.']).collect();
    let Some(&(last, mark)) = marks.last() else {
        return Reading { decimal: signed_decimal(written), thousands: None };
    };
    let without_marks = |text: &str| text.replace([',', '.'], "");
    let are_alike = |marks: &[(usize, &str)]| marks.windows(2).all(|pair| pair[0].1 == pair[1].1);
    let (before, figures) = written.split_at(last);
    let is_decimal = match &marks[..marks.len() - 1] {
        [] => true,
        others => are_alike(others) && others[0].1 != mark && are_thousands(before),
    };
    let as_decimal = || signed_decimal(&format!("{},{}", without_marks(before), &figures[1..]));
    let is_whole = are_alike(&marks) && are_thousands(written.trim_end_matches(['%', ' ', '\u{a0}']));
    Reading {
        decimal: is_decimal.then(as_decimal).flatten(),
        thousands: is_whole.then(|| signed_decimal(&without_marks(written))).flatten(),
    }
}

/// Whether marks stand between thousands: three digits behind each, up to three before the first, of which the first is none.
fn are_thousands(written: &str) -> bool {
    let are_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let mut groups = written.trim_start_matches(['-', '−', '+', ' ']).split([',', '.']);
    let first = groups.next().unwrap_or_default();
    are_digits(first)
        && first.len() <= 3
        && !first.starts_with('0')
        && groups.all(|own| own.len() == 3 && are_digits(own))
}
