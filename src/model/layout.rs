//! How the staff tables of a plan are laid out, as far as it was recognised.

use std::ops::Add;

use super::{Meaning, PercentFault};
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
    /// Hours of a year's work, as the settings say.
    Hours,
    /// They cannot be read.
    Unknown(PercentFault),
}

/// What says that bare figures are percentages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Evidence {
    /// The settings.
    Settings,
    /// All of them are too large for fractions.
    Figures,
    /// The header, where not all are too small for it.
    Header,
}
