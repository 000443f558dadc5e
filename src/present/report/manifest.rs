//! What is in a report, and what it was made from.

use std::path::Path;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{Report, ReportError, ReportFile};
use crate::model::Percent;
use crate::present::json_document;
use crate::read::hexadecimal;

/// The name of the file, and what it says of itself.
const NAME: &str = "manifest.json";
const SCHEMA: &str = "cento.report/1";

#[derive(Debug, Serialize)]
struct Manifest<'a> {
    schema: &'static str,
    cento: &'static str,
    plan: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<&'a str>,
    language: &'static str,
    pseudonymised: bool,
    tolerance_percent: Percent,
    settings: Option<&'a str>,
    inputs: Vec<InputEntry<'a>>,
    files: Vec<FileEntry>,
}

#[derive(Debug, Serialize)]
struct InputEntry<'a> {
    path: &'a str,
    bytes: u64,
    lines: usize,
    sha256: Option<&'a str>,
}

#[derive(Debug, Serialize, Deserialize)]
struct FileEntry {
    path: String,
    bytes: usize,
    sha256: String,
}

impl Report<'_> {
    /// The manifest of the files of the report.
    pub(super) fn manifest(&self, files: &[ReportFile]) -> Result<String, ReportError> {
        let settings = self.info.settings_path.as_deref().filter(|_| self.names_are_plain());
        let inputs = self.info.inputs.iter().map(|input| InputEntry {
            path: &input.path,
            bytes: input.bytes,
            lines: input.lines,
            sha256: input.sha256.as_deref(),
        });
        let entries = files.iter().map(|(path, bytes)| FileEntry {
            path: path.clone(),
            bytes: bytes.len(),
            sha256: hexadecimal(&Sha256::digest(bytes)),
        });
        let manifest = Manifest {
            schema: SCHEMA,
            cento: env!("CARGO_PKG_VERSION"),
            plan: &self.info.label,
            date: self.options.date.as_deref(),
            language: self.language(),
            pseudonymised: !self.names_are_plain(),
            tolerance_percent: self.info.tolerance,
            settings,
            inputs: inputs.collect(),
            files: entries.collect(),
        };
        json_document(&manifest).map_err(ReportError::of)
    }
}

/// Whether everything in a folder is a report and nothing else; otherwise the first file that is not.
///
/// # Errors
///
/// The path of a file, below the folder, that is in no manifest there.
pub fn is_own(folder: &Path) -> Result<(), String> {
    #[derive(Deserialize)]
    struct Known {
        schema: String,
        files: Vec<FileEntry>,
    }
    let known =
        std::fs::read_to_string(folder.join(NAME)).ok().and_then(|text| serde_json::from_str::<Known>(&text).ok());
    let known = known.filter(|known| known.schema == SCHEMA);
    let paths: Vec<&str> = known
        .iter()
        .flat_map(|known| &known.files)
        .map(|file| file.path.as_str())
        .chain(known.as_ref().map(|_| NAME))
        .collect();
    for entry in walkdir::WalkDir::new(folder).sort_by_file_name().into_iter().filter_map(Result::ok) {
        let Ok(path) = entry.path().strip_prefix(folder) else { continue };
        let path = path.to_string_lossy().replace('\\', "/");
        if entry.file_type().is_file() && !paths.contains(&path.as_str()) {
            return Err(path);
        }
    }
    Ok(())
}
