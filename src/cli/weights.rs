//! `cento weights`: the evaluation weights of each director.

use std::path::PathBuf;

use clap::Args;
use rust_decimal::Decimal;

use super::error::Failure;
use super::listing::batch_names;
use super::output::Output;
use super::person::nearest;
use super::progress::with_progress;
use super::{Format, Global, Outcome, PathArgs, only};
use crate::analyse::{DirectorWeights, Floor, Method, Standing, WeightRules, WeightsFault, of_plan, people, weights};
use crate::check::{Case, check, payment_time};
use crate::finding::{Code, Finding};
use crate::identity;
use crate::model::Percent;
use crate::present::{
    DirectorRecord, FloorRecord, GroupBy, GroupRecord, Level, Names, Naming, WeightsDocument, WeightsFrame, csv,
    director_record, groups, json_document, weight_lines, weights_text,
};
use crate::settings::{GivenWeights, Settings, decimal, hundredths};
use crate::survey::{Batch, survey};

/// What the weights take besides.
#[derive(Debug, Clone, Args)]
pub struct WeightsArgs {
    #[command(flatten)]
    paths: PathArgs,
    #[arg(long, value_name = "NAME")]
    director: Option<String>,
    #[arg(long, value_enum, default_value_t = Level::Project, hide_default_value = true, value_name = "LEVEL")]
    level: Level,
    #[arg(long, value_enum, value_name = "WHAT")]
    group_by: Option<GroupBy>,
    #[arg(long, value_enum, default_value_t = Method::Effort, hide_default_value = true, value_name = "METHOD")]
    method: Method,
    #[arg(long, value_name = "FILE", conflicts_with_all = ["method", "floor"])]
    weights: Option<PathBuf>,
    #[arg(long, value_name = "CODE=PERCENT")]
    floor: Vec<String>,
}

/// What is made of one plan.
type OfPlan = Result<(Names, Vec<(String, DirectorRecord)>), WeightsFault>;

/// Shows the weights of the directors of the plans.
pub fn run(args: &WeightsArgs, global: &Global, output: &Output) -> Result<Outcome, Failure> {
    only(global.format, &[Format::Table, Format::Json, Format::Csv])?;
    let options = global.options(&args.paths.paths)?;
    let given = args.weights.as_deref().map(GivenWeights::load).transpose()?;
    let floors = args.floor.iter().map(|value| floor(value)).collect::<Result<Vec<_>, _>>()?;
    let survey = with_progress(output, |progress| {
        survey(&options, progress, |batch| {
            let standings = people(batch.plans, batch.frame, batch.tolerances)?;
            let of_plan = |number: usize| -> OfPlan {
                of_plan_weights(args, &floors, given.as_ref(), output, batch, &standings, number)
            };
            Ok((0..batch.plans.len()).map(of_plan).collect())
        })
    })?;
    let several_plans = survey.plans.len() > 1;
    let mut directors: Vec<(String, DirectorRecord)> = Vec::new();
    for (mut info, of_plan) in survey.plans {
        let (names, mut records) = of_plan?;
        names.hide_in(&mut info);
        for (_, record) in &mut records {
            record.set_plan(&info.label);
        }
        directors.append(&mut records);
    }
    let directors = the_ones_meant(directors, args.director.as_deref(), output.view.naming != Naming::Plain)?;
    output.write(&shown(args, global, output, given.as_ref(), &floors, &directors, several_plans)?)?;
    Ok(Outcome::Clean)
}

/// The weights of one plan's directors, each with the key of the name.
fn of_plan_weights(
    args: &WeightsArgs,
    floors: &[Floor],
    given: Option<&GivenWeights>,
    output: &Output,
    batch: &Batch<'_, '_>,
    standings: &[Standing],
    number: usize,
) -> OfPlan {
    let (plan, settings) = (&batch.plans[number], batch.settings[number]);
    let floors = if floors.is_empty() && given.is_none() { settings_floors(settings) } else { floors.to_vec() };
    let rules = WeightRules { method: args.method, floors, given };
    let directors = weights(plan, &rules)?;
    let names = batch_names(&output.view, batch, number);
    let today = jiff::ZonedDateTime::now().date();
    let case = Case::of(plan, of_plan(standings, number), batch.tolerances[number], (settings, batch.staff), today);
    let mut incomplete = check(&case);
    incomplete.retain(|finding| matches!(finding.code, Code::D001 | Code::D003));
    let record = |director: &DirectorWeights| {
        let mut findings: Vec<Finding<'_>> = incomplete
            .iter()
            .filter(|finding| finding.facts.cdr.is_some_and(|cdr| director.cdrs_led.contains(&cdr)))
            .cloned()
            .collect();
        findings.extend(payment_time(plan, director));
        let mut record = director_record(&output.view, &names, plan, director, &findings);
        if let Some(by) = args.group_by {
            record.groups = groups(&names, plan, director, by);
        }
        (identity::key(&director.name), record)
    };
    let records = directors.iter().map(record).collect();
    Ok((names, records))
}

/// The floors of the settings.
fn settings_floors(settings: &Settings) -> Vec<Floor> {
    let floors = settings.weights.floor.iter().filter_map(|floor| {
        Some(Floor {
            written: floor.written()?.get_ref().clone(),
            by_title: floor.title.is_some(),
            hundredths: hundredths(*floor.percent.get_ref())?,
        })
    });
    floors.collect()
}

/// The floor that an option gives: `2024_PD_12TP=30`.
fn floor(value: &str) -> Result<Floor, Failure> {
    let bad = || Failure::BadFloor { value: value.to_owned() };
    let (code, percent) = value.split_once('=').ok_or_else(bad)?;
    let percent = decimal(percent.trim()).filter(|_| !code.trim().is_empty()).and_then(hundredths);
    Ok(Floor { written: code.trim().to_owned(), by_title: false, hundredths: percent.ok_or_else(bad)? })
}

/// The directors whom a name may mean; all, if none is asked for.
fn the_ones_meant(
    directors: Vec<(String, DirectorRecord)>,
    asked: Option<&str>,
    is_hidden: bool,
) -> Result<Vec<DirectorRecord>, Failure> {
    let Some(asked) = asked else { return Ok(directors.into_iter().map(|(_, record)| record).collect()) };
    let is_meant = |(key, record): &(String, DirectorRecord)| {
        identity::matches(key, asked) || (is_hidden && identity::key(&record.director) == identity::key(asked))
    };
    let (meant, others): (Vec<_>, Vec<_>) = directors.into_iter().partition(is_meant);
    if meant.is_empty() {
        let known = others.into_iter().map(|(key, record)| (key, record.director)).collect();
        let name = (!is_hidden).then(|| asked.to_owned());
        return Err(Failure::UnknownDirector { name, nearest: nearest(known, asked) });
    }
    Ok(meant.into_iter().map(|(_, record)| record).collect())
}

fn shown(
    args: &WeightsArgs,
    global: &Global,
    output: &Output,
    given: Option<&GivenWeights>,
    floors: &[Floor],
    directors: &[DirectorRecord],
    several_plans: bool,
) -> Result<String, Failure> {
    let method = if given.is_some() { Method::Given } else { args.method };
    let floors: Vec<FloorRecord> = floors
        .iter()
        .map(|floor| FloorRecord {
            project: floor.written.clone(),
            weight_percent: Percent::from(Decimal::new(i64::try_from(floor.hundredths).unwrap_or_default(), 2)),
        })
        .collect();
    Ok(match global.format {
        Format::Json => {
            json_document(&WeightsDocument { schema: "cento.weights/1", method: method.code(), floors, directors })?
        }
        Format::Csv if args.group_by.is_some() => {
            let groups: Vec<GroupRecord> = directors.iter().flat_map(|director| director.groups.clone()).collect();
            csv(&groups, global.csv_dialect)?
        }
        Format::Csv => csv(&weight_lines(directors, args.level), global.csv_dialect)?,
        Format::Table | Format::Concise => {
            let frame = WeightsFrame {
                method: method.code(),
                path: given.map_or("", |given| &given.path),
                floors: &floors,
                level: args.level,
                group_by: args.group_by,
                several_plans,
            };
            weights_text(&output.view, directors, frame)
        }
    })
}
