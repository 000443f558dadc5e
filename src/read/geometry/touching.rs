//! Cells that touch: between them is no space, and a line is divided where the columns of those above begin.

use super::cells::is_share;
use super::lines::{Line, Piece, Placed};
use super::region::{Region, is_in};
use super::tolerance::{EDGE, GUTTER};
use crate::vocabulary::begins_within_role;

impl Region {
    /// A line below with its pieces divided where the next column begins within them, and ended where it begins at their end: cells
    /// without space between touch.
    pub fn divided(&self, mut line: Line) -> Line {
        let gutter = line.size * GUTTER * 2.0;
        for at in (0..line.pieces.len()).rev() {
            let [begin, end] = line.pieces[at].x;
            let reaches =
                |column: &&[f64; 2]| begin + gutter < column[0] && (column[0] - end).abs() <= line.size * EDGE;
            if let Some(next) = self.columns.iter().find(reaches) {
                line.pieces[at].x[1] = end.min(next[0] - gutter);
                continue;
            }
            let piece = &line.pieces[at];
            let over = || self.columns.iter().filter(|column| is_in(column, piece)).skip(1);
            if over().next().is_none() {
                continue;
            }
            let is_next = |text: &str, first: &Placed| {
                let next = Piece { x: [first.x[0], piece.x[1]], ..Piece::default() };
                // A figure before which nothing is written, not even a space, is of another cell than the words beside it.
                let is_apart = !first.is_after_space && is_share(text) && piece.ends_word_before(first);
                let is_cell = is_share(text) || begins_within_role(text);
                is_cell
                    && over()
                        .any(|column| self.all_begin_with(column, &next) || is_apart && self.is_near(column, &next))
            };
            if let Some(parts) = piece.divided(gutter, is_next) {
                line.pieces.splice(at..=at, parts);
            }
        }
        line
    }

    /// Whether all that stands in a column, several cells of which the ends differ, begins where a piece does.
    fn all_begin_with(&self, column: &[f64; 2], next: &Piece) -> bool {
        let own = || self.lines.iter().flat_map(|line| &line.pieces).filter(|piece| is_in(column, piece));
        let Some(first) = own().next() else { return false };
        own().all(|piece| self.is_edge(piece.x[0], next.x[0]))
            && own().any(|piece| !self.is_edge(piece.x[1], first.x[1]))
    }

    /// Whether a piece begins, ends or has its middle where something does that stands in a column.
    fn is_near(&self, column: &[f64; 2], next: &Piece) -> bool {
        let mut own = self.lines.iter().flat_map(|line| &line.pieces).filter(|piece| is_in(column, piece));
        own.any(|own| {
            [(own.x[0], next.x[0]), (own.x[1], next.x[1]), (own.centre(), next.centre())]
                .into_iter()
                .any(|(a, b)| self.is_edge(a, b))
        })
    }

    /// Whether two places are one edge of a column.
    fn is_edge(&self, a: f64, b: f64) -> bool {
        (a - b).abs() <= self.lines[0].size * EDGE / 2.0
    }
}

#[cfg(test)]
mod tests {
    use super::super::lines::tests::page;
    use super::super::tolerance::tests::changes_at;
    use super::*;

    fn own() -> Region {
        let line = page(&[(0.0, 0.0, "Codice"), (100.0, 0.0, "Valore")]).remove(0);
        Region::of(line, &mut Vec::new(), 12.0)
    }

    #[test]
    fn edges_of_a_column_are_one_up_to_half_of_what_aligned_ones_are() {
        changes_at(EDGE / 2.0, [true, false], |by| own().is_edge(100.0, 100.0 + 10.0 * by));
    }

    #[test]
    fn cells_that_touch_the_next_column_end_before_it() {
        let end = |x: [f64; 2]| {
            let mut touching = page(&[(0.0, 12.0, "a")]).remove(0);
            touching.pieces[0].x = x;
            own().divided(touching).pieces[0].x[1]
        };
        let is_ended = |x: [f64; 2]| (end(x) - 98.0).abs() < 1e-9;
        changes_at(EDGE, [true, false], |by| is_ended([0.0, 100.0 + 10.0 * by]));
        changes_at(EDGE, [true, false], |by| is_ended([0.0, 100.0 - 10.0 * by]));
        // What begins no farther before it than it would end there is of it.
        changes_at(GUTTER * 2.0, [false, true], |by| is_ended([100.0 - 10.0 * by, 100.5]));
    }
}
