//! Does everybody add up to a hundred?

use super::{AnalysisError, by_thing};
use crate::finding::Balance;
use crate::frame::{Frame, Query, Sums};
use crate::model::{Fte, Mean, Peak, Percent, Plan};

/// Where one subject of one plan stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// The plan, an index into the plans.
    pub plan: usize,
    /// The subject, an index into [`Plan::subjects`].
    pub subject: usize,
    /// The number of rows.
    pub rows: usize,
    /// The number of different projects.
    pub projects: usize,
    /// The sum of the commitments: their mean over the year, where they have periods.
    pub total: Percent,
    /// The most that they come to on any day of the year, and the first days on which they do; none where they have no periods.
    pub peak: Option<Peak>,
    /// By how much the most exceeds what may be committed on the same day, or misses it by the least; none where they have no periods.
    pub excess: Option<Percent>,
    /// The same as full-time equivalents.
    pub fte: Fte,
    /// What the total should be: its mean over the year, where it has steps; unknown for a collective without a headcount.
    pub capacity: Option<Percent>,
    /// How the total compares, but that whoever is over on some days is over; unknown for a collective without a headcount, and where
    /// the total is not certain.
    pub status: Option<Status>,
    /// How the total compares by itself.
    pub of_total: Option<Status>,
    /// Whether the total is what the rows say.
    pub is_certain: bool,
    /// Whether it misses the capacity by no more than its rows were rounded, and is taken for full.
    pub by_rounding: bool,
    /// The number of rows that bear the name and do not count.
    pub rejected: usize,
}

impl Standing {
    /// Total and capacity; none for a collective without a headcount, and where the total is not certain.
    pub fn balance(&self) -> Option<Balance> {
        self.capacity.filter(|_| self.is_certain).map(|capacity| Balance { total: self.total, capacity })
    }

    /// Whether rows are missing to the total, so that nobody can say whether it is what it should be. Whoever is over is so
    /// without them.
    pub fn is_partly_read(&self) -> bool {
        self.rejected > 0 && matches!(self.status, Some(Status::Under | Status::Full))
    }

    /// The status, where nothing is missing to the total that could change it.
    pub fn judgement(&self) -> Option<Status> {
        self.status.filter(|_| !self.is_partly_read())
    }

    /// How the total compares by itself, where nothing is missing to it that could change it.
    pub fn judgement_of_total(&self) -> Option<Status> {
        self.of_total.filter(|_| !self.is_partly_read())
    }

    /// Whether the total is not over, and what is committed on some days is.
    pub fn is_over_at_times(&self) -> bool {
        self.status == Some(Status::Over) && self.of_total != Some(Status::Over)
    }

    /// By how much the capacity is exceeded on the worst days of the year.
    pub fn most_over(&self) -> Option<Percent> {
        let of_total = self.balance()?.difference();
        Some(self.excess.unwrap_or(of_total))
    }

    /// Total minus capacity; none for a collective without a headcount, and where the total is not certain.
    pub fn difference(&self) -> Option<Percent> {
        self.balance().map(Balance::difference)
    }
}

/// How a total compares with the capacity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// Above it.
    Over,
    /// Below it.
    Under,
    /// Equal to it, but for the declared tolerance.
    Full,
}

impl Status {
    /// How `difference`, total minus capacity, is judged; the exact values are compared.
    pub fn of(difference: Percent, tolerance: Percent) -> Self {
        if difference > tolerance {
            Self::Over
        } else if difference < -tolerance {
            Self::Under
        } else {
            Self::Full
        }
    }

    /// The code of the status in JSON and CSV.
    pub fn code(self) -> &'static str {
        match self {
            Self::Over => "over",
            Self::Under => "under",
            Self::Full => "full",
        }
    }
}

/// Every subject's standing, plan by plan in the order of [`Plan::subjects`]; `tolerances` has one
/// entry for each plan.
///
/// # Errors
///
/// Those of the query.
pub fn people(plans: &[Plan<'_>], frame: &Frame, tolerances: &[Percent]) -> Result<Vec<Standing>, AnalysisError> {
    let groups = frame.groups(Query::Subjects)?;
    let standing = |(plan, subject, sums): (usize, Option<usize>, Sums)| {
        let subject = subject?;
        Some(standing_of((&plans[plan], plan), subject, sums, tolerances[plan]))
    };
    let mut standings = Vec::with_capacity(plans.iter().map(|plan| plan.subjects.len()).sum());
    standings.extend(by_thing(plans, |plan| plan.subjects.len(), groups).filter_map(standing));
    Ok(standings)
}

/// The standing of a subject of a plan, which is given with its index.
fn standing_of((plan, number): (&Plan<'_>, usize), subject: usize, sums: Sums, tolerance: Percent) -> Standing {
    let who = &plan.subjects[subject];
    let Sums { rows, counted: projects, percent_days, fte, .. } = sums;
    let mean = plan.mean(percent_days);
    let course = plan.has_periods(subject).then(|| Course::of(plan, subject));
    let judge = Judge { plan, subject, tolerance };
    let excess = course.as_ref().and_then(|course| course.excess).map(|excess| excess.percent);
    let capacity = plan.mean_capacity_of(subject);
    let judged = capacity.filter(|_| who.is_certain).map(|capacity| judge.judged(mean, capacity, excess));
    Standing {
        plan: number,
        subject,
        rows,
        projects,
        total: mean.percent(),
        peak: course.map(|course| course.peak),
        excess,
        fte,
        capacity: capacity.map(Mean::percent),
        status: judged.map(|judged| judged.status),
        of_total: judged.map(|judged| judged.of_total),
        is_certain: who.is_certain,
        by_rounding: judged.is_some_and(|judged| judged.by_rounding),
        rejected: who.rejected.len(),
    }
}

/// What somebody is committed to in the course of the year.
struct Course {
    /// The days on which the most is committed; of what may be, where that has steps and is exceeded.
    peak: Peak,
    /// By how much that exceeds what may be committed; none of a collective without a headcount.
    excess: Option<Peak>,
}

impl Course {
    fn of(plan: &Plan<'_>, subject: usize) -> Self {
        let steps = plan.steps_of(plan.commitments_of(subject));
        let peak = steps.peak();
        let excess = plan.capacity_of(subject).map(|capacity| steps.minus(&capacity).peak());
        let over = excess.filter(|excess| excess.percent > Percent::ZERO);
        let is_of_steps = !plan.subjects[subject].contracts.is_empty();
        let peak =
            over.filter(|_| is_of_steps).map_or(peak, |over| Peak { percent: steps.at(over.days.first), ..over });
        Self { peak, excess }
    }
}

/// By what a subject's commitments are judged.
struct Judge<'p, 't> {
    plan: &'p Plan<'t>,
    subject: usize,
    tolerance: Percent,
}

/// How what somebody is committed to compares with the capacity.
#[derive(Clone, Copy)]
struct Judged {
    status: Status,
    of_total: Status,
    by_rounding: bool,
}

impl Judge<'_, '_> {
    /// Whoever is over on some days is over, whatever the mean says.
    fn judged(&self, mean: Mean, capacity: Mean, excess: Option<Percent>) -> Judged {
        let difference = mean.minus(capacity);
        let (of_total, by_rounding) = self.unless_rounded(self.of_mean(difference), difference.percent());
        let of_peak = excess.map(|excess| self.unless_rounded(Status::of(excess, self.tolerance), excess));
        match of_peak {
            Some((Status::Over, _)) => Judged { status: Status::Over, of_total, by_rounding: false },
            Some((_, rounded)) => Judged { status: of_total, of_total, by_rounding: by_rounding || rounded },
            None => Judged { status: of_total, of_total, by_rounding },
        }
    }

    /// How the exact mean compares: the difference to the capacity.
    fn of_mean(&self, difference: Mean) -> Status {
        if difference.compared(self.tolerance).is_gt() {
            Status::Over
        } else if difference.compared(-self.tolerance).is_lt() {
            Status::Under
        } else {
            Status::Full
        }
    }

    /// The status, or that it is full: it misses the capacity by no more than the rows were rounded; and whether that is so. Only what
    /// is off by next to nothing asks for the rows that were rounded.
    fn unless_rounded(&self, status: Status, difference: Percent) -> (Status, bool) {
        let is_near = || {
            let rounded = self.plan.commitments_of(self.subject).filter(|row| row.rounded).count();
            difference.abs().times(2) <= Percent::from_millionths(i64::try_from(rounded).unwrap_or(i64::MAX))
        };
        let is_off_by_nothing = status != Status::Full && difference.abs() < Percent::from_hundredths(1);
        let by_rounding = is_off_by_nothing && is_near();
        (if by_rounding { Status::Full } else { status }, by_rounding)
    }
}

/// The standings of one plan (an index into the plans) among those of all.
pub fn of_plan(standings: &[Standing], plan: usize) -> &[Standing] {
    let first = standings.partition_point(|standing| standing.plan < plan);
    let next = standings.partition_point(|standing| standing.plan <= plan);
    &standings[first..next]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn status_compares_exact_values() {
        let percent = Percent::from_millionths;
        assert_eq!(Status::of(percent(1), Percent::ZERO), Status::Over);
        assert_eq!(Status::of(Percent::ZERO, Percent::ZERO), Status::Full);
        assert_eq!(Status::of(percent(-1), Percent::ZERO), Status::Under);
        assert_eq!(Status::of(percent(10_000), percent(10_000)), Status::Full);
        assert_eq!(Status::of(percent(-10_001), percent(10_000)), Status::Under);
    }
}
