//! How much of a director goes to each project, as declared and as a weight of a hundred.

use super::bars::{Bars, Figure, Fill, Row, Total, deviation};
use super::file_name::slug;
use super::material::{Material, amount};
use super::page::{Page, Paging, file_name, paged};
use super::picture::Picture;
use crate::analyse::{Basis, DirectorWeights, Method, ProjectWeight, Status};
use crate::model::Percent;

/// How many projects a page has.
const MOST: usize = 38;

/// The pictures of the directors' weights: one for each who is committed to something, and leads one of some
/// CDRs if these are asked for.
pub fn weights(material: &Material<'_, '_>, cdrs: Option<&[usize]>) -> Vec<Picture> {
    let is_asked =
        |director: &&DirectorWeights| cdrs.is_none_or(|cdrs| director.cdrs_led.iter().any(|led| cdrs.contains(led)));
    let weighed =
        material.weights.directors.iter().filter(|director| director.weight() != Percent::ZERO).filter(is_asked);
    weighed.flat_map(|director| of_director(material, director)).collect()
}

fn of_director(material: &Material<'_, '_>, director: &DirectorWeights) -> Vec<Picture> {
    paged(MOST, |most| {
        let pages: Vec<&[ProjectWeight]> = director.projects.chunks(most).collect();
        let of = pages.len();
        let page = |(at, own): (usize, &&[ProjectWeight])| page(material, director, own, Paging { number: at + 1, of });
        pages.iter().enumerate().map(page).collect()
    })
}

fn page(material: &Material<'_, '_>, director: &DirectorWeights, own: &[ProjectWeight], paging: Paging) -> Picture {
    let name = material.names.name(&director.name).into_owned();
    let title = title(material, director, &name);
    let led: Vec<String> = director.cdrs_led.iter().map(|&cdr| material.cdr(cdr)).collect();
    let (cdrs, led) = match &led[..] {
        [] if material.plan.cdrs.is_empty() => ("unknown", String::new()),
        [] => ("none", String::new()),
        [one] => ("one", one.clone()),
        [one, other] => ("several", format!("{one}, {other}")),
        many => ("several", material.view.messages.format("chart-several-cdrs", &[("count", many.len().into())])),
    };
    // In proportion to the commitments, one bar serves both figures.
    let is_by_effort = director.is_by_effort();
    let bars = if is_by_effort { "both" } else { "weight" };
    let args = [("cdrs", cdrs.into()), ("led", led.into()), ("bars", bars.into())];
    let subtitle = material.view.messages.format("chart-weights-subtitle", &args);
    let mut page = Page::new(material, &title, &subtitle, Some(paging));
    let rows = own.iter().map(|own| row(&mut page, director, own)).collect();
    let numbers = material.numbers();
    let is_last = paging.number == paging.of;
    let projects = director.projects.iter().filter(|own| own.project.is_some()).count();
    let figures = [director.commitment, director.weight()].map(|sum| Figure::plain(numbers.percent(sum)));
    let standing = director.subject.map(|subject| &material.standings[subject]);
    let gap = standing.and_then(|standing| Some((standing.difference()?, standing.judgement_of_total()?)));
    let gap = gap.filter(|(_, status)| *status != Status::Full).map(|(gap, status)| {
        let words = material.view.messages.format("chart-gap", &[("gap", numbers.difference(gap).into())]);
        deviation(words, status == Status::Over)
    });
    let bars = Bars {
        lead: String::new(),
        head: material.text("column-project"),
        heads: vec![
            material.text("column-percent"),
            material.text(if is_by_effort { "chart-normalised" } else { "chart-weight" }),
        ],
        rows,
        rest: None,
        total: Total {
            title: if is_last {
                material.view.messages.format("chart-total-projects", &[("count", projects.into())])
            } else {
                material.text("chart-continues")
            },
            figures: if is_last { figures.to_vec() } else { Vec::new() },
            deviation: gap.filter(|_| is_last),
        },
    };
    bars.draw(&mut page);
    page.explain(method_note(material, director));
    page.explain(material.means_note());
    let file = file_name("weights", &slug(&name), &material.slug, Some(paging));
    let told: Vec<String> =
        own.iter().map(|own| format!("{} {}", code(material, own), numbers.percent_to(own.weight, 2))).collect();
    let args = [("title", title.clone().into()), ("told", told.join("; ").into())];
    page.finish(file, &title, &material.view.messages.format("chart-weights-alt", &args))
}

/// By what method the weights were found, and how the column comes to a hundred.
fn method_note(material: &Material<'_, '_>, director: &DirectorWeights) -> String {
    let numbers = material.numbers();
    let fixed = director.projects.iter().filter(|own| own.basis == Basis::Floor);
    let rest = Percent::HUNDRED - fixed.clone().map(|own| own.weight).sum();
    let method = match (material.weights.method, fixed.count()) {
        (Method::Given, _) => "given",
        (Method::Equal, 0) => "equal",
        (Method::Equal, _) => "equal-with-floors",
        (Method::Effort, 0) => "effort",
        (Method::Effort, _) => "effort-with-floors",
    };
    let total = numbers.bare_to(director.commitment, director.commitment.places());
    let args = [("method", method.into()), ("total", total.into()), ("rest", numbers.percent(rest).into())];
    material.view.messages.format("chart-note-weights", &args)
}

/// The project that weighs most; none if another weighs the same, or would but for what rounding left over.
fn heaviest(director: &DirectorWeights) -> Option<&ProjectWeight> {
    let first = director.projects.iter().rev().max_by_key(|own| own.weight)?;
    let is_as_heavy = |own: &&ProjectWeight| {
        own.weight == first.weight || (director.is_by_effort() && own.commitment == first.commitment)
    };
    (director.projects.iter().filter(is_as_heavy).count() == 1).then_some(first)
}

/// The finding: what the director is committed to, and what weighs most.
fn title(material: &Material<'_, '_>, director: &DirectorWeights, name: &str) -> String {
    let numbers = material.numbers();
    let [first, rest @ ..] = &director.projects[..] else { return name.to_owned() };
    let heaviest = heaviest(director);
    let id = match heaviest {
        _ if rest.is_empty() => "chart-weights-one",
        None => "chart-weights-tie",
        Some(_) => "chart-weights-title",
    };
    let most = director.projects.iter().map(|own| own.weight).max().unwrap_or_default();
    let args = [
        ("name", name.to_owned().into()),
        ("total", numbers.percent(director.commitment).into()),
        ("count", director.projects.iter().filter(|own| own.project.is_some()).count().into()),
        ("code", code(material, heaviest.unwrap_or(first)).into()),
        ("weight", numbers.percent_to(most, 2).into()),
    ];
    material.view.messages.format(id, &args)
}

fn code(material: &Material<'_, '_>, own: &ProjectWeight) -> String {
    own.project.map_or("–".to_owned(), |project| material.code(project).into_owned())
}

fn row(page: &mut Page<'_, '_, '_>, director: &DirectorWeights, own: &ProjectWeight) -> Row {
    let material = page.material;
    let numbers = material.numbers();
    let cdr = material.plan.sheets[own.sheet].cdr;
    let elsewhere = cdr.filter(|cdr| !director.cdrs_led.is_empty() && !director.cdrs_led.contains(cdr));
    let mark = elsewhere.map(|cdr| {
        let cdr = material.cdr(cdr);
        page.mark(material.view.messages.format("chart-note-project-of", &[("cdr", cdr.into())]))
    });
    let basis = match own.basis {
        Basis::Floor => Some("chart-note-fixed"),
        Basis::Effort { is_shifted: true } => Some("chart-note-shifted"),
        // A bar that is as long as it can be says nothing of the commitment.
        _ if director.projects.len() == 1 && own.commitment != own.weight => Some("chart-note-sole"),
        Basis::Effort { is_shifted: false } | Basis::Equal | Basis::Given => None,
    };
    let basis = basis.map(|note| page.mark(material.text(note)));
    Row {
        lead: String::new(),
        code: code(material, own),
        title: own.project.map_or_else(|| material.text("without-project"), |project| material.title_of(project)),
        mark: mark.unwrap_or_default(),
        length: amount(if director.is_by_effort() { own.commitment } else { own.weight }),
        fill: match elsewhere {
            Some(_) => Fill::Hatched,
            None if heaviest(director) == Some(own) => Fill::Named,
            None => Fill::Plain,
        },
        figures: vec![
            Figure::plain(numbers.percent(own.commitment)),
            Figure { text: numbers.percent_to(own.weight, 2), mark: basis.unwrap_or_default() },
        ],
        is_bold: false,
    }
}
