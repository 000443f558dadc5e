//! Why a command could not finish, in words that say what, where and what to do.

use std::fmt::Write;
use std::io;
use std::path::PathBuf;
use std::str::FromStr;

use fluent_bundle::FluentValue;
use rust_decimal::Decimal;

use super::Format;
use crate::analyse::AnalysisError;
use crate::finding::Code;
use crate::model::Percent;
use crate::parse::ParseError;
use crate::present::{Messages, visible};
use crate::read::{ReadError, SkipReason, Skipped};
use crate::settings::{SettingsError, ToleranceFault, valid_tolerance};
use crate::survey::SurveyError;

/// Why a command could not finish.
#[derive(Debug)]
pub enum Failure {
    /// The survey stopped.
    Survey(SurveyError),
    /// The output could not be written.
    Output { path: PathBuf, error: io::Error },
    /// The tolerance is none.
    Tolerance { value: String, fault: ToleranceFault },
    /// No person is called so.
    UnknownPerson { name: String, nearest: Vec<String> },
    /// Several people are.
    ManyPersons { name: String, names: Vec<String> },
    /// A code of findings is none.
    Codes { value: String },
    /// The command does not make this format.
    Format { format: Format, formats: &'static [Format] },
    /// The output could not be made.
    Unwritable { reason: String },
}

impl From<SurveyError> for Failure {
    fn from(error: SurveyError) -> Self {
        Self::Survey(error)
    }
}

impl From<AnalysisError> for Failure {
    fn from(error: AnalysisError) -> Self {
        Self::Unwritable { reason: error.to_string() }
    }
}

impl From<serde_json::Error> for Failure {
    fn from(error: serde_json::Error) -> Self {
        Self::Unwritable { reason: error.to_string() }
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Unwritable { reason: error.to_string() }
    }
}

/// The tolerance that an option gives, with a decimal comma or point.
pub fn tolerance(value: &str) -> Result<Percent, Failure> {
    let plain = value.trim().trim_end_matches('%').trim_end().replace(',', ".");
    let fault = |fault| Failure::Tolerance { value: value.to_owned(), fault };
    if plain.contains(['e', 'E', '_']) {
        return Err(fault(ToleranceFault::NotAFigure));
    }
    let number = Decimal::from_str(&plain).map_err(|_| fault(ToleranceFault::NotAFigure))?;
    valid_tolerance(number).map_err(fault)
}

impl Failure {
    /// What happened, in the language of the messages.
    pub fn message(&self, words: &Messages) -> String {
        match self {
            Self::Survey(error) => survey_message(error, words),
            Self::Output { path, error } => words.format(
                "error-output",
                &[("path", shown(&path.to_string_lossy())), ("reason", error.to_string().into())],
            ),
            Self::Tolerance { value, fault } => {
                words.format("error-tolerance", &[("value", shown(value)), ("reason", fault.code().into())])
            }
            Self::UnknownPerson { name, nearest } => {
                let unknown = words.format("error-unknown-person", &[("name", shown(name))]);
                if nearest.is_empty() {
                    return unknown;
                }
                unknown + " " + &words.format("error-nearest", &[("names", list(nearest))])
            }
            Self::ManyPersons { name, names } => {
                words.format("error-many-persons", &[("name", shown(name)), ("names", list(names))])
            }
            Self::Codes { value } => {
                let codes: Vec<String> = Code::ALL.iter().map(|code| code.code().to_owned()).collect();
                words.format("error-codes", &[("value", shown(value)), ("codes", list(&codes))])
            }
            Self::Format { format, formats } => {
                let formats: Vec<String> = formats.iter().map(|format| format_name(*format)).collect();
                words.format("error-format", &[("format", format_name(*format).into()), ("formats", list(&formats))])
            }
            Self::Unwritable { reason } => words.format("error-analysis", &[("reason", shown(reason))]),
        }
    }
}

fn survey_message(error: &SurveyError, words: &Messages) -> String {
    match error {
        SurveyError::Read(error) => read_message(error, words),
        SurveyError::Settings(SettingsError::Unreadable { path, error }) => {
            words.format("error-settings-unreadable", &[("path", shown(path)), ("reason", error.to_string().into())])
        }
        SurveyError::Settings(SettingsError::Invalid { path, error }) => {
            words.format("error-settings-invalid", &[("path", shown(path))]) + "\n" + error.to_string().trim_end()
        }
        SurveyError::Parse(ParseError::TwoEntities { first, first_entity, second, second_entity }) => {
            two("error-two-entities", first, first_entity, second, second_entity, words)
        }
        SurveyError::Parse(ParseError::TwoYears { first, first_year, second, second_year }) => {
            two("error-two-years", first, &first_year.to_string(), second, &second_year.to_string(), words)
        }
        SurveyError::Analysis(error) => words.format("error-analysis", &[("reason", error.to_string().into())]),
        SurveyError::NoPlan { paths, skipped } => {
            let mut message = words.format("error-no-plan", &[("paths", list(paths))]);
            for Skipped { path, reason } in skipped {
                let reason = words.text(match reason {
                    SkipReason::NotText => "skipped-not-text",
                    SkipReason::NoPlan => "skipped-no-plan",
                });
                let _ = write!(message, "\n  {} ({reason})", visible(path));
            }
            message
        }
    }
}

fn two(message: &str, first: &str, first_value: &str, second: &str, second_value: &str, words: &Messages) -> String {
    let args = [
        ("first", shown(first)),
        ("first-value", shown(first_value)),
        ("second", shown(second)),
        ("second-value", shown(second_value)),
    ];
    words.format(message, &args)
}

fn read_message(error: &ReadError, words: &Messages) -> String {
    match error {
        ReadError::Missing { path } => words.format("error-missing", &[("path", shown(path))]),
        ReadError::Unreadable { path, error } => {
            words.format("error-unreadable", &[("path", shown(path)), ("reason", error.to_string().into())])
        }
        ReadError::NotText { path } => words.format("error-not-text", &[("path", shown(path))]),
        ReadError::TooLarge { path } => words.format("error-too-large", &[("path", shown(path))]),
    }
}

fn shown(text: &str) -> FluentValue<'_> {
    visible(text).into()
}

fn list(names: &[String]) -> FluentValue<'static> {
    names.iter().map(|name| visible(name)).collect::<Vec<_>>().join(", ").into()
}

fn format_name(format: Format) -> String {
    format!("{format:?}").to_lowercase()
}
