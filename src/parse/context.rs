//! What is known of a document up to where it is being read: its CDRs, sheets and rows so far, and to which of them what comes
//! next belongs.

use std::borrow::Cow;

use foldhash::{HashMap, HashSet};

use super::apart::{self, Apart};
use super::headings::{Strength, strength};
use super::known_headers::KnownHeaders;
use super::part::{Part, new_sheet};
use super::percentages::{Ledger, account, count};
use super::recipes::Recipes;
use super::row_ids::forget_row_ids;
use super::rows::StaffRows;
use super::subtotals::drop_subtotals;
use super::titled::name_by_title;
use super::unequal::compare_totals;
use super::unread::Unread;
use crate::model::{Cdr, Objective, ObjectiveKind, UnreadColumn, header_key};
use crate::source::{Block, Document, Place, Text, trimmed};
use crate::vocabulary::{Label, Vocabulary, project_code};

/// What is known of a document so far.
#[derive(Debug)]
#[allow(clippy::struct_excessive_bools, reason = "each is a fact of its own about where the walk stands")]
pub struct Context<'t> {
    /// What it holds so far.
    pub part: Part<'t>,
    /// The words by which it is read.
    pub vocabulary: Vocabulary<'t>,
    /// The CDR and the sheet to which what comes next belongs.
    pub cdr: Option<usize>,
    pub sheet: Option<usize>,
    objective_kind: Option<ObjectiveKind>,
    /// The CDRs of the document by their codes.
    cdrs: HashMap<Cow<'t, str>, usize>,
    /// Whether a strategic reference is being read.
    pub in_reference: bool,
    /// Whether the matter of a sheet began after the last staff table.
    pub begun_again: bool,
    /// Where the worksheet begins that is being read; none in a document that has none.
    worksheet: Option<usize>,
    /// What may be the heading of another project, though its code cannot be read.
    pub suspect: Option<(Place<'t>, Strength)>,
    /// How many parts of a plan were begun.
    pub beginnings: usize,
    /// Whether the row before was one of a list of projects.
    pub lists: bool,
    /// Whether the row that is being read follows upon the one before without anything between.
    pub follows: bool,
    /// The row or line before, in which anything is written.
    pub before: Option<Block<'t>>,
    /// What the text that is being read belongs to, and its stretches so far.
    open: Open,
    written: Vec<Place<'t>>,
    /// The headers that are known.
    pub headers: KnownHeaders<'t>,
    /// The rows of the tables of commitments.
    pub staff: StaffRows<'t>,
    /// The figures with a percent sign that stand elsewhere.
    pub ledger: Ledger<'t>,
    /// What states periods apart from rows.
    pub apart: Vec<Apart<'t>>,
    /// The recipes of the settings, as they are used.
    pub recipes: Recipes<'t>,
    /// The sheets, as flat tables need them.
    pub flat: Option<FlatSheets<'t>>,
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

/// The sheets of a document that has flat tables. Rows of one project belong together, however far apart.
#[derive(Debug, Default)]
pub struct FlatSheets<'t> {
    /// The sheet of each code: the last, if it stands more than once.
    pub by_code: HashMap<Cow<'t, str>, usize>,
    /// The sheets that have rows of flat tables.
    pub with_rows: HashSet<usize>,
    /// Those of which nothing else was read so far.
    pub of_rows: HashSet<usize>,
    /// The sheets of rows without a code, by what is written instead.
    pub without_code: HashMap<String, usize>,
    /// Those of them of which the headings say that what is written is the title of a project.
    pub titled: HashSet<usize>,
    /// The number of flat tables.
    pub tables: usize,
}

impl<'t> Context<'t> {
    /// At the beginning of a document.
    pub fn new(document: &'t Document, vocabulary: Vocabulary<'t>) -> Self {
        Self {
            before: None,
            part: Part::new(document),
            vocabulary,
            cdr: None,
            sheet: None,
            objective_kind: None,
            cdrs: HashMap::default(),
            in_reference: false,
            begun_again: false,
            worksheet: None,
            suspect: None,
            beginnings: 0,
            lists: false,
            follows: false,
            open: Open::Nothing,
            written: Vec::new(),
            headers: KnownHeaders::default(),
            staff: StaffRows::new(document, vocabulary.layout()),
            ledger: Ledger::of(document),
            apart: Vec::new(),
            recipes: Recipes::default(),
            flat: None,
        }
    }

    /// What was read, when all is.
    pub fn finished(mut self) -> Part<'t> {
        self.close_text();
        let Self { mut part, mut staff, flat, ledger, recipes, vocabulary, apart, .. } = self;
        let (rows, tables) = staff.raw();
        forget_row_ids(rows, tables);
        drop_subtotals(rows);
        compare_totals(&mut staff, &part.sheets, vocabulary);
        if let Some(flat) = &flat {
            name_by_title(&mut part, &flat.titled);
        }
        part.staff_tables = part.sheets.iter().filter(|sheet| sheet.has_staff_table).count();
        part.staff_tables += flat.map_or(0, |flat| flat.tables);
        staff.compare_bases();
        part.share_columns = staff.columns();
        part.unread_columns = unread_columns(&staff);
        part.assumed_scales = staff.tables().assumed().collect();
        part.unequal_totals = staff.unequal_totals();
        part.recipes = recipes.uses;
        part.not_shown = std::mem::take(&mut staff.hidden.found);
        let stray: usize =
            part.rejected.iter().filter_map(|row| row.faults.first()).map(|fault| count(fault.place.raw())).sum();
        part.periods = staff.take_periods();
        part.capacities = staff.capacities();
        part.works = staff.tables().works();
        let (rows, rejected) = staff.settle(&mut part.rejected);
        part.rows = rows;
        part.periods_apart = apart::with_rows(apart, &part.rows, vocabulary.year());
        let rejected = stray + rejected;
        let accepted = part.rows.iter().map(|row| row.percentages).sum();
        part.percentages = account(part.document.text(), accepted, rejected, &ledger);
        part.unaccounted = ledger.unaccounted;
        part.rejected.sort_by_key(|row| row.faults.first().map(|fault| fault.place.offset()));
        part
    }

    /// The sheets as flat tables need them: at the first such table, those that are known.
    pub fn flat_sheets(&mut self) -> &mut FlatSheets<'t> {
        let sheets = &self.part.sheets;
        self.flat.get_or_insert_with(|| {
            let coded = sheets.iter().enumerate().filter_map(|(number, sheet)| Some((sheet.code.clone()?, number)));
            FlatSheets { by_code: coded.collect(), ..FlatSheets::default() }
        })
    }

    /// Forgets to which CDR and sheet what comes next belongs: a page could not be read, and another may have begun on it.
    pub fn lose_track(&mut self) {
        self.close_text();
        self.suspect = None;
        self.in_reference = false;
        self.sheet = None;
        self.cdr = None;
    }

    /// Begins what a label announces. That of a staff table is none of these.
    pub fn begin(&mut self, label: Label) {
        self.close_text();
        self.beginnings += 1;
        self.begun_again |= matches!(label, Label::Reference | Label::Objective(_));
        self.in_reference =
            matches!(label, Label::Reference | Label::Direction | Label::StrategicObjective | Label::Action);
        match label {
            Label::Director => self.open = Open::Director,
            Label::Direction => self.open = Open::Direction,
            Label::StrategicObjective => self.open = Open::StrategicObjective,
            Label::Action => self.open = Open::Action,
            Label::Objective(kind) => self.objective_kind = Some(kind),
            // What follows belongs to the next sheet, even if its code cannot be read.
            Label::SheetKind => self.sheet = None,
            Label::Reference | Label::Aside | Label::Staff => {}
        }
    }

    /// The CDR that is written in a cell, `04` or `04 - SEGRETARIO`, perhaps with its name in another; it is new to the document if
    /// it was not named before.
    pub fn cdr_of(&mut self, written: Place<'t>, name: Option<Place<'t>>) -> usize {
        let (code, own_name) = match self.vocabulary.split_cdr_heading(written.raw()) {
            Some((code, name)) => (written.at(code), Some(written.at(name))),
            None => (written, None),
        };
        let name = own_name.or(name.filter(|name| name.offset() != written.offset()));
        let words = code.words();
        let cdrs = &mut self.part.cdrs;
        let cdr = *self.cdrs.entry(words).or_insert_with_key(|code| {
            let (code, name) = (code.clone(), Cow::Borrowed(""));
            cdrs.push(Cdr { code, name, director: None, place: written, has_summary: false });
            cdrs.len() - 1
        });
        if let (true, Some(name)) = (cdrs[cdr].name.is_empty(), name) {
            cdrs[cdr].name = name.words();
        }
        cdr
    }

    /// Begins a worksheet. What stands on it belongs to the project before only if it says so.
    pub fn begin_worksheet(&mut self, begin: usize) {
        self.close_text();
        self.worksheet = Some(begin);
        self.begun_again = true;
        self.lists = false;
    }

    /// The sheet that was begun on this worksheet, as long as it has no staff table.
    fn begun_here(&self) -> Option<usize> {
        let is_here = |sheet: usize| self.part.sheets[sheet].place.offset() >= self.worksheet.unwrap_or(usize::MAX);
        self.sheet.filter(|&sheet| is_here(sheet) && !self.part.sheets[sheet].has_staff_table)
    }

    /// Whether no project was named so far on the worksheet that is being read.
    pub fn is_unnamed_worksheet(&self) -> bool {
        let is_here =
            |sheet: usize| self.worksheet.is_some_and(|begin| self.part.sheets[sheet].place.offset() >= begin);
        self.worksheet.is_some() && !self.sheet.is_some_and(is_here)
    }

    /// Whether a worksheet that names no project so far is that of a project with this code and title: a summary says so, or the
    /// worksheet's name.
    pub fn bears_out(&self, code: Place<'t>, title: Place<'t>) -> bool {
        /// Names of worksheets are cut there.
        const LONGEST: usize = 31;
        let (known, words) = (project_code(code), title.words());
        let is_listed = self
            .part
            .listings
            .iter()
            .filter(|listing| listing.code == known)
            .any(|listing| listing.title.as_ref().is_some_and(|title| title.words().eq_ignore_ascii_case(&words)));
        let is_name = |name: &str| {
            let is_cut = name.chars().count() == LONGEST && words.starts_with(name);
            name == known || is_cut || words.eq_ignore_ascii_case(name)
        };
        self.is_unnamed_worksheet() && (is_listed || title.origin().worksheet.is_some_and(is_name))
    }

    /// Begins the matter of a CDR. The worksheet of a project may name it below the project.
    pub fn begin_cdr(&mut self, cdr: usize) {
        self.close_text();
        self.beginnings += 1;
        self.cdr = Some(cdr);
        self.sheet = self.begun_here();
        if let Some(sheet) = self.sheet {
            self.part.sheets[sheet].cdr = Some(cdr);
        }
        self.suspect = None;
        self.in_reference = false;
    }

    /// Begins the sheet of a project, and its title.
    pub fn begin_sheet(&mut self, code: Place<'t>, title: Option<Place<'t>>) {
        self.close_text();
        self.beginnings += 1;
        self.suspect = None;
        let title = title.and_then(|title| rest_of(title, title.raw().trim_start_matches(['-', '–', '—', ':', ' '])));
        let words = project_code(code);
        let sheet = if let Some(sheet) = self.sheet_of_rows(&words) {
            let own = &mut self.part.sheets[sheet];
            own.place = code;
            own.cdr = own.cdr.or(self.cdr);
            sheet
        } else {
            self.part.sheets.push(new_sheet(Some(words.clone()), self.cdr, code));
            let sheet = self.part.sheets.len() - 1;
            if let Some(flat) = &mut self.flat {
                flat.by_code.insert(words, sheet);
            }
            sheet
        };
        self.sheet = Some(sheet);
        self.begun_again = false;
        self.objective_kind = None;
        self.in_reference = false;
        self.open = Open::Title;
        self.written.extend(title);
    }

    /// The sheet that rows of a flat table have made and whose pages begin here.
    fn sheet_of_rows(&mut self, code: &str) -> Option<usize> {
        let flat = self.flat.as_mut()?;
        let sheet = *flat.by_code.get(code)?;
        flat.of_rows.remove(&sheet).then_some(sheet)
    }

    /// Begins an objective, and its title.
    pub fn begin_objective(&mut self, code: Place<'t>, title: Option<Place<'t>>) {
        self.close_text();
        self.beginnings += 1;
        self.in_reference = false;
        let Some(sheet) = self.sheet else { return };
        let objective = Objective { code, kind: self.objective_kind, title: None };
        self.part.sheets[sheet].objectives.push(objective);
        self.open = Open::ObjectiveTitle;
        self.written.extend(title);
    }

    /// Keeps a line, or the title of a section, that may be the heading of another project; tells whether it may. `stands_out` says
    /// that it is written as headings are.
    /// `least` is how much it must look like one.
    pub fn suspect(&mut self, heading: Place<'t>, stands_out: bool, least: Strength) -> bool {
        self.suspect_as(heading, &heading.words(), stands_out, least)
    }

    /// Keeps a row below a staff table that may be the heading of another project: a code or a number, and a title beside it.
    pub fn suspect_row(&mut self, row: Block<'t>) {
        const MOST: usize = 3;
        if !self.sheet.is_some_and(|sheet| self.part.sheets[sheet].has_staff_table) {
            return;
        }
        let cells: Vec<_> = row.cells().filter(|cell| !cell.is_empty()).map(|cell| cell.place.words()).collect();
        let [first, others @ ..] = cells.as_slice() else { return };
        if cells.len() <= MOST && !cells.iter().any(|cell| cell.contains('%')) {
            let is_number = first.bytes().all(|byte| byte.is_ascii_digit());
            let words = format!("{first}{} {}", if is_number { "." } else { "" }, others.join(" "));
            self.suspect_as(row.place.at(trimmed(row.place.raw())), &words, false, Strength::Weak);
        }
    }

    fn suspect_as(&mut self, heading: Place<'t>, words: &str, stands_out: bool, least: Strength) -> bool {
        let Some(sheet) = self.sheet else { return false };
        let own = self.part.sheets[sheet].code.as_deref();
        let found = strength(words, stands_out, own).filter(|found| *found >= least);
        let is_stronger =
            self.suspect.is_none_or(|(_, known)| found == Some(Strength::Strong) || known == Strength::Weak);
        if let (Some(strength), true) = (found, is_stronger) {
            self.suspect = Some((heading, strength));
        }
        found.is_some()
    }

    /// Whether a text is being read.
    pub fn is_in_text(&self) -> bool {
        self.open != Open::Nothing
    }

    /// Whether any of the text that is being read was written so far.
    pub fn has_text(&self) -> bool {
        !self.written.is_empty()
    }

    /// Takes in a stretch of the text that is being read, if any is.
    pub fn write(&mut self, stretch: Place<'t>) {
        if self.is_in_text() {
            self.written.push(stretch);
        }
    }

    /// Puts the text that was read where it belongs.
    pub fn close_text(&mut self) {
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

    /// Whether a line is the heading of the CDR that is being read.
    pub fn is_heading_of_cdr(&self, line: &str) -> bool {
        let line = line.trim_matches('*');
        let current = self.cdr.map(|cdr| &*self.part.cdrs[cdr].code);
        self.vocabulary.split_cdr_heading(line).is_some_and(|(code, _)| Some(code) == current)
    }
}

/// The columns that stand unread, those below one header together.
fn unread_columns<'t>(staff: &StaffRows<'t>) -> Vec<UnreadColumn<'t>> {
    let mut all: Vec<UnreadColumn<'t>> = Vec::new();
    let mut known: HashMap<String, usize> = HashMap::default();
    for (column, other_base) in staff.tables().unread() {
        let at = *known.entry(header_key(column.header.raw())).or_insert(all.len());
        if let Some(own) = all.get_mut(at) {
            if own.figures == 0 && column.figures > 0 {
                own.sample = column.sample;
            }
            own.is_of_other_year |= column.is_of_other_year;
            own.cells += column.cells;
            own.figures += column.figures;
            own.other_base = own.other_base.or(other_base);
        } else {
            let Unread { header, sample, cells, figures, is_of_other_year, .. } = *column;
            all.push(UnreadColumn { header, sample, cells, figures, is_of_other_year, other_base });
        }
    }
    all
}

/// The place of what follows a code or label, if anything does.
pub fn rest_of<'t>(of: Place<'t>, rest: &'t str) -> Option<Place<'t>> {
    let rest = trimmed(rest);
    (!rest.is_empty()).then(|| of.at(rest))
}
