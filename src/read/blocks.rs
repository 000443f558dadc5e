//! Text → blocks: headings, lines and table rows, as converters write them.
//!
//! Tables have their cells between tabs, or between pipes with or without outer ones. Bold may be
//! `**` or `<b>`, and is nothing but a border between two stretches of a line.

use memchr::{memchr, memchr2, memchr3};

use crate::source::{Document, Place, trimmed};

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

/// Stands in a cell of its own behind a row whose lines a reader could not tell from those of its neighbours.
pub const UNCERTAIN: &str = "\u{2026}";

impl<'t> Block<'t> {
    /// The row without its mark, if it could not be told from its neighbours.
    pub fn uncertain(self) -> Option<Place<'t>> {
        let row = self.place.raw().strip_suffix(UNCERTAIN)?.strip_suffix('\t')?;
        (self.kind == BlockKind::TabRow).then(|| self.place.at(trimmed(row)))
    }

    /// The cells of a table row, without bold marks and outer spaces, empty ones too.
    pub fn cells(self) -> Cells<'t> {
        let row = match self.kind {
            BlockKind::PipeRow { outer: true } => inside_outer_pipes(self.place.raw()),
            _ => self.place.raw(),
        };
        Cells { place: self.place, rest: Some(row), separator: self.separator() }
    }

    /// The first cell of a table row that is not empty.
    pub fn first_cell(self) -> Option<Place<'t>> {
        self.cells().find(|cell| !cell.raw().is_empty())
    }

    fn separator(self) -> u8 {
        if self.kind == BlockKind::TabRow { b'\t' } else { b'|' }
    }

    /// The stretches of a line between bold marks, those of nothing but space left out.
    pub fn runs(self) -> impl Iterator<Item = Place<'t>> {
        let mut rest = Some(self.place.raw());
        let runs = std::iter::from_fn(move || {
            let raw = rest?;
            let (run, next) = match bold_mark(raw) {
                Some((start, end)) => (&raw[..start], Some(&raw[end..])),
                None => (raw, None),
            };
            rest = next;
            Some(trimmed(run))
        });
        runs.filter(|run| !run.is_empty()).map(move |run| self.place.at(run))
    }
}

/// The first bold mark: where it begins and ends.
fn bold_mark(raw: &str) -> Option<(usize, usize)> {
    let bytes = raw.as_bytes();
    let mut at = 0;
    while let Some(found) = memchr2(b'*', b'<', &bytes[at..]) {
        let start = at + found;
        let asterisks = bytes[start..].iter().take_while(|&&byte| byte == b'*').count();
        if asterisks > 1 {
            return Some((start, start + asterisks));
        }
        let tags = ["<b>", "</b>", "<B>", "</B>", "<strong>", "</strong>", "<br>"];
        if let Some(tag) = tags.iter().find(|tag| bytes[start..].starts_with(tag.as_bytes())) {
            return Some((start, start + tag.len()));
        }
        at = start + 1;
    }
    None
}

fn inside_outer_pipes(row: &str) -> &str {
    let row = row.strip_prefix('|').unwrap_or(row);
    match row.strip_suffix('|') {
        Some(inside) if !inside.ends_with('\\') => inside,
        _ => row,
    }
}

/// The cells of one row.
#[derive(Debug, Clone)]
pub struct Cells<'t> {
    place: Place<'t>,
    rest: Option<&'t str>,
    separator: u8,
}

impl<'t> Iterator for Cells<'t> {
    type Item = Place<'t>;

    fn next(&mut self) -> Option<Place<'t>> {
        let row = self.rest?;
        let (cell, rest) = match end_of_cell(row.as_bytes(), self.separator) {
            Some(end) => (&row[..end], Some(&row[end + 1..])),
            None => (row, None),
        };
        self.rest = rest;
        Some(self.place.at(without_bold(trimmed(cell))))
    }
}

/// Where the first cell ends. A pipe after a backslash is a character of the cell.
fn end_of_cell(row: &[u8], separator: u8) -> Option<usize> {
    let mut from = 0;
    loop {
        let end = from + memchr(separator, &row[from..])?;
        if separator == b'\t' || end == 0 || row[end - 1] != b'\\' {
            return Some(end);
        }
        from = end + 1;
    }
}

/// A cell without the bold marks around it.
fn without_bold(mut cell: &str) -> &str {
    if !cell.starts_with(['*', '<']) {
        return cell;
    }
    for (open, close) in [("**", "**"), ("<b>", "</b>"), ("**", "**"), ("*", "*")] {
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
    rest: &'t str,
    line: u32,
    blank: bool,
    /// Whether the line before was a pipe row, and of which kind.
    pipes: Option<bool>,
}

/// The blocks of a document.
pub fn blocks(document: &Document) -> Blocks<'_> {
    Blocks { document, rest: document.text(), line: 0, blank: true, pipes: None }
}

impl<'t> Iterator for Blocks<'t> {
    type Item = Block<'t>;

    fn next(&mut self) -> Option<Block<'t>> {
        while !self.rest.is_empty() {
            let (raw, separator) = first_line(self.rest);
            self.rest = self.rest.get(raw.len() + 1..).unwrap_or_default();
            self.line += 1;
            let raw = raw.strip_suffix('\r').unwrap_or(raw);
            if separator.is_none() && is_blank(raw) {
                self.blank = true;
                self.pipes = None;
                continue;
            }
            let glued = !std::mem::replace(&mut self.blank, false);
            let (kind, text) = self.classify(raw, separator);
            return Some(Block { kind, place: Place::new(self.document, text, self.line), glued });
        }
        None
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
            Some(_) if !raw.starts_with('#') && is_pipe_row(raw, pipes.is_some()) => {
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

/// A line with pipes is a row if it begins with one, has one between spaces or two, or goes on with a
/// table; a pipe inside a line that is bold from end to end belongs to the text.
fn is_pipe_row(raw: &str, in_table: bool) -> bool {
    let text = trimmed(raw);
    let all_bold =
        text.len() > 4 && text.starts_with("**") && text.ends_with("**") && !text[2..text.len() - 2].contains("**");
    in_table
        || text.starts_with('|')
        || ((raw.contains(" | ") || raw.matches('|').count() > 1) && !all_bold)
        || is_rule(raw)
}

/// Whether a row is the line of dashes under a table's header.
fn is_rule(raw: &str) -> bool {
    raw.contains('-') && raw.bytes().all(|byte| matches!(byte, b'-' | b':' | b'|' | b' ' | b'\t'))
}

/// Whether a line without cells is nothing but spaces.
fn is_blank(raw: &str) -> bool {
    let begins_visibly = raw.as_bytes().first().is_some_and(u8::is_ascii_graphic);
    !begins_visibly && trimmed(raw).is_empty()
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
        assert_eq!(rows("Nome|Relazione|Impegno\n"), [["Nome", "Relazione", "Impegno"]]);
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
