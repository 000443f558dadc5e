//! Whose plan it is, and for which year, as far as the pages before the first CDR say.

use crate::source::Place;
use crate::vocabulary::{is_entity, stated_year};

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
