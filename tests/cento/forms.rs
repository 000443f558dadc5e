//! The same plan in other forms gives the same rows and totals.

use std::fs;
use std::io::{Cursor, Write};
use std::path::Path;

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::expected::counts;
use crate::support::{Folder, cento, document};

/// What must not depend on the form: every row but its place, and every person.
fn essence(folder: &Folder) -> (String, String) {
    let rows = folder.cento(&["rows", ".", "--format", "json"]).json();
    let mut rows: Vec<String> = rows["rows"]
        .as_array()
        .expect("rows")
        .iter()
        .map(|row| {
            let columns = [
                "cdr",
                "cdr_name",
                "director",
                "project",
                "project_title",
                "direction",
                "strategic_objective",
                "action",
                "person",
                "person_as_written",
                "role",
                "percent",
            ];
            columns.map(|column| row[column].as_str().unwrap_or("unknown")).join("|")
        })
        .collect();
    rows.sort();
    let projects = folder.cento(&["projects", ".", "--format", "json"]).json();
    let mut projects: Vec<String> = projects["projects"]
        .as_array()
        .expect("projects")
        .iter()
        .map(|project| format!("{} {} {}", project["project"], project["objectives"], project["indicators"]))
        .collect();
    projects.sort();
    (rows.join("\n"), projects.join("\n"))
}

pub(crate) fn assert_same(folder: &Folder) {
    let check = folder.check();
    assert_eq!(counts(&check), [55, 162, 162, 0, 224, 162, 0, 62, 0]);
    assert_eq!(check["totals"]["commitment_percent"], "5162.00");
    assert_eq!(check["totals"]["people_under"], 12);
    assert_eq!(check["findings"].as_array().expect("findings").len(), 22);
    let (rows, projects) = essence(&Folder::with(document()));
    let (own_rows, own_projects) = essence(folder);
    assert_eq!(own_rows.lines().count(), 162);
    assert_eq!(own_rows, rows);
    assert_eq!(own_projects, projects);
}

/// The plan with its tables between pipes.
fn piped(outer: bool, rule: bool) -> String {
    let mut out = String::new();
    let mut in_table = false;
    for line in document().lines() {
        let is_row = line.contains('\t');
        if !is_row {
            out += line;
        } else if line.split('\t').all(|cell| cell.trim_matches('-').is_empty()) && line.contains("--") {
            continue;
        } else if outer {
            out += "| ";
            out += &line.replace('\t', " | ");
            out += " |";
        } else {
            out += &line.replace('\t', " | ");
        }
        out.push('\n');
        if is_row && !in_table && rule {
            let cells = vec!["---"; line.split('\t').count()].join(" | ");
            let (before, after) = if outer { ("| ", " |\n") } else { ("", "\n") };
            out.extend([before, &cells, after]);
        }
        in_table = is_row;
    }
    out
}

#[test]
fn pipe_tables() {
    for outer in [true, false] {
        for rule in [true, false] {
            assert_same(&Folder::with(piped(outer, rule)));
        }
    }
}

#[test]
fn pipe_tables_with_cells_in_bold() {
    let bold: String = piped(true, true)
        .lines()
        .map(|line| match line.strip_prefix("| ").and_then(|line| line.strip_suffix(" |")) {
            Some(row) if row.ends_with(" %") => {
                let cells: Vec<String> = row.split(" | ").map(|cell| format!("**{}**", cell.trim())).collect();
                format!("| {} |\n", cells.join(" | "))
            }
            _ => format!("{line}\n"),
        })
        .collect();
    assert!(bold.contains("**Ugoletti Monica** |"));
    let folder = Folder::with(bold);
    assert_eq!(folder.check()["coverage"]["rows_accepted"], 162);
    assert_eq!(folder.check()["totals"]["people_full"], 46);
}

#[test]
fn bold_as_tags_or_not_at_all() {
    let tags = document().split("**").enumerate().fold(String::new(), |out, (at, part)| {
        let mark = match at {
            0 => "",
            odd if odd % 2 == 1 => "<b>",
            _ => "</b>",
        };
        out + mark + part
    });
    assert_same(&Folder::with(tags));
}

#[test]
fn carriage_returns_and_marks() {
    assert_same(&Folder::with(document().replace('\n', "\r\n")));
    assert_same(&Folder::with(format!("\u{feff}{}", document())));
    let spaces = document().replace(" %\n", "\u{a0}%\n").replace("Perso", "Perso\u{ad}");
    assert_same(&Folder::with(spaces));
}

#[test]
fn other_encodings() {
    let document = document();
    // Windows-1252 has every character of the plan.
    let (bytes, _, lost) = encoding_rs::WINDOWS_1252.encode(&document);
    assert!(!lost);
    assert_same(&Folder::with(&bytes));
    let utf16 = |bytes: fn(u16) -> [u8; 2]| {
        let text = format!("\u{feff}{document}");
        text.encode_utf16().flat_map(bytes).collect::<Vec<u8>>()
    };
    assert_same(&Folder::with(utf16(u16::to_le_bytes)));
    assert_same(&Folder::with(utf16(u16::to_be_bytes)));
}

#[test]
fn split_at_a_cdr_in_either_order() {
    let text = document();
    let at = text.find("## 49 - ").expect("the CDR");
    assert_same(&Folder::new().add("a.md", &text[..at]).add("b.md", &text[at..]));
    assert_same(&Folder::new().add("a.md", &text[at..]).add("b.md", &text[..at]));
}

#[test]
fn header_repeated_inside_a_table() {
    let header = "Nome Soggetto\tRelazione Personale\tImpegno Personale\n";
    let row = "Ferrari Pamela\tDipendente";
    let text = document();
    let (before, after) = text.split_at(text.find(row).expect("a row"));
    assert_same(&Folder::with(format!("{before}{header}{after}")));
    assert_same(&Folder::with(format!("{before}\n{header}-----\t-----\t-----\n{after}")));
    // A page that ends inside the table may leave nothing but a blank line.
    assert_same(&Folder::with(format!("{before}\n{after}")));
}

#[test]
fn standard_input_and_a_named_file() {
    let text = document();
    let folder = Folder::with(&text);
    let from_input =
        crate::support::cento_in(&folder.path(), &["check", "-", "--format", "json"], text.as_bytes()).json();
    assert_eq!(from_input["totals"]["commitment_percent"], "5162.00");
    assert_eq!(from_input["inputs"][0]["path"], "-");
    let named = folder.cento(&["check", "plan.md", "--format", "json"]).json();
    assert_eq!(named["totals"], from_input["totals"]);
    // A file that is named twice, or that is in a folder named besides, counts once.
    let twice = folder.cento(&["check", "plan.md", "./plan.md", ".", "--format", "json"]).json();
    assert_eq!(twice["totals"], named["totals"]);
    assert_eq!(cento(&["check", "data/reggio-emilia-2024/peg-2024-allegato-b.md", "-q"]).status, 0);
}

#[test]
fn every_folder_is_a_plan_and_hidden_ones_are_none() {
    let text = document();
    let folder = Folder::new()
        .add("2024/a/plan.md", &text)
        .add("2024/b/plan.md", &text)
        .add(".git/plan.md", &text)
        .add("2024/a/.plan.md", &text)
        .add("2024/LEGGIMI.md", "Note sui piani.\n");
    let check = folder.check();
    assert_eq!(check["totals"]["plans"], 2);
    assert_eq!(check["totals"]["people"], 116);
    assert_eq!(check["skipped"], serde_json::json!([{"path": "2024/LEGGIMI.md", "reason": "no-plan"}]));
    let labels: Vec<&str> = check["inputs"].as_array().unwrap().iter().map(|i| i["plan"].as_str().unwrap()).collect();
    assert_eq!(labels, ["a", "b"]);
}

#[test]
fn a_report_in_the_folder_is_no_plan() {
    let folder = Folder::with(document());
    let before = folder.check();
    assert_eq!(folder.cento(&["report", ".", "-o", "2024"]).status, 0);
    assert_eq!(folder.check(), before);
}

/// A document in the form of a word processor, from `tests/forms`.
pub(crate) fn form(name: &str) -> Vec<u8> {
    fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/forms").join(name)).expect(name)
}

#[test]
fn documents_of_word_processors() {
    for name in ["libreoffice.docx", "libreoffice.odt", "pandoc.docx", "pandoc.odt"] {
        assert_same(&Folder::new().add(name, form(name)));
    }
    // What a document is, its bytes say and not its name.
    assert_same(&Folder::new().add("piano.txt", form("pandoc.odt")));
}

/// A package with one part.
pub(crate) fn package(part: &str, contents: impl Iterator<Item = Vec<u8>>) -> Vec<u8> {
    let mut package = ZipWriter::new(Cursor::new(Vec::new()));
    package.start_file(part, SimpleFileOptions::default()).expect("a part");
    contents.for_each(|bytes| package.write_all(&bytes).expect("its bytes"));
    package.finish().expect("a package").into_inner()
}

#[test]
fn documents_that_cannot_be_read_are_refused_with_what_to_do() {
    let whole = form("pandoc.docx");
    let bomb = package("word/document.xml", (0..200).map(|_| vec![b' '; 1 << 20]));
    assert!(bomb.len() < 1 << 20);
    let cases = [
        (whole[..whole.len() / 2].to_vec(), "danneggiato"),
        (package("word/document.xml", std::iter::once(b"<w:document><w:p></w:t>".to_vec())), "danneggiato"),
        (bomb, "troppo grande"),
        (package("xl/workbook.xml", std::iter::once(b"<workbook/>".to_vec())), "danneggiato"),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and so on".to_vec(), "danneggiato"),
        (b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n\0".to_vec(), "danneggiato"),
    ];
    for (bytes, said) in cases {
        let folder = Folder::new().add("piano.docx", bytes);
        let run = folder.cento(&["check", "piano.docx"]);
        assert_eq!(run.status, 2, "{said}: {}", run.stderr);
        assert!(
            run.stdout.is_empty() && run.stderr.contains("piano.docx") && run.stderr.contains(said),
            "{}",
            run.stderr
        );
        // In a folder it is listed among what was left out.
        let run = folder.add("plan.md", document()).cento(&["check", ".", "--format", "json"]);
        let skipped = run.json()["skipped"].to_string();
        assert!(skipped.contains("piano.docx"), "{skipped} {}", run.stderr);
    }
}

#[test]
fn rows_of_word_processors_have_their_table_and_cell() {
    // Counted in the documents themselves: tables before the row, and rows of its own.
    for (name, tables) in
        [("libreoffice.docx", ["Tab. 4", "Tab. 10", "Tab. 16"]), ("libreoffice.odt", ["Table4", "Table10", "Table16"])]
    {
        let folder = Folder::new().add(name, form(name));
        let person = folder.cento(&["person", "Ugoletti Monica", ".", "--format", "json"]).json();
        let commitments = person["persons"][0]["commitments"].as_array().expect("rows");
        let origin = |row: &serde_json::Value, key: &str| row["origin"][key].as_str().unwrap_or_default().to_owned();
        let found: Vec<String> =
            commitments.iter().map(|row| origin(row, "sheet") + "!" + &origin(row, "cell")).collect();
        let expected: Vec<String> =
            tables.iter().zip(["C3", "C7", "C3"]).map(|(table, cell)| format!("{table}!{cell}")).collect();
        assert_eq!(found, expected, "{name}");
        let shown = folder.cento(&["person", "Ugoletti Monica", "."]).stdout;
        assert!(expected.iter().all(|place| shown.contains(place)), "{shown}");
    }
}
