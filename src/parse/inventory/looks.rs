//! What a table that was not read looks like, by its headers and its cells.

use super::table::{ColumnSeen, TableSeen, TableShape, WhyUnread};
use crate::model::{Meaning, Percent};
use crate::parse::cells::looks_like_person;
use crate::parse::figure::read_figure;
use crate::source::{Block, Cell};
use crate::vocabulary::{Clarity, Side, Vocabulary, may_head_capacity, speaks_of, speaks_of_money};

/// A table that is not one of commitments: what it was taken for, if that is known, otherwise why it was not read.
pub(super) fn looked_at<'t>(
    rows: &[Block<'t>],
    known: Option<TableShape>,
    vocabulary: Vocabulary<'_>,
) -> Option<TableSeen<'t>> {
    /// So many rows tell what a column holds.
    const ROWS: usize = 50;
    let at = rows.iter().position(|row| row.cells().filter(|cell| !cell.is_empty()).count() > 1)?;
    let (header, below) = (rows[at], &rows[at + 1..]);
    let data: Vec<Vec<Cell<'t>>> = below.iter().take(ROWS).map(|row| row.cells().collect()).collect();
    let columns = header.cells().enumerate().map(|(at, cell)| {
        let cells: Vec<Cell<'t>> = data.iter().filter_map(|row| row.get(at).copied()).collect();
        let known = vocabulary.header(cell.raw()).filter(|header| header.clarity > Clarity::Doubtful);
        // A capacity is no share, whatever it looks like.
        let is_capacity = may_head_capacity(cell.raw());
        let looks = looks_like(&cells).map(|looks| if is_capacity { Meaning::Capacity } else { looks });
        let known = known.map(|header| header.meaning);
        ColumnSeen { header: cell.place, known, looks, samples: Vec::new() }
    });
    let columns: Vec<ColumnSeen<'t>> = columns.collect();
    let shape = known.unwrap_or_else(|| TableShape::Unread(why_unread(&columns, vocabulary)));
    let mut table = TableSeen { place: header.place, count: 1, shape, accepted: 0, rejected: 0, columns };
    below.iter().take(ROWS).for_each(|row| table.see(*row));
    (!below.is_empty()).then_some(table)
}

/// Why a table with some columns is none of people and shares.
fn why_unread(columns: &[ColumnSeen<'_>], vocabulary: Vocabulary<'_>) -> WhyUnread {
    let is_project = |column: &ColumnSeen<'_>| vocabulary.split_project_code(&column.header.words()).is_some();
    let is = |column: &ColumnSeen<'_>, meanings: [Meaning; 2]| {
        let has = |meaning: Option<Meaning>| meaning.is_some_and(|meaning| meanings.contains(&meaning));
        has(column.known) || (column.known.is_none() && has(column.looks))
    };
    let has = |meanings: [Meaning; 2]| columns.iter().any(|column| is(column, meanings));
    if !has([Meaning::Person, Meaning::Surname]) {
        WhyUnread::NoPeople
    } else if !has([Meaning::Share, Meaning::Hours]) {
        WhyUnread::NoShares
    } else if columns.iter().any(is_project) || has_several_shares(columns, vocabulary) {
        WhyUnread::Matrix
    } else if columns.iter().any(|column| speaks_of_money(&column.header.words())) {
        WhyUnread::Money
    } else {
        WhyUnread::UnknownHeaders
    }
}

/// Whether several columns look like shares, of which no heading says it of one: one for each of something, none of them all.
fn has_several_shares(columns: &[ColumnSeen<'_>], vocabulary: Vocabulary<'_>) -> bool {
    let looks = |column: &&ColumnSeen<'_>| column.known.is_none() && column.looks == Some(Meaning::Share);
    let says = |column: &ColumnSeen<'_>| {
        let header = column.header.words();
        speaks_of(&header, Side::HowMuch) || vocabulary.side(&header) == Some(Side::HowMuch)
    };
    columns.iter().filter(looks).count() > 1 && !columns.iter().any(says)
}

/// What most of the cells of a column look like.
fn looks_like(cells: &[Cell<'_>]) -> Option<Meaning> {
    let most = |is: fn(&str) -> bool| {
        let written = cells.iter().filter(|cell| !cell.is_empty());
        let alike = written.clone().filter(|cell| is(&cell.place.words())).count();
        alike > 0 && alike * 3 >= written.count() * 2
    };
    if most(looks_like_share) {
        Some(Meaning::Share)
    } else if most(looks_like_person) {
        Some(Meaning::Person)
    } else {
        None
    }
}

fn looks_like_share(words: &str) -> bool {
    read_figure(words).is_ok_and(|figure| figure.signed || figure.percent <= Percent::HUNDRED)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_and_shares_are_known_by_their_looks() {
        assert!(looks_like_person("Rossi Anna") && looks_like_person("D'Angelo Maria Pia"));
        assert!(!looks_like_person("Rossi") && !looks_like_person("Numero di atti") && !looks_like_person("Titolo 1"));
        assert!(
            looks_like_share("20 %") && looks_like_share("0,5") && !looks_like_share("1548") && !looks_like_share("x")
        );
    }
}
