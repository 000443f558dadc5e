//! **N005 not-in-staff-file** (warning)
//!
//! *What it does.* Finds everybody who stands in the plan and not in the staff file, and the name
//! that was probably meant.
//!
//! *Why it matters.* Capacity and working time are not known, and taken for those of a full
//! position.
//!
//! *What to do.* Add the person to the staff file, or join the two names in the settings.

use super::Case;
use crate::finding::{Code, Facts, Finding};
use crate::identity::Shape;

pub fn check<'t>(case: &Case<'_, 't>, findings: &mut Vec<Finding<'t>>) {
    let Some(staff) = case.staff else { return };
    for standing in case.people().filter(|standing| case.plan.subjects[standing.subject].staff_line.is_none()) {
        let shape = Shape::of(&case.plan.subjects[standing.subject].key);
        let mut alike = case.absent(staff).filter(|line| shape.likeness(&Shape::of(&line.key), |_, _| false).is_some());
        let facts = Facts {
            subject: Some(standing.subject),
            percent: Some(standing.total),
            rows: Some(standing.rows),
            likely: alike.next().map(|line| line.name.as_str().into()),
            ..Facts::default()
        };
        findings.push(Finding::new(Code::N005, case.names(standing.subject), facts));
    }
}
