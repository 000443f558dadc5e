//! Plans and standings → findings: one rule per file, registered under its code.
//!
//! No rule looks at what another found, so none hides another.

mod a001_over_allocated;
mod a002_under_allocated;
mod a003_row_over_capacity;
mod a004_same_person_twice;
mod a005_zero_commitment;
mod d001_missing_sheet;
mod d002_unlisted_sheet;
mod d003_sheet_without_staff;
mod d004_duplicate_sheet;
mod d006_sheet_without_director;
mod n004_collective_subject;
mod r001_unreadable_percent;
mod r002_row_without_person;
mod r003_stray_row;
mod r004_no_staff_table;
mod r005_malformed_row;

use crate::analyse::{Standing, Status};
use crate::finding::{Code, Facts, Finding};
use crate::model::{Fault, Percent, Plan, RejectedRow, Rejection, Sheet};

/// What the rules look at: one plan and what its subjects add up to.
#[derive(Debug)]
pub struct Case<'a, 't> {
    /// The plan.
    pub plan: &'a Plan<'t>,
    /// The standing of each of its subjects.
    pub standings: &'a [Standing],
    /// By how much a total may miss the capacity, or a row exceed it.
    pub tolerance: Percent,
}

/// A rule: reports what it finds.
type Rule = for<'a, 't> fn(&Case<'a, 't>, &mut Vec<Finding<'t>>);

/// Every rule under its code.
const RULES: &[(Code, Rule)] = &[
    (Code::A001, a001_over_allocated::check),
    (Code::A002, a002_under_allocated::check),
    (Code::A003, a003_row_over_capacity::check),
    (Code::A004, a004_same_person_twice::check),
    (Code::A005, a005_zero_commitment::check),
    (Code::D001, d001_missing_sheet::check),
    (Code::D002, d002_unlisted_sheet::check),
    (Code::D003, d003_sheet_without_staff::check),
    (Code::D004, d004_duplicate_sheet::check),
    (Code::D006, d006_sheet_without_director::check),
    (Code::N004, n004_collective_subject::check),
    (Code::R001, r001_unreadable_percent::check),
    (Code::R002, r002_row_without_person::check),
    (Code::R003, r003_stray_row::check),
    (Code::R004, r004_no_staff_table::check),
    (Code::R005, r005_malformed_row::check),
];

/// Every finding about a plan, by severity, then by position.
pub fn check<'t>(case: &Case<'_, 't>) -> Vec<Finding<'t>> {
    let mut findings = Vec::new();
    for (_, rule) in RULES {
        rule(case, &mut findings);
    }
    findings.sort_by(|a, b| {
        let position =
            |finding: &Finding<'t>| finding.places.first().map(|place| (place.document().path(), place.offset()));
        let severity = |finding: &Finding<'t>| finding.code.severity();
        (severity(a), position(a), a.code).cmp(&(severity(b), position(b), b.code))
    });
    findings
}

impl<'a, 't> Case<'a, 't> {
    /// The people whose total has the given status, with the facts and places of their totals.
    fn report_totals(&self, code: Code, status: Status, findings: &mut Vec<Finding<'t>>) {
        for standing in self.standings.iter().filter(|standing| standing.status == Some(status)) {
            let places = self.plan.commitments_of(standing.subject).map(|row| row.figure).collect();
            let facts = Facts {
                subject: Some(standing.subject),
                balance: standing.balance(),
                rows: Some(standing.rows),
                ..Facts::default()
            };
            findings.push(Finding { code, places, facts });
        }
    }

    /// The sheets that have a code and stand for the first time.
    fn sheets(&self) -> impl Iterator<Item = (usize, &'a Sheet<'t>)> {
        let sheets = self.plan.sheets.iter().enumerate();
        sheets.filter(|(_, sheet)| sheet.code.is_some() && sheet.repeats.is_none())
    }

    /// The project of a sheet, and the CDR under which it stands, as facts.
    fn sheet_facts(&self, sheet: usize) -> Facts<'t> {
        let sheet = &self.plan.sheets[sheet];
        Facts { project: sheet.project, cdr: sheet.cdr, ..Facts::default() }
    }

    /// The rejected rows in the staff tables of sheets, each with its sheet. A stray row stands in
    /// none, though it stands after one.
    fn rejected_on_sheets(&self) -> impl Iterator<Item = (usize, &'a RejectedRow<'t>)> {
        let is_stray = |row: &RejectedRow<'_>| row.faults.iter().any(|fault| fault.reason == Rejection::Stray);
        self.plan.rejected.iter().filter(move |row| !is_stray(row)).filter_map(|row| Some((row.sheet?, row)))
    }

    /// What is wrong with the rejected rows, row by row.
    fn faults(&self) -> impl Iterator<Item = (&'a RejectedRow<'t>, &'a Fault<'t>)> {
        self.plan.rejected.iter().flat_map(|row| row.faults.iter().map(move |fault| (row, fault)))
    }

    /// The facts of a rejected row: its sheet, and what is written where it is at fault.
    fn row_facts(&self, row: &'a RejectedRow<'t>, fault: &Fault<'t>) -> Facts<'t> {
        let sheet = row.sheet.map(|sheet| self.sheet_facts(sheet)).unwrap_or_default();
        Facts { name: row.name.clone(), written: Some(fault.place.raw()), ..sheet }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_has_its_rule_once() {
        let codes: Vec<Code> = RULES.iter().map(|&(code, _)| code).collect();
        assert_eq!(codes, Code::ALL);
    }
}
