//! **D002 unlisted-sheet** (warning)
//!
//! *What it does.* Finds every sheet of a project that no summary lists, in a CDR whose summary
//! was read.
//!
//! *Why it matters.* The sheet may be a draft, or belong to another CDR or year; its people are
//! counted all the same.
//!
//! *What to do.* Add the project to the summary, or take the sheet out.

use super::Case;
use crate::finding::{Code, Finding};

pub fn check<'t>(case: &Case<'_, 't>, findings: &mut Vec<Finding<'t>>) {
    for (number, sheet) in case.sheets() {
        let summary_was_read = sheet.cdr.is_some_and(|cdr| case.plan.cdrs[cdr].has_summary);
        let is_listed = sheet.project.is_some_and(|project| !case.plan.projects[project].listings.is_empty());
        if summary_was_read && !is_listed {
            findings.push(Finding::new(Code::D002, vec![sheet.place], case.sheet_facts(number)));
        }
    }
}
