//! Documents of word processors, DOCX and ODT → text: a line for each paragraph and for each row of a table,
//! its cells between tabs. What they look like is told by what is in them, not by their names.

use std::collections::HashSet;

use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

use super::form::{Reading, Refusal};
use super::limits::MOST_TEXT;
use super::xml::{attribute, push_text};
use crate::source::{CellMark, Positions};

/// The most cells that a row may repeat.
const MOST_CELLS: usize = 64;

/// What stands in a document and is no part of its text: what was deleted or moved away, comments, and what older
/// programs show instead of something that is there as well.
const BESIDE: [&str; 4] = ["tracked-changes", "moveFrom", "annotation", "Fallback"];

/// The text of the part of a package that is the document. Its tables are called by their names, where they have any,
/// or by their numbers.
///
/// # Errors
///
/// It is no XML, or too large.
pub fn read(xml: &str) -> Result<Reading, Refusal> {
    let writer = written(xml)?;
    Ok(Reading { positions: Positions::of_cells(writer.names, writer.marks), ..Reading::from(writer.out) })
}

/// What is being written.
#[derive(Default)]
struct Writer {
    out: String,
    /// How deep in tables, rows and paragraphs it stands.
    tables: usize,
    paragraphs: usize,
    /// Whether the text that comes is one that is read: in DOCX, only that of runs.
    in_text: bool,
    /// The names of the tables so far.
    names: Vec<String>,
    /// The tables that are open, as indices of their names, and how many rows each has so far.
    open_tables: Vec<(usize, u32)>,
    /// The rows that are open: tables may stand in cells of others, and their rows are written before those around.
    rows: Vec<Row>,
    /// Where the cells stand.
    marks: Vec<CellMark>,
    /// What stands so far in the cells around the one that is being read, and how often each is repeated.
    outer: Vec<(String, usize)>,
    /// The cell or paragraph that is being read.
    current: String,
    is_heading: bool,
    /// The style that is being told of, and those that are bold: ODT keeps them apart from the text.
    style: String,
    bold_styles: HashSet<String>,
    /// Whether each paragraph and span that is open is bold.
    bold: Vec<bool>,
    /// Whether what was written last is.
    is_bold: bool,
}

/// A row that is being read.
#[derive(Default)]
struct Row {
    text: String,
    /// Where each of its cells begins.
    cells: Vec<usize>,
}

/// The paragraphs and rows of a document as lines.
fn written(xml: &str) -> Result<Writer, Refusal> {
    let mut reader = Reader::from_str(xml);
    let mut writer = Writer::default();
    let mut beside = 0;
    loop {
        let event = reader.read_event()?;
        if writer.out.len() > MOST_TEXT || writer.rows.last().is_some_and(|row| row.text.len() > MOST_TEXT) {
            // Cells that are repeated make more of little.
            return Err(Refusal::TooLarge);
        }
        match &event {
            Event::Start(tag) if BESIDE.contains(&tag.local_name().as_ref()) => beside += 1,
            Event::End(tag) if BESIDE.contains(&tag.local_name().as_ref()) => beside -= 1,
            _ => {}
        }
        match event {
            Event::Eof => return Ok(writer),
            _ if beside > 0 => {}
            Event::Start(tag) => writer.open(&tag),
            Event::Empty(tag) => {
                writer.open(&tag);
                writer.close(tag.local_name().as_ref());
            }
            Event::End(tag) => writer.close(tag.local_name().as_ref()),
            event if writer.in_text => {
                let mut text = String::new();
                push_text(&event, &mut text);
                writer.write(&text);
            }
            _ => {}
        }
    }
}

impl Writer {
    fn open(&mut self, tag: &BytesStart<'_>) {
        match tag.local_name().as_ref() {
            "tbl" | "table" => {
                if self.tables > 0 {
                    self.out.push('\n');
                }
                self.tables += 1;
                let number = self.names.len() + 1;
                self.open_tables.push((self.names.len(), 0));
                self.names.push(attribute(tag, "name").unwrap_or_else(|| format!("Tab. {number}")));
            }
            "tr" | "table-row" => self.rows.push(Row::default()),
            "tc" | "table-cell" | "covered-table-cell" => {
                let repeats = attribute(tag, "number-columns-repeated").and_then(|n| n.parse().ok()).unwrap_or(1);
                self.outer.push((std::mem::take(&mut self.current), repeats));
            }
            "p" | "h" => {
                let is_paragraph = tag.name().as_ref().starts_with("w:") || tag.name().as_ref().starts_with("text:");
                if is_paragraph {
                    self.begin_paragraph(tag);
                }
            }
            "pStyle" => {
                let style = attribute(tag, "val").unwrap_or_default().to_lowercase();
                self.is_heading |= style.starts_with("heading") || style.starts_with("titolo");
            }
            "t" => self.in_text = true,
            "r" => self.bold.push(false),
            "b" => {
                let is_off = attribute(tag, "val").is_some_and(|value| matches!(&*value, "0" | "false" | "off"));
                if let Some(own) = self.bold.last_mut() {
                    *own = !is_off;
                }
            }
            "style" => self.style = attribute(tag, "name").unwrap_or_default(),
            "text-properties" if attribute(tag, "font-weight").is_some_and(|weight| weight == "bold") => {
                self.bold_styles.insert(self.style.clone());
            }
            "span" => {
                let is_bold = self.has_bold_style(tag) || self.bold.last().copied().unwrap_or_default();
                self.bold.push(is_bold);
            }
            "tab" if self.paragraphs > 0 => self.space('\t'),
            "s" if self.paragraphs > 0 => self.space(' '),
            "br" | "line-break" if self.paragraphs > 0 => self.space('\n'),
            _ => {}
        }
    }

    fn begin_paragraph(&mut self, tag: &BytesStart<'_>) {
        self.paragraphs += 1;
        if self.tables > 0 {
            if !self.current.is_empty() && !self.current.ends_with(' ') {
                self.current.push(' ');
            }
        } else {
            self.current.clear();
            self.is_heading = tag.local_name().as_ref() == "h";
        }
        let is_bold = self.has_bold_style(tag);
        self.bold.push(is_bold);
        // In ODT the text stands in the paragraph itself.
        self.in_text = tag.name().as_ref().starts_with("text:");
    }

    /// Whether the style of a paragraph or span is bold.
    fn has_bold_style(&self, tag: &BytesStart<'_>) -> bool {
        let style = attribute(tag, "style-name").unwrap_or_default();
        style.starts_with("Strong") || self.bold_styles.contains(&style)
    }

    /// Adds a text; where it becomes bold or no more so, a mark. Cells have none: their borders are tabs.
    fn write(&mut self, text: &str) {
        let is_bold = self.tables == 0 && self.bold.last().copied().unwrap_or_default();
        if is_bold != self.is_bold && !text.trim().is_empty() {
            self.current += "**";
            self.is_bold = is_bold;
        }
        self.current += text;
    }

    fn end_bold(&mut self) {
        if std::mem::take(&mut self.is_bold) {
            self.current += "**";
        }
    }

    /// A space of some sort: in a cell a plain one, since tabs are borders there. What is bold is so line by line.
    fn space(&mut self, sort: char) {
        if sort == '\n' {
            self.end_bold();
        }
        self.current.push(if self.tables > 0 { ' ' } else { sort });
    }

    /// Keeps where the cells of a row stand that is written next.
    fn mark(&mut self, row: &Row) {
        let Some((sheet, count)) = self.open_tables.last_mut() else { return };
        *count += 1;
        let start = self.out.len();
        let cells = (1..).zip(&row.cells);
        self.marks.extend(cells.map(|(column, at)| CellMark {
            offset: start + at,
            sheet: *sheet,
            row: *count,
            column,
        }));
    }

    /// Keeps that what is written next is in no cell.
    fn mark_text(&mut self) {
        if self.marks.last().is_some_and(|last| last.sheet != usize::MAX) {
            self.marks.push(CellMark { offset: self.out.len(), sheet: usize::MAX, row: 0, column: 0 });
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "tbl" | "table" => {
                self.tables = self.tables.saturating_sub(1);
                self.open_tables.pop();
                self.out.push('\n');
            }
            "tc" | "table-cell" | "covered-table-cell" => {
                let (outer, repeats) = self.outer.pop().unwrap_or_default();
                let cell = std::mem::replace(&mut self.current, outer).replace(['\t', '\n', '\r'], " ");
                if let Some(row) = self.rows.last_mut() {
                    for _ in 0..repeats.clamp(1, MOST_CELLS) {
                        row.cells.push(row.text.len());
                        row.text.extend([&cell, "\t"]);
                    }
                }
            }
            "tr" | "table-row" => {
                let row = self.rows.pop().unwrap_or_default();
                self.mark(&row);
                self.out += row.text.strip_suffix('\t').unwrap_or(&row.text);
                self.out.push('\n');
            }
            "t" => self.in_text = false,
            "r" | "span" => drop(self.bold.pop()),
            "p" | "h" if self.paragraphs > 0 => {
                self.paragraphs -= 1;
                self.bold.pop();
                self.in_text = false;
                self.end_bold();
                if self.tables == 0 {
                    let mark = if self.is_heading && !self.current.trim().is_empty() { "## " } else { "" };
                    self.mark_text();
                    self.out.extend([mark, self.current.trim_end(), "\n\n"]);
                    self.current.clear();
                }
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(xml: &str) -> Result<String, Refusal> {
        written(xml).map(|writer| writer.out)
    }

    #[test]
    fn cells_are_found_by_the_table_they_stand_in() {
        let odt = r#"<office:text><table:table table:name="Tabella1"><table:table-row><table:table-cell><text:p>A</text:p>
            </table:table-cell><table:table-cell><text:p>B</text:p></table:table-cell></table:table-row><table:table-row>
            <table:table-cell><text:p>C</text:p></table:table-cell></table:table-row></table:table><text:p>D</text:p>
            <table:table><table:table-row><table:table-cell><text:p>E</text:p></table:table-cell></table:table-row>
            </table:table></office:text>"#;
        let reading = read(odt).unwrap();
        assert_eq!(reading.text, "A\tB\nC\n\nD\n\nE\n\n");
        let document = crate::source::Document::new("d".into(), true, 0, reading.text)
            .with_positions(reading.positions, Vec::new());
        let found = |text: &str| {
            let at = document.text().find(text).unwrap();
            let origin = document.place(&document.text()[at..=at]).origin();
            origin.sheet.map(|sheet| format!("{sheet}!{}", origin.cell.unwrap_or_default()))
        };
        let places = ["A", "B", "C", "D", "E"].map(found);
        let expected = [Some("Tabella1!A1"), Some("Tabella1!B1"), Some("Tabella1!A2"), None, Some("Tab. 2!A1")];
        assert_eq!(places, expected.map(|place| place.map(str::to_owned)));
    }

    #[test]
    fn paragraphs_and_rows_are_lines() {
        let xml = r#"<w:document xmlns:w="w"><w:p><w:pPr><w:pStyle w:val="Heading2"/></w:pPr><w:r><w:t>04 - UNO</w:t></w:r></w:p>
            <w:tbl><w:tr><w:tc><w:p><w:r><w:t>Rossi</w:t></w:r></w:p><w:p><w:r><w:t>Ada &amp; C.</w:t></w:r></w:p></w:tc>
            <w:tc><w:p/></w:tc><w:tc><w:p><w:r><w:t>3,00 %</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:document>"#;
        assert_eq!(lines(xml).unwrap(), "## 04 - UNO\n\nRossi Ada & C.\t\t3,00 %\n\n");
        let odt = r#"<office:text><text:h>04 - UNO</text:h><text:p>A<text:tab/>B<text:span>C</text:span></text:p>
            <table:table><table:table-row><table:table-cell table:number-columns-repeated="2"/><table:table-cell>
            <text:p>x</text:p></table:table-cell></table:table-row></table:table></office:text>"#;
        assert_eq!(lines(odt).unwrap(), "## 04 - UNO\n\nA\tBC\n\n\t\tx\n\n");
    }

    #[test]
    fn what_is_bold_is_marked_once_however_many_runs_it_has() {
        let xml = r"<w:document><w:p><w:r><w:rPr><w:b/></w:rPr><w:t>2024_PD</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>_0413</w:t></w:r>
            <w:r><w:t> Atti</w:t></w:r></w:p></w:document>";
        assert_eq!(lines(xml).unwrap(), "**2024_PD_0413** Atti\n\n");
        let odt = r#"<office:automatic-styles><style:style style:name="T1"><style:text-properties fo:font-weight="bold"/>
            </style:style></office:automatic-styles><text:p><text:span text:style-name="T1">Uno</text:span> due</text:p>"#;
        assert_eq!(lines(odt).unwrap(), "**Uno** due\n\n");
    }

    #[test]
    fn rows_of_a_table_in_a_cell_are_rows() {
        let xml = "<w:document><w:tbl><w:tr><w:tc><w:p><w:r><w:t>out</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>A</w:t>\
            </w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>B</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:tc><w:tc><w:p/></w:tc></w:tr>\
            </w:tbl></w:document>";
        assert_eq!(lines(xml).unwrap(), "\nA\tB\n\nout\t\n\n");
    }

    #[test]
    fn what_was_deleted_or_moved_away_is_not_read() {
        let docx = "<w:document><w:p><w:r><w:t>A</w:t></w:r><w:del><w:r><w:delText>B</w:delText></w:r></w:del><w:moveFrom>\
            <w:r><w:t>C</w:t></w:r></w:moveFrom><w:ins><w:r><w:t>D</w:t></w:r></w:ins></w:p></w:document>";
        assert_eq!(lines(docx).unwrap(), "AD\n\n");
        let odt = "<office:text><text:tracked-changes><text:p>B</text:p></text:tracked-changes><text:p>A<office:annotation>\
            <text:p>C</text:p></office:annotation>D</text:p></office:text>";
        assert_eq!(lines(odt).unwrap(), "AD\n\n");
    }
}
