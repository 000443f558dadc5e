//! **R005 malformed-row** (error)
//!
//! *What it does.* Finds every row of a staff table that has not one cell each for name, role and
//! percentage; and in a table whose rows say to which project they belong, every row that does not.
//!
//! *Why it matters.* The row is rejected, since which cell means what, or which project, would be a
//! guess; somebody's total is too small.
//!
//! *What to do.* Restore the cells, or the code of the project, in the document; codes of another form
//! can be described in the settings (`[layout]`).

use super::Case;
use crate::finding::{Code, Facts, Finding};
use crate::model::Rejection;

pub fn check<'t>(case: &Case<'_, 't>, findings: &mut Vec<Finding<'t>>) {
    for (row, fault) in case.faults() {
        let cells = match fault.reason {
            Rejection::Malformed(cells) => Some(cells),
            Rejection::WithoutProject => None,
            _ => continue,
        };
        let facts = Facts { cells, ..case.row_facts(row, fault) };
        findings.push(Finding::new(Code::R005, vec![fault.place], facts));
    }
}
