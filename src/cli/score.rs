//! `cento score`: how far each director's indicators are achieved, and the file to be filled in for it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use clap::Args;
use rust_decimal::Decimal;

use super::error::Failure;
use super::output::Output;
use super::progress::with_progress;
use super::weighing::{Weighed, Weighing, WeighingArgs, floors_of};
use super::{Format, Global, Outcome, PathArgs, only};
use crate::analyse::{
    Claim, DirectorWeights, Floor, OfIndicators, ScoreRules, Standing, WeightsFault, achievements, people, score,
};
use crate::identity;
use crate::model::{Percent, decimal};
use crate::present::{
    DirectorRecord, DirectorScoreRecord, Level, Names, ScoreDocument, ScoreFrame, TemplateLine, UncountedRecord, csv,
    director_score_record, json_document, label, score_lines, score_text, template, uncounted,
};
use crate::read::read_table;
use crate::settings::{AtRow, ResultFault, Results};
use crate::survey::{Batch, survey};

/// What the scores take besides.
#[derive(Debug, Clone, Args)]
pub struct ScoreArgs {
    #[command(flatten)]
    paths: PathArgs,
    #[arg(long, value_name = "FILE")]
    results: Option<PathBuf>,
    #[arg(long, conflicts_with_all = ["results", "weights", "floor"])]
    template: bool,
    #[command(flatten)]
    weighing: WeighingArgs,
    #[arg(long = "level", id = "score_level", value_enum, default_value_t = Level::Indicator, hide_default_value = true, value_name = "LEVEL")]
    level: Level,
    #[arg(long, value_enum, default_value_t = OfIndicators::Mean, hide_default_value = true, value_name = "RULE")]
    indicators: OfIndicators,
    #[arg(long, value_name = "PERCENT")]
    cap: Option<String>,
    #[arg(long, value_name = "DAYS", value_parser = clap::value_parser!(u32).range(1..=36_500))]
    days_to_zero: Option<u32>,
}

/// Shows the scores of the directors of the plans, or writes the file to be filled in.
pub fn run(args: &ScoreArgs, global: &Global, output: &Output) -> Result<Outcome, Failure> {
    match &args.results {
        Some(results) => run_score(args, results, global, output),
        None if args.template => run_template(args, global, output),
        None => Err(Failure::NoResults),
    }
}

fn run_template(args: &ScoreArgs, global: &Global, output: &Output) -> Result<Outcome, Failure> {
    only(global.format, &[Format::Table, Format::Csv])?;
    let options = global.options(&args.paths.paths)?;
    let weighing = args.weighing.weighing(output)?;
    let survey = with_progress(output, |progress| {
        survey(&options, progress, |batch| {
            let standings = people(batch.plans, batch.frame, batch.tolerances)?;
            let forms = |number| forms(&weighing, output, batch, &standings, number);
            Ok((0..batch.plans.len()).map(forms).collect())
        })
    })?;
    let mut forms: Vec<(String, Form)> = Vec::new();
    for (mut info, of_plan) in survey.plans {
        let (names, mut of_plan) = of_plan?;
        names.hide_in(&mut info);
        for (_, form) in &mut of_plan {
            label(&mut form.lines, &info.label);
        }
        forms.append(&mut of_plan);
    }
    let forms = weighing.meant(forms, |form| &form.director, output)?;
    let lines: Vec<TemplateLine> = forms.into_iter().flat_map(|form| form.lines).collect();
    // Somebody may have filled it in already.
    output.write_new(&csv(&lines, global.csv_dialect)?)?;
    output.note("score-template", "");
    Ok(Outcome::Clean)
}

/// The lines to be filled in for one director, or for a whole plan.
struct Form {
    director: String,
    lines: Vec<TemplateLine>,
}

/// The form of one plan of a batch or, where a director is asked for, those of all of its directors, with the
/// key of each name.
fn forms(
    weighing: &Weighing,
    output: &Output,
    batch: &Batch<'_, '_>,
    standings: &[Standing],
    number: usize,
) -> Result<(Names, Vec<(String, Form)>), WeightsFault> {
    let plan = &batch.plans[number];
    if !weighing.is_of_one() {
        let names = Names::in_batch(&output.view, batch, number);
        let form = Form { director: String::new(), lines: template(&names, plan, None) };
        return Ok((names, vec![(String::new(), form)]));
    }
    let Weighed { names, directors, .. } = weighing.of_plan(output, batch, standings, number)?;
    let form = |(director, record): (DirectorWeights, DirectorRecord)| {
        let lines = template(&names, plan, Some(&director));
        (identity::key(&director.name), Form { director: record.director, lines })
    };
    let forms = directors.into_iter().map(form).collect();
    Ok((names, forms))
}

/// What is made of one plan.
struct OfPlan {
    names: Names,
    /// The projects whose weights are fixed.
    floors: Vec<Floor>,
    /// With the key of each name.
    directors: Vec<(String, DirectorScoreRecord)>,
    uncounted: Vec<UncountedRecord>,
    claims: Vec<Claim>,
    faults: Vec<(AtRow, ResultFault)>,
}

fn run_score(args: &ScoreArgs, path: &Path, global: &Global, output: &Output) -> Result<Outcome, Failure> {
    only(global.format, &[Format::Table, Format::Json, Format::Csv])?;
    let options = global.options(&args.paths.paths)?;
    global.keep_inputs(args.results.iter().chain(args.weighing.file()))?;
    let weighing = args.weighing.weighing(output)?;
    let rules = ScoreRules {
        of_indicators: args.indicators,
        cap: args.cap.as_deref().map_or(Ok(Percent::HUNDRED), cap)?,
        days_to_zero: args.days_to_zero,
    };
    let mut results = Results::of(&read_table(path)?)?;
    output.note_passed_over(&results.path, &results.passed_over);
    let survey = with_progress(output, |progress| {
        survey(&options, progress, |batch| {
            let standings = people(batch.plans, batch.frame, batch.tolerances)?;
            let of_plan = |number| of_plan(&weighing, &rules, &results, output, batch, &standings, number);
            Ok((0..batch.plans.len()).map(of_plan).collect())
        })
    })?;
    let several_plans = survey.plans.len() > 1;
    let (mut directors, mut uncounted, mut claims, mut plans) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let mut known: Vec<(Names, Vec<Floor>)> = Vec::new();
    for (mut info, of_plan) in survey.plans {
        let mut own: OfPlan = of_plan?;
        own.names.hide_in(&mut info);
        own.directors.iter_mut().for_each(|(_, record)| record.set_plan(&info.label));
        own.uncounted.iter_mut().for_each(|record| info.label.clone_into(&mut record.plan));
        directors.append(&mut own.directors);
        uncounted.append(&mut own.uncounted);
        results.faults.append(&mut own.faults);
        claims.push(own.claims);
        plans.push(info.label);
        known.push((own.names, own.floors));
    }
    let others = refuse_faults(&mut results, &claims, &plans)?;
    if let [.., last] = &others[..] {
        output.note_count("score-other-plans", others.len(), output.path(last));
    }
    let directors = weighing.meant(directors, |record| &record.director, output)?;
    let frame = ScoreFrame {
        method: weighing.method(),
        path: weighing.path(output),
        floors: &floors_of(&known),
        rules: &rules,
        level: args.level,
        uncounted: &uncounted,
        several_plans,
    };
    output.write(&shown(global, output, output.path(&results.path), &directors, frame)?)?;
    Ok(Outcome::Clean)
}

/// The scores of one plan's directors, and what is wrong with the results of its indicators.
fn of_plan(
    weighing: &Weighing,
    rules: &ScoreRules,
    results: &Results,
    output: &Output,
    batch: &Batch<'_, '_>,
    standings: &[Standing],
    number: usize,
) -> Result<OfPlan, WeightsFault> {
    let plan = &batch.plans[number];
    let Weighed { case, names, floors, directors } = weighing.of_plan(output, batch, standings, number)?;
    let mut labels = batch.labels(number);
    labels.extend(labels.clone().iter().map(|label| names.plan_label(label, batch.numbers[number])));
    let achieved = achievements(plan, &labels, results, rules);
    let (directors, records): (Vec<_>, Vec<_>) = directors.into_iter().unzip();
    let record = |(director, record)| {
        let score = score(director, &achieved, rules);
        let record = director_score_record((&output.view, &names, &case), (director, record), &score, &achieved, rules);
        (identity::key(&director.name), record)
    };
    Ok(OfPlan {
        directors: directors.iter().zip(records).map(record).collect(),
        uncounted: uncounted(&names, plan, &directors, &achieved),
        names,
        floors,
        claims: achieved.claims,
        faults: achieved.faults,
    })
}

/// Refuses results of which some cannot be used, and says all that is wrong with them: line by line, and of
/// lines that no plan knows, that none does. Returns the plans of the lines that are about others than those at
/// hand, where some lines are about these.
fn refuse_faults(results: &mut Results, claims: &[Vec<Claim>], plans: &[String]) -> Result<Vec<String>, Failure> {
    let claims_of = |at: usize| claims.iter().filter_map(move |of_plan| of_plan.get(at));
    let some_are_known = (0..results.lines.len()).any(|at| claims_of(at).any(|claim| *claim == Claim::Known));
    let mut others: Vec<String> = Vec::new();
    for (at, line) in results.lines.iter().enumerate() {
        let indicator = line.indicator.clone();
        let known: Vec<String> = plans
            .iter()
            .zip(claims)
            .filter(|(_, claims)| claims.get(at) == Some(&Claim::Known))
            .map(|(plan, _)| plan.clone())
            .collect();
        let fault = match claims_of(at).max() {
            Some(Claim::Known) if known.len() > 1 && line.result.is_some() => {
                ResultFault::SeveralPlans { indicator, plans: known }
            }
            Some(Claim::Unknown(nearest)) => ResultFault::UnknownIndicator { indicator, nearest: nearest.clone() },
            Some(Claim::NotMeant) => {
                let written = line.plan.clone().unwrap_or_default();
                let is_told = some_are_known || others.contains(&written);
                others.push(written.clone());
                if is_told {
                    continue;
                }
                ResultFault::UnknownPlan { written, plans: plans.to_vec() }
            }
            Some(Claim::Known) | None => continue,
        };
        results.faults.push((line.at.clone(), fault));
    }
    if results.faults.is_empty() {
        return Ok(others);
    }
    // The first of each line, in the order of the lines.
    let mut by_line: BTreeMap<AtRow, ResultFault> = BTreeMap::new();
    for (line, fault) in results.faults.drain(..) {
        by_line.entry(line).or_insert(fault);
    }
    Err(Failure::Results { path: results.path.clone(), faults: by_line.into_iter().collect() })
}

/// What an indicator counts at most, as an option gives it.
fn cap(value: &str) -> Result<Percent, Failure> {
    /// Above it, it is no percentage any more that somebody means.
    const MOST: Decimal = Decimal::ONE_THOUSAND;
    let percent = decimal(value.trim()).filter(|&percent| percent > Decimal::ZERO && percent <= MOST);
    percent.map(Percent::from).ok_or_else(|| Failure::BadCap { value: value.to_owned() })
}

fn shown(
    global: &Global,
    output: &Output,
    results: &str,
    directors: &[DirectorScoreRecord],
    frame: ScoreFrame<'_>,
) -> Result<String, Failure> {
    Ok(match global.format {
        Format::Json => json_document(&ScoreDocument {
            schema: "cento.score/1",
            method: frame.method,
            floors: frame.floors.to_vec(),
            results,
            indicators: frame.rules.of_indicators.code(),
            cap_percent: frame.rules.cap,
            days_to_zero: frame.rules.days_to_zero,
            directors,
            uncounted: frame.uncounted,
        })?,
        Format::Csv => csv(&score_lines(directors, frame.level), global.csv_dialect)?,
        Format::Table | Format::Concise | Format::Png | Format::Svg => score_text(&output.view, directors, frame),
    })
}
