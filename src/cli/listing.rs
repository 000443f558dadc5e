//! `cento people`, `projects`, `cdrs`, `rows`: every record of one kind, plan by plan.

use super::error::Failure;
use super::output::Output;
use super::progress::with_progress;
use super::{Format, Global, Outcome, PathArgs, only};
use crate::analyse::{self, AnalysisError};
use crate::frame::{FlatColumn, FlatRow, FlatRows};
use crate::present::{
    CdrRecord, Names, PersonRecord, ProjectRecord, Record, Records, View, cdr_record, cdr_table, flat_rows, label,
    label_rows, people_table, person_record, project_record, project_table, sort_people, tolerance_line, write_csv,
    write_json, write_rows_table,
};
use crate::survey::{Batch, common_tolerance, survey};

/// The records of each plan of a batch, and how its people are called.
type ByPlan<R> = Vec<(Names, Vec<R>)>;

/// A kind of record, and how it is listed.
pub struct Listing<R> {
    /// Its name in JSON.
    name: &'static str,
    /// The records of each plan of a batch.
    records: fn(&View, &Batch<'_, '_>) -> Result<ByPlan<R>, AnalysisError>,
    /// Whether the records say how totals are judged, and so have to say by which tolerance.
    judged: bool,
    /// Puts the records of all plans into order.
    sort: fn(&mut [R]),
    /// The records as a table.
    table: fn(&View, &[R], bool) -> String,
}

/// Every subject.
pub const PEOPLE: Listing<PersonRecord> = Listing {
    name: "people",
    records: |view, batch| {
        let standings = analyse::people(batch.plans, batch.frame, batch.tolerances)?;
        Ok(by_plan(view, batch, &standings, |standing| standing.plan, person_record))
    },
    judged: true,
    sort: sort_people,
    table: people_table,
};

/// Every project.
pub const PROJECTS: Listing<ProjectRecord> = Listing {
    name: "projects",
    records: |view, batch| {
        let totals = analyse::projects(batch.plans, batch.frame)?;
        Ok(by_plan(view, batch, &totals, |total| total.plan, project_record))
    },
    judged: false,
    sort: |_| {},
    table: project_table,
};

/// Every CDR.
pub const CDRS: Listing<CdrRecord> = Listing {
    name: "cdrs",
    records: |view, batch| {
        let totals = analyse::cdrs(batch.plans, batch.frame)?;
        Ok(by_plan(view, batch, &totals, |total| total.plan, cdr_record))
    },
    judged: false,
    sort: |_| {},
    table: cdr_table,
};

/// Lists the records of the plans at some paths.
pub fn run<R: Record + Send>(
    listing: &Listing<R>,
    args: &PathArgs,
    global: &Global,
    output: &Output,
) -> Result<Outcome, Failure> {
    only(global.format, &[Format::Table, Format::Json, Format::Csv])?;
    let options = global.options(&args.paths)?;
    let survey =
        with_progress(output, |progress| survey(&options, progress, |batch| (listing.records)(&output.view, batch)))?;
    let several = survey.plans.len() > 1;
    let tolerance = listing.judged.then(|| common_tolerance(survey.plans.iter().map(|(info, _)| info)));
    let mut records = Vec::new();
    for (mut info, (names, mut of_plan)) in survey.plans {
        names.hide_in(&mut info);
        label(&mut of_plan, &info.label);
        records.append(&mut of_plan);
    }
    (listing.sort)(&mut records);
    output.write_as_made(|to| match global.format {
        Format::Json => write_json(to, &Records { name: listing.name, records: &records, tolerance }),
        Format::Csv => write_csv(to, R::COLUMNS, &records, global.dialect()),
        Format::Table | Format::Concise | Format::Png | Format::Svg => {
            let table = (listing.table)(&output.view, &records, several) + &tolerance_line(&output.view, tolerance);
            to.write_all(table.as_bytes())
        }
    })?;
    Ok(Outcome::Clean)
}

/// Lists every accepted row of the plans at some paths.
pub fn rows(args: &PathArgs, global: &Global, output: &Output) -> Result<Outcome, Failure> {
    only(global.format, &[Format::Table, Format::Json, Format::Csv])?;
    let options = global.options(&args.paths)?;
    let of_plan = |batch: &Batch<'_, '_>, number: usize| {
        let names = Names::in_batch(&output.view, batch, number);
        let rows = flat_rows(&names, &batch.plans[number]);
        (names, rows)
    };
    let survey = with_progress(output, |progress| {
        survey(&options, progress, |batch| Ok((0..batch.plans.len()).map(|number| of_plan(batch, number)).collect()))
    })?;
    let mut plans = Vec::with_capacity(survey.plans.len());
    for (mut info, (names, mut rows)) in survey.plans {
        names.hide_in(&mut info);
        label_rows(&mut rows, &info.label);
        plans.push(rows);
    }
    let rows: Vec<FlatRow<'_>> = plans.iter().flat_map(FlatRows::iter).collect();
    output.write_as_made(|to| match global.format {
        Format::Json => write_json(to, &Records { name: "rows", records: &rows, tolerance: None }),
        Format::Csv => write_csv(to, FlatColumn::NAMES, &rows, global.dialect()),
        Format::Table | Format::Concise | Format::Png | Format::Svg => {
            write_rows_table(to, &output.view, &rows, plans.len() > 1)
        }
    })?;
    Ok(Outcome::Clean)
}

/// The records of results that stand plan by plan.
fn by_plan<'t, T, R>(
    view: &View,
    batch: &Batch<'_, 't>,
    results: &[T],
    plan_of: fn(&T) -> usize,
    record: fn(&Names, &crate::model::Plan<'t>, &T) -> R,
) -> ByPlan<R> {
    // They stand plan by plan.
    let of_plan = |number| {
        let first = results.partition_point(|result| plan_of(result) < number);
        results[first..].iter().take_while(move |&result| plan_of(result) == number)
    };
    let records = |(number, plan)| {
        let names = Names::in_batch(view, batch, number);
        let records = of_plan(number).map(|result| record(&names, plan, result)).collect();
        (names, records)
    };
    batch.plans.iter().enumerate().map(records).collect()
}
