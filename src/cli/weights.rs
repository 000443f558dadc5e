//! `cento weights`: the evaluation weights of each director.

use clap::Args;

use super::error::Failure;
use super::output::Output;
use super::progress::with_progress;
use super::weighing::{Weighed, Weighing, WeighingArgs, floors_of};
use super::{Format, Global, Outcome, PathArgs, only};
use crate::analyse::{Floor, Standing, WeightsFault, people};
use crate::identity;
use crate::present::{
    DirectorRecord, FloorRecord, GroupBy, GroupRecord, Level, Names, WeightsDocument, WeightsFrame, csv, groups,
    json_document, weight_lines, weights_text,
};
use crate::survey::{Batch, survey};

/// What the weights take besides.
#[derive(Debug, Clone, Args)]
pub struct WeightsArgs {
    #[command(flatten)]
    paths: PathArgs,
    #[command(flatten)]
    weighing: WeighingArgs,
    #[arg(long, value_enum, default_value_t = Level::Project, hide_default_value = true, value_name = "LEVEL")]
    level: Level,
    #[arg(long, value_enum, value_name = "WHAT")]
    group_by: Option<GroupBy>,
}

/// What is made of one plan: how its people are called, the projects whose weights are fixed, and its directors, each
/// with the key of the name.
type OfPlan = Result<(Names, Vec<Floor>, Vec<(String, DirectorRecord)>), WeightsFault>;

/// Shows the weights of the directors of the plans.
pub fn run(args: &WeightsArgs, global: &Global, output: &Output) -> Result<Outcome, Failure> {
    only(global.format, &[Format::Table, Format::Json, Format::Csv])?;
    let options = global.options(&args.paths.paths)?;
    global.keep_inputs(args.weighing.file().into_iter())?;
    let weighing = args.weighing.weighing(output)?;
    let survey = with_progress(output, |progress| {
        survey(&options, progress, |batch| {
            let standings = people(batch.plans, batch.frame, batch.tolerances)?;
            let of_plan = |number| of_plan(args, &weighing, output, batch, &standings, number);
            Ok((0..batch.plans.len()).map(of_plan).collect())
        })
    })?;
    let several_plans = survey.plans.len() > 1;
    let mut directors: Vec<(String, DirectorRecord)> = Vec::new();
    let mut known: Vec<(Names, Vec<Floor>)> = Vec::new();
    for (mut info, of_plan) in survey.plans {
        let (names, floors, mut records) = of_plan?;
        names.hide_in(&mut info);
        for (_, record) in &mut records {
            record.set_plan(&info.label);
        }
        directors.append(&mut records);
        known.push((names, floors));
    }
    let directors = weighing.meant(directors, |record| &record.director, output)?;
    let floors = floors_of(&known);
    output.write(&shown(args, global, output, &weighing, (&directors, &floors), several_plans)?)?;
    Ok(Outcome::Clean)
}

/// The weights of one plan's directors, each with the key of the name.
fn of_plan(
    args: &WeightsArgs,
    weighing: &Weighing,
    output: &Output,
    batch: &Batch<'_, '_>,
    standings: &[Standing],
    number: usize,
) -> OfPlan {
    let Weighed { names, floors, directors, .. } = weighing.of_plan(output, batch, standings, number)?;
    let with_groups = directors.into_iter().map(|(director, mut record)| {
        if let Some(by) = args.group_by {
            record.groups = groups(&names, &batch.plans[number], &director, by);
        }
        (identity::key(&director.name), record)
    });
    let records = with_groups.collect();
    Ok((names, floors, records))
}

fn shown(
    args: &WeightsArgs,
    global: &Global,
    output: &Output,
    weighing: &Weighing,
    (directors, floors): (&[DirectorRecord], &[FloorRecord]),
    several_plans: bool,
) -> Result<String, Failure> {
    Ok(match global.format {
        Format::Json => json_document(&WeightsDocument {
            schema: "cento.weights/1",
            method: weighing.method(),
            floors: floors.to_vec(),
            directors,
        })?,
        Format::Csv if args.group_by.is_some() => {
            let groups: Vec<GroupRecord> = directors.iter().flat_map(|director| director.groups.clone()).collect();
            csv(&groups, global.csv_dialect)?
        }
        Format::Csv => csv(&weight_lines(directors, args.level), global.csv_dialect)?,
        Format::Table | Format::Concise | Format::Png | Format::Svg => {
            let frame = WeightsFrame {
                method: weighing.method(),
                path: weighing.path(output),
                floors,
                level: args.level,
                group_by: args.group_by,
                several_plans,
            };
            weights_text(&output.view, directors, frame)
        }
    })
}
