//! Tables that users keep as CSV: a header of known columns, one line for each thing.

use std::borrow::Cow;
use std::ops::Range;

use rust_decimal::Decimal;

use super::fault::{Fault, nearest};
use crate::identity;
use crate::model::decimal;
use crate::source::Document;

/// A column: its name in the contract, then the others that offices use.
pub(super) type Column = (&'static str, &'static [&'static str]);

/// A fault, and the line it stands on.
pub(super) type Wrong = (u32, Fault);

/// A line of a table.
#[derive(Debug)]
pub(super) struct Line {
    /// The cells in the order of the known columns; none where nothing is written.
    cells: Vec<Option<String>>,
    names: &'static [Column],
    /// Its number in the file, counted from 1.
    pub number: u32,
    /// Where it stands in the file, in bytes.
    pub range: Range<usize>,
}

impl Line {
    /// What is written in a column, given by its place among the known ones.
    pub fn cell(&self, column: usize) -> Option<&str> {
        self.cells[column].as_deref()
    }

    /// What is written in a column that must not be empty.
    pub fn needed(&self, column: usize) -> Result<&str, Fault> {
        self.cell(column).ok_or(Fault::Empty(self.names[column].0))
    }

    /// That what is written in a column is not what it should be.
    pub fn wrong(&self, column: usize) -> Fault {
        Fault::Figure { column: self.names[column].0, value: self.cell(column).unwrap_or_default().to_owned() }
    }

    /// The figure in a column, if there is one.
    pub fn figure(&self, column: usize, is_valid: impl Fn(Decimal) -> bool) -> Result<Option<Decimal>, Fault> {
        let Some(written) = self.cell(column) else { return Ok(None) };
        let may_be_percent = self.names[column].0.ends_with("percent") || !written.contains('%');
        let value = decimal(written).filter(|&value| may_be_percent && is_valid(value));
        value.map(Some).ok_or_else(|| self.wrong(column))
    }
}

/// What is made of the lines of a table between semicolons, commas or tabs, one by one: those of a large one take more than the file.
/// `needed` are the columns that must be there.
pub(super) fn read<T>(
    document: &Document,
    known: &'static [Column],
    needed: &[usize],
    made: impl Fn(Line) -> Result<T, Fault>,
) -> Result<Vec<T>, Wrong> {
    let text = document.text();
    if text.matches('"').count() % 2 == 1 {
        let last = text.rfind('"').unwrap_or_default();
        return Err((document.line_at(last), Fault::Quote));
    }
    let table = without_separator_line(text);
    let skipped = text.len() - table.len();
    let header = table.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let count = |mark: u8| header.bytes().filter(|&byte| byte == mark).count();
    let delimiter = [b'\t', b',', b';'].into_iter().max_by_key(|&mark| count(mark)).unwrap_or(b';');
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .trim(csv::Trim::All)
        .flexible(true)
        .from_reader(table.as_bytes());
    let header = reader.headers().map_err(|error| unreadable(&error))?.clone();
    let columns = columns(&header, known)?;
    if let Some(missing) = needed.iter().find(|&&column| columns[column].is_none()) {
        return Err((1, Fault::MissingColumn(known[*missing].0)));
    }
    let mut lines = Vec::new();
    // Counted on, not from the beginning each time.
    let (mut counted, mut number) = (0, 1);
    for record in reader.records() {
        let record = record.map_err(|error| unreadable(&error))?;
        if record.iter().all(|cell| visible(cell).is_empty()) {
            continue;
        }
        let start = record.position().map_or(0, |position| usize::try_from(position.byte()).unwrap_or_default());
        let start = start + skipped;
        // The reader's position may be that of the line feed before the line.
        let rest = text.get(start..).unwrap_or_default();
        let start = start + (rest.len() - rest.trim_start_matches(['\r', '\n']).len());
        let end = text.get(start..).and_then(|rest| rest.find(['\r', '\n'])).map_or(text.len(), |end| start + end);
        let feeds = text.as_bytes().get(counted..start).unwrap_or_default().iter().filter(|&&byte| byte == b'\n');
        number += u32::try_from(feeds.count()).unwrap_or(u32::MAX);
        counted = start;
        // Cells beyond the header are empty ones that a spreadsheet left behind.
        if record.len() < header.len() || record.iter().skip(header.len()).any(|cell| !visible(cell).is_empty()) {
            return Err((number, Fault::Cells { written: record.len(), expected: header.len() }));
        }
        let cell =
            |at: &Option<usize>| record.get((*at)?).map(visible).filter(|text| !text.is_empty()).map(Cow::into_owned);
        let line = Line { cells: columns.iter().map(cell).collect(), names: known, number, range: start..end };
        lines.push(made(line).map_err(|fault| (number, fault))?);
    }
    Ok(lines)
}

/// A text without the line `sep=;` that some spreadsheets want first.
fn without_separator_line(text: &str) -> &str {
    let trimmed = text.trim_start_matches('\u{FEFF}');
    match trimmed.split_once('\n') {
        Some((first, rest)) if first.trim_end().len() <= 5 && first.starts_with("sep=") => rest,
        _ => text,
    }
}

/// A cell without the signs that nobody sees.
fn visible(cell: &str) -> Cow<'_, str> {
    const UNSEEN: [char; 4] = ['\u{200B}', '\u{FEFF}', '\u{AD}', '\u{2060}'];
    if cell.contains(UNSEEN) { Cow::Owned(cell.replace(UNSEEN, "").trim().to_owned()) } else { Cow::Borrowed(cell) }
}

fn unreadable(error: &csv::Error) -> Wrong {
    let line = error.position().map_or(1, |position| u32::try_from(position.line()).unwrap_or(u32::MAX));
    let fault = Fault::Syntax(error.to_string());
    (line, fault)
}

/// Which column of the file each known column is.
fn columns(header: &csv::StringRecord, known: &'static [Column]) -> Result<Vec<Option<usize>>, Wrong> {
    let mut columns = vec![None; known.len()];
    for (at, written) in header.iter().enumerate().filter(|(_, written)| !written.is_empty()) {
        let key = identity::key(written).replace([' ', '-'], "_");
        let is_meant = |(name, others): &Column| *name == key || others.contains(&&*key);
        let Some(column) = known.iter().position(is_meant) else {
            let valid: Vec<&'static str> = known.iter().map(|(name, _)| *name).collect();
            let all: Vec<&'static str> =
                known.iter().flat_map(|(name, others)| [*name].into_iter().chain(others.iter().copied())).collect();
            let nearest = nearest(&key, &all);
            return Err((1, Fault::UnknownKey { key: written.to_owned(), nearest, valid }));
        };
        if columns[column].replace(at).is_some() {
            return Err((1, Fault::ColumnTwice(known[column].0)));
        }
    }
    Ok(columns)
}
