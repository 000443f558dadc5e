//! Where one person's total comes from: every row of the document, each bar beginning where the one before it
//! ended.

use std::borrow::Cow;

use super::file_name::slug;
use super::font::width;
use super::material::{Material, amount};
use super::page::{Page, Paging, file_name, paged};
use super::picture::Picture;
use super::scene::{Anchor, Points};
use super::style::{
    AXIS, BAR, CAPACITY, EDGE, FIGURE, GRID, GROUP, HEAD, HEAVY, INK, MARGIN, NAMED_BAR, OVER, PROJECT_TITLE, QUIET,
    ROLE, THIN, UNDER,
};
use super::words::{title_type, two_lines};
use crate::analyse::{Standing, Status};
use crate::model::{Commitment, Percent};
use crate::present::Names;
use crate::present::account::account;
use crate::present::period::period_words;
use crate::present::person::terms;
use crate::present::place::{Counted, Spot};

/// How many rows a page has.
const MOST: usize = 28;

/// What is drawn for one person.
struct Account<'m, 'p, 't> {
    material: &'m Material<'p, 't>,
    standing: &'m Standing,
    rows: Vec<(&'m Commitment<'t>, Percent)>,
    /// What the total is the sum of, in words.
    terms: Vec<String>,
    has_cdrs: bool,
    /// In what the rows' places are counted.
    counted: Counted,
    places: Places,
    row: f64,
}

struct Places {
    cdr: f64,
    code: f64,
    title: f64,
    start: f64,
    per_percent: f64,
    most: f64,
    capacity: f64,
    share: f64,
}

/// The pictures of the accounts of some subjects.
pub fn accounts(material: &Material<'_, '_>, subjects: &[usize]) -> Vec<Picture> {
    subjects.iter().flat_map(|&subject| of_subject(material, subject)).collect()
}

/// Those whose total is not their capacity.
pub fn not_at_capacity(material: &Material<'_, '_>) -> Vec<usize> {
    let is_off = |standing: &&Standing| {
        matches!(standing.status, Some(Status::Over | Status::Under)) || standing.is_partly_read()
    };
    let people = material.standings.iter().filter(|standing| material.plan.subjects[standing.subject].is_person());
    people.filter(is_off).map(|standing| standing.subject).collect()
}

fn of_subject(material: &Material<'_, '_>, subject: usize) -> Vec<Picture> {
    let account = Account::of(material, subject);
    paged(MOST, |most| {
        let pages: Vec<&[(&Commitment<'_>, Percent)]> = if account.rows.is_empty() {
            vec![&[]]
        } else {
            account.rows.chunks(even(account.rows.len(), most)).collect()
        };
        let of = pages.len();
        let mut before = Percent::ZERO;
        let page = |(at, rows): (usize, &&[(&Commitment<'_>, Percent)])| {
            let picture = account.page(rows, before, Paging { number: at + 1, of });
            before = rows.last().map_or(before, |(_, running)| *running);
            picture
        };
        pages.iter().enumerate().map(page).collect()
    })
}

/// How many rows each page has, so that all have about the same.
fn even(rows: usize, most: usize) -> usize {
    rows.div_ceil(rows.div_ceil(most))
}

impl<'m, 'p, 't> Account<'m, 'p, 't> {
    fn of(material: &'m Material<'p, 't>, subject: usize) -> Self {
        let standing = &material.standings[subject];
        let mut running = Percent::ZERO;
        let rows: Vec<(&Commitment<'t>, Percent)> = material
            .plan
            .commitments_of(subject)
            .map(|row| {
                running = running + material.plan.percent_days_of(row);
                // A sum of means is rounded once.
                (row, material.plan.mean(running).percent())
            })
            .collect();
        let has_cdrs = material.plan.cdrs_of(subject).len() > 1;
        let counted = counted(material.names, &rows);
        let places = Places::of(material, standing, &rows, has_cdrs);
        let row = if rows.len() <= 6 { 8.6 } else { 7.4 };
        let account = account(material.names, material.plan, standing, material.tolerance);
        let terms = terms(material.view, &account);
        Self { material, standing, rows, terms, has_cdrs, counted, places, row }
    }

    fn page(&self, rows: &[(&Commitment<'t>, Percent)], before: Percent, paging: Paging) -> Picture {
        let title = self.title();
        let mut page = Page::new(self.material, &title, &self.subtitle(), Some(paging));
        let top = self.heads(&mut page);
        let mut last = before;
        for (at, &(row, running)) in rows.iter().enumerate() {
            let is_last = at + 1 == rows.len();
            self.row(&mut page, row, (last, running), is_last);
            last = running;
        }
        page.scene.across(MARGIN, page.right(), page.y, HEAVY, INK);
        if paging.number == paging.of {
            self.total(&mut page);
        } else {
            page.y += 3.4;
            page.scene.text(&self.material.text("chart-continues"), MARGIN, page.y, Anchor::Start, GROUP);
            page.y += 1.4;
        }
        page.scene.down(self.places.at(self.places.capacity), top, page.y, CAPACITY, INK);
        let has_periods = self.standing.peak.is_some();
        page.explain(self.material.text(if has_periods { "chart-note-account-year" } else { "chart-note-account" }));
        let peak = self.material.peak_note(self.standing);
        page.explain(peak.clone().unwrap_or_default());
        if let Some(rejected) = self.material.rejected_note(self.standing) {
            page.explain(rejected);
        }
        if let Some(pair) = self.material.pair_of(self.standing.subject) {
            page.explain(self.material.pair_note(pair));
        }
        let name = self.material.name(self.standing.subject);
        let none = || "none".to_owned();
        let told = if rows.is_empty() { none() } else { self.told(rows) };
        let peak = peak.unwrap_or_else(none);
        let args = [("title", title.clone().into()), ("told", told.into()), ("peak", peak.into())];
        let alternative = self.material.view.messages.format("chart-account-alt", &args);
        page.finish(file_name("person", &slug(&name), &self.material.slug, Some(paging)), &title, &alternative)
    }

    fn told(&self, rows: &[(&Commitment<'t>, Percent)]) -> String {
        let numbers = self.material.numbers();
        let said = |(row, _): &(&Commitment<'t>, Percent)| {
            let written = written(self.material, row).map_or(String::new(), |written| format!(" ({written})"));
            format!("{} {}{written}", self.code(row), numbers.percent(self.share(row)))
        };
        rows.iter().map(said).collect::<Vec<_>>().join("; ")
    }

    /// The share of a row over the year.
    fn share(&self, row: &Commitment<'t>) -> Percent {
        self.material.plan.share_of_year(row)
    }

    fn code(&self, row: &Commitment<'_>) -> String {
        let project = self.material.plan.sheets[row.sheet].project;
        project.map_or("–".to_owned(), |project| self.material.code(project).into_owned())
    }

    /// Up to five rows the sum is spelt out.
    fn title(&self) -> String {
        let numbers = self.material.numbers();
        // One term is a sum of nothing, unless it is a part of a year.
        let is_part = |row: &Commitment<'_>| !self.material.plan.is_of_year(row);
        let is_spelt = match &self.rows[..] {
            [] => false,
            [(row, _)] => is_part(row),
            _ => self.terms.len() <= 5,
        };
        let gap = self.standing.difference().unwrap_or_default();
        let state = match self.standing.judgement() {
            Some(Status::Over) if self.standing.is_over_at_times() => "at-times",
            Some(Status::Over) => "over",
            Some(Status::Under) => "under",
            Some(Status::Full) => "full",
            None if !self.standing.is_certain => "uncertain",
            None if self.standing.is_partly_read() => "partly",
            None => "none",
        };
        let args = [
            ("name", self.material.name(self.standing.subject).into()),
            ("sum", if is_spelt { self.terms.join(" + ").into() } else { "none".into() }),
            ("rows", self.rows.len().into()),
            ("total", numbers.percent(self.standing.total).into()),
            ("state", state.into()),
            ("peak", self.standing.peak.map_or(String::new(), |peak| numbers.percent(peak.percent)).into()),
            ("gap", numbers.bare_to(gap.abs(), gap.places()).into()),
        ];
        self.material.view.messages.format("chart-account-title", &args)
    }

    fn subtitle(&self) -> String {
        let cdrs = self.material.plan.cdrs_of(self.standing.subject);
        let said = match &cdrs[..] {
            [one] => self.material.cdr(*one),
            many => {
                let codes: Vec<Cow<'_, str>> = many.iter().map(|&cdr| self.material.cdr_code(cdr)).collect();
                format!("CDR {}", codes.join(", "))
            }
        };
        let said = if cdrs.is_empty() { "none".to_owned() } else { said };
        self.material.view.messages.format("chart-account-subtitle", &[("cdrs", said.into())])
    }

    /// The heads of the columns and the scale; where the line of the capacity begins.
    fn heads(&self, page: &mut Page<'_, '_, '_>) -> f64 {
        let material = self.material;
        let numbers = material.numbers();
        page.y += 6.0;
        page.scene.text(&material.text(self.counted.heading()), MARGIN, page.y, Anchor::Start, HEAD);
        if self.has_cdrs {
            page.scene.text(&material.text("column-cdr"), self.places.cdr, page.y, Anchor::Start, HEAD);
        }
        page.scene.text(&material.text("column-project"), self.places.code, page.y, Anchor::Start, HEAD);
        let places = &self.places;
        let capacity = self.standing.capacity.unwrap_or(Percent::HUNDRED);
        let share = if self.standing.peak.is_some() { "column-year-percent" } else { "column-percent" };
        let share = material.text(share);
        let label = format!(
            "{} {}",
            material.text("chart-own-capacity"),
            numbers.bare(capacity) + &numbers.whole_percent(0)[1..]
        );
        let line = places.at(places.capacity);
        let wide = width(&label, HEAD);
        // Before the line, where there is room, or where there is none behind it.
        let is_before = line + CAPACITY / 2.0 - wide > places.at(0.0) + 5.0;
        let fits_behind = line + wide + 1.0 < places.share - width(&share, HEAD);
        let left = if is_before || !fits_behind { line + CAPACITY / 2.0 - wide } else { line - CAPACITY / 2.0 };
        let zero = numbers.whole_percent(0);
        if is_before || fits_behind {
            page.scene.text(&zero, places.at(0.0), page.y, Anchor::Middle, AXIS);
        }
        page.scene.text(&label, left, page.y, Anchor::Start, HEAD.in_colour(INK));
        for tick in (1..=100u32).map(|at| 100 * at).take_while(|tick| f64::from(*tick) <= places.most) {
            let (x, text) = (places.at(f64::from(tick)), numbers.whole_percent(tick));
            let half = width(&text, AXIS) / 2.0 + 1.0;
            let is_sparse = places.most < 500.0 || tick.is_multiple_of(500);
            if is_sparse && (x + half < left || x - half > left + wide) && x + half < places.share - 14.0 {
                page.scene.text(&text, x, page.y, Anchor::Middle, AXIS);
            }
        }
        page.scene.text(&share, self.places.share, page.y, Anchor::End, HEAD);
        page.scene.text(&material.text("column-running"), page.right(), page.y, Anchor::End, HEAD);
        page.y += 1.1;
        page.y
    }

    fn row(
        &self,
        page: &mut Page<'_, '_, '_>,
        row: &Commitment<'_>,
        (before, running): (Percent, Percent),
        is_last: bool,
    ) {
        let material = self.material;
        let numbers = material.numbers();
        let places = &self.places;
        let middle = page.y + self.row / 2.0;
        let bottom = page.y + self.row;
        places.grid(page, page.y, bottom);
        let baseline = middle + FIGURE.cap_height() / 2.0;
        let project = material.plan.sheets[row.sheet].project;
        let title = project.map_or_else(|| material.text("without-project"), |project| material.title_of(project));
        let kind = title_type(&title, PROJECT_TITLE);
        let lines = two_lines(&title, kind, places.start - 2.5 - places.title);
        let shift = if lines.len() > 1 { 1.55 } else { 0.0 };
        let line = material.spot(row, self.counted);
        page.scene.text(&line, MARGIN, baseline - shift, Anchor::Start, FIGURE.in_colour(QUIET));
        if let Some(cdr) = material.plan.sheets[row.sheet].cdr.filter(|_| self.has_cdrs) {
            page.scene.text(
                &material.cdr_code(cdr),
                places.cdr,
                baseline - shift,
                Anchor::Start,
                FIGURE.in_colour(QUIET),
            );
        }
        page.scene.text(&self.code(row), places.code, baseline - shift, Anchor::Start, PROJECT_TITLE.bold());
        for (at, words) in lines.iter().enumerate() {
            page.scene.text(words, places.title, baseline - shift + 2.0 * shift * at as f64, Anchor::Start, kind);
        }
        let [top, end] = [middle - self.row * 0.32, middle + self.row * 0.32];
        let [left, right] = [before, running].map(|sum| places.at(amount(sum).min(places.most)));
        if self.share(row) != Percent::ZERO {
            page.scene.rect(left, top, right.max(left + 0.3), end, BAR);
        }
        if !is_last {
            page.scene.down(right, end, bottom + self.row * 0.18, THIN * 1.5, EDGE);
            page.scene.across(MARGIN, places.start - 2.0, bottom, THIN, GRID);
        }
        let written = written(material, row);
        let shift = if written.is_some() { 1.55 } else { 0.0 };
        let share = numbers.percent(self.share(row));
        page.scene.text(&share, places.share, baseline - shift, Anchor::End, FIGURE);
        if let Some(written) = written {
            page.scene.text(&written, places.share, baseline + shift, Anchor::End, ROLE);
        }
        page.scene.text(&numbers.percent(running), page.right(), baseline, Anchor::End, FIGURE.in_colour(QUIET));
        page.y = bottom;
    }

    fn total(&self, page: &mut Page<'_, '_, '_>) {
        let material = self.material;
        let numbers = material.numbers();
        let places = &self.places;
        let middle = page.y + 4.3;
        let baseline = middle + FIGURE.cap_height() / 2.0;
        places.grid(page, page.y + HEAVY, page.y + 8.0);
        let gap = self.standing.difference();
        let (colour, sign) = match self.standing.judgement() {
            // The total is not what is over.
            Some(Status::Over) if self.standing.is_over_at_times() => (INK, Some(Points::Up)),
            Some(Status::Over) => (OVER, Some(Points::Up)),
            Some(Status::Under) => (UNDER, Some(Points::Down)),
            Some(Status::Full) | None => (INK, None),
        };
        let wide = page.scene.text(
            &material.text("column-total"),
            MARGIN,
            baseline,
            Anchor::Start,
            FIGURE.of_size(9.0).bold(),
        );
        if let Some(gap) = gap {
            let words = material.view.messages.format("chart-gap", &[("gap", numbers.difference(gap).into())]);
            let kind = if sign.is_some() { GROUP.in_colour(colour) } else { FIGURE.in_colour(QUIET) };
            page.scene.text(&words, MARGIN + wide + 2.0, baseline, Anchor::Start, kind);
        }
        let [top, bottom] = [middle - 2.2, middle + 2.2];
        let capacity = self.standing.capacity.unwrap_or(Percent::HUNDRED);
        let limit = places.at(amount(capacity).min(places.most));
        let exact = places.at(amount(self.standing.total).min(places.most));
        match self.standing.judgement_of_total() {
            Some(Status::Under) => {
                let end = exact.min(limit - 0.8).max(places.start);
                page.scene.rect(places.start, top, end, bottom, NAMED_BAR);
                page.scene.hollow(end + 0.17, top, limit, bottom);
            }
            Some(Status::Over) => {
                let end = exact.max(limit + 0.8);
                page.scene.rect(places.start, top, end, bottom, NAMED_BAR);
                page.scene.frame(limit, top - 0.5, end + 0.5, bottom + 0.5, 0.5, OVER);
            }
            Some(Status::Full) | None => page.scene.rect(places.start, top, exact, bottom, NAMED_BAR),
        }
        if let Some(peak) = over_peak(self.standing) {
            let from = exact.max(limit) + CAPACITY / 2.0;
            page.scene.reaching([from, places.at(amount(peak)).max(from + 0.8)], [top, bottom], false);
        }
        let kind = FIGURE.of_size(9.0).bold().in_colour(colour);
        let total = page.scene.text(&numbers.percent(self.standing.total), places.share, baseline, Anchor::End, kind);
        if let Some(points) = sign {
            let colour = if points == Points::Up { OVER } else { colour };
            page.scene.triangle(places.share - total - 2.0, baseline, points, colour);
        }
        page.y += 8.0;
    }
}

/// The share of a row as it is written, and when it holds; none where no document says when.
fn written(material: &Material<'_, '_>, row: &Commitment<'_>) -> Option<String> {
    let period = period_words(material.view, row.period?, material.plan.calendar());
    Some(format!("{} {period}", material.numbers().percent(row.percent)))
}

/// The most on any day, of whoever is over then by more than the mean.
fn over_peak(standing: &Standing) -> Option<Percent> {
    let peak = standing.peak.filter(|peak| standing.status == Some(Status::Over) && peak.percent > standing.total)?;
    Some(peak.percent)
}

/// In what the places of some rows are counted.
fn counted(names: &Names, rows: &[(&Commitment<'_>, Percent)]) -> Counted {
    let origins: Vec<_> = rows.iter().map(|(row, _)| row.figure.origin()).collect();
    Counted::of(origins.iter().map(|origin| Spot::of(names, origin)))
}

impl Places {
    fn of(
        material: &Material<'_, '_>,
        standing: &Standing,
        rows: &[(&Commitment<'_>, Percent)],
        has_cdrs: bool,
    ) -> Self {
        let numbers = material.numbers();
        let widest = |texts: &mut dyn Iterator<Item = f64>| texts.fold(0.0, f64::max);
        let right = material.width - MARGIN;
        let counted = counted(material.names, rows);
        let spot = |row: &Commitment<'_>| material.spot(row, counted);
        let line = widest(&mut rows.iter().map(|(row, _)| width(&spot(row), FIGURE)));
        let line = line.max(width(&material.text(counted.heading()), HEAD));
        let cdr = MARGIN + line + 2.4;
        let code = if has_cdrs {
            cdr + width("A000", FIGURE).max(width(&material.text("column-cdr"), HEAD)) + 1.5
        } else {
            cdr
        };
        let codes = widest(&mut rows.iter().map(|(row, _)| {
            let project = material.plan.sheets[row.sheet].project;
            width(&project.map_or(Cow::Borrowed("–"), |project| material.code(project)), PROJECT_TITLE.bold())
        }));
        let running = widest(&mut rows.iter().map(|(_, running)| width(&numbers.percent(*running), FIGURE)));
        let running = running.max(width(&material.text("column-running"), HEAD));
        let share = right - running - 5.0;
        let total = FIGURE.of_size(9.0).bold();
        let shares =
            widest(&mut rows.iter().map(|(row, _)| width(&numbers.percent(material.plan.share_of_year(row)), FIGURE)));
        let periods = rows.iter().filter_map(|(row, _)| written(material, row));
        let shares = periods
            .map(|written| width(&written, ROLE))
            .fold(shares, f64::max)
            .max(width(&numbers.percent(standing.total), total) + 3.5)
            .max(width(&material.text("column-percent"), HEAD));
        let end = share - shares - 3.0;
        let title = code + codes + 1.8;
        let start = title + (end - title) * 0.53;
        let capacity = amount(standing.capacity.unwrap_or(Percent::HUNDRED));
        let peak = over_peak(standing).map(amount).unwrap_or_default();
        let most = amount(standing.total).max(capacity).max(peak).max(1.0);
        Self { cdr, code, title, start, per_percent: (end - start - CAPACITY) / most, most, capacity, share }
    }

    fn at(&self, percent: f64) -> f64 {
        self.start + percent * self.per_percent
    }

    fn grid(&self, page: &mut Page<'_, '_, '_>, top: f64, bottom: f64) {
        let step = if self.most > 500.0 {
            500.0
        } else if self.most > 200.0 {
            50.0
        } else {
            25.0
        };
        for tick in (0..=20).map(|at| step * f64::from(at)).filter(|tick| *tick <= self.most) {
            page.scene.down(self.at(tick), top, bottom, THIN, GRID);
        }
    }
}
