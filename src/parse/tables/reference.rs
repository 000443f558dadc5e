//! Strategic references: rows of a label and a value.

use crate::parse::context::Context;
use crate::source::{Block, Place};
use crate::vocabulary::{Label, Vocabulary};

/// The label with which a row of a reference begins; none if it is none.
fn recognise(first: Place<'_>, vocabulary: Vocabulary<'_>) -> Option<Label> {
    match vocabulary.take_label(first.raw(), false) {
        Some((label @ (Label::Direction | Label::StrategicObjective | Label::Action), "")) => Some(label),
        _ => None,
    }
}

/// Takes a row for one of a reference, if it begins with a label.
pub fn row<'t>(row: Block<'t>, first: Place<'t>, context: &mut Context<'t>) {
    let Some(label) = recognise(first, context.vocabulary) else { return };
    context.begin(label);
    if let Some(value) = row.cells().filter(|cell| !cell.is_empty()).nth(1) {
        context.write(value.place);
    }
    context.close_text();
}
