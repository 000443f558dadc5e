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

use foldhash::HashMap;
use std::borrow::Cow;

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
    /// How many names have a word, and the last of them.
    by_word: HashMap<&'a str, (usize, usize)>,
    /// The words of all names, one after another: each with its name, and the place of the one before that is the same.
    words: Vec<(usize, Option<usize>)>,
}

/// How many bytes of names are compared at once.
const AT_ONCE: usize = 8;

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
        let mut by_word: HashMap<&str, (usize, usize)> = HashMap::default();
        let mut words = Vec::with_capacity(2 * all.len());
        for (number, name) in all.iter().enumerate() {
            for word in name.split(' ') {
                let place = words.len();
                let (count, last) = by_word.entry(word).or_insert((0, place));
                words.push((number, (*count > 0).then_some(*last)));
                (*count, *last) = (*count + 1, place);
            }
        }
        Self { all, sorted, by_word, words }
    }

    /// The first name that a name with lost letters may stand for: it begins like that, and has all its whole words.
    fn read_as(&self, written: &str) -> Option<&'a str> {
        let begin_so = self.beginning_like(written.split(is_lost).next().unwrap_or_default());
        let whole = written.split(' ').filter(|word| !word.contains(is_lost));
        let with_word = whole.map(|word| self.by_word.get(word).copied().unwrap_or_default());
        let mut fewest: Vec<usize> = match with_word.min() {
            Some((count, last)) if count <= begin_so.len() => self.with_word(count, last).collect(),
            _ => begin_so.iter().map(|(_, number)| *number).collect(),
        };
        fewest.sort_unstable();
        fewest.into_iter().map(|number| self.all[number]).find(|name| may_be_read_as(written, name))
    }

    /// The numbers of so many names that have a word, whose last place is known.
    fn with_word(&self, count: usize, last: usize) -> impl Iterator<Item = usize> {
        let places = std::iter::successors(Some(last), |place| self.words[*place].1);
        places.take(count).map(|place| self.words[place].0)
    }

    /// The names that begin with a text. Where that is short, the names themselves are not looked at.
    fn beginning_like(&self, start: &str) -> &[(u64, usize)] {
        let begins = beginning(start);
        let unasked = u64::MAX.checked_shr(u32::try_from(8 * start.len()).unwrap_or(u32::MAX)).unwrap_or_default();
        let from = self.sorted.partition_point(|(own, _)| *own < begins);
        let alike = self.sorted[from..].partition_point(|(own, _)| *own <= begins | unasked);
        let near = &self.sorted[from..from + alike];
        if start.len() <= AT_ONCE {
            return near;
        }
        let first = near.partition_point(|&(_, number)| self.all[number] < start);
        let alike = near[first..].partition_point(|&(_, number)| self.all[number].starts_with(start));
        &near[first..first + alike]
    }
}

/// The first bytes of a name, as many as are compared at once.
fn beginning(name: &str) -> u64 {
    let mut bytes = [0; AT_ONCE];
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
