//! Days and periods in words: `dal 01/03 al 30/06`, `from 1 March to 30 June`.

use jiff::civil::Date;

use super::{Language, View};
use crate::model::{Period, PeriodFault};

/// A period in words; with its years, if it is not within that of the plan.
pub fn period_words(view: &View, period: Period, year: u16) -> String {
    let with_year = period.exceeds(year);
    let day = |day| day_words(view, day, with_year).into();
    if period.from() == period.to() {
        return view.messages.format("period-day", &[("day", day(period.from()))]);
    }
    view.messages.format("period", &[("from", day(period.from())), ("to", day(period.to()))])
}

/// The first days on which somebody is committed to the most, in words, and whether they are so again.
pub fn peak_words(view: &View, (first, is_again): (Period, bool), year: u16) -> String {
    let first = period_words(view, first, year);
    if is_again { view.messages.format("period-and-others", &[("period", first.into())]) } else { first }
}

/// Several periods in words, as many as can be taken in at a glance; none if there are none.
pub fn periods_words(view: &View, periods: &[Period], year: u16) -> Option<String> {
    const MOST: usize = 4;
    let shown: Vec<String> = periods.iter().take(MOST).map(|period| period_words(view, *period, year)).collect();
    let shown = shown.join(", ");
    match periods.len().saturating_sub(MOST) {
        _ if periods.is_empty() => None,
        0 => Some(shown),
        more => Some(view.messages.format("periods-more", &[("periods", shown.into()), ("more", more.into())])),
    }
}

/// A day as the language writes it.
fn day_words(view: &View, day: Date, with_year: bool) -> String {
    let format = match (view.messages.language(), with_year) {
        (Language::Italian, false) => "%d/%m",
        (Language::Italian, true) => "%d/%m/%Y",
        (Language::English, false) => "%-d %B",
        (Language::English, true) => "%-d %B %Y",
    };
    day.strftime(format).to_string()
}

/// The code of a fault in JSON and in messages.
pub fn period_fault_code(fault: PeriodFault) -> &'static str {
    match fault {
        PeriodFault::NotADate => "not-a-date",
        PeriodFault::MonthFirst => "month-first",
        PeriodFault::EitherOrder => "either-order",
        PeriodFault::Backwards => "backwards",
        PeriodFault::NoBeginning => "no-beginning",
        PeriodFault::TwoEnds => "two-ends",
        PeriodFault::Beside => "beside",
        PeriodFault::NoYear => "no-year",
    }
}
