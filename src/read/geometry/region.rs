//! Lines without borders between them → tables: which lines are rows of one, and where its columns are.

use super::cells::{has_code, has_share, is_code, is_share};
use super::found::{Around, Found};
use super::heading::{begins_heading, lines_of_heading};
use super::letter::{Rule, distinct};
use super::lines::{Line, Piece};
use super::rows::bands;
use super::table::Table;
use super::tolerance::{
    APART, BELOW, BESIDE, CLOSE, EDGE, FAR, GUTTER, HEADING, LOOSE, NEAR, PARAGRAPH, TABLES_APART, USUAL_LEADING, even,
    is_one_size,
};
use crate::vocabulary::{Label, Side, Vocabulary, completes_code, says_who_and_how_much, speaks_of};

/// At how many places at most a region is split to take in a line.
const MOST_SPLITS: usize = 3;
/// How many lines of a row stand above its share.
const LONGEST: usize = 4;

/// What follows a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ahead {
    /// A line that stands at its side.
    Beside,
    /// A line with a share, of a row that the line may begin.
    Share,
    /// Anything else.
    Other,
}

impl Ahead {
    pub fn of(line: &Line, next: &[Line], leading: f64) -> Self {
        let is_beside = next.first().is_some_and(|next| next.y - line.y < leading * BESIDE);
        let mut above = line.y;
        let is_near = |line: &&Line| line.y - std::mem::replace(&mut above, line.y) < line.size * USUAL_LEADING * LOOSE;
        let row = next.iter().take(LONGEST).take_while(is_near);
        if row.into_iter().find(|line| line.pieces.len() > 1).is_some_and(has_share) {
            return Self::Share;
        }
        if is_beside { Self::Beside } else { Self::Other }
    }
}

/// Lines that stand near each other and may be rows of a table: columns are where nothing is written between their
/// pieces.
#[derive(Debug)]
pub struct Region {
    pub(super) lines: Vec<Line>,
    pub(super) columns: Vec<[f64; 2]>,
}

impl Region {
    /// A region that begins with a line of several pieces. Lines right above it that stand in one of its columns are
    /// a part of its heading.
    pub fn of(line: Line, parts: &mut Vec<Found>, leading: f64) -> Self {
        let columns = line.pieces.iter().map(|piece| piece.x).collect();
        let mut region = Self { lines: vec![line], columns };
        while let Some(Found::Text(above)) = parts.last() {
            let step = (region.lines[0].y - above.y) / leading;
            let merged = region.merged(above, step).filter(|_| above.pieces.len() == 1 && !has_code(above));
            let Some(columns) = merged.filter(|columns| step <= region.reach_above(above, columns)) else { break };
            let is_at_left = region.columns.get(1).is_none_or(|second| above.x()[0] < second[0]);
            let is_of_none = is_larger(above, &region.lines) || is_at_left && region.is_headed();
            if is_of_none || region.is_end_of_text(above, parts, leading) {
                break;
            }
            if let Some(Found::Text(above)) = parts.pop() {
                region.columns = columns;
                region.lines.insert(0, above);
            }
        }
        region
    }

    /// Whether its first line is a whole heading: it says who, and how much.
    fn is_headed(&self) -> bool {
        says_who_and_how_much(&self.lines[0].pieces.iter().map(Piece::plain).collect::<Vec<_>>().join(" "))
    }

    /// How far above its first line another may stand that is a part of its heading; `columns` are those with it. Beyond the first
    /// column stands no end of a paragraph.
    fn reach_above(&self, above: &Line, columns: &[[f64; 2]]) -> f64 {
        let is_beyond = self.columns.get(1).is_some_and(|second| above.x()[0] >= second[0]);
        let has_its_own = columns.len() > self.columns.len();
        if is_beyond && (has_its_own || self.is_aligned(above)) { LOOSE } else { CLOSE }
    }

    /// Whether a line above it, the last of some parts, is the end of a paragraph whose lines go over its columns.
    fn is_end_of_text(&self, line: &Line, parts: &[Found], leading: f64) -> bool {
        let Some(Found::Text(above)) = parts.len().checked_sub(2).map(|at| &parts[at]) else { return false };
        let is_one_text = (line.y - above.y - leading).abs() <= even(leading)
            && (line.x()[0] - above.x()[0]).abs() <= line.size * EDGE
            && is_one_size(line.size, above.size);
        is_one_text && above.pieces.len() == 1 && self.merged(above, 1.0).is_none()
    }

    /// Whether a line below goes on with it.
    pub fn takes(&self, line: &Line, around: &Around<'_>, ahead: Ahead) -> bool {
        let leading = around.leadings.of_size(line.size);
        let Some(last) = self.lines.last() else { return false };
        let step = (line.y - last.y) / leading;
        let is_first_column = || self.columns.get(1).is_none_or(|second| line.x()[0] < second[0]);
        let reach = match line.pieces.len() {
            1 if ahead == Ahead::Share => NEAR,
            // Text goes on at the left, below a table; what stands elsewhere is of the table.
            1 if is_first_column() && ahead != Ahead::Beside => CLOSE.max(self.leading(line.size) / leading),
            1 => BELOW,
            // One more row of people is one however far away, in the same columns.
            _ if self.is_more(line, around) => FAR,
            _ => NEAR,
        };
        step <= reach
            && !(step > TABLES_APART && self.is_alien(line))
            && self.merged(line, step).is_some()
            && !self.begins_next(line, around.vocabulary)
    }

    /// Whether a line of several pieces is of one more row, however far away: it has a share, or a drawn line divides it from the row
    /// above, and it stands in the same columns.
    fn is_more(&self, line: &Line, around: &Around<'_>) -> bool {
        (has_share(line) || self.lines.last().is_some_and(|last| around.divides(last, line)))
            && self.lines.iter().any(|line| line.pieces.len() > 2)
            && !self.is_alien(line)
    }

    /// Takes off its last lines, if they stand apart from those above and a line below goes on with them alone: they
    /// are of another table.
    pub fn split_for(&mut self, line: &Line, around: &Around<'_>, ahead: Ahead) -> Option<Self> {
        let leading = around.leadings.of_size(line.size);
        let is_apart = |at: &usize| self.lines[*at].y - self.lines[at - 1].y > leading * TABLES_APART;
        let starts: Vec<usize> = (1..self.lines.len()).rev().filter(is_apart).take(MOST_SPLITS).collect();
        let of = |start: usize| {
            let mut lines = self.lines[start..].iter().cloned();
            let first = lines.next()?;
            let mut last = Self { columns: first.pieces.iter().map(|piece| piece.x).collect(), lines: vec![first] };
            lines.for_each(|line| last.push(line, leading));
            (line.pieces.len() > 1 && last.takes(line, around, ahead)).then_some((start, last))
        };
        let (start, last) = starts.into_iter().find_map(of)?;
        self.lines.truncate(start);
        Some(last)
    }

    /// How far the lines of its cells stand apart, as far as it has several in a cell.
    fn leading(&self, size: f64) -> f64 {
        let mut least = f64::INFINITY;
        let mut lowest: Vec<Option<f64>> = vec![None; self.columns.len()];
        for line in &self.lines {
            for piece in &line.pieces {
                let own = self.columns.iter().position(|column| piece.x[0] < column[1] && column[0] < piece.x[1]);
                let Some(above) = own.and_then(|own| lowest[own].replace(line.y)) else { continue };
                least = least.min(line.y - above);
            }
        }
        if least < size * USUAL_LEADING * LOOSE { least * APART } else { 0.0 }
    }

    /// Whether a line is the heading of what comes next: its letters are larger than all above, or it begins with a code below rows of
    /// people and has no share, or it is that of a CDR or a sheet.
    fn begins_next(&self, line: &Line, vocabulary: Vocabulary<'_>) -> bool {
        let first = line.pieces.first().map(Piece::plain).unwrap_or_default();
        let has_heading_code = first.split_whitespace().next().is_some_and(is_code) && !has_share(line);
        let names_people = |line: &&Line| line.pieces.iter().any(|piece| speaks_of(&piece.plain(), Side::Who));
        let people = || self.lines.iter().rev().take_while(|line| has_share(line) || !names_people(line));
        let is_of_sheet = || matches!(vocabulary.take_label(&first, false), Some((Label::SheetKind, _)));
        let is_heading = || line.pieces.len() == 1 && (vocabulary.split_cdr_heading(&first).is_some() || is_of_sheet());
        is_larger(line, &self.lines)
            || has_heading_code && people().any(has_share) && !people().any(has_code)
            || is_heading()
    }

    /// Whether a line of several pieces has one that is aligned with no column: it begins another table.
    fn is_alien(&self, line: &Line) -> bool {
        line.pieces.len() > 1 && !self.is_aligned(line)
    }

    /// Whether all pieces of a line begin, end, or have their middle where a column does.
    fn is_aligned(&self, line: &Line) -> bool {
        let is_near = |x: [f64; 2], column: &[f64; 2]| {
            let centres = [column[0].midpoint(column[1]), x[0].midpoint(x[1])];
            [[column[0], x[0]], [column[1], x[1]], centres].iter().any(|[a, b]| (a - b).abs() <= line.size * EDGE)
        };
        line.pieces.iter().all(|piece| self.columns.iter().any(|column| is_near(piece.x, column)))
    }

    pub fn push(&mut self, line: Line, leading: f64) {
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
                (Some(at), Some(next))
                    if columns == self.columns && is_share(&piece.plain()) && self.is_below_heading(at) =>
                {
                    columns[at] = [columns[at][0].min(piece.x[0]), columns[next][1].max(piece.x[1])];
                    columns.remove(next);
                }
                (None, _) if may_be_new => {
                    let place = columns.partition_point(|column| column[0] < piece.x[0]);
                    columns.insert(place, piece.x);
                }
                _ => return None,
            }
        }
        Some(columns)
    }

    /// Whether a column has but a heading that says how much, and the next but the shares below it: they end where it does not.
    fn is_below_heading(&self, at: usize) -> bool {
        let (Some(first), Some(second)) = (self.columns.get(at), self.columns.get(at + 1)) else { return false };
        let cells = |column: &[f64; 2]| -> Vec<(f64, String)> {
            let of_line = |line: &Line| {
                line.pieces
                    .iter()
                    .filter(|piece| is_in(column, piece))
                    .map(|piece| (line.y, piece.plain().into_owned()))
                    .collect::<Vec<_>>()
            };
            self.lines.iter().flat_map(of_line).collect()
        };
        let (heading, shares) = (cells(first), cells(second));
        let (Some((foot, _)), Some((head, _))) = (heading.last(), shares.first()) else { return false };
        let words = || heading.iter().map(|(_, text)| text.as_str()).collect::<Vec<_>>().join(" ");
        foot < head && shares.iter().all(|(_, text)| is_share(text)) && speaks_of(&words(), Side::HowMuch)
    }

    /// The same with one column of each heading and the shares below it.
    fn with_headings(mut self) -> Self {
        while let Some(at) = (0..self.columns.len()).find(|at| self.is_below_heading(*at)) {
            self.columns[at][1] = self.columns[at + 1][1];
            self.columns.remove(at + 1);
        }
        self
    }

    /// The tables that it holds, each of several lines of several pieces or with a heading of three cells, and the
    /// lines that are of none.
    pub fn close(self, page: &Around<'_>, parts: &mut Vec<Found>) {
        let mut rest = self.lines;
        while !rest.is_empty() {
            let step = page.leadings.of_size(rest[0].size);
            let after = rest.split_off(end_of_table(&rest, step, page));
            let mut own = std::mem::replace(&mut rest, after).into_iter();
            let Some(first) = own.next() else { return };
            let mut table = Self { columns: first.pieces.iter().map(|piece| piece.x).collect(), lines: vec![first] };
            // Every line was found to fit when it was taken in, to even more columns.
            own.for_each(|line| table.push(line, step));
            parts.extend(table.with_headings().parts(page));
        }
    }

    /// Divides the heading from the first row, where the ground of every other row divides all others.
    fn cut_below_heading(&self, cuts: &mut Vec<f64>, vocabulary: Vocabulary<'_>) {
        let [first, .., last] = self.lines.as_slice() else { return };
        let is_within = |cut: &&f64| first.middle() < **cut && **cut < last.middle();
        let Some(next) = cuts.iter().find(is_within).copied() else { return };
        let Some(count) = lines_of_heading(&self.lines, vocabulary) else { return };
        let Some(below) = self.lines.get(count).filter(|below| below.middle() < next) else { return };
        if cuts.iter().filter(is_within).count() > 1 {
            let at = self.lines[count - 1].middle().midpoint(below.middle());
            cuts.insert(cuts.partition_point(|cut| *cut < at), at);
        }
    }

    fn parts(self, page: &Around<'_>) -> Vec<Found> {
        let pieces = self.lines.iter().map(|line| line.pieces.len());
        let is_table =
            pieces.clone().filter(|&count| count > 1).count() > 1 || pieces.clone().max().unwrap_or_default() > 2;
        // A code in two parts is the heading of a project.
        let is_heading = matches!(&self.lines[..], [Line { pieces, .. }] if matches!(&pieces[..], [code, rest, ..]
            if completes_code(&code.plain(), &rest.plain())));
        let is_table = is_table && !is_heading;
        // A row of people that stands alone is told.
        let is_row = pieces.max().unwrap_or_default() > 1 && self.lines.iter().any(has_share);
        let (Some(first), Some(last), true) = (self.lines.first(), self.lines.last(), is_table || is_row) else {
            return self.lines.into_iter().map(Found::Text).collect();
        };
        let y = [first.y, last.y];
        let middle = first.x()[0].midpoint(first.x()[1]);
        // What is drawn above and below divides nothing.
        let crosses = |rule: &&Rule| rule.span[0] < middle && middle < rule.span[1];
        let mut cuts = distinct(page.rules.rows.iter().filter(crosses).map(|rule| rule.at));
        self.cut_below_heading(&mut cuts, page.vocabulary);
        let bands = bands(&self.columns, &self.lines, &cuts, page.leadings, page.ends_with(&self.lines));
        let rule_below = page.rule_below(&self.lines);
        let table = Table { size: last.size, y, columns: self.columns, rule_below, ..Table::default() };
        vec![Found::Table(bands, table)]
    }
}

/// Whether a piece stands in a column, or over it.
pub fn is_in(column: &[f64; 2], piece: &Piece) -> bool {
    column[0] < piece.x[1] && piece.x[0] < column[1]
}

/// Whether a line of one piece is a heading beside some lines: its letters are larger than all of theirs.
fn is_larger(line: &Line, lines: &[Line]) -> bool {
    line.pieces.len() == 1 && lines.iter().all(|other| other.size * HEADING < line.size)
}

/// How many lines the first table of a region has. Rows stand at one distance from each other, however many lines
/// they have; where there is more, and no share in what follows, another table begins, or with the heading of one.
fn end_of_table(lines: &[Line], leading: f64, around: &Around<'_>) -> usize {
    let steps: Vec<f64> = lines.windows(2).map(|pair| pair[1].y - pair[0].y).collect();
    let least = steps.iter().copied().filter(|step| *step > leading * CLOSE).fold(f64::INFINITY, f64::min);
    let begins = |at: usize| {
        let band = lines[at..].windows(2).take_while(|pair| pair[1].y - pair[0].y <= leading * CLOSE).count();
        let mut pieces = lines[at..=at + band].iter().flat_map(|line| &line.pieces);
        !pieces.any(|piece| is_share(&piece.plain()))
    };
    let is_divided = |at: usize| around.divides(&lines[at - 1], &lines[at]);
    let begins_row =
        |at: usize| lines[at].pieces.len() == 1 && Ahead::of(&lines[at], &lines[at + 1..], leading) == Ahead::Share;
    let is_end = |at: &usize| steps[*at - 1] > least * PARAGRAPH && begins(*at) && !is_divided(*at) && !begins_row(*at);
    let is_headed = |at: usize| begins_heading(lines, at, leading, around.vocabulary);
    (1..lines.len()).find(|at| is_end(at) || is_headed(*at)).unwrap_or(lines.len())
}

#[cfg(test)]
mod tests {
    use super::super::leading::Leadings;
    use super::super::letter::Rules;
    use super::super::lines::tests::page;
    use super::super::tolerance::SAME_SIZE;
    use super::super::tolerance::tests::changes_at;
    use super::*;

    const NAMES: [(f64, &str); 2] = [(0.0, "Codice"), (100.0, "Valore")];
    const ROW: [(f64, &str); 2] = [(0.0, "a"), (100.0, "b")];
    /// How far lines stand apart where no paragraph tells, and letters are of ten points.
    const STEP: f64 = 10.0 * USUAL_LEADING;

    /// A line of pieces whose letters are ten points large and five wide.
    fn line(y: f64, pieces: &[(f64, &str)]) -> Line {
        page(&pieces.iter().map(|(x, text)| (*x, y, *text)).collect::<Vec<_>>()).remove(0)
    }

    /// A region of some lines.
    fn region(lines: &[Line]) -> Region {
        let mut region = Region::of(lines[0].clone(), &mut Vec::new(), STEP);
        lines[1..].iter().for_each(|line| region.push(line.clone(), STEP));
        region
    }

    /// What is read on a page on which nothing is drawn.
    fn around<T>(read: impl FnOnce(&Around<'_>) -> T) -> T {
        let (rules, leadings) = (Rules::default(), Leadings::of(&[]));
        read(&Around { rules: &rules, leadings: &leadings, vocabulary: Vocabulary::default(), foot: 0.0 })
    }

    #[test]
    fn what_follows_a_line_stands_near() {
        let ahead = |step: f64, next: &[(f64, &str)]| Ahead::of(&line(0.0, &[(0.0, "a")]), &[line(step, next)], STEP);
        changes_at(BESIDE, [Ahead::Beside, Ahead::Other], |by| ahead(STEP * by, &ROW));
        let share = [(0.0, "Rossi"), (100.0, "3 %")];
        changes_at(USUAL_LEADING * LOOSE, [Ahead::Share, Ahead::Other], |by| ahead(10.0 * by, &share));
    }

    #[test]
    fn lines_right_above_are_of_the_heading() {
        let above = |by: f64, x: f64| {
            let mut parts = vec![Found::Text(line(100.0 - STEP * by, &[(x, "a")]))];
            Region::of(line(100.0, &NAMES), &mut parts, STEP).lines.len()
        };
        changes_at(CLOSE, [2, 1], |by| above(by, 0.0));
        changes_at(LOOSE, [2, 1], |by| above(by, 100.0));
        // But not larger ones.
        changes_at(HEADING, [false, true], |by| {
            is_larger(&Line { size: 10.0 * by, ..line(0.0, &[(0.0, "a")]) }, &[line(0.0, &NAMES)])
        });
    }

    #[test]
    fn the_end_of_a_paragraph_is_of_no_heading() {
        let is_end = |leading: f64, step: f64, x: f64, size: f64| {
            let above = Line { size, ..line(50.0 - step, &[(0.0, "un paragrafo che va sopra le colonne")]) };
            let last = line(50.0, &[(x, "a")]);
            let parts = [Found::Text(above), Found::Text(last.clone())];
            region(&[line(60.0, &NAMES)]).is_end_of_text(&last, &parts, leading)
        };
        for leading in [20.0, 5.0] {
            changes_at(even(leading), [true, false], |by| is_end(leading, leading + by, 0.0, 10.0));
            changes_at(even(leading), [true, false], |by| is_end(leading, leading - by, 0.0, 10.0));
        }
        changes_at(EDGE, [true, false], |by| is_end(STEP, STEP, 10.0 * by, 10.0));
        changes_at(SAME_SIZE, [true, false], |by| is_end(STEP, STEP, 0.0, 10.0 + by));
    }

    #[test]
    fn what_is_aligned_has_an_edge_or_its_middle_in_one_place() {
        let own = region(&[line(0.0, &NAMES)]);
        // The second column goes from 100 to 130.
        for side in [1.0, -1.0] {
            changes_at(EDGE, [true, false], |by| own.is_aligned(&line(12.0, &[(100.0 + side * 10.0 * by, "ab")])));
            changes_at(EDGE, [true, false], |by| own.is_aligned(&line(12.0, &[(120.0 + side * 10.0 * by, "ab")])));
            changes_at(EDGE, [true, false], |by| own.is_aligned(&line(12.0, &[(110.0 + side * 10.0 * by, "ab")])));
        }
    }

    #[test]
    fn columns_stand_apart_and_those_that_touch_are_one() {
        let own = region(&[line(0.0, &NAMES)]);
        // The first goes to 30. What stands alone is of a column, or is read with others at its side.
        let columns = |x: f64, step: f64| own.merged(&line(0.0, &[(x, "a")]), step).map_or(0, |columns| columns.len());
        changes_at(GUTTER, [2, 3], |by| columns(30.0 + 10.0 * by, 0.5));
        changes_at(GUTTER, [2, 3], |by| columns(95.0 - 10.0 * by, 0.5));
        changes_at(BESIDE, [3, 0], |step| columns(60.0, step));
        changes_at(BELOW, [3, 0], |step| columns(160.0, step));
    }

    #[test]
    fn how_far_below_a_table_a_line_is_of_it() {
        let check = |border: f64, heading: &[(f64, &str)], next: &[(f64, &str)], ahead: Ahead| {
            let own = region(&[line(0.0, heading)]);
            let takes = |by: f64| around(|page| own.takes(&line(STEP * by, next), page, ahead));
            changes_at(border, [true, false], takes);
        };
        check(NEAR, &NAMES, &ROW, Ahead::Other);
        check(NEAR, &NAMES, &ROW[..1], Ahead::Share);
        // What stands alone: at the left, where a text may go on; elsewhere.
        check(CLOSE, &NAMES, &ROW[..1], Ahead::Other);
        check(BELOW, &NAMES, &ROW[1..], Ahead::Other);
        // A row of people.
        let people = [(0.0, "Nome"), (100.0, "Ruolo"), (200.0, "Quota")];
        check(FAR, &people, &[(0.0, "Rossi"), (100.0, "Dip."), (200.0, "3 %")], Ahead::Other);
        // A row that is aligned with none.
        check(TABLES_APART, &NAMES, &[(10.0, "a"), (100.0, "b")], Ahead::Other);
    }

    #[test]
    fn lines_of_cells_go_on_as_far_below_as_others_do() {
        let of = |step: f64| region(&[line(0.0, &NAMES), line(step, &ROW)]);
        let goes_on = |by: f64| around(|page| of(15.0).takes(&line(15.0 + 15.0 * by, &ROW[..1]), page, Ahead::Other));
        changes_at(APART, [true, false], goes_on);
        changes_at(USUAL_LEADING * LOOSE, [true, false], |by| of(10.0 * by).leading(10.0) > 0.0);
    }

    #[test]
    fn another_table_begins_where_lines_stand_farther_apart() {
        let is_split = |by: f64| {
            let mut own = region(&[line(0.0, &NAMES), line(STEP * by, &ROW)]);
            around(|page| own.split_for(&line(STEP * by + 12.0, &ROW), page, Ahead::Other)).is_some()
        };
        changes_at(TABLES_APART, [false, true], is_split);
        let count = |steps: &[f64], last: &[(f64, &str)]| {
            let ends = steps.iter().scan(0.0, |y, step| Some(std::mem::replace(y, *y + step)));
            let mut lines: Vec<Line> = ends.map(|y| line(y, &ROW)).collect();
            lines.push(line(steps.iter().sum(), last));
            around(|page| end_of_table(&lines, STEP, page))
        };
        changes_at(PARAGRAPH, [3, 2], |by| count(&[20.0, 20.0 * by], &ROW));
        // Lines of a row stand nearer to each other than rows.
        changes_at(CLOSE, [3, 2], |by| count(&[STEP * by, 30.0], &ROW));
        // What follows is a row of it if one of its lines has a share.
        changes_at(CLOSE, [4, 2], |by| count(&[14.0, 30.0, STEP * by], &[(0.0, "a"), (100.0, "3 %")]));
    }
}
