//! The parts of a page → lines of text.

use super::grid::Grid;
use super::parts::{Open, Part, PartKind, Tag};
use crate::read::limits::MOST_TEXT;

/// The text of a page, and for each line of it the line of the page; none if there is no end of it.
pub fn written(parts: &[Part]) -> Option<(String, Vec<u32>)> {
    let mut writer = Writer::default();
    for part in parts {
        match &part.kind {
            PartKind::Open(open) => writer.open(open, part.line),
            PartKind::Close(tag) => writer.close(*tag),
            PartKind::Text(text) => writer.text(text, part.line),
        }
        if writer.out.len() > MOST_TEXT {
            return None;
        }
    }
    writer.end_paragraph();
    Some((writer.out, writer.lines))
}

/// A cell that is being read, of a row that is written as one.
#[derive(Debug, Default, Clone, Copy)]
struct Cell {
    columns: usize,
    rows: usize,
}

#[derive(Default)]
struct Writer {
    out: String,
    /// The line of the page for each line that was written.
    lines: Vec<u32>,
    /// The lines of the paragraph that is being read, and where they stand.
    paragraph: Vec<(String, u32)>,
    /// The line or cell that is being read, and where it stands.
    current: String,
    line: u32,
    /// Whether spaces stand before what comes next.
    space: bool,
    is_heading: bool,
    preformatted: usize,
    /// Whether what is in each open element is bold, and whether what was written last is.
    bold: Vec<bool>,
    is_bold: bool,
    /// The open tables; none for those that are laid out as text. Likewise whether the open rows are.
    tables: Vec<Option<Grid>>,
    rows: Vec<bool>,
    row_line: Option<u32>,
    cell: Option<Cell>,
}

impl Writer {
    fn open(&mut self, open: &Open, line: u32) {
        let around = self.bold.last().copied().unwrap_or_default();
        self.bold.push(open.bold.unwrap_or(around));
        match open.tag {
            Tag::Inline => {}
            Tag::Break => self.end_line(),
            // In a cell everything is one line.
            _ if self.cell.is_some() => self.space = true,
            Tag::Block => self.end_paragraph(),
            Tag::Heading => {
                self.end_paragraph();
                self.is_heading = true;
            }
            Tag::Preformatted => {
                self.end_paragraph();
                self.preformatted += 1;
            }
            Tag::Table => {
                self.end_paragraph();
                self.tables.push((!open.is_text).then(Grid::default));
            }
            Tag::Row => {
                self.end_paragraph();
                let is_text = open.is_text || !matches!(self.tables.last(), Some(Some(_)));
                self.rows.push(is_text);
                self.row_line = None;
            }
            Tag::Cell => {
                self.end_paragraph();
                if self.rows.last() == Some(&false) {
                    self.cell = Some(Cell { columns: open.columns, rows: open.rows });
                    self.line = line;
                }
            }
        }
    }

    fn close(&mut self, tag: Tag) {
        self.bold.pop();
        match tag {
            Tag::Inline | Tag::Break => {}
            Tag::Cell if self.cell.is_some() => self.end_cell(),
            _ if self.cell.is_some() => self.space = true,
            Tag::Block | Tag::Heading | Tag::Cell => self.end_paragraph(),
            Tag::Preformatted => {
                self.end_paragraph();
                self.preformatted = self.preformatted.saturating_sub(1);
            }
            Tag::Row => self.end_row(),
            Tag::Table => {
                self.end_paragraph();
                if let Some(Some(_)) = self.tables.pop() {
                    self.write("", self.lines.last().copied().unwrap_or(1));
                }
            }
        }
    }

    fn text(&mut self, text: &str, line: u32) {
        let as_it_is = self.preformatted > 0 && self.cell.is_none();
        for c in text.chars() {
            match c {
                '\n' if as_it_is => self.end_line(),
                ' ' | '\t' if as_it_is => self.current.push(c),
                ' ' | '\t' | '\n' | '\r' | '\u{0C}' => self.space = true,
                _ => self.character(c, line),
            }
        }
    }

    fn character(&mut self, c: char, line: u32) {
        if self.current.trim_ascii().is_empty() {
            self.line = line;
            if self.preformatted == 0 {
                self.space = false;
            }
        }
        // Cells have no marks: their borders are tabs.
        let is_bold = self.cell.is_none() && self.bold.last().copied().unwrap_or_default();
        if self.is_bold && !is_bold {
            self.current += "**";
        }
        if std::mem::take(&mut self.space) {
            self.current.push(' ');
        }
        if is_bold && !self.is_bold {
            self.current += "**";
        }
        self.is_bold = is_bold;
        self.current.push(c);
    }

    /// Ends a line within a paragraph; what is bold is so line by line.
    fn end_line(&mut self) {
        if self.cell.is_some() {
            self.space = true;
            return;
        }
        if std::mem::take(&mut self.is_bold) {
            self.current += "**";
        }
        self.space = false;
        let line = std::mem::take(&mut self.current);
        // Two ends of a line in a text that stands as it is are a blank line.
        if !line.trim_ascii().is_empty() || self.preformatted > 0 {
            self.paragraph.push((line, self.line));
        }
    }

    fn end_paragraph(&mut self) {
        self.end_line();
        let lines = std::mem::take(&mut self.paragraph);
        let is_heading = std::mem::take(&mut self.is_heading);
        if lines.iter().all(|(line, _)| line.trim().is_empty()) {
            return;
        }
        for (at, (text, line)) in lines.iter().enumerate() {
            let mark = if at == 0 && is_heading { "## " } else { "" };
            self.write(&format!("{mark}{text}"), *line);
        }
        self.write("", self.line);
    }

    fn end_cell(&mut self) {
        let Some(Cell { columns, rows }) = self.cell.take() else { return };
        self.space = false;
        let text = std::mem::take(&mut self.current);
        if !text.is_empty() {
            self.row_line.get_or_insert(self.line);
        }
        if let Some(Some(grid)) = self.tables.last_mut() {
            grid.push(text, columns, rows);
        }
    }

    fn end_row(&mut self) {
        self.end_paragraph();
        let is_text = self.rows.pop().unwrap_or(true);
        let Some(Some(grid)) = self.tables.last_mut() else { return };
        let cells = grid.take_row();
        if !is_text && !cells.is_empty() {
            let line = self.row_line.take().unwrap_or(self.line);
            self.write(&cells.join("\t"), line);
        }
    }

    fn write(&mut self, text: &str, line: u32) {
        self.out += text;
        self.out.push('\n');
        self.lines.push(line);
    }
}

#[cfg(test)]
mod tests {
    use super::super::read;
    use crate::source::Document;

    fn text(page: &str) -> String {
        read(page).unwrap().text
    }

    #[test]
    fn headings_paragraphs_and_rows_are_lines() {
        let page = "<h3>04 -\n UNO</h3>a<p>Dirigente: <b>Ada</b> <span style='font-weight: 700'>Rossi</span><br>due\
            <table><tr><th>Nome<td> Relazione <b>Personale</b><tr><td><p>R&agrave;</p><p>B</p><td>x&nbsp;y</table>c";
        assert_eq!(
            text(page),
            "## 04 - UNO\n\na\n\nDirigente: **Ada Rossi**\ndue\n\nNome\tRelazione Personale\nRà B\tx\u{a0}y\n\nc\n\n"
        );
    }

    #[test]
    fn a_cell_over_rows_stands_in_each() {
        let page = "<table><tr><td rowspan=2>A0<td colspan=2>Rossi<tr><td>b<td>c</table>";
        assert_eq!(text(page), "A0\tRossi\t\nA0\tb\tc\n\n");
    }

    #[test]
    fn tables_for_the_looks_are_text_and_tables_in_them_are_tables() {
        let page = "<table><tr><td>menu<td><h2>2024_PD_0411</h2><table><tr><td>Rossi<td>3 %</table></table>";
        assert_eq!(text(page), "menu\n\n## 2024_PD_0411\n\nRossi\t3 %\n\n\n");
        let page = "<table><tr><td>uno<tr><td>due</table>";
        assert_eq!(text(page), "uno\n\ndue\n\n");
        let page = "<table><tr><td>Rossi<td><table><tr><td>3 %</table></table>";
        assert_eq!(text(page), "Rossi\t3 %\n\n");
    }

    #[test]
    fn what_is_not_shown_is_not_read() {
        let page = "<head><title>x</title></head><body><p hidden>a<p style='Display : none'>b<p>c<script>d</script>\
            <noscript>e</noscript><template>f</template><del>g</del><table><tr hidden><td>h<td>i<tr><td>j<td>k</table>";
        assert_eq!(text(page), "c\n\nj\tk\n\n");
    }

    #[test]
    fn every_line_knows_where_it_stands_in_the_page() {
        let page = "<html>\r\n<body><p>\nuno</p>\n<table>\n<tr>\n<td>\n Rossi</td>\n<td>3 %</td></tr>\n<tr><td>\n<td>b\n\
            </table><p>due<br>\ntre";
        let reading = read(page).unwrap();
        assert_eq!(reading.text, "uno\n\nRossi\t3 %\n\tb\n\ndue\ntre\n\n");
        let document = Document::new("p".into(), true, 0, reading.text).with_positions(reading.positions, Vec::new());
        let line =
            |word: &str| document.place(&document.text()[document.text().find(word).unwrap()..][..1]).origin().line;
        assert_eq!((line("uno"), line("Rossi"), line("\tb"), line("due"), line("tre")), (3, 7, 10, 11, 12));
    }

    #[test]
    fn whatever_a_page_is_it_is_read_in_time() {
        for page in [
            "<div>".repeat(100_000) + "x",
            "<table><tr><td>".repeat(100_000) + "x",
            "<b><p>".repeat(100_000) + "x",
            "<table><td rowspan=1000 colspan=1000>x".repeat(1000) + &"<tr>".repeat(10_000),
            "<ul><li>".repeat(50_000) + &"</ul>".repeat(100_000) + "x",
            "<p>x</b></i></table></td>".repeat(20_000),
            format!("<p>x<div {}", "a ".repeat(100_000)),
            format!("<p>x<div {}>", "a1 b2 c3 d".repeat(10_000)),
            "<html>\0x".into(),
            "<svg><math>".repeat(20_000) + "x",
        ] {
            let start = std::time::Instant::now();
            let text = read(&page).map(|reading| reading.text).unwrap_or_default();
            let beginning: String = page.chars().take(30).collect();
            assert!(start.elapsed().as_secs() < 30, "{beginning}: {:?}", start.elapsed());
            assert!(text.contains('x') || page.contains("svg"), "{beginning}");
        }
    }
}
