//! What is in a report, and what it was made from.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{Report, ReportError, ReportFile, SourceKind};
use crate::model::Percent;
use crate::present::json_document;
use crate::read::hexadecimal;

/// The name of the file.
pub const MANIFEST: &str = "manifest.json";
/// The rows as Parquet.
pub(super) const ROWS_PARQUET: &str = "rows.parquet";
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
    /// The file that gives the weights.
    #[serde(skip_serializing_if = "Option::is_none")]
    weights: Option<SourceEntry<'a>>,
    inputs: Vec<InputEntry<'a>>,
    files: Vec<FileEntry>,
    /// What this program cannot make, though another may.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    left_out: Vec<LeftOut>,
}

#[derive(Debug, Serialize)]
struct LeftOut {
    path: &'static str,
    reason: String,
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
            weights: source(SourceKind::Weights),
            inputs: inputs.collect(),
            files: entries.collect(),
            left_out: self.left_out(),
        };
        json_document(&manifest).map_err(ReportError::of)
    }
}

impl Report<'_> {
    /// The files that a report has where the program was compiled with all that it can do, and how to get them.
    fn left_out(&self) -> Vec<LeftOut> {
        let is_parquet_made = cfg!(feature = "parquet");
        let parquet = || LeftOut { path: ROWS_PARQUET, reason: self.text("report-without-parquet") };
        (!is_parquet_made).then(parquet).into_iter().collect()
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

/// The files of the report or reports that a manifest is of, by path, each with its SHA-256; none if it is no manifest
/// of a report.
pub fn files_of_manifest(text: &str) -> Option<HashMap<String, String>> {
    #[derive(Deserialize)]
    struct Known {
        schema: String,
        files: Vec<FileEntry>,
    }
    let known: Known = serde_json::from_str(text).ok()?;
    let is_report = [SCHEMA, SCHEMA_OF_SEVERAL].contains(&known.schema.as_str());
    is_report.then(|| known.files.into_iter().map(|file| (file.path, file.sha256)).collect())
}
