//! **A002 under-allocated** (note)
//!
//! *What it does.* Finds everybody whose commitments add up to less than the capacity, by more
//! than the declared tolerance, and the reason where the plan itself gives one: rows that bear the
//! name and were rejected, with what they would make; a sheet that is missing in a CDR that the
//! person leads; another name that is probably the same person, so that
//! the two together make the capacity; a director who leads none of the CDRs at hand. Where commitments have periods, the days
//! on which nothing is committed are named.
//!
//! *Why it matters.* A document holds a part of a plan, and a plan a part of what somebody does: it
//! is information, not a fault. But a forgotten sheet or a misspelt name looks the same.
//!
//! *What to do.* Look for the rest in the documents of other services; if there is none, ask the
//! director who is responsible for the sheets.

use foldhash::HashMap;

use super::Case;
use crate::analyse::{Standing, Status};
use crate::finding::{Code, Finding, Reason, SamePerson};
use crate::model::{Plan, Role};

pub fn check<'t>(case: &Case<'_, 't>, findings: &mut Vec<Finding<'t>>) {
    case.report_totals(Code::A002, Status::Under, findings);
}

/// What may be the reason for somebody's gap, by those whom it concerns.
#[derive(Debug)]
pub struct Clues {
    /// For each CDR the projects of which the sheet is missing.
    missing: Vec<Vec<usize>>,
    /// For each subject those who are probably the same person, where the two together make the capacity.
    others: HashMap<usize, Vec<usize>>,
}

impl Clues {
    /// The clues that a plan gives.
    pub fn of(plan: &Plan<'_>, same_person: &[SamePerson]) -> Self {
        let mut missing = vec![Vec::new(); plan.cdrs.len()];
        for (number, project) in plan.projects.iter().enumerate().filter(|(_, project)| project.sheet.is_none()) {
            if let Some(cdr) = project.cdr {
                missing[cdr].push(number);
            }
        }
        let mut others: HashMap<usize, Vec<usize>> = HashMap::default();
        for pair in same_person.iter().filter(|pair| pair.makes_capacity) {
            let [first, second] = pair.subjects;
            others.entry(first).or_default().push(second);
            others.entry(second).or_default().push(first);
        }
        Self { missing, others }
    }
}

/// What the plan gives as reasons for somebody's gap; where it gives none, there are none.
pub fn reasons(case: &Case<'_, '_>, standing: &Standing) -> Vec<Reason> {
    let subject = standing.subject;
    let led = case.directors.led_by_subject(case.plan, subject);
    let clues = &case.clues;
    let mut missing: Vec<usize> = led.iter().flat_map(|&cdr| &clues.missing[cdr]).copied().collect();
    missing.sort_unstable();
    missing.dedup();
    let missing = missing.into_iter().map(Reason::MissingSheet);
    let others = clues.others.get(&subject).into_iter().flatten().map(|&other| Reason::SamePerson(other));
    let is_director = case.plan.roles_of(subject).contains(&Role::Director);
    let elsewhere = (is_director && led.is_empty() && case.directors.are_known()).then_some(Reason::LeadsNoCdr);
    let rejected = case.plan.subjects[subject].rejected.iter().map(|&row| Reason::Rejected(row as usize));
    rejected.chain(missing).chain(others).chain(elsewhere).collect()
}
