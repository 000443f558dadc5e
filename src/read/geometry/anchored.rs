//! Rows of a table, told apart by what every row has one of: by how the other cells stand to it, or by the space between.

use super::anchors::Anchors;
use super::cells::is_code;
use super::division::{Division, Ways};
use super::framed;
use super::habits::Habits;
use super::spaced;
use super::table::{Item, Row};
use super::tolerance::{CLEAR, LEVEL, even};
use crate::vocabulary::begins_note;

/// A table of which every row has an anchor, and all the ways to divide it.
#[derive(Debug)]
pub struct Anchored {
    /// The anchors.
    pub anchors: Anchors,
    /// What stands in each column.
    items: Vec<Vec<Item>>,
    /// Where its lines stand.
    heights: Vec<f64>,
    /// The ways in which the cells may stand to the anchors.
    pub ways: Ways,
}

impl Anchored {
    /// A table of these lines. Lines may be left over below only where a page ends with the table.
    pub fn of(anchors: Anchors, items: Vec<Vec<Item>>, heights: Vec<f64>, ends_page: bool) -> Self {
        let ways = Ways {
            to_shares: Division::all(&anchors, &items, ends_page),
            in_rows: framed::divisions(&anchors, &items, ends_page),
        };
        Self { anchors, items, heights, ways }
    }

    /// The rows, those that cannot be told apart uncertain.
    pub fn rows(&self, habits: &Habits) -> Vec<Row> {
        self.told(habits).unwrap_or_else(|| {
            if !self.items.iter().flatten().any(|item| is_code(&item.text)) {
                return self.by_nearest();
            }
            let rows = spaced::by_space(&self.items, &self.heights, self.anchors.leading).into_iter();
            rows.map(|row| Row { is_certain: !row.has_share(), ..row }).collect()
        })
    }

    /// A row for each anchor, with all that stands nearer to it than to others, none of them certain.
    fn by_nearest(&self) -> Vec<Row> {
        let Self { items, anchors, .. } = self;
        let reach = anchors.leading * LEVEL;
        let first = anchors.heading.map_or(f64::NEG_INFINITY, |heading| heading + reach);
        let between = anchors.at.windows(2).map(|pair| pair[0].midpoint(pair[1]));
        let starts: Vec<f64> = [first].into_iter().chain(between).chain([f64::INFINITY]).collect();
        let heading = Row::of(items, |item| item.y <= first, first);
        let row = |(bounds, y): (&[f64], &f64)| {
            let row = Row::of(items, |item| bounds[0] < item.y && item.y <= bounds[1], *y);
            Row { is_certain: false, ..row }
        };
        let rows = starts.windows(2).zip(&anchors.at).map(row);
        [heading].into_iter().chain(rows).filter(|row| row.cells.iter().any(|cell| !cell.is_empty())).collect()
    }

    /// The rows, if anything tells them apart: how cells stand to the anchors, or the space between.
    fn told(&self, habits: &Habits) -> Option<Vec<Row>> {
        let placed = habits.choose(self.anchors.kind, &self.ways).map(|division| self.by_place(division));
        match (self.by_space(), placed) {
            (Some(spaced), Some(placed)) if spaced.is_clear => Some(agreed(&spaced.rows, placed, self.anchors.count())),
            (_, Some(rows)) => Some(rows),
            (Some(spaced), None) if spaced.is_clear || self.is_regular(&spaced.bands) => Some(spaced.rows),
            _ => self.by_code(),
        }
    }

    /// The rows of a division. What stands above the first row, and
    /// below the last, is a row of its own: a heading, or a part of a row that goes on on another page.
    fn by_place(&self, divided: &Division) -> Vec<Row> {
        let Self { items, anchors, .. } = self;
        let last = anchors.count() - 1;
        let row = |belongs: &dyn Fn(usize) -> std::ops::Range<usize>, y: f64| {
            let own = |(at, column): (usize, &Vec<Item>)| column[belongs(at)].to_vec();
            Row::of(&items.iter().enumerate().map(own).collect::<Vec<_>>(), |_| true, y)
        };
        let mut rows = vec![row(&|at| 0..divided.cells[at][0].start, anchors.at[0] - anchors.leading)];
        rows.extend(anchors.at.iter().enumerate().map(|(number, y)| row(&|at| divided.cells[at][number].clone(), *y)));
        let left = row(&|at| divided.cells[at][last].end..items[at].len(), anchors.at[last] + anchors.leading);
        rows.push(Row { is_left: true, ..left });
        rows.retain(|row| row.cells.iter().any(|cell| !cell.is_empty()));
        rows
    }

    /// The rows of a table of codes, if the last cell of each stands at the height of its code. Which lines of the cells
    /// between belong to it may be told from where they stand: below, or around it.
    fn by_code(&self) -> Option<Vec<Row>> {
        let Self { items, anchors, .. } = self;
        let reach = anchors.leading * LEVEL;
        let last = items.iter().rposition(|column| !column.is_empty()).filter(|last| *last > anchors.column)?;
        let (above, own) = items[last].split_at(items[last].partition_point(|item| item.y < anchors.at[0] - reach));
        let heading =
            above.last().map_or(f64::NEG_INFINITY, |item| item.y).max(anchors.heading.unwrap_or(f64::NEG_INFINITY));
        let is_below = |item: &&Item| item.y > heading + reach;
        let is_beside = |item: &Item| anchors.at.iter().any(|at| (item.y - at).abs() <= reach);
        if !own.iter().all(is_beside) {
            return None;
        }
        let between = || items.iter().flatten().filter(is_below);
        let is_around = between().any(|item| item.y < anchors.at[0] - reach);
        let starts = anchors.at.iter().enumerate().map(|(number, at)| match number.checked_sub(1) {
            Some(above) if is_around => at.midpoint(anchors.at[above]),
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
    fn by_space(&self) -> Option<Spaced> {
        let steps: Vec<f64> = self.heights.windows(2).map(|pair| pair[1] - pair[0]).collect();
        let mut least = steps.clone();
        least.sort_by(f64::total_cmp);
        least.dedup_by(|more, least| *more - *least < even(self.anchors.leading) / 2.0);
        // From the widest space on: the first way to divide that gives each anchor its own is the only one.
        let ways =
            [f64::INFINITY].into_iter().chain(least.iter().rev().map(|least| least - even(self.anchors.leading)));
        ways.into_iter().find_map(|space| self.divided_by(space, &steps))
    }

    fn divided_by(&self, space: f64, steps: &[f64]) -> Option<Spaced> {
        let Self { items, anchors, heights, .. } = self;
        let ends = (1..=heights.len()).filter(|&at| steps.get(at - 1).is_none_or(|step| *step > space));
        let bands: Vec<[f64; 2]> =
            ends.scan(0, |start, end| Some([heights[std::mem::replace(start, end)], heights[end - 1]])).collect();
        let count = |band: &[f64; 2]| anchors.at.iter().filter(|at| (band[0]..=band[1]).contains(at)).count();
        // Only a heading stands above the first row.
        let is_below_heading = |band: &[f64; 2]| anchors.heading.is_none_or(|heading| heading < band[0]);
        if !bands.iter().all(|band| count(band) == usize::from(is_below_heading(band))) {
            return None;
        }
        let outer = bands.windows(2).map(|pair| pair[1][0] - pair[0][1]).fold(f64::INFINITY, f64::min);
        let inner = steps.iter().copied().filter(|step| *step <= space).fold(0.0, f64::max);
        let row = |band: &[f64; 2]| Row::of(items, |item| (band[0]..=band[1]).contains(&item.y), band[0]);
        Some(Spaced { rows: bands.iter().map(row).collect(), is_clear: outer >= inner * CLEAR, bands })
    }

    /// Whether the lines of cells stand as far apart as those of paragraphs.
    fn is_regular(&self, bands: &[[f64; 2]]) -> bool {
        let leading = self.anchors.leading;
        let is_even = |pair: &[Item]| {
            let is_of_one = bands.iter().any(|band| band[0] <= pair[0].y && pair[1].y <= band[1]);
            !is_of_one || (pair[1].y - pair[0].y - leading).abs() <= even(leading)
        };
        self.items.iter().all(|column| column.windows(2).all(is_even))
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
    use super::super::leading::Leadings;
    use super::super::lines::Line;
    use super::super::lines::tests::page;
    use super::super::rows::tests::rows;
    use super::super::rows::{Band, bands};
    use super::super::tolerance::tests::changes_at;
    use super::*;

    const COLUMNS: [[f64; 2]; 3] = [[0.0, 90.0], [100.0, 190.0], [200.0, 290.0]];

    fn lines(pieces: &[(f64, f64, &str)]) -> Vec<Line> {
        let heading = [(0.0, 10.0, "Nome"), (100.0, 10.0, "Ruolo"), (200.0, 10.0, "Quota")];
        page(&[&heading, pieces].concat())
    }

    fn read(habits: &Habits, pieces: &[(f64, f64, &str)]) -> Vec<String> {
        let rows = rows(&COLUMNS, &lines(pieces), &[], habits);
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
        let none = Habits::default();
        let alone = read(&none, &AMBIGUOUS);
        assert!(
            alone.iter().any(|row| row.contains("3 %") && (row.ends_with('?') || row.contains("4 %"))),
            "{alone:?}"
        );
        let told = ["Nome|Ruolo|Quota", "Verdi|Dirigente|5 %", "Bianchi|Dip. a tempo|6 %"];
        assert_eq!(read(&none, &TOLD), told);
        let tables = [&AMBIGUOUS, &TOLD].map(|pieces| bands(&COLUMNS, &lines(pieces), &[], &Leadings::of(&[]), false));
        let open = tables.iter().flatten().flat_map(Band::open);
        let habits = Habits::of(open.map(|own| (own.anchors.kind, &own.ways)));
        assert_eq!(read(&habits, &AMBIGUOUS), ["Nome|Ruolo|Quota", "Rossi|Dip. a tempo|3 %", "Neri|Art. 90|4 %"]);
        assert_eq!(read(&habits, &TOLD), told);
    }

    #[test]
    fn where_nothing_tells_how_cells_stand_the_distance_of_lines_tells_nothing() {
        // Each table may be divided in two ways, and in one of them lines stand as far apart in all.
        let other: Vec<_> =
            AMBIGUOUS.iter().map(|(x, y, text)| (*x, if *text == "tempo" { 44.2 } else { *y }, *text)).collect();
        let tables = [&AMBIGUOUS[..], &other, &other]
            .map(|pieces| bands(&COLUMNS, &lines(pieces), &[], &Leadings::of(&[]), false));
        let open: Vec<_> = tables.iter().flatten().flat_map(Band::open).collect();
        let habits = Habits::of(open.iter().map(|own| (own.anchors.kind, &own.ways)));
        let certain = read(&habits, &AMBIGUOUS).into_iter().filter(|row| row.contains('%') && !row.ends_with('?'));
        assert_eq!(certain.collect::<Vec<_>>(), [""; 0]);
    }

    #[test]
    fn cells_of_one_row_may_stand_in_different_ways() {
        // The name at the bottom, the role at the top, the share in the middle; space tells the rows apart.
        let first = [(100.0, 30.0, "Dip. a"), (200.0, 36.0, "3 %"), (0.0, 42.0, "Rossi"), (100.0, 42.0, "tempo")];
        let more = [(0.0, 66.0, "Neri"), (100.0, 66.0, "Art. 90"), (200.0, 66.0, "4 %")];
        let read = read(&Habits::default(), &[first.as_slice(), &more].concat());
        assert_eq!(read, ["Nome|Ruolo|Quota", "Rossi|Dip. a tempo|3 %", "Neri|Art. 90|4 %"]);
    }

    #[test]
    fn a_table_of_codes_has_a_row_for_each() {
        let heading =
            [(0.0, 10.0, "Codice"), (100.0, 10.0, "Indicatore"), (200.0, 10.0, "Valore"), (200.0, 22.0, "2024")];
        let first = [(0.0, 34.0, "M_1_1_1"), (100.0, 34.0, "Atti"), (200.0, 34.0, "3"), (100.0, 46.0, "Nota: a")];
        let more = [(0.0, 58.0, "M_1_1_2"), (100.0, 58.0, "Sedute"), (200.0, 58.0, "4"), (100.0, 70.0, "in aula")];
        let lines = page(&[heading.as_slice(), &first, &more].concat());
        let rows = rows(&COLUMNS, &lines, &[], &Habits::default());
        let rows: Vec<String> = rows.iter().map(|row| row.cells.join("|")).collect();
        assert_eq!(rows, ["Codice|Indicatore|Valore 2024", "M_1_1_1|Atti|3", "|Nota: a|", "M_1_1_2|Sedute in aula|4"]);
    }

    /// A table of columns of what stands at which heights, where lines of paragraphs stand some way apart.
    fn table(leading: f64, columns: &[&[(f64, &str)]]) -> Anchored {
        let item = |(y, text): &(f64, &str)| Item { y: *y, text: (*text).to_owned(), x: [0.0, 9.0], is_astray: false };
        let items: Vec<Vec<Item>> = columns.iter().map(|column| column.iter().map(item).collect()).collect();
        let mut heights: Vec<f64> = columns.iter().copied().flatten().map(|(y, _)| *y).collect();
        heights.sort_by(f64::total_cmp);
        heights.dedup();
        Anchored::of(Anchors::of(&items, leading).expect("anchors"), items, heights, false)
    }

    /// Rows as they are written.
    fn written<const N: usize>(rows: [&str; N]) -> Vec<String> {
        rows.map(str::to_owned).to_vec()
    }

    fn shown(rows: &[Row]) -> Vec<String> {
        rows.iter().map(|row| row.cells.join("|")).collect()
    }

    #[test]
    fn what_stands_at_the_height_of_an_anchor_is_of_its_row() {
        // Below a heading that stands at nought.
        let below =
            |by: f64| shown(&table(10.0, &[&[(10.0 * by, "Rossi")], &[(0.0, "Quota"), (20.0, "3 %")]]).by_nearest());
        changes_at(LEVEL, [written(["Rossi|Quota", "|3 %"]), written(["|Quota", "Rossi|3 %"])], below);
        // The last cells of a table of codes, below their codes and above.
        let code = |columns: &[&[(f64, &str)]]| table(10.0, columns).by_code().map(|rows| shown(&rows));
        let beside = |y: f64| code(&[&[(50.0, "M_1_1_1")], &[(y, "3")]]);
        changes_at(LEVEL, [Some(written(["M_1_1_1|3"])), None], |by| beside(50.0 + 10.0 * by));
        let apart = Some(written(["|3", "M_1_1_1|"]));
        changes_at(LEVEL, [Some(written(["M_1_1_1|3"])), apart], |by| beside(50.0 - 10.0 * by));
        // What stands between the heading and the first code.
        let around = |by: f64| code(&[&[(50.0, "M_1_1_1")], &[(10.0 * by, "Atti")], &[(0.0, "Valore"), (50.0, "3")]]);
        let heading = Some(written(["|Atti|Valore", "M_1_1_1||3"]));
        changes_at(LEVEL, [heading, Some(written(["||Valore", "M_1_1_1|Atti|3"]))], around);
    }

    #[test]
    fn space_divides_rows_only_where_none_as_wide_stands_within() {
        // The second line of the second row stands nearer to the first than rows to each other.
        let nearer = |by: f64| {
            let names: &[(f64, &str)] = &[(0.0, "Rossi"), (24.0, "Neri"), (48.0 - by, "Ada")];
            table(20.0, &[names, &[(0.0, "3 %"), (24.0, "4 %")]]).by_space().is_some()
        };
        changes_at(even(20.0), [false, true], nearer);
        // Rows stand as far apart up to half of that: at 24 and a little more, where lines of one stand at 23.
        let uneven = |by: f64| {
            let names: &[(f64, &str)] = &[(0.0, "Rossi"), (23.0, "Ada"), (47.0, "Neri"), (71.0 + by, "Galli")];
            table(20.0, &[names, &[(0.0, "3 %"), (47.0, "4 %"), (71.0 + by, "5 %")]]).by_space().is_some()
        };
        changes_at(even(20.0) / 2.0, [false, true], uneven);
        let is_clear = |by: f64| {
            let names: &[(f64, &str)] = &[(0.0, "Rossi"), (10.0, "Ada"), (10.0 + 10.0 * by, "Neri")];
            table(10.0, &[names, &[(0.0, "3 %"), (10.0 + 10.0 * by, "4 %")]]).by_space().expect("rows").is_clear
        };
        changes_at(CLEAR, [false, true], is_clear);
        let is_regular =
            |step: f64| table(20.0, &[&[(0.0, "a"), (step, "b")], &[(0.0, "3 %")]]).is_regular(&[[0.0, 90.0]]);
        changes_at(even(20.0), [true, false], |by| is_regular(20.0 + by));
        changes_at(even(20.0), [true, false], |by| is_regular(20.0 - by));
    }
}
