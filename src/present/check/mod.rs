//! The answer of the check: one sentence, the people not at capacity, the findings, what was read.

mod document;
mod text;

use std::collections::{HashMap, HashSet};

use rayon::prelude::*;
pub use text::{headline, skipped_words, write_check};

use super::excerpt::{excerpt, in_short};
use super::findings::{FindingRecord, finding_record};
use super::people::{PersonRecord, person_record, sort_people};
use super::{Names, View, label};
use crate::analyse::{AnalysisError, Counts, Coverage, Standing, Status, coverage, of_plan, people};
use crate::check::{Case, check};
use crate::finding::{Code, Finding, Severity};
use crate::model::Percent;
use crate::read::Skipped;
use crate::survey::{Batch, PlanInfo, Survey, common_tolerance};

/// The check of one plan.
#[derive(Debug)]
pub struct CheckPart {
    names: Names,
    detail: Detail,
    coverage: Coverage,
    counts: Counts,
    /// Whether anybody's capacity is another than a hundred.
    pub(super) own_capacities: bool,
    people: Vec<PersonRecord>,
    findings: Vec<Told>,
}

/// A finding, and what is asked of it when the plans come together.
#[derive(Debug)]
struct Told {
    code: Code,
    severity: Severity,
    is_accepted: bool,
    /// The place in the settings that it is about: several plans may have the settings together.
    setting: Option<(u32, u32)>,
    form: Form,
}

/// A finding in one of its forms: all its facts for programs, what a terminal shows of it, or that there is one.
#[derive(Debug)]
enum Form {
    Counted,
    Record(Box<FindingRecord>),
    Text(String),
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
    /// The sentence at the top alone, for which the findings are but counted.
    Headline,
}

/// The most findings of one code about a plan that a terminal shows: nobody reads more, and for programs there are all.
const MOST_OF_ONE_CODE: usize = 1000;

/// Makes the check of every plan of a batch, on some day: what its people add up to, and the findings of some codes.
///
/// # Errors
///
/// Those of the analysis.
pub fn check_parts(
    view: &View,
    batch: &Batch<'_, '_>,
    codes: &[Code],
    today: jiff::civil::Date,
    detail: Detail,
) -> Result<Vec<CheckPart>, AnalysisError> {
    let standings = people(batch.plans, batch.frame, batch.tolerances)?;
    let part = |number: usize| {
        let (plan, sources) = (&batch.plans[number], (batch.settings[number], batch.staff));
        let case = Case::of(plan, of_plan(&standings, number), batch.tolerances[number], sources, today);
        let mut findings = check(&case);
        findings.retain(|finding| codes.contains(&finding.code));
        check_part(view, Names::in_batch(view, batch, number), &case, findings, detail)
    };
    Ok((0..batch.plans.len()).into_par_iter().map(part).collect())
}

/// Makes the check of one plan out of its standings and findings; each of these is given up when it is told, since those about a large
/// plan have more places than the plan has rows.
pub fn check_part(
    view: &View,
    names: Names,
    case: &Case<'_, '_>,
    findings: Vec<Finding<'_>>,
    detail: Detail,
) -> CheckPart {
    let (plan, standings) = (case.plan, case.standings);
    let (coverage, counts) = coverage(plan, standings);
    let is_shown = |standing: &&Standing| match detail {
        Detail::Whole => true,
        Detail::Headline => false,
        Detail::Excerpts | Detail::Short => {
            let is_person = plan.subjects[standing.subject].is_person();
            let is_off = matches!(standing.status, Some(Status::Over | Status::Under) | None);
            is_person && (is_off || standing.is_partly_read())
        }
    };
    let mut shown: HashMap<Code, usize> = HashMap::new();
    let mut is_told = |code: Code| {
        let shown = shown.entry(code).or_default();
        *shown += 1;
        *shown <= MOST_OF_ONE_CODE
    };
    let tell = |finding: Finding<'_>| Told {
        code: finding.code,
        severity: finding.severity,
        is_accepted: finding.accepted.is_some(),
        setting: (finding.code == Code::N003)
            .then(|| finding.places.first().map(|place| place.origin()))
            .flatten()
            .map(|origin| (origin.line, origin.column)),
        form: match detail {
            Detail::Whole => Form::Record(Box::new(finding_record(view, &names, plan, &finding))),
            Detail::Excerpts | Detail::Short if !is_told(finding.code) => Form::Counted,
            Detail::Excerpts => Form::Text(excerpt(view, &names, plan, &finding) + "\n"),
            Detail::Short => Form::Text(in_short(view, &names, plan, &finding)),
            Detail::Headline => Form::Counted,
        },
    };
    // Not collected in place: what a finding takes is given back.
    let mut told = Vec::with_capacity(findings.len());
    told.extend(findings.into_iter().map(tell));
    let mut people = Vec::with_capacity(if detail == Detail::Whole { standings.len() } else { 0 });
    people.extend(standings.iter().filter(is_shown).map(|standing| person_record(&names, plan, standing)));
    let own_capacities = plan
        .subjects
        .iter()
        .any(|who| who.is_person() && (who.capacity != Some(Percent::HUNDRED) || !who.contracts.is_empty()));
    CheckPart { names, detail, coverage, counts, own_capacities, people, findings: told }
}

/// The check of all plans.
#[derive(Debug)]
pub struct CheckReport {
    pub(in crate::present) plans: Vec<PlanInfo>,
    pub(in crate::present) skipped: Vec<Skipped>,
    pub(in crate::present) coverage: Coverage,
    pub(in crate::present) counts: Counts,
    /// The tolerance, if it is the same for all plans.
    tolerance: Option<Percent>,
    pub(super) own_capacities: bool,
    people: Vec<PersonRecord>,
    /// By severity, then by plan and position, accepted ones last; each with the number of its plan.
    findings: Vec<(usize, Told)>,
    pub(in crate::present) severities: [usize; 3],
    pub(in crate::present) accepted: usize,
    in_short: bool,
}

impl CheckReport {
    /// Unites the checks of the plans that were surveyed.
    pub fn of(survey: Survey<CheckPart>) -> Self {
        let parts = || survey.plans.iter().map(|(_, part)| part);
        let people = parts().map(|part| part.people.len()).sum();
        let findings = parts().map(|part| part.findings.len()).sum();
        let mut report = Self {
            plans: Vec::with_capacity(survey.plans.len()),
            skipped: survey.skipped,
            coverage: Coverage::default(),
            counts: Counts::default(),
            tolerance: None,
            own_capacities: false,
            people: Vec::with_capacity(people),
            findings: Vec::with_capacity(findings),
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
                    skipped.path = part.names.label(&skipped.path).into_owned();
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
        report.findings.sort_by_key(|(_, told)| (told.is_accepted, told.severity));
        for (_, told) in &report.findings {
            if told.is_accepted {
                report.accepted += 1;
            } else {
                report.severities[told.severity as usize] += 1;
            }
        }
        report
    }

    /// Of an entry in settings that several plans have together, keeps one finding, and only if none of
    /// the plans uses it.
    fn unite_unused_settings(&mut self) {
        // Each plan's settings, by the number of the first plan that has them, and how many have them.
        let mut first: HashMap<Option<&str>, usize> = HashMap::new();
        let paths = self.plans.iter().map(|info| info.settings_path.as_deref());
        let settings: Vec<usize> = (0..).zip(paths).map(|(plan, path)| *first.entry(path).or_insert(plan)).collect();
        let mut plans: HashMap<usize, usize> = HashMap::new();
        for own in &settings {
            *plans.entry(*own).or_default() += 1;
        }
        let entry = |(plan, told): &(usize, Told)| told.setting.map(|place| (settings[*plan], place, told.code));
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
        counts.into_iter().any(|(plan, told)| fails(&self.plans[*plan], told.severity))
    }

    /// The findings as records; none if the check was not made whole.
    pub fn findings(&self) -> impl Iterator<Item = &FindingRecord> {
        self.findings.iter().filter_map(|(_, told)| match &told.form {
            Form::Record(record) => Some(&**record),
            Form::Text(_) | Form::Counted => None,
        })
    }
}
