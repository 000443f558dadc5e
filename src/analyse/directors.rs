//! Who leads which CDR.

use crate::identity;
use crate::model::Plan;

/// The directors of a plan's CDRs.
#[derive(Debug)]
pub struct Directors {
    /// The keys of the lines `Dirigente:`, in the order of [`Plan::cdrs`].
    keys: Vec<Option<String>>,
}

impl Directors {
    /// The directors of a plan.
    pub fn of(plan: &Plan<'_>) -> Self {
        let key = |cdr: &crate::model::Cdr<'_>| Some(identity::key(&cdr.director.as_ref()?.words()));
        Self { keys: plan.cdrs.iter().map(key).collect() }
    }

    /// Whether the plan names any director: if it does not, nobody can be said to lead nothing.
    pub fn are_known(&self) -> bool {
        self.keys.iter().any(Option::is_some)
    }

    /// The CDRs (indices into [`Plan::cdrs`]) that the person leads whose name has this key: those on whose
    /// line all words of the name stand, in any order, whatever stands beside them (`Dott. … ad interim`).
    pub fn led_by(&self, key: &str) -> Vec<usize> {
        let leads = |cdr: &usize| self.keys[*cdr].as_deref().is_some_and(|line| identity::has_all_words(line, key));
        (0..self.keys.len()).filter(leads).collect()
    }
}
