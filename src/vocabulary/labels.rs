//! The words by which a plan's parts are recognised, Italian as the plans write them.

use std::borrow::Cow;

use super::codes::split_objective_code;
use super::of_body::Vocabulary;
use super::prefix::strip_prefix;
use crate::model::ObjectiveKind;
use crate::source::words;

/// A word or heading that says what follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Label {
    /// *Dirigente:*, followed by the name.
    Director,
    /// *Prodotto* or *Progetto* alone: a sheet follows.
    SheetKind,
    /// *Indirizzo Strategico di riferimento*.
    Reference,
    /// *Indirizzo*, followed by the value.
    Direction,
    /// *Obiettivo Strategico*, followed by the value.
    StrategicObjective,
    /// *Azione*, followed by the value.
    Action,
    /// *Obiettivo di miglioramento* and its like: an objective's code follows.
    Objective(ObjectiveKind),
    /// *Nome Soggetto*: the header of a staff table.
    Staff,
    /// A part that is not read: description, phases, budget, notes.
    Aside,
}

impl Vocabulary<'_> {
    /// The label at the beginning of `text`, in any case, and what follows it.
    ///
    /// `in_reference` says that the text stands in a strategic reference, where a value may follow its
    /// label without a mark between: `Indirizzo INNOVAZIONE IN COMUNE`.
    pub fn take_label(self, text: &str, in_reference: bool) -> Option<(Label, &str)> {
        let initial = text.as_bytes().first()?.to_ascii_lowercase();
        for &(prefix, label, follows) in labels(initial) {
            let Some(rest) = strip_prefix(text, prefix) else { continue };
            if follows.allows(rest, in_reference, self) {
                return Some((label, rest.trim_start_matches([':', ' ', '\u{a0}'])));
            }
        }
        None
    }
}

/// Whether a text begins a note.
pub fn begins_note(text: &str) -> bool {
    text.starts_with("Nota")
}

/// What may stand behind a label on the same stretch of a line.
#[derive(Debug, Clone, Copy)]
enum Follows {
    /// Nothing, or a colon.
    Nothing,
    /// A colon, and anything behind it.
    Colon,
    /// Nothing, or an objective's code.
    ObjectiveCode,
    /// Nothing, or a project's code.
    ProjectCode,
    /// Nothing, or in a strategic reference the value.
    Value,
    /// Anything, after a space.
    Anything,
}

impl Follows {
    fn allows(self, rest: &str, in_reference: bool, vocabulary: Vocabulary<'_>) -> bool {
        let text = rest.trim_start();
        let nothing = text.is_empty() || text == ":";
        match self {
            Self::Nothing => nothing,
            Self::Colon => text.starts_with(':'),
            Self::ObjectiveCode => nothing || split_objective_code(text).is_some(),
            Self::ProjectCode => {
                nothing || vocabulary.split_project_code(text.trim_start_matches([':', ' '])).is_some()
            }
            Self::Value => nothing || (in_reference && rest.starts_with([' ', ':', '\u{a0}'])),
            Self::Anything => nothing || rest.len() > text.len(),
        }
    }
}

/// The labels with an initial. Longer ones stand before those that they begin with.
fn labels(initial: u8) -> &'static [(&'static str, Label, Follows)] {
    use Follows::{Anything, Colon, Nothing, ObjectiveCode, ProjectCode, Value};
    use ObjectiveKind::{Improvement, Ordinary, Priority};
    match initial {
        b'a' => &[("azione", Label::Action, Value)],
        b'b' => &[("budget previsto", Label::Aside, Nothing)],
        b'd' => &[("dirigente", Label::Director, Colon), ("descrizione", Label::Aside, Anything)],
        b'f' => &[
            ("fasi/attività", Label::Aside, Nothing),
            ("fasi/attivita'", Label::Aside, Nothing),
            ("fasi", Label::Aside, Nothing),
        ],
        b'i' => &[
            ("indirizzo strategico di riferimento", Label::Reference, Nothing),
            ("indirizzo", Label::Direction, Value),
        ],
        b'n' => &[("nome soggetto", Label::Staff, Anything), ("nota:", Label::Aside, Anything)],
        b'o' => &[
            ("obiettivo strategico", Label::StrategicObjective, Value),
            ("obiettivo di miglioramento", Label::Objective(Improvement), ObjectiveCode),
            ("obiettivo gestionale ordinario", Label::Objective(Ordinary), ObjectiveCode),
            ("obiettivo prioritario", Label::Objective(Priority), ObjectiveCode),
        ],
        b'p' => &[("prodotto", Label::SheetKind, ProjectCode), ("progetto", Label::SheetKind, ProjectCode)],
        _ => &[],
    }
}

/// What a table is about, as its header says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TableHeader {
    /// The projects of a CDR.
    Summary,
    /// People and their shares.
    Staff,
    /// Indicators and targets.
    Indicators,
    /// A table that is not read: phases.
    Other,
}

/// What the table is about whose header begins with the cell `first`; none if this is no header.
///
/// `cells` are asked for only if the first one leaves the matter open.
pub fn table_header<'a, I>(first: &str, cells: impl FnOnce() -> I) -> Option<TableHeader>
where
    I: Iterator<Item = Cow<'a, str>>,
{
    let is = |header| strip_prefix(&words(first), header).is_some();
    match first.as_bytes().get(..3)? {
        [b'n' | b'N', _, b'm' | b'M'] if is("nome soggetto") => Some(TableHeader::Staff),
        [b'c' | b'C', _, b'd' | b'D'] if is("codice indicatore") => Some(TableHeader::Indicators),
        [b'o' | b'O', _, b'd' | b'D'] if is("ordine fase") => Some(TableHeader::Other),
        [b'i' | b'I', _, b'd' | b'D'] if is("indirizzo") => {
            let lists_projects = cells().any(|cell| strip_prefix(&cell, "codice progetto").is_some());
            lists_projects.then_some(TableHeader::Summary)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn label(text: &str, in_reference: bool) -> Option<(Label, &str)> {
        Vocabulary::default().take_label(text, in_reference)
    }

    #[test]
    fn labels_in_any_case_and_glued() {
        assert_eq!(label("Dirigente: GANDELLINI STEFANO", false), Some((Label::Director, "GANDELLINI STEFANO")));
        assert_eq!(label("DIRIGENTE: Poma", false), Some((Label::Director, "Poma")));
        assert_eq!(
            label(r"Obiettivo Prioritario 2024\_OB\_1\_1 Titolo", false),
            Some((Label::Objective(ObjectiveKind::Priority), r"2024\_OB\_1\_1 Titolo"))
        );
        assert_eq!(label("Indirizzo CITTA'", true), Some((Label::Direction, "CITTA'")));
        assert_eq!(label("Fasi/Attività", false), Some((Label::Aside, "")));
        assert_eq!(label("FASI/ATTIVITÀ", false), Some((Label::Aside, "")));
    }

    #[test]
    fn prose_is_no_label() {
        for prose in [
            "Dirigente",
            "Progetto MAISPEMBA",
            "Azione di prevenzione",
            "Indirizzo CITTA'",
            "Obiettivo di miglioramento del servizio",
            "Descrizioni",
            "Ànd",
            "",
        ] {
            assert_eq!(label(prose, false), None, "{prose}");
        }
    }

    #[test]
    fn headers_name_their_table() {
        let header = |cells: &[&'static str]| table_header(cells[0], || cells.iter().map(|&cell| Cow::Borrowed(cell)));
        assert_eq!(header(&["NOME SOGGETTO", "Relazione Personale"]), Some(TableHeader::Staff));
        assert_eq!(header(&["Indirizzo", "Obiettivo", "Azione", "Codice Progetto"]), Some(TableHeader::Summary));
        assert_eq!(header(&["Codice indicatore", "Indicatore"]), Some(TableHeader::Indicators));
        assert_eq!(header(&["Indirizzo", "INNOVAZIONE IN COMUNE"]), None);
        assert_eq!(header(&["Ugoletti Monica", "Dipendente"]), None);
    }
}
