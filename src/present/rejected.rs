//! The rows that bear somebody's name and do not count, with what they would make.

use std::fmt::Write;

use serde::Serialize;

use super::place::{OriginRecord, in_words};
use super::{Names, View, visible};
use crate::finding::Code;
use crate::model::{Percent, Plan, Rejection, Scale};

/// A row that bears somebody's name and does not count.
#[derive(Debug, Clone, Serialize)]
pub struct RejectedRecord {
    /// The code of the finding that tells why.
    pub code: &'static str,
    /// The code of the project on whose sheet it stands.
    pub project: Option<String>,
    /// What it would add to the total, if that can be read.
    pub percent: Option<Percent>,
    /// What is written where the share should be, or its days, if it cannot be read.
    pub written: Option<String>,
    /// Where it is at fault.
    pub origin: OriginRecord,
    /// Whether nobody can say what it would add to the total.
    #[serde(skip)]
    is_unsure: bool,
}

/// The rejected rows of a subject of a plan.
pub fn rejected_records(names: &Names, plan: &Plan<'_>, subject: usize) -> Vec<RejectedRecord> {
    let records = plan.subjects[subject].rejected.iter().filter_map(|&row| rejected_record(names, plan, row as usize));
    // Where shares hold on some days, nobody can say on how many this one would; nor what share hours are of somebody's own.
    let counts_work = || plan.share_columns.iter().any(|column| matches!(column.scale, Scale::Work(..)));
    let has_own_time = plan.subjects[subject].working_time.is_some() && counts_work();
    let is_unsure = has_own_time || plan.has_periods(subject);
    records.map(|own| RejectedRecord { is_unsure, ..own }).collect()
}

/// A rejected row of a plan, an index into [`Plan::rejected`].
pub(super) fn rejected_record(names: &Names, plan: &Plan<'_>, row: usize) -> Option<RejectedRecord> {
    let row = &plan.rejected[row];
    let fault = row.faults.first()?;
    let code = Code::of_rejection(fault.reason);
    // Of a row without its days nobody can say what it would add.
    let is_undated = matches!(fault.reason, Rejection::UnreadablePeriod(_));
    let is_share = is_undated || matches!(fault.reason, Rejection::UnreadablePercent(_));
    let is_share = is_share && !fault.place.raw().is_empty();
    // A stray row stands after a sheet, and nothing says that it is of it.
    let sheet = row.sheet.filter(|_| fault.reason != Rejection::Stray);
    let project = sheet.and_then(|sheet| plan.sheets[sheet].code.as_deref());
    Some(RejectedRecord {
        code: code.code(),
        project: project.map(|project| names.code(project).into_owned()),
        percent: row.percent.filter(|_| !is_undated),
        written: is_share.then(|| names.figures(fault.place.raw()).into_owned()),
        origin: OriginRecord::of(names, fault.place, Some(code)),
        is_unsure: false,
    })
}

/// What the rejected rows of somebody are, in a sentence, and what total they would make if all of them can be read; none
/// if there are none.
pub(super) fn rejected_words(view: &View, rows: &[RejectedRecord], total: Percent) -> Option<String> {
    /// More are not taken in at a glance.
    const MOST: usize = 4;
    if rows.is_empty() {
        return None;
    }
    let mut told = rows.iter().take(MOST).map(|row| row_words(view, row)).collect::<Vec<_>>().join(", ");
    if let Some(more) = rows.len().checked_sub(MOST).filter(|&more| more > 0) {
        let _ = write!(told, "{}", view.messages.format("rejected-more", &[("more", more.into())]));
    }
    let added: Option<Percent> = rows.iter().map(|row| row.percent.filter(|_| !row.is_unsure)).sum();
    let whole = added.map_or("none".to_owned(), |added| view.numbers().percent(total + added));
    let args = [("rows", rows.len().into()), ("told", told.into()), ("total", whole.into())];
    Some(view.messages.format("rejected-rows", &args))
}

fn row_words(view: &View, row: &RejectedRecord) -> String {
    let quoted = |written: &str| view.messages.format("quoted", &[("text", visible(written).into_owned().into())]);
    let written = || row.written.as_deref().map(quoted);
    let share = row.percent.map(|percent| view.numbers().percent(percent)).or_else(written);
    let args = [
        ("share", share.unwrap_or("none".to_owned()).into()),
        ("project", row.project.as_deref().map_or("none".to_owned(), |code| visible(code).into_owned()).into()),
        ("place", in_words(view, &row.origin).into()),
        ("code", row.code.into()),
    ];
    view.messages.format("rejected-row", &args)
}
