//! **N005 not-in-staff-file** (warning)
//!
//! *What it does.* Finds everybody who stands in the plan and not in the staff file, and the name
//! that was probably meant.
//!
//! *Why it matters.* Capacity and working time are not known, and taken for those of a full
//! position.
//!
//! *What to do.* Add the person to the staff file, or join the two names in the settings.

use std::borrow::Cow;

use super::Case;
use crate::analyse::Standing;
use crate::finding::{Code, Facts, Finding};
use crate::identity::{Neighbours, Shape};
use crate::settings::Staff;

pub fn check<'t>(case: &Case<'_, 't>, findings: &mut Vec<Finding<'t>>) {
    let Some(staff) = case.staff else { return };
    let is_absent = |standing: &&Standing| case.plan.subjects[standing.subject].staff_line.is_none();
    let people: Vec<&Standing> = case.people().filter(is_absent).collect();
    let mut likely = likely_lines(case, &people, staff).into_iter();
    for standing in people {
        let facts = Facts {
            subject: Some(standing.subject),
            percent: Some(standing.total),
            rows: Some(case.plan.written_rows(standing.subject)),
            likely: likely.next().flatten().map(Cow::Borrowed),
            ..Facts::default()
        };
        findings.push(Finding::new(Code::N005, case.names(standing.subject), facts));
    }
}

/// For each of some people the first name in the staff file that is like theirs, among those that stand in no row.
fn likely_lines<'t>(case: &Case<'_, 't>, people: &[&Standing], staff: &'t Staff) -> Vec<Option<&'t str>> {
    let mut likely = vec![None; people.len()];
    if people.is_empty() {
        return likely;
    }
    let shapes: Vec<_> = people.iter().map(|own| Shape::of(&case.plan.subjects[own.subject].key)).collect();
    let neighbours = Neighbours::of(&shapes);
    for line in case.absent(staff) {
        let shape = Shape::of(&line.key);
        for person in neighbours.near(&shape) {
            // Two with different numbers are two people.
            let has_number = case.plan.subjects[people[person].subject].number.is_some() && line.number_key().is_some();
            if likely[person].is_none() && !has_number && shapes[person].likeness(&shape, |_, _| false).is_some() {
                likely[person] = Some(&*line.name);
            }
        }
    }
    likely
}
