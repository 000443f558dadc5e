//! The words of rows at the foot of a table that are no person's and add nothing up: what is left, what is needed, what was checked.

use crate::identity::Beginnings;

/// The beginnings of words that say so, in small letters; one of them must be there.
const FEET: [&str; 33] = [
    "compless",
    "riepilog",
    "verific",
    "controll",
    "differenz",
    "residu",
    "disponibil",
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
    "unalloc",
    "assegnat",
    "remain",
    "check",
    "media",
    "average",
    "avg",
    "mean",
    "requir",
    "balance",
    "difference",
    "variance",
    "availab",
    "overall",
    "recap",
    "capacit",
];
/// Whole words of that kind, with which names begin as well.
const WHOLE: [&str; 17] = [
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
    "unassigned",
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
const BEGIN: Beginnings = Beginnings::of(&[&FEET, &WHOLE, &BESIDE, &BETWEEN]);

/// Whether a text where a name belongs is but the word for a figure at the foot of a table: *Differenza*, *FTE complessivi*, *Remaining*.
pub fn is_foot(text: &str) -> bool {
    /// No such text is longer.
    const LONGEST: usize = 48;
    if text.len() > LONGEST || !BEGIN.may_begin(text) {
        return false;
    }
    let words = || text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let is = |word: &str, list: &[&str]| list.iter().any(|own| word.eq_ignore_ascii_case(own));
    let begins = |word: &str, list: &[&str]| {
        list.iter().any(|start| word.get(..start.len()).is_some_and(|own| own.eq_ignore_ascii_case(start)))
    };
    let says = |word: &str| begins(word, &FEET) || is(word, &WHOLE);
    let is_number = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    words().all(|word| says(word) || begins(word, &BESIDE) || is(word, &BETWEEN) || is_number(word))
        && words().any(says)
}

#[cfg(test)]
mod tests {
    use super::is_foot;

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
            "Minimo Rossi",
            "Ore",
            "",
            "Residuo Anna",
        ] {
            assert!(!is_foot(name), "{name}");
        }
    }
}
