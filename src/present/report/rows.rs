//! The rows as Parquet: text, whole numbers, and the percentage as an exact decimal.
#![cfg(feature = "parquet")]

use polars::prelude::*;

use super::{Report, ReportError};
use crate::present::FlatRow;

impl Report<'_> {
    /// The rows as a Parquet file.
    pub(super) fn parquet(&self) -> Result<Vec<u8>, ReportError> {
        let mut data = FlatRow::frame(&self.rows).map_err(ReportError::of)?;
        let mut file = Vec::new();
        let writer = ParquetWriter::new(&mut file).with_compression(ParquetCompression::Uncompressed);
        writer.finish(&mut data).map_err(ReportError::of)?;
        Ok(file)
    }
}
