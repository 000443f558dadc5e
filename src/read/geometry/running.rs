//! What stands at the head and foot of every page is no part of what is written there.

use std::collections::HashSet;

use super::cells::has_share;
use super::leading::halves;
use super::lines::{Line, Piece};
use super::page::Page;
use super::tolerance::{RUNNING, SAME_HEIGHT};
use crate::vocabulary::says_who_and_how_much;

/// How many lines at the head and at the foot of a page may be running ones.
const DEEPEST: usize = 3;
/// How many lines follow the first of a heading, at the most.
const HIGHEST: usize = 4;

/// Takes away the running lines of all pages: those that stand on the page before at the same height and with the
/// same words, and those that count the pages. What changes from page to page is kept where it changes.
pub fn without_running_lines(pages: &mut [Vec<Line>], is_printed: bool) {
    for from_top in [true, false] {
        for _ in 0..DEEPEST {
            let edges: Vec<Option<Edge>> = pages.iter().map(|page| Edge::of(page, from_top, is_printed)).collect();
            let running: Vec<bool> = (0..pages.len()).map(|at| is_running(&edges, at)).collect();
            if !running.contains(&true) {
                break;
            }
            for (page, _) in pages.iter_mut().zip(&running).filter(|(_, is_running)| **is_running) {
                if from_top {
                    page.remove(0);
                } else {
                    page.pop();
                }
            }
        }
    }
}

/// The first or last line of a page.
#[derive(Debug)]
struct Edge {
    y: f64,
    size: f64,
    words: String,
    /// The numbers in it.
    numbers: Vec<usize>,
    /// The words with its numbers left out.
    without_numbers: String,
    /// Whether it is of the heading of a table: it has several cells, or says with the lines close to it who and how much.
    heads_table: bool,
    /// Whether it is a row of people: however alike two are, they are no running lines.
    has_share: bool,
    /// Whether it stands apart from what is written on the page.
    is_apart: bool,
}

impl Edge {
    fn of(page: &[Line], from_top: bool, is_printed: bool) -> Option<Self> {
        let (line, next) = match (page, from_top) {
            ([first, next @ ..], true) => (first, next.first()),
            ([next @ .., last], false) => (last, next.last()),
            ([], _) => return None,
        };
        let is_apart = next.is_none_or(|next| (next.y - line.y).abs() >= line.size.max(next.size) * RUNNING);
        let heads_table = line.pieces.len() > 2 || (from_top && is_of_heading(page));
        let words = line.pieces.iter().map(Piece::plain).collect::<Vec<_>>().join(" ");
        let runs = words.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty());
        let numbers = runs.map(|run| run.parse().unwrap_or(usize::MAX)).collect();
        let without_numbers = words.chars().filter(|c| !c.is_ascii_digit()).collect();
        let y = if is_printed { 0.0 } else { line.y };
        Some(Self {
            y,
            size: line.size,
            words,
            numbers,
            without_numbers,
            heads_table,
            has_share: has_share(line),
            is_apart,
        })
    }

    /// Whether another line is in the same place.
    fn is_beside(&self, other: &Self) -> bool {
        (self.y - other.y).abs() <= self.size * SAME_HEIGHT
    }

    /// Whether another line says the same in the same place.
    fn is_repeated(&self, other: &Self) -> bool {
        self.is_beside(other) && self.words == other.words
    }

    /// Whether another line, so many pages on, is the same but for the number of the page.
    fn counts_on(&self, other: &Self, pages: usize) -> bool {
        let pairs = || self.numbers.iter().zip(&other.numbers);
        self.is_beside(other)
            && self.without_numbers == other.without_numbers
            && self.numbers.len() == other.numbers.len()
            && pairs().filter(|(own, other)| own != other).count() == 1
            && pairs().any(|(own, other)| own.checked_add(pages) == Some(*other))
    }
}

/// Whether a page begins with the heading of a table of people, each of whose cells may have several lines.
fn is_of_heading(page: &[Line]) -> bool {
    let steps = page.windows(2).take(HIGHEST).take_while(|pair| pair[1].y - pair[0].y < pair[0].size * RUNNING);
    let lines = &page[..=steps.count()];
    // Rows of people say both, too.
    let lines = lines.iter().take_while(|line| !has_share(line));
    let words = lines.flat_map(|line| &line.pieces).map(Piece::plain).collect::<Vec<_>>().join(" ");
    says_who_and_how_much(&words)
}

/// Whether the edge of a page says what that of the page before does, or counts the pages.
fn is_running(edges: &[Option<Edge>], at: usize) -> bool {
    let Some(own) = &edges[at] else { return false };
    if own.has_share {
        return false;
    }
    let of = |other: usize| edges.get(other).and_then(Option::as_ref);
    // The heading of a table that goes on from page to page is needed.
    // What is repeated as such on most pages is no heading where the first row happens to sound like one.
    let weight = |edge: &Edge| if edge.heads_table { 1 } else { -1 };
    let heads = || edges.iter().flatten().filter(|edge| edge.is_repeated(own)).map(weight).sum::<i32>() >= 0;
    let repeats = !(own.heads_table && heads()) && at > 0 && of(at - 1).is_some_and(|before| own.is_repeated(before));
    // Left and right pages may have their numbers in other places.
    let counts = [1, 2].into_iter().any(|step| {
        of(at + step).is_some_and(|other| own.counts_on(other, step))
            || at.checked_sub(step).and_then(of).is_some_and(|other| other.counts_on(own, step))
    });
    counts || repeats && (is_long(edges, at) || own.is_apart && is_usual(edges, own))
}

/// Whether a line is repeated on three pages that follow each other, or on all there are.
fn is_long(edges: &[Option<Edge>], at: usize) -> bool {
    let repeats = |at: &usize| match (&edges[*at], edges.get(at + 1)) {
        (Some(own), Some(Some(next))) => own.is_repeated(next),
        _ => false,
    };
    let before = (0..at).rev().take_while(repeats).take(2).count();
    let after = (at..edges.len()).take_while(repeats).take(2).count();
    before + after > 1 || edges.len() == 2 && edges[at].as_ref().is_some_and(|own| own.is_apart)
}

/// Whether most pages have a line apart in the place of one.
fn is_usual(edges: &[Option<Edge>], own: &Edge) -> bool {
    let beside = edges.iter().flatten().filter(|edge| edge.is_apart && edge.is_beside(own)).count();
    beside * 5 >= edges.len() * 4
}

/// Takes away pictures that stand at one place of several pages: coats of arms.
pub fn without_running_pictures(pages: &mut [Page]) {
    let mut seen: HashSet<[u32; 4]> = HashSet::new();
    let mut running: HashSet<[u32; 4]> = HashSet::new();
    for page in &*pages {
        let own: HashSet<[u32; 4]> = page.pictures.iter().map(|picture| picture.map(halves)).collect();
        running.extend(own.iter().filter(|place| seen.contains(*place)));
        seen.extend(own);
    }
    for page in pages {
        page.pictures.retain(|picture| !running.contains(&picture.map(halves)));
    }
}

#[cfg(test)]
mod tests {
    use super::super::lines::tests::page;
    use super::super::tolerance::tests::changes_at;
    use super::*;

    #[test]
    fn the_heading_of_a_table_is_needed_on_every_page() {
        let of = |body: &'static str| {
            let above = [(0.0, 10.0, "Nome"), (200.0, 10.0, "Impegno")];
            let heading = [(100.0, 16.0, "Relazione"), (0.0, 22.0, "Soggetto"), (200.0, 22.0, "Personale")];
            page(&[above.as_slice(), &heading, &[(0.0, 40.0, body)]].concat())
        };
        let mut pages: Vec<Vec<Line>> = ["Rossi", "Verdi", "Neri", "Galli"].map(of).to_vec();
        without_running_lines(&mut pages, false);
        assert!(pages.iter().all(|page| page.len() == 4));
    }

    #[test]
    fn rows_of_people_are_no_running_lines_however_alike() {
        let of = |share: &'static str| page(&[(0.0, 10.0, "Rossi Ada"), (200.0, 10.0, share), (0.0, 40.0, "Neri")]);
        for shares in [["100 %", "100 %", "100 %"], ["10 %", "11 %", "12 %"]] {
            let mut pages: Vec<Vec<Line>> = shares.map(of).to_vec();
            without_running_lines(&mut pages, true);
            assert!(pages.iter().all(|page| page[0].pieces[0].plain() == "Rossi Ada"), "{shares:?}");
        }
    }

    #[test]
    fn what_counts_or_repeats_is_taken_away_and_what_changes_is_kept() {
        let heads = ["04 - UNO", "04 - UNO", "12 - DUE", "12 - DUE"];
        let feet = ["Pagina 1 di 4", "Pagina 2 di 4", "Pagina 3 di 4", "Pagina 4 di 4"];
        let bodies = [(52.0, "2024_PD_0411"), (57.0, "2024_PD_0412"), (62.0, "2024_PD_0413"), (67.0, "2024_PD_0414")];
        let of = |at: usize| page(&[(0.0, 10.0, heads[at]), (0.0, bodies[at].0, bodies[at].1), (0.0, 800.0, feet[at])]);
        let mut pages: Vec<Vec<Line>> = (0..4).map(of).collect();
        without_running_lines(&mut pages, false);
        let left: Vec<Vec<String>> =
            pages.iter().map(|page| page.iter().map(|line| line.pieces[0].plain().into_owned()).collect()).collect();
        assert_eq!(
            left,
            [
                vec!["04 - UNO", "2024_PD_0411"],
                vec!["2024_PD_0412"],
                vec!["12 - DUE", "2024_PD_0413"],
                vec!["2024_PD_0414"]
            ]
        );
    }

    #[test]
    fn running_lines_stand_apart_and_at_one_height() {
        let edge =
            |y: f64, next: f64| Edge::of(&page(&[(0.0, y, "a"), (0.0, next, "b")]), true, false).expect("a line");
        changes_at(RUNNING, [false, true], |by| edge(10.0, 10.0 + 10.0 * by).is_apart);
        changes_at(SAME_HEIGHT, [true, false], |by| edge(10.0, 90.0).is_beside(&edge(10.0 + 10.0 * by, 90.0)));
        let is_of_heading =
            |by: f64| is_of_heading(&page(&[(0.0, 10.0, "Nome Soggetto"), (90.0, 10.0 + 10.0 * by, "Impegno")]));
        changes_at(RUNNING, [true, false], is_of_heading);
    }
}
