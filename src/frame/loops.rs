//! The questions to the columns, answered by plain loops: where there is no Polars, and to hold its answers against.

use super::FrameError;
use super::columns::{Amount, Columns, Group, Query, Sums};

/// The groups of a query, plan by plan, thing by thing, role by role, the rest last.
///
/// # Errors
///
/// A sum that is too large for a decimal.
pub fn groups(columns: &Columns, query: Query) -> Result<Vec<Group>, FrameError> {
    let keys = query.keys();
    let key_of = |row: usize| keys.iter().map(move |&key| columns.key(key)[row]);
    let mut rows: Vec<usize> = (0..columns.height()).collect();
    rows.sort_by(|&a, &b| key_of(a).cmp(key_of(b)));
    let of_group = |rows: &[usize]| {
        let counted = columns.key(query.counted());
        let amount = |amount: Amount, row: usize| columns.amount(amount)[row];
        Ok(Group::of(key_of(rows[0]), Sums::of_rows(rows.iter().copied(), |row| counted[row], amount)?))
    };
    let groups = rows.chunk_by(|&a, &b| key_of(a).eq(key_of(b))).map(of_group);
    let mut groups = groups.collect::<Result<Vec<_>, FrameError>>()?;
    groups.sort_by_key(Group::place);
    Ok(groups)
}
