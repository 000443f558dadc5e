//! **D004 duplicate-sheet** (error)
//!
//! *What it does.* Finds every sheet whose project already has one. The first counts; the rows of
//! the other are rejected.
//!
//! *Why it matters.* Counted twice, its people would seem to be over their capacity; and if the two
//! differ, nobody knows which is right.
//!
//! *What to do.* Take one of the two out, or correct its code.

use super::Case;
use crate::finding::{Code, Facts, Finding};
use crate::model::Rejection;

pub fn check<'t>(case: &Case<'_, 't>, findings: &mut Vec<Finding<'t>>) {
    for (number, sheet) in case.plan.sheets.iter().enumerate() {
        let Some(first) = sheet.repeats else { continue };
        let rows =
            case.faults().filter(|(row, fault)| row.sheet == Some(number) && fault.reason == Rejection::RepeatedSheet);
        let mut places = vec![sheet.place, case.plan.sheets[first].place];
        places.extend(rows.map(|(_, fault)| fault.place));
        let facts = Facts { rows: Some(places.len() - 2), ..case.sheet_facts(number) };
        findings.push(Finding::new(Code::D004, places, facts));
    }
}
