//! Flat tables, whose rows say themselves to which project they belong.

use std::borrow::Cow;

use super::people::{Continuation, People, PeopleHeader, keep_header};
use super::shape::{Begin, Open, Shape, Table};
use super::{staff, stray};
use crate::model::Cdr;
use crate::parse::columns::Columns;
use crate::parse::context::{Context, FlatSheets, rest_of};
use crate::parse::part::new_sheet;
use crate::parse::rows::RawRow;
use crate::source::{Block, Place, Text};
use crate::vocabulary::Vocabulary;

/// A flat table that is being read.
#[derive(Debug)]
struct Flat<'t> {
    people: People<'t>,
    /// The sheet and the CDR of the row before.
    sheet: Option<usize>,
    cdr: Option<usize>,
}

/// Whether a table is one of people, their shares and their projects.
pub fn recognise<'t>(table: &Table<'t>, vocabulary: Vocabulary<'t>) -> Option<Begin<'t>> {
    let columns = table.columns(vocabulary).filter(Columns::is_flat)?;
    let (header, known) = (PeopleHeader::of(table.header, columns), table.known);
    Some(Box::new(move |context, before| {
        let shares = keep_header(&header, known, context);
        begin(&header, shares, before, context)
    }))
}

/// Begins a flat table, or goes on with the one whose header is repeated.
fn begin<'t>(
    header: &PeopleHeader<'t>,
    shares: usize,
    before: Option<Open<'t>>,
    context: &mut Context<'t>,
) -> Open<'t> {
    if let Some(mut before) = before
        && let Some((people, _)) = before.people()
        && people.columns.is_flat()
    {
        people.repeat_header(header.columns, shares);
        return before;
    }
    let sheets = &context.part.sheets;
    let flat = context.flat.get_or_insert_with(|| {
        let coded = sheets.iter().enumerate().filter_map(|(number, sheet)| Some((sheet.code.clone()?, number)));
        FlatSheets { by_code: coded.collect(), ..FlatSheets::default() }
    });
    flat.tables += 1;
    Box::new(Flat { people: People::new(header.columns, shares), sheet: None, cdr: None })
}

impl<'t> Shape<'t> for Flat<'t> {
    fn row(&mut self, row: Block<'t>, first: Place<'t>, context: &mut Context<'t>) -> bool {
        let vocabulary = context.vocabulary;
        match self.people.continuation(row, |cell| code_and_title(cell, vocabulary).is_some()) {
            Continuation::Certain => {
                let Some(cells) = self.people.read(row) else { return true };
                let mut raw = RawRow::new(self.sheet, cells);
                self.place(row, &mut raw, context);
                // A row without name and share is the heading of those below.
                if raw.is_of_staff() {
                    context.staff.push(raw);
                }
                true
            }
            Continuation::Doubtful => {
                stray::stray(row, context);
                true
            }
            Continuation::None => {
                staff::ended(row, first, context);
                false
            }
        }
    }

    fn people(&mut self) -> Option<(&mut People<'t>, Option<usize>)> {
        Some((&mut self.people, self.sheet))
    }
}

impl<'t> Flat<'t> {
    /// Gives a row the sheet of its project. An empty code is that of the row above; one that cannot be read is nobody's, and
    /// what stands below it neither.
    fn place(&mut self, row: Block<'t>, raw: &mut RawRow<'t>, context: &mut Context<'t>) {
        let columns = self.people.columns;
        let cell = |at: Option<usize>| row.cells().nth(at?).filter(|cell| !cell.is_empty()).map(|cell| cell.place);
        let cdr = self.cdr_of_row([columns.cdr, columns.cdr_name, columns.director].map(cell), context);
        let project = cell(columns.project);
        let read = project.and_then(|cell| code_and_title(cell, context.vocabulary));
        let sheet = read.map(|(code, title)| sheet_of_row(code, title.or(cell(columns.title)), cdr, context));
        if project.is_some() {
            self.sheet = sheet;
        }
        raw.sheet = self.sheet;
        raw.without_project = if self.sheet.is_some() { None } else { project.or(Some(row.place)) };
    }

    /// The CDR of a row, by the cells of code, name and director; without them that of the row above, or of the text.
    fn cdr_of_row(
        &mut self,
        [code, name, director]: [Option<Place<'t>>; 3],
        context: &mut Context<'t>,
    ) -> Option<usize> {
        if let Some(written) = code.or(name) {
            let (code, own_name) = match context.vocabulary.split_cdr_heading(written.raw()) {
                Some((code, name)) => (written.at(code), Some(written.at(name))),
                None => (written, None),
            };
            let name = own_name.or(name.filter(|name| name.offset() != written.offset()));
            let words = code.words();
            let cdrs = &mut context.part.cdrs;
            let cdr = cdrs.iter().position(|cdr| cdr.code == words).unwrap_or_else(|| {
                let (code, name) = (words, Cow::Borrowed(""));
                cdrs.push(Cdr { code, name, director: None, place: written, has_summary: false });
                cdrs.len() - 1
            });
            if let (true, Some(name)) = (cdrs[cdr].name.is_empty(), name) {
                cdrs[cdr].name = name.words();
            }
            self.cdr = Some(cdr);
        }
        if let (Some(cdr), Some(director)) = (self.cdr, director) {
            context.part.cdrs[cdr].director.get_or_insert(Text::One(director));
        }
        self.cdr.or(context.cdr)
    }
}

/// The sheet of a project's rows, which is made at the first of them. Where the document has pages of the project without a
/// staff table, it is theirs.
fn sheet_of_row<'t>(code: Place<'t>, title: Option<Place<'t>>, cdr: Option<usize>, context: &mut Context<'t>) -> usize {
    let flat = context.flat.get_or_insert_default();
    let sheets = &mut context.part.sheets;
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

/// The code in a cell, and the title behind it if there is one; none if it cannot be read, or is not the only one.
fn code_and_title<'t>(cell: Place<'t>, vocabulary: Vocabulary<'_>) -> Option<(Place<'t>, Option<Place<'t>>)> {
    let (code, rest) = vocabulary.split_project_code(cell.raw())?;
    let words = rest.split(|c: char| c.is_whitespace() || ",;/+&".contains(c));
    let holds_another = words.into_iter().any(|word| vocabulary.split_project_code(word).is_some());
    let title = rest.trim_start_matches(['-', '–', '—', ':', ' ', '\u{a0}']);
    (!holds_another).then(|| (cell.at(code), rest_of(cell, title)))
}
