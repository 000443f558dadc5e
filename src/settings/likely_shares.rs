//! Whether the figures of a column may be how much of everybody may be committed, though nothing says so.

use rust_decimal::Decimal;

/// What stands in the cells of a column, as far as it speaks for shares of people.
#[derive(Debug, Default)]
pub(super) struct LikelyShares {
    /// How many cells are percentages that people have: tens and fives, or with decimals.
    percentages: usize,
    /// How many are no more than one.
    fractions: usize,
    /// Whether one is half of the whole or more, in percent.
    has_half: bool,
    /// Whether one has decimals.
    has_decimals: bool,
    /// Whether one is another than the whole.
    has_part: bool,
}

impl LikelyShares {
    /// Looks at a cell.
    pub fn look(&mut self, text: &str) {
        let Some(figure) = plain(text) else { return };
        let (hundred, five) = (Decimal::ONE_HUNDRED, Decimal::from(5));
        let has_decimals = !figure.fract().is_zero();
        self.percentages += usize::from(figure <= hundred && (has_decimals || (figure % five).is_zero()));
        self.fractions += usize::from(figure <= Decimal::ONE);
        self.has_half |= figure >= Decimal::from(50) && figure <= hundred;
        self.has_decimals |= has_decimals;
        self.has_part |= figure != hundred && figure != Decimal::ONE;
    }

    /// Whether all of so many cells may be shares: codes and counts of the same size are seldom all tens and fives. Where everybody has
    /// the whole, nothing would change; what is the same for several is a code of the body.
    pub fn are_all(&self, cells: usize, do_differ: bool) -> bool {
        let may_change = self.has_part && (do_differ || cells == 1);
        let are_percentages = self.percentages == cells && self.has_half;
        let are_fractions = self.fractions == cells && self.has_decimals;
        may_change && (are_percentages || are_fractions)
    }
}

/// A figure without a sign; one with a nought before it is a code.
fn plain(text: &str) -> Option<Decimal> {
    let is_figure = text.bytes().all(|byte| byte.is_ascii_digit() || byte == b',' || byte == b'.');
    let is_code = text.starts_with('0') && text.as_bytes().get(1).is_some_and(u8::is_ascii_digit);
    if !is_figure || is_code {
        return None;
    }
    text.replace(',', ".").parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn are_shares(cells: &[&str]) -> bool {
        let mut seen = LikelyShares::default();
        for cell in cells {
            seen.look(cell);
        }
        seen.are_all(cells.len(), cells.windows(2).any(|two| two[0] != two[1]))
    }

    #[test]
    fn shares_are_told_from_codes_and_counts() {
        for shares in [
            &["100", "80", "50"][..],
            &["80"],
            &["100", "83,33"],
            &["1", "0,5"],
            &["0.8"],
            &["100", "0"],
            &["100,00", "70,00"],
        ] {
            assert!(are_shares(shares), "{shares:?}");
        }
        for others in [
            &["100", "100"][..],
            &["50", "50"],
            &["100"],
            &["1", "0"],
            &["12", "45"],
            &["01", "50"],
            &["100", "120"],
            &["5", "10"],
            &["36", "18"],
            &["42121"],
            &["80", "A"],
            &["-5", "80"],
        ] {
            assert!(!are_shares(others), "{others:?}");
        }
    }
}
