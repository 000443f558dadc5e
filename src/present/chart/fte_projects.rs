//! Which projects take the staff: the largest twenty, all others together, and the whole.

use std::borrow::Cow;

use super::bars::{Bars, Figure, Fill, Row, Total};
use super::material::{Material, fte_amount, fte_places};
use super::page::{Page, file_name};
use super::picture::Picture;
use crate::analyse::{ProjectTotal, apportion};
use crate::model::{Fte, Percent, SubjectKind};

/// How many projects are shown.
const MOST: usize = 20;

/// The picture of the projects that take most; none where nobody is committed to anything.
pub fn fte_projects(material: &Material<'_, '_>) -> Option<Picture> {
    let mut staffed: Vec<&ProjectTotal> = material.projects.iter().filter(|total| !total.fte.is_zero()).collect();
    staffed.sort_by_key(|total| std::cmp::Reverse(total.fte));
    let first = *staffed.first()?;
    let whole = material.whole_fte();
    let shown = if staffed.len() > MOST + 1 { MOST } else { staffed.len() };
    let rest: Fte = staffed[shown..].iter().map(|total| total.fte).sum();
    let places = fte_places(staffed.iter().map(|total| total.fte).chain([whole]));
    let shares = shares(&staffed[..shown], rest)?;
    let stands_out = staffed.get(1).is_none_or(|second| second.fte != first.fte);
    let title = title(material, first, (whole, places), shares[0], stands_out);
    let with_project = |totals: &[&ProjectTotal]| totals.iter().filter(|total| total.project.is_some()).count();
    let args = [
        ("shown", with_project(&staffed[..shown]).into()),
        ("all", with_project(&staffed).into()),
        ("fte", material.fte_words().into()),
    ];
    let mut page = Page::new(material, &title, &material.view.messages.format("chart-projects-subtitle", &args), None);
    let numbers = material.numbers();
    let fte = |fte: Fte| Figure::plain(numbers.decimal(fte.decimal().normalize(), places));
    let share = |share: Percent| Figure::plain(numbers.percent_to(share, 2));
    let mut rows = Vec::with_capacity(shown);
    for (at, total) in staffed[..shown].iter().enumerate() {
        let is_named = at == 0 && stands_out;
        rows.push(Row {
            lead: total
                .project
                .and_then(|project| material.plan.projects[project].cdr)
                .map(|cdr| material.cdr_code(cdr).into_owned())
                .unwrap_or_default(),
            code: total.project.map_or("–".to_owned(), |project| material.code(project).into_owned()),
            title: total.project.map_or_else(|| material.text("without-project"), |project| material.title_of(project)),
            mark: String::new(),
            length: fte_amount(total.fte),
            fill: if is_named { Fill::Named } else { Fill::Plain },
            figures: vec![people(&mut page, total), fte(total.fte), share(shares[at])],
            is_bold: is_named,
        });
    }
    let others = staffed.len() - shown;
    let rest = (others > 0).then(|| Row {
        lead: String::new(),
        code: String::new(),
        title: material.view.messages.format("chart-other-projects", &[("count", others.into())]),
        mark: String::new(),
        length: fte_amount(rest),
        fill: Fill::Others,
        figures: vec![Figure::default(), fte(rest), share(shares[shown])],
        is_bold: false,
    });
    let people =
        Figure { text: numbers.count(material.people()), mark: page.mark(material.text("chart-note-distinct")) };
    let bars = Bars {
        lead: material.text("column-cdr"),
        head: material.text("column-project"),
        heads: ["column-people", "column-fte", "chart-share"].map(|id| material.text(id)).to_vec(),
        rows,
        rest,
        total: Total {
            title: material.view.messages.format("chart-total-projects", &[("count", with_project(&staffed).into())]),
            figures: vec![people, fte(whole), share(Percent::HUNDRED)],
            deviation: None,
        },
    };
    bars.draw(&mut page);
    page.explain(material.text("chart-note-share"));
    page.explain(material.means_note());
    let told: Vec<String> = bars.rows.iter().map(|row| format!("{} {}", row.code, row.figures[1].text)).collect();
    let args = [("title", title.clone().into()), ("told", told.join("; ").into())];
    let alternative = material.view.messages.format("chart-projects-alt", &args);
    Some(page.finish(file_name("fte-projects", "", &material.slug, None), &title, &alternative))
}

/// The shares of what is shown and of the rest, which make exactly a hundred.
fn shares(shown: &[&ProjectTotal], rest: Fte) -> Option<Vec<Percent>> {
    let sizes: Vec<u128> = shown
        .iter()
        .map(|total| total.fte)
        .chain([rest])
        .map(|fte| u128::try_from(fte.units()).unwrap_or_default())
        .collect();
    let parts = apportion(10_000, &sizes)?;
    Some(parts.into_iter().map(|part| Percent::from_hundredths(i64::try_from(part).unwrap_or_default())).collect())
}

fn title(
    material: &Material<'_, '_>,
    first: &ProjectTotal,
    (whole, places): (Fte, u32),
    share: Percent,
    stands_out: bool,
) -> String {
    let numbers = material.numbers();
    // In a sentence, no zeros that a column would need.
    let fte = |fte: Fte| numbers.decimal(fte.decimal().normalize(), places.min(2));
    let args = [
        ("code", first.project.map_or(Cow::Borrowed("–"), |project| material.code(project)).into()),
        ("fte", fte(first.fte).into()),
        ("all", fte(whole).into()),
        ("share", numbers.percent_to(share, 2).into()),
    ];
    let id = if stands_out { "chart-projects-title" } else { "chart-projects-tie" };
    material.view.messages.format(id, &args)
}

/// How many people a project has, and that a collective is not among them.
fn people(page: &mut Page<'_, '_, '_>, total: &ProjectTotal) -> Figure {
    let material = page.material;
    let collective = material.loads.iter().find(|load| {
        let is_collective = material.plan.subjects[load.subject].kind == SubjectKind::Collective;
        is_collective && load.parts.iter().any(|part| part.project == total.project)
    });
    let note = |id: &str, arg: (&'static str, String)| material.view.messages.format(id, &[(arg.0, arg.1.into())]);
    let collective = collective.map(|load| note("chart-note-plus-collective", ("name", material.name(load.subject))));
    let to_come = Some(total.to_come).filter(|fte| !fte.is_zero());
    let to_come = to_come.map(|fte| {
        let fte = material.numbers().decimal(fte.decimal().normalize(), 2);
        note("chart-note-plus-to-come", ("fte", fte))
    });
    let mark = page.marks(collective.into_iter().chain(to_come));
    Figure { text: material.numbers().count(total.people), mark }
}
