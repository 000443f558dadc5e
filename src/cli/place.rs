//! Folders that are replaced whole: written beside their place, then exchanged with what stands there, so that
//! whoever looks, at whatever moment, finds the old folder or the new one.

use std::fs::{self, File, Metadata};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::beside::{folder_of, new_folder};
use super::error::Failure;
use super::lock::Lock;
use super::own_report::{NotOwn, own_report};
use crate::read::FilesRead;

/// The place of a report.
#[derive(Debug)]
pub struct Place {
    /// As it was given, for messages.
    shown: PathBuf,
    /// The folder that it means: links are followed.
    folder: PathBuf,
}

impl Place {
    /// The place that a path means.
    ///
    /// What is no folder is refused, and so is a folder in which somebody works: it would be gone below them.
    pub fn of(path: &Path) -> Result<Self, Failure> {
        // Without the stroke at the end and points between, which cannot be renamed.
        let shown: PathBuf = path.components().collect();
        if shown.as_os_str().is_empty() || shown == Path::new(crate::read::STANDARD_INPUT) {
            return Err(Failure::NoReportFolder);
        }
        let Ok(folder) = shown.canonicalize() else {
            let is_free = fs::symlink_metadata(&shown).is_err_and(|error| error.kind() == io::ErrorKind::NotFound);
            let folder = shown.clone();
            return if is_free { Ok(Self { shown, folder }) } else { Err(Failure::NotAFolder { path: shown }) };
        };
        if !folder.is_dir() {
            return Err(Failure::NotAFolder { path: shown });
        }
        let working = std::env::current_dir().and_then(|working| working.canonicalize());
        if working.is_ok_and(|working| working.starts_with(&folder)) {
            return Err(Failure::WorkingFolder { path: shown });
        }
        Ok(Self { shown, folder })
    }

    /// Refuses files that are read and would be gone with the folder.
    pub fn keep(&self, inputs: &[&Path]) -> Result<(), Failure> {
        let is_within = |path: &Path| path.canonicalize().is_ok_and(|own| own.starts_with(&self.folder));
        // Its name may be elsewhere, and the file all the same in the folder.
        let read = FilesRead::of(inputs.iter().copied());
        let mut files = walkdir::WalkDir::new(&self.folder).into_iter().filter_map(Result::ok);
        let linked = || files.find_map(|entry| read.at(entry.path()));
        let within = inputs.iter().copied().find(|path| is_within(path)).or_else(linked);
        within.map_or(Ok(()), |path| Err(Failure::OutputIsInput { path: path.to_string_lossy().into_owned() }))
    }

    /// Refuses to replace what is no report, or was changed since: nobody's work is to be lost.
    fn keep_work(&self, replaces_changed: bool) -> Result<(), Failure> {
        if !self.folder.exists() {
            return Ok(());
        }
        match own_report(&self.folder) {
            Ok(()) => Ok(()),
            Err(NotOwn::Changed(_)) if replaces_changed => Ok(()),
            Err(NotOwn::Changed(path)) => Err(Failure::Changed { path: self.shown.join(path) }),
            Err(NotOwn::Foreign(path)) => Err(Failure::ForeignInReport { path: self.shown.join(path) }),
        }
    }

    /// Begins to write what is to stand there, once nobody else does. `replaces_changed` says that a report goes even if it
    /// was changed since.
    pub fn begin(&self, replaces_changed: bool) -> Result<Staging<'_>, Failure> {
        fs::create_dir_all(folder_of(&self.folder)).map_err(self.failed(""))?;
        let lock = Lock::of(&self.folder, &self.shown)?;
        // Where no folder stands, a killed exchange may have left the only one beside it, until another is there.
        if self.folder.exists() {
            lock.sweep();
        }
        // Pictures that somebody writes into the folder would go with it. Where a folder with an open file in it cannot
        // be renamed, this cannot be held.
        let is_holdable = cfg!(unix) && self.folder.is_dir();
        let within = is_holdable.then(|| Lock::within(&self.folder, &self.shown)).transpose()?;
        self.keep_work(replaces_changed)?;
        let (new, held) = new_folder(&self.folder).map_err(self.failed(""))?;
        Ok(Staging { place: self, new, _held: held, _within: within, lock })
    }

    fn failed(&self, path: &str) -> impl FnOnce(io::Error) -> Failure {
        let path = if path.is_empty() { self.shown.clone() } else { self.shown.join(path) };
        move |error| Failure::Output { path, error }
    }
}

/// A folder that is being written; unless it is finished, nothing of it stays.
#[derive(Debug)]
pub struct Staging<'p> {
    place: &'p Place,
    new: PathBuf,
    /// What tells others that somebody writes it.
    _held: Option<File>,
    /// The right to take away the folder that is there.
    _within: Option<Lock>,
    /// The right to put another into its place; it goes last.
    lock: Lock,
}

impl Staging<'_> {
    /// Writes a file, by its path below the folder.
    pub fn write(&self, path: &str, bytes: &[u8]) -> Result<(), Failure> {
        let own = self.new.join(path);
        let folder = own.parent().unwrap_or(&self.new);
        fs::create_dir_all(folder)
            .and_then(|()| File::create(&own))
            .and_then(|mut file| file.write_all(bytes).and_then(|()| file.sync_all()))
            .map_err(self.place.failed(path))
    }

    /// Puts the folder into its place; what stood there is gone only then.
    pub fn finish(self) -> Result<(), Failure> {
        let folder = &self.place.folder;
        let put = if folder.exists() {
            keep_modes(folder, &self.new).and_then(|()| exchange(&self.new, folder))
        } else {
            fs::rename(&self.new, folder)
        };
        put.map_err(self.place.failed(""))?;
        // What stood there is now beside the place, and goes with what is swept.
        self.lock.sweep();
        Ok(())
    }
}

impl Drop for Staging<'_> {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.new);
    }
}

/// Gives a new folder and its files the modes of the old: who could not read them shall not from now on.
fn keep_modes(old: &Path, new: &Path) -> io::Result<()> {
    for entry in walkdir::WalkDir::new(new).contents_first(true) {
        let entry = entry?;
        let Ok(path) = entry.path().strip_prefix(new) else { continue };
        if let Ok(known) = fs::symlink_metadata(old.join(path)) {
            keep_mode(&known, entry.path())?;
        }
    }
    Ok(())
}

/// Gives a file the group and the mode of the one that it replaces.
pub fn keep_mode(known: &Metadata, new: &Path) -> io::Result<()> {
    #[cfg(unix)]
    {
        // Only a member of the group may; its mode matters more.
        let _ = std::os::unix::fs::chown(new, None, Some(std::os::unix::fs::MetadataExt::gid(known)));
    }
    fs::set_permissions(new, known.permissions())
}

/// Exchanges two folders, in one step where the system can.
fn exchange(new: &Path, old: &Path) -> io::Result<()> {
    #[cfg(target_os = "linux")]
    {
        use rustix::fs::{CWD, RenameFlags, renameat_with};
        if renameat_with(CWD, new, CWD, old, RenameFlags::EXCHANGE).is_ok() {
            return Ok(());
        }
    }
    let mut aside = new.as_os_str().to_owned();
    aside.push("0");
    let aside = PathBuf::from(aside);
    fs::rename(old, &aside)?;
    if let Err(error) = fs::rename(new, old) {
        fs::rename(&aside, old)?;
        return Err(error);
    }
    fs::rename(&aside, new)
}
