//! Files that are there whole or not at all: written beside their place, then put into it.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use super::beside::{folder_of, new_file};
use super::error::Failure;
use super::lock::Lock;
use super::place::keep_mode;

/// How much is written at once.
pub const BUFFER: usize = 64 << 10;

/// Replaces a file in one step: whoever reads it finds the old one or the new one, whole. A file behind links is replaced
/// where it lies, and the links stay. What stands in it is written while it is made.
pub fn replace(path: &Path, make: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Failure> {
    let failed = |error| Failure::Output { path: path.to_owned(), error };
    let Some(target) = target(path).map_err(failed)? else {
        return OpenOptions::new().append(true).open(path).and_then(|file| fill(file, make)).map(drop).map_err(failed);
    };
    let lock = Lock::of(&target, path)?;
    lock.sweep();
    put(&target, make, |new| fs::rename(new, &target)).map_err(failed)
}

/// Makes a file that must not be there yet.
pub fn create(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let failed = |error: io::Error| match error.kind() {
        io::ErrorKind::AlreadyExists => Failure::Exists { path: path.to_owned() },
        _ => Failure::Output { path: path.to_owned(), error },
    };
    let lock = Lock::of(path, path)?;
    lock.sweep();
    if fs::symlink_metadata(path).is_ok() {
        return Err(Failure::Exists { path: path.to_owned() });
    }
    put(path, whole(bytes), |new| match fs::hard_link(new, path) {
        Ok(()) => fs::remove_file(new),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(error),
        // Not every disk has hard links.
        Err(_) => fs::rename(new, path),
    })
    .map_err(failed)
}

/// Replaces a file, as [`replace`] does, in a folder whose lock is held already.
pub fn replace_held(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let target = target(path)?.unwrap_or_else(|| path.to_owned());
    put(&target, whole(bytes), |new| fs::rename(new, &target))
}

/// What makes a file of bytes that are there already.
fn whole(bytes: &[u8]) -> impl FnOnce(&mut dyn Write) -> io::Result<()> {
    |to| to.write_all(bytes)
}

/// Writes a file beside its place, where `into_place` puts it.
fn put(
    target: &Path,
    make: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    into_place: impl FnOnce(&Path) -> io::Result<()>,
) -> io::Result<()> {
    let (new, file) = new_file(target)?;
    // Before anything stands in it: who could not read the old one shall not for a moment.
    let mode = fs::metadata(target).map_or(Ok(()), |known| keep_mode(&known, &new));
    let written = mode.and_then(|()| fill(file, make)).and_then(|file| {
        file.sync_all()?;
        into_place(&new)
    });
    if written.is_err() {
        let _ = fs::remove_file(&new);
    }
    written
}

/// Writes into a file, to the last byte.
fn fill(file: File, make: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<File> {
    let mut to = BufWriter::with_capacity(BUFFER, file);
    make(&mut to)?;
    to.into_inner().map_err(io::IntoInnerError::into_error)
}

/// Whether a path is that of a device or a pipe: nothing is lost by writing to it.
pub fn is_device(path: &Path) -> bool {
    matches!(target(path), Ok(None)) && !path.is_dir()
}

/// The file that a path means, links followed, whether it is there or not; none for a device or a pipe, which cannot be
/// replaced, only written to.
fn target(path: &Path) -> io::Result<Option<PathBuf>> {
    /// So many links the systems follow.
    const MOST: usize = 40;
    let mut target = path.to_owned();
    for _ in 0..MOST {
        // `/dev/stdout` is a link to what may be a file, and means the open file rather than its place.
        if is_of_system(&target) {
            return Ok(None);
        }
        match fs::symlink_metadata(&target) {
            Ok(known) if known.is_symlink() => target = folder_of(&target).join(fs::read_link(&target)?),
            Ok(known) if !known.is_file() => return Ok(None),
            _ => return Ok(Some(target)),
        }
    }
    // Links that go round: the system has the words for it.
    File::open(path).map(|_| None)
}

/// Whether a path names a device or an open file.
fn is_of_system(path: &Path) -> bool {
    let Ok(folder) = folder_of(path).canonicalize() else { return false };
    cfg!(unix) && (folder == Path::new("/dev") || folder == Path::new("/dev/fd") || folder.starts_with("/proc"))
}
