//! `cento report`: a folder with everything, for whoever keeps, sends and prints it.

use std::path::{Path, PathBuf};

use clap::Args;
use sha2::{Digest, Sha256};

use super::error::Failure;
use super::output::Output;
use super::place::{Place, Staging};
use super::progress::with_progress;
use super::weighing::RuleArgs;
use super::{Format, Global, Outcome, PathArgs, only};
use crate::analyse::{people, weights};
use crate::present::chart::{DPI, Taken, slug};
use crate::present::{
    MANIFEST, Report, ReportError, ReportOptions, ReportPart, Source, SourceKind, manifest_of_several,
};
use crate::read::hexadecimal;
use crate::survey::survey;

/// What the report takes besides.
#[derive(Debug, Clone, Args)]
pub struct ReportArgs {
    #[command(flatten)]
    paths: PathArgs,
    #[command(flatten)]
    weighing: RuleArgs,
    #[arg(long, value_name = "DATE")]
    date: Option<String>,
    #[arg(long = "force")]
    force_changed: bool,
}

/// Makes the report of every plan: one in the folder, several in a folder each below it.
pub fn run(args: &ReportArgs, global: &Global, output: &Output) -> Result<Outcome, Failure> {
    only(global.format, &[Format::Table])?;
    let folder = global.output.clone().ok_or(Failure::NoReportFolder)?;
    let place = Place::of(&folder)?;
    let rules = args.weighing.rules(output)?;
    let date = args.date.as_deref().map(date).transpose()?;
    let mut options = global.options(&args.paths.paths)?;
    options.terms.sha256 = true;
    options.output = None;
    let today = date.unwrap_or_else(|| jiff::ZonedDateTime::now().date());
    let survey = with_progress(output, |progress| {
        survey(&options, progress, |batch| {
            let standings = people(batch.plans, batch.frame, batch.tolerances)?;
            let part = |number| match weights(&batch.plans[number], batch.settings[number], &rules, None) {
                Ok(weights) => ReportPart::of_plan(&output.view, batch, &standings, number, today, weights).map(Ok),
                Err(fault) => Ok(Err(fault)),
            };
            (0..batch.plans.len()).map(part).collect()
        })
    })?;
    place.keep(
        &survey.read.iter().chain(&global.key).chain(args.weighing.file()).map(PathBuf::as_path).collect::<Vec<_>>(),
    )?;
    let several = survey.plans.len() > 1;
    let staging = place.begin(args.force_changed)?;
    let (mut all, mut taken) = (Written::default(), Taken::default());
    for (info, part) in survey.plans {
        let part = part?;
        let options = ReportOptions {
            sources: sources(info.settings_path.as_deref(), global.staff.as_deref(), args.weighing.file())?,
            date: date.map(|date| date.to_string()),
            dialect: global.csv_dialect,
            dpi: DPI,
        };
        let skipped = if several { Vec::new() } else { survey.skipped.clone() };
        let report = Report::of(&output.view, info, part, skipped, options);
        let own = if several { taken.unique(&slug(report.label())) } else { String::new() };
        all.write(&staging, &own, &report.files().map_err(unwritable)?)?;
        all.plans.push((report.label().to_owned(), own));
    }
    if several {
        let manifest = manifest_of_several(&all.plans, std::mem::take(&mut all.files)).map_err(unwritable)?;
        all.write(&staging, "", &[(MANIFEST.to_owned(), manifest.into_bytes())])?;
    }
    staging.finish()?;
    output.note_count("report-written", all.count, &folder.to_string_lossy());
    Ok(Outcome::Clean)
}

/// The fingerprints of the settings, of the staff file and of that of the weights.
fn sources(settings: Option<&str>, staff: Option<&Path>, weights: Option<&PathBuf>) -> Result<Vec<Source>, Failure> {
    let files = [
        (SourceKind::Settings, settings.map(Path::new)),
        (SourceKind::Staff, staff),
        (SourceKind::Weights, weights.map(PathBuf::as_path)),
    ];
    let files = files.into_iter().filter_map(|(kind, path)| Some((kind, path?)));
    let source = |(kind, path): (SourceKind, &Path)| {
        let bytes = std::fs::read(path)
            .map_err(|error| Failure::Unreadable { path: path.to_owned(), reason: error.to_string() })?;
        Ok(Source { kind, path: path.to_string_lossy().into_owned(), sha256: hexadecimal(&Sha256::digest(&bytes)) })
    };
    files.map(source).collect()
}

#[allow(clippy::needless_pass_by_value, reason = "it is mapped over errors")]
fn unwritable(error: ReportError) -> Failure {
    Failure::Unwritable { reason: error.to_string() }
}

/// What has been written of the reports.
#[derive(Default)]
struct Written {
    count: usize,
    /// The plans, and the folder of each.
    plans: Vec<(String, String)>,
    /// Path, size and SHA-256 of every file.
    files: Vec<(String, usize, String)>,
}

impl Written {
    /// Writes files into a folder below the one that is being written.
    fn write(&mut self, staging: &Staging<'_>, folder: &str, files: &[(String, Vec<u8>)]) -> Result<(), Failure> {
        for (path, bytes) in files {
            let path = if folder.is_empty() { path.clone() } else { format!("{folder}/{path}") };
            staging.write(&path, bytes)?;
            self.count += 1;
            if !folder.is_empty() {
                self.files.push((path, bytes.len(), hexadecimal(&Sha256::digest(bytes))));
            }
        }
        Ok(())
    }
}

/// The day that an option gives.
fn date(value: &str) -> Result<jiff::civil::Date, Failure> {
    value.trim().parse().map_err(|_| Failure::BadDate { value: value.to_owned() })
}
