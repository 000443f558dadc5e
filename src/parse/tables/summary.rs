//! Summaries: the table at the start of a CDR that lists its projects, with codes and titles.

use super::shape::{Begin, Open, Shape, Table, about};
use super::{indicators, stray};
use crate::model::Listing;
use crate::parse::context::Context;
use crate::source::{Block, Cell, Place, Text};
use crate::vocabulary::{TableHeader, project_code};

/// A summary that is being read.
#[derive(Debug)]
struct Summary;

/// Whether a table is a summary.
pub fn recognise<'t>(table: &Table<'t>) -> Option<Begin<'t>> {
    if table.about != Some(TableHeader::Summary) {
        return None;
    }
    Some(Box::new(|context, _| {
        if let Some(cdr) = context.cdr {
            context.part.cdrs[cdr].has_summary = true;
        }
        let open: Open<'t> = Box::new(Summary);
        open
    }))
}

/// Whether a row is the header of a summary.
pub fn is_header(row: Block<'_>) -> bool {
    row.first_cell().and_then(|first| about(row, first.place)) == Some(TableHeader::Summary)
}

impl<'t> Shape<'t> for Summary {
    fn row(&mut self, row: Block<'t>, first: Place<'t>, context: &mut Context<'t>) -> bool {
        if !indicators::row(row, first, context) && !stray::take(row, context) {
            listing(row.cells(), context);
        }
        true
    }

    fn lists_projects(&self) -> bool {
        true
    }
}

/// Takes a row for one of a summary, if it has a cell that is the code of a project: its title stands in the next.
pub fn listing<'t>(mut cells: impl Iterator<Item = Cell<'t>>, context: &mut Context<'t>) {
    let vocabulary = context.vocabulary;
    let is_code = |cell: &Cell<'t>| {
        !cell.is_covered() && vocabulary.split_project_code(cell.raw()).is_some_and(|(_, rest)| rest.is_empty())
    };
    let Some(Cell { place: code, .. }) = cells.find(is_code) else { return };
    let title = cells.next().filter(|title| !title.is_empty()).map(|title| Text::One(title.place));
    context.part.listings.push(Listing { code: project_code(code), title, cdr: context.cdr, place: code });
    if let Some(cdr) = context.cdr {
        context.part.cdrs[cdr].has_summary = true;
    }
}
