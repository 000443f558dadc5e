//! One person's account as records for programs: each row with its share, the running sum, and where it is written.

use serde::Serialize;

use super::people::{PersonRecord, person_record, sort_people};
use super::place::OriginRecord;
use super::rejected::{RejectedRecord, rejected_records};
use super::{Names, Record};
use crate::analyse::Standing;
use crate::identity;
use crate::model::{Commitment, Days, Percent, Period, Plan, StatedCapacity, Step, iso_day, reading};

/// A person and the rows that make their total.
#[derive(Debug, Clone, Serialize)]
pub struct Account {
    /// Who it is, and the total.
    #[serde(flatten)]
    pub person: PersonRecord,
    /// By how much the total may miss the capacity.
    pub tolerance_percent: Percent,
    /// The rows, in document order.
    pub commitments: Vec<AccountRow>,
    /// The rows that bear the name and do not count, likewise.
    pub rejected: Vec<RejectedRecord>,
    /// What they come to in the course of the year; nothing where no row has a period.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub steps: Vec<StepRecord>,
    /// The year of the plan, and how many days it has.
    #[serde(skip)]
    pub(super) year: (u16, u16),
    /// The keys of the name and of every spelling of it; the first tells people apart.
    #[serde(skip)]
    pub keys: Vec<String>,
}

/// A row of an account.
#[derive(Debug, Clone, Serialize)]
pub struct AccountRow {
    /// The code of the CDR.
    pub cdr: Option<String>,
    /// The code of the project.
    pub project: Option<String>,
    /// The title of the project.
    pub project_title: Option<String>,
    /// The role in this row.
    pub role: &'static str,
    /// The share.
    pub percent: Percent,
    /// The sum of this row and those before it.
    pub running_percent: Percent,
    /// Whether the document states the share with more than six decimals, at which it was rounded.
    pub rounded: bool,
    /// What stands beside the name without being a part of it: titles, marks of notes, remarks about the contract.
    pub remarks: Vec<String>,
    /// Where the share is written.
    pub origin: OriginRecord,
    /// The first day on which it holds; null where the document says no period.
    pub from: Option<String>,
    /// The last day, likewise.
    pub to: Option<String>,
    /// The share over the year, by days, likewise: this is what runs.
    pub year_percent: Option<Percent>,
    /// The figure as it is written, where that is no percentage: hours, fractions.
    #[serde(skip)]
    pub(super) written: Option<String>,
    /// The capacity of which that is a share, as it is written, where it is one.
    #[serde(skip)]
    pub(super) of_capacity: Option<String>,
    #[serde(skip)]
    pub(super) period: Option<Period>,
    /// The days of the year on which it holds.
    #[serde(skip)]
    pub(super) days: u16,
}

impl AccountRow {
    /// Whether it is the same commitment as the row before, from the next day on.
    pub(super) fn goes_on_with(&self, before: &Self) -> bool {
        let next = before.period.and_then(|period| period.to().tomorrow().ok());
        next.is_some()
            && next == self.period.map(Period::from)
            && (self.percent, &self.project) == (before.percent, &before.project)
    }
}

/// What somebody is committed to on some days of the year.
#[derive(Debug, Clone, Serialize)]
pub struct StepRecord {
    /// The first of them.
    pub from: String,
    /// The last.
    pub to: String,
    /// How many they are.
    pub days: u16,
    /// The sum of the commitments then.
    pub percent: Percent,
    /// What may be committed then; unknown for a collective.
    pub capacity_percent: Option<Percent>,
    #[serde(skip)]
    pub(super) period: Period,
}

impl Record for Account {
    const COLUMNS: &'static [&'static str] = AccountLine::COLUMNS;

    fn set_plan(&mut self, label: &str) {
        self.person.set_plan(label);
    }
}

impl Account {
    /// The name.
    pub fn name(&self) -> &str {
        &self.person.person
    }

    /// The rows, each with everything that identifies it.
    pub fn lines(&self) -> impl Iterator<Item = AccountLine> {
        self.commitments.iter().map(|row| {
            let origin = row.origin.origin();
            AccountLine {
                plan: self.person.plan.clone(),
                person: self.person.person.clone(),
                row: row.clone(),
                path: origin.path.to_owned(),
                line: origin.line,
                column: origin.column,
                page: origin.page,
                sheet: origin.worksheet.map(str::to_owned),
                cell: origin.cell,
            }
        })
    }
}

/// A row of an account with everything that identifies it.
#[derive(Debug, Clone, Serialize)]
pub struct AccountLine {
    plan: String,
    person: String,
    #[serde(flatten)]
    row: AccountRow,
    path: String,
    line: u32,
    column: u32,
    page: Option<u32>,
    sheet: Option<String>,
    cell: Option<String>,
}

impl Record for AccountLine {
    const COLUMNS: &'static [&'static str] = &[
        "plan",
        "person",
        "cdr",
        "project",
        "project_title",
        "role",
        "percent",
        "running_percent",
        "path",
        "line",
        "column",
        "page",
        "sheet",
        "cell",
        "rounded",
        "remarks",
        "from",
        "to",
        "year_percent",
    ];

    fn set_plan(&mut self, label: &str) {
        label.clone_into(&mut self.plan);
    }
}

/// The account of a standing in its plan.
pub fn account(names: &Names, plan: &Plan<'_>, standing: &Standing, tolerance: Percent) -> Account {
    let mut running = Percent::ZERO;
    let has_periods = standing.peak.is_some();
    let commitments = plan.commitments_of(standing.subject).map(|row| {
        running = running + plan.percent_days_of(row);
        let project = plan.project_of(row);
        AccountRow {
            cdr: plan.cdr_of(row).map(|cdr| names.code(&cdr.code).into_owned()),
            project: project.map(|project| names.code(&project.code).into_owned()),
            project_title: project.and_then(|project| project.title(plan)).map(|title| names.text(&title).into_owned()),
            role: row.role.code(),
            percent: row.percent,
            // A sum of means is rounded once.
            running_percent: plan.mean(running).percent(),
            rounded: row.rounded,
            remarks: remarks(names, &row.name.words()),
            origin: OriginRecord::of(names, row.figure, None),
            from: row.period.map(|period| iso_day(period.from())),
            to: row.period.map(|period| iso_day(period.to())),
            year_percent: has_periods.then(|| plan.share_of_year(row)),
            written: written(names, plan, row),
            of_capacity: chained(plan, row)
                .filter(|_| names.are_plain())
                .map(|capacity| capacity.place.words().into_owned()),
            period: row.period,
            days: plan.day_count_of(row),
        }
    });
    Account {
        commitments: commitments.collect(),
        rejected: rejected_records(names, plan, standing.subject),
        tolerance_percent: tolerance,
        person: person_record(names, plan, standing),
        steps: steps(plan, standing),
        year: (plan.calendar(), plan.year_days().count()),
        keys: identity::keys(&plan.subjects[standing.subject]),
    }
}

/// The figure of a row as it is written, where it is another than the share.
fn written(names: &Names, plan: &Plan<'_>, row: &Commitment<'_>) -> Option<String> {
    let words = row.figure.words();
    if chained(plan, row).is_some() {
        return names.are_plain().then(|| words.into_owned());
    }
    let read = reading(words.trim_end_matches(['%', ' ', '\u{a0}'])).decimal?;
    (Percent::from(read.round_dp(Percent::DECIMALS)) != row.percent && names.are_plain()).then(|| words.into_owned())
}

/// The capacity of which the figure of a row is a share, if it is one.
fn chained<'t>(plan: &Plan<'t>, row: &Commitment<'t>) -> Option<StatedCapacity<'t>> {
    plan.capacity_beside(row).filter(|capacity| capacity.is_split)
}

/// What stands beside a name; a remark may name somebody else.
fn remarks(names: &Names, written: &str) -> Vec<String> {
    identity::remarks(written).iter().map(|remark| names.remark(remark).into_owned()).collect()
}

/// What the commitments of a subject come to in the course of the year; nothing where none has a period.
fn steps(plan: &Plan<'_>, standing: &Standing) -> Vec<StepRecord> {
    if standing.peak.is_none() {
        return Vec::new();
    }
    let steps = plan.steps_of(plan.commitments_of(standing.subject));
    let capacity = plan.capacity_of(standing.subject);
    let record = |days: Days, percent: Percent, capacity_percent: Option<Percent>| {
        let period = days.period(plan.calendar())?;
        let (from, to) = (iso_day(period.from()), iso_day(period.to()));
        Some(StepRecord { from, to, days: days.count(), percent, capacity_percent, period })
    };
    let of_step = |step: Step| -> Vec<StepRecord> {
        let Some(capacity) = &capacity else { return record(step.days, step.percent, None).into_iter().collect() };
        let shared = capacity.iter().filter_map(|own| Some((own.days.shared(step.days)?, own.percent)));
        shared.filter_map(|(days, own)| record(days, step.percent, Some(own))).collect()
    };
    steps.iter().flat_map(of_step).collect()
}

/// Puts accounts into the order in which their people are listed.
pub fn sort_accounts(accounts: &mut [Account]) {
    let mut people: Vec<PersonRecord> = accounts.iter().map(|own| own.person.clone()).collect();
    sort_people(&mut people);
    let place = |own: &Account| people.iter().position(|person| person.person == own.person.person);
    accounts.sort_by_cached_key(place);
}
