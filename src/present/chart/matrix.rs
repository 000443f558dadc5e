//! Who works on what: a cell for each person and project. Where people are few, they are the columns; where
//! they are many, the rows.

mod by_person;
mod by_project;

use super::file_name::slug;
use super::font::width;
use super::material::{Material, amount, fte_places};
use super::page::{Page, Paging, file_name};
use super::picture::Picture;
use super::scene::Anchor;
use super::style::{Colour, EMPTY_CELL, FIGURE, IN_CELL, INK, OTHERS, OVER, QUIET, Type, UNDER, step};
use crate::analyse::{Load, Part, Status, by_project as ranked};
use crate::model::{Fte, Percent, SubjectKind};

/// Up to so many people, what a picture says is where their time goes; of more, on how many projects they are. It does not
/// depend on the paper.
const FEW: usize = 8;

/// How many people are columns at most: eight where there is the usual room.
fn few(width: f64) -> usize {
    (width / 18.0).floor() as usize
}

/// How many projects are columns at most, unless they are asked for: five where there is the usual room, and figures of two decimals.
fn columns(width: f64, figures: f64) -> usize {
    ((width - 70.0 - (2.0 * (figures - 11.0)).max(0.0)) / (figures + 1.5).max(18.0)).round().max(2.0) as usize
}

/// How wide the widest figure of somebody's share of a project is, in a type.
fn widest(material: &Material<'_, '_>, loads: &[&Load], kind: Type) -> f64 {
    let parts = loads.iter().flat_map(|load| &load.parts);
    parts.map(|part| width(&material.numbers().bare(part.percent), kind)).fold(0.0, f64::max)
}

/// What is shown.
pub(super) struct Matrix<'m, 'p, 't> {
    material: &'m Material<'p, 't>,
    /// The CDR; none for the whole plan.
    cdr: Option<usize>,
    /// Whether the projects were asked for: then only people on them are shown.
    is_group: bool,
    /// Whether the projects were asked for.
    was_asked: bool,
    /// The projects that are asked for, otherwise all on which the people are in the scope: what is said is said of these.
    scope: Vec<usize>,
    /// Those that are shown.
    projects: Vec<usize>,
    subjects: Vec<usize>,
}

/// The pictures of a CDR, or of some projects.
pub fn matrix(material: &Material<'_, '_>, cdr: Option<usize>, projects: Option<&[usize]>) -> Vec<Picture> {
    let is_in = |load: &&Load| {
        let is_of_cdr = |part: &&Part| cdr.is_none() || part.cdr == cdr;
        load.parts.iter().filter(is_of_cdr).any(|part| match projects {
            Some(projects) => part.project.is_some_and(|project| projects.contains(&project)),
            None => true,
        })
    };
    let loads: Vec<&Load> = material.loads.iter().filter(is_in).collect();
    if loads.is_empty() {
        return Vec::new();
    }
    let was_asked = projects.is_some();
    let few = loads.len() <= few(material.width) && by_project::fits(material, &loads);
    let ranking = ranked(loads.iter().copied(), cdr.filter(|_| projects.is_none()));
    let projects: Vec<usize> = match projects {
        Some(given) => {
            let mut given = given.to_vec();
            given.sort_unstable();
            given.dedup();
            given
        }
        None => ranking
            .iter()
            .take(if few { ranking.len() } else { columns(material.width, widest(material, &loads, CELL)) })
            .map(|&(project, _)| project)
            .collect(),
    };
    let subjects = loads.iter().map(|load| load.subject).collect();
    let is_group = projects_are_group(&ranking, &projects);
    let all = || ranking.iter().map(|&(project, _)| project).collect();
    let scope = if was_asked { projects.clone() } else { all() };
    let matrix = Matrix { material, cdr, is_group, was_asked, scope, projects, subjects };
    if few { by_project::pictures(&matrix) } else { by_person::pictures(&matrix) }
}

/// Whether some projects are fewer than those that the people work on.
fn projects_are_group(ranking: &[(usize, Percent)], projects: &[usize]) -> bool {
    ranking.iter().any(|(project, _)| !projects.contains(project))
}

impl<'m> Matrix<'m, '_, '_> {
    fn load(&self, subject: usize) -> &'m Load {
        &self.material.loads[subject]
    }

    /// What a subject is committed to on a project.
    fn cell(&self, subject: usize, project: usize) -> Percent {
        let parts = &self.load(subject).parts;
        parts.iter().filter(|part| part.project == Some(project)).map(|part| part.percent).sum()
    }

    /// What a subject is committed to on all other projects.
    fn elsewhere(&self, subject: usize) -> Percent {
        let is_other = |part: &&crate::analyse::Part| part.project.is_none_or(|own| !self.projects.contains(&own));
        self.load(subject).parts.iter().filter(is_other).map(|part| part.percent).sum()
    }

    /// What the people who are shown are committed to where a project is asked for, as full-time equivalents.
    fn fte(&self, is_asked: impl Fn(Option<usize>) -> bool) -> Fte {
        let plan = self.material.plan;
        let rows = self.subjects.iter().flat_map(|&subject| plan.commitments_of(subject));
        rows.filter(|row| is_asked(plan.sheets[row.sheet].project)).map(|row| plan.fte_of(row)).sum()
    }

    fn of_project(&self, project: usize) -> Fte {
        self.fte(|own| own == Some(project))
    }

    fn fte_elsewhere(&self) -> Fte {
        self.fte(|own| own.is_none_or(|own| !self.projects.contains(&own)))
    }

    fn whole(&self) -> Fte {
        self.fte(|_| true)
    }

    /// The decimals that the full-time equivalents need.
    fn places(&self) -> u32 {
        let projects = self.projects.iter().map(|&project| self.of_project(project));
        fte_places(projects.chain([self.fte_elsewhere(), self.whole()]))
    }

    fn written(&self, fte: Fte) -> String {
        self.material.numbers().decimal(fte.decimal().normalize(), self.places())
    }

    /// What the picture says, as the data alone have it.
    fn title(&self) -> String {
        if self.subjects.len() <= FEW { self.title_of_few() } else { self.title_of_many() }
    }

    /// On which project most of the people's time is.
    fn title_of_few(&self) -> String {
        let short = |fte: Fte| self.material.numbers().decimal(fte.decimal().normalize(), 2);
        let most = self.scope.iter().map(|&project| self.of_project(project)).max().unwrap_or_default();
        let mut first = self.scope.iter().filter(|&&project| self.of_project(project) == most);
        let code = first.next().map(|&project| self.material.code(project).into_owned()).unwrap_or_default();
        let id = match self.scope.len() {
            1 => "chart-matrix-few-one",
            _ if first.next().is_some() => "chart-matrix-few-tie",
            _ => "chart-matrix-few-title",
        };
        let args = [
            ("about", self.about().into()),
            ("fte", short(most).into()),
            ("all", short(self.staff()).into()),
            ("code", code.into()),
            ("projects", self.scope.len().into()),
        ];
        self.material.view.messages.format(id, &args)
    }

    /// How many of the people are on one project alone: of those that were asked for, otherwise of all.
    fn title_of_many(&self) -> String {
        let is_person = |&&subject: &&usize| self.material.plan.subjects[subject].is_person();
        let is_on_one = |&&subject: &&usize| {
            let mut own: Vec<Option<usize>> = self.load(subject).parts.iter().map(|part| part.project).collect();
            own.retain(|project| !self.was_asked || project.is_some_and(|project| self.scope.contains(&project)));
            own.sort_unstable();
            own.dedup();
            own.len() == 1
        };
        let people = self.subjects.iter().filter(is_person);
        let args = [
            ("about", self.about().into()),
            ("one", people.clone().filter(is_on_one).count().into()),
            ("people", people.count().into()),
            ("group", (self.was_asked && self.is_group).to_string().into()),
        ];
        self.material.view.messages.format("chart-matrix-many-title", &args)
    }

    /// The staff of which a project takes a part: a CDR's own, whatever its people do elsewhere.
    fn staff(&self) -> Fte {
        match self.cdr.and_then(|cdr| self.material.cdrs.iter().find(|total| total.cdr == Some(cdr))) {
            Some(total) if !self.was_asked => total.fte,
            _ => self.whole(),
        }
    }

    /// Why the table comes to another sum than the title; nothing where it does not, or the title says none.
    fn whole_note(&self) -> String {
        let says_staff = self.subjects.len() <= FEW && self.scope.len() > 1;
        if !says_staff || self.staff() == self.whole() {
            return String::new();
        }
        let short = |fte: Fte| self.material.numbers().decimal(fte.decimal().normalize(), 2);
        let args = [("here", short(self.staff()).into()), ("all", short(self.whole()).into())];
        self.material.view.messages.format("chart-note-matrix-whole", &args)
    }

    fn all_elsewhere(&self) -> Percent {
        self.subjects.iter().map(|&subject| self.elsewhere(subject)).sum()
    }

    fn total(&self, subject: usize) -> Percent {
        self.material.standings[subject].total
    }

    /// What the matrix is about: the CDR, or the projects.
    fn about(&self) -> String {
        if let Some(cdr) = self.cdr {
            return self.material.cdr_name(cdr);
        }
        let [first, .., last] = &self.projects[..] else {
            let only = self.projects.first().map(|&project| self.material.code(project).into_owned());
            let args = [("code", only.unwrap_or_default().into())];
            return self.material.view.messages.format("chart-one-project", &args);
        };
        let args = [
            ("first", self.material.code(*first).into_owned().into()),
            ("last", self.material.code(*last).into_owned().into()),
        ];
        self.material.view.messages.format("chart-some-projects", &args)
    }

    /// The same with all codes, for the line below the title.
    fn scope(&self) -> String {
        match self.cdr {
            Some(cdr) => self.material.cdr(cdr),
            None => self.material.plan_scope(),
        }
    }

    fn file(&self, paging: Paging) -> String {
        let cdr = self.cdr.map(|cdr| format!("cdr-{}", slug(&self.material.cdr_code(cdr))));
        if let Some(about) = cdr.as_ref().filter(|_| !self.was_asked) {
            return file_name("matrix", about, &self.material.slug, Some(paging));
        }
        let codes: Vec<String> = self.projects.iter().map(|&project| slug(&self.material.code(project))).collect();
        let about = match &codes[..] {
            [first, .., last] if codes.len() > 3 => format!("{first}-to-{last}"),
            codes => codes.join("-"),
        };
        let about = cdr.map_or(about.clone(), |cdr| format!("{cdr}-{about}"));
        file_name("matrix", &slug(&about), &self.material.slug, Some(paging))
    }

    /// The marks of somebody's notes.
    fn marks(&self, page: &mut Page<'_, '_, '_>, subject: usize) -> String {
        page.marks(self.notes(subject))
    }

    /// What is noted about somebody.
    fn notes(&self, subject: usize) -> Vec<String> {
        let note = self.material.pair_of(subject).map(|pair| self.material.pair_note(pair));
        let rejected = self.material.rejected_note(&self.material.standings[subject]);
        let kind = self.material.plan.subjects[subject].kind;
        let standing = &self.material.standings[subject];
        let collective = match kind {
            SubjectKind::Collective => Some(self.material.text("chart-note-collective")),
            SubjectKind::Vacancy => Some(self.material.text("chart-note-vacancy")),
            SubjectKind::Person if !standing.is_certain => Some(self.material.text("chart-note-uncertain")),
            SubjectKind::Person => None,
        };
        let own = standing.capacity.filter(|own| *own != Percent::HUNDRED && collective.is_none());
        let capacity = own.map(|own| {
            let capacity = self.material.numbers().percent(own);
            self.material.view.messages.format("chart-note-capacity", &[("capacity", capacity.into())])
        });
        let elsewhere = self.material.elsewhere_note(self.load(subject), self.cdr.filter(|_| !self.was_asked));
        let peak = self.material.peak_note(standing);
        note.into_iter().chain(peak).chain(rejected).chain(elsewhere).chain(collective).chain(capacity).collect()
    }

    /// The type of somebody's total, with the sign that it has.
    fn total_type(&self, subject: usize) -> (Type, Option<(super::scene::Points, Colour)>) {
        let standing = &self.material.standings[subject];
        match standing.judgement() {
            _ if !self.material.plan.subjects[subject].is_person() => (FIGURE.in_colour(QUIET), None),
            // The total is not what is over.
            Some(Status::Over) if standing.is_over_at_times() => (FIGURE, Some((super::scene::Points::Up, OVER))),
            Some(Status::Over) => (FIGURE.bold().in_colour(OVER), Some((super::scene::Points::Up, OVER))),
            Some(Status::Under) => (FIGURE.bold().in_colour(UNDER), Some((super::scene::Points::Down, UNDER))),
            Some(Status::Full) | None => (FIGURE.in_colour(QUIET), None),
        }
    }

    fn alternative(&self, title: &str, subjects: &[usize]) -> String {
        let numbers = self.material.numbers();
        let said = |&subject: &usize| {
            let cells = self.projects.iter().map(|&project| (project, self.cell(subject, project)));
            let mut cells: Vec<String> = cells
                .filter(|(_, percent)| *percent != Percent::ZERO)
                .map(|(project, percent)| format!("{} {}", self.material.code(project), numbers.bare(percent)))
                .collect();
            let others = self.elsewhere(subject);
            if others != Percent::ZERO {
                cells.push(format!("{} {}", self.material.text("chart-others"), numbers.bare(others)));
            }
            let total = self.material.total_words(&self.material.standings[subject]);
            let cells = if cells.is_empty() { String::new() } else { format!(" ({})", cells.join(", ")) };
            format!("{}: {total}{cells}", self.material.name(subject))
        };
        let told: Vec<String> = subjects.iter().map(said).collect();
        let args = [("title", title.to_owned().into()), ("told", told.join("; ").into())];
        self.material.view.messages.format("chart-matrix-alt", &args)
    }
}

/// Draws a cell: the deeper, the more; nothing written where there is nothing.
fn draw_cell(page: &mut Page<'_, '_, '_>, percent: Percent, [left, top, right, bottom]: [f64; 4], kind: Type) {
    if percent == Percent::ZERO {
        return page.scene.rect(left, top, right, bottom, EMPTY_CELL);
    }
    // Steps of ten: to 10, to 20, …
    let number = ((amount(percent) - 1e-9) / 10.0).floor().clamp(0.0, 9.0) as usize;
    let fill = step(number);
    page.scene.rect(left, top, right, bottom, fill);
    write(page, percent, [left, top, right, bottom], kind.in_colour(fill.ink()));
}

/// Draws a cell of what lies outside the matrix.
fn draw_other(page: &mut Page<'_, '_, '_>, percent: Percent, [left, top, right, bottom]: [f64; 4], kind: Type) {
    if percent == Percent::ZERO {
        return page.scene.rect(left, top, right, bottom, EMPTY_CELL);
    }
    page.scene.edged(left, top, right, bottom, OTHERS);
    write(page, percent, [left, top, right, bottom], kind.in_colour(INK));
}

fn write(page: &mut Page<'_, '_, '_>, percent: Percent, [left, top, right, bottom]: [f64; 4], kind: Type) {
    let text = page.material.numbers().bare(percent);
    let kind = kind.of_size((kind.size * (right - left - 0.4) / width(&text, kind)).clamp(LEAST, kind.size));
    let baseline = f64::midpoint(top, bottom) + kind.cap_height() / 2.0;
    page.scene.text(&text, f64::midpoint(left, right), baseline, Anchor::Middle, kind);
}

/// The least size of a figure in a cell.
const LEAST: f64 = 6.5;
/// The type in cells.
const CELL: Type = IN_CELL;
