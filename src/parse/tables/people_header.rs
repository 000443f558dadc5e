//! The header of a table of commitments, and what the columns below it have in common.

use crate::model::{Header, Meaning};
use crate::parse::columns::Columns;
use crate::parse::context::Context;
use crate::parse::dates::Said;
use crate::parse::known_headers::KnownHeader;
use crate::parse::spans::Spans;
use crate::source::{Block, Place};
use crate::vocabulary::PartOfYear;

/// The header of a table of commitments.
#[derive(Debug, Clone)]
pub struct PeopleHeader<'t> {
    /// Where the columns are.
    pub columns: Columns,
    /// The header.
    pub place: Place<'t>,
    /// The row in which it stands, if it is one.
    pub row: Option<Block<'t>>,
    /// The part of the year that its column of shares is.
    pub span: Option<Said>,
    /// Whether it has all but that column in common with one before it.
    pub is_follower: bool,
}

impl<'t> PeopleHeader<'t> {
    /// That of a table with some columns.
    pub fn of(row: Block<'t>, columns: &Columns) -> Self {
        let own = spans(row, columns).iter().find(|(at, _)| Some(*at) == columns.share);
        Self {
            columns: *columns,
            place: row.place,
            row: Some(row),
            span: own.map(|(_, said)| said),
            is_follower: false,
        }
    }

    /// That of a table of which only the header is written, in one line.
    pub fn plain(place: Place<'t>) -> Self {
        Self { columns: Columns::PLAIN, place, row: None, span: None, is_follower: false }
    }

    /// The headers of the tables that stand beside this one, and those of its other parts of the year: as if each had a table of its own.
    pub fn beside(&self, context: &Context<'t>) -> Vec<Self> {
        let Some(row) = self.row else { return Vec::new() };
        let others = self.columns.beside(row, context.vocabulary);
        let others = others.into_iter().map(|columns| Self { columns, span: None, ..self.clone() });
        let spans = spans(row, &self.columns);
        let followers = spans.iter().filter(|(at, _)| Some(*at) != self.columns.share).map(|(at, said)| Self {
            columns: self.columns.with_share(at),
            span: Some(said),
            is_follower: true,
            ..self.clone()
        });
        others.chain(followers).collect()
    }

    /// The header of a column.
    pub fn cell(&self, column: usize) -> Option<Place<'t>> {
        Some(self.row?.cells().nth(column)?.place)
    }

    /// The parts of the year that the header of its periods names.
    pub fn part_of_year(&self) -> Option<PartOfYear> {
        let lower = self.cell(self.columns.when.period?.into())?.words().to_lowercase();
        lower.split(|c: char| !c.is_alphanumeric()).find_map(PartOfYear::of_word)
    }
}

/// Keeps the header of a table of commitments, or counts it once more if one is known that is written like it.
pub fn keep_header<'t>(header: &PeopleHeader<'t>, known: Option<usize>, context: &mut Context<'t>) {
    if let Some(number) = known {
        context.part.headers[number].count += 1;
        return;
    }
    let (columns, number) = (header.columns, context.part.headers.len());
    let meanings = match header.row {
        Some(row) => {
            context.headers.keep(row, &KnownHeader { columns, number: Some(number) });
            let beside = header.beside(context);
            let all = || [columns].into_iter().chain(beside.iter().map(|other| other.columns));
            let meaning = |at: usize| all().find(|own| own.has(at)).and_then(|own| own.meaning(at));
            row.cells().enumerate().map(|(at, cell)| (cell.place, meaning(at))).collect()
        }
        None => vec![(header.place, Some(Meaning::Person))],
    };
    context.part.headers.push(Header { place: header.place, columns: meanings, count: 1, is_matrix: false });
}

/// The columns of a table that are parts of the year.
fn spans(row: Block<'_>, columns: &Columns) -> Spans {
    if columns.spans == 0 { Spans::default() } else { Spans::of_header(row, |at| columns.is_span(at)) }
}
