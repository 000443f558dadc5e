//! Does everybody add up to a hundred? A bar for each person, made of projects, with what exceeds the capacity
//! or is missing to it.

pub(super) mod bar;
pub(super) mod legend;
mod words;

use super::file_name::slug;
use super::font::width;
use super::material::{Material, amount};
use super::page::{Page, Paging, file_name, paged};
use super::picture::Picture;
use super::scene::{Anchor, Points};
use super::style::{
    AXIS, CAPACITY, Colour, FIGURE, GRID, GROUP, HAIRLINE, HEAD, INK, MARGIN, NAME, OVER, QUIET, ROLE, THIN, Type,
    UNDER,
};
use super::words::name as fitted;
use crate::analyse::{Standing, Status, by_project, standing_out};
use crate::model::{Percent, SubjectKind};
use bar::{Bar, Scale};
use legend::{Sign, used};

/// The names of the groups, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Group {
    Over,
    /// Whose total is not certain.
    Uncertain,
    /// To whose total rows are missing that were not read.
    Partly,
    Under,
    Full,
    Collective,
}

/// Somebody with a bar.
pub(super) struct Row {
    pub subject: usize,
    pub group: Group,
    is_over_at_times: bool,
    /// The most on any day; none where nothing has a period.
    peak: Option<Percent>,
    /// What the capacity is exceeded by on the worst days.
    excess: Option<Percent>,
    pub name: String,
    pub role: String,
    pub bar: Bar,
    pub total: Percent,
    difference: Option<Percent>,
    pub notes: Vec<String>,
}

/// What all pages of one scope have in common.
pub(super) struct Scope<'m, 'p, 't> {
    pub material: &'m Material<'p, 't>,
    /// The CDR; none for the whole plan.
    pub cdr: Option<usize>,
    pub rows: Vec<Row>,
    /// The projects that have colours, the largest first.
    pub coloured: Vec<usize>,
    /// How many projects have none.
    others: usize,
    columns: Columns,
    scale: Scale,
    pub places: u32,
}

/// Where the columns are.
struct Columns {
    name_width: f64,
    role: f64,
    total: f64,
    /// The column of the most on any day, if there is one.
    peak: Option<f64>,
    triangle: f64,
}

/// How many people a page has at most, and how high each is.
const MOST: usize = 35;
const ROW: f64 = 4.6;
const NAME_LIMIT: f64 = 44.0;

/// The pictures of everybody, or of the people of one CDR.
pub fn people(material: &Material<'_, '_>, cdr: Option<usize>) -> Vec<Picture> {
    let scope = Scope::of(material, cdr, None);
    if scope.rows.is_empty() {
        return Vec::new();
    }
    paged(MOST, |most| scope.pages(most))
}

impl<'m, 'p, 't> Scope<'m, 'p, 't> {
    /// Everybody, or the people of one CDR; some of them alone, where some are named.
    pub fn of(material: &'m Material<'p, 't>, cdr: Option<usize>, subjects: Option<&[usize]>) -> Self {
        let is_named = |standing: &&Standing| subjects.is_none_or(|named| named.contains(&standing.subject));
        let is_in = |standing: &&Standing| {
            let parts = &material.loads[standing.subject].parts;
            // Who has no row that counts stands where the others are.
            let mut rejected = material.plan.rejected_of(standing.subject).filter_map(|row| row.sheet);
            cdr.is_none()
                || parts.iter().any(|part| part.cdr == cdr)
                || (parts.is_empty() && rejected.any(|sheet| material.plan.sheets[sheet].cdr == cdr))
        };
        let standings: Vec<&Standing> = material.standings.iter().filter(is_in).filter(is_named).collect();
        let loads = standings.iter().map(|standing| &material.loads[standing.subject]);
        let ranking = by_project(loads, cdr);
        let coloured = standing_out(&ranking, super::style::PROJECTS.len());
        let others = ranking.len() - coloured.len();
        let mut rows: Vec<Row> = standings.iter().map(|standing| row(material, standing, cdr, &coloured)).collect();
        let gap = |row: &Row| {
            let gap = if row.group == Group::Over { row.excess } else { row.difference };
            gap.map(Percent::abs).unwrap_or_default()
        };
        rows.sort_by(|a, b| {
            let by_gap = if a.group == Group::Full { std::cmp::Ordering::Equal } else { gap(b).cmp(&gap(a)) };
            (a.group.cmp(&b.group)).then(by_gap).then_with(|| a.name.cmp(&b.name))
        });
        let places = rows.iter().map(|row| row.total.places()).max().unwrap_or(2);
        let columns = Columns::of(material, &rows, places);
        let largest = |row: &Row| [Some(row.total), Some(row.bar.capacity), row.bar.peak].into_iter().flatten().max();
        let largest = rows.iter().filter_map(largest).map(amount).fold(100.0, f64::max);
        let scale = Scale::new(columns.bar_start(&rows), columns.triangle - 2.6, largest);
        Self { material, cdr, rows, coloured, others, columns, scale, places }
    }

    fn pages(&self, most: usize) -> Vec<Picture> {
        let pages: Vec<&[Row]> = if self.rows.is_empty() { vec![&[]] } else { self.rows.chunks(most).collect() };
        let of = pages.len();
        let mut before = 0;
        let page = |(at, rows): (usize, &&[Row])| {
            let picture = self.page(rows, before, Paging { number: at + 1, of });
            before += rows.len();
            picture
        };
        pages.iter().enumerate().map(page).collect()
    }

    fn page(&self, rows: &[Row], before: usize, paging: Paging) -> Picture {
        let title = self.title();
        let mut page = Page::new(self.material, &title, &self.subtitle(rows, before, paging), Some(paging));
        let used = used(rows);
        legend::draw(&mut page, self, (&used, self.limit()));
        let top = self.axis(&mut page);
        let heads = self.rows.iter().any(|row| row.group != self.rows[0].group);
        let mut group = before.checked_sub(1).map(|last| self.rows[last].group);
        let mut is_first = true;
        for row in rows {
            if heads && (is_first || group != Some(row.group)) {
                let count = self.rows.iter().filter(|other| other.group == row.group).count();
                self.head(&mut page, row.group, (count, self.limit()), group == Some(row.group));
            }
            (group, is_first) = (Some(row.group), false);
            self.row(&mut page, row);
        }
        self.capacity(&mut page, top);
        self.explain(&mut page, rows, &used);
        let about = self.cdr.map_or(String::new(), |cdr| format!("cdr-{}", slug(&self.material.cdr_code(cdr))));
        let name = file_name("people", &about, &self.material.slug, Some(paging));
        page.finish(name, &title, &self.alternative(&title, rows))
    }

    /// The scale above the bars, and the heads of the columns; where its ticks begin.
    fn axis(&self, page: &mut Page<'_, '_, '_>) -> f64 {
        page.y += 6.2;
        let numbers = self.material.numbers();
        let label = self.material.text("chart-capacity");
        // At the end of the scale the label stands before the line, so that it stays clear of the heads.
        let wide = width(&label, HEAD);
        let line = self.scale.at(100.0);
        let left = if self.scale.most > 101.0 { line - wide / 2.0 } else { line + CAPACITY / 2.0 - wide };
        page.scene.text(&label, left, page.y, Anchor::Start, HEAD.in_colour(INK));
        for tick in [0, 50, 150, 200].into_iter().filter(|&tick| f64::from(tick) <= self.scale.most) {
            let (x, text) = (self.scale.at(f64::from(tick)), numbers.whole_percent(tick));
            let half = width(&text, AXIS) / 2.0 + 1.0;
            if x + half < left || x - half > left + wide {
                page.scene.text(&text, x, page.y, Anchor::Middle, AXIS);
            }
        }
        page.scene.text(&self.material.text("column-total"), self.columns.total, page.y, Anchor::End, HEAD);
        if let Some(peak) = self.columns.peak {
            page.scene.text(&self.material.text("column-peak"), peak, page.y, Anchor::End, HEAD);
        }
        page.scene.text(&self.material.text("column-difference"), page.right(), page.y, Anchor::End, HEAD);
        page.y += 0.7;
        let top = page.y;
        self.grid(page, page.y, page.y + 1.0);
        page.y += 1.0;
        top
    }

    fn grid(&self, page: &mut Page<'_, '_, '_>, top: f64, bottom: f64) {
        for tick in (0..=8).map(|at| f64::from(25 * at)).filter(|&tick| tick <= self.scale.most) {
            page.scene.down(self.scale.at(tick), top, bottom, THIN, GRID);
        }
    }

    /// The head of a group, with how many are in it.
    pub fn head(&self, page: &mut Page<'_, '_, '_>, group: Group, (count, limit): (usize, &str), is_continued: bool) {
        let (id, colour) = match group {
            Group::Over => ("chart-group-over", OVER),
            Group::Uncertain => ("chart-group-uncertain", INK),
            Group::Partly => ("chart-group-partly", INK),
            Group::Under => ("chart-group-under", UNDER),
            Group::Full if self.material.tolerance != Percent::ZERO => ("chart-group-tolerated", QUIET),
            Group::Full => ("chart-group-full", QUIET),
            Group::Collective => ("chart-group-collective", INK),
        };
        let args = [
            ("count", count.into()),
            ("tolerance", self.material.numbers().percent(self.material.tolerance).into()),
            ("limit", limit.into()),
            ("others", self.material.others().into()),
        ];
        let mut head = self.material.view.messages.format(id, &args);
        if is_continued {
            head.push(' ');
            head += &self.material.text("chart-continued");
        }
        page.y += 4.1;
        page.scene.text(&head, MARGIN, page.y, Anchor::Start, GROUP.in_colour(colour));
        page.y += 1.3;
        page.scene.across(MARGIN, page.right(), page.y, THIN, HAIRLINE);
        page.y += 0.1;
    }

    fn row(&self, page: &mut Page<'_, '_, '_>, row: &Row) {
        let top = page.y;
        self.grid(page, top, top + ROW);
        let baseline = top + ROW / 2.0 + NAME.cap_height() / 2.0;
        let marks = page.marks(row.notes.iter().cloned());
        let end = page.scene.text(&row.name, MARGIN, baseline, Anchor::Start, NAME);
        if !marks.is_empty() {
            page.scene.text(&marks, MARGIN + end + 0.5, baseline, Anchor::Start, NAME.bold());
        }
        page.scene.text(&row.role, self.columns.role, baseline, Anchor::Start, ROLE);
        bar::draw(page, &row.bar, &self.scale, top, self.material.numbers());
        if row.bar.capacity != Percent::HUNDRED && row.group != Group::Collective {
            // Whoever has another capacity has a mark of their own.
            let x = self.scale.at(amount(row.bar.capacity).min(self.scale.most));
            page.scene.down(x, top + 0.2, top + ROW - 0.2, CAPACITY / 2.0, INK);
        }
        let (own, sign) = status_type(row.group);
        // Of whoever is over on some days alone, the total is not.
        let kind = if row.is_over_at_times { FIGURE } else { own };
        if let Some((points, colour)) = sign {
            page.scene.triangle(self.columns.triangle, baseline, points, colour);
        }
        let numbers = self.material.numbers();
        page.scene.text(&numbers.percent_to(row.total, self.places), self.columns.total, baseline, Anchor::End, kind);
        if let Some(x) = self.columns.peak {
            let peak = row.peak.map_or("–".to_owned(), |peak| numbers.percent(peak));
            page.scene.text(&peak, x, baseline, Anchor::End, if row.peak.is_some() { own } else { kind });
        }
        let difference = row.difference.filter(|_| row.group != Group::Collective);
        let difference = difference.map_or("–".to_owned(), |gap| numbers.difference_to(gap, self.places));
        page.scene.text(&difference, page.right(), baseline, Anchor::End, kind);
        page.y += ROW;
    }

    /// The line of the capacity over everything.
    fn capacity(&self, page: &mut Page<'_, '_, '_>, top: f64) {
        let bottom = page.y + 0.1;
        page.scene.down(self.scale.at(100.0), top, bottom, CAPACITY, INK);
        page.y = bottom;
    }

    /// What explains the page.
    fn explain(&self, page: &mut Page<'_, '_, '_>, rows: &[Row], used: &[Sign]) {
        let messages = &self.material.view.messages;
        if used.contains(&Sign::Under) {
            page.explain(messages.text("chart-note-partial"));
        }
        if used.contains(&Sign::Cut) {
            page.explain(messages.text("chart-note-cut"));
        }
        let mut about = messages.format("chart-note-difference", &[("limit", self.limit().into())]);
        if rows.iter().any(|row| row.bar.is_widened(&self.scale)) {
            about.push(' ');
            about += &messages.text("chart-note-least");
        }
        let roles = self.material.roles_explained(rows.iter().map(|row| row.subject));
        if !roles.is_empty() {
            about = format!("{about} {roles}.");
        }
        page.explain(about);
        page.explain(self.material.means_note());
    }
}

impl Columns {
    fn of(material: &Material<'_, '_>, rows: &[Row], places: u32) -> Self {
        let numbers = material.numbers();
        let widest = |texts: &mut dyn Iterator<Item = f64>| texts.fold(0.0, f64::max);
        let notes = rows.iter().map(|row| row.notes.len()).sum();
        let name = |row: &Row| width(&row.name, NAME) + marks_width(notes, row.notes.len());
        let name_width = widest(&mut rows.iter().map(name)).max(20.0);
        let difference = |row: &Row| {
            let gap = row.difference.map_or("–".to_owned(), |gap| numbers.difference_to(gap, places));
            width(&gap, FIGURE.bold())
        };
        let difference = widest(&mut rows.iter().map(difference));
        let difference = difference.max(width(&material.text("column-difference"), HEAD));
        let before = material.width - MARGIN - difference - 2.8;
        let peak = rows.iter().any(|row| row.peak.is_some()).then_some(before);
        let peaks = rows.iter().filter_map(|row| row.peak).map(|peak| width(&numbers.percent(peak), FIGURE.bold()));
        let peaks = peaks.fold(width(&material.text("column-peak"), HEAD), f64::max);
        let total = peak.map_or(before, |peak| peak - peaks - 2.8);
        let totals = widest(&mut rows.iter().map(|row| width(&numbers.percent_to(row.total, places), FIGURE.bold())));
        let totals = totals.max(width(&material.text("column-total"), HEAD));
        Self { name_width, role: MARGIN + name_width + 2.0, total, peak, triangle: total - totals - 2.2 }
    }

    fn bar_start(&self, rows: &[Row]) -> f64 {
        let roles = rows.iter().map(|row| width(&row.role, ROLE)).fold(0.0, f64::max);
        debug_assert!(self.name_width > 0.0);
        self.role + roles + 2.2
    }
}

/// How wide the marks of somebody's notes are, at most, where there are so many notes in all.
pub(super) fn marks_width(of_all: usize, own: usize) -> f64 {
    let one = if of_all > 9 { "¹²" } else { "¹" };
    match own {
        0 => 0.0,
        own => 0.5 + width(&vec![one; own].join(" "), NAME.bold()).max(width("¹²", NAME.bold())),
    }
}

/// The type of somebody's figures, and the sign before them.
pub(super) fn status_type(group: Group) -> (Type, Option<(Points, Colour)>) {
    match group {
        Group::Over => (FIGURE.bold().in_colour(OVER), Some((Points::Up, OVER))),
        Group::Under => (FIGURE.bold().in_colour(UNDER), Some((Points::Down, UNDER))),
        Group::Uncertain | Group::Partly | Group::Full | Group::Collective => (FIGURE.in_colour(QUIET), None),
    }
}

fn row(material: &Material<'_, '_>, standing: &Standing, cdr: Option<usize>, coloured: &[usize]) -> Row {
    let subject = &material.plan.subjects[standing.subject];
    let group = |judgement: Option<Status>| match judgement {
        _ if !subject.is_person() => Group::Collective,
        Some(Status::Over) => Group::Over,
        Some(Status::Under) => Group::Under,
        Some(Status::Full) => Group::Full,
        None if standing.is_partly_read() => Group::Partly,
        None => Group::Uncertain,
    };
    let (group, of_total) = (group(standing.judgement()), group(standing.judgement_of_total()));
    let load = &material.loads[standing.subject];
    let mut notes = Vec::new();
    if let Some(pair) = material.pair_of(standing.subject) {
        notes.push(material.pair_note(pair));
    }
    if let Some(note) = material.elsewhere_note(load, cdr) {
        notes.push(note);
    }
    notes.extend(material.peak_note(standing));
    notes.extend(material.rejected_note(standing));
    if group == Group::Uncertain {
        notes.push(material.text("chart-note-uncertain"));
    }
    if group == Group::Collective {
        let id = match standing.capacity {
            _ if subject.kind == SubjectKind::Vacancy => "chart-note-vacancy",
            None => "chart-note-collective",
            Some(_) => "chart-note-headcount",
        };
        let capacity = standing.capacity.unwrap_or_default();
        notes.push(material.view.messages.format(id, &[("capacity", material.numbers().percent(capacity).into())]));
    }
    let capacity = standing.capacity.filter(|_| subject.is_person()).unwrap_or(Percent::HUNDRED);
    if capacity != Percent::HUNDRED {
        let capacity = material.numbers().percent(capacity);
        notes.push(material.view.messages.format("chart-note-capacity", &[("capacity", capacity.into())]));
    }
    Row {
        subject: standing.subject,
        is_over_at_times: standing.is_over_at_times(),
        peak: standing.peak.map(|peak| peak.percent),
        excess: standing.most_over(),
        group,
        name: fitted(&material.name(standing.subject), NAME, NAME_LIMIT),
        role: material.role(standing.subject),
        bar: Bar {
            peak: standing.peak.map(|peak| peak.percent).filter(|_| group == Group::Over),
            ..Bar::of(load, cdr, coloured, (of_total, capacity))
        },
        total: standing.total,
        difference: standing.difference(),
        notes,
    }
}
