//! What a row that adds others up is the total of, as it says itself: *Totale Rossi Mario*, `2024_PD_0411 Totale`; and which such rows are
//! no sums.

use super::totals::{ends_total, is_first_of_total};
use super::words::words;

/// With what the words begin that make of a total something else than a sum: a mean, a count, what is left, what there should be.
const NO_SUMS: [&str; 43] = [
    "media",
    "medio",
    "average",
    "avg",
    "mean",
    "conteggio",
    "count",
    "residu",
    "disponib",
    "availab",
    "remain",
    "differ",
    "scost",
    "scarto",
    "delta",
    "fabbisogn",
    "capac",
    "capienz",
    "dotazion",
    "organic",
    "massim",
    "minim",
    "teoric",
    "contratt",
    "lavorabil",
    "assenz",
    "ferie",
    "unalloc",
    "unassign",
    "saldo",
    "verific",
    "controll",
    "quadratur",
    "saturazion",
    "eccedenz",
    "riepilog",
    "recap",
    "check",
    "requir",
    "need",
    "demand",
    "balance",
    "varian",
];
/// Whole words of that kind.
const NO_SUM: [&str; 7] = ["non", "max", "min", "not", "left", "spare", "bench"];
/// What is counted without a sign, one by one.
const COUNTED: [&str; 18] = [
    "dipendenti",
    "persone",
    "soggetti",
    "unità",
    "unita",
    "addetti",
    "risorse",
    "teste",
    "operatori",
    "nominativi",
    "righe",
    "schede",
    "progetti",
    "people",
    "persons",
    "employees",
    "headcount",
    "projects",
];
/// The beginnings of words that say of a total that it is one of everything, or only what is summed.
const ALL: [&str; 16] = [
    "genera", "compless", "final", "grand", "impegn", "quot", "percent", "temp", "fte", "ore", "ente", "comune",
    "tabella", "overall", "allocat", "commit",
];
/// The beginnings of words that say of a total that it is one of the part of the table or of the plan that ends with it.
const PARTS: [&str; 11] =
    ["progett", "sched", "obiettiv", "attivit", "project", "sheet", "cdr", "parzial", "pagin", "page", "partial"];
/// The beginnings of words for a sum that goes on over what was summed before.
const ON: [&str; 4] = ["riport", "progressiv", "cumul", "running"];

/// What a text that adds up says of what it is the sum of: what is left of it without the words for that, perhaps nothing. None if it is
/// no sum.
pub fn summed(text: &str) -> Option<&str> {
    let lower = text.to_lowercase();
    let is_other = |word: &str| NO_SUMS.iter().any(|begin| word.starts_with(begin)) || NO_SUM.contains(&word);
    if words(&lower).any(is_other) {
        return None;
    }
    let mut rest = trimmed(text);
    while let Some(end) = first_word(rest).filter(|end| is_first_of_total(&rest[..*end].to_lowercase())) {
        rest = trimmed(&rest[end..]);
    }
    while let Some(begin) = last_word(rest).filter(|begin| ends_total(&rest[*begin..].to_lowercase())) {
        rest = trimmed(&rest[..begin]);
    }
    Some(rest)
}

/// Whether a total that has no sign may count people, or other things: *Totale dipendenti 12*.
pub fn may_count(text: &str) -> bool {
    words(&text.to_lowercase()).any(|word| COUNTED.contains(&word))
}

/// Whether a total goes on with what was summed before: *Riporto*, *Totale progressivo*.
pub fn sums_on(text: &str) -> bool {
    words(&text.to_lowercase()).any(|word| ON.iter().any(|begin| word.starts_with(begin)))
}

/// Whether what a total says of what it is the sum of is nothing, or everything: *generale*, *impegno complessivo*.
pub fn is_of_all(summed: &str) -> bool {
    words(&summed.to_lowercase()).all(|word| ALL.iter().any(|begin| word.starts_with(begin)))
}

/// Whether it is everything, or what stands above it, whatever that is called by number; otherwise it is some of the rows, wherever they stand:
/// those of a category, a kind of contract, an office.
pub fn is_of_above(summed: &str) -> bool {
    let is_known = |word: &str| ALL.iter().chain(&PARTS).any(|begin| word.starts_with(begin));
    words(&summed.to_lowercase()).all(|word| is_known(word) || word.contains(|c: char| c.is_ascii_digit()))
}

/// Whether that is said to be everything.
pub fn says_all(summed: &str) -> bool {
    words(&summed.to_lowercase()).any(|word| ALL[..4].iter().any(|begin| word.starts_with(begin)))
}

fn trimmed(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || ".,;:-–—*_()".contains(c))
}

/// Where the first word ends.
fn first_word(text: &str) -> Option<usize> {
    (!text.is_empty()).then(|| text.find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len()))
}

/// Where the last word begins.
fn last_word(text: &str) -> Option<usize> {
    let before = text.char_indices().rev().find(|(_, c)| !c.is_alphanumeric());
    (!text.is_empty()).then(|| before.map_or(0, |(at, c)| at + c.len_utf8()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_total_says_of_what_it_is_one() {
        for (text, of) in [
            ("Totale", ""),
            ("TOTALE:", ""),
            ("Grand total", ""),
            ("Sub-totale", ""),
            ("Totale Rossi Mario", "Rossi Mario"),
            ("Rossi Mario - Totale", "Rossi Mario"),
            ("Tot. 2024_PD_0411", "2024_PD_0411"),
            ("2024_PD_0411 Totale", "2024_PD_0411"),
            ("Somma", ""),
            ("Totale progetto Atti", "progetto Atti"),
        ] {
            assert_eq!(summed(text), Some(of), "{text}");
        }
        for none in [
            "Media",
            "Totale residuo",
            "Non assegnato",
            "Conteggio",
            "Totale capacità",
            "Average total",
            "Verifica",
            "Check",
        ] {
            assert_eq!(summed(none), None, "{none}");
        }
        assert!(may_count("Totale dipendenti") && !may_count("Totale progetto"));
        assert!(is_of_all("") && is_of_all("impegno complessivo") && !is_of_all("Rossi Mario"));
        assert!(says_all("complessivo") && !says_all("impegno"));
        assert!(sums_on("Riporto") && sums_on("Totale progressivo") && !sums_on("Totale"));
    }
}
