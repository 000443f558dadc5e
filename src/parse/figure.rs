//! The grammar of a percentage as staff tables write it.

use std::borrow::Cow;

use rust_decimal::Decimal;

use crate::identity::is_superscript;
use crate::model::{FullTime, Percent, PercentFault, WorkUnit};
use crate::vocabulary::without_unit;

/// A figure that can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Figure {
    /// The share, if it is one.
    pub percent: Percent,
    /// Whether the percent sign stands beside it.
    pub signed: bool,
    /// Whether it has more decimals than are kept.
    pub rounded: bool,
}

/// A share, and whether it was rounded to be one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    /// The share.
    pub percent: Percent,
    /// Whether it is the nearest to what is written, and not the very same.
    pub rounded: bool,
}

/// Reads a figure: `3,00 %`, `3 %`, `11,5%`, `1.234,50 %`, and bare `3`.
///
/// A comma separates decimals. A single point does so, too, unless three digits follow: then it
/// may as well separate thousands, and the figure is refused. Decimals behind the sixth are rounded, half to even.
/// Marks of notes beside it, raised or in brackets, are no part of it.
///
/// # Errors
///
/// What is missing, ambiguous or senseless, as [`PercentFault`].
pub fn read_figure(text: &str) -> Result<Figure, PercentFault> {
    let (millionths, signed, rounded) = read_decimals(&unmarked(text), Percent::DECIMALS as usize)?;
    Ok(Figure { percent: readable(Percent::from_millionths(millionths))?, signed, rounded })
}

/// Reads a figure that is a fraction of one, as a percentage: `0,03` is three percent. It may have two decimals more.
///
/// # Errors
///
/// As for [`read_figure`].
pub fn read_fraction(text: &str) -> Result<Share, PercentFault> {
    let (hundredths_of_millionths, _, rounded) = read_decimals(&unmarked(text), Percent::DECIMALS as usize + 2)?;
    Ok(Share { percent: readable(Percent::from_millionths(hundredths_of_millionths))?, rounded })
}

/// Reads a figure that is working time in some unit, perhaps with that beside it, as the percentage of what is all of it: exact if
/// that has six decimals, otherwise rounded there, half to even.
///
/// # Errors
///
/// As for [`read_figure`].
pub fn read_work(text: &str, unit: WorkUnit, full: FullTime) -> Result<Share, PercentFault> {
    let text = unmarked(text);
    let figure = without_unit(&text, unit).unwrap_or(&text).trim_end();
    let (millionths, _, rounded) = read_decimals(figure, Percent::DECIMALS as usize)?;
    let percent = full.percent(Decimal::new(millionths, Percent::DECIMALS)).ok_or(PercentFault::TooLarge)?;
    let nearest = percent.round_dp(Percent::DECIMALS);
    Ok(Share { percent: readable(Percent::from(nearest))?, rounded: rounded || nearest != percent })
}

/// A percentage, if it can be read again where it is shown: what is rounded may have a digit more before the comma than what is written.
fn readable(percent: Percent) -> Result<Percent, PercentFault> {
    const TOO_LARGE: i128 = 10_000_000_000;
    if percent.millionths() < TOO_LARGE { Ok(percent) } else { Err(PercentFault::TooLarge) }
}

/// Reads a figure as exactly as it is written, up to more decimals than programs write: in percent, or as working time in some unit; and
/// whether it has more than that.
///
/// # Errors
///
/// As for [`read_figure`].
pub fn read_precise(text: &str, unit: Option<WorkUnit>) -> Result<(Decimal, bool), PercentFault> {
    /// With four digits before them they are the most that are counted with.
    const DECIMALS: u32 = 14;
    let text = unmarked(text);
    let figure = unit.and_then(|unit| without_unit(&text, unit)).unwrap_or(&text).trim_end();
    let (value, _, rounded) = read_decimals(figure, DECIMALS as usize)?;
    Ok((Decimal::new(value, DECIMALS).normalize(), rounded))
}

/// A figure without marks of notes: asterisks, daggers, raised digits and letters, a sign or two digits in brackets behind it.
fn unmarked(text: &str) -> Cow<'_, str> {
    if text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b',' | b'.' | b' ' | b'%')) {
        return Cow::Borrowed(text);
    }
    let is_mark = |c: char| matches!(c, '*' | '†' | '‡' | '§') || is_superscript(c);
    let mut plain = Cow::Borrowed(text);
    if text.contains(is_mark) {
        plain = Cow::Owned(text.replace(is_mark, ""));
    }
    let bracketed = plain.trim_end().strip_suffix([')', ']']).and_then(|rest| rest.rsplit_once(['(', '[']));
    if let Some((figure, inside)) = bracketed {
        let is_number = inside.len() <= 2 && inside.bytes().all(|byte| byte.is_ascii_digit());
        let is_letter = inside.chars().count() == 1 && inside.chars().all(char::is_alphabetic);
        if (is_number || is_letter) && figure.contains(|c: char| c.is_ascii_digit()) {
            plain = Cow::Owned(figure.to_owned());
        }
    }
    match plain {
        Cow::Owned(plain) => Cow::Owned(plain.trim().to_owned()),
        borrowed @ Cow::Borrowed(_) => borrowed,
    }
}

/// Reads a figure as a whole number of its smallest decimals, whether the percent sign stands beside it, and whether it had to
/// be rounded.
fn read_decimals(text: &str, decimals: usize) -> Result<(i64, bool, bool), PercentFault> {
    if text.is_empty() {
        return Err(PercentFault::Missing);
    }
    let (figure, signed) = match text.strip_suffix('%') {
        Some(figure) => (figure.trim_end(), true),
        None => (text, false),
    };
    let (whole, fraction) = split(figure)?;
    let (kept, rest) = fraction.split_at(fraction.len().min(decimals));
    let whole = whole.bytes().filter(u8::is_ascii_digit).skip_while(|&digit| digit == b'0');
    if whole.clone().count() > 4 {
        return Err(PercentFault::TooLarge);
    }
    let zeros = std::iter::repeat_n(b'0', decimals - kept.len());
    let digits = whole.chain(kept.bytes()).chain(zeros);
    let value = digits.fold(0, |value, digit| value * 10 + i64::from(digit - b'0'));
    let rest = rest.trim_end_matches('0');
    // Half goes to the even neighbour.
    let goes_up = match rest.as_bytes() {
        [b'5'] => value % 2 == 1,
        [first, ..] => *first >= b'5',
        [] => false,
    };
    Ok((value + i64::from(goes_up), signed, !rest.is_empty()))
}

/// What stands before and after the decimal separator: digits, and before it points between
/// thousands.
fn split(figure: &str) -> Result<(&str, &str), PercentFault> {
    if let Some(positive) = figure.strip_prefix(['-', '−', '–']) {
        let looks_like_one = positive.trim_start().starts_with(|c: char| c.is_ascii_digit());
        return Err(if looks_like_one { PercentFault::Negative } else { PercentFault::NotAFigure });
    }
    if let Some((whole, fraction)) = figure.split_once(',') {
        let is_one = (is_number(whole) || separates_thousands(whole)) && is_number(fraction);
        return if is_one { Ok((whole, fraction)) } else { Err(PercentFault::NotAFigure) };
    }
    if let Some((whole, fraction)) = figure.split_once('.') {
        return match (is_number(whole) && is_number(fraction), fraction.len()) {
            (true, 3) => Err(PercentFault::Ambiguous),
            (true, _) => Ok((whole, fraction)),
            (false, _) if separates_thousands(figure) => Err(PercentFault::Ambiguous),
            (false, _) => Err(PercentFault::NotAFigure),
        };
    }
    if is_number(figure) { Ok((figure, "")) } else { Err(PercentFault::NotAFigure) }
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether points separate thousands, as in `1.234` and `12.345.678`.
fn separates_thousands(whole: &str) -> bool {
    let mut groups = whole.split('.');
    let begins = groups.next().is_some_and(|first| is_number(first) && first.len() <= 3);
    begins && groups.all(|group| group.len() == 3 && is_number(group))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_plans_write() {
        for (text, millionths, signed) in [
            ("3,00 %", 3_000_000, true),
            ("3,00%", 3_000_000, true),
            ("3 %", 3_000_000, true),
            ("11,5 %", 11_500_000, true),
            ("33,333 %", 33_333_000, true),
            ("0,00 %", 0, true),
            ("250,00 %", 250_000_000, true),
            ("1.234,50 %", 1_234_500_000, true),
            ("0,123456 %", 123_456, true),
            ("11.5 %", 11_500_000, true),
            ("100", 100_000_000, false),
            ("007,00 %", 7_000_000, true),
        ] {
            let figure = read_figure(text).unwrap_or_else(|fault| panic!("{text}: {fault:?}"));
            assert_eq!((figure.percent.millionths(), figure.signed), (millionths, signed), "{text}");
        }
    }

    #[test]
    fn marks_of_notes_are_no_digits() {
        for text in ["5¹ %", "5 %¹", "5 %*", "5 % (1)", "5 %(a)", "5 % †", "** 5 %", "¹ 5 %"] {
            assert_eq!(read_figure(text).map(|figure| figure.percent.millionths()), Ok(5_000_000), "{text}");
        }
    }

    #[test]
    fn decimals_behind_the_sixth_are_rounded_half_to_even() {
        for (text, millionths) in [
            ("33,3333333333333 %", 33_333_333),
            ("28,5714285714286 %", 28_571_429),
            ("0,0000005 %", 0),
            ("0,0000015 %", 2),
            ("0,00000050001 %", 1),
            ("99,9999999 %", 100_000_000),
        ] {
            let figure = read_figure(text).unwrap();
            assert_eq!((figure.percent.millionths(), figure.rounded), (millionths, true), "{text}");
        }
        assert!(!read_figure("3,00000000 %").unwrap().rounded, "zeros are nothing to round");
    }

    #[test]
    fn fractions_and_working_time_become_percentages() {
        let fraction = |text| read_fraction(text).map(|share| (share.percent.millionths(), share.rounded));
        assert_eq!(fraction("0,03"), Ok((3_000_000, false)));
        assert_eq!(fraction("1"), Ok((100_000_000, false)));
        assert_eq!(fraction("0,12345678"), Ok((12_345_678, false)));
        assert_eq!(fraction("0,123456789"), Ok((12_345_679, true)));
        assert_eq!(fraction("0,333333333333333"), Ok((33_333_333, true)));
        assert_eq!(
            [fraction("99,99999999"), fraction("100")],
            [Ok((9_999_999_999, false)), Err(PercentFault::TooLarge)]
        );
        let of =
            |text, unit, full| read_work(text, unit, full).map(|share| (share.percent.millionths(), share.rounded));
        let of_hours = |text, year: u32| of(text, WorkUnit::Hours, FullTime::of(year.into()));
        let hours = |text| of_hours(text, 1548);
        assert_eq!(hours("387"), Ok((25_000_000, false)));
        assert_eq!(hours("774 h"), Ok((50_000_000, false)));
        assert_eq!(hours("1.548,00 ore"), Ok((100_000_000, false)));
        assert_eq!([of_hours("1000", 10), of_hours("999,99999999", 10)], [Err(PercentFault::TooLarge); 2]);
        // 100/1548 = 0,064599483…
        assert_eq!(hours("1"), Ok((64_599, true)));
        assert_eq!(of_hours("1", 8), Ok((12_500_000, false)));
        // 0,0000025 and 0,0000005 lie between two: the even one it is.
        assert_eq!(of_hours("0,000001", 40), Ok((2, true)));
        assert_eq!(of_hours("0,000001", 200), Ok((0, true)));
        // A twelfth of 1720 has no decimals that end: 43 are three tenths of it, all the same.
        let month = FullTime::twelfth(Decimal::from(1720));
        assert_eq!(of("43", WorkUnit::MonthlyHours, month), Ok((30_000_000, false)));
        let months = FullTime::of(Decimal::from(12));
        assert_eq!(of("1,5 PM", WorkUnit::PersonMonths, months), Ok((12_500_000, false)));
        assert_eq!(of("1 mese", WorkUnit::PersonMonths, months), Ok((8_333_333, true)));
        assert_eq!(of("0,25 FTE", WorkUnit::Fte, FullTime::of(Decimal::ONE)), Ok((25_000_000, false)));
        assert_eq!(of("22 gg", WorkUnit::Days, FullTime::of(Decimal::from(220))), Ok((10_000_000, false)));
        assert_eq!(of("22 ore", WorkUnit::Days, FullTime::of(Decimal::from(220))), Err(PercentFault::NotAFigure));
    }

    #[test]
    fn refuses_what_is_ambiguous_or_senseless() {
        for (text, fault) in [
            ("", PercentFault::Missing),
            ("O,50 %", PercentFault::NotAFigure),
            ("12,5.0 %", PercentFault::NotAFigure),
            ("-5 %", PercentFault::Negative),
            ("−5 %", PercentFault::Negative),
            ("1.000 %", PercentFault::Ambiguous),
            ("11.500 %", PercentFault::Ambiguous),
            ("1.000.000 %", PercentFault::Ambiguous),
            ("12 %%", PercentFault::NotAFigure),
            ("1e2 %", PercentFault::NotAFigure),
            ("3,0\0 %", PercentFault::NotAFigure),
            ("%", PercentFault::NotAFigure),
            (",5 %", PercentFault::NotAFigure),
            ("5, %", PercentFault::NotAFigure),
            ("1,234.50 %", PercentFault::NotAFigure),
            ("12.34,5 %", PercentFault::NotAFigure),
            ("٣ %", PercentFault::NotAFigure),
            ("+5 %", PercentFault::NotAFigure),
            ("3 0 %", PercentFault::NotAFigure),
            ("50 % (fino al 30/6)", PercentFault::NotAFigure),
            ("10-20 %", PercentFault::NotAFigure),
            ("10000 %", PercentFault::TooLarge),
            ("9999,9999995 %", PercentFault::TooLarge),
            ("-", PercentFault::NotAFigure),
        ] {
            assert_eq!(read_figure(text), Err(fault), "{text}");
        }
    }
}
