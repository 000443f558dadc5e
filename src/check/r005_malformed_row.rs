//! **R005 malformed-row** (error)
//!
//! *What it does.* Finds every row of a staff table that has not one cell each for name, role and
//! percentage.
//!
//! *Why it matters.* The row is rejected, since which cell means what would be a guess; somebody's total
//! is too small.
//!
//! *What to do.* Restore the cells in the document.

use super::Case;
use crate::finding::{Code, Facts, Finding};
use crate::model::Rejection;

pub fn check<'t>(case: &Case<'_, 't>, findings: &mut Vec<Finding<'t>>) {
    for (row, fault) in case.faults() {
        if let Rejection::Malformed(cells) = fault.reason {
            let facts = Facts { cells: Some(cells), ..case.row_facts(row, fault) };
            findings.push(Finding::new(Code::R005, vec![fault.place], facts));
        }
    }
}
