//! Summaries of projects in print: no space divides their narrow cells, and a row is a line with a code.

use super::words::{self, Written};
use crate::read::geometry::{Kind, Worded, kinds};
use crate::vocabulary::Vocabulary;

/// Tells the rows of the summaries of a page, whose first lines may go on with one; whether a summary goes on on the next page.
pub fn tell(lines: &mut [Written<'_>], goes_on: bool, vocabulary: Vocabulary<'_>) -> bool {
    let (kinds, goes_on) = kinds(&lines.iter().map(of).collect::<Vec<_>>(), goes_on, vocabulary);
    for (line, kind) in lines.iter_mut().zip(kinds) {
        match kind {
            Some(Kind::Heading(cells)) => {
                line.tell(cells, true);
                line.is_first = true;
            }
            Some(Kind::OfHeading) => line.is_left_out = true,
            Some(Kind::Row(cells)) => {
                line.tell(cells, true);
                line.is_first = false;
            }
            None => {}
        }
    }
    goes_on
}

fn of<'w, 't>(line: &'w Written<'t>) -> Worded<'w, 't> {
    Worded {
        words: &line.words,
        has_share: line.has_share(),
        heads_people: line.kind == words::Kind::Heading,
        is_text: line.kind == words::Kind::Part,
    }
}
