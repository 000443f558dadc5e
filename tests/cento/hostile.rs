//! Odd and hostile input: one fault costs one row, is told with its line, and hides nothing else.

use std::fs;

use serde_json::Value;

use crate::expected::counts;
use crate::support::{Folder, Run, codes, document, findings, sheet};

const ROW: &str = "Ugoletti Monica\tDipendente a tempo indeterminato/determinato\t92,00 %";

/// The check of the plan with one row written differently.
fn with_row(row: &str) -> Value {
    let text = document();
    assert_eq!(text.matches(ROW).count(), 1);
    Folder::with(text.replace(ROW, row)).check()
}

/// The row of the plan with another percentage.
fn with_percent(percent: &str) -> Value {
    with_row(&ROW.replace("92,00 %", percent))
}

fn assert_one_rejected(check: &Value, code: &str, quoted: &str) {
    assert_eq!(counts(check)[..4], [55, 162, 161, 1], "{quoted}");
    let [.., seen, accepted, rejected, elsewhere, unaccounted] = counts(check);
    assert_eq!((accepted, elsewhere, unaccounted, seen), (161, 62, 0, 223 + rejected), "{quoted}");
    assert_eq!(check["totals"]["commitment_percent"], "5070.00", "{quoted}");
    let found = findings(check, code);
    assert_eq!(found.len(), 1, "{quoted}: {:?}", codes(check));
    let line = 1 + document().lines().position(|line| line == ROW).expect("the row");
    assert_eq!(found[0]["origins"][0]["line"], line, "{quoted}");
    assert_eq!(found[0]["written"], quoted);
}

#[test]
fn unreadable_percentages() {
    for percent in ["O,50 %", "12,5.0 %", "-5 %", "1.000 %", "12 %%", "1e2 %", "3,0\0 %", "10.000,00 %", "cento %", "%"]
    {
        let check = with_percent(percent);
        assert_one_rejected(&check, "R001", percent);
        let message = findings(&check, "R001")[0]["message"].as_str().expect("a message");
        assert!(message.contains(&percent.replace('\0', "␀")), "{message}");
    }
    assert_one_rejected(&with_percent(""), "R001", "");
}

#[test]
fn rows_without_a_name() {
    assert_one_rejected(&with_row("\tDipendente\t92,00 %"), "R002", "");
    assert_one_rejected(&with_row("—\tDipendente\t92,00 %"), "R002", "—");
    assert_one_rejected(&with_row("Ugoletti\0Monica\tDipendente\t92,00 %"), "R002", "Ugoletti\0Monica");
}

#[test]
fn rows_with_a_wrong_number_of_cells() {
    for row in [
        "Ugoletti Monica\t92,00 %",
        "Ugoletti Monica\tDipendente\t92,00 %\ta\tb",
        "Ugoletti Monica\tDipendente\t92,00 %\t\t",
        "Ugoletti Monica 92,00 %",
    ] {
        assert_one_rejected(&with_row(row), "R005", row);
    }
}

#[test]
fn a_row_with_two_faults_has_both() {
    let check = with_row("\tDipendente\tO,50 %");
    assert_eq!(check["coverage"]["rows_rejected"], 1);
    assert!(codes(&check).contains(&"R001".to_owned()) && codes(&check).contains(&"R002".to_owned()));
}

#[test]
fn a_row_after_a_heading_is_stray() {
    let stray = "Rossi Mario\tDipendente\t92,00 %";
    let text = document().replace(&format!("{ROW}\n"), "") + &format!("\n## Appendice\n\n{stray}\n");
    let check = Folder::with(&text).check();
    assert_eq!(check["coverage"]["rows_seen"], 162);
    assert_eq!(check["coverage"]["rows_accepted"], 161);
    let found = findings(&check, "R003");
    assert_eq!(found.len(), 1);
    assert_eq!(found[0]["written"], stray);
    assert_eq!(found[0]["origins"][0]["line"], text.lines().count());
}

#[test]
fn odd_figures_that_can_be_read_count() {
    let check = with_percent("250,00 %");
    assert_eq!(check["coverage"]["rows_accepted"], 162);
    assert_eq!(findings(&check, "A003")[0]["percent"], "250.00");
    assert_eq!(findings(&check, "A001")[0]["total_percent"], "258.00");
    let check = with_percent("0,00 %");
    assert_eq!(check["coverage"]["rows_accepted"], 162);
    assert_eq!(findings(&check, "A005").len(), 1);
    for same in ["92 %", "92,0%", "92", "92\u{a0}%", "92,000000 %", "92.00 %"] {
        assert_eq!(with_percent(same)["totals"]["people_full"], 46, "{same}");
    }
}

#[test]
fn a_hundredth_over_is_over() {
    let folder = Folder::with(document().replace(ROW, &ROW.replace("92,00", "92,01")));
    let run = folder.cento(&["check", ".", "--format", "json"]);
    assert_eq!(run.status, 1);
    let check = run.json();
    let over = findings(&check, "A001");
    assert_eq!(over.len(), 1);
    assert_eq!((&over[0]["total_percent"], &over[0]["difference_percent"]), (&"100.01".into(), &"0.01".into()));
    assert_eq!(over[0]["origins"].as_array().expect("origins").len(), 3);
    assert_eq!(check["people"][0]["person"], "Ugoletti Monica");
    let table = folder.cento(&["check"]).stdout;
    assert!(table.starts_with("58 persone: 1 oltre il 100 %, 45 esattamente al 100 %, 12 sotto\n"), "{table}");
    assert!(table.contains("100,01 %") && table.contains("+0,01"), "{table}");
    assert_eq!(folder.cento(&["check", "--fail-on", "never"]).status, 0);
    assert_eq!(folder.cento(&["check", "--tolerance", "0,01"]).status, 0);
    assert_eq!(folder.cento(&["check", "--tolerance", "0,009"]).status, 1);
}

#[test]
fn tenths_and_thirds_are_exact() {
    let tenths: String =
        (0..10).map(|at| sheet(&format!("2024_PD_000{at}"), &["Rossi Anna\tDipendente\t10,00 %"])).collect();
    let check = Folder::with(tenths).check();
    assert_eq!(check["people"][0]["status"], "full");
    let thirds: String =
        (0..3).map(|at| sheet(&format!("2024_PD_000{at}"), &["Rossi Anna\tDipendente\t33,333 %"])).collect();
    let folder = Folder::with(thirds);
    let check = folder.check();
    assert_eq!(check["people"][0]["status"], "under");
    assert_eq!(check["people"][0]["difference_percent"], "-0.001");
    assert!(folder.cento(&["check"]).stdout.contains("−0,001"));
}

#[test]
fn what_holds_no_plan_is_told_clearly() {
    let empty = Folder::with("");
    assert_told(&empty.cento(&["check", "plan.md"]), 1, "R004");
    assert_told(&empty.cento(&["check", "."]), 2, "Nessun piano");
    assert_told(&empty.cento(&["check", "mancante.md"]), 2, "mancante.md: non esiste");
    assert_told(&empty.cento(&["check", "mancante"]), 2, "mancante: non esiste");
    let binary = Folder::with([0u8, 159, 146, 150].repeat(300));
    assert_told(&binary.cento(&["check", "plan.md"]), 2, "non è un documento di testo");
    assert_told(&binary.cento(&["check", "."]), 2, "plan.md (non è testo)");
    let without_table = Folder::with("# Piano\n\nTesto senza tabelle.\n");
    assert_told(&without_table.cento(&["check", "plan.md"]), 1, "R004");
    assert_told(&without_table.cento(&["check"]), 2, "Nessun piano");
    assert_told(&without_table.cento(&["people", "."]), 2, "Nessun piano");
    let years = Folder::new().add("a.md", "PEG 2023\n").add("b.md", "PEG 2024\n");
    assert_told(&years.cento(&["check", "a.md", "b.md"]), 2, "anni diversi");
    let bodies = Folder::new().add("a.md", "Comune di Modena\n").add("b.md", "Comune di Parma\n");
    assert_told(&bodies.cento(&["check", "a.md", "b.md"]), 2, "enti diversi");
}

fn assert_told(run: &Run, status: i32, words: &str) {
    assert_eq!(run.status, status, "{}{}", run.stdout, run.stderr);
    let told = if status == 2 { &run.stderr } else { &run.stdout };
    assert!(told.contains(words), "{words} is not in: {told}");
    assert!(!run.stderr.contains("panicked"), "{}", run.stderr);
}

#[test]
fn cut_and_scrambled_plans_never_panic() {
    let text = document();
    let bytes = text.as_bytes();
    // Cut at a prime distance: in the middle of words, cells, marks and characters.
    for at in (0..bytes.len()).step_by(1999) {
        let cut = Folder::with(&bytes[..at]).cento(&["check", "plan.md", "-q"]);
        assert!((0..=1).contains(&cut.status), "{at}: {}", cut.stderr);
    }
    let mut lines: Vec<&str> = text.lines().collect();
    lines.reverse();
    let reversed = Folder::with(lines.join("\n")).check();
    let coverage = &reversed["coverage"];
    let count = |key: &str| coverage[key].as_u64().expect("a count");
    assert_eq!(count("rows_seen"), count("rows_accepted") + count("rows_rejected"));
}

#[test]
fn nothing_hostile_reaches_the_terminal() {
    let hostile = sheet("2024_PD_0001", &["Ros\u{1b}[31msi\tDipendente\t1\u{7}0 %"]);
    let table = Folder::with(hostile).cento(&["check"]).stdout;
    assert!(!table.contains('\u{1b}') && !table.contains('\u{7}'), "{table:?}");
}

#[test]
fn an_output_file_is_written_whole_or_not_at_all() {
    let folder = Folder::with(document());
    let run = folder.cento(&["people", ".", "--format", "csv", "-o", "persone.csv"]);
    assert_eq!((run.status, run.stdout.as_str()), (0, ""));
    let written = fs::read_to_string(folder.path().join("persone.csv")).expect("the file");
    assert_eq!(written.lines().count(), 60);
    let run = folder.cento(&["people", ".", "-o", "manca/persone.csv"]);
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("non si può scrivere"), "{}", run.stderr);
    let files: Vec<_> = fs::read_dir(folder.path()).expect("the folder").collect();
    assert_eq!(files.len(), 2, "nothing is left behind");
}

const HEADER: &str = "Nome Soggetto\tRelazione Personale\tImpegno Personale\n";
const FIRST: &str = "Rossi Anna\tDirigente\t20,00 %\n";

/// A CDR with one sheet, up to its staff table.
fn head() -> String {
    "## 04 - SEGRETARIO GENERALE\n\nDirigente: **ROSSI ANNA**\n\n**Prodotto**\n\n**2024\\_PD\\_0411**\n\n**PRIMO**\n\n"
        .to_owned()
}

/// Each row of a check's plan as `CDR project person percent`, and rows seen and rejected.
fn rows(text: &str) -> (Vec<String>, u64, u64) {
    let folder = Folder::with(text);
    let check = folder.cento(&["check", "plan.md", "--format", "json"]).json();
    let rows = folder.cento(&["rows", "plan.md", "--format", "json"]).json();
    let rows =
        rows["rows"].as_array().expect("rows").iter().map(|row| {
            ["cdr", "project", "person", "percent"].map(|column| row[column].as_str().unwrap_or("-")).join(" ")
        });
    let count = |key: &str| check["coverage"][key].as_u64().expect("a count");
    (rows.collect(), count("rows_seen"), count("rows_rejected"))
}

#[test]
fn a_staff_table_goes_on_over_whatever_a_page_break_leaves() {
    let last = "Verdi Ugo\tDipendente\t30,00 %\n";
    for between in
        ["\n", "12\n", "\n12\n\n", "\nPagina 12\n\n", "\nPag. 3 di 10\n\n", "\n## 04 - SEGRETARIO GENERALE\n\n"]
    {
        let (rows, seen, rejected) = rows(&format!("{}{HEADER}{FIRST}{between}{last}", head()));
        assert_eq!(rows, ["04 2024_PD_0411 Rossi Anna 20.00", "04 2024_PD_0411 Verdi Ugo 30.00"], "{between:?}");
        assert_eq!((seen, rejected), (2, 0), "{between:?}");
    }
    // Cells that are empty in the header may be empty in the rows.
    let wide = format!("{}{HEADER}{FIRST}\n{last}", head()).replace('\n', "\t\n").replace("\t\n\t\n", "\n\n");
    assert_eq!(rows(&wide.replace("PRIMO**\t", "PRIMO**")).1, 2);
}

#[test]
fn a_doubtful_row_below_a_blank_line_is_told() {
    for row in ["Verdi Ugo\t30,00 %", "Entrate proprie\tTitolo I\t5,00 %", "Acquisto Arredi\tCapitolo\t5,00 %"] {
        let (rows, seen, rejected) = rows(&format!("{}{HEADER}{FIRST}\n{row}\n{row}\n", head()));
        assert_eq!((rows.len(), seen, rejected), (1, 3, 2), "{row}");
    }
    // The header above it takes the doubt away.
    let again = format!("{}{HEADER}{FIRST}\nX Y\tPortavoce\t5 %\n\n{HEADER}Verdi Ugo\tPortavoce\t30,00 %\n", head());
    let (rows, seen, rejected) = rows(&again);
    assert_eq!((rows.len(), seen, rejected), (2, 3, 1));
}

#[test]
fn sheets_and_cdrs_are_recognised_in_other_dress() {
    for head_of_second in [
        "Prodotto\n2024_PD_0412\nSECONDO\n",
        "## Prodotto: 2024_PD_0412 - SECONDO\n",
        "**Prodotto**\n\n## **2024\\_PD\\_0412** Arte | Cultura\n",
        "***2024\\_PD\\_0412***\n\n***SECONDO***\n",
        "<strong>2024_PD_0412</strong>\n\n<strong>SECONDO</strong>\n",
    ] {
        let (rows, ..) = rows(&format!("{}{HEADER}{FIRST}\n{head_of_second}\n{HEADER}{FIRST}", head()));
        assert_eq!(rows.last().expect("a row"), "04 2024_PD_0412 Rossi Anna 20.00", "{head_of_second}");
    }
    for head_of_cdr in [
        "## 12 - Servizio Legale\n\nCentro di Responsabilità\n\nDirigente: Verdi Ugo\n",
        "## CDR 12 - SERVIZIO LEGALE\n\nDirigente: Verdi Ugo\n",
        "**12 – Servizio legale**\nDirigente: Verdi Ugo\n",
    ] {
        let sheet = "\n**2024\\_PD\\_1201**\n\n**T**\n\n";
        let (rows, ..) = rows(&format!("{}{HEADER}{FIRST}\n{head_of_cdr}{sheet}{HEADER}{FIRST}", head()));
        assert_eq!(rows.last().expect("a row"), "12 2024_PD_1201 Rossi Anna 20.00", "{head_of_cdr}");
    }
    // A running header, and a chapter that looks like a CDR, leave the sheet open.
    for line in ["## 04 - SEGRETARIO GENERALE\n\n", "## 01 - PREMESSA\n\n"] {
        let (rows, ..) = rows(&format!("{}{line}{HEADER}{FIRST}", head()));
        assert_eq!(rows, ["04 2024_PD_0411 Rossi Anna 20.00"], "{line}");
    }
}

#[test]
fn marks_in_a_name_make_no_other_person() {
    for name in [
        "Rossi<br>Anna",
        "**Rossi** **Anna**",
        "Rossi&nbsp;Anna",
        "*Rossi Anna*",
        "ROSSI Anna",
        "<b>Rossi Anna</b><br>",
    ] {
        let (rows, ..) = rows(&format!("{}{HEADER}{name}\tDirigente\t20,00&nbsp;%<br>\n", head()));
        assert_eq!(rows, ["04 2024_PD_0411 Rossi Anna 20.00"], "{name}");
    }
    for name in ["Rossi Anna*", "Dott.ssa Rossi Anna", "Rossi Anna (part-time)", "Rossi Anna²", "_Rossi Anna_"] {
        let (rows, seen, rejected) = rows(&format!("{}{HEADER}{FIRST}{name}\tDirigente\t5,00 %\n", head()));
        assert_eq!((seen, rejected), (2, 0), "{name}");
        assert_eq!(rows[1].split(' ').nth(2), Some("Rossi"), "{name}: one person");
    }
}

#[test]
fn totals_are_no_people_and_hours_no_percentages() {
    for total in ["Totale\t\t20,00 %", "Totale progetto\t\t120,00 %", "**Totale:**\t-\t20 %", "Totale\t20,00 %"] {
        assert_eq!(
            rows(&format!("{}{HEADER}{FIRST}{total}\n", head())),
            (vec!["04 2024_PD_0411 Rossi Anna 20.00".to_owned()], 1, 0)
        );
    }
    let hours = HEADER.replace("Impegno Personale", "Impegno (ore)");
    let (_, seen, rejected) = rows(&format!("{}{hours}Rossi Anna\tDirigente\t40\nVerdi Ugo\tDipendente\t36\n", head()));
    assert_eq!((seen, rejected), (2, 2));
}

#[test]
fn every_sum_is_the_same_for_a_plan_cut_anywhere() {
    let text = document();
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    for at in (50..lines.len()).step_by(211) {
        let folder = Folder::new().add("a.md", lines[..at].concat()).add("b.md", lines[at..].concat());
        let check = folder.check();
        let hundredths =
            |value: &Value| value.as_str().map_or(0, |text| text.replace('.', "").parse::<u64>().expect("a sum"));
        let total = hundredths(&check["totals"]["commitment_percent"]);
        for listing in ["cdrs", "projects"] {
            let listed = folder.cento(&[listing, ".", "--format", "json"]).json();
            let sum: u64 =
                listed[listing].as_array().expect("records").iter().map(|r| hundredths(&r["total_percent"])).sum();
            assert_eq!(sum, total, "{listing}, cut at {at}");
        }
    }
}
