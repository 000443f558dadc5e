//! Commitments that turn out not to count when all of the plan is known: they become rejected rows.

use crate::model::{Fault, PercentFault, Plan, RejectedRow, Rejection};
use crate::source::Place;

/// A commitment that does not count, and why.
#[derive(Debug, Clone, Copy)]
pub struct TakenOut<'t> {
    /// Which, an index into [`Plan::commitments`].
    pub commitment: usize,
    /// How many figures with a percent sign stand in the row.
    pub percentages: usize,
    /// What is wrong, and where.
    pub fault: PercentFault,
    pub place: Place<'t>,
}

/// Rejects some commitments.
pub fn reject<'t>(plan: &mut Plan<'t>, out: &[TakenOut<'t>]) {
    if out.is_empty() {
        return;
    }
    let mut is_out = vec![false; plan.commitments.len()];
    for &TakenOut { commitment, percentages, fault, place } in out {
        is_out[commitment] = true;
        plan.percentages.accepted -= percentages;
        plan.percentages.rejected += percentages;
        let row = &plan.commitments[commitment];
        let number = u32::try_from(plan.rejected.len()).unwrap_or(u32::MAX);
        plan.subjects[row.subject].rejected.push(number);
        plan.rejected.push(RejectedRow {
            faults: vec![Fault { reason: Rejection::UnreadablePercent(fault), place }],
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
