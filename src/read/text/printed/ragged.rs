//! Tables of people whose cells nothing but their words sets apart, as in a text that is taken out of a PDF cell by cell: a row ends
//! with its share.

use std::ops::Range;

use super::words::{Word, Written, joined, role_at};
use crate::read::geometry::join;
use crate::vocabulary::{has_broken_role, may_begin_role, may_continue_role};

/// A table whose heading has three cells.
pub struct Ragged<'l, 't> {
    /// What the heading says.
    heading: &'l [String; 3],
    /// The lines of the heading and those below it.
    lines: &'l mut [Written<'t>],
    /// Where its rows end: behind each line with a share.
    ends: Vec<usize>,
    /// Whether a page ends with it, perhaps within a row.
    ends_page: bool,
}

impl<'l, 't> Ragged<'l, 't> {
    /// A table that begins with some lines of heading.
    pub fn of(heading: &'l [String; 3], count: usize, lines: &'l mut [Written<'t>], ends_page: bool) -> Self {
        let has_share = |at: &usize| lines[*at].words.last().is_some_and(|word| word.text.ends_with('%'));
        let ends = (count..lines.len()).filter(has_share).map(|at| at + 1);
        let ends = [count].into_iter().chain(ends).collect();
        Self { heading, lines, ends, ends_page }
    }

    /// Whether all of its rows that take several lines are whole, and nothing is left below the last.
    pub fn agrees(&self) -> bool {
        let is_whole = |row: &[usize]| row[1] - row[0] == 1 || self.row(row[0], row[1]).is_some();
        self.ends.windows(2).all(is_whole) && (self.ends_page || !self.goes_on())
    }

    /// Whether it has rows, or may have them on the next page.
    pub fn has_rows(&self) -> bool {
        self.ends.len() > 1 || self.ends_page
    }

    /// Whether what follows right below the last row may be of it.
    fn goes_on(&self) -> bool {
        let Some(&last) = self.ends.last() else { return false };
        self.lines.get(last).is_some_and(|next| next.follows(&self.lines[last - 1]))
    }

    /// Tells its rows. Those of several lines, and those beside them, are certain only if all of the document are whole.
    pub fn tell(self, is_agreed: bool) {
        let (Some(first), Some(last)) = (self.ends.first(), self.ends.last()) else { return };
        if first == last {
            return;
        }
        let rows: Vec<(Option<Vec<String>>, [usize; 2])> =
            self.ends.windows(2).map(|row| (self.row(row[0], row[1]), [row[0], row[1]])).collect();
        let is_plain = |at: Option<usize>| {
            at.and_then(|at| rows.get(at)).is_none_or(|(cells, [from, to])| cells.is_some() && to - from == 1)
        };
        let goes_on = self.goes_on();
        self.lines[0].tell(self.heading.to_vec(), true);
        self.lines[1..*first].iter_mut().for_each(|line| line.is_left_out = true);
        for (at, (cells, [from, to])) in rows.iter().enumerate() {
            let is_alone = is_plain(Some(at)) && is_plain(at.checked_sub(1)) && is_plain(Some(at + 1));
            let is_certain = (is_alone || is_agreed) && !(goes_on && at + 1 == rows.len());
            // A row is where its share stands.
            let told = cells.clone().unwrap_or_else(|| vec![text(&self.lines[*from..*to], 0..usize::MAX)]);
            self.lines[to - 1].tell(told, is_certain && cells.is_some());
            self.lines[*from..to - 1].iter_mut().for_each(|line| line.is_left_out = true);
        }
        if goes_on && self.ends_page {
            self.lines[*last..].iter_mut().for_each(Written::tell_apart);
        }
    }

    /// The cells of some lines, if they are a whole row: a name, a role that is known, and a share.
    fn row(&self, from: usize, to: usize) -> Option<Vec<String>> {
        let lines = &self.lines[from..to];
        let words: Vec<Word<'_>> = lines.iter().flat_map(|line| &line.words).copied().collect();
        let share = words.iter().rposition(|word| word.text.bytes().any(|byte| byte.is_ascii_digit()))?;
        let role = role_at(&words[..share]).filter(|role| *role > 0)?;
        let cells = [0..role, role..share, share..words.len()].map(|cell| text(lines, cell)).to_vec();
        let is_whole = to - from == 1 || self.is_told(from, role, &words[..share]);
        (is_whole && !has_broken_role(cells.iter().map(String::as_str))).then_some(cells)
    }

    /// Whether words from some line on are a name and a role, although they go over several lines: below the lines of a name, its role
    /// has lines of its own, and all of its words are of roles.
    fn is_told(&self, from: usize, role: usize, words: &[Word<'_>]) -> bool {
        let is_of_role = |word: &Word<'_>| {
            let lower = word.text.to_lowercase();
            may_begin_role(&lower) || may_continue_role(&lower)
        };
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
