//! Tables with borders around their cells → rows: a cell is what stands between ruled lines, and may span several rows
//! or columns.

use super::cells::is_share;
use super::leading::Leadings;
use super::letter::{Rules, distinct};
use super::lines::Line;
use super::rows::{Band, bands};
use super::styled::join;
use super::table::{Row, lines_of_cell};
use super::tolerance::{AROUND, DOUBLE};
use crate::vocabulary::is_figure;

/// The bands of a table with these columns between vertical lines. A cell that spans several rows is written in each.
pub fn bands_between(
    columns: &[[f64; 2]],
    lines: &[Line],
    rules: &Rules,
    leadings: &Leadings,
    ends_page: bool,
) -> Vec<Band> {
    let mut cuts: Vec<Vec<f64>> = columns.iter().map(|column| crossings(*column, lines, rules)).collect();
    like_their_neighbours(&mut cuts);
    let mut all: Vec<f64> = cuts.iter().flatten().copied().collect();
    all.sort_by(f64::total_cmp);
    let all = distinct(all.into_iter());
    let grid = Grid { columns, lines, rules, cuts: &cuts, all: &all };
    let ends = [&[f64::NEG_INFINITY], all.as_slice(), &[f64::INFINITY]].concat();
    let strips: Vec<[f64; 2]> = ends.windows(2).map(|pair| [pair[0], pair[1]]).collect();
    let filled: Vec<[f64; 2]> =
        strips.into_iter().filter(|strip| lines.iter().any(|line| stands_in(line, *strip))).collect();
    if filled.len() < 3 {
        // A box around a table, or a line below its heading: nothing tells its rows but what stands in them.
        return bands(columns, lines, &all, leadings, ends_page);
    }
    filled.into_iter().map(|strip| grid.band(strip, leadings)).collect()
}

/// The table between its lines.
struct Grid<'g> {
    columns: &'g [[f64; 2]],
    lines: &'g [Line],
    rules: &'g Rules,
    /// The horizontal lines that cross each column.
    cuts: &'g [Vec<f64>],
    /// All of them.
    all: &'g [f64],
}

impl Grid<'_> {
    /// What stands between two horizontal lines: one row, unless several shares stand in it.
    fn band(&self, band: [f64; 2], leadings: &Leadings) -> Band {
        let own: Vec<Line> = self.lines.iter().filter(|line| stands_in(line, band)).cloned().collect();
        let several = bands(self.columns, &own, &[], leadings, false);
        let middle = match band {
            [top, bottom] if top.is_finite() && bottom.is_finite() => top.midpoint(bottom),
            _ => own[0].middle(),
        };
        let mut cells = vec![String::new(); self.columns.len()];
        let mut is_certain = true;
        let mut merged = Vec::new();
        let starts: Vec<usize> = (0..self.columns.len()).filter(|&at| at == 0 || self.is_border(at, middle)).collect();
        for (number, &start) in starts.iter().enumerate() {
            let end = starts.get(number + 1).map_or(self.columns.len(), |next| *next) - 1;
            let span = self.columns[start][0]..self.columns[end][1];
            let cell = self.cell_at(start, middle);
            let inside: Vec<&Line> = self.lines.iter().filter(|line| stands_in(line, cell)).collect();
            let of_line = |line: &Line| {
                let mut text = String::new();
                line.pieces.iter().filter(|piece| span.contains(&piece.centre())).for_each(|piece| {
                    join(&mut text, &piece.plain());
                });
                text
            };
            let lines: Vec<String> = inside.into_iter().map(of_line).filter(|text| !text.is_empty()).collect();
            cells[start] = lines_of_cell(lines.iter().map(String::as_str));
            let written = lines.len();
            // One line for each of the rows that the cell spans: it may be that only the borders between are missing.
            let spanned = self.bands_in(cell);
            is_certain &= spanned < 2 || written != spanned;
            // Names, projects and codes hold for all rows; of a figure it is not known whose it is.
            if spanned > 1 && (is_share(&cells[start]) || is_figure(&cells[start])) {
                merged.push((start, cell[0] >= band[0] - DOUBLE));
            }
        }
        let y = own.iter().map(|line| line.y).fold(f64::INFINITY, f64::min);
        Band::Bordered(several, Row { is_certain, merged, ..Row::new(cells, y) })
    }

    /// Whether a column has a border at its left, at some height.
    fn is_border(&self, column: usize, height: f64) -> bool {
        let left = self.columns[column][0];
        self.rules.columns.iter().any(|rule| (rule.at - left).abs() <= DOUBLE && rule.passes(height))
    }

    /// How many rows stand between two heights.
    fn bands_in(&self, cell: [f64; 2]) -> usize {
        let is_inside = |&&cut: &&f64| cell[0] < cut - DOUBLE && cut + DOUBLE < cell[1];
        1 + self.all.iter().filter(is_inside).count()
    }

    /// From where to where the cell of a column goes that stands at some height.
    fn cell_at(&self, column: usize, height: f64) -> [f64; 2] {
        let cuts = &self.cuts[column];
        let below = cuts.partition_point(|cut| *cut < height);
        let top = below.checked_sub(1).map_or(f64::NEG_INFINITY, |above| cuts[above]);
        [top, cuts.get(below).copied().unwrap_or(f64::INFINITY)]
    }
}

/// Where drawn lines cross a column beside some lines.
pub fn crossings([from, to]: [f64; 2], lines: &[Line], rules: &Rules) -> Vec<f64> {
    let (Some(first), Some(last)) = (lines.first(), lines.last()) else { return Vec::new() };
    let reach = [first.y - first.size * AROUND, last.y + last.size * AROUND];
    let middle = from.midpoint(to);
    let begin = rules.rows.partition_point(|rule| rule.at < reach[0]);
    let beside = rules.rows[begin..].iter().take_while(|rule| rule.at <= reach[1]);
    distinct(beside.filter(|rule| rule.passes(middle)).map(|rule| rule.at))
}

/// Gives an outermost column that no line crosses the rows of the one beside it.
fn like_their_neighbours(cuts: &mut [Vec<f64>]) {
    for _ in 0..2 {
        if let [outer, next, ..] = cuts
            && outer.is_empty()
        {
            outer.clone_from(next);
        }
        cuts.reverse();
    }
}

/// Whether a line stands between two heights.
fn stands_in(line: &Line, band: [f64; 2]) -> bool {
    let middle = line.middle();
    band[0] < middle && middle <= band[1]
}

#[cfg(test)]
mod tests {
    use super::super::letter::Rule;
    use super::super::lines::tests::page;
    use super::super::tolerance::tests::changes_at;
    use super::*;

    #[test]
    fn drawn_lines_are_of_a_table_as_far_as_they_stand_near() {
        let lines = page(&[(0.0, 50.0, "Nome"), (0.0, 70.0, "Rossi")]);
        let count = |at: f64| {
            let rules = Rules { rows: vec![Rule { at, span: [0.0, 90.0] }], columns: Vec::new() };
            crossings([0.0, 90.0], &lines, &rules).len()
        };
        changes_at(AROUND, [1, 0], |by| count(50.0 - 10.0 * by));
        changes_at(AROUND, [1, 0], |by| count(70.0 + 10.0 * by));
    }

    #[test]
    fn drawn_lines_are_borders_where_they_nearly_stand_there() {
        let columns = [[0.0, 50.0], [50.0, 90.0]];
        let rules = |at: f64| Rules { rows: Vec::new(), columns: vec![Rule { at, span: [0.0, 90.0] }] };
        let grid = |rules: &Rules, cuts: &[Vec<f64>; 2], all: &[f64]| {
            let lines = page(&[(10.0, 28.0, "Rossi"), (60.0, 35.0, "3 %")]);
            let grid = Grid { columns: &columns, lines: &lines, rules, cuts, all };
            let row = match grid.band([20.0, 30.0], &Leadings::of(&[])) {
                Band::Bordered(_, row) => row,
                Band::Told(_) | Band::Anchored(_) => panic!("between borders"),
            };
            (grid.is_border(1, 25.0), grid.bands_in([0.0, 60.0]), row.merged)
        };
        let is_border = |at: f64| grid(&rules(at), &[Vec::new(), Vec::new()], &[]).0;
        changes_at(DOUBLE, [true, false], |by| is_border(50.0 + by));
        changes_at(DOUBLE, [true, false], |by| is_border(50.0 - by));
        // How many rows stand in a cell: the ends of it divide none.
        let rows = |all: f64| grid(&rules(50.0), &[Vec::new(), Vec::new()], &[all]).1;
        changes_at(DOUBLE, [1, 2], rows);
        changes_at(DOUBLE, [1, 2], |by| rows(60.0 - by));
        // The first row of a cell that goes over two.
        let is_first = |top: f64| grid(&rules(50.0), &[vec![20.0, 30.0, 50.0], vec![top, 50.0]], &[20.0, 30.0, 50.0]).2;
        changes_at(DOUBLE, [vec![(1, true)], vec![(1, false)]], |by| is_first(20.0 - by));
    }
}
