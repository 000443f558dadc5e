//! Rows of people that stand in no table of commitments: they are told, never lost.

use crate::model::{Fault, RejectedRow, Rejection, Role};
use crate::parse::cells::{adds_up, ends_with_percent, figure_of, is_name, names_role, role_of};
use crate::parse::context::Context;
use crate::parse::figure::read_figure;
use crate::source::{Block, Cell, Place, trimmed};
use crate::vocabulary::role;

/// Takes a row, or a line of text, for a stray one.
pub fn stray<'t>(row: Block<'t>, context: &mut Context<'t>) {
    let mut cells = row.cells().map(|cell| cell.place);
    let share = filled(row).last().map(|share| figure_of(*share));
    context.part.rejected.push(RejectedRow {
        faults: vec![Fault { reason: Rejection::Stray, place: row.place }],
        name: cells.next().map(Place::words),
        number: None,
        role: cells.next().map(|cell| role(&cell.words())),
        percent: share.and_then(Result::ok).map(|figure| figure.percent),
        sheet: context.sheet,
    });
}

/// Takes a row that looks like one of people; tells whether it does.
pub fn take<'t>(row: Block<'t>, context: &mut Context<'t>) -> bool {
    let is_stray = may_be(row) && looks_like_staff_row(row);
    if is_stray {
        stray(row, context);
    }
    is_stray
}

/// Takes a row that may be one of people, though its lines cannot be told from those of its neighbours; tells whether they
/// cannot.
pub fn take_torn<'t>(row: Block<'t>, context: &mut Context<'t>) -> bool {
    if row.is_certain {
        return false;
    }
    if row_names_role(row) || (context.sheet.is_some() && (may_be_of_staff(row) || is_lone_share(row))) {
        let place = row.place.at(trimmed(row.place.raw()));
        context.part.rejected.push(RejectedRow::torn(place, context.sheet));
    }
    true
}

/// Takes a row that may be one of people whose name and role stand in one cell; tells whether it may.
pub fn take_of_two_cells<'t>(row: Block<'t>, context: &mut Context<'t>) -> bool {
    let is_stray = context.sheet.is_some() && ends_with_share(row) && row_names_role(row) && may_be_of_staff(row);
    if is_stray {
        stray(row, context);
    }
    is_stray
}

/// Whether a row may be a stray one at all, as its end says.
pub fn may_be(row: Block<'_>) -> bool {
    row.is_certain && ends_with_share(row)
}

fn ends_with_share(row: Block<'_>) -> bool {
    row.end().ends_with('%')
}

fn row_names_role(row: Block<'_>) -> bool {
    row.cells().any(|cell| names_role(cell.raw()))
}

fn filled(row: Block<'_>) -> Vec<Place<'_>> {
    row.cells().filter(|cell: &Cell<'_>| !cell.is_empty()).map(|cell| cell.place).collect()
}

/// Whether a row outside any staff table looks as if it belonged into one: a name, a known role, and a
/// figure with a percent sign. A cell may have become two.
fn looks_like_staff_row(row: Block<'_>) -> bool {
    let mut cells = row.cells().filter(|cell| !cell.is_empty()).map(|cell| cell.place);
    let (Some(name), Some(mut share)) = (cells.next(), cells.next()) else { return false };
    let mut has_role = false;
    for cell in cells {
        has_role = has_role || role_of(share) != Role::Other;
        share = cell;
    }
    let is_share = |raw: &str| raw.ends_with('%') && raw.bytes().any(|byte| byte.is_ascii_digit());
    has_role && is_share(share.raw()) && is_name(&name.words())
}

/// Whether a row has nothing but a share, of which nothing tells whose it is.
fn is_lone_share(row: Block<'_>) -> bool {
    ends_with_share(row) && matches!(*filled(row), [share] if share.raw().len() > 1)
}

/// Whether a row may be one of staff whose role is not known: it begins with a name, and has no code and no other figure
/// than a share.
fn may_be_of_staff(row: Block<'_>) -> bool {
    let cells = filled(row);
    let is_other =
        |cell: &Place<'_>| cell.raw().contains('_') || !cell.raw().ends_with('%') && read_figure(cell.raw()).is_ok();
    cells.first().is_some_and(|name| is_name(&name.words()) && !adds_up(*name)) && !cells.iter().any(is_other)
}

/// Whether a line of text is a row of staff without cells: a name of some words, a role, and a percentage.
pub fn is_staff_line(line: &str) -> bool {
    if !ends_with_percent(line) {
        return false;
    }
    let is_word_start = |at: usize| line[..at].ends_with(|c: char| !c.is_alphanumeric());
    let mut starts = line.char_indices().map(|(at, _)| at).filter(|at| is_word_start(*at));
    let Some(found) = starts.find(|at| role(&line[*at..]) != Role::Other) else { return false };
    let mut words = line[..found].split(['*', ' ', '\t']).filter(|word| !word.is_empty());
    let count = words.clone().count();
    (2..=6).contains(&count) && words.all(|word| word.starts_with(char::is_uppercase))
}
