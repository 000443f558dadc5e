//! The bar of one person: a segment for each project, what exceeds the capacity in a frame, what is missing
//! hollow.

use super::Group;
use crate::analyse::Load;
use crate::model::Percent;
use crate::present::Numbers;
use crate::present::chart::font::width;
use crate::present::chart::material::amount;
use crate::present::chart::page::Page;
use crate::present::chart::scene::{Anchor, Scene};
use crate::present::chart::style::{CAPACITY, Colour, GAP, IN_BAR, INK, OTHERS, OVER, PROJECTS, QUIET, WHITE};

/// How a segment is filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::present::chart) enum Fill {
    /// A project, by its rank in the scope.
    Project(usize),
    /// All other projects of the scope.
    Others,
    /// Commitments in other CDRs.
    Elsewhere,
}

impl Fill {
    /// That of what is committed to a project under a CDR, where one CDR is shown, or all, and some projects have colours.
    pub fn of((project, of): (Option<usize>, Option<usize>), cdr: Option<usize>, coloured: &[usize]) -> Self {
        let rank = project.and_then(|project| coloured.iter().position(|&own| own == project));
        match rank {
            _ if cdr.is_some() && of != cdr => Self::Elsewhere,
            Some(rank) => Self::Project(rank),
            None => Self::Others,
        }
    }
}

/// Somebody's bar.
pub(in crate::present::chart) struct Bar {
    /// The group of the total, which is what is drawn.
    pub group: Group,
    /// The most on any day, of whoever is over then.
    pub peak: Option<Percent>,
    pub capacity: Percent,
    /// In the order in which they are drawn.
    pub segments: Vec<(Fill, Percent)>,
    pub total: Percent,
}

/// From percent to millimetres.
pub(in crate::present::chart) struct Scale {
    start: f64,
    per_percent: f64,
    /// Where it ends, in percent.
    pub most: f64,
}

/// Where the scale ends at the latest.
const LATEST: f64 = 200.0;
/// What is drawn at least of a share, and of a deviation.
const LEAST_SHARE: f64 = 0.4;
const LEAST_DEVIATION: f64 = 0.8;
const HEIGHT: f64 = 3.4;
const FRAME: f64 = 0.5;

impl Scale {
    pub fn new(start: f64, end: f64, largest: f64) -> Self {
        let most = largest.clamp(100.0, LATEST);
        // Room for an excess that is drawn wider than it is.
        let end = if most > 100.0 { end } else { end - CAPACITY };
        Self { start, per_percent: (end - start) / most, most }
    }

    pub fn at(&self, percent: f64) -> f64 {
        self.start + percent * self.per_percent
    }
}

impl Bar {
    pub fn of(load: &Load, cdr: Option<usize>, coloured: &[usize], (group, capacity): (Group, Percent)) -> Self {
        let mut segments: Vec<(Fill, Percent)> = Vec::new();
        for part in &load.parts {
            let fill = Fill::of((part.project, part.cdr), cdr, coloured);
            match segments.iter_mut().find(|(known, _)| *known == fill) {
                Some((_, sum)) => *sum = *sum + part.percent,
                None => segments.push((fill, part.percent)),
            }
        }
        segments.retain(|(_, percent)| *percent != Percent::ZERO);
        segments.sort_by_key(|&(fill, _)| fill);
        let total = segments.iter().map(|&(_, percent)| percent).sum();
        Self { group, peak: None, capacity, segments, total }
    }

    /// Whether the bar goes on where the scale ends.
    pub fn is_cut(&self, scale: &Scale) -> bool {
        amount(self.total) > scale.most
    }

    /// Whether the capacity is beyond the end of the scale.
    pub fn is_beyond(&self, scale: &Scale) -> bool {
        amount(self.capacity) > scale.most
    }

    /// Whether the deviation is drawn wider than it is.
    pub fn is_widened(&self, scale: &Scale) -> bool {
        let deviation = amount((self.total - self.capacity).abs()) * scale.per_percent;
        matches!(self.group, Group::Over | Group::Under) && deviation < LEAST_DEVIATION
    }

    /// Where the bar ends: at the capacity if the total is, otherwise visibly before or behind it.
    fn end(&self, scale: &Scale) -> f64 {
        let exact = scale.at(amount(self.total).min(scale.most));
        let capacity = scale.at(amount(self.capacity).min(scale.most));
        match self.group {
            Group::Over => exact.max(capacity + LEAST_DEVIATION),
            Group::Under => exact.min(capacity - LEAST_DEVIATION).max(scale.start),
            Group::Full if self.total == self.capacity => capacity,
            Group::Uncertain | Group::Partly | Group::Full | Group::Collective => exact,
        }
    }

    /// Where each segment begins and ends. None is narrower than can be seen; the wide ones give way.
    fn spans(&self, scale: &Scale) -> Vec<(f64, f64)> {
        let end = self.end(scale).max(scale.start + LEAST_SHARE * self.segments.len() as f64);
        let scaled = |percent: Percent| (amount(percent) * scale.per_percent).max(LEAST_SHARE);
        let mut widths: Vec<f64> = self.segments.iter().map(|&(_, percent)| scaled(percent)).collect();
        if self.is_cut(scale) {
            // What lies beyond the end is not drawn.
            let mut x = scale.start;
            return widths
                .iter()
                .map(|width| {
                    let span = (x.min(end), (x + width).min(end));
                    x += width;
                    span
                })
                .collect();
        }
        let excess = widths.iter().sum::<f64>() - (end - scale.start);
        let spare: f64 = widths.iter().map(|width| width - LEAST_SHARE).sum();
        if spare > 0.0 {
            for width in &mut widths {
                *width -= excess * (*width - LEAST_SHARE) / spare;
            }
        }
        let mut x = scale.start;
        let span = |width: &f64| {
            let span = (x, x + width);
            x = span.1;
            span
        };
        widths.iter().map(span).collect()
    }
}

/// Draws a bar in a row that begins at `top`.
pub(super) fn draw(page: &mut Page<'_, '_, '_>, bar: &Bar, scale: &Scale, top: f64, numbers: Numbers) {
    let top = top + (super::ROW - HEIGHT) / 2.0;
    let bottom = top + HEIGHT;
    let end = bar.end(scale);
    let capacity = scale.at(amount(bar.capacity).min(scale.most));
    let spans = bar.spans(scale);
    let last = spans.len().saturating_sub(1);
    for (at, (&(fill, percent), &(left, right))) in bar.segments.iter().zip(&spans).enumerate() {
        if right - left < 0.01 {
            continue;
        }
        let half = if right - left < 1.0 { GAP / 4.0 } else { GAP / 2.0 };
        let inner_left = if at == 0 { left } else { left + half };
        let inner_right = if at == last { right } else { right - half };
        segment(&mut page.scene, fill, [inner_left, top, inner_right, bottom]);
        let written = numbers.bare(percent);
        // A segment that the line of the capacity crosses has its number in the wider half.
        let line = scale.at(100.0);
        let (from, to) = match (inner_left < line - 0.3, inner_right > line + 0.3) {
            (true, true) if line - inner_left >= inner_right - line => (inner_left, line - CAPACITY / 2.0),
            (true, true) => (line + CAPACITY / 2.0, inner_right),
            _ => (inner_left, inner_right),
        };
        let to = if bar.is_cut(scale) && at == last { to.min(end - 7.0) } else { to };
        number(&mut page.scene, fill, &written, [from, top, to, bottom]);
    }
    if bar.is_cut(scale) {
        page.scene.cut(end - 5.5, top, bottom);
    }
    match bar.group {
        Group::Over => {
            page.scene.frame(capacity, top - FRAME, end + FRAME, bottom + FRAME, FRAME, OVER);
        }
        Group::Under => {
            let from = spans.last().map_or(scale.start, |&(_, right)| right + GAP / 2.0);
            page.scene.hollow(from, top, capacity, bottom);
            if amount(bar.capacity) > scale.most {
                page.scene.cut(capacity - 5.5, top, bottom);
            }
            if bar.segments.is_empty() {
                empty(page, "chart-nothing", [scale.start, top, capacity, bottom]);
            }
        }
        Group::Partly if bar.segments.is_empty() => {
            empty(page, "chart-nothing-read", [scale.start, top, capacity, bottom]);
        }
        Group::Uncertain | Group::Partly | Group::Full | Group::Collective => {}
    }
    if let Some(peak) = bar.peak.filter(|peak| *peak > bar.total) {
        // From where the bar and what it lacks end. Where the scale ends before, so does the line, without a stroke.
        let from = if bar.group == Group::Over { end + FRAME } else { capacity.max(end) + CAPACITY / 2.0 };
        let is_beyond = amount(peak) > scale.most;
        let to = scale.at(amount(peak).min(scale.most)).max(from + LEAST_DEVIATION);
        page.scene.reaching([from, to], [top, bottom], is_beyond);
    }
}

/// Says in words that there is nothing to draw.
fn empty(page: &mut Page<'_, '_, '_>, id: &str, [left, top, right, bottom]: [f64; 4]) {
    let words = page.material.text(id);
    let kind = IN_BAR.in_colour(QUIET);
    let middle = f64::midpoint(left, right);
    let half = width(&words, kind) / 2.0 + 0.8;
    page.scene.rect(middle - half, top - 0.1, middle + half, bottom + 0.1, WHITE);
    page.scene.text(&words, middle, baseline(top, bottom), Anchor::Middle, kind);
}

fn baseline(top: f64, bottom: f64) -> f64 {
    f64::midpoint(top, bottom) + IN_BAR.cap_height() / 2.0
}

/// The colour of a fill; none for hatching.
pub(super) fn colour(fill: Fill) -> Option<Colour> {
    match fill {
        Fill::Project(rank) => Some(PROJECTS[rank.min(PROJECTS.len() - 1)]),
        Fill::Others => Some(OTHERS),
        Fill::Elsewhere => None,
    }
}

/// Draws a segment.
pub(in crate::present::chart) fn segment(scene: &mut Scene, fill: Fill, [left, top, right, bottom]: [f64; 4]) {
    match fill {
        Fill::Project(_) => scene.rect(left, top, right, bottom, colour(fill).unwrap_or(OTHERS)),
        Fill::Others => scene.edged(left, top, right, bottom, OTHERS),
        Fill::Elsewhere => scene.hatched(left, top, right, bottom),
    }
}

/// Writes a number into a segment, if there is room for it.
pub(in crate::present::chart) fn number(
    scene: &mut Scene,
    fill: Fill,
    written: &str,
    [left, top, right, bottom]: [f64; 4],
) {
    const CLEAR: f64 = 0.45;
    let wide = width(written, IN_BAR);
    if wide + 2.0 * CLEAR > right - left {
        return;
    }
    let middle = f64::midpoint(left, right);
    let ink = colour(fill).map_or(INK, Colour::ink);
    if fill == Fill::Elsewhere {
        // Letters on hatching cannot be read.
        let half = wide / 2.0 + 0.5;
        scene.rect(middle - half, top + 0.4, middle + half, bottom - 0.4, WHITE);
    }
    scene.text(written, middle, baseline(top, bottom), Anchor::Middle, IN_BAR.in_colour(ink));
}
