//! **R017 unequal-total** (warning)
//!
//! *What it does.* Compares the totals beside and below the figures of a matrix with what these make, and finds those that are
//! something else. Totals are never counted; what cannot be read among the figures is told by itself, and its totals are not compared.
//!
//! *Why it matters.* One of the two is wrong: a figure, or the total that somebody relies on.
//!
//! *What to do.* Add the figures up, and correct the one that is wrong.

use super::Case;
use crate::finding::{Code, Facts, Finding};

pub fn check<'t>(case: &Case<'_, 't>, findings: &mut Vec<Finding<'t>>) {
    for total in &case.plan.unequal_totals {
        let of = Some(total.of.words()).filter(|of| !of.is_empty());
        let (name, header) = if total.is_of_person { (of, None) } else { (None, of) };
        let facts = Facts { name, header, written: Some(total.place.raw()), percent: total.sum, ..Facts::default() };
        findings.push(Finding::new(Code::R017, vec![total.place], facts));
    }
}
