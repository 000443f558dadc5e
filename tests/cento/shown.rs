//! Cells of workbooks that hold something and show nothing.

use std::fmt::Write as _;

use crate::laws::total;
use crate::support::{Folder, findings};
use crate::workbooks::workbook;

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
        assert_eq!(total(&check, "Rossi Anna"), None, "{share:?}");
        assert_eq!((findings(&check, "R001").len(), findings(&check, "R012").len()), (1, 1), "{share:?}");
    }
    // White on dark is seen.
    let check = of_style([1, 1], [9, 2, 1]).check();
    assert_eq!((total(&check, "Rossi Anna"), findings(&check, "R012").len()), (Some("35.00"), 0));
}
