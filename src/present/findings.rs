//! Findings: as records for programs, as paragraphs for a terminal, as lines for an editor.

use std::fmt::Write;

use fluent_bundle::FluentValue;
use serde::Serialize;

use super::facts::{fault_code, message_values};
use super::{Record, View, visible};
use crate::finding::{Balance, Code, Finding, Severity};
use crate::model::{Percent, Plan};
use crate::source::Place;

/// A finding, in words and facts. The facts that do not apply are left out.
#[derive(Debug, Clone, Serialize)]
pub struct FindingRecord {
    /// `A001`.
    pub code: &'static str,
    /// `over-allocated`.
    pub name: &'static str,
    /// `error`, `warning` or `note`.
    pub severity: Severity,
    /// The plan's label.
    pub plan: String,
    /// What was found, in a sentence.
    pub message: String,
    /// What to do about it.
    pub help: String,
    /// Where it is written.
    pub origins: Vec<OriginRecord>,
    /// What the plan itself gives as a reason.
    pub explained_by: Vec<()>,
    /// The person, or another subject.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub person: Option<String>,
    /// The code of the project.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub project: Option<String>,
    /// The code of the CDR.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cdr: Option<String>,
    /// The sum of a person's commitments.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub total_percent: Option<Percent>,
    /// What it should be.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub capacity_percent: Option<Percent>,
    /// Total minus capacity.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub difference_percent: Option<Percent>,
    /// The share of the rows in question.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub percent: Option<Percent>,
    /// The number of rows in question.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rows: Option<usize>,
    /// What is written where it cannot be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub written: Option<String>,
    /// Why a percentage cannot be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<&'static str>,
    /// The number of cells of a malformed row.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cells: Option<usize>,
}

/// Where something is written.
#[derive(Debug, Clone, Serialize)]
pub struct OriginRecord {
    /// The document's path as it was given.
    pub path: String,
    /// The line, counted from 1.
    pub line: u32,
    /// The column, counted in characters from 1.
    pub column: u32,
    /// The page, in documents with pages.
    pub page: Option<u32>,
    /// The sheet, in workbooks.
    pub sheet: Option<String>,
    /// The cell, in workbooks.
    pub cell: Option<String>,
    /// The whole line as it is written.
    pub excerpt: String,
}

impl OriginRecord {
    /// The record of a place.
    pub fn of(place: Place<'_>) -> Self {
        let origin = place.origin();
        Self {
            path: origin.path.to_owned(),
            line: origin.line,
            column: origin.column,
            page: None,
            sheet: None,
            cell: None,
            excerpt: origin.excerpt.to_owned(),
        }
    }
}

impl Record for FindingRecord {
    const COLUMNS: &'static [&'static str] = &[
        "plan",
        "code",
        "name",
        "severity",
        "message",
        "help",
        "person",
        "project",
        "cdr",
        "total_percent",
        "capacity_percent",
        "difference_percent",
        "percent",
        "rows",
        "written",
        "reason",
        "cells",
        "path",
        "line",
        "column",
    ];

    fn set_plan(&mut self, label: &str) {
        label.clone_into(&mut self.plan);
    }
}

/// The record of a finding.
pub fn finding_record(view: &View, plan: &Plan<'_>, finding: &Finding<'_>) -> FindingRecord {
    let facts = &finding.facts;
    let code = finding.code.code();
    let person = facts.subject.map(|subject| plan.subjects[subject].name.clone());
    FindingRecord {
        code,
        name: finding.code.name(),
        severity: finding.code.severity(),
        plan: plan.label.clone(),
        message: message(view, plan, finding),
        help: view.messages.attribute(code, "help"),
        origins: finding.places.iter().copied().map(OriginRecord::of).collect(),
        explained_by: Vec::new(),
        person: person.or_else(|| facts.name.as_deref().map(str::to_owned)),
        project: facts.project.map(|project| plan.projects[project].code.to_string()),
        cdr: facts.cdr.map(|cdr| plan.cdrs[cdr].code.to_string()),
        total_percent: facts.balance.map(|balance| balance.total),
        capacity_percent: facts.balance.map(|balance| balance.capacity),
        difference_percent: facts.balance.map(Balance::difference),
        percent: facts.percent,
        rows: facts.rows,
        written: facts.written.map(str::to_owned),
        reason: facts.fault.map(fault_code),
        cells: facts.cells,
    }
}

fn message(view: &View, plan: &Plan<'_>, finding: &Finding<'_>) -> String {
    view.messages.format(finding.code.code(), &message_values(view, plan, &finding.facts))
}

/// A finding as a paragraph: code, severity and message, then the lines it rests on.
#[derive(Debug, Clone)]
pub struct Paragraph {
    /// Its code.
    pub code: Code,
    /// The plan's label comes before the message where there are several plans.
    message: String,
    places: String,
}

impl Paragraph {
    /// The paragraph of a finding.
    pub fn of(view: &View, plan: &Plan<'_>, finding: &Finding<'_>) -> Self {
        Self { code: finding.code, message: message(view, plan, finding), places: places(view, &finding.places) }
    }

    /// Writes the paragraph; `remedy` says what to do, where that was not said before.
    pub fn write(&self, view: &View, plan: Option<&str>, remedy: Option<&str>, out: &mut String) {
        let (severity, colour) = severity_word(view, self.code.severity());
        let reset = if view.colour { "\u{1b}[0m" } else { "" };
        let code = self.code.code();
        let _ = write!(out, "{colour}{code} {severity}{reset}  ");
        if let Some(plan) = plan {
            let _ = write!(out, "{}: ", visible(plan));
        }
        let _ = writeln!(out, "{}", self.message);
        let _ = writeln!(out, "      {}", self.places);
        if let Some(remedy) = remedy {
            let _ = writeln!(out, "      {}: {remedy}", view.messages.text("remedy"));
        }
    }
}

fn severity_word(view: &View, severity: Severity) -> (String, &'static str) {
    let word = view.messages.text(match severity {
        Severity::Error => "severity-error",
        Severity::Warning => "severity-warning",
        Severity::Note => "severity-note",
    });
    let colour = match severity {
        _ if !view.colour => "",
        Severity::Error => "\u{1b}[1;31m",
        Severity::Warning => "\u{1b}[1;33m",
        Severity::Note => "\u{1b}[1m",
    };
    (word, colour)
}

/// The places of a finding: `plan.md:83, 177, 257`, document after document.
fn places(view: &View, places: &[Place<'_>]) -> String {
    let mut out = String::new();
    let mut path = None;
    for place in places {
        let here = place.document().path();
        if path == Some(here) {
            let _ = write!(out, ", {}", place.line());
        } else {
            let between = if path.is_some() { "; " } else { "" };
            let _ = write!(out, "{between}{}:{}", visible(here), place.line());
            path = Some(here);
        }
    }
    if out.is_empty() { view.messages.text("no") } else { out }
}

/// The findings as one line each, as editors read them: `FILE:LINE:COLUMN: CODE message`.
pub fn concise(findings: &[FindingRecord]) -> String {
    let mut out = String::new();
    for finding in findings {
        if let Some(origin) = finding.origins.first() {
            let _ = write!(out, "{}:{}:{}: ", visible(&origin.path), origin.line, origin.column);
        }
        let _ = writeln!(out, "{} {}", finding.code, finding.message);
    }
    out
}

/// The heading of the findings, with how many there are of each severity.
pub fn heading(view: &View, counts: [usize; 3]) -> String {
    if counts == [0; 3] {
        return view.messages.text("findings-none");
    }
    let numbers = view.numbers();
    let [errors, warnings, notes] = counts;
    view.messages.format(
        "findings-heading",
        &[
            ("errors", FluentValue::from(errors)),
            ("errors-text", numbers.count(errors).into()),
            ("warnings", warnings.into()),
            ("warnings-text", numbers.count(warnings).into()),
            ("notes", notes.into()),
            ("notes-text", numbers.count(notes).into()),
        ],
    )
}
