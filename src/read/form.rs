//! What form a file has, which its bytes say and not its name, and the text that it holds.

use super::{office, pdf};
use crate::source::decode::{self, Decoded};
use crate::source::{Positions, Remark};

/// What was read of a file: its text, with headings, paragraphs and rows of cells written as [`super::blocks`]
/// reads them, and where in the file they stand.
#[derive(Debug, Default)]
pub struct Reading {
    /// The text.
    pub text: String,
    /// Where its lines or cells stand in the file; nothing if the file is that text.
    pub positions: Positions,
    /// What there is to know of its pages.
    pub remarks: Vec<Remark>,
}

impl From<String> for Reading {
    fn from(text: String) -> Self {
        Self { text, ..Self::default() }
    }
}

/// Why a file cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// It is none of the forms that are known.
    NotText,
    /// It is damaged, or too large when it is unpacked.
    Damaged,
    /// Its pages are pictures.
    Scanned,
    /// There is nothing in it.
    Empty,
    /// It would take too long, or has too much in it.
    TooLong,
    /// It is locked by a password, or in the form of old versions of Word.
    Locked,
}

/// Whether the beginning of a file is that of a form that is no text but can be read: then all of it is needed.
pub fn is_known(bytes: &[u8]) -> bool {
    pdf::is_pdf(bytes) || office::is_package(bytes) || office::is_old(bytes)
}

/// The text of a file.
///
/// # Errors
///
/// A file that is of no known form, or cannot be read.
pub fn read(bytes: Vec<u8>) -> Result<Reading, Refusal> {
    if pdf::is_pdf(&bytes) {
        return pdf::read(bytes);
    }
    if office::is_package(&bytes) {
        return office::text_of(&bytes).map(Reading::from);
    }
    if office::is_old(&bytes) {
        return Err(Refusal::Locked);
    }
    match decode::decode(bytes) {
        Decoded::Text(text) => Ok(text.into()),
        Decoded::Binary => Err(Refusal::NotText),
    }
}
