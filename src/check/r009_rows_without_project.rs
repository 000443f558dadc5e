//! **R009 rows-without-project** (warning)
//!
//! *What it does.* Finds every staff table of which nothing says to which project it belongs: no code
//! stands above it, or what stands there cannot be read as one.
//!
//! *Why it matters.* Its rows count for their people, but for no project, no CDR and no weight.
//!
//! *What to do.* Look for the code above the table and correct it; codes of another form are described
//! in the settings (`[layout]`, `project_code`).

use super::Case;
use crate::finding::{Code, Facts, Finding};

pub fn check<'t>(case: &Case<'_, 't>, findings: &mut Vec<Finding<'t>>) {
    for (number, sheet) in case.plan.sheets.iter().enumerate().filter(|(_, sheet)| sheet.code.is_none()) {
        let rows = case.plan.commitments.iter().filter(|row| row.sheet == number).count();
        if rows > 0 {
            let facts = Facts { rows: Some(rows), cdr: sheet.cdr, ..Facts::default() };
            findings.push(Finding::new(Code::R009, vec![sheet.place], facts));
        }
    }
}
