//! The parts of a page → blocks.

use super::parts::{Open, Part, PartKind, Tag};
use crate::read::builder::{Builder, Stretch};
use crate::read::merged::{Form, FoundCell, Grid};
use crate::read::refusal::Refusal;
use crate::read::seen::Seen;
use crate::source::{Content, Mark, Marks, Position, Span};

/// What is in a page of these parts.
///
/// # Errors
///
/// There is no end of it.
pub fn content(parts: &[Part]) -> Result<Content, Refusal> {
    let mut page = Page::default();
    for part in parts {
        match &part.kind {
            PartKind::Open(open) => page.open(open, part.line),
            PartKind::Close(tag) => page.close(*tag),
            PartKind::Text(text) => page.text(text, part.line),
        }
        if page.builder.is_full() {
            break;
        }
    }
    page.end_paragraph();
    page.builder.finish()
}

/// A line of a paragraph, or a cell, that is being read.
#[derive(Debug, Default)]
struct Line {
    runs: Vec<(String, Marks)>,
    /// The line of the page on which it begins.
    line: u32,
}

impl Line {
    fn is_blank(&self) -> bool {
        self.runs.iter().all(|(text, _)| text.trim_ascii().is_empty())
    }

    /// Whether nothing is seen of it.
    fn is_unseen(&self) -> bool {
        self.runs.iter().all(|(text, marks)| marks.is_unseen() || text.trim_ascii().is_empty())
    }

    /// The run that looks like this, and what goes on with it.
    fn run(&mut self, marks: Marks) -> &mut String {
        if self.runs.last().is_none_or(|(_, last)| *last != marks) {
            self.runs.push((String::new(), marks));
        }
        let last = self.runs.len() - 1;
        &mut self.runs[last].0
    }

    /// Adds a space of some sort, which looks like what is before it.
    fn space(&mut self, c: char) {
        match self.runs.last_mut() {
            Some((text, _)) => text.push(c),
            None => self.run(Marks::default()).push(c),
        }
    }
}

#[derive(Default)]
struct Page {
    builder: Builder,
    /// The lines of the paragraph that is being read.
    paragraph: Vec<Line>,
    /// The line or cell that is being read.
    current: Line,
    /// Whether spaces stand before what comes next.
    space: bool,
    is_heading: bool,
    preformatted: usize,
    /// How what is in each open element looks.
    looks: Vec<Marks>,
    /// The open tables; none for those that are laid out as text.
    tables: Vec<Option<Table>>,
    /// Whether each row that is open is laid out as text.
    rows: Vec<bool>,
    /// Over how many columns and rows the cell goes that is being read, of a row that is written as one.
    cell: Option<Span>,
}

/// A table, and the row of it that is being read.
struct Table {
    grid: Grid,
    cells: Vec<FoundCell>,
    /// The line of the page on which the row begins.
    line: Option<u32>,
}

impl Page {
    fn open(&mut self, open: &Open, line: u32) {
        let around = self.looks.last().copied().unwrap_or_default();
        let bold = open.bold.unwrap_or(around.has(Mark::Bold));
        self.looks.push(around.and(open.marks).with_if(Mark::Bold, bold));
        match open.tag {
            Tag::Inline => {}
            Tag::Break => self.end_line(),
            // In a cell everything is one paragraph.
            _ if self.cell.is_some() => self.end_cell_line(),
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
                let table = || Table { grid: Grid::new(Form::Html), cells: Vec::new(), line: None };
                self.tables.push((!open.is_text).then(table));
            }
            Tag::Row => {
                self.end_paragraph();
                self.rows.push(open.is_text || !matches!(self.tables.last(), Some(Some(_))));
                if let Some(Some(table)) = self.tables.last_mut() {
                    table.line = None;
                }
            }
            Tag::Cell => {
                self.end_paragraph();
                if self.rows.last() == Some(&false) {
                    self.cell = Some(open.span);
                    self.current.line = line;
                }
            }
        }
    }

    fn close(&mut self, tag: Tag) {
        self.looks.pop();
        match tag {
            Tag::Inline | Tag::Break => {}
            Tag::Cell if self.cell.is_some() => self.end_cell(),
            _ if self.cell.is_some() => self.end_cell_line(),
            Tag::Block | Tag::Heading | Tag::Cell => self.end_paragraph(),
            Tag::Preformatted => {
                self.end_paragraph();
                self.preformatted = self.preformatted.saturating_sub(1);
            }
            Tag::Row => self.end_row(),
            Tag::Table => {
                self.end_paragraph();
                if let Some(Some(_)) = self.tables.pop() {
                    self.builder.blank();
                }
            }
        }
    }

    fn text(&mut self, text: &str, line: u32) {
        let as_it_is = self.preformatted > 0 && self.cell.is_none();
        for c in text.chars() {
            match c {
                '\n' if as_it_is => self.end_line(),
                ' ' | '\t' if as_it_is => self.current.space(c),
                ' ' | '\t' | '\n' | '\r' | '\u{0C}' => self.space = true,
                _ => self.character(c, line),
            }
        }
    }

    fn character(&mut self, c: char, line: u32) {
        if self.current.is_blank() {
            self.current.line = line;
            if self.preformatted == 0 {
                self.space = false;
            }
        }
        if std::mem::take(&mut self.space) {
            self.current.space(' ');
        }
        let marks = self.looks.last().copied().unwrap_or_default();
        self.current.run(marks).push(c);
    }

    /// Ends a line within a paragraph.
    fn end_line(&mut self) {
        if self.cell.is_some() {
            self.end_cell_line();
            return;
        }
        self.space = false;
        let line = self.take_line();
        // Two ends of a line in a text that stands as it is are a blank line.
        if !line.is_blank() || self.preformatted > 0 {
            self.paragraph.push(line);
        }
    }

    /// Ends a line within a cell, if anything stands on it.
    fn end_cell_line(&mut self) {
        self.space = false;
        if !self.current.is_blank() && !self.current.runs.last().is_some_and(|(text, _)| text.ends_with('\n')) {
            self.current.space('\n');
        }
    }

    /// What was read of a line; the next begins where it did until something is written.
    fn take_line(&mut self) -> Line {
        let line = self.current.line;
        std::mem::replace(&mut self.current, Line { runs: Vec::new(), line })
    }

    fn end_paragraph(&mut self) {
        self.end_line();
        let lines = std::mem::take(&mut self.paragraph);
        let is_heading = std::mem::take(&mut self.is_heading);
        if lines.iter().all(Line::is_unseen) {
            return;
        }
        for (at, Line { runs, line }) in lines.iter().enumerate() {
            self.builder.position(Position::Line { page: None, line: *line });
            let stretches: Vec<_> =
                runs.iter().map(|(text, marks)| Stretch { marks: *marks, ..Stretch::plain(text) }).collect();
            if at == 0 && is_heading {
                self.builder.heading(&stretches);
            } else {
                self.builder.text(&stretches);
            }
        }
        self.builder.blank();
    }

    fn end_cell(&mut self) {
        let Some(span) = self.cell.take() else { return };
        self.space = false;
        let Line { runs, line } = self.take_line();
        let mut seen = Seen::default();
        for (text, marks) in &runs {
            seen.push(text, *marks);
        }
        let Seen { text, marks, left_out } = seen.finished();
        let text = text.trim().to_owned();
        let marks = marks.with_if(Mark::Lines, text.contains('\n'));
        if let Some(Some(table)) = self.tables.last_mut() {
            if !text.is_empty() {
                table.line.get_or_insert(line);
            }
            table.cells.push(FoundCell { left_out, span, marks, ..FoundCell::from(text) });
        }
    }

    fn end_row(&mut self) {
        self.end_paragraph();
        let is_text = self.rows.pop().unwrap_or(true);
        let Some(Some(table)) = self.tables.last_mut() else { return };
        let (cells, line) = (std::mem::take(&mut table.cells), table.line.take().unwrap_or(self.current.line));
        if is_text {
            // It has its place in the table all the same.
            table.grid.row(cells);
        } else {
            self.builder.position(Position::Line { page: None, line });
            self.builder.row(&mut table.grid, cells);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::read;
    use crate::read::builder::testing::shown;
    use crate::source::{Document, Mark};

    fn text(page: &str) -> String {
        read(page).unwrap().text
    }

    #[test]
    fn headings_paragraphs_and_rows_are_lines() {
        let page = "<h3>04 -\n UNO</h3>a<p>Dirigente: <b>Ada</b> <span style='font-weight: 700'>Rossi</span><br>due\
            <table><tr><th>Nome<td> Relazione <b>Personale</b><tr><td><p>R&agrave;</p><p>B</p><td>x&nbsp;y</table>c";
        let blocks = shown(read(page).unwrap());
        let expected =
            "# 04 - UNO\n\na\n\nDirigente:[Ada Rossi]\ndue\n\n|Nome|Relazione Personale|\n|Rà B|x\u{a0}y|\n\nc";
        assert_eq!(blocks.join("\n"), expected);
    }

    #[test]
    fn cells_keep_how_they_are_written() {
        let page = "<table><tr><td><s>20</s> 3 %<td colspan=2>5<sup>1</sup><td><b>x</b></table>";
        let document = Document::new("p".into(), true, 0, read(page).unwrap());
        let row = document.blocks().next().unwrap();
        let told = row.cells().map(|cell| {
            let left: Vec<_> = cell.left_out().iter().map(|left| (left.mark, left.text.as_str())).collect();
            (cell.raw(), left, cell.marks().has(Mark::Bold), cell.span().columns)
        });
        let expected = [
            ("3 %", vec![(Mark::Struck, "20")], false, 1),
            ("5", vec![(Mark::Raised, "1")], false, 2),
            ("", vec![], false, 1),
            ("x", vec![], true, 1),
        ];
        assert_eq!(told.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn a_cell_over_rows_stands_in_each() {
        let page = "<table><tr><td rowspan=2>A0<td colspan=2>Rossi<tr><td>b<td>c</table>";
        assert_eq!(text(page), "A0\tRossi\t\nA0\tb\tc\n\n");
    }

    #[test]
    fn tables_for_the_looks_are_text_and_tables_in_them_are_tables() {
        let page = "<table><tr><td>menu<td><h2>2024_PD_0411</h2><table><tr><td>Rossi<td>3 %</table></table>";
        assert_eq!(text(page), "menu\n\n2024_PD_0411\n\nRossi\t3 %\n\n\n");
        let page = "<table><tr><td>uno<tr><td>due</table>";
        assert_eq!(text(page), "uno\n\ndue\n\n");
        let page = "<table><tr><td>Rossi<td><table><tr><td>3 %</table></table>";
        assert_eq!(text(page), "Rossi\t3 %\n\n");
    }

    #[test]
    fn what_is_not_shown_is_no_text_and_in_tables_no_cell() {
        let page = "<head><title>x</title></head><body><p hidden>a<p style='Display : none'>b<p>c<script>d</script>\
            <noscript>e</noscript><template>f</template><del>g</del><table><tr hidden><td>h<td>i<tr><td>j<td>k</table>";
        assert_eq!(shown(read(page).unwrap()), ["c", "", "|||", "|j|k|"]);
        let page = "<style>/* x */ .s, td.t { display : none } @media print { .p { display: none } }</style>\
            <p class=s>a<p class=p>b<table><tr><td><span class=s>1</span>20 %<td>x<tr><td class=t>3 %<td>y</table>";
        assert_eq!(shown(read(page).unwrap()), ["b", "", "|20 %|x|", "||y|"]);
    }

    #[test]
    fn every_line_knows_where_it_stands_in_the_page() {
        let page = "<html>\r\n<body><p>\nuno</p>\n<table>\n<tr>\n<td>\n Rossi</td>\n<td>3 %</td></tr>\n<tr><td>\n<td>b\n\
            </table><p>due<br>\ntre";
        let content = read(page).unwrap();
        assert_eq!(content.text, "uno\n\nRossi\t3 %\n\tb\n\ndue\ntre\n\n");
        let document = Document::new("p".into(), true, 0, content);
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
