//! The words of years: above columns of which each is of one, and above a column that says it row by row.

use super::headers::Unit;
use super::headers::unit_in;
use super::words::words;
use crate::model::plain_letter;

/// Words for a year in a heading, in small letters.
const YEARS: [&str; 6] = ["anno", "year", "esercizio", "annualita", "annualità", "fy"];

/// A heading that says of what year the figures below it are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct YearHeading {
    /// The year.
    pub year: u16,
    /// In what the figures are counted, if it says so.
    pub unit: Unit,
    /// Whether it says nothing else.
    pub is_bare: bool,
}

fn year(word: &str) -> Option<u16> {
    let is_year = word.len() == 4 && word.starts_with("20") && word.bytes().all(|byte| byte.is_ascii_digit());
    if is_year { word.parse().ok() } else { None }
}

fn is_word_for_year(word: &str) -> bool {
    let plain: String = word.chars().filter_map(plain_letter).collect();
    YEARS.contains(&plain.as_str())
}

/// The one year that a heading names, if it names one.
pub fn heading_of_year(heading: &str) -> Option<YearHeading> {
    if !heading.contains("20") {
        return None;
    }
    let mut years = words(heading).filter_map(year);
    let own = years.next().filter(|_| years.next().is_none())?;
    let is_bare = words(heading).all(|word| year(word).is_some() || is_word_for_year(word) || word.starts_with("perc"));
    Some(YearHeading { year: own, unit: unit_in(heading), is_bare })
}

/// Whether a heading is that of a column in which years stand.
pub fn heads_years(heading: &str) -> bool {
    let mut words = words(heading);
    words.next().is_some_and(is_word_for_year) && words.next().is_none()
}

/// The year that a cell states, if it states nothing else.
pub fn year_in(cell: &str) -> Option<u16> {
    let mut years = words(cell).filter(|word| !is_word_for_year(word));
    let own = years.next().and_then(year);
    own.filter(|_| years.next().is_none())
}

/// What may be the year by which something is called, and nothing else: `2023`, `Anno 2023`, `PEG 2023`.
pub fn called_by_year(name: &str) -> Option<&str> {
    const BESIDE: [&str; 7] = ["anno", "annualità", "esercizio", "peg", "piano", "plan", "year"];
    let (before, year) = name.rsplit_once([' ', '_', '-']).unwrap_or(("", name));
    let before = before.trim().trim_end_matches(':').to_lowercase();
    let is_year = year.len() == 4 && year.starts_with("20");
    (is_year && (before.is_empty() || BESIDE.contains(&&*before))).then_some(year)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_name_a_year() {
        let of = |heading| heading_of_year(heading).map(|own| (own.year, own.unit, own.is_bare));
        assert_eq!(of("2024"), Some((2024, Unit::Unstated, true)));
        assert_eq!(of("Anno 2024 (%)"), Some((2024, Unit::Percent, true)));
        assert_eq!(of("Impegno 2024"), Some((2024, Unit::Unstated, false)));
        assert_eq!([of("2024/2025"), of("Anno"), of("1234")], [None, None, None]);
        assert!(heads_years("Anno") && heads_years("ESERCIZIO") && !heads_years("Anno di nascita"));
        assert_eq!(
            [year_in("2024"), year_in("anno 2024"), year_in("2024-2026"), year_in("")],
            [Some(2024), Some(2024), None, None]
        );
    }

    #[test]
    fn what_is_called_by_a_year_is_called_by_nothing_else() {
        assert!(["2023", "Anno 2023", "PEG 2023", "peg_2023"].iter().all(|name| called_by_year(name) == Some("2023")));
        assert!(
            ["Foglio1", "20", "Progetto 2023", "2023 bozza", "1", "1999"]
                .iter()
                .all(|name| called_by_year(name).is_none())
        );
    }
}
