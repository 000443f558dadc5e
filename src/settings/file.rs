//! Settings on a disk; what is in them is read without knowing where it comes from.

use std::fs;
use std::path::{Path, PathBuf};

use super::{SETTINGS_FILE, Settings, SettingsError};

impl Settings {
    /// The settings in the file at `path`.
    ///
    /// # Errors
    ///
    /// A file that cannot be read, and those of [`Settings::of`].
    pub fn load(path: &Path) -> Result<Self, SettingsError> {
        let shown = path.to_string_lossy();
        match fs::read(path) {
            Ok(bytes) => Self::of(&shown, bytes),
            Err(error) => Err(SettingsError::Unreadable { path: shown.into_owned(), error }),
        }
    }

    /// The settings file of the plan in `folder`, if it has one of its own.
    pub fn own(folder: &Path) -> Option<PathBuf> {
        let path = folder.join(SETTINGS_FILE);
        let path = path.strip_prefix(".").map_or(path.clone(), Path::to_owned);
        path.is_file().then_some(path)
    }
}
