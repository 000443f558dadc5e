//! Rows with a ground of their own, as tables have that are striped: the edges of the ground divide them from their neighbours.

use super::letter::Rule;
use super::lines::Line;
use super::tolerance::{DOUBLE, SHADE};

/// The upper and lower edges of those of some areas (left, top, right, bottom) that are the ground of a whole row: side by side they
/// reach over all that is written on their lines, and that is several cells.
pub fn edges(areas: impl Iterator<Item = [f64; 4]>, lines: &[Line]) -> Vec<Rule> {
    let mut areas: Vec<[f64; 4]> = areas.collect();
    areas.sort_by(|a, b| a[1].total_cmp(&b[1]).then(a[3].total_cmp(&b[3])).then(a[0].total_cmp(&b[0])));
    areas.dedup_by(|next, ground| {
        let is_beside = (next[1] - ground[1]).abs() <= SHADE
            && (next[3] - ground[3]).abs() <= SHADE
            && next[0] - ground[2] <= DOUBLE;
        if is_beside {
            ground[2] = ground[2].max(next[2]);
        }
        is_beside
    });
    areas.retain(|ground| is_of_row(ground, lines));
    // A single one may be a line that somebody has marked.
    if areas.len() < 2 {
        areas.clear();
    }
    let edges = |[left, top, right, foot]: &[f64; 4]| [*top, *foot].map(|at| Rule { at, span: [*left, *right] });
    areas.iter().flat_map(edges).collect()
}

/// Whether an area is the ground of a row: all that is written on its lines stands on it, and that is several cells.
fn is_of_row([left, top, right, foot]: &[f64; 4], lines: &[Line]) -> bool {
    let begin = lines.partition_point(|line| line.middle() < *top);
    let own = || lines[begin..].iter().take_while(|line| line.middle() < *foot);
    let is_on_it = |line: &Line| {
        let [from, to] = line.x();
        left - DOUBLE <= from && to <= right + DOUBLE
    };
    own().any(|line| line.pieces.len() > 1) && own().all(is_on_it)
}

#[cfg(test)]
mod tests {
    use super::super::lines::tests::page;
    use super::super::tolerance::tests::changes_at;
    use super::*;

    const ROWS: [(f64, f64, &str); 5] =
        [(0.0, 20.0, "Rossi"), (60.0, 20.0, "3 %"), (0.0, 32.0, "Ada"), (0.0, 50.0, "Neri"), (60.0, 50.0, "4 %")];
    const LAST: [f64; 4] = [0.0, 41.0, 90.0, 56.0];

    fn edges_of(areas: &[[f64; 4]]) -> Vec<f64> {
        edges(areas.iter().copied(), &page(&ROWS)).iter().map(|rule| rule.at).collect()
    }

    #[test]
    fn the_edges_of_the_grounds_of_rows_divide_them_from_others() {
        assert_eq!(edges_of(&[[0.0, 10.0, 90.0, 38.0], LAST]), [10.0, 38.0, 41.0, 56.0]);
        // It may be that of each of its cells, as far as they touch.
        assert_eq!(edges_of(&[[50.0, 10.0, 90.0, 38.0], [0.0, 10.0, 50.0, 38.0], LAST]), [10.0, 38.0, 41.0, 56.0]);
    }

    #[test]
    fn what_is_marked_is_no_row() {
        // A row alone, a cell, a line, words.
        assert_eq!(edges_of(&[LAST]), [0.0; 0]);
        assert_eq!(
            edges_of(&[LAST, [0.0, 10.0, 40.0, 38.0], [0.0, 24.0, 90.0, 38.0], [60.0, 10.0, 90.0, 24.0]]),
            [0.0; 0]
        );
    }

    #[test]
    fn the_grounds_of_cells_are_of_one_row_as_far_as_they_are_drawn_alike() {
        let divided = |ground: [f64; 4]| edges_of(&[[0.0, 10.0, 50.0, 38.0], ground, LAST]);
        let of_row = [vec![10.0, 38.0, 41.0, 56.0], Vec::new()];
        changes_at(SHADE, of_row.clone(), |by| divided([50.0, 10.0 + by, 90.0, 38.0]));
        changes_at(SHADE, of_row.clone(), |by| divided([50.0, 10.0, 90.0, 38.0 + by]));
        changes_at(DOUBLE, of_row.clone(), |by| divided([50.0 + by, 10.0, 90.0, 38.0]));
        // Over all that is written, which goes from 0 to 75.
        let alone = |from: f64, to: f64| edges_of(&[[from, 10.0, to, 38.0], LAST]);
        changes_at(DOUBLE, of_row.clone(), |by| alone(by, 90.0));
        changes_at(DOUBLE, of_row, |by| alone(0.0, 75.0 - by));
    }
}
