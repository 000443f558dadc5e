//! Who leads which CDR.

use foldhash::HashMap;

use crate::identity;
use crate::model::{Plan, Role};

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
        let mut by_word: HashMap<String, Vec<usize>> = HashMap::default();
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

    /// The CDRs (indices into [`Plan::cdrs`]) that a subject leads, by whichever spelling of the name. Of several people who have it,
    /// those lead who are directors in their rows, if any is.
    pub fn led_by_subject(&self, plan: &Plan<'_>, subject: usize) -> Vec<usize> {
        let mut led: Vec<usize> =
            identity::keys(&plan.subjects[subject]).iter().flat_map(|key| self.led_by(key)).collect();
        led.sort_unstable();
        led.dedup();
        let is_director = |subject: usize| plan.commitments_of(subject).any(|row| row.role == Role::Director);
        let own = base(&plan.subjects[subject].key);
        // Whoever is alone with a name leads, whatever stands in the rows.
        let is_told_apart = own.len() < plan.subjects[subject].key.len();
        if led.is_empty() || !is_told_apart || is_director(subject) {
            return led;
        }
        let is_other = |other: &usize| *other != subject && base(&plan.subjects[*other].key) == own;
        let has_other = (0..plan.subjects.len()).filter(is_other).any(is_director);
        if has_other { Vec::new() } else { led }
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

/// The key of a name without what tells its bearer from others.
fn base(key: &str) -> &str {
    key.split_once(" (").map_or(key, |(name, _)| name)
}
