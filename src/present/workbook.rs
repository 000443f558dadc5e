//! What the workbooks that the program writes have in common: the mark by which they are known, how long texts are set, the paper.
#![allow(clippy::float_arithmetic, reason = "Excel knows no other numbers")]

use rust_decimal::prelude::ToPrimitive;
use rust_xlsxwriter::{Color, DocProperties, ExcelDateTime, Format, FormatBorder, Worksheet, XlsxError};

use super::visible_lines;

/// How high a line of text is, in points.
pub(super) const LINE: f64 = 15.0;
/// The longest text that a cell may have.
const LONGEST: usize = 32_767;

/// The properties of a workbook: the mark by which nobody takes it for a plan, and no time, since the clock is no part of it.
pub(super) fn properties() -> Result<DocProperties, XlsxError> {
    let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
    Ok(DocProperties::new().set_comment("cento").set_creation_datetime(&made))
}

/// The format of the heads of columns.
pub(super) fn head_format() -> Format {
    Format::new().set_bold().set_background_color(Color::RGB(0x00E5_EFF7)).set_border_bottom(FormatBorder::Thin)
}

/// Keeps the head of a table in view, and sets the sheet up for A4.
pub(super) fn set_up(sheet: &mut Worksheet) -> Result<(), XlsxError> {
    sheet.set_freeze_panes(1, 0)?;
    sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0).set_repeat_rows(0, 0)?;
    sheet.set_footer("&L&A&R&P / &N");
    Ok(())
}

/// How many lines a text has about in a column.
pub(super) fn line_count(text: &str, width: f64) -> f64 {
    let letters = text.chars().count().to_f64().unwrap_or_default();
    (letters * 1.05 / width).ceil().clamp(1.0, 20.0)
}

/// As much of a text as a cell may have.
pub(super) fn cut(text: &str) -> String {
    visible_lines(text).chars().take(LONGEST).collect()
}
