//! Paragraphs beside what else stands on a page, as in two columns of text: what stands on the lines of others, and is none of theirs.

use super::cells::{is_code, is_share};
use super::letter::Rules;
use super::lines::{Line, Piece};
use super::tolerance::{EDGE, FULL, NEAR, PAGE_GUTTER, PARAGRAPH, USUAL_LEADING, WIDE_TEXT, is_one_size};
use crate::vocabulary::says_who_and_how_much;

/// How many lines such a text has at least: cells have fewer.
const LEAST: usize = 8;
/// How many lines beside it stand between its own, at least: those of the cells of one row stand beside each other.
const BETWEEN: usize = 3;

/// Where on a page text stands beside other things, at the left or at the right of all of them: from the left, and from the top.
pub fn texts(lines: &[Line], rules: &Rules) -> Vec<[[f64; 2]; 2]> {
    let sides = [false, true].into_iter().flat_map(|is_right| runs(lines, is_right));
    let beside = sides.filter(|run| run.is_beside(lines, rules));
    beside.map(|run| [run.x, [lines[run.lines[0]].y - run.size, lines[run.last()].y + run.size]]).collect()
}

/// Lines whose first or last piece begins at one place.
struct Run {
    is_right: bool,
    lines: Vec<usize>,
    x: [f64; 2],
    size: f64,
}

/// What stands on a line beside a text, and what the text has on it.
struct Other<'l> {
    y: f64,
    own: Option<&'l Piece>,
    pieces: Vec<&'l Piece>,
}

/// The piece of a line at one side.
fn outermost(line: &Line, is_right: bool) -> Option<&Piece> {
    if is_right { line.pieces.last() } else { line.pieces.first() }
}

/// All lines that begin alike at one side, and follow each other.
fn runs(lines: &[Line], is_right: bool) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for (at, line) in lines.iter().enumerate().filter(|(_, line)| line.told.is_none()) {
        let Some(piece) = outermost(line, is_right) else { continue };
        open.retain(|run| line.y - lines[runs[*run].last()].y <= runs[*run].size * USUAL_LEADING * NEAR);
        let goes_on = |run: &&usize| {
            let own = &runs[**run];
            (own.x[0] - piece.x[0]).abs() <= own.size * EDGE && is_one_size(own.size, line.size)
        };
        if let Some(own) = open.iter().find(goes_on).copied() {
            runs[own].lines.push(at);
            runs[own].x[1] = runs[own].x[1].max(piece.x[1]);
        } else {
            open.push(runs.len());
            runs.push(Run { is_right, lines: vec![at], x: piece.x, size: line.size });
        }
    }
    runs.retain(|run| run.lines.len() >= LEAST);
    runs
}

impl Run {
    fn last(&self) -> usize {
        self.lines.last().copied().unwrap_or_default()
    }

    /// Whether it is text that stands beside other things, which are no cells of its rows.
    fn is_beside(&self, lines: &[Line], rules: &Rules) -> bool {
        let own = || self.lines.iter().filter_map(|at| outermost(&lines[*at], self.is_right));
        if !is_text(own(), self.size) || own().any(is_cell) || self.is_cut(lines, rules) {
            return false;
        }
        let Some(others) = self.others(lines) else { return false };
        let between = others.iter().filter(|other| other.own.is_none()).count();
        // Two texts may stand on the same lines.
        let is_text_too = || {
            let alone = others.iter().map(|other| &other.pieces);
            alone.clone().all(|pieces| pieces.len() == 1) && is_text(alone.map(|pieces| pieces[0]), self.size)
        };
        let is_column = others.iter().any(|other| self.is_headed(lines, other)) || self.has_rows(lines, &others);
        (between >= BETWEEN || is_text_too()) && !is_column
    }

    /// What stands beside it; none if something stands too near to it, or a code has a cell.
    fn others<'l>(&self, lines: &'l [Line]) -> Option<Vec<Other<'l>>> {
        let gap = self.size * PAGE_GUTTER;
        let [left, right] = self.x;
        let is_apart =
            |piece: &&Piece| if self.is_right { piece.x[1] <= left - gap } else { right + gap <= piece.x[0] };
        let mut others = Vec::new();
        for (at, line) in lines.iter().enumerate().take(self.last() + 1).skip(self.lines[0]) {
            let own = self.lines.binary_search(&at).ok().and_then(|_| outermost(line, self.is_right));
            let is_other = |piece: &&Piece| own.is_none_or(|own| !std::ptr::eq(own, *piece));
            let pieces: Vec<&Piece> = line.pieces.iter().filter(is_other).collect();
            if !pieces.iter().all(is_apart) || pieces.iter().any(|piece| is_code(&piece.plain())) {
                return None;
            }
            if !pieces.is_empty() {
                others.push(Other { y: line.y, own, pieces });
            }
        }
        Some(others)
    }

    /// Whether a line of it is a cell of the heading of a table of people: it is none of a paragraph.
    fn is_headed(&self, lines: &[Line], other: &Other<'_>) -> bool {
        let words = || other.pieces.iter().map(|piece| piece.plain()).collect::<Vec<_>>().join(" ");
        let is_long = |own: &Piece| own.x[1] >= self.x[0].midpoint(self.x[1]);
        // The last line of a paragraph stands right below another that is longer than words of a heading.
        let is_above = |line: &&Line| (0.0..self.apart()).contains(&(other.y - line.y));
        let own = self.lines.iter().map(|at| &lines[*at]).filter(is_above);
        let is_last = || own.clone().filter_map(|line| outermost(line, self.is_right)).any(is_long);
        other.own.is_some() && !is_last() && says_who_and_how_much(&words())
    }

    /// How far the lines of a paragraph stand apart at most.
    fn apart(&self) -> f64 {
        self.size * USUAL_LEADING * PARAGRAPH
    }

    /// Whether each share beside it stands beside a paragraph of its own, as cells of rows do.
    fn has_rows(&self, lines: &[Line], others: &[Other<'_>]) -> bool {
        let heights: Vec<f64> = self.lines.iter().map(|at| lines[*at].y).collect();
        let paragraphs: Vec<&[f64]> = heights.chunk_by(|above, below| below - above <= self.apart()).collect();
        let of = |other: &Other<'_>| paragraphs.partition_point(|own| own[own.len() - 1] + self.size < other.y);
        let has_share = |other: &&Other<'_>| other.pieces.iter().any(|piece| is_share(&piece.plain()));
        let rows: Vec<usize> = others.iter().filter(has_share).map(of).collect();
        rows.len() > 1 && rows.windows(2).all(|pair| pair[0] != pair[1])
    }

    /// Whether lines are drawn between its lines, as between rows.
    fn is_cut(&self, lines: &[Line], rules: &Rules) -> bool {
        let [top, foot] = [lines[self.lines[0]].y, lines[self.last()].y];
        let middle = self.x[0].midpoint(self.x[1]);
        let first = rules.rows.partition_point(|rule| rule.at <= top);
        rules.rows[first..].iter().take_while(|rule| rule.at < foot).any(|rule| rule.passes(middle))
    }
}

/// Whether pieces are the lines of paragraphs: they begin alike, and most of them are as long as a line of text.
fn is_text<'p>(pieces: impl Iterator<Item = &'p Piece> + Clone, size: f64) -> bool {
    let left = pieces.clone().map(|piece| piece.x[0]).fold(f64::INFINITY, f64::min);
    let right = pieces.clone().map(|piece| piece.x[1]).fold(0.0, f64::max);
    let count = pieces.clone().count();
    let full = pieces.clone().filter(|piece| piece.x[1] - left >= (right - left) * FULL).count();
    let is_aligned = |piece: &Piece| piece.x[0] - left <= size * EDGE;
    count >= LEAST && right - left >= size * WIDE_TEXT && full * 2 >= count && { pieces }.all(is_aligned)
}

/// Whether a piece is of a table, however long: a share or a code.
fn is_cell(piece: &Piece) -> bool {
    let text = piece.plain();
    is_share(&text) || text.split_whitespace().any(is_code)
}

#[cfg(test)]
mod tests {
    use super::super::lines::tests::page;
    use super::super::tolerance::tests::changes_at;
    use super::*;

    /// Lines of a paragraph of so many letters each, five points wide, from a place on.
    fn text(x: f64, y: f64, step: f64, letters: &[usize]) -> Vec<(f64, f64, String)> {
        let line = |(at, count): (usize, &usize)| {
            let words: String = "testi ".chars().cycle().take(count - 1).chain(['.']).collect();
            (x, y + step * f64::from(u32::try_from(at).unwrap()), words)
        };
        letters.iter().enumerate().map(line).collect()
    }

    /// From where to where texts go that stand beside other things.
    fn found(pieces: &[(f64, f64, String)]) -> Vec<[f64; 2]> {
        let pieces: Vec<(f64, f64, &str)> = pieces.iter().map(|(x, y, text)| (*x, *y, text.as_str())).collect();
        texts(&page(&pieces), &Rules::default()).iter().map(|text| text[0]).collect()
    }

    /// A table whose rows stand elsewhere than the lines of the text beside.
    fn table(x: f64, step: f64) -> Vec<(f64, f64, String)> {
        let cells = |row: u32| [(x, "Rossi"), (x + 60.0, "Dip."), (x + 120.0, "3 %")].map(|(x, cell)| (row, x, cell));
        (0..6).flat_map(cells).map(|(row, x, cell)| (x, 10.0 + step * f64::from(row), cell.to_owned())).collect()
    }

    const LINES: [usize; 9] = [40, 38, 39, 40, 40, 12, 40, 39, 40];
    const NONE: [[f64; 2]; 0] = [];

    #[test]
    fn paragraphs_beside_a_table_are_none_of_it() {
        assert_eq!(found(&[table(0.0, 17.0), text(200.0, 14.0, 12.0, &LINES)].concat()), [[200.0, 400.0]]);
        assert_eq!(found(&[text(0.0, 14.0, 12.0, &LINES), table(220.0, 17.0)].concat()), [[0.0, 200.0]]);
        // Too few lines, too short, and a share among them.
        assert_eq!(found(&[table(0.0, 17.0), text(200.0, 14.0, 12.0, &LINES[..7])].concat()), NONE);
        let short = LINES.map(|count| count / 2);
        assert_eq!(found(&[table(0.0, 17.0), text(200.0, 14.0, 12.0, &short)].concat()), NONE);
        let mut shares = text(200.0, 14.0, 12.0, &LINES);
        shares[5].2 = "40 %".to_owned();
        assert_eq!(found(&[table(0.0, 17.0), shares].concat()), NONE);
    }

    #[test]
    fn two_columns_of_text_stand_beside_each_other() {
        let both = [text(0.0, 12.0, 12.0, &LINES), text(220.0, 12.0, 12.0, &LINES)].concat();
        assert_eq!(found(&both), [[0.0, 200.0], [220.0, 420.0]]);
    }

    #[test]
    fn the_cells_of_a_column_are_no_text_beside_its_table() {
        // They stand on the lines of the others.
        assert_eq!(found(&[table(0.0, 12.0), text(200.0, 10.0, 12.0, &LINES)].concat()), NONE);
        // Its heading stands beside theirs.
        let heading = ["Nome", "Ruolo", "Impegno", "Attività"].into_iter().zip([0.0, 60.0, 120.0, 200.0]);
        let heading = heading.map(|(cell, x)| (x, 1.0, cell.to_owned())).collect::<Vec<_>>();
        let below = [table(0.0, 17.0), text(200.0, 14.0, 12.0, &LINES)].concat();
        assert_eq!(found(&[heading, below].concat()), NONE);
        // Each row has a paragraph.
        let rows = (0..6u32).flat_map(|row| text(200.0, 10.0 + 40.0 * f64::from(row), 12.0, &[40, 40]));
        let between = table(0.0, 40.0).into_iter().map(|(x, y, cell)| (x, y + 6.0, cell));
        assert_eq!(found(&between.chain(rows).collect::<Vec<_>>()), NONE);
    }

    /// The pieces of lines that begin and end at some places, a line apart.
    fn pieces(x: &[[f64; 2]]) -> Vec<Piece> {
        x.iter().map(|x| Piece { x: *x, ..Piece::default() }).collect()
    }

    #[test]
    fn text_is_wide_and_most_of_its_lines_are_full() {
        // Letters of ten points.
        changes_at(WIDE_TEXT, [false, true], |by| is_text(pieces(&[[0.0, 10.0 * by]; LEAST]).iter(), 10.0));
        let half = |by: f64| {
            let long = [[0.0, 300.0]; LEAST / 2 - 1];
            let other = [[0.0, 300.0 * by], [0.0, 50.0], [0.0, 50.0], [0.0, 50.0], [0.0, 50.0]];
            is_text(pieces(&[&long[..], &other].concat()).iter(), 10.0)
        };
        changes_at(FULL, [false, true], half);
    }

    #[test]
    fn text_stands_apart_from_what_is_beside_it() {
        // The table ends at 135 points.
        let is_found =
            |by: f64| !found(&[table(0.0, 17.0), text(135.0 + 10.0 * by, 14.0, 12.0, &LINES)].concat()).is_empty();
        changes_at(PAGE_GUTTER, [false, true], is_found);
    }

    #[test]
    fn lines_of_a_text_begin_alike_and_follow_each_other() {
        let count = |x: f64, step: f64| {
            let (mut above, below) = (text(0.0, 12.0, 12.0, &[40; 4]), text(x, 48.0 + step, 12.0, &[40; 4]));
            above.extend(below);
            let pieces: Vec<(f64, f64, &str)> = above.iter().map(|(x, y, text)| (*x, *y, text.as_str())).collect();
            runs(&page(&pieces), false).len()
        };
        changes_at(EDGE, [1, 0], |by| count(10.0 * by, 12.0));
        changes_at(USUAL_LEADING * NEAR, [1, 0], |by| count(0.0, 10.0 * by));
        changes_at(EDGE, [true, false], |by| {
            let aligned = [[&[[0.0, 300.0]; LEAST][..], &[[10.0 * by, 300.0]]].concat()];
            is_text(pieces(&aligned[0]).iter(), 10.0)
        });
    }

    #[test]
    fn paragraphs_stand_farther_apart_than_their_lines() {
        // Each share stands beside a paragraph of its own, if there are two.
        let is_column = |by: f64| {
            let next = 58.0 + 10.0 * USUAL_LEADING * by;
            let text = [text(200.0, 10.0, 12.0, &[40; 5]), text(200.0, next, 12.0, &[40; 5])].concat();
            let shares = [(0.0, 16.0), (0.0, 28.0), (0.0, next + 6.0)];
            let cells = ["Rossi", "Dip.", "3 %"].into_iter().zip(shares).map(|(cell, (x, y))| (x, y, cell.to_owned()));
            let one = (60.0, 16.0, "4 %".to_owned());
            found(&[cells.collect::<Vec<_>>(), vec![one], text].concat()).is_empty()
        };
        changes_at(PARAGRAPH, [false, true], is_column);
    }
}
