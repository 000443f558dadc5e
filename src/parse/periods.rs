//! When a row of a table of commitments holds: what its cells say of it.

use std::num::NonZeroU32;

use super::columns::Columns;
use super::dates::{Said, date, period};
use crate::model::{Days, Period, PeriodFault};
use crate::source::Place;
use crate::vocabulary::{
    PartOfYear, PeriodWord, counts_months, names_month, period_word, says_open_end, says_whole_year,
};

/// What is written of when a row holds, and where.
#[derive(Debug, Clone, Copy)]
pub struct RowPeriod<'t> {
    /// What it says.
    pub said: Result<Said, PeriodFault>,
    /// Where; and where its end is written, if that is another cell.
    pub place: Place<'t>,
    pub end: Option<Place<'t>>,
    /// The number of its table among those of the document.
    pub table: usize,
}

impl<'t> RowPeriod<'t> {
    /// The period, in the plan of a year, if that is known.
    ///
    /// # Errors
    ///
    /// It cannot be read when the row holds, and for what is written where.
    pub fn period(&self, year: Option<u16>) -> Result<Period, (PeriodFault, Place<'t>)> {
        let said = self.said.map_err(|fault| (fault, self.place))?;
        said.period(year).map_err(|fault| {
            let begins = || Said { to: None, months: None, ..said }.period(year).is_ok();
            let of_end = self.end.filter(|_| fault == PeriodFault::NotADate && begins());
            (fault, of_end.unwrap_or(self.place))
        })
    }
}

/// The number of a row's period among those of its document, from 1 on.
pub type PeriodNumber = NonZeroU32;

/// The cells of a row that say when it holds.
#[derive(Debug, Clone, Copy, Default)]
pub struct PeriodCells<'t> {
    /// From when.
    pub from: Option<Place<'t>>,
    /// Until when.
    pub to: Option<Place<'t>>,
    /// Both, or the month.
    pub period: Option<Place<'t>>,
    /// For how many months.
    pub duration: Option<Place<'t>>,
    /// The parts of the year that the header of the periods names.
    pub part: Option<PartOfYear>,
}

impl<'t> PeriodCells<'t> {
    /// Where the cell of a column is kept, if it is one of these.
    pub fn column(&mut self, columns: &Columns, at: usize) -> Option<&mut Option<Place<'t>>> {
        let (when, at) = (columns.when, u8::try_from(at).ok());
        match () {
            () if at.is_none() => None,
            () if at == when.from => Some(&mut self.from),
            () if at == when.to => Some(&mut self.to),
            () if at == when.period => Some(&mut self.period),
            () if at == when.duration => Some(&mut self.duration),
            () => None,
        }
    }

    /// What they say, and which cell says it, in a table with a number; none where nothing is written in any of them.
    pub fn read(self, table: usize) -> Option<RowPeriod<'t>> {
        let written = |cell: Option<Place<'t>>| cell.filter(|cell| cell.raw().contains(char::is_alphanumeric));
        let [from, to, whole, duration] = [self.from, self.to, self.period, self.duration].map(written);
        let place = from.or(to).or(whole).or(duration)?;
        let said = match (whole, from, to) {
            (Some(whole), None, None) => period(&whole.words(), self.part).map_err(|fault| (fault, whole)),
            // Two columns, of which one says it all: nobody can tell which holds.
            (Some(whole), ..) => Err((PeriodFault::TwoEnds, whole)),
            (None, None, None) => Ok(Said::YEAR),
            (None, from, to) => from_to(from, to),
        };
        let said = said.and_then(|said| match duration {
            None => Ok(said),
            Some(cell) => lasting(said, cell, place.offset() == cell.offset()).map_err(|fault| (fault, cell)),
        });
        Some(match said {
            Ok(said) => RowPeriod { said: Ok(said), place, end: to, table },
            Err((fault, place)) => RowPeriod { said: Err(fault), place, end: None, table },
        })
    }
}

/// What is said of a period beside a name: alone in brackets, `(dal 01/07)`, `(luglio-dicembre)`, it is when the row holds. What speaks of a
/// day otherwise, `(assunta il 01/07)`, may be of something else. A number or a year alone, or a part-timer's hours, say nothing of it.
pub fn beside_name(name: Place<'_>) -> Option<Result<Said, PeriodFault>> {
    if !may_speak_of_days(name) {
        return None;
    }
    let words = name.words();
    let stated = in_brackets(&words).find_map(alone);
    stated.map(Ok).or_else(|| speaks_of_days(&words).then_some(Err(PeriodFault::Beside))).filter(is_less_than_a_year)
}

/// What is said of a period beside a role: it may be that of a contract, or of an absence.
pub fn beside_role(role: Place<'_>) -> Option<Result<Said, PeriodFault>> {
    let words = may_speak_of_days(role).then(|| role.words()).filter(|words| speaks_of_days(words))?;
    let behind = words.match_indices(' ').map(|(at, _)| &words[at + 1..]);
    let stated = in_brackets(&words).chain(behind).chain([&*words]).find_map(alone);
    // That of a whole year changes nothing, whatever it is of.
    Some(stated.ok_or(PeriodFault::Beside)).filter(is_less_than_a_year).map(|_| Err(PeriodFault::Beside))
}

/// What is said of a period right behind the code of a project: `2024_PD_0411 (dal 01/07)`, or in its place.
pub fn beside_code(written: Place<'_>) -> Option<Result<Said, PeriodFault>> {
    let words = may_speak_of_days(written).then(|| written.words())?;
    let behind = words.split_once(' ').map_or(&*words, |(_, behind)| behind).trim_start();
    let stated = in_brackets(behind).next().filter(|_| behind.starts_with(['(', '['])).and_then(alone);
    stated.or_else(|| alone(&words)).map(Ok).filter(is_less_than_a_year).map(|_| Err(PeriodFault::Beside))
}

/// Whether a text may speak of a day at all: most do not.
fn may_speak_of_days(place: Place<'_>) -> bool {
    let raw = place.raw();
    raw.contains(|c: char| c.is_ascii_digit()) || names_month(raw) || raw.contains("estre")
}

/// What stands in brackets in a text.
pub fn in_brackets(text: &str) -> impl Iterator<Item = &str> {
    text.split(['(', '[']).skip(1).filter_map(|rest| rest.split([')', ']']).next())
}

/// The period that a text states, if it states nothing else and says by a word, or by both its ends, that it is one.
pub fn alone(text: &str) -> Option<Said> {
    let said = period(text.trim(), None).ok().filter(|said| *said != Said::YEAR)?;
    let lower = text.to_lowercase();
    let first =
        lower.split(|c: char| c.is_whitespace() || matches!(c, '\'' | '\u{2019}')).find(|word| !word.is_empty())?;
    let is_said = matches!(period_word(first), Some(PeriodWord::From | PeriodWord::To));
    let has_both = said.from.is_some() && said.to.is_some() && said.from != said.to;
    (is_said || has_both).then_some(said)
}

/// Whether a text speaks of a day, or of a month with a word for from when or until when.
fn speaks_of_days(text: &str) -> bool {
    let lower = text.to_lowercase().replace(['\'', '\u{2019}'], " ");
    let words: Vec<&str> =
        lower.split(|c: char| c.is_whitespace() || "()[];:,".contains(c)).filter(|word| !word.is_empty()).collect();
    // As they are written: there may be no such day.
    let parts =
        |word: &str| word.split(['/', '.', '-']).filter(|part| part.bytes().all(|byte| byte.is_ascii_digit())).count();
    let is_whole_day = |word: &str| parts(word) == 3 && word.len() >= 6 && word.matches(['/', '.', '-']).count() == 2;
    let is_told = |word: &str| word == "il" || matches!(period_word(word), Some(PeriodWord::From | PeriodWord::To));
    let is_short_day = |word: &str| word.contains('/') && parts(word) == 2 || word.contains('.') && date(word).is_ok();
    let is_day = |word: &str| is_whole_day(word) || is_short_day(word) || names_month(word);
    let tells = words.windows(2).any(|two| is_told(two[0]) && is_day(two[1]));
    let of_month = words.windows(3).any(|three| is_told(three[0]) && names_month(three[2]));
    words.iter().any(|word| is_whole_day(word))
        || tells
        || of_month
        || in_brackets(&lower).any(|own| alone(own).is_some())
}

/// Whether what is said leaves a day of the year out, as far as it can be told without its year.
fn is_less_than_a_year(said: &Result<Said, PeriodFault>) -> bool {
    const ANY: u16 = 2024;
    let Ok(said) = said else { return true };
    let year = said.years().next().and_then(|year| u16::try_from(year).ok()).unwrap_or(ANY);
    said.period(Some(year)).ok().and_then(|period| period.within(year)) != Some(Days::of_year(year))
}

/// What two cells say of beginning and end. One alone may say all of it.
fn from_to<'t>(from: Option<Place<'t>>, to: Option<Place<'t>>) -> Result<Said, (PeriodFault, Place<'t>)> {
    if let (Some(only), None) | (None, Some(only)) = (from, to) {
        let words = only.words();
        if says_open_end(&words) && from.is_none() {
            return Ok(Said::YEAR);
        }
        return match date(&words) {
            Ok(day) if from.is_some() => Ok(Said { from: Some(day), ..Said::YEAR }),
            Ok(day) => Ok(Said { to: Some(day), ..Said::YEAR }),
            Err(_) => period(&words, None).map_err(|fault| (fault, only)),
        };
    }
    let end = |cell: Option<Place<'t>>, of: fn(Said) -> Option<_>| {
        let Some(cell) = cell else { return Ok(None) };
        let words = cell.words();
        if says_open_end(&words) || says_whole_year(&words) {
            return Ok(None);
        }
        // *dal 1/3* below *Dal*
        date(&words)
            .or_else(|fault| period(&words, None).and_then(|said| of(said).ok_or(fault)))
            .map(Some)
            .map_err(|fault| (fault, cell))
    };
    Ok(Said { from: end(from, |said| said.from)?, to: end(to, |said| said.to)?, months: None })
}

/// The same, for as many months as a cell says. Twelve without a beginning are the year; others nobody can place.
fn lasting(said: Said, cell: Place<'_>, is_alone: bool) -> Result<Said, PeriodFault> {
    let lower = cell.words().to_lowercase();
    let mut words = lower.split_whitespace();
    let months = words.next().and_then(|number| number.parse::<i8>().ok()).filter(|months| *months > 0);
    let is_all = words.all(counts_months);
    match months.filter(|_| is_all) {
        // The column may hold periods after all.
        None if is_alone => period(&lower, None),
        None => Err(PeriodFault::NotADate),
        Some(12) if said == Said::YEAR => Ok(said),
        Some(_) if said.from.is_none() => Err(PeriodFault::NoBeginning),
        // Both an end and how long it is: they must say the same.
        Some(months) if said.to.is_some() => said.lasts(months).then_some(said).ok_or(PeriodFault::TwoEnds),
        months => Ok(Said { months, ..said }),
    }
}
