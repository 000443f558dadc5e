//! What single cells and lines say by which tables are known: shares and codes.

use super::lines::Line;
use crate::identity::is_superscript;
use crate::vocabulary::CellKind;

/// Whether a text is a share.
pub fn is_share(text: &str) -> bool {
    CellKind::of(text) == CellKind::Share
}

/// Whether a percentage stands in a text, perhaps among words: *circa 20 %*, but not *Impegno 2024 %*.
pub fn has_percentage(text: &str) -> bool {
    const LONGEST: usize = 3;
    let digits_before = |at: usize| {
        let figure = text[..at].trim_end_matches(|c: char| c.is_whitespace() || is_superscript(c));
        figure.bytes().rev().take_while(u8::is_ascii_digit).count()
    };
    text.match_indices('%').any(|(at, _)| (1..=LONGEST).contains(&digits_before(at)))
}

/// Whether a text is a code.
pub fn is_code(text: &str) -> bool {
    CellKind::of(text) == CellKind::Code
}

/// Whether a share stands at the end of a line.
pub fn has_share(line: &Line) -> bool {
    line.pieces.last().is_some_and(|piece| is_share(&piece.plain()))
}

/// Whether a code stands in a line.
pub fn has_code(line: &Line) -> bool {
    line.pieces.iter().any(|piece| piece.plain().split_whitespace().any(is_code))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentages_are_told_from_years() {
        assert!(has_percentage("circa 20 %") && has_percentage("5,00 % (*)") && has_percentage("5¹ %"));
        assert!(!has_percentage("Impegno 2024 %") && !has_percentage("% di assorbimento"));
    }
}
