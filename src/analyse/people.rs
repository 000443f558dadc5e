//! Does everybody add up to a hundred?

use super::{AnalysisError, by_thing};
use crate::finding::Balance;
use crate::frame::{Frame, Query, Sums};
use crate::model::{Fte, Percent, Plan};

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
    /// The sum of the commitments.
    pub total: Percent,
    /// The same as full-time equivalents.
    pub fte: Fte,
    /// What the total should be; unknown for a collective without a headcount.
    pub capacity: Option<Percent>,
    /// How the total compares; unknown for a collective without a headcount, and where the total is not certain.
    pub status: Option<Status>,
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
        let who = &plans[plan].subjects[subject];
        let (capacity, is_certain) = (who.capacity, who.is_certain);
        let Sums { rows, counted: projects, percent: total, fte } = sums;
        let difference = capacity.filter(|_| is_certain).map(|capacity| total - capacity);
        let status = difference.map(|difference| Status::of(difference, tolerances[plan]));
        // Only what is off by next to nothing asks for the rows that were rounded.
        let is_near = |difference: Percent| {
            let rounded = plans[plan].commitments_of(subject).filter(|row| row.rounded).count();
            difference.abs().times(2) <= Percent::from_millionths(i64::try_from(rounded).unwrap_or(i64::MAX))
        };
        let by_rounding = status.is_some_and(|status| status != Status::Full)
            && difference
                .is_some_and(|difference| difference.abs() < Percent::from_hundredths(1) && is_near(difference));
        let status = if by_rounding { Some(Status::Full) } else { status };
        let rejected = who.rejected.len();
        Some(Standing {
            plan,
            subject,
            rows,
            projects,
            total,
            fte,
            capacity,
            status,
            is_certain,
            by_rounding,
            rejected,
        })
    };
    Ok(by_thing(plans, |plan| plan.subjects.len(), groups).filter_map(standing).collect())
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
