//! Flat tables, whose rows say themselves to which project they belong.

use super::people::{Continuation, People};
use super::people_header::{PeopleHeader, keep_header};
use super::shape::{Begin, Open, Shape, Table};
use super::{staff, stray};
use crate::model::Sheet;
use crate::parse::columns::Columns;
use crate::parse::context::{Context, rest_of};
use crate::parse::part::new_sheet;
use crate::parse::rows::RawRow;
use crate::source::{Block, Place, Text};
use crate::vocabulary::{Vocabulary, project_code};

/// A flat table that is being read.
#[derive(Debug)]
struct Flat<'t> {
    people: People<'t>,
    /// Its other parts of the year.
    spans: Vec<People<'t>>,
    /// The CDR of the row before.
    cdr: Option<usize>,
    /// The sheet of the project whose code stands above its rows, as their heading.
    section: Option<usize>,
}

/// Whether a table is one of people, their shares and their projects.
pub fn recognise<'t>(table: &Table<'t>) -> Option<Begin<'t>> {
    let columns = table.columns.filter(Columns::is_flat)?;
    let (row, header, known) = (table.header, PeopleHeader::of(table.header, &columns), table.known);
    Some(Box::new(move |context, before| {
        // On the sheet of a project, its title stands beside its people, too.
        if let Some(columns) = columns.without_titles().filter(|_| context.sheet.is_some()) {
            let header = PeopleHeader::of(row, &columns);
            keep_header(&header, known, context);
            return staff::begin(&header, before, context);
        }
        keep_header(&header, known, context);
        begin(&header, before, context)
    }))
}

/// Begins a flat table, or goes on with the one whose header is repeated.
fn begin<'t>(header: &PeopleHeader<'t>, before: Option<Open<'t>>, context: &mut Context<'t>) -> Open<'t> {
    if let Some(mut before) = before
        && let Some((people, _)) = before.people()
        && people.columns.is_flat()
        && people.is_repeated_by(header)
    {
        people.repeat_header(header, &mut context.staff);
        return before;
    }
    context.flat_sheets().tables += 1;
    let (people, spans) = People::all(header, context);
    Box::new(Flat { people, spans, cdr: None, section: None })
}

impl<'t> Shape<'t> for Flat<'t> {
    fn row(&mut self, row: Block<'t>, first: Place<'t>, context: &mut Context<'t>) -> bool {
        let vocabulary = context.vocabulary;
        match self.people.continuation(row, first, context.follows, |cell| code_and_title(cell, vocabulary).is_some()) {
            Continuation::Certain => {
                let all = std::iter::once(&mut self.people).chain(&mut self.spans);
                let read: Vec<_> = all.filter_map(|people| people.read(row, &mut context.staff)).collect();
                for cells in read {
                    let mut raw = RawRow { sheet: None, cells, percentages: 0 };
                    self.place(row, &mut raw, context);
                    // A row without name and share is the heading of those below.
                    if raw.is_of_staff() {
                        context.staff.push(raw);
                    }
                }
                true
            }
            Continuation::Section => {
                self.section(row, context);
                true
            }
            Continuation::Doubtful => {
                context.staff.totals.keep_unknown(self.people.table(), row.place);
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
        Some((&mut self.people, None))
    }
}

impl<'t> Flat<'t> {
    /// Takes the title of a section, which may be that of a CDR.
    fn section(&mut self, row: Block<'t>, context: &mut Context<'t>) {
        let columns = self.people.columns;
        let cell = |at: Option<usize>| row.cells().nth(at?).filter(|cell| !cell.is_empty()).map(|cell| cell.place);
        let cdr = self.cdr_of_row([columns.cdr, columns.cdr_name, columns.director].map(cell), context);
        let read = cell(columns.project).and_then(|cell| code_and_title(cell, context.vocabulary));
        if let Some((code, title)) = read {
            self.section = Some(sheet_of_row(code, title.or(cell(columns.title)), cdr, context));
        }
    }

    /// Gives a row the sheet of its project. One whose code is blank, or cannot be read, belongs to no project that is known.
    fn place(&mut self, row: Block<'t>, raw: &mut RawRow<'t>, context: &mut Context<'t>) {
        let columns = self.people.columns;
        let cell = |at: Option<usize>| row.cells().nth(at?).filter(|cell| !cell.is_empty()).map(|cell| cell.place);
        let cdr = self.cdr_of_row([columns.cdr, columns.cdr_name, columns.director].map(cell), context);
        let project = cell(columns.project);
        let read = project.and_then(|cell| code_and_title(cell, context.vocabulary));
        let is_heading = !raw.is_of_staff();
        raw.sheet = match read {
            Some((code, title)) => Some(sheet_of_row(code, title.or(cell(columns.title)), cdr, context)),
            None if is_heading => return,
            None => self.section.filter(|_| project.is_none()).or_else(|| {
                Some(match project {
                    Some(title) => sheet_of_title(title, cdr, context),
                    None => sheet_without_code(None, row.place, cdr, context),
                })
            }),
        };
        // What stands above rows without a code is theirs, until another code comes.
        if is_heading || project.is_some() {
            self.section = raw.sheet.filter(|_| is_heading);
        }
    }

    /// The CDR of a row, by the cells of code, name and director; without them that of the row above, or of the text.
    fn cdr_of_row(
        &mut self,
        [code, name, director]: [Option<Place<'t>>; 3],
        context: &mut Context<'t>,
    ) -> Option<usize> {
        if let Some(written) = code.or(name) {
            self.cdr = Some(context.cdr_of(written, name));
        }
        if let (Some(cdr), Some(director)) = (self.cdr, director) {
            context.part.cdrs[cdr].director.get_or_insert(Text::One(director));
        }
        self.cdr.or(context.cdr)
    }
}

/// The sheet of a project's rows, which is made at the first of them. Where the document has pages of the project without a
/// staff table, it is theirs.
pub fn sheet_of_row<'t>(
    code: Place<'t>,
    title: Option<Place<'t>>,
    cdr: Option<usize>,
    context: &mut Context<'t>,
) -> usize {
    let flat = context.flat.get_or_insert_default();
    let sheets = &mut context.part.sheets;
    let words = project_code(code);
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

/// The sheet of the rows of a project that is called by its title alone. It is that of no project if any has a code.
pub fn sheet_of_title<'t>(title: Place<'t>, cdr: Option<usize>, context: &mut Context<'t>) -> usize {
    let sheet = sheet_without_code(Some(title), title, cdr, context);
    context.flat_sheets().titled.insert(sheet);
    sheet
}

/// The sheet of the rows for which the same is written instead of a project's code, or nothing at all.
pub fn sheet_without_code<'t>(
    written: Option<Place<'t>>,
    row: Place<'t>,
    cdr: Option<usize>,
    context: &mut Context<'t>,
) -> usize {
    let flat = context.flat.get_or_insert_default();
    let sheets = &mut context.part.sheets;
    let words = written.map(Place::words).unwrap_or_default();
    *flat.without_code.entry(words.to_lowercase()).or_insert_with(|| {
        sheets.push(Sheet { is_named: written.is_some(), ..new_sheet(None, cdr, written.unwrap_or(row)) });
        sheets.len() - 1
    })
}

/// The code in a cell, and the title behind it if there is one; none if it cannot be read, or is not the only one.
pub fn code_and_title<'t>(cell: Place<'t>, vocabulary: Vocabulary<'_>) -> Option<(Place<'t>, Option<Place<'t>>)> {
    let (code, rest) = vocabulary.split_project_code(cell.raw())?;
    let words = rest.split(|c: char| c.is_whitespace() || ",;/+&".contains(c));
    let holds_another = words.into_iter().any(|word| vocabulary.split_project_code(word).is_some());
    let title = rest.trim_start_matches(['-', '–', '—', ':', ' ', '\u{a0}']);
    (!holds_another).then(|| (cell.at(code), rest_of(cell, title)))
}
