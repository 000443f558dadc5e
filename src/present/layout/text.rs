//! What was recognised of a plan's layout, as tables for a terminal.

use std::borrow::Cow;

use super::{ColumnRecord, HeaderRecord, LayoutDocument};
use crate::present::place::precise;
use crate::present::table::{Column, TableRow, table};
use crate::present::{View, visible};

/// The text for a terminal: what was read and how, what was not, and what to put into the settings.
pub fn layout_text(view: &View, layout: &LayoutDocument) -> String {
    let title = |id: &str| format!("\n{}\n\n", view.messages.text(id));
    let headers = layout.documents.iter().flat_map(|document| &document.headers);
    let headers = columns(view, headers, "column-meaning-of", |column| column.meaning);
    let mut parts = vec![documents(view, layout), title("layout-headers"), headers, scales(view, layout)];
    let overlooked: Vec<&HeaderRecord> = layout.documents.iter().flat_map(|document| &document.overlooked).collect();
    if !overlooked.is_empty() {
        let looks = |column: &ColumnRecord| column.meaning.or(column.looks_like);
        parts.extend([title("layout-overlooked"), columns(view, overlooked.into_iter(), "column-looks-like", looks)]);
    }
    match &layout.proposal {
        Some(toml) => parts.extend([title("layout-proposal"), visible_lines(toml)]),
        None => parts.push(format!("\n{}\n", view.messages.text("layout-complete"))),
    }
    parts.concat()
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

/// The columns of some headers, a line each.
fn columns<'a>(
    view: &View,
    headers: impl Iterator<Item = &'a HeaderRecord>,
    title: &'static str,
    meaning: fn(&ColumnRecord) -> Option<&'static str>,
) -> String {
    let heads = [
        Column::long("column-place"),
        Column::figures("column-tables"),
        Column::long("column-heading"),
        Column::words(title),
    ];
    let mut rows: Vec<TableRow<'_>> = Vec::new();
    for header in headers {
        for (at, column) in header.columns.iter().enumerate() {
            let (place, count) = match at {
                0 => (
                    visible(&header.origin.path).into_owned() + &precise(view, &header.origin),
                    view.numbers().count(header.count),
                ),
                _ => (String::new(), String::new()),
            };
            let means = meaning(column).map_or("–".to_owned(), |code| view.messages.text(&format!("meaning-{code}")));
            let heading = if column.heading.is_empty() { "–".into() } else { visible(&column.heading) };
            rows.push(TableRow::plain(vec![place.into(), count.into(), heading, means.into()]));
        }
    }
    table(view, &heads, &rows)
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
