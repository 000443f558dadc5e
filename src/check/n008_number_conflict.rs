//! **N008 number-conflict** (warning)
//!
//! *What it does.* Finds every name that stands beside two personnel numbers, every number beside two names, and where
//! plan and staff file do not agree in them. Somebody with two numbers is two people, a number with two spellings of a
//! name is one; of a number with two names that are no spellings of each other nobody is judged.
//!
//! *Why it matters.* A slip in a number parts one person in two, of whom none is over; a number that two people have
//! leaves it open whose the total is.
//!
//! *What to do.* Correct the number or the name; join two names or numbers of one person in the settings
//! (`[[same_person]]`), tell two people apart (`[[not_same]]`), or accept the finding if it is as it should be.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::Case;
use crate::finding::{Code, Facts, Finding, NumberConflict};
use crate::identity::{self, Shape, Slip, numbers_of};
use crate::model::{Commitment, Percent};
use crate::settings::Staff;
use crate::source::Place;

/// Somebody with the personnel numbers in their rows.
struct Bearer<'a, 't> {
    subject: usize,
    total: Percent,
    numbers: Vec<(Cow<'t, str>, &'a Commitment<'t>)>,
}

pub fn check<'t>(case: &Case<'_, 't>, findings: &mut Vec<Finding<'t>>) {
    if case.plan.commitments.iter().all(|row| row.number.is_none()) {
        return;
    }
    let bearers = case.people().map(|standing| Bearer {
        subject: standing.subject,
        total: standing.total,
        numbers: numbers_of(case.plan, standing.subject),
    });
    let bearers: Vec<Bearer<'_, 't>> = bearers.filter(|bearer| !bearer.numbers.is_empty()).collect();
    for bearer in &bearers {
        several_numbers(case, bearer, findings);
        several_spellings(case, bearer, findings);
        if let Some(staff) = case.staff {
            unlike_staff(case, bearer, staff, findings);
        }
    }
    namesakes(case, &bearers, findings);
    shared_numbers(case, &bearers, findings);
}

impl<'t> Bearer<'_, 't> {
    fn facts(&self, conflict: NumberConflict) -> Facts<'t> {
        Facts {
            subject: Some(self.subject),
            numbers: self.numbers.iter().map(|(number, _)| number.clone()).collect(),
            percent: Some(self.total),
            conflict: Some(conflict),
            ..Facts::default()
        }
    }

    fn places(&self) -> Vec<Place<'t>> {
        self.numbers.iter().filter_map(|(_, row)| row.number).collect()
    }
}

/// Somebody who has several numbers and is one by the settings, or whom these tell from others by projects.
fn several_numbers<'t>(case: &Case<'_, 't>, bearer: &Bearer<'_, 't>, findings: &mut Vec<Finding<'t>>) {
    if bearer.numbers.len() > 1 {
        let is_one = case.plan.subjects[bearer.subject].is_certain;
        let conflict = if is_one { NumberConflict::Joined } else { NumberConflict::Several };
        findings.push(Finding::new(Code::N008, bearer.places(), bearer.facts(conflict)));
    }
}

/// Somebody whose number stands beside several spellings of the name that the settings do not join.
fn several_spellings<'t>(case: &Case<'_, 't>, bearer: &Bearer<'_, 't>, findings: &mut Vec<Finding<'t>>) {
    let mut spellings: Vec<(String, Cow<'t, str>, Place<'t>)> = Vec::new();
    let mut seen: Vec<&str> = Vec::new();
    for row in case.plan.commitments_of(bearer.subject).filter(|row| row.number.is_some()) {
        if seen.contains(&row.name.raw()) {
            continue;
        }
        seen.push(row.name.raw());
        let written = row.name.words();
        let key = case.settings.first_name(&identity::person_key(&written)).to_owned();
        if let Some(number) = row.number
            && !spellings.iter().any(|(known, ..)| *known == key)
        {
            spellings.push((key, identity::bare(&written).into_owned().into(), number));
        }
    }
    if spellings.len() > 1 {
        let places = spellings.iter().map(|(.., place)| *place).collect();
        let spellings = spellings.into_iter().map(|(_, written, _)| written).collect();
        let facts = Facts { spellings, ..bearer.facts(NumberConflict::Spellings) };
        findings.push(Finding::new(Code::N008, places, facts));
    }
}

/// Several people who share a name, and whom only their numbers tell apart.
fn namesakes<'t>(case: &Case<'_, 't>, bearers: &[Bearer<'_, 't>], findings: &mut Vec<Finding<'t>>) {
    let mut by_name: BTreeMap<String, Vec<&Bearer<'_, 't>>> = BTreeMap::new();
    for bearer in bearers {
        let written = case.plan.subjects[bearer.subject].as_written.iter();
        let mut keys: Vec<String> = written.map(|written| identity::person_key(written)).collect();
        keys.sort_unstable();
        keys.dedup();
        for key in keys {
            by_name.entry(key).or_default().push(bearer);
        }
    }
    let is_told = |name: &str| case.settings.namesake.iter().any(|namesake| namesake.name.key == name);
    let mut told: Vec<Vec<usize>> = Vec::new();
    for (_, bearers) in by_name.iter().filter(|(name, bearers)| bearers.len() > 1 && !is_told(name)) {
        let subjects: Vec<usize> = bearers.iter().map(|bearer| bearer.subject).collect();
        if told.contains(&subjects) {
            continue;
        }
        let name = bearers[0].numbers[0].1.name.words();
        let facts = Facts {
            name: Some(identity::shown(&identity::bare(&name)).into()),
            numbers: bearers.iter().map(|bearer| bearer.numbers[0].0.clone()).collect(),
            subjects: subjects.clone(),
            conflict: Some(NumberConflict::Namesakes),
            ..Facts::default()
        };
        findings.push(Finding::new(Code::N008, bearers.iter().flat_map(|bearer| bearer.places()).collect(), facts));
        told.push(subjects);
    }
}

/// Several people who share a number.
fn shared_numbers<'t>(case: &Case<'_, 't>, bearers: &[Bearer<'_, 't>], findings: &mut Vec<Finding<'t>>) {
    let mut by_number: BTreeMap<String, Vec<(&Bearer<'_, 't>, usize)>> = BTreeMap::new();
    for bearer in bearers {
        for (at, (number, _)) in bearer.numbers.iter().enumerate() {
            let key = identity::number_key(number).unwrap_or_default();
            by_number.entry(key).or_default().push((bearer, at));
        }
    }
    for bearers in by_number.values().filter(|bearers| bearers.len() > 1) {
        let keys: Vec<Vec<String>> =
            bearers.iter().map(|(bearer, _)| identity::keys(&case.plan.subjects[bearer.subject])).collect();
        let are_apart = |one: &Vec<String>, other: &Vec<String>| {
            one.iter().any(|one| other.iter().any(|other| case.settings.are_told_apart(one, other)))
        };
        let is_told = (0..keys.len()).all(|at| keys[at + 1..].iter().all(|other| are_apart(&keys[at], other)));
        let facts = Facts {
            numbers: vec![bearers[0].0.numbers[bearers[0].1].0.clone()],
            subjects: bearers.iter().map(|(bearer, _)| bearer.subject).collect(),
            percent: Some(bearers.iter().map(|(bearer, _)| bearer.total).sum()),
            conflict: Some(match &keys[..] {
                _ if is_told => NumberConflict::ToldApart,
                [first, others @ ..] if others.iter().all(|own| own.iter().any(|key| first.contains(key))) => {
                    NumberConflict::Parted
                }
                _ => NumberConflict::Shared,
            }),
            ..Facts::default()
        };
        let places = bearers.iter().filter_map(|(bearer, at)| bearer.numbers[*at].1.number).collect();
        findings.push(Finding::new(Code::N008, places, facts));
    }
}

/// Somebody whose number has another name in the staff file, or whose name has another number there.
fn unlike_staff<'t>(case: &Case<'_, 't>, bearer: &Bearer<'_, 't>, staff: &'t Staff, findings: &mut Vec<Finding<'t>>) {
    let written = case.plan.subjects[bearer.subject].as_written.iter();
    let mut keys: Vec<String> = written.map(|written| identity::person_key(written)).collect();
    keys.extend(keys.clone().iter().map(|key| case.settings.first_name(key).to_owned()));
    let numbers: Vec<String> = bearer.numbers.iter().filter_map(|(number, _)| identity::number_key(number)).collect();
    let mut tell = |line: usize, conflict| {
        let line = &staff.lines()[line];
        let mut facts = Facts { name: Some(line.written.as_str().into()), ..bearer.facts(conflict) };
        facts.other_number = line.matricola.as_deref();
        let places = bearer.places().into_iter().take(1).chain([staff.place(line)]).collect();
        findings.push(Finding::new(Code::N008, places, facts));
    };
    if let Some(line) = numbers.iter().find_map(|number| staff.with_number(number)) {
        let own = case.settings.first_name(&staff.lines()[line].key);
        if !keys.iter().any(|key| is_same_name(key, own)) {
            let is_slip = keys.iter().any(|key| identity::may_be_one(key, own));
            tell(line, if is_slip { NumberConflict::StaffSpelling } else { NumberConflict::StaffName });
        }
        return;
    }
    let is_tax_code = |number: &String| identity::is_tax_code(number);
    let lines = keys.iter().flat_map(|key| staff.all(key)).map(|&line| line as usize);
    let other = lines.filter(|&line| {
        let own = staff.lines()[line].number_key();
        own.is_some_and(|own| numbers.iter().any(|number| is_tax_code(number) == is_tax_code(&own)))
    });
    if let Some(line) = other.min() {
        tell(line, NumberConflict::StaffNumber);
    }
}

/// Whether two names, given by their keys, are the same but for the order and the borders of their words.
fn is_same_name(one: &str, other: &str) -> bool {
    let slip = Shape::of(one).likeness(&Shape::of(other), |_, _| false).map(|likeness| likeness.slip);
    one == other || matches!(slip, Some(Slip::Order | Slip::Spacing))
}
