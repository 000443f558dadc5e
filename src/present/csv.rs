//! Records as CSV, for programs and for Excel.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::{Map, Value};

use super::{Record, visible};

/// The form of a CSV file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Dialect {
    /// Commas, decimal points, line feeds, as RFC 4180 has it but for the latter.
    #[default]
    Standard,
    /// What Excel opens by a double click where Italian is spoken: semicolons, decimal commas, a
    /// byte-order mark, and text that no formula can hide in.
    ExcelIt,
}

/// Records as CSV with a header: the names that they have in JSON, lists joined by `+`, unknown
/// as nothing.
///
/// # Errors
///
/// Those of the serializer.
pub fn csv<R: Record>(records: &[R], dialect: Dialect) -> io::Result<String> {
    let mut text = Vec::new();
    write_csv(&mut text, R::COLUMNS, records, dialect)?;
    String::from_utf8(text).map_err(io::Error::other)
}

/// Writes records as [`csv()`] has them, record by record.
///
/// # Errors
///
/// Those of what it is written to, and of the serializer.
pub fn write_csv(
    to: &mut dyn Write,
    columns: &[&str],
    records: impl IntoIterator<Item = impl Serialize>,
    dialect: Dialect,
) -> io::Result<()> {
    write_in(to, columns, records, Form { dialect, is_guarded: dialect == Dialect::ExcelIt })
}

/// Writes the same with text that no formula can hide in, whatever the dialect: for files that are opened by a double click.
///
/// # Errors
///
/// Those of what it is written to, and of the serializer.
pub fn write_guarded_csv(
    to: &mut dyn Write,
    columns: &[&str],
    records: impl IntoIterator<Item = impl Serialize>,
    dialect: Dialect,
) -> io::Result<()> {
    write_in(to, columns, records, Form { dialect, is_guarded: true })
}

/// How the cells are written.
#[derive(Debug, Clone, Copy)]
struct Form {
    dialect: Dialect,
    is_guarded: bool,
}

fn write_in(
    to: &mut dyn Write,
    columns: &[&str],
    records: impl IntoIterator<Item = impl Serialize>,
    form: Form,
) -> io::Result<()> {
    let mut builder = csv::WriterBuilder::new();
    if form.dialect == Dialect::ExcelIt {
        builder.delimiter(b';').terminator(csv::Terminator::CRLF);
        to.write_all("\u{feff}".as_bytes())?;
    }
    let mut writer = builder.from_writer(to);
    writer.write_record(columns).map_err(unwrapped)?;
    for record in records {
        let Value::Object(fields) = serde_json::to_value(record)? else { continue };
        writer.write_record(columns.iter().map(|&column| cell(&fields, column, form))).map_err(unwrapped)?;
    }
    writer.flush()
}

/// What went wrong with what is written to, as that says it: whether nobody reads any more, for one.
fn unwrapped(error: csv::Error) -> io::Error {
    let reason = error.to_string();
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        _ => io::Error::other(reason),
    }
}

fn cell(fields: &Map<String, Value>, column: &str, form: Form) -> String {
    let text = match fields.get(column) {
        None | Some(Value::Null) => return String::new(),
        Some(Value::String(text)) => text.clone(),
        Some(Value::Array(items)) => items.iter().map(plain).collect::<Vec<_>>().join("+"),
        Some(other) => return other.to_string(),
    };
    let is_exact = column.ends_with("exact");
    let may_be_formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    // Signs for what is not seen: a control character would not stay within its cell.
    let text = visible(&text).into_owned();
    match form.dialect {
        // A fraction would become a day of the year.
        _ if form.is_guarded && is_exact && text.contains('/') => format!("'{text}"),
        Dialect::ExcelIt if is_exact || is_decimal(column) => text.replace('.', ","),
        _ if form.is_guarded && may_be_formula && !is_exact && !is_decimal(column) => format!("'{text}"),
        Dialect::Standard | Dialect::ExcelIt => text,
    }
}

fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// Whether a column holds decimal numbers.
fn is_decimal(column: &str) -> bool {
    column.ends_with("percent") || column.starts_with("fte")
}

#[cfg(test)]
mod tests {
    use serde::Serialize;

    use super::*;

    #[derive(Serialize)]
    struct Line {
        person: &'static str,
        cdrs: [&'static str; 2],
        page: Option<u32>,
        rows: usize,
        difference_percent: &'static str,
    }

    impl Record for Line {
        const COLUMNS: &'static [&'static str] = &["person", "cdrs", "page", "rows", "difference_percent"];
        fn set_plan(&mut self, _: &str) {}
    }

    const LINE: Line = Line { person: "=1+1", cdrs: ["04", "49"], page: None, rows: 3, difference_percent: "-0.01" };

    #[test]
    fn lists_are_joined_and_unknown_is_nothing() {
        let csv = csv(&[LINE], Dialect::Standard).unwrap();
        assert_eq!(csv, "person,cdrs,page,rows,difference_percent\n=1+1,04+49,,3,-0.01\n");
    }

    #[test]
    fn no_formula_hides_in_guarded_cells_and_no_control_character_in_any() {
        let mut guarded = Vec::new();
        write_guarded_csv(&mut guarded, Line::COLUMNS, [LINE], Dialect::Standard).unwrap();
        assert_eq!(
            String::from_utf8(guarded).unwrap(),
            "person,cdrs,page,rows,difference_percent\n'=1+1,04+49,,3,-0.01\n"
        );
        let hostile = Line { person: "\u{1b}[2J\r\n\u{9b}\u{202e}x", ..LINE };
        let csv = csv(&[hostile], Dialect::Standard).unwrap();
        assert!(csv.ends_with("␛[2J␍␊��x,04+49,,3,-0.01\n"), "{csv}");
    }

    #[test]
    fn excel_gets_commas_and_no_formulas() {
        let csv = csv(&[LINE], Dialect::ExcelIt).unwrap();
        assert_eq!(csv, "\u{feff}person;cdrs;page;rows;difference_percent\r\n'=1+1;04+49;;3;-0,01\r\n");
    }
}
