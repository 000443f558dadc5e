//! The lines of a printed plan → blocks.

use super::headings::{begins_part, begins_with_project, is_cdr_heading, staff_header, summary_header};
use super::pages::{PageLine, lines};
use super::parts::{goes_on_with_role, is_anchor, is_whole};
use super::staff::{StaffRow, StaffTable, rows};
use super::words::{VisualLine, Word, groups, joined};

use crate::read::builder::{Builder, Stretch};
use crate::read::merged::{Form, FoundCell, Grid};
use crate::read::refusal::Refusal;
use crate::source::{Content, Position};
use crate::vocabulary::printed::{
    INDICATORS_HEADER, STAFF_HEADER, SUMMARY_HEADER, is_indicators_header, is_kind_of_sheet, is_total_of_summary,
    names_director,
};
use crate::vocabulary::{is_indicator_code, split_project_code};

/// The most words that a line of a staff table has without a role or a share.
const LONGEST: usize = 6;

/// The most lines that the header of a summary has.
const LONGEST_HEADER: usize = 8;
/// The most spaces before what stands at the left of a page.
const MARGIN: usize = 8;

/// A passage of a document.
enum Passage<'t> {
    /// A line as it stands.
    Line(usize),
    /// A staff table; which line its header begins on.
    Staff(usize, StaffTable<'t>),
}

/// What is in a printed plan; none if it has no staff table with a row.
pub fn content(text: &str) -> Option<Result<Content, Refusal>> {
    let (lines, has_pages) = lines(text);
    let (mut staff, mut order) = (Vec::new(), Vec::new());
    for passage in divided(&lines) {
        match passage {
            Passage::Line(at) => order.push((at, None)),
            Passage::Staff(at, table) => {
                order.push((at, Some(staff.len())));
                staff.push(table);
            }
        }
    }
    if staff.iter().all(|table| table.lines.is_empty()) {
        return None;
    }
    let rows = rows(&staff);
    let mut printed = Printed {
        lines: &lines,
        has_pages,
        half: None,
        header_end: 0,
        builder: Builder::default(),
        table: Table::None,
    };
    for (at, table) in order {
        match table {
            Some(table) => printed.staff(at, &rows[table]),
            None => printed.line(at),
        }
    }
    Some(printed.builder.finish())
}

/// The staff tables of a document, and the lines between them.
fn divided<'t>(lines: &[PageLine<'t>]) -> Vec<Passage<'t>> {
    let mut passages = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let Some((header, length)) = header_at(lines, at) else {
            passages.push(Passage::Line(at));
            at += 1;
            continue;
        };
        let begin = at;
        let mut table = StaffTable { header, lines: Vec::new() };
        at = take_table(lines, at + length, &mut table);
        passages.push(Passage::Staff(begin, table));
    }
    passages
}

fn header_at(lines: &[PageLine<'_>], at: usize) -> Option<(super::parts::Header, usize)> {
    let ahead: Vec<&str> = lines[at..].iter().take(6).map(|line| line.text).collect();
    staff_header(&ahead)
}

/// Takes the lines of a staff table; tells where it ends.
fn take_table<'t>(lines: &[PageLine<'t>], begin: usize, table: &mut StaffTable<'t>) -> usize {
    let mut end = begin;
    let mut at = begin;
    // Lines below a blank one belong to the table only if a row follows.
    let mut pending: Vec<VisualLine<'t>> = Vec::new();
    let mut is_apart = false;
    while let Some(line) = lines.get(at) {
        let text = line.text.trim();
        if text.is_empty() {
            is_apart = true;
            at += 1;
            continue;
        }
        if let Some((_, length)) = header_at(lines, at) {
            // The header is repeated on a new page, or another table begins.
            let is_repeated = line.is_first && !table.lines.is_empty();
            if !is_repeated {
                break;
            }
            at += length;
            continue;
        }
        // What every page has may name the CDR.
        if line.is_first && is_cdr_heading(text) && continues_below(lines, at + 1) {
            at += 1;
            continue;
        }
        let visual = VisualLine::of(line.text, at);
        if begins_part(text) && !is_whole(&visual) {
            break;
        }
        is_apart |= line.is_first;
        let is_row = is_anchor(&visual);
        let belongs =
            is_row || (goes_on_with_role(&visual) && visual.words.len() <= LONGEST && !table.lines.is_empty());
        if !belongs && visual.words.len() > LONGEST {
            break;
        }
        pending.push(visual);
        at += 1;
        if belongs || !is_apart {
            table.lines.append(&mut pending);
            end = at;
            is_apart = false;
        }
    }
    end
}

/// Whether a row of a staff table follows.
fn continues_below(lines: &[PageLine<'_>], at: usize) -> bool {
    let next = lines[at..].iter().find(|line| !line.text.trim().is_empty());
    next.is_some_and(|line| !begins_part(line.text.trim()) && is_anchor(&VisualLine::of(line.text, 0)))
}

/// The table that is being written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Table {
    None,
    Summary,
    Indicators,
}

struct Printed<'a, 't> {
    lines: &'a [PageLine<'t>],
    has_pages: bool,
    /// The first half of a code, and the column where it begins.
    half: Option<(String, u32)>,
    /// Where the header of a summary ends.
    header_end: usize,
    builder: Builder,
    table: Table,
}

impl Printed<'_, '_> {
    fn staff(&mut self, header: usize, rows: &[StaffRow]) {
        self.end_table();
        self.blank(header);
        self.row(STAFF_HEADER, header);
        for row in rows {
            self.row(row.cells.iter().map(String::as_str), row.number);
        }
        self.blank(header);
    }

    fn line(&mut self, at: usize) {
        let lines = self.lines;
        let PageLine { text, is_first, .. } = lines[at];
        let text = text.trim();
        if is_first {
            self.blank(at);
        }
        if text.is_empty() {
            if self.table == Table::None {
                self.blank(at);
            }
            return;
        }
        let words = VisualLine::of(lines[at].text, at).words;
        let is_at_margin = lines[at].text.len() - lines[at].text.trim_start().len() <= MARGIN;
        let first = words.first().map_or("", |word| word.text);
        if at < self.header_end {
            return;
        }
        let ahead: Vec<&str> = lines[at..].iter().take(LONGEST_HEADER).map(|line| line.text).collect();
        if let Some(length) = summary_header(&ahead) {
            self.end_table();
            self.blank(at);
            self.table = Table::Summary;
            self.header_end = at + length;
            return self.row(SUMMARY_HEADER, at);
        }
        if is_indicators_header(&text.to_lowercase()) {
            self.table = Table::Indicators;
            return self.row(INDICATORS_HEADER, at);
        }
        match self.table {
            Table::Summary => {
                let code = words.iter().find(|word| is_code(word.text)).map(|word| word.text.to_owned());
                let code = code.or_else(|| self.half_code(&words));
                let ends = is_total_of_summary(&text.to_lowercase());
                match code {
                    Some(code) => return self.row(["", "", "", &code, ""], at),
                    None if ends => self.end_table(),
                    None if !(is_at_margin && ends_summary(text)) => return,
                    None => self.end_table(),
                }
            }
            _ if is_indicator_code(first) => {
                if self.table != Table::Indicators {
                    self.blank(at);
                    self.row(INDICATORS_HEADER, at);
                    self.table = Table::Indicators;
                }
                let stretches: Vec<_> = groups(&words[1..]).map(joined).collect();
                return self.row(std::iter::once(first).chain(stretches.iter().map(String::as_str)), at);
            }
            Table::Indicators if !(is_at_margin && begins_part(text)) => return,
            _ => self.end_table(),
        }
        if !is_at_margin && is_kind_of_sheet(&text.to_lowercase()) {
            // A word of a cell, which as a line of its own would end the sheet.
            return;
        }
        if begins_with_project(text) || is_cdr_heading(text) {
            self.blank(at);
        }
        self.write(&joined(&words), at);
        if names_director(&text.to_lowercase()) {
            self.blank(at);
        }
    }

    /// A code that is written on two lines of its cell, when the second is read.
    fn half_code(&mut self, words: &[Word<'_>]) -> Option<String> {
        let is_below = |word: &&Word<'_>| self.half.as_ref().is_some_and(|(_, begin)| begin.abs_diff(word.begin) <= 8);
        let second = words.iter().filter(is_below).find(|word| word.text.starts_with('_')).map(|word| word.text);
        let code = second.and_then(|second| Some(self.half.take()?.0 + second)).filter(|code| is_code(code));
        // A code without its end is one with any end.
        let first = words.iter().find(|word| !is_code(word.text) && is_code(&format!("{}_1", word.text)));
        if let Some(first) = first {
            self.half = Some((first.text.to_owned(), first.begin));
        }
        code
    }

    fn end_table(&mut self) {
        if std::mem::replace(&mut self.table, Table::None) != Table::None {
            self.builder.gap();
        }
    }

    /// Writes a blank line, if there is none.
    fn blank(&mut self, at: usize) {
        self.position(at);
        self.builder.gap();
    }

    fn write(&mut self, text: &str, at: usize) {
        self.position(at);
        self.builder.text(&[Stretch::plain(text)]);
    }

    fn row<'a>(&mut self, cells: impl IntoIterator<Item = &'a str>, at: usize) {
        self.position(at);
        let cells = cells.into_iter().map(|cell| FoundCell::from(cell.to_owned())).collect();
        self.builder.row(&mut Grid::new(Form::Spaced), cells);
    }

    fn position(&mut self, at: usize) {
        let PageLine { page, line, .. } = self.lines[at];
        self.builder.position(Position::Line { page: self.has_pages.then_some(page), line });
    }
}

/// Whether a word is the code of a project.
fn is_code(word: &str) -> bool {
    split_project_code(word).is_some_and(|(_, rest)| rest.is_empty())
}

/// Whether a line ends a summary: a sheet begins, or another CDR.
fn ends_summary(text: &str) -> bool {
    let lower = text.to_lowercase();
    is_kind_of_sheet(&lower) || names_director(&lower) || is_cdr_heading(text)
}
