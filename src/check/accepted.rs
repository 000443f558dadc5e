//! Findings that the settings settle: they are listed all the same, but fail nothing.

use super::{Case, n003_unused_setting};
use crate::finding::{Acceptance, Code, Finding};
use crate::identity;
use crate::settings::{Accepted, Settings};

/// Marks the findings that the settings accept, and reports the entries that match none. An entry whose
/// last day is past accepts nothing any more.
pub fn settle<'t>(case: &Case<'_, 't>, findings: &mut Vec<Finding<'t>>) {
    let settings: &'t Settings = case.settings;
    for entry in &settings.accepted {
        let mut is_used = false;
        for finding in findings.iter_mut().filter(|finding| is_meant(case, entry, finding)) {
            is_used = true;
            if !entry.is_past(case.today) {
                finding.accepted = Some(Acceptance { reason: &entry.reason, until: entry.until() });
            }
        }
        if !is_used {
            let code = entry.code.get_ref();
            n003_unused_setting::report(case, "accepted", (code, None), &entry.code.span(), None, findings);
        }
    }
}

fn is_meant(case: &Case<'_, '_>, entry: &Accepted, finding: &Finding<'_>) -> bool {
    let facts = &finding.facts;
    let is_person = |key: &str| {
        let subjects = facts.subject.into_iter().chain(facts.same_person.into_iter().flat_map(|pair| pair.subjects));
        let mut keys = subjects.flat_map(|subject| identity::keys(&case.plan.subjects[subject]));
        keys.any(|own| own == key) || facts.name.as_deref().is_some_and(|name| identity::key(name) == key)
    };
    let is_project =
        |code: &str| facts.project.is_some_and(|project| case.plan.projects[project].code.eq_ignore_ascii_case(code));
    entry.finding() == Some(finding.code)
        && finding.code != Code::N003
        && entry.person.as_ref().is_none_or(|person| is_person(&person.key))
        && entry.project.as_ref().is_none_or(|project| is_project(project.get_ref()))
}
