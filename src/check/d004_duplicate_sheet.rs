//! **D004 duplicate-sheet** (error)
//!
//! *What it does.* Finds every sheet whose project already has one. The first counts; the rows of
//! the other are rejected. A document that repeats several sheets of another is one finding, which
//! says how many of its rows say something else; the sheets of projects for which the settings accept
//! it are findings of their own.
//!
//! *Why it matters.* Counted twice, its people would seem to be over their capacity; and if the two
//! differ, nobody knows which is right.
//!
//! *What to do.* Take one of the two out, or correct its code.

use foldhash::{HashMap, HashSet};

use super::Case;
use crate::finding::{Code, Facts, Finding};
use crate::identity;
use crate::model::{Fault, Percent, Plan, RejectedRow};
use crate::source::{Document, Place};

pub fn check<'t>(case: &Case<'_, 't>, findings: &mut Vec<Finding<'t>>) {
    let plan = case.plan;
    let mut rejected: HashMap<usize, Vec<&RejectedRow<'t>>> = HashMap::default();
    for row in plan.rejected.iter().filter(|row| row.faults.iter().any(Fault::is_repeat)) {
        if let Some(sheet) = row.sheet {
            rejected.entry(sheet).or_default().push(row);
        }
    }
    for group in groups(case) {
        let rows: Vec<_> = group.iter().flat_map(|sheet| rejected.remove(sheet).unwrap_or_default()).collect();
        findings.push(if let [sheet] = group[..] {
            of_sheet(case, sheet, &rows)
        } else {
            of_document(case, &group, &rows)
        });
    }
}

/// The sheets that repeat others, in their order; those of a document that repeat another document's are together, but for
/// those that the settings speak of.
fn groups(case: &Case<'_, '_>) -> Vec<Vec<usize>> {
    let plan = case.plan;
    let settled = settled(case);
    let mut groups: Vec<Vec<usize>> = Vec::new();
    let mut known: HashMap<[*const Document; 2], usize> = HashMap::default();
    for (number, sheet) in plan.sheets.iter().enumerate() {
        let Some(first) = sheet.repeats else { continue };
        let [own, other] = [sheet.place.document(), plan.sheets[first].place.document()].map(std::ptr::from_ref);
        if own == other || sheet.project.is_some_and(|project| settled.contains(&project)) {
            groups.push(vec![number]);
            continue;
        }
        let group = *known.entry([own, other]).or_insert(groups.len());
        match groups.get_mut(group) {
            Some(group) => group.push(number),
            None => groups.push(vec![number]),
        }
    }
    groups
}

/// The projects of which an entry of the settings accepts that a sheet is repeated: of a document that repeats many it settles
/// the one, whether it still holds or not.
fn settled(case: &Case<'_, '_>) -> HashSet<usize> {
    let entries = case.settings.accepted.iter().filter(|entry| entry.finding() == Some(Code::D004));
    let codes: HashSet<String> =
        entries.filter_map(|entry| entry.project.as_ref()).map(|code| code.get_ref().to_ascii_lowercase()).collect();
    if codes.is_empty() {
        return HashSet::default();
    }
    let projects = case.plan.projects.iter().enumerate();
    projects.filter(|(_, project)| codes.contains(&project.code.to_ascii_lowercase())).map(|(at, _)| at).collect()
}

fn of_sheet<'t>(case: &Case<'_, 't>, number: usize, rows: &[&RejectedRow<'t>]) -> Finding<'t> {
    let mut places = both(case.plan, number);
    places.extend(
        rows.iter().filter_map(|row| row.faults.iter().find(|fault| fault.is_repeat())).map(|fault| fault.place),
    );
    Finding::new(Code::D004, places, Facts { rows: Some(rows.len()), ..case.sheet_facts(number) })
}

/// What is said of a document that repeats several sheets of another; of its rows those are shown that say something else.
fn of_document<'t>(case: &Case<'_, 't>, sheets: &[usize], rows: &[&RejectedRow<'t>]) -> Finding<'t> {
    let firsts: HashSet<usize> = sheets.iter().filter_map(|&sheet| case.plan.sheets[sheet].repeats).collect();
    let counted = case.plan.commitments.iter().filter(|row| firsts.contains(&row.sheet));
    let counted: HashSet<(usize, String, Percent)> =
        counted.map(|row| (row.sheet, identity::person_key(&row.name.words()), row.percent)).collect();
    let is_same = |row: &&RejectedRow<'t>| {
        let (Some(sheet), Some(name), Some(percent)) = (row.sheet, &row.name, row.percent) else { return false };
        let first = case.plan.sheets[sheet].repeats.unwrap_or(sheet);
        counted.contains(&(first, identity::person_key(name), percent))
    };
    let others = rows.iter().copied().filter(|row| !is_same(row));
    let mut places = both(case.plan, sheets[0]);
    places.extend(others.filter_map(|row| row.faults.first()).map(|fault| fault.place));
    let facts = Facts {
        document: Some(places[0].document().path()),
        other_document: Some(places[1].document().path()),
        sheets: Some(sheets.len()),
        rows: Some(rows.len()),
        differing: Some(places.len() - 2),
        ..Facts::default()
    };
    Finding::new(Code::D004, places, facts)
}

/// Where a sheet stands that repeats another, and where that does.
fn both<'t>(plan: &Plan<'t>, number: usize) -> Vec<Place<'t>> {
    let first = plan.sheets[number].repeats.unwrap_or(number);
    vec![plan.sheets[number].place, plan.sheets[first].place]
}
