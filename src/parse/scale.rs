//! What bare figures are: decided for a column over the whole document, since no single table tells.

use super::figure::Figure;
use super::headings::Unit;
use crate::model::{Percent, PercentFault};

/// A column of shares: all that stand below one heading, in whichever tables.
#[derive(Debug)]
pub struct Column {
    /// The letters of the heading.
    key: String,
    /// What the heading says of its figures.
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
#[derive(Debug, Default)]
pub struct Columns(Vec<Column>);

impl Columns {
    /// The number of the column with a heading.
    pub fn of(&mut self, key: String, unit: Unit) -> usize {
        if let Some(known) = self.0.iter().position(|column| column.key == key) {
            return known;
        }
        self.0.push(Column { key, unit, signed: 0, bare: 0, above_one: false, above_ten: false, not_whole: false });
        self.0.len() - 1
    }

    /// Takes in a figure of a column.
    pub fn see(&mut self, column: usize, figure: Figure) {
        let Some(column) = self.0.get_mut(column) else { return };
        if figure.signed {
            column.signed += 1;
            return;
        }
        let millionths = figure.percent.millionths();
        column.bare += 1;
        column.above_one |= figure.percent > ONE;
        column.above_ten |= figure.percent > TEN;
        column.not_whole |= millionths % 1_000_000 != 0;
    }

    /// Why the bare figures of a column cannot be read; none if they are percentages.
    pub fn doubt(&self, column: usize) -> Option<PercentFault> {
        self.0.get(column).and_then(Column::doubt)
    }
}

/// What no fraction exceeds, if nobody works more than a little over.
const ONE: Percent = Percent::from_whole(1);
/// What no fraction exceeds at all.
const TEN: Percent = Percent::from_whole(10);

impl Column {
    /// Another cell says percent, or the column cannot hold fractions of one: then so are the bare figures. Where
    /// the heading says it, several figures of which none is above one, and not all are whole, may still be fractions.
    fn doubt(&self) -> Option<PercentFault> {
        let cannot_be_fractions = self.above_ten || (self.above_one && !self.not_whole);
        match self.unit {
            Unit::Hours | Unit::Days => Some(PercentFault::Time),
            _ if self.signed > 0 || cannot_be_fractions => None,
            Unit::Percent if self.bare > 1 && !self.above_one && self.not_whole => Some(PercentFault::UnknownScale),
            Unit::Percent => None,
            Unit::Unstated => Some(PercentFault::NoSign),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::read_figure;

    fn doubt(unit: Unit, texts: &[&str]) -> Option<PercentFault> {
        let mut columns = Columns::default();
        let column = columns.of("impegno".to_owned(), unit);
        texts.iter().filter_map(|text| read_figure(text).ok()).for_each(|figure| columns.see(column, figure));
        columns.doubt(column)
    }

    #[test]
    fn bare_figures_are_percentages_only_where_something_says_so() {
        let unstated = |texts| doubt(Unit::Unstated, texts);
        assert_eq!(unstated(&["3", "92,00 %"]), None, "another cell says percent");
        assert_eq!(unstated(&["3", "92"]), None, "whole figures");
        assert_eq!(unstated(&["0,5", "40"]), None, "too large for a fraction");
        assert_eq!(unstated(&["1"]), Some(PercentFault::NoSign), "a hundredth or the whole");
        assert_eq!(unstated(&["0,5", "0,5"]), Some(PercentFault::NoSign), "half a percent or a half");
        assert_eq!(unstated(&["0,5", "1,5"]), Some(PercentFault::NoSign), "fractions of somebody over");
    }

    #[test]
    fn a_heading_that_says_percent_may_stand_above_fractions() {
        let percent = |texts| doubt(Unit::Percent, texts);
        assert_eq!(percent(&["0,5"]), None, "one figure proves nothing against the heading");
        assert_eq!(percent(&["1", "1"]), None);
        assert_eq!(percent(&["0,5", "1,5"]), None);
        assert_eq!(percent(&["0,03", "3,00 %"]), None);
        assert_eq!(percent(&["0,03", "0,92", "0,05"]), Some(PercentFault::UnknownScale));
        assert_eq!(doubt(Unit::Hours, &["40", "36"]), Some(PercentFault::Time));
    }

    #[test]
    fn a_column_is_all_that_stands_below_one_heading() {
        let mut columns = Columns::default();
        let one = columns.of("impegno".to_owned(), Unit::Unstated);
        let other = columns.of("quota".to_owned(), Unit::Unstated);
        assert_eq!(columns.of("impegno".to_owned(), Unit::Unstated), one);
        columns.see(one, read_figure("3 %").unwrap());
        assert_eq!((columns.doubt(one), columns.doubt(other)), (None, Some(PercentFault::NoSign)));
    }
}
