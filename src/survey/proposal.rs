//! What the settings should say for what was not read of a plan: tried on its documents before it is proposed.

use rust_decimal::Decimal;

use crate::analyse::{AnalysisError, Standing, Status, people};
use crate::frame::Frame;
use crate::model::{Meaning, Percent, PercentFault, Plan, Scale};
use crate::parse::{ColumnSeen, Inventory, TableSeen, is_part_of_year, reread};
use crate::settings::{LayoutEntry, PercentScale, Settings, Staff};
use crate::source::Place;

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
    /// How many rows that count are of one percent at most.
    small: usize,
    /// How many are over, at, and under their capacity.
    pub over: usize,
    /// See above.
    pub full: usize,
    /// How many subjects there are.
    pub people: usize,
    /// The least of their totals and the greatest; none without subjects.
    pub totals: Option<(Percent, Percent)>,
    subjects: Vec<(String, Option<Status>)>,
}

impl Outcome {
    fn of(plan: &Plan<'_>, tolerance: Percent) -> Result<Self, AnalysisError> {
        let plans = std::slice::from_ref(plan);
        let standings = people(plans, &Frame::of(plans)?, &[tolerance])?;
        let count = |status| standings.iter().filter(|standing| standing.status == Some(status)).count();
        let total = |standing: &Standing| standing.total;
        let least = standings.iter().map(total).min();
        Ok(Self {
            accepted: plan.commitments.len(),
            rejected: plan.rejected.len(),
            placed: plan.commitments.iter().filter(|row| plan.project_of(row).is_some()).count(),
            with_cdr: plan.commitments.iter().filter(|row| plan.cdr_of(row).is_some()).count(),
            small: plan.commitments.iter().filter(|row| row.percent <= Percent::from_hundredths(100)).count(),
            over: count(Status::Over),
            full: count(Status::Full),
            people: standings.len(),
            totals: least.zip(standings.iter().map(total).max()),
            subjects: standings
                .iter()
                .map(|standing| (plan.subjects[standing.subject].name.clone(), standing.status))
                .collect(),
        })
    }

    /// Whether the sums are worse than before: somebody who was right or below is over now, or of those who are new more than a third.
    fn worsens(&self, before: &Self) -> bool {
        let mut new_over = 0;
        for (name, _) in self.subjects.iter().filter(|(_, status)| *status == Some(Status::Over)) {
            match before.subjects.iter().find(|(known, _)| known == name) {
                Some((_, Some(Status::Over))) => {}
                Some(_) => return true,
                None => new_over += 1,
            }
        }
        new_over * 3 > self.people.saturating_sub(before.people)
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
    let trial = Trial { plan, settings, staff, tolerance, before: Outcome::of(plan, tolerance)? };
    let candidates = candidates(inventories);
    let scales = scales(plan);
    let nothing = || Proposal { entries: Vec::new(), before: trial.before.clone(), after: trial.before.clone() };
    if candidates.is_empty() && scales.is_empty() {
        return Ok(nothing());
    }
    let mut best: Option<(Vec<LayoutEntry>, Outcome)> = None;
    for scale in std::iter::once(None).chain(scales.into_iter().map(Some)) {
        let says_percent = scale == Some(LayoutEntry::Scale(PercentScale::Percent));
        let Some(found) = trial.best(&candidates, scale)? else { continue };
        if says_percent && found.1.adds_only_small(&trial.before) {
            continue;
        }
        if best.as_ref().is_none_or(|(_, best)| found.1.likelihood() > best.likelihood()) {
            best = Some(found);
        }
    }
    let found = best.filter(|(_, after)| after.reads_all_of(&trial.before) && after.amount() != trial.before.amount());
    Ok(found.map_or_else(nothing, |(entries, after)| Proposal { entries, before: trial.before.clone(), after }))
}

struct Trial<'a, 't> {
    plan: &'a Plan<'t>,
    settings: &'a Settings,
    staff: Option<&'a Staff>,
    tolerance: Percent,
    before: Outcome,
}

impl Trial<'_, '_> {
    /// What some entries come to; none if they make things worse.
    fn outcome(&self, entries: &[LayoutEntry]) -> Result<Option<Outcome>, AnalysisError> {
        let mut layout = self.settings.layout.clone();
        for entry in entries {
            layout.add(entry);
        }
        let Some(plan) = reread(self.plan, &layout, self.settings, self.staff) else { return Ok(None) };
        Ok(Some(Outcome::of(&plan, self.tolerance)?).filter(|outcome| !outcome.worsens(&self.before)))
    }

    /// Those of the candidates that read most without making anything worse, with what they come to.
    fn best(
        &self,
        candidates: &[LayoutEntry],
        scale: Option<LayoutEntry>,
    ) -> Result<Option<(Vec<LayoutEntry>, Outcome)>, AnalysisError> {
        let mut kept: Vec<LayoutEntry> = scale.into_iter().chain(candidates.iter().cloned()).collect();
        let mut outcome = self.outcome(&kept)?;
        // Each that is not missed goes, and while the whole makes things worse, each without which it does not.
        for entry in candidates.iter().rev() {
            let without: Vec<LayoutEntry> = kept.iter().filter(|kept| *kept != entry).cloned().collect();
            let other = self.outcome(&without)?;
            let is_better = match (&outcome, &other) {
                (Some(with), Some(without)) => without.reads_all_of(with),
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
fn candidates(inventories: &[Inventory<'_>]) -> Vec<LayoutEntry> {
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
        let overlooked = inventory.tables.iter().filter(|table| table.is_overlooked());
        add(&mut overlooked.map(headers).filter(|headers| !headers.is_empty()).map(LayoutEntry::Headers));
    }
    all
}

/// What could be said of figures that cannot be read.
fn scales(plan: &Plan<'_>) -> Vec<LayoutEntry> {
    let has = |fault| plan.share_columns.iter().any(|column| column.bare > 0 && column.scale == Scale::Unknown(fault));
    let mut all = Vec::new();
    if has(PercentFault::NoSign) || has(PercentFault::UnknownScale) {
        all.extend([PercentScale::Percent, PercentScale::Fraction].map(LayoutEntry::Scale));
    }
    if has(PercentFault::Time) {
        all.push(LayoutEntry::HoursPerYear(Decimal::from(HOURS_PER_YEAR)));
        all.push(LayoutEntry::HoursPerWeek(Decimal::from(HOURS_PER_WEEK)));
    }
    all
}

/// The headers that would make a staff table of one that was overlooked: the first column that looks like people, the
/// first that looks like shares, and of three columns the other as the role.
fn headers(table: &TableSeen<'_>) -> Vec<(Meaning, String)> {
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
