//! Lines and rules of a page → texts and tables: which lines are rows of a table, and where its columns are.

use super::boxes;
use super::found::{Around, Found};
use super::leading::Leadings;
use super::letter::{Rule, Rules, distinct};
use super::lines::{Line, Piece, Told};
use super::outer;
use super::region::{Ahead, Region};
use super::rows::Band;
use super::ruled::{self, crossings};
use super::table::{Row, Table};
use super::tolerance::{DOUBLE, END};
use crate::vocabulary::Vocabulary;

/// What is found on a page; `leadings` tells how far the lines of the document's paragraphs stand apart.
pub fn found(mut lines: Vec<Line>, rules: &Rules, leadings: &Leadings, vocabulary: Vocabulary<'_>) -> Vec<Found> {
    let (in_boxes, rules) = boxes::taken(&mut lines, rules);
    let rules = rules.as_ref();
    let mut parts = Vec::new();
    let mut open: Vec<Line> = Vec::new();
    let mut bordered: Vec<Line> = Vec::new();
    let mut borders: Vec<f64> = Vec::new();
    let foot = lines.last().map_or(0.0, |line| line.y);
    let page = Around { rules, leadings, vocabulary, foot };
    let mut told: Vec<Line> = Vec::new();
    for line in lines {
        if let Some(own) = &line.told {
            if told.last().and_then(|last| last.told.as_ref()).is_some_and(|last| last.table != own.table) {
                parts.extend(told_table(std::mem::take(&mut told)));
            }
            close_ruled(&mut bordered, &borders, &page, &mut parts);
            parts.extend(open_parts(std::mem::take(&mut open), &page));
            told.push(line);
            continue;
        }
        parts.extend(told_table(std::mem::take(&mut told)));
        let own = borders_at(rules, &line);
        if own.len() < 2 {
            close_ruled(&mut bordered, &borders, &page, &mut parts);
            open.push(line);
            continue;
        }
        parts.extend(open_parts(std::mem::take(&mut open), &page));
        if !bordered.is_empty() && !is_one_table(&borders, &own) {
            close_ruled(&mut bordered, &borders, &page, &mut parts);
        }
        if bordered.is_empty() || own.len() > borders.len() {
            borders = own;
        }
        bordered.push(line);
    }
    close_ruled(&mut bordered, &borders, &page, &mut parts);
    parts.extend(open_parts(open, &page));
    parts.extend(told_table(told));
    boxes::given_back(in_boxes, &mut parts);
    parts
}

/// The table of lines whose cells are known.
fn told_table(lines: Vec<Line>) -> Option<Found> {
    let (first, last) = (lines.first()?, lines.last()?);
    let (size, y) = (last.size, [first.y, last.y]);
    let tagged = first.told.as_ref().and_then(|told| told.table);
    let row = |line: Line| {
        let Told { cells, is_certain, .. } = line.told?;
        Some(Row { is_certain, ..Row::new(cells, line.y) })
    };
    let mut rows: Vec<Row> = lines.into_iter().filter_map(row).collect();
    let count = rows.iter().map(|row| row.cells.len()).max()?;
    for row in &mut rows {
        row.cells.resize(count, String::new());
    }
    let columns = vec![[0.0, 0.0]; count];
    Some(Found::Table(vec![Band::Told(rows)], Table { columns, size, y, tagged, ..Table::default() }))
}

/// Where vertical lines pass a line of text.
pub fn borders_at(rules: &Rules, line: &Line) -> Vec<f64> {
    let middle = line.middle();
    let passes = |rule: &&Rule| rule.span[0] - END <= middle && middle <= rule.span[1] + END;
    distinct(rules.columns.iter().filter(passes).map(|rule| rule.at))
}

/// Whether the one of two sets of borders has all of the other.
fn is_one_table(a: &[f64], b: &[f64]) -> bool {
    let (few, many) = if a.len() < b.len() { (a, b) } else { (b, a) };
    few.iter().all(|border| many.iter().any(|other| (border - other).abs() <= DOUBLE))
}

/// The tables of lines between borders: what stands beside a gap is another.
fn close_ruled(lines: &mut Vec<Line>, borders: &[f64], page: &Around<'_>, parts: &mut Vec<Found>) {
    let mut lines = std::mem::take(lines);
    let (columns, beside) = outer::columns(&mut lines, borders, page.rules);
    close_columns(lines, &columns, page, parts);
    parts.extend(open_parts(beside, page));
}

/// The tables of lines in some columns.
fn close_columns(lines: Vec<Line>, columns: &[[f64; 2]], page: &Around<'_>, parts: &mut Vec<Found>) {
    let rows: Vec<Vec<f64>> = columns.iter().map(|column| crossings(*column, &lines, page.rules)).collect();
    let is_empty = |[from, to]: [f64; 2]| {
        let is_in = |piece: &Piece| from < piece.centre() && piece.centre() < to;
        !lines.iter().flat_map(|line| &line.pieces).any(is_in)
    };
    // A gap is crossed by no line, and the rows beside it are others: an empty column has the rows of its neighbours.
    let is_gap = |at: usize| match (at.checked_sub(1).map(|left| &rows[left]), rows.get(at + 1)) {
        (Some(left), Some(right)) => rows[at].is_empty() && left.len() != right.len() && is_empty(columns[at]),
        _ => false,
    };
    let gaps: Vec<usize> = (0..columns.len()).filter(|at| is_gap(*at)).collect();
    if gaps.is_empty() {
        return close_ruled_table(lines, columns, page, parts);
    }
    let mut begin = 0;
    for end in gaps.into_iter().chain([columns.len()]) {
        let own = &columns[begin..end];
        close_ruled_table(within(&lines, own), own, page, parts);
        begin = end + 1;
    }
}

/// What stands on some lines within the first and the last of some columns.
fn within(lines: &[Line], columns: &[[f64; 2]]) -> Vec<Line> {
    let (Some(first), Some(last)) = (columns.first(), columns.last()) else { return Vec::new() };
    let is_within = |piece: &&Piece| (first[0]..last[1]).contains(&piece.centre());
    let of_line =
        |line: &Line| Line { pieces: line.pieces.iter().filter(is_within).cloned().collect(), ..line.clone() };
    lines.iter().map(of_line).filter(|line| !line.pieces.is_empty()).collect()
}

/// The table of lines between borders, with these columns.
fn close_ruled_table(lines: Vec<Line>, columns: &[[f64; 2]], page: &Around<'_>, parts: &mut Vec<Found>) {
    let Some(last) = lines.last() else { return };
    let (size, y) = (last.size, [lines[0].y, last.y]);
    if columns.len() < 2 {
        // A box around text.
        parts.extend(open_parts(lines, page));
        return;
    }
    let bands = ruled::bands_between(columns, &lines, page.rules, page.leadings, page.ends_with(&lines));
    let (columns, rule_below) = (columns.to_vec(), page.rule_below(&lines));
    parts.push(Found::Table(bands, Table { columns, size, y, is_ruled: true, rule_below, ..Table::default() }));
}

/// The parts of lines without borders between them.
fn open_parts(lines: Vec<Line>, page: &Around<'_>) -> Vec<Found> {
    let mut parts = Vec::new();
    let mut region: Option<Region> = None;
    let mut lines = lines.into_iter();
    while let Some(line) = lines.next() {
        let step = page.leadings.of_size(line.size);
        let line = match &region {
            Some(own) => own.divided(line),
            None => line,
        };
        let ahead = Ahead::of(&line, lines.as_slice(), step);
        if let Some(own) = region.as_mut().filter(|own| own.takes(&line, page, ahead)) {
            own.push(line, step);
            continue;
        }
        if let Some(mut own) = region.take() {
            if let Some(mut last) = own.split_for(&line, page, ahead) {
                own.close(page, &mut parts);
                last.push(line, step);
                region = Some(last);
                continue;
            }
            own.close(page, &mut parts);
        }
        if line.pieces.len() > 1 {
            region = Some(Region::of(line, &mut parts, step));
        } else {
            parts.push(Found::Text(line));
        }
    }
    if let Some(own) = region {
        own.close(page, &mut parts);
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::super::habits::Habits;
    use super::super::lines::tests::page;
    use super::super::table::Part;
    use super::super::tolerance::tests::changes_at;
    use super::*;

    /// The parts of a page, tables as their rows with cells between bars.
    fn read(pieces: &[(f64, f64, &str)], rules: &Rules) -> Vec<String> {
        let written = |part| match part {
            Part::Text(line) => line.pieces.iter().map(Piece::plain).collect::<Vec<_>>().join(" "),
            Part::Table(table) => table.rows.iter().map(|row| row.cells.join("|")).collect::<Vec<_>>().join("\n"),
        };
        let found = found(page(pieces), rules, &Leadings::of(&[]), Vocabulary::default()).into_iter();
        found.map(|own| written(own.divided(&Habits::default()))).collect()
    }

    #[test]
    fn a_table_stands_between_paragraphs() {
        let above = [(0.0, 20.0, "Descrizione"), (0.0, 60.0, "2024_OB_1"), (80.0, 60.0, "Titolo")];
        let table = [(0.0, 90.0, "Nome"), (100.0, 90.0, "Ruolo"), (200.0, 90.0, "Quota")];
        let rows = [(0.0, 108.0, "Rossi"), (100.0, 108.0, "Dip."), (200.0, 108.0, "3 %")];
        let below = [(0.0, 140.0, "Prodotto")];
        let read = read(&[above.as_slice(), &table, &rows, &below].concat(), &Rules::default());
        assert_eq!(read, ["Descrizione", "2024_OB_1 Titolo", "Nome|Ruolo|Quota\nRossi|Dip.|3 %", "Prodotto"]);
    }

    #[test]
    fn another_table_begins_where_the_columns_are_others() {
        let first = [(0.0, 20.0, "Codice"), (60.0, 20.0, "Indicatore"), (0.0, 38.0, "M_1"), (60.0, 38.0, "Atti")];
        let second = [(0.0, 68.0, "Nome"), (130.0, 68.0, "Ruolo"), (220.0, 68.0, "Quota")];
        let rows = [(0.0, 86.0, "Rossi"), (130.0, 86.0, "Dip."), (220.0, 86.0, "3 %")];
        let read = read(&[first.as_slice(), &second, &rows].concat(), &Rules::default());
        assert_eq!(read, ["Codice|Indicatore\nM_1|Atti", "Nome|Ruolo|Quota\nRossi|Dip.|3 %"]);
    }

    #[test]
    fn cells_that_touch_are_divided_where_their_column_begins() {
        let heading = [(0.0, 20.0, "Nome"), (100.0, 20.0, "Ruolo"), (200.0, 20.0, "Quota")];
        let first = [(0.0, 33.0, "Rossi"), (100.0, 33.0, "Dip."), (200.0, 33.0, "3 %")];
        let touching = [(0.0, 46.0, "Neri"), (100.0, 46.0, "Dipendente a tempo d"), (200.0, 46.0, "14 %")];
        let texts = read(&[heading, first, touching].concat(), &Rules::default());
        assert_eq!(texts, ["Nome|Ruolo|Quota\nRossi|Dip.|3 %\nNeri|Dipendente a tempo d|14 %"]);
        // So are shares that end alike, behind a word.
        let heading = [(0.0, 20.0, "Nome"), (100.0, 20.0, "Ruolo"), (205.0, 20.0, "Peso")];
        let at_end = [(0.0, 33.0, "Rossi"), (100.0, 33.0, "Dip."), (210.0, 33.0, "3 %")];
        let touching = [(0.0, 46.0, "Neri"), (100.0, 46.0, "Dipendente a tempo de"), (205.0, 46.0, "44 %")];
        let texts = read(&[heading, at_end, touching].concat(), &Rules::default());
        assert_eq!(texts, ["Nome|Ruolo|Peso\nRossi|Dip.|3 %\nNeri|Dipendente a tempo de|44 %"]);
        // Behind a figure it is not known where they begin.
        let touching = [(0.0, 46.0, "Neri"), (100.0, 46.0, "Dipendente a comma  1"), (205.0, 46.0, "4 %")];
        let texts = read(&[heading, at_end, touching].concat(), &Rules::default());
        assert!(!texts.iter().any(|text| text.contains("|14 %") || text.contains("|4 %")), "{texts:?}");
    }

    #[test]
    fn headings_of_what_comes_next_are_none_of_a_table() {
        let table = [(0.0, 20.0, "Nome"), (100.0, 20.0, "Ruolo"), (200.0, 20.0, "Quota")];
        let row = [(0.0, 32.0, "Rossi"), (100.0, 32.0, "Dip."), (200.0, 32.0, "3 %")];
        for heading in ["49 - SERVIZIO LEGALE", "2024_PD_4901", "Prodotto"] {
            let texts = read(&[table.as_slice(), &row, &[(0.0, 44.0, heading)]].concat(), &Rules::default());
            assert_eq!(texts, ["Nome|Ruolo|Quota\nRossi|Dip.|3 %", heading]);
        }
        // Not even of one without rows.
        let texts = read(&[table.as_slice(), &[(0.0, 32.0, "49 - SERVIZIO LEGALE")]].concat(), &Rules::default());
        assert_eq!(texts, ["Nome|Ruolo|Quota", "49 - SERVIZIO LEGALE"]);
    }

    #[test]
    fn what_stands_beside_a_gap_is_another_table_and_an_empty_column_is_no_gap() {
        let rule = |at: f64, from: f64, to: f64| Rule { at, span: [from, to] };
        let pieces = [(5.0, 24.0, "Nome"), (105.0, 24.0, "Quota"), (305.0, 24.0, "Peso"), (405.0, 24.0, "Nota")];
        let rows = [(5.0, 44.0, "Rossi"), (105.0, 44.0, "3 %"), (305.0, 44.0, "35 %"), (405.0, 44.0, "x")];
        let more = [(5.0, 64.0, "Neri"), (105.0, 64.0, "4 %")];
        let columns = [0.0, 100.0, 200.0, 300.0, 400.0, 500.0].map(|at| rule(at, 10.0, 70.0)).to_vec();
        let left = [10.0, 30.0, 50.0, 70.0].map(|at| rule(at, 0.0, 200.0));
        let of = |right: &[f64]| {
            let right = right.iter().map(|at| rule(*at, 300.0, 500.0));
            let mut across: Vec<Rule> = left.into_iter().chain(right).collect();
            across.sort_by(|a, b| a.at.total_cmp(&b.at));
            read(&[pieces.as_slice(), &rows, &more].concat(), &Rules { rows: across, columns: columns.clone() })
        };
        assert_eq!(of(&[10.0, 30.0, 50.0]), ["Nome|Quota\nRossi|3 %\nNeri|4 %", "Peso|Nota\n35 %|x"]);
        let whole = "Nome|Quota||Peso|Nota\nRossi|3 %||35 %|x\nNeri|4 %|||";
        assert_eq!(of(&[10.0, 30.0, 50.0, 70.0]), [whole]);
    }

    #[test]
    fn a_cell_that_spans_rows_between_borders_is_in_each() {
        let rule = |at: f64, from: f64, to: f64| Rule { at, span: [from, to] };
        let rules = Rules {
            rows: vec![
                rule(10.0, 0.0, 300.0),
                rule(30.0, 0.0, 300.0),
                rule(50.0, 100.0, 300.0),
                rule(70.0, 0.0, 300.0),
            ],
            columns: [0.0, 100.0, 200.0, 300.0].map(|at| rule(at, 10.0, 70.0)).to_vec(),
        };
        let heading = [(5.0, 24.0, "Codice"), (105.0, 24.0, "Nome"), (205.0, 24.0, "Quota")];
        let rows = [
            (105.0, 44.0, "Rossi"),
            (205.0, 44.0, "3 %"),
            (5.0, 54.0, "P_1"),
            (105.0, 64.0, "Neri"),
            (205.0, 64.0, "4 %"),
        ];
        let read = read(&[heading.as_slice(), &rows].concat(), &rules);
        assert_eq!(read, ["Codice|Nome|Quota\nP_1|Rossi|3 %\nP_1|Neri|4 %"]);
    }

    #[test]
    fn borders_go_on_a_little_beyond_their_ends_and_those_of_one_table_stand_alike() {
        // The middle of the letters stands at 47.
        let line = &page(&[(0.0, 50.0, "a")])[0];
        let count =
            |span: [f64; 2]| borders_at(&Rules { rows: Vec::new(), columns: vec![Rule { at: 0.0, span }] }, line).len();
        changes_at(END, [1, 0], |by| count([0.0, 47.0 - by]));
        changes_at(END, [1, 0], |by| count([47.0 + by, 90.0]));
        changes_at(DOUBLE, [true, false], |by| is_one_table(&[0.0, 50.0, 90.0], &[0.0, 50.0 + by]));
    }
}
