//! **R012 not-shown** (warning)
//!
//! *What it does.* Finds every row, column, worksheet or figure of a table of commitments that is hidden, struck through or
//! deleted, with what it would add. In a PDF nothing is seen, either, of what is written in the colour of the paper or lies
//! below something else.
//!
//! *Why it matters.* What is not seen does not count; if it was hidden to save space, somebody's total is too
//! small.
//!
//! *What to do.* Show it, if it counts; delete it, if it does not.

use super::Case;
use crate::finding::{Code, Facts, Finding};
use crate::model::{NotShown, Percent};

pub fn check<'t>(case: &Case<'_, 't>, findings: &mut Vec<Finding<'t>>) {
    // Rows that follow upon each other are told together.
    let are_rows = |part: &NotShown<'_>| part.text.is_none();
    let is_here = |a: &NotShown<'_>, b: &NotShown<'_>| {
        let same = std::ptr::eq(a.place.document(), b.place.document()) && a.why == b.why;
        same && are_rows(a) && are_rows(b) && b.place.line() == a.place.line() + 1
    };
    for parts in case.plan.not_shown.chunk_by(is_here) {
        let first = &parts[0];
        let facts = Facts {
            written: Some(first.place.raw()),
            name: if parts.len() == 1 { first.name.clone() } else { None },
            percent: parts.iter().map(|part| part.percent).sum::<Option<Percent>>(),
            unseen: Some(first.why),
            left_out: first.text.clone(),
            rows: Some(parts.iter().map(|part| part.rows).sum()),
            figures: Some(usize::from(are_rows(first))),
            ..Facts::default()
        };
        findings.push(Finding::new(Code::R012, parts.iter().map(|part| part.place).collect(), facts));
    }
}
