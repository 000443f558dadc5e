//! **W002 payment-time-missing** (note)
//!
//! *What it does.* Finds the directors in whose weights no project, objective or indicator is about the times of payment.
//!
//! *Why it matters.* Article 4-bis of decree-law 13/2023 asks that the directors who answer for the payments, and those at the
//! head of their structures, have such objectives, for no less than 30 % of their result pay. It is a note: whether somebody
//! is one of them, the plan does not say.
//!
//! *What to do.* Give the director the objective, if it is due, or accept the finding.

use crate::analyse::{DirectorWeights, payment_times};
use crate::finding::{Code, Facts, Finding};
use crate::model::{Percent, Plan};

/// The note about one director's weights, if it is due: not so where there is nothing to weigh.
pub fn check<'t>(plan: &Plan<'t>, director: &DirectorWeights) -> Option<Finding<'t>> {
    if director.weight() == Percent::ZERO || !payment_times(plan, director).is_empty() {
        return None;
    }
    // What is missing stands nowhere; whose weights they are does.
    let name = director.subject.and_then(|subject| plan.commitments_of(subject).next()).map(|row| row.name);
    let facts = Facts { subject: director.subject, ..Facts::default() };
    Some(Finding::new(Code::W002, name.into_iter().collect(), facts))
}
