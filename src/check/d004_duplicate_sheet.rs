//! **D004 duplicate-sheet** (error)
//!
//! *What it does.* Finds every sheet whose project already has one. The first counts; the rows of
//! the other are rejected.
//!
//! *Why it matters.* Counted twice, its people would seem to be over their capacity; and if the two
//! differ, nobody knows which is right.
//!
//! *What to do.* Take one of the two out, or correct its code.

use std::collections::HashMap;

use super::Case;
use crate::finding::{Code, Facts, Finding};
use crate::model::Rejection;
use crate::source::Place;

pub fn check<'t>(case: &Case<'_, 't>, findings: &mut Vec<Finding<'t>>) {
    let mut rejected: HashMap<usize, Vec<Place<'t>>> = HashMap::new();
    for (row, fault) in case.faults().filter(|(_, fault)| fault.reason == Rejection::RepeatedSheet) {
        if let Some(sheet) = row.sheet {
            rejected.entry(sheet).or_default().push(fault.place);
        }
    }
    for (number, sheet) in case.plan.sheets.iter().enumerate() {
        let Some(first) = sheet.repeats else { continue };
        let mut places = vec![sheet.place, case.plan.sheets[first].place];
        places.extend(rejected.remove(&number).into_iter().flatten());
        let facts = Facts { rows: Some(places.len() - 2), ..case.sheet_facts(number) };
        findings.push(Finding::new(Code::D004, places, facts));
    }
}
