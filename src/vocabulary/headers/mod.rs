//! The headers of tables' columns.

mod capacity;
mod column;
mod grades;
mod known;
mod periods;
mod units;
mod worked;

use std::sync::LazyLock;

pub use capacity::{may_head_capacity, of_capacity, says_share_of_capacity};
pub use column::{Clarity, ColumnHeader, Side, UNCLEAR, Unit};
pub use grades::may_head_grades;
use known::{BEGINNINGS, CURRENCIES, DOUBTFUL_SHARES, HOURS, HOW_MUCH, KNOWN, MONEY, SHARES, TIMES, WHO};
use units::{PERSON_MONTHS, PERSONS, Said, is_number, of_persons};
pub use units::{is_unit, stated_unit, unit_in};
pub use worked::{Counted, PartOfTime, Stage, WorkHeading, may_head_people, prices_work, work_heading};

use foldhash::HashMap;

use super::of_body::Vocabulary;
use crate::model::{Meaning, WorkUnit, header_key, plain_letter};
use crate::source::{restored, words};

/// The header of shares that is meant where a table has none.
pub const PLAIN_SHARE: &str = "Impegno Personale";

/// Whether a header speaks of who or of how much, known or not: it has a word for it somewhere.
pub fn speaks_of(header: &str, side: Side) -> bool {
    let lower = header.to_lowercase();
    let words: &[&str] = if side == Side::Who { &WHO } else { &HOW_MUCH };
    words.iter().any(|word| lower.contains(word))
}

/// Whether the header of a column of numbers does not say whose they are: those of people, or of rows.
pub fn is_id(header: &str) -> bool {
    header_key(header) == "id"
}

/// Whether the heading of a table speaks of both who and how much.
pub fn says_who_and_how_much(heading: &str) -> bool {
    speaks_of(heading, Side::Who) && speaks_of(heading, Side::HowMuch)
}

/// Whether a header is one of a budget: there, *Risorsa* and *Quota* are money.
pub fn speaks_of_money(header: &str) -> bool {
    let lower = header.to_lowercase();
    lower.contains(CURRENCIES) || lower.split(|c: char| !c.is_alphanumeric()).any(|word| MONEY.contains(&word))
}

/// Whether a header is of those who may pay for a project, or are members of something, as well as of those who work on it.
pub fn names_parties(header: &str) -> bool {
    let lower = header.to_lowercase();
    ["soggett", "compon", "partecip", "risors", "resource"].iter().any(|word| lower.contains(word))
}

impl Vocabulary<'_> {
    /// What the header of a column says; none if it is not known. What the settings say comes first.
    pub fn header(self, cell: &str) -> Option<ColumnHeader> {
        let own = if self.has_own_headers { self.layout.headers.meaning(&header_key(cell)) } else { None };
        // A header that has lost letters is the one that it would be with some of those that are lost.
        let known = || known_header(cell).or_else(|| restored(cell).iter().find_map(|cell| known_header(cell)));
        own.map_or_else(known, |meaning| Some(own_header(cell, meaning)))
    }

    /// What a header says of a column of which the settings say what stands in it.
    pub fn given(self, cell: &str, meaning: Meaning) -> ColumnHeader {
        own_header(cell, meaning)
    }

    /// Whether a header that is known says who or how much.
    pub fn side(self, header: &str) -> Option<Side> {
        match self.header(header)?.meaning {
            Meaning::Person | Meaning::Surname => Some(Side::Who),
            Meaning::Share | Meaning::Split | Meaning::Hours => Some(Side::HowMuch),
            _ => None,
        }
    }
}

/// A header of the body's own; in what its figures are counted, its words may say all the same.
fn own_header(cell: &str, meaning: Meaning) -> ColumnHeader {
    let is_in_months = || {
        let counted = work_heading(&words(cell)).map(|own| own.counted);
        counted == Some(Counted::Part(PartOfTime::Month { is_of_person: true }))
    };
    let unit = match Bare::of(&words(cell)) {
        // `PM`, `Staff months`: twelve are all of somebody's, whatever the settings call the column.
        _ if matches!(meaning, Meaning::Share | Meaning::Hours) && is_in_months() => PERSON_MONTHS,
        Some(bare) if matches!(meaning, Meaning::Share | Meaning::Split | Meaning::Capacity) => bare.unit,
        Some(bare) if meaning == Meaning::Hours && matches!(bare.unit, Unit::Work(..)) => bare.unit,
        _ if meaning == Meaning::Hours => Unit::Work(None, None),
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
    let Bare { words, unit, is_number } = Bare::of(&written)?;
    if let Some(share) = share(words.text(), unit) {
        // `N. impegno` is what a commitment of money is called by.
        return (!is_number || unit != Unit::Unstated).then_some(share);
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
            BEGINNINGS.begin_with([first, second])
        }
        // `N. progetto`, `% impegno`, `C.d.R.`, and cells that begin with a mark.
        [first, ..] => first.is_ascii_alphabetic() || matches!(first, b'%' | b'*' | b'<' | b'\\' | b'(' | b'"'),
    }
}

/// The words of a header without those that say nothing, run together, and the unit that they state.
struct Bare {
    words: Letters,
    unit: Unit,
    /// Whether it is the number of something.
    is_number: bool,
}

impl Bare {
    /// None if a header has too many letters, or any that no known word has.
    fn of(text: &str) -> Option<Self> {
        let mut bare = Self { words: Letters::default(), unit: Unit::Unstated, is_number: false };
        let mut said = Said::of(text);
        let mut word = Letters::default();
        for c in text.chars().chain([' ']) {
            match plain_letter(c) {
                Some(letter) => word.push(letter)?,
                None if c == '%' => {
                    bare.take(&mut word, &mut said)?;
                    said.percent = true;
                }
                // `C.d.R.` is one word; so is `Cat.` before a space.
                None if c == '.' => {}
                // Money is no part of anybody's time.
                None if c.is_alphanumeric() || CURRENCIES.contains(&c) => return None,
                None => bare.take(&mut word, &mut said)?,
            }
        }
        bare.unit = said.unit(bare.words.text())?;
        Some(bare)
    }

    /// Takes in a word that has ended.
    fn take(&mut self, word: &mut Letters, said: &mut Said) -> Option<()> {
        if !said.hear(word.text()) {
            match word.text() {
                "di" | "del" | "dell" | "della" | "dei" | "delle" | "d" | "e" | "ed" | "in" | "il" | "la" | "l"
                | "al" | "per" | "sul" | "the" | "and" | "to" | "on" => {}
                "n" | "nr" | "num" => self.is_number = true,
                year if year.len() == 4 && year.starts_with("20") && is_number(year) => {}
                other => other.chars().try_for_each(|letter| self.words.push(letter))?,
            }
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
        // Such are the hours of a contract, too, and the days of an absence.
        "" if unit == Unit::Work(Some(WorkUnit::Hours), None) => Clarity::Clear,
        "" if matches!(unit, Unit::Percent | Unit::Work(..)) => Clarity::Doubtful,
        _ if matches!(unit, PERSON_MONTHS | Unit::Work(Some(WorkUnit::Days), _)) && PERSONS.contains(&words) => {
            Clarity::Clear
        }
        // Months that are planned stand beside hours that are, and are no rivals of these.
        _ if unit == PERSON_MONTHS && of_persons(words) => Clarity::Doubtful,
        _ if matches!(unit, Unit::Work(None | Some(WorkUnit::Hours), _)) && HOURS.contains(&words) => Clarity::Clear,
        _ if SHARES.contains(&words) => Clarity::Clear,
        _ if unit == Unit::Unstated && DOUBTFUL_SHARES.contains(&words) => Clarity::Doubtful,
        _ if unit != Unit::Unstated && TIMES.contains(&words) => Clarity::Clear,
        _ if unit != Unit::Unstated && DOUBTFUL_SHARES.contains(&words) => Clarity::Likely,
        _ => return None,
    };
    let meaning = if matches!(unit, Unit::Work(..)) { Meaning::Hours } else { Meaning::Share };
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
            "Impegno €",
            "Quota ($)",
            "N. impegno",
            "Nr. quota",
            "Impegno su 10",
            "Quota (su 1000)",
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
        let work = |unit| Some(Unit::Work(Some(unit), None));
        assert_eq!(unit("Impegno (giorni)"), work(WorkUnit::Days));
        assert_eq!(unit("Giorni/uomo"), work(WorkUnit::Days));
        assert_eq!(unit("Impegno (mesi)"), Some(Unit::Months));
        assert_eq!([unit("Mesi/uomo"), unit("Person months")], [work(WorkUnit::PersonMonths); 2]);
        assert_eq!([unit("Ore"), unit("Impegno (ore)")], [Some(Unit::Work(None, None)); 2]);
        assert_eq!([unit("Ore annue"), unit("Hours/year")], [work(WorkUnit::Hours); 2]);
        assert_eq!([unit("Ore settimanali"), unit("Impegno h/sett.")], [work(WorkUnit::WeeklyHours); 2]);
        assert_eq!(unit("Ore mensili"), work(WorkUnit::MonthlyHours));
        assert_eq!(unit("FTE"), work(WorkUnit::Fte));
        assert_eq!([unit("% FTE"), unit("% ore"), unit("FTE %")], [Some(Unit::Percent); 3]);
        assert_eq!(unit("Ore (su 1.548)"), Some(Unit::Work(None, Some(154_800))));
        assert_eq!(unit("Ore settimanali su 36"), Some(Unit::Work(Some(WorkUnit::WeeklyHours), Some(3600))));
        for (header, full) in [
            ("Ore settimanali (su 37,5)", Some(3750)),
            ("Ore settimanali (su 37.5)", Some(3750)),
            ("Ore (su 1.548)", Some(154_800)),
            ("Ore su 12 mesi", Some(UNCLEAR)),
            ("Hours of 2024", Some(UNCLEAR)),
            ("Hours of 2080", Some(208_000)),
            ("Ore per progetto", None),
        ] {
            assert_eq!(super::units::stated_full(header), full, "{header}");
        }
        assert_eq!(unit("Ore 2024"), Some(Unit::Work(None, None)));
        assert_eq!(unit("Impegno settimanale"), None);
    }
}
