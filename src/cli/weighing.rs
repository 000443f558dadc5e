//! How the weights of directors are asked for: what all commands that show them have in common.

use std::path::{Path, PathBuf};

use clap::Args;

use super::check::today;
use super::error::Failure;
use super::output::Output;
use super::person::nearest;
use crate::analyse::{DirectorWeights, Floor, Method, Standing, WeightRules, Weights, WeightsFault, of_plan, weights};
use crate::check::{Case, check};
use crate::identity;
use crate::model::decimal;
use crate::present::{DirectorRecord, FloorRecord, Names, Naming, director_records, floor_records};
use crate::read::read_table;
use crate::settings::{GivenWeights, hundredths};
use crate::survey::Batch;

/// By which rules weights are found.
#[derive(Debug, Clone, Args)]
pub struct RuleArgs {
    #[arg(long, value_enum, value_name = "METHOD")]
    method: Option<Method>,
    #[arg(long, value_name = "FILE", conflicts_with_all = ["method", "floor"])]
    weights: Option<PathBuf>,
    #[arg(long, value_name = "CODE=PERCENT")]
    floor: Vec<String>,
}

/// Which weights, and whose.
#[derive(Debug, Clone, Args)]
pub struct WeighingArgs {
    #[arg(long, value_name = "NAME")]
    director: Option<String>,
    #[command(flatten)]
    rules: RuleArgs,
}

/// How weights are found, and of whom.
#[derive(Debug)]
pub struct Weighing {
    director: Option<String>,
    rules: WeightRules,
}

/// The weights of one plan, and how they are shown.
#[derive(Debug)]
pub struct Weighed<'a, 't> {
    /// What its rules look at.
    pub case: Case<'a, 't>,
    /// How its people are called.
    pub names: Names,
    /// The projects whose weights are fixed.
    pub floors: Vec<Floor>,
    /// The directors.
    pub directors: Vec<(DirectorWeights, DirectorRecord)>,
}

impl RuleArgs {
    /// The file that gives the weights, if one does.
    pub fn file(&self) -> Option<&PathBuf> {
        self.weights.as_ref()
    }

    /// The options that are given, each with whether it is.
    pub fn given(&self) -> [(&'static str, bool); 3] {
        let (method, weights) = (self.method.is_some(), self.weights.is_some());
        [("--method", method), ("--weights", weights), ("--floor", !self.floor.is_empty())]
    }

    /// The rules that the options ask for.
    pub fn rules(&self, output: &Output) -> Result<WeightRules, Failure> {
        Ok(WeightRules {
            method: self.method.unwrap_or_default(),
            given: self.weights.as_deref().map(|path| given(path, output)).transpose()?,
            floors: self.floor.iter().map(|value| floor(value)).collect::<Result<_, _>>()?,
        })
    }
}

impl WeighingArgs {
    /// The file that gives the weights, if one does.
    pub fn file(&self) -> Option<&PathBuf> {
        self.rules.file()
    }

    /// What the options ask for.
    pub fn weighing(&self, output: &Output) -> Result<Weighing, Failure> {
        Ok(Weighing { director: self.director.clone(), rules: self.rules.rules(output)? })
    }
}

impl Weighing {
    /// Whether one director is asked for.
    pub fn is_of_one(&self) -> bool {
        self.director.is_some()
    }

    /// The code of the method in JSON and messages.
    pub fn method(&self) -> &'static str {
        self.rules.method().code()
    }

    /// The file that gives the weights; nothing where none does. Where nobody is to be named, neither is the file.
    pub fn path(&self, output: &Output) -> &str {
        self.rules.given.as_ref().map_or("", |given| output.path(&given.path))
    }

    /// The weights of one plan of a batch, with the findings that bear on them.
    pub fn of_plan<'a, 't>(
        &self,
        output: &Output,
        batch: &Batch<'a, 't>,
        standings: &'a [Standing],
        number: usize,
    ) -> Result<Weighed<'a, 't>, WeightsFault> {
        let (plan, settings) = (&batch.plans[number], batch.settings[number]);
        // Whoever goes by a pseudonym may be asked for by it.
        let director = self.director.as_deref().filter(|_| output.view.naming == Naming::Plain);
        let weights = weights(plan, settings, &self.rules, director)?;
        let names = Names::in_batch(&output.view, batch, number);
        let known = (settings, batch.staff);
        let standings = of_plan(standings, number);
        let case = Case::of(plan, standings, batch.tolerances[number], known, today(batch));
        let records = director_records(&output.view, &names, &case, &check(&case), &weights);
        let Weights { floors, directors, .. } = weights;
        Ok(Weighed { case, names, floors, directors: directors.into_iter().zip(records).collect() })
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

/// The projects whose weights are fixed in some plans, each as often as it is fixed differently.
pub fn floors_of(plans: &[(Names, Vec<Floor>)]) -> Vec<FloorRecord> {
    let mut floors: Vec<Floor> = Vec::new();
    for floor in plans.iter().flat_map(|(_, floors)| floors) {
        if !floors.contains(floor) {
            floors.push(floor.clone());
        }
    }
    floor_records(&plans.iter().map(|(names, _)| names).collect::<Vec<_>>(), &floors)
}

/// The weights in a file.
fn given(path: &Path, output: &Output) -> Result<GivenWeights, Failure> {
    let given = GivenWeights::of(&read_table(path)?)?;
    output.note_passed_over(&given.path, &given.passed_over);
    Ok(given)
}

/// The floor that an option gives: `2024_PD_12TP=30`.
fn floor(value: &str) -> Result<Floor, Failure> {
    let bad = || Failure::BadFloor { value: value.to_owned() };
    let (code, percent) = value.split_once('=').ok_or_else(bad)?;
    let percent = decimal(percent.trim()).filter(|_| !code.trim().is_empty()).and_then(hundredths);
    Ok(Floor { written: code.trim().to_owned(), by_title: false, hundredths: percent.ok_or_else(bad)? })
}
