//! What somebody is committed to, day by day of a year: a function of steps, its mean and its peak.

use std::cmp::Ordering;

use rust_decimal::{Decimal, RoundingStrategy};

use super::{Days, Percent};

/// The mean of a share over the days of a year, exact: so many percent-days out of so many days.
///
/// It is rounded, half to even, only where it is shown.
///
/// ```
/// use cento::model::{Days, Mean, Percent};
///
/// let mean = Mean::of(Percent::HUNDRED.times(122), Days::of_year(2024));
/// assert_eq!(mean.percent().to_string(), "33.333333");
/// assert!(mean.compared(mean.percent()).is_gt());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mean {
    percent_days: Percent,
    days: u16,
}

impl Mean {
    /// The mean of some percent-days: shares, each times the days on which it holds.
    pub fn of(percent_days: Percent, days: Days) -> Self {
        Self { percent_days, days: days.count() }
    }

    /// The mean, rounded at six places if it has more.
    pub fn percent(self) -> Percent {
        let exact = self.percent_days.exact() / Decimal::from(self.days);
        Percent::from(exact.round_dp_with_strategy(Percent::DECIMALS, RoundingStrategy::MidpointNearestEven))
    }

    /// How the exact mean compares with a percentage.
    pub fn compared(self, with: Percent) -> Ordering {
        self.percent_days.cmp(&with.times(self.days.into()))
    }

    /// What is more than a percentage in it, or less, exactly.
    #[must_use]
    pub fn minus(self, other: Self) -> Self {
        Self { percent_days: self.percent_days - other.percent_days, days: self.days }
    }
}

/// What somebody is committed to in all on some days of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// The days, on all of which it is the same.
    pub days: Days,
    /// The sum of the shares that hold then.
    pub percent: Percent,
}

/// The most that somebody is committed to on any day of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Peak {
    /// The sum of the shares that hold then.
    pub percent: Percent,
    /// The first days that follow upon each other on which it is that.
    pub days: Days,
    /// Whether it is that again on other days, with less between.
    pub is_again: bool,
}

/// What somebody is committed to on every day of a year: steps that follow upon each other, and differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Steps(Vec<Step>);

impl Steps {
    /// The sum of some shares, each on its days of a year. In whatever order, and divided into whatever parts.
    pub fn of(shares: impl IntoIterator<Item = (Percent, Days)>, year: Days) -> Self {
        // By how much the sum changes, and on which day.
        let mut changes: Vec<(u16, Percent)> = vec![(year.first, Percent::ZERO)];
        for (percent, days) in shares {
            changes.extend([(days.first, percent), (days.last + 1, -percent)]);
        }
        changes.sort_unstable_by_key(|&(day, _)| day);
        let mut steps: Vec<Step> = Vec::new();
        let mut percent = Percent::ZERO;
        for of_day in changes.chunk_by(|(one, _), (next, _)| one == next) {
            let first = of_day[0].0;
            percent = of_day.iter().fold(percent, |sum, (_, change)| sum + *change);
            if first > year.last || steps.last().is_some_and(|last| last.percent == percent) {
                continue;
            }
            if let Some(before) = steps.last_mut() {
                before.days.last = first - 1;
            }
            steps.push(Step { days: Days { first, last: year.last }, percent });
        }
        Self(steps)
    }

    /// Every step, in the order of the days.
    pub fn iter(&self) -> impl Iterator<Item = Step> {
        self.0.iter().copied()
    }

    /// By how much it is more than another, or less, on every day of the same year.
    #[must_use]
    pub fn minus(&self, other: &Self) -> Self {
        let last = self.0.last().map_or(0, |step| step.days.last);
        let less = other.iter().map(|step| (-step.percent, step.days));
        let all = self.iter().map(|step| (step.percent, step.days)).chain(less);
        Self::of(all, Days { first: 1, last })
    }

    /// The sum on one day.
    pub fn at(&self, day: u16) -> Percent {
        let held = self.iter().find(|step| (step.days.first..=step.days.last).contains(&day));
        held.map_or(Percent::ZERO, |step| step.percent)
    }

    /// The greatest sum, with the first days on which it holds.
    pub fn peak(&self) -> Peak {
        let none = Step { days: Days { first: 1, last: 365 }, percent: Percent::ZERO };
        let first = self.iter().reduce(|peak, next| if next.percent > peak.percent { next } else { peak });
        let Step { days, percent } = first.unwrap_or(none);
        let is_again = self.iter().filter(|step| step.percent == percent).count() > 1;
        Peak { percent, days, is_again }
    }

    /// The days on which it is more than so much, those that follow upon each other together; each with the most that it is then.
    pub fn above(&self, limit: Percent) -> Vec<Step> {
        let mut all: Vec<Step> = Vec::new();
        for step in self.iter().filter(|step| step.percent > limit) {
            match all.last_mut().filter(|last| last.days.last + 1 == step.days.first) {
                Some(last) => {
                    last.days.last = step.days.last;
                    last.percent = last.percent.max(step.percent);
                }
                None => all.push(step),
            }
        }
        all
    }

    /// The days on which it is nothing.
    pub fn idle(&self) -> impl Iterator<Item = Days> {
        self.iter().filter(|step| step.percent == Percent::ZERO).map(|step| step.days)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn steps(shares: &[(i64, u16, u16)], year: u16) -> Vec<(u16, u16, String)> {
        let shares =
            shares.iter().map(|&(whole, first, last)| (Percent::from_hundredths(whole * 100), Days { first, last }));
        let steps = Steps::of(shares, Days::of_year(year));
        steps.iter().map(|step| (step.days.first, step.days.last, step.percent.to_string())).collect()
    }

    #[test]
    fn shares_add_up_day_by_day() {
        let step = |first, last, percent: &str| (first, last, percent.to_owned());
        assert_eq!(steps(&[], 2024), [step(1, 366, "0.00")]);
        assert_eq!(steps(&[(100, 1, 182), (100, 183, 366)], 2024), [step(1, 366, "100.00")], "two halves are a year");
        assert_eq!(
            steps(&[(100, 1, 366), (50, 61, 182)], 2024),
            [step(1, 60, "100.00"), step(61, 182, "150.00"), step(183, 366, "100.00")]
        );
        assert_eq!(steps(&[(40, 32, 365)], 2023), [step(1, 31, "0.00"), step(32, 365, "40.00")]);
    }

    #[test]
    fn the_peak_is_that_of_the_first_days_on_which_it_holds() {
        let shares = [(60, 10, 19), (60, 30, 39), (50, 15, 35)]
            .map(|(whole, first, last)| (Percent::from_whole(whole), Days { first, last }));
        let steps = Steps::of(shares, Days::of_year(2023));
        let peak = steps.peak();
        assert_eq!((peak.percent, peak.days), (Percent::from_whole(110), Days { first: 15, last: 19 }));
        assert!(peak.is_again, "it is 110 from the 30th to the 35th, too");
        let once = Steps::of([(Percent::HUNDRED, Days { first: 1, last: 9 })], Days::of_year(2023));
        assert!(!once.peak().is_again);
        let above = steps.above(Percent::from_whole(55));
        assert_eq!(
            above.iter().map(|step| step.days).collect::<Vec<_>>(),
            [Days { first: 10, last: 19 }, Days { first: 30, last: 39 }]
        );
        assert_eq!(above[0].percent, Percent::from_whole(110));
        assert_eq!([9, 10, 29, 365].map(|day| steps.at(day).to_string()), ["0.00", "60.00", "50.00", "0.00"]);
        assert_eq!(steps.idle().map(Days::count).collect::<Vec<_>>(), [9, 365 - 39]);
    }

    #[test]
    fn a_mean_is_exact() {
        // 31 days of 100 in a year of 365: 8.49315068… percent.
        let mean = |days: u32| Mean::of(Percent::HUNDRED.times(days), Days::of_year(2023));
        let january = mean(31);
        assert_eq!(january.percent().to_string(), "8.493151");
        assert!(january.compared(january.percent()).is_lt(), "it was rounded up");
        let mean = mean(31 + 334);
        assert_eq!(mean.compared(Percent::HUNDRED), Ordering::Equal);
        assert_eq!(mean.percent(), Percent::HUNDRED);
    }
}
