//! Plans and standings → findings: one rule per file, registered under its code.
//!
//! No rule looks at what another found, so none hides another.

mod a001_over_allocated;
mod a002_under_allocated;
mod a003_row_over_capacity;
mod a004_same_person_twice;
mod a005_zero_commitment;
mod a006_nothing_committed;
mod a007_over_at_times;
mod accepted;
mod d001_missing_sheet;
mod d002_unlisted_sheet;
mod d003_sheet_without_staff;
mod d004_duplicate_sheet;
mod d005_title_mismatch;
mod d006_sheet_without_director;
mod d007_foreign_indicator;
mod d008_rows_without_cdr;
mod n001_probable_same_person;
mod n002_role_conflict;
mod n003_unused_setting;
mod n004_collective_subject;
mod n005_not_in_staff_file;
mod n006_suspect_name;
mod n007_vacant_post;
mod n008_number_conflict;
mod r001_unreadable_percent;
mod r002_row_without_person;
mod r003_stray_row;
mod r004_no_staff_table;
mod r005_malformed_row;
mod r006_unread_page;
mod r007_recognised_page;
mod r008_torn_table;
mod r009_rows_without_project;
mod r010_unread_column;
mod r011_unaccounted_percentage;
mod r012_not_shown;
mod r013_undivided_share;
mod r014_nothing_read;
mod r015_skipped_document;
mod r016_assumed_scale;
mod r017_unequal_total;
mod r018_unreadable_period;
mod r019_period_cut;
mod r020_shares_by_month;
mod r021_year_unstated;
mod r022_period_apart;
mod w001_payment_time_weight;
mod w002_payment_time_missing;
mod w003_payment_time_missed;
mod w004_suspect_result;
mod weights;

use foldhash::{HashMap, HashSet};
use std::borrow::Cow;
use std::cell::OnceCell;

pub use weights::{OfWeights, of_score};

use crate::analyse::{Directors, Standing, Status, same_person};
use crate::finding::{Code, Facts, Finding, Peak, SamePerson};
use crate::identity::{Neighbours, Shape};
use crate::model::{Commitment, Days, Fault, Percent, Period, Plan, RejectedRow, Rejection, Sheet};
use crate::settings::{Settings, Staff, StaffLine};
use crate::source::{Place, RemarkKind};

/// What the rules look at: one plan, what its subjects add up to, and what the user said about it.
#[derive(Debug)]
pub struct Case<'a, 't> {
    /// The plan.
    pub plan: &'a Plan<'t>,
    /// The standing of each of its subjects.
    pub standings: &'a [Standing],
    /// By how much a total may miss the capacity, or a row exceed it.
    pub tolerance: Percent,
    /// The settings.
    pub settings: &'t Settings,
    /// The staff file.
    pub staff: Option<&'t Staff>,
    /// The day on which the check is made.
    pub today: jiff::civil::Date,
    /// The names that are probably one person's.
    same_person: Vec<SamePerson>,
    /// Who leads the CDRs.
    directors: Directors,
    /// What may be the reason for a gap.
    clues: a002_under_allocated::Clues,
    /// The people by their names; worked out only if it is asked for.
    names: OnceCell<Neighbours>,
    /// The keys of the subjects; likewise.
    keys: OnceCell<HashSet<&'a str>>,
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
    (Code::A006, a006_nothing_committed::check),
    (Code::A007, a007_over_at_times::check),
    (Code::D001, d001_missing_sheet::check),
    (Code::D002, d002_unlisted_sheet::check),
    (Code::D003, d003_sheet_without_staff::check),
    (Code::D004, d004_duplicate_sheet::check),
    (Code::D005, d005_title_mismatch::check),
    (Code::D006, d006_sheet_without_director::check),
    (Code::D007, d007_foreign_indicator::check),
    (Code::D008, d008_rows_without_cdr::check),
    (Code::N001, n001_probable_same_person::check),
    (Code::N002, n002_role_conflict::check),
    (Code::N003, n003_unused_setting::check),
    (Code::N004, n004_collective_subject::check),
    (Code::N005, n005_not_in_staff_file::check),
    (Code::N006, n006_suspect_name::check),
    (Code::N007, n007_vacant_post::check),
    (Code::N008, n008_number_conflict::check),
    (Code::R001, r001_unreadable_percent::check),
    (Code::R002, r002_row_without_person::check),
    (Code::R003, r003_stray_row::check),
    (Code::R004, r004_no_staff_table::check),
    (Code::R005, r005_malformed_row::check),
    (Code::R006, r006_unread_page::check),
    (Code::R007, r007_recognised_page::check),
    (Code::R008, r008_torn_table::check),
    (Code::R009, r009_rows_without_project::check),
    (Code::R010, r010_unread_column::check),
    (Code::R011, r011_unaccounted_percentage::check),
    (Code::R012, r012_not_shown::check),
    (Code::R013, r013_undivided_share::check),
    (Code::R014, r014_nothing_read::check),
    (Code::R015, r015_skipped_document::check),
    (Code::R016, r016_assumed_scale::check),
    (Code::R017, r017_unequal_total::check),
    (Code::R018, r018_unreadable_period::check),
    (Code::R019, r019_period_cut::check),
    (Code::R020, r020_shares_by_month::check),
    (Code::R021, r021_year_unstated::check),
    (Code::R022, r022_period_apart::check),
];

/// Every finding about a plan, by severity, then by position; probable same persons by evidence.
pub fn check<'t>(case: &Case<'_, 't>) -> Vec<Finding<'t>> {
    let mut findings = Vec::new();
    for (_, rule) in RULES {
        rule(case, &mut findings);
    }
    accepted::settle(case, &mut findings);
    let ranked: Vec<_> = findings.iter().filter_map(|finding| finding.facts.same_person.as_deref().copied()).collect();
    findings.sort_by(|a, b| {
        let position =
            |finding: &Finding<'t>| finding.places.first().map(|place| (place.document().path(), place.offset()));
        let severity = |finding: &Finding<'t>| finding.severity;
        (severity(a), position(a), a.code).cmp(&(severity(b), position(b), b.code))
    });
    by_evidence(&ranked, &mut findings);
    findings
}

/// Puts the probable same persons, in the places that all of them have together, into the order of
/// their evidence.
fn by_evidence(ranked: &[SamePerson], findings: &mut [Finding<'_>]) {
    let ranks: HashMap<[usize; 2], usize> =
        ranked.iter().enumerate().map(|(rank, pair)| (pair.subjects, rank)).collect();
    let rank_of = |finding: &Finding<'_>| ranks.get(&finding.facts.same_person.as_ref()?.subjects).copied();
    let (places, mut standing): (Vec<usize>, Vec<usize>) =
        findings.iter().enumerate().filter_map(|(place, finding)| Some((place, rank_of(finding)?))).unzip();
    // Each is put where it belongs, and what stood there where it came from.
    for now in 0..places.len() {
        while standing[now] != now {
            let target = standing[now];
            findings.swap(places[now], places[target]);
            standing.swap(now, target);
        }
    }
}

impl<'a, 't> Case<'a, 't> {
    /// The case of a plan.
    pub fn of(
        plan: &'a Plan<'t>,
        standings: &'a [Standing],
        tolerance: Percent,
        (settings, staff): (&'t Settings, Option<&'t Staff>),
        today: jiff::civil::Date,
    ) -> Self {
        let same_person = same_person(plan, standings, tolerance, &settings.not_same);
        let clues = a002_under_allocated::Clues::of(plan, &same_person);
        let directors = Directors::of(plan);
        let (names, keys) = (OnceCell::new(), OnceCell::new());
        Self { plan, standings, tolerance, settings, staff, today, same_person, directors, clues, names, keys }
    }

    /// The standings of the plan's people.
    fn people(&self) -> impl Iterator<Item = &'a Standing> {
        let plan = self.plan;
        self.standings.iter().filter(move |standing| plan.subjects[standing.subject].is_person())
    }

    /// Where the names of a subject's rows are written; of whoever has none that counts, where the others are at fault.
    fn names(&self, subject: usize) -> Vec<Place<'t>> {
        let names: Vec<Place<'t>> = self.plan.commitments_of(subject).map(|row| row.name).collect();
        if names.is_empty() { self.rejected(subject).collect() } else { names }
    }

    /// Where the rows are at fault that bear a subject's name and do not count.
    fn rejected(&self, subject: usize) -> impl Iterator<Item = Place<'t>> {
        self.plan.rejected_of(subject).filter_map(|row| row.faults.first()).map(|fault| fault.place)
    }

    /// The people whose total has the given status.
    fn report_totals(&self, code: Code, status: Status, findings: &mut Vec<Finding<'t>>) {
        self.report_people(code, |standing| standing.of_total == Some(status), findings);
    }

    /// Some people, with the facts and places of their totals.
    fn report_people(&self, code: Code, is_told: impl Fn(&Standing) -> bool, findings: &mut Vec<Finding<'t>>) {
        for standing in self.people().filter(|standing| is_told(standing)) {
            let is_under = code == Code::A002;
            let counted = figures(self.plan.commitments_of(standing.subject)).map(|row| row.figure);
            // What is missing is seen beside what counts.
            let rejected = self.rejected(standing.subject).filter(|_| is_under);
            let places = counted.chain(rejected).collect();
            let facts = Facts {
                subject: Some(standing.subject),
                balance: standing.balance(),
                peak: self.peak(standing),
                days: self.days(standing, is_under),
                rows: Some(self.plan.written_rows(standing.subject)),
                reasons: if is_under { a002_under_allocated::reasons(self, standing) } else { Vec::new() },
                ..Facts::default()
            };
            findings.push(Finding::new(code, places, facts));
        }
    }

    /// The most that somebody is committed to on any day, where there are periods.
    fn peak(&self, standing: &Standing) -> Option<Peak> {
        let peak = standing.peak?;
        let days = peak.days.period(self.plan.calendar())?;
        let capacity = self.plan.capacity_of(standing.subject).map(|capacity| capacity.at(peak.days.first));
        Some(Peak { percent: peak.percent, days, is_again: peak.is_again, capacity })
    }

    /// The days on which somebody is over, or on which nothing is committed; none where there are no periods.
    fn days(&self, standing: &Standing, idle: bool) -> Vec<Period> {
        let Some(capacity) = self.plan.capacity_of(standing.subject).filter(|_| standing.peak.is_some()) else {
            return Vec::new();
        };
        let steps = self.plan.steps_of(self.plan.commitments_of(standing.subject));
        let above = || steps.minus(&capacity).above(self.tolerance).into_iter().map(|step| step.days);
        // Nothing can be committed on days on which nothing may be.
        let at_work = || capacity.iter().filter(|step| step.percent > Percent::ZERO).map(|step| step.days);
        let idle_at_work = || steps.idle().flat_map(|days| at_work().filter_map(move |own| own.shared(days)));
        let days: Vec<Days> = if idle { idle_at_work().collect() } else { above().collect() };
        days.into_iter().filter_map(|days| days.period(self.plan.calendar())).collect()
    }

    /// The lines of the staff file whose people stand in no row.
    fn absent(&self, staff: &'t Staff) -> impl Iterator<Item = &'t StaffLine> {
        let mut stands = vec![false; staff.lines().len()];
        self.plan.subjects.iter().filter_map(|subject| subject.staff_line).for_each(|line| stands[line] = true);
        staff.lines().iter().zip(stands).filter(|(_, stands)| !stands).map(|(line, _)| line)
    }

    /// Whether a subject of the plan has this key.
    fn has_subject(&self, key: &str) -> bool {
        let keys = || self.plan.subjects.iter().map(|subject| &*subject.key).collect();
        self.keys.get_or_init(keys).contains(key)
    }

    /// The name of a subject, among those that are asked for, which is like the one with this key.
    fn likely_name(&self, key: &str, is_asked: impl Fn(usize) -> bool) -> Option<Cow<'t, str>> {
        let subject_of = |standing: usize| self.standings[standing].subject;
        let own_shape = |subject: usize| Shape::of(&self.plan.subjects[subject].key);
        let names = self.names.get_or_init(|| {
            let all: Vec<Shape<'_>> =
                (0..self.standings.len()).map(|standing| own_shape(subject_of(standing))).collect();
            Neighbours::of(&all)
        });
        let shape = Shape::of(key);
        let near = names.near(&shape).into_iter().map(subject_of);
        let mut people = near.filter(|&subject| self.plan.subjects[subject].is_person() && is_asked(subject));
        let alike = people.find(|&subject| shape.likeness(&own_shape(subject), |_, _| false).is_some());
        alike.map(|subject| Cow::Owned(self.plan.subjects[subject].name.clone()))
    }

    /// The sheets that have a code and stand for the first time.
    fn sheets(&self) -> impl Iterator<Item = (usize, &'a Sheet<'t>)> {
        let sheets = self.plan.sheets.iter().enumerate();
        sheets.filter(|(_, sheet)| sheet.code.is_some() && sheet.repeats.is_none())
    }

    /// Whether the rows of a sheet are those of one project, though its code may be unreadable: not so where nothing at all is
    /// written instead of it.
    fn is_of_one_project(&self, sheet: usize) -> bool {
        let sheet = &self.plan.sheets[sheet];
        sheet.code.is_some() || sheet.has_staff_table || sheet.is_named
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

    /// What there is to know of pages of the documents, of one kind, as findings of a code.
    fn remarks(&self, kind: RemarkKind, code: Code) -> impl Iterator<Item = Finding<'t>> {
        let remarks = self
            .plan
            .documents
            .iter()
            .flat_map(|document| document.remarks().iter().map(move |remark| (document.remarked(remark), remark)));
        remarks.filter(move |(_, remark)| remark.kind == kind).map(move |(place, _)| {
            let document = Some(place.document().path());
            let written = Some(place.raw()).filter(|written| !written.is_empty());
            let facts = Facts { page: place.origin().page, document, written, ..Facts::default() };
            Finding::new(code, vec![place], facts)
        })
    }

    /// The facts of a rejected row: its sheet, and what is written where it is at fault.
    fn row_facts(&self, row: &'a RejectedRow<'t>, fault: &Fault<'t>) -> Facts<'t> {
        let sheet = row.sheet.map(|sheet| self.sheet_facts(sheet)).unwrap_or_default();
        Facts { name: row.name.clone(), written: Some(fault.place.raw()), ..sheet }
    }
}

/// One commitment of each row of a document: of one with a figure for every month, the first.
fn figures<'c, 't: 'c>(
    commitments: impl IntoIterator<Item = &'c Commitment<'t>>,
) -> impl Iterator<Item = &'c Commitment<'t>> {
    let mut before: Option<Place<'t>> = None;
    commitments.into_iter().filter(move |row| {
        let is_same =
            |name: Place<'t>| name.offset() == row.name.offset() && std::ptr::eq(name.document(), row.name.document());
        let is_again = row.period.is_some() && before.is_some_and(is_same);
        before = Some(row.name);
        !is_again
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_has_its_rule_once() {
        let codes: Vec<Code> = RULES.iter().map(|&(code, _)| code).collect();
        // Some are about weights and scores, which other commands work out.
        let of_weights: Vec<Code> = Code::ALL.iter().copied().filter(|code| code.is_of_weights()).collect();
        assert_eq!([codes, of_weights].concat(), Code::ALL);
    }
}
