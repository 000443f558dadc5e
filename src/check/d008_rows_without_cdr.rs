//! **D008 rows-without-cdr** (warning)
//!
//! *What it does.* Finds the staff rows of a document that stand under no CDR, in a plan that names CDRs.
//!
//! *Why it matters.* They count for their people, and are missing in the totals of every CDR.
//!
//! *What to do.* Look for the heading of the CDR above them and correct it; codes of another form are
//! described in the settings (`[layout]`, `cdr_code`).

use super::Case;
use crate::finding::{Code, Facts, Finding};

pub fn check<'t>(case: &Case<'_, 't>, findings: &mut Vec<Finding<'t>>) {
    if case.plan.cdrs.is_empty() {
        return;
    }
    let without = || case.plan.commitments.iter().filter(|row| case.plan.cdr_of(row).is_none());
    for document in &case.plan.documents {
        let mut rows = without().filter(|row| std::ptr::eq(row.name.document(), *document)).peekable();
        let Some(first) = rows.peek().map(|row| row.figure) else { continue };
        let facts = Facts { rows: Some(rows.count()), document: Some(document.path()), ..Facts::default() };
        findings.push(Finding::new(Code::D008, vec![first], facts));
    }
}
