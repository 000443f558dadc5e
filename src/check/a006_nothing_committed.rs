//! **A006 nothing-committed** (warning)
//!
//! *What it does.* Finds everybody who has a line in the staff file, a capacity and months of work,
//! and stands in no row of the plan.
//!
//! *Why it matters.* Their work is planned nowhere; or their name is written otherwise in the plan.
//!
//! *What to do.* Ask the director of their CDR, or correct the name.

use super::Case;
use crate::finding::{Balance, Code, Facts, Finding};
use crate::model::Percent;

pub fn check<'t>(case: &Case<'_, 't>, findings: &mut Vec<Finding<'t>>) {
    let Some(staff) = case.staff else { return };
    for line in case.absent(staff).filter(|line| line.may_be_committed(case.plan.year)) {
        // Two with different numbers are two people.
        let has_number = |subject: usize| case.plan.subjects[subject].number.is_some() && line.number_key().is_some();
        let facts = Facts {
            name: Some(line.name.as_str().into()),
            balance: Some(Balance { total: Percent::ZERO, capacity: line.capacity }),
            likely: case.likely_name(&line.key, |subject| {
                case.plan.subjects[subject].staff_line.is_none() && !has_number(subject)
            }),
            ..Facts::default()
        };
        findings.push(Finding::new(Code::A006, vec![staff.place(line)], facts));
    }
}
