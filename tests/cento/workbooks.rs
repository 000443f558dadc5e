//! Workbooks give the same plan as its text, say in which cell each row stands, and cannot do harm.

use std::io::{Cursor, Write};

use serde_json::Value;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::forms::{assert_same, form};
use crate::support::{Folder, Run, findings};

#[test]
fn a_sheet_for_each_project() {
    let folder = Folder::new().add("piano.xlsx", form("sheets.xlsx"));
    assert_same(&folder);
    let rows = folder.cento(&["rows", ".", "--format", "json"]).json();
    let of = |project: &str, person: &str| {
        let rows = rows["rows"].as_array().expect("rows");
        let row = rows.iter().find(|row| row["project"] == project && row["person"] == person).expect(person);
        ["path", "sheet", "cell"].map(|column| row[column].as_str().unwrap_or("-").to_owned())
    };
    assert_eq!(of("2024_PD_0411", "Ugoletti Monica"), ["piano.xlsx", "2024_PD_0411", "C23"]);
    assert_eq!(of("2024_PD_0413", "Poma Stefano")[1], "2024_PD_0413");
    let person = folder.cento(&["person", "Ugoletti", ".", "--format", "json"]).json();
    let text = person.to_string();
    assert!(text.contains(r#""sheet":"2024_PD_0411""#) && text.contains(r#""cell":"#), "{text}");
}

/// Every row of a plan but its place, with what a flat table says of it.
fn essence(folder: &Folder) -> Vec<String> {
    let rows = folder.cento(&["rows", ".", "--format", "json"]).json();
    let columns = ["cdr", "cdr_name", "director", "project", "project_title", "person_as_written", "role", "percent"];
    let show = |row: &Value| columns.map(|column| row[column].as_str().unwrap_or("-").to_owned()).join("|");
    let mut rows: Vec<String> = rows["rows"].as_array().expect("rows").iter().map(show).collect();
    rows.sort();
    rows
}

#[test]
fn a_flat_table_has_the_rows_of_the_plan() {
    let of_text = essence(&Folder::with(crate::support::document()));
    assert_eq!(of_text.len(), 162);
    for name in ["flat.xlsx", "flat.ods", "flat.xls", "flat-of-numbers.xls"] {
        let folder = Folder::new().add(name, form(name));
        assert_eq!(essence(&folder), of_text, "{name}");
        let check = folder.check();
        assert_eq!(check["coverage"]["rows_seen"], 162, "{name}");
        assert_eq!(check["coverage"]["rows_rejected"], 0, "{name}");
        assert_eq!(check["totals"]["commitment_percent"], "5162.00", "{name}");
        assert_eq!(check["people"].as_array().expect("people").len(), 59, "{name}");
        let rows = folder.cento(&["rows", ".", "--format", "json"]).json();
        assert_eq!((&rows["rows"][1]["sheet"], &rows["rows"][1]["cell"]), (&"Impegni".into(), &"H3".into()), "{name}");
    }
}

/// A workbook of sheets, each a name, `hidden` behind it if it is, and what stands in its part; the formats of cells;
/// and the texts that cells share.
pub(crate) fn workbook(sheets: &[(&str, &str)], styles: &str, shared: &str) -> Vec<u8> {
    let of_all = |of_one: fn(usize, &str) -> String| -> String {
        sheets.iter().enumerate().map(|(at, (name, _))| of_one(at, name)).collect()
    };
    let listed = of_all(|at, name| {
        let name = name.replace(" hidden", "\" state=\"hidden");
        format!("<sheet name=\"{name}\" r:id=\"r{at}\" sheetId=\"{at}\"/>")
    });
    let relations =
        of_all(|at, _| format!("<Relationship Id=\"r{at}\" Type=\"x/worksheet\" Target=\"worksheets/{at}.xml\"/>"));
    let others = "<Relationship Id=\"s\" Type=\"x/styles\" Target=\"styles.xml\"/>\
        <Relationship Id=\"t\" Type=\"x/sharedStrings\" Target=\"sharedStrings.xml\"/>";
    let mut parts = vec![
        ("xl/workbook.xml".to_owned(), format!("<workbook><sheets>{listed}</sheets></workbook>")),
        ("xl/_rels/workbook.xml.rels".to_owned(), format!("<Relationships>{relations}{others}</Relationships>")),
        ("xl/styles.xml".to_owned(), format!("<styleSheet>{styles}</styleSheet>")),
        ("xl/sharedStrings.xml".to_owned(), format!("<sst>{shared}</sst>")),
    ];
    let sheets = sheets.iter().enumerate();
    parts.extend(
        sheets.map(|(at, (_, data))| (format!("xl/worksheets/{at}.xml"), format!("<worksheet>{data}</worksheet>"))),
    );
    package(&parts)
}

pub(crate) fn package(parts: &[(String, String)]) -> Vec<u8> {
    let mut package = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        package.start_file(name, SimpleFileOptions::default()).expect("a part");
        package.write_all(text.as_bytes()).expect("its text");
    }
    package.finish().expect("a package").into_inner()
}

/// The data of a sheet, row by row: texts, or after `=` what else is in a cell, such as `= s="1"><v>0.03</v>`.
pub(crate) fn data(rows: &[&[&str]]) -> String {
    let cell = |row: usize, name: char, cell: &str| match cell.strip_prefix('=') {
        Some(written) => format!("<c r=\"{name}{row}\"{written}</c>"),
        None => format!("<c r=\"{name}{row}\" t=\"inlineStr\"><is><t>{cell}</t></is></c>"),
    };
    let rows = rows.iter().zip(1..).map(|(cells, row)| {
        let cells: Vec<String> = cells.iter().zip('A'..).map(|(text, name)| cell(row, name, text)).collect();
        format!("<row r=\"{row}\">{}</row>", cells.concat())
    });
    format!("<sheetData>{}</sheetData>", rows.collect::<Vec<_>>().concat())
}

const FORMATS: &str = "<numFmts><numFmt numFmtId=\"164\" formatCode=\"0.00&quot; %&quot;\"/></numFmts>\
    <cellStyleXfs><xf numFmtId=\"0\"/></cellStyleXfs>\
    <cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"10\"/><xf numFmtId=\"164\"/></cellXfs>";

const HEADER: &[&str] = &["Nome Soggetto", "Relazione Personale", "Impegno Personale"];

/// The rows of a workbook as `project person percent cell`.
fn rows(folder: &Folder) -> Vec<String> {
    let rows = folder.cento(&["rows", ".", "--format", "json"]).json();
    let show = |row: &Value| {
        ["project", "person", "percent", "cell"].map(|column| row[column].as_str().unwrap_or("-").to_owned()).join(" ")
    };
    rows["rows"].as_array().expect("rows").iter().map(show).collect()
}

#[test]
fn shares_are_exact_whatever_their_format() {
    let table = data(&[
        &["2024_PD_0411 PRIMO"],
        HEADER,
        &["Rossi Ada", "Dipendente", "= s=\"1\"><v>0.28999999999999998</v>"],
        &["Verdi Ugo", "Dipendente", "= s=\"2\"><v>3</v>"],
        &["Neri Ivo", "Dipendente", "3,50 %"],
        &["Blu Eva", "Dipendente", "= s=\"1\"><f>1/4</f><v>0.25</v>"],
    ]);
    let folder = Folder::new().add("piano.xlsx", workbook(&[("Foglio1", &table)], FORMATS, ""));
    assert_eq!(
        rows(&folder),
        [
            "2024_PD_0411 Rossi Ada 29.00 C3",
            "2024_PD_0411 Verdi Ugo 3.00 C4",
            "2024_PD_0411 Neri Ivo 3.50 C5",
            "2024_PD_0411 Blu Eva 25.00 C6"
        ]
    );
}

#[test]
fn what_is_wrong_in_a_cell_is_told_with_its_name() {
    let table = data(&[
        &["2024_PD_0411 PRIMO"],
        HEADER,
        &["Rossi Ada", "Dipendente", "= t=\"e\"><v>#N/A</v>"],
        &["Verdi Ugo", "Dipendente", "= s=\"1\"><v>0.333333333333333</v>"],
        &["Neri Ivo", "Dipendente"],
        &["Bianchi Pia"],
    ]);
    let folder = Folder::new().add("piano.xlsx", workbook(&[("Foglio1", &table)], FORMATS, ""));
    let check = folder.check();
    assert_eq!(check["coverage"]["rows_seen"], 4);
    assert_eq!(check["coverage"]["rows_rejected"], 3);
    let cells: Vec<&str> = check["findings"]
        .as_array()
        .expect("findings")
        .iter()
        .filter(|finding| finding["code"].as_str().expect("a code").starts_with('R'))
        .map(|finding| finding["origins"][0]["cell"].as_str().expect("a cell"))
        .collect();
    assert_eq!(cells, ["C3", "C5", "A6"]);
    // A third of a hundred is read at six places, and says so.
    let thirds = folder.cento(&["person", "Verdi Ugo", ".", "--format", "json"]).json();
    let own = &thirds["persons"][0];
    assert_eq!((&own["total_percent"], &own["rounded_rows"]), (&"33.333333".into(), &1.into()));
}

#[test]
fn tables_stand_below_and_beside_each_other_and_in_hidden_sheets() {
    let beside = data(&[
        &["2024_PD_0411 PRIMO"],
        &[],
        &[
            "Nome Soggetto",
            "Relazione Personale",
            "Impegno Personale",
            "= >",
            "Nome Soggetto",
            "Relazione Personale",
            "Impegno Personale",
        ],
        &["Rossi Ada", "Dipendente", "1 %", "= >", "Verdi Ugo", "Dirigente", "2 %"],
        &["Neri Ivo", "Dipendente", "3 %"],
    ]);
    let below = data(&[
        &["2024_PD_0412 SECONDO"],
        HEADER,
        &["Rossi Ada", "Dipendente", "4 %"],
        &["2024_PD_0413 TERZO"],
        HEADER,
        &["Rossi Ada", "Dipendente", "5 %"],
    ]);
    let unnamed = data(&[HEADER, &["Rossi Ada", "Dipendente", "6 %"]]);
    let sheets = [("2024_PD_0414 hidden", &*unnamed), ("Primo", &*beside), ("Altri", &*below)];
    let folder = Folder::new().add("piano.xlsx", workbook(&sheets, FORMATS, ""));
    assert_eq!(
        rows(&folder),
        [
            "2024_PD_0411 Rossi Ada 1.00 C4",
            "2024_PD_0411 Neri Ivo 3.00 C5",
            "2024_PD_0411 Verdi Ugo 2.00 G4",
            "2024_PD_0412 Rossi Ada 4.00 C3",
            "2024_PD_0413 Rossi Ada 5.00 C6",
        ]
    );
    let check = folder.check();
    assert_eq!(check["coverage"]["rows_rejected"], 0);
    let told = findings(&check, "R012");
    assert_eq!((told.len(), &told[0]["person"], &told[0]["percent"]), (1, &"Rossi Ada".into(), &"6.00".into()));
}

/// That a workbook is refused with a message that says why, and what else to do.
fn assert_refused(name: &str, bytes: &[u8], said: &str) -> Run {
    let folder = Folder::new().add(name, bytes);
    let run = folder.cento(&["check", name]);
    assert_eq!(run.status, 2, "{said}: {}{}", run.stdout, run.stderr);
    assert!(run.stderr.contains(name) && run.stderr.contains(said), "{said}: {}", run.stderr);
    assert!(!run.stderr.contains("panicked"), "{}", run.stderr);
    run
}

#[test]
fn workbooks_that_would_fill_the_memory_are_refused() {
    let cell = |row: usize, column: &str| format!("<row r=\"{row}\"><c r=\"{column}{row}\"><v>1</v></c></row>");
    let many: String = (1..=20_000).map(|row| cell(row, if row % 2 == 0 { "A" } else { "XFD" })).collect();
    let shared = format!("<si><t>{}</t></si>", "x".repeat(30_000));
    let repeated = "<row><c t=\"s\"><v>0</v></c></row>".repeat(5_000);
    let sheet = format!("<sheetData>{repeated}</sheetData>");
    assert_refused("piano.xlsx", &workbook(&[("A", &sheet)], "", &shared), "troppo grande");
    // Far cells of many rows make no wide table: columns without anything are none.
    let folder = Folder::new().add("piano.xlsx", workbook(&[("A", &format!("<sheetData>{many}</sheetData>"))], "", ""));
    assert_eq!(folder.cento(&["check", "piano.xlsx"]).status, 1);
    let blank = package(&[
        ("xl/workbook.xml".to_owned(), " ".repeat(80 << 20)),
        ("xl/_rels/workbook.xml.rels".to_owned(), "<Relationships/>".to_owned()),
    ]);
    assert_refused("piano.xlsx", &blank, "troppo grande");
}

#[test]
fn what_a_workbook_declares_is_not_believed() {
    let table = data(&[&["2024_PD_0411 PRIMO"], HEADER, &["Rossi Ada", "Dipendente", "1 %"]]);
    let far = table.replace(
        "</sheetData>",
        "<row r=\"1048576\" spans=\"1:16384\"><c r=\"XFD1048576\" s=\"9\"/></row><row r=\"4294967295\"/><row/></sheetData>\
         <mergeCells count=\"9999999999\"><mergeCell ref=\"A1:XFD1048576\"/><mergeCell ref=\"B2:A1\"/></mergeCells>",
    );
    let sheet = format!("<dimension ref=\"A1:XFD1048576\"/>{far}");
    let bytes = workbook(&[("A", &sheet)], FORMATS, "");
    let folder = Folder::new().add("piano.xlsx", bytes);
    assert_eq!(rows(&folder), ["2024_PD_0411 Rossi Ada 1.00 C3"]);
}

/// A compound file with empty streams of these names.
fn compound(names: &[&str]) -> Vec<u8> {
    let mut header = vec![0; 512];
    header[..8].copy_from_slice(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
    header[30] = 9;
    header[32] = 6;
    header[44] = 1;
    // Where the folder begins; no small sectors, and no further lists of the table of sectors, which is the first one.
    header[48] = 1;
    header[60..64].fill(0xFF);
    header[68..76].fill(0xFF);
    header[76..].fill(0xFF);
    header[76..80].fill(0);
    let mut table = vec![0xFF; 512];
    table[4..8].copy_from_slice(&0xFFFF_FFFE_u32.to_le_bytes());
    let mut folder = Vec::new();
    for (at, name) in ["Root Entry"].iter().chain(names).enumerate() {
        let mut entry = vec![0; 128];
        for (place, unit) in entry[..64].chunks_exact_mut(2).zip(name.encode_utf16()) {
            place.copy_from_slice(&unit.to_le_bytes());
        }
        entry[68..80].fill(0xFF);
        // The first stream is below the root, and each other one beside the one before.
        let next = if at == 0 { 76 } else { 72 };
        if at < names.len() {
            entry[next..next + 4].copy_from_slice(&u32::try_from(at + 1).expect("a number").to_le_bytes());
        }
        entry[116..120].copy_from_slice(&0xFFFF_FFFE_u32.to_le_bytes());
        folder.extend(entry);
    }
    folder.resize(512, 0);
    [header, table, folder].concat()
}

#[test]
fn documents_of_old_and_locked_ones_are_told_apart() {
    assert_refused("piano.doc", &compound(&["1Table", "WordDocument"]), ".docx");
    assert_refused("piano.xlsx", &compound(&["EncryptionInfo", "EncryptedPackage"]), "password");
    assert_refused("piano.xls", &compound(&["Book"]), "Excel 95");
    assert_refused("piano.xls", &compound(&["Workbook"]), "vuota");
    assert_refused("piano.msg", &compound(&["__properties"]), "non è un documento di testo");
    // A stream that bites its own tail.
    let mut circle = compound(&["Workbook"]);
    circle[512 + 4..512 + 8].copy_from_slice(&1_u32.to_le_bytes());
    assert_refused("piano.xls", &circle, "danneggiato");
    let folder = Folder::new().add("piano.xls", circle).add("plan.md", crate::support::document());
    assert_eq!(folder.check()["skipped"], serde_json::json!([{"path": "piano.xls", "reason": "damaged"}]));
}

#[test]
fn workbooks_that_cannot_be_read_are_refused_with_what_to_do() {
    let whole = form("sheets.xlsx");
    assert_refused("piano.xlsx", &whole[..whole.len() / 2], "danneggiato");
    assert_refused("piano.xlsx", &workbook(&[("A", "<sheetData/>")], "", ""), "vuota");
    let no_text = workbook(&[("A", "<sheetData><row><c t=\"s\"><v>7</v></c></row></sheetData>")], "", "");
    assert_refused("piano.xlsx", &no_text, "danneggiato");
    assert_refused("piano.xlsx", &workbook(&[("A", "<sheetData><row></c></sheetData>")], "", ""), "danneggiato");
    let binary = package(&[("xl/workbook.bin".to_owned(), String::new())]);
    assert_refused("piano.xlsb", &binary, ".xlsx");
    let kind = ("mimetype".to_owned(), "application/vnd.oasis.opendocument.spreadsheet".to_owned());
    let locked =
        package(&[kind.clone(), ("META-INF/manifest.xml".to_owned(), "<manifest:encryption-data/>".to_owned())]);
    assert_refused("piano.ods", &locked, "password");
    let rows = "<table:table><table:table-row table:number-rows-repeated=\"1048576\"><table:table-cell \
        table:number-columns-repeated=\"16384\" office:value-type=\"float\" office:value=\"1\"/></table:table-row></table:table>";
    let full = package(&[kind, ("content.xml".to_owned(), format!("<x>{rows}</x>"))]);
    assert_refused("piano.ods", &full, "troppo grande");
}

/// The worksheets of two projects, with these rows above the staff table of each; `@` is the code of the project, `#` its title.
fn worksheets(above: &[&[&str]], indent: usize, names_code: bool) -> Vec<u8> {
    let projects = [
        ("2024_PD_0411", "Anticorruzione", [["Rossi Ada", "Dirigente", "60 %"], ["Neri Ivo", "Istruttore", "100 %"]]),
        ("2024_PD_0412", "Trasparenza", [["Rossi Ada", "Dirigente", "40 %"], ["Verdi Ugo", "C1", "80 %"]]),
    ];
    let sheets = projects.map(|(code, title, people)| {
        let mut rows: Vec<Vec<String>> = Vec::new();
        let header = ["Nominativo", "Categoria", "% impegno"];
        for row in above.iter().copied().chain([&header[..], &people[0], &people[1]]) {
            let cells = row.iter().map(|cell| cell.replace('@', code).replace('#', title));
            rows.push(std::iter::repeat_n("=/><c>".to_owned(), indent).chain(cells).collect());
        }
        let rows: Vec<Vec<&str>> = rows.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
        let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
        (if names_code { code } else { title }, data(&rows))
    });
    let index = data(&[&["Indice"], &["2024_PD_0411", "Anticorruzione"], &["2024_PD_0412", "Trasparenza"]]);
    let [first, second] = &sheets;
    workbook(&[("Indice", &index), (first.0, &first.1), (second.0, &second.1)], "", "")
}

#[test]
fn a_worksheet_belongs_to_its_project_whatever_stands_where() {
    let expected = ["2024_PD_0411 Rossi Ada 60.00", "2024_PD_0411 Neri Ivo 100.00"]
        .into_iter()
        .chain(["2024_PD_0412 Rossi Ada 40.00", "2024_PD_0412 Verdi Ugo 80.00"]);
    let expected: Vec<String> = expected.map(str::to_owned).collect();
    let cases: [(&[&[&str]], bool); 10] = [
        (&[&["@", "#"]], false),
        (&[&["#", "@"]], false),
        (&[&["@ - #"]], false),
        (
            &[&["CDR", "04"], &["Codice progetto", "@"], &["Titolo", "#"], &["Obiettivo", "Migliorare il servizio"]],
            false,
        ),
        (&[&["CDR: 04"], &["Progetto", "@"]], false),
        (&[&["Codice progetto: @"]], false),
        (&[], true),
        (&[&["CDR", "04"]], true),
        (&[&["#"]], true),
        (&[&["C.d.R.", "04 - Servizio"], &["#"]], true),
    ];
    for (above, names_code) in cases {
        for indent in 0..3 {
            let folder = Folder::new().add("piano.xlsx", worksheets(above, indent, names_code));
            let rows: Vec<String> =
                rows(&folder).iter().map(|row| row.rsplit_once(' ').expect("a cell").0.to_owned()).collect();
            assert_eq!(rows, expected, "{above:?} {indent}");
            let check = folder.check();
            assert!(findings(&check, "R009").is_empty() && findings(&check, "D003").is_empty(), "{above:?} {indent}");
        }
    }
    // Codes of the body's own, too.
    let own = ["2024_PD_0411", "2024_PD_0412"].map(|code| code.replace("2024_PD_04", "OB."));
    let sheets = own.each_ref().map(|code| data(&[&[code, "Titolo"], HEADER, &["Rossi Ada", "Dirigente", "40 %"]]));
    let folder = Folder::new()
        .add("piano.xlsx", workbook(&[("Uno", &sheets[0]), ("Due", &sheets[1])], "", ""))
        .add("cento.toml", "[layout]\nproject_code = [\"OB.##\"]\n");
    assert_eq!(rows(&folder), ["OB.11 Rossi Ada 40.00 C3", "OB.12 Rossi Ada 40.00 C3"]);
    // A code beside something else than the title may be that of another project.
    let folder = Folder::new().add("piano.xlsx", worksheets(&[&["Dipende da", "@"]], 0, false));
    assert!(rows(&folder).iter().all(|row| row.starts_with("- ")), "{:?}", rows(&folder));
    // A worksheet that names no project belongs to none, and not to the one before.
    let folder = Folder::new().add("piano.xlsx", worksheets(&[&["Foglio di lavoro"]], 0, false));
    assert!(rows(&folder).iter().all(|row| row.starts_with("- ")), "{:?}", rows(&folder));
    assert_eq!(findings(&folder.check(), "R009").len(), 2);
}

#[test]
fn people_below_what_may_head_another_project_are_not_given_to_the_one_before() {
    let people = |between: &[&[&str]]| {
        let first: [&[&str]; 3] = [&["2024_PD_0411", "Uno"], HEADER, &["Rossi Ada", "Dirigente", "60 %"]];
        let second: [&[&str]; 2] = [HEADER, &["Verdi Ugo", "C1", "40 %"]];
        let all: Vec<&[&str]> = first.into_iter().chain(between.iter().copied()).chain(second).collect();
        let folder = Folder::new().add("piano.xlsx", workbook(&[("Foglio1", &data(&all))], "", ""));
        let told = findings(&folder.check(), "R009").len();
        (rows(&folder).concat().matches("2024_PD_0411").count(), told)
    };
    for heading in [["PD 0412", "Due"], ["3", "Archivio"], ["Scheda n. 5", "Due"], ["OB.12", "Due"]] {
        assert_eq!(people(&[&heading]), (1, 1), "{heading:?}");
    }
    assert_eq!(people(&[&["Segue", "Uno"]]), (2, 0), "the table of the project goes on");
}

#[test]
fn rows_of_people_on_the_next_worksheet_are_told_with_a_sign_and_without() {
    for share in ["30", "30 %"] {
        for title in [None, Some("Segue")] {
            let first = data(&[&["2024_PD_0411", "Uno"], HEADER, &["Rossi Ada", "Dirigente", "60 %"]]);
            let title = title.map(|title| [title]);
            let rows_of_second: [&[&str]; 2] = [&["Verdi Ugo", "Istruttore", share], &["Neri Ivo", "C1", share]];
            let second: Vec<&[&str]> = title.iter().map(<[&str; 1]>::as_slice).chain(rows_of_second).collect();
            let second = data(&second);
            let folder =
                Folder::new().add("piano.xlsx", workbook(&[("2024_PD_0411", &first), ("Altro", &second)], "", ""));
            let check = folder.check();
            assert_eq!((rows(&folder).len(), findings(&check, "R003").len()), (1, 2), "{share} {title:?}");
            assert_eq!(check["coverage"]["rows_rejected"], 2, "{share} {title:?}");
        }
    }
}
