//! Odd and hostile input: one fault costs one row, is told with its line, and hides nothing else.

use std::fs;

use serde_json::Value;

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
    assert_eq!(
        check["coverage"],
        serde_json::json!({"staff_tables": 55, "rows_seen": 162, "rows_accepted": 161, "rows_rejected": 1}),
        "{quoted}"
    );
    assert_eq!(check["totals"]["commitment_percent"], "5070.00", "{quoted}");
    let found = findings(check, code);
    assert_eq!(found.len(), 1, "{quoted}: {:?}", codes(check));
    let line = 1 + document().lines().position(|line| line == ROW).expect("the row");
    assert_eq!(found[0]["origins"][0]["line"], line, "{quoted}");
    assert_eq!(found[0]["written"], quoted);
}

#[test]
fn unreadable_percentages() {
    for percent in [
        "O,50 %",
        "12,5.0 %",
        "-5 %",
        "1.000 %",
        "12 %%",
        "1e2 %",
        "3,0\0 %",
        "0,1234567 %",
        "10.000,00 %",
        "cento %",
        "%",
    ] {
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
