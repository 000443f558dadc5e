//! From documents to what a command wants to know of every plan: the pipeline from end to end.
//!
//! [`survey_in_memory`] takes documents that are in memory already, whatever they come from; [`survey`] is built on
//! the same, and takes paths.

mod paths;
mod proposal;
mod worked;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;

use crate::analyse::AnalysisError;
use crate::finding::FailOn;
use crate::frame::Frame;
use crate::model::{Percent, Plan};
use crate::parse::{ParseError, parse, parse_or_look};
use crate::read::{Folder, ReadError, Skipped};
use crate::settings::{PassedOver, Settings, SettingsError, Staff};
use crate::source::Document;
pub use paths::{Options, Progress, survey};
pub use proposal::{HeldBack, Outcome, Proposal, Worse, proposal};

/// Some plans that are looked at together, with what is needed to analyse them.
#[derive(Debug)]
pub struct Batch<'b, 't> {
    /// The plans.
    pub plans: &'b [Plan<'t>],
    /// Their commitments.
    pub frame: &'b Frame,
    /// The tolerance of each plan.
    pub tolerances: &'b [Percent],
    /// The settings of each plan.
    pub settings: &'b [&'t Settings],
    /// The staff file.
    pub staff: Option<&'t Staff>,
    /// How many folders are surveyed in all.
    pub folders: usize,
    /// The number of each plan's folder among these, from 1 on, if there are several.
    pub numbers: &'b [Option<usize>],
}

/// What was found out about some plans.
#[derive(Debug)]
pub struct Survey<T> {
    /// What was asked for, plan by plan in the order of the paths.
    pub plans: Vec<(PlanInfo, T)>,
    /// The files that hold no plan, by path.
    pub skipped: Vec<Skipped>,
    /// The files on a disk that this rests on, documents and settings, as they can be opened: nothing is to be written onto
    /// them. None for documents in memory.
    pub read: Vec<PathBuf>,
    /// The path of the staff file, if there is one on a disk, and what of it was not needed.
    pub passed_over: Option<(String, PassedOver)>,
}

/// What every output tells of a plan.
#[derive(Debug, Clone)]
pub struct PlanInfo {
    /// How the plan is called; no two plans of a survey are called the same.
    pub label: String,
    /// The number of its folder, if several are surveyed, from 1 on: what tells it from the others where labels do not.
    pub number: Option<usize>,
    /// Its folder.
    pub folder: PathBuf,
    /// Its tolerance.
    pub tolerance: Percent,
    /// The severity from which on its settings want the check to fail.
    pub fail_on: Option<FailOn>,
    /// Its settings file; several plans may have one together.
    pub settings_path: Option<String>,
    /// Its documents.
    pub inputs: Vec<Input>,
}

/// The tolerance of some plans; none if it is not the same for all.
pub fn common_tolerance<'i>(plans: impl Iterator<Item = &'i PlanInfo>) -> Option<Percent> {
    let mut tolerances = plans.map(|info| info.tolerance);
    let first = tolerances.next()?;
    tolerances.all(|tolerance| tolerance == first).then_some(first)
}

/// A document that holds a part of a plan.
#[derive(Debug, Clone)]
pub struct Input {
    /// Its path as it was given.
    pub path: String,
    /// Its size in bytes, before decoding.
    pub bytes: u64,
    /// The number of its lines.
    pub lines: usize,
    /// Its SHA-256, if it was asked for.
    pub sha256: Option<String>,
}

/// Why a survey stopped.
#[derive(Debug, thiserror::Error)]
#[allow(missing_docs, reason = "the sentence of each variant names its fields")]
pub enum SurveyError {
    /// A document could not be read.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// A settings file could not be used.
    #[error(transparent)]
    Settings(#[from] SettingsError),
    /// The documents of a folder are no one plan.
    #[error(transparent)]
    Parse(#[from] ParseError),
    /// The analysis failed.
    #[error(transparent)]
    Analysis(#[from] AnalysisError),
    /// The output would replace a document of a plan.
    #[error("{path} is a document of the plan")]
    OutputIsInput { path: String },
    /// None of the paths holds a plan.
    #[error("no plan in {}", paths.join(", "))]
    NoPlan { paths: Vec<String>, skipped: Vec<Skipped> },
}

/// The documents of one plan, in memory, and the settings for it.
#[derive(Debug)]
pub struct Holding {
    /// The documents.
    pub folder: Folder,
    /// The settings; several plans may have the same.
    pub settings: Arc<Settings>,
}

/// What holds for all plans of a survey.
#[derive(Debug, Clone, Copy, Default)]
pub struct Common<'c> {
    /// The staff file.
    pub staff: Option<&'c Staff>,
    /// A tolerance for every plan, instead of that of its settings.
    pub tolerance: Option<Percent>,
    /// Whether documents that hold a table and no plan are looked at, where none of their folder holds one.
    pub looks: bool,
}

/// Surveys plans whose documents are in memory: parses them, and lets `digest` make what is wanted of every plan.
/// It needs neither files nor a clock nor threads of its own.
///
/// # Errors
///
/// The first error in the order of the plans, or that no document holds a plan.
///
/// ```
/// use cento::analyse::people;
/// use cento::read::{Contents, Folder, Terms};
/// use cento::survey::{Common, Holding, survey_in_memory};
///
/// let plan = "**2024_PD_0101**\n\nNome Soggetto\tRelazione Personale\tImpegno Personale\nRossi Ada\tDirigente\t99,99 %\n";
/// let file = Contents { path: "plan.md".to_owned(), is_named: true, bytes: plan.into() };
/// let folder = Folder::in_memory("Modena", vec![file], Terms::default())?;
/// let survey = survey_in_memory(&[Holding { folder, settings: Default::default() }], Common::default(), |batch| {
///     let standings = people(batch.plans, batch.frame, batch.tolerances)?;
///     Ok(vec![standings[0].difference().map(|difference| difference.to_string())])
/// })?;
/// assert_eq!(survey.plans[0].1.as_deref(), Some("-0.01"));
/// # Ok::<(), cento::survey::SurveyError>(())
/// ```
pub fn survey_in_memory<T>(
    holdings: &[Holding],
    common: Common<'_>,
    digest: impl Fn(&Batch<'_, '_>) -> Result<Vec<T>, AnalysisError>,
) -> Result<Survey<T>, SurveyError> {
    let survey = of_batch(holdings, common, (0, holdings.len()), digest)?;
    survey.finished(|| holdings.iter().map(|holding| holding.folder.name.clone()).collect())
}

impl<T> Default for Survey<T> {
    fn default() -> Self {
        let (plans, skipped, read) = (Vec::new(), Vec::new(), Vec::new());
        Self { plans, skipped, read, passed_over: None }
    }
}

impl<T> Survey<T> {
    /// The survey of all plans, their labels told apart; `paths` tells where none was found.
    fn finished(mut self, paths: impl FnOnce() -> Vec<String>) -> Result<Self, SurveyError> {
        self.skipped.sort();
        if self.plans.is_empty() {
            return Err(SurveyError::NoPlan { paths: paths(), skipped: self.skipped });
        }
        tell_apart(&mut self.plans);
        Ok(self)
    }
}

/// Parses and analyses the plans of a batch, with so many folders before it and so many in all: what is made of them.
fn of_batch<T>(
    holdings: &[Holding],
    common: Common<'_>,
    (before, folders): (usize, usize),
    digest: impl Fn(&Batch<'_, '_>) -> Result<Vec<T>, AnalysisError>,
) -> Result<Survey<T>, SurveyError> {
    let staff = common.staff;
    let parsed: Vec<_> = {
        let parse = if common.looks { parse_or_look } else { parse };
        holdings.par_iter().map(|holding| parse(&holding.folder, &holding.settings, staff)).collect()
    };
    let mut plans = Vec::with_capacity(holdings.len());
    let mut infos = Vec::with_capacity(holdings.len());
    let mut settings: Vec<&Settings> = Vec::with_capacity(holdings.len());
    let mut skipped = Vec::new();
    for ((at, holding), parsed) in holdings.iter().enumerate().zip(parsed) {
        let (plan, left_out) = parsed?;
        skipped.extend(holding.folder.skipped.iter().cloned().chain(left_out));
        if let Some(plan) = plan {
            let number = (folders > 1).then_some(before + at + 1);
            infos.push(PlanInfo { number, ..info(&plan, holding, common.tolerance) });
            plans.push(plan);
            settings.push(&holding.settings);
        }
    }
    let tolerances: Vec<Percent> = infos.iter().map(|info| info.tolerance).collect();
    let numbers: Vec<Option<usize>> = infos.iter().map(|info| info.number).collect();
    let frame = Frame::of(&plans)?;
    let (plans, tolerances, settings, numbers) = (&plans[..], &tolerances[..], &settings[..], &numbers[..]);
    let digests = digest(&Batch { plans, frame: &frame, tolerances, settings, staff, folders, numbers })?;
    Ok(Survey { plans: infos.into_iter().zip(digests).collect(), skipped, ..Survey::default() })
}

fn info(plan: &Plan<'_>, Holding { folder, settings }: &Holding, tolerance: Option<Percent>) -> PlanInfo {
    let input = |document: &&Document| Input {
        path: document.path().to_owned(),
        bytes: document.bytes(),
        lines: document.lines(),
        sha256: document.sha256().map(str::to_owned),
    };
    PlanInfo {
        label: plan.label.clone(),
        number: None,
        folder: folder.path.clone(),
        tolerance: tolerance.or(settings.check.tolerance_percent).unwrap_or(Percent::ZERO),
        fail_on: settings.check.fail_on,
        settings_path: settings.path().map(str::to_owned),
        inputs: plan.documents.iter().map(input).collect(),
    }
}

/// Adds the folder to the label of plans that would otherwise be called the same.
fn tell_apart<T>(plans: &mut [(PlanInfo, T)]) {
    let mut labels: Vec<String> = plans.iter().map(|(info, _)| info.label.clone()).collect();
    labels.sort_unstable();
    let is_twice = |label: &String| {
        labels.partition_point(|other| other <= label) - labels.partition_point(|other| other < label) > 1
    };
    for (info, _) in plans.iter_mut().filter(|(info, _)| is_twice(&info.label)) {
        info.label = told_apart(&info.label, &info.folder);
    }
}

fn told_apart(label: &str, folder: &Path) -> String {
    format!("{label} ({})", folder.to_string_lossy())
}
