//! Why a file cannot be read.

use serde::{Deserialize, Serialize};

/// Why a file cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Refusal {
    /// It is none of the forms that are known.
    NotText,
    /// It is damaged.
    Damaged,
    /// Its pages are pictures.
    Scanned,
    /// There is nothing in it.
    Empty,
    /// It would take too long, or has too much in it.
    TooLong,
    /// It is too large, or would be when it is unpacked.
    TooLarge,
    /// It is locked by a password.
    Locked,
    /// It is in the form of old versions of Word.
    OldWord,
    /// It is a workbook in a form that is not read: of very old versions of Excel, or a binary one.
    OldWorkbook,
    /// It is a workbook without a filled cell.
    NoCells,
    /// It is encrypted for somebody.
    Encrypted,
    /// It is a signature without the document.
    Unattached,
    /// The program itself made it.
    Own,
}

impl Refusal {
    /// Whether the file may hold a plan all the same: what is no document, or empty, does not.
    pub fn may_hold_plan(self) -> bool {
        !matches!(self, Self::NotText | Self::Empty | Self::NoCells | Self::Own)
    }

    /// The word for it in data.
    pub fn code(self) -> &'static str {
        match self {
            Self::NotText => "not-text",
            Self::Damaged => "damaged",
            Self::TooLarge => "too-large",
            Self::Locked => "locked",
            Self::OldWord => "old-word",
            Self::OldWorkbook => "old-workbook",
            Self::Scanned => "scanned",
            Self::Empty => "empty",
            Self::TooLong => "too-long",
            Self::NoCells => "no-cells",
            Self::Encrypted => "encrypted",
            Self::Unattached => "unattached",
            Self::Own => "own-output",
        }
    }
}
