//! The rows of a document's tables: summaries, staff, indicators, strategic references.

use super::{Open, Table, Walker, header_of, new_sheet};
use crate::model::{
    Fault, Indicator, Listing, RejectedRow, Rejection, Role, is_indicator_code, split_objective_code,
    split_project_code,
};
use crate::parse::label::{Label, TableHeader, split_cdr_heading, take_label};
use crate::parse::staff::{Columns, StaffTable, ends_with_percent, goes_on_with_staff, looks_like_staff_row};
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
            Table::Staff(table) if block.glued || goes_on_with_staff(block) => table.push(block),
            Table::Indicators if is_indicator_code(first.raw()) => self.indicator(block),
            _ if looks_like_staff_row(block) => self.stray(block),
            Table::Indicators | Table::Other => {}
            Table::Summary => self.listing(block),
            Table::None if self.sheet.is_none() && self.cdr.is_some() => self.listing(block),
            Table::None => self.reference_row(block, first),
            Table::Staff(_) => self.close_table(),
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
    /// begins something else.
    pub(super) fn is_cell_of_staff_table(&mut self, block: Block<'t>) -> bool {
        let Table::Staff(table) = &mut self.table else { return false };
        let raw = block.place.raw();
        let begins_something = block.runs().next().is_none_or(|run| {
            split_project_code(run.raw()).is_some()
                || split_objective_code(run.raw()).is_some()
                || split_cdr_heading(run.raw()).is_some()
                || take_label(run.raw(), false).is_some()
        });
        let is_page_number = !raw.chars().any(char::is_alphabetic) && !raw.contains('%');
        let is_cell = block.glued && block.kind == BlockKind::Line && !begins_something && !is_page_number;
        if is_cell {
            table.push_line(block.place);
        }
        is_cell
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
