//! What stands in the place of a name and is nobody of the house: posts that are vacant, somebody to be hired, work that is given out.

use super::posts::is_of_post;
use super::{is_common, is_given};

/// What stands for nobody when it is the whole name.
const WHOLE: [&str; 10] = ["tbd", "t.b.d.", "tba", "t.b.a.", "tbc", "t.b.c.", "n.n.", "n. n.", "nn", "n n"];

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

/// Words that say it wherever they stand.
const VACANT: [&str; 13] = [
    "vacante",
    "vacanti",
    "vacant",
    "vacancy",
    "vacancies",
    "unfilled",
    "scoperto",
    "tbc",
    "tbd",
    "tba",
    "esterno",
    "esterna",
    "external",
];
/// Pairs of words that do: the first of each, and with what the second begins.
const PAIRS: [(&str, &[&str]); 10] = [
    ("in", &["itinere", "copertura", "assunzion", "reclutament", "attesa", "selezion"]),
    ("nuova", NEW),
    ("nuovo", NEW),
    ("nuove", NEW),
    ("nuovi", NEW),
    ("futura", NEW),
    ("futuro", NEW),
    ("new", &["hire", "recruit", "starter", "joiner", "employee", "position", "post", "role", "appointment", "staff"]),
    ("open", &["position", "post", "role", "vacanc"]),
    ("not", &["yet"]),
];
const NEW: &[&str] = &["assun", "ingress", "dipendent", "risors", "unita", "figur", "colleg", "inseriment"];
/// With what a text begins that stands for nobody of the house, unless a name follows.
const FIRST: [&str; 36] = [
    "concors",
    "selezion",
    "mobilita",
    "procedur",
    "assunzion",
    "neoassun",
    "interinal",
    "somministrat",
    "somministrazion",
    "incaric",
    "consulen",
    "estern",
    "sostitu",
    "supplen",
    "reclutament",
    "graduatori",
    "stabilizzazion",
    "affidament",
    "appalt",
    "ditta",
    "cooperativ",
    "societa",
    "fornitor",
    "recruit",
    "agency",
    "contractor",
    "consultant",
    "consultancy",
    "freelance",
    "external",
    "outsourc",
    "substitut",
    "replacement",
    "temporary",
    "turnover",
    "attesa",
];

/// Whether a name, of which `key` is the [`key`](super::key), is that of nobody of the house: a vacancy, or work that is given out. A
/// name before the words for that makes it somebody's.
///
/// ```
/// use cento::identity::{is_vacancy, key};
///
/// for name in ["TBD", "Da assumere", "Posto vacante cat. C", "N. N.", "n. 2 istruttori amministrativi", "Consulente esterno"] {
///     assert!(is_vacancy(&key(name)), "{name}");
/// }
/// assert!(!is_vacancy(&key("Da Re Mario")) && !is_vacancy(&key("Nardi N.")) && !is_vacancy(&key("Rossi Mario (da confermare)")));
/// ```
pub fn is_vacancy(key: &str) -> bool {
    if WHOLE.contains(&key) || is_crossed_out(key) || BEGINNINGS.iter().any(|start| key.starts_with(start)) {
        return true;
    }
    let words: Vec<&str> = key.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    (0..words.len()).any(|at| says_vacant(&words[at..]) && !is_name(&words[..at])) || counts(&words) || begins(&words)
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

/// Whether nothing but crosses stands where a name belongs: `XX`.
fn is_crossed_out(key: &str) -> bool {
    key.starts_with('x') && key.chars().all(|c| matches!(c, 'x' | ' ' | '.' | '-' | '/'))
}

/// Whether words begin with some that say that nobody has the post yet.
fn says_vacant(words: &[&str]) -> bool {
    let ends = |word: &str| ["are", "ere", "ire", "arsi", "ersi", "irsi"].iter().any(|end| word.ends_with(end));
    match *words {
        ["da", next, ..] if next.len() > 5 && ends(next) => true,
        ["to", "be", _, ..] => true,
        [first, next, ..] if PAIRS.iter().any(|(own, nexts)| *own == first && begins_with(next, nexts)) => true,
        [first, ..] => VACANT.contains(&first),
        [] => false,
    }
}

/// Whether words may be the name of a person: a common name is among them, or several of which none is that of a post.
fn is_name(words: &[&str]) -> bool {
    let is_of_post =
        |word: &&str| is_of_post(word) || begins_with(word, &FIRST) || word.bytes().any(|byte| byte.is_ascii_digit());
    words.iter().any(|word| is_common(word) && !is_of_post(word)) || (words.len() > 1 && !words.iter().any(is_of_post))
}

/// Whether words count posts: *n. 2 istruttori*. Numbers of three digits are none of posts, and what a given name follows is none.
fn counts(words: &[&str]) -> bool {
    let is_count = |word: &str| word.parse::<u32>().is_ok_and(|count| count < 100) && word.len() <= 2;
    let rest = match *words {
        [first, count, ref rest @ ..] if matches!(first, "n" | "nr" | "num" | "x") && is_count(count) => rest,
        [count, ref rest @ ..] if is_count(count) && !rest.is_empty() => rest,
        _ => return false,
    };
    let has_letters = rest.first().is_none_or(|word| word.starts_with(char::is_alphabetic));
    has_letters && (rest.first().is_some_and(|word| is_of_post(word)) || !rest.iter().any(|word| is_given(word)))
}

/// Whether words begin with what stands for somebody who is not of the house, or not yet: *interinale*, *sostituto di Bianchi Ada*.
fn begins(words: &[&str]) -> bool {
    let Some((first, rest)) = words.split_first() else { return false };
    let is_of = |word: &&str| matches!(*word, "di" | "del" | "della" | "dello" | "of" | "for" | "per");
    let is_first = *first == "temp" || begins_with(first, &FIRST);
    is_first && (rest.first().is_some_and(is_of) || !rest.iter().any(|word| is_given(word)))
}

fn begins_with(word: &str, beginnings: &[&str]) -> bool {
    beginnings.iter().any(|start| word.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::identity::key;

    #[test]
    fn nobody_of_the_house_is_nobody() {
        for vacancy in [
            "tbd",
            "TBC",
            "X",
            "xx",
            "da individuare",
            "Da individuarsi",
            "vacante",
            "istruttore vacante",
            "2 istruttori",
            "n. 3 unità",
            "n° 2 istruttori",
            "x 3",
            "nr. 2",
            "n:2",
            "1 funzionario",
            "2 Educatrici nido",
            "Profilo da individuare",
            "Tempo determinato da reclutare",
            "Assistente sociale da assumere",
            "Psicologo da reclutare",
            "Agente P.L. - da assumere",
            "posto vacante cat. C",
            "New hire",
            "1 new hire (clerk)",
            "Nuova assunzione",
            "Concorso in itinere",
            "Interinale",
            "Lavoratore interinale da individuare",
            "Incarico esterno",
            "Consulente esterno",
            "Progettista esterno",
            "External consultant",
            "Agency worker",
            "Sostituto di Bianchi Ada",
            "Supplente",
            "Mobilità in entrata",
            "to be hired",
            "Engineer to be recruited",
            "open position",
            "Vacancy",
        ] {
            assert!(is_vacancy(&key(vacancy)), "{vacancy}");
        }
        for name in [
            "Da Ponte Ada",
            "Nanni Ada",
            "Nono Ada",
            "Rossi N.",
            "Posta Ada",
            "Tutti gli operatori",
            "Agenti di P.L.",
            "Rossi Mario (da confermare)",
            "Rossi Mario da assumere",
            "Agente Rossi Mario da stabilizzare",
            "Kovács Ödön to be confirmed",
            "Interinale Rossi Mario",
            "Consulente Rossi Mario",
            "1021 Kovács Ödön",
            "12 Rossi Mario",
            "Xu Li",
            "Tempesta Ada",
            "Rossi Mario (esterno)",
            "Concordia Ada",
        ] {
            assert!(!is_vacancy(&key(name)), "{name}");
        }
    }
}
