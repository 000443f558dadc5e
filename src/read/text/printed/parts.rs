//! What each line of a staff table says of a row: a stretch of a name, of a role, a share.

use super::words::{VisualLine, Word, groups, joined};
use crate::model::Role;
use crate::vocabulary::{
    is_article, is_of_role_alone, is_role_in_short, may_begin_role, may_continue_role, names_role, role,
};

/// What stands on a line of a staff table.
#[derive(Debug, Default, Clone)]
pub struct Parts {
    pub name: String,
    pub role: String,
    pub share: String,
    /// Whether a role begins here.
    pub begins_role: bool,
    /// Whether the role above certainly goes on here.
    pub continues_role: bool,
    /// Whether it cannot be told which stretch belongs to what.
    pub is_doubtful: bool,
}

impl Parts {
    /// Whether a share begins here; otherwise there may be the sign of the one above.
    pub fn begins_share(&self) -> bool {
        self.share.bytes().any(|byte| byte != b'%')
    }

    /// Whether what stands here can only be of the row above.
    pub fn ends_row(&self) -> bool {
        self.continues_role || !self.share.is_empty()
    }
}

/// Where the columns of a table begin, as its header says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Header {
    pub name: u32,
    pub role: u32,
    pub share: u32,
}

/// The words before the share, and the share itself.
fn split_share<'a, 't>(words: &'a [Word<'t>]) -> (&'a [Word<'t>], &'a [Word<'t>]) {
    let Some((last, before)) = words.split_last() else { return (words, &[]) };
    if last.text.ends_with('%') {
        let is_sign = last.text.bytes().all(|byte| byte == b'%');
        let is_figure = |word: &Word<'_>| word.text.bytes().any(|byte| byte.is_ascii_digit()) || word.text == "-";
        let belongs = is_sign && before.last().is_some_and(|word| is_figure(word) && word.end + 2 >= last.begin);
        return words.split_at(before.len() - usize::from(belongs));
    }
    // A figure without a sign is one if it stands apart, behind a role.
    let is_number = last.text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b',' | b'.'))
        && last.text.bytes().any(|byte| byte.is_ascii_digit());
    let stands_apart = before.last().is_some_and(|word| word.end + 1 < last.begin) && role_at(before).is_some();
    words.split_at(before.len() + usize::from(!(is_number && stands_apart)))
}

/// Where among words a role begins.
fn role_at(words: &[Word<'_>]) -> Option<usize> {
    (0..words.len()).find(|&at| {
        let first = words[at].text.to_lowercase();
        let stands_apart = at == 0 || words[at - 1].end + 1 < words[at].begin;
        let is_short = at + 1 == words.len() && is_role_in_short(&first);
        (may_begin_role(&first) && (!is_article(&first) || stands_apart)) || (is_short && stands_apart)
    })
}

/// Whether a line of a staff table begins a role or has a share.
pub fn is_anchor(line: &VisualLine<'_>) -> bool {
    let (before, share) = split_share(&line.words);
    role_at(before).is_some() || share.iter().any(|word| word.text.bytes().any(|byte| byte.is_ascii_digit()))
}

/// Whether a line has both a role and a share.
pub fn is_whole(line: &VisualLine<'_>) -> bool {
    let (before, share) = split_share(&line.words);
    !share.is_empty() && role_at(before).is_some_and(|at| at > 0)
}

/// Whether a line has words of which roles consist.
pub fn goes_on_with_role(line: &VisualLine<'_>) -> bool {
    line.words.iter().any(|word| may_continue_role(&word.text.to_lowercase()))
}

/// Whether words are the rest of a role, which no name has.
fn begins_rest_of_role(words: &[Word<'_>]) -> bool {
    let word = |at: usize| words.get(at).map(|word: &Word<'_>| word.text.to_lowercase()).unwrap_or_default();
    is_of_role_alone(&word(0), &word(1))
}

/// What the lines of a table say.
pub fn parts(lines: &[VisualLine<'_>], header: Header) -> Vec<Parts> {
    let role_begins: Vec<Option<u32>> = lines
        .iter()
        .map(|line| {
            let (before, _) = split_share(&line.words);
            role_at(before).map(|at| before[at].begin)
        })
        .collect();
    let names = lines.iter().zip(&role_begins).filter_map(|(line, role)| {
        let first = line.words.first()?.begin;
        (Some(first) < *role).then_some(first)
    });
    let name = names.min().unwrap_or(header.name);
    // Where the roles above and below begin.
    let nearest = |last: &mut Option<u32>, own: &Option<u32>| {
        *last = own.or(*last);
        Some(*last)
    };
    let above = role_begins.iter().scan(None, nearest);
    let mut below: Vec<Option<u32>> = role_begins.iter().rev().scan(None, nearest).collect();
    below.reverse();
    lines
        .iter()
        .zip(above.zip(&below))
        .map(|(line, (above, below))| {
            let roles: Vec<u32> = above.into_iter().chain(*below).collect();
            parts_of(line, name, &roles, header)
        })
        .collect()
}

fn parts_of(line: &VisualLine<'_>, name: u32, roles: &[u32], header: Header) -> Parts {
    let (before, share) = split_share(&line.words);
    let mut parts = Parts { share: joined(share), ..Parts::default() };
    if let Some(at) = role_at(before) {
        parts.name = joined(&before[..at]);
        parts.role = joined(&before[at..]);
        parts.begins_role = true;
        let begins_another = |word: &Word<'_>| names_role(&word.text.to_lowercase());
        parts.is_doubtful = before[at + 1..].iter().any(begins_another);
        return parts;
    }
    let is_near = |place: u32, word: &Word<'_>| place.abs_diff(word.begin) <= 1;
    if let Some(at) = (0..before.len()).find(|&at| begins_rest_of_role(&before[at..])) {
        parts.name = joined(&before[..at]);
        parts.role = joined(&before[at..]);
        parts.continues_role = true;
        parts.is_doubtful = (at > 0 && !is_near(name, &before[0])) || groups(&before[..at]).count() > 1;
        return parts;
    }
    let stretches: Vec<_> = groups(before).collect();
    match stretches[..] {
        [] => {}
        // A role of another name is one if it stands apart in its column.
        [first, second] if parts.begins_share() && is_near(name, &first[0]) => {
            let is_in_column = second[0].begin + 3 >= header.role && second[0].begin < header.share;
            (parts.name, parts.role) = (joined(first), joined(second));
            parts.begins_role = true;
            parts.is_doubtful = !is_in_column;
        }
        _ => {
            let mut words = before;
            while let Some(first) = words.first() {
                let is_role = roles.iter().any(|&role| is_near(role, first));
                let is_name = is_near(name, first);
                // The words of the name reach as far as a word that stands where roles do.
                let length =
                    words[1..].iter().take_while(|word| !roles.iter().any(|&role| is_near(role, word))).count();
                let length = if is_role { words.len() } else { 1 + length };
                let (own, rest) = words.split_at(length);
                let says_role = own.iter().any(|word| may_continue_role(&word.text.to_lowercase()));
                parts.is_doubtful |= is_role == is_name || (is_name && (says_role || groups(own).count() > 1));
                parts.is_doubtful |= is_role && groups(own).count() > 1;
                let cell = if is_role { &mut parts.role } else { &mut parts.name };
                parts.is_doubtful |= !cell.is_empty();
                *cell = joined(own);
                words = rest;
            }
            // What stands where roles do, but only one space from a name, is one if its words are those of roles.
            let is_close = stretches.len() == 1 && !parts.name.is_empty() && !parts.role.is_empty();
            parts.is_doubtful |= is_close && !parts.role.split(' ').any(|word| may_continue_role(&word.to_lowercase()));
        }
    }
    parts
}

/// Whether a role is one that is known.
pub fn is_known_role(written: &str) -> bool {
    role(written) != Role::Other
}
