//! The headers that a document repeats: those of tables of commitments with their columns, and those of other tables, which need no
//! second look.

use super::columns::Columns;
use crate::source::Block;

/// A header of tables of commitments.
#[derive(Debug, Clone, Copy)]
pub struct KnownHeader {
    /// Where the columns are.
    pub columns: Columns,
    /// Its number among the headers of the document.
    pub number: usize,
}

/// The headers that are known of a document so far.
#[derive(Debug, Default)]
pub struct KnownHeaders<'t> {
    /// Those of tables of commitments, as they are written.
    known: Vec<(&'t str, KnownHeader)>,
    /// The last rows that might have been one and were none.
    none: [&'t str; 32],
}

impl<'t> KnownHeaders<'t> {
    /// The header that is written like a row to the letter: most are written like one of the last before them. Where something
    /// is hidden, the same words may have other columns.
    pub fn find(&self, row: Block<'t>) -> Option<KnownHeader> {
        const LAST: usize = 8;
        let mut last = self.known.iter().rev().take(LAST);
        let found = last.find(|(written, _)| *written == row.place.raw()).map(|(_, known)| *known);
        found.filter(|_| !row.has_unseen())
    }

    /// Keeps the header of tables of commitments.
    pub fn keep(&mut self, row: Block<'t>, header: KnownHeader) {
        if !row.has_unseen() {
            self.known.push((row.place.raw(), header));
        }
    }

    /// Whether a row is written like one that was found to be no header of such a table.
    pub fn has_none(&self, row: Block<'t>) -> bool {
        row.is_signed() && self.none.contains(&row.place.raw())
    }

    /// Remembers that a row is no header of such a table.
    pub fn keep_none(&mut self, row: Block<'t>) {
        if row.is_signed() && !self.has_none(row) {
            self.none.rotate_right(1);
            self.none[0] = row.place.raw();
        }
    }
}
