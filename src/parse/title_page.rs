//! Whose plan it is, and for which year, as far as the pages before the first CDR say.

use crate::source::Place;

/// What the title pages of a document state.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TitlePage {
    /// The body, e.g. `Comune di Modena`.
    pub entity: Option<String>,
    /// The year of the plan.
    pub year: Option<u16>,
}

impl TitlePage {
    /// Takes in a line; the first statement of each kind counts.
    pub fn read(&mut self, line: Place<'_>) {
        // A title is short; prose is not searched.
        if line.raw().len() > 160 {
            return;
        }
        let words = line.words().replace(['*', '_'], " ");
        let words = words.trim();
        if self.year.is_none() {
            self.year = stated_year(words);
        }
        if self.entity.is_none() && is_entity(words) {
            self.entity = Some(words.split_whitespace().collect::<Vec<_>>().join(" "));
        }
    }
}

/// The year in `Piano Esecutivo di Gestione 2024`, `PEG 2024` or `PEG 2024-2026`.
fn stated_year(words: &str) -> Option<u16> {
    let lower = words.to_lowercase();
    let after = ["piano esecutivo di gestione", "peg "]
        .iter()
        .find_map(|&title| lower.find(title).map(|at| &lower[at + title.len()..]))?;
    let digits: String = after.chars().skip_while(|c| !c.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
    let year = digits.parse().ok()?;
    (digits.len() == 4 && (2000..2100).contains(&year)).then_some(year)
}

fn is_entity(words: &str) -> bool {
    const BODIES: [&str; 6] = [
        "comune di ",
        "provincia di ",
        "città metropolitana di ",
        "unione dei comuni ",
        "unione di comuni ",
        "comunità montana ",
    ];
    let lower = words.to_lowercase();
    words.len() <= 80 && !words.contains(['.', ',', ';', ':']) && BODIES.iter().any(|body| lower.starts_with(body))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_are_read_from_titles_alone() {
        assert_eq!(stated_year("Piano Esecutivo di Gestione 2024"), Some(2024));
        assert_eq!(stated_year("PEG 2024-2026"), Some(2024));
        assert_eq!(stated_year("Allegato B al PEG per l'anno 2025"), Some(2025));
        assert_eq!(stated_year("Delibera 2024"), None);
        assert_eq!(stated_year("PEG approvato il 31/12/2023"), None);
    }

    #[test]
    fn a_body_is_a_short_line_of_its_own() {
        assert!(is_entity("Comune di Reggio Emilia"));
        assert!(is_entity("COMUNE DI MODENA"));
        assert!(!is_entity("Comune di Modena, deliberazione n. 12"));
        assert!(!is_entity("Il Comune di Modena"));
    }
}
