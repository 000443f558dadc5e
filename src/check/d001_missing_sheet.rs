//! **D001 missing-sheet** (warning)
//!
//! *What it does.* Finds every project that a summary lists and no document describes.
//!
//! *Why it matters.* Whoever works on it lacks that part of their total.
//!
//! *What to do.* Find the sheet and put it beside the other documents of the plan.

use super::Case;
use crate::finding::{Code, Facts, Finding};

pub fn check<'t>(case: &Case<'_, 't>, findings: &mut Vec<Finding<'t>>) {
    for (number, project) in case.plan.projects.iter().enumerate().filter(|(_, project)| project.sheet.is_none()) {
        let places = project.listings.iter().map(|listing| listing.place).collect();
        let facts = Facts { project: Some(number), cdr: project.cdr, ..Facts::default() };
        findings.push(Finding::new(Code::D001, places, facts));
    }
}
