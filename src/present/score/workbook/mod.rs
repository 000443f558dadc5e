//! The results to be filled in as a workbook: a sheet for each director, in which all but the answers is locked.
#![allow(clippy::float_arithmetic, reason = "Excel knows no other numbers")]

mod sheet_names;

use std::io;

use rust_xlsxwriter::{
    Color, DataValidation, Format, FormatAlign, FormatBorder, IgnoreError, ProtectionOptions, Workbook, Worksheet,
    XlsxError,
};

use self::sheet_names::SheetNames;
use super::template::{TemplateForm, TemplateLine, share_out};
use crate::model::Direction;
use crate::present::View;
use crate::present::workbook::{LINE, cut, head_format, line_count, properties, set_up};

/// The columns, by the messages that name them, and how wide they are. The results are read by these names in both languages.
const COLUMNS: [(&str, f64); 9] = [
    ("column-plan", 30.0),
    ("column-project", 16.0),
    ("column-objective", 17.0),
    ("column-code", 15.0),
    ("column-title", 56.0),
    ("column-target", 20.0),
    ("column-proposed-direction", 13.0),
    ("column-direction", 13.0),
    ("column-actual", 18.0),
];
/// Behind them, where others fill in some of the lines.
const NOTE: (&str, f64) = ("column-note", 34.0);
/// The place of the first column that is to be filled in.
const DIRECTION: u16 = 7;
/// The place of the last.
const ACTUAL: u16 = 8;

/// The workbook to be filled in: a sheet for each form that has indicators; what stands on several is to be filled in on one.
///
/// # Errors
///
/// More than a workbook can hold.
pub fn template_workbook(view: &View, forms: Vec<TemplateForm>) -> io::Result<Vec<u8>> {
    build(view, forms).map_err(io::Error::other)
}

fn build(view: &View, mut forms: Vec<TemplateForm>) -> Result<Vec<u8>, XlsxError> {
    share_out(&mut forms);
    let nobody = view.messages.text("xlsx-no-director");
    let mut writer = Writer { view, formats: Formats::new(), names: SheetNames::default() };
    let mut book = Workbook::new();
    book.set_properties(&properties()?);
    for form in forms.iter().filter(|form| !form.is_empty()) {
        writer.write(book.add_worksheet(), form.director.as_deref().unwrap_or(&nobody), &answers(form))?;
    }
    // A workbook has a sheet at least.
    if forms.iter().all(TemplateForm::is_empty) {
        writer.write(book.add_worksheet(), &nobody, &[])?;
    }
    book.save_to_buffer()
}

/// The lines of a form, each with who fills it in if that is another.
fn answers(form: &TemplateForm) -> Vec<(&TemplateLine, Option<&str>)> {
    let lines = form.projects.iter().flat_map(|own| own.lines.iter().map(move |line| (own, line)));
    lines.map(|(own, line)| (line, own.filled_in_by.as_deref())).collect()
}

/// What writes sheets.
struct Writer<'v> {
    view: &'v View,
    formats: Formats,
    names: SheetNames,
}

/// The formats of cells.
struct Formats {
    head: Format,
    given: Format,
    /// To be filled in.
    answer: Format,
    /// To be filled in by others.
    elsewhere: Format,
}

impl Formats {
    fn new() -> Self {
        let cell = || {
            let line = Color::RGB(0x00BF_C7CE);
            Format::new()
                .set_align(FormatAlign::Top)
                .set_text_wrap()
                .set_border(FormatBorder::Thin)
                .set_border_color(line)
        };
        Self {
            head: head_format().set_text_wrap().set_align(FormatAlign::Top),
            given: cell(),
            answer: cell().set_background_color(Color::RGB(0x00FF_F8DC)).set_unlocked(),
            elsewhere: cell().set_background_color(Color::RGB(0x00EE_EEEE)),
        }
    }
}

impl Writer<'_> {
    fn text(&self, id: &str) -> String {
        self.view.messages.text(id)
    }

    /// How a direction is called, which is how results are read, too.
    fn direction(&self, code: &str) -> String {
        self.text(&format!("direction-{code}"))
    }

    fn write(
        &mut self,
        sheet: &mut Worksheet,
        name: &str,
        lines: &[(&TemplateLine, Option<&str>)],
    ) -> Result<(), XlsxError> {
        sheet.set_name(self.names.give(name))?;
        let has_notes = lines.iter().any(|(_, other)| other.is_some());
        let columns = COLUMNS.iter().chain(has_notes.then_some(&NOTE));
        for (&(id, width), at) in columns.zip(0u16..) {
            sheet.set_column_width(at, width)?;
            sheet.write_string_with_format(0, at, self.text(id), &self.formats.head)?;
        }
        sheet.set_row_height(0, LINE * 2.0)?;
        for ((line, other), row) in lines.iter().zip(1u32..) {
            self.write_line(sheet, row, line, *other, has_notes)?;
        }
        if let Some(last) = u32::try_from(lines.len()).ok().filter(|&last| last > 0) {
            sheet.add_data_validation(1, DIRECTION, last, DIRECTION, &self.validation()?)?;
            // Codes and targets are texts, as the plan has them.
            sheet.ignore_error_range(1, 0, last, ACTUAL, IgnoreError::NumberStoredAsText)?;
            sheet.set_selection(1, DIRECTION, 1, DIRECTION)?;
        }
        sheet.protect_with_options(&ProtectionOptions {
            format_columns: true,
            format_rows: true,
            ..ProtectionOptions::default()
        });
        set_up(sheet)
    }

    fn write_line(
        &self,
        sheet: &mut Worksheet,
        row: u32,
        line: &TemplateLine,
        other: Option<&str>,
        has_notes: bool,
    ) -> Result<(), XlsxError> {
        let shown = |text: &Option<String>| text.as_deref().map(cut).unwrap_or_default();
        let mut cells = vec![
            cut(&line.plan),
            shown(&line.project),
            shown(&line.objective),
            cut(&line.code),
            shown(&line.title),
            shown(&line.target),
            line.proposed_direction.map(|code| self.direction(code)).unwrap_or_default(),
        ];
        let answer = if other.is_some() { &self.formats.elsewhere } else { &self.formats.answer };
        for at in DIRECTION..=ACTUAL {
            sheet.write_blank(row, at, answer)?;
            cells.push(String::new());
        }
        if has_notes {
            let said = |name: &str| self.view.messages.format("xlsx-filled-in-by", &[("name", cut(name).into())]);
            cells.push(other.map(said).unwrap_or_default());
        }
        let mut high = 1.0_f64;
        for ((text, &(_, width)), at) in cells.iter().zip(COLUMNS.iter().chain([&NOTE])).zip(0u16..) {
            if !(DIRECTION..=ACTUAL).contains(&at) {
                sheet.write_string_with_format(row, at, text, &self.formats.given)?;
                high = high.max(line_count(text, width));
            }
        }
        sheet.set_row_height(row, LINE * high)?;
        Ok(())
    }

    /// The drop-down of the directions, with what each means.
    fn validation(&self) -> Result<DataValidation, XlsxError> {
        let words: Vec<String> = Direction::ALL.iter().map(|direction| self.direction(direction.code())).collect();
        DataValidation::new()
            .allow_list_strings(&words)?
            .set_input_title(self.text("column-direction"))?
            .set_input_message(self.text("xlsx-directions"))?
            .set_error_title(self.text("column-direction"))?
            .set_error_message(self.text("xlsx-directions"))
    }
}
