//! The scores of the directors: how far their indicators are achieved, and with them objectives, projects
//! and the whole, each by its weight. What has no result counts nothing, neither for nor against.

mod achievement;
mod proposal;
mod results;
mod slips;

pub use achievement::Step;
pub use proposal::proposed_direction;
pub use results::{Achievement, Achievements, Claim, achievements};

use super::weights::{DirectorWeights, ObjectiveWeight, ProjectWeight};
use crate::model::{Percent, Score};

/// How an objective is scored from its indicators.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum OfIndicators {
    /// Their mean.
    #[default]
    Mean,
    /// The worst of them.
    Worst,
}

impl OfIndicators {
    /// The code of the rule in JSON and messages.
    pub fn code(self) -> &'static str {
        match self {
            Self::Mean => "mean",
            Self::Worst => "worst",
        }
    }
}

/// By which rules scores are found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ScoreRules {
    /// How an objective is scored.
    pub of_indicators: OfIndicators,
    /// What an indicator counts at most.
    pub cap: Percent,
    /// After how many days of delay nothing is left; none if one is enough.
    pub days_to_zero: Option<u32>,
}

impl Default for ScoreRules {
    fn default() -> Self {
        Self { of_indicators: OfIndicators::default(), cap: Percent::HUNDRED, days_to_zero: None }
    }
}

/// A score, and the weight of the indicators that it comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scored {
    /// The score.
    pub score: Score,
    /// The weight that has results.
    pub covered: Percent,
}

/// The score of a director.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DirectorScore {
    /// Of the whole; none without any result that weighs something.
    pub whole: Option<Scored>,
    /// Of each project, in the order of [`DirectorWeights::projects`].
    pub projects: Vec<ProjectScore>,
}

/// The score of a project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProjectScore {
    /// Of the whole.
    pub whole: Option<Scored>,
    /// Of each objective, in the order of [`ProjectWeight::objectives`].
    pub objectives: Vec<Option<Scored>>,
}

/// The score of a director by the results at hand: objectives from their indicators, projects and the whole
/// as weighted means. Every part weighs as much as its indicators that have a result.
pub fn score(director: &DirectorWeights, results: &Achievements, rules: &ScoreRules) -> DirectorScore {
    let projects: Vec<ProjectScore> = director.projects.iter().map(|own| project_score(own, results, rules)).collect();
    let parts: Vec<&Scored> = projects.iter().filter_map(|project| project.whole.as_ref()).collect();
    DirectorScore { whole: weighted(&parts), projects }
}

fn project_score(own: &ProjectWeight, results: &Achievements, rules: &ScoreRules) -> ProjectScore {
    let objectives: Vec<Option<Scored>> =
        own.objectives.iter().map(|objective| objective_score(own.sheet, objective, results, rules)).collect();
    let parts: Vec<&Scored> = objectives.iter().flatten().collect();
    // A project that weighs nothing still has a score of its own.
    let alone = || Some(Scored { score: Score::mean(parts.iter().map(|part| &part.score))?, covered: Percent::ZERO });
    let whole = weighted(&parts).or_else(alone);
    ProjectScore { whole, objectives }
}

fn objective_score(sheet: usize, own: &ObjectiveWeight, results: &Achievements, rules: &ScoreRules) -> Option<Scored> {
    let with_result = own.indicators.iter().filter_map(|(at, weight)| {
        let achievement = results.by_indicator.get(&(sheet, *at))?;
        Some((&achievement.score, *weight))
    });
    let (scores, weights): (Vec<&Score>, Vec<Percent>) = with_result.unzip();
    let score = match rules.of_indicators {
        OfIndicators::Mean => Score::mean(scores.iter().copied()),
        OfIndicators::Worst => scores.iter().min().map(|&worst| worst.clone()),
    };
    Some(Scored { score: score?, covered: weights.into_iter().sum() })
}

/// The mean of some parts by the weights that have results; none if these make nothing.
fn weighted(parts: &[&Scored]) -> Option<Scored> {
    let score = Score::weighted(parts.iter().map(|part| (&part.score, part.covered)))?;
    Some(Scored { score, covered: parts.iter().map(|part| part.covered).sum() })
}
