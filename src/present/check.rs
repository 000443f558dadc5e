//! The answer of the check: one sentence, the people not at capacity, the findings, what was read.

use std::borrow::Cow;
use std::fmt::Write;

use fluent_bundle::FluentValue;
use serde::Serialize;

use super::findings::{FindingRecord, Paragraph, finding_record, heading};
use super::people::{PersonRecord, people_table, person_record, sort_people};
use super::{View, label, visible};
use crate::analyse::{Counts, Coverage, Standing, Status, coverage};
use crate::finding::{Code, Finding, Severity};
use crate::model::{Percent, Plan};
use crate::read::{SkipReason, Skipped};
use crate::survey::{PlanInfo, Survey, common_tolerance};

/// The check of one plan.
#[derive(Debug)]
pub struct CheckPart {
    coverage: Coverage,
    counts: Counts,
    people: Vec<PersonRecord>,
    findings: Vec<Told>,
}

/// A finding in one of two forms: all its facts for programs, or what a terminal shows of it.
#[derive(Debug)]
enum Told {
    Record(Box<FindingRecord>),
    Paragraph(Paragraph),
}

/// Makes the check of one plan out of its standings and findings: `whole` with all people and all
/// facts, otherwise with what the table shows.
pub fn check_part(
    view: &View,
    plan: &Plan<'_>,
    standings: &[Standing],
    findings: &[Finding<'_>],
    whole: bool,
) -> CheckPart {
    let (coverage, counts) = coverage(std::slice::from_ref(plan), standings);
    let shown = |standing: &&Standing| whole || matches!(standing.status, Some(Status::Over | Status::Under));
    let tell = |finding: &Finding<'_>| {
        if whole {
            Told::Record(Box::new(finding_record(view, plan, finding)))
        } else {
            Told::Paragraph(Paragraph::of(view, plan, finding))
        }
    };
    CheckPart {
        coverage,
        counts,
        people: standings.iter().filter(shown).map(|standing| person_record(plan, standing)).collect(),
        findings: findings.iter().map(tell).collect(),
    }
}

/// The check of all plans.
#[derive(Debug)]
pub struct CheckReport {
    plans: Vec<PlanInfo>,
    skipped: Vec<Skipped>,
    coverage: Coverage,
    counts: Counts,
    /// The tolerance, if it is the same for all plans.
    tolerance: Option<Percent>,
    people: Vec<PersonRecord>,
    /// By severity, then by plan and position; each with the number of its plan.
    findings: Vec<(usize, Told)>,
    severities: [usize; 3],
}

impl CheckReport {
    /// Unites the checks of the plans that were surveyed.
    pub fn of(survey: Survey<CheckPart>) -> Self {
        let mut report = Self {
            plans: Vec::with_capacity(survey.plans.len()),
            skipped: survey.skipped,
            coverage: Coverage::default(),
            counts: Counts::default(),
            tolerance: None,
            people: Vec::new(),
            findings: Vec::new(),
            severities: [0; 3],
        };
        for (info, mut part) in survey.plans {
            report.coverage = report.coverage + part.coverage;
            report.counts = report.counts + part.counts;
            label(&mut part.people, &info.label);
            report.people.append(&mut part.people);
            let number = report.plans.len();
            report.findings.extend(part.findings.into_iter().map(|mut told| {
                if let Told::Record(record) = &mut told {
                    record.plan.clone_from(&info.label);
                }
                (number, told)
            }));
            report.plans.push(info);
        }
        report.tolerance = common_tolerance(report.plans.iter());
        sort_people(&mut report.people);
        report.findings.sort_by_key(|(_, told)| told.severity());
        for (_, told) in &report.findings {
            report.severities[told.severity() as usize] += 1;
        }
        report
    }

    /// Whether any finding weighs so much, by the rule of its own plan, that the check fails.
    pub fn fails(&self, fails: impl Fn(&PlanInfo, Severity) -> bool) -> bool {
        self.findings.iter().any(|(plan, told)| fails(&self.plans[*plan], told.severity()))
    }

    /// The findings as records; none if the check was not made whole.
    pub fn records(self) -> Vec<FindingRecord> {
        let record = |(_, told)| match told {
            Told::Record(record) => Some(*record),
            Told::Paragraph(_) => None,
        };
        self.findings.into_iter().filter_map(record).collect()
    }

    /// The check as a document for programs.
    pub fn document(self) -> impl Serialize {
        let (coverage, counts) = (self.coverage, self.counts);
        let inputs = self.plans.iter().flat_map(|info| {
            info.inputs.iter().map(|input| InputRecord {
                plan: info.label.clone(),
                path: input.path.clone(),
                bytes: input.bytes,
                lines: input.lines,
                sha256: input.sha256.clone(),
            })
        });
        let skipped = self.skipped.iter().map(|skipped| SkippedRecord {
            path: skipped.path.clone(),
            reason: match skipped.reason {
                SkipReason::NotText => "not-text",
                SkipReason::NoPlan => "no-plan",
            },
        });
        CheckDocument {
            schema: "cento.check/1",
            inputs: inputs.collect(),
            skipped: skipped.collect(),
            coverage: CoverageRecord {
                staff_tables: coverage.staff_tables,
                rows_seen: coverage.rows_seen,
                rows_accepted: coverage.rows_accepted,
                rows_rejected: coverage.rows_rejected,
            },
            totals: TotalsRecord {
                plans: counts.plans,
                cdrs: counts.cdrs,
                projects_listed: counts.projects_listed,
                sheets: counts.sheets,
                people: counts.people,
                collectives: counts.collectives,
                commitment_percent: counts.commitment,
                people_over: counts.people_over,
                people_under: counts.people_under,
                people_full: counts.people_full,
            },
            tolerance_percent: self.tolerance,
            people: self.people.clone(),
            findings: self.records(),
        }
    }
}

impl Told {
    fn severity(&self) -> Severity {
        match self {
            Self::Record(record) => record.severity,
            Self::Paragraph(paragraph) => paragraph.code.severity(),
        }
    }
}

#[derive(Debug, Serialize)]
struct CheckDocument {
    schema: &'static str,
    inputs: Vec<InputRecord>,
    skipped: Vec<SkippedRecord>,
    coverage: CoverageRecord,
    totals: TotalsRecord,
    tolerance_percent: Option<Percent>,
    people: Vec<PersonRecord>,
    findings: Vec<FindingRecord>,
}

#[derive(Debug, Serialize)]
struct InputRecord {
    plan: String,
    path: String,
    bytes: u64,
    lines: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    sha256: Option<String>,
}

#[derive(Debug, Serialize)]
struct SkippedRecord {
    path: String,
    reason: &'static str,
}

#[derive(Debug, Serialize)]
struct CoverageRecord {
    staff_tables: usize,
    rows_seen: usize,
    rows_accepted: usize,
    rows_rejected: usize,
}

#[derive(Debug, Serialize)]
struct TotalsRecord {
    plans: usize,
    cdrs: usize,
    projects_listed: usize,
    sheets: usize,
    people: usize,
    collectives: usize,
    commitment_percent: Percent,
    people_over: usize,
    people_under: usize,
    people_full: usize,
}

/// The finding in one sentence: how many people are over, at and under their capacity.
pub fn headline(view: &View, report: &CheckReport) -> String {
    let numbers = view.numbers();
    let Counts { plans, people, people_over, people_under, people_full, .. } = report.counts;
    let rejected = report.coverage.rows_rejected;
    let tolerance = match report.tolerance {
        Some(tolerance) if tolerance == Percent::ZERO => "none".to_owned(),
        Some(tolerance) => numbers.percent(tolerance),
        None => "mixed".to_owned(),
    };
    let args = [
        ("plans", FluentValue::from(plans)),
        ("plans-text", numbers.count(plans).into()),
        ("people", people.into()),
        ("people-text", numbers.count(people).into()),
        ("over", people_over.into()),
        ("over-text", numbers.count(people_over).into()),
        ("full", people_full.into()),
        ("full-text", numbers.count(people_full).into()),
        ("under", people_under.into()),
        ("under-text", numbers.count(people_under).into()),
        ("tolerance", tolerance.into()),
        ("rejected", rejected.into()),
        ("rejected-text", numbers.count(rejected).into()),
    ];
    view.messages.format("headline", &args) + &view.messages.format("headline-unreadable", &args)
}

/// The whole answer for a terminal.
pub fn check_table(view: &View, report: &CheckReport) -> String {
    let (bold, red, reset) = if view.colour { ("\u{1b}[1m", "\u{1b}[1;31m", "\u{1b}[0m") } else { ("", "", "") };
    let over = report.counts.people_over > 0;
    let mut out = format!("{}{}{reset}\n", if over { red } else { bold }, headline(view, report));
    let several = report.plans.len() > 1;
    if !report.people.is_empty() {
        out.push('\n');
        out += &people_table(view, &report.people, several);
    }
    let _ = write!(out, "\n{bold}{}{reset}\n\n", heading(view, report.severities));
    write_findings(view, report, several, &mut out);
    let _ = writeln!(out, "{bold}{}{reset}", view.messages.text("read-heading"));
    write_read(view, report, &mut out);
    out
}

/// The findings; what to do about each kind is said with the first of the kind.
fn write_findings(view: &View, report: &CheckReport, several: bool, out: &mut String) {
    let mut explained: Vec<Code> = Vec::new();
    for (plan, told) in &report.findings {
        let Told::Paragraph(paragraph) = told else { continue };
        let remedy = (!explained.contains(&paragraph.code)).then(|| {
            explained.push(paragraph.code);
            view.messages.attribute(paragraph.code.code(), "help")
        });
        paragraph.write(view, several.then(|| &*report.plans[*plan].label), remedy.as_deref(), out);
    }
    if !report.findings.is_empty() {
        out.push('\n');
    }
}

/// The tolerance, in words if it is not the same for all plans.
pub(super) fn tolerance_words(view: &View, tolerance: Option<Percent>) -> String {
    tolerance.map_or_else(|| view.messages.text("read-tolerance-mixed"), |tolerance| view.numbers().percent(tolerance))
}

/// What was read, label by label, so that nothing is lost in silence.
fn write_read(view: &View, report: &CheckReport, out: &mut String) {
    let numbers = view.numbers();
    let Coverage { staff_tables, rows_seen, rows_accepted, rows_rejected } = report.coverage;
    let counts = report.counts;
    let listed = view.messages.format(
        "read-sheets-listed",
        &[
            ("listed", FluentValue::from(counts.projects_listed)),
            ("listed-text", numbers.count(counts.projects_listed).into()),
        ],
    );
    let rows = view.messages.format(
        "read-rows-detail",
        &[
            ("accepted", FluentValue::from(numbers.count(rows_accepted))),
            ("rejected", numbers.count(rows_rejected).into()),
            ("tables", staff_tables.into()),
            ("tables-text", numbers.count(staff_tables).into()),
        ],
    );
    let documents = match &report.plans[..] {
        [info] if info.inputs.len() == 1 => format!("{} ({})", counts.documents, visible(&info.inputs[0].path)),
        _ => numbers.count(counts.documents),
    };
    let mut lines: Vec<(&str, Cow<'_, str>)> = vec![
        ("read-documents", documents.into()),
        ("read-cdrs", numbers.count(counts.cdrs).into()),
        ("read-sheets", format!("{} ({listed})", numbers.count(counts.sheets)).into()),
        ("read-rows", format!("{} = {rows}", numbers.count(rows_seen)).into()),
        ("read-sum", numbers.percent(counts.commitment).into()),
        ("read-tolerance", tolerance_words(view, report.tolerance).into()),
    ];
    if let [info] = &report.plans[..] {
        lines.insert(0, ("read-plan", visible(&info.label)));
    } else {
        lines.insert(0, ("read-plans", numbers.count(counts.plans).into()));
    }
    let reason = |reason| {
        view.messages.text(match reason {
            SkipReason::NotText => "skipped-not-text",
            SkipReason::NoPlan => "skipped-no-plan",
        })
    };
    lines.extend(report.skipped.iter().map(|skipped| {
        ("read-skipped", Cow::Owned(format!("{} ({})", visible(&skipped.path), reason(skipped.reason))))
    }));
    let labels: Vec<String> = lines.iter().map(|(label, _)| view.messages.text(label)).collect();
    let width = labels.iter().map(|label| label.chars().count()).max().unwrap_or_default();
    for (label, (_, value)) in labels.iter().zip(&lines) {
        let _ = writeln!(out, "  {label:<width$}  {value}");
    }
}
