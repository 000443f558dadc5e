//! Columns of ruled tables that stand beyond their borders: many tables have lines between their columns, and none around.

use super::letter::Rules;
use super::lines::{Line, Piece};
use super::ruled::crossings;
use super::tolerance::DOUBLE;

/// A side of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Left,
    Right,
}

/// The columns that some borders make of lines: those between them, and at either side what stands beyond, if it is a column.
/// Takes out of the lines what stands beside them and is none.
pub fn columns(lines: &mut Vec<Line>, borders: &[f64], rules: &Rules) -> (Vec<[f64; 2]>, Vec<Line>) {
    let mut columns: Vec<[f64; 2]> = borders.windows(2).map(|pair| [pair[0], pair[1]]).collect();
    let (Some(&first), Some(&last)) = (borders.first(), borders.last()) else { return (columns, Vec::new()) };
    let mut beside = Vec::new();
    for (side, border) in [(Side::Left, first), (Side::Right, last)] {
        let Some([from, to]) = side.reach(lines, border) else { continue };
        if !side.is_column(lines, border, &columns, rules) {
            beside.extend(side.take(lines, border));
        } else if side == Side::Left {
            columns.insert(0, [from - DOUBLE, border]);
        } else {
            columns.push([border, to + DOUBLE]);
        }
    }
    lines.retain(|line| !line.pieces.is_empty());
    beside.sort_by(|a, b| a.y.total_cmp(&b.y));
    (columns, beside)
}

impl Side {
    /// Whether a piece stands beyond a border.
    fn is_beyond(self, piece: &Piece, border: f64) -> bool {
        if self == Self::Left { piece.centre() < border } else { piece.centre() > border }
    }

    /// From where to where what stands beyond a border goes.
    fn reach(self, lines: &[Line], border: f64) -> Option<[f64; 2]> {
        let beyond = lines.iter().flat_map(|line| &line.pieces).filter(|piece| self.is_beyond(piece, border));
        beyond.map(|piece| piece.x).reduce(|a, b| [a[0].min(b[0]), a[1].max(b[1])])
    }

    /// Whether what stands beyond a border is a column: of one piece on each line, and in the rows of the others.
    fn is_column(self, lines: &[Line], border: f64, columns: &[[f64; 2]], rules: &Rules) -> bool {
        let count = |line: &Line| line.pieces.iter().filter(|piece| self.is_beyond(piece, border)).count();
        let Some(column) = self.reach(lines, border) else { return false };
        let is_ruled = |column: [f64; 2]| !crossings(column, lines, rules).is_empty();
        let is_in_rows = || lines.iter().all(|line| count(line) < line.pieces.len().max(1));
        lines.iter().all(|line| count(line) < 2)
            && (is_ruled(column) || is_in_rows() || !columns.iter().any(|column| is_ruled(*column)))
    }

    /// Takes what stands beyond a border out of some lines.
    fn take(self, lines: &mut [Line], border: f64) -> Vec<Line> {
        let take = |line: &mut Line| {
            let (beyond, own) = line.pieces.drain(..).partition(|piece| self.is_beyond(piece, border));
            line.pieces = own;
            Line { pieces: beyond, ..line.clone() }
        };
        lines.iter_mut().map(take).filter(|line| !line.pieces.is_empty()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::letter::Rule;
    use super::super::lines::tests::page;
    use super::*;

    const BORDERS: [f64; 2] = [100.0, 200.0];

    /// The columns, and what stands beside, of pieces and horizontal lines.
    fn read(pieces: &[(f64, f64, &str)], rows: &[[f64; 2]]) -> (Vec<[f64; 2]>, Vec<String>) {
        let rows = rows.iter().zip(1..).map(|(span, row)| Rule { at: f64::from(row) * 10.0, span: *span }).collect();
        let rules = Rules { rows, columns: Vec::new() };
        let (columns, beside) = columns(&mut page(pieces), &BORDERS, &rules);
        (columns, beside.iter().flat_map(|line| &line.pieces).map(|piece| piece.plain().into_owned()).collect())
    }

    #[test]
    fn what_stands_beyond_the_borders_in_rows_is_a_column() {
        let rows = [(10.0, 15.0, "Rossi"), (110.0, 15.0, "Dip."), (210.0, 15.0, "3 %"), (110.0, 25.0, "Art. 90")];
        let (columns, beside) = read(&rows, &[[100.0, 200.0]; 3]);
        assert_eq!((columns.len(), columns[1], beside.len()), (3, BORDERS, 0));
        // In lines of its own it is one where the drawn lines cross it, or none are drawn.
        let apart = [rows.as_slice(), &[(10.0, 35.0, "Ada")]].concat();
        assert_eq!(read(&apart, &[[0.0, 300.0]; 4]).0.len(), 3);
        assert_eq!(read(&apart, &[]).0.len(), 3);
        let (columns, beside) = read(&apart, &[[100.0, 200.0]; 4]);
        assert_eq!((columns.len(), beside), (2, vec!["Rossi".to_owned(), "Ada".to_owned()]));
    }

    #[test]
    fn several_cells_beyond_a_border_are_of_another_table() {
        let rows = [(10.0, 15.0, "Rossi"), (60.0, 15.0, "3 %"), (110.0, 15.0, "Nota")];
        let (columns, beside) = read(&rows, &[]);
        assert_eq!((columns, beside.len()), (vec![BORDERS], 2));
    }

    #[test]
    fn a_column_beyond_a_border_is_a_little_wider_than_what_stands_in_it() {
        // Letters are five points wide.
        let (columns, _) = read(&[(10.0, 15.0, "Rossi"), (110.0, 15.0, "Dip."), (210.0, 15.0, "3 %")], &[]);
        assert_eq!(columns, [[10.0 - DOUBLE, 100.0], BORDERS, [200.0, 225.0 + DOUBLE]]);
    }
}
