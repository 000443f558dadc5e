//! Tables that go on from page to page: the heading is repeated, and a row may be split between the two.

use super::rows::Row;
use super::tables::{Part, Table};

/// Joins the rows that are split between pages; tells which pages begin with a table that goes on from the page before.
pub fn join_tables(pages: &mut [Vec<Part>]) -> Vec<bool> {
    let mut goes_on = vec![false; pages.len()];
    // From the last page on, so that a row may go over several.
    for at in (1..pages.len()).rev() {
        let (before, after) = pages.split_at_mut(at);
        let (Some(page), Some(next)) = (before.last_mut(), after.first_mut()) else { continue };
        if let (Some(Part::Table(table)), Some(Part::Text(line))) = (page.last_mut(), next.first()) {
            // What is left of a row may be a single line, in the place of a column that is not the first.
            let column = table.columns.iter().position(|column| (line.x()[0] - column[0]).abs() <= 1.5);
            if let (Some(column @ 1..), [piece]) = (column, line.pieces.as_slice()) {
                let mut cells = vec![String::new(); table.columns.len()];
                cells[column] = piece.plain();
                let tail = Row { cells, y: line.y, is_certain: true };
                let is_split = is_of_shares(table);
                if let Some(row) = table.rows.last_mut().filter(|row| is_split && row.has_share()) {
                    row.append(&tail);
                    next.remove(0);
                }
            }
        }
        let (Some(Part::Table(table)), Some(Part::Table(more))) = (page.last_mut(), next.first_mut()) else { continue };
        if table.columns.len() == more.columns.len() {
            goes_on[at] = join_split_row(table, more);
        }
    }
    goes_on
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
    } else if let (true, Some(head)) = (more.rows.get(first).is_some_and(Row::has_share), table.rows.pop()) {
        // The share of the row stands on the second page.
        let own = std::mem::replace(&mut more.rows[first], head);
        more.rows[first].append(&own);
        more.rows[first].y = own.y;
    }
    !is_repeated
}

/// Whether a table is one of shares: each row has one, but for a heading and what is split from a row.
fn is_of_shares(table: &Table) -> bool {
    let mut within = table.rows.iter().skip(2).rev().skip(1);
    let is_code = |cell: &String| cell.contains('_') && cell.contains(|c: char| c.is_ascii_digit());
    let mut cells = table.rows.iter().flat_map(|row| &row.cells);
    let has_share = table.rows.iter().any(Row::has_share) || table.rows.len() < 3;
    has_share && within.all(Row::has_share) && !cells.any(is_code)
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
        let rest = Row { cells: rest, y: first.y, is_certain: first.is_certain };
        table.rows.insert(1, rest);
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(rows: &[&str]) -> Part {
        let row = |cells: &&str| Row { cells: cells.split('|').map(str::to_owned).collect(), y: 0.0, is_certain: true };
        let columns = vec![[0.0, 90.0], [100.0, 190.0], [200.0, 290.0]];
        Part::Table(Table { rows: rows.iter().map(row).collect(), columns })
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
}
