//! **R007 recognised-page** (warning)
//!
//! *What it does.* Finds every page whose text was recognised by a machine on a picture of it.
//!
//! *Why it matters.* Machines misread figures and names, and nothing shows where.
//!
//! *What to do.* Compare the rows of the page with its picture, or ask for the document that it was
//! made of.

use super::Case;
use crate::finding::{Code, Finding};
use crate::source::RemarkKind;

pub fn check<'t>(case: &Case<'_, 't>, findings: &mut Vec<Finding<'t>>) {
    findings.extend(case.remarks(RemarkKind::Recognised, Code::R007));
}
