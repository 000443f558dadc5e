//! The laws of reading, as the README words them: a test for each. That they hold for every form alike, `alike` says.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::support::{DOCUMENT, Folder, cento, codes, document, findings, sheet};

/// A sheet with a staff table of some headers and rows.
fn table(header: &str, rows: &[&str]) -> String {
    format!("**2024_PD_0411**\n\n{header}\n{}\n", rows.join("\n"))
}

fn check(text: &str) -> Value {
    Folder::with(text).check()
}

/// Somebody's total; none if he is not among the people.
pub(crate) fn total<'a>(check: &'a Value, person: &str) -> Option<&'a str> {
    let mut people = check["people"].as_array().expect("people").iter();
    people.find(|one| one["person"] == person)?["total_percent"].as_str()
}

fn count(check: &Value, of: &str) -> u64 {
    check["coverage"][of].as_u64().expect("a count")
}

/// 1. Rows seen = accepted + rejected, and every rejected one is a finding with its line.
#[test]
fn rows_seen_are_accepted_or_told() {
    // What is the label of a card elsewhere is a role here.
    let roles = "CDR\t04\n\n**2024_PD_0411**\n\nRuolo\tNominativo\t% impegno\nDipendente\tVerdi Ugo\t30 %\n\
        Dirigente\tRossi Anna\t\nCodice\tNeri Ada\t\n\nDirigente\tGatti Eva\t\n";
    let check_of_roles = check(roles);
    assert_eq!(
        ["rows_seen", "rows_accepted"].map(|of| count(&check_of_roles, of)),
        [4, 1],
        "{:?}",
        codes(&check_of_roles)
    );
    let rejected = [
        ("Rossi Anna\tDipendente\t12 %\tpiù\taltro", "R005"),
        ("Rossi Anna\tDipendente\tcirca 20", "R001"),
        ("\tDipendente\t20 %", "R002"),
        ("Rossi Anna e Verdi Ugo\tDipendente\t20 %", "R013"),
        ("Rossi Anna\tDipendente\t1.000 %", "R001"),
    ];
    for (at, (row, code)) in rejected.into_iter().enumerate() {
        // Wherever it stands among the others.
        let mut rows = vec!["Neri Ivo\tDipendente\t40 %", "Bianchi Eva\tDipendente\t60 %"];
        rows.insert(at % 3, row);
        let check = check(&sheet("2024_PD_0411", &rows));
        let counts = ["rows_seen", "rows_accepted", "rows_rejected"].map(|of| count(&check, of));
        assert_eq!(counts, [3, 2, 1], "{row}");
        let told = findings(&check, code);
        assert_eq!(told.len(), 1, "{row}: {:?}", codes(&check));
        assert_eq!(told[0]["origins"][0]["line"], 6 + at % 3, "{row}");
    }
}

/// 1. So are rows that look like those of a table that has ended, whatever has ended it.
#[test]
fn rows_below_a_table_that_has_ended_are_told() {
    let rows = "Verdi Anna\t30\tIstruttore\nNeri Ugo\t40\tIstruttore\n";
    let first = table("Nome\tImpegno %\tRuolo", &["Rossi Mario\t10\tIstruttore"]);
    for (between, code) in [
        ("\n**Archivio storico**\n\n", "R003"),
        ("\n## Archivio storico\n\n", "R003"),
        ("\nUnità\tPeso\tMansione\n", "R011"),
        ("\n## Archivio storico\n\nUnità\tPeso\tMansione\n", "R011"),
    ] {
        let check = check(&format!("{first}{between}{rows}"));
        assert_eq!(findings(&check, code).len(), 2, "{between}: {:?}", codes(&check));
        assert_eq!(total(&check, "Rossi Mario"), Some("10.00"), "{between}");
        // Of what is not known to be a row, nobody is known.
        assert_eq!(total(&check, "Neri Ugo"), (code == "R003").then_some("0.00"), "{between}");
    }
    let turned = check(&format!("{first}\nPeso\tUnità\n30\tVerdi Anna\n40\tNeri Ugo\n"));
    assert_eq!(findings(&turned, "R011").len(), 2, "{:?}", codes(&turned));
    // What comes between without heading anything ends nothing.
    let check = check(&format!("{first}\nComune di Esempio - PEG 2024\n\n{rows}"));
    assert_eq!((total(&check, "Neri Ugo"), findings(&check, "R003").len()), (Some("40.00"), 0));
}

/// 2. Every column of a table of commitments is used or named; what could change the figures leaves no total certain.
#[test]
fn a_column_that_could_change_the_figures_is_never_passed_over() {
    for (header, cell, bears) in [
        ("Assunzione", "1/3/2024", true),
        ("Ore", "18", true),
        ("2023", "40 %", true),
        ("Gennaio", "50", true),
        ("Cessazione", "30/06/2024", true),
        ("Qualcosa", "12,5", true),
        ("Note", "vedi allegato", false),
        ("Sede", "Via Roma 5", false),
    ] {
        let rows = [format!("Rossi Anna\t80 %\t{cell}"), format!("Rossi Anna\t80 %\t{cell}")];
        let check = check(&table(&format!("Nominativo\t% impegno\t{header}"), &rows.each_ref().map(String::as_str)));
        let told = findings(&check, "R010");
        assert_eq!(told.len(), 1, "{header}: {:?}", codes(&check));
        assert!(told[0]["message"].as_str().expect("a message").contains(&format!("«{header}»")), "{}", told[0]);
        assert_eq!(told[0]["severity"], if bears { "warning" } else { "note" }, "{header}");
        let person = &check["people"][0];
        assert_eq!((&person["certain"], person["status"].is_null()), (&(!bears).into(), bears), "{header}");
        assert_eq!(codes(&check).iter().any(|code| code == "A001"), !bears, "{header}: {:?}", codes(&check));
    }
}

/// 3. Every figure with a percent sign is counted: in a row that counts, in one that does not, elsewhere, or told.
#[test]
fn every_percent_sign_is_accounted_for() {
    let written = document();
    let signs = written.match_indices('%').filter(|(at, _)| {
        let before = written[..*at].trim_end_matches([' ', '\\', '\u{a0}']);
        before.ends_with(|c: char| c.is_ascii_digit())
    });
    let signs = signs.count() as u64;
    let check_of_plan = cento(&["check", "data", "--format", "json"]).json();
    assert!(signs > 200 && count(&check_of_plan, "percentages_seen") == signs, "{signs} in {DOCUMENT}");
    let text = table("Nominativo\t% impegno", &["Rossi Anna\t80 %", "Verdi Ugo\tcirca 5 %"])
        + "\nSi prevede il 12 % di risparmio.\n\nRisorsa assegnata\tParte\nNeri Ivo\t30 %\n";
    let check = check(&text);
    let parts =
        ["accepted", "rejected", "elsewhere", "unaccounted"].map(|of| count(&check, &format!("percentages_{of}")));
    assert_eq!((parts, count(&check, "percentages_seen")), ([1, 1, 1, 1], 4));
    assert_eq!(findings(&check, "R011").len(), 1);
    for run in [&check, &check_of_plan] {
        let parts = ["accepted", "rejected", "elsewhere", "unaccounted"];
        let sum: u64 = parts.iter().map(|of| count(run, &format!("percentages_{of}"))).sum();
        assert_eq!(sum, count(run, "percentages_seen"));
    }
}

/// 4. Nobody read is never fine: not of one document, nor of one beside a plan.
#[test]
fn nothing_read_is_never_fine() {
    let unknown = "Chi lavora\tQuanto\nRossi Anna\t80 %\nVerdi Ugo\t20 %\n".to_owned();
    let rejected = table("Nominativo\t% impegno", &["Rossi Anna\tcirca 80"]);
    for text in [&unknown, &rejected] {
        let folder = Folder::with(text);
        let run = folder.cento(&["check", "plan.md", "--format", "json"]);
        let told = run.json();
        assert_eq!((run.status, findings(&told, "R014").len()), (1, 1), "{text}: {:?}", codes(&told));
        assert_eq!(findings(&told, "R014")[0]["severity"], "error");
        let folder = folder.add("altro.md", sheet("2024_PD_0412", &["Neri Ivo\tDipendente\t100 %"]));
        let beside = folder.check();
        assert_eq!(findings(&beside, "R015").len(), 1, "{text}: {:?}", codes(&beside));
        assert_eq!(findings(&beside, "R015")[0]["severity"], "warning");
    }
}

/// 5. What is seen is what counts: what is hidden or struck is told with what it would add.
#[test]
fn what_is_not_seen_does_not_count_and_is_told() {
    let page = |row: &str| {
        format!(
            "<!DOCTYPE html><title>Piano</title><h2>2024_PD_0411</h2><table><tr><th>Nominativo<th>% impegno</tr>\
             <tr><td>Neri Ivo<td>100 %</tr>{row}</table>"
        )
    };
    for row in [
        "<tr hidden><td>Rossi Anna<td>35 %</tr>",
        "<tr style=\"display:none\"><td>Rossi Anna<td>35 %</tr>",
        "<tr><td><s>Rossi Anna</s><td><s>35 %</s></tr>",
        "<tr><td><del>Rossi Anna</del><td><del>35 %</del></tr>",
    ] {
        let check = Folder::new().add("plan.html", page(row)).check();
        assert_eq!((total(&check, "Rossi Anna"), total(&check, "Neri Ivo")), (None, Some("100.00")), "{row}");
        let told = findings(&check, "R012");
        assert_eq!((told.len(), &told[0]["percent"]), (1, &"35.00".into()), "{row}: {:?}", codes(&check));
    }
    let shown = Folder::new().add("plan.html", page("<tr><td>Rossi Anna<td>35 %</tr>")).check();
    assert_eq!((total(&shown, "Rossi Anna"), findings(&shown, "R012").len()), (Some("35.00"), 0));
}

/// 7. No scale by guess: a figure without a sign is a percentage only where its table leaves no doubt.
#[test]
fn no_scale_is_guessed() {
    for (header, shares, read) in [
        ("Impegno", ["20", "30"], true),
        ("Impegno", ["20", "1"], false),
        ("% impegno", ["20", "1"], true),
        ("% impegno", ["0,5", "1"], false),
        ("Impegno", ["0,5", "30 %"], false),
        ("% impegno", ["1.0", "30 %"], false),
    ] {
        let rows = [format!("Rossi Anna\t{}", shares[0]), format!("Verdi Ugo\t{}", shares[1])];
        // What stands in another table says nothing of this one.
        let other = table("Nominativo\t% impegno", &["Neri Ivo\t80"]).replace("0411", "0412");
        let text = table(&format!("Nominativo\t{header}"), &rows.each_ref().map(String::as_str)) + "\n" + &other;
        let check = check(&text);
        let bare = shares.iter().filter(|share| !share.contains('%')).count();
        let told = findings(&check, "R001").len();
        assert_eq!(told, if read { 0 } else { bare }, "{header} {shares:?}: {:?}", codes(&check));
        assert_eq!(count(&check, "rows_rejected"), told as u64, "{header} {shares:?}");
        assert_eq!(total(&check, "Neri Ivo"), Some("80.00"), "{header} {shares:?}");
    }
}

/// 8. A mark is no digit and no name.
#[test]
fn marks_are_no_digits_and_no_names() {
    for figure in ["5¹ %", "5 %¹", "5 %*", "5 % (1)", "5² %"] {
        let check = check(&sheet("2024_PD_0411", &[&format!("Rossi Anna\tDipendente\t{figure}")]));
        assert_eq!(total(&check, "Rossi Anna"), Some("5.00"), "{figure}: {:?}", codes(&check));
    }
    for name in ["Rossi Anna*", "Rossi Anna²", "Rossi Anna (1)", "Dott.ssa Rossi Anna", "Rossi Anna (part-time)"] {
        let row = format!("{name}\tDipendente\t60 %");
        let check = check(&sheet("2024_PD_0411", &["Rossi Anna\tDipendente\t40 %", &row]));
        assert_eq!(total(&check, "Rossi Anna"), Some("100.00"), "{name}: {:?}", codes(&check));
    }
}

/// The laws as a README has them: the tests that it names.
fn tests_named(readme: &str) -> Vec<String> {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(readme)).expect("a README");
    let words = text.split('`').skip(1).step_by(2);
    words.filter(|word| word.contains("::")).map(str::to_owned).collect()
}

#[test]
fn every_promise_of_the_readme_names_a_test_that_there_is() {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cento");
    for readme in ["README.md", "README.it.md"] {
        let named = tests_named(readme);
        assert!(named.len() >= 10, "{readme} names {named:?}");
        assert_eq!(named, tests_named("README.md"), "{readme}");
        for name in named {
            let (module, test) = name.rsplit_once("::").expect("a module and a test");
            let module = module.replace("::", "/");
            let file = [format!("{module}.rs"), format!("{module}/mod.rs")];
            let code = file.iter().find_map(|file| fs::read_to_string(tests.join(file)).ok());
            let code = code.unwrap_or_else(|| panic!("{readme}: {name}"));
            assert!(code.contains(&format!("#[test]\nfn {test}()")), "{readme}: {name}");
        }
    }
}
