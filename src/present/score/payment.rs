//! What of the result pay is not payable, since times of payment were not kept: apart from the score, which stays as it is.

use serde::Serialize;

use super::{ObjectiveScoreRecord, ProjectScoreRecord};
use crate::analyse::{Kept, MissedPart, PaymentTimes};
use crate::model::{Percent, Score};

/// What came of a director's times of payment, for programs.
#[derive(Debug, Clone, Serialize)]
pub struct PaymentFields {
    /// `none` where nothing in the weights is about them, `unknown` where a result is missing, `met` or `missed`.
    pub payment_times: &'static str,
    /// The weight whose part of the result pay is not payable; unknown where no target was missed.
    pub not_payable_percent: Option<Percent>,
    /// The points that are left, rounded half-up to two places; unknown without a score.
    pub payable_points_percent: Option<Percent>,
    /// The exact value, as that of a score.
    pub payable_points_exact: Option<String>,
}

impl PaymentFields {
    pub(super) fn of(payments: &PaymentTimes) -> Self {
        Self {
            payment_times: payments.kept.code(),
            not_payable_percent: (payments.kept == Kept::Missed).then(|| payments.not_payable()),
            payable_points_percent: payments.payable.as_ref().map(Score::rounded),
            payable_points_exact: payments.payable.as_ref().map(Score::to_string),
        }
    }
}

/// Marks what is not payable on every level: all of an objective whose target was missed, and what stands above it.
pub(super) fn mark(projects: &mut [ProjectScoreRecord], payments: &PaymentTimes) {
    for missed in &payments.missed {
        let project = &mut projects[missed.project];
        add(&mut project.not_payable_percent, missed.weight);
        mark_objective(&mut project.objectives[missed.objective], missed);
    }
}

fn mark_objective(objective: &mut ObjectiveScoreRecord, missed: &MissedPart) {
    add(&mut objective.not_payable_percent, missed.weight);
    for (at, indicator) in objective.indicators.iter_mut().enumerate() {
        if missed.indicator.is_none_or(|one| one == at) {
            add(&mut indicator.not_payable_percent, indicator.weight_percent);
        }
    }
}

fn add(sum: &mut Option<Percent>, weight: Percent) {
    *sum = Some(sum.unwrap_or(Percent::ZERO) + weight);
}
