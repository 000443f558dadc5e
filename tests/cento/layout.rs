//! Plans of other bodies: tables with other headings, flat tables, bare figures.

use serde_json::Value;

use crate::support::{Folder, codes, findings};

/// Each row of the plan in a folder as `CDR project person percent`.
pub fn rows(folder: &Folder) -> Vec<String> {
    let rows = folder.cento(&["rows", ".", "--format", "json"]).json();
    let columns = ["cdr", "project", "person", "percent"];
    let shown = |row: &Value| columns.map(|column| row[column].as_str().unwrap_or("-")).join(" ");
    rows["rows"].as_array().expect("rows").iter().map(shown).collect()
}

/// Rows accepted and rejected.
fn counts(check: &Value) -> (u64, u64) {
    let count = |key: &str| check["coverage"][key].as_u64().expect("a count");
    assert_eq!(count("rows_seen"), count("rows_accepted") + count("rows_rejected"));
    (count("rows_accepted"), count("rows_rejected"))
}

/// A sheet with a staff table.
fn sheet(table: &str) -> String {
    format!("## 04 - SEGRETARIO\n\nDirigente: Poma Stefano\n\n**2024_PD_0411**\n\n**PRIMO**\n\n{table}")
}

#[test]
fn staff_tables_have_headings_of_other_words() {
    for table in [
        "Dipendente\tCat.\t% impegno\nRossi Anna\tD3\t20,5 %\nVerdi Ugo\tC1\t30\n",
        "| Matr. | Cognome e nome | Profilo | Impegno % | Note |\n|---|---|---|---|---|\n| 1 | Rossi Anna | D | 20,5 % | |\n| 2 | Verdi Ugo | C | 30 | dal 1/3 |\n",
        "Nominativo\tPercentuale di impegno\nRossi Anna\t20,5\nVerdi Ugo\t30\n",
        "COGNOME\tNOME\tRUOLO\tIMPEGNO\nRossi\tAnna\tDirigente\t20,5 %\nVerdi\tUgo\tDipendente\t30 %\n",
        "| Nome | Cognome | Impegno |\n| Anna | Rossi | 20,5 % |\n| Ugo | **Verdi** | 30 % |\n",
        "Employee\tRole\tCommit- ment\nRossi Anna\tclerk\t20.5 %\nVerdi Ugo\tclerk\t30 %\n",
        "Personale assegnato\t\t\nNominativo\tRelazione Perso-\u{ad} nale\tImpegno Perso- nale\nRossi Anna\t\t20,5 %\nVerdi Ugo\t\t30 %\n",
    ] {
        let folder = Folder::with(sheet(table));
        assert_eq!(rows(&folder), ["04 2024_PD_0411 Rossi Anna 20.50", "04 2024_PD_0411 Verdi Ugo 30.00"], "{table}");
        assert_eq!(counts(&folder.check()), (2, 0), "{table}");
    }
}

#[test]
fn a_name_in_two_cells_leads_back_to_both() {
    let folder = Folder::with(sheet("Cognome\tNome\tImpegno\nRossi\tAnna\t20 %\n"));
    let csv = folder.cento(&["rows", ".", "--format", "json"]).json();
    let row = &csv["rows"][0];
    assert_eq!((row["person_as_written"].as_str(), &row["role_as_written"]), (Some("Rossi Anna"), &Value::Null));
    // What cannot be read together is told.
    let check = Folder::with(sheet("Cognome\tMatricola\tNome\tImpegno\nRossi\t12\tAnna\t20 %\n")).check();
    assert_eq!((counts(&check), &findings(&check, "R002")[0]["written"]), ((0, 1), &"Rossi".into()));
}

#[test]
fn other_tables_are_no_staff_tables() {
    for table in [
        "Fase\tResponsabile\t% avanzamento\nAvvio\tRossi Anna\t20 %\n",
        "Risorsa\tCapitolo\tImporto\t%\nTributi\t12\t500,00\t20 %\n",
        "Dipendente\tCorso\tOre\nRossi Anna\tSicurezza\t12\n",
        "Soggetto\tQuota\nFarmacie comunali\t20 %\n",
    ] {
        assert_eq!(counts(&Folder::with(sheet(table)).check()), (0, 0), "{table}");
    }
}

const FLAT: &str = "CDR\tDenominazione CDR\tDirigente\tCodice progetto\tTitolo\tNominativo\tRuolo\tImpegno\n";

#[test]
fn every_row_of_a_flat_table_goes_to_its_project() {
    let rows_of_table = "04\tSEGRETARIO\tPoma Stefano\t2024_PD_0411\tPRIMO\tRossi Anna\tDipendente\t20 %\n\
        \t\t\t\t\tVerdi Ugo\tDipendente\t30 %\n\
        12\tLEGALE\tBenvegna Eliana\t2024_PD_1201\tSECONDO\tRossi Anna\tDipendente\t80 %\n\
        04\t\t\t2024_PD_0411\t\tNeri Ada\tDipendente\t5 %\n";
    let expected = [
        "04 2024_PD_0411 Rossi Anna 20.00",
        "04 - Verdi Ugo 30.00",
        "12 2024_PD_1201 Rossi Anna 80.00",
        "04 2024_PD_0411 Neri Ada 5.00",
    ];
    let tabs = format!("{FLAT}{rows_of_table}");
    let pipes: Vec<String> = tabs.lines().map(|line| format!("| {} |", line.replace('\t', " | "))).collect();
    let pipes = pipes.join("\n");
    for text in [tabs, pipes] {
        let folder = Folder::with(&text);
        assert_eq!(rows(&folder), expected, "{text}");
        let check = folder.check();
        assert_eq!((counts(&check), &check["coverage"]["staff_tables"]), ((4, 0), &1.into()));
        // A blank code is not that of the row above: somebody may have left it out.
        assert!(codes(&check).iter().all(|code| matches!(&**code, "A002" | "D006" | "R009")), "{:?}", codes(&check));
        assert_eq!(findings(&check, "R009")[0]["persons"], serde_json::json!(["Verdi Ugo"]));
        let projects = folder.cento(&["projects", ".", "--format", "json"]).json();
        assert_eq!(projects["projects"][0]["title"], "PRIMO");
        let cdrs = folder.cento(&["cdrs", ".", "--format", "json"]).json();
        assert_eq!(
            (&cdrs["cdrs"][1]["name"], &cdrs["cdrs"][1]["director"]),
            (&"LEGALE".into(), &"Benvegna Eliana".into())
        );
    }
}

#[test]
fn a_row_without_a_readable_code_counts_for_its_person_and_is_told() {
    let text = "Codice progetto\tNominativo\tImpegno\n\
        2024_PD_0411\tRossi Anna\t20 %\n\
        vedi sopra\tVerdi Ugo\t30 %\n\
        \tNeri Ada\t5 %\n\
        2024_PD_0412, 2024_PD_0413\tBianchi Ivo\t7 %\n\
        2024_PD_0412\tRossi Anna\t80 %\n";
    let folder = Folder::with(text);
    let expected = [
        "- 2024_PD_0411 Rossi Anna 20.00",
        "- - Verdi Ugo 30.00",
        "- - Neri Ada 5.00",
        "- - Bianchi Ivo 7.00",
        "- 2024_PD_0412 Rossi Anna 80.00",
    ];
    assert_eq!(rows(&folder), expected);
    let check = folder.check();
    assert_eq!(counts(&check), (5, 0));
    let told: Vec<_> = findings(&check, "R009").iter().map(|finding| finding["persons"][0].clone()).collect();
    assert_eq!(told, ["Verdi Ugo", "Neri Ada", "Bianchi Ivo"]);
    let message = findings(&check, "R009")[0]["message"].as_str().expect("a message");
    assert_eq!(
        message,
        "1 riga di personale sta sotto nessun progetto che si possa leggere, sotto «vedi sopra»: Verdi Ugo"
    );
    // So does a first row without a code; nobody stands twice on a project that is none.
    let twice = "Codice progetto\tNominativo\tImpegno\n\tRossi Anna\t20 %\n\tRossi Anna\t30 %\n";
    let check = Folder::with(twice).check();
    assert_eq!((counts(&check), codes(&check)), ((2, 0), vec!["R009".to_owned(), "A002".to_owned()]));
}

#[test]
fn totals_and_headings_of_groups_are_no_rows() {
    let text = "Codice progetto\tTitolo\tNominativo\tImpegno\n\
        2024_PD_0411\tTOTALE QUALITÀ\t\t\n\
        \t\tRossi Anna\t20 %\n\
        \t\tSomma Ada\t30 %\n\
        Totale progetto 2024_PD_0411\t\t\t50 %\n\
        \t\tSubtotale\t50 %\n\
        2024_PD_0412\tALTRO\tRossi Anna\t80 %\n\
        Totale\t\t\t130 %\n";
    let folder = Folder::with(text);
    assert_eq!(
        rows(&folder),
        ["- 2024_PD_0411 Rossi Anna 20.00", "- 2024_PD_0411 Somma Ada 30.00", "- 2024_PD_0412 Rossi Anna 80.00"]
    );
    assert_eq!(counts(&folder.check()), (3, 0));
}

#[test]
fn flat_tables_and_sheets_stand_together_once() {
    let pages = sheet("Testo\n\n");
    let flat = "## Allegato\n\nCodice progetto\tNominativo\tImpegno\n2024_PD_0411\tRossi Anna\t20 %\n\n";
    for text in [format!("{pages}{flat}"), format!("{flat}{pages}")] {
        let folder = Folder::with(&text);
        assert_eq!(rows(&folder), ["04 2024_PD_0411 Rossi Anna 20.00"], "{text}");
        assert!(findings(&folder.check(), "D004").is_empty(), "{text}");
    }
    // What stands in both is told, and counts once.
    let pages = sheet("Nominativo\tImpegno\nRossi Anna\t20 %\n\n");
    for text in [format!("{pages}{flat}"), format!("{flat}{pages}")] {
        let check = Folder::with(&text).check();
        assert_eq!((counts(&check), findings(&check, "D004").len()), ((1, 1), 1), "{text}");
    }
}

#[test]
fn a_cdr_may_have_a_code_and_no_name() {
    let text = "CDR\tCodice progetto\tNominativo\tImpegno\nA0\t2024_PD_0411\tRossi Anna\t20 %\n";
    let folder = Folder::with(text);
    assert_eq!(rows(&folder), ["A0 2024_PD_0411 Rossi Anna 20.00"]);
    let cdrs = folder.cento(&["cdrs", ".", "--format", "json"]).json();
    assert_eq!((&cdrs["cdrs"][0]["cdr"], &cdrs["cdrs"][0]["name"]), (&"A0".into(), &Value::Null));
    assert!(folder.cento(&["cdrs", "."]).stdout.contains("A0"));
    assert_eq!(folder.cento(&["report", ".", "-o", "rapporto"]).status, 0);
}

/// Two sheets with one row each.
fn two_sheets(heading: &str, shares: [&str; 3]) -> Folder {
    let table = |code: &str, rows: &[&str]| {
        let rows: Vec<String> = rows.iter().map(|share| format!("Rossi Anna\tDipendente\t{share}")).collect();
        format!("**{code}**\n\n**Titolo**\n\nNominativo\tRuolo\t{heading}\n{}\n\n", rows.join("\n"))
    };
    Folder::with(table("2024_PD_0411", &shares[..1]) + &table("2024_PD_0412", &shares[1..]))
}

#[test]
fn the_scale_of_bare_figures_is_that_of_their_table() {
    for (heading, shares, expected) in [
        ("Impegno", ["3", "92 %", "5"], (3, 0)),
        ("Impegno", ["3", "92", "0"], (3, 0)),
        ("% impegno", ["92", "0,5", "5"], (3, 0)),
        // What stands in the other table says nothing.
        ("Impegno", ["1", "92", "5"], (2, 1)),
        ("% impegno", ["0,5", "92", "5"], (2, 1)),
        ("Impegno", ["20", "0,3", "40 %"], (2, 1)),
        ("Impegno", ["20", "0,3", "40"], (1, 2)),
        ("% impegno", ["1", "1", "1"], (0, 3)),
    ] {
        assert_eq!(counts(&two_sheets(heading, shares).check()), expected, "{heading} {shares:?}");
    }
    for (heading, shares, reason) in [
        ("% impegno", ["0,03", "0,92", "0,05"], "unknown-scale"),
        ("Impegno", ["0,03", "0,92", "0,05"], "no-sign"),
        ("Impegno (ore)", ["40", "36", "12"], "time"),
    ] {
        let check = two_sheets(heading, shares).check();
        assert_eq!(counts(&check), (0, 3), "{heading} {shares:?}");
        let told = findings(&check, "R001");
        assert!(told.len() == 3 && told.iter().all(|finding| finding["reason"] == reason), "{told:?}");
        let help = told[0]["help"].as_str().expect("a help");
        assert!(help.contains(if reason == "time" { "hours_per_year" } else { "percent_scale" }), "{help}");
    }
    let check = Folder::with(sheet("Nominativo\t% impegno\t% tempo\nRossi Anna\t20 %\t30 %\n")).check();
    assert_eq!((counts(&check), &findings(&check, "R001")[0]["reason"]), ((0, 1), &"two-columns".into()));
}

/// A plan of a body with words and codes of its own.
pub const OWN: &str = "## S01 Servizio Legale\n\nDirigente: Poma Stefano\n\n\
    **OB.12 Anticorruzione**\n\nDipendente in forza\tFascia\tApporto al progetto\n\
    Rossi Anna\tC\t20\nVerdi Ugo\tD\t30\n\n\
    OB.13\n\nTrasparenza\n\nDipendente in forza\tFascia\tApporto al progetto\nRossi Anna\tC\t80\n";

#[test]
fn settings_alone_make_a_plan_of_another_body_readable() {
    let settings = "[layout]\nproject_code = [\"OB.##\"]\ncdr_code = [\"S##\"]\n\
        [layout.headings]\nperson = [\"Dipendente in forza\"]\nrole = [\"Fascia\"]\nshare = [\"Apporto al progetto\"]\n";
    let folder = Folder::with(OWN);
    assert_eq!(folder.cento(&["check", "plan.md", "--format", "json"]).json()["coverage"]["rows_seen"], 0);
    let folder = folder.add("cento.toml", settings);
    assert_eq!(
        rows(&folder),
        ["S01 OB.12 Rossi Anna 20.00", "S01 OB.12 Verdi Ugo 30.00", "S01 OB.13 Rossi Anna 80.00"]
    );
    let projects = folder.cento(&["projects", ".", "--format", "json"]).json();
    let title = |at: usize| projects["projects"][at]["title"].as_str().expect("a title").to_owned();
    assert_eq!([title(0), title(1)], ["Anticorruzione", "Trasparenza"]);
    let check = folder.check();
    assert!(findings(&check, "N003").is_empty(), "{:?}", codes(&check));
    assert_eq!(counts(&check), (3, 0));
}

#[test]
fn settings_say_what_bare_figures_are() {
    let read = |heading: &str, shares: [&str; 3], layout: &str| {
        let folder = two_sheets(heading, shares).add("cento.toml", format!("[layout]\n{layout}\n"));
        let rows = folder.cento(&["rows", ".", "--format", "json"]).json();
        let rows = rows["rows"].as_array().expect("rows").iter();
        let shares = rows.map(|row| row["percent"].as_str().expect("a share").to_owned()).collect::<Vec<_>>().join(" ");
        (shares, findings(&folder.check(), "N003").len())
    };
    let fraction = r#"percent_scale = "fraction""#;
    let percent = r#"percent_scale = "percent""#;
    let hours = "unit = \"hours\"\nhours_per_year = 1548";
    for (heading, shares, layout, expected) in [
        ("% impegno", ["0,03", "0,92", "0,05"], fraction, "3.00 92.00 5.00"),
        ("% impegno", ["0,03", "0,92", "0,05"], percent, "0.03 0.92 0.05"),
        ("Impegno", ["0,03", "0,92", "1,1"], fraction, "3.00 92.00 110.00"),
        ("Impegno", ["0,33333333", "0,92", "5 %"], fraction, "33.333333 92.00 5.00"),
        ("Ore", ["387", "774", "387 h"], hours, "25.00 50.00 25.00"),
        ("Impegno", ["387", "774", "1"], hours, "25.00 50.00 0.064599"),
        // The header says the unit, the settings how much is all of it.
        ("Impegno (ore)", ["387", "774", "1"], "hours_per_year = 1548", "25.00 50.00 0.064599"),
        ("Impegno (ore)", ["18", "9", "36 h"], "hours_per_week = 36", "50.00 25.00 100.00"),
        ("Impegno h/mese", ["43", "129", "12,9"], "hours_per_year = 1720", "30.00 90.00 9.00"),
        ("Impegno (giorni)", ["22", "110", "1 gg"], "days_per_year = 220", "10.00 50.00 0.454545"),
        // A header that may be of a contract is believed where the settings name the unit.
        ("Ore settimanali", ["18", "9", "36"], "unit = \"weekly-hours\"\nhours_per_week = 36", "50.00 25.00 100.00"),
        ("FTE", ["0,5", "0,25", "1"], "unit = \"fte\"", "50.00 25.00 100.00"),
        // The document says all of it.
        ("Impegno ore settimanali (su 36)", ["18", "9", "36"], "", "50.00 25.00 100.00"),
        ("Impegno in ore (su 1.548)", ["387", "774", "1"], "", "25.00 50.00 0.064599"),
        ("Mesi persona", ["3", "1,5", "1"], "", "25.00 12.50 8.333333"),
        ("Impegno FTE", ["0,5", "0,25", "1"], "", "50.00 25.00 100.00"),
        ("Impegno FTE", ["80", "92", "5"], "", ""),
        ("FTE", ["0,5", "0,25", "1"], "", ""),
    ] {
        assert_eq!(read(heading, shares, layout), (expected.to_owned(), 0), "{heading} {shares:?} {layout}");
    }
    // What does nothing is told.
    assert_eq!(read("Impegno", ["3 %", "92 %", "5 %"], fraction).1, 1);
    assert_eq!(read("Impegno", ["3 %", "92 %", "5 %"], hours).1, 1);
    assert_eq!(read("Impegno", ["3 %", "92 %", "5 %"], "project_code = [\"OB.##\"]\ncdr_code = [\"S##\"]").1, 2);
    assert_eq!(read("Impegno", ["3 %", "92 %", "5 %"], "[layout.headings]\nrole = [\"Fascia\", \"Ruolo\"]").1, 1);
}

#[test]
fn a_flat_table_may_have_codes_of_another_form() {
    let text = "Obiettivo\tNominativo\t% tempo\nOB.12 Anticorruzione\tRossi Anna\t20\n\tVerdi Ugo\t30\nOB.13\tRossi Anna\t80\n";
    let settings = "[layout]\nproject_code = [\"OB.##\"]\n[layout.headings]\nproject = [\"Obiettivo\"]\n";
    let folder = Folder::new().add("plan.csv.md", text).add("cento.toml", settings);
    assert_eq!(rows(&folder), ["- OB.12 Rossi Anna 20.00", "- - Verdi Ugo 30.00", "- OB.13 Rossi Anna 80.00"]);
}

#[test]
fn a_layout_that_cannot_hold_is_refused_with_its_line() {
    for (layout, words) in [
        ("project_code = [\"*\"]", "cento.toml:2: «*» non distingue un codice da una parola"),
        ("unit = \"hours\"", "cento.toml:2: manca hours_per_year"),
        ("unit = \"monthly-hours\"\nhours_per_week = 36", "cento.toml:2: manca hours_per_year"),
        ("unit = \"weekly-hours\"", "cento.toml:2: manca hours_per_week"),
        ("unit = \"days\"", "cento.toml:2: manca days_per_year"),
        ("days_per_year = 400", "cento.toml:2: "),
        ("project_kode = []", "cento.toml:2: «project_kode» non è previsto"),
    ] {
        let run = Folder::with(OWN).add("cento.toml", format!("[layout]\n{layout}\n")).cento(&["check", "."]);
        assert!(run.status == 2 && run.stderr.contains(words), "{}", run.stderr);
    }
}

#[test]
fn of_what_the_settings_name_nothing_else_puts_it_in_doubt() {
    let table = "Progetto;Nominativo;% impegno;% tempo\n2024_PD_0411;Farinelli Marta;60 %;50 %\n2024_PD_0412;Farinelli Marta;40 %;30 %\n";
    let folder = Folder::new().add("piano.csv", table);
    assert_eq!(codes(&folder.check()).iter().filter(|code| *code == "R001").count(), 2);
    let folder = folder.add("cento.toml", "[layout.headings]\nshare = [\"% impegno\"]\n");
    let check = folder.check();
    assert!(findings(&check, "R001").is_empty(), "{check}");
    assert_eq!(check["coverage"]["rows_accepted"], 2);
    // Two that are named are two, all the same.
    let folder = folder.add("cento.toml", "[layout.headings]\nshare = [\"% impegno\", \"% tempo\"]\n");
    assert_eq!(findings(&folder.check(), "R001").len(), 2);
}
