//! Tables as a document tells them besides what is seen, for those who cannot see it: of which rows lines are, where it can be but
//! guessed from what is seen. Against what is seen nothing is told.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::cells::{has_percentage, is_share};
use super::letter::{Rule, Rules, Tag};
use super::lines::{Line, Piece, Told};
use super::table::{Part, Row, lines_of_cell};

/// The lines of pages, those of tables that were made out otherwise (`parts`) as the document tells them; none if it tells no more.
pub fn told<'p>(
    pages: &[Vec<Line>],
    rules: impl Iterator<Item = &'p Rules> + Clone,
    parts: &[Vec<Part>],
) -> Option<Vec<Vec<Line>>> {
    let rules: Vec<&Rules> = rules.collect();
    let mut tables = tables(pages);
    tables.retain(|table, rows| is_seen(rows) && !is_cut(rows, &rules) && is_whole(*table, rows, pages));
    if !tables.values().any(|rows| is_other(rows, parts)) {
        return None;
    }
    let is_told = |piece: &Piece| table_of(piece).is_some_and(|table| tables.contains_key(&table));
    let without = |line: &Line| {
        let pieces: Vec<Piece> = line.pieces.iter().filter(|piece| !is_told(piece)).cloned().collect();
        (!pieces.is_empty()).then(|| Line { pieces, ..line.clone() })
    };
    let mut lines: Vec<Vec<Line>> = pages.iter().map(|page| page.iter().filter_map(without).collect()).collect();
    for (table, rows) in tables {
        for row in rows {
            lines[row.page].push(row.into_line(table));
        }
    }
    for page in &mut lines {
        page.sort_by(|a, b| a.y.total_cmp(&b.y));
    }
    Some(lines)
}

/// A row of a table, or the part of it that is on a page.
#[derive(Debug, Clone)]
struct TaggedRow<'p> {
    /// By which it is known.
    row: u32,
    page: usize,
    /// Where its first and its last line stand.
    y: [f64; 2],
    size: f64,
    cells: Vec<Cell>,
    pieces: Vec<&'p Piece>,
}

/// A cell: its lines, and where it begins and ends.
#[derive(Debug, Clone, Default)]
struct Cell {
    lines: Vec<(f64, String)>,
    x: Option<[f64; 2]>,
}

impl Cell {
    fn text(&self) -> String {
        lines_of_cell(self.lines.iter().map(|(_, text)| text.as_str()))
    }

    /// Adds what stands on a line.
    fn push(&mut self, y: f64, text: &str, [from, to]: [f64; 2]) {
        match self.lines.last_mut() {
            Some((last, before)) if (*last - y).abs() < f64::EPSILON => before.extend([" ", text]),
            _ => self.lines.push((y, text.to_owned())),
        }
        self.x = Some(self.x.map_or([from, to], |x| [x[0].min(from), x[1].max(to)]));
    }
}

impl TaggedRow<'_> {
    fn has_share(&self) -> bool {
        self.shares() > 0
    }

    /// How many of its cells are shares.
    fn shares(&self) -> usize {
        self.cells.iter().filter(|cell| is_share(&cell.text())).count()
    }

    fn texts(&self) -> Vec<String> {
        self.cells.iter().map(Cell::text).collect()
    }

    /// Adds what goes on on the next page.
    fn append(&mut self, more: Self) {
        for (cell, more) in self.cells.iter_mut().zip(more.cells) {
            // Heights of another page may be the same.
            cell.lines.extend(more.lines.into_iter().map(|(_, text)| (f64::INFINITY, text)));
        }
    }

    fn into_line(self, table: u32) -> Line {
        let told = Told { cells: self.texts(), is_certain: true, table: Some(table) };
        Line {
            y: self.y[0],
            size: self.size,
            pieces: self.pieces.into_iter().cloned().collect(),
            hidden: false,
            told: Some(told),
        }
    }
}

/// The table of which a piece is, as far as its first letter tells.
fn table_of(piece: &Piece) -> Option<u32> {
    piece.letters.first().and_then(|letter| letter.tag).map(|tag| tag.table)
}

/// A piece of a table: its page and its line.
type Placing<'p> = (usize, &'p Line, &'p Piece);

/// The tables with shares of which every letter has its cell, by what they are known, and their rows.
fn tables(pages: &[Vec<Line>]) -> BTreeMap<u32, Vec<TaggedRow<'_>>> {
    let mut tables: BTreeMap<u32, Vec<Placing<'_>>> = BTreeMap::new();
    let mut torn: HashSet<u32> = HashSet::new();
    for (page, lines) in pages.iter().enumerate() {
        for (line, piece) in lines.iter().flat_map(|line| line.pieces.iter().map(move |piece| (line, piece))) {
            let table = table_of(piece);
            let is_whole = piece.letters.iter().all(|letter| letter.tag.map(|tag| tag.table) == table);
            match table {
                Some(table) if is_whole && line.told.is_none() => {
                    tables.entry(table).or_default().push((page, line, piece));
                }
                _ => torn.extend(piece.letters.iter().filter_map(|letter| letter.tag).map(|tag| tag.table)),
            }
        }
    }
    let may_have_share = |pieces: &[Placing<'_>]| pieces.iter().any(|(.., piece)| piece.plain().contains('%'));
    tables.retain(|table, pieces| !torn.contains(table) && may_have_share(pieces));
    tables.into_iter().filter_map(|(table, pieces)| Some((table, joined(rows(&pieces))?))).collect()
}

/// The parts of rows that pieces of a table are.
fn rows<'p>(pieces: &[Placing<'p>]) -> Vec<TaggedRow<'p>> {
    let mut rows: Vec<TaggedRow<'p>> = Vec::new();
    for &(page, line, piece) in pieces {
        let text = piece.plain();
        for (tag, text, x) in runs(piece, &text) {
            add(&mut rows, page, line, (tag, text, x));
        }
        let is_of = |row: u32| piece.letters.iter().filter_map(|letter| letter.tag).any(|tag| tag.row == row);
        if let Some(row) = rows.iter_mut().rev().find(|row| is_of(row.row)) {
            row.pieces.push(piece);
        }
    }
    rows
}

/// The stretches of a piece with some text that are of one cell: what each says, and where it begins and ends.
fn runs<'t>(piece: &'t Piece, text: &'t str) -> impl Iterator<Item = (Tag, &'t str, [f64; 2])> {
    let mut runs = piece.letters.chunk_by(|a, b| a.tag == b.tag).peekable();
    std::iter::from_fn(move || {
        let run = runs.next()?;
        let end = runs.peek().map_or(text.len(), |next| next[0].at);
        let x = [run[0].x[0], run.iter().map(|letter| letter.x[1]).fold(run[0].x[1], f64::max)];
        Some(run[0].tag.zip(text.get(run[0].at..end)).map(|(tag, text)| (tag, text.trim(), x)))
    })
    .flatten()
}

/// Adds a stretch of a line to its row.
fn add(rows: &mut Vec<TaggedRow<'_>>, page: usize, line: &Line, (tag, text, x): (Tag, &str, [f64; 2])) {
    let of_page = rows.iter().rev().take_while(|row| row.page == page).position(|row| row.row == tag.row);
    if of_page.is_none() {
        let cells = vec![Cell::default(); usize::from(tag.columns.get())];
        let (y, size) = ([line.y; 2], line.size);
        rows.push(TaggedRow { row: tag.row, page, y, size, cells, pieces: Vec::new() });
    }
    let at = rows.len() - 1 - of_page.unwrap_or_default();
    let row = &mut rows[at];
    row.y[1] = line.y;
    if let Some(cell) = row.cells.get_mut(usize::from(tag.column)) {
        cell.push(line.y, text, x);
    }
}

/// Rows whose parts on several pages are one again; a heading that stands on each page is one of each. None if they cannot be: what is
/// split ends one page, and begins the next.
fn joined(parts: Vec<TaggedRow<'_>>) -> Option<Vec<TaggedRow<'_>>> {
    let mut rows: Vec<TaggedRow<'_>> = Vec::new();
    let mut repeated: HashSet<usize> = HashSet::new();
    let mut places: HashMap<u32, usize> = HashMap::new();
    for part in parts {
        let known = places.insert(part.row, rows.len());
        let last = (0..rows.len()).rev().find(|at| rows[*at].page < part.page || !repeated.contains(at));
        match known {
            None => rows.push(part),
            Some(known) if rows[known].texts() == part.texts() => {
                repeated.insert(rows.len());
                rows.push(part);
            }
            Some(known) if last == Some(known) && rows[known].page < part.page => {
                places.insert(part.row, known);
                rows[known].append(part);
            }
            Some(_) => return None,
        }
    }
    Some(rows)
}

/// Whether what is seen is as rows are told: one stands below the other, and their cells beside each other, with one share at most.
fn is_seen(rows: &[TaggedRow<'_>]) -> bool {
    let Some(columns) = rows.iter().find(|row| row.has_share()).map(|row| row.cells.len()) else { return false };
    let is_below = |pair: &[TaggedRow<'_>]| pair[0].page < pair[1].page || pair[0].y[1] < pair[1].y[0];
    // A title may go over all columns.
    let is_title = |row: &TaggedRow<'_>| !row.has_share() && row.cells.len() == 1;
    // Where a percentage is not alone in its cell, people may stand in one row of whom each is one.
    let is_plain = |text: String| is_share(&text) || !has_percentage(&text);
    let is_whole = |row: &TaggedRow<'_>| {
        row.shares() < 2 && row.texts().into_iter().all(is_plain) && (row.cells.len() == columns || is_title(row))
    };
    let whole = || rows.iter().filter(|row| row.cells.len() == columns);
    let begins = |column: usize| whole().filter_map(move |row| row.cells[column].x).map(|x| x[0]);
    let is_beside = |column: usize| {
        let most = begins(column - 1).fold(f64::NEG_INFINITY, f64::max);
        most < begins(column).fold(f64::INFINITY, f64::min)
    };
    rows.windows(2).all(is_below) && rows.iter().all(is_whole) && (1..columns).all(is_beside)
}

/// Whether nothing stands among rows that is not of their table.
fn is_whole(table: u32, rows: &[TaggedRow<'_>], pages: &[Vec<Line>]) -> bool {
    let spans = || rows.iter().flat_map(|row| &row.cells).filter_map(|cell| cell.x);
    let [left, right] =
        [spans().map(|x| x[0]).fold(f64::INFINITY, f64::min), spans().map(|x| x[1]).fold(0.0, f64::max)];
    let is_strange = |piece: &Piece| table_of(piece) != Some(table) && piece.x[0] < right && left < piece.x[1];
    rows.chunk_by(|a, b| a.page == b.page).all(|own| {
        let span = own[0].y[0]..=own[own.len() - 1].y[1];
        let lines = pages[own[0].page].iter().filter(|line| span.contains(&line.y));
        !lines.flat_map(|line| &line.pieces).any(is_strange)
    })
}

/// Whether a line is drawn through what is told to be one cell.
fn is_cut(rows: &[TaggedRow<'_>], rules: &[&Rules]) -> bool {
    let is_between = |row: &TaggedRow<'_>, cell: &Cell| {
        let Some([from, to]) = cell.x else { return false };
        let cuts = |rule: &&Rule| rule.passes(from.midpoint(to));
        let gaps = cell.lines.windows(2).map(|pair| pair[0].0..pair[1].0).filter(|gap| gap.end.is_finite());
        gaps.into_iter().any(|gap| {
            let drawn = &rules[row.page].rows;
            let first = drawn.partition_point(|rule| rule.at <= gap.start);
            drawn[first..].iter().take_while(|rule| rule.at < gap.end).any(|rule| cuts(&rule))
        })
    };
    rows.iter().any(|row| row.cells.iter().any(|cell| is_between(row, cell)))
}

/// Whether rows of shares were made out otherwise than they are told.
fn is_other(rows: &[TaggedRow<'_>], parts: &[Vec<Part>]) -> bool {
    let shares = || rows.iter().filter(|row| row.has_share());
    let told: HashSet<Vec<String>> = shares().map(TaggedRow::texts).map(filled).collect();
    let read: Vec<Vec<String>> =
        rows.chunk_by(|a, b| a.page == b.page).flat_map(|own| read_beside(own, parts)).collect();
    read.len() != shares().count() || !read.iter().all(|cells| told.contains(cells))
}

/// The cells in which something is.
fn filled(mut cells: Vec<String>) -> Vec<String> {
    cells.retain(|cell| !cell.is_empty());
    cells
}

/// The cells with something in them of the rows of shares that are certain as they are seen, where some rows of a page are.
fn read_beside(rows: &[TaggedRow<'_>], parts: &[Vec<Part>]) -> impl Iterator<Item = Vec<String>> {
    let (first, last) = (&rows[0], &rows[rows.len() - 1]);
    let span = first.y[0] - first.size..last.y[1] + last.size;
    let tables = parts[first.page].iter().filter_map(Part::table);
    let is_read = move |row: &&Row| row.has_share() && row.is_certain && span.contains(&row.y);
    tables.flat_map(|table| &table.rows).filter(is_read).map(|row| filled(row.cells.clone()))
}

#[cfg(test)]
mod tests {
    use super::super::lines::tests::page;
    use super::*;

    /// A piece of text, and the row and the column that it is told to be of.
    type Told<'t> = (f64, f64, &'t str, u32, u16);

    /// Lines stand as far apart as rows do, and nothing that is seen tells which role the second line is of.
    const ROWS: [Told<'_>; 7] = [
        (0.0, 20.0, "Rossi", 1, 0),
        (100.0, 20.0, "Dip. a", 1, 1),
        (200.0, 20.0, "3 %", 1, 2),
        (100.0, 32.0, "tempo", 1, 1),
        (0.0, 44.0, "Neri", 2, 0),
        (100.0, 44.0, "Art. 90", 2, 1),
        (200.0, 44.0, "4 %", 2, 2),
    ];

    fn lines(pieces: &[Told<'_>]) -> Vec<Line> {
        let mut lines = page(&pieces.iter().map(|(x, y, text, ..)| (*x, *y, *text)).collect::<Vec<_>>());
        for line in &mut lines {
            let y = line.y;
            for piece in &mut line.pieces {
                let own = pieces.iter().find(|own| (own.0 - piece.x[0]).abs() < 1.0 && (own.1 - y).abs() < 1.0);
                let tag = own.map(|own| Tag { table: 7, row: own.3, column: own.4, columns: 3.try_into().unwrap() });
                piece.letters.iter_mut().for_each(|letter| letter.tag = tag.filter(|tag| tag.row > 0));
            }
        }
        lines
    }

    /// The rows of pages, as they are told, each behind the number of its page; none if they are not.
    fn read_on(pages: &[&[Told<'_>]], rules: &Rules) -> Option<Vec<String>> {
        let lines: Vec<Vec<Line>> = pages.iter().map(|page| lines(page)).collect();
        let parts: Vec<Vec<Part>> = pages.iter().map(|_| Vec::new()).collect();
        let told = told(&lines, pages.iter().map(|_| rules), &parts)?;
        let row = |(at, line): (usize, Line)| line.told.map(|told| format!("{at} {}", told.cells.join("|")));
        let of_page = |(at, page): (usize, Vec<Line>)| page.into_iter().map(move |line| (at, line));
        Some(told.into_iter().enumerate().flat_map(of_page).filter_map(row).collect())
    }

    fn read(pieces: &[Told<'_>]) -> Option<Vec<String>> {
        read_on(&[pieces], &Rules::default())
    }

    #[test]
    fn rows_are_told_that_are_not_seen() {
        assert_eq!(read(&ROWS).unwrap(), ["0 Rossi|Dip. a tempo|3 %", "0 Neri|Art. 90|4 %"]);
        let mut other = ROWS;
        other[3].3 = 2;
        assert_eq!(read(&other).unwrap(), ["0 Rossi|Dip. a|3 %", "0 Neri|tempo Art. 90|4 %"]);
    }

    #[test]
    fn a_heading_stands_on_each_page_and_a_row_goes_over_two() {
        let heading = [(0.0, 8.0, "Nome", 9, 0), (100.0, 8.0, "Ruolo", 9, 1), (200.0, 8.0, "Quota", 9, 2)];
        let next = [(100.0, 20.0, "pieno", 2, 1), (0.0, 44.0, "Bianchi", 3, 0), (200.0, 44.0, "5 %", 3, 2)];
        let pages = [[heading.as_slice(), &ROWS].concat(), [heading.as_slice(), &next].concat()];
        let told = read_on(&[&pages[0], &pages[1]], &Rules::default()).unwrap();
        let rows = ["0 Nome|Ruolo|Quota", "0 Rossi|Dip. a tempo|3 %", "0 Neri|Art. 90 pieno|4 %"];
        assert_eq!(told, [rows.as_slice(), &["1 Nome|Ruolo|Quota", "1 Bianchi||5 %"]].concat());
        // What is split ends its page.
        let within = [(100.0, 20.0, "pieno", 1, 1), (0.0, 44.0, "Bianchi", 3, 0), (200.0, 44.0, "5 %", 3, 2)];
        assert_eq!(read_on(&[&ROWS, &within], &Rules::default()), None);
    }

    #[test]
    fn against_what_is_seen_nothing_is_told() {
        let changed = |change: &dyn Fn(&mut [Told<'_>; 7])| {
            let mut rows = ROWS;
            change(&mut rows);
            read(&rows)
        };
        assert!(changed(&|_| {}).is_some());
        // A share beside another name, shares of two rows in one, a letter of none, a percentage among words.
        assert_eq!(changed(&|rows| (rows[2].3, rows[6].3) = (2, 1)), None);
        assert_eq!(changed(&|rows| rows[6].3 = 1), None);
        assert_eq!(changed(&|rows| rows[0].3 = 0), None);
        assert_eq!(changed(&|rows| rows[1].2 = "Dip. al 50 %"), None);
        // Names in the column of roles, and roles in that of names.
        assert_eq!(changed(&|rows| (rows[4].4, rows[5].4) = (1, 0)), None);
        // A line that is drawn between the two lines of a role; below it, it divides rows.
        let drawn = |at: f64| {
            let rule = Rule { at, span: [90.0, 190.0] };
            read_on(&[&ROWS], &Rules { rows: vec![rule], columns: Vec::new() })
        };
        assert_eq!(drawn(26.0), None);
        assert_eq!(drawn(38.0), read(&ROWS));
    }
}
