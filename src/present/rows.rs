//! The flat rows: for programs as the dataframe has them, for people as a table.

use std::borrow::Cow;
use std::collections::HashMap;

use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

use super::place::{Counted, Spot};
use super::table::{Column, TableRow, table};
use super::{Names, Record, View, visible};
use crate::frame::{FlatColumn, FlatRow, FlatValue, flat};
use crate::model::{Plan, Role};
use crate::vocabulary::role;

impl Serialize for FlatRow {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(FlatColumn::ALL.len()))?;
        for (column, value) in self.values() {
            match value {
                FlatValue::Unknown => map.serialize_entry(column.name(), &None::<()>)?,
                FlatValue::Text(text) => map.serialize_entry(column.name(), text)?,
                FlatValue::Count(count) => map.serialize_entry(column.name(), count)?,
                FlatValue::Percent(percent) => map.serialize_entry(column.name(), percent)?,
            }
        }
        map.end()
    }
}

impl Record for FlatRow {
    const COLUMNS: &'static [&'static str] = FlatColumn::NAMES;

    fn set_plan(&mut self, label: &str) {
        self[FlatColumn::Plan] = FlatValue::Text(label.to_owned());
    }
}

/// Where the share of a row is written.
pub(super) fn spot(row: &FlatRow) -> Spot<'_> {
    let cell = row.text(FlatColumn::Sheet).zip(row.text(FlatColumn::Cell));
    Spot::new(row.count(FlatColumn::Line).unwrap_or_default(), row.count(FlatColumn::Page), cell)
}

/// The flat rows of a plan, with people called as they should be.
pub fn flat_rows(names: &Names, plan: &Plan<'_>) -> Vec<FlatRow> {
    let mut rows: Vec<FlatRow> = flat(plan).collect();
    if names.are_plain() {
        return rows;
    }
    // Most texts stand in many rows, and it takes a while to clear one of names.
    let mut known: HashMap<(usize, String), String> = HashMap::new();
    for row in &mut rows {
        for (at, &column) in FlatColumn::ALL.iter().enumerate() {
            if let FlatValue::Text(text) = &mut row[column] {
                let written = std::mem::take(text);
                let shown = || called(names, column, &written).into_owned();
                text.clone_from(known.entry((at, written.clone())).or_insert_with(shown));
            }
        }
    }
    rows
}

/// A text of a column, with people called as they should be.
fn called<'n>(names: &'n Names, column: FlatColumn, text: &'n str) -> Cow<'n, str> {
    match column {
        FlatColumn::Person | FlatColumn::PersonAsWritten | FlatColumn::Director => names.name(text),
        FlatColumn::RoleAsWritten if role(text) == Role::Other => names.figures(text),
        FlatColumn::RoleAsWritten => names.role(text),
        FlatColumn::Project | FlatColumn::Cdr => names.code(text),
        FlatColumn::Plan | FlatColumn::Path | FlatColumn::Sheet => names.label(text),
        FlatColumn::ProjectKind | FlatColumn::Role | FlatColumn::SubjectKind | FlatColumn::Cell => text.into(),
        _ => names.text(text),
    }
}

/// The rows as a table: what identifies each, and where it is written.
pub fn rows_table(view: &View, rows: &[FlatRow], several_plans: bool) -> String {
    let numbers = view.numbers();
    let places = rows.iter().map(|row| row.percent().places()).max().unwrap_or(2);
    let counted = Counted::of(rows.iter().map(spot));
    let shown: &[(FlatColumn, Column)] = &[
        (FlatColumn::Plan, Column::words("column-plan")),
        (FlatColumn::Cdr, Column::words("column-cdr")),
        (FlatColumn::Project, Column::words("column-project")),
        (FlatColumn::Person, Column::long("column-subject")),
        (FlatColumn::RoleAsWritten, Column::long("column-roles")),
        (FlatColumn::Percent, Column::figures("column-percent")),
        (FlatColumn::Path, Column::long("column-document")),
        (FlatColumn::Line, Column::figures(counted.heading())),
    ];
    let shown = if several_plans { shown } else { &shown[1..] };
    let columns: Vec<Column> = shown.iter().map(|(_, column)| column.clone()).collect();
    let cell = |row: &FlatRow, column: FlatColumn| match &row[column] {
        _ if column == FlatColumn::Line => spot(row).words(view, counted).into_owned(),
        FlatValue::Unknown => "–".to_owned(),
        FlatValue::Text(text) => visible(text).into_owned(),
        FlatValue::Count(count) => count.to_string(),
        FlatValue::Percent(percent) => numbers.percent_to(*percent, places),
    };
    let cells = |row| shown.iter().map(|&(column, _)| cell(row, column).into()).collect();
    let rows: Vec<TableRow<'_>> = rows.iter().map(|row| TableRow::plain(cells(row))).collect();
    table(view, &columns, &rows)
}
