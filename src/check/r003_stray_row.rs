//! **R003 stray-row** (warning)
//!
//! *What it does.* Finds every row that looks like a staff row, with a name, a known role and a
//! percentage, and stands outside any staff table.
//!
//! *Why it matters.* The row is rejected, since nothing says which project it belongs to; if it was
//! torn off its table, somebody's total is too small.
//!
//! *What to do.* Move it into the staff table of its sheet, or repeat the table's header above it.

use super::Case;
use crate::finding::{Code, Finding};
use crate::model::Rejection;

pub fn check<'t>(case: &Case<'_, 't>, findings: &mut Vec<Finding<'t>>) {
    for (row, fault) in case.faults().filter(|(_, fault)| fault.reason == Rejection::Stray) {
        findings.push(Finding::new(Code::R003, vec![fault.place], case.row_facts(row, fault)));
    }
}
