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
