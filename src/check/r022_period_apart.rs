//! **R022 period-apart** (warning)
//!
//! *What it does.* Finds what states a period apart from the rows: above a table (`I semestre`, `Periodo: gennaio - giugno`), in a row between
//! others, in a note below them (`fino al 30 giugno`), in brackets behind the title of a project; and another year than the plan's. Only
//! where it is less than the year of the plan, and rows below it say nothing themselves of when they hold.
//!
//! *Why it matters.* They count as those of all the year, for nothing says surely that the period is of what they commit. If it is, every
//! total of theirs is too large, and the commitments of two halves of a year are added up.
//!
//! *What to do.* If the rows hold then, write it in two columns of the table, from when and to when. Otherwise accept the finding.

use super::Case;
use crate::finding::{Code, Facts, Finding};

pub fn check<'t>(case: &Case<'_, 't>, findings: &mut Vec<Finding<'t>>) {
    for apart in &case.plan.periods_apart {
        let of_sheet = apart.sheet.map(|sheet| case.sheet_facts(sheet)).unwrap_or_default();
        let facts = Facts { header: Some(apart.place.words()), rows: Some(apart.rows), ..of_sheet };
        findings.push(Finding::new(Code::R022, vec![apart.place], facts));
    }
}
