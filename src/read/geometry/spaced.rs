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
