//! Text in boxes beside tables: what stands on the lines of others, and is none of theirs.

use std::borrow::Cow;

use super::beside;
use super::cells::{has_code, is_share};
use super::found::Found;
use super::letter::{Rule, Rules};
use super::lines::{Line, Piece};
use super::tolerance::DOUBLE;

/// A part of a page with text by itself: a box that is drawn around it, or a column of paragraphs.
struct Frame {
    /// Where it begins and ends.
    x: [f64; 2],
    /// From where to where it goes, from the top.
    y: [f64; 2],
}

/// Takes out of the lines of a page what stands in boxes beside lines of several cells; and the boxes out of what is drawn.
pub fn taken<'r>(lines: &mut Vec<Line>, rules: &'r Rules) -> (Vec<Line>, Cow<'r, Rules>) {
    let mut taken = Vec::new();
    let mut rest = Cow::Borrowed(rules);
    for frame in frames(rules) {
        if !frame.stands_beside(lines) {
            continue;
        }
        frame.take(lines, &mut taken);
        let rest = rest.to_mut();
        rest.rows.retain(|rule| !is_of(rule, frame.y, frame.x));
        rest.columns.retain(|rule| !is_of(rule, frame.x, frame.y));
    }
    for [x, y] in beside::texts(lines, &rest) {
        Frame { x, y }.take(lines, &mut taken);
    }
    lines.retain(|line| !line.pieces.is_empty());
    taken.sort_by(|a, b| a.y.total_cmp(&b.y));
    (taken, rest)
}

/// Gives the text of boxes back, each above the part beside which it stands.
pub fn given_back(taken: Vec<Line>, parts: &mut Vec<Found>) {
    for line in taken {
        let is_below = |part: &Found| part.foot() >= line.y;
        let at = parts.iter().position(is_below).unwrap_or(parts.len());
        parts.insert(at, Found::Text(line));
    }
}

/// The boxes that stand by themselves: at the same heights no other line is drawn, and none in them.
fn frames(rules: &Rules) -> Vec<Frame> {
    let mut sides: Vec<&Rule> = rules.columns.iter().collect();
    sides.sort_by(|a, b| a.span[0].total_cmp(&b.span[0]).then(a.span[1].total_cmp(&b.span[1])));
    let is_alike = |a: &&Rule, b: &&Rule| (0..2).all(|end| (a.span[end] - b.span[end]).abs() <= DOUBLE);
    let frame = |pair: &[&Rule]| {
        let [a, b] = pair else { return None };
        let frame = Frame { x: [a.at.min(b.at), a.at.max(b.at)], y: a.span };
        frame.is_closed(rules).then_some(frame)
    };
    sides.chunk_by(is_alike).filter_map(frame).collect()
}

/// Whether a line is one of the two that are drawn at some places, from one end to the other.
fn is_of(rule: &Rule, at: [f64; 2], span: [f64; 2]) -> bool {
    let is_near = |a: f64, b: f64| (a - b).abs() <= DOUBLE;
    at.iter().any(|at| is_near(rule.at, *at)) && is_near(rule.span[0], span[0]) && is_near(rule.span[1], span[1])
}

impl Frame {
    /// Whether lines of its width are drawn above and below it, and none between.
    fn is_closed(&self, rules: &Rules) -> bool {
        let [left, right] = self.x;
        let begin = rules.rows.partition_point(|rule| rule.at < self.y[0] - DOUBLE);
        let near = rules.rows[begin..].iter().take_while(|rule| rule.at <= self.y[1] + DOUBLE);
        let mut crossing = near.filter(|rule| rule.span[0] < right - DOUBLE && left + DOUBLE < rule.span[1]);
        crossing.clone().count() >= 2 && crossing.all(|rule| is_of(rule, self.y, self.x))
    }

    /// Takes what stands in it out of some lines.
    fn take(&self, lines: &mut [Line], taken: &mut Vec<Line>) {
        for line in lines.iter_mut().filter(|line| self.is_beside(line)) {
            let (inside, own) = line.pieces.drain(..).partition(|piece| self.holds(piece));
            line.pieces = own;
            if !inside.is_empty() {
                taken.push(Line { pieces: inside, ..line.clone() });
            }
        }
    }

    fn is_beside(&self, line: &Line) -> bool {
        line.told.is_none() && self.y[0] < line.middle() && line.middle() < self.y[1]
    }

    fn holds(&self, piece: &Piece) -> bool {
        self.x[0] < piece.centre() && piece.centre() < self.x[1]
    }

    /// Whether it holds a text of several lines that is no column: it stands at a side of lines of several cells, not on the lines of
    /// them, for the most part, and has no code and no share.
    fn stands_beside(&self, lines: &[Line]) -> bool {
        let own = || lines.iter().filter(|line| self.is_beside(line));
        let count = |line: &Line| line.pieces.iter().filter(|piece| self.holds(piece)).count();
        let held = own().filter(|line| count(line) == 1).count();
        let alone = own().filter(|line| count(line) == 1 && line.pieces.len() == 1).count();
        let is_text = own().all(|line| count(line) < 2) && held > 1 && alone * 2 >= held;
        let is_at_side = |line: &Line| {
            let others = || line.pieces.iter().filter(|piece| !self.holds(piece));
            others().all(|piece| piece.x[1] <= self.x[0]) || others().all(|piece| self.x[1] <= piece.x[0])
        };
        is_text
            && own().any(|line| line.pieces.len() - count(line) > 1)
            && own().all(is_at_side)
            && !own().any(|line| self.holds_figure_or_code(line))
    }

    fn holds_figure_or_code(&self, line: &Line) -> bool {
        let pieces: Vec<Piece> = line.pieces.iter().filter(|piece| self.holds(piece)).cloned().collect();
        pieces.iter().any(|piece| is_share(&piece.plain())) || has_code(&Line { pieces, ..line.clone() })
    }
}

#[cfg(test)]
mod tests {
    use super::super::lines::tests::page;
    use super::super::tolerance::tests::changes_at;
    use super::*;

    const TABLE: [(f64, f64, &str); 6] = [
        (0.0, 20.0, "Rossi"),
        (50.0, 20.0, "Dip."),
        (100.0, 20.0, "3 %"),
        (0.0, 40.0, "Neri"),
        (50.0, 40.0, "Dip."),
        (100.0, 40.0, "4 %"),
    ];

    /// What is taken out of a table beside which a text stands in a box, with more lines drawn down.
    fn taken_beside(text: &[(f64, f64, &str)], more: &[Rule]) -> (Vec<String>, usize) {
        let side = |at: f64| Rule { at, span: [10.0, 50.0] };
        let end = |at: f64| Rule { at, span: [190.0, 300.0] };
        taken_in(text, [&[side(190.0), side(300.0)], more].concat(), vec![end(10.0), end(50.0)])
    }

    /// The same with lines that are drawn down and across.
    fn taken_in(text: &[(f64, f64, &str)], columns: Vec<Rule>, rows: Vec<Rule>) -> (Vec<String>, usize) {
        let rules = Rules { rows, columns };
        let mut lines = page(&[TABLE.as_slice(), text].concat());
        let (taken, rest) = taken(&mut lines, &rules);
        (
            taken.iter().flat_map(|line| &line.pieces).map(|piece| piece.plain().into_owned()).collect(),
            rest.columns.len(),
        )
    }

    #[test]
    fn a_text_in_a_box_beside_a_table_is_none_of_it() {
        let text = [(200.0, 16.0, "Nota: il 50 %"), (200.0, 28.0, "è di"), (200.0, 40.0, "altri")];
        assert_eq!(
            taken_beside(&text, &[]),
            (vec!["Nota: il 50 %".to_owned(), "è di".to_owned(), "altri".to_owned()], 0)
        );
        // One line may be a cell, several boxes beside each other are cells, and codes are looked for in tables.
        assert_eq!(taken_beside(&text[..1], &[]).0.len(), 0);
        assert_eq!(taken_beside(&text, &[Rule { at: 90.0, span: [10.0, 50.0] }]).0.len(), 0);
        for other in ["2024_PD_4901", "30 %"] {
            assert_eq!(taken_beside(&[text[0], (200.0, 28.0, other)], &[]).0.len(), 0, "{other}");
        }
        // What stands on the lines of the rows is a column.
        let column = [(200.0, 20.0, "fino a giugno"), (200.0, 40.0, "da luglio")];
        assert_eq!(taken_beside(&column, &[]).0.len(), 0);
    }

    #[test]
    fn the_sides_of_a_box_meet_its_ends() {
        let text = [(200.0, 16.0, "Nota"), (200.0, 28.0, "di"), (200.0, 40.0, "altri")];
        let taken = |side: Rule, ends: [Rule; 2]| {
            taken_in(&text, vec![Rule { at: 190.0, span: [10.0, 50.0] }, side], ends.to_vec()).0.len()
        };
        let side = |foot: f64| Rule { at: 300.0, span: [10.0, foot] };
        let end = |at: f64, from: f64| Rule { at, span: [from, 300.0] };
        let foot = end(50.0, 190.0);
        // As far down, at the ends, as far to the left.
        changes_at(DOUBLE, [3, 0], |by| taken(side(50.0 + by), [end(10.0, 190.0), foot]));
        changes_at(DOUBLE, [3, 0], |by| taken(side(50.0), [end(10.0 - by, 190.0), foot]));
        changes_at(DOUBLE, [3, 0], |by| taken(side(50.0), [end(10.0, 190.0), end(50.0 + by, 190.0)]));
        changes_at(DOUBLE, [3, 0], |by| taken(side(50.0), [end(10.0, 190.0 - by), foot]));
    }

    #[test]
    fn a_line_that_goes_into_a_box_divides_cells() {
        let text = [(200.0, 16.0, "Nota"), (200.0, 28.0, "di"), (200.0, 40.0, "altri")];
        let taken = |at: f64, span: [f64; 2]| {
            let sides = [190.0, 300.0].map(|at| Rule { at, span: [10.0, 50.0] });
            let ends = [10.0, 50.0].map(|at| Rule { at, span: [190.0, 300.0] });
            let mut rows = [ends[0], ends[1], Rule { at, span }].to_vec();
            rows.sort_by(|a, b| a.at.total_cmp(&b.at));
            taken_in(&text, sides.to_vec(), rows).0.len()
        };
        changes_at(DOUBLE, [3, 0], |by| taken(30.0, [0.0, 190.0 + by]));
        changes_at(DOUBLE, [3, 0], |by| taken(30.0, [300.0 - by, 400.0]));
        // As do those that go on above it and below, where they are none of it.
        changes_at(DOUBLE, [0, 3], |by| taken(10.0 - by, [0.0, 400.0]));
        changes_at(DOUBLE, [0, 3], |by| taken(50.0 + by, [0.0, 400.0]));
    }
}
