//! The projects of a plan: as records for programs, as a table for a terminal.

use std::borrow::Cow;

use serde::Serialize;

use super::table::{Column, TableRow, table};
use super::{Names, Record, View, visible};
use crate::analyse::ProjectTotal;
use crate::model::{Fte, ObjectiveKind, Percent, Plan, Project, ProjectKind};

/// A project of a plan. What only its sheet could tell is unknown where there is none.
#[derive(Debug, Clone, Serialize)]
pub struct ProjectRecord {
    /// The plan's label.
    pub plan: String,
    /// The code; unknown for the rows that stand under none.
    pub project: Option<String>,
    /// `product` or `project`.
    pub kind: Option<&'static str>,
    /// The title on the sheet, otherwise in the summary.
    pub title: Option<String>,
    /// The code of the CDR.
    pub cdr: Option<String>,
    /// Whether a summary lists it.
    pub listed: bool,
    /// Whether it has a sheet.
    pub sheet: bool,
    /// The number of objectives.
    pub objectives: Option<usize>,
    /// Of these, for improvement.
    pub objectives_improvement: Option<usize>,
    /// Of these, ordinary ones.
    pub objectives_ordinary: Option<usize>,
    /// Of these, priorities.
    pub objectives_priority: Option<usize>,
    /// The number of indicators.
    pub indicators: Option<usize>,
    /// Of these, for improvement.
    pub indicators_improvement: Option<usize>,
    /// Of these, ordinary ones.
    pub indicators_ordinary: Option<usize>,
    /// Of these, priorities.
    pub indicators_priority: Option<usize>,
    /// The number of staff rows.
    pub rows: Option<usize>,
    /// The number of people; collectives are not counted.
    pub people: Option<usize>,
    /// The sum of the commitments.
    pub total_percent: Option<Percent>,
    /// The same as full-time equivalents.
    pub fte: Option<Fte>,
    /// Of these, posts that are vacant.
    pub fte_to_come: Option<Fte>,
}

impl Record for ProjectRecord {
    const COLUMNS: &'static [&'static str] = &[
        "plan",
        "project",
        "kind",
        "title",
        "cdr",
        "listed",
        "sheet",
        "objectives",
        "objectives_improvement",
        "objectives_ordinary",
        "objectives_priority",
        "indicators",
        "indicators_improvement",
        "indicators_ordinary",
        "indicators_priority",
        "rows",
        "people",
        "total_percent",
        "fte",
        "fte_to_come",
    ];

    fn set_plan(&mut self, label: &str) {
        label.clone_into(&mut self.plan);
    }
}

/// The record of a total in its plan.
pub fn project_record(names: &Names, plan: &Plan<'_>, total: &ProjectTotal) -> ProjectRecord {
    let project = total.project.map(|project| &plan.projects[project]);
    let sheet = project.and_then(|project| project.sheet).map(|sheet| &plan.sheets[sheet]);
    // Rows under no code were read, though no sheet was.
    let was_read = project.is_none() || sheet.is_some();
    let objectives = |kind: Option<ObjectiveKind>| {
        let is = |own: Option<ObjectiveKind>| kind.is_none() || own == kind;
        sheet.map(|sheet| sheet.objectives.iter().filter(|objective| is(objective.kind)).count())
    };
    let indicators = |kind: Option<ObjectiveKind>| {
        let is = |own: Option<ObjectiveKind>| kind.is_none() || own == kind;
        sheet.map(|sheet| sheet.indicators.iter().filter(|indicator| is(indicator.kind())).count())
    };
    ProjectRecord {
        plan: plan.label.clone(),
        project: project.map(|project| names.code(&project.code).into_owned()),
        kind: project.and_then(Project::kind).map(ProjectKind::code),
        title: project.and_then(|project| project.title(plan)).map(|title| names.text(&title).into_owned()),
        cdr: project.and_then(|project| project.cdr).map(|cdr| names.code(&plan.cdrs[cdr].code).into_owned()),
        listed: project.is_some_and(|project| !project.listings.is_empty()),
        sheet: sheet.is_some(),
        objectives: objectives(None),
        objectives_improvement: objectives(Some(ObjectiveKind::Improvement)),
        objectives_ordinary: objectives(Some(ObjectiveKind::Ordinary)),
        objectives_priority: objectives(Some(ObjectiveKind::Priority)),
        indicators: indicators(None),
        indicators_improvement: indicators(Some(ObjectiveKind::Improvement)),
        indicators_ordinary: indicators(Some(ObjectiveKind::Ordinary)),
        indicators_priority: indicators(Some(ObjectiveKind::Priority)),
        rows: was_read.then_some(total.rows),
        people: was_read.then_some(total.people),
        total_percent: was_read.then_some(total.total),
        fte: was_read.then_some(total.fte),
        fte_to_come: was_read.then_some(total.to_come),
    }
}

/// Projects as a table, the sum below them; with a column for the plan where there are several.
pub fn project_table(view: &View, projects: &[ProjectRecord], several_plans: bool) -> String {
    let numbers = view.numbers();
    let percent_places =
        projects.iter().filter_map(|project| project.total_percent).map(Percent::places).max().unwrap_or(2);
    let fte_places =
        projects.iter().filter_map(|project| project.fte).map(|fte| fte.decimal().scale()).max().unwrap_or(2);
    let mut columns = vec![
        Column::words("column-cdr"),
        Column::words("column-project"),
        Column::long("column-title"),
        Column::figures("column-objectives"),
        Column::figures("column-indicators"),
        Column::figures("column-people"),
        Column::figures("column-rows"),
        Column::figures("column-percent"),
        Column::figures("column-fte"),
    ];
    let has_to_come = projects.iter().filter_map(|project| project.fte_to_come).any(|fte| !fte.is_zero());
    if has_to_come {
        columns.push(Column::figures("column-fte-to-come"));
    }
    let fte_words = |fte: Option<Fte>| -> Cow<'_, str> {
        fte.map_or("–".into(), |fte| numbers.decimal(fte.decimal(), fte_places).into())
    };
    let count =
        |count: Option<usize>| -> Cow<'_, str> { count.map_or("–".into(), |count| numbers.count(count).into()) };
    let without = view.messages.text("without-project");
    let mut rows: Vec<TableRow<'_>> = projects
        .iter()
        .map(|project| {
            let mut cells = vec![
                project.cdr.as_deref().map_or("–".into(), visible),
                project.project.as_deref().map_or(Cow::Borrowed(&*without), visible),
                project.title.as_deref().map_or("–".into(), visible),
                count(project.objectives),
                count(project.indicators),
                count(project.people),
                count(project.rows),
                project.total_percent.map_or("–".into(), |total| numbers.percent_to(total, percent_places).into()),
                fte_words(project.fte),
            ];
            cells.extend(has_to_come.then(|| fte_words(project.fte_to_come)));
            TableRow::plain(cells)
        })
        .collect();
    let sum = |of: fn(&ProjectRecord) -> Option<usize>| count(Some(projects.iter().filter_map(of).sum()));
    let total: Percent = projects.iter().filter_map(|project| project.total_percent).sum();
    let fte_sum = |of: fn(&ProjectRecord) -> Option<Fte>| fte_words(Some(projects.iter().filter_map(of).sum()));
    let mut sums = vec![
        view.messages.text("sum").into(),
        "".into(),
        "".into(),
        sum(|project| project.objectives),
        sum(|project| project.indicators),
        // Somebody who works on two projects is one person in each: the people do not add up.
        "".into(),
        sum(|project| project.rows),
        numbers.percent_to(total, percent_places).into(),
        fte_sum(|project| project.fte),
    ];
    sums.extend(has_to_come.then(|| fte_sum(|project| project.fte_to_come)));
    rows.push(TableRow::plain(sums));
    if several_plans {
        columns.insert(0, Column::words("column-plan"));
        let labels = projects.iter().map(|project| visible(&project.plan)).chain([Cow::Borrowed("")]);
        rows.iter_mut().zip(labels).for_each(|(row, label)| row.cells.insert(0, label));
    }
    table(view, &columns, &rows)
}
