//! How much of the staff each CDR has, role by role.

use foldhash::HashMap;

use super::{AnalysisError, by_thing};
use crate::frame::{Frame, Query, Sums};
use crate::model::{Fte, Percent, Plan, Role};

/// What is committed under one CDR of one plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CdrTotal {
    /// The plan, an index into the plans.
    pub plan: usize,
    /// The CDR, an index into [`Plan::cdrs`]; none for the rows that stand under none.
    pub cdr: Option<usize>,
    /// The number of projects that its summaries list.
    pub projects_listed: usize,
    /// The number of sheets with a code that stand under it.
    pub sheets: usize,
    /// The number of rows.
    pub rows: usize,
    /// The number of different people, collectives not counted.
    pub people: usize,
    /// The sum of the commitments, collectives' too; their mean over the year, where they have periods.
    pub total: Percent,
    /// The same as full-time equivalents.
    pub fte: Fte,
    /// The people's commitments by role, in the order of [`Role::ALL`].
    pub roles: [RoleTotal; Role::ALL.len()],
    /// The full-time equivalents of the collectives' commitments.
    pub collectives: Fte,
    /// Those of posts that are vacant: what is still to come.
    pub to_come: Fte,
}

/// What people of one role are committed to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct RoleTotal {
    /// The number of different people.
    pub people: usize,
    /// The full-time equivalents of their commitments.
    pub fte: Fte,
}

/// Every CDR's total, plan by plan in the order of [`Plan::cdrs`]; last, if there are any, the rows
/// under no CDR.
///
/// # Errors
///
/// Those of the query.
pub fn cdrs(plans: &[Plan<'_>], frame: &Frame) -> Result<Vec<CdrTotal>, AnalysisError> {
    let mut by_role = frame.groups(Query::Roles)?.into_iter().peekable();
    let counts: Vec<HashMap<Option<usize>, Counts>> = plans.iter().map(counts).collect();
    let total = |(plan, cdr, sums): (usize, Option<usize>, Sums)| {
        let Counts { projects_listed, sheets } = counts[plan].get(&cdr).copied().unwrap_or_default();
        let Sums { rows, counted: people, percent_days, fte, fte_collective: collectives, fte_to_come: to_come } = sums;
        let total = plans[plan].mean(percent_days).percent();
        let mut roles = [RoleTotal::default(); Role::ALL.len()];
        while let Some(group) = by_role.next_if(|group| (group.plan, group.thing) == (plan, cdr)) {
            if let Some(role) = group.role {
                roles[role as usize] = RoleTotal { people: group.sums.counted, fte: group.sums.fte };
            }
        }
        CdrTotal { plan, cdr, projects_listed, sheets, rows, people, total, fte, roles, collectives, to_come }
    };
    Ok(by_thing(plans, |plan| plan.cdrs.len(), frame.groups(Query::Cdrs)?).map(total).collect())
}

/// What of a plan stands under one CDR, besides rows.
#[derive(Debug, Clone, Copy, Default)]
struct Counts {
    projects_listed: usize,
    sheets: usize,
}

/// What stands under each CDR of a plan, and under none.
fn counts(plan: &Plan<'_>) -> HashMap<Option<usize>, Counts> {
    let mut counts: HashMap<Option<usize>, Counts> = HashMap::default();
    for project in &plan.projects {
        // One that is listed twice in a CDR is one of its projects.
        let mut cdrs: Vec<Option<usize>> = project.listings.iter().map(|listing| listing.cdr).collect();
        cdrs.sort_unstable();
        cdrs.dedup();
        for cdr in cdrs {
            counts.entry(cdr).or_default().projects_listed += 1;
        }
    }
    for sheet in plan.sheets.iter().filter(|sheet| sheet.code.is_some()) {
        counts.entry(sheet.cdr).or_default().sheets += 1;
    }
    counts
}
