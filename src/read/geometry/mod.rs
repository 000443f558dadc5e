//! Letters and ruled lines of pages → blocks: what stands on each page, put together to lines, paragraphs and rows of tables by where it
//! stands.
//!
//! `lines` puts letters together, and `running` takes away what stands at the head and foot of every page; `leading` is how far lines stand
//! apart. `tables` and `region` find where the lines are rows of tables (`found`), also by their `heading`, what stands `beside` them or in
//! `boxes` of its own apart, and cells that are `touching`. What divides the rows is
//! drawn (`ruled`, `shaded`, `rows`) or told by space (`spaced`) and by what every row has one of (`anchors`, `division`): by the table itself, or
//! as in all tables of the document (`habits`, `anchored`). Where neither finds the codes of a `summary`, its rows are known by their
//! words (`word`). `continued` joins what a page break split, and `blocks` hands it all to the builder.
#![allow(clippy::float_arithmetic, reason = "positions on a page are no figures of a plan")]

mod anchored;
mod anchors;
mod beside;
mod blocks;
mod boxes;
mod cells;
mod continued;
mod division;
mod doubts;
mod found;
mod framed;
mod habits;
mod heading;
mod leading;
mod letter;
mod lines;
mod outer;
mod page;
mod region;
mod rows;
mod ruled;
mod running;
mod shaded;
mod spaced;
mod styled;
mod summary;
mod table;
mod tables;
mod tagged;
mod tolerance;
mod touching;
mod word;

use rayon::prelude::*;

pub use letter::{Letter, Rule, Rules, Tag, UNKNOWN};
pub use lines::{Line, Piece, Told, lines};
pub use page::{Page, Printed};
pub use shaded::edges;
pub use styled::{Styled, join};
pub use summary::{Kind, Listed, Worded, kinds};
pub use word::{Word, joined};

use super::clock::Deadline;
use super::limits::MOST_LINES_OF_PAGE;
use super::refusal::Refusal;
use crate::source::{Content, RemarkKind};
use crate::vocabulary::Vocabulary;
use blocks::Blocks;
use found::Found;
use habits::Habits;
use leading::Leadings;
use summary::Summary;
use table::Part;

/// What is in a document with these pages.
///
/// # Errors
///
/// It has more than is read in time, or than there is room for.
pub fn content(mut pages: Vec<Page>, vocabulary: Vocabulary<'_>, until: Deadline) -> Result<Content, Refusal> {
    let is_long = |page: &Page| page.lines.iter().filter(|line| line.told.is_none()).count() > MOST_LINES_OF_PAGE;
    if pages.iter().any(is_long) {
        return Err(Refusal::TooLong);
    }
    let mut lines: Vec<Vec<Line>> = pages.iter_mut().map(|page| std::mem::take(&mut page.lines)).collect();
    let is_printed = pages.iter().any(|page| page.printed.is_some());
    // A text without pages has nothing that every page has.
    if pages.iter().all(|page| page.printed.as_ref().is_none_or(|printed| printed.is_one_of_many)) {
        running::without_running_lines(&mut lines, is_printed);
    }
    let leadings = Leadings::of(&lines);
    let document = Document { pages: &pages, leadings: &leadings, vocabulary, until };
    let tagged = lines.iter().any(|page| page.iter().any(Line::is_tagged)).then(|| lines.clone());
    let seen = document.seen(lines)?;
    // What one table does not tell of how it is written, the others do.
    let open = seen.iter().flat_map(|page| &page.found).flat_map(Found::open);
    let habits = Habits::of(open.map(|own| (own.anchors.kind, &own.ways)));
    let (mut parted, mut goes_on) = document.parts(seen, &habits);
    let rules = pages.iter().map(|page| &page.rules);
    if let Some(told) = tagged.and_then(|lines| tagged::told(&lines, rules, &parted)) {
        (parted, goes_on) = document.parts(document.seen(told)?, &habits);
    }
    running::without_running_pictures(&mut pages);
    let mut blocks = Blocks::new(&leadings);
    for ((number, mut parts), mut page) in (1..).zip(parted).zip(pages) {
        page.pictures.sort_by(|a, b| b[1].total_cmp(&a[1]));
        blocks.page(number, page.y, page.printed);
        if let Some(kind) = page.remark {
            blocks.remark(kind);
        }
        page.unseen.retain(|line| !is_of_cells(line, &mut parts));
        for (at, part) in parts.into_iter().enumerate() {
            while page.pictures.pop_if(|picture| picture[1] < part.y()).is_some() {
                blocks.remark(RemarkKind::Picture);
            }
            blocks.part(part, at == 0 && goes_on[number as usize - 1]);
        }
        page.pictures.iter().for_each(|_| blocks.remark(RemarkKind::Picture));
        page.beside.into_iter().for_each(|line| blocks.part(Part::Text(line), false));
        page.unseen.iter().for_each(|line| blocks.unseen(line));
    }
    blocks.finish()
}

/// What is known of a document before its lines are put together.
struct Document<'d> {
    pages: &'d [Page],
    leadings: &'d Leadings,
    vocabulary: Vocabulary<'d>,
    until: Deadline,
}

/// What is found on a page, and how its lines are read if it has a summary of projects.
struct Seen {
    found: Vec<Found>,
    summary: Option<Summary>,
}

impl Document<'_> {
    /// What is found on its pages, on which these lines stand.
    fn seen(&self, lines: Vec<Vec<Line>>) -> Result<Vec<Seen>, Refusal> {
        let rules = self.pages.iter().map(|page| &page.rules);
        let summaries = Summary::of(lines.iter().zip(rules), self.leadings, self.vocabulary);
        let pages = lines.into_par_iter().zip(self.pages).zip(summaries);
        let seen = pages.map(|((lines, page), summary)| {
            if self.until.is_past() {
                return Err(Refusal::TooLong);
            }
            Ok(Seen { found: self.found(lines, page), summary })
        });
        seen.collect()
    }

    fn found(&self, lines: Vec<Line>, page: &Page) -> Vec<Found> {
        tables::found(lines, &page.rules, self.leadings, self.vocabulary)
    }

    /// The parts of its pages, and which of them begin with a table that goes on from the page before.
    fn parts(&self, seen: Vec<Seen>, habits: &Habits) -> (Vec<Vec<Part>>, Vec<bool>) {
        let divided = |found: Vec<Found>| {
            let mut parts: Vec<Part> = found.into_iter().map(|found| found.divided(habits)).collect();
            doubts::doubt_neighbours(&mut parts);
            parts
        };
        let parts_of = |(Seen { found, summary }, page): (Seen, &Page)| {
            let parts = divided(found);
            // Where it is not found in what stands in columns, its rows are known by what they say.
            match summary.filter(|summary| !summary.is_in(&parts)) {
                Some(summary) => divided(self.found(summary.lines, page)),
                None => parts,
            }
        };
        let mut parted: Vec<Vec<Part>> = seen.into_par_iter().zip(self.pages).map(parts_of).collect();
        let goes_on = continued::join_tables(&mut parted);
        (parted, goes_on)
    }
}

/// Whether all of a line that is not seen stands in cells of which something else is seen: they keep it.
fn is_of_cells(line: &Line, parts: &mut [Part]) -> bool {
    let mut tables = parts.iter_mut().filter_map(|part| if let Part::Table(table) = part { Some(table) } else { None });
    let [piece] = line.pieces.as_slice() else { return false };
    tables.any(|table| table.leave_out(piece, line.y))
}

#[cfg(test)]
pub use tolerance::tests::changes_at;
