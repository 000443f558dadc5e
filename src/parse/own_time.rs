//! Working time of people who are not full-time: hours and days of a plan are counted against a full-time position, and a commitment is a share
//! of one's own time.

use rust_decimal::Decimal;

use super::figure::read_work;
use super::taken_out::TakenOut;
use crate::model::{Commitment, Contract, FullTime, PercentFault, Plan, WorkUnit, WorkingTime};

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

/// Makes shares of one's own time of those of a full-time position, where the staff file says how much of one somebody has. Gives the rows of which
/// it does not say it: they are to be rejected.
pub fn settle<'t>(plan: &mut Plan<'t>, worked: &[Worked]) -> Vec<TakenOut<'t>> {
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
            None => unclear.push(TakenOut {
                commitment: own.commitment,
                percentages: own.percentages,
                fault: PercentFault::OwnTime,
                place: row.figure,
            }),
        }
    }
    unclear
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
