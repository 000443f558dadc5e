//! Lines and rules of a page → texts and tables: which lines are rows of a table, and where its columns are.

use super::canvas::{Rule, Rules};
use super::lines::Line;
use super::rows::{Row, is_share, rows};
use super::ruled;

/// What a page holds, from the top.
#[derive(Debug)]
pub enum Part {
    /// A line of text.
    Text(Line),
    /// A table.
    Table(Table),
}

/// A table, or the part of one that is on a page.
#[derive(Debug)]
pub struct Table {
    /// Its rows, each with as many cells.
    pub rows: Vec<Row>,
    /// Where its columns begin and end, in points from the left.
    pub columns: Vec<[f64; 2]>,
}

// Lengths in parts of the size of the letters, or in points.
/// How far a ruled line may be from where it should.
const SLACK: f64 = 2.0;
/// How much farther than the lines of a paragraph two lines of a table may stand apart.
const NEAR: f64 = 2.6;
/// How far the lines of a cell stand apart at most.
const CLOSE: f64 = 1.12;
/// How far below other rows one may stand that has but one cell.
const BELOW: f64 = 1.8;
/// How far apart rows stand that may be of two tables.
const APART: f64 = 1.5;
/// Lines that are nearer stand beside each other, in cells of one row.
const BESIDE: f64 = 0.85;
/// How far rows usually stand apart at most.
const SPACED: f64 = 1.4;
/// How near to each other, in parts of the size of the letters, columns may stand.
const GUTTER: f64 = 0.1;

/// The parts of a page. `leading` tells how far the lines of a paragraph of some size stand apart.
pub fn parts(lines: Vec<Line>, rules: &Rules, leading: &dyn Fn(f64) -> f64) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut open: Vec<Line> = Vec::new();
    let mut bordered: Vec<Line> = Vec::new();
    let mut borders: Vec<f64> = Vec::new();
    for line in lines {
        let own = borders_at(rules, &line);
        if own.len() < 2 {
            close_ruled(&mut bordered, &borders, rules, leading, &mut parts);
            open.push(line);
            continue;
        }
        parts.extend(open_parts(std::mem::take(&mut open), rules, leading));
        if !bordered.is_empty() && !is_one_table(&borders, &own) {
            close_ruled(&mut bordered, &borders, rules, leading, &mut parts);
        }
        if bordered.is_empty() || own.len() > borders.len() {
            borders = own;
        }
        bordered.push(line);
    }
    close_ruled(&mut bordered, &borders, rules, leading, &mut parts);
    parts.extend(open_parts(open, rules, leading));
    parts
}

/// Where vertical lines pass a line of text.
fn borders_at(rules: &Rules, line: &Line) -> Vec<f64> {
    let middle = line.y - line.size * 0.3;
    let passes = |rule: &&Rule| rule.span[0] - 1.0 <= middle && middle <= rule.span[1] + 1.0;
    distinct(rules.columns.iter().filter(passes).map(|rule| rule.at))
}

/// Ascending numbers without those that hardly differ from the one before.
fn distinct(sorted: impl Iterator<Item = f64>) -> Vec<f64> {
    let mut distinct: Vec<f64> = Vec::new();
    for at in sorted {
        if distinct.last().is_none_or(|last| at - last > SLACK + 1.0) {
            distinct.push(at);
        }
    }
    distinct
}

/// Whether the one of two sets of borders has all of the other.
fn is_one_table(a: &[f64], b: &[f64]) -> bool {
    let (few, many) = if a.len() < b.len() { (a, b) } else { (b, a) };
    few.iter().all(|border| many.iter().any(|other| (border - other).abs() <= SLACK))
}

/// The table of lines between borders.
fn close_ruled(
    lines: &mut Vec<Line>,
    borders: &[f64],
    rules: &Rules,
    leading: &dyn Fn(f64) -> f64,
    parts: &mut Vec<Part>,
) {
    let lines = std::mem::take(lines);
    let Some(first) = lines.first() else { return };
    let columns: Vec<[f64; 2]> = borders.windows(2).map(|pair| [pair[0], pair[1]]).collect();
    if columns.len() < 2 {
        // A box around text.
        parts.extend(open_parts(lines, rules, leading));
        return;
    }
    let rows = ruled::rows_between(&columns, &lines, rules, leading(first.size));
    parts.push(Part::Table(Table { rows, columns }));
}

/// The parts of lines without borders between them.
fn open_parts(lines: Vec<Line>, rules: &Rules, leading: &dyn Fn(f64) -> f64) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut region: Option<Region> = None;
    let mut lines = lines.into_iter().peekable();
    while let Some(line) = lines.next() {
        let step = leading(line.size);
        let has_beside = lines.peek().is_some_and(|next| next.y - line.y < step * BESIDE);
        if let Some(own) = region.as_mut().filter(|own| own.takes(&line, step, has_beside)) {
            own.push(line, step);
            continue;
        }
        if let Some(own) = region.take() {
            own.close(rules, leading, &mut parts);
        }
        if line.pieces.len() > 1 {
            region = Some(Region::of(line, &mut parts, step));
        } else {
            parts.push(Part::Text(line));
        }
    }
    if let Some(own) = region {
        own.close(rules, leading, &mut parts);
    }
    parts
}

/// Lines that stand near each other and may be rows of a table: columns are where nothing is written between their
/// pieces.
#[derive(Debug)]
struct Region {
    lines: Vec<Line>,
    columns: Vec<[f64; 2]>,
}

impl Region {
    /// A region that begins with a line of several pieces. Lines right above it that stand in one of its columns are
    /// a part of its heading.
    fn of(line: Line, parts: &mut Vec<Part>, leading: f64) -> Self {
        let columns = line.pieces.iter().map(|piece| piece.x).collect();
        let mut region = Self { lines: vec![line], columns };
        while let Some(Part::Text(above)) = parts.last() {
            let step = (region.lines[0].y - above.y) / leading;
            let is_of_column = above.pieces.len() == 1 && region.merged(above, step).is_some();
            if !(step <= CLOSE && is_of_column) {
                break;
            }
            if let Some(Part::Text(above)) = parts.pop() {
                region.columns = region.merged(&above, step).unwrap_or_default();
                region.lines.insert(0, above);
            }
        }
        region
    }

    /// Whether a line below goes on with it; `has_beside` says that the line after it stands at its side.
    fn takes(&self, line: &Line, leading: f64, has_beside: bool) -> bool {
        let Some(last) = self.lines.last() else { return false };
        let step = (line.y - last.y) / leading;
        let is_first_column = || self.columns.get(1).is_none_or(|second| line.x()[0] < second[0]);
        let reach = match line.pieces.len() {
            // Text goes on at the left, below a table; what stands elsewhere is of the table.
            1 if is_first_column() && !has_beside => CLOSE,
            1 => BELOW,
            _ => NEAR,
        };
        step <= reach && !(step > APART && self.is_alien(line)) && self.merged(line, step).is_some()
    }

    /// Whether a line of several pieces has one that is aligned with no column: it begins another table.
    fn is_alien(&self, line: &Line) -> bool {
        let is_aligned = |x: [f64; 2]| {
            let near = |column: &[f64; 2]| (column[0] - x[0]).abs() <= SLACK || (column[1] - x[1]).abs() <= SLACK;
            self.columns.iter().any(near)
        };
        line.pieces.len() > 1 && !line.pieces.iter().all(|piece| is_aligned(piece.x))
    }

    fn push(&mut self, line: Line, leading: f64) {
        let step = self.lines.last().map_or(0.0, |last| (line.y - last.y) / leading);
        self.columns = self.merged(&line, step).unwrap_or_default();
        self.lines.push(line);
    }

    /// The columns with those of one more line, which stands `step` lines below; none if a piece of it stands in two
    /// of them. A piece alone makes a column of its own only beside others, or right of the first two.
    fn merged(&self, line: &Line, step: f64) -> Option<Vec<[f64; 2]>> {
        let is_beyond = self.columns.get(1).is_some_and(|second| line.x()[0] > second[0]);
        let may_be_new = line.pieces.len() > 1 || step < BESIDE || (is_beyond && step <= BELOW);
        let mut columns = self.columns.clone();
        for piece in &line.pieces {
            let touches = |column: &[f64; 2]| {
                piece.x[0] < column[1] + line.size * GUTTER && column[0] < piece.x[1] + line.size * GUTTER
            };
            let mut own = (0..columns.len()).filter(|&at| touches(&columns[at]));
            match (own.next(), own.next()) {
                (Some(at), None) => columns[at] = [columns[at][0].min(piece.x[0]), columns[at][1].max(piece.x[1])],
                (None, _) if may_be_new => {
                    let place = columns.partition_point(|column| column[0] < piece.x[0]);
                    columns.insert(place, piece.x);
                }
                _ => return None,
            }
        }
        Some(columns)
    }

    /// The tables that it holds, each of several lines of several pieces or with a heading of three cells, and the
    /// lines that are of none.
    fn close(self, rules: &Rules, leading: &dyn Fn(f64) -> f64, parts: &mut Vec<Part>) {
        let mut rest = self.lines;
        while !rest.is_empty() {
            let step = leading(rest[0].size);
            let after = rest.split_off(end_of_table(&rest, step));
            let mut own = std::mem::replace(&mut rest, after).into_iter();
            let Some(first) = own.next() else { return };
            let mut table = Self { columns: first.pieces.iter().map(|piece| piece.x).collect(), lines: vec![first] };
            // Every line was found to fit when it was taken in, to even more columns.
            own.for_each(|line| table.push(line, step));
            parts.extend(table.parts(rules, step));
        }
    }

    fn parts(self, rules: &Rules, leading: f64) -> Vec<Part> {
        let pieces = self.lines.iter().map(|line| line.pieces.len());
        let is_table = pieces.clone().filter(|&count| count > 1).count() > 1 || pieces.max().unwrap_or_default() > 2;
        let (Some(first), Some(last), true) = (self.lines.first(), self.lines.last(), is_table) else {
            return self.lines.into_iter().map(Part::Text).collect();
        };
        let y = [first.y, last.y];
        let middle = first.x()[0].midpoint(first.x()[1]);
        let crosses = |rule: &&Rule| {
            let is_within = y[0] - first.size * 2.0 < rule.at && rule.at < y[1] + first.size;
            is_within && rule.span[0] < middle && middle < rule.span[1]
        };
        let cuts = distinct(rules.rows.iter().filter(crosses).map(|rule| rule.at));
        let rows = rows(&self.columns, &self.lines, &cuts, leading);
        vec![Part::Table(Table { rows, columns: self.columns })]
    }
}

/// How many lines the first table of a region has. Rows stand at one distance from each other, however many lines
/// they have; where there is more, and no share in what follows, another table begins.
fn end_of_table(lines: &[Line], leading: f64) -> usize {
    let steps: Vec<f64> = lines.windows(2).map(|pair| pair[1].y - pair[0].y).collect();
    let between: Vec<f64> = steps.iter().copied().filter(|step| *step > leading * CLOSE).collect();
    let least = between.iter().copied().fold(f64::INFINITY, f64::min);
    // Where rows stand as near to each other as the lines of a cell, what is farther apart are tables.
    let is_tight = least > leading * SPACED && between.len() * 5 < steps.len() * 2;
    let (usual, reach) = if is_tight { (leading * SPACED, BESIDE) } else { (least, CLOSE) };
    let begins = |at: usize| {
        let band = lines[at..].windows(2).take_while(|pair| pair[1].y - pair[0].y <= leading * reach).count();
        let mut pieces = lines[at..=at + band].iter().flat_map(|line| &line.pieces);
        !pieces.any(|piece| is_share(&piece.plain()))
    };
    let is_end = |at: &usize| steps[*at - 1] > usual * 1.25 && begins(*at);
    (1..lines.len()).find(is_end).unwrap_or(lines.len())
}

#[cfg(test)]
mod tests {
    use super::super::lines::{Piece, tests::page};
    use super::*;

    /// The parts of a page, tables as their rows with cells between bars.
    fn read(pieces: &[(f64, f64, &str)], rules: &Rules) -> Vec<String> {
        let written = |part| match part {
            Part::Text(line) => line.pieces.iter().map(Piece::plain).collect::<Vec<_>>().join(" "),
            Part::Table(table) => table.rows.iter().map(|row| row.cells.join("|")).collect::<Vec<_>>().join("\n"),
        };
        parts(page(pieces), rules, &|size| size * 1.2).into_iter().map(written).collect()
    }

    #[test]
    fn a_table_stands_between_paragraphs() {
        let above = [(0.0, 20.0, "Descrizione"), (0.0, 60.0, "2024_OB_1"), (80.0, 60.0, "Titolo")];
        let table = [(0.0, 90.0, "Nome"), (100.0, 90.0, "Ruolo"), (200.0, 90.0, "Quota")];
        let rows = [(0.0, 108.0, "Rossi"), (100.0, 108.0, "Dip."), (200.0, 108.0, "3 %")];
        let below = [(0.0, 140.0, "Prodotto")];
        let read = read(&[above.as_slice(), &table, &rows, &below].concat(), &Rules::default());
        assert_eq!(read, ["Descrizione", "2024_OB_1 Titolo", "Nome|Ruolo|Quota\nRossi|Dip.|3 %", "Prodotto"]);
    }

    #[test]
    fn another_table_begins_where_the_columns_are_others() {
        let first = [(0.0, 20.0, "Codice"), (60.0, 20.0, "Indicatore"), (0.0, 38.0, "M_1"), (60.0, 38.0, "Atti")];
        let second = [(0.0, 68.0, "Nome"), (130.0, 68.0, "Ruolo"), (220.0, 68.0, "Quota")];
        let rows = [(0.0, 86.0, "Rossi"), (130.0, 86.0, "Dip."), (220.0, 86.0, "3 %")];
        let read = read(&[first.as_slice(), &second, &rows].concat(), &Rules::default());
        assert_eq!(read, ["Codice|Indicatore\nM_1|Atti", "Nome|Ruolo|Quota\nRossi|Dip.|3 %"]);
    }

    #[test]
    fn a_cell_that_spans_rows_between_borders_is_in_each() {
        let rule = |at: f64, from: f64, to: f64| Rule { at, span: [from, to] };
        let rules = Rules {
            rows: vec![
                rule(10.0, 0.0, 300.0),
                rule(30.0, 0.0, 300.0),
                rule(50.0, 100.0, 300.0),
                rule(70.0, 0.0, 300.0),
            ],
            columns: [0.0, 100.0, 200.0, 300.0].map(|at| rule(at, 10.0, 70.0)).to_vec(),
        };
        let heading = [(5.0, 24.0, "Codice"), (105.0, 24.0, "Nome"), (205.0, 24.0, "Quota")];
        let rows = [
            (105.0, 44.0, "Rossi"),
            (205.0, 44.0, "3 %"),
            (5.0, 54.0, "P_1"),
            (105.0, 64.0, "Neri"),
            (205.0, 64.0, "4 %"),
        ];
        let read = read(&[heading.as_slice(), &rows].concat(), &rules);
        assert_eq!(read, ["Codice|Nome|Quota\nP_1|Rossi|3 %\nP_1|Neri|4 %"]);
    }
}
