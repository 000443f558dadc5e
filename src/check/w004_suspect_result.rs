//! **W004 suspect-result** (warning)
//!
//! *What it does.* In a director's score, finds results that look like slips of whoever wrote them down: another direction than the
//! words of the plan propose, a fraction or a percentage where the target is none, ten times the target or a tenth of it.
//!
//! *Why it matters.* A score of 0,95 of 100, or one in which more counts as worse, is found as well as any other; nobody sees it.
//!
//! *What to do.* Look at the line of the results; if it is right, leave it. The score is that of what is written.

use std::borrow::Cow;

use crate::analyse::{Achievement, Achievements, DirectorWeights, ProjectWeight};
use crate::finding::{Code, Facts, Finding, MissedTarget};
use crate::model::Plan;
use crate::source::Place;

/// The warnings about the results that count for one director, in the order of their projects.
pub fn check<'t>(plan: &Plan<'t>, director: &DirectorWeights, results: &Achievements) -> Vec<Finding<'t>> {
    let mut findings = Vec::new();
    for own in &director.projects {
        for &(at, _) in own.objectives.iter().flat_map(|objective| &objective.indicators) {
            if let Some(result) = results.by_indicator.get(&(own.sheet, at)) {
                of_result(plan, director, (own, at), result, &mut findings);
            }
        }
    }
    findings
}

fn of_result<'t>(
    plan: &Plan<'t>,
    director: &DirectorWeights,
    (own, at): (&ProjectWeight, usize),
    result: &Achievement,
    findings: &mut Vec<Finding<'t>>,
) {
    let indicator = &plan.sheets[own.sheet].indicators[at];
    for &slip in &result.slips {
        let target = match &result.given_target {
            Some(given) => Some(Cow::Owned(given.clone())),
            None => indicator.target.map(Place::words),
        };
        let code = indicator.code.words();
        let facts = Facts {
            subject: director.subject,
            project: own.project,
            missed: vec![MissedTarget { code, target, actual: result.actual.written.clone() }],
            slip: Some((slip, result.at.line())),
            ..Facts::default()
        };
        findings.push(Finding::new(Code::W004, vec![indicator.target.unwrap_or(indicator.code)], facts));
    }
}
