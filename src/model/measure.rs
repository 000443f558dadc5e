//! What an indicator measures: its target and its actual value, and which way is better.

use jiff::civil::Date;
use rust_decimal::Decimal;
use unicode_normalization::UnicodeNormalization;

use super::figure::signed_decimal;

/// In which direction an indicator is better, and so how its actual value is held against the target.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Direction {
    /// The more, the better.
    Higher,
    /// The less, the better.
    Lower,
    /// Done on a day: the target or before.
    Date,
    /// Done or not.
    YesNo,
}

impl Direction {
    /// Every direction.
    pub const ALL: [Self; 4] = [Self::Higher, Self::Lower, Self::Date, Self::YesNo];

    /// The code of the direction in results files and JSON.
    pub fn code(self) -> &'static str {
        match self {
            Self::Higher => "higher",
            Self::Lower => "lower",
            Self::Date => "date",
            Self::YesNo => "yes-no",
        }
    }
}

/// A value that an indicator has, or should have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// A number.
    Figure(Decimal),
    /// A day.
    Day(Date),
    /// Done or not.
    Answer(bool),
}

impl Measure {
    /// The value that a cell holds, of the sort that the direction asks for, and nothing beside it.
    ///
    /// ```
    /// use cento::model::{Direction, Measure};
    ///
    /// assert_eq!(Measure::actual("7,5", Direction::Higher), Some(Measure::Figure("7.5".parse().unwrap())));
    /// assert_eq!(Measure::actual("Sì", Direction::YesNo), Some(Measure::Answer(true)));
    /// assert_eq!(Measure::actual("31/12/2024", Direction::Lower), None);
    /// ```
    pub fn actual(written: &str, direction: Direction) -> Option<Self> {
        let written = written.trim();
        match direction {
            Direction::Higher | Direction::Lower => signed_decimal(written).map(Self::Figure),
            Direction::Date => date(written).map(Self::Day),
            Direction::YesNo => answer(written).map(Self::Answer),
        }
    }

    /// The value that the text of a target states among other words: `> di 75 %`, `entro il 31/12/2024`.
    ///
    /// None if it states none, or more than one. What is only to be done needs no value: it should be yes.
    ///
    /// ```
    /// use cento::model::{Direction, Measure};
    ///
    /// assert_eq!(Measure::target("> di 75%", Direction::Higher), Some(Measure::Figure("75".parse().unwrap())));
    /// assert_eq!(Measure::target("da 10 a 20", Direction::Higher), None);
    /// ```
    pub fn target(written: &str, direction: Direction) -> Option<Self> {
        if direction == Direction::YesNo {
            return Some(Self::Answer(answer(written.trim()).unwrap_or(true)));
        }
        let lower = written.to_lowercase();
        if direction == Direction::Date {
            if let Some(day) = in_words(&lower) {
                return Some(Self::Day(day));
            }
        } else if lower.split(|c: char| !c.is_alphanumeric()).any(|word| MONTHS.contains(&word)) {
            // The year of a month is no figure to reach.
            return None;
        }
        let is_mark = |c: char| matches!(c, '<' | '>' | '=' | '≤' | '≥' | '(' | ')' | ';' | ':' | ',' | '.');
        let mut values = written
            .split_whitespace()
            .map(|word| word.trim_start_matches("n.").trim_start_matches("N."))
            .map(|word| word.trim_start_matches(is_mark).trim_end_matches(is_mark))
            .filter(|word| word.chars().any(|c| c.is_ascii_digit()));
        let only = values.next().filter(|_| values.next().is_none())?;
        Self::actual(only, direction)
    }
}

/// A day: `31/12/2024`, `31-12-2024`, `31.12.2024` or `2024-12-31`.
fn date(written: &str) -> Option<Date> {
    let parts: Vec<&str> = written.split(['/', '-', '.']).collect();
    let &[first, second, third] = &parts[..] else { return None };
    if !parts.iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit())) {
        return None;
    }
    let (day, month, year) = if first.len() == 4 { (third, second, first) } else { (first, second, third) };
    // A year of two digits may be one of any century.
    let is_sound = year.len() == 4 && (1..=2).contains(&day.len()) && (1..=2).contains(&month.len());
    is_sound.then(|| Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()).flatten()
}

/// The names of the months in small letters, in Italian and English.
pub const MONTHS: [&str; 24] = [
    "gennaio",
    "febbraio",
    "marzo",
    "aprile",
    "maggio",
    "giugno",
    "luglio",
    "agosto",
    "settembre",
    "ottobre",
    "novembre",
    "dicembre",
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The only day that a text names in words: `31 dicembre 2024`. A month alone is no day.
fn in_words(lower: &str) -> Option<Date> {
    let words: Vec<&str> =
        lower.split(|c: char| !c.is_alphanumeric() && c != '°').filter(|word| !word.is_empty()).collect();
    let mut days = words.windows(3).filter_map(|three| {
        let &[day, month, year] = three else { return None };
        let month = MONTHS.iter().position(|&name| name == month)? % 12 + 1;
        let day = day.trim_end_matches('°').parse().ok()?;
        (year.len() == 4).then(|| Date::new(year.parse().ok()?, i8::try_from(month).ok()?, day).ok()).flatten()
    });
    days.next().filter(|_| days.next().is_none())
}

/// Whether a word says that something is done.
fn answer(written: &str) -> Option<bool> {
    let composed: String = written.nfc().collect();
    match &*composed.to_lowercase() {
        "sì" | "si" | "si'" | "sí" | "yes" | "vero" | "true" => Some(true),
        "no" | "falso" | "false" => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i16, month: i8, day: i8) -> Measure {
        Measure::Day(jiff::civil::date(year, month, day))
    }

    #[test]
    fn days_in_every_spelling_that_is_clear() {
        for written in ["31/12/2024", "31-12-2024", "31.12.2024", "2024-12-31"] {
            assert_eq!(Measure::actual(written, Direction::Date), Some(day(2024, 12, 31)), "{written}");
        }
        for wrong in ["31/12/24", "30/02/2024", "12/2024", "31/12/2024/1", "+1/1/2024", "dicembre", ""] {
            assert_eq!(Measure::actual(wrong, Direction::Date), None, "{wrong}");
        }
    }

    #[test]
    fn actual_figures_stand_alone() {
        let figure = |written| Measure::actual(written, Direction::Higher);
        assert_eq!(figure("-0,5"), Some(Measure::Figure(Decimal::new(-5, 1))));
        assert_eq!(figure("95 %"), Some(Measure::Figure(Decimal::new(95, 0))));
        assert_eq!(figure("7,33333333333333").unwrap(), Measure::Figure("7.33333333333333".parse().unwrap()));
        for wrong in ["n.d.", "1.000", "12 giorni", "", "-", "1e3"] {
            assert_eq!(figure(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn targets_may_have_words_around_one_value() {
        let figure = |written| Measure::target(written, Direction::Lower);
        assert_eq!(figure("entro 20 giorni"), Some(Measure::Figure(Decimal::new(20, 0))));
        assert_eq!(figure(">=7,5%"), Some(Measure::Figure(Decimal::new(75, 1))));
        assert_eq!(figure("20 giorni su 30"), None);
        assert_eq!(figure("vedi nota"), None);
        assert_eq!(figure("n.10"), Some(Measure::Figure(Decimal::new(10, 0))));
        assert_eq!(figure("entro dicembre 2024"), None);
        assert_eq!(figure("maggiore di 10"), Some(Measure::Figure(Decimal::new(10, 0))));
        let date = |written| Measure::target(written, Direction::Date);
        assert_eq!(date("entro il 31 dicembre 2024"), Some(day(2024, 12, 31)));
        assert_eq!(date("1° maggio 2024"), Some(day(2024, 5, 1)));
        assert_eq!(date("dicembre 2024"), None);
        assert_eq!(Measure::target("entro il 31/12/2024.", Direction::Date), Some(day(2024, 12, 31)));
        assert_eq!(Measure::target("100", Direction::YesNo), Some(Measure::Answer(true)));
        assert_eq!(Measure::target("no", Direction::YesNo), Some(Measure::Answer(false)));
        // As some keyboards write it: the accent apart.
        assert_eq!(Measure::actual("si\u{300}", Direction::YesNo), Some(Measure::Answer(true)));
    }
}
