//! The only way in which the blocks of a document are made that is no text: line by line and row by row.
//!
//! Every reader hands what it finds to a [`Builder`]. The builder writes the text that is held, with a line for each line and for
//! each row and a tab between cells for those who read an excerpt; tells the blocks and their parts, so that nobody need look
//! for signs in it; keeps where they stand; and sees to it that the text does not grow beyond all bounds. What becomes of
//! merged cells, [`super::merged`] says.
//!
//! ```text
//! let mut builder = Builder::default();
//! let mut table = builder.table("Tab. 1".to_owned(), Form::Docx);
//! builder.heading(&[Stretch::plain("A0 - DIREZIONE")]);
//! builder.row(&mut table, vec!["Rossi Ada".to_owned().into(), "3,00 %".to_owned().into()]);
//! builder.finish()
//! ```

use std::borrow::Cow;
use std::ops::Range;

use super::limits::{MOST_PARTS_OF_DOCUMENT, MOST_TEXT, Room};
use super::merged::{Form, FoundCell, Grid};
use super::refusal::Refusal;
use crate::source::signs::{self, Line, Lines, first_line};
use crate::source::{
    BlockKind, Content, Mark, Marks, Part, Position, Remark, RemarkKind, Structure, StructuredBlock, trimmed,
};

/// A stretch of a line, and how it is written.
#[derive(Debug, Clone, Copy)]
pub struct Stretch<'a> {
    /// What it says.
    pub text: &'a str,
    /// Whether it is bold.
    pub marks: Marks,
    /// Where it stands, if that is elsewhere than what is before it.
    pub position: Option<Position>,
}

/// A document that is being made.
#[derive(Debug)]
pub struct Builder {
    content: Content,
    room: Room,
    /// The number of the line that is written next, counted from 1.
    line: u32,
    /// Whether what is written next follows without a blank line.
    is_glued: bool,
    lines: Lines,
    /// Whether there was more than there is room for. Then nothing is written any more.
    is_full: bool,
}

impl Default for Builder {
    fn default() -> Self {
        let content = Content { structure: Some(Structure::default()), ..Content::default() };
        Self { content, room: Room::of_document(), line: 1, is_glued: false, lines: Lines::default(), is_full: false }
    }
}

impl Builder {
    /// Makes room for so many rows, cells and bytes of text, no more than a document may have: what grows bit by bit is copied many times
    /// over, and of a large document two copies would be held.
    pub fn expect(&mut self, rows: usize, cells: usize, bytes: usize) {
        let (rows, cells) = (rows.min(MOST_PARTS_OF_DOCUMENT), cells.min(MOST_PARTS_OF_DOCUMENT));
        self.content.text.reserve(bytes.min(MOST_TEXT));
        self.content.positions.reserve(rows);
        self.content.structure.iter_mut().for_each(|structure| structure.reserve(rows, cells));
    }

    /// A worksheet of the document, by its name; its number.
    pub fn name(&mut self, worksheet: String) -> u32 {
        self.content.positions.name(worksheet)
    }

    /// Says that what is written next stands on another worksheet.
    pub fn begin_worksheet(&mut self) {
        let start = offset32(self.content.text.len());
        self.content.structure.iter_mut().for_each(|structure| structure.begin_worksheet(start));
    }

    /// A table of the document, by its name, whose cells are counted.
    pub fn table(&mut self, name: String, form: Form) -> Grid {
        Grid::counted(form, self.content.positions.name(name))
    }

    /// Whether nothing was written so far.
    pub fn is_empty(&self) -> bool {
        self.content.text.is_empty()
    }

    /// Whether there was more than there is room for: then it cannot be finished.
    pub fn is_full(&self) -> bool {
        self.is_full
    }

    /// Keeps where that stands which is written next.
    pub fn position(&mut self, position: Position) {
        self.content.positions.push(self.content.text.len(), position);
    }

    /// Keeps what there is to know of a page, whose first line comes next.
    pub fn remark(&mut self, kind: RemarkKind, page: u32) {
        let offset = self.content.text.len();
        self.content.remarks.push(Remark { kind, page, offset });
    }

    /// Writes a blank line.
    pub fn blank(&mut self) {
        self.content.text.push('\n');
        self.line += 1;
        self.is_glued = false;
        self.lines.end();
    }

    /// Writes a blank line, unless nothing is written or a blank line is already; tells whether it did.
    pub fn gap(&mut self) -> bool {
        let is_needed = !self.is_empty() && !self.content.text.ends_with("\n\n");
        if is_needed {
            self.blank();
        }
        is_needed
    }

    /// Writes a heading.
    pub fn heading(&mut self, stretches: &[Stretch<'_>]) {
        self.write(stretches, true);
    }

    /// Writes a line of text. What signs it has of its own, as a pasted table between tabs or pipes, are heeded.
    pub fn text(&mut self, stretches: &[Stretch<'_>]) {
        self.write(stretches, false);
    }

    fn write(&mut self, stretches: &[Stretch<'_>], is_heading: bool) {
        if self.is_full {
            return;
        }
        let start = self.content.text.len();
        let mut parts = Vec::with_capacity(stretches.len());
        for stretch in stretches {
            stretch.position.into_iter().for_each(|position| self.position(position));
            if stretch.marks.is_unseen() {
                continue;
            }
            let text = if stretch.marks.has(Mark::Raised) { raised(stretch.text) } else { stretch.text.into() };
            let range = self.push(&text, &['\n', '\r']);
            parts.push(Part { marks: stretch.marks, ..Part::plain(range) });
        }
        let raw = &self.content.text[start..];
        let mut written = stretches.iter().filter(|stretch| !trimmed(stretch.text).is_empty());
        let begins_bold = written.clone().next().is_some_and(|stretch| stretch.marks.has(Mark::Bold));
        let is_bold = begins_bold && written.all(|stretch| stretch.marks.has(Mark::Bold));
        let separator = first_line(raw).1;
        let line = match () {
            () if is_heading && !trimmed(raw).is_empty() => {
                self.lines.end();
                Some(Line { kind: BlockKind::Heading, text: trimmed(raw), separator: None })
            }
            () if is_bold || (begins_bold && raw.trim_start().starts_with('#')) => self.lines.next_bold(raw, separator),
            () => self.lines.next(raw, separator),
        };
        match line {
            None => self.is_glued = false,
            Some(Line { kind, text, separator }) => {
                let offset = |part: &str| part.as_ptr() as usize - raw.as_ptr() as usize + start;
                let range = |part: &str| offset32(offset(part))..offset32(offset(part) + part.len());
                let block = StructuredBlock::new(kind, range(text), self.line, self.is_glued);
                if let Some(separator) = separator {
                    parts = signs::cells(text, separator).map(|cell| Part::plain(range(cell))).collect();
                } else {
                    // Without outer spaces, and the marks of a heading.
                    for part in &mut parts {
                        part.range.start = part.range.start.clamp(block.range.start, block.range.end);
                        part.range.end = part.range.end.clamp(part.range.start, block.range.end);
                    }
                    parts.retain(|part| !part.range.is_empty());
                }
                self.take(block, parts);
            }
        }
        self.end_line();
    }

    /// Writes a row of a table; its merged cells as the table's policy says. Without any cell it is none.
    pub fn row(&mut self, table: &mut Grid, cells: Vec<FoundCell>) {
        let mut cells = table.row(cells);
        if self.is_full {
            return;
        }
        match &cells[..] {
            [] => return,
            [lone] if !table.form().lone_cell_is_row() && !lone.marks.is_unseen() => {
                let position = lone.position.or_else(|| table.position(0));
                let text = lone.text.replace('\t', " ");
                return self.text(&[Stretch { position, ..Stretch::plain(&text) }]);
            }
            // What stands behind an only cell tells that it is one.
            [_] => cells.push(FoundCell::default()),
            _ => {}
        }
        let start = self.content.text.len();
        let mut parts = Vec::with_capacity(cells.len());
        for (at, cell) in cells.iter().enumerate() {
            if at > 0 {
                self.content.text.push('\t');
            }
            cell.position.or_else(|| table.position(at)).into_iter().for_each(|position| self.position(position));
            let range = self.push(&cell.text, &['\t', '\n', '\r']);
            if let Some(structure) = &mut self.content.structure {
                for (mark, text) in &cell.left_out {
                    structure.leave_out(range.start, *mark, text.trim().to_owned());
                }
            }
            parts.push(Part { range, span: cell.span, marks: cell.marks, number: cell.number });
        }
        let range = offset32(start)..offset32(self.content.text.len());
        self.take(StructuredBlock::new(BlockKind::Row, range, self.line, self.is_glued), parts);
        self.lines.end();
        self.end_line();
    }

    /// Says of the row that was written last that its lines may as well be those of its neighbours.
    pub fn doubt(&mut self) {
        if let Some(structure) = &mut self.content.structure {
            structure.doubt_last();
        }
    }

    /// Writes a text in which some characters are spaces; where it stands. The ends of its lines are kept.
    fn push(&mut self, text: &str, spaces: &[char]) -> Range<u32> {
        let start = self.content.text.len();
        let mut copied = 0;
        for (at, space) in text.match_indices(spaces) {
            self.content.text += &text[copied..at];
            if space == "\n" {
                let end = offset32(self.content.text.len());
                self.content.structure.iter_mut().for_each(|structure| structure.break_line(end));
            }
            self.content.text.push(' ');
            copied = at + space.len();
        }
        self.content.text += &text[copied..];
        offset32(start)..offset32(self.content.text.len())
    }

    fn take(&mut self, block: StructuredBlock, parts: Vec<Part>) {
        self.is_full |= self.room.take(parts.len(), block.range.len() + 1).is_err();
        if let Some(structure) = &mut self.content.structure {
            structure.push(block, parts);
        }
        self.is_glued = true;
    }

    fn end_line(&mut self) {
        self.content.text.push('\n');
        self.line += 1;
    }

    /// The document.
    ///
    /// # Errors
    ///
    /// It has more than there is room for.
    pub fn finish(self) -> Result<Content, Refusal> {
        if self.is_full { Err(Refusal::TooLarge) } else { Ok(self.content) }
    }
}

impl<'a> Stretch<'a> {
    /// A stretch of plain text that stands where what is before it does.
    pub fn plain(text: &'a str) -> Self {
        Self { text, marks: Marks::default(), position: None }
    }
}

/// The figures of a raised text as they are seen: small, and above the line.
pub fn raised(text: &str) -> Cow<'_, str> {
    const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    let digit = |c: char| c.to_digit(10).and_then(|digit| RAISED.get(digit as usize)).copied();
    text.chars().map(|c| digit(c).unwrap_or(c)).collect()
}

/// An offset in the text, of which there is room for much less than 4 GiB.
fn offset32(offset: usize) -> u32 {
    u32::try_from(offset).unwrap_or(u32::MAX)
}

/// What a reader made, for the tests of all of them.
#[cfg(test)]
pub mod testing {
    use super::{BlockKind, Content};
    use crate::source::{Block, Cell, Document, Place};

    /// What a reader made, a line for each block: headings behind `#`, bold stretches in brackets, cells between bars, and
    /// behind rows that are not certain a question mark. A gap is an empty line.
    pub fn shown(content: Content) -> Vec<String> {
        let document = Document::new("d".into(), true, 0, content);
        let mut lines: Vec<String> = Vec::new();
        for block in document.blocks() {
            if !block.is_glued && !lines.is_empty() {
                lines.push(String::new());
            }
            lines.push(match block.kind {
                BlockKind::Heading => format!("# {}", block.place.raw()),
                BlockKind::Paragraph => line(block),
                BlockKind::Row => {
                    let cells: Vec<&str> = block.cells().map(Cell::raw).collect();
                    format!("|{}|{}", cells.join("|"), if block.is_certain { "" } else { "?" })
                }
            });
        }
        lines
    }

    fn line(block: Block<'_>) -> String {
        let runs: Vec<&str> = block.runs().map(Place::raw).collect();
        match &runs[..] {
            [_] | [] if !block.begins_bold() => block.place.raw().to_owned(),
            _ if block.begins_bold() => format!("[{}]{}", runs[0], runs[1..].concat()),
            _ => format!("{}[{}]", runs[0], runs[1..].concat()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::testing::shown;
    use super::*;
    use crate::read::limits::MOST_PARTS_OF_DOCUMENT;
    use crate::read::merged::Form;
    use crate::source::{Block, Cell, Document, Place};

    fn bold(text: &str) -> Stretch<'_> {
        Stretch { marks: Marks::of(Mark::Bold), ..Stretch::plain(text) }
    }

    #[test]
    fn blocks_are_told_and_need_no_signs() {
        let mut builder = Builder::default();
        assert!(!builder.gap(), "above the first line there is none");
        builder.heading(&[Stretch::plain("#1 | A0 - UNO")]);
        builder.text(&[bold("# Arte | Cultura")]);
        assert!(builder.gap() && !builder.gap());
        builder.text(&[bold("Azione"), Stretch::plain(" due")]);
        let mut table = builder.table("Tab. 1".to_owned(), Form::Pdf);
        builder.row(&mut table, vec!["Rossi\tAda".to_owned().into(), "a|b".to_owned().into()]);
        builder.doubt();
        builder.row(&mut table, vec!["lone".to_owned().into()]);
        builder.row(&mut table, Vec::new());
        let expected = ["# #1 | A0 - UNO", "[# Arte | Cultura]", "", "[Azione]due", "|Rossi Ada|a|b|?", "|lone||"];
        let content = builder.finish().unwrap();
        assert_eq!(content.text, "#1 | A0 - UNO\n# Arte | Cultura\n\nAzione due\nRossi Ada\ta|b\nlone\t\n");
        assert_eq!(shown(content), expected);
    }

    #[test]
    fn a_line_begins_bold_behind_blanks_that_are_not() {
        let mut builder = Builder::default();
        builder.text(&[Stretch::plain("\u{a0} "), bold("2024_PD_0412"), Stretch::plain(" x ")]);
        builder.text(&[Stretch::plain("x "), bold("2024_PD_0412")]);
        let document = Document::new("d".into(), true, 0, builder.finish().unwrap());
        assert_eq!(document.blocks().map(Block::begins_bold).collect::<Vec<_>>(), [true, false]);
    }

    #[test]
    fn signs_that_somebody_wrote_into_a_text_are_heeded() {
        let mut builder = Builder::default();
        for text in ["# Uno", "| a | b |", "c | d", "e\tf", "g | h"] {
            builder.text(&[Stretch::plain(text)]);
        }
        let content = builder.finish().unwrap();
        let document = Document::new("d".into(), true, 0, content);
        let runs: Vec<_> = document.blocks().next().unwrap().runs().map(Place::raw).collect();
        assert_eq!(runs, ["Uno"], "a heading without its marks");
        let rows = document.blocks().skip(1).map(|row| row.cells().map(Cell::raw).collect::<Vec<_>>().join(","));
        assert_eq!(rows.collect::<Vec<_>>(), ["a,b", "c,d", "e,f", "g,h"]);
    }

    #[test]
    fn rows_of_one_cell_are_lines_or_rows_as_the_form_has_it() {
        let lone = |form: Form| {
            let mut builder = Builder::default();
            let mut table = Grid::new(form);
            builder.row(&mut table, vec!["a\nb".to_owned().into()]);
            shown(builder.finish().unwrap())
        };
        assert_eq!((lone(Form::Docx), lone(Form::Workbook)), (vec!["a b".to_owned()], vec!["|a b||".to_owned()]));
    }

    #[test]
    fn cells_stand_where_their_table_counts_them_or_where_they_say() {
        let mut builder = Builder::default();
        builder.position(Position::Line { page: None, line: 7 });
        builder.text(&[Stretch::plain("uno")]);
        let mut table = builder.table("Tab. 1".to_owned(), Form::Docx);
        builder.row(&mut table, vec!["due".to_owned().into(), "tre".to_owned().into()]);
        let position = Some(Position::Cell { worksheet: 0, row: 40, column: 30 });
        builder.row(
            &mut table,
            vec![FoundCell { position, ..FoundCell::from("quattro".to_owned()) }, FoundCell::default()],
        );
        let document = Document::new("d".into(), true, 0, builder.finish().unwrap());
        let found = |word: &str| {
            let at = document.text().find(word).unwrap();
            let origin = document.place(&document.text()[at..at + word.len()]).origin();
            format!("{}!{} {}", origin.worksheet.unwrap_or("-"), origin.cell.unwrap_or_default(), origin.line)
        };
        assert_eq!(
            ["uno", "due", "tre", "quattro"].map(found),
            ["-! 7", "Tab. 1!A1 1", "Tab. 1!B1 1", "Tab. 1!AD40 40"]
        );
    }

    #[test]
    fn more_than_there_is_room_for_is_refused() {
        let mut builder = Builder::default();
        let text = "x".repeat(1 << 20);
        for _ in 0..200 {
            builder.text(&[Stretch::plain(&text)]);
        }
        assert!(builder.is_full() && builder.content.text.len() < 70 << 20);
        assert_eq!(builder.finish().unwrap_err(), Refusal::TooLarge);
    }

    #[test]
    fn more_cells_than_there_is_room_for_are_refused() {
        let rows_of_thousand = |rows: usize| {
            let mut builder = Builder::default();
            builder.room.take(MOST_PARTS_OF_DOCUMENT - 3000, 0).unwrap();
            let mut table = builder.table("A".to_owned(), Form::Text);
            for _ in 0..rows {
                builder.row(&mut table, vec![FoundCell::from(String::new()); 1000]);
            }
            builder.finish()
        };
        assert!(rows_of_thousand(3).is_ok());
        assert_eq!(rows_of_thousand(4).unwrap_err(), Refusal::TooLarge);
    }
}
