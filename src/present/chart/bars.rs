//! A table with a bar in each row, and a total that closes it.

use super::font::width;
use super::page::Page;
use super::scene::{Anchor, Points};
use super::style::{
    BAR, Colour, EDGE, FIGURE, HAIRLINE, HEAD, HEAVY, INK, MARGIN, NAMED_BAR, OTHERS, PROJECT_TITLE, QUIET, ROLE, THIN,
    Type, UNDER,
};
use super::words::{cut, title_type};

/// How a bar is filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fill {
    /// As every other.
    Plain,
    /// The one that the title names.
    Named,
    /// It belongs elsewhere.
    Hatched,
    /// Of several things together.
    Others,
}

/// A row.
pub struct Row {
    /// What stands before the code; nothing if no row has it.
    pub lead: String,
    pub code: String,
    pub title: String,
    /// The mark of a note behind the title.
    pub mark: String,
    /// How long the bar is; any unit.
    pub length: f64,
    pub fill: Fill,
    pub figures: Vec<Figure>,
    pub is_bold: bool,
}

/// A figure of a row.
#[derive(Debug, Clone, Default)]
pub struct Figure {
    pub text: String,
    /// The mark of a note behind it.
    pub mark: String,
}

impl Figure {
    pub fn plain(text: String) -> Self {
        Self { text, mark: String::new() }
    }
}

/// The row that closes the table.
pub struct Total {
    pub title: String,
    pub figures: Vec<Figure>,
    /// What the first figure misses, in words, and where its sign points; none if it is as it should be.
    pub deviation: Option<(String, Points, Colour)>,
}

/// The whole table.
pub struct Bars {
    pub lead: String,
    pub head: String,
    pub heads: Vec<String>,
    pub rows: Vec<Row>,
    /// A row apart, before the total.
    pub rest: Option<Row>,
    pub total: Total,
}

/// How far the longest bar goes, and the space between the columns of figures.
const ROW: f64 = 4.7;
const BAR_HEIGHT: f64 = 3.2;
const SPACE: f64 = 5.0;
/// What the marks behind figures need at the right.
const MARK: f64 = 1.6;

/// Where the columns are.
struct Places {
    code: f64,
    title: f64,
    bar: f64,
    bar_end: f64,
    /// The right ends of the figures.
    figures: Vec<f64>,
}

impl Bars {
    fn all(&self) -> impl Iterator<Item = &Row> {
        self.rows.iter().chain(&self.rest)
    }

    fn places(&self, page: &Page<'_, '_, '_>) -> Places {
        let widest = |texts: &mut dyn Iterator<Item = f64>| texts.fold(0.0, f64::max);
        let has_marks = self.all().any(|row| row.figures.last().is_some_and(|figure| !figure.mark.is_empty()))
            || self.total.figures.last().is_some_and(|figure| !figure.mark.is_empty());
        let mut right = page.right() - if has_marks { MARK } else { 0.0 };
        let mut figures = Vec::with_capacity(self.heads.len());
        for column in (0..self.heads.len()).rev() {
            figures.push(right);
            let in_rows = self.all().map(|row| row.figures.get(column)).chain([self.total.figures.get(column)]);
            let own = widest(&mut in_rows.flatten().map(|figure| width(&figure.text, FIGURE.bold())));
            right -= own.max(width(&self.heads[column], HEAD)) + SPACE;
        }
        figures.reverse();
        let lead = widest(&mut self.all().map(|row| width(&row.lead, FIGURE)).chain([width(&self.lead, HEAD)]));
        let code = MARGIN + if lead > 0.0 { lead + 2.6 } else { 0.0 };
        let codes = widest(&mut self.all().map(|row| width(&row.code, PROJECT_TITLE.bold())));
        let title = if codes > 0.0 { code + codes + 1.8 } else { code };
        let titles = widest(&mut self.all().map(|row| {
            width(&row.title, title_type(&row.title, PROJECT_TITLE)) + if row.mark.is_empty() { 0.0 } else { 2.0 }
        }));
        // Titles get what they need, but never more than half of what is there.
        let bar = (title + titles + 2.5).min(title + (right - title) * 0.62).max(title + 20.0);
        Places { code, title, bar, bar_end: right + SPACE - 4.0, figures }
    }

    /// Draws the table from where the page has come to.
    pub fn draw(&self, page: &mut Page<'_, '_, '_>) {
        let places = self.places(page);
        page.y += 6.0;
        page.scene.text(&self.lead, MARGIN, page.y, Anchor::Start, HEAD);
        page.scene.text(&self.head, places.code, page.y, Anchor::Start, HEAD);
        for (head, &right) in self.heads.iter().zip(&places.figures) {
            page.scene.text(head, right, page.y, Anchor::End, HEAD);
        }
        page.y += 1.4;
        page.scene.across(MARGIN, page.right(), page.y, THIN, HAIRLINE);
        let top = page.y;
        page.y += 0.7;
        let longest = self.all().map(|row| row.length).fold(0.0, f64::max);
        let scale = if longest > 0.0 { (places.bar_end - places.bar) / longest } else { 0.0 };
        for row in &self.rows {
            draw_row(page, row, &places, scale);
        }
        if let Some(rest) = &self.rest {
            page.y += 0.5;
            page.scene.across(MARGIN, page.right(), page.y, THIN, HAIRLINE);
            page.y += 0.3;
            draw_row(page, rest, &places, scale);
        }
        page.y += 0.5;
        page.scene.down(places.bar, top, page.y, THIN, HAIRLINE);
        page.scene.across(MARGIN, page.right(), page.y, HEAVY, INK);
        self.draw_total(page, &places);
    }

    fn draw_total(&self, page: &mut Page<'_, '_, '_>, places: &Places) {
        page.y += 3.3;
        let baseline = page.y;
        page.scene.text(&self.total.title, places.code, baseline, Anchor::Start, FIGURE.bold());
        for (at, (figure, &right)) in self.total.figures.iter().zip(&places.figures).enumerate() {
            let deviation = self.total.deviation.as_ref().filter(|_| at == 0);
            let kind = deviation.map_or(FIGURE.bold(), |(_, _, colour)| FIGURE.bold().in_colour(*colour));
            let wide = draw_figure(page, figure, right, baseline, kind);
            if let Some((words, points, colour)) = deviation {
                let x = right - wide - 2.0;
                page.scene.triangle(x, baseline, *points, *colour);
                page.scene.text(words, x - 1.8, baseline, Anchor::End, ROLE.in_colour(*colour).of_size(7.5));
            }
        }
        page.y += 1.4;
    }
}

fn draw_figure(page: &mut Page<'_, '_, '_>, figure: &Figure, right: f64, baseline: f64, kind: Type) -> f64 {
    page.scene.text(&figure.mark, right + 0.3, baseline, Anchor::Start, FIGURE.bold().in_colour(INK));
    page.scene.text(&figure.text, right, baseline, Anchor::End, kind)
}

fn draw_row(page: &mut Page<'_, '_, '_>, row: &Row, places: &Places, scale: f64) {
    let top = page.y;
    let middle = top + ROW / 2.0;
    let baseline = middle + FIGURE.cap_height() / 2.0;
    page.scene.text(&row.lead, MARGIN, baseline, Anchor::Start, FIGURE.in_colour(QUIET));
    page.scene.text(&row.code, places.code, baseline, Anchor::Start, PROJECT_TITLE.bold());
    let kind = title_type(&row.title, PROJECT_TITLE);
    let mark = if row.mark.is_empty() { 0.0 } else { 2.0 };
    let start = if row.code.is_empty() { places.code } else { places.title };
    let title = cut(&row.title, kind, places.bar - 2.0 - mark - start);
    let end = start + page.scene.text(&title, start, baseline, Anchor::Start, kind);
    page.scene.text(&row.mark, end + 0.5, baseline, Anchor::Start, PROJECT_TITLE.bold());
    let [bar_top, bar_bottom] = [middle - BAR_HEIGHT / 2.0, middle + BAR_HEIGHT / 2.0];
    let bar_end = places.bar + (row.length * scale).max(0.25);
    match row.fill {
        _ if row.length <= 0.0 => {}
        Fill::Plain => page.scene.rect(places.bar, bar_top, bar_end, bar_bottom, BAR),
        Fill::Named => page.scene.rect(places.bar, bar_top, bar_end, bar_bottom, NAMED_BAR),
        Fill::Others => page.scene.edged(places.bar, bar_top, bar_end, bar_bottom, OTHERS),
        Fill::Hatched if bar_end - places.bar < 0.8 => page.scene.rect(places.bar, bar_top, bar_end, bar_bottom, EDGE),
        Fill::Hatched => page.scene.hatched(places.bar, bar_top, bar_end, bar_bottom),
    }
    for (figure, &right) in row.figures.iter().zip(&places.figures) {
        let kind = if row.is_bold { FIGURE.bold() } else { FIGURE };
        draw_figure(page, figure, right, baseline, kind);
    }
    page.y += ROW;
}

/// How a total is said to miss what it should be.
pub fn deviation(words: String, is_over: bool) -> (String, Points, Colour) {
    if is_over { (words, Points::Up, super::style::OVER) } else { (words, Points::Down, UNDER) }
}
