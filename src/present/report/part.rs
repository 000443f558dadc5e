//! What the report of one plan is made from.

use crate::analyse::{AnalysisError, Standing, of_plan};
use crate::check::{Case, check, payment_time};
use crate::finding::{Code, Finding};
use crate::frame::FlatRows;
use crate::present::chart::{Kind, Material, Picture, Scope, pictures};
use crate::present::check::{CheckPart, Detail, check_part};
use crate::present::{
    Account, CdrRecord, DirectorRecord, Names, ProjectRecord, View, account, cdr_record, director_record, flat_rows,
    project_record, sort_accounts,
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
    /// The weights of the directors.
    pub directors: Vec<DirectorRecord>,
    /// The rows.
    pub rows: FlatRows,
    /// The pictures.
    pub pictures: Vec<Picture>,
}

impl ReportPart {
    /// What the report of one plan of a batch is made from; `today` is the day on which it is checked.
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
    ) -> Result<Self, AnalysisError> {
        let plan = &batch.plans[number];
        let standings = of_plan(standings, number);
        let tolerance = batch.tolerances[number];
        let case = Case::of(plan, standings, tolerance, (batch.settings[number], batch.staff), today);
        let findings = check(&case);
        let names = Names::in_batch(view, batch, number);
        let material = Material::of_plan(view, batch, standings, number, &names)?;
        let bears = |finding: &&Finding<'_>, led: &[usize]| {
            matches!(finding.code, Code::D001 | Code::D003) && finding.facts.cdr.is_some_and(|cdr| led.contains(&cdr))
        };
        let directors = material.directors.iter().map(|director| {
            let mut own: Vec<Finding<'_>> =
                findings.iter().filter(|finding| bears(finding, &director.cdrs_led)).cloned().collect();
            own.extend(payment_time(plan, director));
            director_record(view, &names, plan, director, &own)
        });
        let mut accounts: Vec<_> =
            standings.iter().map(|standing| account(&names, plan, standing, tolerance)).collect();
        sort_accounts(&mut accounts);
        Ok(Self {
            accounts,
            cdrs: material.cdrs.iter().map(|total| cdr_record(&names, plan, total)).collect(),
            projects: material.projects.iter().map(|total| project_record(&names, plan, total)).collect(),
            directors: directors.collect(),
            rows: flat_rows(&names, plan),
            pictures: pictures(&material, &[Kind::All], &Scope::default()),
            check: check_part(view, names.clone(), &case, findings, Detail::Whole),
            names,
        })
    }
}
