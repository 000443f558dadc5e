//! **R011 unaccounted-percentage** (warning)
//!
//! *What it does.* Finds every figure with a percent sign that stands beside a name or a role and in no row of a
//! table of commitments, with the header above it.
//!
//! *Why it matters.* It may be somebody's commitment in a table that was not recognised; then their total is
//! too small.
//!
//! *What to do.* If it is one, give the headers of the table in the settings (`[layout.headings]`), as
//! `cento layout` proposes.

use super::Case;
use crate::finding::{Code, Facts, Finding};

pub fn check<'t>(case: &Case<'_, 't>, findings: &mut Vec<Finding<'t>>) {
    for share in &case.plan.unaccounted {
        let facts = Facts {
            written: Some(share.place.raw()),
            header: share.header.map(|header| header.raw().into()),
            figures: Some(share.figures),
            ..Facts::default()
        };
        let places = share.header.into_iter().chain([share.place]).collect();
        findings.push(Finding::new(Code::R011, places, facts));
    }
}
