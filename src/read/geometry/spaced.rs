//! Rows of a table that nothing but space tells apart, or the cell that each begins with.

use super::table::{Item, Row};
use super::tolerance::APART;

/// Rows that are divided by more space than the lines of a paragraph are.
pub fn by_space(items: &[Vec<Item>], heights: &[f64], leading: f64) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut start = 0;
    for at in 1..=heights.len() {
        let is_end = heights.get(at).is_none_or(|next| next - heights[at - 1] > leading * APART);
        if is_end {
            let [top, bottom] = [heights[start], heights[at - 1]];
            rows.push(Row::of(items, |item| (top..=bottom).contains(&item.y), top));
            start = at;
        }
    }
    rows
}

/// Rows of a table without anchors. Where space divides nothing, a row begins with its first cell.
pub fn by_first_cell(items: &[Vec<Item>], heights: &[f64], leading: f64) -> Vec<Row> {
    let first = items.first().map(Vec::as_slice).unwrap_or_default();
    let is_tight = first.windows(2).any(|pair| pair[1].y - pair[0].y <= leading * APART);
    let is_divided = heights.windows(2).any(|pair| pair[1] - pair[0] > leading * APART);
    if is_divided || !is_tight {
        return by_space(items, heights, leading);
    }
    let starts: Vec<f64> = first.iter().map(|item| item.y).collect();
    let ends = starts.iter().skip(1).copied().chain([f64::INFINITY]);
    let rows = starts.iter().enumerate().zip(ends);
    rows.map(|((number, &start), end)| {
        let from = if number == 0 { f64::NEG_INFINITY } else { start };
        Row::of(items, |item| (from..end).contains(&item.y), start)
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tolerance::tests::changes_at;
    use super::*;

    /// The rows of two columns of what stands at some heights, when read in some way.
    fn read(
        way: impl Fn(&[Vec<Item>], &[f64], f64) -> Vec<Row>,
        columns: [&[(f64, &str)]; 2],
        heights: &[f64],
    ) -> Vec<String> {
        let item = |(y, text): &(f64, &str)| Item { y: *y, text: (*text).to_owned(), x: [0.0, 9.0], is_astray: false };
        let items = columns.map(|column| column.iter().map(item).collect());
        way(&items, heights, 10.0).into_iter().map(|row| row.cells.join("|")).collect()
    }

    fn of<const N: usize, const M: usize>(within: [&str; N], beyond: [&str; M]) -> [Vec<String>; 2] {
        [within.map(str::to_owned).to_vec(), beyond.map(str::to_owned).to_vec()]
    }

    #[test]
    fn rows_stand_farther_apart_than_lines_of_paragraphs() {
        let apart = |by: f64| read(by_space, [&[(0.0, "a"), (10.0 * by, "b")], &[]], &[0.0, 10.0 * by]);
        changes_at(APART, of(["a b|"], ["a|", "b|"]), apart);
    }

    #[test]
    fn rows_begin_with_their_first_cell_where_no_space_divides_them() {
        let first = |by: f64| {
            let columns: [&[(f64, &str)]; 2] = [&[(0.0, "a"), (10.0, "b")], &[(10.0 + 10.0 * by, "c")]];
            read(by_first_cell, columns, &[0.0, 10.0, 10.0 + 10.0 * by])
        };
        changes_at(APART, of(["a|", "b|c"], ["a b|", "|c"]), first);
        // Where first cells stand apart, but nothing else does, they are no rows.
        let tight = |by: f64| {
            let columns: [&[(f64, &str)]; 2] = [&[(0.0, "a"), (10.0 * by, "b")], &[(5.0 * by, "c")]];
            read(by_first_cell, columns, &[0.0, 5.0 * by, 10.0 * by])
        };
        changes_at(APART, of(["a|c", "b|"], ["a b|c"]), tight);
    }
}
