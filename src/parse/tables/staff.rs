//! Staff tables: the people of one project, on its sheet.

use super::people::{Continuation, People};
use super::people_header::{PeopleHeader, keep_header};
use super::shape::{Begin, Open, Shape, Table};
use super::{reference, stray};
use crate::model::Sheet;
use crate::parse::context::Context;
use crate::parse::headings::Strength;
use crate::parse::part::new_sheet;
use crate::parse::rows::RawRow;
use crate::source::{Block, Place};

/// A staff table that is being read, or several that stand side by side under one row of headers.
#[derive(Debug)]
struct Staff<'t> {
    people: People<'t>,
    beside: Vec<People<'t>>,
    /// The sheet that it is on.
    sheet: usize,
}

/// Whether a table is one of people and their shares.
pub fn recognise<'t>(table: &Table<'t>) -> Option<Begin<'t>> {
    let columns = table.columns.filter(|columns| !columns.is_flat())?;
    let (header, known) = (PeopleHeader::of(table.header, &columns), table.known);
    Some(Box::new(move |context, before| {
        keep_header(&header, known, context);
        begin(&header, before, context)
    }))
}

/// Begins a staff table, or goes on with the one whose header is repeated on a new page.
pub fn begin<'t>(header: &PeopleHeader<'t>, before: Option<Open<'t>>, context: &mut Context<'t>) -> Open<'t> {
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
    Box::new(Staff { people, beside, sheet })
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
                for people in std::iter::once(&mut self.people).chain(&mut self.beside) {
                    if let Some(cells) = people.read(row, &mut context.staff) {
                        // A code and a title right below people may head the next project.
                        if cells.is_without_share() {
                            context.suspect_row(row);
                        }
                        context.staff.push(RawRow { sheet: Some(self.sheet), cells, percentages: 0 });
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
