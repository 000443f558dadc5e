//! The number formats of cells: what a figure means by the way in which it is shown.

use super::number::Decimal;

/// What a number in a cell is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Format {
    /// A number, and no more is said of it.
    #[default]
    Plain,
    /// A share of one that is shown in percent: `0.03` is seen as `3 %`.
    Percent,
    /// A number with a percent sign written behind it: `3` is seen as `3 %`.
    Signed,
    /// A day.
    Date,
    /// A time, or a number of hours.
    Time,
}

impl Format {
    /// The format with one of the numbers that stand for formats everywhere.
    pub fn built_in(id: u32) -> Self {
        match id {
            9 | 10 => Self::Percent,
            14..=17 | 22 | 27..=31 | 36 | 50..=54 | 57 | 58 => Self::Date,
            18..=21 | 32..=35 | 45..=47 | 55 | 56 => Self::Time,
            _ => Self::Plain,
        }
    }

    /// The format that a code describes, such as `0.00%` or `dd/mm/yyyy`: its part for positive numbers says it.
    pub fn of_code(code: &str) -> Self {
        let (mut is_date, mut is_time, mut is_signed) = (false, false, false);
        let mut chars = code.chars();
        while let Some(c) = chars.next() {
            match c {
                ';' => break,
                '%' => return Self::Percent,
                '"' => is_signed |= chars.by_ref().take_while(|&c| c != '"').any(|c| c == '%'),
                // What follows stands for itself: as a letter, as a space as wide, as what fills the cell.
                '\\' | '_' | '*' => is_signed |= chars.next() == Some('%') && c == '\\',
                // A colour, a condition, a language; or the hours of a duration.
                '[' => {
                    let word: String = chars.by_ref().take_while(|&c| c != ']').collect();
                    is_time |=
                        !word.is_empty() && word.chars().all(|c| matches!(c.to_ascii_lowercase(), 'h' | 'm' | 's'));
                }
                'd' | 'D' | 'y' | 'Y' | 'g' | 'G' if !is_general(code) => is_date = true,
                'h' | 'H' | 's' | 'S' => is_time = true,
                'm' | 'M' => is_date |= !is_time && !code.contains(['h', 'H', 's', 'S']),
                _ => {}
            }
        }
        match () {
            () if is_date => Self::Date,
            () if is_time => Self::Time,
            () if is_signed => Self::Signed,
            () => Self::Plain,
        }
    }

    /// A number as it is to be read.
    pub fn show(self, number: Decimal, is_1904: bool) -> String {
        match self {
            Self::Percent => format!("{} %", number.hundredfold()),
            Self::Signed => format!("{number} %"),
            Self::Date => number.date(is_1904).unwrap_or_else(|| number.to_string()),
            Self::Time => number.time().unwrap_or_else(|| number.to_string()),
            Self::Plain => number.to_string(),
        }
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
            ("General", Format::Plain),
            ("0.00", Format::Plain),
            ("#,##0.00\\ \"€\"", Format::Plain),
            ("0%", Format::Percent),
            ("0.00%;[Red]-0.00%", Format::Percent),
            ("0.00\\ %", Format::Percent),
            ("0.00\" %\"", Format::Signed),
            ("0\\%", Format::Signed),
            ("0_%", Format::Plain),
            ("0;0%", Format::Plain),
            ("[Red]0.00%", Format::Percent),
            ("dd/mm/yyyy", Format::Date),
            ("[$-410]d\\ mmmm\\ yyyy;@", Format::Date),
            ("mmm-yy", Format::Date),
            ("dd/mm/yyyy\\ hh:mm", Format::Date),
            ("[h]:mm", Format::Time),
            ("hh:mm", Format::Time),
            ("mm:ss", Format::Time),
            ("0.00\"m\"", Format::Plain),
        ] {
            assert_eq!(Format::of_code(code), format, "{code}");
        }
    }

    #[test]
    fn shares_are_shown_in_percent() {
        for (format, value, shown) in [
            (Format::Percent, 0.03, "3 %"),
            (Format::Percent, 0.33333, "33,333 %"),
            (Format::Percent, 0.58, "58 %"),
            (Format::Percent, 1.0, "100 %"),
            (Format::Signed, 3.0, "3 %"),
            (Format::Plain, 0.03, "0,03"),
            (Format::Date, 45657.0, "31/12/2024"),
        ] {
            assert_eq!(format.show(Decimal::of(value).unwrap(), false), shown);
        }
    }
}
