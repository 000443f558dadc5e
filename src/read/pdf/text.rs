//! The parts of pages → text: a line for each line of text and for each row of a table, with blank ones between
//! paragraphs, and where each stands.

use super::lines::{BOLD, Line};
use super::manner::Manner;
use super::rows::{Row, is_divided, join};
use super::tables::{Part, Table};
use crate::read::UNCERTAIN;
use crate::source::{LineMark, Remark, RemarkKind};

/// What is being written.
pub struct Writer<'w> {
    pub out: String,
    pub marks: Vec<LineMark>,
    /// Tables whose rows could not be told apart.
    pub remarks: Vec<Remark>,
    page: u32,
    /// How many lines of the page are written.
    line: u32,
    /// The line of text that was written last, if nothing was since.
    last: Option<Line>,
    /// How the document is written.
    manner: &'w Manner,
}

/// How much larger than most of the text a heading is.
const HEADING: f64 = 1.15;
/// How much farther than the lines of a paragraph two paragraphs stand apart.
const PARAGRAPH: f64 = 1.25;

impl<'w> Writer<'w> {
    /// Nothing so far.
    pub fn new(manner: &'w Manner) -> Self {
        Self { out: String::new(), marks: Vec::new(), remarks: Vec::new(), page: 0, line: 0, last: None, manner }
    }

    /// Begins a page, counted from 1.
    pub fn page(&mut self, page: u32) {
        self.page = page;
        self.line = 0;
        self.last = None;
    }

    /// Keeps what there is to know of the page, whose first line comes next. One that was not read has none, but a
    /// place.
    pub fn remark(&mut self, kind: RemarkKind) {
        self.remarks.push(Remark { kind, page: self.page, offset: self.out.len() });
        if kind == RemarkKind::Unread {
            self.write("");
        }
    }

    /// Writes a part of the page.
    pub fn part(&mut self, part: Part, goes_on: bool) {
        match part {
            Part::Text(line) => self.text(line),
            Part::Table(table) => self.table(&table, goes_on),
        }
    }

    fn text(&mut self, line: Line) {
        let text = line.pieces.iter().map(|piece| piece.text.as_str()).collect::<Vec<_>>().join(" ");
        let is_heading = line.size > self.manner.body() * HEADING;
        let before = self.last.take();
        let goes_on = before.as_ref().is_some_and(|before| {
            let is_near = line.y - before.y <= self.manner.leading(line.size) * PARAGRAPH;
            is_near && (line.size - before.size).abs() <= 0.5
        });
        if goes_on && (is_heading || is_divided(self.out.trim_end(), &text) || self.is_bold_divided(&text)) {
            self.out.pop();
            let mut last = self.out.split_off(self.out.rfind('\n').map_or(0, |feed| feed + 1));
            join(&mut last, &text.replace('\t', " "));
            self.out.extend([&last.replace("****", "").replace("** **", " "), "\n"]);
        } else {
            if !goes_on {
                self.blank();
            }
            self.write(&[if is_heading { "## " } else { "" }, &text.replace('\t', " ")].concat());
        }
        self.last = Some(line);
    }

    /// Whether a bold stretch that begins within the last line goes on in one more: a label, as a rule.
    fn is_bold_divided(&self, text: &str) -> bool {
        let last = self.out.trim_end().lines().next_back().unwrap_or_default();
        let before = last.strip_suffix(BOLD).and_then(|last| last.rsplit_once(BOLD)).map(|(before, _)| before.trim());
        text.starts_with(BOLD) && before.is_some_and(|before| !before.is_empty() && !before.ends_with(BOLD))
    }

    fn table(&mut self, table: &Table, goes_on: bool) {
        if !goes_on {
            self.blank();
        }
        let is_of_shares = table.rows.iter().any(|row| row.has_share() || row.is_torn());
        for row in &table.rows {
            self.row(row, is_of_shares);
        }
        self.last = None;
        if table.rows.is_empty() {
            self.blank();
        }
    }

    fn row(&mut self, row: &Row, is_of_shares: bool) {
        if row.is_torn() || is_of_shares && row.mentions_share() {
            self.remarks.push(Remark { kind: RemarkKind::Torn, page: self.page, offset: self.out.len() });
        }
        let cells = row.cells.iter().map(|cell| cell.replace(['\t', '\n'], " "));
        let mut cells: Vec<String> = cells.collect();
        if !row.is_certain {
            cells.push(UNCERTAIN.into());
        }
        self.write(&cells.join("\t"));
    }

    /// A blank line, unless there is one.
    fn blank(&mut self) {
        if !self.out.is_empty() && !self.out.ends_with("\n\n") {
            self.out.push('\n');
            self.marks.push(LineMark { page: Some(self.page), line: self.line.max(1) });
        }
    }

    fn write(&mut self, line: &str) {
        self.line += 1;
        self.out.extend([line, "\n"]);
        self.marks.push(LineMark { page: Some(self.page), line: self.line });
    }
}
