//! How much of the staff each project takes.

use super::{AnalysisError, by_thing};
use crate::frame::{Frame, Query, Sums};
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
    /// The sum of the commitments, collectives' too; their mean over the year, where they have periods.
    pub total: Percent,
    /// The same as full-time equivalents.
    pub fte: Fte,
    /// Of these, those of posts that are vacant: what is still to come.
    pub to_come: Fte,
}

/// Every project's total, plan by plan in the order of [`Plan::projects`]; last, if there are any, the
/// rows under no project's code.
///
/// # Errors
///
/// Those of the query.
pub fn projects(plans: &[Plan<'_>], frame: &Frame) -> Result<Vec<ProjectTotal>, AnalysisError> {
    let groups = frame.groups(Query::Projects)?;
    let total = |(plan, project, sums): (usize, Option<usize>, Sums)| {
        let Sums { rows, counted: people, percent_days, fte, fte_to_come: to_come, .. } = sums;
        let total = plans[plan].mean(percent_days).percent();
        ProjectTotal { plan, project, rows, people, total, fte, to_come }
    };
    Ok(by_thing(plans, |plan| plan.projects.len(), groups).map(total).collect())
}
