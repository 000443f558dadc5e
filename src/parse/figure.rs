//! The grammar of a percentage as staff tables write it.

use rust_decimal::Decimal;

use crate::model::{Percent, PercentFault};
use crate::vocabulary::without_hours;

/// A figure that can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Figure {
    /// The share, if it is one.
    pub percent: Percent,
    /// Whether the percent sign stands beside it.
    pub signed: bool,
}

/// Reads a figure: `3,00 %`, `3 %`, `11,5%`, `1.234,50 %`, and bare `3`.
///
/// A comma separates decimals. A single point does so, too, unless three digits follow: then it
/// may as well separate thousands, and the figure is refused.
///
/// # Errors
///
/// What is missing, ambiguous or senseless, as [`PercentFault`].
pub fn read_figure(text: &str) -> Result<Figure, PercentFault> {
    let (millionths, signed) = read_decimals(text, Percent::DECIMALS as usize)?;
    Ok(Figure { percent: Percent::from_millionths(millionths), signed })
}

/// Reads a figure that is a fraction of one, as a percentage: `0,03` is three percent. It may have two decimals more.
///
/// # Errors
///
/// As for [`read_figure`].
pub fn read_fraction(text: &str) -> Result<Percent, PercentFault> {
    let (hundredths_of_millionths, _) = read_decimals(text, Percent::DECIMALS as usize + 2)?;
    Ok(Percent::from_millionths(hundredths_of_millionths))
}

/// Reads a figure that is a number of hours, as the percentage of a year's hours: exact if that has six decimals,
/// otherwise rounded there, half to even.
///
/// # Errors
///
/// As for [`read_figure`].
pub fn read_hours(text: &str, hours_per_year: Decimal) -> Result<Percent, PercentFault> {
    let figure = without_hours(text).unwrap_or(text).trim_end();
    let (millionths, _) = read_decimals(figure, Percent::DECIMALS as usize)?;
    let hours = Decimal::new(millionths, Percent::DECIMALS);
    let percent = hours.checked_mul(Decimal::ONE_HUNDRED).and_then(|hours| hours.checked_div(hours_per_year));
    let rounded = percent.map(|percent| percent.round_dp(Percent::DECIMALS));
    rounded.filter(|percent| *percent < Decimal::from(10_000)).map(Percent::from).ok_or(PercentFault::TooLarge)
}

/// Reads a figure as a whole number of its smallest decimals, and whether the percent sign stands beside it.
fn read_decimals(text: &str, decimals: usize) -> Result<(i64, bool), PercentFault> {
    if text.is_empty() {
        return Err(PercentFault::Missing);
    }
    let (figure, signed) = match text.strip_suffix('%') {
        Some(figure) => (figure.trim_end(), true),
        None => (text, false),
    };
    let (whole, fraction) = split(figure)?;
    if fraction.len() > decimals {
        return Err(PercentFault::TooFine);
    }
    let whole = whole.bytes().filter(u8::is_ascii_digit).skip_while(|&digit| digit == b'0');
    if whole.clone().count() > 4 {
        return Err(PercentFault::TooLarge);
    }
    let zeros = std::iter::repeat_n(b'0', decimals - fraction.len());
    let digits = whole.chain(fraction.bytes()).chain(zeros);
    Ok((digits.fold(0, |value, digit| value * 10 + i64::from(digit - b'0')), signed))
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
    fn fractions_and_hours_become_percentages() {
        let fraction = |text| read_fraction(text).map(Percent::millionths);
        assert_eq!(fraction("0,03"), Ok(3_000_000));
        assert_eq!(fraction("1"), Ok(100_000_000));
        assert_eq!(fraction("0,12345678"), Ok(12_345_678));
        assert_eq!(fraction("0,123456789"), Err(PercentFault::TooFine));
        let hours = |text| read_hours(text, Decimal::from(1548)).map(Percent::millionths);
        assert_eq!(hours("387"), Ok(25_000_000));
        assert_eq!(hours("774 h"), Ok(50_000_000));
        assert_eq!(hours("1.548,00 ore"), Ok(100_000_000));
        // 100/1548 = 0,064599483…
        assert_eq!(hours("1"), Ok(64_599));
        assert_eq!(read_hours("1", Decimal::from(8)).map(Percent::millionths), Ok(12_500_000));
        // 0,0000025 and 0,0000005 lie between two: the even one it is.
        assert_eq!(read_hours("0,000001", Decimal::from(40)).map(Percent::millionths), Ok(2));
        assert_eq!(read_hours("0,000001", Decimal::from(200)).map(Percent::millionths), Ok(0));
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
            ("0,1234567 %", PercentFault::TooFine),
            ("10000 %", PercentFault::TooLarge),
            ("-", PercentFault::NotAFigure),
        ] {
            assert_eq!(read_figure(text), Err(fault), "{text}");
        }
    }
}
