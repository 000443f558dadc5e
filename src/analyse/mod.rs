//! Plans and dataframe → results: totals of people, projects and CDRs, and what was read.
//!
//! Results are numbers and indices into the plans, never text.

mod apportion;
mod cdrs;
mod coverage;
mod directors;
mod load;
mod payment_times;
mod people;
mod projects;
mod same_person;
mod score;
mod weights;

pub use apportion::{apportion, apportion_equally};
pub use cdrs::{CdrTotal, RoleTotal, cdrs};
pub use coverage::{Counts, Coverage, coverage};
pub use directors::Directors;
pub use load::{Load, Part, by_project, loads, standing_out};
pub use payment_times::{Kept, MissedPart, PaymentTime, PaymentTimes, payment_times, payments};
pub use people::{Standing, Status, of_plan, people};
pub use projects::{ProjectTotal, projects};
pub use same_person::same_person;
pub use score::{
    Achievement, Achievements, Claim, DirectorScore, OfIndicators, ProjectScore, ScoreRules, Scored, Step,
    achievements, proposed_direction, score,
};
pub use weights::{
    Basis, DirectorWeights, Floor, Method, ObjectiveWeight, ProjectWeight, Remark, WeightRules, Weights, WeightsFault,
    unused_floors, weights,
};

use crate::frame::{Group, Sums};
use crate::model::Plan;

/// Why an analysis could not be made: the question to the dataframe failed.
pub type AnalysisError = crate::frame::FrameError;

/// The sums of every thing of every plan, plan by plan; nothing is what no row is of. Last of each plan, if there are any,
/// the rows that are of no thing. Such are the answers to a query, once what they leave out is put in.
fn by_thing<'g>(
    plans: &'g [Plan<'_>],
    things: impl Fn(&Plan<'_>) -> usize + 'g,
    groups: Vec<Group>,
) -> impl Iterator<Item = (usize, Option<usize>, Sums)> + 'g {
    let mut groups = groups.into_iter().peekable();
    let places = plans
        .iter()
        .enumerate()
        .flat_map(move |(number, plan)| (0..things(plan)).map(Some).chain([None]).map(move |thing| (number, thing)));
    places.filter_map(move |(plan, thing)| {
        let group = groups.next_if(|group| (group.plan, group.thing) == (plan, thing));
        (group.is_some() || thing.is_some()).then(|| (plan, thing, group.map(|group| group.sums).unwrap_or_default()))
    })
}
