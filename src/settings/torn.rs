//! Figures torn by a decimal comma in a text between commas: `Rossi Ada,50,5`, whose cells happen to be as many as the header's.

use std::collections::BTreeSet;

use super::fault::Fault;
use super::header::{Column, Holds};
use super::raw_row::{RawRow, Wrong};
use crate::model::Percent;

/// What is seen of torn figures in a table, row by row.
#[derive(Debug)]
pub(super) enum Torn {
    /// Nothing tears a figure there.
    Nowhere,
    /// Commas stand between the cells.
    Between {
        /// Those that are torn if the column behind is of words, with that column.
        doubted: Vec<(usize, Wrong)>,
        /// The columns that are none of the table's in which words stand.
        of_words: BTreeSet<usize>,
    },
}

impl Torn {
    /// What is to be seen of a text with a sign between its cells.
    pub fn between(delimiter: u8) -> Self {
        if delimiter == b',' { Self::Between { doubted: Vec::new(), of_words: BTreeSet::new() } } else { Self::Nowhere }
    }

    /// Looks at a row; `column` tells which of the table's columns a column of the file is.
    pub fn look<'c>(&mut self, row: &RawRow, column: impl Fn(usize) -> Option<&'c Column>) -> Result<(), Wrong> {
        let Self::Between { doubted, of_words } = self else { return Ok(()) };
        for (at, cells) in row.cells.windows(2).enumerate() {
            let [figure, behind] = [&cells[0].text, &cells[1].text];
            let of_behind = column(at + 1);
            if of_behind.is_none() && behind.contains(char::is_alphabetic) {
                of_words.insert(at + 1);
            }
            let Some(of_figure) = column(at).filter(|own| own.holds.is_figure()) else { continue };
            if !is_whole(figure) || !is_fraction(behind) {
                continue;
            }
            let torn = Fault::TornFigure { column: of_figure.name, value: figure.clone(), next: behind.clone() };
            match of_behind.map(|own| own.holds) {
                Some(Holds::Name | Holds::Words | Holds::Remarks) => return Err((row.at.clone(), torn)),
                // Only the other rows tell what it is.
                None => doubted.push((at + 1, (row.at.clone(), torn))),
                Some(_) => {}
            }
        }
        Ok(())
    }

    /// The first figure that is torn, once all rows are seen.
    pub fn finish(self) -> Result<(), Wrong> {
        let Self::Between { doubted, of_words } = self else { return Ok(()) };
        doubted.into_iter().find(|(at, _)| of_words.contains(at)).map_or(Ok(()), |(_, wrong)| Err(wrong))
    }
}

/// Whether a text may be what stands before a decimal comma.
fn is_whole(text: &str) -> bool {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
}

/// Whether a text may be what stands behind a decimal comma.
fn is_fraction(text: &str) -> bool {
    let digits = text.strip_suffix('%').map_or(text, str::trim_end);
    let most = Percent::DECIMALS as usize;
    (1..=most).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_and_its_decimals() {
        for (text, whole, fraction) in
            [("50", true, true), ("-5", true, false), ("1.234", true, false), ("5 %", false, true), ("", false, false)]
        {
            assert_eq!((is_whole(text), is_fraction(text)), (whole, fraction), "{text}");
        }
        // No percentage has so many decimals.
        assert!(is_fraction("333333") && !is_fraction("1234567") && !is_fraction("uno"));
    }
}
