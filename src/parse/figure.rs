//! The grammar of a percentage as staff tables write it.

use crate::model::{Percent, PercentFault};

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
    if text.is_empty() {
        return Err(PercentFault::Missing);
    }
    let (figure, signed) = match text.strip_suffix('%') {
        Some(figure) => (figure.trim_end(), true),
        None => (text, false),
    };
    let (whole, fraction) = split(figure)?;
    if fraction.len() > Percent::DECIMALS as usize {
        return Err(PercentFault::TooFine);
    }
    let whole = whole.bytes().filter(u8::is_ascii_digit).skip_while(|&digit| digit == b'0');
    if whole.clone().count() > 4 {
        return Err(PercentFault::TooLarge);
    }
    let zeros = std::iter::repeat_n(b'0', Percent::DECIMALS as usize - fraction.len());
    let digits = whole.chain(fraction.bytes()).chain(zeros);
    let millionths = digits.fold(0, |value, digit| value * 10 + i64::from(digit - b'0'));
    Ok(Figure { percent: Percent::from_millionths(millionths), signed })
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
