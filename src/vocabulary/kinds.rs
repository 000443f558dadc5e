//! What kind of cell a text is, for those who know nothing of plans.

use crate::identity::is_superscript;
use crate::model::WorkUnit;

/// What kind of cell a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CellKind {
    /// A figure with a percent sign.
    Share,
    /// A figure of hours, days or another unit of working time.
    Hours,
    /// A code, as projects, objectives and indicators have them.
    Code,
    /// Words.
    Words,
    /// Nothing.
    Nothing,
}

impl CellKind {
    /// The kind of a text.
    pub fn of(text: &str) -> Self {
        // The marks of notes on a figure are no part of it.
        if !text.is_ascii() && text.contains(is_superscript) {
            return Self::of(&text.replace(is_superscript, ""));
        }
        let text = text.trim();
        match () {
            () if text.is_empty() => Self::Nothing,
            () if text.strip_suffix('%').is_some_and(is_figure) => Self::Share,
            () if is_work(text) => Self::Hours,
            () if is_code(text) => Self::Code,
            () => Self::Words,
        }
    }
}

/// What stands behind a figure of each unit of working time; of signs that end alike, the longer first.
fn signs(unit: WorkUnit) -> &'static [&'static str] {
    match unit {
        WorkUnit::Hours | WorkUnit::MonthlyHours | WorkUnit::WeeklyHours => &["ore", "ora", "hours", "h"],
        WorkUnit::Days => &["giornate", "giorni", "giorno", "days", "gg"],
        WorkUnit::PersonMonths => &["mesi", "mese", "months", "pm", "mm"],
        WorkUnit::Fte => &["fte", "etp"],
    }
}

/// A figure of working time without its unit; none if it has not this one.
pub fn without_unit(text: &str, unit: WorkUnit) -> Option<&str> {
    signs(unit).iter().find_map(|sign| {
        let (figure, end) = text.split_at_checked(text.len().checked_sub(sign.len())?)?;
        end.eq_ignore_ascii_case(sign).then_some(figure)
    })
}

/// Whether a text is a figure of working time.
fn is_work(text: &str) -> bool {
    let is_of = |unit: &WorkUnit| without_unit(text, *unit).is_some_and(is_figure);
    let [first, .., last] = text.as_bytes() else { return false };
    first.is_ascii_digit() && last.is_ascii_alphabetic() && WorkUnit::ALL.iter().any(is_of)
}

/// Whether a text is nothing but a figure.
pub fn is_figure(text: &str) -> bool {
    let figure = text.trim();
    figure.starts_with(|c: char| c.is_ascii_digit())
        && figure.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | '.' | ' ' | '\u{a0}'))
}

fn is_code(text: &str) -> bool {
    let is_of_code = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.' | '-' | '/');
    text.len() > 3 && text.contains('_') && text.contains(|c: char| c.is_ascii_digit()) && text.chars().all(is_of_code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_shares_hours_codes_words_or_nothing() {
        for (text, kind) in [
            ("3,00 %", CellKind::Share),
            ("1.000 %", CellKind::Share),
            ("100%", CellKind::Share),
            ("5¹ %", CellKind::Share),
            ("20 %³", CellKind::Share),
            ("²", CellKind::Nothing),
            ("120 ore", CellKind::Hours),
            ("36h", CellKind::Hours),
            ("22 gg", CellKind::Hours),
            ("0,5 FTE", CellKind::Hours),
            ("3 mesi", CellKind::Hours),
            ("2024_PD_0411", CellKind::Code),
            ("M_1_1_1", CellKind::Code),
            ("%", CellKind::Words),
            ("circa 3 %", CellKind::Words),
            ("Rossi Ada", CellKind::Words),
            ("a_b", CellKind::Words),
            ("40", CellKind::Words),
            (" ", CellKind::Nothing),
        ] {
            assert_eq!(CellKind::of(text), kind, "{text}");
        }
    }
}
