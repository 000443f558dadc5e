//! The headers of tables' columns.

mod capacity;
mod column;
mod known;
mod periods;

use std::sync::LazyLock;

pub use capacity::{of_capacity, says_share_of_capacity};
pub use column::{Clarity, ColumnHeader, Side, UNCLEAR, Unit};
use known::{BEGINNINGS, DOUBTFUL_SHARES, HOURS, HOW_MUCH, KNOWN, MONEY, SHARES, TIMES, WHO};

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
    lower.contains('€') || lower.split(|c: char| !c.is_alphanumeric()).any(|word| MONEY.contains(&word))
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
    let unit = match Bare::of(&words(cell)) {
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
        let mut said = Said { full: stated_full(text), ..Said::default() };
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
                None if c.is_alphanumeric() => return None,
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
                | "al" | "per" | "sul" | "n" | "nr" | "num" | "the" | "and" | "to" | "on" => {}
                year if year.len() == 4 && year.starts_with("20") && is_number(year) => {}
                other => other.chars().try_for_each(|letter| self.words.push(letter))?,
            }
        }
        *word = Letters::default();
        Some(())
    }
}

fn is_number(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// Months of one person's work.
const PERSON_MONTHS: Unit = Unit::Work(Some(WorkUnit::PersonMonths), None);

/// Whose the months and days are of which work is counted.
const PERSONS: [&str; 4] = ["persona", "uomo", "person", "man"];

/// What the words of a header say of a unit.
#[derive(Default)]
#[allow(clippy::struct_excessive_bools, reason = "each is a word, and any of them may stand beside any other")]
struct Said {
    percent: bool,
    hours: bool,
    days: bool,
    months: bool,
    fte: bool,
    /// Of what hours are.
    each: Option<WorkUnit>,
    /// Whether the word before was one behind which stands what is all of it.
    of: bool,
    /// How much is all of it.
    full: Option<u32>,
}

/// How many hundredths of a unit are all of somebody's working time, as a header says at its end: `su 1.548`, `(su 37,5)`, `of 2080`. A year
/// is none, and what has more behind it is unclear.
fn stated_full(header: &str) -> Option<u32> {
    let lower = header.to_lowercase();
    let behind = |word: &str| {
        let mut found = lower.match_indices(word).map(|(at, _)| (at, &lower[at + word.len()..]));
        found.find(|(at, rest)| {
            let begins = !lower[..*at].ends_with(char::is_alphanumeric);
            begins && rest.starts_with(' ') && rest.trim_start().starts_with(|c: char| c.is_ascii_digit())
        })
    };
    let (_, rest) = behind("su").or_else(|| behind("of"))?;
    let rest = rest.trim_start();
    let end = rest.find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ',')).unwrap_or(rest.len());
    let (number, after) = rest.split_at(end);
    if after.trim_matches([')', ']', ' ', '\u{a0}', '.']).contains(char::is_alphanumeric) {
        return Some(UNCLEAR);
    }
    let number = number.trim_end_matches(['.', ',']);
    let hundredths = match number.split_once(['.', ',']) {
        None if (2000..2080).contains(&number.parse().unwrap_or(0)) => return Some(UNCLEAR),
        None => number.parse::<u32>().ok().filter(|whole| *whole < 10_000).map(|whole| whole * 100),
        Some((thousands, rest)) if rest.len() == 3 && is_number(rest) && thousands.len() == 1 => {
            format!("{thousands}{rest}00").parse().ok()
        }
        Some((whole, rest)) if is_number(rest) && rest.len() <= 2 && whole.len() <= 4 => {
            format!("{whole}{rest:0<2}").parse().ok()
        }
        Some(_) => None,
    };
    Some(hundredths.unwrap_or(UNCLEAR))
}

/// In what figures are counted, as a heading above several columns says.
pub fn unit_in(heading: &str) -> Unit {
    let mut said = Said { percent: heading.contains('%'), full: stated_full(heading), ..Said::default() };
    let lower = heading.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let others: Vec<&str> = words.filter(|word| !said.hear(word)).collect();
    let of_whom = others.iter().find(|word| PERSONS.contains(word)).copied().unwrap_or_default();
    said.unit(of_whom).unwrap_or(Unit::Unstated)
}

/// Whether a heading says in what figures are counted, and nothing else.
pub fn is_unit(heading: &str) -> bool {
    let mut said = Said::default();
    let lower = heading.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let has_other = words.filter(|word| !said.hear(word) && !PERSONS.contains(word)).count() > 0;
    !has_other && unit_in(heading) != Unit::Unstated
}

/// In which working time figures are counted, as a text beside their table says: `Valori in ore annue`, `Effort (days)`; none if it says
/// nothing of it.
pub fn stated_unit(text: &str) -> Option<Unit> {
    /// Longer ones speak of something else, too.
    const LONGEST: usize = 120;
    /// What may stand beside a unit and says nothing more of it.
    const BESIDE: [&str; 12] =
        ["per", "al", "alla", "all", "a", "l", "di", "base", "annua", "lavoro", "lavorative", "equivalenti"];
    if text.len() > LONGEST {
        return None;
    }
    let lower = text.to_lowercase();
    let is_sign = |c: char| "()[],;:.".contains(c);
    lower.split(is_sign).find_map(|part| {
        let words: Vec<&str> = part.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        let first = words.iter().rposition(|word| *word == "in").map(|at| at + 1);
        let is_in_brackets = || lower.contains(&format!("({part})")) || lower.contains(&format!("[{part}]"));
        let own = &words[first.or_else(|| is_in_brackets().then_some(0))?..];
        let mut said = Said::default();
        let is_of_unit = |word: &&str| said.hear(word) || PERSONS.contains(word) || BESIDE.contains(word);
        let is_all = !own.is_empty() && own.iter().all(is_of_unit);
        is_all.then(|| unit_in(&own.join(" "))).filter(|unit| matches!(unit, Unit::Work(..)))
    })
}

impl Said {
    /// Takes in a word, if it is about a unit.
    fn hear(&mut self, word: &str) -> bool {
        let is_of = std::mem::take(&mut self.of);
        match word {
            "percentuale" | "percentuali" | "perc" | "percent" | "percentage" => self.percent = true,
            "ora" | "ore" | "h" | "hh" | "hour" | "hours" | "hrs" => self.hours = true,
            "annue" | "annuali" | "annuo" | "anno" | "year" | "yearly" => self.each = Some(WorkUnit::Hours),
            "mensili" | "mensile" | "mese" | "month" | "monthly" => self.each = Some(WorkUnit::MonthlyHours),
            "settimanali" | "settimanale" | "settimana" | "sett" | "week" | "weekly" => {
                self.each = Some(WorkUnit::WeeklyHours);
            }
            "giorni" | "giornate" | "gg" | "days" => self.days = true,
            "mesi" | "months" => self.months = true,
            "fte" | "etp" => self.fte = true,
            "su" | "of" => self.of = true,
            full if is_of && is_number(full) => self.of = true,
            _ => return false,
        }
        true
    }

    /// The unit, beside some words; none if nobody says of what something is each week or month.
    fn unit(&self, words: &str) -> Option<Unit> {
        Some(match () {
            // `% FTE`, `% ore`: shares of these.
            () if self.percent => Unit::Percent,
            () if self.hours => Unit::Work(self.each, self.full),
            () if self.each.is_some() => return None,
            () if self.months && PERSONS.contains(&words) => PERSON_MONTHS,
            () if self.months => Unit::Months,
            () if self.days => Unit::Work(Some(WorkUnit::Days), self.full),
            () if self.fte => Unit::Work(Some(WorkUnit::Fte), None),
            () => Unit::Unstated,
        })
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
    fn a_heading_above_several_columns_says_their_unit() {
        assert_eq!(unit_in("Impegno % sui progetti"), Unit::Percent);
        assert_eq!(unit_in("Ore per progetto"), Unit::Work(None, None));
        assert_eq!(unit_in("giorni/uomo"), Unit::Work(Some(WorkUnit::Days), None));
        assert_eq!(unit_in("Mesi persona per progetto"), PERSON_MONTHS);
        assert_eq!([unit_in("Storia e oreficeria"), unit_in("Progetti della settimana")], [Unit::Unstated; 2]);
        assert!(is_unit("%") && is_unit("ore") && is_unit("Giorni/uomo"));
        assert!(!is_unit("% impegno") && !is_unit("Tributi") && !is_unit("persona"));
    }

    #[test]
    fn a_text_beside_a_table_says_the_unit_of_its_figures() {
        let work = |unit| Some(Unit::Work(unit, None));
        assert_eq!(stated_unit("(valori in ore annue)"), work(Some(WorkUnit::Hours)));
        assert_eq!(stated_unit("Impegno del personale in giornate"), work(Some(WorkUnit::Days)));
        assert_eq!(stated_unit("Dati in ore, anno 2024"), work(None));
        assert_eq!(stated_unit("Impegno (giorni/uomo)"), work(Some(WorkUnit::Days)));
        assert_eq!(stated_unit("Effort in person-months"), Some(PERSON_MONTHS));
        assert_eq!(stated_unit("Allocation (hours per week)"), work(Some(WorkUnit::WeeklyHours)));
        for other in [
            "Personale assegnato (anno 2024)",
            "Risposta in giorni 30",
            "Servizi resi in ore serali",
            "Impegno in percentuale",
            "Le giornate della cultura",
            "In",
            "()",
        ] {
            assert_eq!(stated_unit(other), None, "{other}");
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
            assert_eq!(stated_full(header), full, "{header}");
        }
        assert_eq!(unit("Ore 2024"), Some(Unit::Work(None, None)));
        assert_eq!(unit("Impegno settimanale"), None);
    }
}
