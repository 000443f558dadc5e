//! The headers that a document repeats: those of tables of commitments with their columns, and those of other tables, which need no
//! second look.

use super::columns::Columns;
use crate::source::Block;
use crate::vocabulary::Vocabulary;

/// A header of tables of commitments.
#[derive(Debug, Clone, Copy)]
pub struct KnownHeader {
    /// Where the columns are.
    pub columns: Columns,
    /// Its number among the headers of the document; none if it is the first that is written so.
    pub number: Option<usize>,
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
    /// The header of tables of commitments that a row is, if it is one: most are written to the letter like one of the last before
    /// them. Where something is hidden, the same words may have other columns.
    pub fn find(&mut self, row: Block<'t>, vocabulary: Vocabulary<'_>) -> Option<KnownHeader> {
        const LAST: usize = 8;
        let raw = row.place.raw();
        let mut last = self.known.iter().rev().take(LAST);
        if let Some((_, known)) = last.find(|(written, _)| *written == raw)
            && !row.has_unseen()
        {
            return Some(*known);
        }
        if row.is_signed() && self.none.contains(&raw) {
            return None;
        }
        let columns = Columns::of_header(row, vocabulary);
        if columns.is_none() && row.is_signed() {
            self.none.rotate_right(1);
            self.none[0] = raw;
        }
        columns.map(|columns| KnownHeader { columns, number: None })
    }

    /// Keeps the header of tables of commitments.
    pub fn keep(&mut self, row: Block<'t>, header: &KnownHeader) {
        if !row.has_unseen() {
            self.known.push((row.place.raw(), *header));
        }
    }
}
