//! PDFs → text: what stands on each page, put together to lines, paragraphs and rows of tables by where it stands.
//!
//! `open` has the pages drawn on a `canvas`, which keeps letters and ruled lines; `lines` puts letters together;
//! `tables` finds where the lines are rows of tables, which `ruled` and `rows` tell apart; `continued` joins
//! what a page break split, and `text` writes it all down.
#![allow(clippy::float_arithmetic, reason = "positions on a page are no figures of a plan")]

mod canvas;
mod continued;
mod lines;
mod open;
mod rows;
mod ruled;
mod running;
mod shares;
mod tables;
mod text;

use std::collections::HashMap;

pub use open::is_pdf;

use super::form::{Reading, Refusal};
use crate::source::{Positions, RemarkKind};
use canvas::Rules;
use lines::{Line, lines};
use open::Drawn;
use tables::{Part, parts};

/// The text of a PDF.
///
/// # Errors
///
/// A document that is damaged, locked, too large, or has no text at all.
pub fn read(bytes: Vec<u8>) -> Result<Reading, Refusal> {
    let drawn = open::pages(bytes)?;
    let kinds: Vec<Option<RemarkKind>> = drawn.iter().map(remark).collect();
    if drawn.iter().all(|page| page.canvas.letters.iter().all(Vec::is_empty)) {
        return Err(if kinds.contains(&Some(RemarkKind::Unread)) { Refusal::Scanned } else { Refusal::Empty });
    }
    let mut pages: Vec<Page> = drawn.into_iter().map(Page::of).collect();
    let mut lines: Vec<Vec<Line>> = pages.iter_mut().map(|page| std::mem::take(&mut page.lines)).collect();
    running::without_running_lines(&mut lines);
    let leadings = Leadings::of(&lines);
    let leading = |size: f64| leadings.of_size(size);
    let mut parted: Vec<Vec<Part>> =
        lines.into_iter().zip(&pages).map(|(lines, page)| parts(lines, &page.rules, &leading)).collect();
    let goes_on = continued::join_tables(&mut parted);
    let mut writer = text::Writer::new(&leading, leadings.body);
    for (((number, parts), page), kind) in (1..).zip(parted).zip(pages).zip(kinds) {
        writer.page(number);
        if let Some(kind) = kind {
            writer.remark(kind);
        }
        for (at, part) in parts.into_iter().enumerate() {
            writer.part(part, at == 0 && goes_on[number as usize - 1]);
        }
        page.beside.into_iter().for_each(|line| writer.part(Part::Text(line), false));
    }
    Ok(Reading { positions: Positions::of_lines(writer.marks), text: writer.out, remarks: writer.remarks })
}

/// How much of a page a picture covers that may be what is written on it.
const PICTURED: f64 = 0.25;

/// What there is to know of a page.
fn remark(page: &Drawn) -> Option<RemarkKind> {
    let is_pictured = page.canvas.pictured >= page.area * PICTURED;
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
}

impl Page {
    fn of(page: Drawn) -> Self {
        let letters = page.canvas.letters;
        let main = (0..letters.len()).max_by_key(|&at| (letters[at].len(), usize::MAX - at)).unwrap_or_default();
        let rules = Rules::of(&page.canvas.lines, main);
        let mut of = Self { lines: Vec::new(), rules, beside: Vec::new() };
        for (at, letters) in letters.into_iter().enumerate() {
            if at == main {
                of.lines = lines(letters, &of.rules);
            } else {
                of.beside.extend(lines(letters, &Rules::default()));
            }
        }
        of
    }
}

/// How far the lines of a paragraph stand apart, by the size of its letters in halves of a point.
struct Leadings {
    by_size: HashMap<u32, f64>,
    /// The size of most lines.
    body: f64,
}

impl Leadings {
    fn of(pages: &[Vec<Line>]) -> Self {
        let mut steps: HashMap<u32, HashMap<u32, usize>> = HashMap::new();
        let mut sizes: HashMap<u32, usize> = HashMap::new();
        for page in pages {
            for line in page {
                *sizes.entry(halves(line.size)).or_default() += 1;
            }
            for pair in page.windows(2) {
                let [above, below] = [&pair[0], &pair[1]];
                let step = below.y - above.y;
                let is_one_text = above.pieces.len() == 1
                    && below.pieces.len() == 1
                    && halves(above.size) == halves(below.size)
                    && (above.x()[0] - below.x()[0]).abs() < 1.5;
                if is_one_text && (0.95..1.6).contains(&(step / below.size)) {
                    *steps.entry(halves(below.size)).or_default().entry(tenths(step)).or_default() += 1;
                }
            }
        }
        let body = sizes
            .into_iter()
            .max_by_key(|&(size, count)| (count, size))
            .map_or(10.0, |(size, _)| f64::from(size) / 2.0);
        let commonest =
            |steps: HashMap<u32, usize>| steps.into_iter().max_by_key(|&(step, count)| (count, u32::MAX - step));
        let by_size =
            steps.into_iter().filter_map(|(size, steps)| Some((size, f64::from(commonest(steps)?.0) / 10.0))).collect();
        Self { by_size, body }
    }

    fn of_size(&self, size: f64) -> f64 {
        self.by_size.get(&halves(size)).copied().unwrap_or(size * 1.17)
    }
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "sizes are small and positive")]
fn halves(size: f64) -> u32 {
    (size * 2.0).round().clamp(0.0, 10_000.0) as u32
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "steps are small and positive")]
fn tenths(step: f64) -> u32 {
    (step * 10.0).round().clamp(0.0, 100_000.0) as u32
}
