//! **W001 payment-time-weight** (note)
//!
//! *What it does.* Among the weights of a director, finds projects or objectives about the times of
//! payment that weigh less than 30 % together.
//!
//! *Why it matters.* Article 4-bis of decree-law 13/2023 asks that such objectives count for no less
//! than 30 % of the result pay of the directors concerned. It is a note: the body's evaluation system
//! may place that objective elsewhere.
//!
//! *What to do.* Fix the weight of the project at 30, as the message says, or leave it to the
//! evaluation system.

use crate::analyse::{DirectorWeights, ProjectWeight, apportion_equally};
use crate::finding::{Code, Facts, Finding};
use crate::identity;
use crate::model::{Percent, Plan};

/// The least that the decree asks for, in percent.
const LEAST: u64 = 30;
/// The same as a percentage.
const LEAST_MILLIONTHS: i64 = 30_000_000;

/// The note about one director's weights, if it is due.
pub fn check<'t>(plan: &Plan<'t>, director: &DirectorWeights) -> Option<Finding<'t>> {
    let mut places = Vec::new();
    let mut projects = Vec::new();
    let mut weight = Percent::ZERO;
    for own in &director.projects {
        let sheet = &plan.sheets[own.sheet];
        if project_is_about_it(plan, own) {
            weight = weight + own.weight;
            places.push(sheet.place);
            projects.extend(own.project);
            continue;
        }
        for objective in &own.objectives {
            let stated = &sheet.objectives[objective.objective];
            if stated.title.as_ref().is_some_and(|title| is_about_it(&title.words())) {
                weight = weight + objective.weight;
                places.push(stated.code);
            }
        }
    }
    let least = Percent::from_millionths(LEAST_MILLIONTHS);
    if places.is_empty() || weight >= least || director.weight() == Percent::ZERO {
        return None;
    }
    let floors = projects.iter().zip(apportion_equally(LEAST, projects.len()));
    let floors = floors.map(|(&project, percent)| format!("--floor {}={percent}", plan.projects[project].code));
    let facts = Facts {
        subject: director.subject,
        project: projects.first().copied(),
        percent: Some(weight),
        remedy: (!projects.is_empty()).then(|| floors.collect::<Vec<_>>().join(" ")),
        ..Facts::default()
    };
    Some(Finding::new(Code::W001, places, facts))
}

fn project_is_about_it(plan: &Plan<'_>, own: &ProjectWeight) -> bool {
    let title = own.project.and_then(|project| plan.projects[project].title(plan));
    title.is_some_and(|title| is_about_it(&title))
}

/// Whether a title speaks of the times of payment.
fn is_about_it(title: &str) -> bool {
    let key = identity::key(title);
    key.contains("tempi di pagamento")
        || key.contains("tempi dei pagamenti")
        || key.contains("tempestivita dei pagamenti")
}

#[cfg(test)]
mod tests {
    use super::is_about_it;

    #[test]
    fn titles_about_payment_times() {
        assert!(is_about_it("RISPETTO TEMPI DI PAGAMENTO"));
        assert!(is_about_it("Tempestività dei pagamenti"));
        assert!(!is_about_it("Pagamento delle fatture"));
    }
}
