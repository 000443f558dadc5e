//! What the report of one plan is made from.

use crate::analyse::{AnalysisError, Standing, Weights, of_plan};
use crate::check::{Case, check};
use crate::frame::FlatRows;
use crate::present::chart::{Kind, Material, Picture, Scope, pictures};
use crate::present::check::{CheckPart, Detail, check_part};
use crate::present::{
    Account, CdrRecord, DirectorRecord, FloorRecord, Names, ProjectRecord, View, account, cdr_record, director_records,
    flat_rows, floor_records, project_record, sort_accounts,
};
use crate::survey::Batch;

/// What the report of one plan is made from, before the plan's label is certain.
#[derive(Debug)]
pub struct ReportPart {
    /// How people are called.
    pub names: Names,
    /// The check, made whole.
    pub check: CheckPart,
    /// Everybody's account.
    pub accounts: Vec<Account>,
    /// The CDRs.
    pub cdrs: Vec<CdrRecord>,
    /// The projects.
    pub projects: Vec<ProjectRecord>,
    /// The code of the method by which the weights were found.
    pub method: &'static str,
    /// The projects whose weights are fixed.
    pub floors: Vec<FloorRecord>,
    /// The weights of the directors.
    pub directors: Vec<DirectorRecord>,
    /// The rows.
    pub rows: FlatRows,
    /// The pictures.
    pub pictures: Vec<Picture>,
}

impl ReportPart {
    /// What the report of one plan of a batch is made from, its weights among it; `today` is the day on which it is checked.
    ///
    /// # Errors
    ///
    /// Those of the analysis.
    pub fn of_plan(
        view: &View,
        batch: &Batch<'_, '_>,
        standings: &[Standing],
        number: usize,
        today: jiff::civil::Date,
        weights: Weights,
    ) -> Result<Self, AnalysisError> {
        let plan = &batch.plans[number];
        let standings = of_plan(standings, number);
        let tolerance = batch.tolerances[number];
        let case = Case::of(plan, standings, tolerance, (batch.settings[number], batch.staff), today);
        let findings = check(&case);
        let names = Names::in_batch(view, batch, number);
        let directors = director_records(view, &names, &case, &findings, &weights);
        let material = Material::of_plan(view, batch, standings, number, &names, weights)?;
        let mut accounts: Vec<_> =
            standings.iter().map(|standing| account(&names, plan, standing, tolerance)).collect();
        sort_accounts(&mut accounts);
        Ok(Self {
            accounts,
            cdrs: material.cdrs.iter().map(|total| cdr_record(&names, plan, total)).collect(),
            projects: material.projects.iter().map(|total| project_record(&names, plan, total)).collect(),
            method: material.weights.method.code(),
            floors: floor_records(&[&names], &material.weights.floors),
            directors,
            rows: flat_rows(&names, plan),
            pictures: pictures(&material, &[Kind::All], &Scope::default()),
            check: check_part(view, names.clone(), &case, findings, Detail::Whole),
            names,
        })
    }
}
