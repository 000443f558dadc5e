//! A text whose pages end with form feeds → its lines, each with its page; without what every page has at its top or
//! foot.

use std::collections::HashMap;

use super::headings::is_of_the_plan;
use crate::vocabulary::is_number_of_page;

/// A line of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PageLine<'t> {
    /// What is written.
    pub text: &'t str,
    /// The page, counted from 1.
    pub page: u32,
    /// The line of the page, counted from 1.
    pub line: u32,
    /// Whether it is the first of a page that is left.
    pub is_first: bool,
}

/// How many lines at the top and at the foot of a page may be those of every page.
const RUNNING: usize = 3;

/// The lines of a text, and whether it has pages.
pub fn lines(text: &str) -> (Vec<PageLine<'_>>, bool) {
    let mut pages: Vec<Vec<&str>> = text.split('\u{0C}').map(|page| page.lines().collect()).collect();
    if pages.len() > 1 && pages.last().is_some_and(|page| page.iter().all(|line| line.trim().is_empty())) {
        pages.pop();
    }
    let counts = counts(&pages);
    let mut lines = Vec::new();
    for (page, number) in pages.iter().zip(1..) {
        let left_out = running(page, &counts, pages.len());
        let mut is_first = true;
        for (at, (&text, line)) in page.iter().zip(1..).enumerate() {
            if !left_out.contains(&at) {
                lines.push(PageLine { text, page: number, line, is_first: std::mem::take(&mut is_first) });
            }
        }
    }
    (lines, pages.len() > 1 || text.contains('\u{0C}'))
}

/// The lines at the edges of a page that are not blank: at the top, and from the foot up.
fn edges(page: &[&str]) -> [Vec<usize>; 2] {
    let is_written = |&at: &usize| !page[at].trim().is_empty();
    [(0..page.len()).filter(is_written).take(RUNNING).collect(), {
        (0..page.len()).rev().filter(is_written).take(RUNNING).collect()
    }]
}

/// How often each line stands at the top and at the foot of pages.
fn counts(pages: &[Vec<&str>]) -> [HashMap<String, usize>; 2] {
    let mut counts = [HashMap::new(), HashMap::new()];
    for page in pages {
        for (edge, counts) in edges(page).into_iter().zip(&mut counts) {
            for at in edge {
                *counts.entry(masked(page[at])).or_insert(0) += 1;
            }
        }
    }
    counts
}

/// The lines of a page that all pages have: those at an edge that at least half of the pages have there, too.
fn running(page: &[&str], counts: &[HashMap<String, usize>; 2], pages: usize) -> Vec<usize> {
    let mut running = Vec::new();
    for (edge, counts) in edges(page).into_iter().zip(counts) {
        for at in edge {
            let count = counts.get(&masked(page[at])).copied().unwrap_or_default();
            let is_running = pages > 1 && count > 1 && count * 2 >= pages && !is_of_the_plan(page[at]);
            if !is_running && !is_page_number(page[at]) {
                break;
            }
            running.push(at);
        }
    }
    running
}

/// A line in which all numbers are alike.
fn masked(line: &str) -> String {
    let mut masked = String::with_capacity(line.len());
    for word in line.split_whitespace() {
        for c in word.chars() {
            match c {
                '0'..='9' if masked.ends_with('#') => {}
                '0'..='9' => masked.push('#'),
                _ => masked.push(c),
            }
        }
        masked.push(' ');
    }
    masked
}

/// Whether a line is the number of a page: `12`, `- 12 -`, `Pagina 12 di 29`, `12/29`.
fn is_page_number(line: &str) -> bool {
    let line = line.trim();
    !line.contains(['%', ',', '_']) && line.bytes().any(|byte| byte.is_ascii_digit()) && is_number_of_page(line)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_every_page_has_is_left_out_and_the_rest_has_its_place() {
        let text = "Comune\n\nuno\n- 1 -\n\u{0C}Comune\ndue\n\n tre\n2\n\u{0C}Comune\n  2024_PD_0411\n\u{0C}";
        let (lines, has_pages) = lines(text);
        assert!(has_pages);
        let lines: Vec<_> = lines.iter().filter(|l| !l.text.is_empty()).map(|l| (l.text, l.page, l.line)).collect();
        assert_eq!(lines, [("uno", 1, 3), ("due", 2, 2), (" tre", 2, 4), ("  2024_PD_0411", 3, 2)]);
    }

    #[test]
    fn what_a_plan_consists_of_is_no_running_line() {
        let text = "2024_PD_0411\nuno\n\u{0C}2024_PD_0412\ndue\n\u{0C}Prodotto\nx\n\u{0C}Prodotto\nz\ny\n";
        assert_eq!(lines(text).0.len(), 9);
    }
}
