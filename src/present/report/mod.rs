//! The report of one plan: a page, a workbook, the rows, the findings, the pictures, and a manifest of it all.

mod manifest;
mod page;
mod part;
mod policy;
mod tables;
mod workbook;

use super::chart::{Picture, name_after_plan, tell_apart};
use super::check::CheckReport;
use super::weights::method_line;
use super::{
    Account, CdrRecord, Dialect, DirectorRecord, FloorRecord, ProjectRecord, View, json_document, label, label_rows,
    write_guarded_csv,
};
use crate::frame::{FlatColumn, FlatRows};
use crate::read::Skipped;
use crate::survey::{PlanInfo, Survey};

pub use manifest::{MANIFEST, files_of_manifest, manifest_of_several};
pub use part::ReportPart;

/// The report of one plan.
#[derive(Debug)]
pub struct Report<'v> {
    view: &'v View,
    info: PlanInfo,
    check: CheckReport,
    accounts: Vec<Account>,
    cdrs: Vec<CdrRecord>,
    projects: Vec<ProjectRecord>,
    method: &'static str,
    floors: Vec<FloorRecord>,
    directors: Vec<DirectorRecord>,
    rows: FlatRows,
    pictures: Vec<Picture>,
    options: ReportOptions,
}

/// How a report is made.
#[derive(Debug, Clone, Default)]
pub struct ReportOptions {
    /// The settings, the staff file and the file of weights, where there are any.
    pub sources: Vec<Source>,
    /// The day that stands in it; none unless it is asked for, so that the same plan gives the same bytes.
    pub date: Option<String>,
    /// The form of its CSV.
    pub dialect: Dialect,
    /// How many dots an inch of its pictures has.
    pub dpi: u32,
}

/// A file besides the plan's documents that has a part in the figures.
#[derive(Debug, Clone)]
pub struct Source {
    /// What it is.
    pub kind: SourceKind,
    /// Its path.
    pub path: String,
    /// Its SHA-256.
    pub sha256: String,
}

/// What such a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SourceKind {
    /// The settings of the plan.
    Settings,
    /// The staff file.
    Staff,
    /// The file that gives the weights.
    Weights,
}

/// Why a report could not be made.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct ReportError(String);

impl ReportError {
    fn of(error: impl std::fmt::Display) -> Self {
        Self(error.to_string())
    }
}

/// A file of a report: its path below the folder, and what is in it.
pub type ReportFile = (String, Vec<u8>);

impl<'v> Report<'v> {
    /// The report of a plan that was surveyed.
    pub fn of(
        view: &'v View,
        mut info: PlanInfo,
        mut part: ReportPart,
        skipped: Vec<Skipped>,
        options: ReportOptions,
    ) -> Self {
        let check = CheckReport::of(Survey { plans: vec![(info.clone(), part.check)], skipped, ..Survey::default() });
        part.names.hide_in(&mut info);
        name_after_plan(&mut part.pictures, &info, false);
        tell_apart(&mut part.pictures);
        label(&mut part.accounts, &info.label);
        label(&mut part.cdrs, &info.label);
        label(&mut part.projects, &info.label);
        label_rows(&mut part.rows, &info.label);
        part.directors.iter_mut().for_each(|director| director.set_plan(&info.label));
        Self {
            view,
            info,
            check,
            accounts: part.accounts,
            cdrs: part.cdrs,
            projects: part.projects,
            method: part.method,
            floors: part.floors,
            directors: part.directors,
            rows: part.rows,
            pictures: part.pictures,
            options,
        }
    }

    /// What the figures rest on besides the documents, and when the report was made, in words.
    fn circumstances(&self) -> Vec<(String, String)> {
        let mut facts: Vec<(String, String)> = Vec::new();
        for source in &self.options.sources {
            let name = match source.kind {
                SourceKind::Settings => "report-settings",
                SourceKind::Staff => "report-staff",
                SourceKind::Weights => "report-weights",
            };
            // Somebody's name may stand in a path.
            let path = if self.names_are_plain() { plain(&source.path) + "  " } else { String::new() };
            facts.push((self.text(name), format!("{path}SHA-256 {}", source.sha256)));
        }
        if !self.names_are_plain() {
            facts.push((self.text("report-names"), self.text("pseudonymised")));
        }
        if let Some(date) = &self.options.date {
            facts.push((self.text("report-date"), self.day(date)));
        }
        facts
    }

    /// How the weights were found.
    fn method(&self) -> String {
        let given = self.options.sources.iter().find(|source| source.kind == SourceKind::Weights);
        let path = given.filter(|_| self.names_are_plain()).map_or("", |source| &source.path);
        method_line(self.view, self.method, path, &self.floors).trim_end().to_owned()
    }

    /// A day as it is written in the language of the report.
    fn day(&self, iso: &str) -> String {
        match iso.split('-').collect::<Vec<_>>()[..] {
            [year, month, day] if self.language() == "it" => format!("{day}/{month}/{year}"),
            _ => iso.to_owned(),
        }
    }

    /// The plan's label.
    pub fn label(&self) -> &str {
        &self.info.label
    }

    /// Every file of the report, the manifest last.
    ///
    /// # Errors
    ///
    /// Those of the drawing, of the encoders and of the templates.
    pub fn files(&self) -> Result<Vec<ReportFile>, ReportError> {
        use rayon::prelude::*;
        let mut files: Vec<ReportFile> = vec![
            ("index.html".to_owned(), self.page()?.into_bytes()),
            ("cento.xlsx".to_owned(), self.workbook()?),
            ("rows.csv".to_owned(), self.rows_csv()?),
            ("findings.json".to_owned(), self.findings_document()?.into_bytes()),
        ];
        #[cfg(feature = "parquet")]
        files.push((manifest::ROWS_PARQUET.to_owned(), crate::frame::parquet(&self.rows).map_err(ReportError::of)?));
        let drawn = self.pictures.par_iter().map(|picture| {
            let png = picture.png(self.options.dpi).map_err(ReportError::of)?;
            let words = format!("{}\n", picture.alternative).into_bytes();
            Ok([(format!("pictures/{}.png", picture.name), png), (format!("pictures/{}.alt.txt", picture.name), words)])
        });
        for pair in drawn.collect::<Result<Vec<_>, ReportError>>()? {
            files.extend(pair);
        }
        files.sort();
        files.push((MANIFEST.to_owned(), self.manifest(&files)?.into_bytes()));
        Ok(files)
    }

    fn rows_csv(&self) -> Result<Vec<u8>, ReportError> {
        let mut csv = Vec::new();
        write_guarded_csv(&mut csv, FlatColumn::NAMES, self.rows.iter(), self.options.dialect)
            .map_err(ReportError::of)?;
        Ok(csv)
    }

    fn findings_document(&self) -> Result<String, ReportError> {
        #[derive(serde::Serialize)]
        struct Findings<'a> {
            schema: &'static str,
            findings: Vec<&'a super::FindingRecord>,
        }
        let document = Findings { schema: "cento.findings/1", findings: self.check.findings().collect() };
        json_document(&document).map_err(ReportError::of)
    }
}

/// A text without what makes a spreadsheet, a browser or a terminal do something.
fn plain(text: &str) -> String {
    super::visible(text).into_owned()
}
