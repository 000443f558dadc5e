//! Lines that may be the heading of another project, though its code cannot be read: what stands below them must not go to the
//! project before in silence.

use crate::vocabulary::{begins_section, heads_project, resembles_project_code};

/// How much a line looks like the heading of another project.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// It stands where one may, and is numbered, has a code or stands out.
    Weak,
    /// It has what may be a project's code, misread or of another form.
    Strong,
}

/// How much a line looks like the heading of another project than the one with the code `own`; none if not at all.
pub fn strength(words: &str, stands_out: bool, own: Option<&str>) -> Option<Strength> {
    const LONGEST: usize = 120;
    let plain = words.trim_matches(|c: char| matches!(c, '*' | '#' | '_' | ' '));
    // Signs of Markdown around all of it make it stand out.
    let stands_out = stands_out || (words.starts_with('_') && words.ends_with('_'));
    let is_sentence = plain.ends_with(['.', ';', ':', ',']) || plain.starts_with(char::is_lowercase);
    if plain.is_empty() || plain.len() > LONGEST {
        return None;
    }
    let is_strong = || resembles_project_code(plain) || heads_project(plain);
    let is_weak =
        || !is_sentence && !begins_section(plain) && (stands_out || is_numbered(plain) || begins_with_code(plain));
    let found = if is_strong() { Some(Strength::Strong) } else { is_weak().then_some(Strength::Weak) };
    found.filter(|_| !own.is_some_and(|own| plain.contains(own)))
}

/// Whether a line begins with its number: `3. Title`, `1.2 Title`, `4) Title`, `2 - Title`, `0102 Title`.
fn is_numbered(words: &str) -> bool {
    let Some((number, rest)) = words.split_once(' ') else { return false };
    let digits = number.trim_end_matches(['.', ')']);
    let are_digits = |part: &str| !part.is_empty() && part.len() <= 6 && part.bytes().all(|byte| byte.is_ascii_digit());
    let title = rest.trim_start_matches(['-', '–', '—', ' ']);
    let is_year = digits.len() == 4 && digits.starts_with("20");
    let is_marked = number.len() > digits.len() || digits.contains('.') || title.len() < rest.len() || digits.len() > 2;
    digits.split('.').all(are_digits) && is_marked && !is_year && title.starts_with(char::is_uppercase)
}

/// Whether a line begins with what may be a code: letters and digits together, or joined by an underscore.
fn begins_with_code(words: &str) -> bool {
    let first = words.trim_start_matches(['-', '–', '•', ' ']).split([' ', ':']).next().unwrap_or_default();
    let has = |is: fn(char) -> bool| first.contains(is);
    first.len() >= 3
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
        for weak in [
            "3. Archivio",
            "1.2 Archivio storico",
            "2 - Archivio",
            "0102 Archivio",
            "OB.12 Archivio",
            "P12 Archivio",
            "A_12 x",
            "__Archivio__",
        ] {
            assert_eq!(of(weak, false), Some(Strength::Weak), "{weak}");
        }
        for other in [
            "Comune di Esempio - PEG 2024",
            "(segue)",
            "2024_PD_0101 segue",
            "12 aprile",
            "2024 Archivio",
            "12",
            "Le risorse sono 3.",
        ] {
            assert_eq!(of(other, false), None, "{other}");
        }
        assert_eq!(of("Archivio storico", true), Some(Strength::Weak), "it stands out");
        assert_eq!(of("Le risorse assegnate:", true), None, "what follows belongs to it");
    }
}
