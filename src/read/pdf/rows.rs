//! Lines of a table whose columns are known → its rows.
//!
//! Where a row ends is told by ruled lines, by the space between rows, or by the figures: in a table of shares every
//! row has one, and the other cells of the row stand at its height, begin at it, or end at it.

use super::lines::Line;
use super::shares::Shares;

/// A row of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Its cells, from the left; empty ones too.
    pub cells: Vec<String>,
    /// Where it stands, in points from the top.
    pub y: f64,
    /// Whether its lines could be told from those of its neighbours.
    pub is_certain: bool,
}

impl Row {
    /// Whether a share stands in it: in the last cell that is not empty.
    pub fn has_share(&self) -> bool {
        self.cells.iter().rev().find(|cell| !cell.is_empty()).is_some_and(|cell| is_share(cell))
    }

    /// Whether it has more of its table in it than one row: a share that does not stand alone.
    pub fn is_torn(&self) -> bool {
        let Some(last) = self.cells.iter().rev().find(|cell| !cell.is_empty()) else { return false };
        let figure = last.trim_end_matches(|c: char| c == '%' || c == ',' || c.is_ascii_digit() || c.is_whitespace());
        last.ends_with('%') && last.len() > figure.len() + 1 && is_share(last[figure.len()..].trim()) && !is_share(last)
            || last.matches('%').count() > 1
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
}

/// How much farther than two lines of a cell two rows must stand apart, in lines, if nothing else divides them.
pub const APART: f64 = 1.08;

/// The rows of a table with these columns, from the top; `cuts` are where it is divided by ruled lines, and `leading`
/// is how far the lines of one cell stand apart.
pub fn rows(columns: &[[f64; 2]], lines: &[Line], cuts: &[f64], leading: f64) -> Vec<Row> {
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
    bands.into_iter().flat_map(|band| rows_of_band(&items(columns, band), band, is_ruled, leading)).collect()
}

/// The rows between two ruled lines, or of a table without.
fn rows_of_band(items: &[Vec<Item>], lines: &[Line], is_ruled: bool, leading: f64) -> Vec<Row> {
    let shares = Shares::of(items);
    if is_ruled && shares.as_ref().is_none_or(|shares| shares.at.len() < 2) {
        return vec![row(items, |_| true, lines[0].y, true)];
    }
    let by_space = by_space(items, lines, leading);
    let Some(shares) = shares else { return by_first_cell(by_space, items, lines, leading) };
    match (is_sound(&by_space, shares.at.len()), shares.rows(items, leading)) {
        (true, Some(by_share)) => agreed(&by_space, by_share),
        (true, None) => by_space,
        (false, Some(by_share)) => by_share,
        (false, None) => by_space.into_iter().map(|row| Row { is_certain: !row.has_share(), ..row }).collect(),
    }
}

/// Whether each share stands in a row of its own, with no row without one between them.
fn is_sound(rows: &[Row], shares: usize) -> bool {
    let with_share = rows.iter().filter(|row| row.has_share()).count();
    with_share == shares && rows.iter().skip_while(|row| !row.has_share()).take(shares).all(Row::has_share)
}

/// Rows that were found by the shares, and in another way: uncertain where the two differ. The first of the others
/// may have the heading in it.
fn agreed(by_space: &[Row], by_share: Vec<Row>) -> Vec<Row> {
    let heading = by_share.first().filter(|row| !row.has_share()).cloned();
    let is_found = |row: &Row| {
        let with_heading = heading.clone().map(|mut heading| {
            heading.append(row);
            heading.cells
        });
        by_space.iter().any(|other| other.cells == row.cells || Some(&other.cells) == with_heading.as_ref())
    };
    by_share.into_iter().map(|row| Row { is_certain: !row.has_share() || is_found(&row), ..row }).collect()
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
                _ => own.push(Item { y: line.y, text: piece.plain() }),
            }
        }
    }
    items
}

/// Whether a text is a figure with a percent sign.
pub fn is_share(text: &str) -> bool {
    let Some(figure) = text.trim_end().strip_suffix('%') else { return false };
    let figure = figure.trim();
    figure.starts_with(|c: char| c.is_ascii_digit())
        && figure.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | '.' | ' ' | '\u{a0}'))
}

/// Rows that are divided by more space than lines of a cell are.
fn by_space(items: &[Vec<Item>], lines: &[Line], leading: f64) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut start = 0;
    for at in 1..=lines.len() {
        let is_end = lines.get(at).is_none_or(|line| line.y - lines[at - 1].y > leading * APART);
        if is_end {
            let [top, bottom] = [lines[start].y, lines[at - 1].y];
            rows.push(row(items, |item| (top..=bottom).contains(&item.y), top, true));
            start = at;
        }
    }
    rows
}

/// Rows of a table of no shares. Where space divides nothing, a row begins with its first cell.
fn by_first_cell(by_space: Vec<Row>, items: &[Vec<Item>], lines: &[Line], leading: f64) -> Vec<Row> {
    let first = items.first().map(Vec::as_slice).unwrap_or_default();
    let is_tight = first.windows(2).any(|pair| pair[1].y - pair[0].y <= leading * APART);
    let is_divided = lines.windows(2).any(|pair| pair[1].y - pair[0].y > leading * APART);
    if is_divided || !is_tight {
        return by_space;
    }
    let starts: Vec<f64> = first.iter().map(|item| item.y).collect();
    let ends = starts.iter().skip(1).copied().chain([f64::INFINITY]);
    let rows = starts.iter().enumerate().zip(ends);
    rows.map(|((number, &start), end)| {
        let from = if number == 0 { f64::NEG_INFINITY } else { start };
        row(items, |item| (from..end).contains(&item.y), start, true)
    })
    .collect()
}

/// A row of the items of each column that belong to it.
fn row(items: &[Vec<Item>], belongs: impl Fn(&Item) -> bool, y: f64, is_certain: bool) -> Row {
    let cell = |column: &Vec<Item>| {
        let mut text = String::new();
        column.iter().filter(|item| belongs(item)).for_each(|item| join(&mut text, &item.text));
        text
    };
    Row { cells: items.iter().map(cell).collect(), y, is_certain }
}

/// Adds a line to a text: a word that is divided at its end becomes one, and so do words around a slash.
pub fn join(text: &mut String, more: &str) {
    if more.is_empty() {
        return;
    }
    if is_divided(text, more) {
        text.pop();
    } else if !(text.is_empty() || text.ends_with(['/', '-', '_', ' ']) || more.starts_with('_')) {
        text.push(' ');
    }
    text.push_str(more);
}

/// Whether a text ends within a word that another goes on with.
pub fn is_divided(text: &str, more: &str) -> bool {
    let mut before = text.chars().rev();
    match before.next() {
        Some('\u{AD}' | '\u{2}') => true,
        Some('-' | '\u{2010}') => before.next().is_some_and(char::is_lowercase) && more.starts_with(char::is_lowercase),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::super::lines::tests::page;
    use super::*;

    fn read(pieces: &[(f64, f64, &str)], cuts: &[f64]) -> Vec<(Vec<String>, bool)> {
        let columns = [[0.0, 90.0], [100.0, 190.0], [200.0, 290.0]];
        rows(&columns, &page(pieces), cuts, 12.0).into_iter().map(|row| (row.cells, row.is_certain)).collect()
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
            let row = Row { cells: cells.clone(), y: 0.0, is_certain: *is_certain };
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
    fn a_share_that_does_not_stand_alone_tells_of_more_rows() {
        let torn = |last: &str| Row { cells: vec!["x".into(), last.into()], y: 0.0, is_certain: true }.is_torn();
        assert!(torn("Impegno 20,00 %") && torn("20,00 % 3,00 %"));
        assert!(!torn("20,00 %") && !torn("20") && !torn("% di assorbimento"));
    }
}
