//! What stands beside a target while it is written: under names of its own, held by whoever writes it, and taken away by the
//! next run if nobody does any more.

use std::ffi::{OsStr, OsString};
use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::SystemTime;

use sha2::{Digest, Sha256};

use crate::read::hexadecimal;

/// What names beside a target have in common.
const MARK: &str = ".cento-";
/// What the name of a lock ends with.
const LOCK: &str = "lock";

/// The name of the lock of a target.
pub fn lock_of(target: &Path) -> PathBuf {
    beside(target, LOCK)
}

/// A new file beside a target, held by this process until it is closed.
pub fn new_file(target: &Path) -> io::Result<(PathBuf, File)> {
    new_beside(target, |path| File::create_new(path))
}

/// A new folder beside a target, held by this process, where the system lets folders be held.
pub fn new_folder(target: &Path) -> io::Result<(PathBuf, Option<File>)> {
    #[cfg(unix)]
    {
        let open = |path: &Path| fs::create_dir(path).and_then(|()| File::open(path));
        new_beside(target, open).map(|(path, file)| (path, Some(file)))
    }
    #[cfg(not(unix))]
    {
        let path = unique(target);
        fs::create_dir(&path).map(|()| (path, None))
    }
}

/// Something new under a name that nothing else has. Who sweeps holds it for a moment, if it comes between the making and
/// the holding, and then it is gone: another is made.
fn new_beside(target: &Path, make: impl Fn(&Path) -> io::Result<File>) -> io::Result<(PathBuf, File)> {
    /// Nobody sweeps so often.
    const MOST: usize = 100;
    for _ in 0..MOST {
        let path = unique(target);
        let file = make(&path)?;
        let is_taken = matches!(file.try_lock(), Err(TryLockError::WouldBlock));
        if !is_taken && is_at(&file, &path) {
            return Ok((path, file));
        }
    }
    Err(io::ErrorKind::ResourceBusy.into())
}

/// Whether an open file is still what stands at a path, and no link to it.
#[cfg(unix)]
pub fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let (Ok(open), Ok(there)) = (file.metadata(), fs::symlink_metadata(path)) else { return false };
    (open.dev(), open.ino()) == (there.dev(), there.ino())
}

/// Whether an open file is still what stands at a path; where the system does not number its files, whether any does.
#[cfg(not(unix))]
pub fn is_at(_file: &File, path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

/// A name beside a target, on the same disk. It is hidden: it is nothing to look at, and no document.
fn beside(target: &Path, what: &str) -> PathBuf {
    let mut name = start_of(target);
    name.push(what);
    target.with_file_name(name)
}

/// How every name beside a target begins.
fn start_of(target: &Path) -> OsString {
    /// What leaves room, in a name, for all that is added to it.
    const LONGEST: usize = 200;
    let name = target.file_name().unwrap_or_default();
    let mut start = OsString::from(".");
    if name.len() <= LONGEST {
        start.push(name);
    } else {
        start.push(hexadecimal(&Sha256::digest(name.as_encoded_bytes())));
    }
    start.push(MARK);
    start
}

/// A name that no other process gives, nor this one again: the process, the time and a number, all digits.
fn unique(target: &Path) -> PathBuf {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let nanos = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default().as_nanos();
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    beside(target, &format!("{}{nanos}{count}", std::process::id()))
}

/// Whether a name is one that is given beside a target.
pub fn is_beside(name: &OsStr) -> bool {
    let name = name.to_string_lossy();
    let ends = name.strip_prefix('.').and_then(|name| name.rsplit_once(MARK));
    ends.is_some_and(|(_, what)| what == LOCK || is_number(what))
}

/// Takes away what runs that were killed have left beside a target, and anywhere in its folder: nobody comes for it
/// otherwise, and it may name people. What a living process holds stays.
///
/// Only whoever holds the lock of the target may do this; `is_sure` says that the system keeps others from it.
pub fn sweep(target: &Path, is_sure: bool) {
    let (start, lock) = (start_of(target), lock_of(target));
    for entry in fs::read_dir(folder_of(target)).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let is_lock = lock.file_name() == Some(&name);
        let is_own = name.as_encoded_bytes().starts_with(start.as_encoded_bytes());
        if is_beside(&name) && !is_lock {
            take_away(&entry.path(), is_own && is_sure);
        } else if is_earlier(&name, target.file_name().unwrap_or_default()) {
            take_away(&entry.path(), is_sure);
        }
    }
}

/// What the lock of a folder of pictures is beside.
pub const PICTURES: &str = "pictures";

/// Takes away a file or a folder that no living process holds. Where the system does not say whether one does, `is_free`
/// says it.
fn take_away(path: &Path, is_free: bool) {
    let Ok(known) = fs::symlink_metadata(path) else { return };
    // To open anything else may take for ever, or follow a link.
    if !(known.is_file() || known.is_dir()) {
        return;
    }
    let open = File::open(path);
    let is_free = match open.as_ref().map(File::try_lock) {
        Ok(Ok(())) => true,
        Ok(Err(TryLockError::WouldBlock)) => false,
        Ok(Err(TryLockError::Error(_))) | Err(_) => is_free,
    };
    if is_free {
        let _ = if known.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) };
    }
}

/// Whether a name is one that earlier versions gave what they wrote for a target, or for a picture in a folder of them:
/// `rows.csv.4711.tmp`.
fn is_earlier(name: &OsStr, target: &OsStr) -> bool {
    const PICTURE_ENDS: [&str; 3] = [".png", ".svg", ".alt.txt"];
    let name = name.to_string_lossy();
    let Some((name, number)) = name.strip_suffix(".tmp").and_then(|name| name.rsplit_once('.')) else { return false };
    let is_picture = target == PICTURES && PICTURE_ENDS.iter().any(|end| name.ends_with(end));
    is_number(number) && (is_picture || name == target.to_string_lossy())
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The folder in which a path stands.
pub fn folder_of(path: &Path) -> PathBuf {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
        _ => PathBuf::from("."),
    }
}
