//! What of a director's weights hangs on the times of payment (DL 13/2023, art. 4-bis), and what came of it.

use super::score::{Achievements, DirectorScore};
use super::weights::{DirectorWeights, ObjectiveWeight, ProjectWeight};
use crate::identity;
use crate::model::{Percent, Plan, Score};
use crate::source::Place;
use crate::vocabulary::speaks_of_payment_times;

/// A part of a director's weights that is about the times of payment: a project, an objective of another project, or an
/// indicator of another objective.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PaymentTime {
    /// The project, an index into [`DirectorWeights::projects`].
    pub project: usize,
    /// The objective, an index into [`ProjectWeight::objectives`]; none for the whole project.
    pub objective: Option<usize>,
    /// The indicator, an index into [`ObjectiveWeight::indicators`]; none for the whole objective.
    pub indicator: Option<usize>,
}

impl PaymentTime {
    /// Its weight.
    pub fn weight(self, director: &DirectorWeights) -> Percent {
        let project = &director.projects[self.project];
        let Some(objective) = self.objective.map(|at| &project.objectives[at]) else { return project.weight };
        self.indicator.map_or(objective.weight, |at| objective.indicators[at].1)
    }

    /// Where it is written.
    pub fn place<'t>(self, plan: &Plan<'t>, director: &DirectorWeights) -> Place<'t> {
        let project = &director.projects[self.project];
        let sheet = &plan.sheets[project.sheet];
        let Some(objective) = self.objective.map(|at| &project.objectives[at]) else { return sheet.place };
        match self.indicator {
            Some(at) => sheet.indicators[objective.indicators[at].0].code,
            None => sheet.objectives[objective.objective].code,
        }
    }
}

/// What of a director's weights is about the times of payment, in their order; nothing of it twice.
pub fn payment_times(plan: &Plan<'_>, director: &DirectorWeights) -> Vec<PaymentTime> {
    let mut parts = Vec::new();
    for (project, own) in director.projects.iter().enumerate() {
        let part = PaymentTime { project, objective: None, indicator: None };
        let title = own.project.and_then(|project| plan.projects[project].title(plan));
        if title.is_some_and(|title| is_about_it(&title)) {
            parts.push(part);
            continue;
        }
        for (at, objective) in own.objectives.iter().enumerate() {
            parts.extend(of_objective(plan, own, objective, PaymentTime { objective: Some(at), ..part }));
        }
    }
    parts
}

fn of_objective(
    plan: &Plan<'_>,
    own: &ProjectWeight,
    objective: &ObjectiveWeight,
    part: PaymentTime,
) -> Vec<PaymentTime> {
    let sheet = &plan.sheets[own.sheet];
    let title = sheet.objectives[objective.objective].title.as_ref();
    if title.is_some_and(|title| is_about_it(&title.words())) {
        return vec![part];
    }
    let measures = |at: usize| sheet.indicators[at].title.is_some_and(|title| is_about_it(&title.words()));
    let indicators = objective.indicators.iter().enumerate().filter(|(_, (at, _))| measures(*at));
    indicators.map(|(at, _)| PaymentTime { indicator: Some(at), ..part }).collect()
}

fn is_about_it(title: &str) -> bool {
    speaks_of_payment_times(&identity::key(title))
}

/// Whether the times of payment were kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// Nothing in the weights is about them.
    Nothing,
    /// Not all that is about them has a result, and no target was missed.
    Unknown,
    /// Every target was met.
    Met,
    /// Some target was not.
    Missed,
}

impl Kept {
    /// The code in JSON and messages.
    pub fn code(self) -> &'static str {
        match self {
            Self::Nothing => "none",
            Self::Unknown => "unknown",
            Self::Met => "met",
            Self::Missed => "missed",
        }
    }
}

/// An objective about the times of payment of which a target was not met, or an indicator of another objective.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MissedPart {
    /// The project, an index into [`DirectorWeights::projects`].
    pub project: usize,
    /// The objective, an index into [`ProjectWeight::objectives`].
    pub objective: usize,
    /// The indicator, an index into [`ObjectiveWeight::indicators`]; none for the whole objective.
    pub indicator: Option<usize>,
    /// The weight that hangs on it.
    pub weight: Percent,
    /// The indicators that were missed, indices into [`Sheet::indicators`](crate::model::Sheet::indicators).
    pub indicators: Vec<usize>,
    /// The points that it has in the score.
    points: Score,
}

/// What came of the times of payment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaymentTimes {
    /// Whether they were kept.
    pub kept: Kept,
    /// The parts that were missed.
    pub missed: Vec<MissedPart>,
    /// The points of the director without those of what was missed; none without a score.
    pub payable: Option<Score>,
}

impl PaymentTimes {
    /// The weight that hangs on what was missed.
    pub fn not_payable(&self) -> Percent {
        self.missed.iter().map(|missed| missed.weight).sum()
    }
}

/// What came of a director's targets about the times of payment. The score stays as it is: what is not payable is a part
/// of it.
pub fn payments(
    plan: &Plan<'_>,
    director: &DirectorWeights,
    score: &DirectorScore,
    results: &Achievements,
) -> PaymentTimes {
    let parts = payment_times(plan, director);
    let (mut missed, mut is_open) = (Vec::new(), false);
    for part in &parts {
        let all = director.projects[part.project].objectives.len();
        is_open |= all == 0;
        for objective in part.objective.map_or(0..all, |at| at..at + 1) {
            let one = PaymentTime { objective: Some(objective), ..*part };
            let (indicators, has_all) = missed_indicators(director, results, one, objective);
            is_open |= !has_all;
            if !indicators.is_empty() {
                missed.push(missed_part(director, score, one, objective, indicators));
            }
        }
    }
    let kept = match () {
        () if parts.is_empty() => Kept::Nothing,
        () if !missed.is_empty() => Kept::Missed,
        () if is_open => Kept::Unknown,
        () => Kept::Met,
    };
    let whole = score.whole.as_ref().map(|whole| whole.score.points(whole.covered));
    let payable = whole.map(|whole| missed.iter().fold(whole, |rest, missed| rest.less(&missed.points)));
    PaymentTimes { kept, missed, payable }
}

/// The indicators of a part whose targets were missed, and whether all of them have a result.
fn missed_indicators(
    director: &DirectorWeights,
    results: &Achievements,
    part: PaymentTime,
    objective: usize,
) -> (Vec<usize>, bool) {
    let own = &director.projects[part.project];
    let all = &own.objectives[objective].indicators;
    let of_part = part.indicator.map_or(&all[..], |at| &all[at..=at]);
    let result = |at: usize| results.by_indicator.get(&(own.sheet, at));
    let has_all = !of_part.is_empty() && of_part.iter().all(|(at, _)| result(*at).is_some());
    let is_missed = |at: &usize| result(*at).is_some_and(|result| !result.step.is_reached());
    (of_part.iter().map(|(at, _)| *at).filter(is_missed).collect(), has_all)
}

fn missed_part(
    director: &DirectorWeights,
    score: &DirectorScore,
    part: PaymentTime,
    objective: usize,
    indicators: Vec<usize>,
) -> MissedPart {
    let scored = score.projects[part.project].objectives[objective].as_ref();
    let weight = part.weight(director);
    // An indicator of another objective has its share of what that earns.
    let points = scored.map(|scored| scored.score.points(part.indicator.map_or(scored.covered, |_| weight)));
    MissedPart {
        project: part.project,
        objective,
        indicator: part.indicator,
        weight,
        indicators,
        points: points.unwrap_or_else(Score::zero),
    }
}
