//! **N003 unused-setting** (warning)
//!
//! *What it does.* Finds every name in the settings that nobody in the plan has, every project of a
//! namesake on which they have no row, every heading, form of codes or scale that occurs nowhere,
//! every recipe ([[layout.table]]) by which no table is read, or by which several may be that are not alike,
//! every fixed weight of what is no director's project, and every accepted finding that is not there
//! (any more).
//!
//! *Why it matters.* The entry does nothing: it is misspelt, or what it settled has been mended.
//!
//! *What to do.* Correct the entry, or take it out.

use foldhash::HashSet;
use std::borrow::Cow;
use std::ops::Range;

use toml::Spanned;

use super::Case;
use crate::analyse::unused_floors;
use crate::finding::{Code, Facts, Finding};
use crate::identity;
use crate::model::{Evidence, RecipeFate, Scale, Subject, header_key};
use crate::settings::{FloorEntry, LayoutSettings, Name, NameGroup, Settings, TableRecipe};
use crate::source::Place;

/// `[[weights.floor]]`, which fixes the weight of a project.
pub(super) const FLOOR: &str = "floor";

pub fn check<'t>(case: &Case<'_, 't>, findings: &mut Vec<Finding<'t>>) {
    let settings: &'t Settings = case.settings;
    check_recipes(case, &settings.layout.recipes, findings);
    check_layout(case, &settings.layout, findings);
    for written in unused_floors(case.plan, settings).into_iter().filter_map(FloorEntry::written) {
        report(case, FLOOR, (written.get_ref(), None), &written.span(), None, findings);
    }
    if settings.is_silent() {
        return;
    }
    let written = case.plan.subjects.iter().flat_map(|subject| &subject.as_written);
    let labelled = case.plan.subjects.iter().flat_map(with_numbers(case));
    let keys: HashSet<String> = written.map(|written| identity::key(written)).chain(labelled).collect();
    let groups = [("same_person", &settings.same_person), ("not_same", &settings.not_same)];
    let in_groups = groups
        .into_iter()
        .flat_map(|(entry, groups)| groups.iter().flat_map(NameGroup::names).map(move |name| (entry, name)));
    let collectives = settings.collective.iter().map(|collective| ("collective", &collective.name));
    for (entry, name) in in_groups.chain(collectives) {
        let is_in_staff_file = || case.staff.is_some_and(|staff| !staff.all(&name.key).is_empty());
        if !keys.contains(&name.key) && !is_in_staff_file() {
            unused_name(case, entry, name, findings);
        }
    }
    let projects_of = |wanted: &HashSet<&str>| {
        let mut known: HashSet<(String, String)> = HashSet::default();
        for row in &case.plan.commitments {
            let Some(project) = case.plan.project_of(row) else { continue };
            let key = identity::key(&row.name.words());
            if wanted.contains(&*key) {
                known.insert((key, project.code.to_ascii_lowercase()));
            }
        }
        known
    };
    let wanted: HashSet<&str> = settings.namesake.iter().map(|namesake| &*namesake.name.key).collect();
    let known = if wanted.is_empty() { HashSet::default() } else { projects_of(&wanted) };
    for namesake in &settings.namesake {
        for code in &namesake.projects {
            if !known.contains(&(namesake.name.key.clone(), code.get_ref().to_ascii_lowercase())) {
                let written = (&**code.get_ref(), Some(&*namesake.name.written));
                report(case, "namesake", written, &code.span(), None, findings);
            }
        }
    }
}

/// The names of a subject with each of their personnel numbers behind it, as settings may write them.
fn with_numbers<'a>(case: &'a Case<'_, '_>) -> impl Fn(&'a Subject<'_>) -> Vec<String> + 'a {
    move |subject| {
        let rows = subject.commitments.iter().map(|&row| &case.plan.commitments[row as usize]);
        let labelled = rows.filter_map(|row| {
            Some(format!("{} ({})", identity::person_key(&row.name.words()), identity::key(&row.number?.words())))
        });
        identity::keys(subject).into_iter().chain(labelled).collect()
    }
}

/// The headers, forms of codes and scales of the settings that were of no use.
fn check_layout<'t>(case: &Case<'_, 't>, layout: &'t LayoutSettings, findings: &mut Vec<Finding<'t>>) {
    let plan = case.plan;
    let cells = plan.headers.iter().flat_map(|header| &header.columns).map(|(cell, _)| header_key(cell.raw()));
    let cells: HashSet<String> =
        if layout.headers.all().next().is_some() { cells.collect() } else { HashSet::default() };
    let headers = layout.headers.all().filter(|(_, header)| !cells.contains(&header.key));
    let projects =
        layout.project_code.iter().filter(|form| !plan.projects.iter().any(|project| form.is(&project.code)));
    let cdrs = layout.cdr_code.iter().filter(|form| !plan.cdrs.iter().any(|cdr| form.is(&cdr.code)));
    let has = |is: &dyn Fn(Scale) -> bool| plan.share_columns.iter().any(|column| column.bare > 0 && is(column.scale));
    let scales = |scale| matches!(scale, Scale::Fraction | Scale::Percent(Evidence::Settings));
    let scale = layout.percent_scale.as_ref().filter(|_| !has(&scales)).map(Spanned::span);
    let bases = layout.bases().into_iter().filter_map(|base| {
        let is_by = |scale| matches!(scale, Scale::Work(unit, _, Evidence::Settings) if base.units.contains(&unit));
        base.amount.filter(|_| !has(&is_by)).map(Spanned::span)
    });
    let ranges = headers.map(|(_, header)| header.range.clone());
    let forms = projects.chain(cdrs).map(|form| form.range.clone());
    for range in ranges.chain(forms).chain(scale).chain(bases) {
        let written = case.settings.place(&range).map_or("", Place::raw);
        report(case, "layout", (written, None), &range, None, findings);
    }
}

/// The recipes of the settings by which no table is read, with why, and those by which several may be that are not alike.
fn check_recipes<'t>(case: &Case<'_, 't>, recipes: &'t [TableRecipe], findings: &mut Vec<Finding<'t>>) {
    for (number, recipe) in recipes.iter().enumerate() {
        let places: Vec<_> = case.plan.recipes.iter().filter(|own| own.recipe == number).collect();
        let has = |fate: RecipeFate| places.iter().any(|own| own.fate == fate);
        let column = places.iter().find_map(|own| match own.fate {
            RecipeFate::NoColumn(meaning) => recipe.columns().find(|(of, _)| *of == meaning),
            RecipeFate::Used | RecipeFate::Other | RecipeFate::Data => None,
        });
        let mut used = places.iter().filter(|own| own.fate == RecipeFate::Used).map(|own| own.header.raw());
        let first = used.next();
        let (entry, range) = match column {
            _ if has(RecipeFate::Other) || used.any(|other| Some(other) != first) => {
                ("table-several", recipe.header_row.span())
            }
            _ if first.is_some() => continue,
            _ if has(RecipeFate::Data) => ("table-data", recipe.header_row.span()),
            Some((_, column)) => ("table-column", column.written().span()),
            None => ("table-row", recipe.header_row.span()),
        };
        let written = column.filter(|_| entry == "table-column").map(|(_, column)| column.written().get_ref().as_str());
        let written = written.unwrap_or_else(|| case.settings.place(&range).map_or("", Place::raw));
        report(case, entry, (written, None), &range, None, findings);
    }
}

fn unused_name<'t>(case: &Case<'_, 't>, entry: &'static str, name: &'t Name, findings: &mut Vec<Finding<'t>>) {
    // The other names of the same entry are no help.
    let likely = if entry == "collective" { case.likely_name(&name.key, |_| true) } else { None };
    report(case, entry, (&name.written, Some(&name.written)), &name.range, likely, findings);
}

/// Reports something that is written in the settings and matches nothing: what it is, and whose.
pub fn report<'t>(
    case: &Case<'_, 't>,
    entry: &'static str,
    (written, name): (&'t str, Option<&'t str>),
    range: &Range<usize>,
    likely: Option<Cow<'t, str>>,
    findings: &mut Vec<Finding<'t>>,
) {
    let facts =
        Facts { setting: Some(entry), entry: Some(written), name: name.map(Cow::Borrowed), likely, ..Facts::default() };
    findings.push(Finding::new(Code::N003, case.settings.place(range).into_iter().collect(), facts));
}
