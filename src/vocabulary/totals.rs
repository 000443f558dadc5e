//! The words of rows that add others up, and of titles within tables.

use crate::identity::{is_given, key};

/// Words that add up whatever follows them, in small letters.
const TOTALS: [&str; 14] = [
    "sommatoria",
    "sommatorie",
    "totale",
    "tot",
    "subtotale",
    "subtot",
    "subtotali",
    "total",
    "subtotal",
    "conteggio",
    "riporto",
    "average",
    "count",
    "totals",
];
/// Those that are surnames, too.
const SURNAMES: [&str; 5] = ["somma", "sommano", "totali", "media", "somme"];
/// With what these begin to add up: the first letters of what is added, and of how.
const ADDED: [&str; 25] = [
    "genera",
    "compless",
    "parzial",
    "final",
    "total",
    "percent",
    "impegn",
    "quot",
    "ore",
    "progett",
    "cdr",
    "settor",
    "serviz",
    "aritmet",
    "ponderat",
    "dipendent",
    "soggett",
    "person",
    "risors",
    "ufficio",
    "unit",
    "area",
    "tempo",
    "temp",
    "fte",
];

/// Whether a text may say that its row adds others up, as its first three letters and its last say: most do not.
pub fn may_say_total(text: &str) -> bool {
    let bytes = text.as_bytes();
    let begins = match *bytes {
        [first, ..] if b"*<_(".contains(&first) || !first.is_ascii() => true,
        [first, second, third, ..] => {
            BEGINNINGS.contains(&&[first, second, third].map(|byte| byte.to_ascii_lowercase()))
        }
        _ => false,
    };
    let end = &bytes[bytes.len().saturating_sub(6)..];
    begins || end.windows(3).any(|three| three.eq_ignore_ascii_case(b"tot") || three.eq_ignore_ascii_case(b"tal"))
}

/// With what the words begin that add up.
const BEGINNINGS: [&[u8; 3]; 11] =
    [b"tot", b"sub", b"con", b"rip", b"ave", b"cou", b"som", b"med", b"gra", b"a t", b"a r"];

/// Whether a text says that its row adds others up: it begins or ends with a word for that. *Somma* and *Totali* are surnames
/// where a given name stands with them, or another word with a capital that is nothing which is added.
pub fn says_total(words: &str) -> bool {
    let is_capital = |word: &str| word.starts_with(char::is_uppercase) && word.len() > 1;
    let may_be_given =
        words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).nth(1).is_some_and(is_capital);
    let lower = words.to_lowercase();
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    match words[..] {
        [] => false,
        ["sub" | "grand" | "a", "totale" | "total" | "riportare", ..] => true,
        [first, ..] if TOTALS.contains(&first) => true,
        [first, ref rest @ ..] if SURNAMES.contains(&first) => {
            let is_added = |word: &&str| ADDED.iter().any(|added| word.starts_with(added));
            let is_named = rest.iter().any(|word| is_given(&key(word)));
            let adds_name = rest.last().is_some_and(|last| ends_total(last));
            adds_name || (!is_named && (!may_be_given || rest.iter().any(is_added)))
        }
        [.., last] => ends_total(last),
    }
}

/// Whether a word, in small letters, adds up whatever stands beside it.
pub(super) fn is_sum(word: &str) -> bool {
    TOTALS.contains(&word) || matches!(word, "totali" | "somma")
}

/// Whether a word, in small letters, may stand first in a text that adds up.
pub(super) fn is_first_of_total(word: &str) -> bool {
    is_sum(word) || matches!(word, "sub" | "grand" | "a" | "riportare" | "somme")
}

/// Whether a word behind a name says that the row adds up what is theirs.
pub(super) fn ends_total(word: &str) -> bool {
    matches!(word, "totale" | "total" | "tot" | "subtotale" | "subtotal")
}

/// Words with which the title of a section within a table begins, in small letters.
const SECTIONS: [&str; 24] = [
    "settore",
    "servizio",
    "ufficio",
    "area",
    "direzione",
    "unità",
    "unita",
    "dipartimento",
    "sezione",
    "cdr",
    "centro",
    "segue",
    "struttura",
    "department",
    "risorse",
    "personale",
    "staff",
    "team",
    "gruppo",
    "dotazione",
    "tabella",
    "note",
    "nota",
    "fonte",
];

/// Whether a text begins like the title of a section within a table: *Settore 2*.
pub fn begins_section(words: &str) -> bool {
    let lower = words.to_lowercase();
    let first = lower.split(|c: char| !c.is_alphanumeric()).find(|word| !word.is_empty()).unwrap_or_default();
    SECTIONS.contains(&first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sections_have_titles() {
        assert!(begins_section("Settore 2") && begins_section("(Segue)") && !begins_section("Rossi Ada"));
    }

    #[test]
    fn totals_are_told_from_names() {
        for total in [
            "Totale",
            "TOTALE CDR",
            "Sub-totale",
            "Sommano",
            "Sommatoria (%)",
            "Somma",
            "Somma di Impegno",
            "SOMMA IMPEGNI",
            "Media Ponderata",
            "total",
            "Tot.",
            "Media",
            "Conteggio",
            "Grand Total",
            "Rossi Anna Totale",
            "Somma Ivo Totale",
            "Totale complessivo",
            "Riporto",
            "A riportare",
        ] {
            assert!(says_total(total) && may_say_total(total), "{total}");
        }
        for name in [
            "Totaro Ada",
            "Somma Vincenzo",
            "Sommano Ada",
            "Somma Wojciech",
            "Media Neri Wojciech",
            "SOMMA DEL GIUDICE ADA",
            "Totali Mario",
            "Subiaco",
            "Rossi Ada",
            "",
        ] {
            assert!(!says_total(name), "{name}");
        }
    }
}
