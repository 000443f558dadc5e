//! Who leads which CDR.

use std::collections::HashMap;

use crate::identity;
use crate::model::Plan;

/// The directors of a plan's CDRs.
#[derive(Debug)]
pub struct Directors {
    /// The keys of the lines `Dirigente:`, in the order of [`Plan::cdrs`].
    keys: Vec<Option<String>>,
    /// The CDRs on whose line a word stands.
    by_word: HashMap<String, Vec<usize>>,
}

impl Directors {
    /// The directors of a plan.
    pub fn of(plan: &Plan<'_>) -> Self {
        let key = |cdr: &crate::model::Cdr<'_>| Some(identity::key(&cdr.director.as_ref()?.words()));
        let keys: Vec<Option<String>> = plan.cdrs.iter().map(key).collect();
        let mut by_word: HashMap<String, Vec<usize>> = HashMap::new();
        for (cdr, line) in keys.iter().enumerate().filter_map(|(cdr, line)| Some((cdr, line.as_deref()?))) {
            for word in line.split(' ') {
                by_word.entry(word.to_owned()).or_default().push(cdr);
            }
        }
        Self { keys, by_word }
    }

    /// Whether the plan names any director: if it does not, nobody can be said to lead nothing.
    pub fn are_known(&self) -> bool {
        self.keys.iter().any(Option::is_some)
    }

    /// The CDRs (indices into [`Plan::cdrs`]) that the person leads whose name has this key: those on whose
    /// line all words of the name stand, in any order, whatever stands beside them (`Dott. … ad interim`).
    pub fn led_by(&self, key: &str) -> Vec<usize> {
        let leads = |cdr: &usize| self.keys[*cdr].as_deref().is_some_and(|line| identity::has_all_words(line, key));
        // All its words must stand there: those with the rarest of them are looked at.
        let lines = key.split(' ').map(|word| self.by_word.get(word).map_or(&[][..], Vec::as_slice));
        let mut led: Vec<usize> = lines.min_by_key(|lines| lines.len()).unwrap_or_default().to_vec();
        led.dedup();
        led.retain(leads);
        led
    }
}
