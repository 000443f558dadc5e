//! **W003 payment-time-missed** (warning)
//!
//! *What it does.* In a director's score, finds the targets about the times of payment that were not met.
//!
//! *Why it matters.* By article 4-bis of decree-law 13/2023 the result pay that hangs on such an objective is due only if it is
//! reached: who pays in 36 days instead of 30 has achieved 83,33 % by the arithmetic, and none of it is payable.
//!
//! *What to do.* Compare the result with the one that the platform of commercial credits tells; if it holds, that share is not paid.

use std::borrow::Cow;

use crate::analyse::{Achievements, DirectorWeights, MissedPart, PaymentTimes};
use crate::finding::{Code, Facts, Finding, MissedTarget};
use crate::model::Plan;
use crate::source::Place;

/// The warnings about one director's score: one for each part of the weights that was missed.
pub fn check<'t>(
    plan: &Plan<'t>,
    director: &DirectorWeights,
    payments: &PaymentTimes,
    results: &Achievements,
) -> Vec<Finding<'t>> {
    payments.missed.iter().map(|missed| of_part(plan, director, missed, results)).collect()
}

fn of_part<'t>(
    plan: &Plan<'t>,
    director: &DirectorWeights,
    missed: &MissedPart,
    results: &Achievements,
) -> Finding<'t> {
    let own = &director.projects[missed.project];
    let sheet = &plan.sheets[own.sheet];
    let indicators = missed.indicators.iter().filter_map(|&at| Some((at, results.by_indicator.get(&(own.sheet, at))?)));
    let (places, missed_targets): (Vec<Place<'t>>, Vec<MissedTarget<'t>>) = indicators
        .map(|(at, result)| {
            let indicator = &sheet.indicators[at];
            let target = match &result.given_target {
                Some(given) => Some(Cow::Owned(given.clone())),
                None => indicator.target.map(Place::words),
            };
            let code = indicator.code.words();
            (
                indicator.target.unwrap_or(indicator.code),
                MissedTarget { code, target, actual: result.actual.written.clone() },
            )
        })
        .unzip();
    let facts = Facts {
        subject: director.subject,
        project: own.project,
        objective: Some(sheet.objectives[own.objectives[missed.objective].objective].code.words()),
        percent: Some(missed.weight),
        missed: missed_targets,
        ..Facts::default()
    };
    Finding::new(Code::W003, places, facts)
}
