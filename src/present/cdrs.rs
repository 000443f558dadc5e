//! The CDRs of a plan: as records for programs, as a table for a terminal.

use std::borrow::Cow;

use serde::Serialize;

use super::table::{Column, TableRow, table};
use super::{Names, Record, View, visible};
use crate::analyse::CdrTotal;
use crate::model::{Fte, Percent, Plan, Role};

/// A responsibility centre of a plan.
#[derive(Debug, Clone, Serialize)]
pub struct CdrRecord {
    /// The plan's label.
    pub plan: String,
    /// The code; unknown for the rows that stand under no CDR.
    pub cdr: Option<String>,
    /// The name; unknown if no document gives it.
    pub name: Option<String>,
    /// Who leads it, as written.
    pub director: Option<String>,
    /// The number of projects that its summary lists.
    pub projects_listed: usize,
    /// The number of its sheets.
    pub sheets: usize,
    /// The number of staff rows.
    pub rows: usize,
    /// The number of different people; collectives are not counted.
    pub people: usize,
    /// The sum of the commitments.
    pub total_percent: Percent,
    /// The same as full-time equivalents.
    pub fte: Fte,
    /// Of these, directors.
    pub fte_director: Fte,
    /// Of these, organisational positions.
    pub fte_organisational_position: Fte,
    /// Of these, employees.
    pub fte_employee: Fte,
    /// Of these, employees under article 90.
    pub fte_employee_art_90: Fte,
    /// Of these, people of another role.
    pub fte_other: Fte,
    /// Of these, collectives.
    pub fte_collective: Fte,
    /// Of these, posts that are vacant.
    pub fte_to_come: Fte,
}

impl Record for CdrRecord {
    const COLUMNS: &'static [&'static str] = &[
        "plan",
        "cdr",
        "name",
        "director",
        "projects_listed",
        "sheets",
        "rows",
        "people",
        "total_percent",
        "fte",
        "fte_director",
        "fte_organisational_position",
        "fte_employee",
        "fte_employee_art_90",
        "fte_other",
        "fte_collective",
        "fte_to_come",
    ];

    fn set_plan(&mut self, label: &str) {
        label.clone_into(&mut self.plan);
    }
}

/// The record of a total in its plan.
pub fn cdr_record(names: &Names, plan: &Plan<'_>, total: &CdrTotal) -> CdrRecord {
    let cdr = total.cdr.map(|cdr| &plan.cdrs[cdr]);
    let of_role = |role: Role| total.roles[role as usize].fte;
    CdrRecord {
        plan: plan.label.clone(),
        cdr: cdr.map(|cdr| names.code(&cdr.code).into_owned()),
        name: cdr.filter(|cdr| !cdr.name.is_empty()).map(|cdr| names.text(&cdr.name).into_owned()),
        director: cdr.and_then(|cdr| cdr.director.as_ref()).map(|director| names.name(&director.words()).into_owned()),
        projects_listed: total.projects_listed,
        sheets: total.sheets,
        rows: total.rows,
        people: total.people,
        total_percent: total.total,
        fte: total.fte,
        fte_director: of_role(Role::Director),
        fte_organisational_position: of_role(Role::OrganisationalPosition),
        fte_employee: of_role(Role::Employee),
        fte_employee_art_90: of_role(Role::EmployeeArt90),
        fte_other: of_role(Role::Other),
        fte_collective: total.collectives,
        fte_to_come: total.to_come,
    }
}

impl CdrRecord {
    fn by_role(&self) -> [Fte; 7] {
        [
            self.fte_director,
            self.fte_organisational_position,
            self.fte_employee,
            self.fte_employee_art_90,
            self.fte_other,
            self.fte_collective,
            self.fte_to_come,
        ]
    }
}

const ROLE_COLUMNS: [&str; 7] = [
    "column-fte-director",
    "column-fte-organisational_position",
    "column-fte-employee",
    "column-fte-employee_art_90",
    "column-fte-other",
    "column-fte-collective",
    "column-fte-to-come",
];

/// CDRs as a table, the sum below them; roles that nobody has are left out. With a column for the
/// plan where there are several.
pub fn cdr_table(view: &View, cdrs: &[CdrRecord], several_plans: bool) -> String {
    let numbers = view.numbers();
    let percent_places = cdrs.iter().map(|cdr| cdr.total_percent.places()).max().unwrap_or(2);
    let scales =
        cdrs.iter().flat_map(|cdr| cdr.by_role().into_iter().chain([cdr.fte])).map(|fte| fte.decimal().scale());
    let fte_places = scales.max().unwrap_or(2);
    let has_role = |at: &usize| cdrs.iter().any(|cdr| !cdr.by_role()[*at].is_zero());
    let roles: Vec<usize> = (0..ROLE_COLUMNS.len()).filter(has_role).collect();
    let mut columns = vec![
        Column::words("column-cdr"),
        Column::long("column-name"),
        Column::long("column-director"),
        Column::figures("column-sheets"),
        Column::figures("column-people"),
        Column::figures("column-percent"),
        Column::figures("column-fte"),
    ];
    columns.extend(roles.iter().map(|&role| Column::figures(ROLE_COLUMNS[role])));
    let without = view.messages.text("without-cdr");
    let fte = |value: Fte| -> Cow<'_, str> { numbers.decimal(value.decimal(), fte_places).into() };
    let mut rows: Vec<TableRow<'_>> = cdrs
        .iter()
        .map(|cdr| {
            let mut cells = vec![
                cdr.cdr.as_deref().map_or("–".into(), visible),
                match (cdr.name.as_deref(), &cdr.cdr) {
                    (Some(name), _) => visible(name),
                    (None, Some(_)) => "–".into(),
                    (None, None) => Cow::Borrowed(&*without),
                },
                cdr.director.as_deref().map_or("–".into(), visible),
                numbers.count(cdr.sheets).into(),
                numbers.count(cdr.people).into(),
                numbers.percent_to(cdr.total_percent, percent_places).into(),
                fte(cdr.fte),
            ];
            cells.extend(roles.iter().map(|&role| fte(cdr.by_role()[role])));
            TableRow::plain(cells)
        })
        .collect();
    let total: Percent = cdrs.iter().map(|cdr| cdr.total_percent).sum();
    let mut sum = vec![
        view.messages.text("sum").into(),
        "".into(),
        "".into(),
        numbers.count(cdrs.iter().map(|cdr| cdr.sheets).sum()).into(),
        // Somebody who works in two CDRs is one person in each: the people do not add up.
        "".into(),
        numbers.percent_to(total, percent_places).into(),
        fte(cdrs.iter().map(|cdr| cdr.fte).sum()),
    ];
    sum.extend(roles.iter().map(|&role| fte(cdrs.iter().map(|cdr| cdr.by_role()[role]).sum())));
    rows.push(TableRow::plain(sum));
    if several_plans {
        columns.insert(0, Column::words("column-plan"));
        let labels = cdrs.iter().map(|cdr| visible(&cdr.plan)).chain([Cow::Borrowed("")]);
        rows.iter_mut().zip(labels).for_each(|(row, label)| row.cells.insert(0, label));
    }
    table(view, &columns, &rows)
}
