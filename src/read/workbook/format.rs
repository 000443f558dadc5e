//! The number formats of cells: what a figure means by the way in which it is shown.

use super::number::Decimal;
use crate::source::NumberFormat;

/// The format with one of the numbers that stand for formats everywhere.
pub fn built_in(id: u32) -> NumberFormat {
    match id {
        9 | 10 => NumberFormat::Percent,
        14..=17 | 22 | 27..=31 | 36 | 50..=54 | 57 | 58 => NumberFormat::Date,
        18..=21 | 32..=35 | 45..=47 | 55 | 56 => NumberFormat::Time,
        _ => NumberFormat::Plain,
    }
}

/// The format that a code describes, such as `0.00%` or `dd/mm/yyyy`: its part for positive numbers says it.
pub fn of_code(code: &str) -> NumberFormat {
    let (mut is_date, mut is_time, mut is_signed) = (false, false, false);
    let mut chars = code.chars();
    while let Some(c) = chars.next() {
        match c {
            ';' => break,
            '%' => return NumberFormat::Percent,
            '"' => is_signed |= chars.by_ref().take_while(|&c| c != '"').any(|c| c == '%'),
            // What follows stands for itself: as a letter, as a space as wide, as what fills the cell.
            '\\' | '_' | '*' => is_signed |= chars.next() == Some('%') && c == '\\',
            // A colour, a condition, a language; or the hours of a duration.
            '[' => {
                let word: String = chars.by_ref().take_while(|&c| c != ']').collect();
                is_time |= !word.is_empty() && word.chars().all(|c| matches!(c.to_ascii_lowercase(), 'h' | 'm' | 's'));
            }
            'd' | 'D' | 'y' | 'Y' | 'g' | 'G' if !is_general(code) => is_date = true,
            'h' | 'H' | 's' | 'S' => is_time = true,
            'm' | 'M' => is_date |= !is_time && !code.contains(['h', 'H', 's', 'S']),
            _ => {}
        }
    }
    match () {
        () if is_date => NumberFormat::Date,
        () if is_time => NumberFormat::Time,
        () if is_signed => NumberFormat::Signed,
        () => NumberFormat::Plain,
    }
}

/// Whether a code shows nothing of a positive number: `;;;`.
pub fn hides_number(code: &str) -> bool {
    code.contains(';') && code.split(';').next().is_some_and(|positive| positive.trim_matches(['"', ' ']).is_empty())
}

/// A number as it is to be read.
pub fn show(format: NumberFormat, number: Decimal, is_1904: bool) -> String {
    match format {
        NumberFormat::Percent => format!("{} %", number.hundredfold()),
        NumberFormat::Signed => format!("{number} %"),
        NumberFormat::Date => number.date(is_1904).unwrap_or_else(|| number.to_string()),
        NumberFormat::Time => number.time().unwrap_or_else(|| number.to_string()),
        NumberFormat::Plain => number.to_string(),
    }
}

/// Whether a code is the one for no format, whose letters are no days.
fn is_general(code: &str) -> bool {
    ["general", "standard"]
        .iter()
        .any(|word| code.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_say_what_a_number_is() {
        for (code, format) in [
            ("General", NumberFormat::Plain),
            ("0.00", NumberFormat::Plain),
            ("#,##0.00\\ \"€\"", NumberFormat::Plain),
            ("0%", NumberFormat::Percent),
            ("0.00%;[Red]-0.00%", NumberFormat::Percent),
            ("0.00\\ %", NumberFormat::Percent),
            ("0.00\" %\"", NumberFormat::Signed),
            ("0\\%", NumberFormat::Signed),
            ("0_%", NumberFormat::Plain),
            ("0;0%", NumberFormat::Plain),
            ("[Red]0.00%", NumberFormat::Percent),
            ("dd/mm/yyyy", NumberFormat::Date),
            ("[$-410]d\\ mmmm\\ yyyy;@", NumberFormat::Date),
            ("mmm-yy", NumberFormat::Date),
            ("dd/mm/yyyy\\ hh:mm", NumberFormat::Date),
            ("[h]:mm", NumberFormat::Time),
            ("hh:mm", NumberFormat::Time),
            ("mm:ss", NumberFormat::Time),
            ("0.00\"m\"", NumberFormat::Plain),
        ] {
            assert_eq!(of_code(code), format, "{code}");
        }
    }

    #[test]
    fn shares_are_shown_in_percent() {
        for (format, value, shown) in [
            (NumberFormat::Percent, 0.03, "3 %"),
            (NumberFormat::Percent, 0.33333, "33,333 %"),
            (NumberFormat::Percent, 0.58, "58 %"),
            (NumberFormat::Percent, 1.0, "100 %"),
            (NumberFormat::Signed, 3.0, "3 %"),
            (NumberFormat::Plain, 0.03, "0,03"),
            (NumberFormat::Date, 45657.0, "31/12/2024"),
        ] {
            assert_eq!(show(format, Decimal::of(value).unwrap(), false), shown);
        }
    }
}
