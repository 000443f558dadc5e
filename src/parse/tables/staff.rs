//! Staff tables: the people of one project, on its sheet.

use std::mem;
use std::ops::Range;

use super::heads::code_of;
use super::people::{Continuation, People};
use super::people_header::{PeopleHeader, keep_header};
use super::shape::{Begin, Open, Shape, Table};
use super::{reference, stray};
use crate::model::Sheet;
use crate::parse::context::Context;
use crate::parse::headings::Strength;
use crate::parse::part::new_sheet;
use crate::parse::rows::RawRow;
use crate::source::{Block, Place, Text};
use crate::vocabulary::project_code;

/// A staff table that is being read, or several that stand side by side under one row of headers.
#[derive(Debug)]
struct Staff<'t> {
    people: People<'t>,
    /// The sheet that it is on.
    sheet: usize,
    /// Those beside it, each with its sheet.
    beside: Vec<(People<'t>, usize)>,
}

/// Whether a table is one of people and their shares.
pub fn recognise<'t>(table: &Table<'t>) -> Option<Begin<'t>> {
    let columns = table.columns.filter(|columns| !columns.is_flat())?;
    let (header, known, above) = (PeopleHeader::of(table.header, &columns), table.known, table.above);
    Some(Box::new(move |context, before| {
        keep_header(&header, known, context);
        begin_below(&header, above, before, context)
    }))
}

/// Begins a staff table of which nothing stands above the header.
pub fn begin<'t>(header: &PeopleHeader<'t>, before: Option<Open<'t>>, context: &mut Context<'t>) -> Open<'t> {
    begin_below(header, None, before, context)
}

/// Begins a staff table below some row, or goes on with the one whose header is repeated on a new page.
fn begin_below<'t>(
    header: &PeopleHeader<'t>,
    above: Option<Block<'t>>,
    before: Option<Open<'t>>,
    context: &mut Context<'t>,
) -> Open<'t> {
    let sheet = sheet_of_table(header, context);
    if let Some(mut before) = before
        && let Some((people, of)) = before.people()
        && !people.columns.is_flat()
        && of == Some(sheet)
        && people.is_repeated_by(header)
    {
        people.repeat_header(header, &mut context.staff);
        return before;
    }
    let (people, beside) = People::all(header, context);
    let own = above.and_then(|above| sheets_below(above, &people, &beside, context));
    let (sheet, sheets) = own.unwrap_or_else(|| (sheet, vec![sheet; beside.len()]));
    Box::new(Staff { people, sheet, beside: beside.into_iter().zip(sheets).collect() })
}

/// The sheets of tables that stand side by side below a row that has projects' codes: of the first, and of those beside it. None if it has
/// none, or one that stands above all of them.
fn sheets_below<'t>(
    above: Block<'t>,
    first: &People<'t>,
    beside: &[People<'t>],
    context: &mut Context<'t>,
) -> Option<(usize, Vec<usize>)> {
    let vocabulary = context.vocabulary;
    let cells = || above.cells().enumerate().filter(|(_, cell)| !cell.is_covered() && !cell.is_empty());
    let codes: Vec<_> = cells().filter_map(|(at, cell)| Some((at, code_of(cell.place, vocabulary)?))).collect();
    let (begin, _) = *codes.first().filter(|_| !beside.is_empty())?;
    let is_behind_first = begin >= first.columns.end && cells().next().is_some_and(|(at, _)| at == begin);
    if codes.len() < 2 && !is_behind_first {
        return None;
    }
    let mut sheet_of = |columns: Range<usize>| {
        let own = codes.iter().find(|(at, _)| columns.contains(at)).map(|(_, own)| *own);
        let sheet = match own {
            Some((code, _)) => sheet_begun(code, codes.len(), context),
            None => push(Sheet { is_named: false, ..new_sheet(None, context.cdr, above.place) }, context),
        };
        let sheets = &mut context.part.sheets;
        sheets[sheet].has_staff_table = true;
        // What stands at the right of its code may be the heading of the next.
        sheets[sheet].title = own.and_then(|(_, title)| title).map(Text::One);
        sheet
    };
    let of_first = sheet_of(0..first.columns.end);
    let mut begin = first.columns.end;
    let of_beside = |people: &People<'t>| {
        let end = people.columns.end;
        // Its other parts of the year are the first table's.
        if end == first.columns.end { of_first } else { sheet_of(mem::replace(&mut begin, end)..end) }
    };
    Some((of_first, beside.iter().map(of_beside).collect()))
}

/// The sheet of a project's code in the row above a table, which may have begun it; it is one of so many.
fn sheet_begun<'t>(code: Place<'t>, count: usize, context: &mut Context<'t>) -> usize {
    let last = context.part.sheets.iter().enumerate().rev().take(count * 2);
    let begun = last.into_iter().find(|(_, sheet)| sheet.place.offset() == code.offset()).map(|(at, _)| at);
    begun.unwrap_or_else(|| push(new_sheet(Some(project_code(code)), context.cdr, code), context))
}

fn push<'t>(sheet: Sheet<'t>, context: &mut Context<'t>) -> usize {
    context.part.sheets.push(sheet);
    context.part.sheets.len() - 1
}

/// The sheet on which a table stands that begins here.
fn sheet_of_table<'t>(header: &PeopleHeader<'t>, context: &mut Context<'t>) -> usize {
    // A sheet has one such table. Where another follows upon the matter of a sheet, or upon what may be the heading of one, it
    // belongs to a project whose code could not be read, not to the one before.
    let suspect = context.suspect.take();
    let has_table = |sheet: usize| context.part.sheets[sheet].has_staff_table;
    let own = context.sheet.filter(|&sheet| match suspect {
        Some((_, Strength::Strong)) => false,
        Some((_, Strength::Weak)) => !has_table(sheet),
        None => !(context.begun_again && has_table(sheet)),
    });
    let sheet = own.unwrap_or_else(|| {
        let place = suspect.map_or(header.place, |(heading, _)| heading);
        let is_named = suspect.is_some();
        context.part.sheets.push(Sheet { is_named, ..new_sheet(None, context.cdr, place) });
        context.part.sheets.len() - 1
    });
    context.sheet = Some(sheet);
    context.begun_again = false;
    let sheet = sheet_for_table(sheet, context);
    context.part.sheets[sheet].has_staff_table = true;
    sheet
}

/// The sheet for a table of its own: another, if it already has rows of a flat table.
fn sheet_for_table(sheet: usize, context: &mut Context<'_>) -> usize {
    if !context.flat.as_ref().is_some_and(|flat| flat.with_rows.contains(&sheet)) {
        return sheet;
    }
    let before = &context.part.sheets[sheet];
    let again = new_sheet(before.code.clone(), before.cdr, before.place);
    context.part.sheets.push(again);
    let sheet = context.part.sheets.len() - 1;
    context.sheet = Some(sheet);
    sheet
}

impl<'t> Shape<'t> for Staff<'t> {
    fn row(&mut self, row: Block<'t>, first: Place<'t>, context: &mut Context<'t>) -> bool {
        match self.people.continuation(row, first, context.follows, |_| false) {
            Continuation::Certain => {
                let beside = self.beside.iter_mut().map(|(people, sheet)| (people, *sheet));
                for (people, sheet) in std::iter::once((&mut self.people, self.sheet)).chain(beside) {
                    if let Some(cells) = people.read(row, &mut context.staff) {
                        // A code and a title right below people may head the next project.
                        if cells.is_without_share() {
                            context.suspect_row(row);
                        }
                        context.staff.push(RawRow { sheet: Some(sheet), cells, percentages: 0 });
                    }
                }
                true
            }
            Continuation::Section => !context.suspect(first, false, Strength::Weak),
            Continuation::Doubtful => {
                context.staff.totals.keep_unknown(self.people.table(), row.place);
                stray::stray(row, context);
                true
            }
            Continuation::None => {
                ended(row, first, context);
                false
            }
        }
    }

    fn people(&mut self) -> Option<(&mut People<'t>, Option<usize>)> {
        Some((&mut self.people, Some(self.sheet)))
    }
}

/// Takes the row with which a table of people ends. It may begin another table; a row that would be lost by that is told as
/// a stray one.
pub fn ended<'t>(row: Block<'t>, first: Place<'t>, context: &mut Context<'t>) {
    if !(stray::take_torn(row, context) || stray::take_of_two_cells(row, context)) {
        context.suspect_row(row);
        reference::row(row, first, context);
    }
}
