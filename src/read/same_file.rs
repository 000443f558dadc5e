//! Whether two paths are one file: however they are written, through whatever links.

use std::collections::HashMap;
use std::path::Path;

use super::discover::STANDARD_INPUT;

/// What a file is known by, whatever it is called.
///
/// Where the system numbers its files it is their number, which hard links have in common; elsewhere the path, in full and
/// without links.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct FileId(Known);

#[cfg(unix)]
type Known = (u64, u64);
#[cfg(not(unix))]
type Known = std::path::PathBuf;

/// Files that are read, to be known again whatever they are called. What is no file, a folder, a device, a pipe, a terminal,
/// is none of them; standard input is, where it comes from a file.
#[derive(Debug, Default)]
pub struct FilesRead<'p>(HashMap<FileId, &'p Path>);

impl<'p> FilesRead<'p> {
    /// The files at some paths.
    pub fn of(paths: impl IntoIterator<Item = &'p Path>) -> Self {
        let id = |path: &Path| if path == Path::new(STANDARD_INPUT) { of_standard_input() } else { at(path) };
        Self(paths.into_iter().filter_map(|path| Some((id(path)?, path))).collect())
    }

    /// The one that an output to a path would be written onto, by the path at which it was read. For an output, `-` is a
    /// name like any other.
    pub fn at(&self, output: &Path) -> Option<&'p Path> {
        at(output).and_then(|id| self.0.get(&id).copied())
    }
}

/// The file at a path.
#[cfg(unix)]
fn at(path: &Path) -> Option<FileId> {
    numbered(&std::fs::metadata(path).ok()?)
}

/// The file at a path.
#[cfg(not(unix))]
fn at(path: &Path) -> Option<FileId> {
    let whole = path.canonicalize().ok()?;
    whole.is_file().then_some(FileId(whole))
}

#[cfg(unix)]
fn numbered(known: &std::fs::Metadata) -> Option<FileId> {
    use std::os::unix::fs::MetadataExt;
    known.is_file().then(|| FileId((known.dev(), known.ino())))
}

#[cfg(unix)]
fn of_standard_input() -> Option<FileId> {
    use std::os::fd::AsFd;
    let input = std::io::stdin().as_fd().try_clone_to_owned().ok()?;
    numbered(&std::fs::File::from(input).metadata().ok()?)
}

#[cfg(not(unix))]
fn of_standard_input() -> Option<FileId> {
    None
}
