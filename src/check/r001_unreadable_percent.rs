//! **R001 unreadable-percent** (error)
//!
//! *What it does.* Finds every staff row whose percentage cannot be read without a guess: letters
//! for digits, a point that may separate thousands or decimals, a sign below nothing, nothing.
//!
//! *Why it matters.* The row is rejected, so somebody's total is too small.
//!
//! *What to do.* Correct the figure in the document: digits, a comma, a percent sign.

use super::Case;
use crate::finding::{Code, Facts, Finding};
use crate::model::Rejection;

pub fn check<'t>(case: &Case<'_, 't>, findings: &mut Vec<Finding<'t>>) {
    for (row, fault) in case.faults() {
        if let Rejection::UnreadablePercent(reason) = fault.reason {
            let facts = Facts { fault: Some(reason), ..case.row_facts(row, fault) };
            findings.push(Finding::new(Code::R001, vec![fault.place], facts));
        }
    }
}
