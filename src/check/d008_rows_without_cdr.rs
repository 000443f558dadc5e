//! **D008 rows-without-cdr** (warning)
//!
//! *What it does.* Finds the staff rows of a document that stand under no CDR, in a plan that names CDRs.
//!
//! *Why it matters.* They count for their people, and are missing in the totals of every CDR.
//!
//! *What to do.* Look for the heading of the CDR above them and correct it; codes of another form are
//! described in the settings (`[layout]`, `cdr_code`).

use foldhash::HashMap;

use super::Case;
use crate::finding::{Code, Facts, Finding};
use crate::source::{Document, Place};

pub fn check<'t>(case: &Case<'_, 't>, findings: &mut Vec<Finding<'t>>) {
    if case.plan.cdrs.is_empty() {
        return;
    }
    let mut without: HashMap<*const Document, (Place<'t>, usize)> = HashMap::default();
    for row in case.plan.commitments.iter().filter(|row| case.plan.cdr_of(row).is_none()) {
        let (_, rows) = without.entry(std::ptr::from_ref(row.name.document())).or_insert((row.figure, 0));
        *rows += 1;
    }
    for document in &case.plan.documents {
        let Some((first, rows)) = without.remove(&std::ptr::from_ref(*document)) else { continue };
        let facts = Facts { rows: Some(rows), document: Some(document.path()), ..Facts::default() };
        findings.push(Finding::new(Code::D008, vec![first], facts));
    }
}
