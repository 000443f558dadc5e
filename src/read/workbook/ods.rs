//! Spreadsheets of free offices, ODS → filled cells.
//!
//! ODF 1.3 part 3, chapter 9. Rows and cells may be repeated, empty ones a million times.

use std::collections::{HashMap, HashSet};
use std::io::BufRead;

use quick_xml::events::{BytesStart, Event};

use super::cells::{Merged, Value, Workbook};
use super::format;
use super::number::Decimal;
use crate::model::signed_decimal;
use crate::read::container::opendocument::marks_of_style;
use crate::read::container::package::Package;
use crate::read::container::xml::{Xml, attribute, push_text};
use crate::read::refusal::Refusal;
use crate::read::seen::Seen;
use crate::source::{Mark, Marks, NumberFormat};

/// What stands in a spreadsheet and in none of its cells: what was changed, comments, drawings.
const BESIDE: [&str; 6] = ["tracked-changes", "annotation", "shapes", "frame", "custom-shape", "control"];

/// The filled cells of a spreadsheet.
///
/// # Errors
///
/// It is damaged, too large or empty.
pub fn read(package: &mut Package<'_>) -> Result<Workbook, Refusal> {
    let mut cells = Cells::new();
    cells.read(&mut package.xml("content.xml")?)?;
    Ok(cells.workbook)
}

struct Cells {
    workbook: Workbook,
    /// The style that is being told of, and those of hidden worksheets.
    style: String,
    hidden_styles: HashSet<String>,
    /// How those look that matter.
    looks: HashMap<String, Marks>,
    row: u32,
    column: u32,
    rows_repeated: u32,
    /// The filled cells of the row that is being read.
    of_row: Vec<Filled>,
    open: Option<Open>,
}

/// A filled cell, and the others beside it that are the same.
struct Filled {
    column: u32,
    repeated: u32,
    value: Value,
}

/// A cell that is being read.
struct Open {
    repeated: u32,
    /// How many rows and columns it takes.
    span: (u32, u32),
    value_type: String,
    value: Option<String>,
    /// What is seen in it, and what is written besides.
    seen: Seen,
    /// How the cell itself, and each stretch of text that is open in it, looks.
    looks: Vec<Marks>,
    has_formula: bool,
    paragraphs: usize,
    in_paragraph: bool,
}

impl Cells {
    fn new() -> Self {
        Self {
            workbook: Workbook::new(),
            style: String::new(),
            hidden_styles: HashSet::new(),
            looks: HashMap::new(),
            row: 0,
            column: 0,
            rows_repeated: 1,
            of_row: Vec::new(),
            open: None,
        }
    }

    fn read(&mut self, xml: &mut Xml<impl BufRead>) -> Result<(), Refusal> {
        let mut beside = 0_usize;
        while let Some(event) = xml.next()? {
            match &event {
                Event::Start(tag) if BESIDE.contains(&tag.local_name().as_ref()) => beside += 1,
                Event::End(tag) if BESIDE.contains(&tag.local_name().as_ref()) => beside = beside.saturating_sub(1),
                _ if beside > 0 => {}
                Event::Start(tag) => self.begin(tag)?,
                Event::Empty(tag) => {
                    self.begin(tag)?;
                    self.end(tag.local_name().as_ref())?;
                }
                Event::End(tag) => self.end(tag.local_name().as_ref())?,
                event => {
                    if let Some(cell) = self.open.as_mut().filter(|cell| cell.in_paragraph) {
                        cell.write(event);
                    }
                }
            }
        }
        Ok(())
    }

    fn begin(&mut self, tag: &BytesStart<'_>) -> Result<(), Refusal> {
        match tag.local_name().as_ref() {
            "style" => self.style = attribute(tag, "name").unwrap_or_default(),
            "table-properties" if attribute(tag, "display").is_some_and(|display| display == "false") => {
                self.hidden_styles.insert(self.style.clone());
            }
            "text-properties" => self.keep_looks(tag),
            "table" if self.open.is_none() => {
                let style = attribute(tag, "style-name").unwrap_or_default();
                let is_hidden = self.hidden_styles.contains(&style);
                self.workbook.begin_worksheet(attribute(tag, "name").unwrap_or_default(), is_hidden)?;
                self.row = 0;
                self.column = 0;
            }
            "table-column" => {
                let columns = self.column..self.column.saturating_add(repeated(tag, "number-columns-repeated"));
                self.column = columns.end;
                if is_hidden(tag) {
                    self.workbook.hide_columns(columns);
                }
            }
            // The worksheet is the copy of one of another file, to which a formula refers.
            "table-source" => self.workbook.drop_worksheet(),
            "table-row" => {
                self.rows_repeated = repeated(tag, "number-rows-repeated");
                self.column = 0;
                if is_hidden(tag) {
                    self.workbook.hide_rows(self.row..self.row.saturating_add(self.rows_repeated));
                }
            }
            "table-cell" | "covered-table-cell" => {
                let look = self.looks_of(tag);
                self.open = Some(Open::of(tag, look));
            }
            "span" => {
                let look = self.looks_of(tag);
                if let Some(cell) = &mut self.open {
                    let around = cell.looks.last().copied().unwrap_or_default();
                    cell.looks.push(around.and(look));
                }
            }
            "p" => {
                if let Some(cell) = &mut self.open {
                    cell.begin_paragraph();
                }
            }
            "s" | "tab" | "line-break" => {
                if let Some(cell) = &mut self.open {
                    let is_break = tag.local_name().as_ref() == "line-break";
                    cell.seen.text.push(if is_break { '\n' } else { ' ' });
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, name: &str) -> Result<(), Refusal> {
        match name {
            "p" => {
                if let Some(cell) = &mut self.open {
                    cell.in_paragraph = false;
                }
            }
            "table-cell" | "covered-table-cell" => {
                if let Some(cell) = self.open.take() {
                    self.end_cell(cell, name == "covered-table-cell")?;
                }
            }
            "span" => {
                if let Some(cell) = &mut self.open {
                    cell.looks.pop();
                }
            }
            "table-row" => self.end_row()?,
            _ => {}
        }
        Ok(())
    }

    fn end_cell(&mut self, cell: Open, is_covered: bool) -> Result<(), Refusal> {
        let (repeated, span, column) = (cell.repeated, cell.span, self.column);
        let last = (self.row.saturating_add(span.0 - 1), column.saturating_add(span.1 - 1));
        self.workbook.merge(Merged::new((self.row, column), last))?;
        let value = cell.shown();
        let is_empty = value.seen.text.trim().is_empty() && value.seen.left_out.is_empty();
        if !(is_covered || is_empty) {
            self.of_row.push(Filled { column, repeated, value });
        }
        self.column = column.saturating_add(repeated);
        Ok(())
    }

    fn end_row(&mut self) -> Result<(), Refusal> {
        let filled = std::mem::take(&mut self.of_row);
        if !filled.is_empty() {
            for row in self.row..self.row.saturating_add(self.rows_repeated) {
                for cell in &filled {
                    for column in cell.column..cell.column.saturating_add(cell.repeated) {
                        self.workbook.push((row, column), cell.value.clone())?;
                    }
                }
            }
        }
        self.row = self.row.saturating_add(self.rows_repeated);
        Ok(())
    }

    /// Keeps how the style that is being told of looks.
    fn keep_looks(&mut self, tag: &BytesStart<'_>) {
        let looks = marks_of_style(tag).without(Mark::Bold);
        if looks != Marks::default() {
            self.looks.insert(self.style.clone(), looks);
        }
    }

    fn looks_of(&self, tag: &BytesStart<'_>) -> Marks {
        let style = attribute(tag, "style-name").unwrap_or_default();
        self.looks.get(&style).copied().unwrap_or_default()
    }
}

/// Whether a row or a column is hidden, or left out by a filter.
fn is_hidden(tag: &BytesStart<'_>) -> bool {
    attribute(tag, "visibility").is_some_and(|value| value == "collapse" || value == "filter")
}

/// How often something stands, at least once.
fn repeated(tag: &BytesStart<'_>, name: &str) -> u32 {
    attribute(tag, name).and_then(|number| number.parse().ok()).unwrap_or(1).max(1)
}

impl Open {
    fn of(tag: &BytesStart<'_>, look: Marks) -> Self {
        let value = ["value", "date-value", "string-value"].iter().find_map(|name| attribute(tag, name));
        Self {
            repeated: repeated(tag, "number-columns-repeated"),
            span: (repeated(tag, "number-rows-spanned"), repeated(tag, "number-columns-spanned")),
            // Beside this type, an attribute of the same name and another prefix says that a text is an error.
            value_type: tag
                .attributes()
                .flatten()
                .find(|attribute| attribute.key.as_ref() == "office:value-type")
                .map(|attribute| attribute.value.clone().into_owned())
                .unwrap_or_default(),
            value,
            seen: Seen::default(),
            looks: vec![look],
            has_formula: attribute(tag, "formula").is_some(),
            paragraphs: 0,
            in_paragraph: false,
        }
    }

    fn begin_paragraph(&mut self) {
        if self.paragraphs > 0 {
            self.seen.text.push('\n');
        }
        self.paragraphs += 1;
        self.in_paragraph = true;
    }

    fn write(&mut self, event: &Event<'_>) {
        let mut text = String::new();
        push_text(event, &mut text);
        self.seen.push(&text, self.looks.last().copied().unwrap_or_default());
    }

    /// What the cell holds. What is seen may be rounded; its value is not, if it is what is seen.
    fn shown(self) -> Value {
        let number = || self.value.as_deref().and_then(|value| value.parse().ok()).and_then(Decimal::of);
        let seen = self.seen.finished();
        let is_uncalculated = self.has_formula && self.value.is_none() && seen.text.trim().is_empty();
        if is_uncalculated {
            return Value::text("=").marked(Mark::Uncalculated, true);
        }
        let marks = seen.marks;
        let as_number = |text: String, format| Value { seen: Seen { text, ..seen.clone() }, number: Some(format) };
        let format = match &*self.value_type {
            "percentage" => NumberFormat::Percent,
            "float" if seen.text.trim_end().ends_with('%') => match number() {
                Some(number) if is_hundredfold(&number, &seen.text) => NumberFormat::Percent,
                _ => NumberFormat::Signed,
            },
            "float" | "currency" => NumberFormat::Plain,
            "date" => {
                let text = self.value.as_deref().and_then(date).unwrap_or(seen.text);
                return Value { seen: Seen { text, marks, ..Seen::default() }, number: Some(NumberFormat::Date) };
            }
            _ if seen.text.is_empty() && seen.left_out.is_empty() => {
                return Value::text(self.value.unwrap_or_default());
            }
            _ => return Value { seen, number: None },
        };
        match number() {
            Some(number) if seen.left_out.is_empty() => as_number(format::show(format, number, false), format),
            _ => Value { seen, number: None },
        }
    }
}

/// Whether what is shown with a percent sign is the hundredfold of a value, as far as it is shown.
fn is_hundredfold(value: &Decimal, shown: &str) -> bool {
    let figure = shown.trim_end_matches(['%', ' ', '\u{a0}']);
    let places = figure.split_once([',', '.']).map_or(0, |(_, fraction)| fraction.len());
    let exact = value.clone().hundredfold().to_string();
    let half = format!("0,{}5", "0".repeat(places));
    match [exact.as_str(), figure, half.as_str()].map(signed_decimal) {
        [Some(exact), Some(figure), Some(half)] => (exact - figure).abs() <= half,
        _ => false,
    }
}

/// A day, `2024-12-31`, as Italian documents write it; with a time it stays what is seen.
fn date(value: &str) -> Option<String> {
    let [year, month, day] = value.split('-').collect::<Vec<_>>()[..] else { return None };
    let is_number = |word: &str, digits| word.len() == digits && word.bytes().all(|byte| byte.is_ascii_digit());
    (is_number(year, 4) && is_number(month, 2) && is_number(day, 2)).then(|| format!("{day}/{month}/{year}"))
}

#[cfg(test)]
mod tests {
    use super::super::layout::content;
    use super::*;

    fn text(tables: &str) -> Result<String, Refusal> {
        let xml = format!(
            "<office:document-content><office:automatic-styles><style:style style:name=\"off\">\
             <style:table-properties table:display=\"false\"/></style:style></office:automatic-styles>\
             <office:body>{tables}</office:body></office:document-content>"
        );
        let mut cells = Cells::new();
        cells.read(&mut Xml::new(xml.as_bytes()))?;
        content(cells.workbook).map(|content| content.text)
    }

    #[test]
    fn shares_are_read_exactly_and_not_as_they_are_rounded() {
        let row = r#"<table:table table:name="A"><table:table-row>
            <table:table-cell office:value-type="string"><text:p>Rossi<text:s text:c="2"/>Ada</text:p><text:p>x</text:p></table:table-cell>
            <table:table-cell office:value-type="percentage" office:value="0.033333"><text:p>3,33 %</text:p></table:table-cell>
            <table:table-cell office:value-type="float" office:value="3"><text:p>3,00 %</text:p></table:table-cell>
            <table:table-cell office:value-type="float" office:value="0.28999999999999998"><text:p>0,29</text:p></table:table-cell>
            <table:table-cell office:value-type="date" office:date-value="2024-12-31"><text:p>31/12/24</text:p></table:table-cell>
            <table:table-cell office:value-type="string" office:string-value="" calcext:value-type="error"><text:p>#N/D</text:p>
            </table:table-cell></table:table-row></table:table>"#;
        assert_eq!(text(row).unwrap(), "Rossi Ada x\t3,3333 %\t3 %\t0,29\t31/12/2024\t#N/D\n");
    }

    #[test]
    fn rows_and_cells_that_are_repeated_are_where_they_stand() {
        let cell = |text: &str| format!("<table:table-cell><text:p>{text}</text:p></table:table-cell>");
        let table = format!(
            "<table:table table:name=\"A\"><table:table-row table:number-rows-repeated=\"3\">\
             <table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>\
             <table:table-row table:number-rows-repeated=\"2\">{}{}</table:table-row>\
             <table:table-row table:number-rows-repeated=\"1048570\"><table:table-cell/></table:table-row></table:table>",
            cell("a"),
            cell("b").replace("cell>", "cell table:number-columns-repeated=\"2\">").replacen(
                "/table:table-cell table:number-columns-repeated=\"2\"",
                "/table:table-cell",
                1
            ),
        );
        assert_eq!(text(&table).unwrap(), "a\tb\tb\na\tb\tb\n");
    }

    #[test]
    fn more_cells_than_a_workbook_has_are_refused() {
        let table = r#"<table:table table:name="A"><table:table-row table:number-rows-repeated="4294967295">
            <table:table-cell table:number-columns-repeated="4294967295"><text:p>x</text:p></table:table-cell>
            </table:table-row></table:table>"#;
        assert_eq!(text(table), Err(Refusal::TooLarge));
        assert_eq!(text("<table:table table:name=\"A\"/>"), Err(Refusal::NoCells));
    }

    #[test]
    fn hidden_sheets_come_last_and_copies_of_other_files_not_at_all() {
        let sheet = |name: &str, style: &str, source: &str| {
            format!(
                "<table:table table:name=\"{name}\" table:style-name=\"{style}\">{source}<table:table-row><table:table-cell>\
                 <text:p>{name} x</text:p></table:table-cell></table:table-row></table:table>"
            )
        };
        let tables = sheet("A", "off", "") + &sheet("B", "", "") + &sheet("C", "", "<table:table-source/>");
        assert_eq!(text(&tables).unwrap(), "B x\n\n", "a line of a hidden sheet is none");
    }
}
