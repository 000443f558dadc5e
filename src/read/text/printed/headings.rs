//! The headings of tables of people: on one line or several, and with cells that space sets apart or words alone.

use std::ops::Range;

use super::words::{Cell, Kind, Written};
use crate::model::Meaning;
use crate::read::geometry::{Word, join, joined};
use crate::vocabulary::{
    Side, Vocabulary, is_of_staff_heading, of_capacity, says_share_of_capacity, says_who_and_how_much,
};

/// The most lines that a heading takes.
const MOST_LINES: usize = 3;
/// The most that one takes whose cells may each have lines of their own: two for each.
const MOST_OF_CELLS: usize = 6;
/// The most words that it has.
const MOST_WORDS: usize = 24;
/// The most that it has where no space sets its cells apart.
const MOST_RAGGED: usize = 12;

/// A heading.
#[derive(Debug)]
pub struct Heading {
    /// Its lines.
    pub lines: Range<usize>,
    /// What tells its columns.
    pub columns: Columns,
}

/// What tells the columns of a table.
#[derive(Debug)]
pub enum Columns {
    /// Space.
    Spaced(Vec<Cell>),
    /// Words alone: what the cells of the heading say.
    Ragged([String; 3]),
}

impl Heading {
    /// All headings of a page, whose lines are marked. Where cells have lines of their own, there are more.
    pub fn all(lines: &mut [Written<'_>], has_lines_of_cells: bool, vocabulary: Vocabulary<'_>) -> Vec<Self> {
        let mut headings: Vec<Self> = Vec::new();
        let mut at = 0;
        while at < lines.len() {
            let Some(heading) = Self::at(lines, at, has_lines_of_cells, vocabulary) else {
                at += 1;
                continue;
            };
            if let Columns::Spaced(cells) = &heading.columns {
                merge(&mut lines[heading.lines.clone()], cells.clone());
            }
            lines[heading.lines.clone()].iter_mut().for_each(|line| line.kind = Kind::Heading);
            lines[at].is_first = true;
            at = heading.lines.end;
            headings.push(heading);
        }
        headings
    }

    /// The heading that begins with a line.
    fn at(lines: &[Written<'_>], at: usize, has_lines_of_cells: bool, vocabulary: Vocabulary<'_>) -> Option<Self> {
        let has_digit = |word: &Word<'_>| word.text.contains(|c: char| c.is_ascii_digit());
        let may_be = |line: &Written<'_>| line.words.len() <= MOST_WORDS && !line.words.iter().any(has_digit);
        let is_next = |(above, line): (&Written<'_>, &Written<'_>)| above.number + 1 == line.number && may_be(line);
        let below = lines[at..].iter().zip(lines.get(at + 1..).unwrap_or_default());
        let most = if may_be(&lines[at]) {
            1 + below
                .take(if has_lines_of_cells { MOST_OF_CELLS } else { MOST_LINES } - 1)
                .take_while(|pair| is_next(*pair))
                .count()
        } else {
            0
        };
        (1..=most).rev().find_map(|count| {
            let own = &lines[at..at + count];
            let text = own.iter().map(|line| joined(&line.words)).collect::<Vec<_>>().join(" ");
            if !says_who_and_how_much(&text) || own.iter().map(|line| line.words.len()).sum::<usize>() > MOST_WORDS {
                return None;
            }
            let spaced = if count > MOST_LINES { None } else { spaced(own, vocabulary) };
            let columns = match spaced {
                Some(cells) if cells.len() > 2 => Columns::Spaced(cells),
                other => ragged(own, has_lines_of_cells, vocabulary)
                    .map(Columns::Ragged)
                    .or_else(|| other.map(Columns::Spaced))?,
            };
            Some(Self { lines: at..at + count, columns })
        })
    }
}

/// Makes one line of those of a heading.
fn merge(lines: &mut [Written<'_>], cells: Vec<Cell>) {
    let Some((first, others)) = lines.split_first_mut() else { return };
    first.heading = Some(cells);
    for line in others {
        line.is_left_out = true;
    }
}

/// The cells of some lines, each with what stands below it; none if they are not apart.
fn columns(lines: &[Written<'_>]) -> Option<Vec<Cell>> {
    let mut columns: Vec<Cell> = Vec::new();
    for cell in lines.iter().flat_map(Written::cells) {
        let (Some(first), Some(last)) = (cell.first(), cell.last()) else { continue };
        match columns.iter_mut().find(|own| first.begin < own.span[1] && own.span[0] < last.end) {
            Some(own) => {
                own.span = [own.span[0].min(first.begin), own.span[1].max(last.end)];
                join(&mut own.text, &joined(cell));
            }
            None => columns.push(Cell { span: [first.begin, last.end], text: joined(cell) }),
        }
    }
    columns.sort_by_key(|own| own.span);
    columns.windows(2).all(|pair| pair[0].span[1] <= pair[1].span[0]).then_some(columns)
}

/// The cells of a heading that space sets apart. What its first and last lines say, is known, unless it has but one.
fn spaced(lines: &[Written<'_>], vocabulary: Vocabulary<'_>) -> Option<Vec<Cell>> {
    let columns = columns(lines)?;
    let says = |side: Side| columns.iter().any(|own| vocabulary.side(&own.text) == Some(side));
    let has = |own: &Cell, line: &Written<'_>| {
        line.cells().any(|cell| own.span[0] <= cell[0].begin && cell[0].begin < own.span[1])
    };
    let is_chain = says_share_of_capacity(columns.iter().map(|own| &*own.text));
    let is_known =
        |own: &Cell| vocabulary.header(&own.text).is_some() || (is_chain && of_capacity(&own.text).is_some());
    let is_fit = match lines {
        [first, others @ .., last] => {
            let above = self::columns(&lines[..=others.len()])?;
            let is_edge = |own: &&Cell| has(own, first) || has(own, last);
            let is_heading = columns.iter().filter(is_edge).all(is_known);
            // The first name below a heading is no part of it, though it would be one with it.
            let is_needed = |own: &&Cell| {
                !above
                    .iter()
                    .any(|before| before.span[0] < own.span[1] && own.span[0] < before.span[1] && is_known(before))
            };
            let is_of_heading = |cell: &[Word<'_>]| cell.iter().all(|word| is_of_staff_heading(word.text));
            let cells_below = |own: &Cell| {
                last.cells()
                    .filter(|cell| own.span[0] <= cell[0].begin && cell[0].begin < own.span[1])
                    .all(is_of_heading)
            };
            is_heading && columns.iter().all(|own| is_needed(&own) || cells_below(own))
        }
        _ => true,
    };
    (is_fit && says(Side::Who) && (is_chain || says(Side::HowMuch))).then_some(columns)
}

/// The cells of a heading that its words alone tell.
fn ragged(lines: &[Written<'_>], has_lines_of_cells: bool, vocabulary: Vocabulary<'_>) -> Option<[String; 3]> {
    if !(3..=MOST_RAGGED).contains(&lines.iter().map(|line| line.words.len()).sum()) {
        return None;
    }
    // A cell of more lines than the others may begin above them.
    let from = |first: usize| {
        let others = lines.iter().enumerate().filter(move |(at, _)| *at != first).map(|(_, line)| line);
        [&lines[first]]
            .into_iter()
            .chain(others)
            .flat_map(|line| &line.words)
            .map(|word| word.text)
            .collect::<Vec<&str>>()
    };
    let cell = |words: &[&str]| {
        let mut text = String::new();
        for word in words {
            join(&mut text, word);
        }
        text
    };
    (0..lines.len()).find_map(|first| {
        let words = from(first);
        let most = if has_lines_of_cells { words.len() } else { lines[first].words.len() };
        let ways = (1..most.min(words.len() - 1))
            .flat_map(|first| (first + 1..words.len()).map(move |second| [first, second]));
        ways.map(|[first, second]| [cell(&words[..first]), cell(&words[first..second]), cell(&words[second..])]).find(
            |[who, role, how_much]| {
                let side = |cell: &str| vocabulary.side(cell);
                side(who) == Some(Side::Who)
                    && vocabulary.header(role).is_some_and(|header| header.meaning == Meaning::Role)
                    && side(how_much) == Some(Side::HowMuch)
            },
        )
    })
}
