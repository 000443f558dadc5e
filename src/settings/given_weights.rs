//! Weights that are given, in a table: one line for each project or objective.

use rust_decimal::Decimal;

use super::at_row::AtRow;
use super::fault::SettingsError;
use super::header::{Column, Holds};
use super::table::{self, Line, PassedOver, Table};
use crate::identity;
use crate::source::Document;

/// The weights in a file.
#[derive(Debug)]
pub struct GivenWeights {
    /// The path of the file.
    pub path: String,
    /// Its lines.
    pub lines: Vec<GivenWeight>,
    /// What of it was not needed.
    pub passed_over: PassedOver,
}

/// A weight that is given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GivenWeight {
    /// The key of the director's name; none for every director who has the project.
    pub director: Option<String>,
    /// The code of a project or of an objective, as it is written.
    pub code: String,
    /// The weight, in hundredths of a percent.
    pub hundredths: u64,
    /// Where it stands in the file.
    pub at: AtRow,
}

const COLUMNS: [Column; 3] = [
    Column::new("director", Holds::Name, &["dirigente"]),
    Column::new("code", Holds::Codes, &["codice", "project", "progetto", "objective", "obiettivo"]),
    Column::new("weight_percent", Holds::Percent, &["peso", "peso_percento", "weight"]),
];

impl GivenWeights {
    /// The weights in a file, as [`read_table`](crate::read::read_table) reads it: code and weight, and the director where one
    /// is meant alone.
    ///
    /// # Errors
    ///
    /// A column that is missing, a weight that is none or has more than two decimals; with the line.
    pub fn of(document: &Document) -> Result<Self, SettingsError> {
        let given = |line: Line| {
            let code = line.needed(1)?;
            let hundredths = line.figure(2, |weight| hundredths(weight).is_some())?.and_then(hundredths);
            let hundredths = hundredths.ok_or_else(|| line.wrong(2))?;
            let director = line.cell(0).map(identity::key);
            Ok(GivenWeight { director, code: code.to_owned(), hundredths, at: line.at.clone() })
        };
        let path = document.path().to_owned();
        match table::read(document, &COLUMNS, &[1, 2], given) {
            Ok(Table { lines, passed_over }) => Ok(Self { path, lines, passed_over }),
            Err((at, fault)) => Err(SettingsError::Invalid { path, at, fault }),
        }
    }
}

/// A percentage from 0 to 100 in hundredths; none if it is another number, or finer.
pub fn hundredths(percent: Decimal) -> Option<u64> {
    let hundredths = percent * Decimal::ONE_HUNDRED;
    let is_whole = hundredths.normalize().scale() == 0;
    let is_share = percent >= Decimal::ZERO && percent <= Decimal::ONE_HUNDRED;
    (is_whole && is_share).then(|| hundredths.try_into().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_are_hundredths_from_nothing_to_all() {
        assert_eq!(hundredths(Decimal::new(3050, 2)), Some(3050));
        assert_eq!(hundredths(Decimal::ONE_HUNDRED), Some(10_000));
        for wrong in [Decimal::new(1, 3), Decimal::new(10_001, 2), Decimal::new(-1, 0)] {
            assert_eq!(hundredths(wrong), None, "{wrong}");
        }
    }
}
