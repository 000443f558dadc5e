//! **R015 skipped-document** (warning)
//!
//! *What it does.* Finds, in a folder beside a plan that was read, every file that could not be read and may
//! hold a part of it, and every document with names beside percentages of which not one row counts.
//!
//! *Why it matters.* What stands in it is in no total.
//!
//! *What to do.* Unlock or mend it, or take it out of the folder.

use super::Case;
use crate::finding::{Code, Facts, Finding};
use crate::source::Place;

pub fn check<'t>(case: &Case<'_, 't>, findings: &mut Vec<Finding<'t>>) {
    for file in &case.plan.unread_files {
        let facts = Facts { document: Some(file.path), refusal: Some(file.reason), ..Facts::default() };
        findings.push(Finding::new(Code::R015, Vec::new(), facts));
    }
    for document in case.plan.passed_over() {
        let facts = Facts { document: Some(document.path()), refusal: Some("nothing-read"), ..Facts::default() };
        findings.push(Finding::new(Code::R015, vec![Place::beginning(document)], facts));
    }
}
