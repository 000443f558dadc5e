//! Rows that bear the name of a part of the house, *Area Tecnica*, and whose figures are the sum of those of its people: they are subtotals,
//! and not counted.

use std::collections::BTreeMap;
use std::ops::Range;

use super::rows::{RawCells, RawRow};
use crate::identity;
use crate::model::Percent;

/// The figures of one row of a table, by sheet: in a matrix it has several.
#[derive(Debug)]
struct Line {
    rows: Vec<usize>,
    figures: BTreeMap<Option<usize>, Percent>,
    is_part: bool,
}

/// Takes out the subtotals. One such row, or two people, may make the same by chance: of a table, all of these rows must be sums, and
/// there must be several, or one of three people at least.
pub fn drop_subtotals(rows: &mut Vec<RawRow<'_>>) {
    let is_part = |row: &RawRow<'_>| matches!(&row.cells, RawCells::Read(cells) if identity::names_part_of_house(cells.name.raw()));
    if !rows.iter().any(is_part) {
        return;
    }
    let mut tables: BTreeMap<usize, Option<Vec<Line>>> = BTreeMap::new();
    let mut last = BTreeMap::new();
    for (at, row) in rows.iter().enumerate() {
        let RawCells::Read(cells) = &row.cells else { continue };
        let lines = tables.entry(cells.table).or_insert_with(|| Some(Vec::new()));
        let Ok(figure) = &cells.figure else {
            // Of what cannot be read nobody can say whether it adds up.
            *lines = None;
            continue;
        };
        let Some(lines) = lines else { continue };
        if last.insert(cells.table, cells.name.offset()) != Some(cells.name.offset()) {
            lines.push(Line { rows: Vec::new(), figures: BTreeMap::new(), is_part: is_part(row) });
        }
        if let Some(line) = lines.last_mut() {
            line.rows.push(at);
            let own = line.figures.entry(row.sheet).or_insert(Percent::ZERO);
            *own = *own + figure.percent;
        }
    }
    let mut subtotals: Vec<usize> = tables.values().flatten().flat_map(|lines| of_table(lines)).collect();
    subtotals.sort_unstable();
    let mut at = 0;
    rows.retain(|_| {
        at += 1;
        subtotals.binary_search(&(at - 1)).is_err()
    });
}

/// The rows of a table that are subtotals: of what stands below each, or of what stands above.
fn of_table(lines: &[Line]) -> Vec<usize> {
    let parts: Vec<usize> = (0..lines.len()).filter(|&at| lines[at].is_part).collect();
    let below = |number: usize| parts[number] + 1..parts.get(number + 1).copied().unwrap_or(lines.len());
    let above = |number: usize| number.checked_sub(1).map_or(0, |before| parts[before] + 1)..parts[number];
    let are_sums = |people: &dyn Fn(usize) -> Range<usize>| {
        let most = (0..parts.len()).map(|number| people(number).len()).max().unwrap_or_default();
        let are_enough = if parts.len() > 1 { most >= 2 } else { most >= 3 };
        are_enough && (0..parts.len()).all(|number| is_sum(&lines[parts[number]], &lines[people(number)]))
    };
    if are_sums(&below) || are_sums(&above) {
        parts.iter().flat_map(|&at| lines[at].rows.iter().copied()).collect()
    } else {
        Vec::new()
    }
}

/// Whether a row is the sum of others: sheet by sheet, or all together where it is of no sheet of theirs.
fn is_sum(own: &Line, people: &[Line]) -> bool {
    let mut figures: BTreeMap<Option<usize>, Percent> = BTreeMap::new();
    for (sheet, figure) in people.iter().flat_map(|line| &line.figures) {
        let sum = figures.entry(*sheet).or_insert(Percent::ZERO);
        *sum = *sum + *figure;
    }
    let total = |figures: &BTreeMap<Option<usize>, Percent>| figures.values().copied().sum::<Percent>();
    let is_whole = own.figures.len() == 1 && own.figures.keys().all(|sheet| !figures.contains_key(sheet));
    let is_nothing = |(_, figure): &(&Option<usize>, &Percent)| **figure == Percent::ZERO;
    let is_equal = || {
        let some = |figures: &BTreeMap<Option<usize>, Percent>| -> Vec<(Option<usize>, Percent)> {
            figures.iter().filter(|own| !is_nothing(own)).map(|(sheet, figure)| (*sheet, *figure)).collect()
        };
        some(&own.figures) == some(&figures)
    };
    !people.is_empty() && if is_whole { total(&own.figures) == total(&figures) } else { is_equal() }
}
