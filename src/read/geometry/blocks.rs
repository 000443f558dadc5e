//! The parts of pages → blocks: lines of text that go on with each other as one, rows of tables, and gaps between paragraphs.

use super::cells::is_share;
use super::leading::Leadings;
use super::lines::{Line, Piece};
use super::page::Printed;
use super::styled::Styled;
use super::table::{Part, Row, Table};
use super::tolerance::{HEADING, PARAGRAPH, SAME_SIZE, is_one_size};
use crate::read::builder::Builder;
use crate::read::merged::{Form, FoundCell, Grid};
use crate::read::refusal::Refusal;
use crate::source::{Content, Height, Mark, Marks, Position, RemarkKind};
use crate::vocabulary::{ends_within_role, has_broken_role};

/// What is being written.
pub struct Blocks<'m> {
    builder: Builder,
    page: u32,
    /// From where to where it goes.
    y: [f64; 2],
    /// How many lines of the page are written.
    line: u32,
    /// Where its lines are in a text, if it is printed.
    printed: Option<Printed>,
    /// The line of text that comes last, if nothing came since: the next may go on with it.
    last: Option<Open>,
    leadings: &'m Leadings,
}

/// A line of text that is not written yet.
struct Open {
    text: Styled,
    is_heading: bool,
    position: Position,
    /// Where the last line stands that it was made of, and how large it is.
    y: f64,
    size: f64,
}

impl<'m> Blocks<'m> {
    /// Nothing so far.
    pub fn new(leadings: &'m Leadings) -> Self {
        Self { builder: Builder::default(), page: 0, y: [0.0; 2], line: 0, printed: None, last: None, leadings }
    }

    /// Begins a page, counted from 1, that goes from one height to another.
    pub fn page(&mut self, page: u32, y: [f64; 2], printed: Option<Printed>) {
        self.close();
        (self.page, self.y, self.line, self.printed) = (page, y, 0, printed);
    }

    /// Keeps what there is to know of the page, whose first line comes next. One that was not read has none, but a
    /// place.
    pub fn remark(&mut self, kind: RemarkKind) {
        self.builder.remark(kind, self.page);
        if kind == RemarkKind::Unread {
            self.line += 1;
            self.builder.position(Position::Line { page: Some(self.page), line: self.line });
            self.builder.blank();
        }
    }

    /// Writes a part of the page.
    pub fn part(&mut self, part: Part, goes_on: bool) {
        match part {
            Part::Text(line) => self.text(&line),
            Part::Table(table) => self.table(&table, goes_on),
        }
    }

    /// Writes a line that is drawn on the page and not seen: it does not count, and is told if it would be a row of people.
    pub fn unseen(&mut self, line: &Line) {
        self.close();
        let position = self.next_line(line.y);
        self.builder.position(position);
        let cell =
            |piece: &Piece| FoundCell { marks: Marks::of(Mark::Hidden), ..FoundCell::from(piece.plain().into_owned()) };
        self.builder.row(&mut Grid::new(Form::Pdf), line.pieces.iter().map(cell).collect());
    }

    /// The document.
    ///
    /// # Errors
    ///
    /// It has more than there is room for.
    pub fn finish(mut self) -> Result<Content, Refusal> {
        self.close();
        self.builder.finish()
    }

    fn text(&mut self, line: &Line) {
        let mut text = Styled::default();
        line.pieces.iter().for_each(|piece| text.push_beside(&piece.text));
        text.join_code();
        let is_heading = line.size > self.leadings.body * HEADING;
        let goes_on = self.last.as_ref().is_some_and(|before| {
            let is_near = line.y - before.y <= self.leadings.of_size(line.size) * PARAGRAPH;
            is_near && is_one_size(line.size, before.size)
        });
        if let Some(last) = self.last.as_mut().filter(|_| goes_on)
            && (is_heading || last.text.is_divided(&text) || last.text.is_bold_divided(&text))
        {
            last.text.join(&text);
            (last.y, last.size) = (line.y, line.size);
            return;
        }
        self.close();
        if !goes_on {
            self.builder.gap();
        }
        let position = self.next_line(line.y);
        self.last = Some(Open { text, is_heading, position, y: line.y, size: line.size });
    }

    /// Writes the line of text that comes last: nothing goes on with it.
    fn close(&mut self) {
        let Some(mut last) = self.last.take() else { return };
        self.builder.position(last.position);
        if last.is_heading {
            self.builder.heading(&last.text.stretches());
        } else {
            self.builder.text(&last.text.stretches());
        }
    }

    fn table(&mut self, table: &Table, goes_on: bool) {
        self.close();
        if !goes_on || table.rows.is_empty() {
            self.builder.gap();
        }
        let is_of_shares = table.rows.iter().any(|row| row.has_share() || row.is_torn());
        let mut grid = Grid::new(Form::Pdf);
        for row in &table.rows {
            self.row(&mut grid, row, is_of_shares);
        }
    }

    fn row(&mut self, grid: &mut Grid, row: &Row, is_of_shares: bool) {
        if row.is_torn() || is_of_shares && (row.mentions_share() || row.cells.len() == 1) {
            self.builder.remark(RemarkKind::Torn, self.page);
        }
        let position = self.next_line(row.y);
        self.builder.position(position);
        self.builder.row(grid, found_cells(row));
        let cells = || row.cells.iter().map(String::as_str);
        // In print, lines but follow each other: how far they are apart tells little.
        let is_broken = cells().any(is_share)
            && (cells().any(ends_within_role) || self.printed.is_some() && has_broken_role(cells()));
        if !row.is_certain || is_broken {
            self.builder.doubt();
        }
    }

    /// Where the next line of the page stands that is written, at some height.
    fn next_line(&mut self, y: f64) -> Position {
        self.line += 1;
        match &self.printed {
            None => {
                let [top, foot] = self.y;
                // In thirds of the page.
                let height = match 3.0 * (y - top) / (foot - top) {
                    below if below > 2.0 => Height::Bottom,
                    below if below > 1.0 => Height::Middle,
                    _ => Height::Top,
                };
                Position::Drawn { page: self.page, line: self.line, height }
            }
            Some(Printed { numbers, is_one_of_many }) => {
                let below = numbers.partition_point(|(height, _)| *height <= y + SAME_SIZE).max(1);
                let line = numbers.get(below - 1).map_or(self.line, |(_, number)| *number);
                Position::Line { page: is_one_of_many.then_some(self.page), line }
            }
        }
    }
}

/// The cells of a row; those that go over several rows say so.
fn found_cells(row: &Row) -> Vec<FoundCell> {
    let mut cells: Vec<FoundCell> = row.cells.iter().cloned().map(FoundCell::from).collect();
    for cell in &mut cells {
        cell.marks = cell.marks.with_if(Mark::Lines, cell.text.contains('\n'));
    }
    for (column, text) in &row.left_out {
        cells[*column].left_out.push((Mark::Hidden, text.clone()));
    }
    for &(column, is_first) in &row.merged {
        let cell = &mut cells[column];
        if is_first {
            cell.span.rows = 2;
        } else {
            cell.marks = cell.marks.with(Mark::Covered);
        }
    }
    cells
}

#[cfg(test)]
mod tests {
    use super::super::lines::tests::page;
    use super::super::tolerance::tests::changes_at;
    use super::super::tolerance::{USUAL_LEADING, USUAL_SIZE};
    use super::*;
    use crate::read::builder::testing::shown;

    /// Lines of text, each of some height and size, as they are written.
    fn written(lines: &[(f64, f64, &str)]) -> String {
        let leadings = Leadings::of(&[]);
        let mut blocks = Blocks::new(&leadings);
        blocks.page(1, [0.0, 800.0], None);
        for (y, size, text) in lines {
            blocks.part(Part::Text(Line { size: *size, ..page(&[(0.0, *y, text)]).remove(0) }), false);
        }
        shown(blocks.finish().expect("it is short")).concat()
    }

    #[test]
    fn headings_are_larger_than_the_text() {
        // Where no line tells how large that is, it is of the usual size.
        let read = |size: f64| written(&[(50.0, size, "Atti")]);
        changes_at(USUAL_SIZE * HEADING, ["Atti".to_owned(), "# Atti".to_owned()], read);
    }

    #[test]
    fn lines_go_on_with_each_other_within_a_paragraph_and_in_one_size() {
        let read = |step: f64, size: f64| written(&[(50.0, 10.0, "sana-"), (50.0 + step, size, "toria")]);
        let of = ["sanatoria", "sana-toria"].map(str::to_owned);
        changes_at(10.0 * USUAL_LEADING * PARAGRAPH, of.clone(), |step| read(step, 10.0));
        changes_at(SAME_SIZE, of, |by| read(10.0, 10.0 + by));
    }

    #[test]
    fn the_lines_of_a_printed_page_are_known_by_where_they_stand() {
        let line = |y: f64| {
            let leadings = Leadings::of(&[]);
            let mut blocks = Blocks::new(&leadings);
            blocks.page(1, [0.0; 2], Some(Printed { numbers: vec![(38.0, 4), (50.0, 5)], is_one_of_many: false }));
            blocks.next_line(y)
        };
        changes_at(SAME_SIZE, [5, 4].map(|line| Position::Line { page: None, line }), |by| line(50.0 - by));
    }
}
