//! Tables that go on from page to page: the heading is repeated, and a row may be split between the two.

use super::cells::{has_code, is_code};
use super::styled::join;
use super::table::{Part, Row, Table};
use super::tolerance::{EDGE, LOOSE, USUAL_LEADING, is_one_size};

/// Joins the rows that are split between pages; tells which pages begin with a table that goes on from the page before.
pub fn join_tables(pages: &mut [Vec<Part>]) -> Vec<bool> {
    let mut goes_on = vec![false; pages.len()];
    // From the last page on, so that a row may go over several.
    for at in (1..pages.len()).rev() {
        let (before, after) = pages.split_at_mut(at);
        let (Some(page), Some(next)) = (before.last_mut(), after.first_mut()) else { continue };
        if page.last().is_some_and(Part::is_tagged) || next.first().is_some_and(Part::is_tagged) {
            goes_on[at] = is_told_on(page, next);
            continue;
        }
        take_in_foot(page, next);
        take_in_head(page, next);
        let (Some(Part::Table(table)), Some(Part::Table(more))) = (page.last_mut(), next.first_mut()) else { continue };
        if table.columns.len() == more.columns.len() {
            goes_on[at] = join_split_row(table, more);
        }
    }
    for part in pages.iter_mut().flatten() {
        doubt_what_is_left(part);
    }
    for (at, goes_on) in goes_on.iter().enumerate() {
        doubt_edges(pages, at, *goes_on);
    }
    goes_on
}

/// Whether the document's structure tells that a table goes on on the next page, where no heading is repeated.
fn is_told_on(page: &[Part], next: &[Part]) -> bool {
    let [before, more] = [page.last(), next.first()].map(|part| part.and_then(Part::table));
    before.zip(more).is_some_and(|(before, more)| before.tagged == more.tagged && more.is_headless())
}

/// Doubts the rows at the edges of what stands on a page, if lines of them may be elsewhere: beside an edge of the page,
/// those that lack a cell; elsewhere those without the heading of their table.
fn doubt_edges(pages: &mut [Vec<Part>], at: usize, goes_on: bool) {
    let (before, after) = pages.split_at_mut(at);
    let page = &mut after[0];
    // Above what may be the end of a row, its heading may be repeated.
    let is_heading = |part: &Part| part.table().is_some_and(|table| table.rows.len() == 1 && !table.is_headless());
    let begin = usize::from(page.first().is_some_and(is_heading));
    let texts = page[begin..].iter().take_while(|part| matches!(part, Part::Text(_))).count();
    let mut is_doubted = false;
    if let Some(Part::Table(table)) = before.last_mut().and_then(|above| above.last_mut())
        && table.tagged.is_none()
    {
        let is_headless = |part: &Part| matches!(part, Part::Table(table) if table.is_headless());
        let is_cut = texts > 0 && page.get(begin + texts).is_some_and(is_headless);
        let lacks_a_cell = table.lacks_a_cell(table.rows.len().saturating_sub(1));
        if let Some(last) = table.rows.last_mut() {
            last.is_certain &= !(last.has_share() && (is_cut || lacks_a_cell));
            is_doubted = !last.is_certain;
        }
    }
    for (number, part) in page.iter_mut().enumerate() {
        let Part::Table(table @ Table { tagged: None, .. }) = part else { continue };
        // Above the first row of people stands the heading, at the most.
        let Some(first @ 0..=1) = table.rows.iter().position(Row::has_share) else { continue };
        let is_beside_doubt = number == 0 && (is_doubted || table.lacks_a_cell(first));
        // What stands between drawn lines, within the page, is a row for itself.
        let is_whole = table.is_ruled && number > 0 && table.rows[first].cells.iter().all(|cell| !cell.is_empty());
        let is_headless = first == 0 && (number > 0 || !goes_on) && !is_whole;
        table.rows[first].is_certain &= !(is_beside_doubt || is_headless);
    }
    // What the first row of a page, or the first below a heading, may have of the row before, that one lacks.
    let is_doubted = |part: &Part| {
        part.table()
            .and_then(|table| table.rows.iter().take(2).find(|row| row.has_share()))
            .is_some_and(|row| !row.is_certain)
    };
    if let (true, Some(Part::Table(table))) =
        (page.first().is_some_and(is_doubted), before.last_mut().and_then(|above| above.last_mut()))
        && table.tagged.is_none()
        && let Some(last) = table.rows.last_mut().filter(|row| row.has_share())
    {
        last.is_certain = false;
    }
}

impl Table {
    /// Whether a row lacks a cell that all others have; below the code of a project, nothing may stand.
    fn lacks_a_cell(&self, row: usize) -> bool {
        let others = || self.rows.iter().enumerate().filter(|(at, other)| *at != row && !other.is_left);
        let is_lacking = |column: usize| {
            self.rows[row].cells[column].is_empty() && others().all(|(_, other)| !other.cells[column].is_empty())
        };
        let headings = || self.rows.iter().take_while(|row| !row.has_share());
        let is_of_project =
            |column: usize| headings().any(|row| row.cells.get(column).is_some_and(|cell| is_code(cell)));
        let mut columns = (0..self.columns.len()).filter(|column| !is_of_project(*column));
        row < self.rows.len() && others().next().is_some() && columns.any(is_lacking)
    }
}

/// What is left below the last row of a table, and was not found to go on on another page, may belong to that row.
fn doubt_what_is_left(part: &mut Part) {
    let Part::Table(Table { rows, .. }) = part else { return };
    if let [.., last, left] = rows.as_mut_slice()
        && left.is_left
    {
        last.is_certain = false;
    }
}

/// Makes lines at the foot of a page, below a table that goes on on the next, the beginning of a row.
fn take_in_foot(page: &mut Vec<Part>, next: &[Part]) {
    let count = page.iter().rev().take_while(|part| matches!(part, Part::Text(_))).count();
    let split = page.len() - count;
    let (Some(at), Some(Part::Table(more))) = (split.checked_sub(1), next.first()) else { return };
    let Part::Table(table) = &page[at] else { return };
    let goes_on = table.columns.len() == more.columns.len() && is_of_shares(table) && is_of_shares(more);
    let rows: Option<Vec<Row>> = page[split..].iter().map(|part| part_of_row(table, part)).collect();
    let (true, 1..=MOST_LINES, Some(rows)) = (goes_on, count, rows) else { return };
    page.truncate(split);
    let Some(Part::Table(table)) = page.last_mut() else { return };
    match table.rows.last_mut() {
        Some(left) if left.is_left => rows.iter().for_each(|row| left.append(row)),
        _ => {
            let mut rows = rows.into_iter();
            let first = rows.next();
            let whole = first.map(|first| {
                rows.fold(first, |mut whole, row| {
                    whole.append(&row);
                    whole
                })
            });
            table.rows.extend(whole.map(|row| Row { is_left: true, ..row }));
        }
    }
}

/// Makes lines at the head of a page the end of the last row on the page before.
fn take_in_head(page: &mut [Part], next: &mut Vec<Part>) {
    let Some(Part::Table(table)) = page.last_mut() else { return };
    if !is_of_shares(table) || !table.rows.iter().any(Row::has_share) {
        return;
    }
    let rows: Vec<Row> = next.iter().map_while(|part| part_of_row(table, part)).take(MOST_LINES).collect();
    let is_followed = match next.get(rows.len()) {
        Some(Part::Table(more)) => more.columns.len() == table.columns.len() && more.is_headless(),
        _ => false,
    };
    let is_first_empty = rows.first().is_some_and(|row| row.cells[0].is_empty());
    // What stands near the row below may be the beginning of it.
    let is_near = match (rows.last(), next.get(rows.len())) {
        (Some(row), Some(Part::Table(more))) => more.y[0] - row.y < more.size * USUAL_LEADING * LOOSE,
        _ => false,
    };
    let Some(last) = table.rows.last_mut() else { return };
    if (is_followed || is_first_empty) && !is_near {
        for row in &rows {
            last.append(row);
        }
        next.drain(..rows.len());
    } else if !rows.is_empty() {
        // A line of text at the left, or the end of a name.
        last.is_certain = false;
    }
}

/// More lines of a row than stand on another page.
const MOST_LINES: usize = 4;

/// A line that may be a part of a row of a table: each of its pieces stands in a column other than the last.
fn part_of_row(table: &Table, part: &Part) -> Option<Row> {
    let Part::Text(line) = part else { return None };
    let is_of_size = is_one_size(line.size, table.size);
    // A cell may be longer than all that are above it, but does not reach the next column. The last column is that of shares.
    let ends = || table.columns.iter().skip(1).map(|next| next[0]);
    let starts = || table.columns.iter().map(|column| column[0] - line.size * EDGE);
    let mut cells = vec![String::new(); table.columns.len()];
    for piece in &line.pieces {
        let is_inside = |(start, end): (f64, f64)| start <= piece.x[0] && piece.x[1] <= end;
        let column = starts().zip(ends()).position(is_inside)?;
        join(&mut cells[column], &piece.plain());
    }
    (is_of_size && !has_code(line)).then(|| Row::new(cells, line.y))
}

/// Joins the row that is split between two parts of a table; tells whether the second is one without a heading.
fn join_split_row(table: &mut Table, more: &mut Table) -> bool {
    if !(is_of_shares(table) && is_of_shares(more)) {
        return false;
    }
    let heading = table.rows.first().filter(|row| !row.has_share()).map(|row| row.cells.clone());
    let is_repeated = heading.is_some_and(|heading| split_heading(more, &heading));
    let first = usize::from(is_repeated);
    let is_last_whole = table.rows.last().is_some_and(Row::has_share);
    let tail = more.rows.get(first).filter(|row| !row.has_share() && row.cells.last().is_some_and(String::is_empty));
    if is_last_whole {
        if tail.is_some() {
            let tail = more.rows.remove(first);
            if let Some(row) = table.rows.last_mut() {
                row.append(&tail);
            }
        }
    } else if table.rows.len() == 1 && table.rows[0].cells.iter().all(|cell| !cell.is_empty()) {
        // The heading alone, at the foot of a page.
    } else if more.rows.get(first).is_some_and(Row::has_share)
        && let Some(head) = table.rows.pop()
    {
        // The share of the row stands on the second page.
        let own = std::mem::replace(&mut more.rows[first], head);
        // Where both have something in a column, the first may as well be the end of the row before.
        let pairs = || more.rows[first].cells.iter().zip(&own.cells);
        let is_told = table.is_ruled || pairs().all(|(head, own)| head.is_empty() || own.is_empty());
        let whole = &mut more.rows[first];
        whole.append(&own);
        whole.y = own.y;
        whole.is_certain &= is_told;
        whole.is_left = false;
        if let Some(last) = table.rows.last_mut().filter(|_| !is_told) {
            last.is_certain = false;
        }
    }
    !is_repeated
}

/// Whether a table is one of shares: each row has one, but for a heading and what is split from a row.
fn is_of_shares(table: &Table) -> bool {
    let mut within = table.rows.iter().skip(2).rev().skip(1);
    let has_share = table.rows.iter().any(Row::has_share) || table.rows.len() < 3;
    has_share && within.all(Row::has_share) && !table.rows.iter().any(Row::has_code)
}

/// Whether a part of a table begins with its heading, which becomes a row of its own.
fn split_heading(table: &mut Table, heading: &[String]) -> bool {
    let Some(first) = table.rows.first_mut() else { return false };
    let rests: Option<Vec<String>> = first
        .cells
        .iter()
        .zip(heading)
        .map(|(cell, heading)| Some(cell.strip_prefix(heading.as_str())?.trim_start().to_owned()))
        .collect();
    let Some(rest) = rests else { return false };
    if rest.iter().any(|cell| !cell.is_empty()) {
        first.cells = heading.to_vec();
        let rest = Row { cells: rest, ..first.clone() };
        table.rows.insert(1, rest);
    }
    true
}

#[cfg(test)]
mod tests {
    use super::super::lines::tests::page;
    use super::super::tolerance::SAME_SIZE;
    use super::super::tolerance::tests::changes_at;
    use super::*;

    fn table(rows: &[&str]) -> Part {
        let row = |cells: &&str| Row::new(cells.split('|').map(str::to_owned).collect(), 0.0);
        let columns = vec![[0.0, 90.0], [100.0, 190.0], [200.0, 290.0]];
        Part::Table(Table { rows: rows.iter().map(row).collect(), columns, size: 10.0, ..Table::default() })
    }

    fn joined(before: &[&str], after: &[&str]) -> (String, String) {
        let mut pages = [vec![table(before)], vec![table(after)]];
        join_tables(&mut pages);
        let written = pages.map(|page| match &page[0] {
            Part::Table(table) => table.rows.iter().map(|row| row.cells.join("|")).collect::<Vec<_>>().join("\n"),
            Part::Text(_) => String::new(),
        });
        let [before, after] = written;
        (before, after)
    }

    const HEADING: &str = "Nome|Ruolo|Quota";

    #[test]
    fn the_end_of_a_row_below_a_repeated_heading_is_of_the_row_before() {
        let (before, after) =
            joined(&[HEADING, "Neri|Dip.|4 %", "Rossi Ada|Dip. a|3 %"], &[HEADING, "Maria|tempo|", "Verdi|Dip.|5 %"]);
        assert_eq!(before, "Nome|Ruolo|Quota\nNeri|Dip.|4 %\nRossi Ada Maria|Dip. a tempo|3 %");
        assert_eq!(after, "Nome|Ruolo|Quota\nVerdi|Dip.|5 %");
    }

    #[test]
    fn the_beginning_of_a_row_is_of_the_row_on_the_next_page() {
        let (before, after) = joined(&[HEADING, "Neri|Dip.|4 %", "Rossi|Dip. a|"], &["Ada|tempo|3 %"]);
        assert_eq!(
            (before.as_str(), after.as_str()),
            ("Nome|Ruolo|Quota\nNeri|Dip.|4 %", "Rossi Ada|Dip. a tempo|3 %")
        );
    }

    #[test]
    fn a_heading_alone_at_the_foot_of_a_page_is_no_beginning() {
        let (before, after) = joined(&[HEADING], &["Rossi|Dip.|3 %"]);
        assert_eq!((before.as_str(), after.as_str()), (HEADING, "Rossi|Dip.|3 %"));
        // Nor is a row of projects one of people.
        let listed = ["Codice|Titolo|Budget", "2024_PD_A501|Uno|7,74 %"];
        let (before, _) = joined(&listed, &["2024_PD_A702|Due|"]);
        assert_eq!(before, listed.join("\n"));
    }

    #[test]
    fn below_the_code_of_a_project_nothing_may_stand() {
        let lacks = |heading: &str| {
            let table = table(&[heading, "Neri||4 %", "Rossi|6 %|3 %", "Verdi|7 %|5 %"]);
            table.table().expect("a table").lacks_a_cell(1)
        };
        assert_eq!([HEADING, "Nome|2024_PD_0411|2024_PD_0412"].map(lacks), [true, false]);
    }

    #[test]
    fn a_row_before_one_that_is_doubted_is_doubted_too() {
        // The first row of a page, below a repeated heading, may have a part of the last row before.
        let mut after = table(&[HEADING, "Verdi|267/2000 Dip.|5 %", "Bianchi|Dip.|6 %"]);
        if let Part::Table(table) = &mut after {
            table.rows[1].is_certain = false;
        }
        let mut pages = [vec![table(&[HEADING, "Neri|Dip.|4 %", "Rossi|Dip. ex|3 %"])], vec![after]];
        join_tables(&mut pages);
        let rows = &pages[0][0].table().expect("a table").rows;
        assert_eq!(rows.iter().map(|row| row.is_certain).collect::<Vec<_>>(), [true, true, false]);
    }

    #[test]
    fn lines_of_a_row_at_both_sides_of_a_page_break_are_not_lost() {
        let mut before = table(&[HEADING, "Neri|Dip.|4 %", "Rossi|Dip. ex|3 %", "|art. 110|"]);
        if let Part::Table(table) = &mut before {
            table.rows[3].is_left = true;
        }
        let mut pages = [vec![before], vec![table(&["|comma 1|", "Verdi|Dip.|5 %", "Bianchi|Dip.|6 %"])]];
        join_tables(&mut pages);
        let rows = &pages[0][0].table().expect("a table").rows;
        assert_eq!(rows.iter().map(|row| row.cells.join("|")).collect::<Vec<_>>()[3], "|art. 110|");
        assert!(!rows[2].is_certain, "what is left may be of it");
    }

    #[test]
    fn what_may_be_of_either_of_two_rows_is_doubted() {
        // A name below the last row of a page may be its second line, or the first of the next.
        let mut before = table(&[HEADING, "Neri|Dip.|4 %", "Rossi|Dip.|3 %", "Ada|tempo|"]);
        if let Part::Table(table) = &mut before {
            table.rows[3].is_left = true;
        }
        let mut pages = [vec![before], vec![table(&["Verdi|Dip.|5 %", "Bianchi|Dip.|6 %"])]];
        join_tables(&mut pages);
        let doubted: Vec<String> = pages
            .iter()
            .flatten()
            .filter_map(|part| if let Part::Table(table) = part { Some(&table.rows) } else { None })
            .flatten()
            .filter(|row| !row.is_certain)
            .map(|row| row.cells.join("|"))
            .collect();
        assert_eq!(doubted, ["Rossi|Dip.|3 %", "Ada Verdi|tempo Dip.|5 %"]);
    }

    #[test]
    fn a_line_is_a_part_of_a_row_if_each_piece_stands_in_a_column() {
        let is_part = |x: f64, size: f64| {
            let Part::Table(mut table) = table(&[HEADING]) else { return false };
            table.size = size;
            part_of_row(&table, &Part::Text(page(&[(x, 50.0, "a")]).remove(0))).is_some()
        };
        changes_at(EDGE, [true, false], |by| is_part(-10.0 * by, 10.0));
        changes_at(SAME_SIZE, [true, false], |by| is_part(0.0, 10.0 + by));
        // It does not reach the next column, and has no share. Letters are five points wide.
        assert_eq!([95.0, 95.1, 200.0, 300.0].map(|x| is_part(x, 10.0)), [true, false, false, false]);
    }

    #[test]
    fn what_stands_near_the_row_below_may_be_the_beginning_of_it() {
        let left = |by: f64| {
            let mut next = vec![Part::Text(page(&[(100.0, 50.0, "tempo")]).remove(0)), table(&["Neri|Dip.|4 %"])];
            if let Part::Table(more) = &mut next[1] {
                more.y = [50.0 + 10.0 * by; 2];
            }
            take_in_head(&mut [table(&[HEADING, "Rossi|Dip. a|3 %"])], &mut next);
            next.len()
        };
        changes_at(USUAL_LEADING * LOOSE, [2, 1], left);
    }
}
