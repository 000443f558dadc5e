//! Plans and dataframe → results: totals of people, projects and CDRs, and what was read.
//!
//! Results are numbers and indices into the plans, never text.

mod apportion;
mod cdrs;
mod coverage;
mod directors;
mod load;
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
pub use people::{Standing, Status, of_plan, people};
pub use projects::{ProjectTotal, projects};
pub use same_person::same_person;
pub use score::{
    Achievement, Achievements, Claim, DirectorScore, OfIndicators, ProjectScore, ScoreRules, Scored, Step,
    achievements, proposed_direction, score,
};
pub use weights::{
    DirectorWeights, Floor, Method, ObjectiveWeight, ProjectWeight, Remark, WeightRules, WeightsFault, weights,
};

use std::collections::HashSet;

use polars::prelude::*;

use crate::model::{Commitment, Fte, Percent, Plan};

/// Why an analysis could not be made: the query failed.
pub type AnalysisError = PolarsError;

/// Some rows of a plan, added up: those that belong to none of the things that are listed.
struct Rest {
    rows: usize,
    people: usize,
    total: Percent,
    fte: Fte,
}

impl Rest {
    /// The rows that are meant; none if there are none.
    fn of<'t>(plan: &Plan<'t>, means: impl Fn(&Commitment<'t>) -> bool) -> Option<Self> {
        let rows: Vec<_> = plan.commitments.iter().filter(|row| means(row)).collect();
        let people: HashSet<usize> =
            rows.iter().map(|row| row.subject).filter(|&subject| plan.subjects[subject].is_person()).collect();
        let total = rows.iter().map(|row| row.percent).sum();
        let fte = rows.iter().map(|row| plan.fte_of(row)).sum();
        (!rows.is_empty()).then_some(Self { rows: rows.len(), people: people.len(), total, fte })
    }
}

/// The values of a column of whole numbers; null is `None`.
fn numbers(data: &DataFrame, column: &str) -> PolarsResult<Vec<Option<usize>>> {
    let values = data.column(column)?.cast(&DataType::UInt32)?;
    Ok(values.u32()?.iter().map(|value| value.map(|value| value as usize)).collect())
}

/// The values of a column of counts.
fn counts(data: &DataFrame, column: &str) -> PolarsResult<Vec<usize>> {
    Ok(numbers(data, column)?.into_iter().map(Option::unwrap_or_default).collect())
}
