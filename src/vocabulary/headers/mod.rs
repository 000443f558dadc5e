//! The headers of tables' columns.

mod column;
mod known;
mod periods;

use std::sync::LazyLock;

pub use column::{Clarity, ColumnHeader, Side, Unit};
use known::{BEGINNINGS, DOUBTFUL_SHARES, HOURS, HOW_MUCH, KNOWN, MONEY, SHARES, TIMES, WHO};

use foldhash::HashMap;

use super::of_body::Vocabulary;
use crate::model::{Meaning, header_key, plain_letter};
use crate::source::{restored, words};

/// The header of shares that is meant where a table has none.
pub const PLAIN_SHARE: &str = "Impegno Personale";

/// Whether a header speaks of who or of how much, known or not: it has a word for it somewhere.
pub fn speaks_of(header: &str, side: Side) -> bool {
    let lower = header.to_lowercase();
    let words: &[&str] = if side == Side::Who { &WHO } else { &HOW_MUCH };
    words.iter().any(|word| lower.contains(word))
}

/// Whether the heading of a table speaks of both who and how much.
pub fn says_who_and_how_much(heading: &str) -> bool {
    speaks_of(heading, Side::Who) && speaks_of(heading, Side::HowMuch)
}

/// Whether a header is one of a budget: there, *Risorsa* and *Quota* are money.
pub fn speaks_of_money(header: &str) -> bool {
    let lower = header.to_lowercase();
    lower.contains('€') || lower.split(|c: char| !c.is_alphanumeric()).any(|word| MONEY.contains(&word))
}

impl Vocabulary<'_> {
    /// What the header of a column says; none if it is not known. What the settings say comes first.
    pub fn header(self, cell: &str) -> Option<ColumnHeader> {
        let own = if self.has_own_headers { self.layout.headers.meaning(&header_key(cell)) } else { None };
        // A header that has lost letters is the one that it would be with some of those that are lost.
        let known = || known_header(cell).or_else(|| restored(cell).iter().find_map(|cell| known_header(cell)));
        own.map_or_else(known, |meaning| Some(own_header(cell, meaning)))
    }

    /// Whether a header that is known says who or how much.
    pub fn side(self, header: &str) -> Option<Side> {
        match self.header(header)?.meaning {
            Meaning::Person | Meaning::Surname => Some(Side::Who),
            Meaning::Share | Meaning::Hours => Some(Side::HowMuch),
            _ => None,
        }
    }
}

/// A header of the body's own; in what its figures are counted, its words may say all the same.
fn own_header(cell: &str, meaning: Meaning) -> ColumnHeader {
    let unit = match Bare::of(&words(cell)) {
        _ if meaning == Meaning::Hours => Unit::Hours,
        Some(bare) if meaning == Meaning::Share => bare.unit,
        _ => Unit::Unstated,
    };
    ColumnHeader { meaning, clarity: Clarity::Given, unit }
}

fn known_header(cell: &str) -> Option<ColumnHeader> {
    if !may_be_header(cell.as_bytes()) {
        return None;
    }
    let written = words(cell);
    if let Some((meaning, clarity)) = periods::of_period(&written) {
        return Some(ColumnHeader { meaning, clarity, unit: Unit::Unstated });
    }
    let Bare { words, unit } = Bare::of(&written)?;
    if let Some(share) = share(words.text(), unit) {
        return Some(share);
    }
    if words.text().is_empty() && unit == Unit::Unstated && !cell.contains(|c: char| c.is_ascii_digit()) {
        // `N.`: the rows are counted.
        return Some(ColumnHeader { meaning: Meaning::Aside, clarity: Clarity::Clear, unit });
    }
    let of_words = known(words.text())?;
    (unit == Unit::Unstated).then_some(of_words)
}

/// Whether a cell may be the header of a column at all, as its first two letters say: most are not.
fn may_be_header(cell: &[u8]) -> bool {
    let cell = cell.strip_prefix(b"<b>").or_else(|| cell.strip_prefix(b"**")).unwrap_or(cell);
    match *cell {
        [] => false,
        [one] => one == b'%' || one.eq_ignore_ascii_case(&b'h'),
        _ if cell.len() > 90 => false,
        [first, second, ..] if first.is_ascii_alphabetic() && second.is_ascii_alphabetic() => {
            let initial = usize::from(first.to_ascii_lowercase() - b'a');
            BEGINNINGS[initial] & (1 << (second.to_ascii_lowercase() - b'a')) != 0
        }
        // `N. progetto`, `% impegno`, `C.d.R.`, and cells that begin with a mark.
        [first, ..] => first.is_ascii_alphabetic() || matches!(first, b'%' | b'*' | b'<' | b'\\' | b'(' | b'"'),
    }
}

/// The words of a header without those that say nothing, run together, and the unit that they state.
struct Bare {
    words: Letters,
    unit: Unit,
}

impl Bare {
    /// None if a header has too many letters, or any that no known word has.
    fn of(text: &str) -> Option<Self> {
        let mut bare = Self { words: Letters::default(), unit: Unit::Unstated };
        let mut word = Letters::default();
        for c in text.chars().chain([' ']) {
            match plain_letter(c) {
                Some(letter) => word.push(letter)?,
                None if c == '%' => {
                    bare.take(&mut word)?;
                    bare.unit = Unit::Percent;
                }
                // `C.d.R.` is one word; so is `Cat.` before a space.
                None if c == '.' => {}
                None if c.is_alphanumeric() => return None,
                None => bare.take(&mut word)?,
            }
        }
        Some(bare)
    }

    /// Takes in a word that has ended.
    fn take(&mut self, word: &mut Letters) -> Option<()> {
        match word.text() {
            "percentuale" | "percentuali" | "perc" | "percent" | "percentage" => self.unit = Unit::Percent,
            "ora" | "ore" | "h" | "hh" | "hours" | "hrs" => self.unit = Unit::Hours,
            "giorni" | "giornate" | "gg" | "mesi" | "days" | "months" => self.unit = Unit::Days,
            "di" | "del" | "dell" | "della" | "dei" | "delle" | "d" | "e" | "ed" | "in" | "il" | "la" | "l" | "al"
            | "per" | "su" | "sul" | "n" | "nr" | "num" | "of" | "the" | "and" | "to" | "on" => {}
            year if year.len() == 4 && year.starts_with("20") && year.bytes().all(|byte| byte.is_ascii_digit()) => {}
            other => other.chars().try_for_each(|letter| self.words.push(letter))?,
        }
        *word = Letters::default();
        Some(())
    }
}

/// A few small letters without accents, held without asking for memory.
#[derive(Clone, Copy)]
struct Letters {
    bytes: [u8; 48],
    len: usize,
}

impl Default for Letters {
    fn default() -> Self {
        Self { bytes: [0; 48], len: 0 }
    }
}

impl Letters {
    fn push(&mut self, letter: char) -> Option<()> {
        *self.bytes.get_mut(self.len)? = u8::try_from(letter).ok()?;
        self.len += 1;
        Some(())
    }

    fn text(&self) -> &str {
        // Only letters and digits of ASCII are pushed.
        std::str::from_utf8(&self.bytes[..self.len]).unwrap_or_default()
    }
}

/// What the header of a share says: the words for it are also written with a unit, or are nothing but the unit.
fn share(words: &str, unit: Unit) -> Option<ColumnHeader> {
    let clarity = match words {
        "" if matches!(unit, Unit::Percent | Unit::Hours) => Clarity::Doubtful,
        _ if unit == Unit::Hours && HOURS.contains(&words) => Clarity::Clear,
        _ if SHARES.contains(&words) => Clarity::Clear,
        _ if unit == Unit::Unstated && DOUBTFUL_SHARES.contains(&words) => Clarity::Doubtful,
        _ if unit != Unit::Unstated && TIMES.contains(&words) => Clarity::Clear,
        _ if unit != Unit::Unstated && DOUBTFUL_SHARES.contains(&words) => Clarity::Likely,
        _ => return None,
    };
    let meaning = if unit == Unit::Hours { Meaning::Hours } else { Meaning::Share };
    Some(ColumnHeader { meaning, clarity, unit })
}

static BY_WORDS: LazyLock<HashMap<&str, (Meaning, Clarity)>> =
    LazyLock::new(|| KNOWN.iter().map(|&(words, meaning, clarity)| (words, (meaning, clarity))).collect());

/// The meaning of a header that states no unit.
fn known(words: &str) -> Option<ColumnHeader> {
    if words.starts_with("nomesoggetto") {
        return Some(ColumnHeader { meaning: Meaning::Person, clarity: Clarity::Decisive, unit: Unit::Unstated });
    }
    let &(meaning, clarity) = BY_WORDS.get(words)?;
    Some(ColumnHeader { meaning, clarity, unit: Unit::Unstated })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meaning(cell: &str) -> Option<Meaning> {
        known_header(cell).map(|header| header.meaning)
    }

    #[test]
    fn headers_differ_in_case_accents_punctuation_and_breaks() {
        for (cell, expected) in [
            ("Nome Soggetto", Meaning::Person),
            ("NOMINATIVO", Meaning::Person),
            ("Cognome e nome", Meaning::Person),
            ("Cognome/Nome", Meaning::Person),
            ("Dipen- dente", Meaning::Person),
            ("Nome<br>Soggetto", Meaning::Person),
            ("**Dipendente**", Meaning::Person),
            ("Employee", Meaning::Person),
            ("Relazione Perso\u{ad}nale", Meaning::Role),
            ("Relazione Perso- nale", Meaning::Role),
            ("Cat.", Meaning::Role),
            ("Profilo professionale", Meaning::Role),
            ("Impegno Personale", Meaning::Share),
            ("Impegno personale 2024 (%)", Meaning::Share),
            ("% impegno", Meaning::Share),
            ("% di tempo dedicato", Meaning::Share),
            ("Percentuale di impegno", Meaning::Share),
            ("%", Meaning::Share),
            ("Commitment", Meaning::Share),
            ("Impegno (ore)", Meaning::Hours),
            ("Ore annue", Meaning::Hours),
            ("N. ore", Meaning::Hours),
            ("h", Meaning::Hours),
            ("Codice Progetto", Meaning::Project),
            ("Cod.", Meaning::Project),
            ("C.d.R.", Meaning::Cdr),
            ("Centro di Responsabilità", Meaning::Cdr),
            ("Dirigente", Meaning::Director),
        ] {
            assert_eq!(meaning(cell), Some(expected), "{cell}");
        }
    }

    #[test]
    fn headers_are_known_by_the_letters_that_are_left() {
        let header = |cell| Vocabulary::default().header(cell).map(|header| header.meaning);
        for cell in ["Nome Sogge\u{FFFD}o", "Nome Sogge6o", "Nomina\u{E001}vo", "Nomina琀椀vo"] {
            assert_eq!(header(cell), Some(Meaning::Person), "{cell}");
        }
        assert_eq!([header("Impe\u{FFFD}no"), header("Sogge6e"), header("M6")], [None; 3]);
    }

    #[test]
    fn other_cells_are_no_headers() {
        for cell in [
            "",
            "Ugoletti Monica",
            "Dipendente a tempo indeterminato/determinato",
            "92,00 %",
            "Impegno di spesa",
            "Peso %",
            "% avanzamento",
            "Quota associativa",
            "Fase",
            "Tempi",
            "Ruolo (ore)",
            "Nome commerciale del prodotto che si acquista per l'ufficio",
            "Наименование",
            "è",
            "Data",
        ] {
            assert_eq!(meaning(cell), None, "{cell}");
        }
    }

    #[test]
    fn a_header_says_its_unit() {
        let unit = |cell| known_header(cell).map(|header| header.unit);
        assert_eq!(unit("Impegno"), Some(Unit::Unstated));
        assert_eq!(unit("Impegno percentuale"), Some(Unit::Percent));
        assert_eq!(unit("Impegno (giorni)"), Some(Unit::Days));
    }
}
