//! PDFs → pages: where on each page letters and ruled lines stand.
//!
//! `open` has the pages drawn by an interpreter (`foreign`) on a `canvas`, which keeps letters, areas and ruled lines (`drawn`) and knows
//! what fonts tell of letters (`font`), where these stand (`spot`) and their outlines (`outlined`); `unseen` knows what is drawn and not
//! seen, `raised` the marks of notes, `tagged` of which cells of tables letters are, as far as the document tells. What the pages say is
//! told by their geometry.
#![allow(clippy::float_arithmetic, reason = "positions on a page are no figures of a plan")]

mod canvas;
mod drawn;
mod font;
mod foreign;
mod open;
mod outlined;
mod raised;
mod spot;
mod tagged;
mod unpacked;
mod unseen;

pub use open::is_pdf;

use super::clock::Clock;
use super::geometry::{self, Page, Rules, edges, lines};
use super::refusal::Refusal;
use crate::source::{Content, RemarkKind};
use crate::vocabulary::Vocabulary;
use drawn::{Area, pictures, rules, unturned_area};
use open::Drawn;

/// What is in a PDF; the words are those by which tables are told.
///
/// # Errors
///
/// A document that is damaged, locked, too large, or has no text at all.
pub fn read(bytes: Vec<u8>, vocabulary: Vocabulary<'_>, clock: Clock) -> Result<Content, Refusal> {
    let (pages, until) = open::pages(bytes, clock, page)?;
    let pages: Vec<Page> = pages.into_iter().collect::<Option<_>>().ok_or(Refusal::TooLong)?;
    if pages.iter().all(|page| page.lines.is_empty() && page.beside.is_empty() && page.unseen.is_empty()) {
        let is_unread = pages.iter().any(|page| page.remark == Some(RemarkKind::Unread));
        return Err(if is_unread { Refusal::Scanned } else { Refusal::Empty });
    }
    geometry::content(pages, vocabulary, until)
}

/// How much of a page a picture covers that may be what is written on it.
const PICTURED: f64 = 0.25;

/// Whether a page may be a picture, of which a machine has read the text.
fn is_pictured(page: &Drawn) -> bool {
    page.canvas.pictured() >= page.size.area() * PICTURED || !page.is_read
}

/// What there is to know of a page.
fn remark(page: &Drawn, is_pictured: bool) -> Option<RemarkKind> {
    let letters = || page.canvas.letters.iter().flatten().map(|inked| &inked.letter);
    if outlined::is_text(&page.canvas.outlines) {
        Some(RemarkKind::Unread)
    } else if !is_pictured {
        None
    } else if letters().next().is_none() {
        Some(RemarkKind::Unread)
    } else {
        let hidden = letters().filter(|letter| letter.hidden).count();
        (hidden * 2 > letters().count()).then_some(RemarkKind::Recognised)
    }
}

/// A page as it is seen; none if more is drawn over each other than can be looked through.
fn page(drawn: Drawn) -> Option<Page> {
    let is_pictured = is_pictured(&drawn);
    let remark = remark(&drawn, is_pictured);
    let letters = drawn.canvas.letters;
    let main = (0..letters.len()).max_by_key(|&at| (letters[at].len(), usize::MAX - at)).unwrap_or_default();
    let rules = rules(&drawn.canvas.lines, main);
    let pictures = pictures(&drawn.canvas.pictures, main);
    let whole = unturned_area(drawn.size, main);
    let mut page = Page { y: [whole.y0, whole.y1], rules, remark, pictures, ..Page::default() };
    for (at, mut letters) in letters.into_iter().enumerate().filter(|(_, letters)| !letters.is_empty()) {
        unseen::clear(&mut letters, unturned_area(drawn.size, at), is_pictured);
        unseen::strike(&mut letters, &drawn.canvas.thin, at);
        let areas: Vec<Area> = drawn.canvas.areas.iter().map(|area| area.unturned(at)).collect();
        let (mut letters, mut unseen) = unseen::part(letters, &areas)?;
        raised::settle(&mut letters);
        raised::settle(&mut unseen);
        page.unseen.extend(lines(&unseen, &Rules::default()));
        if at == main {
            page.lines = lines(&letters, &page.rules);
            page.rules.rows.extend(edges(areas.iter().filter_map(Area::ground), &page.lines));
            page.rules.rows.sort_by(|a, b| a.at.total_cmp(&b.at));
        } else {
            page.beside.extend(lines(&letters, &Rules::default()));
        }
    }
    Some(page)
}

#[cfg(test)]
mod tests {
    use super::canvas::{Budget, Canvas};
    use super::*;
    use crate::read::geometry::changes_at;
    use hayro_interpret::kurbo::Rect;

    #[test]
    fn a_page_may_be_a_picture_that_covers_much_of_it() {
        let with = |part: f64| {
            let mut canvas = Canvas::new(Budget { marks: 9, until: Clock::stopped().deadline() }, [0; 4], Vec::new());
            canvas.pictures.push(Rect::new(0.0, 0.0, 100.0, 100.0 * part));
            is_pictured(&Drawn { canvas, size: Rect::new(0.0, 0.0, 100.0, 100.0), is_read: true })
        };
        changes_at(PICTURED, [false, true], with);
    }
}
