//! The band of one person: what is committed on every day of a year, project upon project, with what exceeds the capacity in a frame and
//! what is missing to it hollow.

use crate::model::{Days, Percent, Step, Steps};
use crate::present::Numbers;
use crate::present::chart::material::{Material, amount};
use crate::present::chart::page::Page;
use crate::present::chart::people::bar::{Fill, number, segment};
use crate::present::chart::people::{Group, Row};
use crate::present::chart::scene::Scene;
use crate::present::chart::style::{CAPACITY, HAIRLINE, INK, OVER, THIN, WHITE};

/// How high a hundred percent are.
pub(super) const CAPACITY_HEIGHT: f64 = 5.4;
/// Where the scale ends at the latest, in percent.
const LATEST: f64 = 200.0;
/// How far what is not the capacity is drawn from its line at least, and how wide what is missing is.
const LEAST: f64 = 0.8;
const FRAME: f64 = 0.5;
/// How far below the end of the scale it is cut off, and how far the cut goes.
const TEAR: f64 = 1.0;
const TORN: f64 = TEAR + 2.1;
/// What parts a dashed line from that of the capacity.
const CLEAR: f64 = 0.2;

/// Somebody's band.
pub(super) struct Band {
    /// The kinds of projects from the bottom up, each with what it and all below it come to.
    layers: Vec<(Fill, Steps)>,
    /// What everything comes to.
    pub whole: Steps,
    /// What may be committed; none for who is no person.
    pub capacity: Option<Steps>,
    /// The days on which it is more than the capacity, those that follow upon each other together, with the most that it is then.
    pub over: Vec<Step>,
    /// Those on which it is less, step by step.
    pub under: Vec<Step>,
}

/// Where a band stands: from the first day to the last of a year, upon its bottom.
pub(super) struct Frame {
    pub start: f64,
    pub end: f64,
    pub bottom: f64,
    pub year: Days,
}

impl Frame {
    /// Where some days begin and end.
    fn span(&self, days: Days) -> (f64, f64) {
        let per_day = (self.end - self.start) / f64::from(self.year.count());
        (self.start + per_day * f64::from(days.first - 1), self.start + per_day * f64::from(days.last))
    }

    /// Where some days begin, and how wide they are: wide enough to be seen, within the year. All of it may seem a little wider than it is.
    fn widened(&self, days: Days) -> (f64, f64) {
        let (left, right) = self.span(days);
        let wide = (right - left).max(LEAST);
        ((f64::midpoint(left, right) - wide / 2.0).min(self.end - wide).max(self.start), wide)
    }

    /// Where a percentage is, as far as the scale goes.
    fn at(&self, percent: Percent) -> f64 {
        self.bottom - height(percent)
    }
}

/// How high a percentage is, as far as the scale goes.
fn height(percent: Percent) -> f64 {
    amount(percent).min(LATEST) * CAPACITY_HEIGHT / 100.0
}

impl Band {
    /// The band of who has a row.
    pub fn of(material: &Material<'_, '_>, row: &Row, cdr: Option<usize>, coloured: &[usize]) -> Self {
        let plan = material.plan;
        let standing = &material.standings[row.subject];
        let rows = || plan.commitments_of(row.subject);
        let fill_of = |sheet: usize| Fill::of((plan.sheets[sheet].project, plan.sheets[sheet].cdr), cdr, coloured);
        let mut fills: Vec<Fill> = rows().map(|row| fill_of(row.sheet)).collect();
        fills.sort_unstable();
        fills.dedup();
        let up_to = |top: Fill| plan.steps_of(rows().filter(|row| fill_of(row.sheet) <= top));
        let layers = fills.into_iter().map(|fill| (fill, up_to(fill))).collect();
        let whole = plan.steps_of(rows());
        let is_person = plan.subjects[row.subject].is_person();
        let capacity = plan.capacity_of(row.subject).filter(|_| is_person);
        let over = capacity.as_ref().filter(|_| row.group == Group::Over);
        let most = |run: Step| {
            let held = parts([&whole].into_iter(), plan.year_days()).into_iter().filter(|days| days.overlaps(run.days));
            Step { percent: held.map(|days| whole.at(days.first)).max().unwrap_or_default(), ..run }
        };
        let over: Vec<Step> = over.map_or_else(Vec::new, |capacity| {
            whole.minus(capacity).above(material.tolerance).into_iter().map(most).collect()
        });
        // Figures that were rounded make sums that are off by nothing.
        let rounded = Percent::from_millionths(rows().filter(|row| row.rounded).count().try_into().unwrap_or(i64::MAX));
        let is_judged = standing.is_certain && !standing.is_partly_read() && !standing.by_rounding;
        let under = capacity.as_ref().filter(|_| is_judged);
        let under = under.map_or_else(Vec::new, |capacity| {
            let all = parts([&whole, capacity].into_iter(), plan.year_days());
            let is_less = |days: &Days| whole.at(days.first) < capacity.at(days.first) - material.tolerance - rounded;
            all.into_iter().filter(is_less).map(|days| Step { days, percent: whole.at(days.first) }).collect()
        });
        Self { layers, whole, capacity, over, under }
    }

    /// How high it is: as high as its capacity, or as its peak.
    pub fn height(&self) -> f64 {
        let peak = self.whole.peak();
        let peak = self.top(peak.percent, peak.days.first);
        let capacity = self.capacity.as_ref().map_or(Percent::HUNDRED, |capacity| capacity.peak().percent);
        peak.max(height(capacity)).max(CAPACITY_HEIGHT)
    }

    /// What may be committed on a day; none for who is no person.
    fn capacity_at(&self, day: u16) -> Option<Percent> {
        self.capacity.as_ref().map(|capacity| capacity.at(day))
    }

    /// The days of a year, parted wherever what is committed or what may be changes.
    fn days(&self, year: Days) -> Vec<Days> {
        parts([&self.whole].into_iter().chain(&self.capacity), year)
    }

    /// How high a sum of all is drawn on a day: visibly above or below the capacity, if it is not that.
    fn top(&self, whole: Percent, day: u16) -> f64 {
        let exact = height(whole);
        let Some(capacity) = self.capacity_at(day) else { return exact };
        let line = height(capacity);
        if !self.over.is_empty() && whole > capacity {
            exact.max(line + LEAST)
        } else if !self.under.is_empty() && whole < capacity {
            exact.min(line - LEAST).max(0.0)
        } else {
            exact
        }
    }

    /// Whether something of it has a fill.
    pub fn has(&self, fill: Fill) -> bool {
        self.layers.iter().any(|(own, _)| *own == fill)
    }

    /// Whether it goes on where the scale ends.
    pub fn is_cut(&self) -> bool {
        amount(self.whole.peak().percent) > LATEST
    }

    /// Whether something that is off is drawn larger than it is, where a day is so wide.
    pub fn is_widened(&self, day: f64) -> bool {
        let line = |step: &Step| height(self.capacity_at(step.days.first).unwrap_or_default());
        let is_flat = |step: &Step| (height(step.percent) - line(step)).abs() < LEAST;
        let is_narrow = |step: &Step| f64::from(step.days.count()) * day < LEAST;
        self.over.iter().any(is_flat) || self.under.iter().any(|step| is_flat(step) || is_narrow(step))
    }

    /// Draws it.
    pub fn draw(&self, page: &mut Page<'_, '_, '_>, frame: &Frame, numbers: Numbers) {
        for (at, (fill, upper)) in self.layers.iter().enumerate() {
            let lower = at.checked_sub(1).map(|below| &self.layers[below].1);
            self.layer(&mut page.scene, frame, (*fill, lower, upper), numbers);
        }
        for step in &self.under {
            self.missing(&mut page.scene, frame, step);
        }
        page.scene.across(frame.start, frame.end, frame.bottom, THIN, HAIRLINE);
        for run in &self.over {
            self.exceeding(&mut page.scene, frame, run.days);
        }
        for step in self.whole.iter().filter(|step| amount(step.percent) > LATEST) {
            let (left, right) = frame.span(step.days);
            page.scene.torn(left, right, frame.at(step.percent) + TEAR);
        }
        let mut before: Option<f64> = None;
        for step in self.capacity.iter().flat_map(Steps::iter) {
            let (left, right) = frame.span(step.days);
            let line = frame.at(step.percent);
            page.scene.across(left, right, line - CAPACITY / 2.0, CAPACITY, INK);
            if let Some(before) = before.replace(line) {
                page.scene.down(left, before.min(line), before.max(line), CAPACITY, INK);
            }
        }
    }

    /// What projects of one kind come to, upon those below.
    fn layer(
        &self,
        scene: &mut Scene,
        frame: &Frame,
        (fill, lower, upper): (Fill, Option<&Steps>, &Steps),
        numbers: Numbers,
    ) {
        let mut last: Option<(Days, [f64; 2], Percent)> = None;
        let line = |days: Days| self.capacity_at(days.first).map(height);
        for days in parts(lower.into_iter().chain([upper, &self.whole]).chain(&self.capacity), frame.year) {
            let [below, sum, whole] = [
                lower.map_or(Percent::ZERO, |lower| lower.at(days.first)),
                upper.at(days.first),
                self.whole.at(days.first),
            ];
            let top = self.top(whole, days.first);
            let own = [height(below).min(top), if sum == whole { top } else { height(sum).min(top) }];
            match &mut last {
                Some((known, there, share))
                    if is_there(*there, own)
                        && *share == sum - below
                        && self.capacity_at(known.first) == self.capacity_at(days.first) =>
                {
                    known.last = days.last;
                }
                _ => {
                    if let Some(before) = last.replace((days, own, sum - below)) {
                        piece(scene, (frame, line(before.0)), fill, before, numbers);
                    }
                }
            }
        }
        if let Some(before) = last {
            piece(scene, (frame, line(before.0)), fill, before, numbers);
        }
    }

    /// What is missing on some days, wide enough to be seen.
    fn missing(&self, scene: &mut Scene, frame: &Frame, step: &Step) {
        let Some(capacity) = self.capacity_at(step.days.first) else { return };
        let (left, right) = frame.span(step.days);
        let (begin, wide) = frame.widened(step.days);
        let [top, bottom] =
            [frame.at(capacity) + CAPACITY / 2.0 + CLEAR, frame.bottom - self.top(step.percent, step.days.first)];
        if wide > right - left {
            scene.rect(begin, top, begin + wide, bottom, WHITE);
        }
        scene.hollow(begin, top, begin + wide, bottom);
    }

    /// A frame around what is more than the capacity on some days, outside of it.
    fn exceeding(&self, scene: &mut Scene, frame: &Frame, days: Days) {
        let line_at = |day: u16| frame.at(self.capacity_at(day).unwrap_or_default());
        let all = self.days(frame.year);
        let steps = all.iter().filter(|step| step.overlaps(days));
        let top = |step: &Days| frame.bottom - self.top(self.whole.at(step.first), step.first);
        let steps: Vec<_> = steps.map(|step| (frame.span(*step), top(step), line_at(step.first))).collect();
        for (at, &((left, right), top, line)) in steps.iter().enumerate() {
            let before = at.checked_sub(1).map_or(line, |before| steps[before].1);
            let next = steps.get(at + 1).map_or(line, |next| next.1);
            // Where what stands beside it is lower, the frame goes down to it.
            let [from, to] = [(left, before), (right, next)].map(|(x, beside)| (x, beside.max(top)));
            scene.rect(
                left - if from.1 > top { FRAME } else { 0.0 },
                top - FRAME,
                right + if to.1 > top { FRAME } else { 0.0 },
                top,
                OVER,
            );
            scene.rect(from.0 - FRAME, top, from.0, from.1, OVER);
            scene.rect(to.0, top, to.0 + FRAME, to.1, OVER);
        }
    }
}

/// Whether two pieces stand at the same heights.
fn is_there(one: [f64; 2], other: [f64; 2]) -> bool {
    one.iter().zip(other).all(|(one, other)| (one - other).abs() < 0.001)
}

/// The days of a year, parted wherever one of some functions changes.
fn parts<'s>(all: impl Iterator<Item = &'s Steps>, year: Days) -> Vec<Days> {
    let mut firsts: Vec<u16> = all.flat_map(|steps| steps.iter().map(|step| step.days.first)).collect();
    firsts.sort_unstable();
    firsts.dedup();
    let next = firsts.iter().skip(1).map(|first| first - 1).chain([year.last]);
    firsts.iter().zip(next).map(|(&first, last)| Days { first, last }).collect()
}

/// A share on some days, with its number where there is room, and a white line to what stands below it.
fn piece(
    scene: &mut Scene,
    (frame, capacity): (&Frame, Option<f64>),
    fill: Fill,
    (days, [from, to], share): (Days, [f64; 2], Percent),
    numbers: Numbers,
) {
    /// What parts two projects.
    const LINE: f64 = 0.2;
    /// A number needs so much height.
    const HIGH: f64 = 2.2;
    if to - from < 0.01 {
        return;
    }
    let (left, right) = frame.span(days);
    let [bottom, top] = [frame.bottom - from, frame.bottom - to];
    // Upon nothing there is nothing to part it from.
    let line = if from > 0.0 { LINE.min((bottom - top) / 2.0) } else { 0.0 };
    scene.rect(left, bottom - line, right, bottom, WHITE);
    segment(scene, fill, [left, top, right, bottom - line]);
    // Where the line of the capacity crosses it, its number is in the higher half.
    let line = capacity.map(|height| frame.bottom - height).filter(|line| (top..bottom).contains(line));
    let (top, bottom) = match line {
        Some(line) if line - top > bottom - line => (top, line - CAPACITY / 2.0),
        Some(line) => (line + CAPACITY / 2.0, bottom),
        None => (top, bottom),
    };
    let top = if to < LATEST * CAPACITY_HEIGHT / 100.0 { top } else { top.max(frame.bottom - to + TORN) };
    if bottom - top >= HIGH {
        number(scene, fill, &numbers.bare(share), [left, top, right, bottom]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_stand_where_they_are_in_their_year() {
        let frame = |year: u16| Frame {
            start: 10.0,
            end: 10.0 + f64::from(Days::of_year(year).count()),
            bottom: 0.0,
            year: Days::of_year(year),
        };
        // A millimetre a day: March begins on the 61st day of a leap year, on the 60th of another.
        for (year, first) in [(2024, 70.0), (2023, 69.0)] {
            let (left, right) = frame(year).span(Days::of_month(year, 3).unwrap());
            assert!((left - first).abs() < 1e-9 && (right - first - 31.0).abs() < 1e-9, "{year}: {left} {right}");
        }
        let (left, right) = frame(2024).span(Days::of_year(2024));
        assert!((left - 10.0).abs() < 1e-9 && (right - 376.0).abs() < 1e-9);
    }

    #[test]
    fn all_of_a_year_has_its_place_wherever_the_year_begins() {
        for tenth in 0..5000 {
            let start = 20.0 + f64::from(tenth) / 130.0;
            let frame = Frame { start, end: 170.0, bottom: 0.0, year: Days::of_year(2024) };
            let (begin, wide) = frame.widened(Days::of_year(2024));
            assert!((begin - start).abs() < 1e-9 && (begin + wide - 170.0).abs() < 1e-9, "{start}");
            for days in [Days { first: 1, last: 1 }, Days { first: 366, last: 366 }] {
                let (begin, wide) = frame.widened(days);
                assert!(wide >= LEAST && begin >= start && begin + wide <= 170.0 + 1e-9, "{start}");
            }
        }
    }

    #[test]
    fn functions_are_parted_wherever_one_changes() {
        let year = Days::of_year(2023);
        let steps = |first, last| Steps::of([(Percent::HUNDRED, Days { first, last })], year);
        let parts = parts([&steps(1, 31), &steps(10, 59)].into_iter(), year);
        let bounds: Vec<_> = parts.iter().map(|days| (days.first, days.last)).collect();
        assert_eq!(bounds, [(1, 9), (10, 31), (32, 59), (60, 365)]);
    }
}
