//! Summaries of projects in print: no space divides their narrow cells, and a row is a line with a code.

use super::words::{self, Written};
use crate::read::geometry::{Kind, Listed, Worded, kinds};
use crate::vocabulary::Vocabulary;

/// Tells the rows of the summaries of a page, whose first lines may go on with one; the summary that goes on on the next page.
pub fn tell(lines: &mut [Written<'_>], open: Option<Listed>, vocabulary: Vocabulary<'_>) -> Option<Listed> {
    let (kinds, open) = kinds(&lines.iter().map(of).collect::<Vec<_>>(), open, vocabulary);
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
    open
}

fn of<'w, 't>(line: &'w Written<'t>) -> Worded<'w, 't> {
    Worded {
        words: &line.words,
        has_share: line.has_share(),
        heads_people: line.kind == words::Kind::Heading,
        is_text: line.kind == words::Kind::Part,
    }
}
