//! Tables of people whose cells nothing but their words sets apart, as in a text that is taken out of a PDF cell by cell: a row ends
//! with its share.

use std::ops::Range;

use super::words::{Written, is_of_role, role_at, says_what_follows};
use crate::read::geometry::{Word, join, joined};
use crate::vocabulary::{has_broken_role, says_total};

/// A table whose heading has three cells.
pub struct Ragged<'l, 't> {
    /// What the heading says.
    heading: &'l [String; 3],
    /// The lines of the heading and those below it.
    lines: &'l mut [Written<'t>],
    /// From where to where its rows go: each to a line with a share.
    rows: Vec<Range<usize>>,
    /// How many of its lines are the heading.
    count: usize,
    /// Whether a page ends with it, perhaps within a row.
    ends_page: bool,
}

impl<'l, 't> Ragged<'l, 't> {
    /// A table that begins with some lines of heading.
    pub fn of(heading: &'l [String; 3], count: usize, lines: &'l mut [Written<'t>], ends_page: bool) -> Self {
        let has_share = |at: &usize| lines[*at].words.last().is_some_and(|word| word.text.ends_with('%'));
        let mut rows: Vec<Range<usize>> = Vec::new();
        for last in (count..lines.len()).filter(has_share) {
            let mut first = rows.last().map_or(count, |above| above.end);
            // Above a row the title of a section may stand, which is none of it.
            first += lines[first..last].iter().rposition(Written::is_section).map_or(0, |title| title + 1);
            rows.push(first..last + 1);
        }
        Self { heading, lines, rows, count, ends_page }
    }

    /// Whether all of its rows that take several lines are whole, and nothing is left below the last.
    pub fn agrees(&self) -> bool {
        let is_whole = |row: &Range<usize>| row.len() == 1 || self.row(row).is_some();
        self.rows.iter().all(is_whole) && (self.ends_page || !self.goes_on())
    }

    /// Whether it has rows, or may have them on the next page.
    pub fn has_rows(&self) -> bool {
        !self.rows.is_empty() || self.ends_page
    }

    /// Whether what follows right below the last row may be of it.
    fn goes_on(&self) -> bool {
        let last = self.rows.last().map_or(self.count, |row| row.end);
        self.lines.get(last).is_some_and(|next| next.follows(&self.lines[last - 1]) && !next.is_section())
    }

    /// Tells its rows. Those of several lines, and those beside them, are certain only if all of the document are whole.
    pub fn tell(self, is_agreed: bool) {
        let Some(last) = self.rows.last().map(|row| row.end) else { return };
        let rows: Vec<Option<Vec<String>>> = self.rows.iter().map(|row| self.row(row)).collect();
        let is_plain = |at: Option<usize>| {
            at.and_then(|at| self.rows.get(at).zip(rows.get(at)))
                .is_none_or(|(row, cells)| cells.is_some() && row.len() == 1)
        };
        let goes_on = self.goes_on();
        self.lines[0].tell(self.heading.to_vec(), true);
        self.lines[1..self.count].iter_mut().for_each(|line| line.is_left_out = true);
        self.lines[self.count..last].iter_mut().filter(|line| line.is_section()).for_each(|line| {
            line.tell(vec![joined(&line.words)], true);
        });
        for (at, (cells, row)) in rows.iter().zip(&self.rows).enumerate() {
            let is_alone = is_plain(Some(at)) && is_plain(at.checked_sub(1)) && is_plain(Some(at + 1));
            let is_certain = (is_alone || is_agreed) && !(goes_on && at + 1 == rows.len());
            // A row is where its share stands.
            let told = cells.clone().unwrap_or_else(|| vec![text(&self.lines[row.clone()], 0..usize::MAX)]);
            self.lines[row.end - 1].tell(told, is_certain && cells.is_some());
            self.lines[row.start..row.end - 1].iter_mut().for_each(|line| line.is_left_out = true);
        }
        if goes_on && self.ends_page {
            self.lines[last..].iter_mut().for_each(Written::tell_apart);
        }
    }

    /// The cells of some lines, if they are a whole row: a name, a role that is known, and a share; or one that adds others up.
    fn row(&self, row: &Range<usize>) -> Option<Vec<String>> {
        let lines = &self.lines[row.clone()];
        let words: Vec<Word<'_>> = lines.iter().flat_map(|line| &line.words).copied().collect();
        let share = words.iter().rposition(|word| word.text.bytes().any(|byte| byte.is_ascii_digit()))?;
        if row.len() == 1 && says_total(&joined(&words[..share])) {
            return Some([0..share, share..share, share..words.len()].map(|cell| text(lines, cell)).to_vec());
        }
        let role = role_at(&words[..share]).filter(|role| *role > 0)?;
        let cells = [0..role, role..share, share..words.len()].map(|cell| text(lines, cell)).to_vec();
        let is_whole =
            !says_what_follows(&words[share - 1]) && (row.len() == 1 || self.is_told(row.start, role, &words[..share]));
        (is_whole && !has_broken_role(cells.iter().map(String::as_str))).then_some(cells)
    }

    /// Whether words from some line on are a name and a role, although they go over several lines: below the lines of a name, its role
    /// has lines of its own, and all of its words are of roles.
    fn is_told(&self, from: usize, role: usize, words: &[Word<'_>]) -> bool {
        let lengths = self.lines[from..].iter().map(|line| line.words.len());
        let mut starts = lengths.scan(0, |end, length| {
            *end += length;
            Some(*end)
        });
        let is_apart = role <= self.lines[from].words.len() || starts.find(|start| *start >= role) == Some(role);
        role > 1 && is_apart && words[role..].iter().all(is_of_role)
    }
}

/// Some of the words of lines as a text.
fn text(lines: &[Written<'_>], cell: Range<usize>) -> String {
    let mut text = String::new();
    let mut before = 0;
    for line in lines {
        let place = |at: usize| at.saturating_sub(before).min(line.words.len());
        join(&mut text, &joined(&line.words[place(cell.start)..place(cell.end)]));
        before += line.words.len();
    }
    text
}
