//! The check for a terminal: one sentence, the people not at capacity, the findings, what was read.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::io;

use fluent_bundle::FluentValue;

use super::{CheckReport, Form};
use crate::analyse::{Counts, Coverage};
use crate::finding::{Code, Severity};
use crate::model::{Percent, Percentages};
use crate::present::explain::severity_word;
use crate::present::findings::heading;
use crate::present::people::{people_table, tolerance_words};
use crate::present::{View, visible};
use crate::read::{Refusal, SkipReason, Skipped};

/// The finding in one sentence: how many people are over, at and under their capacity.
pub fn headline(view: &View, report: &CheckReport) -> String {
    let numbers = view.numbers();
    let Counts { plans, people, people_over, people_uncertain, .. } = report.counts;
    // Nobody can say of these what their totals are.
    let partly = report.counts.people_partly_read();
    let people_under = report.counts.people_under - report.counts.under_partly_read;
    let people_full = report.counts.people_full - report.counts.full_partly_read;
    let rejected = report.coverage.rows_rejected - report.coverage.rows_repeated;
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
        ("uncertain", people_uncertain.into()),
        ("uncertain-text", numbers.count(people_uncertain).into()),
        ("partly", partly.into()),
        ("partly-text", numbers.count(partly).into()),
        ("tolerance", tolerance.into()),
        ("capacity", if report.own_capacities { "own" } else { "hundred" }.into()),
        ("rejected", rejected.into()),
        ("rejected-text", numbers.count(rejected).into()),
        ("unread", report.coverage.documents_unread.into()),
        ("unread-text", numbers.count(report.coverage.documents_unread).into()),
    ];
    ["headline", "headline-uncertain", "headline-partly", "headline-unreadable", "headline-unread"]
        .map(|id| view.messages.format(id, &args))
        .concat()
}

/// Writes the whole answer for a terminal.
///
/// # Errors
///
/// Those of what it is written to.
pub fn write_check(to: &mut dyn io::Write, view: &View, report: &CheckReport) -> io::Result<()> {
    let (bold, red, reset) = if view.colour { ("\u{1b}[1m", "\u{1b}[1;31m", "\u{1b}[0m") } else { ("", "", "") };
    let over = report.counts.people_over > 0;
    let mut out = format!("{}{}{reset}\n", if over { red } else { bold }, headline(view, report));
    let several = report.plans.len() > 1;
    if !report.people.is_empty() {
        out.push('\n');
        out += &people_table(view, &report.people, several);
    }
    let _ = write!(out, "\n{bold}{}{reset}\n\n", heading(view, report.severities, report.accepted));
    to.write_all(std::mem::take(&mut out).as_bytes())?;
    for (_, told) in &report.findings {
        if let Form::Text(text) = &told.form {
            to.write_all(text.as_bytes())?;
        }
    }
    write_more(view, report, &mut out);
    if report.in_short && !report.findings.is_empty() {
        let _ = write!(out, "\n{}\n\n", view.messages.text("findings-in-short"));
    }
    let _ = writeln!(out, "{bold}{}{reset}", view.messages.text("read-heading"));
    write_read(view, report, &mut out);
    to.write_all(out.as_bytes())
}

/// Of which codes there are more findings than are shown, and how many.
fn write_more(view: &View, report: &CheckReport, out: &mut String) {
    let mut more: BTreeMap<(Severity, Code), usize> = BTreeMap::new();
    for (_, told) in report.findings.iter().filter(|(_, told)| matches!(told.form, Form::Counted)) {
        *more.entry((told.severity, told.code)).or_default() += 1;
    }
    let ends_open = report.in_short && !more.is_empty();
    for ((severity, code), more) in more {
        let word = severity_word(view, severity);
        let args = [("more", FluentValue::from(more)), ("more-text", view.numbers().count(more).into())];
        let _ = writeln!(out, "{word}[{}]: {}\n", code.code(), view.messages.format("findings-more", &args));
    }
    if ends_open {
        out.pop();
    }
}

/// What became of the figures with a percent sign.
fn percentages_words(view: &View, percentages: Percentages) -> String {
    let numbers = view.numbers();
    let args = [
        ("accepted", FluentValue::from(numbers.count(percentages.accepted))),
        ("rejected", numbers.count(percentages.rejected).into()),
        ("elsewhere", numbers.count(percentages.elsewhere).into()),
        ("unaccounted", percentages.unaccounted.into()),
        ("unaccounted-text", numbers.count(percentages.unaccounted).into()),
    ];
    format!("{} = {}", numbers.count(percentages.seen()), view.messages.format("read-percentages-detail", &args))
}

/// The files that were left out, each with the reason; those that the program itself made are told together.
pub fn skipped_words(view: &View, skipped: &[Skipped]) -> Vec<String> {
    let (own, others): (Vec<&Skipped>, Vec<&Skipped>) =
        skipped.iter().partition(|skipped| skipped.reason == SkipReason::Unread(Refusal::Own));
    let reason = |reason: SkipReason| view.messages.text(&format!("skipped-{}", reason.code()));
    let word = |skipped: &&Skipped| format!("{} ({})", visible(&skipped.path), reason(skipped.reason));
    let own = own.first().map(|first| {
        let args = [("count", own.len().into()), ("first", visible(&first.path).into_owned().into())];
        view.messages.format("read-skipped-own", &args)
    });
    others.iter().map(word).chain(own).collect()
}

/// What was read, label by label, so that nothing is lost in silence.
fn write_read(view: &View, report: &CheckReport, out: &mut String) {
    let numbers = view.numbers();
    let Coverage { staff_tables, rows_seen, rows_accepted, rows_rejected, rows_repeated, percentages, .. } =
        report.coverage;
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
            ("repeated", rows_repeated.into()),
            ("repeated-text", numbers.count(rows_repeated).into()),
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
        ("read-percentages", percentages_words(view, percentages).into()),
        ("read-sum", numbers.percent(counts.commitment).into()),
        ("read-tolerance", tolerance_words(view, report.tolerance).into()),
    ];
    if let [info] = &report.plans[..] {
        lines.insert(0, ("read-plan", visible(&info.label)));
    } else {
        lines.insert(0, ("read-plans", numbers.count(counts.plans).into()));
    }
    lines.extend(skipped_words(view, &report.skipped).into_iter().map(|words| ("read-skipped", words.into())));
    let labels: Vec<String> = lines.iter().map(|(label, _)| view.messages.text(label)).collect();
    let width = labels.iter().map(|label| label.chars().count()).max().unwrap_or_default();
    for (label, (_, value)) in labels.iter().zip(&lines) {
        let _ = writeln!(out, "  {label:<width$}  {value}");
    }
}
