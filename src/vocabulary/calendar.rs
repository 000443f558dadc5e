//! The words in which periods are stated: months, parts of the year, from when and to when.

use crate::model::{MONTHS, header_key};

/// Words with which a period begins; some have lost their apostrophe.
const FROM: [&str; 12] =
    ["dal", "dall", "dalla", "da", "from", "since", "inizio", "decorrenza", "decorre", "partire", "start", "starting"];
/// Words with which its end is told.
const TO: [&str; 17] = [
    "al", "all", "alla", "a", "to", "fino", "sino", "entro", "until", "till", "through", "thru", "fine", "scadenza",
    "termine", "end", "ad",
];
/// Words that say nothing of when.
const ASIDE: [&str; 10] = ["il", "giorno", "in", "di", "del", "dell", "compreso", "incluso", "the", "of"];
/// What is written instead of a period that is the whole year, or of an end that is not set, as [`header_key`] has it.
const WHOLE: [&str; 17] = [
    "tuttolanno",
    "tuttoanno",
    "interoanno",
    "lannointero",
    "annointero",
    "annuale",
    "annuo",
    "annoincorso",
    "wholeyear",
    "fullyear",
    "allyear",
    "theyear",
    "yearly",
    "annual",
    "12mesi",
    "12months",
    "anno",
];
const OPEN: [&str; 11] = [
    "incorso",
    "indeterminato",
    "tempoindeterminato",
    "atempoindeterminato",
    "indefinito",
    "senzascadenza",
    "ongoing",
    "open",
    "openended",
    "permanent",
    "nessuna",
];

/// Words before a colon that say that a period follows, as [`header_key`] has them; some are followed by others, as in *periodo di
/// riferimento*.
const LABELS: [&str; 7] = ["periodo", "period", "durata", "duration", "validita", "validity", "decorrenza"];

/// Words of which a table of people may be, besides, if a period follows: *Impegni I semestre*.
const OF_PEOPLE: [&str; 8] =
    ["impegno", "impegni", "personale", "assegnazione", "assegnazioni", "commitment", "commitments", "staff"];

/// Whether the words before a colon say that a period follows.
pub fn labels_period(label: &str) -> bool {
    let key = header_key(label);
    LABELS.iter().any(|word| key.starts_with(word))
}

/// Whether a word may stand before a period without a colon: *Periodo gennaio - giugno*.
pub fn may_precede_period(word: &str) -> bool {
    LABELS.iter().chain(&OF_PEOPLE).any(|own| word.eq_ignore_ascii_case(own))
}

/// Whether nothing stands in a text but words and figures of time, as in *dal 1° marzo al 30 giugno* and *II semestre*: it is not said that
/// they are a period.
pub fn is_of_time(text: &str) -> bool {
    let mut words = words_of_time(text).peekable();
    words.peek().is_some() && words.all(is_word_of_time)
}

/// Whether the first word of a text is one of those.
pub fn begins_with_time(text: &str) -> bool {
    words_of_time(text).next().is_some_and(is_word_of_time)
}

/// The words of a text, as they stand in periods.
fn words_of_time(text: &str) -> impl Iterator<Item = &str> {
    let is_mark = |c: char| c.is_whitespace() || "-–—/.,;'\u{2019}()[]".contains(c);
    text.split(is_mark).filter(|word| !word.is_empty())
}

fn is_word_of_time(word: &str) -> bool {
    if word.bytes().all(|byte| byte.is_ascii_digit()) {
        return true;
    }
    let word = &*word.to_lowercase();
    let of_letters = || {
        let digits = word.trim_matches(|c: char| c.is_ascii_digit());
        digits.len() < word.len() && PartOfYear::of_letter(digits).is_some()
    };
    period_word(word).is_some()
        || month_of(word).is_some()
        || PartOfYear::of_word(word).is_some()
        || ordinal(word).is_some()
        || of_letters()
        || counts_months(word)
        || says_how_long(word)
        || OPEN.contains(&word)
}

/// What a word says of a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PeriodWord {
    /// What follows is its beginning.
    From,
    /// What follows is its end.
    To,
    /// Nothing.
    Aside,
}

/// What a word in small letters says of a period, if it is one of those.
pub fn period_word(word: &str) -> Option<PeriodWord> {
    let is_in = |words: &[&str]| words.contains(&word);
    match () {
        () if is_in(&FROM) => Some(PeriodWord::From),
        () if is_in(&TO) || matches!(word, "-" | "–" | "—" | "/" | "→" | "->") => Some(PeriodWord::To),
        () if is_in(&ASIDE) => Some(PeriodWord::Aside),
        () => None,
    }
}

/// Whether a text says that a period is the whole year.
pub fn says_whole_year(text: &str) -> bool {
    WHOLE.contains(&&*header_key(text))
}

/// Whether a text says that a period has no end that is set.
pub fn says_open_end(text: &str) -> bool {
    OPEN.contains(&&*header_key(text))
}

/// Whether a word counts months, as in *6 mesi*.
pub fn counts_months(word: &str) -> bool {
    matches!(word, "mesi" | "mese" | "months" | "month")
}

/// Whether a word says that a number of months follows, as in *per 6 mesi*.
pub fn says_how_long(word: &str) -> bool {
    matches!(word, "per" | "for")
}

/// The number of a month, from 1 on, by its name in small letters, whole or in short.
pub fn month_of(word: &str) -> Option<i8> {
    let word = word.strip_suffix('.').unwrap_or(word);
    let is_name = |name: &&str| *name == word || (word.len() >= 3 && word.len() <= 4 && name.starts_with(word));
    let at = MONTHS.iter().position(is_name).or_else(|| (word == "sept").then_some(8))?;
    i8::try_from(at % 12 + 1).ok()
}

/// A part of a year that is counted by itself: months, quarters and the like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartOfYear {
    /// One of twelve.
    Month,
    /// One of six.
    TwoMonths,
    /// One of four.
    Quarter,
    /// One of three.
    FourMonths,
    /// One of two.
    Half,
}

impl PartOfYear {
    /// The part that a word in small letters means, in full or in short.
    pub fn of_word(word: &str) -> Option<Self> {
        Some(match word {
            "mese" | "month" => Self::Month,
            "bimestre" | "bim" => Self::TwoMonths,
            "trimestre" | "trim" | "quarter" => Self::Quarter,
            "quadrimestre" | "quadr" => Self::FourMonths,
            "semestre" | "sem" | "half" | "semester" => Self::Half,
            _ => return None,
        })
    }

    /// The part that a letter means before its number: `M1`, `Q2`, `T3`, `S1`, `H2`.
    pub fn of_letter(letter: &str) -> Option<Self> {
        Some(match letter {
            "m" => Self::Month,
            "q" | "t" => Self::Quarter,
            "s" | "h" => Self::Half,
            _ => return None,
        })
    }

    /// How many months it has.
    pub fn months(self) -> i8 {
        match self {
            Self::Month => 1,
            Self::TwoMonths => 2,
            Self::Quarter => 3,
            Self::FourMonths => 4,
            Self::Half => 6,
        }
    }
}

/// The number that a word in small letters means, up to twelve: `2`, `2°`, `II`, `secondo`, `2nd`.
pub fn ordinal(word: &str) -> Option<i8> {
    const ROMAN: [&str; 12] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];
    const NAMES: [[&str; 2]; 4] = [["primo", "1st"], ["secondo", "2nd"], ["terzo", "3rd"], ["quarto", "4th"]];
    let word = word.trim_end_matches(['°', 'º', '.', '^', 'o']);
    let of = |at: usize| i8::try_from(at + 1).ok();
    if let Some(at) = ROMAN.iter().position(|roman| *roman == word) {
        return of(at);
    }
    let is_name = |names: &[&str; 2]| names.iter().any(|name| name.trim_end_matches('o') == word);
    if let Some(at) = NAMES.iter().position(is_name) {
        return of(at);
    }
    word.parse().ok().filter(|number| (1..=12).contains(number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_known_by_their_names() {
        for (word, month) in [("gennaio", 1), ("mar", 3), ("sett", 9), ("sept", 9), ("december", 12), ("dic.", 12)] {
            assert_eq!(month_of(word), Some(month), "{word}");
        }
        for other in ["ma", "mario", "marzotto", "x", "giugnoo", ""] {
            assert_eq!(month_of(other), None, "{other}");
        }
    }

    #[test]
    fn words_and_figures_of_time_are_told_from_others() {
        for text in [
            "dal 1° marzo al 30 giugno",
            "II semestre",
            "Q2 2024",
            "gennaio-giugno",
            "01/03/2024",
            "6 mesi dall\u{2019}1/3",
        ] {
            assert!(is_of_time(text), "{text}");
        }
        for text in ["2024_PD_0411", "Marzo Ada", "Attività del I semestre", "3 %", "", "—"] {
            assert!(!is_of_time(text), "{text}");
        }
    }

    #[test]
    fn some_words_say_that_a_period_follows() {
        assert!(["Periodo", "Durata dell'impegno", "VALIDITÀ", "Period of reference"].into_iter().all(labels_period));
        assert!(!["Responsabile", "Impegno nel periodo", "Data"].into_iter().any(labels_period));
    }

    #[test]
    fn parts_of_the_year_are_counted() {
        for (word, number) in [("1°", 1), ("ii", 2), ("terzo", 3), ("4th", 4), ("12", 12), ("1º", 1)] {
            assert_eq!(ordinal(word), Some(number), "{word}");
        }
        assert_eq!([ordinal("13"), ordinal("0"), ordinal("ultimo")], [None; 3]);
    }
}
