//! Flat tables, whose rows say themselves to which project they belong.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use super::{Table, Walker, new_sheet, rest_of};
use crate::model::Cdr;
use crate::parse::staff::RawRow;
use crate::source::{Block, Place, Text};
use crate::vocabulary::Vocabulary;

/// The sheets of a document that has flat tables. Rows of one project belong together, however far apart.
#[derive(Debug, Default)]
pub struct Flat<'t> {
    /// The sheet of each code: the last, if it stands more than once.
    by_code: HashMap<Cow<'t, str>, usize>,
    /// The sheets that have rows of flat tables.
    with_rows: HashSet<usize>,
    /// Those of which nothing else was read so far.
    of_rows: HashSet<usize>,
    /// The number of flat tables.
    pub tables: usize,
}

impl Flat<'_> {
    /// Whether a sheet has rows of a flat table.
    pub fn has_rows(&self, sheet: usize) -> bool {
        self.with_rows.contains(&sheet)
    }
}

impl<'t> Walker<'t> {
    /// Counts a flat table.
    pub(super) fn begin_flat_table(&mut self) {
        let sheets = &self.part.sheets;
        let flat = self.flat.get_or_insert_with(|| {
            let coded = sheets.iter().enumerate().filter_map(|(number, sheet)| Some((sheet.code.clone()?, number)));
            Flat { by_code: coded.collect(), ..Flat::default() }
        });
        flat.tables += 1;
    }

    /// The sheet that rows of a flat table have made and whose pages begin here.
    pub(super) fn sheet_of_rows(&mut self, code: &str) -> Option<usize> {
        let flat = self.flat.as_mut()?;
        let sheet = *flat.by_code.get(code)?;
        flat.of_rows.remove(&sheet).then_some(sheet)
    }

    /// The sheet for a table of its own: another, if it already has rows of a flat table.
    pub(super) fn sheet_for_table(&mut self, sheet: usize) -> usize {
        if !self.flat.as_ref().is_some_and(|flat| flat.has_rows(sheet)) {
            return sheet;
        }
        let before = &self.part.sheets[sheet];
        let again = new_sheet(before.code.clone(), before.cdr, before.place);
        self.part.sheets.push(again);
        let sheet = self.part.sheets.len() - 1;
        self.sheet = Some(sheet);
        sheet
    }

    /// Keeps a sheet that begins, if there are flat tables.
    pub(super) fn remember_sheet(&mut self, code: Cow<'t, str>, sheet: usize) {
        if let Some(flat) = &mut self.flat {
            flat.by_code.insert(code, sheet);
        }
    }

    /// Gives a row of a flat table the sheet of its project. An empty code is that of the row above; one that cannot
    /// be read is nobody's, and what stands below it neither. Tells whether the row is one of staff: a row without
    /// name and share is the heading of those below.
    pub(super) fn place_row(&mut self, block: Block<'t>, row: &mut RawRow<'t>) -> bool {
        let Table::Staff(table) = &self.table else { return true };
        let columns = table.columns;
        let cell = |at: Option<usize>| block.places().nth(at?).filter(|cell| !cell.raw().is_empty());
        let cdr = self.cdr_of_row([columns.cdr, columns.cdr_name, columns.director].map(cell));
        let project = cell(columns.project);
        let read = project.and_then(|cell| code_and_title(cell, self.vocabulary));
        let sheet = read.map(|(code, title)| self.sheet_of_row(code, title.or(cell(columns.title)), cdr));
        let Table::Staff(table) = &mut self.table else { return true };
        if project.is_some() {
            table.sheet = sheet;
        }
        row.sheet = table.sheet;
        row.without_project = if table.sheet.is_some() { None } else { project.or(Some(block.place)) };
        row.is_of_staff()
    }

    /// The sheet of a project's rows, which is made at the first of them. Where the document has pages of the
    /// project without a staff table, it is theirs.
    fn sheet_of_row(&mut self, code: Place<'t>, title: Option<Place<'t>>, cdr: Option<usize>) -> usize {
        let flat = self.flat.get_or_insert_default();
        let sheets = &mut self.part.sheets;
        let words = code.words();
        let known = flat.by_code.get(&words).copied();
        let sheet = known.filter(|&sheet| !sheets[sheet].has_staff_table).unwrap_or_else(|| {
            sheets.push(new_sheet(Some(words.clone()), cdr, code));
            flat.by_code.insert(words, sheets.len() - 1);
            flat.of_rows.insert(sheets.len() - 1);
            sheets.len() - 1
        });
        flat.with_rows.insert(sheet);
        sheets[sheet].cdr = sheets[sheet].cdr.or(cdr);
        if sheets[sheet].title.is_none() {
            sheets[sheet].title = title.map(Text::One);
        }
        sheet
    }

    /// The CDR of a row, by the cells of code, name and director; without them that of the row above, or of the text.
    fn cdr_of_row(&mut self, [code, name, director]: [Option<Place<'t>>; 3]) -> Option<usize> {
        if let Some(written) = code.or(name) {
            let (code, own_name) = match self.vocabulary.split_cdr_heading(written.raw()) {
                Some((code, name)) => (written.at(code), Some(written.at(name))),
                None => (written, None),
            };
            let name = own_name.or(name.filter(|name| name.offset() != written.offset()));
            let words = code.words();
            let known = self.part.cdrs.iter().position(|cdr| cdr.code == words);
            let cdr = known.unwrap_or_else(|| {
                let (code, name) = (words, Cow::Borrowed(""));
                self.part.cdrs.push(Cdr { code, name, director: None, place: written, has_summary: false });
                self.part.cdrs.len() - 1
            });
            if let (true, Some(name)) = (self.part.cdrs[cdr].name.is_empty(), name) {
                self.part.cdrs[cdr].name = name.words();
            }
            self.set_row_cdr(cdr);
        }
        let Table::Staff(table) = &self.table else { return self.cdr };
        let cdr = table.cdr.or(self.cdr);
        if let (Some(cdr), Some(director)) = (table.cdr, director) {
            self.part.cdrs[cdr].director.get_or_insert(Text::One(director));
        }
        cdr
    }

    fn set_row_cdr(&mut self, cdr: usize) {
        if let Table::Staff(table) = &mut self.table {
            table.cdr = Some(cdr);
        }
    }
}

/// The code in a cell, and the title behind it if there is one; none if it cannot be read, or is not the only one.
fn code_and_title<'t>(cell: Place<'t>, vocabulary: Vocabulary<'_>) -> Option<(Place<'t>, Option<Place<'t>>)> {
    let (code, rest) = vocabulary.split_project_code(cell.raw())?;
    let words = rest.split(|c: char| c.is_whitespace() || ",;/+&".contains(c));
    let holds_another = words.into_iter().any(|word| vocabulary.split_project_code(word).is_some());
    let title = rest.trim_start_matches(['-', '–', '—', ':', ' ', '\u{a0}']);
    (!holds_another).then(|| (cell.at(code), rest_of(cell, title)))
}

/// Whether a cell holds the code of a project.
pub fn has_code(cell: Place<'_>, vocabulary: Vocabulary<'_>) -> bool {
    code_and_title(cell, vocabulary).is_some()
}
