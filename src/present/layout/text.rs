//! What was recognised of a plan's layout, as tables for a terminal.

use std::borrow::Cow;

use super::work::remarks;
use super::{ColumnRecord, HeldBackRecord, LayoutDocument, TableRecord, TrialRecord};
use crate::model::Percent;
use crate::present::place::precise;
use crate::present::table::{Column, TableRow, table};
use crate::present::{View, visible};

/// The text for a terminal: what was read and how, what was not, and what to put into the settings.
pub fn layout_text(view: &View, layout: &LayoutDocument) -> String {
    let title = |id: &str| format!("\n{}\n\n", view.messages.text(id));
    let tables = || layout.documents.iter().flat_map(|document| &document.tables);
    let is_read = |table: &&TableRecord| matches!(table.shape, "staff" | "flat" | "matrix");
    let is_overlooked = |table: &&TableRecord| table.why == Some("unknown-headers");
    let mut parts = vec![documents(view, layout)];
    for (id, chosen) in [
        ("layout-headers", tables().filter(is_read).collect::<Vec<_>>()),
        ("layout-overlooked", tables().filter(is_overlooked).collect()),
    ] {
        if !chosen.is_empty() {
            parts.extend([title(id), columns(view, &chosen)]);
        }
    }
    parts.push(scales(view, layout));
    let others: Vec<_> = tables().filter(|table| !is_read(table) && !is_overlooked(table)).collect();
    if !others.is_empty() {
        parts.extend([title("layout-others"), other_tables(view, &others)]);
    }
    let remarks = remarks(view, &layout.documents);
    parts.extend(remarks.iter().map(|remark| format!("\n{remark}\n")));
    parts.extend(layout.held_back.iter().map(|held| format!("\n{}\n", held_back(view, held))));
    parts.push(conclusion(view, layout));
    parts.concat()
}

/// Why something is not proposed that would read more.
fn held_back(view: &View, held: &HeldBackRecord) -> String {
    let numbers = view.numbers();
    let percent = |percent: Option<Percent>| numbers.percent(percent.unwrap_or(Percent::ZERO));
    let facts = [
        ("plan", visible(&held.plan).into_owned().into()),
        ("rows", held.rows_accepted.into()),
        ("before", held.rows_before.into()),
        ("why", held.why.into()),
        ("name", held.person.as_deref().map_or_else(String::new, |name| visible(name).into_owned()).into()),
        ("was", percent(held.total_percent).into()),
        ("would", percent(held.would_be_percent).into()),
        ("count", held.over.into()),
    ];
    view.messages.format("layout-held-back", &facts)
}

/// What is to be done.
fn conclusion(view: &View, layout: &LayoutDocument) -> String {
    let words = &view.messages;
    let Some(toml) = &layout.proposal else {
        let is_complete = layout.documents.iter().all(|document| document.complete);
        return format!("\n{}\n", words.text(if is_complete { "layout-complete" } else { "layout-incomplete" }));
    };
    let mut out = format!("\n{}\n", words.text("layout-trials"));
    for TrialRecord { plan, before, after } in &layout.trials {
        let numbers = view.numbers();
        let percent = |percent: Option<Percent>| numbers.percent(percent.unwrap_or(Percent::ZERO));
        let facts = [
            ("plan", visible(plan).into_owned().into()),
            ("rows", after.rows_accepted.into()),
            ("rejected", after.rows_rejected.into()),
            ("before", before.rows_accepted.into()),
            ("people", after.people.into()),
            ("least", percent(after.least_percent).into()),
            ("greatest", percent(after.greatest_percent).into()),
            ("over", after.over.into()),
            ("unjudged", after.unjudged.into()),
        ];
        out.extend(["  ", &words.format("layout-trial", &facts), "\n"]);
    }
    format!("{out}\n{}\n\n{}", words.text("layout-proposal"), visible_lines(toml))
}

/// A text of several lines, each made visible.
fn visible_lines(text: &str) -> String {
    text.split_inclusive('\n').map(|line| visible(line.trim_end_matches('\n')).into_owned() + "\n").collect()
}

fn documents(view: &View, layout: &LayoutDocument) -> String {
    let numbers = view.numbers();
    let heads = [
        Column::long("column-document"),
        Column::words("column-form"),
        Column::figures("column-cdrs"),
        Column::figures("column-summaries"),
        Column::figures("column-sheets"),
        Column::figures("column-tables"),
        Column::figures("column-rows-accepted"),
        Column::figures("column-rows-rejected"),
    ];
    let rows: Vec<TableRow<'_>> = layout
        .documents
        .iter()
        .map(|document| {
            let counts = [
                document.cdrs,
                document.summaries,
                document.sheets,
                document.staff_headers,
                document.rows_accepted,
                document.rows_rejected,
            ];
            let form = view.messages.text(&format!("layout-form-{}", document.form));
            let cells = [visible(&document.path), form.into()].into_iter();
            TableRow::plain(cells.chain(counts.map(|count| numbers.count(count).into())).collect())
        })
        .collect();
    table(view, &heads, &rows)
}

/// The columns of some tables, a line each, with what stands in them.
fn columns(view: &View, tables: &[&TableRecord]) -> String {
    let heads = [
        Column::long("column-place"),
        Column::figures("column-tables"),
        Column::figures("column-rows-accepted"),
        Column::figures("column-rows-rejected"),
        Column::long("column-heading"),
        Column::long("column-meaning-of"),
        Column::long("column-samples"),
    ];
    let mut rows: Vec<TableRow<'_>> = Vec::new();
    for table in tables {
        for (at, column) in table.columns.iter().enumerate() {
            let mut cells: Vec<Cow<'_, str>> = if at == 0 {
                let count = |count| view.numbers().count(count).into();
                let counts = [table.count, table.rows_accepted, table.rows_rejected].map(count);
                [place(view, table).into()].into_iter().chain(counts).collect()
            } else {
                vec!["".into(); 4]
            };
            cells.push(if column.heading.is_empty() { "–".into() } else { visible(&column.heading) });
            cells.push(meaning(view, column).into());
            cells.push(column.samples.iter().map(|sample| cut(sample)).collect::<Vec<_>>().join(" · ").into());
            rows.push(TableRow::plain(cells));
        }
    }
    table(view, &heads, &rows)
}

fn place(view: &View, table: &TableRecord) -> String {
    visible(table.origin.origin().path).into_owned() + &precise(view, &table.origin)
}

/// What a column was taken for, or looks like, or why it was not read.
fn meaning(view: &View, column: &ColumnRecord) -> String {
    let words = &view.messages;
    let said = |code: &str| words.text(&format!("meaning-{code}"));
    match (column.meaning, column.unread, column.looks_like) {
        (Some(code), ..) => said(code),
        (None, Some(what), _) => words.text(&format!("meaning-unread-{what}")),
        (None, None, Some(code)) => words.format("meaning-looks-like", &[("meaning", said(code).into())]),
        _ => "–".to_owned(),
    }
}

/// The beginning of a cell.
fn cut(sample: &str) -> String {
    const MOST: usize = 28;
    let sample = visible(sample);
    if sample.chars().count() <= MOST {
        return sample.into_owned();
    }
    sample.chars().take(MOST - 1).chain(['…']).collect()
}

/// The tables that are none of people and shares: a line each.
fn other_tables(view: &View, tables: &[&TableRecord]) -> String {
    let heads = [
        Column::long("column-place"),
        Column::figures("column-tables"),
        Column::long("column-taken-for"),
        Column::long("column-headings"),
    ];
    let row = |table: &&TableRecord| {
        let taken = table.why.map_or(format!("table-{}", table.shape), |why| format!("table-unread-{why}"));
        let headings = table.columns.iter().map(|column| &column.heading).filter(|heading| !heading.is_empty());
        let headings: Vec<String> = headings.map(|heading| cut(heading)).collect();
        TableRow::plain(vec![
            place(view, table).into(),
            view.numbers().count(table.count).into(),
            view.messages.text(&taken).into(),
            headings.join(" · ").into(),
        ])
    };
    table(view, &heads, &tables.iter().map(row).collect::<Vec<_>>())
}

fn scales(view: &View, layout: &LayoutDocument) -> String {
    let words = &view.messages;
    let heads = [
        Column::long("column-heading"),
        Column::figures("column-signed"),
        Column::figures("column-bare"),
        Column::long("column-scale"),
    ];
    let shares = layout.documents.iter().flat_map(|document| &document.share_columns);
    let rows: Vec<TableRow<'_>> = shares
        .map(|share| {
            let numbers = view.numbers();
            let heading = share.heading.as_deref().map_or(Cow::Borrowed("–"), visible);
            let scale = if share.bare == 0 { "none".to_owned() } else { format!("{}-{}", share.scale, share.because) };
            let said = words.text(&format!("scale-{scale}"));
            TableRow::plain(vec![
                heading,
                numbers.count(share.signed).into(),
                numbers.count(share.bare).into(),
                said.into(),
            ])
        })
        .collect();
    if rows.is_empty() {
        return String::new();
    }
    format!("\n{}\n\n{}", words.text("layout-scales"), table(view, &heads, &rows))
}
