//! **R006 unread-page** (error)
//!
//! *What it does.* Finds every page that is a picture, or has text that is but drawn, without letters, in a
//! document that has text elsewhere.
//!
//! *Why it matters.* What stands on it was not read; if people do, their totals are too small.
//!
//! *What to do.* Have the text recognised (OCR), or ask for the document that the page was made of.

use super::Case;
use crate::finding::{Code, Finding};
use crate::source::RemarkKind;

pub fn check<'t>(case: &Case<'_, 't>, findings: &mut Vec<Finding<'t>>) {
    findings.extend(case.remarks(RemarkKind::Unread, Code::R006));
}
