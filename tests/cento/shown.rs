//! Cells of workbooks and of word processors that hold something and show nothing.

use std::fmt::Write as _;

use crate::laws::total;
use crate::support::{Folder, findings};
use crate::workbooks::{package, workbook};

/// Fonts: black, white, the white of the theme. Fills: none, dark, white. Formats: a percentage, and one that shows nothing.
const STYLES: &str = "<numFmts><numFmt numFmtId=\"170\" formatCode=\";;;\"/></numFmts>\
    <fonts><font><color theme=\"1\"/></font><font><color rgb=\"FFFFFFFF\"/></font><font><color theme=\"0\"/></font></fonts>\
    <fills><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"solid\"><fgColor rgb=\"FF112244\"/>\
    </patternFill></fill><fill><patternFill patternType=\"solid\"><fgColor theme=\"0\"/></patternFill></fill></fills>\
    <borders><border><left><color rgb=\"FFFFFFFF\"/></left></border></borders>";

/// A workbook with a row of somebody whose cells have a style, by number format, font and fill.
fn of_style(name: [u32; 2], share: [u32; 3]) -> Folder {
    let style =
        |[format, font, fill]: [u32; 3]| format!("<xf numFmtId=\"{format}\" fontId=\"{font}\" fillId=\"{fill}\"/>");
    let others = [[0, 0, 0], [9, 0, 0], [0, name[0], name[1]], share].map(style).concat();
    let text = |style: u32, text: &str| format!("<c t=\"inlineStr\" s=\"{style}\"><is><t>{text}</t></is></c>");
    let mut data =
        format!("<row>{}</row><row>{}{}</row>", text(0, "2024_PD_0411"), text(0, "Nominativo"), text(0, "% impegno"));
    for (who, share, styles) in [("Neri Ivo", 1.0, [0, 1]), ("Rossi Anna", 0.35, [2, 3])] {
        _ = write!(data, "<row>{}<c s=\"{}\"><v>{share}</v></c></row>", text(styles[0], who), styles[1]);
    }
    let sheet = format!("<sheetData>{data}</sheetData>");
    Folder::new()
        .add("plan.xlsx", workbook(&[("Foglio1", &sheet)], &format!("{STYLES}<cellXfs>{others}</cellXfs>"), ""))
}

#[test]
fn what_a_cell_does_not_show_does_not_count_and_is_told() {
    // White on white, as it is, by the theme, and on a white fill: the whole row.
    for (name, share) in [([1, 0], [9, 1, 0]), ([2, 0], [9, 2, 0]), ([1, 2], [9, 2, 2])] {
        let check = of_style(name, share).check();
        assert_eq!((total(&check, "Rossi Anna"), total(&check, "Neri Ivo")), (None, Some("100.00")), "{name:?}");
        let told = findings(&check, "R012");
        assert_eq!((told.len(), &told[0]["percent"]), (1, &"35.00".into()), "{name:?}");
    }
    // The share alone, in white or by a format that shows nothing.
    for share in [[9, 1, 0], [9, 2, 2], [170, 0, 0]] {
        let check = of_style([0, 0], share).check();
        assert_eq!(total(&check, "Rossi Anna"), Some("0.00"), "{share:?}");
        assert_eq!((findings(&check, "R001").len(), findings(&check, "R012").len()), (1, 1), "{share:?}");
    }
    // White on dark is seen.
    let check = of_style([1, 1], [9, 2, 1]).check();
    assert_eq!((total(&check, "Rossi Anna"), findings(&check, "R012").len()), (Some("35.00"), 0));
}

/// A document with a row of somebody in white; what is told of the table, of its cells, and of the runs in them.
fn in_white(of_table: &str, of_cell: &str, of_run: &str) -> Folder {
    let cell = |of_cell: &str, of_run: &str, text: &str| {
        format!("<w:tc><w:tcPr>{of_cell}</w:tcPr><w:p><w:r><w:rPr>{of_run}</w:rPr><w:t>{text}</w:t></w:r></w:p></w:tc>")
    };
    let row = |of_cell: &str, of_run: &str, cells: [&str; 2]| {
        format!("<w:tr>{}</w:tr>", cells.map(|text| cell(of_cell, of_run, text)).concat())
    };
    let white = format!("<w:color w:val=\"FFFFFF\"/>{of_run}");
    let rows = [
        row("", "", ["Nominativo", "% impegno"]),
        row("", "<w:color w:val=\"000000\"/>", ["Neri Ivo", "100 %"]),
        row(of_cell, &white, ["Rossi Anna", "35 %"]),
    ];
    let text = "<w:p><w:r><w:t>2024_PD_0411</w:t></w:r></w:p>";
    let body = format!("{text}<w:tbl><w:tblPr>{of_table}</w:tblPr>{}</w:tbl>", rows.concat());
    let document = format!("<w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>");
    Folder::new().add("plan.docx", package(&[("word/document.xml".to_owned(), document)]))
}

#[test]
fn white_letters_count_only_upon_a_colour() {
    let dark = "<w:shd w:val=\"clear\" w:fill=\"112244\"/>";
    let white = "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"FFFFFF\"/>";
    let grid = "<w:tblStyle w:val=\"Grigliatabella\"/>";
    for (of_table, of_cell, of_run) in
        [("", "", ""), (grid, "", ""), ("", white, ""), (dark, white, ""), ("", dark, white)]
    {
        let check = in_white(of_table, of_cell, of_run).check();
        let told = findings(&check, "R012");
        assert_eq!(total(&check, "Rossi Anna"), None, "{of_table} {of_cell} {of_run}");
        assert_eq!((told.len(), &told[0]["percent"]), (1, &"35.00".into()), "{of_table} {of_cell} {of_run}");
    }
    let style = "<w:tblStyle w:val=\"Elencochiaro\"/>";
    let pattern = "<w:shd w:val=\"solid\" w:color=\"112244\" w:fill=\"FFFFFF\"/>";
    for (of_table, of_cell, of_run) in [
        ("", dark, ""),
        ("", pattern, ""),
        (dark, "", ""),
        (style, "", ""),
        ("", "", dark),
        ("", "", "<w:highlight w:val=\"black\"/>"),
        ("", "", "<w:color w:val=\"C0C0C0\"/>"),
    ] {
        let check = in_white(of_table, of_cell, of_run).check();
        assert_eq!(total(&check, "Rossi Anna"), Some("35.00"), "{of_table} {of_cell} {of_run}");
        assert_eq!(findings(&check, "R012").len(), 0, "{of_table} {of_cell} {of_run}");
    }
}
