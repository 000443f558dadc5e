//! Many people on some projects: people are the rows, projects the columns.

use std::cmp::Reverse;

use super::{CELL, Matrix, draw_cell, draw_other};
use crate::model::{Fte, Percent};
use crate::present::chart::font::width;
use crate::present::chart::page::{Page, Paging, paged};
use crate::present::chart::picture::Picture;
use crate::present::chart::scene::Anchor;
use crate::present::chart::style::{
    FIGURE, GROUP, HAIRLINE, HEAD, HEAVY, INK, MARGIN, NAME, PROJECT_TITLE, QUIET, ROLE, THIN,
};
use crate::present::chart::words::{at_most, name as fitted, parted};

const ROW: f64 = 4.5;
const GAP: f64 = 0.5;
const MOST: usize = 36;
const NAME_LIMIT: f64 = 44.0;
/// How many lines the title of a column has.
const HEAD_LINES: usize = 4;
const HEAD_LINE: f64 = 3.0;

/// A group of people, in the order in which they are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Group {
    Several,
    One,
    Elsewhere,
    Nothing,
    Collective,
}

/// Where the columns are.
struct Places {
    role: f64,
    cells: f64,
    stride: f64,
    cell: f64,
    others: Option<Others>,
}

/// How wide the column of all other projects is at least.
const OTHERS: f64 = 11.5;

/// The column of all other projects.
#[derive(Clone, Copy)]
struct Others {
    /// Where it begins.
    left: f64,
    width: f64,
}

/// Everybody with their group, in order.
struct Rows {
    all: Vec<(Group, usize)>,
}

impl Rows {
    fn of(matrix: &Matrix<'_, '_, '_>) -> Self {
        let group = |subject: usize| {
            let count =
                matrix.projects.iter().filter(|&&project| matrix.cell(subject, project) != Percent::ZERO).count();
            match count {
                _ if !matrix.material.plan.subjects[subject].is_person() => Group::Collective,
                0 if matrix.total(subject) == Percent::ZERO => Group::Nothing,
                0 => Group::Elsewhere,
                1 => Group::One,
                _ => Group::Several,
            }
        };
        let mut all: Vec<(Group, usize)> = matrix.subjects.iter().map(|&subject| (group(subject), subject)).collect();
        all.sort_by_cached_key(|&(group, subject)| {
            // People on several projects by role; those on one by project, the largest share first.
            let column = matrix.projects.iter().position(|&project| matrix.cell(subject, project) != Percent::ZERO);
            let share = column.map(|column| matrix.cell(subject, matrix.projects[column]));
            let role = matrix.material.plan.roles_of(subject).first().copied();
            let by_project = (column, Reverse(share));
            let name = matrix.material.name(subject);
            match group {
                Group::One => (group, Some(by_project), None, name),
                _ => (group, None, role, name),
            }
        });
        Self { all }
    }

    fn count(&self, group: Group) -> usize {
        self.all.iter().filter(|(own, _)| *own == group).count()
    }
}

pub(super) fn pictures(matrix: &Matrix<'_, '_, '_>) -> Vec<Picture> {
    let rows = Rows::of(matrix);
    paged(MOST, |most| {
        let pages: Vec<&[(Group, usize)]> = rows.all.chunks(most).collect();
        let of = pages.len();
        let mut before = None;
        let page = |(at, own): (usize, &&[(Group, usize)])| {
            let picture = page(matrix, &rows, (before, own), Paging { number: at + 1, of });
            before = own.last().map(|(group, _)| *group);
            picture
        };
        pages.iter().enumerate().map(page).collect()
    })
}

fn page(
    matrix: &Matrix<'_, '_, '_>,
    rows: &Rows,
    (before, own): (Option<Group>, &[(Group, usize)]),
    paging: Paging,
) -> Picture {
    let material = matrix.material;
    let title = matrix.title();
    let codes: Vec<_> = matrix.projects.iter().map(|&project| material.code(project)).collect();
    let args = [
        ("scope", matrix.scope().into()),
        ("projects", codes.join(", ").into()),
        ("group", matrix.is_group.to_string().into()),
    ];
    let subtitle = material.view.messages.format("chart-matrix-many-subtitle", &args);
    let mut page = Page::new(material, &title, &subtitle, Some(paging));
    let places = places(matrix, &page, rows);
    heads(matrix, &mut page, &places);
    let mut last = before;
    let mut is_first = true;
    for &(group, subject) in own {
        if is_first || last != Some(group) {
            head(matrix, &mut page, rows, group, last == Some(group));
        }
        (last, is_first) = (Some(group), false);
        row(matrix, &mut page, &places, subject);
    }
    if paging.number == paging.of {
        fte_row(matrix, &mut page, &places);
    }
    let group = [("group", matrix.is_group.to_string().into())];
    page.explain(material.view.messages.format("chart-note-matrix-many", &group) + &material.fte_words());
    page.explain(matrix.whole_note());
    page.explain(material.means_note());
    let roles = material.roles_explained(own.iter().map(|&(_, subject)| subject));
    page.explain(if roles.is_empty() { roles } else { roles + "." });
    let subjects: Vec<usize> = own.iter().map(|&(_, subject)| subject).collect();
    let alternative = matrix.alternative(&title, &subjects);
    page.finish(matrix.file(paging), &title, &alternative)
}

fn places(matrix: &Matrix<'_, '_, '_>, page: &Page<'_, '_, '_>, rows: &Rows) -> Places {
    let material = matrix.material;
    let names = rows.all.iter().map(|&(_, subject)| {
        width(&fitted(&material.name(subject), NAME, NAME_LIMIT), NAME) + 2.0 * matrix.notes(subject).len() as f64
    });
    let role = MARGIN + names.fold(0.0, f64::max) + 2.0;
    let roles = rows.all.iter().map(|&(_, subject)| width(&material.role(subject), ROLE)).fold(0.0, f64::max);
    let cells = role + roles + 1.8;
    let wide = |texts: &mut dyn Iterator<Item = String>, kind, least| {
        texts.map(|text| width(&text, kind)).fold(least, f64::max)
    };
    let numbers = material.numbers();
    let mut totals = rows.all.iter().map(|&(_, subject)| numbers.percent(matrix.total(subject)));
    let totals = wide(&mut totals, FIGURE.bold(), width("100,00 %", FIGURE.bold())) + 4.5;
    let mut elsewhere = rows.all.iter().map(|&(_, subject)| numbers.bare(matrix.elsewhere(subject)));
    let elsewhere = wide(&mut elsewhere, CELL, OTHERS - 0.8) + 0.8;
    let others = Some(elsewhere).filter(|_| matrix.all_elsewhere() != Percent::ZERO);
    let room = page.right() - totals - cells - others.map_or(0.0, |width| width + 1.5);
    let stride = (room / matrix.projects.len() as f64).min(24.0);
    let left = cells + stride * matrix.projects.len() as f64 + 1.2;
    let others = others.map(|width| Others { left, width });
    Places { role, cells, stride, cell: stride - GAP, others }
}

/// The heads of the columns: the code, below it the title.
fn heads(matrix: &Matrix<'_, '_, '_>, page: &mut Page<'_, '_, '_>, places: &Places) {
    let material = matrix.material;
    let kind = PROJECT_TITLE.of_size(6.5);
    let titles: Vec<Vec<String>> = matrix
        .projects
        .iter()
        .map(|&project| {
            let title = material.title_of(project);
            at_most(&parted(&title, kind, places.stride - 0.7), kind, places.stride - 0.7, HEAD_LINES)
        })
        .collect();
    let lines = titles.iter().map(Vec::len).max().unwrap_or(1).max(2);
    page.y += 3.0 + HEAD_LINE * (lines as f64 + 1.0);
    let bottom = page.y;
    for (at, (title, &project)) in titles.iter().zip(&matrix.projects).enumerate() {
        let x = places.cells + places.stride * at as f64 + places.cell / 2.0;
        for (number, line) in title.iter().rev().enumerate() {
            page.scene.text(line, x, bottom - HEAD_LINE * number as f64, Anchor::Middle, kind);
        }
        let above = bottom - HEAD_LINE * title.len() as f64 - 0.2;
        page.scene.text(&material.code(project), x, above, Anchor::Middle, PROJECT_TITLE.bold());
    }
    if let Some(Others { left, width }) = places.others {
        let words = at_most(&material.text("chart-others"), HEAD, width - 0.5, 2);
        for (number, line) in words.iter().rev().enumerate() {
            let x = left + width / 2.0;
            page.scene.text(line, x, bottom - HEAD_LINE * number as f64, Anchor::Middle, HEAD);
        }
    }
    page.scene.text(&material.text("column-total"), page.right(), bottom, Anchor::End, HEAD);
}

fn head(matrix: &Matrix<'_, '_, '_>, page: &mut Page<'_, '_, '_>, rows: &Rows, group: Group, is_continued: bool) {
    let id = match group {
        Group::Several => "chart-matrix-several",
        Group::One => "chart-matrix-one",
        Group::Elsewhere => "chart-matrix-none",
        Group::Nothing => "chart-matrix-nothing",
        Group::Collective => "chart-group-collective",
    };
    let messages = &matrix.material.view.messages;
    let args = [
        ("count", rows.count(group).into()),
        ("group", matrix.is_group.to_string().into()),
        ("others", matrix.material.others().into()),
    ];
    let mut words = messages.format(id, &args);
    if is_continued {
        words.push(' ');
        words += &messages.text("chart-continued");
    }
    page.y += 4.1;
    page.scene.text(&words, MARGIN, page.y, Anchor::Start, GROUP.in_colour(QUIET));
    page.y += 1.2;
    page.scene.across(MARGIN, page.right(), page.y, THIN, HAIRLINE);
    page.y += 0.6;
}

fn row(matrix: &Matrix<'_, '_, '_>, page: &mut Page<'_, '_, '_>, places: &Places, subject: usize) {
    let material = matrix.material;
    let [top, bottom] = [page.y, page.y + ROW - GAP];
    let baseline = f64::midpoint(top, bottom) + NAME.cap_height() / 2.0;
    let name = fitted(&material.name(subject), NAME, NAME_LIMIT);
    let wide = page.scene.text(&name, MARGIN, baseline, Anchor::Start, NAME);
    let marks = matrix.marks(page, subject);
    page.scene.text(&marks, MARGIN + wide + 0.5, baseline, Anchor::Start, NAME.bold());
    page.scene.text(&material.role(subject), places.role, baseline, Anchor::Start, ROLE);
    for (at, &project) in matrix.projects.iter().enumerate() {
        let left = places.cells + places.stride * at as f64;
        draw_cell(page, matrix.cell(subject, project), [left, top, left + places.cell, bottom], CELL);
    }
    if let Some(Others { left, width }) = places.others {
        draw_other(page, matrix.elsewhere(subject), [left, top, left + width, bottom], CELL);
    }
    let (kind, sign) = matrix.total_type(subject);
    let total = material.numbers().percent(matrix.total(subject));
    let wide = page.scene.text(&total, page.right(), baseline, Anchor::End, kind);
    if let Some((points, colour)) = sign {
        page.scene.triangle(page.right() - wide - 2.2, baseline, points, colour);
    }
    page.y += ROW;
}

/// The full-time equivalents of every column, which close the table.
fn fte_row(matrix: &Matrix<'_, '_, '_>, page: &mut Page<'_, '_, '_>, places: &Places) {
    let material = matrix.material;
    let fte = |fte: Fte| matrix.written(fte);
    page.y += 0.5;
    page.scene.across(MARGIN, page.right(), page.y, HEAVY, INK);
    page.y += 3.5;
    page.scene.text(&material.text("column-fte"), MARGIN, page.y, Anchor::Start, FIGURE.bold());
    let kind = FIGURE.of_size(7.5).bold();
    for (at, &project) in matrix.projects.iter().enumerate() {
        let x = places.cells + places.stride * at as f64 + places.cell / 2.0;
        page.scene.text(&fte(matrix.of_project(project)), x, page.y, Anchor::Middle, kind);
    }
    if let Some(Others { left, width }) = places.others {
        page.scene.text(
            &fte(matrix.fte_elsewhere()),
            left + width / 2.0,
            page.y,
            Anchor::Middle,
            kind.in_colour(QUIET),
        );
    }
    page.scene.text(&fte(matrix.whole()), page.right(), page.y, Anchor::End, FIGURE.bold());
    page.y += 1.4;
}
