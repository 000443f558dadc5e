//! Totals that stand beside the figures of a table and below them: whether they are what the figures make.

use crate::model::{Percent, UnequalTotal};
use crate::parse::cells::figure_of;
use crate::parse::figure::Figure;
use crate::parse::made::Made;
use crate::source::Place;

/// What the figures of a table's columns make so far.
#[derive(Debug, Default)]
pub struct Sums {
    columns: Vec<Sum>,
    /// The sums of all figures.
    all: Sum,
}

/// A row or a column that has a total.
#[derive(Debug, Clone, Copy)]
pub struct Of<'t> {
    /// What names it.
    pub place: Place<'t>,
    /// Whether that is a person.
    pub is_person: bool,
}

/// What some figures make.
#[derive(Debug, Clone, Copy, Default)]
pub struct Sum {
    /// All of them, and those since the last total.
    whole: Made,
    part: Made,
    /// Whether one of them cannot be read: then no total can be compared.
    is_unknown: bool,
    /// How many there are, and how many since the last total.
    count: usize,
    count_of_part: usize,
}

impl Sum {
    /// Takes in a figure; none if it cannot be read.
    pub fn add(&mut self, figure: Option<Figure>) {
        match figure {
            Some(figure) => {
                self.whole.add(figure);
                self.part.add(figure);
                self.count += 1;
                self.count_of_part += 1;
            }
            None => self.is_unknown = true,
        }
    }

    /// What the figures make.
    pub fn whole(&self) -> Percent {
        self.whole.sum
    }

    /// Whether a total is what the figures make: all of them or those since the last total.
    fn makes(&self, total: Figure) -> bool {
        self.is_unknown || self.whole.is_said_by(total) || self.part.is_said_by(total)
    }

    /// What is to be told of a total, of which `of` is the row or the column.
    pub fn compare<'t>(&self, total: Place<'t>, of: Of<'t>) -> Option<UnequalTotal<'t>> {
        let equals = total.raw().is_empty() || figure_of(total).is_ok_and(|total| self.makes(total)) || self.is_unknown;
        (!equals).then_some(UnequalTotal {
            place: total,
            of: of.place,
            is_of_person: of.is_person,
            sum: Some(self.whole.sum),
            rows: None,
        })
    }

    fn is_nothing(&self) -> bool {
        self.count == 0 && !self.is_unknown
    }

    fn begin_part(&mut self) {
        (self.part, self.count_of_part) = (Made::default(), 0);
    }

    /// Whether a figure without a name is the total of several others, and of known ones: otherwise it may as well be somebody's.
    fn is_proven_by(&self, total: Figure) -> bool {
        !self.is_unknown && self.makes(total)
    }

    /// Whether it is that of several figures.
    fn is_of_several(&self, total: Figure) -> bool {
        let is = |made: Made| (made.sum - total.percent).abs() <= Percent::from_millionths(Made::ROUNDED);
        (self.count > 1 && is(self.whole)) || (self.count_of_part > 1 && is(self.part))
    }
}

impl Sums {
    /// Nothing so far, in so many columns.
    pub fn of(columns: usize) -> Self {
        Self { columns: vec![Sum::default(); columns], all: Sum::default() }
    }

    /// Takes in a figure of a column; none if it cannot be read.
    pub fn add(&mut self, column: usize, figure: Option<Figure>) {
        self.all.add(figure);
        if let Some(sum) = self.columns.get_mut(column) {
            sum.add(figure);
        }
    }

    /// What is to be told of a row of totals: the total of each column with the column's heading, and those of all of them.
    pub fn row<'t>(
        &mut self,
        totals: impl Iterator<Item = (usize, Place<'t>, Of<'t>)>,
        of_all: impl Iterator<Item = (Place<'t>, Of<'t>)>,
    ) -> Vec<UnequalTotal<'t>> {
        // What stands above all figures would have to be compared with those below.
        if self.all.is_nothing() {
            return Vec::new();
        }
        let mut told: Vec<_> = totals.filter_map(|(at, total, of)| self.columns.get(at)?.compare(total, of)).collect();
        told.extend(of_all.filter_map(|(total, of)| self.all.compare(total, of)));
        self.columns.iter_mut().for_each(Sum::begin_part);
        self.all.begin_part();
        told
    }

    /// Whether some figures, each of a column, are what their columns make.
    pub fn are_totals(&self, figures: &[(usize, Figure)]) -> bool {
        let of = |at: &usize| self.columns.get(*at);
        let has_several = figures.iter().any(|(at, figure)| of(at).is_some_and(|sum| sum.is_of_several(*figure)));
        figures.len() > 1
            && has_several
            && figures.iter().all(|(at, figure)| of(at).is_some_and(|sum| sum.is_proven_by(*figure)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::read_figure;

    #[test]
    fn a_total_is_what_its_figures_make() {
        let sum = |figures: &[&str]| {
            let mut sum = Sum::default();
            for figure in figures {
                sum.add(read_figure(figure).ok());
            }
            sum
        };
        let makes = |figures: &[&str], total: &str| sum(figures).makes(read_figure(total).unwrap());
        assert!(makes(&["30 %", "70 %"], "100 %") && makes(&["0,3", "0,7"], "100 %") && makes(&["30", "70"], "100"));
        assert!(!makes(&["33,33", "33,33", "33,33"], "100") && makes(&["33.33333333", "66.66666667"], "100"));
        assert!(!makes(&["0,3", "0,7"], "100"), "a figure without a sign is no percentage of them");
        assert!(makes(&["30 %", "70 %"], "1"), "one full-time equivalent");
        assert!(makes(&["30", "x"], "70"), "what cannot be read is told already");
    }
}
