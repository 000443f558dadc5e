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
    /// The numbers of the names, in the order of the alphabet.
    sorted: Vec<usize>,
    /// The numbers of the names in which a word stands.
    by_word: HashMap<&'a str, Vec<usize>>,
}

impl<'a> Names<'a> {
    fn of(case: &Case<'a, '_>) -> Self {
        let all: Vec<&str> =
            case.plan.subjects.iter().flat_map(|subject| &subject.as_written).map(|name| &**name).collect();
        let mut sorted: Vec<usize> = (0..all.len()).collect();
        sorted.sort_by_key(|&number| all[number]);
        let mut by_word: HashMap<&str, Vec<usize>> = HashMap::new();
        for (number, name) in all.iter().enumerate() {
            name.split(' ').for_each(|word| by_word.entry(word).or_default().push(number));
        }
        Self { all, sorted, by_word }
    }

    /// The first name that a name with lost letters may stand for: it begins like that, and has all its whole words.
    fn read_as(&self, written: &str) -> Option<&'a str> {
        let start = written.split(is_lost).next().unwrap_or_default();
        let first = self.sorted.partition_point(|&number| self.all[number] < start);
        let alike = self.sorted[first..].partition_point(|&number| self.all[number].starts_with(start));
        let begin_so = &self.sorted[first..first + alike];
        let whole = written.split(' ').filter(|word| !word.contains(is_lost));
        let with_word = whole.map(|word| self.by_word.get(word).map_or(&[][..], Vec::as_slice));
        let fewest = with_word.chain([begin_so]).min_by_key(|numbers| numbers.len()).unwrap_or_default();
        let mut fewest: Vec<usize> = fewest.to_vec();
        fewest.sort_unstable();
        fewest.into_iter().map(|number| self.all[number]).find(|name| may_be_read_as(written, name))
    }
}
