//! One person's account: each row with its share, the running sum, and where it is written.

use std::borrow::Cow;
use std::fmt::Write;

use fluent_bundle::FluentValue;
use serde::Serialize;

use super::people::{PersonRecord, RoleWords, person_record, sort_people, when};
use super::period::period_words;
use super::place::{Counted, OriginRecord, Spot, in_words};
use super::rejected::{RejectedRecord, rejected_records, rejected_words};
use super::table::{Column, TableRow, table};
use super::{Names, Record, View, visible};
use crate::analyse::{Standing, Status};
use crate::identity;
use crate::model::{Commitment, Days, Percent, Period, Plan, Step, iso_day, reading};

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
    written: Option<String>,
    #[serde(skip)]
    pub(super) period: Option<Period>,
    /// The days of the year on which it holds.
    #[serde(skip)]
    pub(super) days: u16,
}

impl AccountRow {
    /// Whether it is the same commitment as the row before, from the next day on.
    fn goes_on_with(&self, before: &Self) -> bool {
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
            written: written(names, row),
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
fn written(names: &Names, row: &Commitment<'_>) -> Option<String> {
    let words = row.figure.words();
    let read = reading(words.trim_end_matches(['%', ' ', '\u{a0}'])).decimal?;
    (Percent::from(read.round_dp(Percent::DECIMALS)) != row.percent && names.are_plain()).then(|| words.into_owned())
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

/// An account for a terminal; with the plan's label where there are several.
pub fn account_text(view: &View, account: &Account, several_plans: bool) -> String {
    let (bold, reset) = if view.colour { ("\u{1b}[1m", "\u{1b}[0m") } else { ("", "") };
    let person = &account.person;
    let mut facts = vec![RoleWords::of(view).joined(&person.roles).into_owned()];
    if !person.cdrs.is_empty() {
        facts.push(format!("CDR {}", person.cdrs.join(", ")));
    }
    if several_plans {
        facts.push(visible(&person.plan).into_owned());
    }
    facts.retain(|fact| !fact.is_empty());
    let mut out = format!("{bold}{}{reset} · {}\n", visible(&person.person), facts.join(" · "));
    let _ = writeln!(out, "{}", verdict(view, account));
    if let Some(rejected) = rejected_words(view, &account.rejected, person.total_percent) {
        let _ = writeln!(out, "{rejected}");
    }
    if let Some(others) = other_spellings(person) {
        let _ = writeln!(out, "{}", view.messages.format("person-as-written", &[("names", others.into())]));
    }
    if let Some(number) = &person.number {
        let _ = writeln!(
            out,
            "{}",
            view.messages.format("person-number", &[("number", visible(number).into_owned().into())])
        );
    }
    if account.commitments.is_empty() {
        return out;
    }
    out.push('\n');
    out += &rows_table(view, account);
    out.push('\n');
    if !account.steps.is_empty() {
        out += &steps_table(view, account);
        out.push('\n');
    }
    let told = [at_work(view, account), rounded_rows(view, account), remarks_beside(view, account)];
    for line in told.into_iter().flatten() {
        let _ = writeln!(out, "{line}");
    }
    let _ = writeln!(out, "{bold}{}{reset}", written_out(view, account));
    let mut paths: Vec<&str> = account.commitments.iter().map(|row| row.origin.origin().path).collect();
    paths.dedup();
    if let [path] = paths[..] {
        let _ = writeln!(out, "{}: {}", view.messages.text("column-document"), visible(path));
    }
    out
}

/// The total against the capacity, in words.
fn verdict(view: &View, account: &Account) -> String {
    let numbers = view.numbers();
    let person = &account.person;
    let message = match person.judged {
        Some(Status::Over) if person.is_over_at_times => "person-over-at-times",
        Some(Status::Over) => "person-over",
        Some(Status::Under) => "person-under",
        Some(Status::Full) => "person-full",
        None => "person-collective",
    };
    let exact = person.difference_percent == Some(Percent::ZERO);
    let tolerance = match exact {
        true => "none".to_owned(),
        false if person.by_rounding => "rounding".to_owned(),
        false => numbers.percent(account.tolerance_percent),
    };
    let mut args =
        vec![("total", FluentValue::from(numbers.percent(person.total_percent))), ("tolerance", tolerance.into())];
    if let (Some(capacity), Some(difference)) = (person.capacity_percent, person.difference_percent) {
        args.push(("capacity", numbers.percent(capacity).into()));
        args.push(("difference", numbers.difference(difference).into()));
    }
    if let Some(peak) = person.peak_percent {
        args.push(("peak", numbers.percent(peak).into()));
        args.push(("when", when(view, person).into()));
    }
    let told = view.messages.format(message, &args);
    // The verdict has it already where it is what is wrong.
    if person.peak_percent.is_none() || person.is_over_at_times {
        return told;
    }
    format!("{told}\n{}", view.messages.format("person-peak", &args))
}

/// What the commitments come to in the course of the year.
fn steps_table(view: &View, account: &Account) -> String {
    let numbers = view.numbers();
    let mut columns = vec![
        Column::words("column-period"),
        Column::figures("column-days"),
        Column::figures("column-total"),
        Column::figures("column-difference"),
    ];
    let has_steps = account.steps.windows(2).any(|two| two[0].capacity_percent != two[1].capacity_percent);
    if has_steps {
        columns.insert(3, Column::figures("column-capacity"));
    }
    let row = |step: &StepRecord| {
        let gap = step.capacity_percent.map(|capacity| step.percent - capacity);
        let mut cells = vec![
            Cow::Owned(period_words(view, step.period, account.year.0)),
            Cow::Owned(numbers.count(step.days.into())),
            Cow::Owned(numbers.percent(step.percent)),
            gap.map_or("–".into(), |gap| Cow::Owned(numbers.difference(gap))),
        ];
        if has_steps {
            let capacity = step.capacity_percent.map(|capacity| numbers.percent(capacity));
            cells.insert(3, capacity.map_or("–".into(), Cow::Owned));
        }
        TableRow::plain(cells)
    };
    table(view, &columns, &account.steps.iter().map(row).collect::<Vec<_>>())
}

/// That rows hold on the days of the contracts alone, where they do.
fn at_work(view: &View, account: &Account) -> Option<String> {
    let is_of_contracts = |row: &AccountRow| row.period.is_none() && row.days < account.year.1;
    account.commitments.iter().any(is_of_contracts).then(|| view.messages.text("person-at-work"))
}

/// Which rows were rounded.
fn rounded_rows(view: &View, account: &Account) -> Option<String> {
    let rounded: Vec<&AccountRow> = account.commitments.iter().filter(|row| row.rounded).collect();
    let places = rounded.iter().map(|row| in_words(view, &row.origin)).collect::<Vec<_>>().join(", ");
    let args = [("rows", FluentValue::from(rounded.len())), ("places", places.into())];
    (!rounded.is_empty()).then(|| view.messages.format("person-rounded", &args))
}

/// What stands beside the name, each remark once, with where it stands first.
fn remarks_beside(view: &View, account: &Account) -> Option<String> {
    let mut told: Vec<(&str, String)> = Vec::new();
    for row in &account.commitments {
        for remark in &row.remarks {
            if !told.iter().any(|(own, _)| own == remark) {
                told.push((remark, in_words(view, &row.origin)));
            }
        }
    }
    let quoted = told.iter().map(|(remark, place)| format!("«{}» ({place})", visible(remark)));
    let remarks = quoted.collect::<Vec<_>>().join(", ");
    (!told.is_empty()).then(|| view.messages.format("person-remarks", &[("remarks", remarks.into())]))
}

pub(super) fn other_spellings(person: &PersonRecord) -> Option<String> {
    let others: Vec<_> = person.as_written.iter().filter(|&written| *written != person.person).collect();
    let quoted = others.iter().map(|written| format!("«{}»", visible(written)));
    (!others.is_empty()).then(|| quoted.collect::<Vec<_>>().join(", "))
}

fn rows_table(view: &View, account: &Account) -> String {
    let numbers = view.numbers();
    let rows = &account.commitments;
    let figures = |row: &AccountRow| [Some(row.percent), Some(row.running_percent), row.year_percent];
    let places = rows.iter().flat_map(figures).flatten().map(Percent::places).max().unwrap_or(2);
    let has_periods = !account.steps.is_empty();
    let has_written = rows.iter().any(|row| row.written.is_some());
    let several_cdrs = account.person.cdrs.len() > 1;
    let several_paths = rows.windows(2).any(|pair| pair[0].origin.origin().path != pair[1].origin.origin().path);
    let counted = Counted::of(rows.iter().map(|row| Spot::from(&row.origin)));
    let mut columns = vec![
        Column::figures(counted.heading()),
        Column::words("column-project"),
        Column::long("column-title"),
        Column::figures("column-percent"),
        Column::figures("column-running"),
    ];
    if has_periods {
        columns.splice(4..4, [Column::words("column-period"), Column::figures("column-year-percent")]);
    }
    if has_written {
        columns.insert(3, Column::figures("column-written"));
    }
    if several_cdrs {
        columns.insert(1, Column::words("column-cdr"));
    }
    if several_paths {
        columns.insert(0, Column::words("column-document"));
    }
    let rows: Vec<TableRow<'_>> = rows
        .iter()
        .map(|row| {
            let mut cells = vec![
                Spot::from(&row.origin).words(view, counted),
                row.project.as_deref().map_or("–".into(), visible),
                row.project_title.as_deref().map_or("–".into(), visible),
                Cow::Owned(numbers.percent_to(row.percent, places)),
                Cow::Owned(numbers.percent_to(row.running_percent, places)),
            ];
            if let Some(year_percent) = row.year_percent {
                let period = row.period.map_or("–".into(), |period| period_words(view, period, account.year.0));
                cells.splice(4..4, [Cow::Owned(period), Cow::Owned(numbers.percent_to(year_percent, places))]);
            }
            if has_written {
                cells.insert(3, row.written.as_deref().map_or("–".into(), visible));
            }
            if several_cdrs {
                cells.insert(1, row.cdr.as_deref().map_or("–".into(), visible));
            }
            if several_paths {
                cells.insert(0, visible(row.origin.origin().path));
            }
            TableRow::plain(cells)
        })
        .collect();
    table(view, &columns, &rows)
}

/// What the total is the sum of, as it is done by hand: `100 × 182/366`, `50`.
pub(super) fn terms(view: &View, account: &Account) -> Vec<String> {
    let numbers = view.numbers();
    let all = account.year.1;
    // Months that follow upon each other with the same share are one term.
    let mut parts: Vec<(&AccountRow, u16)> = Vec::new();
    for row in &account.commitments {
        match parts.last_mut().filter(|(before, _)| row.goes_on_with(before)) {
            Some(last) => *last = (row, last.1 + row.days),
            None => parts.push((row, row.days)),
        }
    }
    let term = |(row, days): &(&AccountRow, u16)| {
        let share = numbers.bare(row.percent);
        if *days == all { share } else { format!("{share} × {days}/{all}") }
    };
    parts.iter().map(term).collect()
}

/// The sum as it is done by hand: `3 + 92 + 5 = 100,00 %`; `100 × 182/366 + 50 = 99,73 %` where rows hold on some days only.
pub(super) fn written_out(view: &View, account: &Account) -> String {
    format!("{} = {}", terms(view, account).join(" + "), view.numbers().percent(account.person.total_percent))
}
