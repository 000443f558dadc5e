//! Lines of a table whose columns are known → its rows.
//!
//! Where a row ends is told by ruled lines, by the space between rows, or by what every row has one of.

use super::anchored::Anchored;
use super::anchors::Anchors;
use super::habits::Habits;
use super::leading::Leadings;
use super::lines::Line;
use super::spaced::by_first_cell;
use super::styled::join;
use super::table::{Item, Row};
use super::tolerance::{ASTRAY, EDGE};
use crate::vocabulary::completes_code;

/// More lines than a heading has.
const HEADING: usize = 4;

/// A stretch of a table between two ruled lines, or a table without.
#[derive(Debug)]
pub enum Band {
    /// Nothing of its rows is left open.
    Told(Vec<Row>),
    /// They are told apart by their anchors, perhaps as in other tables.
    Anchored(Box<Anchored>),
    /// It is one row between borders, unless several shares stand in it.
    Bordered(Vec<Band>, Row),
}

impl Band {
    /// Its parts of which all tables of the document together may tell more.
    pub fn open(&self) -> Vec<&Anchored> {
        match self {
            Self::Told(_) => Vec::new(),
            Self::Anchored(own) => vec![&**own],
            Self::Bordered(several, _) => several.iter().flat_map(Self::open).collect(),
        }
    }

    /// Its rows, from the top.
    pub fn rows(self, habits: &Habits) -> Vec<Row> {
        match self {
            Self::Told(rows) => rows,
            Self::Anchored(own) => own.rows(habits),
            Self::Bordered(several, whole) => {
                let several: Vec<Row> = several.into_iter().flat_map(|own| own.rows(habits)).collect();
                if several.iter().filter(|row| row.has_share()).count() > 1 { several } else { vec![whole] }
            }
        }
    }
}

/// The bands of a table with these columns, from the top; `cuts` are where it is divided by ruled lines, and `leadings` tells how
/// far the lines of paragraphs stand apart. Where a page ends with them, they may end with a part of a row.
pub fn bands(columns: &[[f64; 2]], lines: &[Line], cuts: &[f64], leadings: &Leadings, ends_page: bool) -> Vec<Band> {
    let mut bands: Vec<&[Line]> = Vec::new();
    let mut rest = lines;
    for end in cuts.iter().copied().chain([f64::INFINITY]) {
        let count = rest.iter().take_while(|line| line.middle() < end).count();
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
        let leading = leadings.of_size(band[0].size);
        let anchors = Anchors::of(&items, leading);
        let count = anchors.as_ref().map_or(0, Anchors::count);
        if is_ruled && count < 2 || is_headed && number == 0 && count == 0 {
            return Band::Told(vec![Row::of(&items, |_| true, band[0].y)]);
        }
        let heights: Vec<f64> = band.iter().map(|line| line.y).collect();
        match anchors {
            None => Band::Told(by_first_cell(&items, &heights, leading)),
            Some(anchors) => Band::Anchored(Box::new(Anchored::of(anchors, items, heights, ends_page))),
        }
    };
    bands.into_iter().enumerate().map(of_band).collect()
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
                _ => own.push(Item { y: line.y, text: piece.plain().into_owned(), x: piece.x, is_astray: false }),
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
        let is_one = item.text.ends_with('_') && more.text.starts_with(char::is_alphanumeric)
            || completes_code(&item.text, &more.text);
        if is_one {
            join(&mut item.text, &more.text);
        }
        is_one
    });
}

/// Marks what begins far to the left of where most of a column does, unless it ends where most do and more of the column ends alike than
/// begins alike.
fn mark_astray(column: &mut [Item], size: f64) {
    let near =
        |side: usize, at: f64| column.iter().filter(|item| (item.x[side] - at).abs() <= size * EDGE / 2.0).count();
    let edge_at = |side: usize| {
        let edge = column.iter().map(|item| item.x[side]).max_by_key(|at| near(side, *at));
        edge.filter(|edge| near(side, *edge) > 1 && near(side, *edge) * 2 > column.len())
    };
    let Some(start) = edge_at(0) else { return };
    let end = edge_at(1).filter(|end| near(1, *end) > near(0, start));
    for item in column {
        let is_at_end = end.is_some_and(|end| (item.x[1] - end).abs() <= size * EDGE);
        item.is_astray = item.x[0] < start - size * ASTRAY && !is_at_end;
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::super::lines::tests::page;
    use super::super::tolerance::tests::changes_at;
    use super::*;

    /// The rows of a table that ends before its page does.
    pub fn rows(columns: &[[f64; 2]], lines: &[Line], cuts: &[f64], habits: &Habits) -> Vec<Row> {
        let bands = bands(columns, lines, cuts, &Leadings::of(&[]), false);
        bands.into_iter().flat_map(|band| band.rows(habits)).collect()
    }

    fn read(pieces: &[(f64, f64, &str)], cuts: &[f64]) -> Vec<(Vec<String>, bool)> {
        let columns = [[0.0, 90.0], [100.0, 190.0], [200.0, 290.0]];
        rows(&columns, &page(pieces), cuts, &Habits::default())
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
    fn what_begins_far_left_of_its_column_may_have_a_part_of_the_one_before() {
        let astray = |spans: &[[f64; 2]]| {
            let item = |x: &[f64; 2]| Item { y: 0.0, text: String::new(), x: *x, is_astray: false };
            let mut column: Vec<Item> = spans.iter().map(item).collect();
            mark_astray(&mut column, 10.0);
            column.iter().position(|item| item.is_astray)
        };
        assert_eq!(astray(&[[100.0, 180.0], [60.0, 200.0], [100.0, 150.0]]), Some(1));
        // Justified, most cells begin and some end alike.
        assert_eq!(astray(&[[100.0, 200.0], [60.0, 200.0], [100.0, 150.0], [100.0, 200.0]]), Some(1));
        // At the right, all end alike.
        assert_eq!(astray(&[[110.0, 150.0], [100.0, 150.0], [110.0, 150.0]]), None);
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
            ("2024_PD_04", "11", "2024_PD_0411"),
            ("2024_PD_0411", "11", "2024_PD_0411 11"),
            ("Rossi", "Ada", "Rossi Ada"),
        ] {
            let mut text = first.to_owned();
            join(&mut text, second);
            assert_eq!(text, whole);
        }
    }

    #[test]
    fn what_begins_far_to_the_left_is_astray() {
        let is_astray = |spans: &[[f64; 2]]| {
            let item = |x: &[f64; 2]| Item { y: 0.0, text: String::new(), x: *x, is_astray: false };
            let mut column: Vec<Item> = spans.iter().map(item).collect();
            mark_astray(&mut column, 10.0);
            column[0].is_astray
        };
        changes_at(ASTRAY, [false, true], |by| is_astray(&[[50.0 - 10.0 * by, 60.0], [50.0, 70.0], [50.0, 80.0]]));
        // Where most of a column begins alike.
        changes_at(EDGE / 2.0, [true, false], |by| is_astray(&[[30.0, 60.0], [50.0 + 10.0 * by, 70.0], [50.0, 80.0]]));
        // Unless it ends as most do, and more of them than begin alike.
        let at_end = |by: f64| {
            let others = [[50.0, 90.0], [50.0, 90.0], [50.0, 90.0], [47.0, 90.0]];
            is_astray(&[&[[30.0, 90.0 - 10.0 * by]], &others[..]].concat())
        };
        changes_at(EDGE, [false, true], at_end);
    }
}
