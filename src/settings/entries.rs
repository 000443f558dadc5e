//! The entries of the settings about people, and what makes them hold.

use std::collections::HashMap;
use std::ops::Range;

use rust_decimal::Decimal;
use serde::Deserialize;
use toml::Spanned;
use toml::value::Datetime;

use super::Settings;
use super::fault::{Fault, nearest};
use super::given_weights::hundredths;
use crate::finding::Code;
use crate::identity;

/// A name as the settings write it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(from = "Spanned<String>")]
pub struct Name {
    /// As it is written.
    pub written: String,
    /// What all its spellings have in common.
    pub key: String,
    /// Where it stands in the file, in bytes, quotes included.
    pub range: Range<usize>,
}

impl From<Spanned<String>> for Name {
    fn from(name: Spanned<String>) -> Self {
        let range = name.span();
        let written = name.into_inner();
        Self { key: identity::person_key(&written), written, range }
    }
}

/// Names that are one person (`[[same_person]]`), or different ones (`[[not_same]]`).
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NameGroup {
    names: Spanned<Vec<Name>>,
}

impl NameGroup {
    /// The names, at least two different ones.
    pub fn names(&self) -> &[Name] {
        self.names.get_ref()
    }
}

/// One of several people of one name: who has the rows on these projects.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Namesake {
    /// The name that they share.
    pub name: Name,
    /// The projects' codes.
    pub projects: Vec<Spanned<String>>,
    /// What is put behind the name to tell this one from the others; otherwise a number.
    pub label: Option<String>,
}

impl Namesake {
    /// Whether a project is one of this person's.
    pub fn has(&self, project: &str) -> bool {
        self.projects.iter().any(|code| code.get_ref().eq_ignore_ascii_case(project))
    }
}

/// A name that is several people.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CollectiveEntry {
    /// The name.
    pub name: Name,
    /// How many people it is, if that is known: then its capacity is as many times a hundred.
    pub headcount: Option<Spanned<u32>>,
}

/// A project whose weight is fixed, the others sharing the rest.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FloorEntry {
    /// The project's code.
    pub code: Option<Spanned<String>>,
    /// The project's title, for all projects that have it.
    pub title: Option<Spanned<String>>,
    /// The weight.
    pub percent: Spanned<Decimal>,
}

impl FloorEntry {
    /// What is written of the project: code or title.
    pub fn written(&self) -> Option<&Spanned<String>> {
        self.code.as_ref().or(self.title.as_ref())
    }
}

/// A kind of finding about a person or a project that is settled.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Accepted {
    /// The finding's code.
    pub code: Spanned<String>,
    /// Whom it is about.
    pub person: Option<Name>,
    /// Which project it is about.
    pub project: Option<Spanned<String>>,
    /// Why it is accepted.
    pub reason: String,
    /// The last day on which it is.
    pub until: Option<Spanned<Datetime>>,
}

impl Accepted {
    /// The finding's code.
    pub fn finding(&self) -> Option<Code> {
        code(self.code.get_ref())
    }

    /// The last day on which the finding is accepted; none for always.
    pub fn until(&self) -> Option<jiff::civil::Date> {
        date(self.until.as_ref()?.get_ref())
    }

    /// Whether it was accepted only until a day before `today`.
    pub fn is_past(&self, today: jiff::civil::Date) -> bool {
        self.until().is_some_and(|until| until < today)
    }
}

fn code(written: &str) -> Option<Code> {
    Code::ALL.iter().copied().find(|code| code.code().eq_ignore_ascii_case(written))
}

fn date(written: &Datetime) -> Option<jiff::civil::Date> {
    let date = written.date?;
    jiff::civil::Date::new(i16::try_from(date.year).ok()?, i8::try_from(date.month).ok()?, i8::try_from(date.day).ok()?)
        .ok()
}

/// The first entry that cannot hold, with its place in the file.
pub(super) fn check(settings: &Settings) -> Result<(), (usize, Fault)> {
    check_groups(settings)?;
    for namesake in &settings.namesake {
        if namesake.projects.is_empty() {
            return Err((namesake.name.range.start, Fault::NoProject));
        }
    }
    for headcount in settings.collective.iter().filter_map(|collective| collective.headcount.as_ref()) {
        if *headcount.get_ref() == 0 {
            return Err((headcount.span().start, Fault::Headcount));
        }
    }
    for floor in &settings.weights.floor {
        let start = floor.percent.span().start;
        if floor.code.is_some() == floor.title.is_some() {
            return Err((start, Fault::FloorOfNothing));
        }
        if hundredths(*floor.percent.get_ref()).is_none() {
            return Err((start, Fault::Figure { column: "percent", value: floor.percent.get_ref().to_string() }));
        }
    }
    settings.accepted.iter().try_for_each(check_accepted)
}

fn check_groups(settings: &Settings) -> Result<(), (usize, Fault)> {
    let mut same: HashMap<&str, usize> = HashMap::new();
    for (number, group) in settings.same_person.iter().enumerate() {
        check_size(group, "same_person")?;
        for name in group.names() {
            if *same.entry(&name.key).or_insert(number) != number {
                return Err((name.range.start, Fault::NameTwice { name: name.written.clone() }));
            }
        }
    }
    for group in &settings.not_same {
        check_size(group, "not_same")?;
        let mut groups: Vec<usize> = Vec::new();
        for name in group.names() {
            let Some(&number) = same.get(&*name.key) else { continue };
            if groups.contains(&number) {
                return Err((name.range.start, Fault::NameTwice { name: name.written.clone() }));
            }
            groups.push(number);
        }
    }
    Ok(())
}

fn check_size(group: &NameGroup, entry: &'static str) -> Result<(), (usize, Fault)> {
    let names = group.names();
    // What stands in brackets may be a personnel number that tells two people of a name apart.
    let whole = identity::key(&names[0].written);
    if names.iter().all(|name| name.key == names[0].key && (identity::key(&name.written) == whole || !has_label(name)))
    {
        return Err((group.names.span().start, Fault::TooFewNames(entry)));
    }
    Ok(())
}

/// Whether something stands in brackets behind a name.
fn has_label(name: &Name) -> bool {
    name.written.trim_end().ends_with(')')
}

fn check_accepted(accepted: &Accepted) -> Result<(), (usize, Fault)> {
    let written = accepted.code.get_ref();
    if code(written).is_none() {
        let codes: Vec<&'static str> = Code::ALL.iter().map(|code| code.code()).collect();
        let nearest = nearest(written, &codes);
        return Err((accepted.code.span().start, Fault::UnknownCode { code: written.clone(), nearest }));
    }
    if accepted.person.is_none() && accepted.project.is_none() {
        return Err((accepted.code.span().start, Fault::AcceptedOfNothing));
    }
    match &accepted.until {
        Some(until) if date(until.get_ref()).is_none() => {
            Err((until.span().start, Fault::NotADate(until.get_ref().to_string())))
        }
        _ => Ok(()),
    }
}
