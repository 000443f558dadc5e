//! How the staff tables of a plan are laid out, as far as it was recognised.

use std::ops::Add;

use super::{FullTime, Meaning, Percent, PercentFault, WorkUnit};
use crate::source::Place;

/// The header of staff tables: all those of a document that are written alike.
#[derive(Debug, Clone)]
pub struct Header<'t> {
    /// Where the first of them is.
    pub place: Place<'t>,
    /// Its cells, and what each of them means, if that is known.
    pub columns: Vec<(Place<'t>, Option<Meaning>)>,
    /// How often it stands in the document.
    pub count: usize,
    /// Whether it is that of a matrix: a column for each project, or for each person.
    pub is_matrix: bool,
}

/// A row that a recipe of the settings says to be the header of a table.
#[derive(Debug, Clone, Copy)]
pub struct RecipeUse<'t> {
    /// The number of the recipe among those of the settings.
    pub recipe: usize,
    /// The row.
    pub header: Place<'t>,
    /// What became of it.
    pub fate: RecipeFate,
}

/// What became of a recipe of the settings at a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RecipeFate {
    /// The table is read by it.
    Used,
    /// Its header is written otherwise than that of a table which is read by it: it may be another.
    Other,
    /// The row has no such column.
    NoColumn(Meaning),
    /// The row is one of data.
    Data,
}

/// A matrix of which nothing but the figures themselves says that they are percentages: no sign, no heading, no total.
#[derive(Debug, Clone, Copy)]
pub struct AssumedScale<'t> {
    /// The heading of its first column of figures.
    pub header: Place<'t>,
    /// How many figures there are.
    pub figures: usize,
}

/// A total that is not what its figures make.
#[derive(Debug, Clone, Copy)]
pub struct UnequalTotal<'t> {
    /// What is written.
    pub place: Place<'t>,
    /// Of what row or column it is the total.
    pub of: Place<'t>,
    /// Whether that is a person.
    pub is_of_person: bool,
    /// What the figures make; none if they are no percentages as they are written.
    pub sum: Option<Percent>,
    /// How many rows make it, where it is the total of rows that each have one figure.
    pub rows: Option<usize>,
}

/// What stands apart from rows and states a period that is less than the year of the plan.
#[derive(Debug, Clone, Copy)]
pub struct PeriodApart<'t> {
    /// What is written.
    pub place: Place<'t>,
    /// Of how many rows it may be that say nothing of when they hold.
    pub rows: usize,
    /// The sheet on which all of these stand, an index into [`Plan::sheets`](super::Plan::sheets); none if they stand on several.
    pub sheet: Option<usize>,
}

impl PeriodApart<'_> {
    /// The same, behind so many sheets of other documents.
    #[must_use]
    pub fn behind(self, sheets: usize) -> Self {
        Self { sheet: self.sheet.map(|sheet| sheets + sheet), ..self }
    }
}

/// A column of shares: all figures of a document below one header.
#[derive(Debug, Clone)]
pub struct ShareColumn<'t> {
    /// The header, where it is written first.
    pub header: Option<Place<'t>>,
    /// How many of its figures have a percent sign.
    pub signed: usize,
    /// How many have none.
    pub bare: usize,
    /// What those without a sign are.
    pub scale: Scale,
    /// Whether its header is a part of the year, and says nothing of shares.
    pub has_spans: bool,
}

/// What became of the figures with a percent sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Percentages {
    /// Those in rows that count.
    pub accepted: usize,
    /// Those in rows that do not.
    pub rejected: usize,
    /// Those elsewhere: in summaries, indicators, budgets, texts.
    pub elsewhere: usize,
    /// Those beside a name or a role, in no row.
    pub unaccounted: usize,
}

impl Percentages {
    /// All of them.
    pub fn seen(self) -> usize {
        self.accepted + self.rejected + self.elsewhere + self.unaccounted
    }
}

impl Add for Percentages {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self {
            accepted: self.accepted + other.accepted,
            rejected: self.rejected + other.rejected,
            elsewhere: self.elsewhere + other.elsewhere,
            unaccounted: self.unaccounted + other.unaccounted,
        }
    }
}

/// What bare figures are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scale {
    /// Percentages.
    Percent(Evidence),
    /// Fractions of one, as the settings say.
    Fraction,
    /// Working time in this unit, of which so much is all of it.
    Work(WorkUnit, FullTime, Evidence),
    /// They cannot be read.
    Unknown(PercentFault),
}

/// What says what bare figures are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Evidence {
    /// The settings.
    Settings,
    /// All of them are too large for fractions.
    Figures,
    /// The header; of percentages, where not all are too small for it.
    Header,
}
