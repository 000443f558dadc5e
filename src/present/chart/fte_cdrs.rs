//! How much of the staff each CDR has, in which roles: bars, and below them the figures.

use super::font::width;
use super::material::{Material, fte_amount, fte_places};
use super::page::{Page, Paging, file_name, paged};
use super::picture::Picture;
use super::scene::Anchor;
use super::style::{
    AXIS, CAPACITY, Colour, FIGURE, GAP, GRID, HAIRLINE, HEAD, HEAVY, IN_BAR, INK, LEGEND, MARGIN, NAME, PROJECTS,
    QUIET, THIN, WHITE,
};
use super::words::{capitalised, cut, two_lines};
use crate::analyse::{CdrTotal, apportion};
use crate::model::{Fte, Percent, Role, SubjectKind};

const ROW: f64 = 9.4;
const BAR: f64 = 6.2;
const TABLE_ROW: f64 = 4.6;

/// The roles in the order of the bars, with their colours.
const ROLES: [(Role, Colour); 5] = [
    (Role::Employee, PROJECTS[0]),
    (Role::Other, PROJECTS[1]),
    (Role::EmployeeArt90, PROJECTS[2]),
    (Role::OrganisationalPosition, PROJECTS[3]),
    (Role::Director, PROJECTS[4]),
];

/// What is drawn: the CDRs with staff, the largest first.
struct Chart<'m, 'p, 't> {
    material: &'m Material<'p, 't>,
    cdrs: Vec<&'m CdrTotal>,
    /// What the bars are divided into.
    parts: Vec<Part>,
    whole: Fte,
    places: u32,
}

/// A part of a bar, and of the table below.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    /// People of a role, a place in [`ROLES`].
    Role(usize),
    /// Collectives, hatched.
    Collectives,
    /// Posts that are vacant, white.
    ToCome,
}

impl Part {
    /// How its messages end.
    fn code(self) -> &'static str {
        match self {
            Self::Role(at) => ROLES[at].0.code(),
            Self::Collectives => "collective",
            Self::ToCome => "to-come",
        }
    }

    /// What it is of a CDR.
    fn of(self, total: &CdrTotal) -> Fte {
        match self {
            Self::Role(at) => role_of(total, at),
            Self::Collectives => total.collectives,
            Self::ToCome => total.to_come,
        }
    }

    /// On what a figure can be read; none if it is hatched.
    fn ground(self) -> Option<Colour> {
        match self {
            Self::Role(at) => Some(ROLES[at].1),
            Self::Collectives => None,
            Self::ToCome => Some(WHITE),
        }
    }

    fn draw(self, page: &mut Page<'_, '_, '_>, [left, top, right, bottom]: [f64; 4]) {
        match self {
            Self::Role(at) => page.scene.rect(left, top, right, bottom, ROLES[at].1),
            Self::Collectives => page.scene.hatched(left, top, right, bottom),
            Self::ToCome => page.scene.edged(left, top, right, bottom, WHITE),
        }
    }
}

/// How many vacant posts are named.
const NAMED: usize = 4;

/// How many CDRs a page has.
const MOST: usize = 13;

/// The pictures of the CDRs; none where nobody is committed to anything.
pub fn fte_cdrs(material: &Material<'_, '_>) -> Vec<Picture> {
    let Some(chart) = Chart::of(material) else { return Vec::new() };
    paged(MOST, |most| {
        let pages: Vec<&[&CdrTotal]> = chart.cdrs.chunks(most).collect();
        let of = pages.len();
        let page = |(at, cdrs): (usize, &&[&CdrTotal])| chart.page(cdrs, Paging { number: at + 1, of });
        pages.iter().enumerate().map(page).collect()
    })
}

impl<'m, 'p, 't> Chart<'m, 'p, 't> {
    fn of(material: &'m Material<'p, 't>) -> Option<Self> {
        let mut cdrs: Vec<&CdrTotal> = material.cdrs.iter().filter(|total| !total.fte.is_zero()).collect();
        cdrs.sort_by_key(|total| std::cmp::Reverse(total.fte));
        cdrs.first()?;
        let is_used = |part: &Part| cdrs.iter().any(|total| !part.of(total).is_zero());
        let all = (0..ROLES.len()).map(Part::Role).chain([Part::Collectives, Part::ToCome]);
        let parts: Vec<Part> = all.filter(is_used).collect();
        let places =
            fte_places(cdrs.iter().flat_map(|total| parts.iter().map(|part| part.of(total)).chain([total.fte])));
        let whole = cdrs.iter().map(|total| total.fte).sum();
        Some(Self { material, cdrs, parts, whole, places })
    }

    fn page(&self, cdrs: &[&CdrTotal], paging: Paging) -> Picture {
        let material = self.material;
        let title = self.title();
        let args = [
            ("count", self.cdrs.len().into()),
            ("scope", material.plan_scope().into()),
            ("fte", material.fte_words().into()),
        ];
        let subtitle = material.view.messages.format("chart-cdrs-subtitle", &args);
        let mut page = Page::new(material, &title, &subtitle, Some(paging));
        self.legend(&mut page);
        self.bars(&mut page, cdrs);
        self.table(&mut page, cdrs, paging.number == paging.of);
        let told: Vec<String> = cdrs.iter().map(|total| self.told(total)).collect();
        let args = [("title", title.clone().into()), ("told", told.join("; ").into())];
        let alternative = material.view.messages.format("chart-cdrs-alt", &args);
        page.finish(file_name("fte-cdrs", "", &material.slug, Some(paging)), &title, &alternative)
    }

    /// A CDR in words: its staff, and that of each role.
    fn told(&self, total: &CdrTotal) -> String {
        let parts = self.parts(total).into_iter().filter(|(_, fte)| !fte.is_zero());
        let parts: Vec<String> = parts
            .map(|(part, fte)| format!("{} {}", self.material.text(&format!("roles-{}", part.code())), self.fte(fte)))
            .collect();
        format!("{} {} ({})", self.code(total), self.fte(total.fte), parts.join(", "))
    }
}

impl Chart<'_, '_, '_> {
    fn code(&self, total: &CdrTotal) -> String {
        total.cdr.map_or("–".to_owned(), |cdr| self.material.cdr_code(cdr).into_owned())
    }

    fn name(&self, total: &CdrTotal) -> String {
        total.cdr.map_or_else(|| self.material.text("chart-no-cdr"), |cdr| self.material.cdr_name(cdr))
    }

    fn fte(&self, fte: Fte) -> String {
        self.material.numbers().decimal(fte.decimal().normalize(), self.places)
    }

    /// The parts of a CDR's bar.
    fn parts(&self, total: &CdrTotal) -> Vec<(Part, Fte)> {
        self.parts.iter().map(|&part| (part, part.of(total))).collect()
    }

    fn title(&self) -> String {
        let Some(first) = self.cdrs.first() else { return String::new() };
        let sizes: Vec<u128> =
            self.cdrs.iter().map(|total| u128::try_from(total.fte.units()).unwrap_or_default()).collect();
        let share = apportion(10_000, &sizes).and_then(|shares| i64::try_from(shares[0]).ok()).unwrap_or_default();
        let args = [
            ("name", self.name(first).into()),
            ("fte", self.fte(first.fte).into()),
            ("all", self.fte(self.whole).into()),
            ("share", self.material.numbers().percent_to(Percent::from_hundredths(share), 2).into()),
        ];
        let id = match self.cdrs.get(1) {
            None => "chart-cdrs-one",
            Some(second) if second.fte == first.fte => "chart-cdrs-tie",
            Some(_) => "chart-cdrs-title",
        };
        capitalised(&self.material.view.messages.format(id, &args))
    }

    fn legend(&self, page: &mut Page<'_, '_, '_>) {
        page.y += 5.2;
        let mut x = MARGIN;
        for part in &self.parts {
            let words = self.material.text(&format!("roles-{}", part.code()));
            let wide = width(&words, LEGEND);
            if x + 4.6 + wide > page.right() {
                x = MARGIN;
                page.y += 4.0;
            }
            let [left, top, right, bottom] = [x, page.y - 2.1, x + 3.4, page.y + 0.25];
            part.draw(page, [left, top, right, bottom]);
            x = right + 1.2;
            page.scene.text(&words, x, page.y, Anchor::Start, LEGEND);
            x += wide + 4.0;
        }
    }

    fn bars(&self, page: &mut Page<'_, '_, '_>, cdrs: &[&CdrTotal]) {
        let codes = self.cdrs.iter().map(|total| width(&self.code(total), NAME.bold())).fold(0.0, f64::max);
        let names = MARGIN + codes + 2.6;
        let start = MARGIN + page.inner() * 0.295;
        let figures = self.cdrs.iter().map(|total| width(&self.fte(total.fte), FIGURE.bold())).fold(0.0, f64::max);
        let end = page.right() - figures - 5.0;
        let longest = self.cdrs.iter().map(|total| fte_amount(total.fte)).fold(0.0, f64::max);
        let at = |amount: f64| start + (end - start) * amount / longest;
        page.y += 6.2;
        let step = tick_step(longest);
        let ticks: Vec<f64> = (0..=10).map(|tick| f64::from(tick) * step).take_while(|tick| *tick <= longest).collect();
        let tick_places = if step < 1.0 { 2 } else { 0 };
        for &tick in &ticks {
            let label = rust_decimal::Decimal::from_f64_retain(tick).unwrap_or_default().round_dp(2).normalize();
            let label = self.material.numbers().decimal(label, tick_places);
            page.scene.text(&label, at(tick), page.y, Anchor::Middle, AXIS);
        }
        page.scene.text(&self.material.text("column-fte"), page.right(), page.y, Anchor::End, HEAD);
        page.y += 0.9;
        let bottom = page.y + 1.0 + ROW * cdrs.len() as f64;
        for &tick in &ticks[1..] {
            page.scene.down(at(tick), page.y, bottom, THIN, GRID);
        }
        let top = page.y;
        page.y += 1.0;
        for total in cdrs {
            self.bar(page, total, names, (start, &at));
        }
        page.scene.down(start, top, bottom, CAPACITY / 2.0, INK);
        page.y = bottom;
    }

    fn bar(&self, page: &mut Page<'_, '_, '_>, total: &CdrTotal, names: f64, (start, at): (f64, &dyn Fn(f64) -> f64)) {
        let middle = page.y + ROW / 2.0;
        let baseline = middle + FIGURE.cap_height() / 2.0;
        let name = self.name(total);
        let lines = two_lines(&name, NAME, start - 2.0 - names);
        let shift = if lines.len() > 1 { 1.75 } else { 0.0 };
        page.scene.text(&self.code(total), MARGIN, baseline - shift, Anchor::Start, NAME.bold());
        for (number, line) in lines.iter().enumerate() {
            let baseline = baseline - shift + 2.0 * shift * number as f64;
            page.scene.text(line, names, baseline, Anchor::Start, NAME);
        }
        let [top, bottom] = [middle - BAR / 2.0, middle + BAR / 2.0];
        let mut sum = 0.0;
        for (part, fte) in self.parts(total).into_iter().filter(|(_, fte)| !fte.is_zero()) {
            let left = at(sum) + if sum > 0.0 { GAP / 2.0 } else { 0.0 };
            sum += fte_amount(fte);
            let right = (at(sum) - GAP / 2.0).max(left + 0.4);
            part.draw(page, [left, top, right, bottom]);
            let text = self.fte(fte);
            let fits = width(&text, IN_BAR) + 2.4 < right - left;
            if let Some(ground) = part.ground().filter(|_| fits) {
                let kind = IN_BAR.in_colour(ground.ink());
                let baseline = middle + IN_BAR.cap_height() / 2.0;
                page.scene.text(&text, f64::midpoint(left, right), baseline, Anchor::Middle, kind);
            }
        }
        page.scene.text(&self.fte(total.fte), page.right(), baseline, Anchor::End, FIGURE.bold());
        page.y += ROW;
    }

    /// The figures of the bars: CDRs by roles.
    fn table(&self, page: &mut Page<'_, '_, '_>, cdrs: &[&CdrTotal], is_last: bool) {
        let material = self.material;
        let mut heads: Vec<String> =
            self.parts.iter().map(|part| material.text(&format!("roles-head-{}", part.code()))).collect();
        heads.extend([material.text("column-fte"), material.text("column-people")]);
        let first = MARGIN + page.inner() * 0.16;
        let stride = (page.right() - 1.6 - first) / heads.len() as f64;
        let column = |at: usize| first + stride * (at as f64 + 1.0);
        let marks: Vec<Option<String>> = self.parts.iter().map(|&part| self.note(page, part)).collect();
        page.y += 4.8;
        page.scene.text(&material.text("column-cdr"), MARGIN, page.y, Anchor::Start, HEAD);
        for (at, head) in heads.iter().enumerate() {
            let head = cut(head, HEAD, stride - 1.5);
            page.scene.text(&head, column(at), page.y, Anchor::End, HEAD);
            if let Some(mark) = marks.get(at).and_then(Option::as_ref) {
                page.scene.text(mark, column(at) + 0.3, page.y, Anchor::Start, HEAD.in_colour(INK));
            }
        }
        page.y += 1.4;
        page.scene.across(MARGIN, page.right(), page.y, THIN, HAIRLINE);
        for total in cdrs {
            page.y += TABLE_ROW;
            let cells = self.parts(total).into_iter().map(|(_, fte)| fte).chain([total.fte]).collect::<Vec<_>>();
            let people = material.numbers().count(total.people);
            self.line(page, (&self.code(total), &cells, &people), &column, false);
        }
        page.y += 1.6;
        page.scene.across(MARGIN, page.right(), page.y, HEAVY, INK);
        page.y += 3.4;
        if !is_last {
            page.scene.text(&material.text("chart-continues"), MARGIN, page.y, Anchor::Start, FIGURE.bold());
            page.y += 1.4;
            return;
        }
        let sums: Vec<Fte> = (0..heads.len() - 2)
            .map(|at| self.cdrs.iter().map(|total| self.parts(total)[at].1).sum())
            .chain([self.whole])
            .collect();
        let people = material.people();
        let mark = (self.cdrs.iter().map(|total| total.people).sum::<usize>() > people)
            .then(|| page.mark(self.several_note()));
        let count = material.numbers().count(people);
        self.line(page, (&material.text("column-total"), &sums, &count), &column, true);
        if let Some(mark) = mark {
            page.scene.text(&mark, column(heads.len() - 1) + 0.3, page.y, Anchor::Start, FIGURE.bold());
        }
        page.y += 1.4;
    }

    fn line(
        &self,
        page: &mut Page<'_, '_, '_>,
        (lead, cells, people): (&str, &[Fte], &str),
        column: &dyn Fn(usize) -> f64,
        is_total: bool,
    ) {
        page.scene.text(lead, MARGIN, page.y, Anchor::Start, FIGURE.bold());
        for (at, fte) in cells.iter().enumerate() {
            let is_sum = is_total || at + 1 == cells.len();
            let (text, kind) = if fte.is_zero() {
                ("–".to_owned(), FIGURE.in_colour(QUIET))
            } else {
                (self.fte(*fte), if is_sum { FIGURE.bold() } else { FIGURE })
            };
            page.scene.text(&text, column(at), page.y, Anchor::End, kind);
        }
        let kind = if is_total { FIGURE.bold() } else { FIGURE };
        page.scene.text(people, column(cells.len()), page.y, Anchor::End, kind);
    }

    /// The mark of the note that says who is in a part without being a person.
    fn note(&self, page: &mut Page<'_, '_, '_>, part: Part) -> Option<String> {
        let (kind, id) = match part {
            Part::Role(_) => return None,
            Part::Collectives => (SubjectKind::Collective, "chart-note-collectives"),
            Part::ToCome => (SubjectKind::Vacancy, "chart-note-to-come"),
        };
        let material = self.material;
        let own = material.standings.iter().filter(|own| material.plan.subjects[own.subject].kind == kind);
        let said: Vec<String> = own
            .map(|standing| {
                let args = [("name", material.name(standing.subject).into()), ("fte", self.fte(standing.fte).into())];
                material.view.messages.format("chart-note-collective-fte", &args)
            })
            .collect();
        let most = if part == Part::ToCome { NAMED.min(said.len()) } else { said.len() };
        let args = [
            ("said", said[..most].join(", ").into()),
            ("more", (said.len() - most).into()),
            ("count", said.len().into()),
        ];
        Some(page.mark(material.view.messages.format(id, &args)))
    }

    /// Who is counted in several CDRs, and once in the total.
    fn several_note(&self) -> String {
        let material = self.material;
        let of_several =
            |subject: &usize| material.plan.subjects[*subject].is_person() && material.plan.cdrs_of(*subject).len() > 1;
        let subjects: Vec<usize> = (0..material.plan.subjects.len()).filter(of_several).collect();
        let name = subjects.first().map(|&subject| material.name(subject)).unwrap_or_default();
        let cdrs: Vec<String> = subjects
            .first()
            .map(|&subject| material.plan.cdrs_of(subject))
            .unwrap_or_default()
            .into_iter()
            .map(|cdr| material.cdr_code(cdr).into_owned())
            .collect();
        let args = [("count", subjects.len().into()), ("name", name.into()), ("cdrs", cdrs.join(", ").into())];
        material.view.messages.format("chart-note-several", &args)
    }
}

fn role_of(total: &CdrTotal, at: usize) -> Fte {
    let place = Role::ALL.iter().position(|&known| known == ROLES[at].0).unwrap_or_default();
    total.roles[place].fte
}

/// The distance of the ticks: one, two or five times a power of ten, four to eight of them.
fn tick_step(longest: f64) -> f64 {
    let rough = longest / 4.0;
    let power = 10_f64.powf(rough.max(0.01).log10().floor());
    [1.0, 2.0, 5.0, 10.0].into_iter().map(|times| times * power).rfind(|step| *step <= rough.max(0.01)).unwrap_or(power)
}
