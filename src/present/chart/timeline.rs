//! Who is over, and when? A band for each person over the twelve months, day by day, with what exceeds the capacity or is missing to it.

mod band;
mod words;

use super::file_name::slug;
use super::font::width;
use super::material::Material;
use super::page::{Page, Paging, file_name, paged};
use super::people::bar::Fill;
use super::people::legend::{self, Sign};
use super::people::{Group, Row, Scope, marks_width, status_type};
use super::picture::Picture;
use super::scene::{Anchor, Points};
use super::style::{AXIS, FIGURE, GRID, HAIRLINE, HEAD, MARGIN, NAME, OVER, QUIET, ROLE, THIN, UNDER};
use super::words::{cut, name as fitted};
use crate::model::{Commitment, Days, Percent, Plan};
use band::{Band, CAPACITY_HEIGHT, Frame};

/// How many people a page has at most.
const MOST: usize = 30;
/// The space above a band.
const SPACE: f64 = 1.9;
/// The widest column of names, and the largest part of the width that it may take.
const NAME_LIMIT: f64 = 44.0;
const NAME_PART: f64 = 0.29;

/// Somebody's year.
struct Line {
    row: Row,
    band: Band,
    peak: Percent,
    /// What stands below the name: the role, and when the capacity is exceeded.
    below: String,
}

/// What all pages of one scope have in common.
struct Timeline<'m, 'p, 't> {
    /// The people as the bars show them, but for their rows, which are in the lines.
    scope: Scope<'m, 'p, 't>,
    /// Some people alone, an index into the plan's subjects each.
    subjects: Option<&'m [usize]>,
    lines: Vec<Line>,
    places: Places,
}

/// Where the columns are.
struct Places {
    start: f64,
    end: f64,
    total: f64,
    /// The signs of who is under and of who is over.
    under: f64,
    over: f64,
    year: Days,
}

/// The pictures of everybody's year, of the people of one CDR, or of some people alone; none where nothing holds for a part of the year.
pub fn timeline<'m>(material: &'m Material<'_, '_>, cdr: Option<usize>, subjects: Option<&'m [usize]>) -> Vec<Picture> {
    let scope = Scope::of(material, cdr, subjects);
    let is_shown = |subject: usize| subjects.is_some() || scope.rows.iter().any(|row| row.subject == subject);
    if scope.rows.is_empty() || !holds_in_parts(material.plan, is_shown) {
        return Vec::new();
    }
    let timeline = Timeline::of(scope, subjects);
    paged(MOST, |most| timeline.pages(most))
}

/// Whether something of some subjects holds for a part of the year alone.
fn holds_in_parts(plan: &Plan<'_>, is_shown: impl Fn(usize) -> bool) -> bool {
    let is_part = |row: &Commitment<'_>| !plan.is_of_year(row) || !plan.subjects[row.subject].contracts.is_empty();
    plan.commitments.iter().any(|row| is_shown(row.subject) && is_part(row))
}

impl<'m, 'p, 't> Timeline<'m, 'p, 't> {
    fn of(mut scope: Scope<'m, 'p, 't>, subjects: Option<&'m [usize]>) -> Self {
        let rows = std::mem::take(&mut scope.rows);
        let material = scope.material;
        let limit = NAME_LIMIT.min(material.width * NAME_PART);
        let notes = rows.iter().map(|row| row.notes.len()).sum();
        let line = |mut row: Row| {
            let band = Band::of(material, &row, scope.cdr, &scope.coloured);
            // The picture itself says when.
            let peak = material.peak_note(&material.standings[row.subject]);
            row.notes.retain(|note| Some(note) != peak.as_ref());
            row.name = fitted(&row.name, NAME, limit - marks_width(notes, row.notes.len()));
            let below = words::below(material, &row, &band, limit);
            Line { peak: band.whole.peak().percent, row, band, below }
        };
        let lines: Vec<Line> = rows.into_iter().map(line).collect();
        let places = Places::of(&scope, &lines);
        Self { scope, subjects, lines, places }
    }

    fn pages(&self, most: usize) -> Vec<Picture> {
        let pages: Vec<&[Line]> = self.lines.chunks(most).collect();
        let of = pages.len();
        let page = |(at, lines): (usize, &&[Line])| self.page(lines, at * most, Paging { number: at + 1, of });
        pages.iter().enumerate().map(page).collect()
    }

    fn page(&self, lines: &[Line], before: usize, paging: Paging) -> Picture {
        let material = self.scope.material;
        let title = self.title();
        let mut page = Page::new(material, &title, &self.subtitle(lines.len(), before, paging), Some(paging));
        let used = used(lines);
        legend::draw(&mut page, &self.scope, (&used, self.limit()));
        self.heads(&mut page);
        let has_heads = self.lines.iter().any(|line| line.row.group != self.lines[0].row.group);
        let mut group = before.checked_sub(1).map(|last| self.lines[last].row.group);
        for (at, line) in lines.iter().enumerate() {
            let own = line.row.group;
            if has_heads && (at == 0 || group != Some(own)) {
                page.y += if at == 0 { 0.0 } else { 0.9 };
                let count = self.lines.iter().filter(|line| line.row.group == own).count();
                self.scope.head(&mut page, own, (count, self.limit()), group == Some(own));
            }
            group = Some(own);
            self.line(&mut page, line);
        }
        page.y += 0.4;
        self.explain(&mut page, lines);
        page.finish(
            file_name("timeline", &self.about(), &material.slug, Some(paging)),
            &title,
            &self.alternative(&title, lines),
        )
    }

    /// What the file name says of who is shown.
    fn about(&self) -> String {
        let material = self.scope.material;
        match (self.subjects, self.scope.cdr) {
            (Some([one]), _) => slug(&material.name(*one)),
            (Some(several), _) => format!("{}-people", several.len()),
            (None, Some(cdr)) => format!("cdr-{}", slug(&material.cdr_code(cdr))),
            (None, None) => String::new(),
        }
    }

    /// The months above the bands, and the heads of the columns.
    fn heads(&self, page: &mut Page<'_, '_, '_>) {
        let material = self.scope.material;
        let places = &self.places;
        page.y += 6.2;
        let names = material.text("chart-months");
        let names: Vec<&str> = names.split(' ').collect();
        let months = months(material.plan);
        let narrowest = places.at(29) - places.at(1);
        let fits = names.iter().all(|name| width(name, AXIS) + 1.0 < narrowest);
        for (name, days) in names.iter().zip(&months) {
            let middle = f64::midpoint(places.at(days.first), places.at(days.last + 1));
            let initial: String = name.chars().take(1).flat_map(char::to_uppercase).collect();
            page.scene.text(if fits { name } else { &initial }, middle, page.y, Anchor::Middle, AXIS);
        }
        page.scene.text(&material.text("column-total"), places.total, page.y, Anchor::End, HEAD);
        page.scene.text(&material.text("column-peak"), page.right(), page.y, Anchor::End, HEAD);
        page.y += 1.1;
        page.scene.across(MARGIN, page.right(), page.y, THIN, HAIRLINE);
    }

    fn line(&self, page: &mut Page<'_, '_, '_>, line: &Line) {
        let Line { row, band, peak, below } = line;
        let material = self.scope.material;
        let numbers = material.numbers();
        let top = page.y;
        let bottom = top + SPACE + band.height();
        for days in months(material.plan) {
            page.scene.down(self.places.at(days.first), top, bottom, THIN, GRID);
        }
        page.scene.down(self.places.end, top, bottom, THIN, GRID);
        let Places { start, end, year, .. } = self.places;
        band.draw(page, &Frame { start, end, bottom, year }, numbers);
        // The words stand beside what is within the capacity.
        let baseline = bottom - CAPACITY_HEIGHT + NAME.cap_height() + 0.15;
        let marks = page.marks(row.notes.iter().cloned());
        let wide = page.scene.text(&row.name, MARGIN, baseline, Anchor::Start, NAME);
        if !marks.is_empty() {
            page.scene.text(&marks, MARGIN + wide + 0.5, baseline, Anchor::Start, NAME.bold());
        }
        page.scene.text(below, MARGIN, bottom - 0.25, Anchor::Start, ROLE);
        let (of_total, under) = status_type(row.bar.group);
        let is_over = row.group == Group::Over;
        // Of whoever is over, that is said of the peak.
        let of_total = if is_over && row.bar.group != Group::Over { FIGURE } else { of_total };
        let of_peak = if is_over { FIGURE.bold().in_colour(OVER) } else { FIGURE.in_colour(QUIET) };
        if is_over {
            page.scene.triangle(self.places.over, baseline, Points::Up, OVER);
        } else if under.is_some() {
            page.scene.triangle(self.places.under, baseline, Points::Down, UNDER);
        }
        let total = numbers.percent_to(row.total, self.scope.places);
        page.scene.text(&total, self.places.total, baseline, Anchor::End, of_total);
        page.scene.text(&numbers.percent(*peak), page.right(), baseline, Anchor::End, of_peak);
        page.y = bottom;
    }

    /// What explains the page.
    fn explain(&self, page: &mut Page<'_, '_, '_>, lines: &[Line]) {
        let material = self.scope.material;
        if lines.iter().any(|line| !line.band.under.is_empty()) {
            page.explain(material.text("chart-note-partial"));
        }
        if lines.iter().any(|line| line.band.is_cut()) {
            page.explain(material.text("chart-note-timeline-cut"));
        }
        let mut about = material.text("chart-note-timeline");
        let places = &self.places;
        if lines.iter().any(|line| line.band.is_widened(places.at(2) - places.at(1))) {
            about = format!("{about} {}", material.text("chart-note-timeline-least"));
        }
        let roles = material.roles_explained(lines.iter().map(|line| line.row.subject));
        if !roles.is_empty() {
            about = format!("{about} {roles}.");
        }
        page.explain(about);
    }

    /// What the commitments are held against, for messages.
    fn limit(&self) -> &'static str {
        let is_hundred = self.lines.iter().all(|line| line.row.bar.capacity == Percent::HUNDRED);
        if is_hundred { "hundred" } else { "capacity" }
    }
}

impl Places {
    fn of(scope: &Scope<'_, '_, '_>, lines: &[Line]) -> Self {
        let material = scope.material;
        let numbers = material.numbers();
        let widest = |texts: &mut dyn Iterator<Item = f64>| texts.fold(0.0, f64::max);
        let notes = lines.iter().map(|line| line.row.notes.len()).sum();
        let name = |line: &Line| {
            let marks = marks_width(notes, line.row.notes.len());
            (width(&line.row.name, NAME) + marks).max(width(&line.below, ROLE))
        };
        let names = widest(&mut lines.iter().map(name)).max(20.0);
        let right = material.width - MARGIN;
        let peaks = widest(&mut lines.iter().map(|line| width(&numbers.percent(line.peak), FIGURE.bold())));
        let over = right - peaks.max(width(&material.text("column-peak"), HEAD)) - 2.2;
        let total = over - 3.2;
        let totals = |line: &Line| width(&numbers.percent_to(line.row.total, scope.places), FIGURE.bold());
        let totals = widest(&mut lines.iter().map(totals)).max(width(&material.text("column-total"), HEAD));
        let under = total - totals - 2.2;
        Self { start: MARGIN + names + 2.4, end: under - 2.4, total, under, over, year: material.plan.year_days() }
    }

    /// Where a day begins.
    fn at(&self, day: u16) -> f64 {
        self.start + (self.end - self.start) * f64::from(day - 1) / f64::from(self.year.count())
    }
}

/// The days of each month of the plan's year.
fn months(plan: &Plan<'_>) -> Vec<Days> {
    let year = plan.calendar();
    (1..=12).filter_map(|month| Days::of_month(year, month)).collect()
}

/// The signs that a page uses, in the order in which they are told.
fn used(lines: &[Line]) -> Vec<Sign> {
    let has = |fill: Fill| lines.iter().any(|line| line.band.has(fill));
    let all = [
        (Sign::Others, has(Fill::Others)),
        (Sign::Elsewhere, has(Fill::Elsewhere)),
        (Sign::Capacity, lines.iter().any(|line| line.band.capacity.is_some())),
        (Sign::Over, lines.iter().any(|line| !line.band.over.is_empty())),
        (Sign::Under, lines.iter().any(|line| !line.band.under.is_empty())),
    ];
    all.into_iter().filter(|(_, is_used)| *is_used).map(|(sign, _)| sign).collect()
}
