//! How much full time is, as the rows of a table show it that say working time twice: in hours or days, and in parts of full time.

use rust_decimal::Decimal;

use super::base::{Agreed, Twice, Written, agreed};
use crate::model::{FullTime, WorkUnit};
use crate::parse::figure::read_precise;
use crate::source::Place;
use crate::vocabulary::PartOfTime;

/// What a row says twice, and where.
#[derive(Debug, Clone, Copy)]
pub struct SaidTwice<'t> {
    /// The hours, or days.
    pub amount: Place<'t>,
    /// The part of full time.
    pub part: Place<'t>,
    /// Both.
    said: Twice,
}

/// How much full time is, as the rows of a table say it.
#[derive(Debug, Clone)]
pub struct BaseSeen<'t> {
    /// Of which unit.
    pub unit: WorkUnit,
    /// How much it is.
    pub full: Decimal,
    /// A row that says so.
    pub row: SaidTwice<'t>,
    /// How many rows say so, of how many that say both.
    pub agreeing: usize,
    /// See above.
    pub rows: usize,
    /// Whether they do so only within what was rounded.
    pub is_rounded: bool,
}

/// How much of a unit can be all of somebody's time, and how much is customary: 36 hours on 43 weeks, 1720 hours and 215 days of the European
/// Union's projects, 1500 hours of universities.
struct Range {
    unit: WorkUnit,
    least: i64,
    most: i64,
    customary: &'static [i64],
}

const YEAR: Range = Range {
    unit: WorkUnit::Hours,
    least: 1000,
    most: 2400,
    customary: &[1500, 1512, 1548, 1600, 1650, 1680, 1720, 1760, 1800, 1872, 2080],
};
const WEEK: Range = Range { unit: WorkUnit::WeeklyHours, least: 18, most: 48, customary: &[36, 40] };
const DAYS: Range = Range { unit: WorkUnit::Days, least: 150, most: 260, customary: &[215, 220] };
const RANGES: [Range; 3] = [YEAR, WEEK, DAYS];

/// So many times more or less is another mark between thousands and decimals, or another unit.
const TOO_FAR: Decimal = Decimal::TEN;

impl Range {
    fn holds(&self, full: Decimal) -> bool {
        (Decimal::from(self.least)..=Decimal::from(self.most)).contains(&full)
    }

    fn is_usual(&self, full: Decimal) -> bool {
        self.customary.iter().any(|usual| Decimal::from(*usual) == full)
    }
}

/// The rows of a table that say working time twice.
#[derive(Debug, Clone)]
pub struct RowsTwice<'t> {
    /// In what their amounts are counted, if that is said.
    unit: Option<WorkUnit>,
    part: PartOfTime,
    rows: Vec<SaidTwice<'t>>,
}

impl<'t> RowsTwice<'t> {
    /// None so far.
    pub fn new(unit: Option<WorkUnit>, part: PartOfTime) -> Self {
        Self { unit, part, rows: Vec::new() }
    }

    /// Takes in a row, if both its cells are figures.
    pub fn see(&mut self, amount: Place<'t>, part: Place<'t>) {
        let of_part = match self.part {
            PartOfTime::Month { .. } => Some(WorkUnit::PersonMonths),
            PartOfTime::Fte => Some(WorkUnit::Fte),
            PartOfTime::Year => None,
        };
        let of_amount = if self.unit == Some(WorkUnit::Days) { WorkUnit::Days } else { WorkUnit::Hours };
        let said = written(amount, Some(of_amount)).zip(written(part, of_part));
        if let Some((of_amount, of_part)) = said {
            self.rows.push(SaidTwice { amount, part, said: Twice { amount: of_amount, part: of_part } });
        }
    }

    /// Takes in those of another table.
    pub fn join(&mut self, other: Self) {
        self.rows.extend(other.rows);
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// How many parts are all of somebody's time: a month's hours are the twelfth of a year's.
    fn parts(&self) -> u32 {
        let times = if self.unit == Some(WorkUnit::MonthlyHours) { 12 } else { 1 };
        self.part.in_full_time() * times
    }

    /// What they say of full time, if they agree.
    pub fn base(&self) -> Option<BaseSeen<'t>> {
        let is_of_months = matches!(self.part, PartOfTime::Month { .. });
        let ranges: &[Range] = match self.unit {
            Some(WorkUnit::Days) => &[DAYS],
            Some(WorkUnit::WeeklyHours) => &[WEEK],
            None if !is_of_months => &[YEAR, WEEK],
            _ => &[YEAR],
        };
        ranges.iter().find_map(|range| self.shown(range, self.parts()))
    }

    /// What they say of full time, where it cannot be so much as it is taken to be, whatever was rounded. Equal parts beside all amounts may
    /// be those of something else, if they make nothing that is customary: how long a project is, how much of a position somebody has.
    pub fn other_than(&self, full: FullTime) -> Option<BaseSeen<'t>> {
        let seen = self.base()?;
        let parts = self.parts();
        let agreeing = || self.rows.iter().filter(|row| row.said.may_be_of(seen.full, parts, true));
        let first = agreeing().next()?;
        let is_of_persons = self.part == PartOfTime::Month { is_of_person: true };
        let is_customary = || RANGES.iter().any(|range| range.unit == seen.unit && range.is_usual(seen.full));
        let differ = || agreeing().any(|row| row.said.part.value != first.said.part.value);
        if !(is_of_persons || is_customary() || differ()) {
            return None;
        }
        // Of a month's hours the base is divided by twelve.
        let counted = self.part.in_full_time() * u32::try_from(full.parts).ok()?;
        // Half an hour is nothing of a year; of a week or in days, what agrees to the letter was not rounded.
        let is_amount_rounded = seen.is_rounded || seen.unit == WorkUnit::Hours;
        // Nobody rounds equivalents to whole ones: the nought of `1,0` is missing. Months are.
        let is_exact = !matches!(self.part, PartOfTime::Month { .. });
        let decimals =
            self.rows.iter().filter(|_| is_exact).map(|row| row.said.part.decimals).max().unwrap_or_default();
        let is_out = |row: &&SaidTwice<'t>| {
            let Twice { amount, part } = row.said;
            let said = Twice { amount, part: Written { decimals: part.decimals.max(decimals), ..part } };
            !said.may_be_of(full.amount, counted, is_amount_rounded)
        };
        let first = agreeing().find(|row| row.said == seen.row.said).filter(is_out);
        let row = *first.or_else(|| agreeing().find(is_out))?;
        Some(BaseSeen { row, ..seen })
    }

    fn shown(&self, range: &Range, parts: u32) -> Option<BaseSeen<'t>> {
        let customary: Vec<Decimal> = range.customary.iter().copied().map(Decimal::from).collect();
        let said: Vec<Twice> = self.rows.iter().map(|row| row.said).collect();
        let Agreed { full, rows: agreeing, is_rounded } =
            agreed(&said, parts, &customary).filter(|found| range.holds(found.full))?;
        // Whoever is off by far more than a slip reads `1,720` otherwise than it is meant.
        if said.iter().filter_map(|own| own.full(parts)).any(|own| own * TOO_FAR < full || own > full * TOO_FAR) {
            return None;
        }
        // The row that says it most nearly.
        let far = |row: &&SaidTwice<'t>| row.said.full(parts).map_or(Decimal::MAX, |own| (own - full).abs());
        let row = *self.rows.iter().min_by_key(far)?;
        let (unit, rows) = (range.unit, self.rows.len());
        Some(BaseSeen { unit, full, row, agreeing, rows, is_rounded })
    }

    /// The first row, and that which differs most from it, with what each would make of it.
    pub fn disputed(&self) -> Vec<(SaidTwice<'t>, Decimal)> {
        let parts = self.parts();
        let full = |row: &SaidTwice<'t>| row.said.full(parts).map(|full| full.round_dp(2).normalize());
        let all = || self.rows.iter().filter_map(|row| Some((*row, full(row)?)));
        let mut found: Vec<(SaidTwice<'t>, Decimal)> = all().take(1).collect();
        let first = found.first().map_or(Decimal::ZERO, |(_, full)| *full);
        let farthest = all().max_by_key(|(_, full)| (*full - first).abs());
        found.extend(farthest.filter(|(_, full)| *full != first));
        found
    }
}

/// A figure above nothing, perhaps with its unit beside it; of full-time equivalents also in percent.
fn written(cell: Place<'_>, unit: Option<WorkUnit>) -> Option<Written> {
    let words = cell.words();
    let percent = words.trim_end().strip_suffix('%').map(str::trim_end);
    let figure = match percent {
        Some(figure) if unit == Some(WorkUnit::Fte) => figure,
        Some(_) => return None,
        None => &words,
    };
    let (value, _) = read_precise(figure, unit).ok().filter(|(value, _)| *value > Decimal::ZERO)?;
    let digits = |rest: &str| rest.bytes().take_while(u8::is_ascii_digit).count();
    let decimals = figure.rsplit_once([',', '.']).map_or(0, |(_, rest)| digits(rest));
    let decimals = u32::try_from(decimals).ok()?;
    Some(match percent {
        Some(_) => Written { value: value / Decimal::ONE_HUNDRED, decimals: decimals + 2 },
        None => Written { value, decimals },
    })
}
