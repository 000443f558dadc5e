//! Tables in workbooks: XLSX, ODS.

use std::fmt::Write as _;

use super::word::{STYLES, odf_cells};
use super::{Cell, Look, Table};
use crate::workbooks::{package, workbook};

pub(super) fn xlsx(table: &Table) -> Vec<u8> {
    let run = |(text, look): &(&str, Look)| {
        let look = match look {
            Look::Plain => "",
            // In a workbook, what is hidden in a cell is what is struck: there is no other way.
            Look::Struck | Look::Hidden => "<strike/>",
            Look::Raised => "<vertAlign val=\"superscript\"/>",
        };
        format!("<r><rPr>{look}</rPr><t xml:space=\"preserve\">{text}</t></r>")
    };
    let mut data = String::new();
    let mut merged = String::new();
    for (at, cells) in table.rows.iter().enumerate() {
        let hidden = if table.hidden_row == Some(at) { " hidden=\"1\"" } else { "" };
        _ = write!(data, "<row r=\"{}\"{hidden}>", at + 1);
        for (cell, column) in cells.iter().zip('A'..) {
            let place = format!("{column}{}", at + 1);
            // What is stored below a merged cell is not seen.
            let text: String =
                if cell.is_covered() { "<t>77 %</t>".to_owned() } else { cell.runs.iter().map(run).collect() };
            _ = write!(data, "<c r=\"{place}\" t=\"inlineStr\"><is>{text}</is></c>");
            if cell.rows > 1 {
                _ = write!(merged, "<mergeCell ref=\"{place}:{column}{}\"/>", at + cell.rows);
            }
        }
        data += "</row>";
    }
    let column = table.hidden_column.map(|column| column + 1);
    let columns = column.map(|at| format!("<cols><col min=\"{at}\" max=\"{at}\" hidden=\"1\"/></cols>"));
    let sheet =
        format!("{}<sheetData>{data}</sheetData><mergeCells>{merged}</mergeCells>", columns.unwrap_or_default());
    workbook(&[("Foglio1", &sheet)], "", "")
}

pub(super) fn ods(table: &Table) -> Vec<u8> {
    let mut columns = String::new();
    for column in 0..table.rows[0].len() {
        let hidden = if table.hidden_column == Some(column) { " table:visibility=\"collapse\"" } else { "" };
        _ = write!(columns, "<table:table-column{hidden}/>");
    }
    let row = |(at, cells): (usize, &Vec<Cell>)| {
        let hidden = if table.hidden_row == Some(at) { " table:visibility=\"collapse\"" } else { "" };
        format!("<table:table-row{hidden}>{}</table:table-row>", odf_cells(cells))
    };
    let rows: String = table.rows.iter().enumerate().map(row).collect();
    let content = format!(
        "<office:document-content>{STYLES}<office:body><office:spreadsheet><table:table table:name=\"Foglio1\">{columns}{rows}\
         </table:table></office:spreadsheet></office:body></office:document-content>"
    );
    let kind = ("mimetype".to_owned(), "application/vnd.oasis.opendocument.spreadsheet".to_owned());
    package(&[kind, ("content.xml".to_owned(), content)])
}
