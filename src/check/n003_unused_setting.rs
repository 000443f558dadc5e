//! **N003 unused-setting** (warning)
//!
//! *What it does.* Finds every name in the settings that nobody in the plan has, every project of a
//! namesake on which they have no row, and every accepted finding that is not there (any more).
//!
//! *Why it matters.* The entry does nothing: it is misspelt, or what it settled has been mended.
//!
//! *What to do.* Correct the entry, or take it out.

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
        if !keys.contains(&name.key) {
            unused_name(case, entry, name, findings);
        }
    }
    for namesake in &settings.namesake {
        let has_row = case.plan.commitments.iter().any(|row| {
            let project = case.plan.project_of(row);
            project.is_some_and(|project| namesake.has(&project.code))
                && identity::key(&row.name.words()) == namesake.name.key
        });
        if !has_row {
            unused_name(case, "namesake", &namesake.name, findings);
        }
    }
}

fn unused_name<'t>(case: &Case<'_, 't>, entry: &'static str, name: &'t Name, findings: &mut Vec<Finding<'t>>) {
    let likely = case.likely_name(&name.key, |_| true);
    report(case, entry, &name.written, &name.range, likely, findings);
}

/// Reports something that is written in the settings and matches nothing.
pub fn report<'t>(
    case: &Case<'_, 't>,
    entry: &'static str,
    written: &'t str,
    range: &Range<usize>,
    likely: Option<std::borrow::Cow<'t, str>>,
    findings: &mut Vec<Finding<'t>>,
) {
    let facts = Facts { setting: Some(entry), name: Some(written.into()), likely, ..Facts::default() };
    findings.push(Finding::new(Code::N003, case.settings.place(range).into_iter().collect(), facts));
}
