//! **A002 under-allocated** (note)
//!
//! *What it does.* Finds everybody whose commitments add up to less than the capacity, by more
//! than the declared tolerance, and the reason where the plan itself gives one: a sheet that is
//! missing in a CDR that the person leads; another name that is probably the same person, so that
//! the two together make the capacity; a director who leads none of the CDRs at hand.
//!
//! *Why it matters.* A document holds a part of a plan, and a plan a part of what somebody does: it
//! is information, not a fault. But a forgotten sheet or a misspelt name looks the same.
//!
//! *What to do.* Look for the rest in the documents of other services; if there is none, ask the
//! director who is responsible for the sheets.

use super::Case;
use crate::analyse::{Standing, Status};
use crate::finding::{Code, Finding, Reason};
use crate::identity;
use crate::model::Role;

pub fn check<'t>(case: &Case<'_, 't>, findings: &mut Vec<Finding<'t>>) {
    case.report_totals(Code::A002, Status::Under, findings);
}

/// What the plan gives as reasons for somebody's gap; where it gives none, there are none.
pub fn reasons(case: &Case<'_, '_>, standing: &Standing) -> Vec<Reason> {
    let subject = standing.subject;
    let mut led: Vec<usize> = Vec::new();
    for key in identity::keys(&case.plan.subjects[subject]) {
        led.extend(case.directors.led_by(&key));
    }
    let is_missing = |project: &usize| {
        let project = &case.plan.projects[*project];
        project.sheet.is_none() && project.cdr.is_some_and(|cdr| led.contains(&cdr))
    };
    let missing = (0..case.plan.projects.len()).filter(is_missing).map(Reason::MissingSheet);
    let others = case.same_person.iter().filter(|pair| pair.makes_capacity).filter_map(|pair| match pair.subjects {
        [own, other] | [other, own] if own == subject => Some(Reason::SamePerson(other)),
        _ => None,
    });
    let is_director = case.plan.roles_of(subject).contains(&Role::Director);
    let elsewhere = (is_director && led.is_empty() && case.directors.are_known()).then_some(Reason::LeadsNoCdr);
    missing.chain(others).chain(elsewhere).collect()
}
