//! Files → documents: what is on a disk, or comes from standard input.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use rayon::prelude::*;

use super::discover::{Files, Found, STANDARD_INPUT};
use super::folder::{Contents, Folder, ReadError, read_contents};
use super::table::table_in_memory;
use super::terms::Terms;
use super::{form, limits};
use crate::source::{Document, decode};

/// Reads and decodes the files of one folder, in parallel; `count` is told of each that is done.
///
/// # Errors
///
/// A file that the system does not let be read, a named file that is no document: the first in the order of the paths.
pub fn read_folder(files: &Files, terms: Terms<'_>, count: impl Fn() + Sync) -> Result<Folder, ReadError> {
    let read = |file: &Found| {
        let bytes = read_bytes(file).map_err(|error| ReadError::Unreadable { path: file.shown.clone(), error })?;
        Ok(read_contents(Contents { path: file.shown.clone(), is_named: file.named, bytes }, terms))
    };
    // One at a time: some take much longer than others.
    let read: Vec<_> = files.found.par_iter().with_max_len(1).map(read).inspect(|_| count()).collect();
    Folder::of(files.folder.clone(), name(&files.folder), read)
}

/// The table in the file at a path, as [`table_in_memory`] reads it.
///
/// # Errors
///
/// A file that the system does not let be read, and those of [`table_in_memory`].
pub fn read_table(path: &Path) -> Result<Document, ReadError> {
    let shown = path.to_string_lossy().into_owned();
    match fs::read(path) {
        Ok(bytes) => table_in_memory(shown, bytes),
        Err(error) => Err(ReadError::Unreadable { path: shown, error }),
    }
}

/// The name of a folder; of one that is written without a name, as `.`, its own.
fn name(folder: &Path) -> String {
    let name = |path: &Path| path.file_name().map(|name| name.to_string_lossy().into_owned());
    name(folder).or_else(|| name(&folder.canonicalize().ok()?)).unwrap_or_else(|| folder.to_string_lossy().into_owned())
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
