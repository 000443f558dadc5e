//! **R021 year-unstated** (note)
//!
//! *What it does.* Tells that commitments have periods, and that no document says which year they are of: neither a title, nor a project's
//! code, nor a date.
//!
//! *Why it matters.* Their days are counted in a year of 365. In a leap year, means over the year are a little different; and nobody can
//! see whether the table is that of another year.
//!
//! *What to do.* Say the year in the settings: `[plan] year`.

use super::Case;
use crate::finding::{Code, Facts, Finding};
use crate::model::Commitment;

pub fn check<'t>(case: &Case<'_, 't>, findings: &mut Vec<Finding<'t>>) {
    let has_contracts = |subject: usize| {
        let line = case.plan.subjects[subject].staff_line.and_then(|line| case.staff?.lines().get(line));
        line.is_some_and(|line| !line.contracts.is_empty())
    };
    let has_days = |row: &&Commitment<'_>| row.period.is_some() || has_contracts(row.subject);
    let rows = || case.plan.commitments.iter().filter(has_days);
    if let (None, Some(first)) = (case.plan.year, rows().next()) {
        let facts = Facts { rows: Some(rows().count()), ..Facts::default() };
        findings.push(Finding::new(Code::R021, vec![first.figure], facts));
    }
}
