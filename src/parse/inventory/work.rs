//! The columns of a table that say working time: which of them is the commitment, and what the others say of how much full time is.

use rust_decimal::Decimal;

use super::twice::{BaseSeen, RowsTwice, SaidTwice};
use crate::model::WorkUnit;
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
    twice: RowsTwice<'t>,
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
        let unit = if let Counted::Amount(unit) = own.counted { unit } else { None };
        Some(Self {
            headers: amounts(stage).map(|(_, header, _)| *header).collect(),
            is_planned,
            beside: beside.map(|(_, header, _)| header),
            counted: own.counted,
            columns: beside.map(|(part, ..)| [at, part]),
            twice: RowsTwice::new(unit, beside.map_or(PartOfTime::Fte, |(.., (part, _))| part)),
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
        self.twice.see(amount, part);
    }

    /// Takes in the rows of another table with the same header.
    pub fn join(&mut self, other: Self) {
        self.twice.join(other.twice);
    }

    /// What is known of how much full time is.
    pub fn base(&self) -> BaseKnown<'t> {
        if self.counted == Counted::OfStated {
            return BaseKnown::Stated;
        }
        // Of several columns nobody knows of which the rows speak.
        if self.twice.is_empty() || self.headers.len() > 1 {
            return BaseKnown::Unsaid;
        }
        self.twice.base().map_or_else(|| BaseKnown::Disputed(self.twice.disputed()), BaseKnown::Shown)
    }
}
