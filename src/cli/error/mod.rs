//! Why a command could not finish, in words that say what, where and what to do.

mod files;

use std::fmt::Write;
use std::io;
use std::path::PathBuf;
use std::str::FromStr;

use fluent_bundle::FluentValue;
use rust_decimal::Decimal;

use super::Format;
use crate::analyse::{AnalysisError, WeightsFault};
use crate::finding::Code;
use crate::model::Percent;
use crate::parse::ParseError;
use crate::present::{Messages, visible, without_names};
use crate::read::{ReadError, SkipReason, Skipped};
use crate::settings::{AtRow, ResultFault, SettingsError, ToleranceFault, valid_tolerance};
use crate::survey::SurveyError;
use files::{results_message, settings_message, weights_message};

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
    UnknownPerson { name: Option<String>, nearest: Vec<String> },
    /// No director is called so.
    UnknownDirector { name: Option<String>, nearest: Vec<String> },
    /// The weights cannot be found by the rules.
    Weights(WeightsFault),
    /// An option that is no floor.
    BadFloor { value: String },
    /// Lines of a file of results cannot be used.
    Results { path: String, faults: Vec<(AtRow, ResultFault)> },
    /// There is no file of results.
    NoResults,
    /// An option that is no cap.
    BadCap { value: String },
    /// Pictures are wanted, and nobody says where.
    NoFolder,
    /// An option that some kinds of pictures do not heed.
    NoUse { option: &'static str, kinds: Vec<String>, is_for: &'static str },
    /// No kind of picture is called so.
    UnknownKind { kind: String, known: Vec<String> },
    /// An option that is no day.
    BadDate { value: String },
    /// There is nothing that could be drawn.
    NothingToDraw,
    /// Nothing holds for a part of the year, and that alone was to be drawn.
    NoParts,
    /// An option that is no width.
    BadWidth { value: String },
    /// No CDR is called so.
    UnknownCdr { code: String, known: Vec<String> },
    /// No project is called so.
    UnknownProject { code: String, nearest: Option<String> },
    /// Another run writes there, and does not come to an end.
    Busy { path: PathBuf, process: Option<u32> },
    /// A file that would be overwritten is somebody else's.
    Foreign { path: PathBuf },
    /// A picture that would be overwritten shows another plan.
    OtherPlan { path: PathBuf },
    /// A file in the folder of a report is no part of it.
    ForeignInReport { path: PathBuf },
    /// A file of a report was changed since.
    Changed { path: PathBuf },
    /// A report is wanted, and nobody says where.
    NoReportFolder,
    /// A folder is wanted where something else stands.
    NotAFolder { path: PathBuf },
    /// The folder that would be replaced is the one that is worked in.
    WorkingFolder { path: PathBuf },
    /// Several people are.
    ManyPersons { name: Option<String>, names: Vec<String> },
    /// A code of findings is none.
    Codes { value: String },
    /// The command does not make this format.
    Format { format: Format, formats: &'static [Format] },
    /// The output could not be made.
    Unwritable { reason: String },
    /// A file cannot be read: that with the key of the pseudonyms, or another.
    Unreadable { path: PathBuf, reason: String },
    /// The output would replace a file that is read.
    OutputIsInput { path: String },
    /// A file that is to be made is there already.
    Exists { path: PathBuf },
    /// A command that looks at one plan got several.
    SeveralPlans { folders: Vec<String> },
    /// A command that writes names must not.
    NamesNeeded,
    /// Parts of the documents are to be shown as they are, and may name somebody.
    ExcerptsNeeded,
    /// The key of the pseudonyms is too short.
    ShortKey { path: PathBuf, bytes: usize },
    /// The key of the pseudonyms is one byte, over and over.
    PoorKey { path: PathBuf },
}

impl From<SurveyError> for Failure {
    fn from(error: SurveyError) -> Self {
        Self::Survey(error)
    }
}

impl From<ReadError> for Failure {
    fn from(error: ReadError) -> Self {
        Self::Survey(SurveyError::Read(error))
    }
}

impl From<SettingsError> for Failure {
    fn from(error: SettingsError) -> Self {
        Self::Survey(SurveyError::Settings(error))
    }
}

impl From<WeightsFault> for Failure {
    fn from(fault: WeightsFault) -> Self {
        Self::Weights(fault)
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
    /// What happened, in the language of the messages. `is_hidden` says that nobody is to be named.
    pub fn message(&self, words: &Messages, is_hidden: bool) -> String {
        let quoting = Quoting { is_hidden };
        match self {
            Self::Survey(SurveyError::Settings(error)) => settings_message(error, words, quoting),
            Self::Survey(error) => survey_message(error, words, quoting),
            Self::Output { path, error } => words.format(
                "error-output",
                &[("path", quoting.shown(&path.to_string_lossy())), ("reason", error.to_string().into())],
            ),
            Self::Tolerance { value, fault } => {
                words.format("error-tolerance", &[("value", quoting.shown(value)), ("reason", fault.code().into())])
            }
            Self::UnknownPerson { name, nearest } => unknown("error-unknown-person", name.as_deref(), nearest, words),
            Self::UnknownDirector { name, nearest } => {
                unknown("error-unknown-director", name.as_deref(), nearest, words)
            }
            Self::Weights(fault) => weights_message(fault, words, quoting),
            Self::BadFloor { value } => words.format("weights-bad-floor", &[("value", quoting.shown(value))]),
            Self::Results { path, faults } => results_message(path, faults, words, quoting),
            Self::NoFolder => words.text("error-no-folder"),
            Self::NoUse { option, kinds, is_for } => words.format(
                "error-no-use",
                &[("option", (*option).into()), ("kinds", list(kinds)), ("for", (*is_for).into())],
            ),
            Self::UnknownKind { kind, known } => {
                words.format("error-unknown-kind", &[("kind", quoting.shown(kind)), ("known", list(known))])
            }
            Self::BadDate { value } => words.format("error-date", &[("value", quoting.shown(value))]),
            Self::NothingToDraw => words.text("error-nothing-to-draw"),
            Self::NoParts => words.text("chart-no-parts"),
            Self::BadWidth { value } => words.format("error-width", &[("value", quoting.shown(value))]),
            Self::UnknownCdr { code, known } => {
                words.format("error-unknown-cdr", &[("code", quoting.shown(code)), ("known", quoting.list(known))])
            }
            Self::UnknownProject { code, nearest } => words.format(
                "error-unknown-project",
                &[("code", quoting.shown(code)), ("nearest", quoting.or_none(nearest.as_deref()))],
            ),
            Self::Foreign { path } => {
                words.format("error-foreign", &[("path", quoting.shown(&path.to_string_lossy()))])
            }
            Self::OtherPlan { path } => {
                words.format("error-other-plan", &[("path", quoting.shown(&path.to_string_lossy()))])
            }
            Self::ForeignInReport { path } => {
                words.format("error-foreign-in-report", &[("path", quoting.shown(&path.to_string_lossy()))])
            }
            Self::Changed { path } => {
                words.format("error-changed", &[("path", quoting.shown(&path.to_string_lossy()))])
            }
            Self::Busy { path, process } => {
                let process = process.map_or_else(|| NONE.to_owned(), |process| process.to_string());
                let path = quoting.shown(&path.to_string_lossy());
                words.format("error-busy", &[("path", path), ("process", process.into())])
            }
            Self::NoReportFolder => words.text("error-no-report-folder"),
            Self::NotAFolder { path } => {
                words.format("error-not-a-folder", &[("path", quoting.shown(&path.to_string_lossy()))])
            }
            Self::WorkingFolder { path } => {
                words.format("error-working-folder", &[("path", quoting.shown(&path.to_string_lossy()))])
            }
            Self::NoResults => words.text("error-no-results"),
            Self::BadCap { value } => words.format("error-cap", &[("value", quoting.shown(value))]),
            Self::ManyPersons { name, names } => {
                words.format("error-many-persons", &[("name", or_none(name.as_deref())), ("names", list(names))])
            }
            Self::Unreadable { path, reason } => words.format(
                "error-unreadable",
                &[("path", quoting.shown(&path.to_string_lossy())), ("reason", reason.as_str().into())],
            ),
            Self::OutputIsInput { path } => words.format("error-output-is-input", &[("path", quoting.shown(path))]),
            Self::Exists { path } => words.format("error-exists", &[("path", quoting.shown(&path.to_string_lossy()))]),
            Self::SeveralPlans { folders } => {
                words.format("error-several-plans", &[("folders", quoting.list(folders))])
            }
            Self::NamesNeeded => words.text("error-names-needed"),
            Self::ExcerptsNeeded => words.text("error-excerpts-needed"),
            Self::PoorKey { path } => {
                words.format("error-poor-key", &[("path", quoting.shown(&path.to_string_lossy()))])
            }
            Self::ShortKey { path, bytes } => words.format(
                "error-short-key",
                &[("path", quoting.shown(&path.to_string_lossy())), ("bytes", (*bytes).into())],
            ),
            Self::Codes { value } => {
                let codes: Vec<String> = Code::ALL.iter().map(|code| code.code().to_owned()).collect();
                words.format("error-codes", &[("value", quoting.shown(value)), ("codes", list(&codes))])
            }
            Self::Format { format, formats } => {
                let formats: Vec<String> = formats.iter().map(|format| format_name(*format)).collect();
                words.format("error-format", &[("format", format_name(*format).into()), ("formats", list(&formats))])
            }
            Self::Unwritable { reason } => words.format("error-analysis", &[("reason", visible(reason).into())]),
        }
    }
}

fn survey_message(error: &SurveyError, words: &Messages, quoting: Quoting) -> String {
    match error {
        SurveyError::Read(error) => read_message(error, words, quoting),
        SurveyError::Settings(error) => settings_message(error, words, quoting),
        SurveyError::Parse(ParseError::TwoEntities { first, first_entity, second, second_entity }) => {
            two("error-two-entities", [first, first_entity, second, second_entity], words, quoting)
        }
        SurveyError::Parse(ParseError::TwoYears { first, first_year, second, second_year }) => {
            two("error-two-years", [first, &first_year.to_string(), second, &second_year.to_string()], words, quoting)
        }
        SurveyError::OutputIsInput { path } => words.format("error-output-is-input", &[("path", quoting.shown(path))]),
        SurveyError::Analysis(error) => words.format("error-analysis", &[("reason", error.to_string().into())]),
        SurveyError::NoPlan { paths, skipped } => {
            let mut message = words.format("error-no-plan", &[("paths", quoting.list(paths))]);
            for Skipped { path, reason } in skipped {
                let reason = words.text(&format!("skipped-{}", reason.code()));
                let _ = write!(message, "\n  {} ({reason})", quoting.quoted(path));
            }
            if skipped.iter().any(|skipped| skipped.reason == SkipReason::NoPlan) {
                let _ =
                    write!(message, "\n{}", words.format("error-no-plan-layout", &[("paths", quoting.list(paths))]));
            }
            message
        }
    }
}

fn unknown(message: &str, name: Option<&str>, nearest: &[String], words: &Messages) -> String {
    let unknown = words.format(message, &[("name", or_none(name))]);
    if nearest.is_empty() {
        return unknown;
    }
    unknown + " " + &words.format("error-nearest", &[("names", list(nearest))])
}

/// The word for what is not known, on which messages select.
const NONE: &str = "none";

fn two(
    message: &str,
    [first, first_value, second, second_value]: [&str; 4],
    words: &Messages,
    quoting: Quoting,
) -> String {
    let args = [
        ("first", quoting.shown(first)),
        ("first-value", quoting.shown(first_value)),
        ("second", quoting.shown(second)),
        ("second-value", quoting.shown(second_value)),
    ];
    words.format(message, &args)
}

fn read_message(error: &ReadError, words: &Messages, quoting: Quoting) -> String {
    match error {
        ReadError::Missing { path } => words.format("error-missing", &[("path", quoting.shown(path))]),
        ReadError::Unreadable { path, error } => {
            words.format("error-unreadable", &[("path", quoting.shown(path)), ("reason", error.to_string().into())])
        }
        ReadError::NoTable { path } => words.format("error-no-table", &[("path", quoting.shown(path))]),
        ReadError::Refused { path, refusal } => {
            words.format(&format!("error-{}", refusal.code()), &[("path", quoting.shown(path))])
        }
    }
}

fn format_name(format: Format) -> String {
    format!("{format:?}").to_lowercase()
}

/// How an error repeats what others wrote: paths, options, documents.
#[derive(Debug, Clone, Copy)]
struct Quoting {
    /// That nobody is to be named: of what may be a name, nothing is repeated.
    is_hidden: bool,
}

impl Quoting {
    fn quoted(self, text: &str) -> String {
        visible(&if self.is_hidden { without_names(text) } else { text.into() }).into_owned()
    }

    /// Where in a file something is wrong.
    fn row(self, path: &str, at: &AtRow) -> String {
        match at.cell() {
            Some((sheet, cell)) => format!("{}, {}!{cell}", self.quoted(path), self.sheet(sheet)),
            None => format!("{}:{}", self.quoted(path), at.line()),
        }
    }

    /// The name of a worksheet, which may be that of a person.
    fn sheet(self, name: &str) -> String {
        if self.is_hidden { "…".to_owned() } else { visible(name).into_owned() }
    }

    fn shown(self, text: &str) -> FluentValue<'static> {
        self.quoted(text).into()
    }

    fn or_none(self, text: Option<&str>) -> FluentValue<'static> {
        text.map_or(NONE.into(), |text| self.shown(text))
    }

    fn list(self, texts: &[String]) -> FluentValue<'static> {
        texts.iter().map(|text| self.quoted(text)).collect::<Vec<_>>().join(", ").into()
    }
}

/// A text that is repeated whoever is to be named.
fn or_none(text: Option<&str>) -> FluentValue<'_> {
    text.map_or(NONE.into(), |text| visible(text).into())
}

/// Words that are repeated whoever is to be named: the program's own, and pseudonyms.
fn list(names: &[String]) -> FluentValue<'static> {
    names.iter().map(|name| visible(name)).collect::<Vec<_>>().join(", ").into()
}
