//! What every shape of table is to the walk: something that is begun by a header and takes rows.

use std::cell::OnceCell;

use super::people::People;
use crate::parse::columns::Columns;
use crate::parse::context::Context;
use crate::parse::known_headers::KnownHeader;
use crate::source::{Block, Place};
use crate::vocabulary::{TableHeader, Vocabulary, table_header};

/// A row with which a table may begin.
#[derive(Debug)]
pub struct Table<'t> {
    /// The row.
    pub header: Block<'t>,
    /// Its first cell in which something is written.
    pub first: Place<'t>,
    /// What that cell says the table is about, if it is known as the beginning of a header.
    pub about: Option<TableHeader>,
    /// Whether the row stands where the header of a table of people may, and looks like one.
    pub may_be_of_people: bool,
    /// The header that is written like this one to the letter, if one is known.
    pub known: Option<KnownHeader>,
    /// Its columns; none if it is known, or was found, to be no table of commitments.
    columns: OnceCell<Option<Columns>>,
}

/// A table that is being read. It ends with the next text or header, not with a blank line: a page may break inside it.
pub trait Shape<'t> {
    /// Takes the next row, of which `first` is the first cell in which something is written; tells whether the table goes on.
    fn row(&mut self, row: Block<'t>, first: Place<'t>, context: &mut Context<'t>) -> bool;

    /// Whether most of its rows need no look.
    fn is_skimmed(&self) -> bool {
        false
    }

    /// Whether its rows list projects.
    fn lists_projects(&self) -> bool {
        false
    }

    /// The table of commitments that it is, if it is one, and the sheet to which the next row of it belongs.
    fn people(&mut self) -> Option<(&mut People<'t>, Option<usize>)> {
        None
    }
}

/// A table of any shape.
pub type Open<'t> = Box<dyn Shape<'t> + 't>;

/// Begins a table whose header was recognised, below another one if that was open.
pub type Begin<'t> = Box<dyn FnOnce(&mut Context<'t>, Option<Open<'t>>) -> Open<'t> + 't>;

impl<'t> Table<'t> {
    /// The table that a row may begin; none if it is no header of any. Most rows are none.
    pub fn of(header: Block<'t>, first: Place<'t>, may_be_of_people: bool, context: &Context<'t>) -> Option<Self> {
        let about = about(header, first);
        if about.is_none() && !may_be_of_people {
            return None;
        }
        let table = Self { header, first, about, may_be_of_people, known: None, columns: OnceCell::new() };
        if !table.may_have_columns() {
            return Some(table);
        }
        let known = context.headers.find(header);
        if known.is_none() && context.headers.has_none(header) {
            return Some(Self { columns: OnceCell::from(None), ..table });
        }
        Some(Self { known, ..table })
    }

    /// Whether it was asked for its columns, and has none.
    pub fn has_no_columns(&self) -> bool {
        matches!(self.columns.get(), Some(None))
    }

    /// Whether it may be one of commitments, as its place and its first cell say.
    pub fn may_have_columns(&self) -> bool {
        match self.about {
            None | Some(TableHeader::Summary) => self.may_be_of_people,
            Some(TableHeader::Staff) => true,
            Some(_) => false,
        }
    }

    /// Its columns, if it is one of commitments.
    pub fn columns(&self, vocabulary: Vocabulary<'_>) -> Option<Columns> {
        let of_header = || Columns::of_header(self.header, vocabulary);
        let known = self.known.map(|known| known.columns);
        if self.may_have_columns() { *self.columns.get_or_init(|| known.or_else(of_header)) } else { None }
    }
}

/// What a row says a table is about, if it is known as a header.
pub fn about(row: Block<'_>, first: Place<'_>) -> Option<TableHeader> {
    table_header(first.raw(), || row.cells().map(|cell| cell.place.words()))
}
