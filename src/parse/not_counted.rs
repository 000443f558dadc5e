//! Whose the rows are that do not count: what bears somebody's name and was not read is missing to their total.

use std::borrow::Cow;

use super::cells::{looks_like_person, names_role};
use super::subjects::Subjects;
use crate::identity;
use crate::model::{Fault, Plan, RejectedRow, Rejection};

/// Gives every rejected row to those whose names it bears. Who has no other row is known by it alone.
pub fn attach<'t>(plan: &Plan<'t>, subjects: &mut Subjects<'t>) {
    for (number, row) in plan.rejected.iter().enumerate() {
        let project = row.sheet.and_then(|sheet| plan.sheets[sheet].code.as_deref());
        for name in names(row) {
            let known = subjects.known(&name, row.number, project);
            let counts_already =
                known.iter().any(|&subject| is_repeated(plan, row, &subjects.all[subject].commitments));
            if !counts_already && (!known.is_empty() || is_certain(row, &name)) {
                subjects.reject(name, row.number, project, number);
            }
        }
    }
}

/// The names that stand in a row: several, where it is rejected for that.
fn names<'t>(row: &RejectedRow<'t>) -> Vec<Cow<'t, str>> {
    let Some(name) = &row.name else { return Vec::new() };
    let is_several =
        row.faults.iter().any(|fault| fault.reason == Rejection::Undivided && fault.place.words() == *name);
    if is_several { identity::parted(name).into_iter().map(Cow::Owned).collect() } else { vec![name.clone()] }
}

/// Whether a row stands on a sheet that repeats another, on which the person has a row with the same share.
fn is_repeated(plan: &Plan<'_>, row: &RejectedRow<'_>, commitments: &[u32]) -> bool {
    let Some(repeated) = row.sheet.and_then(|sheet| plan.sheets[sheet].repeats) else { return false };
    let mut own = commitments.iter().map(|&own| &plan.commitments[own as usize]);
    own.any(|own| own.sheet == repeated && Some(own.percent) == row.percent)
}

/// Whether a row's name is certain to be one, though nobody else in the plan has it: it looks like nothing else, or stands in the
/// column of names beside a figure.
fn is_certain(row: &RejectedRow<'_>, name: &str) -> bool {
    let is_apart = |fault: &Fault<'_>| matches!(fault.reason, Rejection::Stray | Rejection::Undivided);
    let has_figure = |fault: &Fault<'_>| fault.place.raw().bytes().any(|byte| byte.is_ascii_digit());
    let is_in_column = !row.faults.iter().any(is_apart) && (row.percent.is_some() || row.faults.iter().any(has_figure));
    is_in_column || (looks_like_person(name) && !names_role(name))
}
