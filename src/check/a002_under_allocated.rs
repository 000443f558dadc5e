//! **A002 under-allocated** (note)
//!
//! *What it does.* Finds everybody whose commitments add up to less than the capacity, by more
//! than the declared tolerance.
//!
//! *Why it matters.* A document holds a part of a plan, and a plan a part of what somebody does: it
//! is information, not a fault. But a forgotten sheet or a misspelt name looks the same.
//!
//! *What to do.* Look for the rest in the documents of other services; if there is none, ask the
//! director who is responsible for the sheets.

use super::Case;
use crate::analyse::Status;
use crate::finding::{Code, Finding};

pub fn check<'t>(case: &Case<'_, 't>, findings: &mut Vec<Finding<'t>>) {
    case.report_totals(Code::A002, Status::Under, findings);
}
