//! Working time of people who are not full-time: hours and days of a plan are counted against a full-time position, and a commitment is a share
//! of one's own time.

use rust_decimal::Decimal;

use super::figure::read_work;
use crate::model::{
    Commitment, Contract, Fault, FullTime, PercentFault, Plan, RejectedRow, Rejection, WorkUnit, WorkingTime,
};

/// A commitment that is written as working time.
#[derive(Debug, Clone, Copy)]
pub struct Worked {
    /// Which, an index into [`Plan::commitments`].
    pub commitment: usize,
    /// In which unit.
    pub unit: WorkUnit,
    /// What is all of a full-time position's.
    pub full: FullTime,
    /// How many figures with a percent sign stand in the row.
    pub percentages: usize,
}

/// Makes shares of one's own time of those of a full-time position, where the staff file says how much of one somebody has. Rows of which
/// it does not say it are rejected.
pub fn settle(plan: &mut Plan<'_>, worked: &[Worked]) {
    let mut unclear = Vec::new();
    for own in worked {
        let row = &plan.commitments[own.commitment];
        let share = match part_of_full_time(plan, row, own.unit) {
            Part::All => continue,
            Part::Some(part, whole) => read_work(&row.figure.words(), own.unit, own.full.part(part, whole)).ok(),
            Part::Unclear => None,
        };
        match share {
            Some(share) => {
                let row = &mut plan.commitments[own.commitment];
                (row.percent, row.rounded) = (share.percent, share.rounded);
            }
            None => unclear.push(*own),
        }
    }
    if !unclear.is_empty() {
        reject(plan, &unclear);
    }
}

/// Rejects some commitments.
fn reject(plan: &mut Plan<'_>, unclear: &[Worked]) {
    let mut is_out = vec![false; plan.commitments.len()];
    for Worked { commitment, percentages, .. } in unclear {
        is_out[*commitment] = true;
        plan.percentages.accepted -= percentages;
        plan.percentages.rejected += percentages;
        let row = &plan.commitments[*commitment];
        let fault = Fault { reason: Rejection::UnreadablePercent(PercentFault::OwnTime), place: row.figure };
        let number = u32::try_from(plan.rejected.len()).unwrap_or(u32::MAX);
        plan.subjects[row.subject].rejected.push(number);
        plan.rejected.push(RejectedRow {
            faults: vec![fault],
            name: Some(row.name.words()),
            number: row.number,
            role: Some(row.role),
            percent: None,
            sheet: Some(row.sheet),
        });
    }
    // Those that stay move up.
    let mut next = 0;
    let places: Vec<Option<u32>> = is_out
        .iter()
        .map(|is_out| {
            next += u32::from(!is_out);
            (!is_out).then(|| next - 1)
        })
        .collect();
    for subject in &mut plan.subjects {
        subject.commitments = subject.commitments.iter().filter_map(|&own| places[own as usize]).collect();
    }
    let mut is_out = is_out.into_iter();
    plan.commitments.retain(|_| is_out.next() == Some(false));
}

/// How much of a full-time position somebody has.
enum Part {
    /// All of it, as far as anything is known.
    All,
    /// So much of so much.
    Some(Decimal, Decimal),
    /// Now so much, now so much, or nothing: then no share of it can be told.
    Unclear,
}

fn part_of_full_time(plan: &Plan<'_>, row: &Commitment<'_>, unit: WorkUnit) -> Part {
    let subject = &plan.subjects[row.subject];
    let is_of_year = matches!(unit, WorkUnit::Hours | WorkUnit::Days | WorkUnit::PersonMonths);
    match subject.working_time {
        None => Part::All,
        Some(_) if !subject.contracts.is_empty() => under_contracts(plan, row, is_of_year),
        Some(time) => {
            let months = if is_of_year { time.months } else { Decimal::from(12) };
            part(time.hours * months, time.full_time_hours * Decimal::from(12))
        }
    }
}

fn part(part: Decimal, whole: Decimal) -> Part {
    match part {
        part if part.is_zero() => Part::Unclear,
        part if part == whole => Part::All,
        part => Part::Some(part, whole),
    }
}

/// Where contracts follow upon each other: of so much of a year, what all of them make; of so much of every week, what each of them is, if
/// it is the same.
fn under_contracts(plan: &Plan<'_>, row: &Commitment<'_>, is_of_year: bool) -> Part {
    let one = WorkingTime { hours: Decimal::ONE, full_time_hours: Decimal::ONE, months: Decimal::from(12) };
    let days_of = |contract: &Contract| -> u16 {
        let own = contract.within(plan.calendar());
        plan.days_of(row).filter_map(|held| Some(held.shared(own?)?.count())).sum()
    };
    let held: Vec<(WorkingTime, u16)> = plan.subjects[row.subject]
        .contracts
        .iter()
        .map(|contract| (contract.working_time.unwrap_or(one), days_of(contract)))
        .filter(|(_, days)| *days > 0)
        .collect();
    let Some(&(first, _)) = held.first() else { return Part::Unclear };
    let is_same = held.iter().all(|(time, _)| time.hours * first.full_time_hours == first.hours * time.full_time_hours);
    match (is_of_year, is_same) {
        (false, true) => part(first.hours, first.full_time_hours),
        (false, false) => Part::Unclear,
        (true, true) => {
            let days: u16 = held.iter().map(|(_, days)| days).sum();
            let year = Decimal::from(plan.year_days().count());
            part(first.hours * Decimal::from(days), first.full_time_hours * year)
        }
        (true, false) => {
            let of_days = held.iter().map(|(time, days)| time.hours / time.full_time_hours * Decimal::from(*days));
            part(of_days.sum(), Decimal::from(plan.year_days().count()))
        }
    }
}
