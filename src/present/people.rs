//! The people of a plan: as records for programs, as a table for a terminal.

use std::borrow::Cow;
use std::cmp::Reverse;

use rayon::prelude::*;
use serde::Serialize;

use super::period::peak_words;
use super::table::{Column, TableRow, Tone, table};
use super::{Names, Record, View, visible};
use crate::analyse::{Standing, Status};
use crate::model::{Fte, Percent, Period, Plan, Role, SubjectKind, iso_day};

/// A subject of a plan.
#[derive(Debug, Clone, Serialize)]
#[allow(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub struct PersonRecord {
    /// The plan's label.
    pub plan: String,
    /// The name.
    pub person: String,
    /// Every spelling of it in the plan.
    pub as_written: Vec<String>,
    /// `person`, `collective` or `vacancy`.
    pub kind: &'static str,
    /// The roles.
    pub roles: Vec<&'static str>,
    /// The codes of the CDRs.
    pub cdrs: Vec<String>,
    /// The number of projects.
    pub projects: usize,
    /// The number of rows.
    pub rows: usize,
    /// The sum of the commitments; their mean over the year, where they have periods.
    pub total_percent: Percent,
    /// What it should be; unknown for a collective.
    pub capacity_percent: Option<Percent>,
    /// Total minus capacity.
    pub difference_percent: Option<Percent>,
    /// `over`, `full` or `under`.
    pub status: Option<&'static str>,
    /// The total as full-time equivalents, by working time where the staff file states it.
    pub fte: Fte,
    /// Whether the total is what the rows say: not so where a column that could change it stands unread.
    pub certain: bool,
    /// The number of rows of which the percentage was rounded at six decimals.
    pub rounded_rows: usize,
    /// The number of rows that bear the name and do not count: the total is not of all that is written.
    pub rejected_rows: usize,
    /// The most that the commitments come to on any day; null where they have no periods.
    pub peak_percent: Option<Percent>,
    /// The first of the days on which they do, as ISO 8601 writes it: of their first stretch, where they do so several times.
    pub peak_from: Option<String>,
    /// The last day of this first stretch.
    pub peak_to: Option<String>,
    /// The personnel number; null where none is known, or several are.
    pub number: Option<String>,
    #[serde(skip)]
    pub(super) peak: Option<(Period, bool)>,
    /// By how much the capacity is exceeded at most.
    #[serde(skip)]
    excess: Option<Percent>,
    #[serde(skip)]
    pub(super) is_over_at_times: bool,
    #[serde(skip)]
    pub(super) is_partly_read: bool,
    #[serde(skip)]
    pub(super) key: String,
    #[serde(skip)]
    pub(super) judged: Option<Status>,
    #[serde(skip)]
    pub(super) by_rounding: bool,
    #[serde(skip)]
    has_working_time: bool,
    #[serde(skip)]
    is_person: bool,
}

impl Record for PersonRecord {
    const COLUMNS: &'static [&'static str] = &[
        "plan",
        "person",
        "as_written",
        "kind",
        "roles",
        "cdrs",
        "projects",
        "rows",
        "total_percent",
        "capacity_percent",
        "difference_percent",
        "status",
        "fte",
        "certain",
        "rounded_rows",
        "rejected_rows",
        "peak_percent",
        "peak_from",
        "peak_to",
        "number",
    ];

    fn set_plan(&mut self, label: &str) {
        label.clone_into(&mut self.plan);
    }
}

impl PersonRecord {
    /// The message that says whether the total is over, under or at the capacity; none where there is no capacity.
    pub(super) fn status_message(&self) -> Option<&'static str> {
        if self.is_partly_read {
            return Some("status-partly-read");
        }
        let Some(judged) = self.judged else { return (!self.certain).then_some("status-uncertain") };
        let is_hundred = self.capacity_percent == Some(Percent::HUNDRED);
        Some(match judged {
            Status::Over if self.is_over_at_times => "status-over-at-times",
            Status::Over => "status-over",
            Status::Under => "status-under",
            Status::Full if self.by_rounding && is_hundred => "status-full-by-rounding",
            Status::Full if self.by_rounding => "status-at-capacity-by-rounding",
            Status::Full if is_hundred => "status-full",
            Status::Full => "status-at-capacity",
        })
    }
}

/// The record of a standing in its plan.
pub fn person_record(names: &Names, plan: &Plan<'_>, standing: &Standing) -> PersonRecord {
    let subject = &plan.subjects[standing.subject];
    let person = names.name(&subject.name).into_owned();
    let as_written = subject.as_written.iter().map(|written| names.name(written).into_owned());
    let mut as_written: Vec<String> = as_written.collect();
    as_written.dedup();
    let mut cdrs = plan.cdrs_of(standing.subject);
    if standing.rows == 0 {
        cdrs.extend(plan.rejected_of(standing.subject).filter_map(|row| plan.sheets[row.sheet?].cdr));
        cdrs.sort_unstable();
        cdrs.dedup();
    }
    let peak = standing.peak.and_then(|peak| Some((peak.days.period(plan.calendar())?, peak.is_again)));
    PersonRecord {
        plan: plan.label.clone(),
        // The order of names would tell something of pseudonyms.
        key: if names.are_plain() { subject.key.clone() } else { person.clone() },
        person,
        as_written,
        kind: subject.kind.code(),
        roles: plan.roles_of(standing.subject).into_iter().map(Role::code).collect(),
        cdrs: cdrs.into_iter().map(|cdr| names.code(&plan.cdrs[cdr].code).into_owned()).collect(),
        projects: standing.projects,
        rows: standing.rows,
        total_percent: standing.total,
        capacity_percent: standing.capacity,
        difference_percent: standing.difference(),
        status: standing.status.map(Status::code),
        certain: standing.is_certain,
        rounded_rows: plan.commitments_of(standing.subject).filter(|row| row.rounded).count(),
        rejected_rows: standing.rejected,
        peak_percent: standing.peak.map(|peak| peak.percent),
        peak_from: peak.map(|(days, _)| iso_day(days.from())),
        peak_to: peak.map(|(days, _)| iso_day(days.to())),
        number: subject.number.as_deref().map(|number| names.number(number).into_owned()),
        peak,
        excess: standing.most_over(),
        is_over_at_times: standing.is_over_at_times(),
        is_partly_read: standing.is_partly_read(),
        fte: standing.fte,
        by_rounding: standing.by_rounding,
        judged: standing.status,
        has_working_time: subject.working_time.is_some(),
        is_person: subject.is_person(),
    }
}

/// Puts people into the order in which they are shown: over by the largest excess, under by the
/// largest gap, full by name, collectives last.
pub fn sort_people(people: &mut [PersonRecord]) {
    people.par_sort_by(|a, b| {
        let class = |person: &PersonRecord| match person.judged {
            _ if person.kind == SubjectKind::Vacancy.code() => 5,
            _ if !person.is_person => 4,
            Some(Status::Over) => 0,
            None => 1,
            Some(Status::Under) => 2,
            Some(Status::Full) => 3,
        };
        let gap = |person: &PersonRecord| match person.judged {
            Some(Status::Over) if person.is_person => Reverse(person.excess),
            Some(Status::Under) if person.is_person => Reverse(person.difference_percent.map(Percent::abs)),
            _ => Reverse(None),
        };
        (class(a), gap(a), &a.key).cmp(&(class(b), gap(b), &b.key))
    });
}

/// People as a table; with a column for the plan where there are several.
pub fn people_table(view: &View, people: &[PersonRecord], several_plans: bool) -> String {
    let numbers = view.numbers();
    let places = people.iter().flat_map(|person| {
        let figures = [Some(person.total_percent), person.difference_percent, person.peak_percent];
        figures.into_iter().flatten().map(Percent::places)
    });
    let places = places.max().unwrap_or(2);
    let mut columns = vec![
        Column::long("column-subject"),
        Column::long("column-roles"),
        Column::words("column-cdrs"),
        Column::figures("column-projects"),
        Column::figures("column-total"),
        Column::figures("column-difference"),
        Column::words("column-status"),
    ];
    let own_capacities = people.iter().any(|p| p.is_person && p.capacity_percent != Some(Percent::HUNDRED));
    let working_times = people.iter().any(|person| person.has_working_time);
    let fte_places = people.iter().map(|person| person.fte.decimal().scale()).max().unwrap_or(2);
    let has_periods = people.iter().any(|person| person.peak_percent.is_some());
    if has_periods {
        columns.splice(5..5, [Column::figures("column-peak"), Column::words("column-when")]);
    }
    if working_times {
        columns.insert(5, Column::figures("column-fte"));
    }
    if own_capacities {
        columns.insert(5, Column::figures("column-capacity"));
    }
    if several_plans {
        columns.insert(0, Column::words("column-plan"));
    }
    let role_words = RoleWords::of(view);
    let statuses = [
        "status-over",
        "status-over-at-times",
        "status-under",
        "status-full",
        "status-at-capacity",
        "status-full-by-rounding",
        "status-at-capacity-by-rounding",
        "status-uncertain",
        "status-partly-read",
    ];
    let statuses = statuses.map(|id| (id, view.messages.text(id)));
    let rows: Vec<TableRow<'_>> = people
        .par_iter()
        .map(|person| {
            let difference = person.difference_percent.map_or("–".into(), |gap| numbers.difference_to(gap, places));
            let (sign, tone) = match person.judged {
                _ if person.is_partly_read => ("? ", Tone::Notice),
                Some(Status::Over) => ("▲ ", Tone::Alarm),
                Some(Status::Under) => ("▼ ", Tone::Notice),
                None if !person.certain => ("? ", Tone::Notice),
                _ => ("", Tone::Plain),
            };
            let status = statuses.iter().find(|(id, _)| Some(*id) == person.status_message());
            let mut cells = vec![
                visible(&person.person),
                role_words.joined(&person.roles),
                Cow::Owned(person.cdrs.join(", ")),
                Cow::Owned(numbers.count(person.projects)),
                Cow::Owned(numbers.percent_to(person.total_percent, places)),
                Cow::Owned(difference),
                Cow::Owned(status.map_or("–".to_owned(), |(_, word)| format!("{sign}{word}"))),
            ];
            if has_periods {
                let peak = person.peak_percent.map_or("–".into(), |peak| numbers.percent_to(peak, places));
                cells.splice(5..5, [Cow::Owned(peak), Cow::Owned(when(view, person))]);
            }
            if working_times {
                cells.insert(5, Cow::Owned(numbers.decimal(person.fte.decimal(), fte_places)));
            }
            if own_capacities {
                let capacity = person.capacity_percent.map(|capacity| numbers.percent_to(capacity, places));
                cells.insert(5, capacity.map_or("–".into(), Cow::Owned));
            }
            if several_plans {
                cells.insert(0, visible(&person.plan));
            }
            TableRow { cells, tone }
        })
        .collect();
    table(view, &columns, &rows)
}

/// The days on which somebody is committed to the most, in words; nothing where there are no periods.
pub(super) fn when(view: &View, person: &PersonRecord) -> String {
    // They are days of the plan's year.
    let year = |days: Period| u16::try_from(days.from().year()).unwrap_or_default();
    person.peak.map_or_else(|| "–".to_owned(), |peak| peak_words(view, peak, year(peak.0)))
}

/// The line below a table that says by which tolerance it judges, if it does.
pub fn tolerance_line(view: &View, tolerance: Option<Option<Percent>>) -> String {
    let Some(tolerance) = tolerance else { return String::new() };
    format!("\n{}: {}\n", view.messages.text("read-tolerance"), tolerance_words(view, tolerance))
}

/// The tolerance, in words if it is not the same for all plans.
pub(super) fn tolerance_words(view: &View, tolerance: Option<Percent>) -> String {
    tolerance.map_or_else(|| view.messages.text("read-tolerance-mixed"), |tolerance| view.numbers().percent(tolerance))
}

/// The words for roles, looked up once.
pub(super) struct RoleWords(Vec<(&'static str, String)>);

impl RoleWords {
    /// The words of a view's language.
    pub fn of(view: &View) -> Self {
        let word = |role: Role| (role.code(), view.messages.text(&format!("role-{}", role.code())));
        Self(Role::ALL.into_iter().map(word).collect())
    }

    /// The words for several roles.
    pub fn joined(&self, codes: &[&'static str]) -> Cow<'_, str> {
        let word = |code: &&str| self.0.iter().find(|(known, _)| known == code).map_or("", |(_, word)| word.as_str());
        match codes {
            [one] => Cow::Borrowed(word(one)),
            many => Cow::Owned(many.iter().map(word).collect::<Vec<_>>().join(", ")),
        }
    }
}
