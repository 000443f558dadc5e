//! What the settings should say for what was not read of a plan: tried on its documents before it is proposed.

use std::cell::RefCell;
use std::collections::HashMap;

use rust_decimal::Decimal;

use super::worked::{Bases, headers_of_work};
use crate::analyse::{AnalysisError, Standing, Status, people};
use crate::frame::Frame;
use crate::model::{Meaning, Percent, PercentFault, Plan, Scale, WorkUnit};
use crate::parse::{ColumnSeen, Inventory, TableSeen, is_part_of_year, reread};
use crate::settings::{LayoutEntry, PercentScale, Settings, Staff};
use crate::source::{Document, Place};

/// The hours of a year's work, and of a week's, where nothing else is known.
const HOURS_PER_YEAR: i64 = 1548;
const HOURS_PER_WEEK: i64 = 36;
/// So many of each kind are tried: more are no forms that a body has.
const MOST: usize = 12;

/// What the settings should say for what was not read of a plan, and what it would come to.
#[derive(Debug, Clone)]
pub struct Proposal {
    /// What they should say; nothing if nothing is known that would read more.
    pub entries: Vec<LayoutEntry>,
    /// What is read now.
    pub before: Outcome,
    /// What would be read.
    pub after: Outcome,
    /// Whether how much full time is, if they say it, stands in the documents.
    pub is_shown: bool,
    /// Why something is not proposed that would read more.
    pub held_back: Option<HeldBack>,
}

/// What would read more and is not proposed, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldBack {
    /// How many rows it would read.
    pub accepted: usize,
    /// Why it is not proposed.
    pub why: Worse,
}

/// What makes the sums worse than before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Worse {
    /// What was read would be read otherwise.
    ReadOtherwise,
    /// Of those who are new, so many would be over.
    NewOver(usize),
    /// Somebody of whom something was read would be over, from a total to another.
    Over {
        /// Who.
        name: String,
        /// What the total is, and what it would be.
        totals: [Percent; 2],
    },
}

/// What is read of a plan.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outcome {
    /// Its rows that count.
    pub accepted: usize,
    /// Those that do not.
    pub rejected: usize,
    /// The rows that stand under a project.
    pub placed: usize,
    /// Those that stand under a CDR.
    pub with_cdr: usize,
    /// How many rows stand under a project of which the code is known; and how many columns may change what their figures mean.
    coded: usize,
    doubted: usize,
    /// How many rows that count are of one percent at most.
    small: usize,
    /// How many are over, at, and under their capacity.
    pub over: usize,
    /// See above.
    pub full: usize,
    /// Of how many it cannot be said, since their figures are in doubt.
    pub unjudged: usize,
    /// How many subjects there are.
    pub people: usize,
    /// The least of their totals and the greatest; none without subjects.
    pub totals: Option<(Percent, Percent)>,
    subjects: Vec<Subject>,
    /// The share of each row that counts, by the number of its document and its place there.
    shares: Vec<(usize, usize, Percent)>,
}

/// Somebody, with how many rows of theirs count.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Subject {
    name: String,
    status: Option<Status>,
    total: Percent,
    rows: usize,
}

impl Outcome {
    fn of(plan: &Plan<'_>, tolerance: Percent) -> Result<Self, AnalysisError> {
        let plans = std::slice::from_ref(plan);
        let standings = people(plans, &Frame::of(plans)?, &[tolerance])?;
        let count = |status| standings.iter().filter(|standing| standing.status == Some(status)).count();
        let is_unjudged = |own: &&Standing| own.status.is_none() && plan.subjects[own.subject].is_person();
        let total = |standing: &Standing| standing.total;
        let least = standings.iter().map(total).min();
        let number = |document: &Document| plan.documents.iter().position(|own| std::ptr::eq(*own, document));
        let share = |figure: Place<'_>| Some((number(figure.document())?, figure.offset()));
        let shares = plan.commitments.iter().filter_map(|row| {
            let (document, offset) = share(row.figure)?;
            Some((document, offset, row.percent))
        });
        let mut shares: Vec<_> = shares.collect();
        shares.sort_unstable();
        Ok(Self {
            accepted: plan.commitments.len(),
            rejected: plan.rejected.len(),
            placed: plan.commitments.iter().filter(|row| plan.project_of(row).is_some()).count(),
            with_cdr: plan.commitments.iter().filter(|row| plan.cdr_of(row).is_some()).count(),
            coded: plan.commitments.iter().filter(|row| plan.sheets[row.sheet].code.is_some()).count(),
            doubted: plan.unread_columns.iter().filter(|column| column.is_in_doubt()).count(),
            small: plan.commitments.iter().filter(|row| row.percent <= Percent::from_hundredths(100)).count(),
            over: count(Status::Over),
            full: count(Status::Full),
            unjudged: standings.iter().filter(is_unjudged).count(),
            people: standings.len(),
            totals: least.zip(standings.iter().map(total).max()),
            subjects: standings
                .iter()
                .map(|standing| Subject {
                    name: plan.subjects[standing.subject].name.clone(),
                    status: standing.status,
                    total: standing.total,
                    rows: standing.rows,
                })
                .collect(),
            shares,
        })
    }

    /// What makes the sums worse than before, if anything does: what was read is read otherwise, somebody who was right or below is over now, or of those who are
    /// new more than a third. What the documents themselves say of full time may show that many are over, as long as nobody is of whom
    /// anything was read before.
    fn worse(&self, before: &Self, is_shown: bool) -> Option<Worse> {
        if !before.shares.iter().all(|share| self.shares.binary_search(share).is_ok()) {
            return Some(Worse::ReadOtherwise);
        }
        let mut new_over = 0;
        let known: HashMap<&str, &Subject> = before.subjects.iter().rev().map(|known| (&*known.name, known)).collect();
        for own in self.subjects.iter().filter(|own| own.status == Some(Status::Over)) {
            match known.get(&*own.name) {
                Some(Subject { status: Some(Status::Over), .. }) => {}
                Some(known) if is_shown && known.rows == 0 => {}
                Some(known) => {
                    return Some(Worse::Over { name: own.name.clone(), totals: [known.total, own.total] });
                }
                None => new_over += 1,
            }
        }
        let is_worse = !is_shown && new_over * 3 > self.people.saturating_sub(before.people);
        is_worse.then_some(Worse::NewOver(new_over))
    }

    /// Whether all that is read besides are shares of one percent at most: fractions that were taken for percentages.
    fn adds_only_small(&self, before: &Self) -> bool {
        self.accepted > before.accepted && self.small - before.small.min(self.small) == self.accepted - before.accepted
    }

    /// How much is read.
    fn amount(&self) -> [usize; 3] {
        [self.accepted, self.placed, self.with_cdr]
    }

    /// Whether nothing less is read than otherwise.
    fn reads_all_of(&self, other: &Self) -> bool {
        self.amount().iter().zip(other.amount()).all(|(own, other)| *own >= other)
    }

    /// Whether nothing is lost by it that another one has: no row, no code of a project, no certainty.
    fn is_worth(&self, other: &Self) -> bool {
        self.reads_all_of(other) && self.coded >= other.coded && self.doubted <= other.doubted
    }

    /// What makes one outcome more likely than another that reads as much.
    fn likelihood(&self) -> impl Ord {
        let greatest = self.totals.map(|(_, greatest)| greatest);
        (self.amount(), std::cmp::Reverse(self.over), self.full, greatest)
    }
}

/// What the settings of a plan should say for what was not read of it.
///
/// # Errors
///
/// Those of the analysis.
pub fn proposal(
    plan: &Plan<'_>,
    inventories: &[Inventory<'_>],
    settings: &Settings,
    staff: Option<&Staff>,
    tolerance: Percent,
) -> Result<Proposal, AnalysisError> {
    let before = Outcome::of(plan, tolerance)?;
    let trial = Trial { plan, settings, staff, tolerance, before, held_back: RefCell::default() };
    let bases = Bases::of(inventories, &settings.layout);
    let candidates = candidates(inventories, &bases);
    let scales = scales(plan, &bases);
    let proposed = |entries: Vec<LayoutEntry>, after: Outcome, is_shown: bool| {
        let held_back = trial.held_back.borrow().clone().filter(|held| held.accepted > after.accepted);
        Proposal { entries, before: trial.before.clone(), after, is_shown, held_back }
    };
    let nothing = || proposed(Vec::new(), trial.before.clone(), false);
    if candidates.is_empty() && scales.is_empty() {
        return Ok(nothing());
    }
    let mut best: Option<(Vec<LayoutEntry>, Outcome, bool)> = None;
    for scale in std::iter::once(None).chain(scales.into_iter().map(Some)) {
        let says_percent = scale == Some(LayoutEntry::Scale(PercentScale::Percent));
        let is_shown = scale.as_ref().is_some_and(|scale| bases.show(scale));
        let Some((entries, after)) = trial.best(&candidates, scale, is_shown)? else { continue };
        if says_percent && after.adds_only_small(&trial.before) {
            continue;
        }
        if best.as_ref().is_none_or(|(_, best, _)| after.likelihood() > best.likelihood()) {
            best = Some((entries, after, is_shown));
        }
    }
    let found =
        best.filter(|(_, after, _)| after.reads_all_of(&trial.before) && after.amount() != trial.before.amount());
    Ok(found.map_or_else(nothing, |(entries, after, is_shown)| proposed(entries, after, is_shown)))
}

struct Trial<'a, 't> {
    plan: &'a Plan<'t>,
    settings: &'a Settings,
    staff: Option<&'a Staff>,
    tolerance: Percent,
    before: Outcome,
    held_back: RefCell<Option<HeldBack>>,
}

impl Trial<'_, '_> {
    /// What some entries come to; none if they make things worse.
    fn outcome(&self, entries: &[LayoutEntry], is_shown: bool) -> Result<Option<Outcome>, AnalysisError> {
        let mut layout = self.settings.layout.clone();
        for entry in entries {
            layout.add(entry);
        }
        let Some(plan) = reread(self.plan, &layout, self.settings, self.staff) else { return Ok(None) };
        let outcome = Outcome::of(&plan, self.tolerance)?;
        let Some(why) = outcome.worse(&self.before, is_shown) else { return Ok(Some(outcome)) };
        self.hold_back(HeldBack { accepted: outcome.accepted, why });
        Ok(None)
    }

    /// Keeps what is not proposed: of all that, what says most of why, and reads most.
    fn hold_back(&self, held: HeldBack) {
        let says = |held: &HeldBack| {
            let why = match held.why {
                Worse::ReadOtherwise => 0,
                Worse::NewOver(_) => 1,
                Worse::Over { .. } => 2,
            };
            (why, held.accepted)
        };
        let mut known = self.held_back.borrow_mut();
        if known.as_ref().is_none_or(|known| says(&held) > says(known)) {
            *known = Some(held);
        }
    }

    /// Those of the candidates that read most without making anything worse, with what they come to.
    fn best(
        &self,
        candidates: &[LayoutEntry],
        scale: Option<LayoutEntry>,
        is_shown: bool,
    ) -> Result<Option<(Vec<LayoutEntry>, Outcome)>, AnalysisError> {
        let mut kept: Vec<LayoutEntry> = scale.into_iter().chain(candidates.iter().cloned()).collect();
        let mut outcome = self.outcome(&kept, is_shown)?;
        // Each that is not missed goes, and while the whole makes things worse, each without which it does not.
        for entry in candidates.iter().rev() {
            let without: Vec<LayoutEntry> = kept.iter().filter(|kept| *kept != entry).cloned().collect();
            let other = self.outcome(&without, is_shown)?;
            let is_better = match (&outcome, &other) {
                (Some(with), Some(without)) => without.is_worth(with),
                (None, other) => other.is_some() || matches!(entry, LayoutEntry::Headers(_)),
                (Some(_), None) => false,
            };
            if is_better {
                (kept, outcome) = (without, other);
            }
        }
        Ok(outcome.map(|outcome| (kept, outcome)))
    }
}

/// What could be said of the tables and codes that were not understood.
fn candidates(inventories: &[Inventory<'_>], bases: &Bases) -> Vec<LayoutEntry> {
    let mut all: Vec<LayoutEntry> = Vec::new();
    let mut add = |entries: &mut dyn Iterator<Item = LayoutEntry>| {
        for entry in entries.take(MOST) {
            if !all.contains(&entry) {
                all.push(entry);
            }
        }
    };
    for inventory in inventories {
        add(&mut inventory.project_codes.iter().cloned().map(LayoutEntry::ProjectCode));
        add(&mut inventory.cdr_codes.iter().cloned().map(LayoutEntry::CdrCode));
        let project = |header: &String| LayoutEntry::Headers(vec![(Meaning::Project, header.clone())]);
        add(&mut inventory.project_headers.iter().map(project));
        let of_work = |table: &TableSeen<'_>| headers_of_work(table, bases);
        let of_table = |table| of_work(table).unwrap_or_else(|| headers(table));
        let headers = inventory.tables.iter().map(of_table).filter(|headers| !headers.is_empty());
        add(&mut headers.map(LayoutEntry::Headers));
    }
    all
}

/// What could be said of figures that cannot be read.
fn scales(plan: &Plan<'_>, bases: &Bases) -> Vec<LayoutEntry> {
    let has = |fault| plan.share_columns.iter().any(|column| column.bare > 0 && column.scale == Scale::Unknown(fault));
    let mut all = Vec::new();
    if has(PercentFault::NoSign) || has(PercentFault::UnknownScale) {
        all.extend([PercentScale::Percent, PercentScale::Fraction].map(LayoutEntry::Scale));
    }
    all.extend(bases.entries());
    if bases.is_unknown() && (has(PercentFault::Time) || bases.is_missed()) {
        for (unit, amount) in [(WorkUnit::Hours, HOURS_PER_YEAR), (WorkUnit::WeeklyHours, HOURS_PER_WEEK)] {
            all.push(LayoutEntry::FullTime { unit, amount: Decimal::from(amount), is_said: true });
        }
    }
    all
}

/// The headers that would make a staff table of one that was overlooked: the first column that looks like people, the
/// first that looks like shares, and of three columns the other as the role.
fn headers(table: &TableSeen<'_>) -> Vec<(Meaning, String)> {
    if !table.is_overlooked() {
        return Vec::new();
    }
    let has = |meaning: Option<Meaning>, meanings: [Meaning; 2]| meaning.is_some_and(|own| meanings.contains(&own));
    let first = |meanings: [Meaning; 2]| {
        let known = table.columns.iter().position(|column| has(column.known, meanings));
        // One month is not the share.
        let is_span = |column: &ColumnSeen<'_>| is_part_of_year(&column.header.words());
        let looks = |column: &ColumnSeen<'_>| column.known.is_none() && has(column.looks, meanings) && !is_span(column);
        known.or_else(|| table.columns.iter().position(looks))
    };
    let person = first([Meaning::Person, Meaning::Surname]);
    let share = first([Meaning::Share, Meaning::Hours]);
    let begins_with_digit = |cell: &Place<'_>| cell.words().starts_with(|c: char| c.is_ascii_digit());
    let may_be_role = |at: usize| !table.columns[at].samples.iter().any(begins_with_digit);
    let is_other = |at: &usize| table.columns.len() == 3 && Some(*at) != person && Some(*at) != share;
    let role = (0..3).find(is_other).filter(|at| may_be_role(*at));
    let mut found = Vec::new();
    for (at, meaning) in [(person, Meaning::Person), (role, Meaning::Role), (share, Meaning::Share)] {
        let Some(column) = at.and_then(|at| table.columns.get(at)) else { continue };
        let words = column.header.words();
        if !words.is_empty() && column.known.is_none() {
            found.push((meaning, words.into_owned()));
        }
    }
    found
}
