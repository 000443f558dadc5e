//! What a table that was not read looks like, by its headers and its cells.

use super::forms::form_of;
use super::table::{ColumnSeen, TableSeen, TableShape, WhyUnread};
use super::work::WorkSeen;
use crate::model::{Meaning, Percent};
use crate::parse::cells::{adds_up, bears_given_name, looks_like_person};
use crate::parse::figure::read_figure;
use crate::source::{Block, Cell};
use crate::vocabulary::{
    Clarity, Counted, PartOfTime, Side, Vocabulary, may_head_capacity, may_head_grades, may_head_people, prices_work,
    speaks_of, speaks_of_money, work_heading,
};

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
    // What adds others up looks like none of them.
    let is_total = |row: &&Block<'t>| row.cells().any(|cell| adds_up(cell.place));
    let rows = || below.iter().filter(|row| !is_total(row));
    let data: Vec<Vec<Cell<'t>>> = rows().take(ROWS).map(|row| row.cells().collect()).collect();
    let meant = |cell: Cell<'_>| vocabulary.header(cell.raw()).map(|header| header.meaning);
    let says_project = header.cells().any(|cell| meant(cell) == Some(Meaning::Project));
    let columns = header.cells().enumerate().map(|(at, cell)| {
        let cells: Vec<Cell<'t>> = data.iter().filter_map(|row| row.get(at).copied()).collect();
        let said = vocabulary.header(cell.raw());
        let known = said.filter(|header| header.clarity > Clarity::Doubtful).map(|header| header.meaning);
        let looks = by_header(&cell.place.words(), &cells);
        let looks = match said.map(|header| header.meaning) {
            Some(Meaning::Project) => Some(Meaning::Project),
            Some(Meaning::Title) => Some(Meaning::Title),
            None if !says_project && !may_head_grades(&cell.place.words()) && has_codes(&cells, vocabulary) => {
                Some(Meaning::Project)
            }
            _ => looks,
        };
        ColumnSeen { header: cell.place, known, looks, samples: Vec::new() }
    });
    let mut columns: Vec<ColumnSeen<'t>> = columns.collect();
    pass_over_capitals(&mut columns, &data, |at| header.cells().nth(at).and_then(meant) == Some(Meaning::Person));
    let work = work_of(&columns, rows());
    let shape = known.unwrap_or_else(|| TableShape::Unread(why_unread(&columns, work.as_ref(), vocabulary)));
    let mut table = TableSeen { place: header.place, count: 1, shape, accepted: 0, rejected: 0, columns, work };
    below.iter().take(ROWS).for_each(|row| table.see(*row));
    (!below.is_empty()).then_some(table)
}

/// The columns of working time, with what the rows of somebody say of them; none where a column is known to be the share.
fn work_of<'a, 't: 'a>(columns: &[ColumnSeen<'t>], rows: impl Iterator<Item = &'a Block<'t>>) -> Option<WorkSeen<'t>> {
    let is_share = |column: &ColumnSeen<'_>| matches!(column.known, Some(Meaning::Share | Meaning::Split));
    let is_who =
        |column: &ColumnSeen<'_>| matches!(column.known.or(column.looks), Some(Meaning::Person | Meaning::Surname));
    let mut work =
        WorkSeen::of(columns.iter().map(|column| column.header)).filter(|_| !columns.iter().any(is_share))?;
    let name = columns.iter().position(is_who);
    for row in rows.filter(|row| name.and_then(|at| row.cells().nth(at)).is_some_and(|cell| !cell.is_empty())) {
        work.see(*row);
    }
    Some(work)
}

/// What the cells below a header look like, if that says nothing else of their figures: a capacity is no share, whatever it looks like, nor are hours,
/// and what they cost is neither.
fn by_header(header: &str, cells: &[Cell<'_>]) -> Option<Meaning> {
    // Months that may be those of a project, and years of people, are not read as such.
    let is_read = |part: PartOfTime| matches!(part, PartOfTime::Fte | PartOfTime::Month { is_of_person: true });
    let is_work =
        || work_heading(header).is_some_and(|own| !matches!(own.counted, Counted::Part(part) if !is_read(part)));
    match looks_like(cells) {
        Some(_) if may_head_capacity(header) => Some(Meaning::Capacity),
        None | Some(Meaning::Share) if prices_work(header) => None,
        None | Some(Meaning::Share) if is_work() && most(cells, |words| read_figure(words).is_ok()) => {
            Some(Meaning::Hours)
        }
        looks => looks,
    }
}

/// Of several columns that look like people, those are none of which neither the header says it nor any cell has a common given name, if it is so
/// of another: titles and roles have capitals, too. Nor is the only one, where hours may be planned for roles.
fn pass_over_capitals(columns: &mut [ColumnSeen<'_>], data: &[Vec<Cell<'_>>], says_person: impl Fn(usize) -> bool) {
    let is_of_work = WorkSeen::of(columns.iter().map(|column| column.header)).is_some_and(|work| work.is_telling());
    let is_person = |column: &ColumnSeen<'_>| column.known.is_none() && column.looks == Some(Meaning::Person);
    let has_given =
        |at: usize| data.iter().filter_map(|row| row.get(at)).any(|cell| bears_given_name(&cell.place.words()));
    let likely = |at: usize| match () {
        () if says_person(at) => 3,
        () if has_given(at) => 2,
        () => u8::from(may_head_people(&columns[at].header.words())),
    };
    let people: Vec<(usize, u8)> =
        (0..columns.len()).filter(|&at| is_person(&columns[at])).map(|at| (at, likely(at))).collect();
    let most = people.iter().map(|(_, likely)| *likely).max().max(is_of_work.then_some(1));
    for (at, _) in people.into_iter().filter(|(_, likely)| Some(*likely) < most) {
        columns[at].looks = None;
    }
}

/// Whether all of some cells that say anything are codes of projects, or of such a form. Short ones are those of grades, too.
fn has_codes(cells: &[Cell<'_>], vocabulary: Vocabulary<'_>) -> bool {
    const SHORT: usize = 4;
    let is_code = |cell: &Cell<'_>| {
        let words = cell.place.words();
        vocabulary.split_project_code(&words).is_some()
            || form_of(&words, vocabulary).is_some_and(|form| form.len() > SHORT)
    };
    let mut written = cells.iter().filter(|cell| !cell.is_empty()).peekable();
    written.peek().is_some() && written.all(is_code)
}

/// Why a table with some columns is none of people and shares.
fn why_unread(columns: &[ColumnSeen<'_>], work: Option<&WorkSeen<'_>>, vocabulary: Vocabulary<'_>) -> WhyUnread {
    let is_project = |column: &ColumnSeen<'_>| vocabulary.split_project_code(&column.header.words()).is_some();
    let is = |column: &ColumnSeen<'_>, meanings: [Meaning; 2]| {
        let has = |meaning: Option<Meaning>| meaning.is_some_and(|meaning| meanings.contains(&meaning));
        has(column.known) || (column.known.is_none() && has(column.looks))
    };
    let has = |meanings: [Meaning; 2]| columns.iter().any(|column| is(column, meanings));
    let is_of_work = work.is_some_and(WorkSeen::is_telling);
    if !has([Meaning::Person, Meaning::Surname]) {
        WhyUnread::NoPeople
    } else if !is_of_work && !has([Meaning::Share, Meaning::Hours]) {
        WhyUnread::NoShares
    } else if columns.iter().any(is_project) || (!is_of_work && has_several_shares(columns, vocabulary)) {
        WhyUnread::Matrix
    } else if !is_of_work && columns.iter().any(|column| speaks_of_money(&column.header.words())) {
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
    if most(cells, looks_like_share) {
        Some(Meaning::Share)
    } else if most(cells, looks_like_person) {
        Some(Meaning::Person)
    } else {
        None
    }
}

/// Whether most of the cells of a column that say anything are something.
fn most(cells: &[Cell<'_>], is: fn(&str) -> bool) -> bool {
    let written = cells.iter().filter(|cell| !cell.is_empty());
    let alike = written.clone().filter(|cell| is(&cell.place.words())).count();
    alike > 0 && alike * 3 >= written.count() * 2
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
