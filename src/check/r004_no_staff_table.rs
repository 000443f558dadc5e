//! **R004 no-staff-table** (error)
//!
//! *What it does.* Finds every document that was named on the command line and has no staff table.
//!
//! *Why it matters.* Whoever named it expects its people to be counted, and there are none.
//!
//! *What to do.* Name the document that has the sheets, or look whether the converter lost the
//! tables: their header begins with "Nome Soggetto".

use super::Case;
use crate::finding::{Code, Facts, Finding};
use crate::source::Place;

pub fn check<'t>(case: &Case<'_, 't>, findings: &mut Vec<Finding<'t>>) {
    for document in &case.plan.without_staff_table {
        let facts = Facts { document: Some(document.path()), ..Facts::default() };
        let beginning = Place::beginning(document);
        findings.push(Finding::new(Code::R004, vec![beginning], facts));
    }
}
