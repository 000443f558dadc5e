//! The form of a body's codes, in a small language of signs.

use std::ops::Range;

use serde::Deserialize;
use toml::Spanned;

/// The form of a code: `#` is a digit, `@` a letter, `*` one or more of either, anything else itself.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(from = "Spanned<String>")]
pub struct Pattern {
    /// As it is written.
    pub written: String,
    /// Where it stands in the file, in bytes, quotes included.
    pub range: Range<usize>,
}

impl From<Spanned<String>> for Pattern {
    fn from(written: Spanned<String>) -> Self {
        let range = written.span();
        Self { written: written.into_inner(), range }
    }
}

impl Pattern {
    /// Whether it tells codes from words: it must have a digit, or a sign that is no letter.
    pub fn is_telling(&self) -> bool {
        self.written.trim() == self.written
            && self.written.chars().any(|c| c == '#' || !(c.is_alphabetic() || c.is_whitespace() || "@*".contains(c)))
    }

    /// Splits a text that begins with such a code into the code and what follows it; a converter may have put a
    /// backslash before a sign.
    pub fn split<'a>(&self, text: &'a str) -> Option<(&'a str, &'a str)> {
        let mut rest = text;
        for sign in self.written.chars() {
            rest = match sign {
                '#' => rest.strip_prefix(|c: char| c.is_ascii_digit())?,
                '@' => rest.strip_prefix(char::is_alphabetic)?,
                '*' => rest.strip_prefix(char::is_alphanumeric)?.trim_start_matches(char::is_alphanumeric),
                sign => {
                    let unescaped = if sign.is_alphanumeric() { None } else { rest.strip_prefix('\\') };
                    unescaped.unwrap_or(rest).strip_prefix(sign)?
                }
            };
        }
        (!text.is_empty() && ends(rest)).then(|| text.split_at(text.len() - rest.len()))
    }

    /// Whether a text is such a code and nothing else.
    pub fn is(&self, text: &str) -> bool {
        self.split(text).is_some_and(|(_, rest)| rest.is_empty())
    }
}

/// Whether a code may end before `rest`: `OB.12` is not the code in `OB.123` or `OB.12.3`.
fn ends(rest: &str) -> bool {
    let mut chars = rest.trim_start_matches('\\').chars();
    match chars.next() {
        Some(c) if c.is_alphanumeric() || c == '_' => false,
        Some('.' | '-' | '/') => !chars.next().is_some_and(char::is_alphanumeric),
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pattern(written: &str) -> Pattern {
        Pattern { written: written.to_owned(), range: 0..0 }
    }

    #[test]
    fn a_pattern_takes_its_codes_and_no_others() {
        for (written, text, expected) in [
            ("OB.##", "OB.12 Titolo", Some("OB.12")),
            ("OB.##", "OB.12", Some("OB.12")),
            ("OB.##", "OB.12: Titolo", Some("OB.12")),
            ("OB.##", "OB.12. Titolo", Some("OB.12")),
            ("OB.##", "OB.123", None),
            ("OB.##", "OB.12.3", None),
            ("OB.##", "OB.1", None),
            ("P-####", "P-2024 Titolo", Some("P-2024")),
            ("@#_*", r"A1\_PNRR Titolo", Some(r"A1\_PNRR")),
            ("S*", "S01 - Servizio", Some("S01")),
            ("S*", "S", None),
            ("", "", None),
        ] {
            assert_eq!(pattern(written).split(text).map(|(code, _)| code), expected, "{written} {text}");
        }
    }

    #[test]
    fn what_any_word_fits_is_no_pattern() {
        for (written, telling) in
            [("OB.##", true), ("##", true), ("@@", false), ("*", false), ("Progetto *", false), (" #", false)]
        {
            assert_eq!(pattern(written).is_telling(), telling, "{written}");
        }
    }
}
