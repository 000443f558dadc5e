//! What some figures make, and whether a total says it.

use super::figure::Figure;
use crate::model::Percent;

/// What some figures make.
#[derive(Debug, Clone, Copy, Default)]
pub struct Made {
    /// All of them together.
    pub sum: Percent,
    /// Whether one of them was rounded when it was read.
    pub is_rounded: bool,
    /// Whether one of them has a percent sign.
    pub is_signed: bool,
}

impl Made {
    /// What is rounded at the sixth place may miss its total by this.
    pub const ROUNDED: i64 = 1000;

    /// Takes in a figure.
    pub fn add(&mut self, figure: Figure) {
        self.sum = self.sum + figure.percent;
        self.is_rounded |= figure.rounded;
        self.is_signed |= figure.signed;
    }

    /// Whether a total says it. Fractions may have their total in percent, and percentages theirs in full-time equivalents.
    pub fn is_said_by(&self, total: Figure) -> bool {
        let least =
            if self.is_rounded || total.rounded { Percent::from_millionths(Self::ROUNDED) } else { Percent::ZERO };
        let is = |sum: Percent, total: Percent| (sum - total).abs() <= least;
        is(self.sum, total.percent)
            || (total.signed && !self.is_signed && is(self.sum.times(100), total.percent))
            || (!total.signed && self.is_signed && is(self.sum, total.percent.times(100)))
    }
}
