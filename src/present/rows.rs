//! The flat rows: for programs as the dataframe has them, for people as a table.

use std::borrow::Cow;
use std::io::{self, Write};

use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

use super::place::{Counted, Spot};
use super::table::{Column, TableRow, write_table};
use super::{Names, View, visible};
use crate::frame::{FlatColumn, FlatRow, FlatRows, FlatValue};
use crate::model::{Plan, Role};
use crate::vocabulary::role;

impl Serialize for FlatRow<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(FlatColumn::ALL.len()))?;
        for (column, value) in self.values() {
            match value {
                FlatValue::Unknown => map.serialize_entry(column.name(), &None::<()>)?,
                FlatValue::Text(text) => map.serialize_entry(column.name(), &*text)?,
                FlatValue::Count(count) => map.serialize_entry(column.name(), &count)?,
                FlatValue::Percent(percent) => map.serialize_entry(column.name(), &percent)?,
            }
        }
        map.end()
    }
}

/// Where the share of a row is written.
pub(super) fn spot(row: FlatRow<'_>) -> Spot<'_> {
    let cell = row.text(FlatColumn::Sheet).zip(row.text(FlatColumn::Cell));
    Spot::new(row.count(FlatColumn::Line).unwrap_or_default(), row.count(FlatColumn::Page), cell)
}

/// The flat rows of a plan, with people called as they should be.
pub fn flat_rows(names: &Names, plan: &Plan<'_>) -> FlatRows {
    let mut rows = FlatRows::of(plan);
    if !names.are_plain() {
        rows.rewrite(FlatColumn::ALL, |column, text| called(names, column, text).into_owned());
    }
    rows
}

/// Sets the label of the plan of some rows.
pub fn label_rows(rows: &mut FlatRows, label: &str) {
    rows.rewrite(&[FlatColumn::Plan], |_, _| label.to_owned());
}

/// A text of a column, with people called as they should be.
fn called<'n>(names: &'n Names, column: FlatColumn, text: &'n str) -> Cow<'n, str> {
    match column {
        FlatColumn::Person | FlatColumn::PersonAsWritten | FlatColumn::Director => names.name(text),
        FlatColumn::Number => names.number(text),
        FlatColumn::RoleAsWritten if role(text) == Role::Other => names.figures(text),
        FlatColumn::RoleAsWritten => names.role(text),
        FlatColumn::Project | FlatColumn::Cdr => names.code(text),
        FlatColumn::Plan | FlatColumn::Path | FlatColumn::Sheet => names.label(text),
        FlatColumn::ProjectKind
        | FlatColumn::Role
        | FlatColumn::SubjectKind
        | FlatColumn::Cell
        | FlatColumn::From
        | FlatColumn::To => text.into(),
        _ => names.text(text),
    }
}

/// Writes the rows as a table: what identifies each, and where it is written.
///
/// # Errors
///
/// Those of what it is written to.
pub fn write_rows_table(to: &mut dyn Write, view: &View, rows: &[FlatRow<'_>], several_plans: bool) -> io::Result<()> {
    let numbers = view.numbers();
    let places = rows.iter().map(|row| row.percent().places()).max().unwrap_or(2);
    let counted = Counted::of(rows.iter().copied().map(spot));
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
    let cell = |row: FlatRow<'_>, column: FlatColumn| match row.value(column) {
        _ if column == FlatColumn::Line => spot(row).words(view, counted),
        FlatValue::Unknown => "–".into(),
        FlatValue::Text(text) => visible(&text).into_owned().into(),
        FlatValue::Count(count) => count.to_string().into(),
        FlatValue::Percent(percent) => numbers.percent_to(percent, places).into(),
    };
    let cells = |&row: &FlatRow<'_>| shown.iter().map(|&(column, _)| cell(row, column)).collect();
    write_table(to, view, &columns, rows, |row| Cow::Owned(TableRow::plain(cells(row))))
}
