//! Which lines of each column belong to which anchor of a table: the cells of a row begin at the height of its anchor,
//! have it in their middle, or end at it.

use std::ops::Range;

use super::anchors::Anchors;
use super::table::Item;
use super::tolerance::{LEVEL, LOOSE, TIGHT, even};

/// How the cells of a column stand to their anchors.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Alignment {
    Top,
    Middle,
    Bottom,
}

/// A way to divide the columns of a table.
#[derive(Debug, Clone)]
pub struct Division {
    /// Which items of each column belong to each anchor.
    pub cells: Vec<Vec<Range<usize>>>,
    /// The alignments with which each column is divided so, if it has cells of several lines.
    pub ways: Vec<Vec<Alignment>>,
    /// How far the lines of cells stand apart, if any has several.
    pub step: Option<f64>,
    /// How many items above and below belong to none.
    pub left: usize,
    /// How many of them are below, in each column.
    pub below: Vec<usize>,
}

/// The ways in which a table can be divided.
#[derive(Debug, Default)]
pub struct Ways {
    /// By how cells stand to the shares of their rows.
    pub to_shares: Vec<Division>,
    /// By how all cells, shares too, stand in their rows.
    pub in_rows: Vec<Division>,
}

impl Ways {
    /// Whether nothing is to be told: no cell has several lines.
    fn is_plain(&self) -> bool {
        !self.to_shares.is_empty() && self.to_shares.iter().all(|way| way.step.is_none())
    }

    /// Whether cells stand alike but in their rows.
    pub fn are_in_rows(&self) -> bool {
        self.to_shares.is_empty() && !self.in_rows.is_empty()
    }

    /// Those that count where in some of the tables cells stand alike but in their rows.
    pub fn of(&self, are_in_rows: bool) -> &[Division] {
        if are_in_rows && !self.is_plain() { &self.in_rows } else { &self.to_shares }
    }
}

/// A way to divide one column.
#[derive(Debug, Clone, PartialEq)]
struct Own {
    cells: Vec<Range<usize>>,
    ways: Vec<Alignment>,
    /// How many items below the heading belong to none.
    left: usize,
    /// How many of them are below.
    below: usize,
}

/// More lines than a cell of a table of people has.
const MOST_LINES: usize = 12;
/// More rows than stand on a page.
pub const MOST_ROWS: usize = 200;
/// More ways to divide are too many to tell them apart.
const MOST_WAYS: usize = 64;

impl Division {
    /// All ways to divide the columns of a table in which every cell stands where it should, and the lines of all cells
    /// at one distance. Lines may be left over below only where a page ends with the table.
    pub fn all(anchors: &Anchors, items: &[Vec<Item>], ends_page: bool) -> Vec<Self> {
        if anchors.count() > MOST_ROWS {
            return Vec::new();
        }
        let mut all: Vec<Self> = Vec::new();
        for step in steps_of(anchors, items) {
            let own = |(at, column): (usize, &Vec<Item>)| {
                if at == anchors.column {
                    let first = column.len() - anchors.count();
                    let cells = (first..column.len()).map(|anchor| anchor..anchor + 1).collect();
                    return vec![Own { cells, ways: Vec::new(), left: 0, below: 0 }];
                }
                Column { items: column, anchors, step, ends_page }.divided()
            };
            let columns: Vec<Vec<Own>> = items.iter().enumerate().map(own).collect();
            for division in product(&columns, step) {
                if !all.iter().any(|other| other.cells == division.cells && other.step == division.step) {
                    all.push(division);
                }
            }
        }
        // Where nothing need be left below, nothing is.
        let below = |division: &Self| division.below.iter().sum::<usize>();
        let least = all.iter().map(below).min().unwrap_or_default();
        all.retain(|division| ends_page || least > 0 || below(division) == 0);
        all
    }
}

/// How far the lines of cells may stand apart: as far as any two that follow each other in a column.
fn steps_of(anchors: &Anchors, items: &[Vec<Item>]) -> Vec<f64> {
    let is_below = |item: &Item| anchors.heading.is_none_or(|heading| item.y > heading + anchors.leading * LEVEL);
    let others = items.iter().enumerate().filter(|(at, _)| *at != anchors.column).map(|(_, column)| column);
    let pairs = others.flat_map(|column| column.windows(2).filter(|pair| is_below(&pair[1])));
    let mut steps: Vec<f64> =
        pairs.map(|pair| pair[1].y - pair[0].y).filter(|step| *step <= anchors.leading * LOOSE).collect();
    steps.sort_by(f64::total_cmp);
    steps.dedup_by(|next, step| *next - *step <= even(anchors.leading));
    if steps.is_empty() {
        steps.push(anchors.leading);
    }
    steps
}

/// The divisions of a table, of one of each of its columns.
fn product(columns: &[Vec<Own>], step: f64) -> Vec<Division> {
    let none = Division { cells: Vec::new(), ways: Vec::new(), step: None, left: 0, below: Vec::new() };
    let mut all = vec![none];
    for column in columns {
        let with = |so_far: &Division| {
            let so_far = so_far.clone();
            let add = move |own: &Own| {
                let mut division = so_far.clone();
                let is_several = own.cells.iter().any(|cell| cell.len() > 1);
                division.step = division.step.or(is_several.then_some(step));
                division.ways.push(if is_several { own.ways.clone() } else { Vec::new() });
                division.cells.push(own.cells.clone());
                division.left += own.left;
                division.below.push(own.below);
                division
            };
            column.iter().map(add).collect::<Vec<_>>()
        };
        all = all.iter().flat_map(with).take(MOST_WAYS).collect();
    }
    all
}

/// A column whose cells have lines at some distance.
struct Column<'c> {
    items: &'c [Item],
    anchors: &'c Anchors,
    step: f64,
    /// Whether a page ends with it.
    ends_page: bool,
}

impl Column<'_> {
    /// The ways to divide it.
    fn divided(&self) -> Vec<Own> {
        let mut all: Vec<Own> = Vec::new();
        for way in [Alignment::Top, Alignment::Middle, Alignment::Bottom] {
            for cells in self.divided_in(way) {
                let below = self.items.len() - cells.last().map_or(0, |last| last.end);
                let left = below + cells.first().map_or(0, |first| first.start - self.heading());
                match all.iter_mut().find(|own| own.cells == cells) {
                    Some(own) => own.ways.push(way),
                    None => all.push(Own { cells, ways: vec![way], left, below }),
                }
            }
        }
        all
    }

    /// The ways to divide it in one alignment, if every cell can stand in it where it should. What stands above may be
    /// of the heading.
    fn divided_in(&self, way: Alignment) -> Vec<Vec<Range<usize>>> {
        let heading = self.heading();
        let may_start = |&from: &usize| from == heading || self.is_apart(from);
        let starts = (heading..self.items.len()).rev().filter(may_start);
        starts.flat_map(|start| self.divided_from(start, way)).collect()
    }

    /// How many items are of the heading.
    fn heading(&self) -> usize {
        let reach = self.anchors.leading * LEVEL;
        let is_heading = |item: &&Item| self.anchors.heading.is_some_and(|end| item.y <= end + reach);
        self.items.iter().take_while(is_heading).count()
    }

    fn divided_from(&self, start: usize, way: Alignment) -> Vec<Vec<Range<usize>>> {
        let mut reached: Vec<Vec<Range<usize>>> = vec![Vec::new()];
        for &anchor in &self.anchors.at {
            let next = reached.into_iter().flat_map(|so_far| {
                let from = so_far.last().map_or(start, |range| range.end);
                let is_below = so_far.is_empty()
                    || self.items.get(from).is_some_and(|item| item.y - self.items[from - 1].y >= self.step * TIGHT);
                let ends = from + 1..=self.items.len().min(from + MOST_LINES);
                let fits = |to: &usize| is_below && self.fits(from..*to, anchor, way);
                let fitting: Vec<usize> = ends.filter(fits).collect();
                fitting.into_iter().map(move |to| so_far.iter().cloned().chain(std::iter::once(from..to)).collect())
            });
            reached = next.take(MOST_WAYS).collect();
        }
        reached.retain(|ranges: &Vec<Range<usize>>| ranges.last().is_some_and(|last| self.may_end(last.end)));
        reached
    }

    /// Whether what begins at an item does not look like a part of the cell above.
    fn is_apart(&self, at: usize) -> bool {
        let is_end = at == 0 || at == self.items.len();
        is_end || (self.items[at].y - self.items[at - 1].y - self.step).abs() > even(self.anchors.leading)
    }

    /// Whether some items stand to an anchor as they should, and near enough to each other to be one cell.
    fn fits(&self, items: Range<usize>, anchor: f64, way: Alignment) -> bool {
        let items = &self.items[items];
        let [top, bottom] = [items[0].y, items[items.len() - 1].y];
        let place = match way {
            Alignment::Top => top,
            Alignment::Middle => top.midpoint(bottom),
            Alignment::Bottom => bottom,
        };
        let slack = self.anchors.leading;
        let is_even = |pair: &[Item]| (pair[1].y - pair[0].y - self.step).abs() <= even(slack);
        (place - anchor).abs() <= slack * LEVEL && items.windows(2).all(is_even)
    }

    /// Whether what follows is below the last anchor, and no part of its row.
    fn may_end(&self, end: usize) -> bool {
        let last = self.anchors.at.last().copied().unwrap_or_default();
        let is_below = self.items.get(end).is_none_or(|item| item.y > last + self.anchors.leading * LEVEL);
        is_below && (self.ends_page || self.is_apart(end))
    }
}

#[cfg(test)]
mod tests {
    use super::super::anchors::Kind;
    use super::super::tolerance::tests::changes_at;
    use super::super::tolerance::{EVEN, PIXEL};
    use super::*;

    fn items(heights: &[f64], text: &str) -> Vec<Item> {
        let item = |y: &f64| Item { y: *y, text: text.to_owned(), x: [0.0, 9.0], is_astray: false };
        heights.iter().map(item).collect()
    }

    /// A column of what stands at some heights, beside anchors that do.
    fn column<T>(leading: f64, heights: &[f64], at: &[f64], read: impl FnOnce(&Column<'_>) -> T) -> T {
        let kind = Kind { columns: 2, anchor: 1 };
        let anchors = Anchors { column: 1, at: at.to_vec(), heading: Some(0.0), leading, kind };
        read(&Column { items: &items(heights, "a"), anchors: &anchors, step: leading, ends_page: false })
    }

    #[test]
    fn the_lines_of_cells_stand_apart_as_any_two_of_a_column_that_are_near() {
        let steps = |leading: f64, heights: &[f64], shares: &[f64]| {
            let mut columns = [items(heights, "a"), items(shares, "3 %")];
            columns[1][0].text = "Quota".to_owned();
            steps_of(&Anchors::of(&columns, leading).expect("shares"), &columns)
        };
        // Where there are none, as those of a paragraph.
        changes_at(LOOSE, [false, true], |by| steps(10.0, &[20.0, 20.0 + 10.0 * by], &[0.0, 20.0]) == [10.0]);
        changes_at(LEVEL, [true, false], |by| steps(10.0, &[-9.0, 10.0 * by], &[0.0, 20.0]) == [10.0]);
        let uneven = |leading: f64, by: f64| {
            steps(leading, &[20.0, 20.0 + leading, 20.0 + 2.0 * leading + by], &[0.0, 20.0]).len()
        };
        changes_at(20.0 * EVEN, [1, 2], |by| uneven(20.0, by));
        changes_at(PIXEL, [1, 2], |by| uneven(5.0, by));
    }

    #[test]
    fn cells_stand_to_their_anchors_as_far_as_they_stand_level() {
        let fits = |y: f64, way| column(10.0, &[y], &[50.0], |own| own.fits(0..1, 50.0, way));
        for way in [Alignment::Top, Alignment::Middle, Alignment::Bottom] {
            changes_at(LEVEL, [true, false], |by| fits(50.0 + 10.0 * by, way));
            changes_at(LEVEL, [true, false], |by| fits(50.0 - 10.0 * by, way));
        }
        // What is of the heading, at nought, and what is below the last row.
        changes_at(LEVEL, [0, 1], |by| column(10.0, &[10.0 * by], &[50.0], |own| own.items[own.heading()..].len()));
        changes_at(LEVEL, [false, true], |by| column(10.0, &[50.0 + 10.0 * by], &[50.0], |own| own.may_end(0)));
        // The first line of the first row.
        let starts = |by: f64| column(10.0, &[50.0 + 10.0 * by], &[50.0], |own| own.divided_in(Alignment::Top).len());
        changes_at(LEVEL, [1, 0], starts);
    }

    #[test]
    fn lines_of_one_cell_stand_even_and_rows_not_too_near() {
        let [is_apart, fits]: [fn(&Column<'_>) -> bool; 2] =
            [|own| own.is_apart(1), |own| own.fits(0..2, 50.0, Alignment::Top)];
        for leading in [20.0, 5.0] {
            let read = |step: f64, way| column(leading, &[50.0, 50.0 + step], &[50.0], way);
            changes_at(even(leading), [false, true], |by| read(leading + by, is_apart));
            changes_at(even(leading), [true, false], |by| read(leading + by, fits));
            changes_at(even(leading), [true, false], |by| read(leading - by, fits));
        }
        let rows = |by: f64| {
            let heights = [50.0, 50.0 + 10.0 * by];
            column(10.0, &heights, &heights, |own| own.divided_from(0, Alignment::Top).len())
        };
        changes_at(TIGHT, [0, 1], rows);
    }
}
