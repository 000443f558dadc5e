//! How numbers are written: `1.234,50 %` in Italian, `1,234.50%` in English.

use rust_decimal::Decimal;

use super::Language;
use crate::model::Percent;

/// The way of writing numbers of one language.
#[derive(Debug, Clone, Copy)]
pub struct Numbers {
    decimal: char,
    thousands: char,
    percent: &'static str,
}

impl Numbers {
    /// The way of a language.
    pub fn of(language: Language) -> Self {
        match language {
            Language::Italian => Self { decimal: ',', thousands: '.', percent: " %" },
            Language::English => Self { decimal: '.', thousands: ',', percent: "%" },
        }
    }

    /// A count: `1.234`.
    pub fn count(self, count: usize) -> String {
        self.grouped(&count.to_string())
    }

    /// A percentage with its sign: `99,00 %`, `33,333 %`.
    pub fn percent(self, percent: Percent) -> String {
        self.percent_to(percent, percent.places())
    }

    /// A percentage with its sign and a number of places, as a column needs it.
    pub fn percent_to(self, percent: Percent, places: u32) -> String {
        let mut out = self.unsigned(percent, places);
        if percent.is_negative() {
            out.insert(0, '−');
        }
        out + self.percent
    }

    /// A whole percentage: `50 %`.
    pub fn whole_percent(self, percent: u32) -> String {
        format!("{percent}{}", self.percent)
    }

    /// A difference with plus or true minus, without percent sign: `+0,01`, `−99,00`, `0,00`.
    pub fn difference(self, difference: Percent) -> String {
        self.difference_to(difference, difference.places())
    }

    /// A difference with a number of places, as a column needs it.
    pub fn difference_to(self, difference: Percent, places: u32) -> String {
        let sign = if difference == Percent::ZERO {
            ""
        } else if difference.is_negative() {
            "−"
        } else {
            "+"
        };
        sign.to_owned() + &self.unsigned(difference, places)
    }

    /// A percentage without percent sign and trailing zeros: `3`, `11,5`.
    pub fn bare(self, percent: Percent) -> String {
        self.written(&percent.decimal().normalize().to_string())
    }

    /// A percentage without percent sign, with a number of places, as a column needs it.
    pub fn bare_to(self, percent: Percent, places: u32) -> String {
        let sign = if percent.is_negative() { "−" } else { "" };
        sign.to_owned() + &self.unsigned(percent, places)
    }

    /// An exact value as a program writes it, decimal number or fraction: `0,125`, `250/3`.
    pub fn exact(self, written: &str) -> String {
        if written.contains('/') { written.to_owned() } else { self.written(written) }
    }

    /// A decimal number with a number of places; fewer than it has would lose something, so it
    /// keeps its own then.
    pub fn decimal(self, value: Decimal, places: u32) -> String {
        let mut value = value;
        if value.scale() < places {
            value.rescale(places);
        }
        self.written(&value.to_string())
    }

    /// A percentage without any sign, to a number of places, and no fewer than it has itself.
    fn unsigned(self, percent: Percent, places: u32) -> String {
        let millionths = percent.millionths().unsigned_abs();
        let places = places.max(percent.places()).min(Percent::DECIMALS) as usize;
        let whole = millionths / 1_000_000;
        let mut rest = u32::try_from(millionths % 1_000_000).unwrap_or_default();
        let mut out = if whole < 1000 { whole.to_string() } else { self.grouped(&whole.to_string()) };
        out.push(self.decimal);
        for _ in 0..places {
            rest *= 10;
            out.extend(char::from_digit(rest / 1_000_000, 10));
            rest %= 1_000_000;
        }
        out
    }

    fn written(self, plain: &str) -> String {
        let (sign, plain) = plain.strip_prefix('-').map_or(("", plain), |plain| ("−", plain));
        match plain.split_once('.') {
            Some((whole, fraction)) => format!("{sign}{}{}{fraction}", self.grouped(whole), self.decimal),
            None => format!("{sign}{}", self.grouped(plain)),
        }
    }

    fn grouped(self, digits: &str) -> String {
        let mut out = String::with_capacity(digits.len() + digits.len() / 3);
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                out.push(self.thousands);
            }
            out.push(digit);
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn italian_and_english() {
        let it = Numbers::of(Language::Italian);
        let en = Numbers::of(Language::English);
        let percent = |millionths| Percent::from_millionths(millionths);
        assert_eq!(it.percent(percent(5_162_000_000)), "5.162,00 %");
        assert_eq!(en.percent(percent(5_162_000_000)), "5,162.00%");
        assert_eq!(it.percent(percent(99_999_000)), "99,999 %");
        assert_eq!(it.difference(percent(-99_000_000)), "−99,00");
        assert_eq!(it.difference(percent(10_000)), "+0,01");
        assert_eq!(it.difference_to(percent(10_000), 3), "+0,010");
        assert_eq!(it.difference(Percent::ZERO), "0,00");
        assert_eq!(it.bare(percent(3_000_000)), "3");
        assert_eq!(it.bare(percent(11_500_000)), "11,5");
        assert_eq!(it.count(1_234_567), "1.234.567");
        assert_eq!(it.count(999), "999");
    }
}
