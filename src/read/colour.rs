//! Colours of letters and of what is behind them, and which of them are not told apart on paper.

/// Red, green, blue.
pub type Colour = [u8; 3];

/// The colour of paper.
pub const PAPER: Colour = [255; 3];

/// Whether two colours are not told apart: in none of the three do they differ by more than a twentieth of what there is.
pub fn are_alike(one: Colour, other: Colour) -> bool {
    const ALIKE: u8 = 12;
    one.iter().zip(other).all(|(one, other)| one.abs_diff(other) <= ALIKE)
}

/// Whether a colour is that of paper; it is written in hexadecimal digits, `FFFFFF`, perhaps with how much of it shows before.
pub fn is_of_paper(written: &str) -> bool {
    let digits = written.len().checked_sub(6).and_then(|start| written.get(start..)).unwrap_or_default();
    let part = |at: usize| digits.get(at..at + 2).and_then(|part| u8::from_str_radix(part, 16).ok());
    let (Some(red), Some(green), Some(blue)) = (part(0), part(2), part(4)) else { return false };
    are_alike([red, green, blue], PAPER)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_next_to_white_is_paper() {
        for paper in ["FFFFFF", "ffffff", "FFFFFFFF", "F3F3F3"] {
            assert!(is_of_paper(paper), "{paper}");
        }
        for other in ["F2FFFF", "FFFFF2", "000000", "auto", "", "FFF", "\u{e0}\u{e0}\u{e0}\u{e0}"] {
            assert!(!is_of_paper(other), "{other}");
        }
    }
}
