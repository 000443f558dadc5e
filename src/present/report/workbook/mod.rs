//! The workbook: everything as tables that an office sorts, filters and checks, with sums that Excel makes again.
//!
//! Numbers in a workbook are binary fractions; what is exact stands in the other files. The control columns
//! add up the rows again and say whether the two agree.
#![allow(clippy::float_arithmetic, reason = "Excel knows no other numbers")]

mod sheets;

use rust_decimal::prelude::ToPrimitive;
use rust_xlsxwriter::{
    Color, ConditionalFormatCell, ConditionalFormatCellRule, Format, FormatAlign, Formula, Table, TableColumn,
    TableStyle, Workbook, Worksheet, XlsxError,
};

use super::{Report, ReportError, plain};
use crate::model::{Fte, Percent};
use crate::present::check::headline;
use crate::present::people::tolerance_words;
use crate::present::workbook::{LINE, cut, head_format, line_count, properties, set_up};

/// A cell.
enum Cell {
    Text(String),
    Count(usize),
    Percent(Percent),
    Fte(Fte),
    Unknown,
    /// A formula, and what it makes.
    Formula(String, Made),
}

/// What a formula makes.
enum Made {
    Percent(Percent),
    Text(String),
}

/// A column: its head, how wide it is, and whether it holds percentages or other figures.
struct Column {
    head: String,
    width: f64,
    form: Form,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Text,
    /// Text that is broken into lines.
    Prose,
    Count,
    Percent,
    Fte,
}

/// A table on a sheet of its own.
struct Sheet {
    name: String,
    /// The name of the table in formulas.
    table: String,
    columns: Vec<Column>,
    rows: Vec<Vec<Cell>>,
}

/// The formats of cells.
struct Formats {
    text: Format,
    prose: Format,
    count: Format,
    percent: Format,
    fte: Format,
    over: Format,
    under: Format,
    title: Format,
    head: Format,
}

impl Report<'_> {
    /// The workbook as a file.
    pub(super) fn workbook(&self) -> Result<Vec<u8>, ReportError> {
        self.build().map_err(ReportError::of)
    }

    fn build(&self) -> Result<Vec<u8>, XlsxError> {
        let mut book = Workbook::new();
        book.set_properties(&properties()?.set_title(self.title()));
        let formats = Formats::of(self.places());
        self.read_me(book.add_worksheet(), &formats)?;
        for sheet in [
            self.people_sheet(),
            self.rows_sheet(),
            self.cdr_sheet(),
            self.project_sheet(),
            self.weight_sheet(),
            self.finding_sheet(),
        ] {
            write(book.add_worksheet(), &sheet, &formats, &self.off_words())?;
        }
        book.save_to_buffer()
    }

    fn title(&self) -> String {
        plain(&self.info.label)
    }

    /// The words for those who are off, and whether they are over.
    fn off_words(&self) -> Vec<(String, bool)> {
        let at_times = self.rows.year_days().map(|_| ("status-over-at-times", true));
        let off = [("status-over", true), ("status-under", false)].into_iter().chain(at_times);
        off.map(|(id, is_over)| (self.text(id), is_over)).collect()
    }

    /// The decimals that the percentages need.
    fn places(&self) -> u32 {
        self.rows.iter().map(|row| row.percent().places()).max().unwrap_or(2)
    }

    fn column(&self, id: &str, width: f64, form: Form) -> Column {
        Column { head: self.text(id), width, form }
    }

    /// What the workbook is, and what stands on which sheet.
    fn read_me(&self, sheet: &mut Worksheet, formats: &Formats) -> Result<(), XlsxError> {
        sheet.set_name(self.text("xlsx-readme"))?;
        sheet.set_column_width(0, 28)?.set_column_width(1, 90)?;
        sheet.write_string_with_format(0, 0, self.title(), &formats.title)?;
        let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
        let mut lines: Vec<(String, String)> = vec![
            (self.text("xlsx-finding"), headline(self.view, &self.check)),
            (self.text("read-tolerance"), tolerance_words(self.view, Some(self.info.tolerance))),
            (self.text("read-sum"), self.numbers().percent(self.check.counts.commitment)),
        ];
        for id in ["people", "rows", "cdrs", "projects", "weights", "findings"] {
            let about = self.view.messages.format(&format!("xlsx-{id}-about"), &[("method", self.method().into())]);
            lines.push((self.text(&format!("xlsx-{id}")), about));
        }
        lines.push((self.text("xlsx-control"), self.text("xlsx-control-about")));
        for (input, at) in self.info.inputs.iter().zip(0..) {
            let name = if at == 0 { self.text("column-document") } else { String::new() };
            let sha = input.sha256.as_deref().unwrap_or_default();
            lines.push((name, format!("{}  SHA-256 {sha}", plain(&input.path))));
        }
        lines.extend(self.circumstances());
        lines.push(("cento".to_owned(), env!("CARGO_PKG_VERSION").to_owned()));
        for ((name, text), row) in lines.iter().zip(2..) {
            sheet.write_string_with_format(row, 0, name, &Format::new().set_bold().set_align(FormatAlign::Top))?;
            sheet.write_string_with_format(row, 1, cut(text), &wrapped)?;
            sheet.set_row_height(row, LINE * line_count(text, 90.0))?;
        }
        sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
        Ok(())
    }
}

impl Formats {
    fn of(places: u32) -> Self {
        let percent = format!("0.{}%", "0".repeat(places as usize));
        Self {
            text: Format::new().set_align(FormatAlign::Top).set_indent(1),
            prose: Format::new().set_align(FormatAlign::Top).set_text_wrap().set_indent(1),
            count: Format::new().set_num_format("#,##0").set_align(FormatAlign::Top),
            percent: Format::new().set_num_format(&percent).set_align(FormatAlign::Top),
            fte: Format::new().set_num_format("0.00####").set_align(FormatAlign::Top),
            over: Format::new().set_font_color(Color::RGB(0x00B0_1E1E)).set_bold(),
            under: Format::new().set_font_color(Color::RGB(0x008A_5A00)).set_bold(),
            title: Format::new().set_bold().set_font_size(14),
            head: head_format(),
        }
    }
}

/// Writes a table with filters, frozen heads and the set-up for A4.
fn write(
    sheet: &mut Worksheet,
    table: &Sheet,
    formats: &Formats,
    off_words: &[(String, bool)],
) -> Result<(), XlsxError> {
    sheet.set_name(&table.name)?;
    for (column, at) in table.columns.iter().zip(0u16..) {
        sheet.set_column_width(at, column.width)?;
    }
    for (row, line) in table.rows.iter().zip(1u32..) {
        for ((cell, column), at) in row.iter().zip(&table.columns).zip(0u16..) {
            write_cell(sheet, (line, at), cell, column.form, formats)?;
        }
        let prose = row.iter().zip(&table.columns).filter(|(_, column)| column.form == Form::Prose);
        let high = prose.map(|(cell, column)| match cell {
            Cell::Text(text) => line_count(text, column.width),
            _ => 1.0,
        });
        let high = high.fold(1.0, f64::max);
        if high > 1.0 {
            sheet.set_row_height(line, LINE * high)?;
        }
    }
    let last_row = u32::try_from(table.rows.len()).unwrap_or(u32::MAX).max(1);
    let last_column = u16::try_from(table.columns.len()).unwrap_or(u16::MAX).saturating_sub(1);
    let heads: Vec<TableColumn> = table
        .columns
        .iter()
        .map(|column| TableColumn::new().set_header(&column.head).set_header_format(&formats.head))
        .collect();
    let own = Table::new().set_name(&table.table).set_columns(&heads).set_style(TableStyle::Light1);
    sheet.add_table(0, 0, last_row, last_column, &own)?;
    if table.table == "Persone" {
        for (word, is_over) in off_words {
            let format = if *is_over { &formats.over } else { &formats.under };
            let word = ConditionalFormatCellRule::EqualTo(word.clone());
            let rule = ConditionalFormatCell::new().set_rule(word).set_format(format);
            sheet.add_conditional_format(1, last_column, last_row, last_column, &rule)?;
        }
    }
    set_up(sheet)
}

fn write_cell(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    cell: &Cell,
    form: Form,
    formats: &Formats,
) -> Result<(), XlsxError> {
    let format = match form {
        Form::Text => &formats.text,
        Form::Prose => &formats.prose,
        Form::Count => &formats.count,
        Form::Percent => &formats.percent,
        Form::Fte => &formats.fte,
    };
    match cell {
        // What looks like a formula stays text.
        Cell::Text(text) => sheet.write_string_with_format(row, column, cut(text), format)?,
        Cell::Count(count) => {
            sheet.write_number_with_format(row, column, count.to_f64().unwrap_or_default(), format)?
        }
        Cell::Percent(percent) => sheet.write_number_with_format(row, column, fraction(*percent), format)?,
        Cell::Fte(fte) => {
            sheet.write_number_with_format(row, column, fte.decimal().to_f64().unwrap_or_default(), format)?
        }
        Cell::Unknown => sheet.write_blank(row, column, format)?,
        Cell::Formula(formula, made) => {
            let result = match made {
                Made::Percent(percent) => fraction(*percent).to_string(),
                Made::Text(text) => text.clone(),
            };
            sheet.write_formula_with_format(row, column, Formula::new(formula).set_result(result), format)?
        }
    };
    Ok(())
}

/// A percentage as Excel holds it: a part of one.
fn fraction(percent: Percent) -> f64 {
    (percent.decimal() / rust_decimal::Decimal::ONE_HUNDRED).to_f64().unwrap_or_default()
}
