//! The words by which the parts of a printed plan are told apart, where spaces alone set its columns.

/// The header of a staff table, as it is written for one that is told by its words.
pub const STAFF_HEADER: [&str; 3] = ["Nome Soggetto", "Relazione Personale", "Impegno Personale"];
/// That of a summary.
pub const SUMMARY_HEADER: [&str; 5] = ["Indirizzo", "Obiettivo", "Azione", "Codice Progetto", "Progetto"];
/// That of a table of indicators.
pub const INDICATORS_HEADER: [&str; 3] = ["Codice indicatore", "Indicatore", "Valore previsto"];

/// A word without which no header of a staff table is, in the cases in which it is written.
pub const PRINTED_MARKS: [&str; 2] = ["Soggetto", "SOGGETTO"];

/// With what a line begins that stands in no staff table, in small letters.
const PARTS: [&str; 17] = [
    "prodotto",
    "progetto",
    "dirigente:",
    "nota",
    "descrizione",
    "indirizzo",
    "obiettivo",
    "azione",
    "fasi",
    "budget",
    "codice",
    "ordine fase",
    "totale",
    "totali",
    "somma",
    "valore",
    "centro di",
];

/// A column of a staff table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// The name.
    Name,
    /// The role.
    Role,
    /// The share.
    Share,
}

/// The words of the header of a staff table, and in which of its columns they stand.
const STAFF: [(&str, Column); 7] = [
    ("nome", Column::Name),
    ("soggetto", Column::Name),
    ("relazione", Column::Role),
    ("impegno", Column::Share),
    ("percentuale", Column::Share),
    ("%", Column::Share),
    ("(%)", Column::Share),
];

/// The words of the header of a summary.
const SUMMARY: [&str; 14] = [
    "indirizzo",
    "obiettivo",
    "azione",
    "codice",
    "progetto",
    "titolo",
    "budget",
    "previsto",
    "%",
    "di",
    "assorbimento",
    "risorse",
    "finanziarie",
    "strategico",
];

/// Whether a line, in small letters, begins with what begins no row of a staff table.
pub fn begins_part(lower: &str) -> bool {
    let begins = |label: &str| {
        lower.strip_prefix(label).is_some_and(|rest| label.ends_with(' ') || !rest.starts_with(char::is_alphanumeric))
    };
    PARTS.iter().any(|label| begins(label))
}

/// Whether a line, in small letters, is of the header of a staff table.
pub fn speaks_of_staff(lower: &str) -> bool {
    lower.starts_with("nome") || lower.contains("relazione")
}

/// Whether a text may begin the header of a staff table, as its first letter says.
pub fn may_begin_staff_header(text: &str) -> bool {
    matches!(text.as_bytes().first(), Some(b'N' | b'n' | b'R' | b'r' | b'I' | b'i' | b'P' | b'p' | b'S' | b's'))
}

/// Whether a word is one of which the headers of staff tables consist.
pub fn is_of_staff_header(word: &str) -> bool {
    let lower = word.to_lowercase();
    lower == "personale" || STAFF.iter().any(|(known, _)| *known == lower)
}

/// The columns of a staff table above which a word may stand.
pub fn stands_above(word: &str, column: Column) -> bool {
    let lower = word.to_lowercase();
    STAFF.iter().any(|(known, of)| *of == column && lower.starts_with(known))
}

/// Whether words are those of a whole header of a staff table, each of them once.
pub fn is_whole_staff_header(words: &[&str]) -> bool {
    let has = |text: &str| words.iter().filter(|word| word.eq_ignore_ascii_case(text)).count() == 1;
    has("nome") && has("relazione") && (has("impegno") || has("percentuale"))
}

/// Whether a word, in small letters, is one of which the headers of summaries consist.
pub fn is_of_summary_header(lower: &str) -> bool {
    SUMMARY.contains(&lower)
}

/// Whether words, in small letters, are those by which a summary is known.
pub fn is_whole_summary_header(words: &[String]) -> bool {
    ["indirizzo", "obiettivo", "codice", "progetto"].iter().all(|name| words.iter().any(|word| word == name))
}

/// Whether a line, in small letters, is the header of a table of indicators.
pub fn is_indicators_header(lower: &str) -> bool {
    lower.starts_with("codice") && lower.contains("indicatore")
}

/// Whether a line, in small letters, adds up the rows of a summary.
pub fn is_total_of_summary(lower: &str) -> bool {
    lower.starts_with("totale cdr")
}

/// Whether a line, in small letters, is the word alone with which a sheet begins.
pub fn is_kind_of_sheet(lower: &str) -> bool {
    matches!(lower, "prodotto" | "progetto")
}

/// Whether a line, in small letters, names a director.
pub fn names_director(lower: &str) -> bool {
    lower.starts_with("dirigente:")
}

/// Whether a word stands before the code of a CDR.
pub fn is_cdr_word(word: &str) -> bool {
    word.eq_ignore_ascii_case("cdr")
}
