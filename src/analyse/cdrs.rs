//! How much of the staff each CDR has, role by role.

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
    let total = |(plan, cdr, sums): (usize, Option<usize>, Sums)| {
        let Sums { rows, counted: people, percent_days, fte } = sums;
        let total = plans[plan].mean(percent_days).percent();
        let mut roles = [RoleTotal::default(); Role::ALL.len()];
        let mut collectives = Fte::ZERO;
        while let Some(group) = by_role.next_if(|group| (group.plan, group.thing) == (plan, cdr)) {
            match group.role {
                Some(role) => roles[role as usize] = RoleTotal { people: group.sums.counted, fte: group.sums.fte },
                None => collectives = group.sums.fte,
            }
        }
        CdrTotal { plan, cdr, rows, people, total, fte, roles, collectives }
    };
    Ok(by_thing(plans, |plan| plan.cdrs.len(), frame.groups(Query::Cdrs)?).map(total).collect())
}
