//! Blocks → the parts of one document: CDRs, summaries, sheets, staff rows.

use std::iter::Peekable;

use super::cells::says_total;
use super::context::{Context, rest_of};
use super::part::Part;
use super::rows::{RawCells, RawRow};
use super::tables::{self, Open, PeopleHeader, Table, is_staff_line, is_summary_header};
use crate::model::Cdr;
use crate::source::{Block, BlockKind, Blocks, Document, Place, RemarkKind};
use crate::vocabulary::{Label, Vocabulary, is_number_of_page, split_objective_code};

/// Walks one document from end to end.
pub fn walk<'t>(document: &'t Document, vocabulary: Vocabulary<'t>) -> Part<'t> {
    let mut walker = Walker { context: Context::new(document, vocabulary), table: None, rows_since_gap: 0 };
    let mut unread = document.remarks().iter().filter(|remark| remark.kind == RemarkKind::Unread).peekable();
    let mut blocks = document.blocks().peekable();
    while let Some(block) = blocks.next() {
        while unread.next_if(|remark| remark.offset <= block.place.offset()).is_some() {
            walker.context.lose_track();
            walker.table = None;
        }
        if block.is_row() {
            walker.row(block);
        } else {
            walker.line(block, &mut blocks);
        }
    }
    walker.context.finished()
}

struct Walker<'t> {
    context: Context<'t>,
    /// The table that is being read.
    table: Option<Open<'t>>,
    /// The rows since the last blank line or text.
    rows_since_gap: usize,
}

impl<'t> Walker<'t> {
    /// Takes a row: it begins a table, goes on with one, or stands alone.
    fn row(&mut self, row: Block<'t>) {
        if self.context.is_in_text() {
            self.context.close_text();
        }
        if !row.is_glued {
            self.rows_since_gap = 0;
        }
        let may_be_of_people = self.may_be_header_of_people(row);
        self.rows_since_gap += 1;
        let Some(first) = row.first_cell() else { return };
        let is_skimmed = self.table.as_ref().is_some_and(|table| table.is_skimmed());
        if (is_skimmed && !may_be_of_people && !tables::may_matter(row, first)) || row.is_rule() {
            return;
        }
        let mut table = Table::new(row, first, may_be_of_people);
        table.known = if table.may_have_columns() { self.context.known_header(row) } else { None };
        if let Some(begin) = tables::recognised(&table, self.context.vocabulary) {
            self.table = Some(begin(&mut self.context, self.table.take()));
            return;
        }
        match &mut self.table {
            Some(table) => {
                if !table.row(row, first, &mut self.context) {
                    self.table = None;
                }
            }
            None => tables::row_outside(row, first, &mut self.context),
        }
    }

    /// Whether a row may be the header of a table of people: it is one of the first below a blank line or text, where a
    /// title may stand above the header, or of a table of people that goes on; and neither begins nor ends like a row of data.
    fn may_be_header_of_people(&mut self, row: Block<'_>) -> bool {
        const FIRST_ROWS: usize = 3;
        let may_stand_here =
            self.rows_since_gap < FIRST_ROWS || self.table.as_mut().is_some_and(|table| table.people().is_some());
        may_stand_here && !(row.is_certain && is_data(row))
    }

    /// Takes a line of text.
    fn line(&mut self, line: Block<'t>, rest: &mut Peekable<Blocks<'t>>) {
        if !line.is_glued && self.context.has_text() {
            self.context.close_text();
        }
        if self.is_cell_of_people(line) {
            return;
        }
        self.table = None;
        self.rows_since_gap = 0;
        let context = &mut self.context;
        let raw = line.place.raw();
        if context.sheet.is_some() && is_staff_line(raw) {
            return tables::stray(line, context);
        }
        if context.cdr.is_none() && context.sheet.is_none() {
            context.part.title_page.read(line.place);
        }
        if tables::indicators_named(line.place, context) {
            return;
        }
        if !context.is_in_text() && line.kind == BlockKind::Paragraph && is_prose(line, context.vocabulary) {
            return;
        }
        // A code inside a paragraph of prose is a mention, not the head of a sheet.
        let is_head =
            context.sheet.is_none() || !line.is_glued || line.kind == BlockKind::Heading || line.begins_bold();
        let mut after_label = true;
        for (at, run) in line.runs().enumerate() {
            if at == 0 && self.cdr_heading(run, line, rest) {
                return;
            }
            after_label = self.run(run, is_head && after_label);
        }
    }

    /// Takes a stretch of a line; tells whether it was a label and nothing else.
    fn run(&mut self, run: Place<'t>, may_head_sheet: bool) -> bool {
        let raw = run.raw();
        let vocabulary = self.context.vocabulary;
        if vocabulary.may_begin_with_project(raw) {
            if let Some((code, rest)) = vocabulary.split_project_code(raw).filter(|_| may_head_sheet) {
                self.context.begin_sheet(run.at(code), rest_of(run, rest));
                return false;
            }
            if let Some((code, rest)) = split_objective_code(raw) {
                self.context.begin_objective(run.at(code), rest_of(run, rest));
                return false;
            }
        }
        let Some((label, rest)) = vocabulary.take_label(raw, self.context.in_reference) else {
            self.context.write(run);
            return false;
        };
        let rest = rest_of(run, rest);
        self.context.begin(label);
        if label == Label::Staff {
            self.begin_staff(run);
        }
        match rest {
            None => true,
            Some(rest) if matches!(label, Label::Objective(_) | Label::SheetKind) => {
                self.run(rest, label == Label::SheetKind)
            }
            Some(rest) => {
                self.context.write(rest);
                false
            }
        }
    }

    /// Begins a staff table of which only the heading is written, in one line.
    fn begin_staff(&mut self, heading: Place<'t>) {
        let header = PeopleHeader::plain(heading);
        tables::keep_header(&header, None, &mut self.context);
        self.table = Some(tables::begin_staff(&header, self.table.take(), &mut self.context));
    }

    /// Takes a line for the heading of a CDR, if it looks like one and what follows bears it out:
    /// the list of contents names the CDRs in the same words.
    fn cdr_heading(&mut self, run: Place<'t>, line: Block<'t>, rest: &mut Peekable<Blocks<'t>>) -> bool {
        let context = &mut self.context;
        let vocabulary = context.vocabulary;
        let Some((code, name)) = vocabulary.split_cdr_heading(run.raw()) else { return false };
        let is_heading = line.kind == BlockKind::Heading;
        let is_title = is_heading && code.len() == 2 && !name.chars().any(char::is_lowercase);
        // Below a heading a line or two may stand before its matter.
        let ahead = if is_heading { 3 } else { 1 };
        if !rest.clone().take(ahead).any(|block| begins_cdr(block, vocabulary)) {
            if context.is_heading_of_cdr(run.raw()) {
                // The head of a new page, not of a new CDR.
                return true;
            }
            if !is_title || context.sheet.is_some() {
                return false;
            }
        }
        context.close_text();
        let code = run.at(code);
        let cdrs = &mut context.part.cdrs;
        let known = cdrs.iter().position(|cdr| cdr.code == code.raw());
        context.cdr = Some(known.unwrap_or_else(|| {
            cdrs.push(Cdr {
                code: code.words(),
                name: run.at(name).words(),
                director: None,
                place: code,
                has_summary: false,
            });
            cdrs.len() - 1
        }));
        context.sheet = None;
        context.in_reference = false;
        true
    }

    /// Takes a line right below the rows of a table of people for a row without cells, unless it
    /// begins something else, or is what every page has.
    fn is_cell_of_people(&mut self, line: Block<'t>) -> bool {
        let Some((_, sheet)) = self.table.as_mut().and_then(|table| table.people()) else { return false };
        let (context, raw) = (&mut self.context, line.place.raw());
        // What a page has at its top or foot stands between two parts of the table, which go on after it.
        if (!raw.contains('%') && is_number_of_page(raw)) || context.is_heading_of_cdr(raw) {
            return true;
        }
        let vocabulary = context.vocabulary;
        let begins_something = |run: Place<'t>| {
            vocabulary.split_project_code(run.raw()).is_some()
                || split_objective_code(run.raw()).is_some()
                || vocabulary.split_cdr_heading(run.raw()).is_some()
                || vocabulary.take_label(run.raw(), false).is_some()
        };
        let is_cell =
            line.is_glued && line.kind == BlockKind::Paragraph && !line.runs().next().is_none_or(begins_something);
        if is_cell && !says_total(line.place) {
            let cells = RawCells::Malformed { row: line.place, cells: 1, role: None };
            context.staff.push(RawRow::new(sheet, cells));
        }
        is_cell
    }
}

/// Whether a block begins the matter of a CDR: its director, its summary or a sheet.
fn begins_cdr(block: Block<'_>, vocabulary: Vocabulary<'_>) -> bool {
    if block.is_row() {
        return is_summary_header(block);
    }
    block.runs().next().is_some_and(|run| {
        let label = || vocabulary.take_label(run.raw(), false);
        vocabulary.split_project_code(run.raw()).is_some()
            || matches!(label(), Some((Label::Director | Label::SheetKind, _)))
    })
}

/// Whether a line is certainly nothing but prose, as most lines are: it has no bold mark, and begins
/// neither like a label nor, with a digit among its first characters, like a code.
fn is_prose(line: Block<'_>, vocabulary: Vocabulary<'_>) -> bool {
    let raw = line.place.raw();
    !raw.as_bytes().iter().take(4).any(u8::is_ascii_digit)
        && vocabulary.take_label(raw, false).is_none()
        && !vocabulary.begins_with_own_code(raw)
        && !line.has_bold()
}

/// Whether a row begins or ends as no header does: with a digit or a code, or with a figure that is no year.
fn is_data(row: Block<'_>) -> bool {
    let is_border = |c: char| matches!(c, ' ' | '*');
    let Some(first) = row.first_cell() else { return true };
    let word = first.raw().trim_start_matches(is_border).split(is_border).next().unwrap_or_default();
    if word.is_empty() || word.starts_with(|c: char| c.is_ascii_digit()) || word.contains('_') {
        return true;
    }
    let mut ends = row.cells().rev().map(|cell| cell.raw().trim_end_matches([' ', '*', '%']));
    let last = ends.find(|end| !end.is_empty()).unwrap_or_default();
    last.ends_with(|c: char| c.is_ascii_digit()) && !ends_with_year(last)
}

/// Whether a text ends with a year of this century.
fn ends_with_year(text: &str) -> bool {
    let mut ends = text.bytes().rev();
    let last: [Option<u8>; 5] = std::array::from_fn(|_| ends.next());
    let is_digit = |byte: Option<u8>| byte.is_some_and(|byte| byte.is_ascii_digit());
    let ends_word = last[4].is_none_or(|byte| matches!(byte, b' ' | b'*'));
    last[2..4] == [Some(b'0'), Some(b'2')] && is_digit(last[0]) && is_digit(last[1]) && ends_word
}
