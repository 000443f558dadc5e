//! The words of time, and of what is counted without being a share of it.

use super::words::small_words;
use crate::model::MONTHS;

/// Words that state a time, in small letters.
const TIMES: [&str; 43] = [
    "dal",
    "inizio",
    "fine",
    "data",
    "date",
    "periodo",
    "period",
    "decorrenza",
    "scadenza",
    "durata",
    "duration",
    "start",
    "end",
    "mese",
    "mesi",
    "month",
    "months",
    "anno",
    "anni",
    "year",
    "years",
    "trimestre",
    "semestre",
    "quadrimestre",
    "bimestre",
    "giorno",
    "giorni",
    "giornate",
    "gg",
    "day",
    "days",
    "settimana",
    "settimane",
    "week",
    "weeks",
    "ora",
    "ore",
    "h",
    "hh",
    "hours",
    "hrs",
    "validita",
    "validità",
];

/// Words with which a time begins, in small letters; inside other words they say nothing.
const PREPOSITIONS: [&str; 3] = ["al", "from", "to"];

/// Words for what things are called or counted by, in small letters.
const COUNTED: [&str; 26] = [
    "codice",
    "cod",
    "code",
    "id",
    "matricola",
    "protocollo",
    "prot",
    "telefono",
    "tel",
    "phone",
    "capitolo",
    "cap",
    "interno",
    "stanza",
    "fiscale",
    "iban",
    "cup",
    "cig",
    "centro",
    "sede",
    "indirizzo",
    "ufficio",
    "piano",
    "programma",
    "missione",
    "livello",
];

/// Whether a text is nothing but the name of a month, in full or in short, perhaps with a year.
pub fn is_month(text: &str) -> bool {
    let mut words = small_words(text).into_iter().filter(|word| !is_year(word));
    let is_month = |word: &String| {
        MONTHS.iter().any(|month| month == word || (word.len() == 3 && month.starts_with(word.as_str())))
    };
    words.next().is_some_and(|word| is_month(&word)) && words.next().is_none()
}

/// Whether a month stands in a text, in full or, where it stands alone, in short.
pub fn names_month(text: &str) -> bool {
    is_month(text) || small_words(text).iter().any(|word| MONTHS.contains(&&**word))
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && word.starts_with("20") && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a text states a time: a period, a date, hours, a month, a year.
pub fn states_time(text: &str) -> bool {
    // *Assegnato al progetto* states none.
    let begins = small_words(text).first().is_some_and(|word| PREPOSITIONS.contains(&&**word));
    begins || is_month(text) || small_words(text).iter().any(|word| TIMES.contains(&&**word) || is_year(word))
}

/// Whether a header is that of numbers by which something is called.
pub fn counts_things(header: &str) -> bool {
    small_words(header).iter().any(|word| COUNTED.contains(&&**word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_told_from_other_words() {
        for time in ["Dal", "Data inizio", "Gen", "Gennaio 2024", "2023", "Ore settimanali", "Mesi/uomo", "Start Date"]
        {
            assert!(states_time(time), "{time}");
        }
        for other in ["Note", "Profilo", "Marzotto Ada", "Sede"] {
            assert!(!states_time(other), "{other}");
        }
        assert!(names_month("cessata a marzo") && names_month("set") && !names_month("set di prova"));
        assert!(is_month("mar") && is_month("Marzo") && !is_month("Mario") && counts_things("Codice ufficio"));
    }
}
