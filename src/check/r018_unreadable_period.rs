//! **R018 unreadable-period** (error)
//!
//! *What it does.* Reports every staff row of which it cannot be read when it holds: a day that does not exist, an end before the beginning,
//! words instead of days, months without a beginning, a day of which the month may stand first.
//!
//! *Why it matters.* A share of half a year is half of one of the whole: the row does not count, and the total of whoever it names is too
//! small.
//!
//! *What to do.* Correct the day in the document, as in `31/12/2024` or `2024-12-31`; leave it empty where the row holds all year.

use super::Case;
use crate::finding::{Code, Facts, Finding};
use crate::model::Rejection;

pub fn check<'t>(case: &Case<'_, 't>, findings: &mut Vec<Finding<'t>>) {
    for (row, fault) in case.faults() {
        let Rejection::UnreadablePeriod(reason) = fault.reason else { continue };
        let facts = Facts { period_fault: Some(reason), percent: row.percent, ..case.row_facts(row, fault) };
        findings.push(Finding::new(Code::R018, vec![fault.place], facts));
    }
}
