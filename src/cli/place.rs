//! Folders that are replaced whole: written beside their place, then exchanged with what stands there, so that
//! whoever looks, at whatever moment, finds the old folder or the new one.

use std::fs::{self, File, Metadata};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::error::Failure;
use super::own_report::{NotOwn, own_report};

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
    pub fn keep<'p>(&self, mut inputs: impl Iterator<Item = &'p Path>) -> Result<(), Failure> {
        let is_within = |path: &&Path| path.canonicalize().is_ok_and(|own| own.starts_with(&self.folder));
        let within = inputs.find(is_within);
        within.map_or(Ok(()), |path| Err(Failure::OutputIsInput { path: path.to_string_lossy().into_owned() }))
    }

    /// Refuses to replace what is no report, or was changed since: nobody's work is to be lost.
    pub fn keep_work(&self, replaces_changed: bool) -> Result<(), Failure> {
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

    /// Begins to write what is to stand there.
    pub fn begin(&self) -> Result<Staging<'_>, Failure> {
        let new = self.beside(&std::process::id().to_string());
        let _ = fs::remove_dir_all(&new);
        fs::create_dir_all(&new).map_err(self.failed(""))?;
        Ok(Staging { place: self, new })
    }

    /// A folder beside this one, on the same disk. Its name is hidden: it is nothing to look at.
    fn beside(&self, what: &str) -> PathBuf {
        let name = self.folder.file_name().unwrap_or_default().to_string_lossy();
        self.folder.with_file_name(format!(".{name}.{MARK}{what}"))
    }

    fn failed(&self, path: &str) -> impl FnOnce(io::Error) -> Failure {
        let path = if path.is_empty() { self.shown.clone() } else { self.shown.join(path) };
        move |error| Failure::Output { path, error }
    }

    /// Takes away what runs that were killed have left beside the place.
    fn sweep(&self) {
        let start = self.beside("");
        let (Some(parent), Some(start)) = (start.parent(), start.file_name().and_then(|name| name.to_str())) else {
            return;
        };
        let parent = if parent.as_os_str().is_empty() { Path::new(".") } else { parent };
        let is_left = |name: &str| {
            name.strip_prefix(start)
                .is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_digit()))
        };
        for entry in fs::read_dir(parent).into_iter().flatten().flatten() {
            if entry.file_name().to_str().is_some_and(is_left) {
                let _ = fs::remove_dir_all(entry.path());
            }
        }
    }
}

/// What the folders beside a place are known by.
const MARK: &str = "cento-";

/// A folder that is being written; unless it is finished, nothing of it stays.
#[derive(Debug)]
pub struct Staging<'p> {
    place: &'p Place,
    new: PathBuf,
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
        self.place.sweep();
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
