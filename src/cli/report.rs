//! `cento report`: a folder with everything, for whoever keeps, sends and prints it.

use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;

use super::chart::{PLAN, material, plan_part};
use super::error::Failure;
use super::output::Output;
use super::progress::with_progress;
use super::{Format, Global, Outcome, PathArgs, only};
use crate::analyse::{AnalysisError, Standing, of_plan, people};
use crate::check::{Case, check, payment_time};
use crate::finding::{Code, Finding};
use crate::frame::flat;
use crate::present::chart::{Kind, Scope, pictures, slug};
use crate::present::{
    Detail, Report, ReportOptions, ReportPart, account, cdr_record, check_part, director_record, flat_rows,
    is_own_report, project_record,
};
use crate::survey::{Batch, survey};

/// What the report takes besides.
#[derive(Debug, Clone, Args)]
pub struct ReportArgs {
    #[command(flatten)]
    paths: PathArgs,
    #[arg(long, value_name = "DATE")]
    date: Option<String>,
    #[arg(long)]
    force: bool,
}

/// Makes the report of every plan: one in the folder, several in a folder each below it.
pub fn run(args: &ReportArgs, global: &Global, output: &Output) -> Result<Outcome, Failure> {
    only(global.format, &[Format::Table])?;
    let folder = global.output.clone().ok_or(Failure::NoFolder)?;
    let date = args.date.as_deref().map(date).transpose()?;
    let mut options = global.options(&args.paths.paths)?;
    options.sha256 = true;
    options.output = None;
    let survey = with_progress(output, |progress| {
        survey(&options, progress, |batch| {
            let standings = people(batch.plans, batch.frame, batch.tolerances)?;
            (0..batch.plans.len()).map(|number| part(output, batch, &standings, number, date)).collect()
        })
    })?;
    let several = survey.plans.len() > 1;
    let mut count = 0;
    let mut reports: Vec<(PathBuf, Report<'_>)> = Vec::new();
    for (info, mut part) in survey.plans {
        let mut shown = info.clone();
        part.names.hide_in(&mut shown);
        let plan = plan_part(&shown, false);
        for picture in &mut part.pictures {
            picture.name = picture.name.replace(PLAN, &plan);
        }
        super::chart::tell_apart(&mut part.pictures);
        let own = if several { folder.join(slug(&shown.label)) } else { folder.clone() };
        let options = ReportOptions {
            date: date.map(|date| date.to_string()),
            dialect: global.csv_dialect,
            dpi: super::chart::DPI,
        };
        let skipped = if several { Vec::new() } else { survey.skipped.clone() };
        reports.push((own, Report::of(&output.view, info, part, skipped, options)));
    }
    for (own, _) in &reports {
        refuse_foreign(own, args.force)?;
    }
    for (own, report) in &reports {
        let files = report.files().map_err(|error| Failure::Unwritable { reason: error.to_string() })?;
        count += files.len();
        put(own, &files)?;
    }
    output.note_count("report-written", count, &folder.to_string_lossy());
    Ok(Outcome::Clean)
}

/// What the report of one plan of a batch is made from.
fn part(
    output: &Output,
    batch: &Batch<'_, '_>,
    standings: &[Standing],
    number: usize,
    date: Option<jiff::civil::Date>,
) -> Result<ReportPart, AnalysisError> {
    let view = &output.view;
    let plan = &batch.plans[number];
    let standings = of_plan(standings, number);
    let tolerance = batch.tolerances[number];
    let today = date.unwrap_or_else(|| jiff::ZonedDateTime::now().date());
    let case = Case::of(plan, standings, tolerance, (batch.settings[number], batch.staff), today);
    let findings = check(&case);
    let names = super::listing::batch_names(view, batch, number);
    let material = material(output, batch, standings, number, &names)?;
    let bears = |finding: &&Finding<'_>, led: &[usize]| {
        matches!(finding.code, Code::D001 | Code::D003) && finding.facts.cdr.is_some_and(|cdr| led.contains(&cdr))
    };
    let directors = material.directors.iter().map(|director| {
        let mut own: Vec<Finding<'_>> =
            findings.iter().filter(|finding| bears(finding, &director.cdrs_led)).cloned().collect();
        own.extend(payment_time(plan, director));
        director_record(view, &names, plan, director, &own)
    });
    let mut accounts: Vec<_> = standings.iter().map(|standing| account(&names, plan, standing, tolerance)).collect();
    crate::present::sort_accounts(&mut accounts);
    Ok(ReportPart {
        accounts,
        cdrs: material.cdrs.iter().map(|total| cdr_record(&names, plan, total)).collect(),
        projects: material.projects.iter().map(|total| project_record(&names, plan, total)).collect(),
        directors: directors.collect(),
        rows: flat_rows(&names, &flat(std::slice::from_ref(plan))?)?,
        pictures: pictures(&material, &[Kind::All], &Scope::default()),
        check: check_part(view, names.clone(), &case, &findings, Detail::Whole),
        names,
    })
}

/// The day that an option gives.
fn date(value: &str) -> Result<jiff::civil::Date, Failure> {
    value.trim().parse().map_err(|_| Failure::BadDate { value: value.to_owned() })
}

/// Refuses a folder in which something stands that is no part of a report.
fn refuse_foreign(folder: &Path, force: bool) -> Result<(), Failure> {
    if force || !folder.exists() {
        return Ok(());
    }
    is_own_report(folder).map_err(|path| Failure::Foreign { path: folder.join(path) })
}

/// Puts a report into its place, whole: written beside it, then moved; what was there is gone only then.
fn put(folder: &Path, files: &[(String, Vec<u8>)]) -> Result<(), Failure> {
    let failed = |path: &Path| {
        let path = path.to_owned();
        move |error: std::io::Error| Failure::Output { path, error }
    };
    let beside = |what: &str| {
        let mut name = folder.as_os_str().to_owned();
        name.push(format!(".{}.{what}", std::process::id()));
        PathBuf::from(name)
    };
    let (new, old) = (beside("new"), beside("old"));
    let written = files.iter().try_for_each(|(path, bytes)| {
        let path = new.join(path);
        fs::create_dir_all(path.parent().unwrap_or(&new)).and_then(|()| fs::write(&path, bytes)).map_err(failed(&path))
    });
    if let Err(failure) = written {
        let _ = fs::remove_dir_all(&new);
        return Err(failure);
    }
    let is_there = folder.exists();
    if is_there {
        fs::rename(folder, &old).map_err(failed(folder))?;
    }
    if let Err(error) = fs::rename(&new, folder) {
        if is_there {
            let _ = fs::rename(&old, folder);
        }
        let _ = fs::remove_dir_all(&new);
        return Err(failed(folder)(error));
    }
    if is_there {
        fs::remove_dir_all(&old).map_err(failed(&old))?;
    }
    Ok(())
}
