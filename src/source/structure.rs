//! The blocks of a text that a reader has made of something else, as the reader told them.

use std::ops::Range;

use serde::{Deserialize, Serialize};

/// The blocks of a made text, in its order.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Structure {
    blocks: Vec<StructuredBlock>,
    parts: Vec<Part>,
    /// Where in the text the lines of cells of several lines end, in bytes.
    breaks: Vec<u32>,
    /// What is left out of cells, in their order.
    left_out: Vec<LeftOut>,
    /// Where in the text worksheets begin, in bytes.
    worksheets: Vec<u32>,
}

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum BlockKind {
    /// A heading.
    Heading,
    /// A line of text.
    Paragraph,
    /// A row of a table.
    Row,
}

/// A block, as a reader tells it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct StructuredBlock {
    /// What it is.
    pub kind: BlockKind,
    /// Where in the text it stands, in bytes.
    pub range: Range<u32>,
    /// Its line in the text, counted from 1.
    pub line: u32,
    /// Whether it follows the block before without a gap.
    pub is_glued: bool,
    /// Whether the reader could tell it from its neighbours.
    pub is_certain: bool,
    /// Which of the parts are its own.
    parts: Range<u32>,
}

/// A part of a block: a cell of a row, or a stretch of a line of text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// Where in the text it stands, in bytes.
    pub range: Range<u32>,
    /// Over how many rows and columns it goes.
    pub span: Span,
    /// How it is written.
    pub marks: Marks,
    /// If the document holds a number: how it shows it.
    pub number: Option<NumberFormat>,
}

/// Over how many rows and columns a cell goes, itself included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    /// The rows.
    pub rows: u32,
    /// The columns.
    pub columns: u32,
}

impl Default for Span {
    fn default() -> Self {
        Self { rows: 1, columns: 1 }
    }
}

/// How a part of a text is written, as far as it matters to what it says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Marks(u8);

/// One of the ways in which a part of a text may be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Mark {
    /// Bold.
    Bold,
    /// Struck through, all of it.
    Struck,
    /// Not seen, all of it.
    Hidden,
    /// Raised above the line, as the number of a note is.
    Raised,
    /// In several lines.
    Lines,
    /// With a note or a comment.
    Note,
    /// The cell is a part of one that is merged, and says what that says.
    Covered,
    /// The result of a formula that was not calculated when the document was saved.
    Uncalculated,
}

/// What is left out of a cell: it is written there, and does not count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftOut {
    /// The beginning of the cell in the text, in bytes.
    cell: u32,
    /// Why: it is struck, hidden, or raised.
    pub mark: Mark,
    /// What is written.
    pub text: String,
}

impl Marks {
    /// No mark but this.
    pub fn of(mark: Mark) -> Self {
        Self::default().with(mark)
    }

    /// Whether this is among them.
    pub fn has(self, mark: Mark) -> bool {
        self.0 & Self::of(mark).0 != 0
    }

    /// With this among them.
    #[must_use]
    pub fn with(self, mark: Mark) -> Self {
        Self(self.0 | 1 << mark as u8)
    }

    /// Without this among them.
    #[must_use]
    pub fn without(self, mark: Mark) -> Self {
        Self(self.0 & !(1 << mark as u8))
    }

    /// With this among them if something holds, otherwise without it.
    #[must_use]
    pub fn with_if(self, mark: Mark, holds: bool) -> Self {
        if holds { self.with(mark) } else { self.without(mark) }
    }

    /// Whether what is written so is not seen, and does not count.
    pub fn is_unseen(self) -> bool {
        self.has(Mark::Hidden) || self.has(Mark::Struck)
    }

    /// The marks of both.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// How a cell shows the number that it holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum NumberFormat {
    /// As it is, and no more is said of it.
    #[default]
    Plain,
    /// In percent: `0.03` is seen as `3 %`.
    Percent,
    /// With a percent sign written behind it: `3` is seen as `3 %`.
    Signed,
    /// As a day.
    Date,
    /// As a time, or a number of hours.
    Time,
}

impl Structure {
    /// Makes room for so many blocks and parts.
    pub fn reserve(&mut self, blocks: usize, parts: usize) {
        self.blocks.reserve(blocks);
        self.parts.reserve(parts);
    }

    /// Takes in a block that stands behind all that were taken in before, with its parts.
    pub fn push(&mut self, block: StructuredBlock, parts: impl IntoIterator<Item = Part>) {
        let first = self.count();
        self.parts.extend(parts);
        self.blocks.push(StructuredBlock { parts: first..self.count(), ..block });
    }

    /// Keeps that a line of a cell ends at a place in the text, behind all that were kept before.
    pub fn break_line(&mut self, offset: u32) {
        self.breaks.push(offset);
    }

    /// Where within a stretch of the text lines of a cell end.
    pub fn breaks(&self, range: Range<u32>) -> &[u32] {
        let first = self.breaks.partition_point(|&at| at < range.start);
        let next = self.breaks.partition_point(|&at| at < range.end);
        &self.breaks[first..next]
    }

    /// Keeps that a worksheet begins at a place in the text, behind all that were kept before.
    pub fn begin_worksheet(&mut self, offset: u32) {
        self.worksheets.push(offset);
    }

    /// Where in the text worksheets begin, in bytes; none for a document that has none.
    pub fn worksheets(&self) -> &[u32] {
        &self.worksheets
    }

    /// Keeps what is left out of the cell that begins at a place in the text, behind all that were kept before.
    pub fn leave_out(&mut self, cell: u32, mark: Mark, text: String) {
        self.left_out.push(LeftOut { cell, mark, text });
    }

    /// What is left out of the cell that begins at a place in the text.
    pub fn left_out_of(&self, cell: u32) -> &[LeftOut] {
        let first = self.left_out.partition_point(|own| own.cell < cell);
        let next = self.left_out.partition_point(|own| own.cell <= cell);
        &self.left_out[first..next]
    }

    /// Whether anything is left out of any cell.
    pub fn leaves_out(&self) -> bool {
        !self.left_out.is_empty()
    }

    /// Says of the block that was taken in last that it cannot be told from its neighbours.
    pub fn doubt_last(&mut self) {
        if let Some(last) = self.blocks.last_mut() {
            last.is_certain = false;
        }
    }

    /// The number of parts so far. There are fewer than bytes of the text, of which a reader makes less than 4 GiB.
    fn count(&self) -> u32 {
        u32::try_from(self.parts.len()).unwrap_or(u32::MAX)
    }

    /// The blocks.
    pub fn blocks(&self) -> &[StructuredBlock] {
        &self.blocks
    }

    /// The parts of a block.
    pub fn parts(&self, block: &StructuredBlock) -> &[Part] {
        self.parts.get(block.parts.start as usize..block.parts.end as usize).unwrap_or_default()
    }
}

impl StructuredBlock {
    /// A block that can be told from its neighbours.
    pub fn new(kind: BlockKind, range: Range<u32>, line: u32, is_glued: bool) -> Self {
        Self { kind, range, line, is_glued, is_certain: true, parts: 0..0 }
    }
}

impl Part {
    /// Whether something is left out of it.
    pub fn leaves_out(&self, structure: Option<&Structure>) -> bool {
        structure.is_some_and(|structure| !structure.left_out_of(self.range.start).is_empty())
    }

    /// A part of plain text, in one place.
    pub fn plain(range: Range<u32>) -> Self {
        Self { range, span: Span::default(), marks: Marks::default(), number: None }
    }
}
