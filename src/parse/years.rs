//! The year of a plan: what is asked for or the settings say, otherwise what the document says.

use super::title_page::TitlePage;
use crate::source::Document;
use crate::vocabulary::{Vocabulary, year_of};

/// The year of the plan that a document holds; none if nothing says it.
pub fn year_of_plan(document: &Document, vocabulary: Vocabulary<'_>) -> Option<u16> {
    vocabulary.year().or_else(|| on_title_page(document)).or_else(|| in_codes(document.text()))
}

/// The year that stands above all tables.
fn on_title_page(document: &Document) -> Option<u16> {
    const MOST_LINES: usize = 40;
    let lines = document.blocks().take(MOST_LINES).take_while(|block| !block.is_row());
    let mut page = TitlePage::default();
    lines.into_iter().for_each(|line| page.read(line.place));
    page.year
}

/// The year that most codes of projects carry.
fn in_codes(text: &str) -> Option<u16> {
    let begins = |at: &usize| !text[..*at].ends_with(|c: char| c.is_alphanumeric());
    commonest(memchr::memchr_iter(b'2', text.as_bytes()).filter(begins).filter_map(|at| year_of(&text[at..])))
}

/// Of some years the one that stands most often; of two that stand as often, the later.
pub fn commonest(years: impl IntoIterator<Item = u16>) -> Option<u16> {
    let mut counts: Vec<(u16, usize)> = Vec::new();
    for year in years {
        match counts.iter_mut().find(|(known, _)| *known == year) {
            Some((_, count)) => *count += 1,
            None => counts.push((year, 1)),
        }
    }
    counts.into_iter().max_by_key(|&(year, count)| (count, year)).map(|(year, _)| year)
}
