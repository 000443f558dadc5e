//! Lines of a table whose columns are known → its rows.
//!
//! Where a row ends is told by ruled lines, by the space between rows, or by what every row has one of.

use super::anchors::Anchors;
use super::lines::Line;
use super::manner::Manner;
use super::styled::join;
use crate::identity::is_superscript;
use crate::vocabulary::CellKind;

/// A row of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Its cells, from the left; empty ones too.
    pub cells: Vec<String>,
    /// Where it stands, in points from the top.
    pub y: f64,
    /// Whether its lines could be told from those of its neighbours.
    pub is_certain: bool,
    /// Whether it is what is left below the last row: it goes on on another page, or belongs to the row above.
    pub is_left: bool,
}

impl Row {
    /// A row whose lines are told from those of its neighbours.
    pub fn new(cells: Vec<String>, y: f64) -> Self {
        Self { cells, y, is_certain: true, is_left: false }
    }

    /// A row of the items of each column that belong to it.
    pub fn of(items: &[Vec<Item>], belongs: impl Fn(&Item) -> bool, y: f64) -> Self {
        let cell = |column: &Vec<Item>| {
            let mut text = String::new();
            column.iter().filter(|item| belongs(item)).for_each(|item| join(&mut text, &item.text));
            text
        };
        let is_certain = !items.iter().flatten().any(|item| item.is_astray && belongs(item));
        Self { is_certain, ..Self::new(items.iter().map(cell).collect(), y) }
    }

    /// Whether a share stands in it: in the last cell that is not empty.
    pub fn has_share(&self) -> bool {
        self.cells.iter().rev().find(|cell| !cell.is_empty()).is_some_and(|cell| is_share(cell))
    }

    /// Whether it has more of its table in it than one row: a share that does not stand alone.
    pub fn is_torn(&self) -> bool {
        let Some(last) = self.cells.iter().rev().find(|cell| !cell.is_empty()) else { return false };
        let figure = last.trim_end_matches(|c: char| c == '%' || c == ',' || c.is_ascii_digit() || c.is_whitespace());
        last.ends_with('%')
            && has_percentage(last)
            && last.len() > figure.len() + 1
            && is_share(last[figure.len()..].trim())
            && !is_share(last)
            || last.matches('%').count() > 1
    }

    /// Whether a percentage stands among other words in it, and no code.
    pub fn mentions_share(&self) -> bool {
        // Behind a share a note may stand: `5,00 % (*)`.
        let last = self.cells.iter().rposition(|cell| !cell.is_empty());
        let is_share = |at: usize, cell: &str| Some(at) == last && cell.starts_with(|c: char| c.is_ascii_digit());
        let mut cells = self.cells.iter().enumerate();
        cells.any(|(at, cell)| has_percentage(cell) && !is_share(at, cell)) && !self.has_share() && !self.has_code()
    }

    /// Whether a code stands in it.
    pub fn has_code(&self) -> bool {
        self.cells.iter().any(|cell| cell.split_whitespace().any(is_code))
    }

    /// Adds the cells of what goes on with it.
    pub fn append(&mut self, other: &Self) {
        for (cell, more) in self.cells.iter_mut().zip(&other.cells) {
            join(cell, more);
        }
        self.is_certain &= other.is_certain;
    }
}

/// What stands on one line of one column.
#[derive(Debug, Clone)]
pub struct Item {
    pub y: f64,
    pub text: String,
    /// Where it begins.
    x: f64,
    /// Whether it begins far to the left of its column: a part of it may be of the one before.
    is_astray: bool,
}

/// How much farther than two lines of a paragraph two rows must stand apart, in lines, if nothing else divides them.
const APART: f64 = 1.08;
/// More lines than a heading has.
const HEADING: usize = 4;

/// The rows of a table with these columns, from the top; `cuts` are where it is divided by ruled lines, and `manner` is
/// how the document is written. Where a page ends with them, they may end with a part of a row.
pub fn rows(columns: &[[f64; 2]], lines: &[Line], cuts: &[f64], manner: &Manner, ends_page: bool) -> Vec<Row> {
    let mut bands: Vec<&[Line]> = Vec::new();
    let mut rest = lines;
    for end in cuts.iter().copied().chain([f64::INFINITY]) {
        let count = rest.iter().take_while(|line| line.y - line.size * 0.3 < end).count();
        let (band, after) = rest.split_at(count);
        rest = after;
        if !band.is_empty() {
            bands.push(band);
        }
    }
    // Three bands and more are a heading and rows; fewer may be a box around a table, or a line below its heading.
    let is_ruled = bands.len() > 2;
    let is_headed = bands.len() == 2 && bands[0].len() <= HEADING;
    let all = items(columns, lines);
    let of_band = |(number, band): (usize, &[Line])| {
        let [top, bottom] = [band[0].y, band[band.len() - 1].y];
        let own = |column: &Vec<Item>| column.iter().filter(|item| (top..=bottom).contains(&item.y)).cloned().collect();
        let items: Vec<Vec<Item>> = all.iter().map(own).collect();
        let leading = manner.leading(band[0].size);
        let anchors = Anchors::of(&items, leading);
        let count = anchors.as_ref().map_or(0, Anchors::count);
        if is_ruled && count < 2 || is_headed && number == 0 && count == 0 {
            return vec![Row::of(&items, |_| true, band[0].y)];
        }
        let Some(anchors) = anchors else { return by_first_cell(&items, band, leading) };
        anchors.rows(&items, band, manner, ends_page).unwrap_or_else(|| {
            let rows = by_space(&items, band, leading).into_iter();
            rows.map(|row| Row { is_certain: !row.has_share(), ..row }).collect()
        })
    };
    bands.into_iter().enumerate().flat_map(of_band).collect()
}

/// What stands in each column, from the top.
fn items(columns: &[[f64; 2]], lines: &[Line]) -> Vec<Vec<Item>> {
    let mut items: Vec<Vec<Item>> = vec![Vec::new(); columns.len()];
    for line in lines {
        for piece in &line.pieces {
            let overlap = |column: &[f64; 2]| piece.x[1].min(column[1]) - piece.x[0].max(column[0]);
            let best = (0..columns.len()).max_by(|&a, &b| overlap(&columns[a]).total_cmp(&overlap(&columns[b])));
            let Some(own) = best.and_then(|best| items.get_mut(best)) else { continue };
            match own.last_mut() {
                // Two pieces of one line in one column are words that stand far apart.
                Some(last) if (last.y - line.y).abs() < f64::EPSILON => join(&mut last.text, &piece.plain()),
                _ => own.push(Item { y: line.y, text: piece.plain(), x: piece.x[0], is_astray: false }),
            }
        }
    }
    for column in &mut items {
        mark_astray(column, lines[0].size);
        join_codes(column);
    }
    items
}

/// Puts codes together that go over several lines.
fn join_codes(column: &mut Vec<Item>) {
    column.dedup_by(|more, item| {
        let is_one = item.text.ends_with('_') && more.text.starts_with(char::is_alphanumeric);
        if is_one {
            join(&mut item.text, &more.text);
        }
        is_one
    });
}

/// Marks what begins far to the left of where most of a column does.
fn mark_astray(column: &mut [Item], size: f64) {
    let near = |at: f64| column.iter().filter(|item| (item.x - at).abs() < 0.5).count();
    let edge = column.iter().map(|item| item.x).max_by_key(|at| near(*at));
    let Some(edge) = edge.filter(|edge| near(*edge) > 1 && near(*edge) * 2 > column.len()) else { return };
    for item in column {
        item.is_astray = item.x < edge - size * 0.8;
    }
}

/// Whether a text is a share.
pub fn is_share(text: &str) -> bool {
    CellKind::of(text) == CellKind::Share
}

/// Whether a percentage stands in a text, perhaps among words: *circa 20 %*, but not *Impegno 2024 %*.
pub fn has_percentage(text: &str) -> bool {
    const LONGEST: usize = 3;
    let digits_before = |at: usize| {
        let figure = text[..at].trim_end_matches(|c: char| c.is_whitespace() || is_superscript(c));
        figure.bytes().rev().take_while(u8::is_ascii_digit).count()
    };
    text.match_indices('%').any(|(at, _)| (1..=LONGEST).contains(&digits_before(at)))
}

/// Whether a text is a code.
pub fn is_code(text: &str) -> bool {
    CellKind::of(text) == CellKind::Code
}

/// Rows that are divided by more space than the lines of a paragraph are.
fn by_space(items: &[Vec<Item>], lines: &[Line], leading: f64) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut start = 0;
    for at in 1..=lines.len() {
        let is_end = lines.get(at).is_none_or(|line| line.y - lines[at - 1].y > leading * APART);
        if is_end {
            let [top, bottom] = [lines[start].y, lines[at - 1].y];
            rows.push(Row::of(items, |item| (top..=bottom).contains(&item.y), top));
            start = at;
        }
    }
    rows
}

/// Rows of a table without anchors. Where space divides nothing, a row begins with its first cell.
fn by_first_cell(items: &[Vec<Item>], lines: &[Line], leading: f64) -> Vec<Row> {
    let first = items.first().map(Vec::as_slice).unwrap_or_default();
    let is_tight = first.windows(2).any(|pair| pair[1].y - pair[0].y <= leading * APART);
    let is_divided = lines.windows(2).any(|pair| pair[1].y - pair[0].y > leading * APART);
    if is_divided || !is_tight {
        return by_space(items, lines, leading);
    }
    let starts: Vec<f64> = first.iter().map(|item| item.y).collect();
    let ends = starts.iter().skip(1).copied().chain([f64::INFINITY]);
    let rows = starts.iter().enumerate().zip(ends);
    rows.map(|((number, &start), end)| {
        let from = if number == 0 { f64::NEG_INFINITY } else { start };
        Row::of(items, |item| (from..end).contains(&item.y), start)
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::super::lines::tests::page;
    use super::*;

    fn read(pieces: &[(f64, f64, &str)], cuts: &[f64]) -> Vec<(Vec<String>, bool)> {
        let columns = [[0.0, 90.0], [100.0, 190.0], [200.0, 290.0]];
        rows(&columns, &page(pieces), cuts, &Manner::of(&[]), false)
            .into_iter()
            .map(|row| (row.cells, row.is_certain))
            .collect()
    }

    fn cells(rows: &[(Vec<String>, bool)]) -> Vec<String> {
        rows.iter().map(|(cells, is_certain)| cells.join("|") + if *is_certain { "" } else { "?" }).collect()
    }

    const HEADING: [(f64, f64, &str); 4] =
        [(0.0, 100.0, "Nome"), (100.0, 100.0, "Ruolo"), (200.0, 100.0, "Impegno"), (200.0, 112.0, "Personale")];

    #[test]
    fn rows_without_space_between_begin_with_their_share() {
        let rows = [(0.0, 124.0, "Rossi"), (100.0, 124.0, "Dip."), (200.0, 124.0, "3 %")];
        let more = [(0.0, 136.0, "Bianchi"), (100.0, 136.0, "Dirigente"), (200.0, 136.0, "20 %")];
        let read = read(&[HEADING.as_slice(), &rows, &more].concat(), &[]);
        assert_eq!(cells(&read), ["Nome|Ruolo|Impegno Personale", "Rossi|Dip.|3 %", "Bianchi|Dirigente|20 %"]);
    }

    #[test]
    fn a_share_between_the_lines_of_its_row_divides_rows_that_touch() {
        // Two roles of two lines each, a name and a share in the middle of each, all lines at one distance.
        let first = [(100.0, 124.0, "a tempo"), (0.0, 130.0, "Rossi"), (200.0, 130.0, "3 %"), (100.0, 136.0, "pieno")];
        let more = [(100.0, 148.0, "Art."), (0.0, 154.0, "Neri"), (200.0, 154.0, "4 %"), (100.0, 160.0, "90")];
        let read = read(&[HEADING.as_slice(), &first, &more].concat(), &[]);
        assert_eq!(cells(&read), ["Nome|Ruolo|Impegno Personale", "Rossi|a tempo pieno|3 %", "Neri|Art. 90|4 %"]);
    }

    #[test]
    fn rows_that_could_be_divided_in_several_ways_are_not() {
        // The names stand between the shares: nothing tells whose they are.
        let lines = [(200.0, 124.0, "3 %"), (0.0, 130.0, "Rossi"), (200.0, 136.0, "4 %"), (0.0, 142.0, "Neri")];
        let rows = read(&[HEADING.as_slice(), &lines].concat(), &[]);
        let is_told = |(cells, is_certain): &(Vec<String>, bool)| {
            let row = Row { is_certain: *is_certain, ..Row::new(cells.clone(), 0.0) };
            !is_certain || row.is_torn() || !row.has_share()
        };
        assert!(rows.iter().all(is_told), "{rows:?}");
        assert!(rows.iter().any(|(cells, _)| cells[2].contains("3 %")));
    }

    #[test]
    fn ruled_lines_divide_rows_whatever_stands_in_them() {
        let rows = [(0.0, 100.0, "Nome"), (200.0, 100.0, "Impegno"), (0.0, 130.0, "Rossi"), (0.0, 150.0, "Ada")];
        let more = [(200.0, 140.0, "3 %"), (0.0, 180.0, "Neri"), (200.0, 180.0, "4 %")];
        let read = read(&[rows.as_slice(), &more].concat(), &[110.0, 165.0, 190.0]);
        assert_eq!(cells(&read), ["Nome||Impegno", "Rossi Ada||3 %", "Neri||4 %"]);
    }

    #[test]
    fn words_divided_at_the_end_of_a_line_are_joined() {
        for (first, second, whole) in [
            ("Perso\u{AD}", "nale", "Personale"),
            ("Perso-", "nale", "Personale"),
            ("indeterminato/", "determinato", "indeterminato/determinato"),
            ("Bianchi-", "Rossi", "Bianchi-Rossi"),
            ("2024_PD_", "0411", "2024_PD_0411"),
            ("2024_PD", "_0411", "2024_PD_0411"),
            ("Rossi", "Ada", "Rossi Ada"),
        ] {
            let mut text = first.to_owned();
            join(&mut text, second);
            assert_eq!(text, whole);
        }
    }

    #[test]
    fn percentages_are_told_from_years() {
        assert!(has_percentage("circa 20 %") && has_percentage("5,00 % (*)") && has_percentage("5¹ %"));
        assert!(!has_percentage("Impegno 2024 %") && !has_percentage("% di assorbimento"));
    }

    #[test]
    fn a_share_that_does_not_stand_alone_tells_of_more_rows() {
        let torn = |last: &str| Row::new(vec!["x".into(), last.into()], 0.0).is_torn();
        assert!(torn("Impegno 20,00 %") && torn("20,00 % 3,00 %"));
        assert!(!torn("20,00 %") && !torn("20") && !torn("% di assorbimento") && !torn("Impegno 2024 %"));
    }
}
