//! Paths → files: which files the paths name, folder by folder.

use std::collections::{BTreeMap, HashSet};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use super::folder::ReadError;
use crate::settings::SETTINGS_FILE;

/// The name that stands for standard input.
pub const STANDARD_INPUT: &str = "-";

/// A file to be read.
#[derive(Debug)]
pub struct Found {
    /// Where it is.
    pub path: PathBuf,
    /// How it is called in every output.
    pub shown: String,
    /// Whether it was named itself.
    pub named: bool,
}

/// The files of one folder, or those named themselves.
#[derive(Debug)]
pub struct Files {
    /// The folder; of files named themselves, that of the first.
    pub folder: PathBuf,
    /// The files, sorted by path.
    pub found: Vec<Found>,
}

/// The files that `paths` name, folder by folder: those of a folder with all that is below it,
/// hidden ones left out; those named themselves together. Without a path, the current folder. No
/// file is listed twice, and none of `never` at all.
///
/// # Errors
///
/// A path that does not exist or cannot be read.
pub fn discover(paths: &[String], never: &[PathBuf]) -> Result<Vec<Files>, ReadError> {
    let here = [".".to_owned()];
    let paths = if paths.is_empty() { &here[..] } else { paths };
    let mut folders: Vec<Files> = Vec::new();
    let mut named: Option<usize> = None;
    for path in paths {
        if path != STANDARD_INPUT && metadata(path)?.is_dir() {
            folders.extend(walk(path)?.into_iter().map(|(folder, found)| Files { folder, found }));
            continue;
        }
        let place = *named.get_or_insert_with(|| {
            folders.push(Files { folder: folder_of(path), found: Vec::new() });
            folders.len() - 1
        });
        folders[place].found.push(Found { path: path.into(), shown: path.clone(), named: true });
    }
    // Resolving every name costs; only several paths, or files to leave out, can make it matter.
    if paths.len() > 1 || !never.is_empty() {
        let mut seen: HashSet<PathBuf> = never.iter().filter_map(|path| path.canonicalize().ok()).collect();
        for files in &mut folders {
            files.found.retain(|file| file.path.canonicalize().map_or(true, |path| seen.insert(path)));
        }
    }
    if let Some(place) = named {
        folders[place].found.sort_by(|a, b| a.path.cmp(&b.path));
    }
    folders.retain(|files| !files.found.is_empty());
    Ok(folders)
}

fn metadata(path: &str) -> Result<std::fs::Metadata, ReadError> {
    std::fs::metadata(path).map_err(|error| unreadable(path, error))
}

fn unreadable(path: &str, error: io::Error) -> ReadError {
    let path = path.to_owned();
    match error.kind() {
        io::ErrorKind::NotFound => ReadError::Missing { path },
        _ => ReadError::Unreadable { path, error },
    }
}

fn folder_of(path: &str) -> PathBuf {
    match Path::new(path).parent() {
        Some(folder) if path != STANDARD_INPUT && !folder.as_os_str().is_empty() => folder.to_owned(),
        _ => PathBuf::from("."),
    }
}

/// Every folder below `root` that has files, sorted by path; in each its files, sorted.
fn walk(root: &str) -> Result<BTreeMap<PathBuf, Vec<Found>>, ReadError> {
    let mut folders = BTreeMap::<PathBuf, Vec<Found>>::new();
    for entry in WalkDir::new(root).sort_by_file_name().into_iter().filter_entry(is_visible) {
        let entry = entry.map_err(|error| {
            let path = error.path().map_or_else(|| root.into(), |path| path.to_string_lossy().into_owned());
            unreadable(&path, error.into())
        })?;
        let is_file = entry.file_type().is_file() || (entry.path_is_symlink() && entry.path().is_file());
        if !is_file || entry.file_name() == SETTINGS_FILE {
            continue;
        }
        let folder = entry.path().parent().unwrap_or(Path::new(root)).to_owned();
        let shown = entry.path().strip_prefix("./").unwrap_or(entry.path()).to_string_lossy().into_owned();
        folders.entry(folder).or_default().push(Found { path: entry.into_path(), shown, named: false });
    }
    Ok(folders)
}

/// Hidden files and folders are left out, and so are reports that were made of plans, but not the folder that
/// was named.
fn is_visible(entry: &DirEntry) -> bool {
    let is_hidden = || entry.file_name().to_string_lossy().starts_with('.');
    entry.depth() == 0 || !(is_hidden() || (entry.file_type().is_dir() && is_report(entry.path())))
}

/// Whether a folder is a report: it says so in its manifest.
fn is_report(folder: &Path) -> bool {
    let Ok(manifest) = std::fs::File::open(folder.join("manifest.json")) else { return false };
    let mut start = [0; 80];
    let length = manifest.take(80).read(&mut start).unwrap_or_default();
    String::from_utf8_lossy(&start[..length]).contains("\"cento.report")
}
