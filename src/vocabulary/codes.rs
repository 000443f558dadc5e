//! The codes by which a plan names its CDRs, projects, objectives and indicators.

use super::of_body::Vocabulary;
use super::prefix::strip_prefix;

impl Vocabulary<'_> {
    /// Splits a text that begins with a project's code, also one of the body's own form, into the code and what follows it.
    pub fn split_project_code(self, text: &str) -> Option<(&str, &str)> {
        let own = || self.layout.project_code.iter().find_map(|pattern| pattern.split(text));
        split_project_code(text).or_else(own)
    }

    /// Whether a text may begin with a project's code, as its first character says: most do not.
    pub fn may_begin_with_project(self, text: &str) -> bool {
        text.starts_with('2') || self.has_own_codes
    }

    /// Splits a text that begins with a CDR's code of the body's own form.
    pub fn split_cdr_code(self, text: &str) -> Option<(&str, &str)> {
        self.layout.cdr_code.iter().find_map(|pattern| pattern.split(text))
    }

    /// Whether a text begins with a code of the body's own form.
    pub fn begins_with_own_code(self, text: &str) -> bool {
        self.has_own_codes && (self.split_project_code(text).is_some() || self.split_cdr_code(text).is_some())
    }

    /// Splits the heading of a CDR, `A0 - DIREZIONE GENERALE`, into code and name.
    ///
    /// Behind a code of the body's own form, which the settings describe, nothing but a space need stand.
    pub fn split_cdr_heading(self, text: &str) -> Option<(&str, &str)> {
        let text = strip_prefix(text, "cdr ").map_or(text, str::trim_start);
        if let Some((code, rest)) = self.split_cdr_code(text) {
            let name = rest.trim_start_matches([' ', '\u{a0}', '-', '–', '—', ':', '.']);
            return name.starts_with(char::is_alphabetic).then_some((code, name));
        }
        let end = text.bytes().take(5).position(|byte| !byte.is_ascii_alphanumeric())?;
        let (code, rest) = text.split_at_checked(end)?;
        // A dash in UTF-8 begins like a no-break space: with a byte that few texts have there.
        if !matches!(rest.as_bytes(), [b' ', b'-' | b' ' | 0xC2 | 0xE2, ..] | [0xC2, ..]) {
            return None;
        }
        let name = rest.trim_start().strip_prefix(['-', '–', '—'])?;
        let is_code = (1..=4).contains(&code.len())
            && code.bytes().any(|byte| byte.is_ascii_digit())
            && !code.bytes().any(|byte| byte.is_ascii_lowercase());
        let spaced = rest.starts_with([' ', '\u{a0}']) && name.starts_with([' ', '\u{a0}']);
        let name = name.trim();
        (is_code && spaced && name.starts_with(char::is_alphabetic)).then_some((code, name))
    }
}

/// Splits `2024_PD_0411 Title` into the code and what follows it.
///
/// A project's code is a year, `PD` or `PG`, and the digits or letters of the project, joined by
/// underscores, which a converter may have escaped (`2024\_PD\_0411`).
pub fn split_project_code(text: &str) -> Option<(&str, &str)> {
    split_code(text, &["PD", "PG"], 1)
}

/// Splits `2024_OB_0411_1 Title` into the code and what follows it.
pub fn split_objective_code(text: &str) -> Option<(&str, &str)> {
    split_code(text, &["OB"], 2)
}

fn split_code<'a>(text: &'a str, kinds: &[&str], parts: usize) -> Option<(&'a str, &'a str)> {
    let bytes = text.as_bytes();
    if bytes.len() < 9 || !bytes.starts_with(b"20") || !bytes[2..4].iter().all(u8::is_ascii_digit) {
        return None;
    }
    let kind = after_underscore(&text[4..])?;
    let mut rest = kinds.iter().find_map(|&mark| kind.strip_prefix(mark))?;
    for _ in 0..parts {
        let part = after_underscore(rest)?;
        rest = part.trim_start_matches(|c: char| c.is_ascii_alphanumeric());
        if rest.len() == part.len() {
            return None;
        }
    }
    // `2024_PD_0411_1` is not a project, and `2024_PD_04à` is no code at all.
    let ends = !rest.starts_with(|c: char| c == '_' || c.is_alphanumeric()) && after_underscore(rest).is_none();
    ends.then(|| text.split_at(text.len() - rest.len()))
}

fn after_underscore(text: &str) -> Option<&str> {
    text.strip_prefix('\\').unwrap_or(text).strip_prefix('_')
}

/// Whether a cell holds an indicator's code: `M_0411_1_1`, `O_0105_1_A`, `O_015_1_10`.
pub fn is_indicator_code(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() >= 5
        && matches!(bytes[0], b'M' | b'O' | b'P')
        && (bytes[1] == b'_' || bytes[1] == b'\\')
        && bytes[2..].contains(&b'_')
        && bytes.iter().all(|&b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'\\'))
}

/// The year at the head of a project's code.
pub fn year_of(code: &str) -> Option<u16> {
    split_project_code(code)?;
    code.get(..4)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cdr(text: &str) -> Option<(&str, &str)> {
        Vocabulary::default().split_cdr_heading(text)
    }

    #[test]
    fn a_cdr_heading_is_code_dash_name() {
        assert_eq!(cdr("A0 - DIREZIONE GENERALE"), Some(("A0", "DIREZIONE GENERALE")));
        assert_eq!(cdr("04 – SEGRETARIO"), Some(("04", "SEGRETARIO")));
        assert_eq!(cdr("CDR 12 - Servizio Legale"), Some(("12", "Servizio Legale")));
        for other in [
            "7 Gennaio",
            "- 7 Gennaio - Tricolore",
            "Via Roma - 5",
            "2024_PD_0411",
            "PEG - 2024",
            "1-8 ottobre",
            "12 - 13",
        ] {
            assert_eq!(cdr(other), None, "{other}");
        }
    }

    #[test]
    fn splits_codes_from_what_is_glued_to_them() {
        assert_eq!(split_project_code("2024_PD_0411"), Some(("2024_PD_0411", "")));
        assert_eq!(split_project_code(r"2024\_PG\_12PN PNRR"), Some((r"2024\_PG\_12PN", " PNRR")));
        assert_eq!(split_objective_code(r"2024\_OB\_04PR\_1"), Some((r"2024\_OB\_04PR\_1", "")));
        for no in ["2024_OB_0411", "2024_PD_0411_1", "2024_PD_", "2024 PD", "24_PD_0411", "", "2024_PD_04à"] {
            assert_eq!(split_project_code(no), None, "{no}");
        }
    }

    #[test]
    fn knows_an_indicator_from_other_cells() {
        for code in ["M_0411_1_1", "O_0105_1_A", "O_015_1_10", r"P\_04PN\_1\_1"] {
            assert!(is_indicator_code(code), "{code}");
        }
        for other in ["", "Nota:", "M_", "M 0411", "Poma Stefano", "M_0411 x"] {
            assert!(!is_indicator_code(other), "{other}");
        }
    }

    #[test]
    fn codes_carry_the_year() {
        assert_eq!((year_of("2024_PD_0411"), year_of("PD_0411")), (Some(2024), None));
    }
}
