//! A person of the staff file.

use std::ops::Range;

use crate::identity;
use crate::model::{Contract, Percent, WorkingTime};

/// What the staff file says of one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StaffLine {
    /// The name, with the number behind it if others have the same.
    pub name: String,
    /// The name, as it is written.
    pub written: String,
    /// What all spellings of the name have in common.
    pub key: String,
    /// The number under which the body knows the person.
    pub matricola: Option<String>,
    /// What the person may be committed to; 100 % unless the file says something else.
    pub capacity: Percent,
    /// Whether the file says so.
    pub states_capacity: bool,
    /// The contract, if the file states hours or months.
    pub working_time: Option<WorkingTime>,
    /// The contracts one after another, if the file says from when to when.
    pub contracts: Vec<Contract>,
    /// The CDR.
    pub cdr: Option<String>,
    /// Anything else.
    pub note: Option<String>,
    pub(super) range: Range<usize>,
}

impl StaffLine {
    /// Whether the plan of a year may commit any of the person's time; of a year that is not known, if that of any may.
    pub fn may_be_committed(&self, year: Option<u16>) -> bool {
        if self.contracts.is_empty() {
            return !self.working_time.is_some_and(|time| time.is_nothing()) && self.capacity > Percent::ZERO;
        }
        let is_in = |contract: &Contract| year.is_none_or(|year| contract.within(year).is_some());
        self.contracts.iter().any(|contract| contract.may_be_committed() && is_in(contract))
    }

    /// Puts the number behind the name.
    pub(super) fn tell_apart(&mut self) {
        if let Some(number) = &self.matricola {
            self.name = format!("{} ({number})", self.written);
        }
    }

    /// What all spellings of the personnel number have in common, if there is one.
    pub fn number_key(&self) -> Option<String> {
        self.matricola.as_deref().and_then(identity::number_key)
    }
}
