//! From paths to what a command wants to know of every plan: the files that they name, batch by batch.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use super::{Batch, Common, Holding, Survey, SurveyError, of_batch, told_apart};
use crate::analyse::AnalysisError;
use crate::model::Percent;
use crate::read::{Files, FilesRead, SkipReason, Terms, discover, read_folder, read_table};
use crate::settings::{SETTINGS_FILE, Settings, SettingsError, Staff};
use crate::vocabulary::Vocabulary;

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
    /// The year of every plan, instead of that of its settings or documents.
    pub year: Option<u16>,
    /// How the documents are read.
    pub terms: Terms<'static>,
    /// Whether documents that hold a table and no plan are looked at, where none of their folder holds one.
    pub looks: bool,
    /// Where the output goes: never onto a document or its settings.
    pub output: Option<PathBuf>,
}

impl Batch<'_, '_> {
    /// Every label that a plan may have in an output: its own, that of its settings alone, and its own with its folder, however
    /// the path to that was written.
    pub fn labels(&self, number: usize) -> Vec<String> {
        let plan = &self.plans[number];
        let folder = plan.documents.first().and_then(|document| Path::new(document.path()).parent());
        let mut labels = vec![plan.label.clone()];
        labels.extend(self.settings[number].plan.label.clone());
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

/// How far a survey has come, for who shows it.
#[derive(Debug, Default)]
pub struct Progress {
    /// The documents to be read.
    pub all: AtomicUsize,
    /// The documents that are read.
    pub done: AtomicUsize,
}

/// How many plans are looked at together: enough that a query's fixed cost does not count, few
/// enough that memory does not grow with the number of plans.
const BATCH: usize = 16;

/// Surveys the plans that the paths name: finds, reads and parses their documents, and lets `digest` make what is wanted
/// of every plan of a batch, as [`survey_in_memory`](super::survey_in_memory) does.
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
    let staff = options.staff.as_deref().map(read_table).transpose()?.map(Staff::of).transpose()?;
    let settings = SettingsOf::new(options.settings.as_deref(), options.year)?;
    let folders = discover(&options.paths, &never)?;
    progress.all.store(folders.iter().map(|files| files.found.len()).sum(), Ordering::Relaxed);
    let common = Common { staff: staff.as_ref(), tolerance: options.tolerance, looks: options.looks };
    let surveyed = folders.par_chunks(BATCH).enumerate().map(|(at, files)| {
        // One at a time: some documents take much longer than others.
        let files = files.par_iter().with_max_len(1);
        let read: Vec<_> = files.map(|files| read_plan(files, options, &settings, progress)).collect();
        let read = read.into_iter().collect::<Result<Vec<_>, _>>()?;
        of_batch(&read, common, (at * BATCH, folders.len()), &digest)
    });
    let mut survey = Survey { plans: Vec::with_capacity(folders.len()), ..Survey::default() };
    for of_batch in surveyed.collect::<Vec<_>>() {
        let Survey { plans, skipped, .. } = of_batch?;
        survey.plans.extend(plans);
        survey.skipped.extend(skipped);
    }
    let here = || vec![".".to_owned()];
    let mut survey = survey.finished(|| if options.paths.is_empty() { here() } else { options.paths.clone() })?;
    survey.passed_over = staff.as_ref().map(|staff| (staff.path().to_owned(), staff.passed_over().clone()));
    survey.read = rests_on(&survey, &folders, options);
    let replaced = options.output.as_deref().and_then(|output| {
        let files = FilesRead::of(survey.read.iter().map(PathBuf::as_path));
        files.at(output).map(|path| path.to_string_lossy().into_owned())
    });
    replaced.map_or(Ok(survey), |path| Err(SurveyError::OutputIsInput { path }))
}

/// The files that a survey rests on: documents of plans, those that may be and could not be read, and settings.
///
/// They are found again by how they are shown, and taken by their own paths, which need not be text.
fn rests_on<T>(survey: &Survey<T>, folders: &[Files], options: &Options) -> Vec<PathBuf> {
    let documents = survey.plans.iter().flat_map(|(info, _)| info.inputs.iter().map(|input| input.path.as_str()));
    let unread = survey
        .skipped
        .iter()
        .filter(|skipped| matches!(skipped.reason, SkipReason::Unread(refusal) if refusal.may_hold_plan()));
    let shown: HashSet<&str> = documents.chain(unread.map(|skipped| skipped.path.as_str())).collect();
    let found = folders.iter().flat_map(|files| &files.found).filter(|file| shown.contains(&*file.shown));
    let own = folders.iter().filter_map(|files| Settings::own(&files.folder));
    let working = Some(PathBuf::from(SETTINGS_FILE)).filter(|path| path.is_file());
    let given = options.settings.iter().chain(&options.staff).cloned();
    found.map(|file| file.path.clone()).chain(own).chain(working).chain(given).collect()
}

/// Where the settings of a plan come from.
struct SettingsOf {
    /// A file for every plan.
    given: Option<Arc<Settings>>,
    /// Those of the working folder, for plans that have none of their own.
    working: Arc<Settings>,
    /// The year of every plan.
    year: Option<u16>,
}

impl SettingsOf {
    fn new(given: Option<&Path>, year: Option<u16>) -> Result<Self, SettingsError> {
        let given = given.map(|path| load(path, year)).transpose()?.map(Arc::new);
        let working = Path::new(SETTINGS_FILE);
        let is_needed = given.is_none() && working.is_file();
        let working = if is_needed { Settings::load(working)? } else { Settings::default() };
        Ok(Self { given, working: Arc::new(of_year(working, year)), year })
    }

    fn of(&self, folder: &Path) -> Result<Arc<Settings>, SettingsError> {
        match (&self.given, Settings::own(folder)) {
            (Some(given), _) => Ok(Arc::clone(given)),
            (None, Some(own)) if own != Path::new(SETTINGS_FILE) => Ok(Arc::new(load(&own, self.year)?)),
            (None, _) => Ok(Arc::clone(&self.working)),
        }
    }
}

fn load(path: &Path, year: Option<u16>) -> Result<Settings, SettingsError> {
    Ok(of_year(Settings::load(path)?, year))
}

/// Settings for plans of a year, if one is asked for.
fn of_year(mut settings: Settings, year: Option<u16>) -> Settings {
    settings.plan.year = year.or(settings.plan.year);
    settings
}

/// The documents of a folder, and the settings for them.
fn read_plan(
    files: &Files,
    options: &Options,
    settings: &SettingsOf,
    progress: &Progress,
) -> Result<Holding, SurveyError> {
    let count = || {
        progress.done.fetch_add(1, Ordering::Relaxed);
    };
    let settings = settings.of(&files.folder)?;
    let terms = Terms { vocabulary: Vocabulary::of(&settings.layout), ..options.terms };
    let folder = read_folder(files, terms, count)?;
    Ok(Holding { folder, settings })
}
