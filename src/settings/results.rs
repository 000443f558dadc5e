//! Results of indicators that the user gives: a CSV file with a line for each.

use super::csv_table::{self, Column};
use super::document;
use super::fault::SettingsError;
use crate::identity;
use crate::model::{Direction, Measure};

/// The results in a file.
#[derive(Debug)]
pub struct Results {
    /// The path of the file.
    pub path: String,
    /// Its lines.
    pub lines: Vec<ResultLine>,
    /// What is wrong with some of them.
    pub faults: Vec<(u32, ResultFault)>,
}

/// A line of a file of results.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResultLine {
    /// The label of the plan, where it is written.
    pub plan: Option<String>,
    /// The code of the project, where it is written.
    pub project: Option<String>,
    /// The code of the objective, where it is written.
    pub objective: Option<String>,
    /// The code of the indicator.
    pub indicator: String,
    /// What is measured, where it is written.
    pub title: Option<String>,
    /// The target, where it is written.
    pub target: Option<String>,
    /// What came of it; none if nothing is written, or if it cannot be used.
    pub result: Option<Actual>,
    /// Its number in the file, counted from 1.
    pub line: u32,
}

/// The actual value of an indicator, and which way is better.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actual {
    /// Which way is better.
    pub direction: Direction,
    /// The value.
    pub value: Measure,
    /// As it is written.
    pub written: String,
}

/// Why a line of a file of results cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[allow(missing_docs, reason = "the sentence of each variant names its fields")]
pub enum ResultFault {
    /// It says of no indicator what it is about.
    #[error("no indicator")]
    NoIndicator,
    /// An actual value, and nothing that says which way is better.
    #[error("{indicator} has a value and no direction")]
    NoDirection { indicator: String },
    /// A word that is no direction.
    #[error("{written} is no direction")]
    UnknownDirection { written: String },
    /// An actual value that is none of its sort.
    #[error("{written} is no value for the direction {}", direction.code())]
    UnreadableActual { written: String, direction: Direction },
    /// No plan has the indicator.
    #[error("no plan has {indicator}")]
    UnknownIndicator { indicator: String, nearest: Option<String> },
    /// Several indicators of a plan are called so.
    #[error("{indicator} stands under {}", objectives.join(", "))]
    SeveralIndicators { indicator: String, objectives: Vec<String> },
    /// Several plans have it, and the line does not say which is meant.
    #[error("{indicator} stands in {}", plans.join(", "))]
    SeveralPlans { indicator: String, plans: Vec<String> },
    /// Another line has a result of the indicator already.
    #[error("{indicator} has a result on line {first}")]
    Twice { indicator: String, first: u32 },
    /// Its plan is none of those at hand.
    #[error("no plan is called {written}; the plans: {}", plans.join(", "))]
    UnknownPlan { written: String, plans: Vec<String> },
    /// Neither the plan nor the file has a target.
    #[error("{indicator} has no target")]
    NoTarget { indicator: String },
    /// The target states no value, or several.
    #[error("the target {written} of {indicator} cannot be read")]
    UnreadableTarget { indicator: String, written: String, direction: Direction },
    /// The plan's target is of another sort than the direction asks for.
    #[error("the target {written} of {indicator} is none for the direction {}", direction.code())]
    WrongDirection { indicator: String, written: String, direction: Direction },
    /// The target in the file is not that of the plan.
    #[error("the target of {indicator} is {in_plan}, not {written}")]
    AnotherTarget { indicator: String, written: String, in_plan: String },
    /// More is better, and there is nothing to reach.
    #[error("{indicator} should be higher than {target}")]
    NothingToReach { indicator: String, target: String },
}

const COLUMNS: [Column; 10] = [
    ("plan", &["piano"]),
    ("project", &["progetto"]),
    ("objective", &["obiettivo"]),
    ("code", &["codice", "indicator", "indicatore"]),
    ("title", &["titolo", "descrizione"]),
    ("target", &["valore_atteso", "atteso"]),
    ("proposed_direction", &["direzione_proposta", "verso_proposto"]),
    ("direction", &["direzione", "verso"]),
    ("actual", &["risultato", "consuntivo", "valore", "valore_raggiunto"]),
    ("note", &["notes", "annotazioni"]),
];

/// The places of those that count; the others are there for whoever fills them in.
const PLAN: usize = 0;
const PROJECT: usize = 1;
const OBJECTIVE: usize = 2;
const CODE: usize = 3;
const TITLE: usize = 4;
const TARGET: usize = 5;
const DIRECTION: usize = 7;
const ACTUAL: usize = 8;

impl Results {
    /// The results in the bytes of a file, called by its path: indicators by their codes, each with direction and
    /// actual value.
    ///
    /// A line that cannot be used is a fault, and does not keep the others from being read.
    ///
    /// # Errors
    ///
    /// A file that is no text, a column that means nothing or is missing; with the line.
    pub fn of(path: &str, bytes: Vec<u8>) -> Result<Self, SettingsError> {
        let document = document(path, bytes)?;
        let invalid = |(line, fault)| SettingsError::Invalid { path: document.path().to_owned(), line, fault };
        let table = csv_table::read(&document, &COLUMNS, &[CODE, DIRECTION, ACTUAL], Ok).map_err(invalid)?;
        let mut results = Self { path: document.path().to_owned(), lines: Vec::new(), faults: Vec::new() };
        for line in &table {
            let Some(indicator) = line.cell(CODE) else {
                results.faults.push((line.number, ResultFault::NoIndicator));
                continue;
            };
            let result = actual(line, indicator).unwrap_or_else(|fault| {
                results.faults.push((line.number, fault));
                None
            });
            let text = |column: usize| line.cell(column).map(|text| unguarded(text).to_owned());
            results.lines.push(ResultLine {
                plan: text(PLAN),
                project: text(PROJECT),
                objective: text(OBJECTIVE),
                indicator: indicator.to_owned(),
                title: text(TITLE),
                target: text(TARGET),
                result,
                line: line.number,
            });
        }
        Ok(results)
    }
}

/// What came of an indicator; none where nothing is written.
fn actual(line: &csv_table::Line, indicator: &str) -> Result<Option<Actual>, ResultFault> {
    let direction = line
        .cell(DIRECTION)
        .map(|written| direction(written).ok_or_else(|| ResultFault::UnknownDirection { written: written.to_owned() }));
    let direction = direction.transpose()?;
    let Some(written) = line.cell(ACTUAL).map(unguarded) else { return Ok(None) };
    let direction = direction.ok_or_else(|| ResultFault::NoDirection { indicator: indicator.to_owned() })?;
    let unreadable = || ResultFault::UnreadableActual { written: written.to_owned(), direction };
    let value = Measure::actual(written, direction).ok_or_else(unreadable)?;
    Ok(Some(Actual { direction, value, written: written.to_owned() }))
}

/// A text without the mark that keeps a spreadsheet from taking it for a formula.
fn unguarded(text: &str) -> &str {
    text.strip_prefix('\'').filter(|rest| rest.starts_with(['=', '+', '-', '@'])).unwrap_or(text)
}

/// The direction that a word means, in Italian or English, or as a sign.
fn direction(written: &str) -> Option<Direction> {
    let key: String = identity::key(written).chars().filter(|c| c.is_alphabetic() || "<>=≤≥".contains(*c)).collect();
    match &*key {
        "higher" | "maggiore" | "piu" | ">" | ">=" | "≥" => Some(Direction::Higher),
        "lower" | "minore" | "meno" | "<" | "<=" | "≤" => Some(Direction::Lower),
        "date" | "data" | "onorbefore" | "entro" => Some(Direction::Date),
        "yesno" | "sino" => Some(Direction::YesNo),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn directions_in_words_and_signs() {
        for written in ["higher", "Maggiore", "≥", "> ="] {
            assert_eq!(direction(written), Some(Direction::Higher), "{written}");
        }
        for written in ["sì/no", "SI-NO", "yes/no", "yes-no"] {
            assert_eq!(direction(written), Some(Direction::YesNo), "{written}");
        }
        for direction in Direction::ALL {
            assert_eq!(super::direction(direction.code()), Some(direction));
        }
        assert_eq!(direction("boh"), None);
    }

    #[test]
    fn a_guard_against_formulas_is_no_part_of_a_value() {
        assert_eq!(unguarded("'-5"), "-5");
        assert_eq!(unguarded("'80"), "'80");
    }
}
