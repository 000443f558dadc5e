//! Tables as PDFs, with lines around their cells and without.
#![allow(clippy::float_arithmetic, reason = "positions on a page are no figures of a plan")]

use std::fmt::Write as _;

use super::{Cell, Look, Table};

/// Where the first row begins, how high rows are at most, and how far the lines of a cell stand apart, in points from the foot of the page.
const TOP: f64 = 780.0;
const ROW: f64 = 24.0;
const LINE: f64 = 9.0;
/// Where the first column begins, and how wide columns are.
const LEFT: f64 = 30.0;
const COLUMN: f64 = 108.0;
/// The size of letters, and about how wide they are: Courier is 0.6 of its size.
const SIZE: f64 = 5.5;
const WIDTH: f64 = SIZE * 0.6;

pub fn bordered(table: &Table) -> Vec<u8> {
    document(&(borders(table) + &texts(table)))
}

pub fn open(table: &Table) -> Vec<u8> {
    document(&texts(table))
}

fn x(column: usize) -> f64 {
    LEFT + COLUMN * f64::from(u32::try_from(column).expect("few columns"))
}

/// How high a row of a table stands: all of them are on one page.
fn y(table: &Table, row: usize) -> f64 {
    let number = |count: usize| f64::from(u32::try_from(count).expect("few rows"));
    TOP - ROW.min((TOP - 2.0 * LINE) / number(table.rows.len())) * number(row)
}

/// Lines around all cells, but between those that are merged.
fn borders(table: &Table) -> String {
    let mut out = String::new();
    let width = table.rows[0].len();
    let mut line = |from: [f64; 2], to: [f64; 2]| {
        writeln!(out, "{} {} m {} {} l S", from[0], from[1], to[0], to[1]).expect("a text");
    };
    for column in 0..=width {
        line([x(column), y(table, 0)], [x(column), y(table, table.rows.len())]);
    }
    for row in 0..=table.rows.len() {
        for column in 0..width {
            if !table.rows.get(row).is_some_and(|row| row.get(column).is_some_and(Cell::is_covered)) {
                line([x(column), y(table, row)], [x(column + 1), y(table, row)]);
            }
        }
    }
    out
}

/// What stands in the cells, each line at the top of its cell.
fn texts(table: &Table) -> String {
    let mut out = String::new();
    for (row, cells) in table.rows.iter().enumerate() {
        for (column, cell) in cells.iter().enumerate().filter(|(_, cell)| !cell.is_covered()) {
            let (left, mut at, mut height) = (x(column) + 4.0, x(column) + 4.0, y(table, row) - LINE);
            for (text, look) in &cell.runs {
                for (number, line) in text.split('\n').enumerate() {
                    if number > 0 {
                        (at, height) = (left, height - LINE);
                    }
                    at = written(&mut out, line, *look, [at, height]);
                }
            }
        }
    }
    out
}

/// Writes a stretch of a line; where the next begins.
fn written(out: &mut String, text: &str, look: Look, [x, y]: [f64; 2]) -> f64 {
    let (size, rise) = if look == Look::Raised { (SIZE * 0.6, SIZE * 0.4) } else { (SIZE, 0.0) };
    let ink = if look == Look::Hidden { "1 g" } else { "0 g" };
    let letters = text.chars().map(|c| match c {
        '(' | ')' | '\\' => format!("\\{c}"),
        '²' => "\\262".to_owned(),
        '¹' => "\\271".to_owned(),
        c => c.to_string(),
    });
    let letters: String = letters.collect();
    writeln!(out, "BT {ink} /F1 {size} Tf {x} {} Td ({letters}) Tj ET", y + rise).expect("a text");
    let end = x + WIDTH * size / SIZE * f64::from(u32::try_from(text.chars().count()).expect("a short text"));
    if look == Look::Struck {
        writeln!(out, "0.5 w {x} {} m {end} {} l S 1 w", y + SIZE * 0.3, y + SIZE * 0.3).expect("a text");
    }
    end
}

/// A PDF of one page.
fn document(content: &str) -> Vec<u8> {
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>".to_owned(),
        format!("<< /Length {} >>\nstream\n{content}endstream", content.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>".to_owned(),
    ];
    let mut out = "%PDF-1.4\n".to_owned();
    let mut starts = Vec::new();
    for (at, object) in objects.iter().enumerate() {
        starts.push(out.len());
        write!(out, "{} 0 obj\n{object}\nendobj\n", at + 1).expect("a text");
    }
    let begin = out.len();
    write!(out, "xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).expect("a text");
    for start in starts {
        writeln!(out, "{start:010} 00000 n ").expect("a text");
    }
    write!(out, "trailer << /Size {} /Root 1 0 R >>\nstartxref\n{begin}\n%%EOF\n", objects.len() + 1).expect("a text");
    out.into_bytes()
}
