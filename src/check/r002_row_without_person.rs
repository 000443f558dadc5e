//! **R002 row-without-person** (error)
//!
//! *What it does.* Finds every staff row whose first cell names nobody: it is empty, has no letter,
//! or has a character that no text has; or has a name that several people have, without the personnel
//! number that says which of them is meant.
//!
//! *Why it matters.* The row is rejected, so somebody's total is too small.
//!
//! *What to do.* Write the name, or the personnel number, into the document.

use foldhash::HashMap;

use super::Case;
use crate::finding::{Code, Facts, Finding};
use crate::model::{Plan, Rejection};

pub fn check<'t>(case: &Case<'_, 't>, findings: &mut Vec<Finding<'t>>) {
    for (row, fault) in case.faults().filter(|(_, fault)| fault.reason == Rejection::WithoutPerson) {
        findings.push(Finding::new(Code::R002, vec![fault.place], case.row_facts(row, fault)));
    }
    let is_of_several =
        |at: &usize| case.plan.rejected[*at].faults.iter().any(|fault| fault.reason == Rejection::OfSeveral);
    let rows: Vec<usize> = (0..case.plan.rejected.len()).filter(is_of_several).collect();
    if rows.is_empty() {
        return;
    }
    let mut meant = those_meant(case.plan);
    for row in rows {
        let subjects = meant.remove(&row).unwrap_or_default();
        let row = &case.plan.rejected[row];
        for fault in row.faults.iter().filter(|fault| fault.reason == Rejection::OfSeveral) {
            let facts = Facts { subjects: subjects.clone(), ..case.row_facts(row, fault) };
            findings.push(Finding::new(Code::R002, vec![fault.place], facts));
        }
    }
}

/// The subjects who may be meant by each rejected row.
fn those_meant(plan: &Plan<'_>) -> HashMap<usize, Vec<usize>> {
    let mut meant: HashMap<usize, Vec<usize>> = HashMap::default();
    for (subject, who) in plan.subjects.iter().enumerate() {
        for &row in &who.rejected {
            meant.entry(row as usize).or_default().push(subject);
        }
    }
    meant
}
