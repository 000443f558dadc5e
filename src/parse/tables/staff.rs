//! Staff tables: the people of one project, on its sheet.

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
    let sheets = sheets_beside(sheet, &people, &beside, above, context);
    Box::new(Staff { people, sheet, beside: beside.into_iter().zip(sheets).collect() })
}

/// The sheets of the tables that stand beside one, which is on a sheet: where the row above them has a project's code for each, their
/// own; otherwise the same.
fn sheets_beside<'t>(
    sheet: usize,
    first: &People<'t>,
    beside: &[People<'t>],
    above: Option<Block<'t>>,
    context: &mut Context<'t>,
) -> Vec<usize> {
    let cells = above.iter().flat_map(|above| above.cells()).enumerate().filter(|(_, cell)| !cell.is_covered());
    let codes: Vec<_> = cells.filter_map(|(at, cell)| Some((at, code_of(cell.place, context.vocabulary)?))).collect();
    let is_each_its_own = codes.len() > 1 && context.part.sheets[sheet].code.is_some();
    if !is_each_its_own {
        return vec![sheet; beside.len()];
    }
    let (mut begin, mut last) = (first.columns.end, sheet);
    if let Some((_, (_, title))) = codes.iter().find(|(at, _)| *at < begin) {
        // What stands at the right of its code is not its title.
        context.part.sheets[sheet].title = title.map(Text::One);
    }
    let mut sheets = Vec::with_capacity(beside.len());
    for people in beside {
        let end = people.columns.end;
        if end == first.columns.end {
            // Another part of the year of the first.
            sheets.push(sheet);
            continue;
        }
        if let Some((_, (code, title))) = codes.iter().find(|(at, _)| begin <= *at && *at < end) {
            let own = new_sheet(Some(project_code(*code)), context.cdr, *code);
            context.part.sheets.push(Sheet { title: title.map(Text::One), has_staff_table: true, ..own });
            last = context.part.sheets.len() - 1;
        }
        sheets.push(last);
        begin = begin.max(end);
    }
    sheets
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
