//! What every shape of table is to the walk: something that is begun by a header and takes rows.

use super::heads::Beginning;
use super::people::People;
use crate::parse::columns::Columns;
use crate::parse::context::Context;
use crate::source::{Block, Blocks, Mark, Place};
use crate::vocabulary::{TableHeader, Unit, Vocabulary, stated_unit, table_header};

/// A row with which a table may begin.
#[derive(Debug)]
pub struct Table<'t> {
    /// The row.
    pub header: Block<'t>,
    /// Its first cell in which something is written.
    pub first: Place<'t>,
    /// What that cell says the table is about, if it is known as the beginning of a header.
    pub about: Option<TableHeader>,
    /// Its columns, if it is one of commitments.
    pub columns: Option<Columns>,
    /// The number of the header that is written like this one to the letter, if one is known.
    pub known: Option<usize>,
    /// What stands below it.
    pub below: Blocks<'t>,
    /// The row right above it.
    pub above: Option<Block<'t>>,
    /// Whether it may have a column for each project, or for each person.
    pub may_be_wide: bool,
    /// The words by which it is read.
    pub vocabulary: Vocabulary<'t>,
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

    /// Takes a row that is one of its headings, further ones or again; tells whether it is.
    fn takes_heading(&mut self, _row: Block<'t>) -> bool {
        false
    }

    /// Takes a row of which nothing is seen; tells whether that is told.
    fn unseen(&mut self, _row: Block<'t>, _why: Mark, _context: &mut Context<'t>) -> bool {
        false
    }

    /// Whether it has a column for each of something; another such table may stand right below it.
    fn is_wide(&self) -> bool {
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
    /// The table that a row may begin; none if it is no header of any. Most rows are none. Of people it may be if the row stands where
    /// the header of such a table may, and looks like one.
    pub fn of(
        (header, above): (Block<'t>, Option<Block<'t>>),
        first: Place<'t>,
        may_be_of_people: bool,
        below: &Blocks<'t>,
        context: &mut Context<'t>,
    ) -> Option<Self> {
        let vocabulary = context.vocabulary;
        let about = about(header, first);
        if about.is_none() && !may_be_of_people {
            return None;
        }
        let may_have_columns = match about {
            None | Some(TableHeader::Summary) => may_be_of_people,
            Some(TableHeader::Staff) => true,
            Some(_) => false,
        };
        let known = if may_have_columns { context.headers.find(header, context.vocabulary) } else { None };
        let (mut columns, known) = (known.map(|known| known.columns), known.and_then(|known| known.number));
        if let Some(own) = columns.as_mut().filter(|own| own.unit == Unit::Unstated) {
            own.unit = context.before.and_then(unit_beside).unwrap_or(Unit::Unstated);
        }
        let may_be_wide = may_be_of_people && known.is_none() && Beginning::may_be(header, below, vocabulary);
        let is_any = about.is_some() || columns.is_some() || may_be_wide;
        is_any.then(|| Self {
            header,
            first,
            about,
            columns,
            known,
            below: below.clone(),
            above,
            may_be_wide,
            vocabulary,
        })
    }

    /// That of which a row is the header, with columns that the settings say.
    pub fn with(
        columns: &Columns,
        (header, above): (Block<'t>, Option<Block<'t>>),
        first: Place<'t>,
        below: &Blocks<'t>,
        vocabulary: Vocabulary<'t>,
    ) -> Self {
        let (columns, below) = (Some(*columns), below.clone());
        Self { header, first, about: None, columns, known: None, below, above, may_be_wide: false, vocabulary }
    }
}

/// In which working time a line, or a row of one cell, says that the figures of a table beside it are counted.
pub fn unit_beside(block: Block<'_>) -> Option<Unit> {
    let mut filled = block.cells().filter(|cell| !cell.is_empty());
    let (Some(cell), None) = (filled.next(), filled.next()) else { return None };
    stated_unit(&cell.place.words())
}

/// What a row says a table is about, if it is known as a header.
pub fn about(row: Block<'_>, first: Place<'_>) -> Option<TableHeader> {
    table_header(first.raw(), || row.cells().map(|cell| cell.place.words()))
}
