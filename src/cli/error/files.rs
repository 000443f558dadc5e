//! What is wrong with files that the user writes: settings, staff, given weights, results.

use std::fmt::Write;

use fluent_bundle::FluentValue;
use rust_decimal::Decimal;

use super::{NONE, Quoting};
use crate::analyse::WeightsFault;
use crate::model::{Direction, is_ambiguous, reading};
use crate::present::{Messages, Numbers, visible};
use crate::settings::{AtRow, Doubt, Fault, ResultFault, SettingsError};

/// Why weights cannot be found by the rules.
pub(super) fn weights_message(fault: &WeightsFault, words: &Messages, quoting: Quoting) -> String {
    let numbers = Numbers::of(words.language());
    let name = |name: &'_ str| if quoting.is_hidden { "…".to_owned() } else { visible(name).into_owned() };
    let nearest = |nearest: &Option<String>| quoting.or_none(nearest.as_deref());
    match fault {
        WeightsFault::UnknownCode { path, at, code, nearest: near } => words.format(
            "weights-unknown-code",
            &[("place", quoting.row(path, at).into()), ("code", quoting.shown(code)), ("nearest", nearest(near))],
        ),
        WeightsFault::Twice { path, at, code } => {
            words.format("weights-twice", &[("place", quoting.row(path, at).into()), ("code", quoting.shown(code))])
        }
        WeightsFault::Missing { path, director, codes } => words.format(
            "weights-missing",
            &[("path", quoting.shown(path)), ("director", name(director).into()), ("codes", quoting.list(codes))],
        ),
        WeightsFault::Sum { path, of, sum, should } => words.format(
            "weights-sum",
            &[
                ("path", quoting.shown(path)),
                ("of", name(of).into()),
                ("sum", numbers.percent(*sum).into()),
                ("should", numbers.percent(*should).into()),
                ("difference", numbers.difference(*sum - *should).into()),
            ],
        ),
        WeightsFault::UnknownFloor { written, nearest: near } => {
            words.format("weights-unknown-floor", &[("written", quoting.shown(written)), ("nearest", nearest(near))])
        }
        WeightsFault::TwoFloors { project, weights: [first, second] } => words.format(
            "weights-two-floors",
            &[
                ("project", quoting.shown(project)),
                ("first", numbers.percent(*first).into()),
                ("second", numbers.percent(*second).into()),
            ],
        ),
        WeightsFault::Floors { director, sum, others } => words.format(
            "weights-floors",
            &[("director", name(director).into()), ("sum", numbers.percent(*sum).into()), ("others", (*others).into())],
        ),
    }
}

/// What is wrong with the lines of a file of results, one below the other.
pub(super) fn results_message(
    path: &str,
    faults: &[(AtRow, ResultFault)],
    words: &Messages,
    quoting: Quoting,
) -> String {
    /// More would hide the first.
    const MOST: usize = 20;
    let mut message = words.format("error-results", &[("count", faults.len().into())]);
    for (at, fault) in faults.iter().take(MOST) {
        let _ = write!(message, "\n  {}: {}", quoting.row(path, at), result_message(fault, words, quoting));
    }
    if let Some(more) = faults.len().checked_sub(MOST).filter(|&more| more > 0) {
        let _ = write!(message, "\n  {}", words.format("error-results-more", &[("count", more.into())]));
    }
    message
}

/// What is wrong with a line of a file of results. Where nobody is to be named, what is written is not
/// repeated, but for codes.
fn result_message(fault: &ResultFault, words: &Messages, quoting: Quoting) -> String {
    let written = |text: &str| -> FluentValue<'static> {
        if quoting.is_hidden { "…".into() } else { visible(text).into_owned().into() }
    };
    let code = |code: &str| -> FluentValue<'static> { quoting.quoted(code).into() };
    let (message, args): (&str, Vec<(&'static str, FluentValue<'_>)>) = match fault {
        ResultFault::NoIndicator => ("result-no-indicator", vec![]),
        ResultFault::NoDirection { indicator } => ("result-no-direction", vec![("indicator", code(indicator))]),
        ResultFault::UnknownDirection { written: text } => {
            ("result-unknown-direction", vec![("written", written(text))])
        }
        ResultFault::UnreadableActual { written: text, direction } => {
            let is_figure = matches!(direction, Direction::Higher | Direction::Lower);
            let sort = if is_figure && reading(text).is_ambiguous() { "ambiguous" } else { direction.code() };
            ("result-unreadable-actual", vec![("written", written(text)), ("sort", sort.into())])
        }
        ResultFault::Merged { indicator } => ("result-merged", vec![("indicator", code(indicator))]),
        ResultFault::UnknownPlan { written: text, plans } => {
            ("result-unknown-plan", vec![("written", written(text)), ("plans", quoting.list(plans))])
        }
        ResultFault::UnknownIndicator { indicator, nearest } => (
            "result-unknown-indicator",
            vec![("indicator", written(indicator)), ("nearest", quoting.or_none(nearest.as_deref()))],
        ),
        ResultFault::SeveralIndicators { indicator, objectives } => (
            "result-several-indicators",
            vec![("indicator", code(indicator)), ("objectives", quoting.list(objectives))],
        ),
        ResultFault::SeveralPlans { indicator, plans } => {
            ("result-several-plans", vec![("indicator", code(indicator)), ("plans", quoting.list(plans))])
        }
        ResultFault::Twice { indicator, first } => {
            let first = match first.cell() {
                Some((sheet, cell)) => format!("{}!{cell}", quoting.sheet(sheet)),
                None => first.line().to_string(),
            };
            ("result-twice", vec![("indicator", code(indicator)), ("first", first.into())])
        }
        ResultFault::NoTarget { indicator } => ("result-no-target", vec![("indicator", code(indicator))]),
        ResultFault::UnreadableTarget { indicator, written: text, direction } => (
            "result-unreadable-target",
            vec![
                ("indicator", code(indicator)),
                ("written", written(text)),
                ("sort", if is_ambiguous(text) { "ambiguous" } else { direction.code() }.into()),
            ],
        ),
        ResultFault::WrongDirection { indicator, written: text, direction } => (
            "result-wrong-direction",
            vec![("indicator", code(indicator)), ("written", written(text)), ("direction", direction.code().into())],
        ),
        ResultFault::AnotherTarget { indicator, written: text, in_plan } => (
            "result-another-target",
            vec![("indicator", code(indicator)), ("written", written(text)), ("in-plan", written(in_plan))],
        ),
        ResultFault::NothingToReach { indicator, target } => {
            ("result-nothing-to-reach", vec![("indicator", code(indicator)), ("target", written(target))])
        }
    };
    words.format(message, &args)
}

fn doubt_code(why: Doubt) -> &'static str {
    match why {
        Doubt::Heading => "heading",
        Doubt::Percentages => "percentages",
        Doubt::Shares => "shares",
        Doubt::PartTime => "part-time",
        Doubt::Days => "days",
        Doubt::Dates => "dates",
        Doubt::Absent => "absent",
    }
}

/// What is wrong with a settings or staff file: where, what, and what was probably meant.
pub(super) fn settings_message(error: &SettingsError, words: &Messages, quoting: Quoting) -> String {
    let (path, at, fault) = match error {
        SettingsError::Unreadable { path, error } => {
            return words
                .format("error-unreadable", &[("path", quoting.shown(path)), ("reason", error.to_string().into())]);
        }
        SettingsError::Invalid { path, at, fault } => (path, at, fault),
    };
    let written = |text: &'_ str| if quoting.is_hidden { "…".into() } else { visible(text).into_owned() };
    let numbers = Numbers::of(words.language());
    let nearest = |name: Option<&'static str>| name.unwrap_or(NONE).to_owned();
    let hour = |hours: &Decimal| numbers.decimal(hours.normalize(), 0);
    let (message, args): (&str, Vec<(&'static str, String)>) = match fault {
        Fault::Syntax(reason) => ("fault-syntax", vec![("reason", written(reason))]),
        Fault::NotText => ("fault-not-text", vec![]),
        Fault::UnknownKey { key, nearest: near, valid } => {
            ("fault-unknown-key", vec![("key", written(key)), ("nearest", nearest(*near)), ("valid", valid.join(", "))])
        }
        Fault::MissingColumn(column) => ("fault-missing-column", vec![("column", (*column).to_owned())]),
        Fault::Empty(column) => ("fault-empty", vec![("column", (*column).to_owned())]),
        Fault::FloorOfNothing => ("fault-floor-of-nothing", vec![]),
        Fault::Cells { written: cells, expected } => {
            ("fault-cells", vec![("written", cells.to_string()), ("expected", expected.to_string())])
        }
        Fault::ColumnTwice { column, first, second } => (
            "fault-column-twice",
            vec![("column", (*column).to_owned()), ("first", written(first)), ("second", written(second))],
        ),
        Fault::DoubtedColumn { number, written: column, why, valid } => (
            "fault-doubted-column",
            vec![
                ("number", number.to_string()),
                ("column", if column.is_empty() { NONE.to_owned() } else { written(column) }),
                ("why", doubt_code(*why).to_owned()),
                ("valid", valid.join(", ")),
            ],
        ),
        Fault::NotAPeriod(period) => ("fault-not-a-period", vec![("period", written(period))]),
        Fault::WorkingTimesDiffer { hours, full_time_hours, share } => (
            "fault-working-times-differ",
            vec![("hours", hour(hours)), ("full", hour(full_time_hours)), ("share", hour(share))],
        ),
        Fault::PartTimeOfHowMuch { value } => ("fault-part-time-of-how-much", vec![("value", written(value))]),
        Fault::Fraction { column, value } => {
            ("fault-fraction", vec![("column", (*column).to_owned()), ("value", written(value))])
        }
        Fault::TooFewNames(entry) => ("fault-too-few-names", vec![("entry", (*entry).to_owned())]),
        Fault::NameTwice { name } => ("fault-name-twice", vec![("name", written(name))]),
        Fault::StaffTwice { name } => ("fault-staff-twice", vec![("name", written(name))]),
        Fault::ContractsOverlap { name } => ("fault-contracts-overlap", vec![("name", written(name))]),
        Fault::EndsBefore { from, to } => ("fault-ends-before", vec![("from", written(from)), ("to", written(to))]),
        Fault::MonthsAndDays => ("fault-months-and-days", vec![]),
        Fault::NumberTwice { number, first } => {
            ("fault-number-twice", vec![("number", written(number)), ("first", first.to_string())])
        }
        Fault::Quote => ("fault-quote", vec![]),
        Fault::NoName => ("fault-no-name", vec![]),
        Fault::Headcount => ("fault-headcount", vec![]),
        Fault::NoProject => ("fault-no-project", vec![]),
        Fault::UnknownCode { code, nearest: near } => {
            ("fault-unknown-code", vec![("code", written(code)), ("nearest", nearest(*near))])
        }
        Fault::AcceptedOfNothing => ("fault-accepted-of-nothing", vec![]),
        Fault::NoColumn { written: column } => ("fault-no-column", vec![("column", written(column))]),
        Fault::TwoMeanings { written: column } => ("fault-two-meanings", vec![("column", written(column))]),
        Fault::RecipeOfNobody => ("fault-recipe-of-nobody", vec![]),
        Fault::RecipeOfNothing => ("fault-recipe-of-nothing", vec![]),
        Fault::Pattern { written: pattern } => ("fault-pattern", vec![("pattern", written(pattern))]),
        Fault::TooMany { section, most } => {
            ("fault-too-many", vec![("section", (*section).to_owned()), ("most", most.to_string())])
        }
        Fault::TwoReadings { column, value } => {
            ("fault-two-readings", vec![("column", (*column).to_owned()), ("value", written(value))])
        }
        Fault::TornFigure { column, value, next } => (
            "fault-torn-figure",
            vec![("column", (*column).to_owned()), ("value", written(value)), ("next", written(next))],
        ),
        Fault::MoreThanFullTime { hours, full_time_hours } => {
            ("fault-more-than-full-time", vec![("hours", hour(hours)), ("full", hour(full_time_hours))])
        }
        Fault::Merged(column) => ("fault-merged", vec![("column", (*column).to_owned())]),
        Fault::Unseen(column) => ("fault-unseen", vec![("column", (*column).to_owned())]),
        Fault::NotADate(date) => ("fault-not-a-date", vec![("date", written(date))]),
        Fault::Figure { column, value } => {
            ("fault-figure", vec![("column", (*column).to_owned()), ("value", written(value))])
        }
    };
    let args: Vec<(&'static str, FluentValue<'_>)> =
        args.into_iter().map(|(name, value)| (name, value.into())).collect();
    format!("{}: {}", quoting.row(path, at), words.format(message, &args))
}
