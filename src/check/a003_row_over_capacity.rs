//! **A003 row-over-capacity** (error)
//!
//! *What it does.* Finds every row that commits a person to more than the capacity by itself.
//!
//! *Why it matters.* Such a figure is wrong whatever the others say: usually a comma is missing, or
//! the figure is that of several people.
//!
//! *What to do.* Correct the figure on the sheet.

use super::Case;
use crate::finding::{Balance, Code, Facts, Finding};

pub fn check<'t>(case: &Case<'_, 't>, findings: &mut Vec<Finding<'t>>) {
    for row in case.plan.commitments.iter().filter(|row| case.plan.subjects[row.subject].is_person()) {
        let Some(capacity) = case.plan.most_for(row).filter(|_| !row.is_doubtful) else { continue };
        if row.percent > capacity + case.tolerance {
            let facts = Facts {
                subject: Some(row.subject),
                percent: Some(row.percent),
                balance: Some(Balance { total: row.percent, capacity }),
                ..case.sheet_facts(row.sheet)
            };
            findings.push(Finding::new(Code::A003, vec![row.figure], facts));
        }
    }
}
