//! Packages: the ZIP archives that documents of offices are, and what sort of document one holds.

use std::io::{self, BufRead, BufReader, Cursor, Read};

use memchr::memmem;
use zip::ZipArchive;
use zip::result::ZipError;

use super::xml::Xml;
use crate::read::limits::{LARGEST_PART, LARGEST_UNPACKED, MOST_PARTS};
use crate::read::refusal::Refusal;

/// How packages begin, and how each entry of their list of parts.
const PACKAGE: &[u8] = b"PK\x03\x04";
const ENTRY: &[u8] = b"PK\x01\x02";

/// A package, opened.
pub struct Package<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
    names: Vec<String>,
    /// How much may still be unpacked of all its parts.
    left: u64,
}

/// What a package holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A document of Word.
    Docx,
    /// A text as free offices writes it.
    Odt,
    /// A workbook of Excel.
    Xlsx,
    /// A spreadsheet as free offices write it.
    Ods,
}

/// Whether the beginning of a file is that of a package.
pub fn is_package(bytes: &[u8]) -> bool {
    bytes.starts_with(PACKAGE)
}

impl<'b> Package<'b> {
    /// Opens a package.
    ///
    /// # Errors
    ///
    /// It is damaged, or has too many parts.
    pub fn open(bytes: &'b [u8]) -> Result<Self, Refusal> {
        // Each part takes some hundred bytes of memory, and but fifty of the file.
        if memmem::find_iter(bytes, ENTRY).nth(MOST_PARTS).is_some() {
            return Err(Refusal::TooLarge);
        }
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Refusal::Damaged)?;
        let plain = |name: &str| name.replace('\\', "/").trim_start_matches('/').to_ascii_lowercase();
        let mut names = Vec::with_capacity(archive.len());
        for name in archive.file_names() {
            names.push(name.map(|name| plain(&name)).unwrap_or_default());
        }
        Ok(Self { archive, names, left: LARGEST_UNPACKED })
    }

    /// What it holds.
    ///
    /// # Errors
    ///
    /// It is none of what is read, or is locked by a password.
    pub fn kind(&mut self) -> Result<Kind, Refusal> {
        if self.has("word/document.xml") {
            return Ok(Kind::Docx);
        }
        if self.has("xl/workbook.xml") {
            return Ok(Kind::Xlsx);
        }
        if self.has("xl/workbook.bin") {
            return Err(Refusal::OldWorkbook);
        }
        let kind = if self.has("mimetype") { self.text("mimetype")? } else { String::new() };
        let Some(kind) = kind.strip_prefix("application/vnd.oasis.opendocument.") else {
            return Err(Refusal::NotText);
        };
        if self.has("meta-inf/manifest.xml") && self.text("meta-inf/manifest.xml")?.contains("encryption-data") {
            return Err(Refusal::Locked);
        }
        match kind.split(['-', '\n', '\r']).next() {
            Some("text") => Ok(Kind::Odt),
            Some("spreadsheet") => Ok(Kind::Ods),
            _ => Err(Refusal::NotText),
        }
    }

    /// Whether it has a part, by its name in small letters.
    pub fn has(&self, name: &str) -> bool {
        self.names.iter().any(|known| known == name)
    }

    /// A part as it is unpacked, up to the most that is read of one.
    ///
    /// # Errors
    ///
    /// There is none of that name, or it cannot be unpacked.
    pub fn part(&mut self, name: &str) -> Result<impl Read, Refusal> {
        let at = self.names.iter().position(|known| known == name).ok_or(Refusal::Damaged)?;
        let part = self.archive.by_index(at).map_err(|error| match error {
            ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => Refusal::Locked,
            _ => Refusal::Damaged,
        })?;
        Ok(Bounded { part, of_part: LARGEST_PART, of_all: &mut self.left })
    }

    /// A part that is XML.
    ///
    /// # Errors
    ///
    /// As [`Package::part`].
    pub fn xml(&mut self, name: &str) -> Result<Xml<impl BufRead>, Refusal> {
        Ok(Xml::new(BufReader::new(self.part(name)?)))
    }

    /// A part that is text.
    ///
    /// # Errors
    ///
    /// As [`Package::part`]; or it is no text, or too large.
    pub fn text(&mut self, name: &str) -> Result<String, Refusal> {
        let mut text = String::new();
        self.part(name)?.read_to_string(&mut text).map_err(|error| of_io(&error))?;
        Ok(text)
    }
}

/// A part that fails where it becomes too large.
struct Bounded<'l, R> {
    part: R,
    of_part: u64,
    of_all: &'l mut u64,
}

impl<R: Read> Read for Bounded<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.part.read(buffer)?;
        self.of_part = self.of_part.checked_sub(read as u64).ok_or(io::ErrorKind::FileTooLarge)?;
        *self.of_all = self.of_all.checked_sub(read as u64).ok_or(io::ErrorKind::FileTooLarge)?;
        Ok(read)
    }
}

fn of_io(error: &io::Error) -> Refusal {
    if error.kind() == io::ErrorKind::FileTooLarge { Refusal::TooLarge } else { Refusal::Damaged }
}

/// Why XML cannot be read.
impl From<quick_xml::Error> for Refusal {
    fn from(error: quick_xml::Error) -> Self {
        match error {
            quick_xml::Error::Io(error) => of_io(&error),
            _ => Self::Damaged,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_package_is_told() {
        assert!(!is_package(b"plain"));
        assert_eq!(Package::open(b"PK\x03\x04 cut off").err(), Some(Refusal::Damaged));
        assert_eq!(Package::open(&ENTRY.repeat(MOST_PARTS + 1)).err(), Some(Refusal::TooLarge));
    }

    #[test]
    fn a_part_fails_where_it_becomes_too_large() {
        for (of_part, mut of_all) in [(10_000, u64::MAX), (u64::MAX, 10_000)] {
            let mut part = Bounded { part: io::repeat(0), of_part, of_all: &mut of_all };
            let error = io::copy(&mut part, &mut io::sink()).unwrap_err();
            assert_eq!(of_io(&error), Refusal::TooLarge);
        }
    }
}
