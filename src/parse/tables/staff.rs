//! Staff tables: the people of one project, on its sheet.

use super::people::{Continuation, People, PeopleHeader, keep_header};
use super::shape::{Begin, Open, Shape, Table};
use super::{reference, stray};
use crate::parse::context::Context;
use crate::parse::part::new_sheet;
use crate::parse::rows::RawRow;
use crate::source::{Block, Place};
use crate::vocabulary::Vocabulary;

/// A staff table that is being read.
#[derive(Debug)]
struct Staff<'t> {
    people: People<'t>,
    /// The sheet that it is on.
    sheet: usize,
}

/// Whether a table is one of people and their shares.
pub fn recognise<'t>(table: &Table<'t>, vocabulary: Vocabulary<'t>) -> Option<Begin<'t>> {
    let columns = table.columns(vocabulary).filter(|columns| !columns.is_flat())?;
    let (header, known) = (PeopleHeader::of(table.header, columns), table.known);
    Some(Box::new(move |context, before| {
        let shares = keep_header(&header, known, context);
        begin(&header, shares, before, context)
    }))
}

/// Begins a staff table with a column of shares, by its number among those of the document, or goes on with the one whose header is repeated on a new page.
pub fn begin<'t>(
    header: &PeopleHeader<'t>,
    shares: usize,
    before: Option<Open<'t>>,
    context: &mut Context<'t>,
) -> Open<'t> {
    // A sheet has one such table. Where another follows upon the matter of a sheet, it belongs to a project whose
    // code could not be read, not to the one before.
    let is_others = |sheet: &usize| context.begun_again && context.part.sheets[*sheet].has_staff_table;
    let own = context.sheet.filter(|sheet| !is_others(sheet));
    let sheet = own.unwrap_or_else(|| {
        context.part.sheets.push(new_sheet(None, context.cdr, header.place));
        context.part.sheets.len() - 1
    });
    context.sheet = Some(sheet);
    context.begun_again = false;
    let sheet = sheet_for_table(sheet, context);
    context.part.sheets[sheet].has_staff_table = true;
    if let Some(mut before) = before
        && let Some((people, of)) = before.people()
        && !people.columns.is_flat()
        && of == Some(sheet)
    {
        people.repeat_header(header.columns, shares);
        return before;
    }
    Box::new(Staff { people: People::new(header.columns, shares), sheet })
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
        match self.people.continuation(row, |_| false) {
            Continuation::Certain => {
                if let Some(cells) = self.people.read(row) {
                    context.staff.push(RawRow::new(Some(self.sheet), cells));
                }
                true
            }
            Continuation::Doubtful => {
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
        reference::row(row, first, context);
    }
}
