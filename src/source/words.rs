//! What a stretch of text says in words.

use std::borrow::Cow;

/// The words of a stretch of text: a backslash before punctuation, soft hyphens and outer spaces
/// gone, every run of spaces (no-break ones too) one space. Borrowed when nothing had to change.
///
/// ```
/// assert_eq!(cento::source::words(r" 2024\_PD\_0411   ANTICORRUZIONE "), "2024_PD_0411 ANTICORRUZIONE");
/// ```
pub fn words(raw: &str) -> Cow<'_, str> {
    let trimmed = trimmed(raw);
    if is_plain(trimmed) { Cow::Borrowed(trimmed) } else { Cow::Owned(respaced(trimmed)) }
}

/// A stretch of text without outer spaces.
#[inline]
pub fn trimmed(raw: &str) -> &str {
    // Nearly every cell begins and ends with a visible ASCII character: nothing to be done.
    let is_visible = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_graphic);
    let bytes = raw.as_bytes();
    if is_visible(bytes.first()) && is_visible(bytes.last()) {
        return raw;
    }
    // Plain spaces are the commonest reason, and need no decoding.
    let raw = raw.trim_matches(' ');
    let bytes = raw.as_bytes();
    if raw.is_empty() || (is_visible(bytes.first()) && is_visible(bytes.last())) {
        return raw;
    }
    raw.trim_matches(is_space)
}

fn is_plain(text: &str) -> bool {
    let mut before = 0;
    for &byte in text.as_bytes() {
        if NEEDS_A_LOOK[usize::from(byte)] || (byte == b' ' && before == b' ') {
            return false;
        }
        before = byte;
    }
    true
}

/// The bytes that may make a text other than its words: escapes, marks, white space but a single space,
/// and those with which every space outside ASCII, and the soft hyphen, begins in UTF-8.
const NEEDS_A_LOOK: [bool; 256] = {
    let mut table = [false; 256];
    let bytes = [b'\\', b'*', b'<', b'&', b'\t', b'\r', b'\n', 0x0B, 0x0C, 0xC2, 0xE1, 0xE2, 0xE3, 0xEF];
    let mut at = 0;
    while at < bytes.len() {
        table[bytes[at] as usize] = true;
        at += 1;
    }
    table
};

fn respaced(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let mark = if begins_mark(c) { MARKS.iter().find(|(mark, _)| starts_with_mark(rest, mark)) } else { None };
        if let Some((mark, stands_for)) = mark {
            rest = &rest[mark.len()..];
            push_spaced(&mut out, *stands_for);
            continue;
        }
        rest = &rest[c.len_utf8()..];
        let is_escape = c == '\\' && rest.starts_with(|next: char| next.is_ascii_punctuation());
        if is_escape {
            out.extend(rest.chars().next());
            rest = &rest[1..];
        } else if c != SOFT_HYPHEN {
            push_spaced(&mut out, Some(c));
        }
    }
    out.truncate(out.trim_end_matches(' ').len());
    out
}

/// The marks that converters leave in a text, and what they stand for.
const MARKS: [(&str, Option<char>); 8] = [
    ("**", None),
    ("<b>", None),
    ("</b>", None),
    ("<br>", Some(' ')),
    ("<br/>", Some(' ')),
    ("<br />", Some(' ')),
    ("&nbsp;", Some(' ')),
    ("&amp;", Some('&')),
];

fn begins_mark(c: char) -> bool {
    matches!(c, '*' | '<' | '&')
}

fn starts_with_mark(text: &str, mark: &str) -> bool {
    text.get(..mark.len()).is_some_and(|start| start.eq_ignore_ascii_case(mark))
}

fn push_spaced(out: &mut String, c: Option<char>) {
    match c {
        Some(c) if is_space(c) => {
            if !out.ends_with(' ') && !out.is_empty() {
                out.push(' ');
            }
        }
        other => out.extend(other),
    }
}

const SOFT_HYPHEN: char = '\u{AD}';

/// Whether a character separates words: any white space, and the spaces of no width.
fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200B}' | '\u{2060}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_known_by_their_first_sign() {
        assert!(MARKS.iter().all(|(mark, _)| mark.starts_with(begins_mark)));
    }

    #[test]
    fn words_borrow_what_is_clean() {
        assert!(matches!(words("Poma Stefano"), Cow::Borrowed("Poma Stefano")));
        assert!(matches!(words("  già così  "), Cow::Borrowed("già così")));
    }

    #[test]
    fn words_drop_escapes_soft_hyphens_and_odd_spaces() {
        assert_eq!(words("2024\\_PG\\_12PN\u{a0}\u{a0}PNRR"), "2024_PG_12PN PNRR");
        assert_eq!(words("Perso\u{ad}nale \t Art.\u{202f}90"), "Personale Art. 90");
        assert_eq!(words(r"C:\dati"), r"C:\dati");
        assert_eq!(words("Rossi<br>Anna&nbsp;Maria"), "Rossi Anna Maria");
        assert_eq!(words("Rossi** **Anna"), "Rossi Anna");
        assert_eq!(words("in vigore*"), "in vigore*");
        assert_eq!(words("\u{a0}"), "");
    }
}
