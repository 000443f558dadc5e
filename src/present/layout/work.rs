//! Tables of working time: which of their columns may be the commitment, and what they say of how much full time is.

use rust_decimal::Decimal;
use serde::Serialize;

use super::{DocumentLayout, TableRecord};
use crate::model::WorkUnit;
use crate::parse::{BaseKnown, BaseSeen, SaidTwice, WorkSeen};
use crate::present::messages::Language;
use crate::present::place::precise;
use crate::present::{View, visible};
use crate::source::Place;

/// The columns of working time of a table that was not read, or hardly.
#[derive(Debug, Clone, Serialize)]
pub struct WorkRecord {
    /// The headings of the columns of which each may be the commitment; of one alone, the proposal says that it is.
    pub commitments: Vec<String>,
    /// The heading of the column that says the same in months, or in full-time equivalents; null if there is none.
    pub beside: Option<String>,
    /// How much full time is, if the rows say it.
    pub base: Option<BaseRecord>,
    /// Rows that do not agree on it: then nothing is proposed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub disputed: Vec<DisputeRecord>,
}

/// How much full time is, as rows show it.
#[derive(Debug, Clone, Serialize)]
pub struct BaseRecord {
    /// Of what: `hours`, `weekly-hours` or `days`.
    pub unit: &'static str,
    /// How much.
    pub full: Decimal,
    /// What a row says that says so: the hours, or days, and the part of full time that they are.
    pub written: [String; 2],
    /// How many rows say so.
    pub rows_agreeing: usize,
    /// How many say both.
    pub rows: usize,
    /// Whether they agree only within what was rounded.
    pub rounded: bool,
}

/// What one row would make of it.
#[derive(Debug, Clone, Serialize)]
pub struct DisputeRecord {
    /// How much full time would be.
    pub full: Decimal,
    /// What the row says.
    pub written: [String; 2],
}

impl WorkRecord {
    pub(super) fn of(work: &WorkSeen<'_>) -> Self {
        let words = |place: Place<'_>| place.words().into_owned();
        let written = |row: SaidTwice<'_>| [words(row.amount), words(row.part)];
        let mut record = Self {
            commitments: work.headers.iter().copied().map(words).collect(),
            beside: work.beside.map(words),
            base: None,
            disputed: Vec::new(),
        };
        match work.base() {
            BaseKnown::Shown(BaseSeen { unit, full, row, agreeing, rows, is_rounded }) => {
                let (unit, written) = (unit.code(), written(row));
                record.base =
                    Some(BaseRecord { unit, full, written, rows_agreeing: agreeing, rows, rounded: is_rounded });
            }
            BaseKnown::Disputed(all) => {
                let dispute = |(row, full)| DisputeRecord { full, written: written(row) };
                record.disputed = all.into_iter().map(dispute).collect();
            }
            BaseKnown::Unsaid | BaseKnown::Stated => {}
        }
        record
    }
}

/// Where a figure for full time comes from that is proposed, in lines: from a table of the documents, or from nowhere.
pub(super) fn because(
    view: &View,
    documents: &[DocumentLayout],
    is_shown: bool,
    unit: WorkUnit,
    full: Decimal,
) -> String {
    let mut tables = documents.iter().flat_map(|document| &document.tables).filter_map(|table| table.work.as_ref());
    let shown = tables.find_map(|work| {
        let base = work.base.as_ref().filter(|base| base.unit == unit.code() && base.full == full)?;
        Some((work, base))
    });
    let Some((work, base)) = shown.filter(|_| is_shown) else {
        return view.messages.format("layout-base-unknown", &[("full", figure(view, full).into())]);
    };
    let [amount, part] = base.written.each_ref().map(|written| visible(written).into_owned());
    let heading = |heading: Option<&String>| heading.map_or_else(String::new, |own| visible(own).into_owned());
    let facts = [
        ("amount", amount.into()),
        ("part", part.into()),
        ("amounts", heading(work.commitments.first()).into()),
        ("parts", heading(work.beside.as_ref()).into()),
        ("full", figure(view, full).into()),
        ("unit", base.unit.into()),
        ("agreeing", base.rows_agreeing.into()),
        ("rows", base.rows.into()),
        ("rounded", if base.rounded { "yes" } else { "no" }.into()),
    ];
    view.messages.format("layout-base-shown", &facts)
}

/// What keeps something from being proposed of tables of working time, a sentence each.
pub(super) fn remarks(view: &View, documents: &[DocumentLayout]) -> Vec<String> {
    let tables = || documents.iter().flat_map(|document| &document.tables);
    let mut all: Vec<String> = tables().flat_map(|table| of_table(view, table)).collect();
    let bases = tables().filter_map(|table| Some((table, table.work.as_ref()?.base.as_ref()?)));
    let mut differing: Vec<(&TableRecord, &BaseRecord)> = Vec::new();
    for (table, base) in bases {
        if differing.iter().all(|(_, known)| (known.unit, known.full) != (base.unit, base.full)) {
            differing.push((table, base));
        }
    }
    if differing.len() > 1 {
        let base = |(table, base): &(&TableRecord, &BaseRecord)| {
            format!("{} ({})", figure(view, base.full), place(view, table))
        };
        let bases = differing.iter().map(base).collect::<Vec<_>>().join(", ");
        all.push(view.messages.format("layout-work-between", &[("bases", bases.into())]));
    }
    all
}

fn of_table(view: &View, table: &TableRecord) -> Vec<String> {
    let Some(work) = &table.work else { return Vec::new() };
    let mut all = Vec::new();
    let quoted =
        |heading: &String| view.messages.format("layout-quoted", &[("words", visible(heading).into_owned().into())]);
    let place = || place(view, table);
    if work.commitments.len() > 1 {
        let headings = work.commitments.iter().map(quoted).collect::<Vec<_>>().join(", ");
        all.push(view.messages.format("layout-work-two", &[("place", place().into()), ("headings", headings.into())]));
    }
    if !work.disputed.is_empty() {
        let example = |own: &DisputeRecord| {
            let [amount, part] = own.written.each_ref().map(|written| visible(written).into_owned());
            let facts = [("amount", amount.into()), ("part", part.into()), ("full", figure(view, own.full).into())];
            view.messages.format("layout-work-example", &facts)
        };
        let examples = work.disputed.iter().map(example).collect::<Vec<_>>().join("; ");
        let facts = [
            ("place", place().into()),
            ("amounts", work.commitments.first().map(quoted).unwrap_or_default().into()),
            ("parts", work.beside.as_ref().map(quoted).unwrap_or_default().into()),
            ("examples", examples.into()),
        ];
        all.push(view.messages.format("layout-work-disputed", &facts));
    }
    all
}

fn place(view: &View, table: &TableRecord) -> String {
    visible(table.origin.origin().path).into_owned() + &precise(view, &table.origin)
}

/// A figure as the settings write it, but for the comma: nothing stands between its thousands.
fn figure(view: &View, value: Decimal) -> String {
    let plain = value.normalize().to_string();
    if view.messages.language() == Language::Italian { plain.replace('.', ",") } else { plain }
}
