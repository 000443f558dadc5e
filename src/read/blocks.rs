//! Text → blocks: headings, lines and table rows, as converters write them.
//!
//! Tables have their cells between tabs, or between pipes with or without outer ones. Bold may be
//! `**` or `<b>`, and is nothing but a border between two stretches of a line.

use memchr::{memchr, memchr2, memchr3};

use crate::source::{Document, Place, Span, trimmed};

/// One line of a document that is not blank.
#[derive(Debug, Clone, Copy)]
pub struct Block<'t> {
    /// What the line is.
    pub kind: BlockKind,
    /// The line, without the marks of a heading.
    pub place: Place<'t>,
    /// Whether it follows the line before without a blank one between.
    pub glued: bool,
}

/// What a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BlockKind {
    /// A heading with `#` marks.
    Heading,
    /// A line of text.
    Line,
    /// A row of a table with its cells between tabs.
    TabRow,
    /// A row of a table with its cells between pipes.
    PipeRow {
        /// Whether the table has pipes at the ends of its rows, too.
        outer: bool,
    },
}

impl BlockKind {
    /// Whether this is a row of a table.
    pub fn is_row(self) -> bool {
        matches!(self, Self::TabRow | Self::PipeRow { .. })
    }
}

impl<'t> Block<'t> {
    /// The cells of a table row, without bold marks and outer spaces, empty ones too.
    pub fn cells(self) -> Cells<'t> {
        let raw = self.place.raw();
        let base = self.place.span().start();
        let (start, end, separator) = match self.kind {
            BlockKind::PipeRow { outer: true } => {
                let (start, end) = inside_outer_pipes(raw);
                (start, end, b'|')
            }
            BlockKind::PipeRow { outer: false } => (0, raw.len(), b'|'),
            _ => (0, raw.len(), b'\t'),
        };
        Cells { place: self.place, raw, base, at: Some(start), end, separator }
    }

    /// The first cell of a table row that is not empty.
    pub fn first_cell(self) -> Option<Place<'t>> {
        let separators: &[char] = if self.kind == BlockKind::TabRow { &['\t', ' '] } else { &['|', ' '] };
        let raw = self.place.raw();
        let row = raw.trim_start_matches(separators);
        let end = memchr(separators[0] as u8, row.as_bytes()).unwrap_or(row.len());
        let cell = without_bold(trimmed(&row[..end]));
        if cell.is_empty() {
            return self.cells().find(|cell| !cell.raw().is_empty());
        }
        Some(self.place.at(span_of(cell, raw, self.place.span().start())))
    }

    /// The stretches of a line between bold marks, those of nothing but space left out.
    pub fn runs(self) -> impl Iterator<Item = Place<'t>> {
        let raw = self.place.raw();
        let base = self.place.span().start();
        let mut at = 0;
        std::iter::from_fn(move || {
            while at < raw.len() {
                let start = at;
                let (end, next) = bold_mark(raw, at).unwrap_or((raw.len(), raw.len()));
                at = next;
                let text = trimmed(&raw[start..end]);
                if !text.is_empty() {
                    return Some(span_of(text, raw, base));
                }
            }
            None
        })
        .map(move |span| self.place.at(span))
    }
}

/// The next bold mark at or after `from`: where it begins and ends.
fn bold_mark(raw: &str, from: usize) -> Option<(usize, usize)> {
    let bytes = raw.as_bytes();
    let mut at = from;
    while let Some(found) = memchr2(b'*', b'<', &bytes[at..]) {
        let start = at + found;
        for mark in ["**", "<b>", "</b>", "<br>"] {
            if bytes[start..].starts_with(mark.as_bytes()) {
                return Some((start, start + mark.len()));
            }
        }
        at = start + 1;
    }
    None
}

/// The span of `part`, a part of `raw`, which begins at `base`.
fn span_of(part: &str, raw: &str, base: usize) -> Span {
    let start = base + (part.as_ptr() as usize - raw.as_ptr() as usize);
    Span::new(start, start + part.len())
}

fn inside_outer_pipes(raw: &str) -> (usize, usize) {
    let start = usize::from(raw.starts_with('|'));
    let closes = raw.len() > start && raw.ends_with('|') && !raw.ends_with("\\|");
    (start, raw.len() - usize::from(closes))
}

/// The cells of one row.
#[derive(Debug, Clone)]
pub struct Cells<'t> {
    place: Place<'t>,
    raw: &'t str,
    base: usize,
    at: Option<usize>,
    end: usize,
    separator: u8,
}

impl<'t> Iterator for Cells<'t> {
    type Item = Place<'t>;

    fn next(&mut self) -> Option<Place<'t>> {
        let start = self.at?;
        let bytes = &self.raw.as_bytes()[..self.end];
        let mut from = start;
        let stop = loop {
            match memchr(self.separator, &bytes[from..]) {
                // A pipe after a backslash is a character of the cell.
                Some(found) if self.separator == b'|' && found + from > start && bytes[from + found - 1] == b'\\' => {
                    from += found + 1;
                }
                Some(found) => break Some(from + found),
                None => break None,
            }
        };
        self.at = stop.map(|stop| stop + 1);
        let cell = without_bold(trimmed(&self.raw[start..stop.unwrap_or(self.end)]));
        Some(self.place.at(span_of(cell, self.raw, self.base)))
    }
}

/// A cell without the bold marks around it.
fn without_bold(mut cell: &str) -> &str {
    if !cell.starts_with(['*', '<']) {
        return cell;
    }
    for (open, close) in [("**", "**"), ("<b>", "</b>"), ("**", "**")] {
        if let Some(bare) = cell.strip_prefix(open).and_then(|rest| rest.strip_suffix(close)) {
            cell = trimmed(bare);
        }
    }
    cell
}

/// Walks a document line by line; blank lines are left out.
#[derive(Debug, Clone)]
pub struct Blocks<'t> {
    document: &'t Document,
    at: usize,
    line: u32,
    blank: bool,
    /// Whether the line before was a pipe row, and of which kind.
    pipes: Option<bool>,
}

/// The blocks of a document.
pub fn blocks(document: &Document) -> Blocks<'_> {
    Blocks { document, at: 0, line: 0, blank: true, pipes: None }
}

impl<'t> Iterator for Blocks<'t> {
    type Item = Block<'t>;

    fn next(&mut self) -> Option<Block<'t>> {
        let text = self.document.text();
        loop {
            let rest = text.get(self.at..).filter(|rest| !rest.is_empty())?;
            let (raw, separator) = first_line(rest);
            let start = self.at;
            self.at += raw.len() + 1;
            self.line += 1;
            let raw = raw.strip_suffix('\r').unwrap_or(raw);
            if is_blank(raw) {
                self.blank = true;
                self.pipes = None;
                continue;
            }
            let glued = !std::mem::replace(&mut self.blank, false);
            let (kind, text) = self.classify(raw, separator);
            let place = Place::new(self.document, span_of(text, raw, start), self.line);
            return Some(Block { kind, place, glued });
        }
    }
}

/// The first line of a text, and the first separator of cells in it.
fn first_line(text: &str) -> (&str, Option<u8>) {
    let bytes = text.as_bytes();
    if bytes[0] == b'\n' {
        return ("", None);
    }
    match memchr3(b'\n', b'\t', b'|', bytes) {
        None => (text, None),
        Some(at) if bytes[at] == b'\n' => (&text[..at], None),
        Some(at) => {
            let end = memchr(b'\n', &bytes[at..]).map_or(bytes.len(), |feed| at + feed);
            (&text[..end], Some(bytes[at]))
        }
    }
}

impl Blocks<'_> {
    /// What a line is, and what of it is written on it.
    fn classify<'a>(&mut self, raw: &'a str, separator: Option<u8>) -> (BlockKind, &'a str) {
        let pipes = self.pipes.take();
        match separator {
            Some(b'\t') => return (BlockKind::TabRow, raw),
            Some(_) if is_pipe_row(raw, pipes.is_some()) => {
                // The first row of a table decides for all: of a row that begins with a pipe,
                // nothing else tells an outer pipe from the border of an empty first cell.
                let outer = pipes.unwrap_or_else(|| trimmed(raw).starts_with('|'));
                self.pipes = Some(outer);
                return (BlockKind::PipeRow { outer }, if outer { trimmed(raw) } else { raw });
            }
            _ => {}
        }
        let text = trimmed(raw);
        let marks = if text.starts_with('#') { text.len() - text.trim_start_matches('#').len() } else { 0 };
        if (1..=6).contains(&marks) && text[marks..].starts_with([' ', '\u{a0}']) {
            return (BlockKind::Heading, trimmed(&text[marks..]));
        }
        (BlockKind::Line, text)
    }
}

/// A line with pipes is a row if it begins with one, has one between spaces, or goes on with a
/// table; a pipe inside a line that is bold from end to end belongs to the text.
fn is_pipe_row(raw: &str, in_table: bool) -> bool {
    let text = trimmed(raw);
    let all_bold =
        text.len() > 4 && text.starts_with("**") && text.ends_with("**") && !text[2..text.len() - 2].contains("**");
    in_table || text.starts_with('|') || (raw.contains(" | ") && !all_bold) || is_rule(raw)
}

/// Whether a row is the line of dashes under a table's header.
fn is_rule(raw: &str) -> bool {
    raw.contains('-') && raw.bytes().all(|byte| matches!(byte, b'-' | b':' | b'|' | b' ' | b'\t'))
}

/// Whether a line is nothing but spaces; with tabs it is a row of empty cells.
fn is_blank(raw: &str) -> bool {
    let begins_visibly = raw.as_bytes().first().is_some_and(u8::is_ascii_graphic);
    !begins_visibly && trimmed(raw).is_empty() && !raw.contains('\t')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(text: &str) -> Document {
        Document::new("plan.md".into(), true, text.len() as u64, text.into())
    }

    fn rows(text: &str) -> Vec<Vec<String>> {
        let document = document(text);
        blocks(&document)
            .filter(|block| block.kind.is_row())
            .map(|block| block.cells().map(|cell| cell.raw().to_owned()).collect())
            .collect()
    }

    #[test]
    fn cells_between_tabs_lose_bold_and_spaces_but_not_their_number() {
        assert_eq!(rows("<b>Nome</b>\t**Relazione** \t\n\tNota:\t\n"), [["Nome", "Relazione", ""], ["", "Nota:", ""]]);
    }

    #[test]
    fn pipe_tables_with_and_without_outer_pipes() {
        let expected = [["Nome", "Relazione", "Impegno"], ["Poma", "", "3 %"], ["", "Dip.", "4 %"]];
        assert_eq!(rows("| Nome | **Relazione** | Impegno |\n| Poma |  | 3 % |\n|  | Dip. | 4 % |\n"), expected);
        assert_eq!(rows("Nome | **Relazione** | Impegno\nPoma |  | 3 %\n | Dip. | 4 %\n"), expected);
        assert_eq!(rows("| a \\| b | c |"), [["a \\| b", "c"]]);
    }

    #[test]
    fn a_pipe_in_a_bold_line_or_between_letters_is_text() {
        assert_eq!(rows("**Arte | Cultura**\n\nsì|no\n"), Vec::<Vec<String>>::new());
        assert_eq!(rows("**Indirizzo** | CITTA'\n"), [["Indirizzo", "CITTA'"]]);
        assert_eq!(rows("| a | b | c |\nPoma | 3 %\n").last().unwrap(), &["Poma", "3 %"]);
    }

    #[test]
    fn runs_are_what_stands_between_bold_marks() {
        let document = document("## **2024\\_PG\\_12PN PNRR****Indirizzo** IN COMUNE<b>Azione</b>  \n");
        let block = blocks(&document).next().unwrap();
        assert_eq!(block.kind, BlockKind::Heading);
        let runs: Vec<_> = block.runs().map(|run| run.words().into_owned()).collect();
        assert_eq!(runs, ["2024_PG_12PN PNRR", "Indirizzo", "IN COMUNE", "Azione"]);
    }

    #[test]
    fn a_title_that_begins_with_a_hash_is_no_heading() {
        let document = document("#DIVERSAMENTE - Giovani\n\n####### sette\n# Uno\n");
        let kinds: Vec<_> = blocks(&document).map(|block| (block.kind, block.glued)).collect();
        assert_eq!(kinds, [(BlockKind::Line, false), (BlockKind::Line, false), (BlockKind::Heading, true)]);
    }

    #[test]
    fn lines_are_counted_with_blank_ones_and_carriage_returns() {
        let document = document("uno\r\n\r\n\u{a0}\r\ndue\r\n");
        let lines: Vec<_> = blocks(&document).map(|block| (block.place.line(), block.place.raw())).collect();
        assert_eq!(lines, [(1, "uno"), (4, "due")]);
    }
}
