//! Findings that the settings settle: they are listed all the same, but fail nothing.

use foldhash::{HashMap, HashSet};

use super::{Case, n003_unused_setting};
use crate::finding::{Acceptance, Code, Finding};
use crate::identity;
use crate::settings::{Accepted, Name, Settings};

/// Marks the findings that the settings accept, and reports the entries that match none. An entry whose
/// last day is past accepts nothing any more.
pub fn settle<'t>(case: &Case<'_, 't>, findings: &mut Vec<Finding<'t>>) {
    let settings: &'t Settings = case.settings;
    let by_subject = BySubject::of(case, findings);
    for entry in &settings.accepted {
        let mut is_used = false;
        for at in by_subject.may_be_meant(case, entry) {
            let finding = &mut findings[at];
            if !is_meant(case, entry, finding) {
                continue;
            }
            is_used = true;
            if !entry.is_past(case.today) {
                finding.accepted = Some(Acceptance { reason: &entry.reason, until: entry.until() });
            }
        }
        // What only weights tell, the check cannot miss.
        if !is_used && !entry.finding().is_some_and(Code::is_of_weights) {
            let code = entry.code.get_ref();
            n003_unused_setting::report(case, "accepted", (code, None), &entry.code.span(), None, findings);
        }
    }
}

/// A finding, marked if the settings accept it.
pub fn settled<'t>(case: &Case<'_, 't>, finding: Finding<'t>) -> Finding<'t> {
    let settings: &'t Settings = case.settings;
    let holds = |entry: &&Accepted| !entry.is_past(case.today) && is_meant(case, entry, &finding);
    let entry = settings.accepted.iter().find(holds);
    let accepted = entry.map(|entry| Acceptance { reason: &entry.reason, until: entry.until() });
    Finding { accepted: accepted.or(finding.accepted), ..finding }
}

/// The findings by those whom they are about.
struct BySubject {
    /// By code and the key of a person.
    people: HashMap<(Code, String), Vec<usize>>,
    /// By code and the code of a project, in small letters.
    projects: HashMap<(Code, String), Vec<usize>>,
}

impl BySubject {
    fn of(case: &Case<'_, '_>, findings: &[Finding<'_>]) -> Self {
        let mut by_subject = Self { people: HashMap::default(), projects: HashMap::default() };
        let codes: HashSet<Code> = case.settings.accepted.iter().filter_map(Accepted::finding).collect();
        for (at, finding) in findings.iter().enumerate().filter(|(_, finding)| codes.contains(&finding.code)) {
            for key in person_keys(case, finding) {
                by_subject.people.entry((finding.code, key)).or_default().push(at);
            }
            if let Some(project) = finding.facts.project {
                let code = case.plan.projects[project].code.to_ascii_lowercase();
                by_subject.projects.entry((finding.code, code)).or_default().push(at);
            }
        }
        by_subject
    }

    /// The findings, by their numbers, that an entry may mean: it names a person, a project or both.
    fn may_be_meant(&self, case: &Case<'_, '_>, entry: &Accepted) -> Vec<usize> {
        let Some(code) = entry.finding() else { return Vec::new() };
        let of =
            |map: &HashMap<(Code, String), Vec<usize>>, key: String| map.get(&(code, key)).cloned().unwrap_or_default();
        let of_person = entry.person.as_ref().map(|person| of(&self.people, wanted(case, person)));
        let of_project =
            entry.project.as_ref().map(|project| of(&self.projects, project.get_ref().to_ascii_lowercase()));
        of_person.into_iter().chain(of_project).min_by_key(Vec::len).unwrap_or_default()
    }
}

/// The keys of all names of the people whom a finding is about.
fn person_keys(case: &Case<'_, '_>, finding: &Finding<'_>) -> Vec<String> {
    let facts = &finding.facts;
    let subjects = facts.subject.into_iter().chain(facts.same_person.iter().flat_map(|pair| pair.subjects));
    let keys = subjects.flat_map(|subject| identity::keys(&case.plan.subjects[subject]));
    let mut keys: Vec<String> = keys.chain(facts.name.as_deref().map(identity::key)).collect();
    keys.sort_unstable();
    keys.dedup();
    keys
}

/// The key of whom an entry names: of whoever is called so, with what tells them from others of the name; otherwise of the name.
fn wanted(case: &Case<'_, '_>, name: &Name) -> String {
    let whole = identity::key(&name.written);
    if case.has_subject(&whole) { whole } else { name.key.clone() }
}

fn is_meant(case: &Case<'_, '_>, entry: &Accepted, finding: &Finding<'_>) -> bool {
    let facts = &finding.facts;
    let is_person = |name: &Name| {
        let key = wanted(case, name);
        person_keys(case, finding).contains(&key)
    };
    let is_project =
        |code: &str| facts.project.is_some_and(|project| case.plan.projects[project].code.eq_ignore_ascii_case(code));
    entry.finding() == Some(finding.code)
        && finding.code != Code::N003
        && entry.person.as_ref().is_none_or(is_person)
        && entry.project.as_ref().is_none_or(|project| is_project(project.get_ref()))
}
