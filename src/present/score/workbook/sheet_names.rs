//! Names of worksheets as Excel takes them: short, without some signs, and no two alike.

use std::collections::HashSet;

use crate::present::visible;

/// The longest name, in units of UTF-16.
const LONGEST: usize = 31;

/// The names of worksheets that were given.
#[derive(Debug, Default)]
pub(super) struct SheetNames {
    /// In small letters: Excel does not tell them from large ones.
    given: HashSet<String>,
}

impl SheetNames {
    /// A name for a worksheet that is to be called so: of names that are alike, all but the first have a number.
    pub(super) fn give(&mut self, wanted: &str) -> String {
        let shown = visible(wanted);
        let plain: String = shown
            .chars()
            .map(|c| if matches!(c, '[' | ']' | ':' | '*' | '?' | '/' | '\\') { '-' } else { c })
            .collect();
        let plain = plain.trim_matches(|c: char| c == '\'' || c.is_whitespace());
        let mut name = with_end(plain, "");
        let mut number = 1;
        while is_reserved(&name) || self.given.contains(&name.to_lowercase()) {
            number += 1;
            name = with_end(plain, &format!(" ({number})"));
        }
        self.given.insert(name.to_lowercase());
        name
    }
}

/// Whether a workbook keeps a name for itself.
fn is_reserved(name: &str) -> bool {
    name.is_empty() || name.eq_ignore_ascii_case("history")
}

/// As much of a name as there is room for before an end.
fn with_end(name: &str, end: &str) -> String {
    let mut room = LONGEST - end.len();
    let fits = |c: &char| {
        let left = room.checked_sub(c.len_utf16());
        room = left.unwrap_or_default();
        left.is_some()
    };
    let cut: String = name.chars().take_while(fits).collect();
    format!("{}{end}", cut.trim_end_matches(|c: char| c == '\'' || c.is_whitespace())).trim_start().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_short_valid_and_no_two_alike() {
        let mut names = SheetNames::default();
        for (wanted, given) in [
            ("Rossi Ada", "Rossi Ada"),
            ("ROSSI ADA", "ROSSI ADA (2)"),
            ("Rossi Ada", "Rossi Ada (3)"),
            ("D'Angelo Pia'", "D'Angelo Pia"),
            ("A/B: [x]?", "A-B- -x--"),
            ("History", "History (2)"),
            ("", "(2)"),
            ("'", "(3)"),
            // 31 letters, the number among them.
            ("Della Valle Maria Antonietta Giuseppina", "Della Valle Maria Antonietta Gi"),
            ("Della Valle Maria Antonietta Giovanna", "Della Valle Maria Antoniett (2)"),
        ] {
            let own = names.give(wanted);
            assert_eq!(own, given, "{wanted}");
        }
        // A letter of two units is taken whole or not at all.
        assert_eq!(names.give(&"𝒜".repeat(16)), "𝒜".repeat(15));
    }
}
