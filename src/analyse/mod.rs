//! Plans and dataframe → results: totals of people, projects and CDRs, and what was read.
//!
//! Results are numbers and indices into the plans, never text.

mod cdrs;
mod coverage;
mod people;
mod projects;

pub use cdrs::{CdrTotal, RoleTotal, cdrs};
pub use coverage::{Counts, Coverage, coverage};
pub use people::{Standing, Status, of_plan, people};
pub use projects::{ProjectTotal, projects};

use polars::prelude::*;

/// Why an analysis could not be made: the query failed.
pub type AnalysisError = PolarsError;

/// The values of a column of whole numbers; null is `None`.
fn numbers(data: &DataFrame, column: &str) -> PolarsResult<Vec<Option<usize>>> {
    let values = data.column(column)?.cast(&DataType::UInt32)?;
    Ok(values.u32()?.iter().map(|value| value.map(|value| value as usize)).collect())
}

/// The values of a column of counts.
fn counts(data: &DataFrame, column: &str) -> PolarsResult<Vec<usize>> {
    Ok(numbers(data, column)?.into_iter().map(Option::unwrap_or_default).collect())
}
