//! From when to when a line of a staff file holds, in whichever of its columns it says so.

use super::contracts::{day, period, refuse_either_order};
use super::fault::Fault;
use super::staff_columns::{AL, DAL, FROM, PERIOD, PERIODO, TO};
use super::table::Line;
use crate::identity::is_nothing;
use crate::model::Period;

/// When the contract of a line holds: in one cell, or from a day to another, each in one of two columns.
pub(super) fn period_of(line: &Line) -> Result<Option<Period>, Fault> {
    let english = [line.cell(FROM), line.cell(TO)];
    english.into_iter().flatten().try_for_each(refuse_either_order)?;
    for [one, other] in [[DAL, FROM], [AL, TO], [PERIODO, PERIOD]] {
        if line.cell(one).is_some() && line.cell(other).is_some() {
            return Err(line.twice(one, other));
        }
    }
    let days = period(line.cell(DAL).or(english[0]), line.cell(AL).or(english[1]))?;
    let Some(column) =
        [PERIODO, PERIOD].into_iter().find(|&column| line.cell(column).is_some_and(|own| !is_nothing(own)))
    else {
        return Ok(days);
    };
    if days.is_some() {
        return Err(line.twice(column, if line.cell(DAL).or(line.cell(AL)).is_some() { DAL } else { FROM }));
    }
    in_one_cell(line.cell(column).unwrap_or_default(), column == PERIOD).map(Some)
}

/// `dal 01/03/2026 al 31/12/2026`, `from 2026-03-01`, `01/03/2026 - 31/12/2026`. A day without a year is none.
fn in_one_cell(written: &str, is_english: bool) -> Result<Period, Fault> {
    const BEGINS: [&str; 7] = ["dal", "dall", "da", "from", "since", "start", "starting"];
    const ENDS: [&str; 12] = ["al", "all", "a", "fino", "sino", "to", "until", "till", "through", "-", "–", "—"];
    const ASIDE: [&str; 5] = ["il", "in", "poi", "on", "the"];
    let wrong = || Fault::NotAPeriod(written.to_owned());
    // A line between two days stands alone, but within one it does not.
    let spaced = written.to_lowercase().replace(['–', '—'], " - ").replace('\'', " ");
    let spaced = match spaced.split_once('/').filter(|(from, to)| day(from).is_ok() && day(to).is_ok()) {
        Some((from, to)) => format!("{from} - {to}"),
        None => spaced,
    };
    let glued = |word: &str| {
        let at = word
            .match_indices('-')
            .map(|(at, _)| at)
            .find(|&at| day(&word[..at]).is_ok() && day(&word[at + 1..]).is_ok());
        at.map(|at| [word[..at].to_owned(), "-".to_owned(), word[at + 1..].to_owned()])
    };
    let words = spaced.split_whitespace();
    let words: Vec<String> = words.flat_map(|word| glued(word).map_or(vec![word.to_owned()], Vec::from)).collect();
    let mut ends: [Option<&str>; 2] = [None, None];
    let (mut next, mut has_english) = (0, is_english);
    for word in &words {
        match word.as_str() {
            word if BEGINS.contains(&word) => next = 0,
            word if ENDS.contains(&word) => next = 1,
            word if ASIDE.contains(&word) => {}
            word if day(word).is_ok() && ends[next].is_none() => ends[next] = Some(word),
            _ => return Err(wrong()),
        }
        has_english |= matches!(word.as_str(), "from" | "to" | "until" | "since" | "through");
    }
    if has_english {
        ends.into_iter().flatten().try_for_each(refuse_either_order)?;
    }
    period(ends[0], ends[1])?.ok_or_else(wrong)
}

#[cfg(test)]
mod tests {
    use jiff::civil::Date;

    use super::*;

    #[test]
    fn a_period_in_one_cell_is_from_a_day_to_another() {
        for (written, from, to) in [
            ("dal 01/03/2024 al 31/12/2024", "2024-03-01", "2024-12-31"),
            ("01/03/2024 - 31/12/2024", "2024-03-01", "2024-12-31"),
            ("1.3.2024–31.12.2024", "2024-03-01", "2024-12-31"),
            ("2024-03-01/2024-12-31", "2024-03-01", "2024-12-31"),
            ("01/03/2024-31/12/2024", "2024-03-01", "2024-12-31"),
            ("dall'1/3/2024", "2024-03-01", "9999-12-31"),
            ("from 2024-03-01 to 2024-12-31", "2024-03-01", "2024-12-31"),
        ] {
            let own = in_one_cell(written, false).unwrap_or_else(|fault| panic!("{written}: {fault}"));
            assert_eq!([own.from().to_string(), own.to().to_string()], [from, to], "{written}");
        }
        assert_eq!(in_one_cell("fino al 30/06/2024", false).unwrap().from(), Date::MIN);
        for written in [
            "dal 01/03 al 31/12",
            "2024",
            "01/2024",
            "marzo 2024",
            "dal 1/3/2024 dal 2/3/2024",
            "01/03/2024 31/12/2024",
            "dal",
            "2024-03",
        ] {
            assert!(matches!(in_one_cell(written, false), Err(Fault::NotAPeriod(_))), "{written}");
        }
        assert!(in_one_cell("from 01/03/2024 to 31/12/2024", false).is_err());
        assert!(in_one_cell("01/03/2024 - 31/12/2024", true).is_err());
    }
}
