//! What the user tells the program about a plan, in `cento.toml`.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer};

use crate::finding::FailOn;
use crate::model::Percent;

/// The name of the settings file, beside a plan's documents or in the working folder.
pub const SETTINGS_FILE: &str = "cento.toml";

/// The settings of one plan.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// `[entity]`: whose plan it is.
    pub entity: EntitySettings,
    /// `[plan]`: how it is called.
    pub plan: PlanSettings,
    /// `[check]`: how it is judged.
    pub check: CheckSettings,
}

/// Whose plan it is, where the documents do not say it.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct EntitySettings {
    /// The body's name, e.g. `Comune di Modena`.
    pub name: Option<String>,
    /// The body's code in the public index, e.g. `c_h223`.
    pub code: Option<String>,
}

/// How the plan is called, where the documents do not say it.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PlanSettings {
    /// The name of the plan in every output.
    pub label: Option<String>,
    /// The year.
    pub year: Option<u16>,
}

/// How the plan is judged.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct CheckSettings {
    /// By how much a total may miss the capacity and still be full, in percent.
    #[serde(deserialize_with = "tolerance")]
    pub tolerance_percent: Option<Percent>,
    /// The severity from which on findings make the check fail.
    pub fail_on: Option<FailOn>,
}

/// Why a settings file cannot be used.
#[derive(Debug, thiserror::Error)]
#[allow(missing_docs, reason = "the sentence of each variant names its fields")]
pub enum SettingsError {
    /// The file cannot be read.
    #[error("{path}: {error}")]
    Unreadable { path: String, error: io::Error },
    /// The file is not what it should be; the message has line and column.
    #[error("{path}: {error}")]
    Invalid { path: String, error: Box<toml::de::Error> },
}

impl Settings {
    /// The settings in the file at `path`.
    ///
    /// # Errors
    ///
    /// A file that cannot be read, is no TOML, or has a key that means nothing.
    pub fn load(path: &Path) -> Result<Self, SettingsError> {
        let shown = || path.to_string_lossy().into_owned();
        let text = fs::read_to_string(path).map_err(|error| SettingsError::Unreadable { path: shown(), error })?;
        toml::from_str(&text).map_err(|error| SettingsError::Invalid { path: shown(), error: Box::new(error) })
    }

    /// The settings file for the plan in `folder`: there, otherwise in the working folder.
    pub fn find(folder: &Path) -> Option<PathBuf> {
        [folder.join(SETTINGS_FILE), PathBuf::from(SETTINGS_FILE)].into_iter().find(|path| path.is_file())
    }
}

/// Why a number is no tolerance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ToleranceFault {
    /// It is no number.
    #[error("a tolerance is a number in percent")]
    NotAFigure,
    /// It is below nothing.
    #[error("a tolerance cannot be negative")]
    Negative,
    /// It would let everything pass.
    #[error("a tolerance must be less than 100")]
    TooLarge,
    /// It has more decimals than a percentage may have.
    #[error("a tolerance has at most six decimals")]
    TooFine,
}

impl ToleranceFault {
    /// The code of the fault in messages.
    pub fn code(self) -> &'static str {
        match self {
            Self::NotAFigure => "not-a-figure",
            Self::Negative => "negative",
            Self::TooLarge => "too-large",
            Self::TooFine => "too-fine",
        }
    }
}

/// A tolerance that means something.
///
/// # Errors
///
/// What is wrong with it: below nothing, a hundred or more, too many decimals.
pub fn valid_tolerance(value: Decimal) -> Result<Percent, ToleranceFault> {
    if value.is_sign_negative() && !value.is_zero() {
        Err(ToleranceFault::Negative)
    } else if value >= Decimal::ONE_HUNDRED {
        Err(ToleranceFault::TooLarge)
    } else if value.normalize().scale() > Percent::DECIMALS {
        Err(ToleranceFault::TooFine)
    } else {
        Ok(Percent::from(value))
    }
}

fn tolerance<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Percent>, D::Error> {
    let value = <Decimal as Deserialize>::deserialize(deserializer)?;
    valid_tolerance(value).map(Some).map_err(serde::de::Error::custom)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Result<Settings, String> {
        toml::from_str(text).map_err(|error| error.to_string())
    }

    #[test]
    fn reads_what_it_knows() {
        let text = "[entity]\nname = 'Comune di Modena'\n[check]\ntolerance_percent = 0.01\nfail_on = 'warning'\n";
        let settings = parse(text).unwrap();
        assert_eq!(settings.entity.name.as_deref(), Some("Comune di Modena"));
        assert_eq!(settings.check.tolerance_percent, Some(Percent::from_millionths(10_000)));
        assert_eq!(settings.check.fail_on, Some(FailOn::Warning));
    }

    #[test]
    fn refuses_what_it_does_not_know_with_its_line() {
        let error = parse("[check]\ntollerance = 1\n").unwrap_err();
        assert!(error.contains("line 2") && error.contains("tollerance"), "{error}");
        assert!(parse("[check]\ntolerance_percent = -1\n").is_err());
        assert!(parse("[check]\ntolerance_percent = '0.0000001'\n").is_err());
    }
}
