//! What stands in the documents and was not read, and has to be told.

use std::borrow::Cow;

use rust_decimal::Decimal;

use super::{Percent, WorkUnit};
use crate::source::Place;

/// A column of tables of commitments that is not read: all those of a document below one header.
#[derive(Debug, Clone)]
pub struct UnreadColumn<'t> {
    /// The header, where it is written first.
    pub header: Place<'t>,
    /// What stands in its first cell that could change the figures, otherwise in its first that is not empty.
    pub sample: Place<'t>,
    /// How many of its cells hold something.
    pub cells: usize,
    /// How many hold what could change what the figures mean: dates, periods, hours, numbers, further percentages.
    pub figures: usize,
    /// Whether it is of another year than the plan, or some of its rows are: these do not count, and change nothing.
    pub is_of_other_year: bool,
    /// That full time is another than the working time beside it is counted with, if it shows that.
    pub other_base: Option<OtherBase<'t>>,
}

impl UnreadColumn<'_> {
    /// Whether the totals of its rows are not certain while it stands unread.
    pub fn is_in_doubt(&self) -> bool {
        self.figures > 0 || self.other_base.is_some()
    }
}

/// That full time is another than working time is counted with: a column beside it shows it that says the same in parts of full time.
#[derive(Debug, Clone, Copy)]
pub struct OtherBase<'t> {
    /// The header of the working time.
    pub amounts: Place<'t>,
    /// What a row says that shows it: the working time,
    pub amount: Place<'t>,
    /// and the part of full time that it is.
    pub part: Place<'t>,
    /// How much full time is by that, in hours of a year or a week, or in days.
    pub shown: (WorkUnit, Decimal),
    /// With how much it is counted, likewise.
    pub counted: (WorkUnit, Decimal),
    /// Whether the settings say so; otherwise the header does.
    pub is_of_settings: bool,
    /// How many rows show it, of how many that say both.
    pub agreeing: usize,
    /// See above.
    pub rows: usize,
}

/// Percentages beside a name or a role that stand in no row of commitments.
#[derive(Debug, Clone, Copy)]
pub struct UnaccountedShare<'t> {
    /// The row, or the line.
    pub place: Place<'t>,
    /// The header of its table, or the name above it, if there is one.
    pub header: Option<Place<'t>>,
    /// How many there are.
    pub figures: usize,
}

/// A part of a staff table that is not shown, and does not count.
#[derive(Debug, Clone)]
pub struct NotShown<'t> {
    /// Where it is.
    pub place: Place<'t>,
    /// Why it is not seen.
    pub why: Unseen,
    /// Whose row it is, if the whole row is not shown.
    pub name: Option<Cow<'t, str>>,
    /// What it would add, if that can be read.
    pub percent: Option<Percent>,
    /// What is left out of a cell of which the rest counts.
    pub text: Option<String>,
    /// How many rows it is about.
    pub rows: usize,
}

/// Why a part of a table is not seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unseen {
    /// It is hidden: the row, its column, its worksheet, or the text.
    Hidden,
    /// It is struck through.
    Struck,
}

impl Unseen {
    /// The code of the reason in JSON and in messages.
    pub fn code(self) -> &'static str {
        match self {
            Self::Hidden => "hidden",
            Self::Struck => "struck",
        }
    }
}

/// A file that could not be read, and may hold a part of a plan.
#[derive(Debug, Clone, Copy)]
pub struct UnreadFile<'t> {
    /// Its path.
    pub path: &'t str,
    /// Why it could not be read, by the word for it in data.
    pub reason: &'static str,
}
