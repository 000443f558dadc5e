//! What was recognised of a plan's layout: as a record for programs, as tables for a terminal.

mod proposal;
mod text;

use serde::Serialize;

use super::facts::fault_code;
use super::{Names, OriginRecord};
use crate::model::{Evidence, Header, Meaning, Plan, Scale, ShareColumn};
use crate::parse::{Overlooked, OverlookedColumn, OverlookedTable, overlooked};
use crate::settings::LayoutSettings;
use crate::source::{Document, Place};
use crate::vocabulary::Vocabulary;
use proposal::Proposal;
pub use text::layout_text;

/// What was recognised of some documents.
#[derive(Debug, Clone, Serialize)]
pub struct LayoutDocument {
    /// `cento.layout/1`.
    pub schema: &'static str,
    /// The documents.
    pub documents: Vec<DocumentLayout>,
    /// The `[layout]` of cento.toml that would read what was not read; null if nothing is missing.
    pub proposal: Option<String>,
}

/// What was recognised of one document.
#[derive(Debug, Clone, Serialize)]
pub struct DocumentLayout {
    /// The plan's label.
    pub plan: String,
    /// Its path as it was given.
    pub path: String,
    /// `text`, `pages` or `workbook`.
    pub form: &'static str,
    /// The number of CDR headings.
    pub cdrs: usize,
    /// How many of the CDRs have a summary.
    pub summaries: usize,
    /// The number of sheets that have a project's code.
    pub sheets: usize,
    /// The number of headers of staff tables, repeated ones too.
    pub staff_headers: usize,
    /// The staff rows that count.
    pub rows_accepted: usize,
    /// Those that do not.
    pub rows_rejected: usize,
    /// The headers of the staff tables.
    pub headers: Vec<HeaderRecord>,
    /// The columns of shares.
    pub share_columns: Vec<ShareColumnRecord>,
    /// Tables that look like staff and were not read.
    pub overlooked: Vec<HeaderRecord>,
    #[serde(skip)]
    proposal: Proposal,
}

/// The header of a table.
#[derive(Debug, Clone, Serialize)]
pub struct HeaderRecord {
    /// Where it stands, the first time.
    pub origin: OriginRecord,
    /// How often it stands in the document.
    pub count: usize,
    /// Its columns.
    pub columns: Vec<ColumnRecord>,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ColumnRecord {
    /// The heading.
    pub heading: String,
    /// What it was taken for: `person`, `share` …; null if it is not known.
    pub meaning: Option<&'static str>,
    /// What its cells look like, where it was not read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub looks_like: Option<&'static str>,
}

/// A column of shares.
#[derive(Debug, Clone, Serialize)]
pub struct ShareColumnRecord {
    /// The heading; null for tables that have only the line *Nome Soggetto*.
    pub heading: Option<String>,
    /// The figures with a percent sign.
    pub signed: usize,
    /// Those without.
    pub bare: usize,
    /// What those without are: `percent`, `fraction`, `hours` or `unknown`.
    pub scale: &'static str,
    /// Why: `settings`, `sign`, `figures`, `heading`, or the fault.
    pub because: &'static str,
}

/// What was recognised of the documents of a plan.
pub fn layout_records(names: &Names, plan: &Plan<'_>, layout: &LayoutSettings) -> Vec<DocumentLayout> {
    plan.documents.iter().map(|document| document_layout(names, plan, document, layout)).collect()
}

/// All the documents of some plans, and what would read what was not read.
pub fn layout_document(documents: Vec<DocumentLayout>) -> LayoutDocument {
    let proposal = documents.iter().fold(Proposal::default(), |all, document| all.and(&document.proposal));
    LayoutDocument { schema: "cento.layout/1", proposal: proposal.toml(), documents }
}

fn document_layout<'t>(
    names: &Names,
    plan: &Plan<'t>,
    document: &'t Document,
    layout: &LayoutSettings,
) -> DocumentLayout {
    let is_here = |place: Place<'_>| std::ptr::eq(place.document(), document);
    let overlooked = overlooked(plan, document, Vocabulary::of(layout));
    let headers: Vec<_> = plan.headers.iter().filter(|header| is_here(header.place)).collect();
    let shares = plan.share_columns.iter().filter(|column| column.header.is_none_or(is_here));
    let cdrs = || plan.cdrs.iter().filter(|cdr| is_here(cdr.place));
    let positions = document.positions();
    let rejected = plan.rejected.iter().filter(|row| row.faults.first().is_some_and(|fault| is_here(fault.place)));
    let columns: Vec<_> = shares.clone().filter(|column| column.bare > 0).collect();
    DocumentLayout {
        plan: plan.label.clone(),
        path: document.path().to_owned(),
        form: match (positions.has_cells(), positions.has_pages()) {
            (true, _) => "workbook",
            (false, true) => "pages",
            (false, false) => "text",
        },
        cdrs: cdrs().count(),
        summaries: cdrs().filter(|cdr| cdr.has_summary).count(),
        sheets: plan.sheets.iter().filter(|sheet| sheet.code.is_some() && is_here(sheet.place)).count(),
        staff_headers: headers.iter().map(|header| header.count).sum(),
        rows_accepted: plan.commitments.iter().filter(|row| is_here(row.name)).count(),
        rows_rejected: rejected.count(),
        proposal: Proposal::of(&overlooked, &columns),
        headers: once_each(headers.iter().map(|header| header_record(names, header))),
        share_columns: shares.filter(|column| column.signed + column.bare > 0).map(share_record).collect(),
        overlooked: overlooked_records(names, &overlooked),
    }
}

/// Headers that say the same, once.
fn once_each(records: impl Iterator<Item = HeaderRecord>) -> Vec<HeaderRecord> {
    let mut all: Vec<HeaderRecord> = Vec::new();
    for record in records {
        match all.iter_mut().find(|known| known.columns == record.columns) {
            Some(known) => known.count += record.count,
            None => all.push(record),
        }
    }
    all
}

fn header_record(names: &Names, header: &Header<'_>) -> HeaderRecord {
    let columns = header.columns.iter().map(|(cell, meaning)| ColumnRecord {
        heading: cell.words().into_owned(),
        meaning: meaning.map(Meaning::code),
        looks_like: None,
    });
    HeaderRecord {
        origin: OriginRecord::of(names, header.place, None),
        count: header.count,
        columns: columns.collect(),
    }
}

fn overlooked_records(names: &Names, overlooked: &Overlooked<'_>) -> Vec<HeaderRecord> {
    let columns = |table: &OverlookedTable<'_>| {
        let column = |column: &OverlookedColumn<'_>| ColumnRecord {
            heading: column.header.words().into_owned(),
            meaning: column.known.map(Meaning::code),
            looks_like: column.looks.map(Meaning::code),
        };
        table.columns.iter().map(column).collect()
    };
    let tables = overlooked.tables.iter().map(|table| HeaderRecord {
        origin: OriginRecord::of(names, table.place, None),
        count: table.count,
        columns: columns(table),
    });
    tables.collect()
}

fn share_record(column: &ShareColumn<'_>) -> ShareColumnRecord {
    let (scale, because) = match column.scale {
        Scale::Percent(Evidence::Settings) => ("percent", "settings"),
        Scale::Percent(Evidence::Figures) => ("percent", "figures"),
        Scale::Percent(Evidence::Header) => ("percent", "heading"),
        Scale::Fraction => ("fraction", "settings"),
        Scale::Hours => ("hours", "settings"),
        Scale::Unknown(fault) => ("unknown", fault_code(fault)),
    };
    let heading = column.header.map(|header| header.words().into_owned());
    ShareColumnRecord { heading, signed: column.signed, bare: column.bare, scale, because }
}
