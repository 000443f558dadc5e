//! The questions to the columns, answered by Polars.
//!
//! It finds the groups; the shares of each are then added up as the exact decimals that they are. No lazy queries: four
//! questions need no planner, which would be a third of the program and of the time to compile it. And on this thread:
//! its own ones would cost more to wake than there is to do.

use polars::prelude::*;

use super::FrameError;
use super::columns::{Amount, Columns, Group, Key, Query, Sums};

/// The columns as a dataframe, the amounts as exact decimals. Each is given up when the dataframe has it.
///
/// # Errors
///
/// Those of Polars, if memory runs out.
pub fn dataframe(columns: Columns) -> PolarsResult<DataFrame> {
    const DIGITS: usize = 38;
    let height = columns.height();
    let (keys, amounts) = columns.into_values();
    let key = |(key, values): (Key, Vec<Option<u32>>)| Ok(Column::new(key.name().into(), values));
    let amount = |(amount, values): (Amount, Vec<i128>)| {
        let units = Int128Chunked::from_vec(amount.name().into(), values);
        Ok(units.into_decimal(DIGITS, amount.decimals() as usize)?.into_column())
    };
    let all = Key::ALL.into_iter().zip(keys).map(key).chain(Amount::ALL.into_iter().zip(amounts).map(amount));
    DataFrame::new(height, all.collect::<PolarsResult<_>>()?)
}

/// The groups of a query, plan by plan, thing by thing, role by role, the rest last.
///
/// # Errors
///
/// A sum that is too large for a decimal, and those of Polars.
pub fn groups(data: &DataFrame, query: Query) -> Result<Vec<Group>, FrameError> {
    const ON_OTHER_THREADS: bool = false;
    const SORTED: bool = false;
    let column = |key: Key| data.column(key.name());
    let keys = query.keys().iter().map(|&key| column(key).cloned()).collect::<PolarsResult<Vec<_>>>()?;
    let numbers = keys.iter().map(Column::u32).collect::<PolarsResult<Vec<_>>>()?;
    let by = if let [plan, thing] = numbers[..] { vec![pairs(plan, thing)] } else { keys.clone() };
    let by = data.group_by_with_series(by, ON_OTHER_THREADS, SORTED)?;
    let counted = column(query.counted())?.u32()?;
    let amount = |amount: Amount| Ok(data.column(amount.name())?.decimal()?.physical());
    let amounts: Vec<&Int128Chunked> = Amount::ALL.into_iter().map(amount).collect::<PolarsResult<_>>()?;
    let of_rows = |rows: &mut dyn Iterator<Item = usize>| {
        let mut rows = rows.peekable();
        let first = rows.peek().copied().unwrap_or_default();
        let amount = |amount: Amount, row: usize| amounts[amount as usize].get(row).unwrap_or_default();
        let sums = Sums::of_rows(rows, |row| counted.get(row), amount)?;
        Ok(Group::of(numbers.iter().map(|key| key.get(first)), sums))
    };
    let groups = by.get_groups().iter().map(|group| match group {
        GroupsIndicator::Idx((_, rows)) => of_rows(&mut rows.iter().map(|&row| row as usize)),
        GroupsIndicator::Slice([first, height]) => of_rows(&mut (first as usize..(first + height) as usize)),
    });
    let mut groups = groups.collect::<Result<Vec<_>, FrameError>>()?;
    groups.sort_by_key(Group::place);
    Ok(groups)
}

/// Two keys as one: Polars finds the groups of a number in less than half the time that it takes for those of two.
fn pairs(plan: &UInt32Chunked, thing: &UInt32Chunked) -> Column {
    // No plan has so many things.
    let half = |key: Option<u32>| u64::from(key.unwrap_or(u32::MAX));
    let pair = |(plan, thing)| half(plan) << 32 | half(thing);
    let pairs: Vec<u64> = plan.iter().zip(thing.iter()).map(pair).collect();
    Column::new("pair".into(), pairs)
}
