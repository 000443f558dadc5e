//! Results of indicators that the user gives: a table with a line for each.

use rust_decimal::Decimal;

use super::at_row::AtRow;
use super::fault::SettingsError;
use super::header::{Column, Holds};
use super::table::{self, Line, PassedOver, Table};
use crate::identity;
use crate::model::{Direction, Measure, Reading, reading};
use crate::source::Document;

/// The results in a file.
#[derive(Debug)]
pub struct Results {
    /// The path of the file.
    pub path: String,
    /// Its lines.
    pub lines: Vec<ResultLine>,
    /// What is wrong with some of them.
    pub faults: Vec<(AtRow, ResultFault)>,
    /// What of the file was not needed.
    pub passed_over: PassedOver,
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
    /// Where it stands in the file.
    pub at: AtRow,
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
    /// An actual value in a cell that is merged over several rows.
    #[error("the value of {indicator} stands in a merged cell")]
    Merged { indicator: String },
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
    #[error("{indicator} has a result on line {}", first.line())]
    Twice { indicator: String, first: AtRow },
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
    Column::new("plan", Holds::Codes, &["piano"]),
    Column::new("project", Holds::Codes, &["progetto", "codice_progetto"]),
    Column::new("objective", Holds::Codes, &["obiettivo", "codice_obiettivo"]),
    Column::new("code", Holds::Codes, &["codice", "indicator", "indicatore", "codice_indicatore", "indicator_code"]),
    Column::new("title", Holds::Words, &["titolo", "descrizione", "description"]),
    Column::new("target", Holds::Figure, &["valore_atteso", "atteso", "target_value"]),
    Column::new("proposed_direction", Holds::Words, &["direzione_proposta", "verso_proposto", "proposta"]),
    Column::new("direction", Holds::Words, &["direzione", "verso"]),
    Column::new(
        "actual",
        Holds::Figure,
        &["risultato", "consuntivo", "valore", "valore_raggiunto", "result", "actual_value"],
    ),
    Column::new("note", Holds::Words, &["notes", "annotazioni"]),
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
    /// The results in a file, as [`read_table`](crate::read::read_table) reads it: indicators by their codes, each with direction
    /// and actual value.
    ///
    /// A line that cannot be used is a fault, and does not keep the others from being read.
    ///
    /// # Errors
    ///
    /// A column that is missing, or a row that is none of the table; with the line.
    pub fn of(document: &Document) -> Result<Self, SettingsError> {
        let path = document.path().to_owned();
        let table = table::read(document, &COLUMNS, &[CODE, DIRECTION, ACTUAL], Ok);
        let Table { lines, passed_over } =
            table.map_err(|(at, fault)| SettingsError::Invalid { path: path.clone(), at, fault })?;
        let mark = decimal_mark(&lines);
        let mut results = Self { path, lines: Vec::new(), faults: Vec::new(), passed_over };
        for line in &lines {
            let Some(indicator) = line.cell(CODE) else {
                results.faults.push((line.at.clone(), ResultFault::NoIndicator));
                continue;
            };
            let result = actual(line, indicator, mark).unwrap_or_else(|fault| {
                results.faults.push((line.at.clone(), fault));
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
                at: line.at.clone(),
            });
        }
        Ok(results)
    }
}

/// What came of an indicator; none where nothing is written.
fn actual(line: &Line, indicator: &str, mark: Option<char>) -> Result<Option<Actual>, ResultFault> {
    let direction = line
        .cell(DIRECTION)
        .map(|written| direction(written).ok_or_else(|| ResultFault::UnknownDirection { written: written.to_owned() }));
    let direction = direction.transpose()?;
    let Some(written) = line.cell(ACTUAL).map(unguarded) else { return Ok(None) };
    if line.is_merged(ACTUAL) {
        return Err(ResultFault::Merged { indicator: indicator.to_owned() });
    }
    let direction = direction.ok_or_else(|| ResultFault::NoDirection { indicator: indicator.to_owned() })?;
    let value = match direction {
        Direction::Higher | Direction::Lower => figure(written, mark, line.is_number(ACTUAL)).map(Measure::Figure),
        Direction::Date | Direction::YesNo => Measure::actual(written, direction),
    };
    let value = value.ok_or_else(|| ResultFault::UnreadableActual { written: written.to_owned(), direction })?;
    Ok(Some(Actual { direction, value, written: written.to_owned() }))
}

/// The figure that is written; none if it may be two, unless other figures of the file tell the mark before decimals.
fn figure(written: &str, mark: Option<char>, is_number: bool) -> Option<Decimal> {
    match reading(written) {
        Reading { decimal: Some(value), thousands: Some(_) } => {
            (is_number || mark.is_some_and(|mark| written.contains(mark))).then_some(value)
        }
        Reading { decimal, thousands } => decimal.or(thousands),
    }
}

/// The mark before decimals of a file's results, if they tell it: in a figure that can be read in one way alone, and in
/// none with another mark.
fn decimal_mark(lines: &[Line]) -> Option<char> {
    let is_used = |mark: char| {
        lines.iter().filter(|line| !line.is_number(ACTUAL)).filter_map(|line| line.cell(ACTUAL)).any(|written| {
            let before_decimals = written.rfind([',', '.']).is_some_and(|at| written[at..].starts_with(mark));
            before_decimals && matches!(reading(written), Reading { decimal: Some(_), thousands: None })
        })
    };
    match (is_used(','), is_used('.')) {
        (true, false) => Some(','),
        (false, true) => Some('.'),
        _ => None,
    }
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
