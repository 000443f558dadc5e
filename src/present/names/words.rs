//! The words of a text, and of what they are made.

use std::borrow::Cow;
use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

use crate::identity;
use crate::source::is_lost;

/// What stands for a word that must not be shown.
pub const HIDDEN: &str = "…";

/// A word of a text: letters, digits and marks, and apostrophes or hyphens between them.
#[derive(Debug)]
pub struct Token<'t> {
    /// Where it stands, in bytes.
    pub range: Range<usize>,
    /// As it is written.
    pub written: &'t str,
    /// Its letters and digits, as a key.
    pub word: String,
    /// Its letters alone.
    pub letters: String,
    /// The words of which it is one, as keys.
    pub parts: Vec<String>,
    /// Whether it must not be shown.
    pub is_hidden: bool,
}

impl Token<'_> {
    /// Whether it begins with a capital, as names do.
    pub fn begins_large(&self) -> bool {
        self.written.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_uppercase)
    }
}

/// The words of a text, none of them hidden.
pub fn tokens(text: &str) -> Vec<Token<'_>> {
    let token = |range: Range<usize>| {
        let written = &text[range.clone()];
        let key = identity::key(written);
        let word: String = key.chars().filter(|&c| c.is_alphanumeric() || is_lost(c)).collect();
        let parts = parts(written).map(|part| letters(&identity::key(part))).collect();
        Token { range, written, letters: letters(&word), word, parts, is_hidden: false }
    };
    words(text).map(token).collect()
}

/// Where the words of a text stand.
pub fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + text[at..].find(is_part)?;
        at = text[start..].find(|c| !is_part(c)).map_or(text.len(), |end| start + end);
        Some(start..at)
    })
}

/// Whether a character stands within words. What has no width parts nothing that is seen.
fn is_part(c: char) -> bool {
    c.is_alphanumeric()
        || is_combining_mark(c)
        || identity::is_apostrophe(c)
        || is_lost(c)
        || matches!(c, '-' | '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{61C}' | '\u{FEFF}' | '‐' | '‑')
}

/// A text with some parts hidden.
pub fn without(text: &str, ranges: impl Iterator<Item = Range<usize>>) -> Cow<'_, str> {
    let mut out = String::new();
    let mut copied = 0;
    for range in ranges {
        out.push_str(&text[copied..range.start]);
        out.push_str(HIDDEN);
        copied = range.end;
    }
    if copied == 0 {
        return Cow::Borrowed(text);
    }
    out.push_str(&text[copied..]);
    Cow::Owned(out)
}

/// The letters of a key.
pub fn letters(key: &str) -> String {
    key.chars().filter(|c| c.is_alphabetic()).collect()
}

/// The words of a name, or of a word that is several in one: between apostrophes, hyphens and the like, where a small letter meets
/// a capital, and where letters meet digits.
pub fn parts(text: &str) -> impl Iterator<Item = &str> {
    let pieces = text.split(|c: char| !c.is_alphanumeric() && !is_combining_mark(c));
    pieces.flat_map(|piece| {
        let mut before = ' ';
        let mut cuts = vec![0];
        for (at, c) in piece.char_indices() {
            let meets_capital = before.is_lowercase() && c.is_uppercase();
            if meets_capital || (at > 0 && before.is_numeric() != c.is_numeric()) {
                cuts.push(at);
            }
            before = c;
        }
        cuts.push(piece.len());
        cuts.windows(2).map(|cut| &piece[cut[0]..cut[1]]).collect::<Vec<_>>()
    })
}
