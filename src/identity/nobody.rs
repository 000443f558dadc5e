//! What stands in the place of a name and names nobody: placeholders for nothing.

/// The placeholders for nothing, in small letters: what programs and people write where nobody is meant.
const NOTHING: [&str; 22] = [
    "nan",
    "none",
    "null",
    "nil",
    "n.d.",
    "n.d",
    "nd",
    "n/d",
    "#n/d",
    "#n/a",
    "n/a",
    "n.a.",
    "n.a",
    "na",
    "<na>",
    "nat",
    "idem",
    "id.",
    "c.s.",
    "come sopra",
    "vedi sopra",
    "#rif!",
];

fn is_word_for_nothing(plain: &str) -> bool {
    const LONGEST: usize = 11;
    plain.len() <= LONGEST && NOTHING.iter().any(|nothing| plain.eq_ignore_ascii_case(nothing))
}

/// Whether what is written where a name belongs stands for nothing.
///
/// ```
/// use cento::identity::is_nothing;
///
/// assert!(is_nothing("NaN") && is_nothing("—") && is_nothing("idem") && is_nothing("#N/D"));
/// assert!(!is_nothing("Rossi Ada"));
/// ```
pub fn is_nothing(written: &str) -> bool {
    const LONGEST: usize = 16;
    let plain = written.trim();
    written.len() <= LONGEST && (is_word_for_nothing(plain) || !plain.chars().any(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_nobody() {
        for nothing in ["NaN", "None", "null", "n.d.", "#N/D", "-", "–", "idem", "...", ""] {
            assert!(is_nothing(nothing), "{nothing}");
        }
        for name in
            ["da ponte ada", "nanni ada", "nono ada", "rossi n.", "posta ada", "tutti gli operatori", "agenti di p.l."]
        {
            assert!(!is_nothing(name), "{name}");
        }
    }
}
