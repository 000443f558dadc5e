//! When a row of a table of commitments holds: what its cells say of it.

use std::num::NonZeroU32;

use super::columns::Columns;
use super::dates::{Said, date, period};
use crate::model::{Period, PeriodFault};
use crate::source::Place;
use crate::vocabulary::{PartOfYear, begins_period, counts_months, names_month, says_open_end, says_whole_year};

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

/// What is said of a period beside something else, in brackets or behind it: `(dal 01/07)`, `fino al 30/06/2024`. A number alone, a year
/// or a part-timer's hours say nothing of it.
pub fn stated_beside(place: Place<'_>) -> Option<Result<Said, PeriodFault>> {
    if !place.raw().contains(|c: char| c.is_ascii_digit()) && !names_month(place.raw()) {
        return None;
    }
    let lower = place.words().to_lowercase();
    let bracketed = lower.split(['(', '[']).skip(1).filter_map(|rest| rest.split([')', ']']).next());
    let bare = lower.split(['(', '[']).next().unwrap_or_default();
    let begins = |at: &usize| begins_period(bare[*at..].split_whitespace().next().unwrap_or_default());
    let words = bare.match_indices(char::is_whitespace).map(|(at, space)| at + space.len());
    let behind = words.into_iter().find(begins).map(|at| &bare[at..]);
    bracketed.chain(behind).find_map(|text| {
        let is_range = || text.trim_start().starts_with(|c: char| c.is_ascii_digit()) && text.contains('/');
        let is_told = text.split_whitespace().next().is_some_and(begins_period);
        match period(text.trim(), None) {
            Ok(said) if is_told || (is_range() && said.from.is_some() && said.to.is_some()) => Some(Ok(said)),
            // *Dal 2° piano* is none.
            Err(fault) if is_told && (text.contains('/') || names_month(text)) => Some(Err(fault)),
            _ => None,
        }
    })
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
        months => Ok(Said { months, ..said }),
    }
}
