//! Whether a folder is a report as it was written: then it may be replaced, and nobody's work is lost.

use std::fs;
use std::path::Path;

use sha2::{Digest, Sha256};
use walkdir::WalkDir;

use super::beside::is_beside;
use crate::present::{MANIFEST, files_of_manifest};
use crate::read::hexadecimal;

/// Why a folder is no report that may be replaced, and the path below it that shows this.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotOwn {
    /// A file is in no manifest.
    Foreign(String),
    /// A file was changed since it was written.
    Changed(String),
}

/// What systems put into folders by themselves.
const LITTER: [&str; 3] = [".DS_Store", "Thumbs.db", "desktop.ini"];

/// Whether everything in a folder is a report as it was written, and nothing else.
///
/// # Errors
///
/// The first file that is something else; one that was changed only if there is none.
pub fn own_report(folder: &Path) -> Result<(), NotOwn> {
    let manifest = fs::read_to_string(folder.join(MANIFEST)).ok();
    let known = manifest.and_then(|text| files_of_manifest(&text));
    let mut changed = None;
    for entry in WalkDir::new(folder).sort_by_file_name().into_iter().filter_map(Result::ok) {
        let Ok(path) = entry.path().strip_prefix(folder) else { continue };
        // A lock, or what a killed run has left, is nobody's work either.
        let is_litter = LITTER.iter().any(|name| entry.file_name() == *name) || is_beside(entry.file_name());
        if entry.file_type().is_dir() || is_litter {
            continue;
        }
        let path = path.to_string_lossy().replace('\\', "/");
        let Some(known) = &known else { return Err(NotOwn::Foreign(path)) };
        if path == MANIFEST {
            continue;
        }
        let Some(hash) = known.get(&path) else { return Err(NotOwn::Foreign(path)) };
        let is_same = fs::read(entry.path()).is_ok_and(|bytes| hexadecimal(&Sha256::digest(&bytes)) == *hash);
        if !is_same {
            changed.get_or_insert(path);
        }
    }
    changed.map_or(Ok(()), |path| Err(NotOwn::Changed(path)))
}
