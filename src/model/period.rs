//! When a commitment holds: periods as documents state them, and the days of a year on which they are.

use jiff::civil::Date;

/// From when to when a commitment holds, as it is written: whole days, the first and the last included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    from: Date,
    to: Date,
}

impl Period {
    /// The period between two days; none if it would end before it begins.
    pub fn new(from: Date, to: Date) -> Option<Self> {
        (from <= to).then_some(Self { from, to })
    }

    /// The year of periods whose year no document says; one of 365 days.
    pub const UNSTATED: u16 = 1;

    /// The first day.
    pub fn from(self) -> Date {
        self.from
    }

    /// The last day.
    pub fn to(self) -> Date {
        self.to
    }

    /// The days of a year on which it holds; none if it lies outside.
    ///
    /// ```
    /// use cento::model::Period;
    /// use jiff::civil::date;
    ///
    /// let winter = Period::new(date(2023, 12, 1), date(2024, 2, 29)).unwrap();
    /// assert_eq!(winter.within(2024).unwrap().count(), 60);
    /// assert!(winter.within(2025).is_none());
    /// ```
    pub fn within(self, year: u16) -> Option<Days> {
        let year = i16::try_from(year).ok()?;
        if self.from.year() > year || self.to.year() < year {
            return None;
        }
        let first = if self.from.year() < year { 1 } else { number(self.from) };
        let last = if self.to.year() > year { Days::of(year).last } else { number(self.to) };
        Some(Days { first, last })
    }

    /// Whether a day of it lies outside a year.
    pub fn exceeds(self, year: u16) -> bool {
        let year = i16::try_from(year).ok();
        Some(self.from.year()) != year || Some(self.to.year()) != year
    }
}

/// A day as ISO 8601 writes it, `2024-03-01`; without the year, `--03-01`, if no document says it.
pub fn iso_day(day: Date) -> String {
    let is_unstated = u16::try_from(day.year()) == Ok(Period::UNSTATED);
    if is_unstated { day.strftime("--%m-%d").to_string() } else { day.to_string() }
}

/// The number of a day within its year, from 1 on.
fn number(day: Date) -> u16 {
    day.day_of_year().unsigned_abs()
}

/// Some days of a year one after another, by their numbers from 1 on, the last included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Days {
    /// The first.
    pub first: u16,
    /// The last.
    pub last: u16,
}

impl Days {
    /// The days of a whole year.
    pub fn of_year(year: u16) -> Self {
        Self::of(i16::try_from(year).unwrap_or_default())
    }

    fn of(year: i16) -> Self {
        Self { first: 1, last: Date::new(year, 12, 31).map_or(365, number) }
    }

    /// Those of a month of a year; none if there is no such month.
    pub fn of_month(year: u16, month: i8) -> Option<Self> {
        let first = Date::new(i16::try_from(year).ok()?, month, 1).ok()?;
        Some(Self { first: number(first), last: number(first.last_of_month()) })
    }

    /// How many there are.
    pub fn count(self) -> u16 {
        self.last + 1 - self.first
    }

    /// The days that are among both.
    pub fn shared(self, other: Self) -> Option<Self> {
        let [first, last] = [self.first.max(other.first), self.last.min(other.last)];
        (first <= last).then_some(Self { first, last })
    }

    /// Whether some day is among both.
    pub fn overlaps(self, other: Self) -> bool {
        self.first <= other.last && other.first <= self.last
    }

    /// The same as a period of a year; none if the year has no such days.
    pub fn period(self, year: u16) -> Option<Period> {
        let first = Date::new(i16::try_from(year).ok()?, 1, 1).ok()?;
        let day = |number: u16| first.checked_add(jiff::Span::new().days(i64::from(number) - 1)).ok();
        Period::new(day(self.first)?, day(self.last)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn days(from: Date, to: Date, year: u16) -> Option<(u16, u16)> {
        Period::new(from, to).unwrap().within(year).map(|days| (days.first, days.last))
    }

    #[test]
    fn a_period_is_cut_to_the_year() {
        assert_eq!(days(date(2024, 1, 1), date(2024, 12, 31), 2024), Some((1, 366)));
        assert_eq!(days(date(2023, 9, 1), date(2025, 8, 31), 2024), Some((1, 366)));
        assert_eq!(days(date(2023, 9, 1), date(2025, 8, 31), 2023), Some((244, 365)));
        assert_eq!(days(date(2023, 9, 1), date(2025, 8, 31), 2025), Some((1, 243)));
        assert_eq!(days(date(2023, 9, 1), date(2023, 12, 31), 2024), None);
        assert_eq!(days(date(2025, 1, 1), date(2025, 1, 1), 2024), None);
    }

    #[test]
    fn a_leap_year_has_a_day_more() {
        assert_eq!([2024, 2023, 1900, Period::UNSTATED].map(Days::of_year).map(Days::count), [366, 365, 365, 365]);
        assert_eq!(days(date(2024, 3, 1), date(2024, 6, 30), 2024), Some((61, 182)));
        assert_eq!(days(date(2023, 3, 1), date(2023, 6, 30), 2023), Some((60, 181)));
    }

    #[test]
    fn months_have_their_days() {
        let days = |year, month| Days::of_month(year, month).map(|days| (days.first, days.last));
        assert_eq!([1, 2, 3, 12].map(|month| days(2024, month).unwrap()), [(1, 31), (32, 60), (61, 91), (336, 366)]);
        assert_eq!((days(2023, 2), days(2023, 12), days(2023, 13)), (Some((32, 59)), Some((335, 365)), None));
    }

    #[test]
    fn days_are_a_period_again() {
        let year = Days { first: 61, last: 182 };
        assert_eq!(year.period(2024), Period::new(date(2024, 3, 1), date(2024, 6, 30)));
    }

    #[test]
    fn a_day_without_a_year_has_none() {
        assert_eq!(iso_day(date(2024, 3, 1)), "2024-03-01");
        assert_eq!(iso_day(date(1, 3, 1)), "--03-01");
    }

    #[test]
    fn nothing_ends_before_it_begins() {
        assert_eq!(Period::new(date(2024, 3, 2), date(2024, 3, 1)), None);
        assert!(Period::new(date(2024, 3, 1), date(2024, 3, 1)).is_some());
    }
}
