//! Lines of a document that are far apart, to be drawn as an excerpt without reading all that stands between them.

use std::ops::Range;

use crate::source::Document;

/// Some lines of a document, with no more between them than it takes to show that something is left out.
#[derive(Debug)]
pub struct Gathered {
    /// The lines.
    pub text: String,
    /// The number of the first, so that the last has its own.
    pub first: usize,
    /// Where each line begins in the document and in the text, in bytes.
    starts: Vec<(usize, usize)>,
    /// The number that each line has here, and its own; none if all have their own.
    numbers: Vec<(usize, usize)>,
}

/// The lines that part two others so far that what is between them is left out in an excerpt.
const APART: usize = 3;

impl Gathered {
    /// Lines of a document, given by where they stand; the first has the number `first`.
    pub fn of(document: &Document, mut lines: Vec<Range<usize>>, first: usize) -> Self {
        lines.sort_unstable_by_key(|line| line.start);
        lines.dedup();
        let (mut text, mut starts, mut numbers) = (String::new(), Vec::new(), Vec::new());
        let (mut here, mut own) = (0, first);
        let mut before: Option<&Range<usize>> = None;
        for line in &lines {
            if let Some(before) = before {
                let apart = (document.line_at(line.start) - document.line_at(before.start)) as usize;
                if apart > APART {
                    text.push_str(&"\n".repeat(APART));
                } else {
                    text.push_str(document.text().get(before.end..line.start).unwrap_or_default());
                }
                here += apart.min(APART);
                own += apart;
                numbers.push((here - 1, own - 1));
            }
            starts.push((line.start, text.len()));
            numbers.push((here, own));
            text.push_str(document.text().get(line.clone()).unwrap_or_default());
            before = Some(line);
        }
        let first_here = own - here;
        for (here, _) in &mut numbers {
            *here += first_here;
        }
        if first_here == first {
            numbers.clear();
        }
        Self { text, first: first_here, starts, numbers }
    }

    /// Where in the text something stands that stands in the document at an offset, on one of the lines.
    pub fn position(&self, offset: usize) -> usize {
        let after = self.starts.partition_point(|&(start, _)| start <= offset);
        self.starts[..after].last().map_or(0, |(start, here)| here + offset - start)
    }

    /// The number that each line has here, and its own; none if all have their own.
    pub fn numbers(self) -> Vec<(usize, usize)> {
        self.numbers
    }
}

/// A drawn finding with the own numbers of the lines: `numbers` has them for each of its excerpts.
pub fn renumbered(drawn: &str, numbers: &[Vec<(usize, usize)>]) -> String {
    let mut out = String::with_capacity(drawn.len());
    let mut excerpts = numbers.iter();
    let mut numbers: &[(usize, usize)] = &[];
    for line in drawn.lines() {
        let plain = plain(line);
        if begins_excerpt(&plain) {
            numbers = excerpts.next().map_or(&[], Vec::as_slice);
        }
        let own = |here: usize| numbers.iter().find(|(number, _)| *number == here).map(|(_, own)| *own);
        match renumbered_line(line, &plain, own) {
            Some(line) => out.push_str(&line),
            None => out.push_str(line),
        }
        out.push('\n');
    }
    out
}

/// A line with its own number, if it has one: in front of the border, or behind the path.
fn renumbered_line(line: &str, plain: &str, own: impl Fn(usize) -> Option<usize>) -> Option<String> {
    if begins_excerpt(plain) {
        let mut parts = plain.trim_end().rsplitn(3, ':');
        let (column, number) = (parts.next()?, parts.next()?);
        let spot = format!(":{number}:{column}");
        let at = line.rfind(&spot)?;
        let own = own(number.parse().ok()?)?;
        return Some(format!("{}:{own}:{column}{}", &line[..at], &line[at + spot.len()..]));
    }
    let number = plain.trim_start().split(' ').next()?;
    let is_gutter = plain.trim_start().get(number.len()..)?.trim_start().starts_with('│');
    let own = own(number.parse().ok().filter(|_| is_gutter)?)?.to_string();
    // Both are right-aligned, and the one here is never shorter.
    let at = line.find(number)?;
    Some(format!("{}{own:>width$}{}", &line[..at], &line[at + number.len()..], width = number.len()))
}

/// Whether a line names the document of the excerpt below.
fn begins_excerpt(plain: &str) -> bool {
    let plain = plain.trim_start();
    plain.starts_with("╭▸ ") || plain.starts_with("⸬ ")
}

/// A line without its styles.
pub fn plain(line: &str) -> String {
    let mut parts = line.split('\u{1b}');
    let first = parts.next().unwrap_or_default();
    let rest = parts.map(|part| part.split_once('m').map_or("", |(_, rest)| rest));
    std::iter::once(first).chain(rest).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_between_is_left_out_and_the_numbers_are_their_own() {
        let text = "riga\n".repeat(1000);
        let document = Document::new("plan.md".into(), true, 0, text);
        let line = |number: usize| 5 * (number - 1)..5 * number - 1;
        let gathered = Gathered::of(&document, vec![line(990), line(8), line(10), line(8)], 8);
        assert_eq!(gathered.text, "riga\nriga\nriga\n\n\nriga");
        assert_eq!((gathered.first, gathered.position(4946)), (985, 18));
        let numbers = gathered.numbers();
        let drawn = "nota: 985\n   ╭▸ plan.md:985:2\n    │\n985 │ riga\n986 │ riga\n987 │ 985\n    ┆\n990 │ riga\n";
        let own = "nota: 985\n   ╭▸ plan.md:8:2\n    │\n  8 │ riga\n  9 │ riga\n 10 │ 985\n    ┆\n990 │ riga\n";
        assert_eq!(renumbered(drawn, &[numbers]), own);
        let near = Gathered::of(&document, vec![line(8), line(11)], 8);
        assert_eq!((near.text.len(), near.first, near.numbers().len()), (19, 8, 0));
    }
}
