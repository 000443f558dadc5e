//! Few people and their projects: projects are the rows, people the columns.

use super::{CELL, LEAST, Matrix, draw_cell, draw_other, widest};
use crate::analyse::Load;
use crate::model::Percent;
use crate::present::chart::font::width;
use crate::present::chart::material::Material;
use crate::present::chart::page::{Page, Paging, paged};
use crate::present::chart::picture::Picture;
use crate::present::chart::scene::Anchor;
use crate::present::chart::style::{FIGURE, HEAD, HEAVY, INK, MARGIN, NAME, PROJECT_TITLE, QUIET, ROLE};
use crate::present::chart::words::{at_most, title_type, two_lines};

const ROW: f64 = 6.6;
const GAP: f64 = 0.5;
const MOST: usize = 28;
/// What a column has beside a total: the sign of who is over or under.
const SIGN: f64 = 3.1;

/// Where the columns are.
struct Places {
    title: f64,
    titles_end: f64,
    cells: f64,
    stride: f64,
}

pub(super) fn pictures(matrix: &Matrix<'_, '_, '_>) -> Vec<Picture> {
    let mut projects = matrix.projects.clone();
    projects.sort_by_key(|&project| std::cmp::Reverse(matrix.of_project(project)));
    let mut subjects = matrix.subjects.clone();
    subjects.sort_by_key(|&subject| {
        let is_person = matrix.material.plan.subjects[subject].is_person();
        (!is_person, matrix.material.plan.roles_of(subject).first().copied(), matrix.material.name(subject))
    });
    paged(MOST, |most| {
        let pages: Vec<&[usize]> = projects.chunks(most).collect();
        let of = pages.len();
        let page = |(at, own): (usize, &&[usize])| page(matrix, &subjects, own, Paging { number: at + 1, of });
        pages.iter().enumerate().map(page).collect()
    })
}

fn page(matrix: &Matrix<'_, '_, '_>, subjects: &[usize], own: &[usize], paging: Paging) -> Picture {
    let material = matrix.material;
    let title = matrix.title();
    let args = [
        ("scope", matrix.scope().into()),
        ("people", subjects.len().into()),
        ("projects", matrix.projects.len().into()),
    ];
    let subtitle = material.view.messages.format("chart-matrix-few-subtitle", &args);
    let mut page = Page::new(material, &title, &subtitle, Some(paging));
    let places = places(matrix, &page, subjects);
    heads(matrix, &mut page, &places, subjects);
    for &project in own {
        row(matrix, &mut page, &places, subjects, project);
    }
    let is_last = paging.number == paging.of;
    let others = matrix.all_elsewhere();
    if is_last && others != Percent::ZERO {
        other_row(matrix, &mut page, &places, subjects);
    }
    if is_last {
        total_row(matrix, &mut page, &places, subjects);
    }
    page.explain(format!("{} {}", material.fte_words(), material.text("chart-note-matrix-few")));
    page.explain(matrix.whole_note());
    page.explain(material.means_note());
    page.explain(roles(matrix, subjects));
    let alternative = matrix.alternative(&title, subjects);
    page.finish(matrix.file(paging), &title, &alternative)
}

fn roles(matrix: &Matrix<'_, '_, '_>, subjects: &[usize]) -> String {
    let roles = matrix.material.roles_explained(subjects.iter().copied());
    if roles.is_empty() { roles } else { roles + "." }
}

fn places(matrix: &Matrix<'_, '_, '_>, page: &Page<'_, '_, '_>, subjects: &[usize]) -> Places {
    let codes = matrix.projects.iter().map(|&project| width(&matrix.material.code(project), PROJECT_TITLE.bold()));
    let title = MARGIN + codes.fold(0.0, f64::max) + 1.8;
    let figures = matrix.projects.iter().map(|&project| matrix.of_project(project)).chain([matrix.whole()]);
    let figures = figures.map(|fte| width(&matrix.written(fte), FIGURE.bold())).fold(6.0, f64::max);
    let stride = stride(page.material.width, subjects.len());
    let cells = page.right() - figures - 4.5 - stride * subjects.len() as f64;
    Places { title, titles_end: cells - 2.0, cells, stride }
}

/// How wide the column of a person is.
fn stride(width: f64, people: usize) -> f64 {
    (width * 0.54 / people as f64).min(16.0)
}

/// Whether some people can be columns: their names without being cut, and the figures below them.
pub(super) fn fits(material: &Material<'_, '_>, loads: &[&Load]) -> bool {
    let stride = stride(material.width, loads.len());
    let mut names = loads.iter().map(|load| material.name(load.subject));
    let decimals = decimals(material, loads.iter().map(|load| load.subject));
    let total = |load: &Load| material.numbers().bare_to(material.standings[load.subject].total, decimals);
    let least = FIGURE.bold().of_size(LEAST);
    names.all(|name| name.split(' ').all(|word| width(word, NAME) <= stride - 0.8))
        && widest(material, loads, CELL.of_size(LEAST)) <= stride - GAP - 0.4
        && loads.iter().all(|load| width(&total(load), least) <= stride - SIGN)
}

/// How many decimals all totals of some people are shown with.
fn decimals(material: &Material<'_, '_>, subjects: impl Iterator<Item = usize>) -> u32 {
    subjects.map(|subject| material.standings[subject].total.places()).max().unwrap_or(2)
}

fn heads(matrix: &Matrix<'_, '_, '_>, page: &mut Page<'_, '_, '_>, places: &Places, subjects: &[usize]) {
    let material = matrix.material;
    let limit = places.stride - 0.8;
    let names: Vec<Vec<String>> = subjects
        .iter()
        .map(|&subject| {
            let name = material.name(subject);
            // One word a line, since names have two.
            let lines: Vec<String> = match name.split_once(' ') {
                Some((first, rest)) => [at_most(first, NAME, limit, 1), at_most(rest, NAME, limit, 2)].concat(),
                None => at_most(&name, NAME, limit, 2),
            };
            lines
        })
        .collect();
    let lines = names.iter().map(Vec::len).max().unwrap_or(1);
    page.y += 2.2 + 3.2 * lines as f64 + 3.0;
    page.scene.text(&material.text("column-project"), MARGIN, page.y, Anchor::Start, HEAD);
    page.scene.text(&material.text("column-fte"), page.right(), page.y, Anchor::End, HEAD);
    for (at, (&subject, name)) in subjects.iter().zip(&names).enumerate() {
        let x = places.cells + places.stride * (at as f64 + 0.5) - GAP / 2.0;
        page.scene.text(&material.role(subject), x, page.y, Anchor::Middle, ROLE);
        let marks = matrix.marks(page, subject);
        for (number, line) in name.iter().rev().enumerate() {
            let baseline = page.y - 3.0 - 3.2 * number as f64;
            let wide = page.scene.text(line, x, baseline, Anchor::Middle, NAME);
            if number == 0 {
                page.scene.text(&marks, x + wide / 2.0 + 0.3, baseline, Anchor::Start, NAME.bold());
            }
        }
    }
    page.y += 1.6;
}

fn row(matrix: &Matrix<'_, '_, '_>, page: &mut Page<'_, '_, '_>, places: &Places, subjects: &[usize], project: usize) {
    let material = matrix.material;
    let [top, bottom] = [page.y, page.y + ROW - GAP];
    let middle = f64::midpoint(top, bottom);
    let baseline = middle + FIGURE.cap_height() / 2.0;
    let title = material.title_of(project);
    let kind = title_type(&title, PROJECT_TITLE);
    let lines = two_lines(&title, kind, places.titles_end - places.title);
    let shift = if lines.len() > 1 { 1.5 } else { 0.0 };
    page.scene.text(&material.code(project), MARGIN, baseline - shift, Anchor::Start, PROJECT_TITLE.bold());
    for (at, line) in lines.iter().enumerate() {
        page.scene.text(line, places.title, baseline - shift + 2.0 * shift * at as f64, Anchor::Start, kind);
    }
    for (at, &subject) in subjects.iter().enumerate() {
        let left = places.cells + places.stride * at as f64;
        draw_cell(
            page,
            matrix.cell(subject, project),
            [left, top, left + places.stride - GAP, bottom],
            CELL.of_size(8.0),
        );
    }
    page.scene.text(&matrix.written(matrix.of_project(project)), page.right(), baseline, Anchor::End, FIGURE);
    page.y += ROW;
}

/// What the people are committed to on other projects, so that their columns close.
fn other_row(matrix: &Matrix<'_, '_, '_>, page: &mut Page<'_, '_, '_>, places: &Places, subjects: &[usize]) {
    let [top, bottom] = [page.y + 0.6, page.y + 0.6 + ROW - GAP];
    let baseline = f64::midpoint(top, bottom) + FIGURE.cap_height() / 2.0;
    let words = matrix.material.text("chart-others");
    page.scene.text(&words, places.title, baseline, Anchor::Start, PROJECT_TITLE.in_colour(QUIET));
    for (at, &subject) in subjects.iter().enumerate() {
        let left = places.cells + places.stride * at as f64;
        draw_other(page, matrix.elsewhere(subject), [left, top, left + places.stride - GAP, bottom], CELL.of_size(8.0));
    }
    page.scene.text(
        &matrix.written(matrix.fte_elsewhere()),
        page.right(),
        baseline,
        Anchor::End,
        FIGURE.in_colour(QUIET),
    );
    page.y = bottom + GAP;
}

fn total_row(matrix: &Matrix<'_, '_, '_>, page: &mut Page<'_, '_, '_>, places: &Places, subjects: &[usize]) {
    let material = matrix.material;
    let numbers = material.numbers();
    page.y += 0.5;
    page.scene.across(MARGIN, page.right(), page.y, HEAVY, INK);
    page.y += 3.6;
    let baseline = page.y;
    page.scene.text(&material.text("chart-total-person"), MARGIN, baseline, Anchor::Start, FIGURE.bold());
    let decimals = decimals(material, subjects.iter().copied());
    // All of one size, and with a sign where all have room for it.
    let room = places.stride - SIGN;
    let widest = |texts: &dyn Fn(usize) -> String| {
        subjects.iter().map(|&subject| width(&texts(subject), FIGURE.bold())).fold(0.0, f64::max)
    };
    let with_sign = |subject: usize| numbers.percent_to(matrix.total(subject), decimals);
    let without = |subject: usize| numbers.bare_to(matrix.total(subject), decimals);
    let has_sign = widest(&with_sign) * LEAST / FIGURE.size <= room;
    let wide = if has_sign { widest(&with_sign) } else { widest(&without) };
    let size = (FIGURE.size * room / wide).clamp(LEAST, FIGURE.size);
    for (at, &subject) in subjects.iter().enumerate() {
        let x = places.cells + places.stride * (at as f64 + 0.5) - GAP / 2.0;
        let (kind, sign) = matrix.total_type(subject);
        let text = if has_sign { with_sign(subject) } else { without(subject) };
        let shift = if sign.is_some() { 1.2 } else { 0.0 };
        let wide = page.scene.text(&text, x + shift, baseline, Anchor::Middle, kind.of_size(size));
        if let Some((points, colour)) = sign {
            page.scene.triangle(x + shift - wide / 2.0 - 1.4, baseline, points, colour);
        }
    }
    page.scene.text(&matrix.written(matrix.whole()), page.right(), baseline, Anchor::End, FIGURE.bold());
    page.y += 1.4;
}
