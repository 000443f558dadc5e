//! The rows of a document's tables: summaries, staff, indicators, strategic references.

use super::{Open, Table, Walker, header_of, new_sheet};
use crate::model::{
    Fault, Indicator, Listing, RejectedRow, Rejection, Role, is_indicator_code, split_objective_code,
    split_project_code,
};
use crate::parse::label::{Label, TableHeader, split_cdr_heading, take_label};
use crate::parse::staff::{Columns, Continuation, StaffTable, ends_with_percent, looks_like_staff_row};
use crate::read::{Block, BlockKind};
use crate::source::{Place, Text};

impl<'t> Walker<'t> {
    pub(super) fn row(&mut self, block: Block<'t>) {
        if self.open != Open::Nothing {
            self.close_text();
        }
        if matches!(self.table, Table::Indicators | Table::Other) && !may_matter(block.place.raw()) {
            return;
        }
        let Some(first) = block.first_cell() else { return };
        if is_rule(block) {
            return;
        }
        if let Some(header) = header_of(block, first) {
            return self.start_table(header, block);
        }
        match &mut self.table {
            Table::Staff(_) => self.row_in_staff_table(block, first),
            Table::Indicators if is_indicator_code(first.raw()) => self.indicator(block),
            _ if looks_like_staff_row(block) => self.stray(block),
            Table::Indicators | Table::Other => {}
            Table::Summary => self.listing(block),
            Table::None if self.sheet.is_none() && self.cdr.is_some() => self.listing(block),
            Table::None => self.reference_row(block, first),
        }
    }

    /// Takes a row while a staff table is open. It may begin another table; a row that would be lost
    /// by that is told as a stray one.
    fn row_in_staff_table(&mut self, block: Block<'t>, first: Place<'t>) {
        let Table::Staff(table) = &mut self.table else { return };
        match table.continuation(block) {
            Continuation::Certain => table.push(block),
            Continuation::Doubtful => self.stray(block),
            Continuation::None => {
                self.close_table();
                self.reference_row(block, first);
            }
        }
    }

    fn start_table(&mut self, header: TableHeader, block: Block<'t>) {
        if header == TableHeader::Staff {
            let columns = Columns::of_header(block.cells().map(Place::words));
            return self.start_staff_table(columns, block.place);
        }
        self.close_table();
        self.table = match header {
            TableHeader::Summary => Table::Summary,
            TableHeader::Indicators => Table::Indicators,
            TableHeader::Staff | TableHeader::Other => Table::Other,
        };
        if let (TableHeader::Summary, Some(cdr)) = (header, self.cdr) {
            self.part.cdrs[cdr].has_summary = true;
        }
    }

    /// Begins a staff table, or goes on with the one whose header is repeated on a new page.
    pub(super) fn start_staff_table(&mut self, columns: Columns, place: Place<'t>) {
        let sheet = *self.sheet.get_or_insert_with(|| {
            self.part.sheets.push(new_sheet(None, self.cdr, place));
            self.part.sheets.len() - 1
        });
        self.part.sheets[sheet].has_staff_table = true;
        match &mut self.table {
            Table::Staff(table) if table.sheet() == sheet => table.repeat_header(columns),
            _ => {
                self.close_table();
                self.table = Table::Staff(StaffTable::new(sheet, columns));
            }
        }
    }

    pub(super) fn close_table(&mut self) {
        if let Table::Staff(table) = std::mem::replace(&mut self.table, Table::None) {
            table.settle(&mut self.part.rows, &mut self.part.rejected);
        }
    }

    /// Takes a line right below the rows of a staff table for a row without cells, unless it
    /// begins something else, or is what every page has.
    pub(super) fn is_cell_of_staff_table(&mut self, block: Block<'t>) -> bool {
        if !matches!(self.table, Table::Staff(_)) {
            return false;
        }
        if self.is_running(block.place.raw()) {
            // It stands between two parts of the table, which go on after it.
            return true;
        }
        let begins_something = |run: Place<'t>| {
            split_project_code(run.raw()).is_some()
                || split_objective_code(run.raw()).is_some()
                || split_cdr_heading(run.raw()).is_some()
                || take_label(run.raw(), false).is_some()
        };
        let is_cell = block.glued && block.kind == BlockKind::Line && !block.runs().next().is_none_or(begins_something);
        let Table::Staff(table) = &mut self.table else { return false };
        if is_cell {
            table.push_line(block.place);
        }
        is_cell
    }

    /// Whether a line is what a page has at its top or foot: a page number, or the heading of the
    /// CDR that is being read.
    fn is_running(&self, line: &str) -> bool {
        let is_page_word = |word: &str| matches!(word, "pagina" | "pag" | "p" | "di" | "page" | "of");
        let lower = line.to_lowercase();
        let mut words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        let is_number = |word: &str| word.len() <= 4 && word.bytes().all(|byte| byte.is_ascii_digit());
        let is_page =
            line.len() <= 24 && !line.contains('%') && words.all(|word| is_page_word(word) || is_number(word));
        is_page || self.is_heading_of_current_cdr(line)
    }

    /// Whether a line is the heading of the CDR that is being read.
    pub(super) fn is_heading_of_current_cdr(&self, line: &str) -> bool {
        let line = line.trim_matches('*');
        let current = self.cdr.map(|cdr| &*self.part.cdrs[cdr].code);
        split_cdr_heading(line).is_some_and(|(code, _)| Some(code) == current)
    }

    fn listing(&mut self, block: Block<'t>) {
        let mut cells = block.cells();
        let is_code = |cell: &Place<'t>| split_project_code(cell.raw()).is_some_and(|(_, rest)| rest.is_empty());
        let Some(code) = cells.find(is_code) else { return };
        let title = cells.next().filter(|title| !title.raw().is_empty()).map(Text::One);
        self.part.listings.push(Listing { code: code.words(), title, cdr: self.cdr, place: code });
        if let Some(cdr) = self.cdr {
            self.part.cdrs[cdr].has_summary = true;
        }
    }

    fn indicator(&mut self, block: Block<'t>) {
        let Some(sheet) = self.sheet else { return };
        let sheet = &mut self.part.sheets[sheet];
        let mut cells = block.cells().skip_while(|cell| cell.raw().is_empty());
        let Some(code) = cells.next() else { return };
        sheet.indicators.push(Indicator {
            code,
            title: cells.next(),
            target: cells.next(),
            objective: sheet.objectives.len().checked_sub(1),
        });
    }

    /// A row of the strategic reference: label and value.
    fn reference_row(&mut self, block: Block<'t>, first: Place<'t>) {
        let Some((label @ (Label::Direction | Label::StrategicObjective | Label::Action), "")) =
            take_label(first.raw(), false)
        else {
            return;
        };
        self.label(label, first);
        let value = block.cells().filter(|cell| !cell.raw().is_empty()).nth(1);
        self.written.extend(value);
        self.close_text();
    }

    fn stray(&mut self, block: Block<'t>) {
        let mut cells = block.cells();
        self.part.rejected.push(RejectedRow {
            faults: vec![Fault { reason: Rejection::Stray, place: block.place }],
            name: cells.next().map(Place::words),
            role: cells.next().map(|role| Role::read(&role.words())),
            sheet: self.sheet,
        });
    }
}

/// Whether a row in a table of indicators, phases or budgets may be an indicator, a header or a
/// stray staff row. Most are notes, phases and amounts, and need no further look.
fn may_matter(row: &str) -> bool {
    let text = row.trim_start_matches(['\t', ' ', '|', '*']);
    let text = text.strip_prefix("<b>").unwrap_or(text).as_bytes();
    match text.first().map(u8::to_ascii_lowercase) {
        Some(b'm' | b'o' | b'p' | b'i') => true,
        // `Nome Soggetto`, `Codice indicatore`; but not `Nota:` and `Cap.`
        Some(b'n' | b'c') => text.get(2).is_some_and(|&third| matches!(third, b'm' | b'M' | b'd' | b'D')),
        _ => ends_with_percent(row),
    }
}

/// Whether a row is the line of dashes under a table's header.
fn is_rule(block: Block<'_>) -> bool {
    let raw = block.place.raw();
    raw.starts_with(['-', '|', ':'])
        && raw.contains('-')
        && raw.bytes().all(|byte| matches!(byte, b'-' | b':' | b'|' | b' ' | b'\t'))
}
