//! The place of everything that is read: a stretch of the text of one document.

use std::borrow::Cow;
use std::num::NonZeroU16;
use std::ops::Range;

use memchr::{memchr, memrchr};

use super::document::Document;
use super::positions::{Height, Position, cell_name};
use super::remark::{Remark, RemarkKind};
use super::words::words;

impl Document {
    /// The place of `raw`, which must be a part of the text.
    pub fn place<'t>(&'t self, raw: &'t str) -> Place<'t> {
        let place = Place::new(self, raw, 1);
        Place { line: self.line_at(place.offset()), ..place }
    }

    /// The place of a remark: the line that it is about, or nothing of it where it is about all of a page.
    pub fn remarked(&self, remark: &Remark) -> Place<'_> {
        let rest = self.text().get(remark.offset..).unwrap_or_default();
        let line = rest.split('\n').next().unwrap_or_default();
        self.place(if remark.kind == RemarkKind::Recognised { &line[..0] } else { line })
    }
}

/// A stretch of one document: what is written, and where.
#[derive(Debug, Clone, Copy)]
pub struct Place<'t> {
    document: &'t Document,
    raw: &'t str,
    line: u32,
    pair: Option<Pair>,
}

/// The parts of a stretch that goes over two cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Pair {
    /// How long the part in the first cell is, in bytes.
    first: NonZeroU16,
    /// Where the part in the second cell begins; less than nothing if it is read first.
    second: i16,
}

impl<'t> Place<'t> {
    /// The stretch `raw` of the text of `document`, which begins on `line` (counted from 1).
    pub fn new(document: &'t Document, raw: &'t str, line: u32) -> Self {
        Self { document, raw, line, pair: None }
    }

    /// This stretch and another one in the cell beside it, before or behind, together; its words are those of
    /// this one, then those of the other. None if the two cannot be held together.
    pub fn and(self, other: Self) -> Option<Self> {
        let is_in_order = self.offset() <= other.offset();
        let (first, last) = if is_in_order { (self, other) } else { (other, self) };
        let raw = self.document.text().get(first.offset()..last.offset() + last.raw.len())?;
        let second = i16::try_from(last.offset() - first.offset()).ok()?;
        let pair = Pair {
            first: u16::try_from(first.raw.len()).ok().and_then(NonZeroU16::new)?,
            second: if is_in_order { second } else { -second },
        };
        (self.line == other.line).then_some(Self { raw, pair: Some(pair), ..self })
    }

    /// Whether it goes over two cells.
    pub fn is_of_two_cells(self) -> bool {
        self.pair.is_some()
    }

    /// The beginning of a document.
    pub fn beginning(document: &'t Document) -> Self {
        Self::new(document, document.text().get(..0).unwrap_or_default(), 1)
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
        let offset = (self.raw.as_ptr() as usize).wrapping_sub(self.document.text().as_ptr() as usize);
        if offset <= self.document.text().len() { offset } else { 0 }
    }

    /// A part of this stretch.
    #[must_use]
    pub fn at(self, raw: &'t str) -> Self {
        Self { raw, pair: None, ..self }
    }

    /// What is written there, to the letter.
    pub fn raw(self) -> &'t str {
        self.raw
    }

    /// What is written there, in words: without escapes, soft hyphens, no-break or doubled spaces.
    pub fn words(self) -> Cow<'t, str> {
        let Some(Pair { first, second }) = self.pair else { return words(self.raw) };
        let own = |range: Range<usize>| words(self.raw.get(range).unwrap_or_default());
        let first = own(0..first.get().into());
        let last = own(second.unsigned_abs().into()..self.raw.len());
        if second > 0 { format!("{first} {last}").into() } else { format!("{last} {first}").into() }
    }

    /// The whole line on which it begins, to the letter, without its line end.
    pub fn excerpt(self) -> &'t str {
        self.document.text().get(self.line_range()).unwrap_or_default()
    }

    /// Where this is, for a reader.
    pub fn origin(self) -> Origin<'t> {
        let line = self.line_range();
        let text = self.document.text();
        let before = text.get(line.start..self.offset()).unwrap_or_default();
        let written = Origin {
            path: self.document.path(),
            line: self.line,
            column: 1 + u32::try_from(before.chars().count()).unwrap_or(u32::MAX - 1),
            page: None,
            height: None,
            worksheet: None,
            cell: None,
            excerpt: text.get(line).unwrap_or_default(),
        };
        let positions = self.document.positions();
        match positions.at(self.offset()) {
            Some(Position::Line { page, line }) => Origin { line, page, ..written },
            Some(Position::Drawn { page, line, height }) => {
                // What is pointed at without a word of it is the whole page.
                let height = (!self.raw.is_empty()).then_some(height);
                Origin { line, page: Some(page), height, ..written }
            }
            Some(Position::Cell { worksheet, row, column }) => {
                let cell = Some(cell_name(row, column));
                Origin { line: row, column, worksheet: positions.worksheet(worksheet), cell, ..written }
            }
            Some(Position::Unnumbered) | None => written,
        }
    }

    /// The same, to be kept longer than the document is read.
    pub fn kept(self) -> KeptPlace {
        // A text is shorter than 4 GiB.
        let [offset, length] = [self.offset(), self.raw.len()].map(|at| u32::try_from(at).unwrap_or(u32::MAX));
        KeptPlace { document: self.document.clone(), offset, length, line: self.line }
    }

    /// Where in the document's text the line on which it begins stands, in bytes, without its line end.
    pub fn line_range(self) -> Range<usize> {
        let text = self.document.text().as_bytes();
        let at = self.offset();
        let start = memrchr(b'\n', &text[..at]).map_or(0, |feed| feed + 1);
        let end = memchr(b'\n', &text[at..]).map_or(text.len(), |feed| at + feed);
        let end = if end > start && text[end - 1] == b'\r' { end - 1 } else { end };
        start..end
    }
}

/// A place that outlives whoever reads: it holds its document.
#[derive(Debug, Clone)]
pub struct KeptPlace {
    document: Document,
    offset: u32,
    length: u32,
    line: u32,
}

impl KeptPlace {
    /// Where this is, for a reader.
    pub fn origin(&self) -> Origin<'_> {
        let [offset, length] = [self.offset, self.length].map(|at| at as usize);
        Place::new(&self.document, self.document.text().get(offset..offset + length).unwrap_or_default(), self.line)
            .origin()
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
    /// The line, counted from 1: in documents with pages that of the page, in workbooks the row of the worksheet.
    pub line: u32,
    /// The column, counted from 1: in characters, in workbooks that of the worksheet.
    pub column: u32,
    /// The page, counted from 1, in documents that have pages.
    pub page: Option<u32>,
    /// Where on the page, if it is drawn.
    pub height: Option<Height>,
    /// The worksheet, in workbooks; in the documents of word processors the table.
    pub worksheet: Option<&'t str>,
    /// The cell, as workbooks call it: `C12`.
    pub cell: Option<String>,
    /// The whole line as it is written.
    pub excerpt: &'t str,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(text: &str) -> Document {
        Document::new("plan.md".into(), true, text.len() as u64, text.to_owned())
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
        assert!(std::mem::size_of::<Place<'_>>() <= 32, "places are handed on by the million");
    }
}
