//! Rows that begin, or end, at the height of their share, while other cells stand in the middle of the row, or at its other end: the
//! row is as high as its highest cell.

use std::ops::Range;

use super::anchors::Anchors;
use super::division::{Alignment, Division, MOST_ROWS};
use super::table::Item;
use super::tolerance::{LEVEL, LOOSE, even};

/// The ways to divide a table in which all shares stand at the top of their rows, or all at the foot, as far as every cell then
/// stands where it should. Lines may be left over below only where a page ends with the table.
pub fn divisions(anchors: &Anchors, items: &[Vec<Item>], ends_page: bool) -> Vec<Division> {
    let sides = if anchors.count() > MOST_ROWS { &[][..] } else { &[Alignment::Top, Alignment::Bottom] };
    sides.iter().copied().filter_map(|share| divided(anchors, items, share, ends_page)).collect()
}

fn divided(anchors: &Anchors, items: &[Vec<Item>], share: Alignment, ends_page: bool) -> Option<Division> {
    let cells: Vec<Vec<Range<usize>>> = items.iter().map(|column| cells(anchors, column, share)).collect();
    let below: Vec<usize> = items
        .iter()
        .zip(&cells)
        .map(|(column, cells)| column.len() - cells.last().map_or(0, |last| last.end))
        .collect();
    let is_whole =
        cells.iter().flatten().all(|cell| !cell.is_empty()) && (ends_page || below.iter().all(|count| *count == 0));
    let step = step_of(anchors, items, &cells).filter(|_| is_whole)?;
    let ways: Vec<Vec<Alignment>> = (0..items.len())
        .map(|column| {
            if column == anchors.column {
                return Some(vec![share]);
            }
            let ways = alignments(anchors, items, &cells, column, (share, step));
            // What stands in every way tells nothing.
            (!ways.is_empty()).then(|| if ways.len() == ALL.len() { Vec::new() } else { ways })
        })
        .collect::<Option<_>>()?;
    let left = below.iter().sum();
    Some(Division { cells, ways, step: Some(step), left, below })
}

const ALL: [Alignment; 3] = [Alignment::Top, Alignment::Middle, Alignment::Bottom];

/// Which items of a column stand between one share and the next.
fn cells(anchors: &Anchors, column: &[Item], share: Alignment) -> Vec<Range<usize>> {
    let reach = anchors.leading * LEVEL;
    let from = anchors.heading.map_or(0, |heading| column.partition_point(|item| item.y <= heading + reach));
    let mut starts: Vec<usize> = match share {
        Alignment::Bottom => anchors.at.iter().map(|at| column.partition_point(|item| item.y <= at + reach)).collect(),
        _ => anchors.at.iter().map(|at| column.partition_point(|item| item.y < at - reach)).collect(),
    };
    if share == Alignment::Bottom {
        starts.insert(0, from);
    } else {
        // What stands above the first share is of the first row all the same, and then not at its top.
        starts[0] = from;
        starts.push(column.len());
    }
    starts.windows(2).map(|pair| pair[0]..pair[1].max(pair[0])).collect()
}

/// How far the lines of cells stand apart; none if no cell has several, or not all are as far apart.
fn step_of(anchors: &Anchors, items: &[Vec<Item>], cells: &[Vec<Range<usize>>]) -> Option<f64> {
    let of_column = |(column, cells): (&'_ Vec<Item>, &Vec<Range<usize>>)| -> Vec<f64> {
        let own = cells.iter().flat_map(|cell| column[cell.clone()].windows(2));
        own.map(|pair| pair[1].y - pair[0].y).collect()
    };
    let steps: Vec<f64> = items.iter().zip(cells).flat_map(of_column).collect();
    let least = steps.iter().copied().reduce(f64::min)?;
    let most = steps.iter().copied().fold(least, f64::max);
    (most - least <= even(anchors.leading) && most <= anchors.leading * LOOSE).then(|| least.midpoint(most))
}

/// How all cells of a column may stand in their rows.
fn alignments(
    anchors: &Anchors,
    items: &[Vec<Item>],
    cells: &[Vec<Range<usize>>],
    column: usize,
    (share, step): (Alignment, f64),
) -> Vec<Alignment> {
    let is_near = |a: f64, b: f64| (a - b).abs() <= anchors.leading * LEVEL;
    let stands = |way: Alignment, row: usize| {
        let highest = cells.iter().map(|column| column[row].len()).max().unwrap_or_default();
        let height = step * f64::from(u32::try_from(highest.saturating_sub(1)).unwrap_or(u32::MAX));
        let at = anchors.at[row];
        let [top, foot] = if share == Alignment::Bottom { [at - height, at] } else { [at, at + height] };
        let own = &items[column][cells[column][row].clone()];
        let [first, last] = [own[0].y, own[own.len() - 1].y];
        match way {
            Alignment::Top => is_near(first, top),
            Alignment::Middle => is_near(first.midpoint(last), top.midpoint(foot)),
            Alignment::Bottom => is_near(last, foot),
        }
    };
    ALL.into_iter().filter(|way| (0..anchors.count()).all(|row| stands(*way, row))).collect()
}

#[cfg(test)]
mod tests {
    use super::super::anchors::Kind;
    use super::super::tolerance::tests::changes_at;
    use super::*;

    const LINE: f64 = 10.0;

    /// A table of three columns, of what stands at which heights, and the ways to divide it.
    fn ways(names: &[f64], roles: &[f64], shares: &[f64]) -> Vec<(Vec<Vec<Alignment>>, Vec<usize>)> {
        let item = |text: &str, y: &f64| Item { y: *y, text: text.to_owned(), x: [0.0, 9.0], is_astray: false };
        let column = |text, at: &[f64]| at.iter().map(|y| item(text, y)).collect::<Vec<_>>();
        let items = [column("Rossi", names), column("Dirigente", roles), column("3 %", shares)];
        let anchors = Anchors::of(&items, LINE).expect("shares");
        let all = divisions(&anchors, &items, false).into_iter();
        all.map(|own| (own.ways, own.cells[1].iter().map(Range::len).collect())).collect()
    }

    #[test]
    fn rows_are_as_high_as_their_highest_cell() {
        use Alignment::{Bottom, Middle, Top};
        // Shares at the foot, names in the middle, roles of three lines and of one.
        let foot = ways(&[20.0, 40.0], &[10.0, 20.0, 30.0, 40.0], &[30.0, 40.0]);
        assert_eq!(foot, [(vec![vec![Middle], vec![], vec![Bottom]], vec![3, 1])]);
        let top = ways(&[20.0, 40.0], &[10.0, 20.0, 30.0, 40.0], &[10.0, 40.0]);
        assert_eq!(top, [(vec![vec![Middle], vec![], vec![Top]], vec![3, 1])]);
    }

    #[test]
    fn cells_stand_alike_in_all_rows_or_nothing_is_told() {
        // The first name in the middle, the second at the foot.
        assert_eq!(ways(&[20.0, 60.0], &[10.0, 20.0, 30.0, 40.0, 50.0, 60.0], &[30.0, 60.0]), []);
        // Lines of one cell stand as far apart as those of others.
        assert_eq!(ways(&[20.0, 43.0], &[10.0, 20.0, 30.0, 40.0, 43.0], &[30.0, 43.0]), []);
        // A name stands in every row.
        assert_eq!(ways(&[20.0], &[10.0, 20.0, 30.0, 40.0], &[30.0, 40.0]), []);
    }

    fn items(heights: &[f64]) -> Vec<Item> {
        heights.iter().map(|y| Item { y: *y, text: String::new(), x: [0.0, 9.0], is_astray: false }).collect()
    }

    fn anchors(at: &[f64], heading: Option<f64>, leading: f64) -> Anchors {
        Anchors { column: 1, at: at.to_vec(), heading, leading, kind: Kind { columns: 2, anchor: 1 } }
    }

    /// The first cell of a column, of so many lines.
    fn first(count: usize) -> Vec<Range<usize>> {
        std::iter::once(0..count).collect()
    }

    #[test]
    fn the_lines_of_all_cells_stand_as_far_apart() {
        let is_told = |leading: f64, heights: &[f64]| {
            step_of(&anchors(&[0.0], None, leading), &[items(heights)], &[first(heights.len())]).is_some()
        };
        changes_at(LOOSE, [true, false], |by| is_told(LINE, &[0.0, LINE * by]));
        for leading in [20.0, 5.0] {
            changes_at(even(leading), [true, false], |by| is_told(leading, &[0.0, leading, 2.0 * leading + by]));
        }
    }

    #[test]
    fn cells_stand_in_their_rows_as_far_as_they_stand_level() {
        use Alignment::{Bottom, Top};
        let counts = |heights: &[f64], at: &[f64], share| -> Vec<usize> {
            let cells = cells(&anchors(at, Some(0.0), LINE), &items(heights), share);
            cells.iter().map(Range::len).collect()
        };
        changes_at(LEVEL, [vec![1], vec![0]], |by| counts(&[50.0 + LINE * by], &[50.0], Bottom));
        changes_at(LEVEL, [vec![1, 1], vec![2, 0]], |by| counts(&[50.0, 90.0 - LINE * by], &[50.0, 90.0], Top));
        // What is of the heading, at nought.
        changes_at(LEVEL, [vec![0], vec![1]], |by| counts(&[LINE * by], &[50.0], Top));
        // Beside a cell of three lines, at its top.
        let ways = |by: f64| {
            let columns = [items(&[50.0 + LINE * by]), items(&[50.0]), items(&[50.0, 60.0, 70.0])];
            alignments(&anchors(&[50.0], None, LINE), &columns, &[1, 1, 3].map(first), 0, (Top, LINE))
        };
        changes_at(LEVEL, [vec![Top], Vec::new()], ways);
    }
}
