//! How much of the staff each CDR has, role by role.

use polars::prelude::*;

use super::{counts, numbers};
use crate::frame::{Frame, key, percents};
use crate::model::{Percent, Plan, Role};

/// What is committed under one CDR of one plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CdrTotal {
    /// The plan, an index into the plans.
    pub plan: usize,
    /// The CDR, an index into [`Plan::cdrs`].
    pub cdr: usize,
    /// The number of rows.
    pub rows: usize,
    /// The number of different people, collectives not counted.
    pub people: usize,
    /// The sum of the commitments, collectives' too.
    pub total: Percent,
    /// The people's commitments by role, in the order of [`Role::ALL`].
    pub roles: [RoleTotal; Role::ALL.len()],
    /// The collectives' commitments.
    pub collectives: Percent,
}

/// What people of one role are committed to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct RoleTotal {
    /// The number of different people.
    pub people: usize,
    /// The sum of their commitments.
    pub total: Percent,
}

/// Every CDR's total, plan by plan in the order of [`Plan::cdrs`].
///
/// # Errors
///
/// Those of the query.
pub fn cdrs(plans: &[Plan<'_>], frame: &Frame) -> PolarsResult<Vec<CdrTotal>> {
    let mut totals: Vec<CdrTotal> =
        plans.iter().enumerate().flat_map(|(plan, is)| (0..is.cdrs.len()).map(move |cdr| empty(plan, cdr))).collect();
    let people = col(key::SUBJECT).filter(col(key::IS_PERSON)).n_unique().alias("people");

    let sums = frame
        .lazy()
        .group_by([col(key::CDR)])
        .agg([col(key::PERCENT).sum(), len().alias("rows"), people.clone()])
        .collect()?;
    let (rows, heads) = (counts(&sums, "rows")?, counts(&sums, "people")?);
    let percent = percents(sums.column(key::PERCENT)?)?;
    for (group, cdr) in numbers(&sums, key::CDR)?.into_iter().enumerate() {
        if let Some(total) = cdr.and_then(|cdr| totals.get_mut(cdr)) {
            (total.rows, total.people, total.total) = (rows[group], heads[group], percent[group]);
        }
    }

    let by_role = frame
        .lazy()
        .group_by([col(key::CDR), col(key::ROLE), col(key::IS_PERSON)])
        .agg([col(key::PERCENT).sum(), people])
        .collect()?;
    let (roles, heads) = (counts(&by_role, key::ROLE)?, counts(&by_role, "people")?);
    let percent = percents(by_role.column(key::PERCENT)?)?;
    let are_people = by_role.column(key::IS_PERSON)?.bool()?.clone();
    for (group, cdr) in numbers(&by_role, key::CDR)?.into_iter().enumerate() {
        let Some(total) = cdr.and_then(|cdr| totals.get_mut(cdr)) else { continue };
        if are_people.get(group) == Some(true) {
            total.roles[roles[group]] = RoleTotal { people: heads[group], total: percent[group] };
        } else {
            total.collectives = total.collectives + percent[group];
        }
    }
    Ok(totals)
}

fn empty(plan: usize, cdr: usize) -> CdrTotal {
    CdrTotal {
        plan,
        cdr,
        rows: 0,
        people: 0,
        total: Percent::ZERO,
        roles: [RoleTotal::default(); Role::ALL.len()],
        collectives: Percent::ZERO,
    }
}
