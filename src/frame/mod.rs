//! Plans → dataframe: one row per commitment, exact shares.
//!
//! [`Frame`] holds the columns by which commitments are grouped, as numbers; [`FlatRows`] writes every column out, for who
//! wants the rows themselves. This module alone knows the columns' names and types. Its questions are answered by
//! Polars, or, without the feature `polars`, by plain [`loops`], to the same figures.

mod columns;
#[cfg(feature = "polars")]
pub mod dataframe;
mod flat;
pub mod loops;
#[cfg(feature = "parquet")]
mod parquet;

pub use columns::{Amount, Columns, Group, Key, Query, Sums};
pub use flat::{FlatColumn, FlatRow, FlatRows, FlatType, FlatValue};
#[cfg(feature = "parquet")]
pub use parquet::parquet;

use crate::model::Plan;

/// Why a question could not be answered.
#[derive(Debug, thiserror::Error)]
pub enum FrameError {
    /// A sum has more digits than a decimal can have.
    #[error("a sum of percentages is too large")]
    TooLarge,
    /// The dataframe failed, if memory runs out.
    #[cfg(feature = "polars")]
    #[error(transparent)]
    Polars(#[from] polars::error::PolarsError),
}

/// The commitments of several plans, to be asked what they add up to.
#[derive(Debug, Clone)]
pub struct Frame {
    #[cfg(feature = "polars")]
    data: polars::frame::DataFrame,
    #[cfg(not(feature = "polars"))]
    data: Columns,
}

impl Frame {
    /// The frame of some plans.
    ///
    /// # Errors
    ///
    /// Those of Polars, if memory runs out.
    pub fn of(plans: &[Plan<'_>]) -> Result<Self, FrameError> {
        let columns = Columns::of(plans);
        #[cfg(feature = "polars")]
        let columns = dataframe::dataframe(columns)?;
        Ok(Self { data: columns })
    }

    /// What the commitments add up to, group by group: plan by plan, thing by thing, role by role, the rows that belong
    /// to none last.
    ///
    /// # Errors
    ///
    /// A sum that is too large for a decimal, and those of Polars.
    pub fn groups(&self, query: Query) -> Result<Vec<Group>, FrameError> {
        #[cfg(feature = "polars")]
        return dataframe::groups(&self.data, query);
        #[cfg(not(feature = "polars"))]
        return loops::groups(&self.data, query);
    }
}
