//! The flat dataframe as Parquet: texts, whole numbers, and the shares as exact decimals.

use polars::prelude::*;

use super::{FlatColumn, FlatRows, FlatType, FrameError};
use crate::model::Percent;

/// The rows as a Parquet file, the share as a decimal of eighteen digits.
///
/// # Errors
///
/// Those of Polars.
pub fn parquet(rows: &FlatRows) -> Result<Vec<u8>, FrameError> {
    let columns = FlatColumn::ALL.iter().map(|&column| of_column(column, rows)).collect::<Result<_, _>>()?;
    let mut data = DataFrame::new(rows.height(), columns)?;
    let mut file = Vec::new();
    ParquetWriter::new(&mut file).with_compression(ParquetCompression::Uncompressed).finish(&mut data)?;
    Ok(file)
}

fn of_column(column: FlatColumn, rows: &FlatRows) -> PolarsResult<Column> {
    const DIGITS: usize = 18;
    let name = PlSmallStr::from_static(column.name());
    Ok(match column.value_type() {
        FlatType::Text => Column::new(name, rows.iter().map(|row| row.text(column)).collect::<Vec<_>>()),
        FlatType::Count => Column::new(name, rows.iter().map(|row| row.count(column)).collect::<Vec<_>>()),
        FlatType::Percent => {
            let millionths = rows.iter().map(|row| Some(row.percent().millionths()));
            let exact: Int128Chunked = millionths.collect();
            exact.with_name(name).into_decimal(DIGITS, Percent::DECIMALS as usize)?.into_column()
        }
    })
}
