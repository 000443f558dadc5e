//! The outputs: languages, formats, settings, exit statuses.

use crate::expected::counts;
use crate::support::{Folder, cento, document, sheet};

#[test]
fn both_languages_say_the_same_figures() {
    let italian = cento(&["check", "data", "-q"]);
    assert_eq!(italian.stdout, "58 persone: nessuna oltre il 100 %, 46 esattamente al 100 %, 12 sotto\n");
    let english = cento(&["check", "data", "-q", "--lang", "en"]);
    assert_eq!(english.stdout, "58 people: nobody over 100%, 46 exactly at 100%, 12 under\n");
}

#[test]
fn json_is_the_same_in_both_languages_but_for_words() {
    let strip = |lang: &str| {
        let mut check = cento(&["check", "data", "--format", "json", "--lang", lang]).json();
        for finding in check["findings"].as_array_mut().expect("findings") {
            finding["message"] = "".into();
            finding["help"] = "".into();
        }
        check
    };
    assert_eq!(strip("it"), strip("en"));
}

#[test]
fn no_message_is_left_unfilled() {
    for lang in ["it", "en"] {
        for command in [&["check"][..], &["people"], &["projects"], &["cdrs"], &["rows"], &["person", "poma stefano"]] {
            let output = cento(&[command, &["data", "--lang", lang]].concat()).stdout;
            assert!(!output.contains("{$") && !output.contains("{ $"), "{output}");
        }
        for command in ["check", "people", "person", "projects", "cdrs", "rows"] {
            let help = cento(&[command, "--help", "--lang", lang]);
            assert_eq!(help.status, 0);
            assert!(!help.stdout.contains("arg-") && !help.stdout.contains("command-"), "{}", help.stdout);
        }
    }
}

#[test]
fn findings_set_the_exit_status() {
    for (fail_on, status) in [("error", 0), ("warning", 1), ("note", 1), ("never", 0)] {
        assert_eq!(cento(&["check", "data", "--fail-on", fail_on]).status, status, "{fail_on}");
    }
    assert_eq!(cento(&["check", "data", "--fail-on", "warning", "--ignore", "D,N"]).status, 0);
    assert_eq!(cento(&["check", "data", "--select", "B"]).status, 2);
    assert_eq!(cento(&["controlla"]).status, 2);
    assert_eq!(cento(&["person", "Ugolotti Monica", "data"]).status, 2);
}

#[test]
fn an_unknown_name_is_answered_with_the_nearest() {
    let run = cento(&["person", "Ugolotti Monica", "data"]);
    assert!(run.stderr.contains("Ugoletti Monica"), "{}", run.stderr);
    let run = cento(&["person", "Bondavalli", "data"]);
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("Bondavalli Cristina, Bondavalli Giulia"), "{}", run.stderr);
}

#[test]
fn csv_has_the_names_of_json() {
    let csv = cento(&["people", "data", "--format", "csv"]).stdout;
    assert!(csv.starts_with(
        "plan,person,as_written,kind,roles,cdrs,projects,rows,total_percent,capacity_percent,difference_percent,status,fte,certain,rounded_rows,rejected_rows,peak_percent,peak_from,peak_to,number\n"
    ));
    assert!(
        csv.contains(
            ",Poma Stefano,Poma Stefano,person,director,04+49,12,12,99.00,100.00,-1.00,under,0.99,true,0,0,,,,\n"
        ),
        "{csv}"
    );
    assert!(
        csv.contains(
            ",TUTTI GLI OPERATORI,TUTTI GLI OPERATORI,collective,employee,49,5,5,100.00,,,,1.00,true,0,0,,,,\n"
        ),
        "{csv}"
    );
    let excel = cento(&["people", "data", "--format", "csv", "--csv-dialect", "excel-it"]).stdout;
    assert!(
        excel.starts_with('\u{feff}') && excel.contains(";99,00;100,00;-1,00;under;0,99;true;0;0;;;;\r\n"),
        "{excel}"
    );
}

#[test]
fn settings_are_read_and_faults_in_them_told_with_their_line() {
    let folder = Folder::with(document()).add("cento.toml", "[check]\ntolerance_percent = 1\nfail_on = \"warning\"\n");
    let run = folder.cento(&["check", ".", "--format", "json"]);
    assert_eq!(run.status, 1, "the settings ask for it");
    let check = run.json();
    assert_eq!(check["tolerance_percent"], "1.00");
    assert_eq!(check["totals"]["people_under"], 11, "99,00 is within the tolerance");
    let folder = Folder::with(document()).add("cento.toml", "[entity]\nnome = \"Comune di Modena\"\n");
    let run = folder.cento(&["check"]);
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("cento.toml:2: «nome» non è previsto; forse «name»?"), "{}", run.stderr);
    let people = cento(&["people", "data", "--tolerance", "0,5"]).stdout;
    assert!(people.ends_with("\nTolleranza: 0,50 %\n"), "every output that judges states its tolerance");
    let people = cento(&["people", "data", "--tolerance", "0,5", "--format", "json"]).json();
    assert_eq!(people["tolerance_percent"], "0.50");
    for tolerance in ["-1", "100", "0,0000001", "poco"] {
        assert_eq!(cento(&["check", "data", "--tolerance", tolerance]).status, 2, "{tolerance}");
    }
}

#[test]
fn spellings_of_one_name_are_one_person() {
    let plan = sheet("2024_PD_0001", &["D'ANGELO NICOLO'\tDipendente\t40,00 %", "Rossi  Ada\tDipendente\t100 %"])
        + &sheet("2024_PD_0002", &["D’Angelo Nicolò\tDipendente\t60,00 %"]);
    let people = Folder::with(plan).cento(&["people", ".", "--format", "json"]).json();
    let people = people["people"].as_array().expect("people");
    assert_eq!(people.len(), 2);
    assert_eq!(people[0]["person"], "D’Angelo Nicolò");
    assert_eq!(people[0]["as_written"], serde_json::json!(["D'ANGELO NICOLO'", "D’Angelo Nicolò"]));
    assert_eq!(people[0]["status"], "full");
    assert_eq!(people[1]["person"], "Rossi Ada");
}

#[test]
fn a_repeated_sheet_counts_once_and_its_rows_are_rejected() {
    let one = sheet("2024_PD_0001", &["Rossi Ada\tDirigente\t60,00 %"]);
    let check = Folder::with(format!("{one}{one}")).check();
    assert_eq!(check["people"][0]["total_percent"], "60.00");
    assert_eq!(counts(&check), [2, 2, 1, 1, 2, 1, 1, 0, 0]);
}

#[test]
fn fingerprints_are_those_of_the_bytes() {
    let folder = Folder::with("abc");
    let check = folder.cento(&["check", "plan.md", "--sha256", "--format", "json"]).json();
    // The digest that the standard gives for these three letters.
    let digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    assert_eq!(check["inputs"][0]["sha256"], digest);
}
