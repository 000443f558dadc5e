//! The questions to the columns, answered by Polars.
//!
//! Only the frames and their groups are asked of it, no lazy queries: four sums do not need a planner, which would be a
//! third of the program and of the time to compile it.

use polars::prelude::*;

use super::FrameError;
use super::columns::{Amount, Columns, Group, Key, Query, Sums};

/// The columns as a dataframe, the amounts as exact decimals.
///
/// # Errors
///
/// Those of Polars, if memory runs out.
pub fn dataframe(columns: &Columns) -> PolarsResult<DataFrame> {
    const DIGITS: usize = 38;
    let key = |key: Key| Ok(Column::new(key.name().into(), columns.key(key)));
    let amount = |amount: Amount| {
        let units = Int128Chunked::from_slice(amount.name().into(), columns.amount(amount));
        Ok(units.into_decimal(DIGITS, amount.decimals() as usize)?.into_column())
    };
    let all = Key::ALL.into_iter().map(key).chain(Amount::ALL.into_iter().map(amount));
    DataFrame::new(columns.height(), all.collect::<PolarsResult<_>>()?)
}

/// The groups of a query, plan by plan, thing by thing, role by role, the rest last.
///
/// # Errors
///
/// A sum that is too large for a decimal, and those of Polars.
pub fn groups(data: &DataFrame, query: Query) -> Result<Vec<Group>, FrameError> {
    let by = data.group_by(query.keys().iter().map(|key| key.name()))?;
    let keys = by.keys();
    let keys = keys.iter().map(Column::u32).collect::<PolarsResult<Vec<_>>>()?;
    let members = members(&by, data.column(query.counted().name())?.u32()?);
    #[allow(deprecated, reason = "in favour of sums in lazy queries, and no other eager sum is safe")]
    let sums = by.select(Amount::ALL.map(Amount::name)).sum()?;
    let amount = |amount: Amount| -> PolarsResult<Vec<Option<i128>>> {
        Ok(sums.column(&format!("{}_sum", amount.name()))?.decimal()?.physical().iter().collect())
    };
    let (percent, fte) = (amount(Amount::Percent)?, amount(Amount::Fte)?);
    let group = |(at, (rows, counted)): (usize, (usize, usize))| {
        // A sum without a value has outgrown the decimal.
        let [Some(percent), Some(fte)] = [percent[at], fte[at]] else { return Err(FrameError::TooLarge) };
        Ok(Group::of(keys.iter().map(|key| key.get(at)), Sums::of(rows, counted, [percent, fte])?))
    };
    let mut groups = members.into_iter().enumerate().map(group).collect::<Result<Vec<_>, _>>()?;
    groups.sort_by_key(Group::place);
    Ok(groups)
}

/// How many rows each group has, and how many different values of a key.
fn members(by: &GroupBy<'_>, key: &UInt32Chunked) -> Vec<(usize, usize)> {
    let mut values: Vec<u32> = Vec::new();
    let mut count = |rows: &mut dyn Iterator<Item = usize>| {
        let mut height = 0;
        values.clear();
        values.extend(rows.inspect(|_| height += 1).filter_map(|row| key.get(row)));
        values.sort_unstable();
        values.dedup();
        (height, values.len())
    };
    let groups = by.get_groups().iter().map(|group| match group {
        GroupsIndicator::Idx((_, rows)) => count(&mut rows.iter().map(|&row| row as usize)),
        GroupsIndicator::Slice([first, height]) => count(&mut (first as usize..(first + height) as usize)),
    });
    groups.collect()
}
