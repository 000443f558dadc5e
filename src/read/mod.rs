//! Paths → documents → blocks: where the bytes come from and what form they have.
//!
//! [`discover`] finds the files that the paths name, folder by folder; [`read_folder`] makes text of
//! them, whatever form they have, and keeps where its parts stand; [`blocks`] walks one document as headings,
//! lines and table rows. Nothing here knows what a plan is.

mod blocks;
mod compound;
mod delimited;
mod discover;
mod drawn;
mod envelope;
mod form;
mod layout;
mod limits;
mod office;
mod package;
mod page;
pub mod pdf;
mod text;
mod workbook;
mod xml;

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use sha2::{Digest, Sha256};

pub use blocks::{Block, BlockKind, Blocks, UNCERTAIN, blocks};
pub use discover::{Files, Found, discover};
pub use form::Refusal;

use crate::source::Document;
use crate::source::decode;

/// The name that stands for standard input.
pub const STANDARD_INPUT: &str = "-";

/// The documents of one folder, or those named on the command line: one plan.
#[derive(Debug)]
pub struct Folder {
    /// The folder.
    pub path: PathBuf,
    /// Its documents, in the order of their paths.
    pub documents: Vec<Document>,
    /// Files in it that cannot be read, in the same order.
    pub skipped: Vec<Skipped>,
}

impl Folder {
    /// The name of the folder, by which a plan is called that does not say whose it is.
    pub fn name(&self) -> String {
        let name = |path: &Path| path.file_name().map(|name| name.to_string_lossy().into_owned());
        name(&self.path)
            .or_else(|| name(&self.path.canonicalize().ok()?))
            .unwrap_or_else(|| self.path.to_string_lossy().into_owned())
    }
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
}

/// Reads and decodes the files of one folder, in parallel; `sha256` asks for their digests, and `count` is told of each
/// that is done.
///
/// # Errors
///
/// A file that the system does not let be read, a named file that is no document: the first in the order of the paths.
pub fn read_folder(files: &Files, sha256: bool, count: impl Fn() + Sync) -> Result<Folder, ReadError> {
    let read: Vec<_> = files.found.par_iter().map(|file| read_document(file, sha256)).inspect(|_| count()).collect();
    let mut folder = Folder { path: files.folder.clone(), documents: Vec::new(), skipped: Vec::new() };
    for (document, file) in read.into_iter().zip(&files.found) {
        match document? {
            Ok(document) => folder.documents.push(document),
            Err(refusal) if file.named => {
                return Err(ReadError::Refused { path: file.shown.clone(), refusal });
            }
            Err(refusal) => {
                folder.skipped.push(Skipped { path: file.shown.clone(), reason: SkipReason::Unread(refusal) });
            }
        }
    }
    Ok(folder)
}

/// One file's document, or why it is none.
fn read_document(file: &Found, sha256: bool) -> Result<Result<Document, Refusal>, ReadError> {
    let path = || file.shown.clone();
    let bytes = read_bytes(file).map_err(|error| ReadError::Unreadable { path: path(), error })?;
    if bytes.len() as u64 > limits::LARGEST_FILE {
        return Ok(Err(Refusal::TooLarge));
    }
    let size = bytes.len() as u64;
    let digest = sha256.then(|| hexadecimal(&Sha256::digest(&bytes)));
    let reading = match form::read(bytes) {
        // Where a part of a text stands is counted in numbers of 32 bits.
        Ok(reading) if u32::try_from(reading.text.len()).is_ok() => reading,
        Ok(_) => return Ok(Err(Refusal::TooLarge)),
        Err(refusal) => return Ok(Err(refusal)),
    };
    let document = Document::new(path(), file.named, size, reading.text);
    let document = document.with_positions(reading.positions, reading.remarks);
    Ok(Ok(match digest {
        Some(digest) => document.with_sha256(digest),
        None => document,
    }))
}

/// From this size on, a file is read only after a look at its beginning.
const LOOK_FIRST: usize = 1 << 20;

/// A file's bytes; of a large file that is plainly no text only the beginning, which tells, and of one that is too
/// large one byte more than there may be.
fn read_bytes(file: &Found) -> io::Result<Vec<u8>> {
    const MOST: u64 = limits::LARGEST_FILE + 1;
    if file.path == Path::new(STANDARD_INPUT) {
        let mut bytes = Vec::new();
        io::stdin().lock().take(MOST).read_to_end(&mut bytes)?;
        return Ok(bytes);
    }
    let mut open = File::open(&file.path)?;
    let size = usize::try_from(open.metadata()?.len().min(MOST)).unwrap_or_default();
    let mut bytes = Vec::with_capacity(size + 1);
    if size > LOOK_FIRST {
        (&mut open).take(decode::SAMPLE as u64).read_to_end(&mut bytes)?;
        if decode::is_binary(&bytes) && !form::is_known(&bytes) {
            return Ok(bytes);
        }
    }
    let rest = MOST.saturating_sub(bytes.len() as u64);
    open.take(rest).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Bytes in hexadecimal digits, as fingerprints are written.
pub fn hexadecimal(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]).map(|digit| char::from(DIGITS[usize::from(digit)])).collect()
}
