//! Lines that may be the heading of another project, though its code cannot be read: what stands below them must not go to the
//! project before in silence.

use crate::vocabulary::{begins_section, heads_project, resembles_project_code};

/// How much a line looks like the heading of another project.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Strength {
    /// It stands where one may, and is numbered, has a code or stands out.
    Weak,
    /// It has what may be a project's code, misread or of another form.
    Strong,
}

/// How much a line looks like the heading of another project than the one with the code `own`; none if not at all.
pub fn strength(words: &str, stands_out: bool, own: Option<&str>) -> Option<Strength> {
    const LONGEST: usize = 120;
    let words = words.trim_matches(|c: char| matches!(c, '*' | '#' | '_' | ' '));
    let is_sentence = words.ends_with(['.', ';', ':', ',']) || words.starts_with(char::is_lowercase);
    if words.is_empty() || words.len() > LONGEST || own.is_some_and(|own| words.contains(own)) {
        return None;
    }
    if resembles_project_code(words) || heads_project(words) {
        return Some(Strength::Strong);
    }
    let is_weak =
        !is_sentence && !begins_section(words) && (stands_out || is_numbered(words) || begins_with_code(words));
    is_weak.then_some(Strength::Weak)
}

/// Whether a line begins with its number: `3. Title`, `1.2 Title`, `4) Title`.
fn is_numbered(words: &str) -> bool {
    let Some((number, title)) = words.split_once(' ') else { return false };
    let digits = number.trim_end_matches(['.', ')']);
    let is_number = digits
        .split('.')
        .all(|part| !part.is_empty() && part.len() <= 3 && part.bytes().all(|byte| byte.is_ascii_digit()));
    is_number && (number.len() > digits.len() || digits.contains('.')) && title.starts_with(char::is_uppercase)
}

/// Whether a line begins with what may be a code: letters and digits together, or joined by an underscore.
fn begins_with_code(words: &str) -> bool {
    let first = words.trim_start_matches(['-', '–', '•', ' ']).split([' ', ':']).next().unwrap_or_default();
    let has = |is: fn(char) -> bool| first.contains(is);
    first.len() >= 4
        && has(|c| c.is_ascii_digit())
        && (has(|c| c == '_') || has(|c| c.is_ascii_uppercase()))
        && !has(|c| c.is_lowercase() || matches!(c, '%' | '€' | '(' | ')'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_of_other_projects_are_suspected() {
        let of = |words, stands_out| strength(words, stands_out, Some("2024_PD_0101"));
        for strong in ["2O24-PD-O102", "Progetto 12 Archivio", "Scheda n. 5", "Progetto: PD 0102"] {
            assert_eq!(of(strong, false), Some(Strength::Strong), "{strong}");
        }
        for weak in ["3. Archivio", "1.2 Archivio storico", "OB.12 Archivio", "A_12 x"] {
            assert_eq!(of(weak, false), Some(Strength::Weak), "{weak}");
        }
        for other in
            ["Comune di Esempio - PEG 2024", "(segue)", "2024_PD_0101 segue", "12 aprile", "Le risorse sono 3."]
        {
            assert_eq!(of(other, false), None, "{other}");
        }
        assert_eq!(of("Archivio storico", true), Some(Strength::Weak), "it stands out");
        assert_eq!(of("Le risorse assegnate:", true), None, "what follows belongs to it");
    }
}
