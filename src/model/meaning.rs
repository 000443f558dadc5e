//! What the column of a table means.

use serde::{Deserialize, Serialize};

use crate::source::words;

/// What stands in the cells below a header.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Meaning {
    /// The whole name of somebody.
    Person,
    /// The surname, where it has a column of its own.
    Surname,
    /// The first name, likewise.
    FirstName,
    /// The relation to the body: role, category, profile.
    Role,
    /// The share of somebody's working time.
    Share,
    /// How much of a full position somebody may be committed to.
    Capacity,
    /// The share of that.
    Split,
    /// Somebody's working time in hours, or in another unit that is no share of it by itself.
    Hours,
    /// The code of a project.
    Project,
    /// The title of a project.
    Title,
    /// The code of a CDR.
    Cdr,
    /// The name of a CDR.
    CdrName,
    /// Who leads a CDR.
    Director,
    /// The personnel number of somebody.
    Number,
    /// From when a commitment holds.
    From,
    /// Until when.
    To,
    /// Both in one column, or the month.
    Period,
    /// For how many months, from when it begins.
    Duration,
    /// What says nothing of the commitments: the number of a row, and whatever the settings name so.
    Aside,
}

impl Meaning {
    /// Every meaning, in the order in which outputs list them.
    pub const ALL: [Self; 19] = [
        Self::Person,
        Self::Surname,
        Self::FirstName,
        Self::Role,
        Self::Share,
        Self::Capacity,
        Self::Split,
        Self::Hours,
        Self::Project,
        Self::Title,
        Self::Cdr,
        Self::CdrName,
        Self::Director,
        Self::Number,
        Self::From,
        Self::To,
        Self::Period,
        Self::Duration,
        Self::Aside,
    ];

    /// The code of the meaning in JSON and in the settings.
    pub fn code(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Surname => "surname",
            Self::FirstName => "first_name",
            Self::Role => "role",
            Self::Share => "share",
            Self::Capacity => "capacity",
            Self::Split => "split",
            Self::Hours => "hours",
            Self::Project => "project",
            Self::Title => "title",
            Self::Cdr => "cdr",
            Self::CdrName => "cdr_name",
            Self::Director => "director",
            Self::Number => "number",
            Self::From => "from",
            Self::To => "to",
            Self::Period => "period",
            Self::Duration => "duration",
            Self::Aside => "aside",
        }
    }
}

/// The letters, digits and percent signs of a header, all small, by which equal headers are known.
///
/// A word that is broken at the end of a line is whole again.
///
/// ```
/// use cento::model::header_key;
///
/// assert_eq!(header_key("Impegno Perso- nale (%)"), "impegnopersonale%");
/// ```
pub fn header_key(cell: &str) -> String {
    let plain = words(cell);
    let folded = plain.chars().filter_map(|c| match plain_letter(c) {
        Some(letter) => Some(letter),
        None => (c == '%' || c.is_alphanumeric()).then_some(c),
    });
    folded.collect()
}

/// A letter or digit as headers are compared: small and without its accent; none for anything else.
pub fn plain_letter(c: char) -> Option<char> {
    Some(match c {
        'a'..='z' | '0'..='9' => c,
        'A'..='Z' => c.to_ascii_lowercase(),
        'à' | 'á' | 'À' | 'Á' => 'a',
        'è' | 'é' | 'È' | 'É' => 'e',
        'ì' | 'í' | 'Ì' | 'Í' => 'i',
        'ò' | 'ó' | 'Ò' | 'Ó' => 'o',
        'ù' | 'ú' | 'Ù' | 'Ú' => 'u',
        _ => return None,
    })
}
