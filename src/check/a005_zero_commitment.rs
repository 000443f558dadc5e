//! **A005 zero-commitment** (note)
//!
//! *What it does.* Finds every row of 0,00 %.
//!
//! *Why it matters.* It adds nothing, so it was either left from an earlier plan or never filled
//! in; in the second case somebody's total is too small.
//!
//! *What to do.* Fill in the percentage, or delete the row.

use super::Case;
use crate::finding::{Code, Facts, Finding};
use crate::model::Percent;

pub fn check<'t>(case: &Case<'_, 't>, findings: &mut Vec<Finding<'t>>) {
    for row in case.plan.commitments.iter().filter(|row| row.percent == Percent::ZERO) {
        let facts = Facts { subject: Some(row.subject), percent: Some(row.percent), ..case.sheet_facts(row.sheet) };
        findings.push(Finding::new(Code::A005, vec![row.figure], facts));
    }
}
