//! How much of full time somebody works, in whichever of its ways a staff file says it: hours, a percentage, FTE, words.

use rust_decimal::Decimal;

use super::fault::Fault;
use super::staff_columns::{FTE, FULL_TIME_HOURS, MONTHS, PART_TIME, WEEKLY_HOURS, WORKING_TIME};
use super::table::Line;
use crate::identity;
use crate::model::{Reading, WorkingTime, reading};

/// The weekly hours of a full-time position in Italian municipalities, where the file states none.
const FULL_TIME: u32 = 36;

/// The working time of a line; none where it says nothing of it.
pub(super) fn working_time(line: &Line) -> Result<Option<WorkingTime>, Fault> {
    let week = Decimal::from(168);
    let hours = line.figure(WEEKLY_HOURS, |value| value <= week)?;
    let stated = line.figure(FULL_TIME_HOURS, |value| !value.is_zero() && value <= week)?;
    let months = line.figure(MONTHS, |value| value <= Decimal::from(12))?;
    let words = line.cell(WORKING_TIME).map(in_words).transpose()?.unwrap_or(InWords::Nothing);
    let in_words = match words {
        InWords::Hours { full_time_hours, .. } => Some(full_time_hours),
        _ => None,
    };
    let full_time_hours = stated.or(in_words).unwrap_or_else(|| FULL_TIME.into());
    // Nobody is more than one: such hours are those of a month, or full time has others.
    if let Some(hours) = hours.filter(|&hours| hours > full_time_hours) {
        return Err(Fault::MoreThanFullTime { hours, full_time_hours });
    }
    let of_percent = |share: Decimal| share * full_time_hours / Decimal::ONE_HUNDRED;
    let ways = [hours, part_time(line)?.map(of_percent), fte(line)?.map(of_percent), words.hours(full_time_hours)];
    let said: Vec<Decimal> = ways.into_iter().flatten().collect();
    let [first, others @ ..] = &said[..] else {
        if let InWords::Part = words {
            return Err(Fault::PartTimeOfHowMuch { value: line.cell(WORKING_TIME).unwrap_or_default().to_owned() });
        }
        return Ok(months.map(|months| WorkingTime { hours: full_time_hours, full_time_hours, months }));
    };
    // Percentages are rounded.
    let differs = |other: &&Decimal| ((*first - **other) * Decimal::ONE_HUNDRED).abs() >= full_time_hours;
    if let Some(other) = others.iter().find(differs) {
        let share = (*other * Decimal::ONE_HUNDRED / full_time_hours).round_dp(2);
        return Err(Fault::WorkingTimesDiffer { hours: *first, full_time_hours, share });
    }
    let months = months.unwrap_or_else(|| 12.into());
    Ok(Some(WorkingTime { hours: *first, full_time_hours, months }))
}

/// A percentage of full time. Nothing of it may be meant for full time, too.
fn part_time(line: &Line) -> Result<Option<Decimal>, Fault> {
    let share = line.figure(PART_TIME, |value| !value.is_zero() && value <= Decimal::ONE_HUNDRED)?;
    refuse_fraction(line, PART_TIME, share)?;
    Ok(share)
}

/// A percentage without its sign that may be a fraction: 0,8 and 80 % look alike.
pub(super) fn refuse_fraction(line: &Line, column: usize, value: Option<Decimal>) -> Result<(), Fault> {
    let is_bare = !line.cell(column).unwrap_or_default().contains('%');
    let may_be = |value: Decimal| is_bare && !value.is_zero() && value <= Decimal::ONE;
    if value.is_some_and(may_be) { Err(line.fraction(column)) } else { Ok(()) }
}

/// Full-time equivalents, as a percentage of full time.
fn fte(line: &Line) -> Result<Option<Decimal>, Fault> {
    let is_percentage = line.cell(FTE).unwrap_or_default().contains('%');
    let most = if is_percentage { Decimal::ONE_HUNDRED } else { Decimal::ONE };
    let value = line.figure(FTE, |value| value <= most)?;
    Ok(value.map(|value| if is_percentage { value } else { value * Decimal::ONE_HUNDRED }))
}

/// What words say of working time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum InWords {
    /// Nothing.
    Nothing,
    /// That it is not all, and not how much.
    Part,
    /// How much of a hundred.
    Percent(Decimal),
    /// How many hours of full time.
    Hours { hours: Decimal, full_time_hours: Decimal },
}

impl InWords {
    fn hours(self, full_time_hours: Decimal) -> Option<Decimal> {
        match self {
            Self::Percent(share) => Some(share * full_time_hours / Decimal::ONE_HUNDRED),
            // Of a full time that is another, as much of this.
            Self::Hours { hours, full_time_hours: own } => Some(hours * full_time_hours / own),
            Self::Nothing | Self::Part => None,
        }
    }
}

/// `Part-time 50 %`, `PT 18/36`, `Tempo pieno`.
fn in_words(written: &str) -> Result<InWords, Fault> {
    const PART: [&str; 9] = ["part", "parz", "ridott", "half", "pt", "si", "s", "yes", "x"];
    const FULL: [&str; 6] = ["pieno", "full", "intero", "no", "n", "ft"];
    let key = identity::key(written);
    let words = || key.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let says = |all: &[&str]| {
        words().any(|word| all.iter().any(|own| word == *own || (own.len() > 3 && word.starts_with(own))))
    };
    let wrong = || Fault::PartTimeOfHowMuch { value: written.to_owned() };
    if !written.contains(|c: char| c.is_ascii_digit()) {
        return Ok(match () {
            () if says(&PART) => InWords::Part,
            () if says(&FULL) => InWords::Percent(Decimal::ONE_HUNDRED),
            () => InWords::Nothing,
        });
    }
    let figure = |text: &str| {
        let Reading { decimal, thousands } = reading(text.trim());
        decimal.filter(|value| thousands.is_none() && !value.is_sign_negative())
    };
    let is_of_figure = |c: char| c.is_ascii_digit() || matches!(c, ',' | '.' | '/' | '%' | ' ');
    let begin = written.find(|c: char| c.is_ascii_digit()).unwrap_or_default();
    let rest = &written[begin..];
    let figures = &rest[..rest.find(|c| !is_of_figure(c)).unwrap_or(rest.len())];
    if rest[figures.len()..].contains(|c: char| c.is_ascii_digit()) {
        return Err(wrong());
    }
    if let Some(share) = figures.trim().strip_suffix('%') {
        let share = figure(share).filter(|share| !share.is_zero() && *share <= Decimal::ONE_HUNDRED);
        return share.map(InWords::Percent).ok_or_else(wrong);
    }
    let (hours, full_time_hours) = figures.split_once('/').ok_or_else(wrong)?;
    match (figure(hours), figure(full_time_hours)) {
        (Some(hours), Some(full_time_hours))
            if hours <= full_time_hours && !hours.is_zero() && full_time_hours <= Decimal::from(168) =>
        {
            Ok(InWords::Hours { hours, full_time_hours })
        }
        _ => Err(wrong()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_say_how_much_or_are_refused() {
        let percent = |share: u32| Ok(InWords::Percent(share.into()));
        for (written, expected) in [
            ("Tempo pieno", percent(100)),
            ("Full time", percent(100)),
            ("No", percent(100)),
            ("Part-time 50%", percent(50)),
            ("Tempo parziale 70 % verticale", percent(70)),
            ("Part-time", Ok(InWords::Part)),
            ("Sì", Ok(InWords::Part)),
            ("Turnista", Ok(InWords::Nothing)),
            ("PT 18/36", Ok(InWords::Hours { hours: 18.into(), full_time_hours: 36.into() })),
        ] {
            assert_eq!(in_words(written), expected, "{written}");
        }
        for written in ["18", "50", "8-14", "Part-time 18 ore", "120 %", "36/18", "50 % 18/36"] {
            assert!(in_words(written).is_err(), "{written}");
        }
    }
}
