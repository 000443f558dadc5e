//! The answer of the check: one sentence, the people not at capacity, the findings, what was read.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::fmt::Write;

use fluent_bundle::FluentValue;
use serde::Serialize;

use super::excerpt::{excerpt, in_short};
use super::findings::{FindingRecord, finding_record, heading};
use super::people::{PersonRecord, people_table, person_record, sort_people};
use super::{Names, View, label, visible};
use crate::analyse::{Counts, Coverage, Standing, Status, coverage};
use crate::check::Case;
use crate::finding::{Code, Finding, Severity};
use crate::model::Percent;
use crate::read::{SkipReason, Skipped};
use crate::survey::{PlanInfo, Survey, common_tolerance};

/// The check of one plan.
#[derive(Debug)]
pub struct CheckPart {
    names: Names,
    detail: Detail,
    coverage: Coverage,
    counts: Counts,
    /// Whether anybody's capacity is another than a hundred.
    own_capacities: bool,
    people: Vec<PersonRecord>,
    findings: Vec<Told>,
}

/// A finding, and what is asked of it when the plans come together.
#[derive(Debug)]
struct Told {
    code: Code,
    is_accepted: bool,
    /// The place in the settings that it is about: several plans may have the settings together.
    setting: Option<(u32, u32)>,
    form: Form,
}

/// A finding in one of two forms: all its facts for programs, or what a terminal shows of it.
#[derive(Debug)]
enum Form {
    Record(Box<FindingRecord>),
    Text(String),
}

impl Form {
    /// The length of what a terminal shows.
    fn len(&self) -> usize {
        match self {
            Self::Record(_) => 0,
            Self::Text(text) => text.len(),
        }
    }
}

/// How much of a check is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Detail {
    /// All people and all facts, for programs.
    Whole,
    /// What a terminal shows, with the lines of the documents.
    Excerpts,
    /// The same with nothing but the numbers of the lines.
    Short,
}

/// Makes the check of one plan out of its standings and findings.
pub fn check_part(
    view: &View,
    names: Names,
    case: &Case<'_, '_>,
    findings: &[Finding<'_>],
    detail: Detail,
) -> CheckPart {
    let (plan, standings) = (case.plan, case.standings);
    let (coverage, counts) = coverage(plan, standings);
    let is_shown = |standing: &&Standing| {
        let is_person = plan.subjects[standing.subject].is_person();
        detail == Detail::Whole || (is_person && matches!(standing.status, Some(Status::Over | Status::Under)))
    };
    let tell = |finding: &Finding<'_>| Told {
        code: finding.code,
        is_accepted: finding.accepted.is_some(),
        setting: (finding.code == Code::N003)
            .then(|| finding.places.first().map(|place| place.origin()))
            .flatten()
            .map(|origin| (origin.line, origin.column)),
        form: match detail {
            Detail::Whole => Form::Record(Box::new(finding_record(view, &names, plan, finding))),
            Detail::Excerpts => Form::Text(excerpt(view, &names, plan, finding) + "\n"),
            Detail::Short => Form::Text(in_short(view, &names, plan, finding)),
        },
    };
    let findings = findings.iter().map(tell).collect();
    let people = standings.iter().filter(is_shown).map(|standing| person_record(&names, plan, standing)).collect();
    let own_capacities = plan.subjects.iter().any(|who| who.is_person() && who.capacity != Some(Percent::HUNDRED));
    CheckPart { names, detail, coverage, counts, own_capacities, people, findings }
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
    own_capacities: bool,
    people: Vec<PersonRecord>,
    /// By severity, then by plan and position, accepted ones last; each with the number of its plan.
    findings: Vec<(usize, Told)>,
    severities: [usize; 3],
    accepted: usize,
    in_short: bool,
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
            own_capacities: false,
            people: Vec::new(),
            findings: Vec::new(),
            severities: [0; 3],
            accepted: 0,
            in_short: false,
        };
        for (mut info, mut part) in survey.plans {
            report.coverage = report.coverage + part.coverage;
            report.counts = report.counts + part.counts;
            report.own_capacities |= part.own_capacities;
            report.in_short |= part.detail == Detail::Short;
            part.names.hide_in(&mut info);
            for skipped in &mut report.skipped {
                if !part.names.are_plain() {
                    skipped.path = part.names.text(&skipped.path).into_owned();
                }
            }
            label(&mut part.people, &info.label);
            report.people.append(&mut part.people);
            let number = report.plans.len();
            report.findings.extend(part.findings.into_iter().map(|mut told| {
                if let Form::Record(record) = &mut told.form {
                    record.plan.clone_from(&info.label);
                }
                (number, told)
            }));
            report.plans.push(info);
        }
        report.tolerance = common_tolerance(report.plans.iter());
        sort_people(&mut report.people);
        report.unite_unused_settings();
        report.findings.sort_by_key(|(_, told)| (told.is_accepted, told.code.severity()));
        for (_, told) in &report.findings {
            if told.is_accepted {
                report.accepted += 1;
            } else {
                report.severities[told.code.severity() as usize] += 1;
            }
        }
        report
    }

    /// Of an entry in settings that several plans have together, keeps one finding, and only if none of
    /// the plans uses it.
    fn unite_unused_settings(&mut self) {
        let mut plans: HashMap<Option<&str>, usize> = HashMap::new();
        for info in &self.plans {
            *plans.entry(info.settings_path.as_deref()).or_default() += 1;
        }
        let entry = |(plan, told): &(usize, Told)| {
            let (line, column) = told.setting?;
            Some((self.plans[*plan].settings_path.as_deref(), line, column, told.code))
        };
        let mut unused: HashMap<_, usize> = HashMap::new();
        for entry in self.findings.iter().filter_map(entry) {
            *unused.entry(entry).or_default() += 1;
        }
        let mut told_of = HashSet::new();
        let keep: Vec<bool> = self
            .findings
            .iter()
            .map(|finding| {
                entry(finding).is_none_or(|entry| unused[&entry] == plans[&entry.0] && told_of.insert(entry))
            })
            .collect();
        let mut keep = keep.into_iter();
        self.findings.retain(|_| keep.next().unwrap_or(true));
    }

    /// Whether any finding weighs so much, by the rule of its own plan, that the check fails.
    pub fn fails(&self, fails: impl Fn(&PlanInfo, Severity) -> bool) -> bool {
        let counts = self.findings.iter().filter(|(_, told)| !told.is_accepted);
        counts.into_iter().any(|(plan, told)| fails(&self.plans[*plan], told.code.severity()))
    }

    /// The findings as records; none if the check was not made whole.
    pub fn records(self) -> Vec<FindingRecord> {
        let record = |(_, told): (usize, Told)| match told.form {
            Form::Record(record) => Some(*record),
            Form::Text(_) => None,
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
        ("capacity", if report.own_capacities { "own" } else { "hundred" }.into()),
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
    let _ = write!(out, "\n{bold}{}{reset}\n\n", heading(view, report.severities, report.accepted));
    out.reserve(report.findings.iter().map(|(_, told)| told.form.len()).sum());
    for (_, told) in &report.findings {
        if let Form::Text(text) = &told.form {
            out.push_str(text);
        }
    }
    if report.in_short && !report.findings.is_empty() {
        let _ = write!(out, "\n{}\n\n", view.messages.text("findings-in-short"));
    }
    let _ = writeln!(out, "{bold}{}{reset}", view.messages.text("read-heading"));
    write_read(view, report, &mut out);
    out
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
