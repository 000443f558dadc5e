//! **D003 sheet-without-staff** (warning)
//!
//! *What it does.* Finds every sheet on which no staff row stands.
//!
//! *Why it matters.* Somebody does the work, and lacks that part of their total.
//!
//! *What to do.* Fill in the staff table, or look whether the converter lost it.

use super::Case;
use crate::finding::{Code, Finding};

pub fn check<'t>(case: &Case<'_, 't>, findings: &mut Vec<Finding<'t>>) {
    let mut has_row = vec![false; case.plan.sheets.len()];
    let accepted = case.plan.commitments.iter().map(|row| row.sheet);
    for sheet in accepted.chain(case.rejected_on_sheets().map(|(sheet, _)| sheet)) {
        has_row[sheet] = true;
    }
    for (number, sheet) in case.sheets().filter(|&(number, _)| !has_row[number]) {
        findings.push(Finding::new(Code::D003, vec![sheet.place], case.sheet_facts(number)));
    }
}
