//! What was recognised of a plan's layout: as a record for programs, as tables for a terminal.

mod proposal;
mod text;
mod work;

use serde::Serialize;

use super::facts::fault_code;
use super::{Names, OriginRecord, View};
use crate::model::{Evidence, Meaning, Percent, Plan, Scale, ShareColumn, UnreadColumn};
use crate::parse::{ColumnSeen, Inventory, TableSeen, TableShape, WhyUnread};
use crate::source::{Document, Place};
use crate::survey::{HeldBack, Outcome, Proposal, Worse};
pub use text::layout_text;
pub use work::{BaseRecord, DisputeRecord, WorkRecord};

/// What was recognised of some documents.
#[derive(Debug, Clone, Serialize)]
pub struct LayoutDocument {
    /// `cento.layout/1`.
    pub schema: &'static str,
    /// The documents.
    pub documents: Vec<DocumentLayout>,
    /// The `[layout]` of cento.toml that would read what was not read, as it was tried; null if there is nothing to propose.
    pub proposal: Option<String>,
    /// What it comes to, for every plan of which it would read more.
    pub trials: Vec<TrialRecord>,
    /// What would read more and is not proposed, and why.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub held_back: Vec<HeldBackRecord>,
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
    /// Whether nothing seems to be missing: no row is rejected or under no project, no percentage unaccounted, no column unread that could
    /// change the figures, no table of working time overlooked.
    pub complete: bool,
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
    /// The tables, in the order of the document; all that have the same header are one.
    pub tables: Vec<TableRecord>,
    /// The columns of shares.
    pub share_columns: Vec<ShareColumnRecord>,
}

/// A table, or several with the same header.
#[derive(Debug, Clone, Serialize)]
pub struct TableRecord {
    /// Where its header stands, the first time.
    pub origin: OriginRecord,
    /// How often it stands in the document.
    pub count: usize,
    /// What it was taken for: `staff`, `flat`, `matrix`, `summary`, `indicators`, `unread`.
    pub shape: &'static str,
    /// Why it was not read: `unknown-headers`, `matrix`, `money`, `no-shares`, `no-people`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<&'static str>,
    /// Its rows that count.
    pub rows_accepted: usize,
    /// Those that do not.
    pub rows_rejected: usize,
    /// Its columns.
    pub columns: Vec<ColumnRecord>,
    /// Of a table of working time that was not read, or hardly, which column may be the commitment, and how much full time is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub work: Option<WorkRecord>,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ColumnRecord {
    /// The heading.
    pub heading: String,
    /// What it was taken for: `person`, `share` …; null if it is not known.
    pub meaning: Option<&'static str>,
    /// What its cells look like, where the table was not read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub looks_like: Option<&'static str>,
    /// Of a table that was read, what stands in a column that was not: `figures` that could change what the others mean, or `words`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unread: Option<&'static str>,
    /// Its first cells, at most three that are not alike.
    pub samples: Vec<String>,
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
    /// Why: `settings`, `figures`, `heading`, or the fault.
    pub because: &'static str,
}

/// What a proposal comes to on a plan.
#[derive(Debug, Clone, Serialize)]
pub struct TrialRecord {
    /// The plan's label.
    pub plan: String,
    /// What is read now.
    pub before: OutcomeRecord,
    /// What would be read.
    pub after: OutcomeRecord,
}

/// What is read of a plan.
#[derive(Debug, Clone, Serialize)]
pub struct OutcomeRecord {
    /// The rows that count.
    pub rows_accepted: usize,
    /// Those that do not.
    pub rows_rejected: usize,
    /// Those that count and stand under a project.
    pub rows_under_project: usize,
    /// How many subjects there are.
    pub people: usize,
    /// How many of them are over their capacity.
    pub over: usize,
    /// How many are at it.
    pub full: usize,
    /// Of how many neither can be said, since their figures are in doubt.
    pub unjudged: usize,
    /// The least of their totals, in percent; null without any.
    pub least_percent: Option<Percent>,
    /// The greatest, likewise.
    pub greatest_percent: Option<Percent>,
}

impl OutcomeRecord {
    fn of(outcome: &Outcome) -> Self {
        Self {
            rows_accepted: outcome.accepted,
            rows_rejected: outcome.rejected,
            rows_under_project: outcome.placed,
            people: outcome.people,
            over: outcome.over,
            full: outcome.full,
            unjudged: outcome.unjudged,
            least_percent: outcome.totals.map(|(least, _)| least),
            greatest_percent: outcome.totals.map(|(_, greatest)| greatest),
        }
    }
}

/// What would read more of a plan and is not proposed, and why.
#[derive(Debug, Clone, Serialize)]
pub struct HeldBackRecord {
    /// The plan's label.
    pub plan: String,
    /// How many rows would count.
    pub rows_accepted: usize,
    /// How many count with what is proposed, or now.
    pub rows_before: usize,
    /// Why it is not proposed: `over`, somebody of whom something is read would be over the capacity; `new-over`, too many of the others would be;
    /// `otherwise`, what is read would be read otherwise.
    pub why: &'static str,
    /// Who would be over.
    pub person: Option<String>,
    /// Their total.
    pub total_percent: Option<Percent>,
    /// What it would be.
    pub would_be_percent: Option<Percent>,
    /// How many would be over.
    pub over: usize,
}

impl HeldBackRecord {
    fn of(plan: &str, held: &HeldBack, after: &Outcome) -> Self {
        let (why, person, totals, over) = match &held.why {
            Worse::Over { name, totals } => ("over", Some(name.clone()), Some(*totals), 1),
            Worse::NewOver(count) => ("new-over", None, None, *count),
            Worse::ReadOtherwise => ("otherwise", None, None, 0),
        };
        Self {
            plan: plan.to_owned(),
            rows_accepted: held.accepted,
            rows_before: after.accepted,
            why,
            person,
            total_percent: totals.map(|[was, _]| was),
            would_be_percent: totals.map(|[_, would]| would),
            over,
        }
    }
}

/// What was recognised of the documents of a plan, of which there is an inventory each.
pub fn layout_records(names: &Names, plan: &Plan<'_>, inventories: &[Inventory<'_>]) -> Vec<DocumentLayout> {
    let documents = plan.documents.iter().zip(inventories);
    documents.map(|(document, inventory)| document_layout(names, plan, document, inventory)).collect()
}

/// All the documents of some plans, and what would read what was not read of each plan, by its label.
pub fn layout_document(
    view: &View,
    documents: Vec<DocumentLayout>,
    proposals: &[(String, Proposal)],
) -> LayoutDocument {
    let held_back = |(plan, proposal): &(String, Proposal)| {
        Some(HeldBackRecord::of(plan, proposal.held_back.as_ref()?, &proposal.after))
    };
    let held_back = proposals.iter().filter_map(held_back).collect();
    let proposals = proposals.iter().filter(|(_, proposal)| !proposal.entries.is_empty());
    let entries: Vec<_> = proposals.clone().flat_map(|(_, proposal)| proposal.entries.iter().cloned()).collect();
    let trial = |(plan, proposal): &(String, Proposal)| TrialRecord {
        plan: plan.clone(),
        before: OutcomeRecord::of(&proposal.before),
        after: OutcomeRecord::of(&proposal.after),
    };
    let trials = proposals.clone().map(trial).collect();
    let is_shown = proposals.clone().any(|(_, proposal)| proposal.is_shown);
    let proposal = proposal::toml(&entries, |unit, full| work::because(view, &documents, is_shown, unit, full));
    LayoutDocument { schema: "cento.layout/1", documents, proposal, trials, held_back }
}

fn document_layout<'t>(
    names: &Names,
    plan: &Plan<'t>,
    document: &'t Document,
    inventory: &Inventory<'t>,
) -> DocumentLayout {
    let is_here = |place: Place<'_>| std::ptr::eq(place.document(), document);
    let shares = plan.share_columns.iter().filter(|column| column.header.is_none_or(is_here));
    let cdrs = || plan.cdrs.iter().filter(|cdr| is_here(cdr.place));
    let positions = document.positions();
    let rejected = plan.rejected.iter().filter(|row| row.faults.first().is_some_and(|fault| is_here(fault.place)));
    DocumentLayout {
        plan: plan.label.clone(),
        path: document.path().to_owned(),
        form: match (positions.has_cells(), positions.has_pages()) {
            (true, _) => "workbook",
            (false, true) => "pages",
            (false, false) => "text",
        },
        complete: is_complete(plan, document) && inventory.tables.iter().all(|table| table.work_not_read().is_none()),
        cdrs: cdrs().count(),
        summaries: cdrs().filter(|cdr| cdr.has_summary).count(),
        sheets: plan.sheets.iter().filter(|sheet| sheet.code.is_some() && is_here(sheet.place)).count(),
        staff_headers: plan.headers.iter().filter(|header| is_here(header.place)).map(|header| header.count).sum(),
        rows_accepted: plan.commitments.iter().filter(|row| is_here(row.name)).count(),
        rows_rejected: rejected.count(),
        tables: inventory.tables.iter().map(|table| table_record(names, plan, table)).collect(),
        share_columns: shares.filter(|column| column.signed + column.bare > 0).map(share_record).collect(),
    }
}

/// Whether nothing of a document is told as missing.
fn is_complete(plan: &Plan<'_>, document: &Document) -> bool {
    let is_here = |place: Place<'_>| std::ptr::eq(place.document(), document);
    let is_nothing_read = plan.nothing_read.iter().any(|unread| std::ptr::eq(*unread, document));
    let is_rejected = plan.rejected.iter().flat_map(|row| &row.faults).any(|fault| is_here(fault.place));
    let is_lost = plan.commitments.iter().any(|row| plan.sheets[row.sheet].code.is_none() && is_here(row.name));
    let is_unread = plan.unread_columns.iter().any(|column| column.is_in_doubt() && is_here(column.header));
    let is_unaccounted = plan.unaccounted.iter().any(|share| is_here(share.place));
    let has_none = plan.without_staff_table.iter().any(|without| std::ptr::eq(*without, document));
    !(is_nothing_read
        || is_rejected
        || is_lost
        || is_unread
        || is_unaccounted
        || has_none
        || !plan.unread_files.is_empty())
}

fn table_record(names: &Names, plan: &Plan<'_>, table: &TableSeen<'_>) -> TableRecord {
    let (shape, why) = match table.shape {
        TableShape::Staff => ("staff", None),
        TableShape::Flat => ("flat", None),
        TableShape::Matrix => ("matrix", None),
        TableShape::Summary => ("summary", None),
        TableShape::Indicators => ("indicators", None),
        TableShape::Unread(WhyUnread::UnknownHeaders) => ("unread", Some("unknown-headers")),
        TableShape::Unread(WhyUnread::Matrix) => ("unread", Some("matrix")),
        TableShape::Unread(WhyUnread::Money) => ("unread", Some("money")),
        TableShape::Unread(WhyUnread::NoShares) => ("unread", Some("no-shares")),
        TableShape::Unread(WhyUnread::NoPeople) => ("unread", Some("no-people")),
    };
    let is_read = matches!(table.shape, TableShape::Staff | TableShape::Flat | TableShape::Matrix);
    TableRecord {
        origin: OriginRecord::of(names, table.place, None),
        count: table.count,
        shape,
        why,
        rows_accepted: table.accepted,
        rows_rejected: table.rejected,
        columns: table.columns.iter().map(|column| column_record(plan, column, is_read)).collect(),
        work: table.work_not_read().map(WorkRecord::of),
    }
}

fn column_record(plan: &Plan<'_>, column: &ColumnSeen<'_>, is_read: bool) -> ColumnRecord {
    let is_unread = is_read && column.known.is_none() && !column.samples.is_empty();
    let own = plan.unread_columns.iter().filter(|unread| unread.header.raw() == column.header.raw());
    let has_figures = own.into_iter().any(UnreadColumn::is_in_doubt);
    ColumnRecord {
        heading: column.header.words().into_owned(),
        meaning: column.known.map(Meaning::code),
        looks_like: column.looks.map(Meaning::code),
        unread: is_unread.then_some(if has_figures { "figures" } else { "words" }),
        samples: column.samples.iter().map(|cell| cell.words().into_owned()).collect(),
    }
}

fn share_record(column: &ShareColumn<'_>) -> ShareColumnRecord {
    let (scale, because) = match column.scale {
        Scale::Percent(Evidence::Settings) => ("percent", "settings"),
        Scale::Percent(Evidence::Figures) => ("percent", "figures"),
        Scale::Percent(Evidence::Header) => ("percent", "heading"),
        Scale::Fraction => ("fraction", "settings"),
        Scale::Work(unit, _, Evidence::Settings) => (unit.code(), "settings"),
        Scale::Work(unit, ..) => (unit.code(), "heading"),
        Scale::Unknown(fault) => ("unknown", fault_code(fault)),
    };
    let heading = column.header.map(|header| header.words().into_owned());
    ShareColumnRecord { heading, signed: column.signed, bare: column.bare, scale, because }
}
