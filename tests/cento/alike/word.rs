//! Tables in documents of word processors: DOCX, ODT.

use super::{Cell, Look, Table};
use crate::workbooks::package;

pub(super) fn docx(table: &Table) -> Vec<u8> {
    let run = |(text, look): &(&str, Look)| {
        let look = match look {
            Look::Plain => "",
            Look::Struck => "<w:strike/>",
            Look::Raised => "<w:vertAlign w:val=\"superscript\"/>",
            Look::Hidden => "<w:vanish/>",
        };
        let text = text.replace('\n', "</w:t><w:br/><w:t>");
        format!("<w:r><w:rPr>{look}</w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r>")
    };
    let cell = |cell: &Cell| {
        let (merge, text) = match (cell.is_covered(), cell.rows > 1) {
            (true, _) => ("<w:vMerge/>", String::new()),
            (false, true) => ("<w:vMerge w:val=\"restart\"/>", cell.runs.iter().map(run).collect()),
            (false, false) => ("", cell.runs.iter().map(run).collect()),
        };
        format!("<w:tc><w:tcPr>{merge}</w:tcPr><w:p>{text}</w:p></w:tc>")
    };
    let row = |(at, cells): (usize, &Vec<Cell>)| {
        let hidden = if table.hidden_row == Some(at) { "<w:trPr><w:hidden/></w:trPr>" } else { "" };
        format!("<w:tr>{hidden}{}</w:tr>", cells.iter().map(cell).collect::<String>())
    };
    let rows: String = table.rows.iter().enumerate().map(row).collect();
    let document = format!("<w:document xmlns:w=\"w\"><w:body><w:tbl>{rows}</w:tbl></w:body></w:document>");
    package(&[("word/document.xml".to_owned(), document)])
}

/// The styles by which ODT and ODS say how a stretch looks.
pub(super) const STYLES: &str = "<office:automatic-styles>\
    <style:style style:name=\"struck\"><style:text-properties style:text-line-through-style=\"solid\"/></style:style>\
    <style:style style:name=\"raised\"><style:text-properties style:text-position=\"super 58%\"/></style:style>\
    <style:style style:name=\"hidden\"><style:text-properties text:display=\"none\"/></style:style></office:automatic-styles>";

/// What stands in a cell of ODT or ODS.
pub(super) fn paragraphs(cell: &Cell) -> String {
    let run = |(text, look): &(&str, Look)| {
        let text = text.replace('\n', "<text:line-break/>");
        match look {
            Look::Plain => text,
            Look::Struck => format!("<text:span text:style-name=\"struck\">{text}</text:span>"),
            Look::Raised => format!("<text:span text:style-name=\"raised\">{text}</text:span>"),
            Look::Hidden => format!("<text:span text:style-name=\"hidden\">{text}</text:span>"),
        }
    };
    format!("<text:p>{}</text:p>", cell.runs.iter().map(run).collect::<String>())
}

/// The cells of a row of ODT or ODS.
pub(super) fn odf_cells(cells: &[Cell]) -> String {
    let cell = |cell: &Cell| {
        if cell.is_covered() {
            return "<table:covered-table-cell/>".to_owned();
        }
        let rows = cell.rows;
        format!(
            "<table:table-cell office:value-type=\"string\" table:number-rows-spanned=\"{rows}\">{}</table:table-cell>",
            paragraphs(cell)
        )
    };
    cells.iter().map(cell).collect()
}

pub(super) fn odt(table: &Table) -> Vec<u8> {
    let row = |cells: &Vec<Cell>| format!("<table:table-row>{}</table:table-row>", odf_cells(cells));
    let rows: String = table.rows.iter().map(row).collect();
    let content = format!(
        "<office:document-content>{STYLES}<office:body><office:text><table:table table:name=\"T\">{rows}</table:table>\
         </office:text></office:body></office:document-content>"
    );
    let kind = ("mimetype".to_owned(), "application/vnd.oasis.opendocument.text".to_owned());
    package(&[kind, ("content.xml".to_owned(), content)])
}
