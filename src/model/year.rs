//! What commitments come to over the year of a plan, day by day: shares, means, full-time equivalents, and what they may come to.

use super::{Commitment, Contract, Days, Fte, Mean, Percent, Period, Plan, Steps};

impl<'t> Plan<'t> {
    /// The year in which periods are counted: the plan's, or [`Period::UNSTATED`].
    pub fn calendar(&self) -> u16 {
        self.year.unwrap_or(Period::UNSTATED)
    }

    /// The days of the plan's year.
    pub fn year_days(&self) -> Days {
        Days::of_year(self.calendar())
    }

    /// The days of the plan's year on which a commitment holds. Without a period these are all; of whoever has contracts that begin or
    /// end, those on which something may be committed, if there are any: a share of one's own time is none of days without it.
    pub fn days_of(&self, commitment: &Commitment<'t>) -> impl Iterator<Item = Days> {
        let year = self.calendar();
        let at_work = if commitment.period.is_none() { self.at_work(commitment.subject) } else { &[] };
        let own = commitment.period.map_or_else(|| Some(self.year_days()), |period| period.within(year));
        let own = own.filter(|_| at_work.is_empty());
        let of_contracts = at_work.iter().filter(|contract| contract.may_be_committed());
        own.into_iter().chain(of_contracts.filter_map(move |contract| contract.within(year)))
    }

    /// How many days of the plan's year a commitment holds.
    pub fn day_count_of(&self, commitment: &Commitment<'t>) -> u16 {
        self.days_of(commitment).map(Days::count).sum()
    }

    /// Whether a commitment holds all year.
    pub fn is_of_year(&self, commitment: &Commitment<'t>) -> bool {
        self.day_count_of(commitment) == self.year_days().count()
    }

    /// The contracts of a subject, if anything may be committed under any of them in the plan's year.
    fn at_work(&self, subject: usize) -> &[Contract] {
        let contracts = &*self.subjects[subject].contracts;
        let is_at_work =
            |contract: &Contract| contract.may_be_committed() && contract.within(self.calendar()).is_some();
        if contracts.iter().any(is_at_work) { contracts } else { &[] }
    }

    /// A commitment's share times the days of the year on which it holds.
    pub fn percent_days_of(&self, commitment: &Commitment<'t>) -> Percent {
        commitment.percent.times(self.day_count_of(commitment).into())
    }

    /// A commitment's share over the year, by days: the share itself, where it holds all year.
    pub fn share_of_year(&self, commitment: &Commitment<'t>) -> Percent {
        if self.is_of_year(commitment) { commitment.percent } else { self.mean_of([commitment]).percent() }
    }

    /// The full-time equivalents of a commitment, over the year: by the subject's working time, if that is known.
    pub fn fte_of(&self, commitment: &Commitment<'t>) -> Fte {
        let subject = &self.subjects[commitment.subject];
        if !subject.contracts.is_empty() {
            return self.fte_under_contracts(commitment, &subject.contracts);
        }
        let fte = match subject.working_time {
            Some(time) => time.fte(commitment.percent),
            None => commitment.percent.fte(),
        };
        if commitment.period.is_none() { fte } else { fte.of_days(self.day_count_of(commitment), self.year_days()) }
    }

    /// The same, where contracts follow upon each other: each day by the one that holds on it; on days that have none, by the share alone.
    fn fte_under_contracts(&self, commitment: &Commitment<'t>, contracts: &[Contract]) -> Fte {
        let held: Vec<Days> = self.days_of(commitment).collect();
        let shared = |days: Days| -> u16 { held.iter().filter_map(|own| own.shared(days)).map(Days::count).sum() };
        let parts = contracts.iter().filter_map(|contract| {
            let days = shared(contract.within(self.calendar())?);
            Some((
                contract.working_time.map_or_else(|| commitment.percent.fte(), |time| time.fte(commitment.percent)),
                days,
            ))
        });
        let parts: Vec<(Fte, u16)> = parts.collect();
        let covered: u16 = parts.iter().map(|(_, days)| days).sum();
        let rest = self.day_count_of(commitment) - covered;
        let all = parts.into_iter().chain([(commitment.percent.fte(), rest)]);
        Fte::over_year(all, self.year_days())
    }

    /// The mean of some percent-days over the plan's year.
    pub fn mean(&self, percent_days: Percent) -> Mean {
        Mean::of(percent_days, self.year_days())
    }

    /// The mean of some commitments over the year, by days: their sum, where none has a period.
    pub fn mean_of<'c>(&self, commitments: impl IntoIterator<Item = &'c Commitment<'t>>) -> Mean
    where
        't: 'c,
    {
        self.mean(commitments.into_iter().map(|row| self.percent_days_of(row)).sum())
    }

    /// What some commitments come to on every day of the year.
    pub fn steps_of<'c>(&self, commitments: impl IntoIterator<Item = &'c Commitment<'t>>) -> Steps
    where
        't: 'c,
    {
        let shares = commitments.into_iter().flat_map(|row| self.days_of(row).map(|days| (row.percent, days)));
        Steps::of(shares, self.year_days())
    }

    /// Whether what a subject (an index into `subjects`) is committed to, or may be, differs in the course of the year.
    pub fn has_periods(&self, subject: usize) -> bool {
        !self.subjects[subject].contracts.is_empty() || self.commitments_of(subject).any(|row| row.period.is_some())
    }

    /// What a subject may be committed to on every day of the year; none of a collective without a headcount.
    pub fn capacity_of(&self, subject: usize) -> Option<Steps> {
        let subject = &self.subjects[subject];
        let under_contract =
            subject.contracts.iter().filter_map(|own| Some((own.at_most(), own.within(self.calendar())?)));
        let always = subject.capacity.filter(|_| subject.contracts.is_empty()).map(|own| (own, self.year_days()));
        subject.capacity?;
        Some(Steps::of(under_contract.chain(always), self.year_days()))
    }

    /// The most that a subject may be committed to on any day on which a commitment holds; on whatever day, if it holds on none.
    pub fn most_for(&self, commitment: &Commitment<'t>) -> Option<Percent> {
        let subject = &self.subjects[commitment.subject];
        let year = self.calendar();
        let is_held = |own: &&Contract| {
            own.within(year).is_some_and(|days| self.days_of(commitment).any(|held| held.overlaps(days)))
        };
        let of_contracts = subject.contracts.iter().filter(is_held).map(Contract::at_most).max();
        subject.capacity.map(|capacity| of_contracts.unwrap_or(capacity))
    }

    /// What a subject may be committed to over the year, exactly.
    pub fn mean_capacity_of(&self, subject: usize) -> Option<Mean> {
        let subject = &self.subjects[subject];
        let of_days = |own: &Contract| Some(own.at_most().times(own.within(self.calendar())?.count().into()));
        let capacity = subject.capacity?;
        let always = || capacity.times(self.year_days().count().into());
        let contracts = &*subject.contracts;
        Some(self.mean(if contracts.is_empty() { always() } else { contracts.iter().filter_map(of_days).sum() }))
    }
}
