//! **A005 zero-commitment** (note)
//!
//! *What it does.* Finds every row of 0,00 %, but for those of a period in a commitment that has others.
//!
//! *Why it matters.* It adds nothing, so it was either left from an earlier plan or never filled
//! in; in the second case somebody's total is too small.
//!
//! *What to do.* Fill in the percentage, or delete the row.

use super::Case;
use crate::finding::{Code, Facts, Finding};
use crate::model::{Commitment, Percent};

pub fn check<'t>(case: &Case<'_, 't>, findings: &mut Vec<Finding<'t>>) {
    for row in case.plan.commitments.iter().filter(|row| row.percent == Percent::ZERO) {
        // A month in which nothing is done is one of a commitment that has others.
        let is_other = |other: &Commitment<'_>| other.sheet == row.sheet && other.percent != Percent::ZERO;
        if row.period.is_some() && case.plan.commitments_of(row.subject).any(is_other) {
            continue;
        }
        let facts = Facts { subject: Some(row.subject), percent: Some(row.percent), ..case.sheet_facts(row.sheet) };
        findings.push(Finding::new(Code::A005, vec![row.figure], facts));
    }
}
