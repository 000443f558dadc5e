//! One person's account for a terminal: the verdict, the rows, the year day by day, and the sum as it is done by hand.

use std::borrow::Cow;
use std::fmt::Write;

use fluent_bundle::FluentValue;

use super::account::{Account, AccountRow, StepRecord};
use super::people::{PersonRecord, RoleWords, when};
use super::period::period_words;
use super::place::{Counted, Spot, in_words};
use super::rejected::rejected_words;
use super::table::{Column, TableRow, table};
use super::{View, visible};
use crate::analyse::Status;
use crate::model::Percent;

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
                cells.insert(3, written(view, row));
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

/// What is written for the share of a row, where it is something else: `387 ore`, `50 % di 80 %`.
fn written<'a>(view: &View, row: &'a AccountRow) -> Cow<'a, str> {
    let Some(written) = row.written.as_deref() else { return "–".into() };
    let Some(capacity) = row.of_capacity.as_deref() else { return visible(written) };
    let args = [("share", visible(written).into_owned().into()), ("capacity", visible(capacity).into_owned().into())];
    view.messages.format("share-of-capacity", &args).into()
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
