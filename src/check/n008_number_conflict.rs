//! **N008 number-conflict** (warning)
//!
//! *What it does.* Finds every name that stands beside two personnel numbers, and every number beside two
//! names.
//!
//! *Why it matters.* One name with two numbers is probably two people, so that their total is nobody's and is
//! not judged; one number with two names is probably one person.
//!
//! *What to do.* Correct the number or the name; tell two people of one name apart in the settings
//! (`[[namesake]]`), or join two names of one (`[[same_person]]`).

use std::borrow::Cow;

use super::Case;
use crate::finding::{Code, Facts, Finding};
use crate::source::Place;

pub fn check<'t>(case: &Case<'_, 't>, findings: &mut Vec<Finding<'t>>) {
    if !case.plan.commitments.iter().any(|row| row.number.is_some()) {
        return;
    }
    let mut bearers: Vec<(Cow<'t, str>, usize, Place<'t>)> = Vec::new();
    for standing in case.people() {
        let numbers = case.plan.numbers_of(standing.subject);
        let places = || numbers.iter().filter_map(|(_, row)| row.number).collect::<Vec<_>>();
        if numbers.len() > 1 {
            let facts = Facts {
                subject: Some(standing.subject),
                numbers: numbers.iter().map(|(number, _)| number.clone()).collect(),
                percent: Some(standing.total),
                ..Facts::default()
            };
            findings.push(Finding::new(Code::N008, places(), facts));
        }
        bearers
            .extend(numbers.iter().filter_map(|(number, row)| Some((number.clone(), standing.subject, row.number?))));
    }
    bearers.sort_by(|a, b| (&a.0, a.1).cmp(&(&b.0, b.1)));
    for group in bearers.chunk_by(|a, b| a.0 == b.0).filter(|group| group.len() > 1) {
        let facts = Facts {
            numbers: vec![group[0].0.clone()],
            subjects: group.iter().map(|(_, subject, _)| *subject).collect(),
            ..Facts::default()
        };
        findings.push(Finding::new(Code::N008, group.iter().map(|(.., place)| *place).collect(), facts));
    }
}
