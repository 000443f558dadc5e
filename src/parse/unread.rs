//! Columns of tables of commitments that are not read, and whether what stands in them could change the figures.

use super::figure::read_figure;
use super::percentages;
use crate::source::Place;
use crate::vocabulary::{CellKind, counts_things, is_month, names_month, states_time};

/// A column that is not read.
#[derive(Debug, Clone, Copy)]
pub struct Unread<'t> {
    /// Its number in the table.
    pub column: usize,
    /// Its header.
    pub header: Place<'t>,
    /// What stands in its first cell that is not empty, or that could change the figures.
    pub sample: Place<'t>,
    /// How many of its cells hold something.
    pub cells: usize,
    /// How many hold what could change the figures: dates, periods, hours, numbers, further percentages.
    pub figures: usize,
    /// Whether it is of another year than the plan, and changes nothing.
    pub is_of_other_year: bool,
}

/// What is known of the figures of a column before they are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bearing {
    /// Nothing: they may change what the others mean.
    Unknown,
    /// The settings say which column is the share: other figures do not put it in doubt; periods do.
    Given,
    /// They are of another year than the plan.
    OtherYear,
}

impl<'t> Unread<'t> {
    /// Takes in a cell of a column; empty ones say nothing.
    pub fn see(
        all: &mut Vec<Self>,
        column: usize,
        header: impl FnOnce() -> Place<'t>,
        cell: Place<'t>,
        bearing: Bearing,
    ) {
        if cell.raw().is_empty() {
            return;
        }
        let at = all.binary_search_by_key(&column, |known| known.column).unwrap_or_else(|at| {
            all.insert(
                at,
                Self { column, header: header(), sample: cell, cells: 0, figures: 0, is_of_other_year: false },
            );
            at
        });
        let own = &mut all[at];
        own.cells += 1;
        let words = cell.words();
        own.is_of_other_year |= bearing == Bearing::OtherYear;
        let bears = match bearing {
            Bearing::Unknown => bears_on_figures(&own.header.words(), &words),
            Bearing::Given => states_period(&words),
            Bearing::OtherYear => false,
        };
        if bears {
            if own.figures == 0 {
                own.sample = cell;
            }
            own.figures += 1;
        }
    }
}

/// Whether a cell states a day or a month.
fn states_period(cell: &str) -> bool {
    holds_date(cell) && !is_amount(cell) || is_month(cell)
}

/// Whether a text is a number with decimals, or an amount of money with points or commas between its thousands: `38.700,00`.
fn is_amount(text: &str) -> bool {
    let number = text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '€' | '$' | '£'));
    let is_of_number = |c: char| c.is_ascii_digit() || matches!(c, ',' | '.');
    let in_thousands = || number.split('.').skip(1).all(|group| group.len() == 3);
    // A day has no comma, and more than one point.
    let has_no_day = || number.contains(',') || number.matches('.').count() == 1 || in_thousands();
    read_figure(number).is_ok() || (number.chars().all(is_of_number) && has_no_day())
}

/// Whether what stands in a cell could change what the figures beside it mean: whatever stands below a header of time, and below any
/// other, but for those of codes and numbers by which things are called, a date, a period, hours, a number, a percentage.
fn bears_on_figures(header: &str, cell: &str) -> bool {
    let states_figure = || {
        matches!(CellKind::of(cell), CellKind::Share | CellKind::Hours)
            || read_figure(cell).is_ok()
            || is_number(cell)
            || holds_date(cell)
            || names_month(cell)
            || percentages::count(cell) > 0
            || (cell.starts_with(|c: char| c.is_ascii_digit()) && states_time(cell))
    };
    states_time(header) || (!counts_things(header) && states_figure())
}

/// Whether a text has digits, and nothing but digits and what stands between and beside them.
fn is_number(text: &str) -> bool {
    text.contains(|c: char| c.is_ascii_digit())
        && text.chars().all(|c| {
            c.is_ascii_digit() || matches!(c, ' ' | ',' | '.' | '/' | '-' | '–' | ':' | '€' | '%' | '+' | '~' | '≈')
        })
}

/// Whether a text holds a day: digits, a mark, digits, as in `1/3` and `01.03.2024`.
fn holds_date(text: &str) -> bool {
    let bytes = text.as_bytes();
    let is_mark = |at: usize| matches!(bytes[at], b'/' | b'-' | b'.');
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    (1..bytes.len()).any(|at| is_mark(at) && is_digit(at - 1) && is_digit(at + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_no_days() {
        for amount in ["38,70", "38.7", "38.700,00", "38,700.00", "38700.00", "€ 1.234.567", "1.234.567,89 €"] {
            assert!(is_amount(amount) && !states_period(amount), "{amount}");
        }
        for day in ["1.3.2024", "01.03.24", "1/3", "1/3/2024", "2024-03-01", "dal 1.3"] {
            assert!(states_period(day), "{day}");
        }
    }

    #[test]
    fn what_could_change_the_figures_is_told_from_words() {
        for (header, cell) in [
            ("Dal", "01/01/2024"),
            ("Periodo", "primo semestre"),
            ("Ore", "36"),
            ("Note", "dal 1/3"),
            ("Gennaio", "50"),
            ("Anno", "2023"),
            ("x", "40 %"),
            ("Mese", "marzo"),
            ("x", "6 mesi"),
            ("RAL", "31.000,00"),
            ("Note", "di cui 3 % altrove"),
            ("Note", "in servizio da giugno"),
        ] {
            assert!(bears_on_figures(header, cell), "{header}: {cell}");
        }
        for (header, cell) in [
            ("Note", "vedi allegato"),
            ("Sede", "Via Roma 5"),
            ("Telefono", "0522 456"),
            ("Codice ufficio", "12"),
            ("Profilo", "C1"),
            ("Capitolo", "1234"),
        ] {
            assert!(!bears_on_figures(header, cell), "{header}: {cell}");
        }
    }
}
