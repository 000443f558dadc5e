//! Lines of text, one by one: headings, labels and what they announce, and what stands within a table.

use super::{Left, Walker};
use crate::parse::cells::adds_up;
use crate::parse::context::rest_of;
use crate::parse::glance::{begins_cdr, is_prose};
use crate::parse::headings::Strength;
use crate::parse::rows::{RawCells, RawRow};
use crate::parse::tables::{self, PeopleHeader, is_staff_line};
use crate::source::{Block, BlockKind, Blocks, Place};
use crate::vocabulary::{Label, Vocabulary, begins_section, is_number_of_page, split_objective_code};

impl<'t> Walker<'t> {
    /// Takes a line of text.
    pub(super) fn line(&mut self, line: Block<'t>, rest: &Blocks<'t>) {
        if !line.is_glued && self.context.has_text() {
            self.context.close_text();
        }
        if self.is_cell_of_people(line) {
            return;
        }
        self.rows_since_gap = 0;
        self.context.lists = false;
        if !std::mem::replace(&mut self.is_interrupted, true) && self.left.is_none() {
            let people = self.table.as_mut().and_then(|table| table.people());
            let total = people.and_then(|(people, _)| tables::total_below(line.place, people.table()));
            self.context.staff.totals.all.extend(total);
        }
        let (beginnings, cdr) = (self.context.beginnings, self.context.cdr);
        let is_text = self.text(line, rest);
        if self.context.beginnings != beginnings || self.context.cdr != cdr {
            // A table that is begun by a line of text says so; a flat one says itself of which project its rows are.
            let people = self.table.as_mut().and_then(|table| table.people());
            let goes_on = people.is_some_and(|(people, _)| people.columns.is_flat());
            if !std::mem::take(&mut self.begins_table) && !goes_on {
                self.table = None;
            }
        } else if is_text && self.left.is_none() && !self.goes_on(line) {
            self.leave(Left::Title);
        }
    }

    /// Whether the table goes on after a line of text that begins nothing that is known.
    fn goes_on(&mut self, line: Block<'t>) -> bool {
        if self.table.as_ref().is_some_and(|table| table.is_wide()) {
            // Its headings say of what its figures are, wherever it goes on: a page may have ended.
            return line.kind == BlockKind::Paragraph && !line.begins_bold();
        }
        let Some((people, _)) = self.table.as_mut().and_then(|table| table.people()) else { return false };
        let is_flat = people.columns.is_flat();
        let mut runs = line.runs();
        let only = runs.next().filter(|_| runs.next().is_none());
        let stands_out = line.kind == BlockKind::Heading || (line.begins_bold() && only.is_some());
        // Within a paragraph only what has a project's code may be the heading of one.
        let least = if stands_out || !line.is_glued { Strength::Weak } else { Strength::Strong };
        is_flat || !self.context.suspect(only.unwrap_or(line.place), stands_out, least)
    }

    /// Takes a line of text; tells whether it is nothing but text.
    fn text(&mut self, line: Block<'t>, rest: &Blocks<'t>) -> bool {
        let context = &mut self.context;
        let raw = line.place.raw();
        if context.sheet.is_some() && is_staff_line(raw) {
            tables::stray(line, context);
            return false;
        }
        if context.cdr.is_none() && context.sheet.is_none() {
            context.part.title_page.read(line.place);
        }
        // What is bold is a heading, and no cell that became a line.
        if !line.begins_bold() && tables::indicators_named(line.place, context) {
            self.table = None;
            return false;
        }
        let vocabulary = context.vocabulary;
        let may_head = || vocabulary.may_head_project(raw);
        let is_paragraph = line.kind == BlockKind::Paragraph;
        if !context.is_in_text() && is_paragraph && is_prose(line, vocabulary) && !may_head() {
            return true;
        }
        // A code inside a paragraph of prose is a mention, not the head of a sheet.
        let is_head =
            context.sheet.is_none() || !line.is_glued || line.kind == BlockKind::Heading || line.begins_bold();
        let mut after_label = true;
        for (at, run) in line.runs().enumerate() {
            if at == 0 && (self.cdr_heading(run, line, rest) || (is_head && self.ends_with_code(run, line))) {
                return false;
            }
            after_label = self.run(run, is_head && after_label);
        }
        true
    }

    /// Takes a heading that ends with the code of a project, if it does.
    fn ends_with_code(&mut self, run: Place<'t>, line: Block<'t>) -> bool {
        let is_whole = run.raw().len() + 8 >= line.place.raw().len();
        let stands_out = line.kind == BlockKind::Heading || (line.begins_bold() && is_whole);
        let vocabulary = self.context.vocabulary;
        let may_end = stands_out && vocabulary.may_head_project(line.place.raw());
        let found = if may_end { vocabulary.split_code_at_end(run.raw()) } else { None };
        if let Some((code, title)) = found {
            self.context.begin_sheet(run.at(code), rest_of(run, title));
        }
        found.is_some()
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
        let heading = if may_head_sheet { vocabulary.split_project_heading(raw) } else { None };
        if let Some((code, rest)) = heading {
            self.context.begin_sheet(run.at(code), rest_of(run, rest));
            return false;
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

    /// Begins a staff table of which only the header is written, in one line.
    fn begin_staff(&mut self, header: Place<'t>) {
        let header = PeopleHeader::plain(header);
        tables::keep_header(&header, None, &mut self.context);
        self.table = Some(tables::begin_staff(&header, None, &mut self.context));
        (self.begins_table, self.left) = (true, None);
    }

    /// Takes a line for the heading of a CDR, if it looks like one and what follows bears it out:
    /// the list of contents names the CDRs in the same words.
    fn cdr_heading(&mut self, run: Place<'t>, line: Block<'t>, rest: &Blocks<'t>) -> bool {
        let context = &mut self.context;
        let vocabulary = context.vocabulary;
        let Some((code, name)) = vocabulary.split_cdr_heading(run.raw()) else { return false };
        let is_heading = line.kind == BlockKind::Heading;
        let is_title = is_heading && code.len() == 2 && !name.chars().any(char::is_lowercase);
        // Below a heading a line or two may stand before its matter.
        let ahead = if is_heading {
            3
        } else {
            1 + usize::from(rest.clone().next().is_some_and(|next| goes_on_with_name(name, next, vocabulary)))
        };
        if !rest.clone().take(ahead).any(|block| begins_cdr(block, vocabulary)) {
            if context.is_heading_of_cdr(run.raw()) {
                // The head of a new page, not of a new CDR.
                return true;
            }
            if !is_title || context.sheet.is_some() {
                return false;
            }
        }
        let cdr = context.cdr_of(run, None);
        context.begin_cdr(cdr);
        true
    }

    /// Takes a line right below the rows of a table of people for a row without cells, unless it
    /// begins something else, or is what every page has.
    fn is_cell_of_people(&mut self, line: Block<'t>) -> bool {
        let of_table = if self.left.is_some() { None } else { self.table.as_mut().and_then(|table| table.people()) };
        let Some((_, sheet)) = of_table else { return false };
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
        if self.is_interrupted {
            return false;
        }
        let is_cell =
            line.is_glued && line.kind == BlockKind::Paragraph && !line.runs().next().is_none_or(begins_something);
        if is_cell && begins_section(&line.place.words()) {
            return false;
        }
        if is_cell && !adds_up(line.place) {
            let cells = RawCells::Malformed { row: line.place, cells: 1, role: None };
            context.staff.push(RawRow { sheet, cells, percentages: 0 });
        }
        is_cell
    }
}

/// Whether a line goes on with the name of a CDR, which is written in capitals, on the line right above it.
fn goes_on_with_name(name: &str, line: Block<'_>, vocabulary: Vocabulary<'_>) -> bool {
    let is_in_capitals = |text: &str| !text.chars().any(char::is_lowercase);
    let raw = line.place.raw();
    let is_more = line.kind == BlockKind::Paragraph && line.is_glued && vocabulary.split_cdr_heading(raw).is_none();
    is_more && is_in_capitals(name) && is_in_capitals(raw)
}
