//! Documents held once as decoded text, and the place of every stretch of it.
//!
//! Everything that is read from a plan is a [`Place`]: a range of the decoded text of one
//! [`Document`]. Where that is for a reader (line, column) is worked out late, as an [`Origin`],
//! and only for what is shown.

pub mod decode;
mod positions;

use std::borrow::Cow;
use std::ops::Range;

use memchr::{memchr_iter, memrchr};
pub use positions::{CellMark, LineMark, Positions};

/// One document: the name it was given and its decoded text.
#[derive(Debug)]
pub struct Document {
    path: String,
    named: bool,
    bytes: u64,
    sha256: Option<String>,
    text: String,
    positions: Positions,
    remarks: Vec<Remark>,
}

/// Something about a page that who answers for the figures must know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Remark {
    /// What it is.
    pub kind: RemarkKind,
    /// The page, counted from 1.
    pub page: u32,
    /// Where in the document's text it is, or would be, in bytes.
    pub offset: usize,
}

/// What there is to know of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RemarkKind {
    /// It is a picture without text: what stands on it was not read.
    Unread,
    /// Its text was recognised by a machine on a picture of the page, and may be wrong.
    Recognised,
    /// The rows of a table of shares on it could not be told apart.
    Torn,
}

impl Document {
    /// Holds `text` as the document at `path`.
    ///
    /// `named` says that the user named this very file, not a folder that holds it; `bytes` is its
    /// size before decoding. The text must be shorter than 4 GiB, which the reader sees to.
    pub fn new(path: String, named: bool, bytes: u64, text: String) -> Self {
        Self { path, named, bytes, sha256: None, text, positions: Positions::default(), remarks: Vec::new() }
    }

    /// Adds where the parts of the text stand, and what there is to know of its pages: for documents whose text
    /// was made of something else.
    #[must_use]
    pub fn with_positions(mut self, positions: Positions, remarks: Vec<Remark>) -> Self {
        self.positions = positions;
        self.remarks = remarks;
        self
    }

    /// What there is to know of its pages.
    pub fn remarks(&self) -> &[Remark] {
        &self.remarks
    }

    /// The place of a remark: the line that it is about.
    pub fn remarked(&self, remark: &Remark) -> Place<'_> {
        let rest = self.text.get(remark.offset..).unwrap_or_default();
        self.place(rest.split('\n').next().unwrap_or_default())
    }

    /// In what the parts of the document are counted.
    pub fn positions(&self) -> &Positions {
        &self.positions
    }

    /// Adds the SHA-256 of the undecoded bytes, in hexadecimal.
    #[must_use]
    pub fn with_sha256(mut self, digest: String) -> Self {
        self.sha256 = Some(digest);
        self
    }

    /// The path as it was given, relative to the working folder; `-` is standard input.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Whether the user named this file on the command line.
    pub fn is_named(&self) -> bool {
        self.named
    }

    /// The size in bytes, before decoding.
    pub fn bytes(&self) -> u64 {
        self.bytes
    }

    /// The SHA-256 of the undecoded bytes, when it was asked for.
    pub fn sha256(&self) -> Option<&str> {
        self.sha256.as_deref()
    }

    /// The decoded text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The line, counted from 1, of a position given in bytes.
    pub fn line_at(&self, offset: usize) -> u32 {
        let before = &self.text.as_bytes()[..offset.min(self.text.len())];
        u32::try_from(memchr_iter(b'\n', before).count()).map_or(u32::MAX, |feeds| feeds.saturating_add(1))
    }

    /// The place of `raw`, which must be a part of the text.
    pub fn place<'t>(&'t self, raw: &'t str) -> Place<'t> {
        let place = Place::new(self, raw, 1);
        Place { line: self.line_at(place.offset()), ..place }
    }

    /// The number of lines; a last line without a line feed counts.
    pub fn lines(&self) -> usize {
        let feeds = memchr_iter(b'\n', self.text.as_bytes()).count();
        feeds + usize::from(!self.text.is_empty() && !self.text.ends_with('\n'))
    }
}

/// A stretch of one document: what is written, and where.
#[derive(Debug, Clone, Copy)]
pub struct Place<'t> {
    document: &'t Document,
    raw: &'t str,
    line: u32,
    cells: Cells,
}

/// Over how many cells of a table a stretch goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cells {
    /// One, or none.
    One,
    /// Two, which are read in their order.
    Two,
    /// Two, of which the second is read first.
    Swapped,
}

impl<'t> Place<'t> {
    /// The stretch `raw` of the text of `document`, which begins on `line` (counted from 1).
    pub fn new(document: &'t Document, raw: &'t str, line: u32) -> Self {
        Self { document, raw, line, cells: Cells::One }
    }

    /// This stretch and another one in the cell beside it, before or behind, together; its words are those of
    /// this one, then those of the other. None if the two do not stand in neighbouring cells of one row.
    pub fn and(self, other: Self) -> Option<Self> {
        let (first, last) = if self.offset() <= other.offset() { (self, other) } else { (other, self) };
        let raw = self.document.text.get(first.offset()..last.offset() + last.raw.len())?;
        let between = self.document.text.get(first.offset() + first.raw.len()..last.offset())?;
        let borders = between.bytes().filter(|byte| matches!(byte, b'\t' | b'|')).count();
        let cells = if self.offset() <= other.offset() { Cells::Two } else { Cells::Swapped };
        (borders == 1 && self.line == other.line).then_some(Self { raw, line: self.line, cells, ..self })
    }

    /// Whether it goes over two cells.
    pub fn is_of_two_cells(self) -> bool {
        self.cells != Cells::One
    }

    /// The beginning of a document.
    pub fn beginning(document: &'t Document) -> Self {
        Self::new(document, document.text.get(..0).unwrap_or_default(), 1)
    }

    /// The document that it is written in.
    pub fn document(self) -> &'t Document {
        self.document
    }

    /// The line on which it begins, counted from 1.
    pub fn line(self) -> u32 {
        self.line
    }

    /// Where in the document's text it begins, in bytes.
    pub fn offset(self) -> usize {
        // The stretch is a part of the text; if it were not, it would stand at the beginning.
        let offset = (self.raw.as_ptr() as usize).wrapping_sub(self.document.text.as_ptr() as usize);
        if offset <= self.document.text.len() { offset } else { 0 }
    }

    /// A part of this stretch.
    #[must_use]
    pub fn at(self, raw: &'t str) -> Self {
        Self { raw, cells: Cells::One, ..self }
    }

    /// What is written there, to the letter.
    pub fn raw(self) -> &'t str {
        self.raw
    }

    /// What is written there, in words: without escapes, soft hyphens, no-break or doubled spaces.
    pub fn words(self) -> Cow<'t, str> {
        let parts = || self.raw.split_once(['\t', '|']).map(|(first, last)| (words(first), words(last)));
        match self.cells {
            Cells::One => words(self.raw),
            Cells::Two => parts().map_or(words(self.raw), |(first, last)| format!("{first} {last}").into()),
            Cells::Swapped => parts().map_or(words(self.raw), |(first, last)| format!("{last} {first}").into()),
        }
    }

    /// The whole line on which it begins, to the letter, without its line end.
    pub fn excerpt(self) -> &'t str {
        self.document.text.get(self.line_range()).unwrap_or_default()
    }

    /// Where this is, for a reader.
    pub fn origin(self) -> Origin<'t> {
        let start = self.line_range().start;
        let before = self.document.text.get(start..self.offset()).unwrap_or_default();
        let positions = &self.document.positions;
        let written = Origin {
            path: self.document.path(),
            line: self.line,
            column: 1 + u32::try_from(before.chars().count()).unwrap_or(u32::MAX - 1),
            page: None,
            sheet: None,
            cell: None,
            excerpt: self.excerpt(),
        };
        if let Some((sheet, mark)) = positions.cell(self.offset()) {
            let cell = Some(mark.name());
            return Origin { line: mark.row, column: mark.column, sheet: Some(sheet), cell, ..written };
        }
        match positions.line(self.line) {
            Some(mark) => Origin { line: mark.line, page: mark.page, ..written },
            None => written,
        }
    }

    /// Where in the document's text the line on which it begins stands, in bytes, without its line end.
    pub fn line_range(self) -> Range<usize> {
        let text = self.document.text.as_bytes();
        let at = self.offset();
        let start = memrchr(b'\n', &text[..at]).map_or(0, |feed| feed + 1);
        let end = memchr::memchr(b'\n', &text[at..]).map_or(text.len(), |feed| at + feed);
        let end = if end > start && text[end - 1] == b'\r' { end - 1 } else { end };
        start..end
    }
}

/// A text of a plan: one stretch of a document or, where a title runs over several lines, more.
///
/// What it says is worked out when it is asked for: most commands show few of a plan's texts.
#[derive(Debug, Clone)]
pub enum Text<'t> {
    /// It is written in one stretch.
    One(Place<'t>),
    /// It is written in several, which are to be joined by spaces.
    Many(Vec<Place<'t>>),
}

impl<'t> Text<'t> {
    /// The text that stands at these places; none if there are none.
    pub fn of(places: &[Place<'t>]) -> Option<Self> {
        match places {
            [] => None,
            [one] => Some(Self::One(*one)),
            many => Some(Self::Many(many.to_vec())),
        }
    }

    /// Whether another text is written in the same way, to the letter and in one stretch.
    pub fn is_written_like(&self, other: &Text<'_>) -> bool {
        matches!((self, other), (Self::One(own), Text::One(other)) if own.raw == other.raw)
    }

    /// Where it begins.
    pub fn place(&self) -> Place<'t> {
        match self {
            Self::One(place) => *place,
            Self::Many(places) => places[0],
        }
    }

    /// What it says.
    pub fn words(&self) -> Cow<'t, str> {
        match self {
            Self::One(place) => place.words(),
            Self::Many(places) => Cow::Owned(places.iter().map(|place| place.words()).collect::<Vec<_>>().join(" ")),
        }
    }
}

/// The position of a stretch of a document as a reader finds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin<'t> {
    /// The document's path as it was given.
    pub path: &'t str,
    /// The line, counted from 1: in documents with pages that of the page, in workbooks the row of the sheet.
    pub line: u32,
    /// The column, counted from 1: in characters, in workbooks that of the sheet.
    pub column: u32,
    /// The page, counted from 1, in documents that have pages.
    pub page: Option<u32>,
    /// The sheet, in workbooks.
    pub sheet: Option<&'t str>,
    /// The cell, as workbooks call it: `C12`.
    pub cell: Option<String>,
    /// The whole line as it is written.
    pub excerpt: &'t str,
}

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
        if let Some((mark, stands_for)) = MARKS.iter().find(|(mark, _)| starts_with_mark(rest, mark)) {
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

    fn document(text: &str) -> Document {
        Document::new("plan.md".into(), true, text.len() as u64, text.into())
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

    #[test]
    fn an_origin_counts_characters_and_leaves_the_line_end_out() {
        let document = document("è\r\ncittà\t3,00 %\r\nfine");
        let start = document.text().find("3,00").unwrap();
        let place = Place::new(&document, &document.text()[start..start + 6], 2);
        let origin = place.origin();
        assert_eq!((origin.line, origin.column), (2, 7));
        assert_eq!(origin.excerpt, "città\t3,00 %");
        assert_eq!(place.raw(), "3,00 %");
    }

    #[test]
    fn two_cells_are_one_name() {
        let document = document("Rossi\tAnna\t| **Anna** | **Rossi** |");
        let place = |raw: &str| document.place(&document.text()[document.text().find(raw).unwrap()..][..raw.len()]);
        let name = place("Rossi").and(place("Anna")).unwrap();
        assert_eq!((name.raw(), &*name.words()), ("Rossi\tAnna", "Rossi Anna"));
        let last = Place::new(&document, &document.text()[26..31], 1);
        let first = Place::new(&document, &document.text()[15..19], 1);
        assert_eq!((last.raw(), first.raw()), ("Rossi", "Anna"));
        assert_eq!(last.and(first).unwrap().words(), "Rossi Anna");
        assert!(last.and(place("Rossi")).is_none(), "cells stand between");
    }

    #[test]
    fn lines_count_the_last_one_with_and_without_a_line_feed() {
        assert_eq!(document("").lines(), 0);
        assert_eq!(document("a").lines(), 1);
        assert_eq!(document("a\nb\n").lines(), 2);
        assert_eq!(document("a\nb").lines(), 2);
    }
}
