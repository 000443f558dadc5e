//! PDFs → blocks: what stands on each page, put together to lines, paragraphs and rows of tables by where it stands.
//!
//! `open` has the pages drawn by an interpreter (`foreign`) on a `canvas`, which keeps letters, areas and ruled lines (`drawn`); `unseen` knows
//! what is drawn and not seen, `raised` the marks of notes, and `lines` puts letters together; `tables` and `region` find where the lines are rows of tables. What divides the rows is drawn (`ruled`) or told by
//! space and by what every row has one of (`rows`, `anchors`, `division`), as in all tables of the document (`manner`).
//! `continued` joins what a page break split, and `blocks` hands it all to the builder.
#![allow(clippy::float_arithmetic, reason = "positions on a page are no figures of a plan")]

mod anchors;
mod blocks;
mod canvas;
mod continued;
mod division;
mod drawn;
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
mod unseen;

pub use open::is_pdf;

use super::clock::Clock;
use super::refusal::Refusal;
use crate::source::{Content, RemarkKind};
use drawn::{Area, Rules, unturned_area};
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
    if pages.iter().all(|page| page.lines.is_empty() && page.beside.is_empty() && page.unseen.is_empty()) {
        let is_unread = pages.iter().any(|page| page.kind == Some(RemarkKind::Unread));
        return Err(if is_unread { Refusal::Scanned } else { Refusal::Empty });
    }
    if pages.iter().any(|page| page.lines.len() > MOST_LINES || page.is_crowded) {
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
        page.unseen.iter().for_each(|line| blocks.unseen(line));
    }
    blocks.finish()
}

/// More lines than a page has that is read.
const MOST_LINES: usize = 1_500;
/// How much of a page a picture covers that may be what is written on it.
const PICTURED: f64 = 0.25;

/// Whether a page may be a picture, of which a machine has read the text.
fn is_pictured(page: &Drawn) -> bool {
    page.canvas.pictured >= page.size.area() * PICTURED || !page.is_read
}

/// What there is to know of a page.
fn remark(page: &Drawn, is_pictured: bool) -> Option<RemarkKind> {
    let letters = || page.canvas.letters.iter().flatten().map(|inked| &inked.letter);
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
#[derive(Default)]
struct Page {
    lines: Vec<Line>,
    rules: Rules,
    /// What goes in other directions.
    beside: Vec<Line>,
    /// What is drawn and not seen.
    unseen: Vec<Line>,
    /// Whether more is drawn over each other than can be looked through.
    is_crowded: bool,
    /// What there is to know of it.
    kind: Option<RemarkKind>,
}

impl Page {
    fn of(page: Drawn) -> Self {
        let is_pictured = is_pictured(&page);
        let kind = remark(&page, is_pictured);
        let letters = page.canvas.letters;
        let main = (0..letters.len()).max_by_key(|&at| (letters[at].len(), usize::MAX - at)).unwrap_or_default();
        let rules = Rules::of(&page.canvas.lines, main);
        let mut of = Self { rules, kind, ..Self::default() };
        for (at, mut letters) in letters.into_iter().enumerate().filter(|(_, letters)| !letters.is_empty()) {
            unseen::clear(&mut letters, unturned_area(page.size, at), is_pictured);
            let areas: Vec<Area> = page.canvas.areas.iter().map(|area| area.unturned(at)).collect();
            let Some((mut letters, mut unseen)) = unseen::part(letters, &areas) else {
                of.is_crowded = true;
                continue;
            };
            raised::settle(&mut letters);
            raised::settle(&mut unseen);
            of.unseen.extend(lines(unseen, &Rules::default()));
            if at == main {
                of.lines = lines(letters, &of.rules);
            } else {
                of.beside.extend(lines(letters, &Rules::default()));
            }
        }
        of
    }
}
