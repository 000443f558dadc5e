//! The columns of the tables that users keep: how they are called, and what may stand beside that.

use crate::identity;

/// A column that a table may have.
#[derive(Debug)]
pub(super) struct Column {
    /// Its name in the contract.
    pub name: &'static str,
    /// How else offices call it.
    pub others: &'static [&'static str],
    /// What its cells hold.
    pub holds: Holds,
    /// Of which words its headings are made, where offices have too many to list.
    pub phrases: &'static [Phrase],
}

/// The words of a heading, in any order.
#[derive(Debug)]
pub(super) struct Phrase {
    /// Of each of these groups there must be one.
    pub all_of: &'static [&'static [&'static str]],
    /// Which others may stand beside, and say nothing else.
    pub beside: &'static [&'static [&'static str]],
}

impl Phrase {
    /// Whether a header is made of such words.
    fn says(&self, key: &str) -> bool {
        let is_known = |word| self.all_of.iter().chain(self.beside).any(|group| is_among(word, group));
        let has = |group: &&[&str]| key.split('_').any(|word| is_among(word, group));
        key.split('_').all(is_known) && self.all_of.iter().all(has)
    }
}

/// Whether a word is one of some; `*` stands for any ending.
pub(super) fn is_among(word: &str, words: &[&str]) -> bool {
    words.iter().any(|own| own.strip_suffix('*').map_or(*own == word, |stem| word.starts_with(stem)))
}

/// What the cells of a column hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Holds {
    /// The name of a person.
    Name,
    /// What is written for people, and is never a figure alone.
    Words,
    /// What is written for people alone; there may be several such columns, of which the first is read.
    Remarks,
    /// What something is known by: codes, numbers.
    Codes,
    /// A percentage.
    Percent,
    /// Hours of a week.
    Hours,
    /// Another figure, or a date.
    Figure,
}

impl Holds {
    /// Whether a decimal comma may stand in the cells.
    pub fn is_figure(self) -> bool {
        matches!(self, Self::Percent | Self::Hours | Self::Figure)
    }

    /// What may stand beside a header, as in brackets, and says nothing that the column does not say anyway.
    fn beside(self) -> &'static [&'static str] {
        match self {
            Self::Name => &["cognome_e_nome", "cognome_nome"],
            Self::Codes => &["cod", "codice", "code"],
            Self::Percent => &["percento"],
            Self::Hours => &["h", "settimanali", "h_settimanali"],
            Self::Words | Self::Remarks | Self::Figure => &[],
        }
    }
}

impl Column {
    /// A column that is called in one of some ways.
    pub const fn new(name: &'static str, holds: Holds, others: &'static [&'static str]) -> Self {
        Self { name, others, holds, phrases: &[] }
    }

    /// The same column, also called by phrases.
    pub const fn or(self, phrases: &'static [Phrase]) -> Self {
        Self { phrases, ..self }
    }

    /// Whether a header is that of the column. Whatever else stands in it makes it another: `Valore (atteso)` is no actual
    /// value, and `Peso (2023)` not the weight of this year.
    pub fn is(&self, key: &str) -> bool {
        let is = |key: &str| self.name == key || self.others.contains(&key);
        let without = |beside: &&str| {
            let behind = key.strip_suffix(*beside).and_then(|key| key.strip_suffix('_'));
            behind.or_else(|| key.strip_prefix(*beside).and_then(|key| key.strip_prefix('_')))
        };
        let is_phrase = || self.phrases.iter().any(|phrase| phrase.says(key));
        is(key) || self.holds.beside().iter().filter_map(without).any(is) || is_phrase()
    }
}

/// What all spellings of a header have in common: `Capacità (%)`, `capacita percento`, `CapacitaPercento`.
pub(super) fn header_key(written: &str) -> String {
    let key = identity::key(&apart(written).replace('%', " percento "));
    let words = key.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("_")
}

/// A header with a space between words that only their capitals tell apart: `DataInizio`, but not `CdR`.
fn apart(written: &str) -> String {
    let letters: Vec<char> = written.chars().collect();
    let is_begin = |at: usize| {
        at >= 2
            && letters[at].is_uppercase()
            && letters[at - 2..at].iter().all(|c| c.is_alphabetic())
            && letters[at - 1].is_lowercase()
            && letters.get(at + 1).is_some_and(|c| c.is_lowercase())
    };
    (0..letters.len()).flat_map(|at| is_begin(at).then_some(' ').into_iter().chain([letters[at]])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_are_the_same_in_whatever_spelling() {
        for written in ["Capacità (%)", "capacita percento", " CAPACITA' % "] {
            assert_eq!(header_key(written), "capacita_percento", "{written}");
        }
        assert_eq!(header_key("Ore\nsettimanali"), "ore_settimanali");
        assert_eq!(header_key("(note)"), "note");
        for (written, key) in
            [("DataInizio", "data_inizio"), ("weeklyHours", "weekly_hours"), ("CdR", "cdr"), ("eMail", "email")]
        {
            assert_eq!(header_key(written), key, "{written}");
        }
    }

    #[test]
    fn only_what_a_column_says_anyway_may_stand_beside_its_header() {
        let capacity = Column::new("capacity_percent", Holds::Percent, &["capacita"]);
        let hours = Column::new("weekly_hours", Holds::Hours, &["ore", "ore_settimanali"]);
        let code = Column::new("code", Holds::Codes, &["codice", "indicatore"]);
        let actual = Column::new("actual", Holds::Figure, &["risultato", "valore"]);
        for (column, written) in [
            (&capacity, "Capacità (%)"),
            (&capacity, "% capacità"),
            (&capacity, "CAPACITA'"),
            (&hours, "Ore settimanali (h)"),
            (&hours, "Ore (settimanali)"),
            (&code, "Indicatore (cod.)"),
            (&code, "Codice"),
            (&actual, "Risultato"),
        ] {
            assert!(column.is(&header_key(written)), "{written}");
        }
        for (column, written) in [
            (&capacity, "Capacità (ore)"),
            (&capacity, "Capacità (2023)"),
            (&hours, "Ore (mensili)"),
            (&hours, "Ore %"),
            (&code, "Indicatore (titolo)"),
            (&actual, "Valore (atteso)"),
            (&actual, "Risultato (2023)"),
            // It may be how much of the target is reached.
            (&actual, "Risultato (%)"),
            (&actual, ""),
        ] {
            assert!(!column.is(&header_key(written)), "{written}");
        }
    }
}
