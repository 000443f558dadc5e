//! **R008 torn-table** (error)
//!
//! *What it does.* Finds every row with a percentage, and every part of a page on which several stand,
//! that cannot be told from its neighbours.
//!
//! *Why it matters.* The rows are not counted, since putting them together would be guessing;
//! somebody's total is too small.
//!
//! *What to do.* Look at the page; read the plan from the document that it was made of, or from one
//! whose tables have lines between the rows, or from a PDF with tags.

use foldhash::HashSet;

use super::Case;
use crate::finding::{Code, Facts, Finding};
use crate::model::Rejection;
use crate::source::{Place, RemarkKind};

pub fn check<'t>(case: &Case<'_, 't>, findings: &mut Vec<Finding<'t>>) {
    let torn = || case.faults().filter(|(_, fault)| fault.reason == Rejection::Torn);
    let beginning = |place: Place<'t>| (place.document().path(), place.offset());
    let told: HashSet<_> = torn().map(|(_, fault)| beginning(fault.place)).collect();
    let remarks = case.remarks(RemarkKind::Torn, Code::R008);
    findings.extend(remarks.filter(|finding| !finding.places.iter().any(|place| told.contains(&beginning(*place)))));
    for (row, fault) in torn() {
        let document = Some(fault.place.document().path());
        let facts = Facts { page: fault.place.origin().page, document, ..case.row_facts(row, fault) };
        findings.push(Finding::new(Code::R008, vec![fault.place], facts));
    }
}
