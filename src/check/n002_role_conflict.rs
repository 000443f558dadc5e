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
use crate::model::Commitment;

pub fn check<'t>(case: &Case<'_, 't>, findings: &mut Vec<Finding<'t>>) {
    for standing in case.people() {
        // Where nothing is written, no other role is.
        let says_role = |row: &&Commitment<'_>| row.role_written.is_some_and(|role| !role.raw().is_empty());
        let mut rows = case.plan.commitments_of(standing.subject).filter(says_role);
        let first = rows.next().map(|row| row.role);
        if rows.any(|row| Some(row.role) != first) {
            let roles = case.plan.roles_of(standing.subject);
            let places = case.plan.commitments_of(standing.subject).filter_map(|row| row.role_written).collect();
            let facts = Facts { subject: Some(standing.subject), roles, ..Facts::default() };
            findings.push(Finding::new(Code::N002, places, facts));
        }
    }
}
