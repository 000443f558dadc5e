//! Printed text, in which spaces set the columns → pages: a character is a letter at its column and line.
//!
//! That is what programs make of a PDF that take its text out of it. `words` tells which words of a line are of one cell. Headings of
//! tables are known by what they say (`headings`), and below them `columns` sets apart what stands too near. Where no space sets cells
//! apart (`ragged`), and in summaries of projects (`summary`), a row is known by what it says; all others are found where they
//! stand, as on any page, by `geometry`.
#![allow(clippy::float_arithmetic, reason = "positions on a page are no figures of a plan")]

mod columns;
mod headings;
mod ragged;
mod summary;
mod words;

use memchr::{memchr, memchr2};

use crate::read::clock::Clock;
use crate::read::geometry::{self, Line, Page, Printed};
use crate::read::limits::MOST_TEXT;
use crate::read::refusal::Refusal;
use crate::source::Content;
use crate::vocabulary::Vocabulary;
use words::{Kind, Written, pieces};

/// The size of all letters, in points.
const SIZE: f64 = 10.0;
/// How far lines stand apart, in points: as those of paragraphs with such letters usually do.
const LEADING: f64 = 12.0;
/// How far below others a line stands, in leadings, that stands between two of other cells: in print each has a line of its own.
const BETWEEN: f64 = 0.5;
/// How far below a blank line, or a heading. However many lines are blank, they are one gap: how many there are, says more of the
/// program that wrote them than of what they stand between.
const BELOW_BLANK: f64 = 2.0;
/// How far a heading, or what begins a part, stands below the rows of a table: farther than any row does.
const PART: f64 = 3.0;

/// How many lines of a text without pages are looked at as one, at least.
const PAGE: usize = 400;

/// What is in a text that is printed; none if it is another.
pub fn read(text: &str, vocabulary: Vocabulary<'_>, clock: Clock) -> Option<Result<Content, Refusal>> {
    let bytes = text.as_bytes();
    // Other texts have borders between their cells.
    if memchr2(b'\t', b'|', bytes).is_some() || memchr(b'%', bytes).is_none() || text.len() > MOST_TEXT {
        return None;
    }
    let mut texts: Vec<&str> = text.split('\u{0C}').collect();
    let is_one_of_many = texts.len() > 1;
    if is_one_of_many && texts.last().is_some_and(|last| last.trim().is_empty()) {
        texts.pop();
    }
    let mut written: Vec<Vec<Written<'_>>> = texts.into_iter().map(lines).collect();
    columns::set_apart(&mut written, vocabulary);
    if !is_one_of_many {
        written = written.into_iter().flat_map(parted).collect();
    }
    let pages: Vec<Page> = written.into_iter().map(|lines| page(lines, is_one_of_many)).collect();
    let has_rows = pages.iter().flat_map(|page| &page.lines).any(|line| line.told.is_some() || line.pieces.len() > 2);
    has_rows.then(|| geometry::content(pages, vocabulary, clock.deadline()))
}

/// The lines of a page.
fn lines(text: &str) -> Vec<Written<'_>> {
    (1..).zip(text.lines()).filter_map(|(number, line)| Written::of(line, number)).collect()
}

/// The parts of a text without pages: each ends where a part of the plan begins, or else below a blank line.
fn parted(lines: Vec<Written<'_>>) -> Vec<Vec<Written<'_>>> {
    let mut parts: Vec<Vec<Written<'_>>> = vec![Vec::new()];
    for line in lines {
        let is_apart =
            |above: &Written<'_>| above.number + 1 < line.number && above.told.is_none() && line.told.is_none();
        match parts.last_mut() {
            Some(last) if last.len() >= PAGE && line.kind == Kind::Part => parts.push(vec![line]),
            Some(last) if last.len() >= 2 * PAGE && last.last().is_some_and(is_apart) => parts.push(vec![line]),
            Some(last) => last.push(line),
            None => {}
        }
    }
    parts
}

/// A page with these lines.
fn page(mut written: Vec<Written<'_>>, is_one_of_many: bool) -> Page {
    written.retain(|line| !line.is_left_out);
    let mut y = 0.0;
    let mut heights = Vec::new();
    for step in steps(&written) {
        y += step * LEADING;
        heights.push(y);
    }
    let numbers = heights.iter().zip(&written).map(|(y, words)| (*y, words.number)).collect();
    let line = |(mut words, y): (Written<'_>, f64)| {
        let told = words.told.take();
        Line { y, size: SIZE, pieces: pieces(&words), hidden: false, told }
    };
    let lines = written.into_iter().zip(heights).map(line).collect();
    Page { lines, printed: Some(Printed { numbers, is_one_of_many }), ..Page::default() }
}

/// How far below the line before it each line stands, in leadings.
fn steps(lines: &[Written<'_>]) -> Vec<f64> {
    let is_next = |above: &Written<'_>, line: &Written<'_>| above.number + 1 == line.number;
    let step = |pair: &[Written<'_>]| match pair {
        [_, line] if line.is_first => PART,
        [above, line] if is_next(above, line) && above.kind != Kind::Heading => 1.0,
        _ => BELOW_BLANK,
    };
    let mut steps: Vec<f64> = [1.0].into_iter().chain(lines.windows(2).map(step)).collect();
    for (at, three) in lines.windows(3).enumerate() {
        let [above, line, below] = three else { continue };
        let is_between = !line.is_beside(above) && !line.is_beside(below) && above.is_beside(below);
        if is_between && steps[at + 1] <= 1.0 && steps[at + 2] <= 1.0 {
            (steps[at + 1], steps[at + 2]) = (BETWEEN, BETWEEN);
        }
    }
    steps
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::builder::testing::shown;

    const HEADING: &str = "Nome Soggetto    Relazione Personale    Impegno Personale\n";

    fn read_text(text: &str) -> Option<String> {
        let content = read(text, Vocabulary::default(), Clock::stopped())?;
        Some(content.expect("it is read in time").text)
    }

    #[test]
    fn other_texts_stay_as_they_are() {
        for text in
            ["", "Nome Soggetto\tRelazione Personale\tImpegno Personale\n", "## PEG\n\nSoggetto attuatore\n", HEADING]
        {
            assert_eq!(read_text(text), None, "{text}");
        }
    }

    /// The lines of a text, of which one may begin a table or a part.
    fn lines_of(text: &str, first: Option<usize>) -> Vec<Written<'_>> {
        let mut lines = lines(text);
        if let Some(first) = first {
            lines[first].is_first = true;
        }
        lines
    }

    /// What is on a page with the lines of a text.
    fn read_page(text: &str, first: Option<usize>) -> Vec<String> {
        let lines = lines_of(text, first);
        let until = Clock::stopped().deadline();
        shown(geometry::content(vec![page(lines, false)], Vocabulary::default(), until).expect("it is read in time"))
    }

    #[test]
    fn lines_stand_as_far_apart_as_what_they_are_tells() {
        let heights = |text: &str, first: Option<usize>| -> Vec<f64> {
            page(lines_of(text, first), false).lines.iter().map(|line| line.y / LEADING).collect()
        };
        assert_eq!(heights("a\nb\nc", None), [1.0, 2.0, 3.0]);
        assert_eq!(heights("a\n\nb\n\n\n\nc", None), [1.0, 1.0 + BELOW_BLANK, 1.0 + 2.0 * BELOW_BLANK]);
        assert_eq!(heights("a\n\nb", Some(1)), [1.0, 1.0 + PART]);
        assert_eq!(heights("a\n       b\nc", None), [1.0, 1.0 + BETWEEN, 1.0 + 2.0 * BETWEEN]);
        assert_eq!(heights("a\n       b\nc", Some(1)), [1.0, 1.0 + PART, 2.0 + PART]);
        let lines = page(lines("a"), false).lines;
        assert!((lines[0].size - SIZE).abs() < f64::EPSILON);
    }

    #[test]
    fn what_stands_below_a_table_is_of_it_as_far_as_a_blank_line_lets_it() {
        let table = "Codice      Titolo      Budget\nM_1_1_1     due         tre\n";
        let rows = ["|Codice|Titolo|Budget|", "|M_1_1_1|due|tre|"];
        let with = |below: &str, first: Option<usize>| read_page(&[table, below].concat(), first);
        let of = |more: &[&'static str]| [&rows[..], more].concat();
        // A row is, one cell is not, and no row of what is another part.
        assert_eq!(with("\nM_1_1_2     b           c", None), of(&["|M_1_1_2|b|c|"]));
        assert_eq!(with("            b", None), ["|Codice|Titolo|Budget|", "|M_1_1_1|due b|tre|"]);
        assert_eq!(with("\n            b", None), of(&["", "b"]));
        assert_eq!(with("\nM_1_1_2     b           c", Some(2)), of(&["", "|M_1_1_2|b|c|"]));
    }
}
