//! How the weights of directors are asked for: what `cento weights` and `cento score` have in common.

use std::path::PathBuf;

use clap::Args;
use rust_decimal::Decimal;

use super::check::today;
use super::error::Failure;
use super::output::Output;
use super::person::nearest;
use crate::analyse::{DirectorWeights, Floor, Method, Standing, WeightRules, WeightsFault, of_plan, weights};
use crate::check::{Case, check, payment_time};
use crate::finding::{Code, Finding};
use crate::identity;
use crate::model::{Percent, decimal};
use crate::present::{DirectorRecord, FloorRecord, Names, Naming, director_record};
use crate::settings::{GivenWeights, Settings, hundredths};
use crate::survey::Batch;

/// Which weights, and whose.
#[derive(Debug, Clone, Args)]
pub struct WeighingArgs {
    #[arg(long, value_name = "NAME")]
    director: Option<String>,
    #[arg(long, value_enum, default_value_t = Method::Effort, hide_default_value = true, value_name = "METHOD")]
    method: Method,
    #[arg(long, value_name = "FILE", conflicts_with_all = ["method", "floor"])]
    weights: Option<PathBuf>,
    #[arg(long, value_name = "CODE=PERCENT")]
    floor: Vec<String>,
}

/// How weights are found, and of whom.
#[derive(Debug)]
pub struct Weighing {
    director: Option<String>,
    method: Method,
    given: Option<GivenWeights>,
    floors: Vec<Floor>,
}

impl WeighingArgs {
    /// The file that gives the weights, if one does.
    pub fn file(&self) -> Option<&PathBuf> {
        self.weights.as_ref()
    }

    /// The rules that the options ask for.
    pub fn weighing(&self) -> Result<Weighing, Failure> {
        Ok(Weighing {
            director: self.director.clone(),
            method: if self.weights.is_some() { Method::Given } else { self.method },
            given: self.weights.as_deref().map(GivenWeights::load).transpose()?,
            floors: self.floor.iter().map(|value| floor(value)).collect::<Result<_, _>>()?,
        })
    }
}

impl Weighing {
    /// Whether one director is asked for.
    pub fn is_of_one(&self) -> bool {
        self.director.is_some()
    }

    /// The code of the method in JSON and messages.
    pub fn method(&self) -> &'static str {
        self.method.code()
    }

    /// The file that gives the weights; nothing where none does. Where nobody is to be named, neither is the file.
    pub fn path(&self, output: &Output) -> &str {
        self.given.as_ref().map_or("", |given| output.path(&given.path))
    }

    /// The projects whose weights the options fix, without the names of people of any of the plans.
    pub fn floors(&self, names: &[Names]) -> Vec<FloorRecord> {
        let cleared = |code: &str| names.iter().fold(code.to_owned(), |code, own| own.label(&code).into_owned());
        let record = |floor: &Floor| FloorRecord {
            project: cleared(&floor.written),
            weight_percent: Percent::from(Decimal::new(i64::try_from(floor.hundredths).unwrap_or_default(), 2)),
        };
        self.floors.iter().map(record).collect()
    }

    /// The directors of one plan of a batch, as analysed and as shown, with the findings that bear on them.
    pub fn of_plan<'t>(
        &self,
        output: &Output,
        batch: &Batch<'_, 't>,
        standings: &[Standing],
        number: usize,
    ) -> Result<(Names, Vec<(DirectorWeights, DirectorRecord)>), WeightsFault> {
        let (plan, settings) = (&batch.plans[number], batch.settings[number]);
        let by_settings = self.floors.is_empty() && self.given.is_none();
        let floors = if by_settings { settings_floors(settings) } else { self.floors.clone() };
        // Whoever goes by a pseudonym may be asked for by it.
        let director = self.director.as_deref().filter(|_| output.view.naming == Naming::Plain);
        let rules = WeightRules { method: self.method, floors, given: self.given.as_ref(), director };
        let directors = weights(plan, &rules)?;
        let names = Names::in_batch(&output.view, batch, number);
        let incomplete = incomplete(batch, standings, number);
        let with_record = |director: DirectorWeights| {
            let is_led = |finding: &&Finding<'_>| finding.facts.cdr.is_some_and(|cdr| director.cdrs_led.contains(&cdr));
            let mut findings: Vec<Finding<'t>> = incomplete.iter().filter(is_led).cloned().collect();
            findings.extend(payment_time(plan, &director));
            let record = director_record(&output.view, &names, plan, &director, &findings);
            (director, record)
        };
        let directors = directors.into_iter().map(with_record).collect();
        Ok((names, directors))
    }

    /// Those whom the name that is asked for may mean, of some with the key and the name of each; all, if
    /// none is asked for.
    pub fn meant<T>(&self, all: Vec<(String, T)>, name: fn(&T) -> &str, output: &Output) -> Result<Vec<T>, Failure> {
        let Some(asked) = self.director.as_deref() else { return Ok(all.into_iter().map(|(_, one)| one).collect()) };
        let is_hidden = output.view.naming != Naming::Plain;
        let is_meant = |(key, one): &(String, T)| {
            identity::matches(key, asked) || (is_hidden && identity::key(name(one)) == identity::key(asked))
        };
        let (meant, others): (Vec<_>, Vec<_>) = all.into_iter().partition(is_meant);
        if meant.is_empty() {
            let known = others.into_iter().map(|(key, one)| (key, name(&one).to_owned())).collect();
            let shown = (!is_hidden).then(|| asked.to_owned());
            return Err(Failure::UnknownDirector { name: shown, nearest: nearest(known, asked) });
        }
        Ok(meant.into_iter().map(|(_, one)| one).collect())
    }
}

/// The findings of one plan of a batch that say that it is incomplete.
fn incomplete<'t>(batch: &Batch<'_, 't>, standings: &[Standing], number: usize) -> Vec<Finding<'t>> {
    let known = (batch.settings[number], batch.staff);
    let today = today(batch);
    let case = Case::of(&batch.plans[number], of_plan(standings, number), batch.tolerances[number], known, today);
    let mut findings = check(&case);
    findings.retain(|finding| matches!(finding.code, Code::D001 | Code::D003));
    findings
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
