//! The words of rows that are no person's, or no project's: what is left, what is needed, what was checked.

use super::totals::is_sum;
use super::words::words;
use crate::identity::{Beginnings, is_given, key};

/// The beginnings of words for what is left of somebody's time, in small letters.
const LEFT: [&str; 7] = ["residu", "disponibil", "unalloc", "unassign", "remain", "availab", "bench"];

/// The beginnings of others with which the foot of a table begins.
const FEET: [&str; 31] = [
    "compless",
    "riepilog",
    "verific",
    "controll",
    "differenz",
    "fabbisogn",
    "quadratur",
    "saldo",
    "scarto",
    "scostament",
    "eccedenz",
    "saturazion",
    "capienz",
    "sum",
    "alloc",
    "assegnat",
    "check",
    "media",
    "average",
    "avg",
    "mean",
    "requir",
    "balance",
    "difference",
    "variance",
    "overall",
    "recap",
    "capacit",
    "rimanen",
    "arrotondament",
    "incidenz",
];
/// Whole words of that kind, with which names begin as well.
const WHOLE: [&str; 18] = [
    "medio",
    "medie",
    "max",
    "min",
    "delta",
    "needed",
    "demand",
    "need",
    "left",
    "residual",
    "median",
    "mediana",
    "teste",
    "headcount",
    "persone",
    "capacity",
    "spare",
    "assigned",
];
/// The beginnings of words that may stand with them.
const BESIDE: [&str; 36] = [
    "fte",
    "total",
    "genera",
    "parzial",
    "ore",
    "quot",
    "percentual",
    "percent",
    "impegn",
    "dipendent",
    "personal",
    "person",
    "risors",
    "unit",
    "ent",
    "area",
    "settor",
    "serviz",
    "uffici",
    "annu",
    "mensil",
    "final",
    "ponderat",
    "aritmetic",
    "organic",
    "lavor",
    "tempo",
    "prevision",
    "hours",
    "staff",
    "time",
    "work",
    "grand",
    "check",
    "commitment",
    "massim",
];
/// Words that stand between them.
const BETWEEN: [&str; 22] = [
    "di", "del", "della", "delle", "dei", "degli", "da", "per", "in", "non", "n", "a", "e", "of", "and", "to", "be",
    "the", "not", "minim", "totale", "valore",
];

/// With what a text may begin that is made of all these words.
const BEGIN: Beginnings = Beginnings::of(&[&LEFT, &FEET, &WHOLE, &BESIDE, &BETWEEN]);
/// No such text is longer.
const LONGEST: usize = 48;

/// Whether a text where a name belongs is but the word for a figure at the foot of a table: *Differenza*, *FTE complessivi*, *Remaining*.
pub fn is_foot(text: &str) -> bool {
    if text.len() > LONGEST || !BEGIN.may_begin(text) {
        return false;
    }
    if is_part_of_row_above(text) {
        return true;
    }
    let says = |word: &str| begins(word, &LEFT) || begins(word, &FEET) || is(word, &WHOLE);
    words(text).all(|word| says(word) || is_beside(word)) && words(text).any(says)
}

/// Whether a text says that its row has but a part of what stands above it: *di cui Pnrr*. Who is named there may stand nowhere else.
fn is_part_of_row_above(text: &str) -> bool {
    const BEGINNINGS: [[&str; 2]; 2] = [["di", "cui"], ["of", "which"]];
    let mut words = words(text);
    let [first, second] = [words.next(), words.next()].map(Option::unwrap_or_default);
    let is_part =
        BEGINNINGS.iter().any(|[own, next]| first.eq_ignore_ascii_case(own) && second.eq_ignore_ascii_case(next));
    is_part && !words.any(|word| is_given(&key(word)))
}

/// Whether what stands in the place of a project is none: it adds up what is somebody's, `Totale impegno`, or says what is left of it,
/// `Non assegnato`, `Quota disponibile`, and nothing else. Projects are called *Verifiche* and *Media*, too.
pub fn is_no_project(text: &str) -> bool {
    const NOT_YET: [&str; 4] = ["assegn", "alloc", "assigned", "allocat"];
    if text.len() > LONGEST {
        return false;
    }
    let words: Vec<&str> = words(text).collect();
    let says = |at: usize| {
        let is_not = |before: usize| is(words[before], &["non", "da", "not", "to", "be"]);
        let is_not_yet = || begins(words[at], &NOT_YET) && at.checked_sub(1).is_some_and(is_not);
        is_sum(&words[at].to_lowercase()) || begins(words[at], &LEFT) || is_not_yet()
    };
    let is_own =
        |at: usize| says(at) || is_beside(words[at]) || begins(words[at], &["compless", "allocat", "effort", "share"]);
    (0..words.len()).any(says) && (0..words.len()).all(is_own)
}

fn is(word: &str, list: &[&str]) -> bool {
    list.iter().any(|own| word.eq_ignore_ascii_case(own))
}

fn begins(word: &str, list: &[&str]) -> bool {
    list.iter().any(|start| word.get(..start.len()).is_some_and(|own| own.eq_ignore_ascii_case(start)))
}

/// Whether a word may stand beside those that say it.
fn is_beside(word: &str) -> bool {
    begins(word, &BESIDE) || is(word, &BETWEEN) || word.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn feet_are_told_from_names() {
        for foot in [
            "Complessivo",
            "FTE complessivi",
            "Riepilogo",
            "Verifica",
            "Controllo",
            "Differenza",
            "Residuo",
            "Disponibile",
            "Fabbisogno",
            "Fabbisogno di personale",
            "Sum",
            "Allocated",
            "Remaining",
            "Check",
            "Media",
            "Media ponderata",
            "Average",
            "Max",
            "Required FTE",
            "Capacità residua",
            "Differenza (%)",
            "Non assegnato",
            "Persone",
            "% disponibile",
            "Valore medio",
            "Impegno medio",
            "Arrotondamento",
            "di cui PNRR",
            "- di cui straordinari",
            "of which overtime",
        ] {
            assert!(is_foot(foot), "{foot}");
        }
        for name in [
            "Rossi Ada",
            "Massimo",
            "Media Neri Ada",
            "Max Rossi",
            "Saldo Ada",
            "Verifica Ada",
            "FTE",
            "Summa Ivo",
            "Medici",
            "Medi",
            "Generale",
            "Parziale",
            "Di Cuia Ada",
            "di cui Rossi Ada",
            "Minimo Rossi",
            "Ore",
            "",
            "Residuo Anna",
        ] {
            assert!(!is_foot(name), "{name}");
        }
    }

    #[test]
    fn a_sum_or_what_is_left_is_no_project() {
        for none in [
            "TOTALE",
            "Totale impegno",
            "Totale %",
            "Tot. complessivo",
            "Quota disponibile",
            "Non assegnato",
            "Da allocare",
        ] {
            assert!(is_no_project(none), "{none}");
        }
        for none in ["Total allocation", "Not assigned", "To be allocated", "Unallocated", "Remaining time"] {
            assert!(is_no_project(none), "{none}");
        }
        for project in [
            "Totale restauro del teatro",
            "Tempo libero",
            "Servizi generali",
            "Beni assegnati",
            "Assegnato",
            "",
            "Media",
            "2024",
        ] {
            assert!(!is_no_project(project), "{project}");
        }
    }
}
