//! What form a file has, which its bytes say and not its name, and what its reader makes of it.

use super::container::compound::{self, Compound};
use super::container::envelope;
use super::container::package::{self, Kind, Package};
use super::limits::MOST_ENVELOPES;
use super::refusal::Refusal;
use super::terms::Terms;
use super::{html, own, pdf, text, word, workbook};
use crate::source::Content;
use crate::source::decode::{self, Decoded};

/// Whether the beginning of a file is that of a form that is no text but can be read: then all of it is needed.
pub fn is_known(bytes: &[u8]) -> bool {
    pdf::is_pdf(bytes) || package::is_package(bytes) || compound::is_compound(bytes) || envelope::is_envelope(bytes)
}

/// What is in a file, or in the document in a signed envelope.
///
/// # Errors
///
/// A file that is of no known form, or cannot be read.
pub fn read(bytes: Vec<u8>, terms: Terms<'_>) -> Result<Content, Refusal> {
    if own::is_own(&bytes) {
        return Err(Refusal::Own);
    }
    let bytes = out_of_envelopes(bytes)?;
    if pdf::is_pdf(&bytes) {
        return terms.pdfs.read(bytes, terms.vocabulary, terms.clock);
    }
    if package::is_package(&bytes) {
        return of_package(&bytes);
    }
    if compound::is_compound(&bytes) {
        return of_compound(&bytes);
    }
    let declared = html::declared_encoding(&bytes);
    match decode::decode_declared(bytes, declared) {
        Decoded::Text(text) => text::read(text, terms.vocabulary, terms.clock),
        Decoded::Binary => Err(Refusal::NotText),
    }
}

/// What is in a file that is a table, or several: a text as it is, or the rows of a workbook. What the program itself made counts, too: it
/// writes tables to be filled in.
///
/// # Errors
///
/// A file that is neither, or cannot be read.
pub fn table(bytes: Vec<u8>) -> Result<Content, Refusal> {
    let bytes = out_of_envelopes(bytes)?;
    if package::is_package(&bytes) {
        let mut package = Package::open(&bytes)?;
        return match package.kind()? {
            Kind::Xlsx => workbook::rows(workbook::xlsx::read(&mut package)?),
            Kind::Ods => workbook::rows(workbook::ods::read(&mut package)?),
            Kind::Docx | Kind::Odt => Err(Refusal::NotText),
        };
    }
    if compound::is_compound(&bytes) {
        let file = Compound::open(&bytes).ok_or(Refusal::Damaged)?;
        return match () {
            () if file.has("EncryptedPackage") => Err(Refusal::Locked),
            () if file.has("Workbook") => workbook::rows(workbook::xls::read(&file.stream("Workbook")?)?),
            () if file.has("Book") => Err(Refusal::OldWorkbook),
            () => Err(Refusal::NotText),
        };
    }
    match decode::decode(bytes) {
        Decoded::Text(text) => Ok(text.into()),
        Decoded::Binary => Err(Refusal::NotText),
    }
}

/// The bytes of a document that may be in signed envelopes.
fn out_of_envelopes(mut bytes: Vec<u8>) -> Result<Vec<u8>, Refusal> {
    let mut envelopes = 0;
    while envelope::is_envelope(&bytes) {
        envelopes += 1;
        if envelopes > MOST_ENVELOPES {
            return Err(Refusal::TooLarge);
        }
        bytes = envelope::open(&bytes)?;
    }
    Ok(bytes)
}

/// What is in a package.
fn of_package(bytes: &[u8]) -> Result<Content, Refusal> {
    let mut package = Package::open(bytes)?;
    match package.kind()? {
        Kind::Docx => word::read(&package.text("word/document.xml")?),
        Kind::Odt => word::read(&package.text("content.xml")?),
        Kind::Xlsx if own::is_own_workbook(&mut package) => Err(Refusal::Own),
        Kind::Xlsx => workbook::content(workbook::xlsx::read(&mut package)?),
        Kind::Ods => workbook::content(workbook::ods::read(&mut package)?),
    }
}

/// What is in a compound file.
fn of_compound(bytes: &[u8]) -> Result<Content, Refusal> {
    let file = Compound::open(bytes).ok_or(Refusal::Damaged)?;
    match () {
        () if file.has("EncryptedPackage") => Err(Refusal::Locked),
        () if file.has("Workbook") => workbook::content(workbook::xls::read(&file.stream("Workbook")?)?),
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
            assert!(read(whole.to_vec(), Terms::default()).is_ok());
            for round in 0..300 {
                let mut bytes = whole.to_vec();
                for _ in 0..=round % 7 {
                    let at = noise(&mut seed) % bytes.len();
                    bytes[at] = u8::try_from(noise(&mut seed) & 0xFF).unwrap();
                }
                if round % 3 == 0 {
                    bytes.truncate(noise(&mut seed) % whole.len());
                }
                let _ = read(bytes, Terms::default());
            }
        }
    }
}
