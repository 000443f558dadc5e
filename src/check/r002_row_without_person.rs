//! **R002 row-without-person** (error)
//!
//! *What it does.* Finds every staff row whose first cell names nobody: it is empty, has no letter,
//! or has a character that no text has.
//!
//! *Why it matters.* The row is rejected, so somebody's total is too small.
//!
//! *What to do.* Write the name into the document.

use super::Case;
use crate::finding::{Code, Finding};
use crate::model::Rejection;

pub fn check<'t>(case: &Case<'_, 't>, findings: &mut Vec<Finding<'t>>) {
    for (row, fault) in case.faults().filter(|(_, fault)| fault.reason == Rejection::WithoutPerson) {
        findings.push(Finding::new(Code::R002, vec![fault.place], case.row_facts(row, fault)));
    }
}
