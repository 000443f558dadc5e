//! The flat rows, as the dataframe holds them.

use std::borrow::Cow;

use polars::prelude::*;
use rust_decimal::Decimal;
use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

use super::place::{Counted, Spot};
use super::table::{Column as TableColumn, TableRow, table};
use super::{Names, Record, View, visible};
use crate::model::{Percent, Role};

/// A row of the dataframe, its values by the names of the columns.
#[derive(Debug, Clone)]
pub struct FlatRow {
    values: Vec<Value>,
}

#[derive(Debug, Clone)]
enum Value {
    Unknown,
    Text(String),
    Count(u32),
    Percent(Percent),
}

impl Serialize for FlatRow {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.values.len()))?;
        for (column, value) in Self::COLUMNS.iter().zip(&self.values) {
            match value {
                Value::Unknown => map.serialize_entry(column, &None::<()>)?,
                Value::Text(text) => map.serialize_entry(column, text)?,
                Value::Count(count) => map.serialize_entry(column, count)?,
                Value::Percent(percent) => map.serialize_entry(column, percent)?,
            }
        }
        map.end()
    }
}

impl FlatRow {
    /// The value of a column as text; nothing where it is unknown.
    pub(super) fn text(&self, column: &str) -> String {
        let at = Self::COLUMNS.iter().position(|known| *known == column);
        match at.and_then(|at| self.values.get(at)) {
            Some(Value::Text(text)) => text.clone(),
            Some(Value::Count(count)) => count.to_string(),
            Some(Value::Percent(percent)) => percent.to_string(),
            Some(Value::Unknown) | None => String::new(),
        }
    }

    /// The share.
    pub(super) fn percent(&self) -> Percent {
        self.values
            .iter()
            .find_map(|value| match value {
                Value::Percent(percent) => Some(*percent),
                _ => None,
            })
            .unwrap_or_default()
    }

    /// Where it is written.
    pub(super) fn spot(&self) -> Spot<'_> {
        let count = |at: usize| match self.values[at] {
            Value::Count(count) => Some(count),
            _ => None,
        };
        let text = |at: usize| match &self.values[at] {
            Value::Text(text) => Some(text.as_str()),
            _ => None,
        };
        Spot::new(count(19).unwrap_or_default(), count(21), text(22).zip(text(23)))
    }

    /// Some rows as a dataframe, the share as a decimal.
    ///
    /// # Errors
    ///
    /// Those of the dataframe.
    #[cfg(feature = "parquet")]
    pub(super) fn frame(rows: &[Self]) -> PolarsResult<DataFrame> {
        let column = |at: usize, name: &str| -> PolarsResult<Column> {
            let values = || rows.iter().map(|row| &row.values[at]);
            let counts = ["year", "line", "column", "page"];
            Ok(if name == "percent" {
                let millionths = values().map(|value| match value {
                    Value::Percent(percent) => Some(percent.millionths()),
                    _ => None,
                });
                let exact: Int128Chunked = millionths.collect();
                exact.with_name(name.into()).into_decimal(18, Percent::DECIMALS as usize)?.into_column()
            } else if counts.contains(&name) {
                let counts = values().map(|value| match value {
                    Value::Count(count) => Some(*count),
                    _ => None,
                });
                counts.collect::<UInt32Chunked>().with_name(name.into()).into_column()
            } else {
                let texts = values().map(|value| match value {
                    Value::Text(text) => Some(text.as_str()),
                    _ => None,
                });
                texts.collect::<StringChunked>().with_name(name.into()).into_column()
            })
        };
        let columns = Self::COLUMNS.iter().enumerate().map(|(at, name)| column(at, name));
        DataFrame::new(rows.len(), columns.collect::<PolarsResult<Vec<_>>>()?)
    }
}

impl Record for FlatRow {
    const COLUMNS: &'static [&'static str] = &[
        "plan",
        "entity",
        "year",
        "cdr",
        "cdr_name",
        "director",
        "project",
        "project_kind",
        "project_title",
        "direction",
        "strategic_objective",
        "action",
        "person",
        "person_as_written",
        "subject_kind",
        "role",
        "role_as_written",
        "percent",
        "path",
        "line",
        "column",
        "page",
        "sheet",
        "cell",
    ];

    fn set_plan(&mut self, label: &str) {
        self.values[0] = Value::Text(label.to_owned());
    }
}

/// The rows of a flat dataframe.
///
/// # Errors
///
/// A dataframe with other columns.
pub fn flat_rows(names: &Names, flat: &DataFrame) -> PolarsResult<Vec<FlatRow>> {
    let mut rows: Vec<FlatRow> =
        (0..flat.height()).map(|_| FlatRow { values: Vec::with_capacity(FlatRow::COLUMNS.len()) }).collect();
    for &name in FlatRow::COLUMNS {
        let column = flat.column(name)?.as_materialized_series();
        for (row, value) in rows.iter_mut().zip(column.iter()) {
            row.values.push(match value {
                AnyValue::String(text) => Value::Text(called(names, name, text)),
                AnyValue::UInt32(count) => Value::Count(count),
                AnyValue::Decimal(value, _, scale) => {
                    let scale = u32::try_from(scale).unwrap_or_default();
                    Decimal::try_from_i128_with_scale(value, scale).map_or(Value::Unknown, |v| Value::Percent(v.into()))
                }
                _ => Value::Unknown,
            });
        }
    }
    Ok(rows)
}

/// A text of a column, with people called as they should be.
fn called(names: &Names, column: &str, text: &str) -> String {
    match column {
        "person" | "person_as_written" | "director" => names.name(text),
        "role_as_written" if Role::read(text) == Role::Other => names.figures(text),
        "project" | "project_kind" | "cdr" | "role" | "subject_kind" => text.into(),
        _ => names.text(text),
    }
    .into_owned()
}

/// The rows as a table: what identifies each, and where it is written.
pub fn rows_table(view: &View, rows: &[FlatRow], several_plans: bool) -> String {
    let numbers = view.numbers();
    let places = rows.iter().filter_map(|row| match row.values[17] {
        Value::Percent(percent) => Some(percent.places()),
        _ => None,
    });
    let places = places.max().unwrap_or(2);
    let counted = Counted::of(rows.iter().map(FlatRow::spot));
    let shown: &[(usize, TableColumn)] = &[
        (0, TableColumn::words("column-plan")),
        (3, TableColumn::words("column-cdr")),
        (6, TableColumn::words("column-project")),
        (12, TableColumn::long("column-subject")),
        (16, TableColumn::long("column-roles")),
        (17, TableColumn::figures("column-percent")),
        (18, TableColumn::long("column-document")),
        (19, TableColumn::figures(counted.heading())),
    ];
    let shown = if several_plans { shown } else { &shown[1..] };
    let columns: Vec<TableColumn> = shown.iter().map(|(_, column)| column.clone()).collect();
    let cell = |value: &Value| -> Cow<'_, str> {
        match value {
            Value::Unknown => "–".into(),
            Value::Text(text) => Cow::Owned(visible(text).into_owned()),
            Value::Count(count) => count.to_string().into(),
            Value::Percent(percent) => numbers.percent_to(*percent, places).into(),
        }
    };
    let cell_of = |row: &'_ FlatRow, at: usize| match at {
        19 => row.spot().words(view, counted),
        _ => Cow::Owned(cell(&row.values[at]).into_owned()),
    };
    let rows: Vec<TableRow<'_>> =
        rows.iter().map(|row| TableRow::plain(shown.iter().map(|(at, _)| cell_of(row, *at)).collect())).collect();
    table(view, &columns, &rows)
}
