//! Tables that users keep as text between semicolons, commas or tabs (CSV) → rows.

use std::borrow::Cow;

use super::at_row::AtRow;
use super::fault::Fault;
use super::raw_row::{RawCell, RawRow, Wrong};
use crate::source::Document;

/// What may stand between cells; of those that tell as much, the first.
pub(super) const DELIMITERS: [u8; 3] = *b";,\t";

/// Refuses a text in which a quotation mark is not closed: it would swallow the lines below.
pub(super) fn check_quotes(document: &Document) -> Result<(), Wrong> {
    let text = document.text();
    if text.matches('"').count().is_multiple_of(2) {
        return Ok(());
    }
    let last = text.rfind('"').unwrap_or_default();
    Err((AtRow::line_of_text(document.line_at(last)), Fault::Quote))
}

/// The first row of a text that is such a table; none if it has none.
pub(super) fn first_row(text: &str, delimiter: u8) -> Option<Vec<String>> {
    let record = reader(text, delimiter).into_records().next()?.ok()?;
    Some(record.iter().map(|cell| visible(cell).into_owned()).collect())
}

/// The rows of a document from a place in its text on, one by one: those of a large table take more than the file. Rows
/// without anything are left out.
pub(super) fn rows(document: &Document, from: usize, delimiter: u8) -> impl Iterator<Item = Result<RawRow, Wrong>> {
    let text = document.text();
    let mut records = reader(&text[from..], delimiter).into_records();
    // Counted on, not from the beginning each time.
    let (mut counted, mut number) = (0, 1_u32);
    std::iter::from_fn(move || {
        loop {
            let record = match records.next()? {
                Ok(record) => record,
                Err(error) => return Some(Err(unreadable(&error, document.line_at(from)))),
            };
            if record.iter().all(|cell| visible(cell).is_empty()) {
                continue;
            }
            let start = record.position().map_or(0, |position| usize::try_from(position.byte()).unwrap_or_default());
            let start = start + from;
            // The reader's position may be that of the line feed before the line.
            let rest = text.get(start..).unwrap_or_default();
            let start = start + (rest.len() - rest.trim_start_matches(['\r', '\n']).len());
            let end = text.get(start..).and_then(|rest| rest.find(['\r', '\n'])).map_or(text.len(), |end| start + end);
            let feeds = text.as_bytes().get(counted..start).unwrap_or_default().iter().filter(|&&byte| byte == b'\n');
            number += u32::try_from(feeds.count()).unwrap_or(u32::MAX);
            counted = start;
            let cells = record.iter().map(|cell| RawCell::text(visible(cell).into_owned())).collect();
            return Some(Ok(RawRow { at: AtRow::line_of_text(number), range: start..end, cells }));
        }
    })
}

fn reader(text: &str, delimiter: u8) -> csv::Reader<&[u8]> {
    let mut builder = csv::ReaderBuilder::new();
    builder.delimiter(delimiter).has_headers(false).trim(csv::Trim::All).flexible(true).from_reader(text.as_bytes())
}

/// A cell without the signs that nobody sees.
fn visible(cell: &str) -> Cow<'_, str> {
    const UNSEEN: [char; 4] = ['\u{200B}', '\u{FEFF}', '\u{AD}', '\u{2060}'];
    if cell.contains(UNSEEN) { Cow::Owned(cell.replace(UNSEEN, "").trim().to_owned()) } else { Cow::Borrowed(cell) }
}

fn unreadable(error: &csv::Error, first: u32) -> Wrong {
    let line = error.position().map_or(1, |position| u32::try_from(position.line()).unwrap_or(u32::MAX));
    (AtRow::line_of_text(first + line - 1), Fault::Syntax(error.to_string()))
}
