//! How much of the staff each project takes.

use polars::prelude::*;

use super::{counts, numbers};
use crate::frame::{Frame, key, percents};
use crate::model::{Percent, Plan};

/// What is committed to one project of one plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ProjectTotal {
    /// The plan, an index into the plans.
    pub plan: usize,
    /// The project, an index into [`Plan::projects`].
    pub project: usize,
    /// The number of rows.
    pub rows: usize,
    /// The number of different people, collectives not counted.
    pub people: usize,
    /// The sum of the commitments, collectives' too.
    pub total: Percent,
}

/// Every project's total, plan by plan in the order of [`Plan::projects`].
///
/// # Errors
///
/// Those of the query.
pub fn projects(plans: &[Plan<'_>], frame: &Frame) -> PolarsResult<Vec<ProjectTotal>> {
    let sums = frame
        .lazy()
        .group_by([col(key::PROJECT)])
        .agg([
            col(key::PERCENT).sum(),
            len().alias("rows"),
            col(key::SUBJECT).filter(col(key::IS_PERSON)).n_unique().alias("people"),
        ])
        .collect()?;
    let (rows, people) = (counts(&sums, "rows")?, counts(&sums, "people")?);
    let totals = percents(sums.column(key::PERCENT)?)?;
    let mut by_number = vec![(0, 0, Percent::ZERO); frame.projects.len()];
    for (group, project) in numbers(&sums, key::PROJECT)?.into_iter().enumerate() {
        if let Some(slot) = project.and_then(|project| by_number.get_mut(project)) {
            *slot = (rows[group], people[group], totals[group]);
        }
    }
    let places = plans.iter().enumerate().flat_map(|(plan, is)| (0..is.projects.len()).map(move |at| (plan, at)));
    Ok(places
        .zip(by_number)
        .map(|((plan, project), (rows, people, total))| ProjectTotal { plan, project, rows, people, total })
        .collect())
}
