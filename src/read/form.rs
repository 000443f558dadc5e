//! What form a file has, which its bytes say and not its name, and the text that it holds.

use super::clock::Clock;
use super::compound::{self, Compound};
use super::limits::MOST_ENVELOPES;
use super::package::{self, Kind, Package};
use super::{envelope, office, page, pdf, text, workbook};
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
}

impl Refusal {
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
        }
    }
}

/// Whether the beginning of a file is that of a form that is no text but can be read: then all of it is needed.
pub fn is_known(bytes: &[u8]) -> bool {
    pdf::is_pdf(bytes) || package::is_package(bytes) || compound::is_compound(bytes) || envelope::is_envelope(bytes)
}

/// The text of a file, or of the document in a signed envelope; the clock tells when reading it takes too long.
///
/// # Errors
///
/// A file that is of no known form, or cannot be read.
pub fn read(mut bytes: Vec<u8>, clock: Clock) -> Result<Reading, Refusal> {
    let mut envelopes = 0;
    while envelope::is_envelope(&bytes) {
        envelopes += 1;
        if envelopes > MOST_ENVELOPES {
            return Err(Refusal::TooLarge);
        }
        bytes = envelope::open(&bytes)?;
    }
    if pdf::is_pdf(&bytes) {
        return pdf::read(bytes, clock);
    }
    if package::is_package(&bytes) {
        return of_package(&bytes);
    }
    if compound::is_compound(&bytes) {
        return of_compound(&bytes);
    }
    let declared = page::declared_encoding(&bytes);
    match decode::decode_declared(bytes, declared) {
        Decoded::Text(text) => text::read(text),
        Decoded::Binary => Err(Refusal::NotText),
    }
}

/// The text of a package.
fn of_package(bytes: &[u8]) -> Result<Reading, Refusal> {
    let mut package = Package::open(bytes)?;
    match package.kind()? {
        Kind::Docx => office::read(&package.text("word/document.xml")?),
        Kind::Odt => office::read(&package.text("content.xml")?),
        Kind::Xlsx => workbook::xlsx::read(&mut package),
        Kind::Ods => workbook::ods::read(&mut package),
    }
}

/// The text of a compound file.
fn of_compound(bytes: &[u8]) -> Result<Reading, Refusal> {
    let file = Compound::open(bytes).ok_or(Refusal::Damaged)?;
    match () {
        () if file.has("EncryptedPackage") => Err(Refusal::Locked),
        () if file.has("Workbook") => workbook::xls::read(&file.stream("Workbook")?),
        () if file.has("Book") => Err(Refusal::OldWorkbook),
        () if file.has("WordDocument") => Err(Refusal::OldWord),
        () => Err(Refusal::NotText),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Deterministic noise.
    fn noise(seed: &mut u64) -> usize {
        *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(*seed >> 33).unwrap()
    }

    #[test]
    fn files_that_are_cut_or_scrambled_are_read_or_refused() {
        let mut seed = 1;
        for whole in [
            &include_bytes!("../../tests/forms/flat.xls")[..],
            include_bytes!("../../tests/forms/flat.xlsx"),
            include_bytes!("../../tests/forms/flat.ods"),
        ] {
            assert!(read(whole.to_vec(), Clock::default()).is_ok());
            for round in 0..300 {
                let mut bytes = whole.to_vec();
                for _ in 0..=round % 7 {
                    let at = noise(&mut seed) % bytes.len();
                    bytes[at] = u8::try_from(noise(&mut seed) & 0xFF).unwrap();
                }
                if round % 3 == 0 {
                    bytes.truncate(noise(&mut seed) % whole.len());
                }
                let _ = read(bytes, Clock::default());
            }
        }
    }
}
