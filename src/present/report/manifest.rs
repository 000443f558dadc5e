//! What is in a report, and what it was made from.

use std::collections::HashMap;
use std::path::Path;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{Report, ReportError, ReportFile, SourceKind};
use crate::model::Percent;
use crate::present::json_document;
use crate::read::hexadecimal;

/// The name of the file.
pub const MANIFEST: &str = "manifest.json";
/// What it says of itself.
const SCHEMA: &str = "cento.report/1";
/// The same, where it stands above the reports of several plans.
const SCHEMA_OF_SEVERAL: &str = "cento.reports/1";

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
    settings: Option<SourceEntry<'a>>,
    staff: Option<SourceEntry<'a>>,
    inputs: Vec<InputEntry<'a>>,
    files: Vec<FileEntry>,
}

#[derive(Debug, Serialize)]
struct SourceEntry<'a> {
    /// Left out where nobody is to be named.
    #[serde(skip_serializing_if = "Option::is_none")]
    path: Option<&'a str>,
    sha256: &'a str,
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
        let source = |kind: SourceKind| {
            let source = self.options.sources.iter().find(|source| source.kind == kind)?;
            let path = self.names_are_plain().then_some(source.path.as_str());
            Some(SourceEntry { path, sha256: &source.sha256 })
        };
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
            settings: source(SourceKind::Settings),
            staff: source(SourceKind::Staff),
            inputs: inputs.collect(),
            files: entries.collect(),
        };
        json_document(&manifest).map_err(ReportError::of)
    }
}

/// The manifest of a folder with the reports of several plans: which plan stands in which folder, and every file.
///
/// # Errors
///
/// Those of the encoder.
pub fn manifest_of_several(
    plans: &[(String, String)],
    files: Vec<(String, usize, String)>,
) -> Result<String, ReportError> {
    #[derive(Serialize)]
    struct Several<'a> {
        schema: &'static str,
        cento: &'static str,
        plans: Vec<PlanEntry<'a>>,
        files: Vec<FileEntry>,
    }
    #[derive(Serialize)]
    struct PlanEntry<'a> {
        plan: &'a str,
        folder: &'a str,
    }
    let plans = plans.iter().map(|(plan, folder)| PlanEntry { plan, folder }).collect();
    let files = files.into_iter().map(|(path, bytes, sha256)| FileEntry { path, bytes, sha256 }).collect();
    let manifest = Several { schema: SCHEMA_OF_SEVERAL, cento: env!("CARGO_PKG_VERSION"), plans, files };
    json_document(&manifest).map_err(ReportError::of)
}

/// Why a folder is no report that may be replaced, and the path below it that shows this.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotOwn {
    /// A file is in no manifest.
    Foreign(String),
    /// A file was changed since it was written.
    Changed(String),
}

/// What systems put into folders by themselves.
const LITTER: [&str; 3] = [".DS_Store", "Thumbs.db", "desktop.ini"];

/// Whether everything in a folder is a report as it was written, and nothing else.
///
/// # Errors
///
/// The first file that is something else; one that was changed only if there is none.
pub fn own_report(folder: &Path) -> Result<(), NotOwn> {
    #[derive(Deserialize)]
    struct Known {
        schema: String,
        files: Vec<FileEntry>,
    }
    let text = std::fs::read_to_string(folder.join(MANIFEST)).ok();
    let known = text.and_then(|text| serde_json::from_str::<Known>(&text).ok());
    let known = known.filter(|known| [SCHEMA, SCHEMA_OF_SEVERAL].contains(&known.schema.as_str()));
    let mut hashes: HashMap<&str, Option<&str>> = HashMap::new();
    if let Some(known) = &known {
        hashes.extend(known.files.iter().map(|file| (file.path.as_str(), Some(file.sha256.as_str()))));
        hashes.insert(MANIFEST, None);
    }
    let mut changed = None;
    for entry in walkdir::WalkDir::new(folder).sort_by_file_name().into_iter().filter_map(Result::ok) {
        let Ok(path) = entry.path().strip_prefix(folder) else { continue };
        let is_litter = LITTER.iter().any(|name| entry.file_name() == *name);
        if entry.file_type().is_dir() || is_litter {
            continue;
        }
        let path = path.to_string_lossy().replace('\\', "/");
        let Some(hash) = hashes.get(path.as_str()) else { return Err(NotOwn::Foreign(path)) };
        let is_same = hash.is_none_or(|hash| {
            std::fs::read(entry.path()).is_ok_and(|bytes| hexadecimal(&Sha256::digest(&bytes)) == hash)
        });
        if !is_same {
            changed.get_or_insert(path);
        }
    }
    changed.map_or(Ok(()), |path| Err(NotOwn::Changed(path)))
}
