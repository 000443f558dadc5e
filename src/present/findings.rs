//! Findings: as records for programs, as lines for an editor.

use std::fmt::Write;

use fluent_bundle::FluentValue;
use serde::Serialize;

use super::facts::{fault_code, help, message_value, slip_code};
use super::period::period_fault_code;
use super::place::{OriginRecord, precise};
use super::rejected::rejected_record;
use super::{Names, Record, View, visible};
use crate::finding::{Balance, Code, Finding, MissedTarget, NumberConflict, Reason, SamePerson, Severity};
use crate::model::{Percent, Period, Plan, Unseen, iso_day};

/// A finding, in words and facts. The facts that do not apply are left out.
///
/// There may be hundreds of thousands of them: no room is kept in them to grow.
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
    pub message: Box<str>,
    /// What to do about it.
    pub help: Box<str>,
    /// Where it is written.
    pub origins: Vec<OriginRecord>,
    /// What the plan itself gives as a reason.
    pub explained_by: Vec<ReasonRecord>,
    /// That the settings settle it, why, and until when.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accepted: Option<Box<AcceptedRecord>>,
    /// The person, or another subject.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub person: Option<Box<str>>,
    /// Several persons.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    pub persons: Box<[Box<str>]>,
    /// Their totals, in the same order.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    pub person_totals_percent: Box<[Percent]>,
    /// Their totals together.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub merged_total_percent: Option<Percent>,
    /// What speaks for their being one person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub evidence: Option<Box<EvidenceRecord>>,
    /// What was probably meant by a name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub likely: Option<Box<str>>,
    /// The roles of one person.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    pub roles: Box<[&'static str]>,
    /// Two professional profiles that stand with one name.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    pub profiles: Box<[String]>,
    /// The code of the project.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub project: Option<Box<str>>,
    /// The code of the CDR.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cdr: Option<Box<str>>,
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
    /// The number of rows in question; the months of one row are one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rows: Option<usize>,
    /// What is written where it cannot be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub written: Option<Box<str>>,
    /// Why a percentage cannot be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<&'static str>,
    /// The number of cells of a malformed row.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cells: Option<usize>,
    /// The title in the summary.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub listed_title: Option<Box<str>>,
    /// The title on the sheet.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sheet_title: Option<Box<str>>,
    /// The code of the objective under which an indicator stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub objective: Option<Box<str>>,
    /// The header of a column, or what stands above a row that was not read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub header: Option<Box<str>>,
    /// The number of figures in question.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub figures: Option<usize>,
    /// Personnel numbers.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    pub numbers: Box<[String]>,
    /// Why something is not seen: `hidden` or `struck`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unseen: Option<&'static str>,
    /// The path of a document or file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub document: Option<Box<str>>,
    /// The key of the settings in which an entry stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub setting: Option<&'static str>,
    /// What stands there and matches nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entry: Option<Box<str>>,
    /// The path of the document that another repeats.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub other_document: Option<Box<str>>,
    /// How many of its sheets.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sheets: Option<usize>,
    /// How many rows say something else there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub differing_rows: Option<usize>,
    /// The most that a person is committed to on any day, where commitments have periods.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub peak_percent: Option<Percent>,
    /// The first of the days on which it is so: of their first stretch, where it is so several times.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub peak_from: Option<Box<str>>,
    /// The last day of this first stretch.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub peak_to: Option<Box<str>>,
    /// The days on which a person is over, or on which nothing is committed; those of a period that fall into the plan's year.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    pub days: Box<[DaysRecord]>,
    /// A period as it is written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stated: Option<Box<DaysRecord>>,
    /// Targets that were not met, or to which results do not fit.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    pub missed: Box<[MissedRecord]>,
    /// The line of the results: in a workbook the row of the worksheet.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub result_line: Option<u32>,
}

/// A target that was not met.
#[derive(Debug, Clone, Serialize)]
pub struct MissedRecord {
    /// The code of the indicator.
    pub indicator: String,
    /// The target, as plan or results write it.
    pub target: Option<String>,
    /// The actual value, as the results write it.
    pub actual: String,
}

/// Some days, the last included.
#[derive(Debug, Clone, Serialize)]
pub struct DaysRecord {
    /// The first.
    pub from: String,
    /// The last.
    pub to: String,
}

impl From<Period> for DaysRecord {
    fn from(period: Period) -> Self {
        Self { from: iso_day(period.from()), to: iso_day(period.to()) }
    }
}

/// What the plan itself gives as a reason for a gap.
#[derive(Debug, Clone, Serialize)]
pub struct ReasonRecord {
    /// `rejected-row`, `missing-sheet`, `probable-same-person` or `leads-no-cdr`.
    pub reason: &'static str,
    /// The code of the finding that tells more of it.
    pub code: Option<&'static str>,
    /// The project whose sheet is missing, or on whose sheet the row stands.
    pub project: Option<String>,
    /// The other persons.
    pub persons: Vec<String>,
    /// What the rejected row would add to the total, if that can be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub percent: Option<Percent>,
    /// What is written there where the share should be, if it cannot be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub written: Option<String>,
}

/// That a finding is settled.
#[derive(Debug, Clone, Serialize)]
pub struct AcceptedRecord {
    /// Why.
    pub reason: String,
    /// The last day on which it is; null for always.
    pub until: Option<String>,
}

/// What speaks for two names being one person's.
#[derive(Debug, Clone, Serialize)]
#[allow(clippy::struct_excessive_bools, reason = "each is a fact of its own in JSON")]
pub struct EvidenceRecord {
    /// `order`, `spacing`, `look-alike`, `letters`, `initial`, `missing-name` or `suffix`.
    pub spelling: &'static str,
    /// The number of letters by which the names differ, where that is what makes them differ.
    pub letters: Option<usize>,
    /// Whether the two never stand on one sheet: always, otherwise they would be two.
    pub never_on_one_sheet: bool,
    /// Whether both have rows in one CDR.
    pub same_cdr: bool,
    /// Whether both have one role.
    pub same_role: bool,
    /// Whether the two together make the capacity.
    pub makes_capacity: bool,
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
        "persons",
        "project",
        "cdr",
        "total_percent",
        "merged_total_percent",
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
pub fn finding_record(view: &View, names: &Names, plan: &Plan<'_>, finding: &Finding<'_>) -> FindingRecord {
    let facts = &finding.facts;
    let code = finding.code.code();
    let name = |name: &str| -> Box<str> { names.name(name).into() };
    let subject = |subject: usize| name(&plan.subjects[subject].name);
    let pair = facts.same_person.as_deref();
    let balance = facts.balance.or(pair.map(|pair| pair.merged));
    let [listed_title, sheet_title] = match facts.titles.as_deref() {
        Some(titles) => titles.each_ref().map(|title| Some(names.text(title).into())),
        None => [None, None],
    };
    FindingRecord {
        code,
        name: finding.code.name(),
        severity: finding.severity,
        plan: plan.label.clone(),
        message: message(view, names, plan, finding).into(),
        help: help(view, finding).into(),
        origins: finding.places.iter().map(|&place| OriginRecord::of(names, place, Some(finding.code))).collect(),
        explained_by: facts.reasons.iter().map(|reason| reason_record(names, plan, *reason)).collect(),
        accepted: finding.accepted.map(|accepted| {
            let reason = names.remark(accepted.reason).into_owned();
            Box::new(AcceptedRecord { reason, until: accepted.until.map(|until| until.to_string()) })
        }),
        person: facts.subject.map(subject).or_else(|| facts.name.as_deref().map(name)),
        persons: match pair {
            Some(pair) => pair.subjects.map(subject).into(),
            None => facts.subjects.iter().map(|at| subject(*at)).collect(),
        },
        person_totals_percent: pair.map(|pair| pair.totals.into()).unwrap_or_default(),
        merged_total_percent: pair.map(|pair| pair.merged.total),
        evidence: pair.map(evidence).map(Box::new),
        likely: facts.likely.as_deref().map(name),
        roles: facts.roles.iter().map(|role| role.code()).collect(),
        profiles: facts.profiles.iter().flat_map(|both| &**both).map(|profile| names.text(profile).into()).collect(),
        project: facts.project.map(|project| names.code(&plan.projects[project].code).into()),
        cdr: facts.cdr.map(|cdr| names.code(&plan.cdrs[cdr].code).into()),
        total_percent: facts.balance.map(|balance| balance.total),
        capacity_percent: balance.map(|balance| balance.capacity),
        difference_percent: balance.map(Balance::difference),
        percent: facts.percent,
        rows: facts.rows,
        written: facts.written.map(|written| names.figures(written).into()),
        reason: facts
            .fault
            .map(fault_code)
            .or(facts.period_fault.map(period_fault_code))
            .or(facts.refusal)
            .or(facts.slip.map(|(slip, _)| slip.code()))
            .or(facts.conflict.map(NumberConflict::code)),
        cells: facts.cells,
        listed_title,
        sheet_title,
        objective: facts.objective.as_deref().map(|objective| names.label(objective).into()),
        header: facts.header.as_deref().map(|header| names.figures_of_header(header).into()),
        figures: facts.figures,
        numbers: facts.numbers.iter().map(|number| names.number(number).into()).collect(),
        unseen: facts.unseen.map(Unseen::code),
        document: facts.document.map(|document| names.label(document).into()),
        setting: facts.setting,
        entry: facts
            .entry
            .map(|entry| if facts.name.as_deref() == Some(entry) { name(entry) } else { names.label(entry).into() }),
        other_document: facts.other_document.map(|document| names.label(document).into()),
        sheets: facts.sheets,
        differing_rows: facts.differing,
        peak_percent: facts.peak.map(|peak| peak.percent),
        peak_from: facts.peak.map(|peak| iso_day(peak.days.from()).into()),
        peak_to: facts.peak.map(|peak| iso_day(peak.days.to()).into()),
        days: facts.days.iter().copied().map(DaysRecord::from).collect(),
        stated: facts.stated.map(DaysRecord::from).map(Box::new),
        missed: facts.missed.iter().map(|missed| missed_record(names, missed)).collect(),
        result_line: facts.slip.map(|(_, line)| line),
    }
}

fn missed_record(names: &Names, missed: &MissedTarget<'_>) -> MissedRecord {
    MissedRecord {
        indicator: names.code(&missed.code).into_owned(),
        target: missed.target.as_deref().map(|target| names.text(target).into_owned()),
        actual: missed.actual.clone(),
    }
}

fn evidence(pair: &SamePerson) -> EvidenceRecord {
    let (spelling, letters) = slip_code(pair.slip);
    EvidenceRecord {
        spelling,
        letters: (letters > 0).then_some(letters),
        never_on_one_sheet: true,
        same_cdr: pair.same_cdr,
        same_role: pair.same_role,
        makes_capacity: pair.makes_capacity,
    }
}

fn reason_record(names: &Names, plan: &Plan<'_>, reason: Reason) -> ReasonRecord {
    let record = |reason, code: Option<Code>| ReasonRecord {
        reason,
        code: code.map(Code::code),
        project: None,
        persons: Vec::new(),
        percent: None,
        written: None,
    };
    match reason {
        Reason::Rejected(row) => match rejected_record(names, plan, row) {
            Some(row) => ReasonRecord {
                code: Some(row.code),
                project: row.project,
                percent: row.percent,
                written: row.written,
                ..record("rejected-row", None)
            },
            None => record("rejected-row", None),
        },
        Reason::MissingSheet(project) => ReasonRecord {
            project: Some(names.code(&plan.projects[project].code).into_owned()),
            ..record("missing-sheet", Some(Code::D001))
        },
        Reason::SamePerson(subject) => ReasonRecord {
            persons: vec![names.name(&plan.subjects[subject].name).into_owned()],
            ..record("probable-same-person", Some(Code::N001))
        },
        Reason::LeadsNoCdr => record("leads-no-cdr", None),
    }
}

/// What a finding says, in a sentence.
pub(super) fn message(view: &View, names: &Names, plan: &Plan<'_>, finding: &Finding<'_>) -> String {
    view.messages.fill(finding.code.code(), |placeholder| message_value(view, names, plan, &finding.facts, placeholder))
}

/// The findings as one line each, as editors read them: `FILE:LINE:COLUMN: CODE message`.
pub fn concise<'f>(view: &View, findings: impl IntoIterator<Item = &'f FindingRecord>) -> String {
    let mut out = String::new();
    for finding in findings {
        if let Some(origin) = finding.origins.first() {
            let _ = write!(out, "{}{}: ", visible(origin.origin().path), precise(view, origin));
        }
        let accepted = finding.accepted.as_ref().map(|accepted| format!(" [{}]", accepted_words(view, accepted)));
        let _ = writeln!(out, "{} {}{}", finding.code, finding.message, accepted.unwrap_or_default());
    }
    out
}

/// That a finding is accepted, why, and until when.
pub(super) fn accepted_words(view: &View, accepted: &AcceptedRecord) -> String {
    let until = accepted.until.clone().unwrap_or_else(|| "none".to_owned());
    let reason = visible(&accepted.reason).into_owned();
    view.messages.format("accepted", &[("reason", reason.into()), ("until", until.into())])
}

/// The heading of the findings, with how many there are of each severity, and how many are accepted.
pub fn heading(view: &View, counts: [usize; 3], accepted: usize) -> String {
    if counts == [0; 3] && accepted == 0 {
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
            ("accepted", accepted.into()),
            ("accepted-text", numbers.count(accepted).into()),
        ],
    )
}
