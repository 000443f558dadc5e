//! **R008 torn-table** (error)
//!
//! *What it does.* Finds every part of a page on which percentages stand in a table whose rows could
//! not be told apart.
//!
//! *Why it matters.* The rows are not counted, since putting them together would be guessing;
//! somebody's total is too small.
//!
//! *What to do.* Look at the page; read the plan from the document that it was made of, or from one
//! whose tables have lines between the rows.

use super::Case;
use crate::finding::{Code, Finding};
use crate::source::RemarkKind;

pub fn check<'t>(case: &Case<'_, 't>, findings: &mut Vec<Finding<'t>>) {
    findings.extend(case.remarks(RemarkKind::Torn, Code::R008));
}
