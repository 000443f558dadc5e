//! Rows of a table of shares, told apart by the shares: every row has one, and the other cells of the row begin at its
//! height, have it in their middle, or end at it.

use std::ops::Range;

use super::rows::{APART, Item, Row, is_share, join};

/// Where the shares of a table stand.
#[derive(Debug)]
pub struct Shares {
    /// Their column.
    column: usize,
    /// Their heights, from the top; never none.
    pub at: Vec<f64>,
    /// Down to where the heading of their column stands above them, if it has any.
    heading: Option<f64>,
}

/// How the cells of a row stand to its share.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Alignment {
    Top,
    Middle,
    Bottom,
}

/// Which items of a column belong to each share.
type Division = Vec<Range<usize>>;

/// How far from its place, in lines, what belongs to a row may stand.
const SLACK: f64 = 0.3;
/// How far the lines of a cell stand apart at most, in lines.
const CLOSE: f64 = 1.25;
/// How much the distances of its lines may differ, in lines.
const EVEN: f64 = 0.07;
/// More lines than a cell of a table of people has.
const MOST_LINES: usize = 12;

impl Shares {
    /// The shares among what stands in each column: in the last, if nothing but its heading stands there besides.
    pub fn of(items: &[Vec<Item>]) -> Option<Self> {
        let column = items.iter().rposition(|column| !column.is_empty())?;
        let first = items[column].iter().position(|item| is_share(&item.text))?;
        let (heading, shares) = items[column].split_at(first);
        let is_whole = shares.iter().all(|item| is_share(&item.text));
        let at = shares.iter().map(|item| item.y).collect();
        is_whole.then(|| Self { column, at, heading: heading.last().map(|item| item.y) })
    }

    /// The rows, if all cells stand to the shares in one way; none if they do not, or if they do so in several ways
    /// that make other rows. What stands above the first row, and below the last, is a row of its own: a heading, or a
    /// part of a row that goes on on another page.
    pub fn rows(&self, items: &[Vec<Item>], leading: f64) -> Option<Vec<Row>> {
        let ways = [Alignment::Top, Alignment::Middle, Alignment::Bottom];
        let of_way = |way: &Alignment| -> Option<Vec<Division>> {
            items.iter().enumerate().map(|(at, column)| self.division(at, column, *way, leading)).collect()
        };
        let mut found: Vec<Vec<Division>> = ways.iter().filter_map(of_way).collect();
        if found.windows(2).any(|pair| pair[0] != pair[1]) {
            // Of several ways, the one is right in which the lines of cells stand as far apart as elsewhere.
            found.retain(|divided| is_regular(items, divided, leading));
        }
        let divided = found.first()?;
        if found.iter().any(|other| other != divided) {
            return None;
        }
        let last = self.at.len() - 1;
        let above = |at: usize| 0..divided[at][0].start;
        let below = |at: usize| divided[at][last].end..items[at].len();
        let mut rows = vec![row(items, &above, self.at[0] - leading)];
        rows.extend(self.at.iter().enumerate().map(|(number, y)| row(items, &|at| divided[at][number].clone(), *y)));
        rows.push(row(items, &below, self.at[last] + leading));
        rows.retain(|row| row.cells.iter().any(|cell| !cell.is_empty()));
        Some(rows)
    }

    /// Divides a column in one way, if every cell can stand in it where it should.
    fn division(&self, at: usize, column: &[Item], way: Alignment, leading: f64) -> Option<Division> {
        if at == self.column {
            let first = column.len() - self.at.len();
            return Some((first..column.len()).map(|share| share..share + 1).collect());
        }
        let cells = Cells { column, way, leading };
        let is_heading = |item: &&Item| self.heading.is_some_and(|end| item.y <= end + leading * SLACK);
        let heading = column.iter().take_while(is_heading).count();
        // The first cell has the fewest lines that it can have; more only if it would else stand in another place.
        let may_start = |&from: &usize| {
            let is_high_enough = column.get(from).is_some_and(|item| item.y <= self.at[0] + leading * SLACK);
            is_high_enough && (from == heading || way == Alignment::Top || cells.is_apart(from))
        };
        (heading..column.len()).rev().filter(may_start).find_map(|start| cells.divided(start, &self.at))
    }
}

/// Whether the lines of cells stand as far apart as those of paragraphs.
fn is_regular(items: &[Vec<Item>], divided: &[Division], leading: f64) -> bool {
    let is_even = |pair: &[Item]| (pair[1].y - pair[0].y - leading).abs() <= leading * EVEN;
    let cells =
        items.iter().zip(divided).flat_map(|(column, ranges)| ranges.iter().map(|range| &column[range.clone()]));
    cells.into_iter().all(|cell| cell.windows(2).all(is_even))
}

/// A column whose cells stand to the shares in one way.
struct Cells<'c> {
    column: &'c [Item],
    way: Alignment,
    leading: f64,
}

impl Cells<'_> {
    /// Whether what begins at an item does not look like a part of the cell above.
    fn is_apart(&self, at: usize) -> bool {
        let is_end = at == 0 || at == self.column.len();
        is_end || self.column[at].y - self.column[at - 1].y > self.leading * APART
    }

    /// The items of each share, from `start` on; none if there is no way to divide them, or more than one.
    fn divided(&self, start: usize, shares: &[f64]) -> Option<Division> {
        let mut reached: Vec<Division> = vec![Vec::new()];
        for &share in shares {
            let next = reached.into_iter().flat_map(|so_far| {
                let from = so_far.last().map_or(start, |range| range.end);
                let ends = from + 1..=self.column.len().min(from + MOST_LINES);
                let fitting: Vec<usize> = ends.filter(|&to| self.fits(from, to, share)).collect();
                fitting.into_iter().map(move |to| so_far.iter().cloned().chain(std::iter::once(from..to)).collect())
            });
            reached = next.collect();
            if reached.len() > MOST_WAYS {
                return None;
            }
        }
        reached.retain(|ranges| ranges.last().is_some_and(|last| self.may_end(last.end, shares)));
        if reached.len() == 1 { reached.pop() } else { None }
    }

    /// Whether some items stand to a share as they should, and near enough to each other to be one cell.
    fn fits(&self, from: usize, to: usize, share: f64) -> bool {
        let [top, bottom] = [self.column[from].y, self.column[to - 1].y];
        let place = match self.way {
            Alignment::Top => top,
            Alignment::Middle => top.midpoint(bottom),
            Alignment::Bottom => bottom,
        };
        let steps = || self.column[from..to].windows(2).map(|pair| pair[1].y - pair[0].y);
        let [least, most] = [steps().fold(f64::INFINITY, f64::min), steps().fold(0.0, f64::max)];
        // The lines of a cell stand near each other, and at one distance.
        let is_one_cell = most <= self.leading * CLOSE && most <= least + self.leading * EVEN;
        (place - share).abs() <= self.leading * SLACK && is_one_cell
    }

    /// Whether what follows is below the last share, and no part of its row.
    fn may_end(&self, end: usize, shares: &[f64]) -> bool {
        let last = shares.last().copied().unwrap_or_default();
        let is_below = self.column.get(end).is_none_or(|item| item.y > last + self.leading * SLACK);
        is_below && self.is_apart(end)
    }
}

/// More ways to divide a column are too many to tell them apart.
const MOST_WAYS: usize = 64;

/// A row of the items of each column that belong to it.
fn row(items: &[Vec<Item>], belongs: &dyn Fn(usize) -> Range<usize>, y: f64) -> Row {
    let cell = |(at, column): (usize, &Vec<Item>)| {
        let mut text = String::new();
        column[belongs(at)].iter().for_each(|item| join(&mut text, &item.text));
        text
    };
    Row { cells: items.iter().enumerate().map(cell).collect(), y, is_certain: true }
}
