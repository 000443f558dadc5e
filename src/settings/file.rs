//! The files of the user's on a disk; what is in them is read without knowing where it comes from.

use std::fs;
use std::path::{Path, PathBuf};

use super::{GivenWeights, Results, SETTINGS_FILE, Settings, SettingsError, Staff};

/// The path of a file as it is shown, and its bytes.
fn read(path: &Path) -> Result<(String, Vec<u8>), SettingsError> {
    let shown = path.to_string_lossy().into_owned();
    match fs::read(path) {
        Ok(bytes) => Ok((shown, bytes)),
        Err(error) => Err(SettingsError::Unreadable { path: shown, error }),
    }
}

impl Settings {
    /// The settings in the file at `path`.
    ///
    /// # Errors
    ///
    /// A file that cannot be read, and those of [`Settings::of`].
    pub fn load(path: &Path) -> Result<Self, SettingsError> {
        let (path, bytes) = read(path)?;
        Self::of(&path, bytes)
    }

    /// The settings file of the plan in `folder`, if it has one of its own.
    pub fn own(folder: &Path) -> Option<PathBuf> {
        let path = folder.join(SETTINGS_FILE);
        let path = path.strip_prefix(".").map_or(path.clone(), Path::to_owned);
        path.is_file().then_some(path)
    }
}

impl Staff {
    /// The staff in the file at `path`.
    ///
    /// # Errors
    ///
    /// A file that cannot be read, and those of [`Staff::of`].
    pub fn load(path: &Path) -> Result<Self, SettingsError> {
        let (path, bytes) = read(path)?;
        Self::of(&path, bytes)
    }
}

impl GivenWeights {
    /// The weights in the file at `path`.
    ///
    /// # Errors
    ///
    /// A file that cannot be read, and those of [`GivenWeights::of`].
    pub fn load(path: &Path) -> Result<Self, SettingsError> {
        let (path, bytes) = read(path)?;
        Self::of(&path, bytes)
    }
}

impl Results {
    /// The results in the file at `path`.
    ///
    /// # Errors
    ///
    /// A file that cannot be read, and those of [`Results::of`].
    pub fn load(path: &Path) -> Result<Self, SettingsError> {
        let (path, bytes) = read(path)?;
        Self::of(&path, bytes)
    }
}
