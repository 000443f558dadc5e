//! The signs by which texts tell what their lines are: headings begin with `#`, rows of tables have their cells between
//! tabs or pipes, and bold stands between `**` or in `<b>`.

use memchr::{memchr, memchr2, memchr3};

use super::structure::BlockKind;
use super::words::trimmed;

/// What separates the cells of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Separator {
    /// Tabs.
    Tab,
    /// Pipes.
    Pipe {
        /// Whether the table has pipes at the ends of its rows, too.
        outer: bool,
    },
}

/// The cells of a row, as what separates them tells; empty ones too.
pub fn cells(row: &str, separator: Separator) -> SignedCells<'_> {
    let inside = match separator {
        Separator::Pipe { outer: true } => {
            let row = row.strip_prefix('|').unwrap_or(row);
            row.strip_suffix('|').filter(|inside| !inside.ends_with('\\')).unwrap_or(row)
        }
        _ => row,
    };
    SignedCells { rest: Some(inside), separator }
}

/// The first cell of a row in which anything but a space stands; nothing if there is none.
pub(super) fn first_cell(row: &str, separator: Separator) -> &str {
    let row = row.trim_start_matches(match separator {
        Separator::Tab => ['\t', ' '],
        Separator::Pipe { .. } => ['|', ' '],
    });
    separator.end_of_cell(row.as_bytes()).map_or(row, |end| &row[..end])
}

/// The cells of a row that signs tell apart.
#[derive(Debug, Clone)]
pub struct SignedCells<'a> {
    rest: Option<&'a str>,
    separator: Separator,
}

impl<'a> Iterator for SignedCells<'a> {
    type Item = &'a str;

    #[inline]
    fn next(&mut self) -> Option<&'a str> {
        let row = self.rest?;
        let (cell, rest) = match self.separator.end_of_cell(row.as_bytes()) {
            Some(end) => (&row[..end], Some(&row[end + 1..])),
            None => (row, None),
        };
        self.rest = rest;
        Some(cell)
    }
}

impl Separator {
    /// Where the first cell ends. A pipe after a backslash is a character of the cell.
    #[inline]
    fn end_of_cell(self, row: &[u8]) -> Option<usize> {
        let separator = if self == Self::Tab { b'\t' } else { b'|' };
        let mut from = 0;
        loop {
            let end = from + memchr(separator, &row[from..])?;
            if self == Self::Tab || end == 0 || row[end - 1] != b'\\' {
                return Some(end);
            }
            from = end + 1;
        }
    }
}

/// What a line of text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line<'a> {
    /// A heading, a paragraph or a row.
    pub kind: BlockKind,
    /// What is written on it, without the marks of a heading.
    pub text: &'a str,
    /// What separates its cells, if it is a row.
    pub separator: Option<Separator>,
}

/// Tells what the lines of a text are, one after the other.
#[derive(Debug, Clone, Default)]
pub struct Lines {
    /// Whether the line before was a row between pipes, and whether with outer ones.
    pipes: Option<bool>,
}

impl Lines {
    /// What a line is; none if it is blank. `first_separator` is the first tab or pipe in it, as [`first_line`] tells.
    #[expect(clippy::inline_always, reason = "a document has more lines than anything else")]
    #[inline(always)]
    pub fn next<'a>(&mut self, raw: &'a str, first_separator: Option<u8>) -> Option<Line<'a>> {
        let pipes = self.pipes.take();
        let row = |text, separator| Line { kind: BlockKind::Row, text, separator: Some(separator) };
        match first_separator {
            None if is_blank(raw) => return None,
            Some(b'\t') => return Some(row(raw, Separator::Tab)),
            Some(_) if !raw.starts_with('#') && (pipes.is_some() || is_pipe_row(raw)) => {
                // The first row of a table decides for all: of a row that begins with a pipe,
                // nothing else tells an outer pipe from the border of an empty first cell.
                let outer = pipes.unwrap_or_else(|| trimmed(raw).starts_with('|'));
                self.pipes = Some(outer);
                return Some(row(if outer { trimmed(raw) } else { raw }, Separator::Pipe { outer }));
            }
            _ => {}
        }
        let text = trimmed(raw);
        let marks = if text.starts_with('#') { text.len() - text.trim_start_matches('#').len() } else { 0 };
        let is_heading = (1..=6).contains(&marks) && text[marks..].starts_with([' ', '\u{a0}']);
        let text = if is_heading { trimmed(&text[marks..]) } else { text };
        let kind = if is_heading { BlockKind::Heading } else { BlockKind::Paragraph };
        Some(Line { kind, text, separator: None })
    }

    /// What a line is of which a reader says that it is bold from end to end: no signs are looked for in it, unless a table
    /// between pipes goes on.
    pub fn next_bold<'a>(&mut self, raw: &'a str, first_separator: Option<u8>) -> Option<Line<'a>> {
        let is_row = first_separator == Some(b'\t') || (first_separator.is_some() && self.pipes.is_some());
        if is_row {
            return self.next(raw, first_separator);
        }
        self.pipes = None;
        (!is_blank(raw)).then(|| Line { kind: BlockKind::Paragraph, text: trimmed(raw), separator: None })
    }

    /// Begins anew behind a blank line, or what is no line of text.
    pub fn end(&mut self) {
        self.pipes = None;
    }
}

/// The first line of a text that is not empty, and the first separator of cells in it.
pub fn first_line(text: &str) -> (&str, Option<u8>) {
    let bytes = text.as_bytes();
    if bytes.first() == Some(&b'\n') {
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

/// A line with pipes is a row if it begins with one, or has one between spaces or two; a pipe inside a line that is bold
/// from end to end belongs to the text.
fn is_pipe_row(raw: &str) -> bool {
    let text = trimmed(raw);
    let all_bold =
        text.len() > 4 && text.starts_with("**") && text.ends_with("**") && !text[2..text.len() - 2].contains("**");
    text.starts_with('|')
        || ((raw.contains(" | ") || raw.matches('|').count() > 1) && !all_bold)
        || (raw.contains('-') && is_of_rule(raw))
}

/// Whether a row is the line of dashes under a table's header.
pub(super) fn is_rule(row: &str) -> bool {
    row.starts_with(['-', '|', ':']) && row.contains('-') && is_of_rule(row)
}

fn is_of_rule(row: &str) -> bool {
    row.bytes().all(|byte| matches!(byte, b'-' | b':' | b'|' | b' ' | b'\t'))
}

/// A row without the borders, spaces and bold marks before what is written in it.
pub(super) fn start_of_row(row: &str) -> &str {
    let text = without_border_before(row);
    text.strip_prefix("<b>").map_or(text, without_border_before)
}

/// A row without those behind what is written in it.
pub(super) fn end_of_row(row: &str) -> &str {
    let text = without_border_behind(row);
    text.strip_suffix("</b>").map_or(text, without_border_behind)
}

fn without_border_before(text: &str) -> &str {
    let first = text.bytes().position(|byte| !is_of_border(char::from(byte)));
    &text[first.unwrap_or(text.len())..]
}

// What separates cells is ASCII: what stands before it ends with a character.
fn without_border_behind(text: &str) -> &str {
    let last = text.bytes().rposition(|byte| !is_of_border(char::from(byte)));
    last.map_or("", |last| &text[..=last])
}

/// Whether a character may stand between a row and what is written in it: a separator, a space, or a bold mark.
pub fn is_of_border(c: char) -> bool {
    matches!(c, '\t' | ' ' | '|' | '*')
}

/// Whether a line without cells is nothing but spaces.
fn is_blank(raw: &str) -> bool {
    let begins_visibly = raw.as_bytes().first().is_some_and(u8::is_ascii_graphic);
    !begins_visibly && trimmed(raw).is_empty()
}

/// The first bold mark: where it begins and ends.
pub(super) fn bold_mark(raw: &str) -> Option<(usize, usize)> {
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

/// A cell without the bold marks around it.
#[inline]
pub(super) fn without_bold(mut cell: &str) -> &str {
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
