//! What bare figures are: decided for a column over the whole document, since no single table tells.

use super::figure::{Figure, read_fraction, read_hours};
use crate::model::{Evidence, Percent, PercentFault, Scale, ShareColumn};
use crate::settings::{LayoutSettings, PercentScale};
use crate::source::Place;
use crate::vocabulary::Unit;

/// A column of shares: all that stand below one header, in whichever tables.
#[derive(Debug)]
struct Column<'t> {
    /// The letters of the header.
    key: String,
    /// The header, where it is written first.
    header: Option<Place<'t>>,
    /// What the header says of its figures.
    unit: Unit,
    /// How many figures have a percent sign.
    signed: usize,
    /// How many have none.
    bare: usize,
    /// Whether one of these is above one, above ten, not whole.
    above_one: bool,
    above_ten: bool,
    not_whole: bool,
}

/// The columns of shares of a document.
#[derive(Debug)]
pub struct Columns<'t> {
    columns: Vec<Column<'t>>,
    layout: &'t LayoutSettings,
}

impl<'t> Columns<'t> {
    /// None so far; what the settings say of figures holds for all.
    pub fn new(layout: &'t LayoutSettings) -> Self {
        Self { columns: Vec::new(), layout }
    }

    /// The number of the column with a header.
    pub fn of(&mut self, key: String, header: Option<Place<'t>>, unit: Unit) -> usize {
        if let Some(known) = self.columns.iter().position(|column| column.key == key) {
            return known;
        }
        let (signed, bare) = (0, 0);
        let (above_one, above_ten, not_whole) = (false, false, false);
        self.columns.push(Column { key, header, unit, signed, bare, above_one, above_ten, not_whole });
        self.columns.len() - 1
    }

    /// Takes in what a cell of a column holds.
    pub fn see(&mut self, column: usize, figure: Result<Figure, PercentFault>) {
        let Some(column) = self.columns.get_mut(column) else { return };
        let figure = match figure {
            Ok(figure) if figure.signed => return column.signed += 1,
            Ok(figure) => figure,
            // It has too many decimals for a percentage, and may be a fraction.
            Err(PercentFault::TooFine) => return column.bare += 1,
            Err(_) => return,
        };
        column.bare += 1;
        column.above_one |= figure.percent > ONE;
        column.above_ten |= figure.percent > TEN;
        column.not_whole |= figure.percent.millionths() % 1_000_000 != 0;
    }

    /// The share that a cell of a column holds.
    pub fn share(
        &self,
        column: usize,
        cell: Place<'_>,
        figure: Result<Figure, PercentFault>,
    ) -> Result<Percent, PercentFault> {
        if let Ok(Figure { percent, signed: true }) = figure {
            return Ok(percent);
        }
        let written = cell.words();
        match (self.scale(column), self.layout.hours()) {
            (Scale::Hours, Some(hours)) => read_hours(&written, hours),
            (Scale::Fraction, _) => read_fraction(&written),
            (Scale::Unknown(doubt), _) => figure.and(Err(doubt)),
            _ => figure.map(|figure| figure.percent),
        }
    }

    /// What the bare figures of a column are.
    fn scale(&self, column: usize) -> Scale {
        let Some(column) = self.columns.get(column) else { return Scale::Unknown(PercentFault::NoSign) };
        let counts_hours = self.layout.hours().is_some();
        match (column.unit, self.layout.scale()) {
            (Unit::Hours, _) if counts_hours => Scale::Hours,
            (Unit::Unstated, _) if counts_hours && column.signed == 0 => Scale::Hours,
            (Unit::Hours | Unit::Days, _) => Scale::Unknown(PercentFault::Time),
            (_, Some(PercentScale::Percent)) => Scale::Percent(Evidence::Settings),
            (_, Some(PercentScale::Fraction)) => Scale::Fraction,
            (_, None) => column.scale(),
        }
    }

    /// What is known of the columns, in the order in which they begin.
    pub fn known(&self) -> Vec<ShareColumn<'t>> {
        let columns = self.columns.iter().enumerate();
        let known = columns.map(|(number, column)| ShareColumn {
            header: column.header,
            signed: column.signed,
            bare: column.bare,
            scale: self.scale(number),
        });
        known.collect()
    }
}

/// What no fraction exceeds, if nobody works more than a little over.
const ONE: Percent = Percent::from_whole(1);
/// What no fraction exceeds at all.
const TEN: Percent = Percent::from_whole(10);

impl Column<'_> {
    /// Another cell says percent, or the column cannot hold fractions of one: then so are the bare figures. Where
    /// the header says it, several figures of which none is above one, and not all are whole, may still be fractions.
    fn scale(&self) -> Scale {
        if self.signed > 0 {
            return Scale::Percent(Evidence::Sign);
        }
        if self.above_ten || (self.above_one && !self.not_whole) {
            return Scale::Percent(Evidence::Figures);
        }
        match self.unit {
            Unit::Percent if self.bare > 1 && !self.above_one && self.not_whole => {
                Scale::Unknown(PercentFault::UnknownScale)
            }
            Unit::Percent => Scale::Percent(Evidence::Header),
            _ => Scale::Unknown(PercentFault::NoSign),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::read_figure;

    fn scale(unit: Unit, texts: &[&str]) -> Scale {
        let layout = LayoutSettings::default();
        let mut columns = Columns::new(&layout);
        let column = columns.of("impegno".to_owned(), None, unit);
        for text in texts {
            columns.see(column, read_figure(text));
        }
        columns.scale(column)
    }

    #[test]
    fn bare_figures_are_percentages_only_where_something_says_so() {
        let unstated = |texts| scale(Unit::Unstated, texts);
        assert_eq!(unstated(&["3", "92,00 %"]), Scale::Percent(Evidence::Sign), "another cell says percent");
        assert_eq!(unstated(&["3", "92"]), Scale::Percent(Evidence::Figures), "whole figures");
        assert_eq!(unstated(&["0,5", "40"]), Scale::Percent(Evidence::Figures), "too large for a fraction");
        assert_eq!(unstated(&["1"]), Scale::Unknown(PercentFault::NoSign), "a hundredth or the whole");
        assert_eq!(unstated(&["0,5", "0,5"]), Scale::Unknown(PercentFault::NoSign), "half a percent or a half");
        assert_eq!(unstated(&["0,5", "1,5"]), Scale::Unknown(PercentFault::NoSign), "fractions of somebody over");
    }

    #[test]
    fn a_heading_that_says_percent_may_stand_above_fractions() {
        let percent = |texts| scale(Unit::Percent, texts);
        assert_eq!(percent(&["0,5"]), Scale::Percent(Evidence::Header), "one figure proves nothing against the header");
        assert_eq!(percent(&["1", "1"]), Scale::Percent(Evidence::Header));
        assert_eq!(percent(&["0,5", "1,5"]), Scale::Percent(Evidence::Header));
        assert_eq!(percent(&["0,03", "3,00 %"]), Scale::Percent(Evidence::Sign));
        assert_eq!(percent(&["0,03", "0,92", "0,05"]), Scale::Unknown(PercentFault::UnknownScale));
        assert_eq!(scale(Unit::Hours, &["40", "36"]), Scale::Unknown(PercentFault::Time));
    }

    #[test]
    fn a_column_is_all_that_stands_below_one_heading() {
        let layout = LayoutSettings::default();
        let mut columns = Columns::new(&layout);
        let one = columns.of("impegno".to_owned(), None, Unit::Unstated);
        let other = columns.of("quota".to_owned(), None, Unit::Unstated);
        assert_eq!(columns.of("impegno".to_owned(), None, Unit::Unstated), one);
        columns.see(one, read_figure("3 %"));
        assert_eq!(columns.scale(one), Scale::Percent(Evidence::Sign));
        assert_eq!(columns.scale(other), Scale::Unknown(PercentFault::NoSign));
    }
}
