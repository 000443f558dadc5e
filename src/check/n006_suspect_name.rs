//! **N006 suspect-name** (warning)
//!
//! *What it does.* Finds every name with characters that no name has: digits, characters without a
//! meaning of their own, letters of other alphabets among Latin ones. The name is kept as it is
//! written; the message proposes what was probably meant.
//!
//! *Why it matters.* A converter or a scanner has misread it, and the person is not added up with
//! the rows in which the name is written rightly.
//!
//! *What to do.* Correct the name in the document, or join the two in the settings
//! (`[[same_person]]`).

use std::borrow::Cow;

use super::Case;
use crate::finding::{Code, Facts, Finding};
use crate::identity::{bare, likely_reading, may_be_read_as};

pub fn check<'t>(case: &Case<'_, 't>, findings: &mut Vec<Finding<'t>>) {
    for standing in case.people() {
        for written in &case.plan.subjects[standing.subject].as_written {
            let Some(likely) = likely_reading(&bare(written)) else { continue };
            // What others write in full tells what a drawing stands for that the document does not.
            let mut names = case.plan.subjects.iter().flat_map(|subject| &subject.as_written);
            let likely = names.find(|name| may_be_read_as(written, name)).map_or(likely, ToString::to_string);
            let rows = case.plan.commitments_of(standing.subject).filter(|row| row.name.words() == *written);
            let places = rows.map(|row| row.name).collect();
            let facts = Facts {
                subject: Some(standing.subject),
                name: Some(written.clone()),
                likely: (!likely.is_empty()).then_some(Cow::Owned(likely)),
                ..Facts::default()
            };
            findings.push(Finding::new(Code::N006, places, facts));
        }
    }
}
