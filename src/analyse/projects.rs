//! How much of the staff each project takes.

use polars::prelude::*;

use super::{Rest, counts, numbers};
use crate::frame::{Frame, full_time_equivalents, key, percents};
use crate::model::{Fte, Percent, Plan};

/// What is committed to one project of one plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ProjectTotal {
    /// The plan, an index into the plans.
    pub plan: usize,
    /// The project, an index into [`Plan::projects`]; none for the rows that stand under no code.
    pub project: Option<usize>,
    /// The number of rows.
    pub rows: usize,
    /// The number of different people, collectives not counted.
    pub people: usize,
    /// The sum of the commitments, collectives' too.
    pub total: Percent,
    /// The same as full-time equivalents.
    pub fte: Fte,
}

/// Every project's total, plan by plan in the order of [`Plan::projects`]; last, if there are any, the
/// rows under no project's code.
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
            col(key::FTE).sum(),
            len().alias("rows"),
            col(key::SUBJECT).filter(col(key::IS_PERSON)).n_unique().alias("people"),
        ])
        .collect()?;
    let (rows, people) = (counts(&sums, "rows")?, counts(&sums, "people")?);
    let totals = percents(sums.column(key::PERCENT)?)?;
    let fte = full_time_equivalents(sums.column(key::FTE)?)?;
    let mut by_number = vec![(0, 0, Percent::ZERO, Fte::ZERO); frame.projects.len()];
    for (group, project) in numbers(&sums, key::PROJECT)?.into_iter().enumerate() {
        if let Some(slot) = project.and_then(|project| by_number.get_mut(project)) {
            *slot = (rows[group], people[group], totals[group], fte[group]);
        }
    }
    let mut by_number = by_number.into_iter();
    let mut all = Vec::with_capacity(frame.projects.len());
    for (plan, is) in plans.iter().enumerate() {
        all.extend((&mut by_number).take(is.projects.len()).enumerate().map(
            |(project, (rows, people, total, fte))| ProjectTotal {
                plan,
                project: Some(project),
                rows,
                people,
                total,
                fte,
            },
        ));
        let rest = Rest::of(is, |row| is.sheets[row.sheet].project.is_none());
        all.extend(rest.map(|rest| {
            let Rest { rows, people, total, fte } = rest;
            ProjectTotal { plan, project: None, rows, people, total, fte }
        }));
    }
    Ok(all)
}
