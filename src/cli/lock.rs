//! One run at a time at one target: who comes second waits a moment, and is then told who is at it.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use super::beside::{PICTURES, is_at, lock_of, sweep};
use super::error::Failure;

/// How long who comes second waits, and how often it looks.
const PATIENCE: Duration = Duration::from_secs(10);
const PACE: Duration = Duration::from_millis(20);

/// The right to write a target, until it is dropped.
///
/// It is a file beside the target that the system holds for this process, and lets go when the process ends, however it
/// does. The file goes with it; one that a killed run has left is taken over.
#[derive(Debug)]
pub struct Lock {
    /// What it is the right to write.
    target: PathBuf,
    path: PathBuf,
    file: File,
    /// Whether the system keeps others from it; not every disk knows locks.
    is_sure: bool,
}

impl Lock {
    /// Waits for the right to write a target; `shown` is how that was given, for messages.
    pub fn of(target: &Path, shown: &Path) -> Result<Self, Failure> {
        let path = lock_of(target);
        let target = target.to_owned();
        let start = Instant::now();
        loop {
            match attempt(&path) {
                Ok(Some((file, is_sure))) => return Ok(Self { target, path, file, is_sure }),
                Ok(None) if start.elapsed() < PATIENCE => thread::sleep(PACE),
                Ok(None) => return Err(Failure::Busy { path: shown.to_owned(), process: holder(&path) }),
                Err(error) => return Err(Failure::Output { path: shown.to_owned(), error }),
            }
        }
    }

    /// Waits for the right to write pictures into a folder, or to replace it.
    pub fn within(folder: &Path, shown: &Path) -> Result<Self, Failure> {
        Self::of(&folder.join(PICTURES), shown)
    }

    /// Takes away what runs that were killed have left where this one writes.
    pub fn sweep(&self) {
        sweep(&self.target, self.is_sure);
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // The folder of the lock may have been replaced, and another may stand in its place.
        if is_at(&self.file, &self.path) {
            let _ = fs::remove_file(&self.path);
        }
    }
}

/// The file of a lock, if nobody else holds it, and whether the system keeps it.
fn attempt(path: &Path) -> io::Result<Option<(File, bool)>> {
    // What is no file of ours is not written to, least of all through a link.
    if fs::symlink_metadata(path).is_ok_and(|known| !known.is_file()) {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    let mut file = match OpenOptions::new().read(true).write(true).create(true).truncate(false).open(path) {
        // Somebody else's lock may be ours to read alone, which is enough to wait for it.
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied => File::open(path).map_err(|_| error)?,
        file => file?,
    };
    let is_sure = match file.try_lock() {
        Ok(()) => true,
        Err(TryLockError::WouldBlock) => return Ok(None),
        // A disk that knows no locks leaves what can be done without: names that nobody else gives.
        Err(TryLockError::Error(_)) => false,
    };
    // Whoever held it before has taken it away: it locks nothing any more.
    if !is_at(&file, path) {
        return Ok(None);
    }
    let _ = file.set_len(0).and_then(|()| file.write_all(std::process::id().to_string().as_bytes()));
    Ok(Some((file, is_sure)))
}

/// The process that holds a lock, as it says itself.
fn holder(path: &Path) -> Option<u32> {
    let mut text = String::new();
    File::open(path).ok()?.take(20).read_to_string(&mut text).ok()?;
    text.trim().parse().ok()
}
