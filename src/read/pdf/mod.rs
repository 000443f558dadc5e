//! PDFs → blocks: what stands on each page, put together to lines, paragraphs and rows of tables by where it stands.
//!
//! `open` has the pages drawn by an interpreter (`foreign`) on a `canvas`, which keeps letters and ruled lines; `raised` knows the marks
//! of notes, and `lines` puts letters together; `tables` and `region` find where the lines are rows of tables. What divides the rows is drawn (`ruled`) or told by
//! space and by what every row has one of (`rows`, `anchors`, `division`), as in all tables of the document (`manner`).
//! `continued` joins what a page break split, and `blocks` hands it all to the builder.
#![allow(clippy::float_arithmetic, reason = "positions on a page are no figures of a plan")]

mod anchors;
mod blocks;
mod canvas;
mod continued;
mod division;
mod foreign;
mod lines;
mod manner;
mod open;
mod raised;
mod region;
mod rows;
mod ruled;
mod running;
mod styled;
mod tables;
mod unpacked;

pub use open::is_pdf;

use super::clock::Clock;
use super::refusal::Refusal;
use crate::source::{Content, RemarkKind};
use canvas::Rules;
use lines::{Line, lines};
use manner::Manner;
use open::Drawn;
use tables::{Part, parts};

/// What is in a PDF; the clock tells when reading it takes too long.
///
/// # Errors
///
/// A document that is damaged, locked, too large, or has no text at all.
pub fn read(bytes: Vec<u8>, clock: Clock) -> Result<Content, Refusal> {
    let (mut pages, until) = open::pages(bytes, clock, Page::of)?;
    if pages.iter().all(|page| page.lines.is_empty() && page.beside.is_empty()) {
        let is_unread = pages.iter().any(|page| page.kind == Some(RemarkKind::Unread));
        return Err(if is_unread { Refusal::Scanned } else { Refusal::Empty });
    }
    if pages.iter().any(|page| page.lines.len() > MOST_LINES) {
        return Err(Refusal::TooLong);
    }
    let mut lines: Vec<Vec<Line>> = pages.iter_mut().map(|page| std::mem::take(&mut page.lines)).collect();
    running::without_running_lines(&mut lines);
    let mut manner = Manner::of(&lines);
    // What one table does not tell of how it is written, the others do.
    let in_time = || if until.is_past() { Err(Refusal::TooLong) } else { Ok(()) };
    for (lines, page) in lines.iter().zip(&pages) {
        parts(lines.clone(), &page.rules, &manner);
        in_time()?;
    }
    manner.learn();
    let mut parted: Vec<Vec<Part>> = Vec::with_capacity(pages.len());
    for (lines, page) in lines.into_iter().zip(&pages) {
        parted.push(parts(lines, &page.rules, &manner));
        in_time()?;
    }
    let goes_on = continued::join_tables(&mut parted);
    let mut blocks = blocks::Blocks::new(&manner);
    for ((number, parts), page) in (1..).zip(parted).zip(pages) {
        blocks.page(number);
        if let Some(kind) = page.kind {
            blocks.remark(kind);
        }
        for (at, part) in parts.into_iter().enumerate() {
            blocks.part(part, at == 0 && goes_on[number as usize - 1]);
        }
        page.beside.into_iter().for_each(|line| blocks.part(Part::Text(line), false));
    }
    blocks.finish()
}

/// More lines than a page has that is read.
const MOST_LINES: usize = 1_500;
/// How much of a page a picture covers that may be what is written on it.
const PICTURED: f64 = 0.25;

/// What there is to know of a page.
fn remark(page: &Drawn) -> Option<RemarkKind> {
    let is_pictured = page.canvas.pictured >= page.area * PICTURED || !page.is_read;
    let letters = || page.canvas.letters.iter().flatten();
    if !is_pictured {
        None
    } else if letters().next().is_none() {
        Some(RemarkKind::Unread)
    } else {
        let hidden = letters().filter(|letter| letter.hidden).count();
        (hidden * 2 > letters().count()).then_some(RemarkKind::Recognised)
    }
}

/// A page, seen so that most of its text goes from left to right.
struct Page {
    lines: Vec<Line>,
    rules: Rules,
    /// What goes in other directions.
    beside: Vec<Line>,
    /// What there is to know of it.
    kind: Option<RemarkKind>,
}

impl Page {
    fn of(page: Drawn) -> Self {
        let kind = remark(&page);
        let letters = page.canvas.letters;
        let main = (0..letters.len()).max_by_key(|&at| (letters[at].len(), usize::MAX - at)).unwrap_or_default();
        let rules = Rules::of(&page.canvas.lines, main);
        let mut of = Self { lines: Vec::new(), rules, beside: Vec::new(), kind };
        for (at, mut letters) in letters.into_iter().enumerate() {
            raised::settle(&mut letters);
            if at == main {
                of.lines = lines(letters, &of.rules);
            } else {
                of.beside.extend(lines(letters, &Rules::default()));
            }
        }
        of
    }
}
