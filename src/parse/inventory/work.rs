//! The columns of a table that say working time: which of them is the commitment, and what the others say of how much full time is.

use rust_decimal::Decimal;

use super::base::{Agreed, Twice, Written, agreed};
use crate::model::WorkUnit;
use crate::parse::figure::read_precise;
use crate::parse::spans::is_part_of_year;
use crate::source::{Block, Place};
use crate::vocabulary::{Counted, PartOfTime, Stage, WorkHeading, work_heading};

/// The columns of a table that say working time.
#[derive(Debug, Clone)]
pub struct WorkSeen<'t> {
    /// The headers of those of which each may be the commitment: planned hours, or without any, hours of which is not said what they are.
    pub headers: Vec<Place<'t>>,
    /// Whether they are said to be planned.
    pub is_planned: bool,
    /// The header of the column that says the same in parts of full time.
    pub beside: Option<Place<'t>>,
    /// In what the first of them is counted.
    counted: Counted,
    columns: Option<[usize; 2]>,
    part: PartOfTime,
    rows: Vec<SaidTwice<'t>>,
}

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

/// What is known of how much full time is.
#[derive(Debug, Clone)]
pub enum BaseKnown<'t> {
    /// Nothing: no column says it.
    Unsaid,
    /// The header of the hours says it.
    Stated,
    /// The rows say it.
    Shown(BaseSeen<'t>),
    /// The rows do not agree, or on nothing that can be: some of them, with what each would make of it.
    Disputed(Vec<(SaidTwice<'t>, Decimal)>),
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

/// So many times more or less is another mark between thousands and decimals, or another unit.
const TOO_FAR: Decimal = Decimal::TEN;

impl Range {
    fn holds(&self, full: Decimal) -> bool {
        (Decimal::from(self.least)..=Decimal::from(self.most)).contains(&full)
    }
}

impl<'t> WorkSeen<'t> {
    /// The columns that some headers name; none if none of them may be a commitment in hours or days.
    pub fn of(headers: impl Iterator<Item = Place<'t>>) -> Option<Self> {
        let said: Vec<(usize, Place<'t>, WorkHeading)> = headers
            .enumerate()
            .filter_map(|(at, header)| {
                let words = header.words();
                work_heading(&words).filter(|_| !is_part_of_year(&words)).map(|heading| (at, header, heading))
            })
            .collect();
        let amounts =
            |stage| said.iter().filter(move |(.., own)| own.stage == stage && !matches!(own.counted, Counted::Part(_)));
        let is_planned = amounts(Stage::Planned).next().is_some();
        let stage = if is_planned { Stage::Planned } else { Stage::Unsaid };
        let (at, _, own) = *amounts(stage).next()?;
        // Parts of the same stage come first, and those of which is said that they are somebody's.
        let rank = |(part, of): &(PartOfTime, Stage)| {
            (*of != stage, matches!(part, PartOfTime::Month { is_of_person: false }))
        };
        let parts = said.iter().filter_map(|&(at, header, own)| match own.counted {
            Counted::Part(part) if own.stage != Stage::Done => Some((at, header, (part, own.stage))),
            _ => None,
        });
        let parts = parts.filter(|(.., (part, _))| {
            !matches!(
                (own.counted, part),
                (Counted::Amount(Some(WorkUnit::WeeklyHours | WorkUnit::MonthlyHours)), PartOfTime::Month { .. })
            )
        });
        let beside = parts.min_by_key(|(.., part)| rank(part));
        Some(Self {
            headers: amounts(stage).map(|(_, header, _)| *header).collect(),
            is_planned,
            beside: beside.map(|(_, header, _)| header),
            counted: own.counted,
            columns: beside.map(|(part, ..)| [at, part]),
            part: beside.map_or(PartOfTime::Fte, |(.., (part, _))| part),
            rows: Vec::new(),
        })
    }

    /// Whether it is plain that a table of people with these columns is one of commitments.
    pub fn is_telling(&self) -> bool {
        self.is_planned || self.beside.is_some()
    }

    /// The header of the commitment, if no other may be it just as well.
    pub fn commitment(&self) -> Option<Place<'t>> {
        if let [one] = self.headers[..] { Some(one) } else { None }
    }

    /// Takes in a row, if it says both.
    pub fn see(&mut self, row: Block<'t>) {
        let Some([amount, part]) = self.columns else { return };
        let cell = |at: usize| row.cells().nth(at).map(|cell| cell.place);
        let (Some(amount), Some(part)) = (cell(amount), cell(part)) else { return };
        let of_part = match self.part {
            PartOfTime::Month { .. } => Some(WorkUnit::PersonMonths),
            PartOfTime::Fte => Some(WorkUnit::Fte),
            PartOfTime::Year => None,
        };
        let of_amount = if self.unit() == Some(WorkUnit::Days) { WorkUnit::Days } else { WorkUnit::Hours };
        let said = written(amount, Some(of_amount)).zip(written(part, of_part));
        if let Some((of_amount, of_part)) = said {
            self.rows.push(SaidTwice { amount, part, said: Twice { amount: of_amount, part: of_part } });
        }
    }

    /// Takes in the rows of another table with the same header.
    pub fn join(&mut self, other: Self) {
        self.rows.extend(other.rows);
    }

    fn unit(&self) -> Option<WorkUnit> {
        if let Counted::Amount(unit) = self.counted { unit } else { None }
    }

    /// What is known of how much full time is.
    pub fn base(&self) -> BaseKnown<'t> {
        if self.counted == Counted::OfStated {
            return BaseKnown::Stated;
        }
        // Of several columns nobody knows of which the rows speak.
        if self.rows.is_empty() || self.headers.len() > 1 {
            return BaseKnown::Unsaid;
        }
        let is_of_months = matches!(self.part, PartOfTime::Month { .. });
        let ranges: &[Range] = match self.unit() {
            Some(WorkUnit::Days) => &[DAYS],
            Some(WorkUnit::WeeklyHours) => &[WEEK],
            None if !is_of_months => &[YEAR, WEEK],
            _ => &[YEAR],
        };
        // A month's hours are the twelfth of a year's.
        let times = if self.unit() == Some(WorkUnit::MonthlyHours) { 12 } else { 1 };
        let parts = self.part.in_full_time() * times;
        ranges.iter().find_map(|range| self.shown(range, parts)).map_or_else(|| self.disputed(parts), BaseKnown::Shown)
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
    fn disputed(&self, parts: u32) -> BaseKnown<'t> {
        let full = |row: &SaidTwice<'t>| row.said.full(parts).map(|full| full.round_dp(2).normalize());
        let all = || self.rows.iter().filter_map(|row| Some((*row, full(row)?)));
        let mut found: Vec<(SaidTwice<'t>, Decimal)> = all().take(1).collect();
        let first = found.first().map_or(Decimal::ZERO, |(_, full)| *full);
        let farthest = all().max_by_key(|(_, full)| (*full - first).abs());
        found.extend(farthest.filter(|(_, full)| *full != first));
        BaseKnown::Disputed(found)
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
