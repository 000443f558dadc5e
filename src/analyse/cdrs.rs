//! How much of the staff each CDR has, role by role.

use polars::prelude::*;

use super::{Rest, counts, numbers};
use crate::frame::{Frame, full_time_equivalents, key, percents};
use crate::model::{Commitment, Fte, Percent, Plan, Role};

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
    /// The sum of the commitments, collectives' too.
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
pub fn cdrs(plans: &[Plan<'_>], frame: &Frame) -> PolarsResult<Vec<CdrTotal>> {
    let mut totals: Vec<CdrTotal> = plans
        .iter()
        .enumerate()
        .flat_map(|(plan, is)| (0..is.cdrs.len()).map(move |cdr| empty(plan, Some(cdr))))
        .collect();
    let people = col(key::SUBJECT).filter(col(key::IS_PERSON)).n_unique().alias("people");

    let sums = frame
        .lazy()
        .group_by([col(key::CDR)])
        .agg([col(key::PERCENT).sum(), col(key::FTE).sum(), len().alias("rows"), people.clone()])
        .collect()?;
    let (rows, heads) = (counts(&sums, "rows")?, counts(&sums, "people")?);
    let percent = percents(sums.column(key::PERCENT)?)?;
    let fte = full_time_equivalents(sums.column(key::FTE)?)?;
    for (group, cdr) in numbers(&sums, key::CDR)?.into_iter().enumerate() {
        if let Some(total) = cdr.and_then(|cdr| totals.get_mut(cdr)) {
            (total.rows, total.people) = (rows[group], heads[group]);
            (total.total, total.fte) = (percent[group], fte[group]);
        }
    }

    let by_role = frame
        .lazy()
        .group_by([col(key::CDR), col(key::ROLE), col(key::IS_PERSON)])
        .agg([col(key::FTE).sum(), people])
        .collect()?;
    let (roles, heads) = (counts(&by_role, key::ROLE)?, counts(&by_role, "people")?);
    let fte = full_time_equivalents(by_role.column(key::FTE)?)?;
    let are_people = by_role.column(key::IS_PERSON)?.bool()?.clone();
    for (group, cdr) in numbers(&by_role, key::CDR)?.into_iter().enumerate() {
        let Some(total) = cdr.and_then(|cdr| totals.get_mut(cdr)) else { continue };
        if are_people.get(group) == Some(true) {
            total.roles[roles[group]] = RoleTotal { people: heads[group], fte: fte[group] };
        } else {
            total.collectives = total.collectives + fte[group];
        }
    }
    Ok(with_rest(plans, totals))
}

/// Adds to each plan's totals that of the rows under no CDR, if there are any.
fn with_rest(plans: &[Plan<'_>], totals: Vec<CdrTotal>) -> Vec<CdrTotal> {
    let mut totals = totals.into_iter();
    let mut all = Vec::with_capacity(totals.len());
    for (plan, is) in plans.iter().enumerate() {
        all.extend((&mut totals).take(is.cdrs.len()));
        let outside = |row: &Commitment<'_>| is.sheets[row.sheet].cdr.is_none();
        let Some(Rest { rows, people, total, fte }) = Rest::of(is, outside) else { continue };
        let mut rest = CdrTotal { rows, people, total, fte, ..empty(plan, None) };
        for (at, role) in Role::ALL.into_iter().enumerate() {
            let of_role =
                |row: &Commitment<'_>| outside(row) && row.role == role && is.subjects[row.subject].is_person();
            let Some(Rest { people, fte, .. }) = Rest::of(is, of_role) else { continue };
            rest.roles[at] = RoleTotal { people, fte };
        }
        let collectives = Rest::of(is, |row| outside(row) && !is.subjects[row.subject].is_person());
        rest.collectives = collectives.map_or(Fte::ZERO, |rest| rest.fte);
        all.push(rest);
    }
    all
}

fn empty(plan: usize, cdr: Option<usize>) -> CdrTotal {
    CdrTotal {
        plan,
        cdr,
        rows: 0,
        people: 0,
        total: Percent::ZERO,
        fte: Fte::ZERO,
        roles: [RoleTotal::default(); Role::ALL.len()],
        collectives: Fte::ZERO,
    }
}
