//! **R017 unequal-total** (warning)
//!
//! *What it does.* Compares totals with what they add up, and finds those that are something else: beside and below the figures of a
//! matrix, and in rows of the tables of people. Of what rows such a row is the total says what it names, a person or a project, or where it
//! stands: below the rows since the total before, of one person, of one project, or all; what any of these make is right. Of what it names and no row says, a role or a kind of contract, all that is known is that
//! it is no more than all rows make. Totals are never counted; what cannot be read among the figures is told by itself, and its totals are not compared; nor are those of rows that hold at several times of
//! the year, of which a mean may be meant.
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
        let facts = Facts {
            name,
            header,
            written: Some(total.place.raw()),
            percent: total.sum,
            rows: total.rows,
            ..Facts::default()
        };
        findings.push(Finding::new(Code::R017, vec![total.place], facts));
    }
}
