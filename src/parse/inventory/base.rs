//! How much of a unit is all of somebody's working time, as rows show it that say the same in hours and in months: exact where most of them agree,
//! otherwise where all do within what was rounded.

use rust_decimal::Decimal;

/// What one row says twice: an amount (of hours, or of days), and the part of full time that it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Twice {
    /// The amount.
    pub amount: Written,
    /// The part: 6 months, 0,5 FTE.
    pub part: Written,
}

/// A figure as it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Written {
    /// Its value.
    pub value: Decimal,
    /// How many decimals are written.
    pub decimals: u32,
}

/// On how much some rows agree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Agreed {
    /// How much is all of somebody's time.
    pub full: Decimal,
    /// How many of the rows say so; all of them, where figures were rounded.
    pub rows: usize,
    /// Whether they do so only within what was rounded.
    pub is_rounded: bool,
}

/// What is rounded in a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Rounding {
    /// Nothing.
    Nothing,
    /// The part.
    Part,
    /// Both figures.
    Both,
}

impl Written {
    /// Half of a unit of its last decimal.
    fn half(self) -> Decimal {
        Decimal::new(5, (self.decimals + 1).min(Decimal::MAX_SCALE))
    }
}

impl Twice {
    /// What it says that all of somebody's time is, as nearly as can be written.
    pub fn full(self, parts: u32) -> Option<Decimal> {
        self.amount.value.checked_mul(parts.into())?.checked_div(self.part.value)
    }

    /// Whether so much may be all of somebody's time, whatever was rounded. Multiplied, nothing is lost.
    fn allows(self, full: Decimal, parts: u32, rounding: Rounding) -> bool {
        let of_part = if rounding == Rounding::Nothing { Decimal::ZERO } else { self.part.half() };
        let of_amount = if rounding == Rounding::Both { self.amount.half() } else { Decimal::ZERO };
        let parts = Decimal::from(parts);
        let bound = |amount: Decimal, part: Decimal| Some((full.checked_mul(part)?, amount.checked_mul(parts)?));
        let least = bound(self.amount.value - of_amount, self.part.value + of_part);
        let most = bound(self.amount.value + of_amount, (self.part.value - of_part).max(Decimal::ZERO));
        least.is_some_and(|(full, amount)| full >= amount) && most.is_some_and(|(full, amount)| full <= amount)
    }

    /// Whether so much may be all of somebody's time, if the part was rounded, and perhaps the amount.
    pub fn may_be_of(self, full: Decimal, parts: u32, is_amount_rounded: bool) -> bool {
        self.allows(full, parts, if is_amount_rounded { Rounding::Both } else { Rounding::Part })
    }

    /// What it says by itself: what the figures make to the letter, if that has two decimals at most, or the only whole number that what is
    /// written allows.
    fn own(self, parts: u32) -> Option<Decimal> {
        let quotient = self.full(parts)?;
        let exact = quotient.round_dp(2);
        if self.allows(exact, parts, Rounding::Nothing) {
            return Some(exact.normalize());
        }
        let whole = quotient.round();
        let allows = |full: Decimal| self.allows(full, parts, Rounding::Part);
        let is_only = allows(whole) && !allows(whole - Decimal::ONE) && !allows(whole + Decimal::ONE);
        is_only.then(|| whole.normalize())
    }
}

/// On how much most of some rows agree, or all of them within what was rounded; `customary` is what bodies have, and what is none of these and not
/// said by a row is looked for only where nothing else is near.
pub fn agreed(rows: &[Twice], parts: u32, customary: &[Decimal]) -> Option<Agreed> {
    let mut own: Vec<Decimal> = rows.iter().filter_map(|row| row.own(parts)).collect();
    own.sort_unstable();
    let mut said: Vec<(usize, Decimal)> =
        own.chunk_by(|one, other| one == other).map(|own| (own.len(), own[0])).collect();
    said.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
    if let Some((count, full)) = said.first().filter(|(count, _)| count * 2 > rows.len()) {
        return Some(Agreed { full: *full, rows: *count, is_rounded: false });
    }
    let within = |rounding| {
        let full = within(rows, parts, rounding, &said, customary)?;
        Some(Agreed { full, rows: rows.len(), is_rounded: true })
    };
    within(Rounding::Part).or_else(|| within(Rounding::Both))
}

/// What all rows allow: what several of them say, or one of them and custom, or where no more than a hundredth is left to choose from, what is
/// customary, what one says, or the only whole number.
///
/// `said` is how many rows say what, those that most say first.
fn within(
    rows: &[Twice],
    parts: u32,
    rounding: Rounding,
    said: &[(usize, Decimal)],
    customary: &[Decimal],
) -> Option<Decimal> {
    /// Of more, those that fewest rows say are none.
    const MOST: usize = 64;
    let is_allowed = |full: &Decimal| rows.iter().all(|row| row.allows(*full, parts, rounding));
    let is_whole = said.len() <= MOST;
    let said: Vec<(usize, Decimal)> = said.iter().take(MOST).copied().filter(|(_, full)| is_allowed(full)).collect();
    match said[..] {
        [(count, full)] | [(count, full), ..] if count > 1 && said.get(1).is_none_or(|next| next.0 < count) => {
            return Some(full);
        }
        _ => {}
    }
    let usual: Vec<Decimal> = customary.iter().copied().filter(is_allowed).collect();
    let is_said = |full: Decimal| said.iter().any(|(_, own)| *own == full);
    let narrow = narrow(rows, parts, rounding);
    match usual[..] {
        [one] if is_said(one) || narrow.is_some() => return Some(one),
        [_, ..] => return None,
        [] => {}
    }
    let (least, most) = narrow?;
    let only_whole = Some(least.ceil()).filter(|whole| *whole == most.floor() && is_allowed(whole));
    if let ([(_, one)], true) = (&said[..], is_whole) { Some(*one) } else { only_whole }
}

/// The least and the most that several rows allow together, if that is nearly one figure: no more than a hundredth of it is left to choose from.
fn narrow(rows: &[Twice], parts: u32, rounding: Rounding) -> Option<(Decimal, Decimal)> {
    let of_amount = |row: &Twice| if rounding == Rounding::Both { row.amount.half() } else { Decimal::ZERO };
    let bound = |amount: Decimal, part: Decimal| amount.checked_mul(parts.into())?.checked_div(part);
    let least =
        rows.iter().filter_map(|row| bound(row.amount.value - of_amount(row), row.part.value + row.part.half()));
    let most = rows.iter().filter_map(|row| {
        let part = Some(row.part.value - row.part.half()).filter(|part| *part > Decimal::ZERO)?;
        bound(row.amount.value + of_amount(row), part)
    });
    let (least, most) = (least.max()?, most.min()?);
    let is_narrow = rows.len() > 1 && least <= most && (most - least) * Decimal::ONE_HUNDRED <= least;
    is_narrow.then_some((least, most))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str) -> Written {
        let decimals = text.split_once('.').map_or(0, |(_, decimals)| decimals.len());
        Written { value: text.parse().unwrap(), decimals: u32::try_from(decimals).unwrap() }
    }

    fn found(rows: &[(&str, &str)], parts: u32) -> Option<(String, usize, bool)> {
        let rows: Vec<Twice> =
            rows.iter().map(|(amount, part)| Twice { amount: written(amount), part: written(part) }).collect();
        let customary: Vec<Decimal> = [1500, 1548, 1720].map(Decimal::from).to_vec();
        agreed(&rows, parts, &customary).map(|found| (found.full.to_string(), found.rows, found.is_rounded))
    }

    fn is(full: &str, rows: usize, is_rounded: bool) -> Option<(String, usize, bool)> {
        (!full.is_empty()).then(|| (full.to_owned(), rows, is_rounded))
    }

    #[test]
    fn what_most_rows_say_to_the_letter_is_all_of_the_time() {
        assert_eq!(found(&[("860", "6.00"), ("1720", "12.00"), ("1000", "7.00")], 12), is("1720", 2, false));
        assert_eq!(found(&[("774", "0.5")], 1), is("1548", 1, false));
        // 1500 / 12 = 125 a month; 31,25 are a quarter of it.
        assert_eq!(found(&[("31.25", "0.25"), ("375", "3")], 12), is("1500", 2, false));
        assert_eq!(found(&[("774.25", "0.5"), ("1548.5", "1")], 1), is("1548.5", 2, false));
        // 1000 × 12 / 1720 = 6,976744186046…: nothing but 1720 is as near.
        assert_eq!(found(&[("1000", "6.97674418604651"), ("500", "3.48837209302326")], 12), is("1720", 2, false));
    }

    #[test]
    fn what_all_rows_allow_within_what_was_rounded_is_it_too() {
        // 500, 1000 and 300 hours of 1720 are 3,488…, 6,976… and 2,093… months: 1718,4 to 1720,4 would be written so.
        assert_eq!(found(&[("500", "3.49"), ("1000", "6.98"), ("300", "2.09")], 12), is("1720", 3, true));
        // Of 1548: 6; 0,775…; 3,876….
        assert_eq!(found(&[("774", "6.0"), ("100", "0.8"), ("500", "3.9")], 12), is("1548", 3, true));
        // 1720 / 12 = 143,33…: the hours were rounded.
        assert_eq!(found(&[("143", "1.00"), ("287", "2.00"), ("573", "4.00")], 12), is("1720", 3, true));
        // 1733 × 0,61 = 1057,13 and 1733 × 0,37 = 641,21: nothing customary, and no other whole number is near enough.
        assert_eq!(found(&[("1057", "0.60992"), ("641", "0.36988"), ("900", "0.51933")], 1), is("1733", 3, false));
    }

    #[test]
    fn rows_that_do_not_agree_say_nothing() {
        for rows in [
            &[("860", "6.00"), ("1000", "8.00")][..],
            &[("860", "6.00"), ("750", "6.00"), ("774", "6.00")],
            &[("500", "3.5")],
            // 1500, 1548 and all between them.
            &[("760", "6"), ("500", "4")],
            &[],
        ] {
            assert_eq!(found(rows, 12), None, "{rows:?}");
        }
    }
}
