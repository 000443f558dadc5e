//! **R013 undivided-share** (error)
//!
//! *What it does.* Finds every share that is that of several rows, merged over the people or the projects of
//! a table, and every row whose cell names several people.
//!
//! *Why it matters.* Whether each of them has the whole of it, or all together, nobody can say but who wrote
//! it; the rows are rejected, so the totals of their people are too small.
//!
//! *What to do.* Write a row for each person and each project, each with its own percentage.

use super::Case;
use crate::finding::{Code, Finding};
use crate::model::Rejection;

pub fn check<'t>(case: &Case<'_, 't>, findings: &mut Vec<Finding<'t>>) {
    for (row, fault) in case.faults().filter(|(_, fault)| fault.reason == Rejection::Undivided) {
        findings.push(Finding::new(Code::R013, vec![fault.place], case.row_facts(row, fault)));
    }
}
