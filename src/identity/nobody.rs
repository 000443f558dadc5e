//! What stands in the place of a name and names nobody: placeholders for nothing, and posts that are vacant.

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

/// Whether a name, of which `key` is the [`key`](super::key), is that of nobody yet: a vacancy.
///
/// ```
/// use cento::identity::{is_vacancy, key};
///
/// for name in ["TBD", "Da assumere", "Posto vacante cat. C", "N. N.", "n. 2 istruttori amministrativi"] {
///     assert!(is_vacancy(&key(name)), "{name}");
/// }
/// assert!(!is_vacancy(&key("Da Re Mario")) && !is_vacancy(&key("Nardi N.")));
/// ```
pub fn is_vacancy(key: &str) -> bool {
    const WHOLE: [&str; 14] = [
        "tbd",
        "t.b.d.",
        "tba",
        "t.b.a.",
        "n.n.",
        "n. n.",
        "nn",
        "n n",
        "xx",
        "xxx",
        "vacancy",
        "open position",
        "nuova assunzione",
        "nuovo assunto",
    ];
    const BEGINNINGS: [&str; 9] = [
        "posto ",
        "n. posti ",
        "to be ",
        "not yet ",
        "nome da ",
        "figura da ",
        "unita da ",
        "personale da ",
        "risorsa da ",
    ];
    // With what the words below and numbers begin: most names begin otherwise.
    let may_begin = key.as_bytes().first().is_some_and(|first| b"tnxvopfurd0123456789".contains(first));
    if key.len() < 2 || !(may_begin || key.contains("vacan")) {
        return false;
    }
    let mut words = key.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let first = words.next().unwrap_or_default();
    let second = words.next().unwrap_or_default();
    let is_infinitive = |word: &str| word.len() > 5 && ["are", "ere", "ire"].iter().any(|end| word.ends_with(end));
    let is_number = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    let counts = (is_number(first) && second.starts_with(char::is_alphabetic))
        || (matches!(first, "n" | "nr" | "num" | "x") && is_number(second));
    WHOLE.contains(&key)
        || BEGINNINGS.iter().any(|start| key.starts_with(start))
        || (key.contains("vacan")
            && key.split(|c: char| !c.is_alphanumeric()).any(|word| matches!(word, "vacante" | "vacanti" | "vacant")))
        || (first == "da" && is_infinitive(second))
        || counts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_nobody() {
        for nothing in ["NaN", "None", "null", "n.d.", "#N/D", "-", "–", "idem", "...", ""] {
            assert!(is_nothing(nothing), "{nothing}");
        }
        for vacancy in ["tbd", "da individuare", "vacante", "istruttore vacante", "2 istruttori", "n. 3 unita", "nn"] {
            assert!(is_vacancy(vacancy), "{vacancy}");
        }
        for name in
            ["da ponte ada", "nanni ada", "nono ada", "rossi n.", "posta ada", "tutti gli operatori", "agenti di p.l."]
        {
            assert!(!is_vacancy(name) && !is_nothing(name), "{name}");
        }
    }
}
