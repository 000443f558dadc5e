//! Tables that users keep, as CSV or in a workbook: a header of known columns, one line for each thing.
//!
//! Other programs write such tables with more columns than are needed, with a title above the header, and with other worksheets
//! beside: what is not needed is passed over, and told.

use std::ops::Range;

use rust_decimal::Decimal;

use super::at_row::AtRow;
use super::csv_table::{DELIMITERS, check_quotes, first_row, rows};
use super::fault::{Fault, nearest};
use super::header::{Column, Holds, header_key};
use super::raw_row::{RawCell, RawRow, Wrong};
use super::sheets_table::{Sheet, sheets};
use super::torn::Torn;
use super::unread::{Judge, Unread};
use crate::model::{Percent, Reading, reading};
use crate::source::Document;

/// What stands in a file of the user's and was not needed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PassedOver {
    /// The headers of columns, as they are written.
    pub columns: Vec<String>,
    /// The names of worksheets without a header that is understood.
    pub sheets: Vec<String>,
    /// The names of those that have one which is not seen.
    pub unseen_sheets: Vec<String>,
}

impl PassedOver {
    /// Whether all of the file was needed.
    pub fn is_empty(&self) -> bool {
        self.columns.is_empty() && self.sheets.is_empty() && self.unseen_sheets.is_empty()
    }
}

/// What was made of a table.
#[derive(Debug)]
pub(super) struct Table<T> {
    /// What was made of its lines.
    pub lines: Vec<T>,
    /// What was not needed.
    pub passed_over: PassedOver,
}

/// A line of a table.
#[derive(Debug)]
pub(super) struct Line {
    /// The cells in the order of the known columns; none where nothing is written.
    cells: Vec<Option<RawCell>>,
    names: &'static [Column],
    /// Where it stands.
    pub at: AtRow,
    /// Where it stands in the text of the file, in bytes.
    pub range: Range<usize>,
}

impl Line {
    /// What is written in a column, given by its place among the known ones.
    pub fn cell(&self, column: usize) -> Option<&str> {
        self.cells[column].as_ref().map(|cell| cell.text.as_str())
    }

    /// Whether the file holds what is written in a column as a number.
    pub fn is_number(&self, column: usize) -> bool {
        self.cells[column].as_ref().is_some_and(|cell| cell.is_number)
    }

    /// Whether a merged cell says what is written in a column: then it may be meant for all its rows together.
    pub fn is_merged(&self, column: usize) -> bool {
        self.cells[column].as_ref().is_some_and(|cell| cell.is_covered)
    }

    /// What is written in a column that must not be empty.
    pub fn needed(&self, column: usize) -> Result<&str, Fault> {
        self.cell(column).ok_or(Fault::Empty(self.names[column].name))
    }

    /// That what is written in a column is not what it should be.
    pub fn wrong(&self, column: usize) -> Fault {
        Fault::Figure { column: self.names[column].name, value: self.cell(column).unwrap_or_default().to_owned() }
    }

    /// That a percentage may be a fraction.
    pub fn fraction(&self, column: usize) -> Fault {
        Fault::Fraction { column: self.names[column].name, value: self.cell(column).unwrap_or_default().to_owned() }
    }

    /// That two columns say one thing.
    pub fn twice(&self, one: usize, other: usize) -> Fault {
        let [first, second] = [one, other].map(|column| self.names[column].name.to_owned());
        Fault::ColumnTwice { column: self.names[one].name, first, second }
    }

    /// The figure in a column, if there is one. Of two ways to read it one may be none that can be.
    pub fn figure(&self, column: usize, is_valid: impl Fn(Decimal) -> bool) -> Result<Option<Decimal>, Fault> {
        let Some(written) = self.cell(column) else { return Ok(None) };
        let name = self.names[column].name;
        if self.is_merged(column) {
            return Err(Fault::Merged(name));
        }
        let may_be_percent = self.names[column].holds == Holds::Percent || !written.contains('%');
        let is_valid = |value: &Decimal| {
            let is_exact = value.scale() <= Percent::DECIMALS;
            may_be_percent && is_exact && !value.is_sign_negative() && is_valid(*value)
        };
        let Reading { decimal, thousands } = reading(written);
        let thousands = thousands.filter(|_| !self.is_number(column)).filter(is_valid);
        match (decimal.filter(is_valid), thousands) {
            (Some(_), Some(_)) => Err(Fault::TwoReadings { column: name, value: written.to_owned() }),
            (Some(value), None) | (None, Some(value)) => Ok(Some(value)),
            (None, None) => Err(self.wrong(column)),
        }
    }
}

/// What is made of the lines of a table, one by one. `needed` are the columns that must be there.
pub(super) fn read<T>(
    document: &Document,
    known: &'static [Column],
    needed: &[usize],
    made: impl Fn(Line) -> Result<T, Fault>,
) -> Result<Table<T>, Wrong> {
    read_judged(document, known, needed, |_, _| None, made)
}

/// The same, where a judge says which columns that are not known may not be passed over.
pub(super) fn read_judged<T>(
    document: &Document,
    known: &'static [Column],
    needed: &[usize],
    judge: Judge,
    made: impl Fn(Line) -> Result<T, Fault>,
) -> Result<Table<T>, Wrong> {
    let wanted = Wanted { known, needed, judge };
    let mut table = Table { lines: Vec::new(), passed_over: PassedOver::default() };
    if document.positions().has_cells() {
        wanted.of_sheets(sheets(document), &made, &mut table)?;
    } else {
        wanted.of_text(document, &made, &mut table)?;
    }
    Ok(table)
}

/// The columns that a table may have, and those that it must.
#[derive(Clone, Copy)]
struct Wanted<'n> {
    known: &'static [Column],
    needed: &'n [usize],
    judge: Judge,
}

/// How many lines may stand above a header, which it is looked for in.
const ABOVE: usize = 12;

/// A header: which column of the file each known column is, how many columns it has, and those that are none.
struct Header {
    columns: Vec<Option<usize>>,
    width: usize,
    passed_over: Vec<String>,
    /// All that are none, also those without a heading.
    unread: Vec<Unread>,
}

impl Wanted<'_> {
    /// How many of the known columns a row names, and whether all that are needed are among them.
    fn found<'c>(self, cells: impl Iterator<Item = &'c str>) -> (bool, usize) {
        let mut is_named = vec![false; self.known.len()];
        cells.filter_map(|cell| self.column(&header_key(cell))).for_each(|column| is_named[column] = true);
        let all = self.needed.iter().all(|&column| is_named[column]);
        (all, is_named.iter().filter(|named| **named).count())
    }

    fn column(self, key: &str) -> Option<usize> {
        self.known.iter().position(|column| column.is(key))
    }

    /// What a table in a text says. Its header is the first line that names what is needed, between whatever; if none
    /// does, that which names most.
    fn of_text<T>(
        self,
        document: &Document,
        made: &impl Fn(Line) -> Result<T, Fault>,
        table: &mut Table<T>,
    ) -> Result<(), Wrong> {
        check_quotes(document)?;
        let text = document.text();
        let starts = text.split_inclusive('\n').scan(0, |at, line| {
            let start = *at;
            *at += line.len();
            Some((start, line))
        });
        let starts = starts.filter(|(_, line)| !line.trim().is_empty()).map(|(start, _)| start).take(ABOVE);
        let mut best = ((false, 0), 0, DELIMITERS[0]);
        for start in starts {
            for delimiter in DELIMITERS {
                let Some(cells) = first_row(&text[start..], delimiter) else { continue };
                let found = self.found(cells.iter().map(String::as_str));
                if found > best.0 {
                    best = (found, start, delimiter);
                }
            }
            if best.0.0 {
                break;
            }
        }
        let (_, start, delimiter) = best;
        self.of_rows(rows(document, start, delimiter), Torn::between(delimiter), made, table)
    }

    /// What the tables in worksheets say: of all whose header is understood.
    fn of_sheets<T>(
        self,
        sheets: Vec<Sheet>,
        made: &impl Fn(Line) -> Result<T, Fault>,
        table: &mut Table<T>,
    ) -> Result<(), Wrong> {
        let mut best: Option<(usize, Vec<RawRow>)> = None;
        let mut is_any = false;
        for Sheet { name, mut rows } in sheets {
            let found = |row: &RawRow| self.found(row.cells.iter().map(|cell| cell.text.as_str()));
            let headers: Vec<(bool, usize)> = rows.iter().take(ABOVE).map(found).collect();
            let Some(at) = headers.iter().position(|(has_all, _)| *has_all) else {
                let written = |row: &RawRow| self.found(row.cells.iter().map(|cell| cell.written.as_str()));
                let is_unseen = rows.iter().take(ABOVE).any(|row| written(row).0);
                let most = headers.iter().map(|(_, named)| *named).max().unwrap_or_default();
                let at = headers.iter().position(|(_, named)| *named == most).unwrap_or_default();
                if best.as_ref().is_none_or(|(named, _)| most > *named) {
                    best = Some((most, rows.split_off(at)));
                }
                let PassedOver { sheets, unseen_sheets, .. } = &mut table.passed_over;
                (if is_unseen { unseen_sheets } else { sheets }).push(name);
                continue;
            };
            is_any = true;
            self.of_rows(rows.drain(at..).map(Ok), Torn::Nowhere, made, table)?;
        }
        match best {
            // Which says what is missing.
            Some((_, rows)) if !is_any => self.of_rows(rows.into_iter().map(Ok), Torn::Nowhere, made, table),
            _ => Ok(()),
        }
    }

    /// What the rows of a table say, of which the first is its header.
    fn of_rows<T>(
        self,
        mut rows: impl Iterator<Item = Result<RawRow, Wrong>>,
        mut torn: Torn,
        made: &impl Fn(Line) -> Result<T, Fault>,
        table: &mut Table<T>,
    ) -> Result<(), Wrong> {
        let nothing = || Ok(RawRow { at: AtRow::line_of_text(1), range: 0..0, cells: Vec::new() });
        let first = rows.next().unwrap_or_else(nothing)?;
        let mut header = self.header(&first.cells).map_err(|fault| (first.at.clone(), fault))?;
        for column in std::mem::take(&mut header.passed_over) {
            if !table.passed_over.columns.contains(&column) {
                table.passed_over.columns.push(column);
            }
        }
        for row in rows {
            let row = row?;
            if row.cells.iter().all(RawCell::is_empty) {
                continue;
            }
            let at = row.at.clone();
            torn.look(&row, |at| header.columns.iter().position(|own| *own == Some(at)).map(|own| &self.known[own]))?;
            header.unread.iter_mut().for_each(|column| column.look(&row));
            let line = line(row, &header.columns, header.width, self.known);
            table.lines.push(line.and_then(made).map_err(|fault| (at, fault))?);
        }
        torn.finish()?;
        let is_known =
            |name: &str| self.known.iter().zip(&header.columns).any(|(column, at)| at.is_some() && column.name == name);
        let doubted = header.unread.iter().find_map(|column| (self.judge)(column, &is_known));
        doubted.map_or(Ok(()), |fault| Err((first.at, fault)))
    }

    /// What the cells of a header name.
    fn header(self, cells: &[RawCell]) -> Result<Header, Fault> {
        let mut header = Header {
            columns: vec![None; self.known.len()],
            width: cells.len(),
            passed_over: Vec::new(),
            unread: Vec::new(),
        };
        for (at, cell) in cells.iter().enumerate() {
            let column = self.column(&header_key(&cell.text));
            let is_other =
                |&column: &usize| self.known[column].holds != Holds::Remarks || header.columns[column].is_none();
            if let Some(column) = column.filter(is_other) {
                if let Some(first) = header.columns[column].replace(at) {
                    let [first, second] = [&cells[first], cell].map(|cell| cell.text.clone());
                    return Err(Fault::ColumnTwice { column: self.known[column].name, first, second });
                }
                continue;
            }
            let written = if cell.text.is_empty() { &cell.written } else { &cell.text };
            if !cell.is_empty() {
                header.passed_over.push(written.clone());
            }
            header.unread.push(Unread::new(at, written));
        }
        let missing = self.needed.iter().find(|&&column| header.columns[column].is_none());
        self.check_slips(&header, missing.is_some())?;
        missing.map_or(Ok(header), |&column| Err(Fault::MissingColumn(self.known[column].name)))
    }

    /// Refuses a column that is none and was probably meant to be one: passed over, its figures would not count.
    fn check_slips(self, header: &Header, is_any_missing: bool) -> Result<(), Fault> {
        let free: Vec<&'static str> = self
            .known
            .iter()
            .zip(&header.columns)
            .filter(|(_, at)| at.is_none())
            .flat_map(|(column, _)| [column.name].into_iter().chain(column.others.iter().copied()))
            .collect();
        for written in &header.passed_over {
            let key = header_key(written);
            let near = nearest(&key, &free).filter(|near| is_slip(&key, near, is_any_missing));
            if near.is_some() {
                let valid = self.known.iter().map(|column| column.name).collect();
                return Err(Fault::UnknownKey { key: written.clone(), nearest: near, valid });
            }
        }
        Ok(())
    }
}

/// Whether a header differs from another by so little that it is no word of its own. Short ones are all alike, but where
/// something is missing.
fn is_slip(key: &str, near: &str, is_any_missing: bool) -> bool {
    const LEAST: usize = 6;
    (is_any_missing || near.len() >= LEAST) && strsim::osa_distance(key, near) == 1
}

/// A line of the known columns; cells beyond the header are empty ones that a spreadsheet left behind.
fn line(row: RawRow, columns: &[Option<usize>], width: usize, names: &'static [Column]) -> Result<Line, Fault> {
    let RawRow { at, range, mut cells } = row;
    if cells.len() < width || cells.iter().skip(width).any(|cell| !cell.is_empty()) {
        return Err(Fault::Cells { written: cells.len(), expected: width });
    }
    let unseen = columns.iter().zip(names).find(|(at, _)| at.is_some_and(|at| cells[at].is_unseen));
    if let Some((_, column)) = unseen {
        return Err(Fault::Unseen(column.name));
    }
    let own = |at: &Option<usize>| {
        let cell = std::mem::take(&mut cells[(*at)?]);
        (!cell.text.is_empty()).then_some(cell)
    };
    Ok(Line { cells: columns.iter().map(own).collect(), names, at, range })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_no_column_of_its_own() {
        assert!(is_slip("risultatto", "risultato", false) && is_slip("nam", "name", true));
        // A cost centre is no responsibility centre, and a month no number of months.
        assert!(!is_slip("cdc", "cdr", false) && !is_slip("mese", "mesi", false) && !is_slip("cdr", "code", true));
    }
}
