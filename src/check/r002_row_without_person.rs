//! **R002 row-without-person** (error)
//!
//! *What it does.* Finds every staff row whose first cell names nobody: it is empty, has no letter,
//! or has a character that no text has; or has a name that several people have, without the personnel
//! number that says which of them is meant.
//!
//! *Why it matters.* The row is rejected, so somebody's total is too small.
//!
//! *What to do.* Write the name, or the personnel number, into the document.

use super::Case;
use crate::finding::{Code, Finding};
use crate::model::Rejection;

pub fn check<'t>(case: &Case<'_, 't>, findings: &mut Vec<Finding<'t>>) {
    let is_nobody =
        |fault: &crate::model::Fault<'_>| matches!(fault.reason, Rejection::WithoutPerson | Rejection::OfSeveral);
    for (row, fault) in case.faults().filter(|(_, fault)| is_nobody(fault)) {
        findings.push(Finding::new(Code::R002, vec![fault.place], case.row_facts(row, fault)));
    }
}
