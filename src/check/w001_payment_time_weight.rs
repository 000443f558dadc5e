//! **W001 payment-time-weight** (note)
//!
//! *What it does.* Among the weights of a director, finds projects, objectives or indicators about the
//! times of payment that weigh less than 30 % together.
//!
//! *Why it matters.* Article 4-bis of decree-law 13/2023 asks that such objectives count for no less
//! than 30 % of the result pay of the directors concerned. It is a note: the body's evaluation system
//! may place that objective elsewhere.
//!
//! *What to do.* Fix the weight of the project at 30, as the message says, or leave it to the
//! evaluation system.

use crate::analyse::{DirectorWeights, apportion_equally, payment_times};
use crate::finding::{Code, Facts, Finding};
use crate::model::{Percent, Plan};

/// The least that the decree asks for, in percent.
const LEAST: u64 = 30;
/// The same as a percentage.
const LEAST_MILLIONTHS: i64 = 30_000_000;

/// The note about one director's weights, if it is due.
pub fn check<'t>(plan: &Plan<'t>, director: &DirectorWeights) -> Option<Finding<'t>> {
    let parts = payment_times(plan, director);
    let weight: Percent = parts.iter().map(|part| part.weight(director)).sum();
    let least = Percent::from_millionths(LEAST_MILLIONTHS);
    if parts.is_empty() || weight >= least || director.weight() == Percent::ZERO {
        return None;
    }
    let of_projects = parts.iter().filter(|part| part.objective.is_none());
    let projects: Vec<usize> = of_projects.filter_map(|part| director.projects[part.project].project).collect();
    let floors = projects.iter().zip(apportion_equally(LEAST, projects.len()));
    let floors = floors.map(|(&project, percent)| format!("--floor {}={percent}", plan.projects[project].code));
    let facts = Facts {
        subject: director.subject,
        project: projects.first().copied(),
        percent: Some(weight),
        remedy: (!projects.is_empty()).then(|| floors.collect::<Vec<_>>().join(" ")),
        ..Facts::default()
    };
    Some(Finding::new(Code::W001, parts.iter().map(|part| part.place(plan, director)).collect(), facts))
}
