//! **N002 role-conflict** (note)
//!
//! *What it does.* Finds everybody who has more than one role, after the different ways of writing
//! one are made the same.
//!
//! *Why it matters.* Either one of the rows is wrong, or the name is that of two people.
//!
//! *What to do.* Correct the role, or tell the two apart in the settings (`[[namesake]]`).

use super::Case;
use crate::finding::{Code, Facts, Finding};

pub fn check<'t>(case: &Case<'_, 't>, findings: &mut Vec<Finding<'t>>) {
    for standing in case.people() {
        let mut rows = case.plan.commitments_of(standing.subject);
        let first = rows.next().map(|row| row.role);
        if rows.any(|row| Some(row.role) != first) {
            let roles = case.plan.roles_of(standing.subject);
            let places = case.plan.commitments_of(standing.subject).map(|row| row.role_written).collect();
            let facts = Facts { subject: Some(standing.subject), roles, ..Facts::default() };
            findings.push(Finding::new(Code::N002, places, facts));
        }
    }
}
