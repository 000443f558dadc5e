//! Rows that may have a part of their neighbours, or lack one: they are not certain.

use super::cells::has_code;
use super::lines::{Line, Piece};
use super::table::{Part, Row, Table};
use super::tolerance::{EDGE, LOOSE, USUAL_LEADING, is_one_size};
use crate::vocabulary::{begins_role, breaks_role, is_part_of_role};

/// Doubts rows beside which something stands so near that it may be a part of them.
pub fn doubt_neighbours(parts: &mut [Part]) {
    for part in &mut *parts {
        if let Part::Table(table) = part {
            doubt_beside_pieces(&mut table.rows);
            if !table.is_ruled {
                doubt_broken_roles(table);
            }
        }
    }
    for at in 1..parts.len() {
        let (before, after) = parts.split_at_mut(at);
        let (Some(Part::Table(table)), Some(next)) = (before.last_mut(), after.first_mut()) else { continue };
        if !table.rows.iter().any(Row::has_share) || table.tagged.is_some() || next.is_tagged() {
            continue;
        }
        // What stands beside the table is none of it.
        let is_near = |y: f64| (0.0..table.size * USUAL_LEADING * LOOSE).contains(&(y - table.y[1]));
        let is_doubtful = match next {
            Part::Text(line) => {
                let is_divided = table.rule_below.is_some_and(|rule| rule < line.middle());
                !is_divided && is_near(line.y) && table.may_hold(line)
            }
            // A table without a heading is what could not be taken in, and its rows may be divided as wrongly.
            Part::Table(more) => {
                let is_rest = more.is_headless() && is_near(more.y[0]);
                more.rows.iter_mut().filter(|_| is_rest).for_each(|row| row.is_certain = false);
                is_rest
            }
        };
        if let Some(last) = table.rows.last_mut().filter(|_| is_doubtful) {
            last.is_certain = false;
        }
    }
}

/// Doubts rows beside a row without a share that is not certain: it may be a piece of them. The heading lacks no cell.
fn doubt_beside_pieces(rows: &mut [Row]) {
    let has_no_figure = |row: &Row| !(row.has_share() || row.mentions_share() || row.has_code());
    let is_piece = |row: &Row| !row.is_certain && has_no_figure(row) && row.cells.iter().any(String::is_empty);
    let doubted: Vec<usize> = (0..rows.len()).filter(|at| is_piece(&rows[*at])).collect();
    for at in doubted {
        for beside in [at.checked_sub(1), Some(at + 1)].into_iter().flatten() {
            if let Some(row) = rows.get_mut(beside).filter(|row| row.has_share()) {
                row.is_certain = false;
            }
        }
    }
}

/// Doubts rows whose roles begin or end within one, as others of their column do not, and those beside them: they were divided elsewhere
/// than they are.
fn doubt_broken_roles(table: &mut Table) {
    for column in 0..table.columns.len() {
        let is_role = |row: &Row| row.has_share() && !row.cells[column].is_empty();
        let mut roles = table.rows.iter().filter(|row| is_role(row)).map(|row| &row.cells[column]);
        let breaks = if roles.any(|cell| begins_role(cell)) { is_part_of_role } else { breaks_role };
        let is_broken = |row: &Row| is_role(row) && breaks(&row.cells[column]);
        let broken: Vec<usize> = (0..table.rows.len()).filter(|at| is_broken(&table.rows[*at])).collect();
        if broken.len() == table.rows.iter().filter(|row| is_role(row)).count() {
            continue;
        }
        for at in broken {
            let last = table.rows.len().min(at + 2);
            let beside = table.rows[at.saturating_sub(1)..last].iter_mut();
            beside.filter(|row| row.has_share()).for_each(|row| row.is_certain = false);
        }
    }
}

impl Table {
    /// Whether a line of text may be one of its cells: each piece stands within a column, and is written alike.
    fn may_hold(&self, line: &Line) -> bool {
        let is_alike = is_one_size(line.size, self.size) && !has_code(line);
        // It may go over columns in which the last row has nothing.
        let is_empty = |at: usize| self.rows.last().is_some_and(|last| last.cells[at].is_empty());
        let end = |at: usize| {
            (at + 1..self.columns.len())
                .find(|next| !is_empty(*next))
                .map_or(f64::INFINITY, |next| self.columns[next][0])
        };
        let columns: Vec<[f64; 2]> =
            self.columns.iter().enumerate().map(|(at, own)| [own[0] - self.size * EDGE, end(at)]).collect();
        let reach = self.size * EDGE;
        // What begins beyond the last column stands beside the table.
        let is_beside = |piece: &Piece| self.columns.last().is_some_and(|last| last[1] + reach < piece.x[0]);
        let is_held = |piece: &Piece| columns.iter().any(|own| own[0] <= piece.x[0] && piece.x[1] <= own[1] + reach);
        is_alike && line.pieces.iter().all(|piece| is_held(piece) && !is_beside(piece))
    }
}

#[cfg(test)]
mod tests {
    use super::super::habits::Habits;
    use super::super::leading::Leadings;
    use super::super::letter::{Rule, Rules};
    use super::super::lines::tests::page;
    use super::super::tables::found;
    use super::super::tolerance::SAME_SIZE;
    use super::super::tolerance::tests::changes_at;
    use super::*;
    use crate::vocabulary::Vocabulary;

    fn row(cells: [&str; 3], is_certain: bool) -> Row {
        Row { is_certain, ..Row::new(cells.map(str::to_owned).to_vec(), 0.0) }
    }

    fn certain(rows: &[Row]) -> Vec<bool> {
        rows.iter().map(|row| row.is_certain).collect()
    }

    #[test]
    fn rows_beside_a_piece_are_doubted() {
        let mut rows = vec![
            row(["Neri", "Dip.", "4 %"], true),
            row(["Rossi", "Dip.", "3 %"], true),
            row(["", "MARIA", ""], false),
            row(["Verdi", "Dip.", "5 %"], true),
        ];
        doubt_beside_pieces(&mut rows);
        assert_eq!(certain(&rows), [true, false, false, false]);
    }

    #[test]
    fn what_a_drawn_line_divides_from_a_row_is_none_of_it() {
        let pieces = [(0.0, 20.0, "Nome"), (100.0, 20.0, "Ruolo"), (200.0, 20.0, "Quota")];
        let row = [(0.0, 32.0, "Rossi"), (100.0, 32.0, "Dip."), (200.0, 32.0, "3 %"), (0.0, 46.0, "Ada")];
        let is_certain = |rules: &Rules| {
            let found =
                found(page(&[pieces.as_slice(), &row].concat()), rules, &Leadings::of(&[]), Vocabulary::default());
            let mut parts: Vec<Part> = found.into_iter().map(|own| own.divided(&Habits::default())).collect();
            doubt_neighbours(&mut parts);
            parts[0].table().expect("a table").rows.last().expect("a row").is_certain
        };
        let rules = Rules { rows: vec![Rule { at: 36.0, span: [0.0, 250.0] }], columns: Vec::new() };
        assert_eq!([is_certain(&Rules::default()), is_certain(&rules)], [false, true]);
    }

    #[test]
    fn roles_that_are_divided_elsewhere_than_they_are_are_doubted() {
        let table = |roles: [&str; 4]| {
            let row = |role| row(["Rossi", role, "3 %"], true);
            let mut table = Table { rows: roles.map(row).to_vec(), columns: vec![[0.0; 2]; 3], ..Table::default() };
            doubt_broken_roles(&mut table);
            certain(&table.rows)
        };
        let whole = "Dipendente a tempo indeterminato";
        assert_eq!(table([whole, "Dirigente", "Dirigente Dipendente a tempo", whole]), [true, false, false, false]);
        assert_eq!(table([whole; 4]), [true; 4]);
        let rest = "110 comma 1 del D.Lgs. 267/2000";
        assert_eq!(table([whole, "Dirigente", whole, rest]), [true, true, false, false]);
        // A column that says how long people are employed.
        assert_eq!(table(["indeterminato", "determinato", "indeterminato", "determinato"]), [true; 4]);
    }

    #[test]
    fn what_stands_near_below_a_row_may_be_of_it() {
        let table = || Table {
            rows: vec![row(["Rossi", "Dip.", "3 %"], true)],
            columns: vec![[0.0, 90.0], [100.0, 190.0], [200.0, 290.0]],
            size: 10.0,
            y: [50.0; 2],
            ..Table::default()
        };
        let line = |x: f64, y: f64| page(&[(x, y, "a")]).remove(0);
        let is_certain = |next: Part| {
            let mut parts = [Part::Table(table()), next];
            doubt_neighbours(&mut parts);
            parts[0].table().expect("a table").rows[0].is_certain
        };
        let far = USUAL_LEADING * LOOSE;
        changes_at(far, [false, true], |by| is_certain(Part::Text(line(0.0, 50.0 + 10.0 * by))));
        changes_at(far, [false, true], |by| is_certain(Part::Table(Table { y: [50.0 + 10.0 * by; 2], ..table() })));
        // It stands within a column, and is as large.
        changes_at(EDGE, [true, false], |by| table().may_hold(&line(-10.0 * by, 60.0)));
        changes_at(EDGE, [true, false], |by| table().may_hold(&line(95.0 + 10.0 * by, 60.0)));
        changes_at(SAME_SIZE, [true, false], |by| table().may_hold(&Line { size: 10.0 + by, ..line(0.0, 60.0) }));
    }
}
