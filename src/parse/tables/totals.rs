//! What stands in the row of a table of people that adds others up.

use crate::parse::cells::{adds_up, ends_with_percent, is_of_nobody};
use crate::parse::columns::Columns;
use crate::parse::periods::PeriodNumber;
use crate::parse::total_rows::TotalRow;
use crate::source::{Block, Cell, Mark, Place, trimmed};
use crate::vocabulary::{is_no_project, is_of_all, summed};

/// A row that adds others up, as it is kept to be compared with what they make when all are known: in a table, of which its column of
/// shares may be a part of the year. None if it has no figure.
pub fn kept_total<'t>(
    row: Block<'t>,
    columns: &Columns,
    name: Option<Place<'t>>,
    share: Option<Cell<'t>>,
    (table, span): (usize, Option<PeriodNumber>),
) -> Option<TotalRow<'t>> {
    let cell = |at: usize| row.cells().nth(at).filter(|cell| !cell.is_empty()).map(|cell| cell.place);
    let name = name.filter(|name| !name.raw().is_empty());
    let is_sum = |place: &Place<'t>| adds_up(*place) || is_no_project(&place.words());
    let mut projects = [columns.project, columns.title].into_iter().flatten().filter_map(cell);
    let project = projects.clone().find(|project| !is_sum(project));
    let own = name.filter(|name| is_of_nobody(*name)).or_else(|| projects.find(is_sum));
    let other = || row.cells().enumerate().find(|(at, cell)| columns.has(*at) && adds_up(cell.place));
    let label = own.or_else(|| other().map(|(_, cell)| cell.place))?;
    let person = name.filter(|name| name.offset() != label.offset());
    // In a row that is shorter than the others it stands at the end.
    let is_short = columns.share.is_some_and(|share| row.cells().count() <= share);
    let last = || row.cells().last().filter(|cell| is_short && cell.place.offset() != label.offset());
    let written = share.filter(|share| !share.is_empty()).or_else(last);
    if !row.is_certain || written.is_some_and(|cell| cell.marks().has(Mark::Uncalculated)) {
        return None;
    }
    let (label, total) = written.map(|cell| (label, cell.place)).or_else(|| parted(label))?;
    Some(TotalRow { table, span, label, person, project, total })
}

/// A line right below a table that adds up its shares, and says nothing else: *Totale: 180 %*.
pub fn total_below(line: Place<'_>, table: usize) -> Option<TotalRow<'_>> {
    if !ends_with_percent(line.raw()) || !adds_up(line) {
        return None;
    }
    let (label, total) = parted(line)?;
    let is_of_all = summed(&label.words()).is_some_and(is_of_all);
    is_of_all.then_some(TotalRow { table, span: None, label, person: None, project: None, total })
}

/// The words and the figure of a cell that has both: *Totale: 250 %*.
fn parted(label: Place<'_>) -> Option<(Place<'_>, Place<'_>)> {
    let words = label.raw().trim_end_matches(|c: char| c.is_ascii_digit() || ",. %\u{a0}*".contains(c));
    let figure = trimmed(label.raw()[words.len()..].trim_end_matches('*'));
    figure.contains('%').then(|| (label.at(words.trim_end_matches(':')), label.at(figure)))
}
