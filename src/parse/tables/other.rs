//! Tables that are not read: phases, and what is none of the other shapes though it has a known header.

use super::shape::{Begin, Open, Shape, Table};
use super::{indicators, stray};
use crate::parse::context::Context;
use crate::source::{Block, Place};
use crate::vocabulary::TableHeader;

/// A table that is not read.
#[derive(Debug)]
struct Other;

/// Whether a table has a header that is known, and is of no other shape.
pub fn recognise<'t>(table: &Table<'t>) -> Option<Begin<'t>> {
    let is_known = matches!(table.about, Some(TableHeader::Other | TableHeader::Staff));
    is_known.then(|| {
        let begin: Begin<'t> = Box::new(|_, _| {
            let open: Open<'t> = Box::new(Other);
            open
        });
        begin
    })
}

impl<'t> Shape<'t> for Other {
    /// Nothing in it is read but what belongs elsewhere.
    fn row(&mut self, row: Block<'t>, first: Place<'t>, context: &mut Context<'t>) -> bool {
        let _ = indicators::row(row, first, context)
            || stray::take(row, context)
            || stray::take_torn(row, context)
            || stray::take_of_two_cells(row, context);
        true
    }

    fn is_skimmed(&self) -> bool {
        true
    }
}
