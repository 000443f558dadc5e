//! Tables on a terminal: aligned columns under a rule, nothing else.

use std::borrow::Cow;
use std::io::{self, Write};

use comfy_table::{
    Cell, CellAlignment, ColumnConstraint, ContentArrangement, ContentLineStyle, LineStyle, TableStyle, Width,
};
use rayon::prelude::*;
use unicode_width::UnicodeWidthStr;

use super::View;

/// A column of a table.
#[derive(Debug, Clone)]
pub struct Column {
    /// The message that heads it.
    pub title: &'static str,
    /// Whether it holds figures, which stand to the right.
    pub figures: bool,
    /// Whether it may be narrowed where the terminal is too narrow for all.
    pub flexible: bool,
}

impl Column {
    /// A column of words.
    pub fn words(title: &'static str) -> Self {
        Self { title, figures: false, flexible: false }
    }

    /// A column of words that may be broken into lines.
    pub fn long(title: &'static str) -> Self {
        Self { title, figures: false, flexible: true }
    }

    /// A column of figures.
    pub fn figures(title: &'static str) -> Self {
        Self { title, figures: true, flexible: false }
    }
}

/// What a row's colour says besides its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Nothing.
    Plain,
    /// Over the capacity, an error.
    Alarm,
    /// Under it, a warning.
    Notice,
}

/// A row of a table.
#[derive(Debug, Clone)]
pub struct TableRow<'a> {
    /// Its cells.
    pub cells: Vec<Cow<'a, str>>,
    /// Its tone, which colours the last cell.
    pub tone: Tone,
}

impl<'a> TableRow<'a> {
    /// A row without colour.
    pub fn plain(cells: Vec<Cow<'a, str>>) -> Self {
        Self { cells, tone: Tone::Plain }
    }
}

const STYLE: TableStyle = TableStyle::new()
    .header_lines(ContentLineStyle::none().junction(' '))
    .header_separator(LineStyle::none().fill('─').junction('─'))
    .content_lines(ContentLineStyle::none().junction(' '));

/// How many rows are laid out at once; the parts are worked on in parallel.
const PART: usize = 512;
/// How many parts are written at once.
const TOGETHER: usize = 64;
/// The narrowest that a column is made.
const NARROWEST: u16 = 12;
/// The space within a column behind its cells, and that between columns.
const PADDING: u16 = 1;
const BORDER: u16 = 1;

/// The text of a table, each line ended by a line feed.
pub fn table(view: &View, columns: &[Column], rows: &[TableRow<'_>]) -> String {
    let mut text = Vec::new();
    // To write into memory never fails.
    let _ = write_table(&mut text, view, columns, rows, |row| Cow::Borrowed(row));
    String::from_utf8(text).unwrap_or_default()
}

/// Writes the table of some things, each of which makes a row whenever it is looked at: of a large table there is never more than a
/// part.
///
/// # Errors
///
/// Those of what it is written to.
pub fn write_table<T: Sync>(
    to: &mut dyn Write,
    view: &View,
    columns: &[Column],
    things: &[T],
    row: impl Fn(&T) -> Cow<'_, TableRow<'_>> + Sync,
) -> io::Result<()> {
    let titles: Vec<String> = columns.iter().map(|column| view.messages.text(column.title)).collect();
    let of_titles = || widened(Vec::new(), titles.iter().map(|title| width_of(title)));
    let of_part = |part: &[T]| {
        part.iter()
            .fold(of_titles(), |widths, thing| widened(widths, row(thing).cells.iter().map(|cell| width_of(cell))))
    };
    let mut widths =
        things.par_chunks(PART).map(of_part).reduce(of_titles, |widths, own| widened(widths, own.into_iter()));
    fit(&mut widths, columns, view.width);
    let mut parts: Vec<&[T]> = things.chunks(PART).collect();
    if parts.is_empty() {
        parts.push(&[]);
    }
    // Part by part, since the cells of a large table take much more room than its text.
    for (at, together) in parts.chunks(TOGETHER).enumerate() {
        let texts = together.par_iter().enumerate().map(|(own, part)| {
            let header = if at + own == 0 { &titles[..] } else { &[] };
            rendered(layout(view, header, part.iter().map(&row)), columns, &widths)
        });
        for text in texts.collect::<Vec<_>>() {
            to.write_all(text.as_bytes())?;
        }
    }
    Ok(())
}

/// The widths of columns in which these stand, too.
fn widened(mut widths: Vec<u16>, cells: impl Iterator<Item = u16>) -> Vec<u16> {
    for (at, cell) in cells.enumerate() {
        match widths.get_mut(at) {
            Some(width) => *width = cell.max(*width),
            None => widths.push(cell),
        }
    }
    widths
}

fn width_of(text: &str) -> u16 {
    u16::try_from(text.width()).unwrap_or(u16::MAX)
}

fn layout<'r>(view: &View, header: &[String], rows: impl Iterator<Item = Cow<'r, TableRow<'r>>>) -> comfy_table::Table {
    let mut table = comfy_table::Table::new();
    table.load_style(STYLE).set_content_arrangement(ContentArrangement::Disabled);
    in_colour(&mut table, view.colour);
    if !header.is_empty() {
        table.set_header(header);
    }
    for row in rows {
        let last = row.cells.len().saturating_sub(1);
        let cells = row.cells.iter().enumerate().map(|(at, cell)| {
            let cell = Cell::new(visible_lines(cell));
            if at == last { toned(cell, row.tone) } else { cell }
        });
        table.add_row(cells.collect::<Vec<Cell>>());
    }
    table
}

/// Lets a table have colours or not, whatever the terminal.
#[cfg(feature = "cli")]
fn in_colour(table: &mut comfy_table::Table, colour: bool) {
    table.force_no_tty();
    if colour {
        table.enforce_styling();
    }
}

/// Where there is no terminal, no table has colours.
#[cfg(not(feature = "cli"))]
fn in_colour(_: &mut comfy_table::Table, _: bool) {}

/// A cell in its tone.
#[cfg(feature = "cli")]
fn toned(cell: Cell, tone: Tone) -> Cell {
    match tone {
        Tone::Alarm => cell.fg(comfy_table::Color::Red),
        Tone::Notice => cell.fg(comfy_table::Color::DarkYellow),
        Tone::Plain => cell,
    }
}

/// A cell where there is no terminal, and so no colour.
#[cfg(not(feature = "cli"))]
fn toned(cell: Cell, _: Tone) -> Cell {
    cell
}

/// Narrows the flexible columns, always the widest, so that all fit into the width of the terminal.
fn fit(widths: &mut [u16], columns: &[Column], terminal: Option<u16>) {
    let Some(terminal) = terminal else { return };
    let total: u16 = widths.iter().fold(0, |sum, &width| sum.saturating_add(width + PADDING + BORDER));
    for _ in terminal..total {
        let flexible = widths.iter_mut().zip(columns).filter(|(_, column)| column.flexible).map(|(width, _)| width);
        match flexible.max() {
            Some(widest) if *widest > NARROWEST => *widest -= 1,
            _ => return,
        }
    }
}

fn rendered(mut table: comfy_table::Table, columns: &[Column], widths: &[u16]) -> String {
    table.set_content_arrangement(ContentArrangement::Dynamic).set_width(u16::MAX);
    for (at, &width) in widths.iter().enumerate() {
        if let Some(column) = table.column_mut(at) {
            if columns[at].figures {
                column.set_cell_alignment(CellAlignment::Right);
            }
            column.set_padding((0, PADDING)).set_constraint(ColumnConstraint::Absolute(Width::Fixed(width + PADDING)));
        }
    }
    let mut out = String::new();
    for line in table.lines() {
        out.push_str(line.trim_end());
        out.push('\n');
    }
    out
}

/// A text for a terminal: what would move the cursor or change the colours is made visible.
///
/// ```
/// assert_eq!(cento::present::visible("3,0\0\t%\u{1b}[2J"), "3,0␀ | %␛[2J");
/// ```
pub fn visible(text: &str) -> Cow<'_, str> {
    let bytes = text.as_bytes();
    // All bytes at once first, which takes a moment for sixteen of them.
    let is_suspect_at_all = bytes.iter().fold(false, |any, &byte| any | is_suspect(byte));
    if !is_suspect_at_all || !(0..bytes.len()).any(|at| is_suspect(bytes[at]) && is_invisible(&bytes[at..])) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '\t' => out.push_str(" | "),
            '\u{7f}' => out.push('␡'),
            c if (c as u32) < 0x20 => out.push(char::from_u32(0x2400 + c as u32).unwrap_or('�')),
            c if c.is_control() || is_bidirectional(c) => out.push('�'),
            c => out.push(c),
        }
    }
    Cow::Owned(out)
}

/// Whether a control or a mark of direction may begin with a byte: a quick look spares nearly all texts another.
#[expect(clippy::needless_bitwise_bool, reason = "so that many bytes are looked at together")]
fn is_suspect(byte: u8) -> bool {
    (byte < 0x20) | (byte == 0x7F) | (byte == 0xC2) | (byte == 0xD8) | (byte == 0xE2)
}

/// Whether a text begins with a control or a mark of direction. What begins with these bytes is also a dash, a quotation mark or a
/// letter.
fn is_invisible(text: &[u8]) -> bool {
    match *text {
        [0xC2, second, ..] => second < 0xA0,
        [0xD8, second, ..] => second == 0x9C,
        [0xE2, second, third, ..] => matches!((second, third), (0x80, 0x8E | 0x8F | 0xAA..=0xAE) | (0x81, 0xA6..=0xA9)),
        [first, ..] => is_suspect(first),
        [] => false,
    }
}

/// Marks that turn the direction of the text, and so could make it seem to say something else.
pub fn is_bidirectional(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{200E}' | '\u{200F}' | '\u{61C}')
}

/// A text of several lines, each made visible as [`visible`] does, with the tabs that it has between its columns.
pub fn visible_lines(text: &str) -> Cow<'_, str> {
    let is_harmful = |c: char| (c.is_control() && !matches!(c, '\n' | '\t')) || is_bidirectional(c);
    if !text.contains(is_harmful) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        if is_harmful(c) { out.push_str(&visible(c.encode_utf8(&mut [0; 4]))) } else { out.push(c) }
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_tabs_stay_and_nothing_else_that_is_not_seen() {
        assert_eq!(visible_lines("a\tb\nc"), "a\tb\nc");
        assert_eq!(visible_lines("a\u{1b}[2J\r\n\u{61C}\u{9b}"), "a␛[2J␍\n��");
    }

    #[test]
    fn what_is_not_seen_is_known_by_its_first_bytes() {
        for c in '\0'..=char::MAX {
            let invisible = is_invisible(c.to_string().as_bytes());
            assert_eq!(invisible, c.is_control() || is_bidirectional(c), "{c:?}");
            assert!(!invisible || is_suspect(c.to_string().as_bytes()[0]), "{c:?}");
        }
    }
}
