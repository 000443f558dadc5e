//! **N003 unused-setting** (warning)
//!
//! *What it does.* Finds every name in the settings that nobody in the plan has, every project of a
//! namesake on which they have no row, and every accepted finding that is not there (any more).
//!
//! *Why it matters.* The entry does nothing: it is misspelt, or what it settled has been mended.
//!
//! *What to do.* Correct the entry, or take it out.

use std::borrow::Cow;
use std::collections::HashSet;
use std::ops::Range;

use super::Case;
use crate::finding::{Code, Facts, Finding};
use crate::identity;
use crate::settings::{Name, NameGroup, Settings};

pub fn check<'t>(case: &Case<'_, 't>, findings: &mut Vec<Finding<'t>>) {
    let settings: &'t Settings = case.settings;
    if settings.is_silent() {
        return;
    }
    let written = case.plan.subjects.iter().flat_map(|subject| &subject.as_written);
    let keys: HashSet<String> = written.map(|written| identity::key(written)).collect();
    let groups = [("same_person", &settings.same_person), ("not_same", &settings.not_same)];
    let in_groups = groups
        .into_iter()
        .flat_map(|(entry, groups)| groups.iter().flat_map(NameGroup::names).map(move |name| (entry, name)));
    let collectives = settings.collective.iter().map(|collective| ("collective", &collective.name));
    for (entry, name) in in_groups.chain(collectives) {
        let is_in_staff_file = || case.staff.is_some_and(|staff| staff.find(&name.key).is_some());
        if !keys.contains(&name.key) && !is_in_staff_file() {
            unused_name(case, entry, name, findings);
        }
    }
    for namesake in &settings.namesake {
        for code in &namesake.projects {
            let has_row = case.plan.commitments.iter().any(|row| {
                let project = case.plan.project_of(row);
                project.is_some_and(|project| project.code.eq_ignore_ascii_case(code.get_ref()))
                    && identity::key(&row.name.words()) == namesake.name.key
            });
            if !has_row {
                let written = (&**code.get_ref(), Some(&*namesake.name.written));
                report(case, "namesake", written, &code.span(), None, findings);
            }
        }
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
