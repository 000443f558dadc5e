//! From paths to what a command wants to know of every plan: the pipeline from end to end.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use crate::analyse::AnalysisError;
use crate::finding::FailOn;
use crate::frame::Frame;
use crate::model::{Percent, Plan};
use crate::parse::{ParseError, parse};
use crate::read::{Files, Folder, ReadError, Skipped, discover, read_folder};
use crate::settings::{SETTINGS_FILE, Settings, SettingsError, Staff};

/// What to survey, and how.
#[derive(Debug, Default)]
pub struct Options {
    /// Documents and folders; none means the current folder.
    pub paths: Vec<String>,
    /// A settings file for every plan, instead of those beside the plans.
    pub settings: Option<PathBuf>,
    /// The staff file, for every plan.
    pub staff: Option<PathBuf>,
    /// A tolerance for every plan, instead of that of its settings.
    pub tolerance: Option<Percent>,
    /// Work out the SHA-256 of every document.
    pub sha256: bool,
    /// Where the output goes: never onto a document.
    pub output: Option<PathBuf>,
}

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
}

impl Batch<'_, '_> {
    /// Every label that a plan may have in an output: its own, and that with its folder, however the path to
    /// that was written.
    pub fn labels(&self, number: usize) -> Vec<String> {
        let plan = &self.plans[number];
        let folder = plan.documents.first().and_then(|document| Path::new(document.path()).parent());
        let mut labels = vec![plan.label.clone()];
        let Some(folder) = folder else { return labels };
        labels.push(told_apart(&plan.label, folder));
        let whole = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
        labels.push(told_apart(&plan.label, &whole));
        let parts: Vec<_> = whole.components().collect();
        for first in 1..parts.len() {
            let path: PathBuf = parts[first..].iter().collect();
            labels.push(told_apart(&plan.label, &path));
            labels.push(told_apart(&plan.label, &Path::new(".").join(&path)));
        }
        labels
    }
}

/// What was found out about some plans.
#[derive(Debug)]
pub struct Survey<T> {
    /// What was asked for, plan by plan in the order of the paths.
    pub plans: Vec<(PlanInfo, T)>,
    /// The files that hold no plan, by path.
    pub skipped: Vec<Skipped>,
}

/// What every output tells of a plan.
#[derive(Debug, Clone)]
pub struct PlanInfo {
    /// How the plan is called; no two plans of a survey are called the same.
    pub label: String,
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

/// How many plans are looked at together: enough that a query's fixed cost does not count, few
/// enough that memory does not grow with the number of plans.
const BATCH: usize = 32;

/// Surveys the plans that the paths name: finds, reads and parses their documents, and lets
/// `digest` make what is wanted of every plan of a batch.
///
/// Batches, and the documents of each, are read and parsed in parallel, and forgotten when the batch is
/// done; the result does not depend on the order in which that happens.
///
/// # Errors
///
/// The first error in the order of the paths, or that no path holds a plan.
pub fn survey<T: Send>(
    options: &Options,
    progress: &Progress,
    digest: impl Fn(&Batch<'_, '_>) -> Result<Vec<T>, AnalysisError> + Sync,
) -> Result<Survey<T>, SurveyError> {
    let never: Vec<PathBuf> = options.settings.iter().chain(&options.staff).cloned().collect();
    let staff = options.staff.as_deref().map(Staff::load).transpose()?;
    let settings = SettingsOf::new(options.settings.as_deref())?;
    let folders = discover(&options.paths, &never)?;
    progress.all.store(folders.iter().map(|files| files.found.len()).sum(), Ordering::Relaxed);
    let mut survey = Survey { plans: Vec::with_capacity(folders.len()), skipped: Vec::new() };
    let batches: Vec<&[Files]> = folders.chunks(BATCH).collect();
    let surveyed = two_at_a_time(&batches, |files| {
        let read: Vec<_> = files.par_iter().map(|files| read_plan(files, options, &settings, progress)).collect();
        let read = read.into_iter().collect::<Result<Vec<_>, _>>()?;
        survey_batch(&read, (staff.as_ref(), folders.len()), options, &digest)
    });
    for of_batch in surveyed {
        let Survey { plans, skipped } = of_batch?;
        survey.plans.extend(plans);
        survey.skipped.extend(skipped);
    }
    survey.skipped.sort();
    if survey.plans.is_empty() {
        let paths = if options.paths.is_empty() { vec![".".to_owned()] } else { options.paths.clone() };
        return Err(SurveyError::NoPlan { paths, skipped: survey.skipped });
    }
    if let Some(path) = options.output.as_deref().and_then(|output| input_at(&survey.plans, output)) {
        return Err(SurveyError::OutputIsInput { path });
    }
    tell_apart(&mut survey.plans);
    Ok(survey)
}

/// The document that is at a path, if any is.
fn input_at<T>(plans: &[(PlanInfo, T)], path: &Path) -> Option<String> {
    let path = path.canonicalize().ok()?;
    let mut inputs = plans.iter().flat_map(|(info, _)| &info.inputs);
    let found = inputs.find(|input| Path::new(&input.path).canonicalize().is_ok_and(|own| own == path))?;
    Some(found.path.clone())
}

/// Does some work for every batch, two batches at a time: while the one is in a step that cannot be done
/// in parallel, the other is not. More would only hold more documents in memory.
fn two_at_a_time<B: Sync, R: Send>(batches: &[B], work: impl Fn(&B) -> R + Sync) -> Vec<R> {
    if let [batch] = batches {
        return vec![work(batch)];
    }
    let next = AtomicUsize::new(0);
    let worker = || {
        let mut done = Vec::new();
        while let Some((number, batch)) =
            Some(next.fetch_add(1, Ordering::Relaxed)).and_then(|n| Some((n, batches.get(n)?)))
        {
            done.push((number, work(batch)));
        }
        done
    };
    let mut done = std::thread::scope(|scope| {
        let other = scope.spawn(worker);
        let mut done = worker();
        done.extend(other.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
        done
    });
    done.sort_by_key(|(number, _)| *number);
    done.into_iter().map(|(_, result)| result).collect()
}

/// Where the settings of a plan come from.
struct SettingsOf {
    /// A file for every plan.
    given: Option<Arc<Settings>>,
    /// Those of the working folder, for plans that have none of their own.
    working: Arc<Settings>,
}

impl SettingsOf {
    fn new(given: Option<&Path>) -> Result<Self, SettingsError> {
        let given = given.map(Settings::load).transpose()?.map(Arc::new);
        let working = Path::new(SETTINGS_FILE);
        let is_needed = given.is_none() && working.is_file();
        let working = if is_needed { Settings::load(working)? } else { Settings::default() };
        Ok(Self { given, working: Arc::new(working) })
    }

    fn of(&self, folder: &Path) -> Result<Arc<Settings>, SettingsError> {
        match (&self.given, Settings::own(folder)) {
            (Some(given), _) => Ok(Arc::clone(given)),
            (None, Some(own)) if own != Path::new(SETTINGS_FILE) => Ok(Arc::new(Settings::load(&own)?)),
            (None, _) => Ok(Arc::clone(&self.working)),
        }
    }
}

/// How far a survey has come, for who shows it.
#[derive(Debug, Default)]
pub struct Progress {
    /// The documents to be read.
    pub all: AtomicUsize,
    /// The documents that are read.
    pub done: AtomicUsize,
}

/// The documents of a folder, and the settings for them.
fn read_plan(
    files: &Files,
    options: &Options,
    settings: &SettingsOf,
    progress: &Progress,
) -> Result<(Folder, Arc<Settings>), SurveyError> {
    let count = || {
        progress.done.fetch_add(1, Ordering::Relaxed);
    };
    let folder = read_folder(files, options.sha256, count)?;
    let settings = settings.of(&folder.path)?;
    Ok((folder, settings))
}

/// Parses and analyses the plans of a batch: what is made of them.
fn survey_batch<T: Send>(
    folders: &[(Folder, Arc<Settings>)],
    (staff, all): (Option<&Staff>, usize),
    options: &Options,
    digest: &impl Fn(&Batch<'_, '_>) -> Result<Vec<T>, AnalysisError>,
) -> Result<Survey<T>, SurveyError> {
    let parsed: Vec<_> = folders
        .par_iter()
        .map(|(folder, settings)| {
            let (plan, left_out) = parse(folder, settings, staff)?;
            Ok((plan.map(|plan| (info(&plan, folder, settings, options), plan)), left_out))
        })
        .collect();
    let mut plans = Vec::with_capacity(folders.len());
    let mut infos = Vec::with_capacity(folders.len());
    let mut settings: Vec<&Settings> = Vec::with_capacity(folders.len());
    let mut skipped = Vec::new();
    for ((folder, own), parsed) in folders.iter().zip(parsed) {
        let (plan, left_out) = parsed.map_err(SurveyError::Parse)?;
        skipped.extend(folder.skipped.iter().cloned().chain(left_out));
        if let Some((info, plan)) = plan {
            infos.push(info);
            plans.push(plan);
            settings.push(own);
        }
    }
    let tolerances: Vec<Percent> = infos.iter().map(|info| info.tolerance).collect();
    let frame = Frame::of(&plans)?;
    let digests = digest(&Batch {
        plans: &plans,
        frame: &frame,
        tolerances: &tolerances,
        settings: &settings,
        staff,
        folders: all,
    })?;
    Ok(Survey { plans: infos.into_iter().zip(digests).collect(), skipped })
}

fn info(plan: &Plan<'_>, folder: &Folder, settings: &Settings, options: &Options) -> PlanInfo {
    let input = |document: &&crate::source::Document| Input {
        path: document.path().to_owned(),
        bytes: document.bytes(),
        lines: document.lines(),
        sha256: document.sha256().map(str::to_owned),
    };
    PlanInfo {
        label: plan.label.clone(),
        folder: folder.path.clone(),
        tolerance: options.tolerance.or(settings.check.tolerance_percent).unwrap_or(Percent::ZERO),
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
