//! The forms of codes that are not known.

use crate::settings::Pattern;
use crate::vocabulary::{Vocabulary, is_indicator_code, split_objective_code};

/// Keeps a form, if it is not among those that are kept.
pub fn keep(forms: &mut Vec<String>, form: String) {
    if !forms.contains(&form) {
        forms.push(form);
    }
}

/// The form of the code with which a text begins, if it begins with one that is not known: its digits are `#`.
pub fn form_of(words: &str, vocabulary: Vocabulary<'_>) -> Option<String> {
    let code = words.split(' ').next()?.trim_end_matches([':', ';', ',', '.', '-', '–']);
    let has = |is: fn(char) -> bool| code.contains(is);
    let is_code = (2..=16).contains(&code.len())
        && has(|c| c.is_ascii_digit())
        && code.starts_with(|c: char| c.is_ascii_uppercase())
        && !has(|c| c.is_lowercase() || "()[]%€*#@'\"".contains(c))
        && vocabulary.split_project_code(words).is_none()
        && vocabulary.split_cdr_code(words).is_none()
        && split_objective_code(words).is_none()
        && !is_indicator_code(code);
    let written: String = code.chars().map(|c| if c.is_ascii_digit() { '#' } else { c }).collect();
    let form = Pattern { written, range: 0..0 };
    (is_code && form.is_telling()).then_some(form.written)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_at_the_head_of_a_line_have_their_form() {
        let form = |words| form_of(words, Vocabulary::default());
        assert_eq!(form("OB.12 Anticorruzione").as_deref(), Some("OB.##"));
        assert_eq!(form("S01: Servizio").as_deref(), Some("S##"));
        for other in
            ["2024_PD_0411 Titolo", "12. Anticorruzione", "Art. 90", "M_0411_1_1", "PNRR", "art.12 bis", "COVID"]
        {
            assert_eq!(form(other), None, "{other}");
        }
    }
}
