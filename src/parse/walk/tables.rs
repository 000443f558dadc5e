//! The rows of a document's tables: summaries, staff, indicators, strategic references.

use super::flat::has_code;
use super::{Open, Table, Walker, header_of, new_sheet};
use crate::model::{Fault, Header, Indicator, Listing, RejectedRow, Rejection};
use crate::parse::columns::Columns;
use crate::parse::staff::{
    Continuation, StaffTable, ends_with_percent, looks_like_staff_row, may_be_of_staff, names_role,
};
use crate::source::{Block, BlockKind, Place, Text, trimmed};
use crate::vocabulary::{Label, TableHeader, is_indicator_code, is_number_of_page, role, split_objective_code};

impl<'t> Walker<'t> {
    pub(super) fn row(&mut self, block: Block<'t>) {
        if self.open != Open::Nothing {
            self.close_text();
        }
        if !block.is_glued {
            self.rows_since_gap = 0;
        }
        let may_be_header = self.may_be_header(block);
        self.rows_since_gap += 1;
        let is_read = !matches!(self.table, Table::Indicators | Table::Other);
        if !is_read && !may_be_header && !may_matter(block) {
            return;
        }
        let Some(first) = block.first_cell() else { return };
        if block.is_rule() {
            return;
        }
        let header = header_of(block, first);
        let may_be_staff = match header {
            None | Some(TableHeader::Summary) => may_be_header,
            Some(TableHeader::Staff) => true,
            Some(TableHeader::Indicators | TableHeader::Other) => false,
        };
        if let Some(columns) = may_be_staff.then(|| self.staff_header(block)).flatten() {
            let share = block.places().nth(columns.share);
            return self.start_staff_table(columns, block.place, share);
        }
        if let Some(header) = header {
            if header == TableHeader::Indicators {
                self.indicators_named(first);
            }
            return self.start_table(header);
        }
        match &self.table {
            Table::Staff(_) => self.row_in_staff_table(block, first),
            _ if is_indicator_code(first.raw()) => self.indicator(block),
            _ if begins_with_indicator(first.raw()) => self.indicators_named(first),
            _ if block.is_certain && looks_like_staff_row(block) => self.stray(block),
            Table::None | Table::Indicators | Table::Other if !block.is_certain => self.torn(block),
            Table::None | Table::Other if self.is_stray_of_two_cells(block) => self.stray(block),
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
        let vocabulary = self.vocabulary;
        match table.continuation(block, |cell| has_code(cell, vocabulary)) {
            Continuation::Certain => self.staff_row(block),
            Continuation::Doubtful => self.stray(block),
            Continuation::None => {
                self.table = Table::None;
                if !block.is_certain {
                    return self.torn(block);
                }
                if self.is_stray_of_two_cells(block) {
                    return self.stray(block);
                }
                self.reference_row(block, first);
            }
        }
    }

    fn staff_row(&mut self, block: Block<'t>) {
        let Table::Staff(table) = &mut self.table else { return };
        let is_flat = table.columns.is_flat();
        let Some(mut row) = table.read(block) else { return };
        if !is_flat || self.place_row(block, &mut row) {
            self.staff.push(row);
        }
    }

    /// Whether a row may be the header of a staff table: it is one of the first below a blank line or text, where a
    /// title may stand above the header, or of a table that goes on; and neither begins nor ends like a row of data.
    fn may_be_header(&self, row: Block<'_>) -> bool {
        const FIRST_ROWS: usize = 3;
        (self.rows_since_gap < FIRST_ROWS || matches!(self.table, Table::Staff(_)))
            && !(row.is_certain && is_data(row.place.raw()))
    }

    /// The columns that a row names, if it is the header of a staff table. Most are written like one before them.
    fn staff_header(&mut self, block: Block<'t>) -> Option<Columns> {
        const LAST: usize = 8;
        let mut last = self.headers.iter().rev().take(LAST);
        if let Some(&(columns, number)) = last.find(|(_, number)| {
            let place = self.part.headers[*number].place;
            place.raw() == block.place.raw()
        }) {
            self.part.headers[number].count += 1;
            return Some(columns);
        }
        let columns = Columns::of_header(block, self.vocabulary)?;
        let cells = block.places().enumerate().map(|(at, cell)| (cell, columns.meaning(at)));
        self.headers.push((columns, self.part.headers.len()));
        self.part.headers.push(Header { place: block.place, columns: cells.collect(), count: 1 });
        Some(columns)
    }

    fn start_table(&mut self, header: TableHeader) {
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
    pub(super) fn start_staff_table(&mut self, columns: Columns, place: Place<'t>, share: Option<Place<'t>>) {
        let column = self.staff.column(&columns, share);
        if columns.is_flat() {
            return self.start_flat_table(columns, column);
        }
        // A sheet has one such table. Where another follows upon the matter of a sheet, it belongs to a project whose
        // code could not be read, not to the one before.
        let is_others = |sheet: &usize| self.begun_again && self.part.sheets[*sheet].has_staff_table;
        let own = self.sheet.filter(|sheet| !is_others(sheet));
        let sheet = own.unwrap_or_else(|| {
            self.part.sheets.push(new_sheet(None, self.cdr, place));
            self.part.sheets.len() - 1
        });
        self.sheet = Some(sheet);
        self.begun_again = false;
        let sheet = self.sheet_for_table(sheet);
        self.part.sheets[sheet].has_staff_table = true;
        match &mut self.table {
            Table::Staff(table) if !table.columns.is_flat() && table.sheet == Some(sheet) => {
                table.repeat_header(columns, column);
            }
            _ => self.table = Table::Staff(Box::new(StaffTable::new(Some(sheet), columns, column))),
        }
    }

    /// Begins a table whose rows say to which project they belong, or goes on with it.
    fn start_flat_table(&mut self, columns: Columns, column: usize) {
        match &mut self.table {
            Table::Staff(table) if table.columns.is_flat() => table.repeat_header(columns, column),
            _ => {
                self.begin_flat_table();
                self.table = Table::Staff(Box::new(StaffTable::new(None, columns, column)));
            }
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
            self.vocabulary.split_project_code(run.raw()).is_some()
                || split_objective_code(run.raw()).is_some()
                || self.vocabulary.split_cdr_heading(run.raw()).is_some()
                || self.vocabulary.take_label(run.raw(), false).is_some()
        };
        let is_cell =
            block.is_glued && block.kind == BlockKind::Paragraph && !block.runs().next().is_none_or(begins_something);
        let Table::Staff(table) = &self.table else { return false };
        if is_cell {
            self.staff.push_line(block.place, table.sheet);
        }
        is_cell
    }

    /// Whether a line is what a page has at its top or foot: a page number, or the heading of the
    /// CDR that is being read.
    fn is_running(&self, line: &str) -> bool {
        (!line.contains('%') && is_number_of_page(line)) || self.is_heading_of_current_cdr(line)
    }

    /// Whether a line is the heading of the CDR that is being read.
    pub(super) fn is_heading_of_current_cdr(&self, line: &str) -> bool {
        let line = line.trim_matches('*');
        let current = self.cdr.map(|cdr| &*self.part.cdrs[cdr].code);
        self.vocabulary.split_cdr_heading(line).is_some_and(|(code, _)| Some(code) == current)
    }

    fn listing(&mut self, block: Block<'t>) {
        let mut cells = block.places();
        let is_code =
            |cell: &Place<'t>| self.vocabulary.split_project_code(cell.raw()).is_some_and(|(_, rest)| rest.is_empty());
        let Some(code) = cells.find(is_code) else { return };
        let title = cells.next().filter(|title| !title.raw().is_empty()).map(Text::One);
        self.part.listings.push(Listing { code: code.words(), title, cdr: self.cdr, place: code });
        if let Some(cdr) = self.cdr {
            self.part.cdrs[cdr].has_summary = true;
        }
    }

    /// Takes the indicators whose codes stand by themselves, where the rows of their table cannot be told apart or the
    /// cells are lines: what they measure is not known, but that they are there.
    pub(super) fn indicators_named(&mut self, place: Place<'t>) {
        let Some(sheet) = self.sheet else { return };
        let sheet = &mut self.part.sheets[sheet];
        let objective = sheet.objectives.len().checked_sub(1);
        let codes = place.raw().split_whitespace().filter(|word| is_indicator_code(word)).map(|code| place.at(code));
        sheet.indicators.extend(codes.map(|code| Indicator { code, title: None, target: None, objective }));
    }

    fn indicator(&mut self, block: Block<'t>) {
        let Some(sheet) = self.sheet else { return };
        let sheet = &mut self.part.sheets[sheet];
        let mut cells = block.places().skip_while(|cell| cell.raw().is_empty());
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
            self.vocabulary.take_label(first.raw(), false)
        else {
            return;
        };
        self.label(label, first);
        let value = block.places().filter(|cell| !cell.raw().is_empty()).nth(1);
        self.written.extend(value);
        self.close_text();
    }

    /// Whether a row may be one of staff whose name and role stand in one cell.
    fn is_stray_of_two_cells(&self, block: Block<'t>) -> bool {
        let raw = block.place.raw();
        self.sheet.is_some() && ends_with_percent(raw) && names_role(raw) && may_be_of_staff(block)
    }

    /// A row that may be one of staff, though its lines cannot be told from those of its neighbours.
    fn torn(&mut self, block: Block<'t>) {
        if names_role(block.place.raw()) || self.sheet.is_some() && may_be_of_staff(block) {
            let row = block.place.at(trimmed(block.place.raw()));
            self.part.rejected.push(RejectedRow::torn(row, self.sheet));
        }
    }

    pub(super) fn stray(&mut self, block: Block<'t>) {
        let mut cells = block.places();
        // A line of text is no more than one cell.
        let name = if block.is_row() { cells.next() } else { Some(block.place) };
        self.part.rejected.push(RejectedRow {
            faults: vec![Fault { reason: Rejection::Stray, place: block.place }],
            name: name.map(Place::words),
            role: cells.next().map(|cell| role(&cell.words())),
            sheet: self.sheet,
        });
    }
}

/// Whether the first word of a text is the code of an indicator.
pub(super) fn begins_with_indicator(text: &str) -> bool {
    text.starts_with(['M', 'O', 'P']) && text.split_whitespace().next().is_some_and(is_indicator_code)
}

/// Whether a row in a table of indicators, phases or budgets may be an indicator, a header or a
/// stray staff row. Most are notes, phases and amounts, and need no further look.
fn may_matter(block: Block<'_>) -> bool {
    let row = block.place.raw();
    let text = row.trim_start_matches(['\t', ' ', '|', '*']);
    let text = text.strip_prefix("<b>").unwrap_or(text).as_bytes();
    match text.first().map(u8::to_ascii_lowercase) {
        Some(b'm' | b'o' | b'p' | b'i') => true,
        // `Nome Soggetto`, `Codice indicatore`; but not `Nota:` and `Cap.`
        Some(b'n' | b'c') if text.get(2).is_some_and(|&third| matches!(third, b'm' | b'M' | b'd' | b'D')) => true,
        _ => block.is_certain && ends_with_percent(row),
    }
}

/// Whether a row begins or ends as no header does: with a digit or a code, or with a figure that is no year.
fn is_data(row: &str) -> bool {
    let is_mark = |byte: &&u8| matches!(byte, b'\t' | b' ' | b'|' | b'*');
    let is_inside = |byte: &&u8| !is_mark(byte);
    let mut first = row.as_bytes().iter().skip_while(is_mark).take_while(is_inside).peekable();
    if first.peek().is_none_or(|first| first.is_ascii_digit()) || first.any(|&byte| byte == b'_') {
        return true;
    }
    let mut ends = row.as_bytes().iter().rev().skip_while(|byte| is_mark(byte) || **byte == b'%');
    let last: [Option<&u8>; 5] = std::array::from_fn(|_| ends.next());
    let is_digit = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_digit);
    let is_year =
        last[2..4] == [Some(&b'0'), Some(&b'2')] && is_digit(last[1]) && last[4].is_none_or(|byte| is_mark(&byte));
    is_digit(last[0]) && !is_year
}
