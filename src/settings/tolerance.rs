//! By how much a total may miss the capacity.

use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer};

use crate::model::Percent;

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

/// Reads a tolerance out of the settings.
pub(super) fn tolerance<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Percent>, D::Error> {
    let value = <Decimal as Deserialize>::deserialize(deserializer)?;
    valid_tolerance(value).map(Some).map_err(serde::de::Error::custom)
}
