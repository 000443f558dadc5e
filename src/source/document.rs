//! One document: the name it was given and what was read of it.

use std::sync::{Arc, OnceLock};

use memchr::memchr_iter;
use serde::{Deserialize, Serialize};

use super::positions::Positions;
use super::remark::Remark;
use super::structure::Structure;

/// What a reader makes of a file: its text, and where the parts of it are and stand.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Content {
    /// The text.
    pub text: String,
    /// Its blocks. None if it is the file itself, decoded: then its signs tell them.
    pub structure: Option<Structure>,
    /// Where its parts stand in the file.
    pub positions: Positions,
    /// What there is to know of its pages.
    pub remarks: Vec<Remark>,
}

/// A file that is text.
impl From<String> for Content {
    fn from(text: String) -> Self {
        Self { text, ..Self::default() }
    }
}

/// One document: the name it was given and its text. A clone is the same document, held once more: what is told of it later needs no
/// copy of what it tells.
#[derive(Debug, Clone)]
pub struct Document(Arc<Held>);

#[derive(Debug)]
struct Held {
    path: String,
    named: bool,
    bytes: u64,
    sha256: Option<String>,
    content: Content,
    /// How many line feeds stand before each stretch of the text; counted only if a line is asked for by its position.
    feeds: OnceLock<Vec<u32>>,
}

/// How many bytes of the text are counted at once to find a line.
const STRETCH: usize = 4096;

impl Document {
    /// Holds what was read of the document at `path`.
    ///
    /// `named` says that the user named this very file, not a folder that holds it; `bytes` is its
    /// size before decoding. The text must be shorter than 4 GiB, which the reader sees to.
    pub fn new(path: String, named: bool, bytes: u64, content: impl Into<Content>) -> Self {
        Self(Arc::new(Held { path, named, bytes, sha256: None, content: content.into(), feeds: OnceLock::new() }))
    }

    /// Adds the SHA-256 of the undecoded bytes, in hexadecimal, to a document that nobody else holds.
    #[must_use]
    pub fn with_sha256(mut self, digest: String) -> Self {
        if let Some(held) = Arc::get_mut(&mut self.0) {
            held.sha256 = Some(digest);
        }
        self
    }

    /// The path as it was given, relative to the working folder; `-` is standard input.
    pub fn path(&self) -> &str {
        &self.0.path
    }

    /// Whether the user named this file on the command line.
    pub fn is_named(&self) -> bool {
        self.0.named
    }

    /// The size in bytes, before decoding.
    pub fn bytes(&self) -> u64 {
        self.0.bytes
    }

    /// The SHA-256 of the undecoded bytes, when it was asked for.
    pub fn sha256(&self) -> Option<&str> {
        self.0.sha256.as_deref()
    }

    /// The text.
    pub fn text(&self) -> &str {
        &self.0.content.text
    }

    /// Where in the text worksheets begin, in bytes; none for a document that has none.
    pub fn worksheets(&self) -> &[u32] {
        self.structure().map_or(&[], Structure::worksheets)
    }

    /// Its blocks, if a reader told them.
    pub(super) fn structure(&self) -> Option<&Structure> {
        self.0.content.structure.as_ref()
    }

    /// In what the parts of the document are counted.
    pub fn positions(&self) -> &Positions {
        &self.0.content.positions
    }

    /// What there is to know of its pages.
    pub fn remarks(&self) -> &[Remark] {
        &self.0.content.remarks
    }

    /// The line, counted from 1, of a position given in bytes.
    pub fn line_at(&self, offset: usize) -> u32 {
        let text = self.text().as_bytes();
        let offset = offset.min(text.len());
        let start = offset / STRETCH * STRETCH;
        let before = self.feeds().get(offset / STRETCH).copied().unwrap_or_default();
        let feeds = u32::try_from(memchr_iter(b'\n', &text[start..offset]).count()).unwrap_or(u32::MAX);
        before.saturating_add(feeds).saturating_add(1)
    }

    /// How many line feeds stand before each stretch of the text, and before its end.
    fn feeds(&self) -> &[u32] {
        self.0.feeds.get_or_init(|| {
            let mut before = 0_u32;
            let stretches = self.text().as_bytes().chunks(STRETCH);
            let counts = stretches.map(|stretch| memchr_iter(b'\n', stretch).count());
            let after = counts.map(|feeds| {
                before = before.saturating_add(u32::try_from(feeds).unwrap_or(u32::MAX));
                before
            });
            std::iter::once(0).chain(after).collect()
        })
    }

    /// The number of lines; a last line without a line feed counts.
    pub fn lines(&self) -> usize {
        let feeds = memchr_iter(b'\n', self.text().as_bytes()).count();
        feeds + usize::from(!self.text().is_empty() && !self.text().ends_with('\n'))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_count_the_last_one_with_and_without_a_line_feed() {
        let lines = |text: &str| Document::new("plan.md".into(), true, 0, text.to_owned()).lines();
        assert_eq!(["", "a", "a\nb\n", "a\nb"].map(lines), [0, 1, 2, 2]);
    }

    #[test]
    fn lines_are_found_wherever_they_begin() {
        let text = "una riga\n".repeat(2 * STRETCH);
        let document = Document::new("plan.md".into(), true, 0, text);
        for line in [0, 1, 454, 455, 456, 910, 911, 2 * STRETCH] {
            assert_eq!(document.line_at(9 * line), u32::try_from(line + 1).unwrap());
        }
        assert_eq!(document.line_at(usize::MAX), u32::try_from(2 * STRETCH + 1).unwrap());
        assert_eq!(Document::new("plan.md".into(), true, 0, String::new()).line_at(3), 1);
    }
}
