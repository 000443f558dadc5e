//! Rows of a table, told apart by what every row has one of: a share, or a code.

use super::division::Division;
use super::lines::Line;
use super::manner::{Kind, Manner};
use super::rows::{Item, Row, has_percentage, is_code};
use crate::vocabulary::{begins_note, is_figure};

/// Where that stands of which every row of a table has one.
#[derive(Debug)]
pub struct Anchors {
    /// Its column.
    pub column: usize,
    /// The heights, from the top; never none.
    pub at: Vec<f64>,
    /// Down to where the heading of the column stands above, if it has any.
    pub heading: Option<f64>,
    /// How far the lines of paragraphs stand apart.
    pub leading: f64,
    /// The tables that are written like this one.
    kind: Kind,
}

/// How much the distances of lines may differ that are one: browsers move each line to the next pixel, of 0.75 points.
pub fn even(leading: f64) -> f64 {
    (leading * 0.08).max(0.8)
}

/// How much more space must stand between rows than between the lines of cells to tell them apart for itself: there
/// are tables whose rows stand nearer to each other than their lines.
const CLEAR: f64 = 1.3;

impl Anchors {
    /// The shares in the last column, if nothing but its heading stands there besides, or else the codes in the first, or bare
    /// figures in the last. `leading` is how far the lines of paragraphs stand apart.
    pub fn of(items: &[Vec<Item>], leading: f64) -> Option<Self> {
        let last = items.iter().rposition(|column| !column.is_empty())?;
        let first = items.iter().position(|column| !column.is_empty())?;
        let shares = Self::in_column(last, items, leading, has_percentage);
        let codes = || Self::in_column(first, items, leading, is_code);
        shares.or_else(codes).or_else(|| Self::in_column(last, items, leading, is_figure))
    }

    fn in_column(column: usize, items: &[Vec<Item>], leading: f64, is_one: fn(&str) -> bool) -> Option<Self> {
        let first = items[column].iter().position(|item| is_one(&item.text))?;
        let (heading, anchors) = items[column].split_at(first);
        let at: Vec<f64> = anchors.iter().map(|item| item.y).collect();
        let heading = heading.last().map(|item| item.y);
        let kind = Kind { columns: items.len(), anchor: column };
        anchors.iter().all(|item| is_one(&item.text)).then_some(Self { column, at, heading, leading, kind })
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.at.len()
    }

    /// The rows, if anything tells them apart: how cells stand to the anchors, or the space between.
    pub fn rows(&self, items: &[Vec<Item>], lines: &[Line], manner: &Manner, ends_page: bool) -> Option<Vec<Row>> {
        let placed = self.by_place(items, manner, ends_page);
        match (self.by_space(items, lines), placed) {
            (Some(spaced), Some(placed)) if spaced.is_clear => Some(agreed(&spaced.rows, placed, self.count())),
            (_, Some(rows)) => Some(rows),
            (Some(spaced), None) if spaced.is_clear || self.is_regular(items, &spaced.bands) => Some(spaced.rows),
            _ => self.by_code(items),
        }
    }

    /// The rows, if all cells stand to the anchors as they do in other tables. What stands above the first row, and
    /// below the last, is a row of its own: a heading, or a part of a row that goes on on another page.
    fn by_place(&self, items: &[Vec<Item>], manner: &Manner, ends_page: bool) -> Option<Vec<Row>> {
        let divided = manner.choose(self.kind, Division::all(self, items, ends_page))?;
        let last = self.at.len() - 1;
        let row = |belongs: &dyn Fn(usize) -> std::ops::Range<usize>, y: f64| {
            let own = |(at, column): (usize, &Vec<Item>)| column[belongs(at)].to_vec();
            Row::of(&items.iter().enumerate().map(own).collect::<Vec<_>>(), |_| true, y)
        };
        let mut rows = vec![row(&|at| 0..divided.cells[at][0].start, self.at[0] - self.leading)];
        rows.extend(self.at.iter().enumerate().map(|(number, y)| row(&|at| divided.cells[at][number].clone(), *y)));
        let left = row(&|at| divided.cells[at][last].end..items[at].len(), self.at[last] + self.leading);
        rows.push(Row { is_left: true, ..left });
        rows.retain(|row| row.cells.iter().any(|cell| !cell.is_empty()));
        Some(rows)
    }

    /// The rows of a table of codes, if the last cell of each stands at the height of its code. Which lines of the cells
    /// between belong to it may be told from where they stand: below, or around it.
    fn by_code(&self, items: &[Vec<Item>]) -> Option<Vec<Row>> {
        let reach = self.leading * 0.3;
        let last = items.iter().rposition(|column| !column.is_empty()).filter(|last| *last > self.column)?;
        let (above, own) = items[last].split_at(items[last].partition_point(|item| item.y < self.at[0] - reach));
        let heading =
            above.last().map_or(f64::NEG_INFINITY, |item| item.y).max(self.heading.unwrap_or(f64::NEG_INFINITY));
        let is_below = |item: &&Item| item.y > heading + reach;
        let is_beside = |item: &Item| self.at.iter().any(|at| (item.y - at).abs() <= reach);
        if !own.iter().all(is_beside) {
            return None;
        }
        let between = || items.iter().flatten().filter(is_below);
        let is_around = between().any(|item| item.y < self.at[0] - reach);
        let starts = self.at.iter().enumerate().map(|(number, at)| match number.checked_sub(1) {
            Some(above) if is_around => at.midpoint(self.at[above]),
            None if is_around => heading + reach,
            _ => at - reach,
        });
        // A note stands in a row of its own, below.
        let notes = between().filter(|item| begins_note(&item.text)).map(|item| item.y);
        let mut starts: Vec<f64> = starts.chain(notes).collect();
        starts.sort_by(f64::total_cmp);
        let ends = starts.iter().copied().chain([f64::INFINITY]);
        let begins = [f64::NEG_INFINITY].into_iter().chain(starts.iter().copied());
        let rows = begins.zip(ends).map(|(from, to)| Row::of(items, |item| (from..to).contains(&item.y), from));
        Some(rows.filter(|row| row.cells.iter().any(|cell| !cell.is_empty())).collect())
    }

    /// The rows, if more space divides them than stands within any: each part has one anchor, but for a heading.
    fn by_space(&self, items: &[Vec<Item>], lines: &[Line]) -> Option<Spaced> {
        let steps: Vec<f64> = lines.windows(2).map(|pair| pair[1].y - pair[0].y).collect();
        let mut least = steps.clone();
        least.sort_by(f64::total_cmp);
        least.dedup_by(|more, least| *more - *least < even(self.leading) / 2.0);
        // From the widest space on: the first way to divide that gives each anchor its own is the only one.
        let ways = [f64::INFINITY].into_iter().chain(least.iter().rev().map(|least| least - even(self.leading)));
        ways.into_iter().find_map(|space| self.divided_by(space, &steps, items, lines))
    }

    fn divided_by(&self, space: f64, steps: &[f64], items: &[Vec<Item>], lines: &[Line]) -> Option<Spaced> {
        let ends = (1..=lines.len()).filter(|&at| steps.get(at - 1).is_none_or(|step| *step > space));
        let bands: Vec<[f64; 2]> =
            ends.scan(0, |start, end| Some([lines[std::mem::replace(start, end)].y, lines[end - 1].y])).collect();
        let count = |band: &[f64; 2]| self.at.iter().filter(|at| (band[0]..=band[1]).contains(at)).count();
        // Only a heading stands above the first row.
        let is_below_heading = |band: &[f64; 2]| self.heading.is_none_or(|heading| heading < band[0]);
        if !bands.iter().all(|band| count(band) == usize::from(is_below_heading(band))) {
            return None;
        }
        let outer = bands.windows(2).map(|pair| pair[1][0] - pair[0][1]).fold(f64::INFINITY, f64::min);
        let inner = steps.iter().copied().filter(|step| *step <= space).fold(0.0, f64::max);
        let row = |band: &[f64; 2]| Row::of(items, |item| (band[0]..=band[1]).contains(&item.y), band[0]);
        Some(Spaced { rows: bands.iter().map(row).collect(), is_clear: outer >= inner * CLEAR, bands })
    }

    /// Whether the lines of cells stand as far apart as those of paragraphs.
    fn is_regular(&self, items: &[Vec<Item>], bands: &[[f64; 2]]) -> bool {
        let is_even = |pair: &[Item]| {
            let is_of_one = bands.iter().any(|band| band[0] <= pair[0].y && pair[1].y <= band[1]);
            !is_of_one || (pair[1].y - pair[0].y - self.leading).abs() <= even(self.leading)
        };
        items.iter().all(|column| column.windows(2).all(is_even))
    }
}

/// Rows that are told apart by the space between.
struct Spaced {
    rows: Vec<Row>,
    bands: Vec<[f64; 2]>,
    /// Whether there is so much of it that nothing else is needed.
    is_clear: bool,
}

/// Rows that were found in two ways: uncertain where the two differ. Above the rows stands the heading, in one part or
/// in several.
fn agreed(by_space: &[Row], by_place: Vec<Row>, count: usize) -> Vec<Row> {
    let spaced = &by_space[by_space.len() - count..];
    let is_left = by_place.last().is_some_and(|row| row.is_left);
    let heading = by_place.len() - count - usize::from(is_left);
    let agree = |(at, row): (usize, Row)| {
        let other = at.checked_sub(heading).and_then(|at| spaced.get(at));
        let is_agreed = other.is_none_or(|other| other.cells == row.cells);
        Row { is_certain: row.is_certain && is_agreed, ..row }
    };
    by_place.into_iter().enumerate().map(agree).collect()
}

#[cfg(test)]
mod tests {
    use super::super::lines::tests::page;
    use super::super::rows::rows;
    use super::*;

    const COLUMNS: [[f64; 2]; 3] = [[0.0, 90.0], [100.0, 190.0], [200.0, 290.0]];

    fn read(manner: &Manner, pieces: &[(f64, f64, &str)]) -> Vec<String> {
        let heading = [(0.0, 10.0, "Nome"), (100.0, 10.0, "Ruolo"), (200.0, 10.0, "Quota")];
        let rows = rows(&COLUMNS, &page(&[&heading, pieces].concat()), &[], manner, false);
        rows.iter().map(|row| row.cells.join("|") + if row.is_certain { "" } else { "?" }).collect()
    }

    /// Rows stand 14 points apart, and the lines of cells 15: nothing tells whether the second line is the end of the
    /// first role or the beginning of the next.
    const AMBIGUOUS: [(f64, f64, &str); 7] = [
        (0.0, 30.0, "Rossi"),
        (100.0, 30.0, "Dip. a"),
        (200.0, 30.0, "3 %"),
        (100.0, 45.0, "tempo"),
        (0.0, 59.0, "Neri"),
        (100.0, 59.0, "Art. 90"),
        (200.0, 59.0, "4 %"),
    ];
    /// Here the last line can but belong to the row above.
    const TOLD: [(f64, f64, &str); 7] = [
        (0.0, 30.0, "Verdi"),
        (100.0, 30.0, "Dirigente"),
        (200.0, 30.0, "5 %"),
        (0.0, 44.0, "Bianchi"),
        (100.0, 44.0, "Dip. a"),
        (200.0, 44.0, "6 %"),
        (100.0, 59.0, "tempo"),
    ];

    #[test]
    fn what_one_table_leaves_open_the_others_tell() {
        let mut manner = Manner::of(&[]);
        let alone = read(&manner, &AMBIGUOUS);
        assert!(
            alone.iter().any(|row| row.contains("3 %") && (row.ends_with('?') || row.contains("4 %"))),
            "{alone:?}"
        );
        let told = ["Nome|Ruolo|Quota", "Verdi|Dirigente|5 %", "Bianchi|Dip. a tempo|6 %"];
        assert_eq!(read(&manner, &TOLD), told);
        manner.learn();
        assert_eq!(read(&manner, &AMBIGUOUS), ["Nome|Ruolo|Quota", "Rossi|Dip. a tempo|3 %", "Neri|Art. 90|4 %"]);
        assert_eq!(read(&manner, &TOLD), told);
    }

    #[test]
    fn cells_of_one_row_may_stand_in_different_ways() {
        // The name at the bottom, the role at the top, the share in the middle; space tells the rows apart.
        let first = [(100.0, 30.0, "Dip. a"), (200.0, 36.0, "3 %"), (0.0, 42.0, "Rossi"), (100.0, 42.0, "tempo")];
        let more = [(0.0, 66.0, "Neri"), (100.0, 66.0, "Art. 90"), (200.0, 66.0, "4 %")];
        let read = read(&Manner::of(&[]), &[first.as_slice(), &more].concat());
        assert_eq!(read, ["Nome|Ruolo|Quota", "Rossi|Dip. a tempo|3 %", "Neri|Art. 90|4 %"]);
    }

    #[test]
    fn a_table_of_codes_has_a_row_for_each() {
        let heading =
            [(0.0, 10.0, "Codice"), (100.0, 10.0, "Indicatore"), (200.0, 10.0, "Valore"), (200.0, 22.0, "2024")];
        let first = [(0.0, 34.0, "M_1_1_1"), (100.0, 34.0, "Atti"), (200.0, 34.0, "3"), (100.0, 46.0, "Nota: a")];
        let more = [(0.0, 58.0, "M_1_1_2"), (100.0, 58.0, "Sedute"), (200.0, 58.0, "4"), (100.0, 70.0, "in aula")];
        let lines = page(&[heading.as_slice(), &first, &more].concat());
        let rows = rows(&COLUMNS, &lines, &[], &Manner::of(&[]), false);
        let rows: Vec<String> = rows.iter().map(|row| row.cells.join("|")).collect();
        assert_eq!(rows, ["Codice|Indicatore|Valore 2024", "M_1_1_1|Atti|3", "|Nota: a|", "M_1_1_2|Sedute in aula|4"]);
    }
}
