//! Capacities that documents state beside shares: they are those of the people, where nothing says anything else.

use foldhash::HashMap;

use super::taken_out::TakenOut;
use crate::model::{Percent, PercentFault, Plan, StatedCapacity, Subject, WorkingTime};
use crate::settings::{Staff, StaffLine};

/// A commitment beside which a capacity stands.
#[derive(Debug, Clone, Copy)]
pub struct BesideCapacity {
    /// Which, an index into [`Plan::commitments`].
    pub commitment: usize,
    /// How many figures with a percent sign stand in the row.
    pub percentages: usize,
}

/// Gives people the capacities that stand beside their shares. Gives the rows of those of whom rows, or the staff file, do not agree: they are to
/// be rejected, since nobody can say which of the two holds.
pub fn settle<'t>(plan: &mut Plan<'t>, beside: &[BesideCapacity], staff: Option<&Staff>) -> Vec<TakenOut<'t>> {
    let mut of_people: Vec<(usize, Vec<BesideCapacity>)> = Vec::new();
    let mut known: HashMap<usize, usize> = HashMap::default();
    for own in beside {
        let subject = plan.commitments[own.commitment].subject;
        if plan.subjects[subject].is_person() {
            let at = *known.entry(subject).or_insert(of_people.len());
            if at == of_people.len() {
                of_people.push((subject, Vec::new()));
            }
            of_people[at].1.push(*own);
        }
    }
    let mut out = Vec::new();
    for (subject, rows) in of_people {
        match capacity_of(plan, subject, &rows, staff) {
            Ok(capacity) => give(&mut plan.subjects[subject], capacity),
            Err(fault) => out.extend(rows.iter().filter_map(|row| taken_out(plan, *row, fault))),
        }
    }
    out
}

/// What the rows of somebody say of the capacity, if all of them and the staff file agree; otherwise why not.
fn capacity_of(
    plan: &Plan<'_>,
    subject: usize,
    rows: &[BesideCapacity],
    staff: Option<&Staff>,
) -> Result<Percent, PercentFault> {
    let stated = |row: &BesideCapacity| plan.capacity_beside(&plan.commitments[row.commitment]);
    let mut all = rows.iter().filter_map(stated).map(|StatedCapacity { percent, .. }| percent);
    let capacity = all.next().ok_or(PercentFault::NoCapacity)?;
    if all.any(|other| other != capacity) {
        return Err(PercentFault::TwoCapacities);
    }
    let who = &plan.subjects[subject];
    let line = who.staff_line.and_then(|line| staff?.lines().get(line));
    if !agrees(who, line, capacity) {
        return Err(PercentFault::OtherCapacity);
    }
    // Of a full position, one's own time is all of it.
    let is_in_part = who.commitments.len() > rows.len() && capacity != Percent::HUNDRED;
    if is_in_part { Err(PercentFault::CapacityInPart) } else { Ok(capacity) }
}

/// Whether the staff file says nothing else of how much of a full position somebody may be committed to: it states a capacity of their own
/// time, and how much of a full position that is.
fn agrees(who: &Subject<'_>, line: Option<&StaffLine>, capacity: Percent) -> bool {
    let states_capacity = line.is_some_and(|line| line.states_capacity);
    if !who.contracts.is_empty() || who.working_time.is_some_and(|time| time.is_nothing()) {
        return false;
    }
    let own = who.capacity.filter(|_| states_capacity).unwrap_or(Percent::HUNDRED).decimal();
    match who.working_time {
        Some(time) if states_capacity || time.hours != time.full_time_hours => {
            own * time.hours == capacity.decimal() * time.full_time_hours
        }
        _ => !states_capacity || own == capacity.decimal(),
    }
}

/// Makes a capacity somebody's: one of a full position, of which their shares are, too.
fn give(who: &mut Subject<'_>, capacity: Percent) {
    who.capacity = Some(capacity);
    let of_full = |time: WorkingTime| WorkingTime { hours: time.full_time_hours, ..time };
    who.working_time = who.working_time.map(of_full);
}

fn taken_out<'t>(
    plan: &Plan<'t>,
    BesideCapacity { commitment, percentages }: BesideCapacity,
    fault: PercentFault,
) -> Option<TakenOut<'t>> {
    let place = plan.capacity_beside(plan.commitments.get(commitment)?)?.place;
    Some(TakenOut { commitment, percentages, fault, place })
}
