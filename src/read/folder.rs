//! The documents of one folder, read in parallel: one plan.

use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use sha2::{Digest, Sha256};

use super::refusal::Refusal;
use super::terms::Terms;
use super::{form, limits};
use crate::source::Document;

/// The documents of one folder, or those named on the command line: one plan.
#[derive(Debug)]
pub struct Folder {
    /// The folder.
    pub path: PathBuf,
    /// The name of the folder, by which a plan is called that does not say whose it is.
    pub name: String,
    /// Its documents, in the order of their paths.
    pub documents: Vec<Document>,
    /// Files in it that cannot be read, in the same order.
    pub skipped: Vec<Skipped>,
}

/// A file in a folder that was not taken for a part of a plan.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Skipped {
    /// Its path.
    pub path: String,
    /// Why it was left out.
    pub reason: SkipReason,
}

/// Why a file was left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SkipReason {
    /// It cannot be read.
    Unread(Refusal),
    /// It has no CDR heading, no project code and no staff table.
    NoPlan,
}

impl SkipReason {
    /// The word for it in data.
    pub fn code(self) -> &'static str {
        match self {
            Self::Unread(refusal) => refusal.code(),
            Self::NoPlan => "no-plan",
        }
    }
}

/// Why reading stopped.
#[derive(Debug, thiserror::Error)]
#[allow(missing_docs, reason = "the sentence of each variant names its fields")]
pub enum ReadError {
    /// A path does not exist.
    #[error("{path}: no such file or folder")]
    Missing { path: String },
    /// A path exists, but the system does not let it be read.
    #[error("{path}: {error}")]
    Unreadable { path: String, error: io::Error },
    /// A document that was named is none that can be read.
    #[error("{path}: {refusal:?}")]
    Refused { path: String, refusal: Refusal },
    /// A file that should be a table is none.
    #[error("{path}: no table")]
    NoTable { path: String },
}

/// A file in memory.
#[derive(Debug, Clone)]
pub struct Contents {
    /// How it is called in every output.
    pub path: String,
    /// Whether it was named itself: then it must be a document that can be read.
    pub is_named: bool,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// A file's path, whether it was named, and its document or why it is none.
pub(super) type Read = (String, bool, Result<Document, Refusal>);

impl Folder {
    /// The documents of some files in memory, read in parallel and sorted by their paths, as those of a folder are; `name`
    /// is how their plan is called if they do not say it.
    ///
    /// # Errors
    ///
    /// The first file that was named and is no document.
    ///
    /// ```
    /// use cento::read::{Contents, Folder, Terms};
    ///
    /// let file = Contents { path: "plan.md".to_owned(), is_named: true, bytes: b"**2024_PD_0101**".to_vec() };
    /// let folder = Folder::in_memory("Modena", vec![file], Terms::default())?;
    /// assert_eq!(folder.documents[0].text(), "**2024_PD_0101**");
    /// # Ok::<(), cento::read::ReadError>(())
    /// ```
    pub fn in_memory(name: &str, mut files: Vec<Contents>, terms: Terms<'_>) -> Result<Self, ReadError> {
        files.sort_by(|a, b| Path::new(&a.path).cmp(Path::new(&b.path)));
        let read: Vec<_> = files.into_par_iter().with_max_len(1).map(|file| Ok(read_contents(file, terms))).collect();
        Self::of(name.into(), name.to_owned(), read)
    }

    /// The folder of what was read of its files, in the order of their paths.
    pub(super) fn of(path: PathBuf, name: String, files: Vec<Result<Read, ReadError>>) -> Result<Self, ReadError> {
        let mut folder = Self { path, name, documents: Vec::with_capacity(files.len()), skipped: Vec::new() };
        for file in files {
            match file? {
                (_, _, Ok(document)) => folder.documents.push(document),
                (path, true, Err(refusal)) => return Err(ReadError::Refused { path, refusal }),
                (path, false, Err(refusal)) => {
                    folder.skipped.push(Skipped { path, reason: SkipReason::Unread(refusal) });
                }
            }
        }
        Ok(folder)
    }
}

/// What was read of a file in memory.
pub(super) fn read_contents(file: Contents, terms: Terms<'_>) -> Read {
    (file.path.clone(), file.is_named, read_document(file, terms))
}

/// The document of a file in memory.
///
/// # Errors
///
/// A file that is no document, is damaged, locked, or larger than any plan.
pub fn read_document(file: Contents, terms: Terms<'_>) -> Result<Document, Refusal> {
    if file.bytes.len() as u64 > limits::LARGEST_FILE {
        return Err(Refusal::TooLarge);
    }
    let size = file.bytes.len() as u64;
    let digest = terms.sha256.then(|| hexadecimal(&Sha256::digest(&file.bytes)));
    let content = form::read(file.bytes, terms)?;
    // Where a part of a text stands is counted in numbers of 32 bits.
    if u32::try_from(content.text.len()).is_err() {
        return Err(Refusal::TooLarge);
    }
    let document = Document::new(file.path, file.is_named, size, content);
    Ok(match digest {
        Some(digest) => document.with_sha256(digest),
        None => document,
    })
}

/// Bytes in hexadecimal digits, as fingerprints are written.
pub fn hexadecimal(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]).map(|digit| char::from(DIGITS[usize::from(digit)])).collect()
}
