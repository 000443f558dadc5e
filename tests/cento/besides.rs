//! What stands beside the commitments of a table and is none: sums of somebody's, what is left of them, notes on the unit.

use crate::laws::total;
use crate::support::{Folder, codes};
use crate::workbooks::{data, workbook};

/// A plan of one table.
fn plan(lines: &[&str]) -> Folder {
    Folder::new().add("piano.csv", lines.join("\n") + "\n")
}

#[test]
fn rows_that_add_up_what_is_somebodys_or_say_what_is_left_are_no_commitments() {
    for none in [
        "Totale impegno",
        "TOTALE",
        "Tot. %",
        "Subtotale",
        "Quota disponibile",
        "Non assegnato",
        "Da assegnare",
        "Residuo",
        "Total allocation",
        "Not assigned",
        "Unallocated",
    ] {
        let found = plan(&[
            "Nominativo;Codice;Progetto;% impegno",
            "Rossi Ada;2024_PD_0411;Atti;60 %",
            "Rossi Ada;2024_PD_0412;Sito;20 %",
            &format!("Rossi Ada;;{none};80 %"),
        ])
        .check();
        assert_eq!(total(&found, "Rossi Ada"), Some("80.00"), "{none}");
        assert_eq!(codes(&found), ["A002"], "{none}");
        // Where projects are called by their titles alone.
        let titles = ["Nominativo;Progetto;% impegno", "Rossi Ada;Atti;60 %", "Rossi Ada;Sito;20 %"].map(str::to_owned);
        let rows = [&titles[..], &[format!("Rossi Ada;{none};80 %")]].concat();
        let found = plan(&rows.iter().map(String::as_str).collect::<Vec<_>>()).check();
        assert_eq!(total(&found, "Rossi Ada"), Some("80.00"), "{none}");
    }
    // What has a code, or says more, is a project.
    let found = plan(&[
        "Nominativo;Codice;Progetto;% impegno",
        "Rossi Ada;2024_PD_0411;Totale restauro;60 %",
        "Rossi Ada;2024_PD_0412;Totale;20 %",
    ])
    .check();
    assert_eq!(total(&found, "Rossi Ada"), Some("80.00"));
}

#[test]
fn months_and_projects_may_be_called_as_workbooks_and_offices_call_them() {
    let months = |month: fn(usize) -> String| (1..=12).map(month).collect::<Vec<_>>().join(";");
    let short = ["gen", "feb", "mar", "apr", "mag", "giu", "lug", "ago", "set", "ott", "nov", "dic"];
    let short: Vec<String> = short.iter().map(|month| format!("{month}-24")).collect();
    for header in
        [months(|month| format!("{month:02}/2024")), months(|month| format!("01/{month:02}/2024")), short.join(";")]
    {
        let row = format!("Rossi Ada;2024_PD_0411{}", ";60 %".repeat(12));
        let found = plan(&[&format!("Dipendente;Progetto;{header}"), &row, &row.replace("0411", "0412")]).check();
        assert_eq!(total(&found, "Rossi Ada"), Some("120.00"), "{header}");
        assert_eq!(codes(&found), ["A001"], "{header}");
    }
    // Months that a total adds up are no projects: 31 and 29 days at 100 of 366.
    let found =
        plan(&["Dipendente;gen-24;feb-24;Totale", "Rossi Ada;100 %;100 %;200 %", "Neri Ivo;50 %;;50 %"]).check();
    assert_eq!(total(&found, "Rossi Ada"), Some("16.393443"));
    // Beside its code, an activity is no title of a project.
    let found = plan(&["Dipendente;Attività;Progetto;Impegno", "Rossi Ada;Scrive;2024_PD_0411;60 %"]).check();
    assert_eq!(codes(&found), ["R010", "A002"]);
    for projects in
        ["Progetto A;Progetto B", "Project A;Project B", "WP1;WP2", "Progetto A (%);Progetto B (%)", "Task 1;Task 2"]
    {
        let sign = if projects.contains('%') { "" } else { " %" };
        let rows =
            [format!("Dipendente;{projects}"), format!("Rossi Ada;60{sign};50{sign}"), format!("Neri Ivo;;30{sign}")];
        let found = plan(&rows.each_ref().map(String::as_str)).check();
        assert_eq!(
            [total(&found, "Rossi Ada"), total(&found, "Neri Ivo")],
            [Some("110.00"), Some("30.00")],
            "{projects}"
        );
        assert_eq!(codes(&found), ["A001", "A002"], "{projects}");
    }
    // Words that name other things as well, where all three stand together; columns that words number.
    for lines in [
        ["Name;Project;Allocation", "Rossi Ada;Portal;60 %", "Rossi Ada;Archive;50 %"],
        ["person;project;share", "Rossi Ada;Portal;60 %", "Rossi Ada;Archive;50 %"],
        ["Researcher;Work package;Allocation %", "Rossi Ada;WP1;60", "Rossi Ada;WP2;50"],
        ["Attività;Dipendente;% impegno", "Portale;Rossi Ada;60", "Archivio;Rossi Ada;50"],
        ["Employee;Activity;Allocation %", "Rossi Ada;Portal;60", "Rossi Ada;Archive;50"],
        ["Persona;WP;FTE", "Rossi Ada;WP1;0,6", "Rossi Ada;WP2;0,5"],
        ["Ricercatore;Commessa;% impegno", "Rossi Ada;Portale;60", "Rossi Ada;Archivio;50"],
        [
            "Dipendente;Primo progetto;Impegno %;Secondo progetto;Impegno %",
            "Rossi Ada;Atti;60;Sito;50",
            "Neri Ivo;Atti;60;Sito;40",
        ],
        [
            "Employee;Project 1;Allocation 1 (%);Project 2;Allocation 2 (%)",
            "Rossi Ada;Portal;60;Archive;50",
            "Neri Ivo;Portal;60;Archive;40",
        ],
    ] {
        let found = plan(&lines).check();
        assert_eq!(total(&found, "Rossi Ada"), Some("110.00"), "{lines:?}");
        assert_eq!(codes(&found), ["A001"], "{lines:?}");
    }
    // Whoever pays for a project has a share of it, too.
    let found = plan(&["Soggetto;Progetto;Quota", "Rossi Ada;Ponte;60 %", "Neri Ivo;Ponte;40 %"]).check();
    assert_eq!(found["people"], serde_json::json!([]));
    // Totals may stand above all others.
    let found = plan(&[
        "Dipendente;2024_PD_0411;2024_PD_0412;Totale",
        "TOTALE;60 %;80 %;140 %",
        "Rossi Ada;60 %;50 %;110 %",
        "Neri Ivo;;30 %;30 %",
    ])
    .check();
    assert_eq!([total(&found, "Rossi Ada"), total(&found, "Neri Ivo")], [Some("110.00"), Some("30.00")]);
    assert_eq!(codes(&found), ["A001", "A002"]);
}

#[test]
fn a_text_beside_a_table_says_in_what_its_figures_are_counted() {
    let rows = ["Dipendente;Progetto;Impegno", "Rossi Ada;Atti;60", "Rossi Ada;Sito;50"];
    let settings = "[layout]\ndays_per_year = 220\nhours_per_year = 1100\n";
    for (before, behind, expected) in [
        ("Impegno del personale in giornate;;", "", "50.00"),
        ("Valori in ore annue;;\n;;", "", "10.00"),
        ("Figures in hours per year;;", "", "10.00"),
        ("", "(days);;", "50.00"),
        ("", "(valori in ore annue);;", "10.00"),
        ("", "Dati in giorni;;", "50.00"),
        ("Impegno in percentuale;;", "", "110.00"),
        ("Personale assegnato;;", "Aggiornato in giugno;;", "110.00"),
    ] {
        let lines: Vec<&str> =
            [&[before][..], &rows, &[behind]].concat().into_iter().filter(|line| !line.is_empty()).collect();
        let found = plan(&lines).add("cento.toml", settings).check();
        assert_eq!(total(&found, "Rossi Ada"), Some(expected), "{before}{behind}");
        // Of what is all of it, nobody guesses.
        if expected != "110.00" {
            assert!(codes(&plan(&lines).check()).contains(&"R001".to_owned()), "{before}{behind}");
        }
    }
    // What has a sign, or a heading that says it, is what that says.
    let signed = ["Valori in ore;;", "Dipendente;Progetto;Impegno", "Rossi Ada;Atti;60 %"];
    assert_eq!(total(&plan(&signed).check(), "Rossi Ada"), Some("60.00"));
    let headed = ["Valori in ore;;", "Dipendente;Progetto;Impegno %", "Rossi Ada;Atti;60"];
    assert_eq!(total(&plan(&headed).check(), "Rossi Ada"), Some("60.00"));
}

#[test]
fn a_note_holds_for_the_table_beside_which_it_stands() {
    let settings = "[layout]\ndays_per_year = 220\n";
    // Below the header it is of all rows; among them, nobody can say of which.
    let rows = |note_at: usize| {
        let mut lines = vec!["Dipendente;Progetto;Impegno", "Rossi Ada;Atti;110", "Rossi Ada;Sito;11"];
        lines.insert(note_at, "(giorni);;");
        plan(&lines).add("cento.toml", settings).check()
    };
    assert_eq!([rows(1), rows(3)].each_ref().map(|found| total(found, "Rossi Ada")), [Some("55.00"); 2]);
    let among = rows(2);
    assert_eq!(among["coverage"]["rows_rejected"], 2);
    assert!(codes(&among).contains(&"R001".to_owned()));
    // What ends a worksheet says nothing of the next.
    let of = |name: &str, note: &str| {
        let header: &[&str] = &["Dipendente", "Progetto", "Impegno"];
        data(&[header, &[name, "Atti", "= ><v>44</v>"], &[name, "Sito", "= ><v>11</v>"], &[note]])
    };
    let sheets = [("A", &*of("Rossi Ada", "(giorni)")), ("B", &*of("Neri Ivo", ""))];
    let found = Folder::new().add("p.xlsx", workbook(&sheets, "", "")).add("cento.toml", settings).check();
    assert_eq!([total(&found, "Rossi Ada"), total(&found, "Neri Ivo")], [Some("25.00"), Some("55.00")]);
    // A paragraph above or below, but not one that stands farther away.
    let table =
        "| Dipendente | Progetto | Impegno |\n|---|---|---|\n| Rossi Ada | Atti | 44 |\n| Rossi Ada | Sito | 11 |\n";
    for (text, expected) in [
        (format!("Impegno in giornate\n\n{table}"), "25.00"),
        (format!("{table}\n(valori in giorni)\n"), "25.00"),
        (format!("Impegno in giornate\n\nUn altro testo.\n\n{table}"), "55.00"),
        (format!("{table}\nUn altro testo.\n\nTempi in giorni\n"), "55.00"),
    ] {
        let found = Folder::new().add("p.md", text.clone()).add("cento.toml", settings).check();
        assert_eq!(total(&found, "Rossi Ada"), Some(expected), "{text}");
    }
}

#[test]
fn tables_side_by_side_have_each_the_project_that_stands_above_it() {
    let rows = |lines: &[&str]| {
        let rows = plan(lines).cento(&["rows", ".", "--format", "csv"]).stdout;
        let row = |line: &str| {
            let cells: Vec<&str> = line.split(',').collect();
            format!("{} {} {} {}", cells[6], cells[8], cells[12], cells[17])
        };
        rows.lines().skip(1).map(row).collect::<Vec<_>>()
    };
    let people = ["Nominativo;Qualifica;% impegno;Nominativo;Qualifica;% impegno", "Rossi Ada;;60;Verdi Ugo;;40"];
    let below = |above: &str| rows(&[&[above], &people[..]].concat());
    assert_eq!(
        below("Progetto 2024_PD_0411 Atti;;;2024_PD_0412 - Sito;;"),
        ["2024_PD_0411 Atti Rossi Ada 60.00", "2024_PD_0412 Sito Verdi Ugo 40.00"]
    );
    assert_eq!(
        below("2024_PD_0411;;;;2024_PD_0412;"),
        ["2024_PD_0411  Rossi Ada 60.00", "2024_PD_0412  Verdi Ugo 40.00"]
    );
    // One project above both.
    assert_eq!(below("2024_PD_0411;;;;;").iter().filter(|row| row.starts_with("2024_PD_0411")).count(), 2);
    // The names of the second table are no column of notes, though nothing stands between share and name.
    let two = ["2024_PD_0411;;2024_PD_0412;", "Nominativo;%;Nominativo;%", "Rossi Ada;60;Verdi Ugo;40"];
    assert_eq!(rows(&two), ["2024_PD_0411  Rossi Ada 60.00", "2024_PD_0412  Verdi Ugo 40.00"]);
    // One above which no project stands is of none.
    let of_second = [";;;2024_PD_0412;;", people[0], people[1]];
    assert_eq!(rows(&of_second), ["  Rossi Ada 60.00", "2024_PD_0412  Verdi Ugo 40.00"]);
}
