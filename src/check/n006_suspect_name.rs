//! **N006 suspect-name** (warning)
//!
//! *What it does.* Finds every name with characters that no name has: digits, characters without a
//! meaning of their own, letters of other alphabets among Latin ones. The name is kept as it is
//! written; the message proposes what was probably meant.
//!
//! *Why it matters.* A converter or a scanner has misread it, and the person is not added up with
//! the rows in which the name is written rightly.
//!
//! *What to do.* Correct the name in the document, or join the two in the settings
//! (`[[same_person]]`).

use std::borrow::Cow;
use std::collections::HashMap;

use super::Case;
use crate::finding::{Code, Facts, Finding};
use crate::identity::{bare, likely_reading, may_be_read_as};
use crate::source::{Place, is_lost};

pub fn check<'t>(case: &Case<'_, 't>, findings: &mut Vec<Finding<'t>>) {
    let mut names = None;
    for standing in case.people() {
        for written in &case.plan.subjects[standing.subject].as_written {
            let Some(likely) = likely_reading(&bare(written)) else { continue };
            // What others write in full tells what a drawing stands for that the document does not.
            let whole =
                written.contains(is_lost).then(|| names.get_or_insert_with(|| Names::of(case)).read_as(written));
            let likely = whole.flatten().map_or(likely, str::to_owned);
            let rows = case.plan.commitments_of(standing.subject).filter(|row| row.name.words() == *written);
            let places: Vec<Place<'t>> = rows.map(|row| row.name).collect();
            let places = if places.is_empty() { case.names(standing.subject) } else { places };
            let facts = Facts {
                subject: Some(standing.subject),
                name: Some(written.clone()),
                likely: (!likely.is_empty()).then_some(Cow::Owned(likely)),
                ..Facts::default()
            };
            findings.push(Finding::new(Code::N006, places, facts));
        }
    }
}

/// All names of a plan as they are written, so kept that those are found that a name with lost letters may stand for.
struct Names<'a> {
    all: Vec<&'a str>,
    /// The numbers of the names, each with its first bytes, in the order of the names.
    sorted: Vec<(u64, usize)>,
    /// The numbers of the names in which a word stands.
    by_word: HashMap<&'a str, Vec<usize>>,
}

impl<'a> Names<'a> {
    fn of(case: &Case<'a, '_>) -> Self {
        Self::among(case.plan.subjects.iter().flat_map(|subject| &subject.as_written).map(|name| &**name).collect())
    }

    fn among(all: Vec<&'a str>) -> Self {
        let mut sorted: Vec<(u64, usize)> = all.iter().map(|name| beginning(name)).zip(0..).collect();
        // Most are told apart by their first bytes, and the others need not be looked up.
        sorted.sort_unstable_by(|(one, own), (other, others)| {
            one.cmp(other).then_with(|| (all[*own], own).cmp(&(all[*others], others)))
        });
        let mut by_word: HashMap<&str, Vec<usize>> = HashMap::new();
        for (number, name) in all.iter().enumerate() {
            name.split(' ').for_each(|word| by_word.entry(word).or_default().push(number));
        }
        Self { all, sorted, by_word }
    }

    /// The first name that a name with lost letters may stand for: it begins like that, and has all its whole words.
    fn read_as(&self, written: &str) -> Option<&'a str> {
        let start = written.split(is_lost).next().unwrap_or_default();
        let near = self.beginning_like(start);
        let first = near.partition_point(|&(_, number)| self.all[number] < start);
        let alike = near[first..].partition_point(|&(_, number)| self.all[number].starts_with(start));
        let begin_so = &near[first..first + alike];
        let whole = written.split(' ').filter(|word| !word.contains(is_lost));
        let with_word = whole.map(|word| self.by_word.get(word).map_or(&[][..], Vec::as_slice));
        let mut fewest: Vec<usize> = match with_word.min_by_key(|numbers| numbers.len()) {
            Some(numbers) if numbers.len() <= begin_so.len() => numbers.to_vec(),
            _ => begin_so.iter().map(|(_, number)| *number).collect(),
        };
        fewest.sort_unstable();
        fewest.into_iter().map(|number| self.all[number]).find(|name| may_be_read_as(written, name))
    }

    /// The names whose first bytes are those of a text, as far as it has so many: found without a look at the names.
    fn beginning_like(&self, start: &str) -> &[(u64, usize)] {
        let begins = beginning(start);
        let unasked = u64::MAX.checked_shr(u32::try_from(8 * start.len()).unwrap_or(u32::MAX)).unwrap_or_default();
        let from = self.sorted.partition_point(|(own, _)| *own < begins);
        let alike = self.sorted[from..].partition_point(|(own, _)| *own <= begins | unasked);
        &self.sorted[from..from + alike]
    }
}

/// The first bytes of a name, as many as are compared at once.
fn beginning(name: &str) -> u64 {
    let mut bytes = [0; 8];
    bytes.iter_mut().zip(name.bytes()).for_each(|(byte, own)| *byte = own);
    u64::from_be_bytes(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_found_wherever_its_letter_is_lost() {
        let all = ["Rossini Ugo", "Rossi Ada", "Montanari Gianmaria", "Montanari Bernardo", "Ro Al"];
        let names = Names::among(all.to_vec());
        for name in all {
            for (at, letter) in name.char_indices().filter(|(_, letter)| *letter != ' ') {
                let lost = [&name[..at], "\u{FFFD}", &name[at + letter.len_utf8()..]].concat();
                assert_eq!(names.read_as(&lost), Some(name), "{lost}");
            }
        }
        assert_eq!(names.read_as("Montanari \u{FFFD}gata"), None);
    }
}
