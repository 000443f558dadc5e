//! Tables, shape by shape: what each is known by, and what its rows are.
//!
//! Every shape has its file, with `recognise`, which tells whether a table is of it, and what takes its rows. A new shape is
//! one more file, and a line in [`SHAPES`].

mod body;
mod capacity;
mod card;
mod crossing;
mod each;
mod flat;
mod found;
mod groups;
mod heads;
mod indicators;
mod matrix;
mod other;
mod people;
mod people_header;
mod reference;
mod shape;
mod sides;
mod staff;
mod stray;
mod summary;
mod sums;
mod totals;

pub use card::Card;
pub use heads::{ends_numbered, heads_codes};
pub use indicators::named as indicators_named;
pub use people_header::{PeopleHeader, keep_header};
pub use shape::{Open, Table, unit_beside};
pub use staff::begin as begin_staff;
pub use stray::{is_staff_line, stray};
pub use summary::is_header as is_summary_header;
pub use totals::total_below;

use super::context::Context;
use crate::source::{Block, Place};
use shape::Begin;

/// Whether a table is of a shape: then what begins it.
type Recognise = for<'t> fn(&Table<'t>) -> Option<Begin<'t>>;

/// The shapes, in the order in which they are asked.
const SHAPES: &[Recognise] = &[
    matrix::recognise,
    staff::recognise,
    flat::recognise,
    summary::recognise,
    indicators::recognise,
    other::recognise,
];

/// What begins a table of the shape that recognises its header, if one does.
pub fn recognised<'t>(table: &Table<'t>) -> Option<Begin<'t>> {
    SHAPES.iter().find_map(|recognise| recognise(table))
}

/// Whether a row that most likely needs no look may be an indicator, a header or a stray staff row.
pub fn may_matter(row: Block<'_>) -> bool {
    indicators::may_matter(row.start()) || stray::may_be(row) || (!row.is_glued && row.start().starts_with("20"))
}

/// Takes a row that stands in no table.
pub fn row_outside<'t>(row: Block<'t>, first: Place<'t>, context: &mut Context<'t>) {
    if indicators::row(row, first, context) || stray::take(row, context) || stray::take_torn(row, context) {
        return;
    }
    if stray::take_of_two_cells(row, context) {
        return;
    }
    context.suspect_row(row);
    if context.sheet.is_none() && context.cdr.is_some() {
        summary::listing(row.cells(), context);
    } else {
        reference::row(row, first, context);
    }
}
