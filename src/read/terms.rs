//! How documents are read, whatever they are.

use super::clock::Clock;
use super::pdf;
use super::refusal::Refusal;
use crate::source::Content;
use crate::vocabulary::Vocabulary;

/// How documents are read, whatever they are.
#[derive(Debug, Clone, Copy, Default)]
pub struct Terms<'s> {
    /// Whether their SHA-256 is worked out.
    pub sha256: bool,
    /// The clock by which reading takes too long.
    pub clock: Clock,
    /// The words by which tables are told: those of the settings with which the documents are parsed, too.
    pub vocabulary: Vocabulary<'s>,
    /// What reads PDFs.
    pub pdfs: PdfReader,
}

/// What reads a PDF, given its bytes, the words by which tables are told, and the clock by which it takes too long.
pub type ReadPdf = fn(Vec<u8>, Vocabulary<'_>, Clock) -> Result<Content, Refusal>;

/// What reads PDFs: the library itself, unless something else is handed in, as the program does, which reads them in processes of their
/// own. What is malformed may make whatever reads it take all memory, or end it.
#[derive(Debug, Clone, Copy)]
pub struct PdfReader(ReadPdf);

impl PdfReader {
    /// A reader of the caller's.
    pub const fn of(read: ReadPdf) -> Self {
        Self(read)
    }

    /// What is in a PDF.
    ///
    /// # Errors
    ///
    /// A document that is damaged, locked, too large, or has no text at all.
    pub(super) fn read(self, bytes: Vec<u8>, vocabulary: Vocabulary<'_>, clock: Clock) -> Result<Content, Refusal> {
        (self.0)(bytes, vocabulary, clock)
    }
}

impl Default for PdfReader {
    fn default() -> Self {
        Self(pdf::read)
    }
}
