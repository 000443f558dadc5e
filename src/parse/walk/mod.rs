//! Blocks → the parts of one document: CDRs, summaries, sheets, staff rows.

mod flat;
mod tables;

use std::borrow::Cow;
use std::iter::Peekable;

use super::columns::Columns;
use super::staff::{StaffRow, StaffRows, StaffTable, is_staff_line};
use super::title_page::TitlePage;
use crate::model::{
    Cdr, Header, Listing, Meaning, Objective, ObjectiveKind, Reference, RejectedRow, ShareColumn, Sheet,
};
use crate::source::{Block, BlockKind, Blocks, Document, Place, RemarkKind, Text, trimmed};
use crate::vocabulary::{Label, TableHeader, Vocabulary, split_objective_code, table_header};
use flat::Flat;

/// What one document holds of a plan; indices are those of this document.
#[derive(Debug)]
pub struct Part<'t> {
    pub document: &'t Document,
    pub title_page: TitlePage,
    pub cdrs: Vec<Cdr<'t>>,
    pub listings: Vec<Listing<'t>>,
    pub sheets: Vec<Sheet<'t>>,
    pub rows: Vec<StaffRow<'t>>,
    pub rejected: Vec<RejectedRow<'t>>,
    /// The number of staff tables; one whose header is repeated counts once.
    pub staff_tables: usize,
    pub headers: Vec<Header<'t>>,
    pub share_columns: Vec<ShareColumn<'t>>,
}

impl Part<'_> {
    /// Whether the document holds any of a plan: a CDR heading, a project code or a staff table.
    pub fn holds_plan(&self) -> bool {
        !(self.cdrs.is_empty() && self.listings.is_empty() && self.sheets.is_empty()) || self.staff_tables > 0
    }
}

/// Walks one document from end to end.
pub fn walk<'t>(document: &'t Document, vocabulary: Vocabulary<'t>) -> Part<'t> {
    let mut walker = Walker {
        part: Part {
            document,
            title_page: TitlePage::default(),
            cdrs: Vec::new(),
            listings: Vec::with_capacity(document.text().len() / 2048),
            // A sheet takes some thousand characters, and has a few rows.
            sheets: Vec::with_capacity(document.text().len() / 2048),
            rows: Vec::with_capacity(document.text().len() / 1024),
            rejected: Vec::new(),
            staff_tables: 0,
            headers: Vec::new(),
            share_columns: Vec::new(),
        },
        vocabulary,
        cdr: None,
        sheet: None,
        objective_kind: None,
        in_reference: false,
        begun_again: false,
        open: Open::Nothing,
        written: Vec::new(),
        table: Table::None,
        rows_since_gap: 0,
        headers: Vec::new(),
        staff: StaffRows::new(vocabulary),
        flat: None,
    };
    let mut unread = document.remarks().iter().filter(|remark| remark.kind == RemarkKind::Unread).peekable();
    let mut blocks = document.blocks().peekable();
    while let Some(block) = blocks.next() {
        while unread.next_if(|remark| remark.offset <= block.place.offset()).is_some() {
            walker.lose_track();
        }
        if block.is_row() {
            walker.row(block);
        } else {
            walker.line(block, &mut blocks);
        }
    }
    walker.close_text();
    walker.finished()
}

struct Walker<'t> {
    part: Part<'t>,
    /// What the settings say of the document's words and codes.
    vocabulary: Vocabulary<'t>,
    cdr: Option<usize>,
    sheet: Option<usize>,
    objective_kind: Option<ObjectiveKind>,
    in_reference: bool,
    /// Whether the matter of a sheet began after the last staff table.
    begun_again: bool,
    /// What the text that is being read belongs to, and its stretches so far.
    open: Open,
    written: Vec<Place<'t>>,
    table: Table<'t>,
    /// The rows since the last blank line or text.
    rows_since_gap: usize,
    /// The columns of the headers of staff tables, and their numbers among the part's.
    headers: Vec<(Columns, usize)>,
    /// The rows of the staff tables.
    staff: StaffRows<'t>,
    /// The sheets, as flat tables need them.
    flat: Option<Flat<'t>>,
}

/// What a text belongs to. It ends with its paragraph, or at the next label.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Open {
    Nothing,
    Director,
    Title,
    Direction,
    StrategicObjective,
    Action,
    ObjectiveTitle,
}

/// The table that is being read. It ends with the next text or header, not with a blank line: a
/// page may break inside it.
enum Table<'t> {
    None,
    Summary,
    Staff(Box<StaffTable<'t>>),
    Indicators,
    Other,
}

impl<'t> Walker<'t> {
    /// What was read, when all is.
    fn finished(self) -> Part<'t> {
        let Self { mut part, staff, flat, .. } = self;
        part.staff_tables = part.sheets.iter().filter(|sheet| sheet.has_staff_table).count();
        part.staff_tables += flat.map_or(0, |flat| flat.tables);
        part.share_columns = staff.columns();
        staff.settle(&mut part.rows, &mut part.rejected);
        part.rejected.sort_by_key(|row| row.faults.first().map(|fault| fault.place.offset()));
        part
    }

    fn line(&mut self, block: Block<'t>, rest: &mut Peekable<Blocks<'t>>) {
        if !block.is_glued && !self.written.is_empty() {
            self.close_text();
        }
        if self.is_cell_of_staff_table(block) {
            return;
        }
        self.table = Table::None;
        self.rows_since_gap = 0;
        if self.sheet.is_some() && is_staff_line(block.place.raw()) {
            return self.stray(block);
        }
        if self.cdr.is_none() && self.sheet.is_none() {
            self.part.title_page.read(block.place);
        }
        let raw = block.place.raw();
        if tables::begins_with_indicator(raw) {
            return self.indicators_named(block.place);
        }
        if self.open == Open::Nothing && block.kind == BlockKind::Paragraph && is_prose(block, self.vocabulary) {
            return;
        }
        // A code inside a paragraph of prose is a mention, not the head of a sheet.
        let is_head =
            self.sheet.is_none() || !block.is_glued || block.kind == BlockKind::Heading || block.begins_bold();
        let mut after_label = true;
        for (at, run) in block.runs().enumerate() {
            if at == 0 && self.cdr_heading(run, block, rest) {
                return;
            }
            after_label = self.run(run, is_head && after_label);
        }
    }

    /// Takes a stretch of a line; tells whether it was a label and nothing else.
    fn run(&mut self, run: Place<'t>, may_head_sheet: bool) -> bool {
        let raw = run.raw();
        if self.vocabulary.may_begin_with_project(raw) {
            if let Some((code, rest)) = self.vocabulary.split_project_code(raw).filter(|_| may_head_sheet) {
                self.start_sheet(run.at(code), rest_of(run, rest));
                return false;
            }
            if let Some((code, rest)) = split_objective_code(raw) {
                self.start_objective(run.at(code), rest_of(run, rest));
                return false;
            }
        }
        let Some((label, rest)) = self.vocabulary.take_label(raw, self.in_reference) else {
            if self.open != Open::Nothing {
                self.written.push(run);
            }
            return false;
        };
        let rest = rest_of(run, rest);
        self.label(label, run);
        match rest {
            None => true,
            Some(rest) if matches!(label, Label::Objective(_) | Label::SheetKind) => {
                self.run(rest, label == Label::SheetKind)
            }
            Some(rest) => {
                if self.open != Open::Nothing {
                    self.written.push(rest);
                }
                false
            }
        }
    }

    /// Forgets what CDR and sheet it was reading: a page could not be read, and another may have begun on it.
    fn lose_track(&mut self) {
        self.close_text();
        self.table = Table::None;
        self.in_reference = false;
        self.sheet = None;
        self.cdr = None;
    }

    fn label(&mut self, label: Label, place: Place<'t>) {
        self.close_text();
        self.begun_again |= matches!(label, Label::Reference | Label::Objective(_));
        self.in_reference =
            matches!(label, Label::Reference | Label::Direction | Label::StrategicObjective | Label::Action);
        match label {
            Label::Director => self.open = Open::Director,
            Label::Direction => self.open = Open::Direction,
            Label::StrategicObjective => self.open = Open::StrategicObjective,
            Label::Action => self.open = Open::Action,
            Label::Objective(kind) => self.objective_kind = Some(kind),
            Label::Staff => {
                let column = (place, Some(Meaning::Person));
                self.part.headers.push(Header { place, columns: vec![column], count: 1 });
                self.start_staff_table(Columns::PLAIN, place, None);
            }
            // What follows belongs to the next sheet, even if its code cannot be read.
            Label::SheetKind => self.sheet = None,
            Label::Reference | Label::Aside => {}
        }
    }

    /// Takes a line for the heading of a CDR, if it looks like one and what follows bears it out:
    /// the list of contents names the CDRs in the same words.
    fn cdr_heading(&mut self, run: Place<'t>, block: Block<'t>, rest: &mut Peekable<Blocks<'t>>) -> bool {
        let Some((code, name)) = self.vocabulary.split_cdr_heading(run.raw()) else { return false };
        let is_heading = block.kind == BlockKind::Heading;
        let is_title = is_heading && code.len() == 2 && !name.chars().any(char::is_lowercase);
        // Below a heading a line or two may stand before its matter.
        let ahead = if is_heading { 3 } else { 1 };
        if !rest.clone().take(ahead).any(|block| begins_cdr(block, self.vocabulary)) {
            if self.is_heading_of_current_cdr(run.raw()) {
                // The head of a new page, not of a new CDR.
                return true;
            }
            if !is_title || self.sheet.is_some() {
                return false;
            }
        }
        self.close_text();
        let code = run.at(code);
        let known = self.part.cdrs.iter().position(|cdr| cdr.code == code.raw());
        self.cdr = Some(known.unwrap_or_else(|| {
            self.part.cdrs.push(Cdr {
                code: code.words(),
                name: run.at(name).words(),
                director: None,
                place: code,
                has_summary: false,
            });
            self.part.cdrs.len() - 1
        }));
        self.sheet = None;
        self.in_reference = false;
        true
    }

    fn start_sheet(&mut self, code: Place<'t>, title: Option<Place<'t>>) {
        self.close_text();
        let title = title.and_then(|title| rest_of(title, title.raw().trim_start_matches(['-', '–', '—', ':', ' '])));
        let words = code.words();
        let sheet = if let Some(sheet) = self.sheet_of_rows(&words) {
            let own = &mut self.part.sheets[sheet];
            own.place = code;
            own.cdr = own.cdr.or(self.cdr);
            sheet
        } else {
            self.part.sheets.push(new_sheet(Some(words.clone()), self.cdr, code));
            self.remember_sheet(words, self.part.sheets.len() - 1);
            self.part.sheets.len() - 1
        };
        self.sheet = Some(sheet);
        self.begun_again = false;
        self.objective_kind = None;
        self.in_reference = false;
        self.open = Open::Title;
        self.written.extend(title);
    }

    fn start_objective(&mut self, code: Place<'t>, title: Option<Place<'t>>) {
        self.close_text();
        self.in_reference = false;
        let Some(sheet) = self.sheet else { return };
        let objective = Objective { code, kind: self.objective_kind, title: None };
        self.part.sheets[sheet].objectives.push(objective);
        self.open = Open::ObjectiveTitle;
        self.written.extend(title);
    }

    /// Puts the text that was read where it belongs.
    fn close_text(&mut self) {
        let open = std::mem::replace(&mut self.open, Open::Nothing);
        let Some(text) = Text::of(&self.written) else { return };
        self.written.clear();
        if open == Open::Director {
            if let Some(cdr) = self.cdr {
                self.part.cdrs[cdr].director.get_or_insert(text);
            }
            return;
        }
        let Some(sheet) = self.sheet else { return };
        let sheet = &mut self.part.sheets[sheet];
        let slot = match open {
            Open::Title => &mut sheet.title,
            Open::Direction => &mut sheet.reference.direction,
            Open::StrategicObjective => &mut sheet.reference.strategic_objective,
            Open::Action => &mut sheet.reference.action,
            Open::ObjectiveTitle => match sheet.objectives.last_mut() {
                Some(objective) => &mut objective.title,
                None => return,
            },
            Open::Director | Open::Nothing => return,
        };
        slot.get_or_insert(text);
    }
}

fn new_sheet<'t>(code: Option<Cow<'t, str>>, cdr: Option<usize>, place: Place<'t>) -> Sheet<'t> {
    Sheet {
        code,
        project: None,
        cdr,
        title: None,
        reference: Reference::default(),
        objectives: Vec::new(),
        indicators: Vec::new(),
        place,
        has_staff_table: false,
        repeats: None,
    }
}

/// Whether a block begins the matter of a CDR: its director, its summary or a sheet.
fn begins_cdr(block: Block<'_>, vocabulary: Vocabulary<'_>) -> bool {
    if block.is_row() {
        return block.first_cell().and_then(|first| header_of(block, first)) == Some(TableHeader::Summary);
    }
    block.runs().next().is_some_and(|run| {
        vocabulary.split_project_code(run.raw()).is_some()
            || matches!(vocabulary.take_label(run.raw(), false), Some((Label::Director | Label::SheetKind, _)))
    })
}

fn header_of(block: Block<'_>, first: Place<'_>) -> Option<TableHeader> {
    table_header(first.raw(), || block.places().map(Place::words))
}

/// Whether a line is certainly nothing but prose, as most lines are: it has no bold mark, and begins
/// neither like a label nor, with a digit among its first characters, like a code.
fn is_prose(block: Block<'_>, vocabulary: Vocabulary<'_>) -> bool {
    let line = block.place.raw();
    !line.as_bytes().iter().take(4).any(u8::is_ascii_digit)
        && vocabulary.take_label(line, false).is_none()
        && !vocabulary.begins_with_own_code(line)
        && !block.has_bold()
}

/// The place of what follows a code or label, if anything does.
fn rest_of<'t>(of: Place<'t>, rest: &'t str) -> Option<Place<'t>> {
    let rest = trimmed(rest);
    (!rest.is_empty()).then(|| of.at(rest))
}
