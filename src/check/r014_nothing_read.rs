//! **R014 nothing-read** (error)
//!
//! *What it does.* Finds every document that has the header of a table of commitments, or names beside
//! percentages, and of which not one row counts.
//!
//! *Why it matters.* Its people are missing, and "0 persone" would say that all is well.
//!
//! *What to do.* Look at what `cento layout` says of its tables, and give their headers in the settings
//! (`[layout.headings]`); or read the plan from the document that it was made of.

use super::Case;
use crate::finding::{Code, Facts, Finding};
use crate::source::Place;

pub fn check<'t>(case: &Case<'_, 't>, findings: &mut Vec<Finding<'t>>) {
    // Beside a plan it is R015.
    for document in case.plan.nothing_read.iter().filter(|document| !case.plan.is_passed_over(document)) {
        let facts = Facts { document: Some(document.path()), ..Facts::default() };
        findings.push(Finding::new(Code::R014, vec![Place::beginning(document)], facts));
    }
}
