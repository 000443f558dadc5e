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

/// What stands for nobody when it is the whole name.
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

/// With what else a vacancy begins.
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
    let is_vacant = key.contains('v') && key.contains("vacan");
    if !is_vacant && !may_begin_vacancy(key) {
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
        || (is_vacant
            && key.split(|c: char| !c.is_alphanumeric()).any(|word| matches!(word, "vacante" | "vacanti" | "vacant")))
        || (first == "da" && is_infinitive(second))
        || counts
}

/// How many posts a vacancy with this [`key`](super::key) is: as many as it says, otherwise one.
///
/// ```
/// use cento::identity::{key, posts};
///
/// assert_eq!(["n. 2 istruttori", "3 agenti", "TBD", "Da assumere"].map(|name| posts(&key(name))), [2, 3, 1, 1]);
/// ```
pub fn posts(key: &str) -> u32 {
    let mut words = key.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let first = words.next().unwrap_or_default();
    let number = if matches!(first, "n" | "nr" | "num" | "x") { words.next() } else { Some(first) };
    number.and_then(|number| number.parse().ok()).filter(|posts| *posts > 0).unwrap_or(1)
}

/// Whether a name begins with the two letters with which the words of vacancies begin, or with a number: most begin otherwise.
fn may_begin_vacancy(key: &str) -> bool {
    const TWO: [&[u8; 2]; 15] =
        [b"tb", b"t.", b"nn", b"nr", b"nu", b"no", b"xx", b"va", b"op", b"po", b"to", b"fi", b"un", b"pe", b"ri"];
    let Some(start) = key.as_bytes().first_chunk() else { return false };
    match start {
        b"da" => true,
        [b'n' | b'x', second] if !second.is_ascii_alphanumeric() => true,
        [first, _] => first.is_ascii_digit() || TWO.contains(&start),
    }
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
        for vacancy in WHOLE.iter().chain(&BEGINNINGS).chain(&["n° 2 istruttori", "x 3", "nr. 2", "num. 2", "n:2"]) {
            assert!(may_begin_vacancy(vacancy), "{vacancy}");
        }
        for name in
            ["da ponte ada", "nanni ada", "nono ada", "rossi n.", "posta ada", "tutti gli operatori", "agenti di p.l."]
        {
            assert!(!is_vacancy(name) && !is_nothing(name), "{name}");
        }
    }
}
