//! Text stays text: what a document says does nothing in a terminal, a page, a workbook or a program that reads the output.

use std::fs;

use crate::support::{Folder, sheet};

/// Characters that move cursors, change colours, turn the direction of the text, or end a cell before its time.
const UNSEEN: [char; 14] = [
    '\u{1b}', '\u{7}', '\u{8}', '\u{c}', '\u{7f}', '\u{85}', '\u{9b}', '\u{90}', '\u{202e}', '\u{2066}', '\u{200f}',
    '\u{61c}', '\u{1c}', '\u{1f}',
];

fn is_harmful(c: char) -> bool {
    (c.is_control() && c != '\n')
        || UNSEEN.contains(&c)
        || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// A plan in which such a character stands in every text.
fn plan(unseen: char) -> String {
    let objective = format!(
        "**Obiettivo di miglioramento****2024\\_OB\\_0411\\_1** **Meno{unseen} carta**\n\n\
         Codice indicatore\tIndicatore\tValore previsto 2024\nM_0411_1_1\tCarta{unseen}\tmolto{unseen}\n\n"
    );
    let rows = [
        format!("Rossi {unseen}Ada\tDirigente\t60,00 %"),
        format!("Verdi Ugo{unseen}\tIstruttore{unseen} x\t130,00 %"),
        format!("Neri Pia\tDipendente\t1{unseen}0 %"),
        "Blu Eva\tDipendente\t40,00 %".to_owned(),
        format!("TUTTI GLI {unseen}OPERATORI\tDipendente\t10,00 %"),
    ];
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let sheet = sheet("2024_PD_0411", &rows).replace("Titolo**\n\n", &format!("Tit{unseen}olo**\n\n{objective}"));
    format!(
        "# PEG 2024{unseen}\n\n## 04 - UFFI{unseen}CIO\n\nDirigente: Rossi {unseen}Ada\n\n{sheet}Bruni{unseen} Ivo 12,00 %\n"
    )
}

#[test]
fn no_control_character_is_in_what_commands_print() {
    let commands: [&[&str]; 9] = [
        &["check"],
        &["check", "--excerpts", "never"],
        &["people"],
        &["projects"],
        &["cdrs"],
        &["rows"],
        &["person", "Verdi"],
        &["weights", "--level", "indicator"],
        &["layout"],
    ];
    for unseen in UNSEEN {
        let name = format!("pi{unseen}ano.md");
        let folder = Folder::new().add(&name, plan(unseen));
        for command in commands {
            for format in ["table", "json", "csv", "concise"] {
                let run = folder.cento(&[command, &[".", "--format", format]].concat());
                let all = format!("{}{}", run.stdout, run.stderr);
                assert!(!all.contains(is_harmful), "{unseen:?} in {command:?} {format}: {all:?}");
            }
        }
        let run = folder.cento(&["check", &format!("man{unseen}ca.md")]);
        assert!(run.status == 2 && !run.stderr.contains(is_harmful), "{:?}", run.stderr);
    }
}

#[test]
fn no_control_character_is_in_what_reports_and_pictures_write() {
    for unseen in ['\u{1b}', '\u{9b}', '\u{202e}', '\u{61c}'] {
        let folder = Folder::new().add("plan/p.md", plan(unseen));
        for args in [&["report", "plan", "-o", "out"][..], &["chart", "all", "plan", "-o", "svg", "--format", "svg"]] {
            let run = folder.cento(args);
            assert_eq!(run.status, 0, "{}", run.stderr);
        }
        let mut seen = 0;
        for entry in ["out", "out/pictures", "svg"]
            .iter()
            .flat_map(|part| fs::read_dir(folder.path().join(part)).expect("a folder"))
        {
            let path = entry.expect("an entry").path();
            let is_text =
                path.extension().is_some_and(|end| ["html", "csv", "json", "txt", "svg"].iter().any(|own| end == *own));
            if is_text {
                let text = fs::read_to_string(&path).expect("a text");
                assert!(!text.contains(is_harmful), "{unseen:?} in {}: {text:?}", path.display());
                seen += 1;
            }
        }
        assert!(seen > 15, "{seen}");
    }
}

#[test]
fn the_rows_of_a_report_are_guarded_as_those_for_excel_are() {
    let names = ["=1+1 Rossi", "+2 Verdi", "-3 Neri", "@SUM(A1) Blu"];
    let rows: Vec<String> = names.iter().map(|name| format!("{name}\tDipendente\t10,00 %")).collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let folder = Folder::new().add("plan/p.md", sheet("2024_PD_0001", &rows).replace("Titolo", "=HYPERLINK(1)"));
    let cells = |text: &str, between: char| -> Vec<String> {
        let cells = text.trim_start_matches('\u{feff}').split(['\r', '\n', between]).filter(|cell| !cell.is_empty());
        cells.map(|cell| cell.replace(',', ".")).collect()
    };
    let excel = folder.cento(&["rows", "plan", "--format", "csv", "--csv-dialect", "excel-it"]).stdout;
    assert!(excel.contains("'=HYPERLINK"), "{excel}");
    for (dialect, between) in [("standard", ','), ("excel-it", ';')] {
        let run = folder.cento(&["report", "plan", "-o", "out", "--csv-dialect", dialect]);
        assert_eq!(run.status, 0, "{}", run.stderr);
        let report = fs::read_to_string(folder.path().join("out/rows.csv")).expect("rows");
        assert_eq!(cells(&report, between), cells(&excel, ';'), "{dialect}");
    }
    let plain = folder.cento(&["rows", "plan", "--format", "csv"]).stdout;
    assert!(plain.contains(",=HYPERLINK"), "for programs, text is as it is: {plain}");
}

#[cfg(target_os = "linux")]
#[test]
fn help_that_cannot_be_written_is_an_error() {
    use std::process::{Command, Stdio};
    for arg in ["--help", "--version"] {
        let full = fs::File::options().write(true).open("/dev/full").expect("a full device");
        let mut command = Command::new(env!("CARGO_BIN_EXE_cento"));
        let output = command.args([arg, "--lang", "en"]).stdout(Stdio::from(full)).output().expect("the program ends");
        assert_eq!(output.status.code(), Some(2), "{arg}");
        assert!(String::from_utf8_lossy(&output.stderr).starts_with("error: "), "{output:?}");
    }
}

/// The name of a document that is markup, a formula and a command for terminals, as far as file systems let it be.
#[cfg(unix)]
const NAME: &str = "=1+1<img src=x onerror=alert(1)>&amp;\"'\u{1b}[31m\u{202e}\u{7}]]>.md";

/// Every text below a folder by its path there: files that are text as they are, workbooks part by part.
#[cfg(unix)]
fn texts(folder: &std::path::Path) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for entry in walkdir::WalkDir::new(folder) {
        let path = entry.expect("an entry").path().to_owned();
        let name = path.to_string_lossy().into_owned();
        if path.extension().is_some_and(|end| end == "xlsx") {
            let mut book = zip::ZipArchive::new(fs::File::open(&path).expect("a workbook")).expect("a package");
            for at in 0..book.len() {
                let mut part = book.by_index(at).expect("a part");
                let mut text = String::new();
                std::io::Read::read_to_string(&mut part, &mut text).expect("a text");
                let own = part.name().expect("a name").into_owned();
                found.push((format!("{name}!{own}"), text));
            }
        } else if path.is_file() && path.extension().is_some_and(|end| end != "png") {
            found.push((name, fs::read_to_string(&path).expect("a text")));
        }
    }
    found
}

#[cfg(unix)]
#[test]
fn the_name_of_a_file_is_text_wherever_it_stands() {
    // In a folder of such a name, too, since the folder is what the plan is called by; and one beside it that was not read.
    let folder = Folder::new()
        .add(
            &format!("{NAME}/{NAME}"),
            sheet("2024_PD_0001", &["Rossi Ada\tDirigente\t130,00 %", "Verdi Ugo\tDipendente\tO,5 %"]),
        )
        .add(&format!("{NAME}/x{NAME}.pdf"), "%PDF-1.4\n");
    for command in [
        &["check"][..],
        &["check", "--format", "concise"],
        &["rows", "--format", "csv"],
        &["rows", "--format", "csv", "--csv-dialect", "excel-it"],
        &["people", "--format", "json"],
        &["weights"],
        &["layout"],
        &["check", "--format", "json"],
    ] {
        let path = format!("{NAME}/{NAME}");
        let paths = if command == ["layout"] { &path } else { NAME };
        let run = folder.cento(&[&command[..1], &[paths], &command[1..]].concat());
        let all = format!("{}{}", run.stdout, run.stderr).replace("\r\n", "\n");
        assert!(
            run.status < 2 && (all.contains("onerror") || command == ["weights"]) && !all.contains(is_harmful),
            "{command:?}: {all:?}"
        );
        if command.contains(&"excel-it") {
            let mut cells = csv::ReaderBuilder::new().delimiter(b';').from_reader(run.stdout.as_bytes());
            let lines: Vec<csv::StringRecord> = cells.records().map(|line| line.expect("a line")).collect();
            assert!(!lines.iter().flatten().any(|cell| cell.starts_with('=')), "{all}");
        }
    }
    for args in [&["report"][..], &["chart", "all", "--format", "svg"]] {
        let out = folder.path().join(args[0]);
        let run = folder.cento(&[args, &[NAME, "-o", out.to_str().expect("a path")]].concat());
        assert_eq!(run.status, 0, "{}", run.stderr);
        assert!(!run.stderr.contains(is_harmful), "{:?}", run.stderr);
        let mut told = std::collections::BTreeSet::new();
        for (name, text) in texts(&out) {
            let own = name.strip_prefix(folder.path().to_str().expect("a path")).expect("below it");
            assert!(!own.contains(|c: char| is_harmful(c) || "<>\"&".contains(c)), "{own:?}");
            assert!(!text.replace(['\r', '\t'], "").contains(is_harmful), "{own}");
            let is_markup = [".html", ".svg", ".xml", ".rels"].iter().any(|end| own.ends_with(end));
            if is_markup && text.contains("&lt;img src=x onerror") {
                told.insert(if own.contains(".xlsx!") { "xlsx" } else { &own[own.len() - 4..] }.to_owned());
            }
            assert!(!is_markup || !text.to_lowercase().contains("<img src=x"), "{own}");
            // Whatever it holds is well formed: no name has ended an element before its time.
            if [".svg", ".xml", ".rels"].iter().any(|end| own.ends_with(end)) {
                let mut reader = quick_xml::Reader::from_str(&text);
                reader.config_mut().check_end_names = true;
                while !matches!(reader.read_event().expect(own), quick_xml::events::Event::Eof) {}
            }
        }
        let forms: &[&str] = if args == ["report"] { &["html", "xlsx"] } else { &[".svg"] };
        assert_eq!(told.iter().map(String::as_str).collect::<Vec<_>>(), forms);
    }
}
