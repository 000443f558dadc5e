//! Capacities that stand beside shares: how much of a full position somebody may be committed to, of which what a row says may be a share.

use std::num::NonZeroU32;

use rust_decimal::Decimal;

use super::figure::{Figure, Share};
use super::scale::{Precise, Tables};
use crate::model::{Percent, PercentFault, StatedCapacity};
use crate::source::Place;

/// The number of a capacity among those of its document, from 1 on.
pub type CapacityNumber = NonZeroU32;

/// What stands in a column of capacities, beside a share.
#[derive(Debug, Clone, Copy)]
pub struct CapacityCell<'t> {
    /// Where; none if there is no such column.
    pub place: Option<Place<'t>>,
    /// What it says.
    pub figure: Result<Figure, PercentFault>,
    /// The number of its column among the tables of the document: its figures are judged by themselves.
    pub table: usize,
    /// Whether the share beside it is one of it.
    pub is_split: bool,
}

/// All capacities of a document.
#[derive(Debug, Default)]
pub struct Capacities<'t> {
    all: Vec<CapacityCell<'t>>,
}

impl<'t> Capacities<'t> {
    /// Keeps one; its number.
    pub fn keep(&mut self, cell: CapacityCell<'t>) -> Option<CapacityNumber> {
        self.all.push(cell);
        u32::try_from(self.all.len()).ok().and_then(CapacityNumber::new)
    }

    /// The one with a number.
    pub fn get(&self, number: CapacityNumber) -> Option<&CapacityCell<'t>> {
        self.all.get(number.get() as usize - 1)
    }

    /// Says of all from one on that nobody can say whose they are.
    pub fn refuse(&mut self, first: CapacityNumber) {
        for cell in self.all.iter_mut().skip(first.get() as usize - 1) {
            cell.figure = Err(PercentFault::TwoColumns);
        }
    }

    /// What each of them says, by number; none where that cannot be read.
    pub fn stated(&self, tables: &Tables<'_>) -> Vec<Option<StatedCapacity<'t>>> {
        let stated = |cell: &CapacityCell<'t>| {
            let percent = Percent::from(cell.percent(tables)?.percent.round_dp(Percent::DECIMALS));
            Some(StatedCapacity { percent, place: cell.place?, is_split: cell.is_split })
        };
        self.all.iter().map(stated).collect()
    }
}

/// The most that anybody's capacity may be.
const MOST: Decimal = Decimal::ONE_THOUSAND;

impl<'t> CapacityCell<'t> {
    /// How much of a full position it is; none if that cannot be read.
    fn percent(&self, tables: &Tables<'_>) -> Option<Precise> {
        let percent = tables.precise(self.table, self.place?, self.figure).ok()?;
        (percent.percent <= MOST).then_some(percent)
    }

    /// How much of a full position the share is that stands beside it: so much of it, or what is written, where that is no share of it. Otherwise
    /// what is wrong, and where.
    ///
    /// # Errors
    ///
    /// Either of the two cannot be read, or is no share by itself.
    pub fn share(
        &self,
        tables: &Tables<'_>,
        (table, place, figure): (usize, Place<'t>, Result<Figure, PercentFault>),
    ) -> Result<Share, (PercentFault, Place<'t>)> {
        let share = tables.share(table, place, figure).map_err(|fault| (fault, place))?;
        let is_rate = figure.is_ok_and(|figure| figure.signed || figure.percent == Percent::ZERO);
        if tables.counts_work(table) && !is_rate {
            return Err((PercentFault::TimeBesideCapacity, place));
        }
        let Some(capacity) = self.percent(tables) else {
            let written = self.place.filter(|own| own.raw().contains(char::is_alphanumeric));
            return Err((PercentFault::NoCapacity, written.unwrap_or(place)));
        };
        if !self.is_split {
            return Ok(share);
        }
        let split = tables.precise(table, place, figure).map_err(|fault| (fault, place))?;
        chained(split, capacity).ok_or((PercentFault::TooLarge, place))
    }
}

/// So much of so much, rounded once, half to even; none if that is beyond all measure.
fn chained(split: Precise, capacity: Precise) -> Option<Share> {
    let percent = split.percent.checked_mul(capacity.percent)?.checked_div(Decimal::ONE_HUNDRED)?;
    let nearest = percent.round_dp(Percent::DECIMALS);
    let rounded = split.rounded || capacity.rounded || nearest != percent;
    (percent < Decimal::from(10_000)).then(|| Share { percent: Percent::from(nearest), rounded })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::figure::read_precise;

    fn of(split: &str, capacity: &str) -> Option<(i128, bool)> {
        let read = |text| {
            let (percent, rounded) = read_precise(text, None).unwrap();
            Precise { percent, rounded }
        };
        chained(read(split), read(capacity)).map(|share| (share.percent.millionths(), share.rounded))
    }

    #[test]
    fn a_share_of_a_capacity_is_exact_or_rounded_once() {
        assert_eq!(of("50 %", "80 %"), Some((40_000_000, false)));
        assert_eq!(of("100 %", "62,5 %"), Some((62_500_000, false)));
        // 33,33 % of 80 % are 26,664 %: three of them miss 80 by 0,008.
        assert_eq!(of("33,33 %", "80 %"), Some((26_664_000, false)));
        // 33,333333 % of 33,333333 % are 11,1111108888889: seven decimals and more go.
        assert_eq!(of("33,333333 %", "33,333333 %"), Some((11_111_111, true)));
        // A third, as a workbook keeps it, of 80 is 26,66666…, not 0,8 times what six decimals leave of the third, 26,666666.
        assert_eq!(of("33,3333333333333 %", "80 %"), Some((26_666_667, true)));
        // 0,000005 of 10 % lies between two: the even one it is; so does 0,000015.
        assert_eq!(of("0,000005", "10"), Some((0, true)));
        assert_eq!(of("0,000015", "10"), Some((2, true)));
        assert_eq!(of("0", "80"), Some((0, false)));
        assert_eq!(of("50", "0"), Some((0, false)));
        assert_eq!(of("9999", "1000"), None);
    }
}
