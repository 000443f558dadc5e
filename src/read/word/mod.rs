//! Documents of word processors, DOCX and ODT → blocks. What they look like is told by what is in them, not by their names.

mod paper;
mod runs;

use std::collections::HashMap;

use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

use super::builder::Builder;
use super::container::opendocument::marks_of_style;
use super::container::xml::{attribute, push_text};
use super::merged::{Form, FoundCell, Grid};
use super::refusal::Refusal;
use super::seen::Seen;
use crate::source::{Content, Mark, Marks, Position, Span};
use paper::Paper;
use runs::Lines;

/// The most cells that a row may repeat.
const MOST_CELLS: usize = 64;

/// What stands in a document and is no part of its text: what was deleted or moved away, comments, notes, and what older
/// programs show instead of something that is there as well.
const BESIDE: [&str; 5] = ["tracked-changes", "moveFrom", "annotation", "note-body", "Fallback"];

/// What the part of a package holds that is the document. Its tables are called by their names, where they have any,
/// or by their numbers.
///
/// # Errors
///
/// It is no XML, or too large.
pub fn read(xml: &str) -> Result<Content, Refusal> {
    let mut reader = Reader::from_str(xml);
    let mut document = Document::default();
    let mut beside = 0;
    loop {
        let event = reader.read_event()?;
        match &event {
            Event::Start(tag) if BESIDE.contains(&tag.local_name().as_ref()) => beside += 1,
            Event::End(tag) if BESIDE.contains(&tag.local_name().as_ref()) => beside -= 1,
            _ => {}
        }
        match event {
            Event::Eof => return document.builder.finish(),
            _ if beside > 0 => {}
            Event::Start(tag) => document.open(&tag),
            Event::Empty(tag) => {
                document.open(&tag);
                document.close(tag.local_name().as_ref());
            }
            Event::End(tag) => document.close(tag.local_name().as_ref()),
            event if document.in_text => {
                let mut text = String::new();
                push_text(&event, &mut text);
                document.write(&text);
            }
            _ => {}
        }
        if document.builder.is_full() {
            // Cells that are repeated make more of little.
            return Err(Refusal::TooLarge);
        }
    }
}

/// What is being read.
#[derive(Default)]
struct Document {
    builder: Builder,
    /// How deep in paragraphs it stands.
    paragraphs: usize,
    /// Whether the text that comes is one that is read: in DOCX, only that of runs.
    in_text: bool,
    /// How many tables there were so far, and those that are open.
    count: usize,
    tables: Vec<Grid>,
    /// The rows that are open: tables may stand in cells of others, and their rows are written before those around.
    rows: Vec<Vec<FoundCell>>,
    /// Whether the row that is being read is hidden.
    is_row_hidden: bool,
    /// What stands so far in the cells around the one that is being read, and what each of them is.
    outer: Vec<(Lines, Cell)>,
    /// The cell or paragraph that is being read.
    current: Lines,
    is_heading: bool,
    /// The style that is being told of, and how those look that ODT keeps apart from the text.
    style: String,
    styles: HashMap<String, Marks>,
    /// How each paragraph and run that is open looks, and what stands behind it.
    looks: Vec<Marks>,
    paper: Paper,
}

/// A cell that is being read.
#[derive(Default)]
struct Cell {
    /// How often it is repeated.
    repeats: usize,
    span: Span,
    is_covered: bool,
}

impl Document {
    fn open(&mut self, tag: &BytesStart<'_>) {
        self.paper.open(tag);
        match tag.local_name().as_ref() {
            "tbl" | "table" => {
                if !self.tables.is_empty() {
                    self.builder.blank();
                }
                self.count += 1;
                let name = attribute(tag, "name").unwrap_or_else(|| format!("Tab. {}", self.count));
                // In ODT the places that a merged cell covers are there.
                let form = if tag.local_name().as_ref() == "tbl" { Form::Docx } else { Form::Odt };
                self.tables.push(self.builder.table(name, form));
            }
            "tr" | "table-row" => {
                self.rows.push(Vec::new());
                self.is_row_hidden = false;
            }
            "tc" | "table-cell" | "covered-table-cell" => {
                let number = |name: &str| attribute(tag, name).and_then(|number| number.parse().ok()).unwrap_or(1);
                let span = Span { rows: number("number-rows-spanned"), columns: number("number-columns-spanned") };
                let repeats = (number("number-columns-repeated") as usize).clamp(1, MOST_CELLS);
                let is_covered = tag.local_name().as_ref() == "covered-table-cell";
                self.outer.push((std::mem::take(&mut self.current), Cell { repeats, span, is_covered }));
            }
            "vMerge" => {
                let begins = attribute(tag, "val").is_some_and(|value| value == "restart");
                if let Some((_, cell)) = self.outer.last_mut() {
                    cell.is_covered = !begins;
                    cell.span.rows = if begins { u32::MAX } else { 1 };
                }
            }
            "hidden" if self.paragraphs == 0 => self.is_row_hidden = true,
            "gridSpan" => {
                if let (Some((_, cell)), Some(columns)) = (self.outer.last_mut(), attribute(tag, "val")) {
                    cell.span.columns = columns.parse().unwrap_or(1);
                }
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
            // Text that was deleted, and is kept to be looked at.
            "delText" => {
                self.in_text = true;
                self.looks.iter_mut().last().into_iter().for_each(|look| *look = look.with(Mark::Struck));
            }
            "r" => self.looks.push(Marks::default()),
            "b" => self.look(tag, Mark::Bold),
            "strike" | "dstrike" => self.look(tag, Mark::Struck),
            "vanish" => self.look(tag, Mark::Hidden),
            "vertAlign" if attribute(tag, "val").is_some_and(|align| align == "superscript") => {
                self.look(tag, Mark::Raised);
            }
            "style" => self.style = attribute(tag, "name").unwrap_or_default(),
            "text-properties" => self.style_looks(tag),
            "span" => {
                let own = self.looks_of_style(tag);
                let around = self.looks.last().copied().unwrap_or_default();
                self.looks.push(own.and(around));
            }
            "footnoteReference" | "note" => self.current.note(),
            "tab" if self.paragraphs > 0 => self.current.write("\t", Marks::default()),
            "s" if self.paragraphs > 0 => self.current.write(" ", Marks::default()),
            "br" | "line-break" if self.paragraphs > 0 => self.current.end_line(),
            _ => {}
        }
    }

    fn begin_paragraph(&mut self, tag: &BytesStart<'_>) {
        self.paragraphs += 1;
        if self.tables.is_empty() {
            self.current = Lines::default();
            self.is_heading = tag.local_name().as_ref() == "h";
        } else {
            self.current.end_paragraph();
        }
        let look = self.looks_of_style(tag);
        self.looks.push(look);
        // In ODT the text stands in the paragraph itself.
        self.in_text = tag.name().as_ref().starts_with("text:");
    }

    /// Keeps how the run or paragraph that is open looks: an element without a value, or whose value is not off.
    fn look(&mut self, tag: &BytesStart<'_>, mark: Mark) {
        let is_off = attribute(tag, "val").is_some_and(|value| matches!(&*value, "0" | "false" | "off"));
        if let Some(own) = self.looks.last_mut() {
            *own = own.with_if(mark, !is_off);
        }
    }

    /// Keeps how the style that is being told of looks.
    fn style_looks(&mut self, tag: &BytesStart<'_>) {
        let looks = marks_of_style(tag);
        if looks != Marks::default() {
            self.styles.insert(self.style.clone(), looks);
        }
    }

    /// How the style of a paragraph or span looks.
    fn looks_of_style(&self, tag: &BytesStart<'_>) -> Marks {
        let style = attribute(tag, "style-name").unwrap_or_default();
        let known = self.styles.get(&style).copied().unwrap_or_default();
        if style.starts_with("Strong") { known.with(Mark::Bold) } else { known }
    }

    fn write(&mut self, text: &str) {
        let look = self.looks.last().copied().unwrap_or_default();
        self.current.write(text, look.with_if(Mark::Hidden, look.has(Mark::Hidden) || self.paper.hides()));
    }

    fn close(&mut self, name: &str) {
        self.paper.close(name);
        match name {
            "tbl" | "table" => {
                self.tables.pop();
                self.builder.blank();
            }
            "tc" | "table-cell" | "covered-table-cell" => {
                let (outer, Cell { repeats, span, is_covered }) = self.outer.pop().unwrap_or_default();
                let own = std::mem::replace(&mut self.current, outer);
                if let Some(row) = self.rows.last_mut() {
                    let Seen { text, marks, left_out } = own.seen();
                    let marks = marks.with_if(Mark::Hidden, marks.has(Mark::Hidden) || self.is_row_hidden);
                    let cell = FoundCell { text, left_out, span, marks, is_covered, ..FoundCell::default() };
                    row.extend(std::iter::repeat_n(cell, repeats));
                }
            }
            "tr" | "table-row" => {
                let row = self.rows.pop().unwrap_or_default();
                match self.tables.last_mut() {
                    Some(table) if row.is_empty() => {
                        // It has its number all the same.
                        table.row(row);
                        self.builder.blank();
                    }
                    None if row.is_empty() => self.builder.blank(),
                    Some(table) => self.builder.row(table, row),
                    None => self.builder.row(&mut Grid::new(Form::Docx), row),
                }
            }
            "t" | "delText" => self.in_text = false,
            "r" | "span" => drop(self.looks.pop()),
            "p" | "h" if self.paragraphs > 0 => {
                self.paragraphs -= 1;
                self.looks.pop();
                self.in_text = false;
                if self.tables.is_empty() {
                    self.end_paragraph();
                }
            }
            _ => {}
        }
    }

    /// Writes a paragraph that stands in no table.
    fn end_paragraph(&mut self) {
        self.builder.position(Position::Unnumbered);
        for (number, line) in std::mem::take(&mut self.current).written().iter().enumerate() {
            if number == 0 && self.is_heading {
                self.builder.heading(&runs::stretches(line));
            } else {
                self.builder.text(&runs::stretches(line));
            }
        }
        self.builder.blank();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::builder::testing::shown;

    fn lines(xml: &str) -> Result<String, Refusal> {
        read(xml).map(|content| content.text)
    }

    fn blocks(xml: &str) -> String {
        shown(read(xml).unwrap()).join("\n")
    }

    #[test]
    fn cells_are_found_by_the_table_they_stand_in() {
        let odt = r#"<office:text><table:table table:name="Tabella1"><table:table-row><table:table-cell><text:p>A</text:p>
            </table:table-cell><table:table-cell><text:p>B</text:p></table:table-cell></table:table-row><table:table-row>
            <table:table-cell><text:p>C</text:p></table:table-cell></table:table-row></table:table><text:p>D</text:p>
            <table:table><table:table-row><table:table-cell><text:p>E</text:p></table:table-cell></table:table-row>
            </table:table></office:text>"#;
        let content = read(odt).unwrap();
        assert_eq!(content.text, "A\tB\nC\n\nD\n\nE\n\n");
        let document = crate::source::Document::new("d".into(), true, 0, content);
        let found = |text: &str| {
            let at = document.text().find(text).unwrap();
            let origin = document.place(&document.text()[at..=at]).origin();
            origin.worksheet.map(|sheet| format!("{sheet}!{}", origin.cell.unwrap_or_default()))
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
        assert_eq!(blocks(xml), "# 04 - UNO\n\n|Rossi Ada & C.||3,00 %|");
        let odt = r#"<office:text><text:h>04 - UNO</text:h><text:p>A<text:tab/>B<text:span>C</text:span></text:p>
            <table:table><table:table-row><table:table-cell table:number-columns-repeated="2"/><table:table-cell>
            <text:p>x</text:p></table:table-cell></table:table-row></table:table></office:text>"#;
        assert_eq!(lines(odt).unwrap(), "04 - UNO\n\nA\tBC\n\n\t\tx\n\n");
    }

    #[test]
    fn a_cell_of_very_many_empty_lines_is_read_at_once() {
        let empty = "<w:p><w:r><w:br/></w:r></w:p>".repeat(200_000);
        let name = "<w:p><w:r><w:t>Rossi Ada</w:t></w:r></w:p>";
        let xml = format!("<w:document><w:tbl><w:tr><w:tc>{empty}{name}</w:tc></w:tr></w:tbl></w:document>");
        let start = std::time::Instant::now();
        assert!(lines(&xml).unwrap().contains("Rossi Ada"));
        assert!(start.elapsed() < std::time::Duration::from_secs(10), "{:?}", start.elapsed());
    }

    #[test]
    fn a_heading_with_a_tab_is_one_and_a_line_with_tabs_a_row() {
        let xml = r#"<w:document><w:p><w:pPr><w:pStyle w:val="Heading2"/></w:pPr><w:r><w:t>2024_PD_0411</w:t><w:tab/>
            <w:t>Atti</w:t></w:r></w:p><w:p><w:r><w:t>Rossi</w:t><w:tab/><w:t>3 %</w:t></w:r></w:p></w:document>"#;
        assert_eq!(blocks(xml), "# 2024_PD_0411\tAtti\n\n|Rossi|3 %|");
    }

    #[test]
    fn rows_without_cells_keep_their_number() {
        let row = "<w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc></w:tr>";
        let xml = format!("<w:document><w:tbl>{row}<w:tr/>{row}</w:tbl></w:document>");
        let document = crate::source::Document::new("d".into(), true, 0, read(&xml).unwrap());
        let last = document.blocks().last().unwrap().first_cell().unwrap();
        assert_eq!(last.place.origin().cell.as_deref(), Some("A3"));
    }

    #[test]
    fn what_is_bold_is_one_stretch_however_many_runs_it_has() {
        let xml = r"<w:document><w:p><w:r><w:rPr><w:b/></w:rPr><w:t>2024_PD</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>_0413</w:t></w:r>
            <w:r><w:t> Atti</w:t></w:r></w:p></w:document>";
        assert_eq!(blocks(xml), "[2024_PD_0413]Atti");
        let odt = r#"<office:automatic-styles><style:style style:name="T1"><style:text-properties fo:font-weight="bold"/>
            </style:style></office:automatic-styles><text:p><text:span text:style-name="T1">Uno</text:span> due</text:p>"#;
        assert_eq!(blocks(odt), "[Uno]due");
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

    /// The marks of each cell of a document, as letters, how many columns it takes, what it says, and what is left out of it.
    fn marks(xml: &str) -> Vec<String> {
        let document = crate::source::Document::new("d".into(), true, 0, read(xml).unwrap());
        let letters =
            [(Mark::Bold, 'b'), (Mark::Struck, 's'), (Mark::Hidden, 'h'), (Mark::Raised, 'r'), (Mark::Lines, 'l')];
        let shown = |cell: crate::source::Cell<'_>| {
            let own = letters.iter().filter(|(mark, _)| cell.marks().has(*mark)).map(|(_, letter)| *letter);
            let left = cell.left_out().iter().flat_map(|left| ["-", &left.text]).collect::<String>();
            format!("{}{}:{}{left}", own.collect::<String>(), cell.span().columns, cell.raw())
        };
        document.blocks().flat_map(|block| block.cells().map(shown).collect::<Vec<_>>()).collect()
    }

    #[test]
    fn cells_keep_how_they_are_written() {
        let run = |look: &str, text: &str| format!("<w:r><w:rPr>{look}</w:rPr><w:t>{text}</w:t></w:r>");
        let cell = |inside: String| format!("<w:tc><w:p>{inside}</w:p></w:tc>");
        let docx = format!(
            "<w:document><w:tbl><w:tr>{}{}{}{}<w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr><w:p>{}</w:p></w:tc></w:tr></w:tbl></w:document>",
            cell(run("<w:b/>", "Rossi") + "<w:r><w:br/></w:r>" + &run("", "Ada")),
            cell(run("<w:strike/>", "3") + &run("", " %")),
            cell(run("<w:vanish/>", "1") + &run("<w:b w:val=\"0\"/>", "5 %")),
            cell(run("", "5") + &run("<w:vertAlign w:val=\"superscript\"/>", "1")),
            run("", "x"),
        );
        assert_eq!(marks(&docx), ["bl1:Rossi Ada", "1:%-3", "1:5 %-1", "1:5-1", "2:x", "1:"]);
        let odt = r#"<office:automatic-styles><style:style style:name="T1"><style:text-properties style:text-line-through-style="solid"/>
            </style:style><style:style style:name="T2"><style:text-properties style:text-position="super 58%"/></style:style>
            </office:automatic-styles><table:table><table:table-row><table:table-cell table:number-columns-spanned="3"><text:p>
            <text:span text:style-name="T1">3</text:span></text:p></table:table-cell><table:table-cell><text:p>5<text:span
            text:style-name="T2">1</text:span></text:p><text:p>x</text:p></table:table-cell></table:table-row></table:table>"#;
        assert_eq!(marks(odt), ["s3:", "l1:5 x-1"]);
    }
}
