//! The numbers of cells → text, exact to the fifteen digits that spreadsheets show.

use std::fmt;

use jiff::ToSpan;
use jiff::civil::Date;

/// A decimal, digit by digit: `0.digits` times ten to the power of `point`.
///
/// Workbooks hold binary fractions. A spreadsheet shows fifteen digits of them, and so are they read: `0.07` is held as
/// `0.070000000000000007`, and a sum that misses it by a hair is meant to be it. From there on nothing is rounded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decimal {
    is_negative: bool,
    digits: String,
    point: i32,
}

/// From as many places on, a number is written with its power of ten.
const MOST_PLACES: i32 = 21;

impl Decimal {
    /// The decimal that a cell shows; none if it is no number.
    pub fn of(value: f64) -> Option<Self> {
        if !value.is_finite() {
            return None;
        }
        let written = format!("{value:.14e}");
        let (mantissa, exponent) = written.split_once('e')?;
        let point = exponent.parse::<i32>().ok()? + 1;
        let is_negative = mantissa.starts_with('-');
        let digits: String = mantissa.chars().filter(char::is_ascii_digit).collect();
        let digits = digits.trim_end_matches('0').to_owned();
        let is_zero = digits.is_empty();
        Some(Self { is_negative: is_negative && !is_zero, digits, point: if is_zero { 1 } else { point } })
    }

    /// A hundred times as much.
    #[must_use]
    pub fn hundredfold(self) -> Self {
        self.shifted(2)
    }

    /// A hundredth of it.
    #[must_use]
    pub fn hundredth(self) -> Self {
        self.shifted(-2)
    }

    fn shifted(mut self, places: i32) -> Self {
        self.point += if self.digits.is_empty() { 0 } else { places };
        self
    }

    /// The digits before the decimal comma.
    fn whole(&self) -> String {
        let point = usize::try_from(self.point).unwrap_or_default();
        let digits = self.digits.get(..point).unwrap_or(&self.digits);
        format!("{digits}{}", "0".repeat(point - digits.len()))
    }

    /// The digits behind it.
    fn fraction(&self) -> String {
        let zeros = usize::try_from(-self.point).unwrap_or_default();
        let point = usize::try_from(self.point).unwrap_or_default();
        format!("{}{}", "0".repeat(zeros), self.digits.get(point..).unwrap_or_default())
    }

    /// The day that it stands for as a date: days after the last but one of 1899, or after the first of 1904; and
    /// the time of that day, if it is not midnight.
    pub fn date(&self, is_1904: bool) -> Option<String> {
        let days: i64 = format!("0{}", self.whole()).parse().ok().filter(|_| !self.is_negative && self.point < 9)?;
        let first = if is_1904 { Date::new(1904, 1, 1) } else { Date::new(1899, 12, 30) }.ok()?;
        let day = first.checked_add(days.days()).ok()?;
        let date = format!("{:02}/{:02}/{:04}", day.day(), day.month(), day.year());
        let minutes = self.minutes_of_day()?;
        Some(match minutes {
            0 => date,
            minutes => format!("{date} {:02}:{:02}", minutes / 60, minutes % 60),
        })
    }

    /// The time that it stands for, in hours and minutes.
    pub fn time(&self) -> Option<String> {
        let days: u64 = format!("0{}", self.whole()).parse().ok().filter(|_| !self.is_negative && self.point < 6)?;
        let minutes = self.minutes_of_day()?;
        Some(format!("{:02}:{:02}", days * 24 + minutes / 60, minutes % 60))
    }

    /// The fraction of a day in minutes, rounded down to the next, but for the error of a fraction of a second.
    fn minutes_of_day(&self) -> Option<u64> {
        const MILLIONTHS: u64 = 1_000_000;
        let millionths: u64 = format!("{:0<6.6}", self.fraction()).parse().ok()?;
        Some((millionths * 24 * 60 + MILLIONTHS / 120) / MILLIONTHS)
    }
}

/// As Italian documents write it: with a comma, and no points between thousands, which could be taken for one.
impl fmt::Display for Decimal {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_negative {
            out.write_str("-")?;
        }
        if self.digits.is_empty() {
            return out.write_str("0");
        }
        if !(-MOST_PLACES..=MOST_PLACES).contains(&self.point) {
            return write!(out, "0,{}E{}", self.digits, self.point);
        }
        let (whole, fraction) = (self.whole(), self.fraction());
        out.write_str(if whole.is_empty() { "0" } else { &whole })?;
        if fraction.is_empty() { Ok(()) } else { write!(out, ",{fraction}") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(value: f64) -> String {
        Decimal::of(value).unwrap().to_string()
    }

    #[test]
    fn numbers_are_written_as_spreadsheets_show_them() {
        for (value, written) in [
            (0.03, "0,03"),
            (3.0, "3"),
            (11.5, "11,5"),
            (100.0, "100"),
            (1234.5, "1234,5"),
            (-5.0, "-5"),
            (-0.0, "0"),
            (0.000_001, "0,000001"),
            (1e30, "0,1E31"),
            (5e-324, "0,494065645841247E-323"),
            (1.0 / 3.0, "0,333333333333333"),
        ] {
            assert_eq!(text(value), written);
        }
        for (held, written) in [
            ("0.28999999999999998", "0,29"),
            ("0.07000000000000001", "0,07"),
            ("0.30000000000000004", "0,3"),
            ("0.9999999999999999", "1"),
        ] {
            assert_eq!(text(held.parse().unwrap()), written);
        }
        assert_eq!(Decimal::of(f64::NAN), None);
    }

    #[test]
    fn a_hundredfold_moves_the_comma_and_nothing_else() {
        for (value, written) in
            [(0.03, "3"), (0.0301, "3,01"), (1.0, "100"), (0.115, "11,5"), (0.0, "0"), (2.5, "250"), (0.001, "0,1")]
        {
            assert_eq!(Decimal::of(value).unwrap().hundredfold().to_string(), written);
        }
    }

    #[test]
    fn dates_are_days_and_times_their_fractions() {
        let date = |value: f64, is_1904| Decimal::of(value).unwrap().date(is_1904);
        assert_eq!(date(45657.0, false).as_deref(), Some("31/12/2024"));
        assert_eq!(date(45292.5, false).as_deref(), Some("01/01/2024 12:00"));
        assert_eq!(date(44195.0, true).as_deref(), Some("31/12/2024"));
        assert_eq!(date(-1.0, false), None);
        assert_eq!(date(1e12, false), None);
        assert_eq!(Decimal::of(1.5).unwrap().time().as_deref(), Some("36:00"));
        assert_eq!(Decimal::of(0.354_166_666_666_667).unwrap().time().as_deref(), Some("08:30"));
    }
}
