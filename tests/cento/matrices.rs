//! Tables with a column for each project, or for each person.

use serde_json::Value;

use crate::layout::rows;
use crate::support::{Dice, Folder, codes, findings, sheet};

/// A table of CSV in a folder.
fn csv(lines: &[&str]) -> Folder {
    Folder::new().add("piano.csv", lines.join("\n") + "\n")
}

/// The rows of a table, and the codes of what is told of it, but for those of totals and directors.
fn read(lines: &[&str]) -> (Vec<String>, Vec<String>) {
    let folder = csv(lines);
    let check = folder.check();
    let count = |key: &str| check["coverage"][key].as_u64().expect("a count");
    assert_eq!(count("rows_seen"), count("rows_accepted") + count("rows_rejected"));
    assert_eq!(count("percentages_unaccounted"), 0, "{lines:?}");
    let mut codes: Vec<String> = codes(&check).into_iter().filter(|code| !matches!(&**code, "A002" | "D006")).collect();
    codes.dedup();
    (rows(&folder), codes)
}

const SMALL: [&str; 3] =
    ["- 2024_PD_0411 Rossi Anna 60.00", "- 2024_PD_0412 Rossi Anna 40.00", "- 2024_PD_0412 Verdi Ugo 30.00"];

#[test]
fn projects_stand_in_the_columns_or_in_the_rows() {
    for lines in [
        &["Nominativo;Ruolo;2024_PD_0411;2024_PD_0412", "Rossi Anna;D;60 %;40 %", "Verdi Ugo;C;;30 %"][..],
        &[
            "Nominativo;2024_PD_0411;2024_PD_0412;Totale",
            "Rossi Anna;60 %;40 %;100 %",
            "Verdi Ugo;-;30 %;30 %",
            "Totale;60 %;70 %;130 %",
        ],
        // Titles beside the codes, below them, above them; units; headings above all.
        &["Nominativo;2024_PD_0411 Atti;Sito (2024_PD_0412)", "Rossi Anna;60 %;40 %", "Verdi Ugo;;30 %"],
        &["Nominativo;Ruolo;2024_PD_0411;2024_PD_0412", ";;Atti;Sito", "Rossi Anna;D;60 %;40 %", "Verdi Ugo;C;;30 %"],
        &["Nominativo;Ruolo;Atti;Sito", ";;2024_PD_0411;2024_PD_0412", "Rossi Anna;D;60 %;40 %", "Verdi Ugo;C;;30 %"],
        &["Nominativo;Ruolo;% impegno;", ";;2024_PD_0411;2024_PD_0412", "Rossi Anna;D;60;40", "Verdi Ugo;C;;30"],
        &[";;2024_PD_0411;2024_PD_0412", "Nominativo;Ruolo;%;%", "Rossi Anna;D;60;40", "Verdi Ugo;C;;30"],
        &["Nominativo;2024_PD_0411;2024_PD_0412;Totale %", "Rossi Anna;60;40;100", "Verdi Ugo;;30;30"],
        &["Nominativo;2024_PD_0411;2024_PD_0412;Totale", "Rossi Anna;60;40;100 %", "Verdi Ugo;;30;30 %"],
        // Nothing is none.
        &["Cognome;Nome;2024_PD_0411;2024_PD_0412", "Rossi;Anna;60 %;40 %", "Verdi;Ugo;0 %;30 %"],
        &[";2024_PD_0411;2024_PD_0412", "Rossi Anna;60 %;40 %", "Verdi Ugo;;30 %"],
    ] {
        assert_eq!(read(lines), (SMALL.map(str::to_owned).to_vec(), Vec::new()), "{lines:?}");
    }
    for lines in [
        &["Codice progetto;Titolo;Rossi Anna;Verdi Ugo", "2024_PD_0411;Atti;60 %;", "2024_PD_0412;Sito;40 %;30 %"][..],
        &[
            "Progetto;Rossi Anna;Verdi Ugo;Totale",
            "2024_PD_0411 Atti;60 %;;60 %",
            "2024_PD_0412;40 %;30 %;70 %",
            "Totale;100 %;30 %;130 %",
        ],
        &[
            "Progetto;Rossi Anna;Verdi Ugo;Totale",
            ";Dirigente;Dipendente;",
            "2024_PD_0411;60 %;;60 %",
            "2024_PD_0412;40 %;30 %;70 %",
        ],
        &[
            ";Personale;;",
            "Codice progetto;Rossi Anna;Verdi Ugo;Totale",
            "2024_PD_0411;60 %;;60 %",
            "2024_PD_0412;40 %;30 %;70 %",
        ],
    ] {
        assert_eq!(read(lines), (SMALL.map(str::to_owned).to_vec(), Vec::new()), "{lines:?}");
    }
}

#[test]
fn every_share_leads_back_to_its_cell_and_has_its_role() {
    let folder = csv(&[
        "Progetto;Rossi Anna;Verdi Ugo",
        ";Dirigente;Dipendente",
        "2024_PD_0411;60 %;",
        "2024_PD_0412;40 %;30 %",
    ]);
    let all = folder.cento(&["rows", ".", "--format", "json"]).json();
    let last = &all["rows"][2];
    assert_eq!((&last["role"], &last["line"], &last["column"]), (&"employee".into(), &4.into(), &19.into()));
    let layout = folder.cento(&["layout", "piano.csv", "--format", "json"]).json();
    let table = &layout["documents"][0]["tables"][0];
    assert_eq!(
        (&table["shape"], &table["rows_accepted"], &layout["proposal"]),
        (&"matrix".into(), &3.into(), &Value::Null)
    );
}

#[test]
fn totals_that_are_not_what_their_figures_make_are_told_and_never_counted() {
    let lines = [
        "Nominativo;2024_PD_0411;2024_PD_0412;Totale",
        "Rossi Anna;60 %;40 %;110 %",
        "Verdi Ugo;;30 %;30 %",
        "Totale;60 %;80 %;140 %",
    ];
    let check = csv(&lines).check();
    let told: Vec<String> = findings(&check, "R017")
        .iter()
        .map(|finding| {
            [&finding["written"], &finding["percent"], &finding["origins"][0]["line"]].map(Value::to_string).join(" ")
        })
        .collect();
    assert_eq!(told, [r#""110 %" "100.00" 2"#, r#""80 %" "70.00" 4"#, r#""140 %" "130.00" 4"#]);
    assert_eq!(check["totals"]["commitment_percent"], "130.00");
    // Totals of parts, and of everything; a row without a name that makes the same is one, too.
    for last in ["Totale;70 %;70 %;140 %", ";70 %;70 %;140 %"] {
        let parts = [
            "Nominativo;2024_PD_0411;2024_PD_0412;Totale",
            "Rossi Anna;60 %;40 %;100 %",
            "Subtotale;60 %;40 %;100 %",
            "Verdi Ugo;10 %;30 %;40 %",
            "Subtotale;10 %;30 %;40 %",
            last,
        ];
        assert_eq!(read(&parts).1, Vec::<String>::new());
    }
    // Somebody is called so.
    let named = ["Nominativo;Ruolo;2024_PD_0411;2024_PD_0412", "Rossi Anna;D;60 %;40 %", "Somma Vincenzo;C;60 %;40 %"];
    assert_eq!(read(&named).0.len(), 4);
}

#[test]
fn figures_of_which_nothing_says_what_they_are_are_told_or_rejected() {
    let header = "Nominativo;2024_PD_0411;2024_PD_0412";
    let told = |rows: &[&str]| read(&[&[header], rows].concat());
    assert_eq!(
        told(&["Rossi Anna;60;40", "Verdi Ugo;;30"]),
        (SMALL.map(str::to_owned).to_vec(), vec!["R016".to_owned()])
    );
    // More than anybody's shares: hours, or something else. One and the same person counts once.
    assert_eq!(
        told(&["Rossi Anna;160;141", "Verdi Ugo;;30"]),
        (Vec::new(), vec!["R014".to_owned(), "R001".to_owned()])
    );
    assert_eq!(told(&["Rossi Anna;160;", "ROSSI ANNA;;141"]).0, Vec::<String>::new());
    assert_eq!(told(&["Rossi Anna;160 %;141 %"]).1, ["A001", "A003"], "a sign says it");
    // Fractions, by law.
    assert_eq!(told(&["Rossi Anna;0,6;0,4", "Verdi Ugo;;30"]).0, Vec::<String>::new());
    // Hours by their heading, days, and money.
    for heading in ["Totale ore", "Totale giorni"] {
        let lines =
            [&format!("Nominativo;2024_PD_0411;2024_PD_0412;{heading}"), "Rossi Anna;60;40;100", "Verdi Ugo;;30;30"];
        assert_eq!(read(&lines), (Vec::new(), vec!["R014".to_owned(), "R001".to_owned()]), "{heading}");
    }
    let settings = "[layout]\npercent_scale = \"percent\"\n";
    let folder = csv(&[header, "Rossi Anna;60;40"]).add("cento.toml", settings);
    assert!(findings(&folder.check(), "R016").is_empty(), "the settings say it");
}

#[test]
fn tables_of_other_things_are_no_matrices() {
    for lines in [
        ["Nominativo;2024_PD_0411;2024_PD_0412;Importo", "Rossi Anna;60;40;100", "Verdi Ugo;10;30;40"],
        [
            "Nominativo;2024_PD_0411;2024_PD_0412;Totale",
            "Rossi Anna;1.200,00 €;40,00 €;1.240,00 €",
            "Verdi Ugo;;30,00 €;30,00 €",
        ],
        ["Nominativo;2024_PD_0411;2024_PD_0412;Note", "Rossi Anna;01/03/2024;30/06/2024;", "Verdi Ugo;;31/12/2024;"],
        ["Nominativo;2024_PD_0411;2024_PD_0412;Note", "Rossi Anna;X;;", "Verdi Ugo;;X;"],
        ["CDR;2024_PD_0411;2024_PD_0412;Totale", "04 - SEGRETARIO;60;40;100", "12 - LEGALE;10;30;40"],
        ["Nominativo;Presenze;Assenze;Totale", "Rossi Anna;60;40;100", "Verdi Ugo;10;30;40"],
        ["Codice progetto;Risorse Umane;Beni Servizi;Totale", "2024_PD_0411;60;40;100", "2024_PD_0412;10;30;40"],
        ["Codice progetto;Valore Atteso;Valore Raggiunto;Note", "2024_PD_0411;60;40;", "2024_PD_0412;10;30;"],
    ] {
        let all = csv(&lines).cento(&["rows", "piano.csv", "--format", "json"]).json();
        assert_eq!(all["rows"], serde_json::json!([]), "{lines:?}");
    }
}

#[test]
fn what_stands_beside_the_shares_is_used_or_told() {
    let lines = [
        "Matricola;Nominativo;Ore settimanali;Servizio;2024_PD_0411;;2024_PD_0412",
        "12;Rossi Anna;36;Tributi;60 %;;40 %",
        "13;Verdi Ugo;18;Anagrafe;;5 %;30 %",
    ];
    let (rows, codes) = read(&lines);
    assert_eq!((rows, codes), (SMALL.map(str::to_owned).to_vec(), vec!["R010".to_owned()]));
    let check = csv(&lines).check();
    let told: Vec<String> = findings(&check, "R010")
        .iter()
        .map(|finding| format!("{} {}", finding["header"].as_str().expect("a header"), finding["severity"]))
        .collect();
    assert_eq!(told, ["Ore settimanali \"warning\"", " \"warning\"", "Servizio \"note\""]);
    assert_eq!(check["totals"]["people_uncertain"], 2);
}

#[test]
fn rows_that_are_nobodys_are_rejected_and_whoever_has_no_share_is_told() {
    let lines = [
        "Nominativo;2024_PD_0411;2024_PD_0412",
        "Rossi Anna;60;40",
        "FTE;0,6;0,7",
        "Budget;1000;2000",
        "Verdi Ugo;;30",
        "Neri Ada;;",
        "Rossi Anna / Verdi Ugo;10;10",
        "Bianchi Ivo;O,5;3",
    ];
    let check = csv(&lines).check();
    let count = |code: &str| findings(&check, code).len();
    assert_eq!([count("R002"), count("R013"), count("R001")], [2, 2, 2]);
    let missing: Vec<&Value> = findings(&check, "R001").iter().map(|finding| &finding["person"]).collect();
    assert_eq!(missing.len(), 2);
    assert_eq!(check["coverage"]["rows_accepted"], 4);
}

#[test]
fn a_share_merged_over_projects_is_not_divided() {
    let table = "<table><tr><th>Nominativo</th><th>2024_PD_0411</th><th>2024_PD_0412</th></tr>\
        <tr><td>Rossi Anna</td><td colspan=2>60 %</td></tr><tr><td>Verdi Ugo</td><td>10 %</td><td rowspan=2>30 %</td></tr>\
        <tr><td>Neri Ada</td><td>5 %</td></tr></table>";
    let folder = Folder::new().add("piano.html", table);
    let check = folder.check();
    assert_eq!(findings(&check, "R013").len(), 4);
    assert_eq!(rows(&folder), ["- 2024_PD_0411 Verdi Ugo 10.00", "- 2024_PD_0411 Neri Ada 5.00"]);
}

#[test]
fn hidden_rows_and_columns_are_told_with_what_they_would_add() {
    let table = "<table><tr><th>Nominativo</th><th>2024_PD_0411</th><th style='display:none'>2024_PD_0412</th></tr>\
        <tr><td>Rossi Anna</td><td>60 %</td><td style='display:none'>40 %</td></tr>\
        <tr style='display:none'><td>Verdi Ugo</td><td>10 %</td><td>30 %</td></tr></table>";
    let folder = Folder::new().add("piano.html", table);
    let check = folder.check();
    // The hidden column is told once for all its rows.
    let told: Vec<&Value> = findings(&check, "R012").iter().map(|finding| &finding["percent"]).collect();
    assert_eq!(rows(&folder), ["- 2024_PD_0411 Rossi Anna 60.00"]);
    assert_eq!(told, [&Value::Null, &Value::from("10.00")]);
}

#[test]
fn a_matrix_may_go_on_on_another_page_and_another_may_stand_below_it() {
    let head = "Nominativo\t2024_PD_0411\t2024_PD_0412\n";
    let text = format!(
        "{head}Rossi Anna\t60 %\t40 %\n\nPagina 2\n\n{head}Verdi Ugo\t\t30 %\nTotale\t60 %\t70 %\n\
        Nominativo\t2024_PD_0413\t2024_PD_0414\nVerdi Ugo\t20 %\t\n"
    );
    let folder = Folder::with(text);
    let expected: Vec<&str> = SMALL.iter().copied().chain(["- 2024_PD_0413 Verdi Ugo 20.00"]).collect();
    assert_eq!(rows(&folder), expected);
    assert!(findings(&folder.check(), "R017").is_empty(), "the total is that of both pages");
}

#[test]
fn columns_that_are_repeated_are_as_many_commitments() {
    let expected = SMALL.map(str::to_owned).to_vec();
    for lines in [
        &[
            "Nominativo;Ruolo;Codice progetto;% impegno;Codice progetto;% impegno",
            "Rossi Anna;D;2024_PD_0411;60;2024_PD_0412;40",
            "Verdi Ugo;C;2024_PD_0412;30;;",
        ][..],
        // As programs and people number them, the share first, titles beside the codes.
        &[
            "Nominativo;Progetto;%;Progetto.1;%.1",
            "Rossi Anna;2024_PD_0411;60 %;2024_PD_0412;40 %",
            "Verdi Ugo;2024_PD_0412;30 %;;",
        ],
        &[
            "Nominativo;Progetto 1;Impegno 1;Progetto 2;Impegno 2;Totale",
            "Rossi Anna;2024_PD_0411;60 %;2024_PD_0412;40 %;100 %",
            "Verdi Ugo;;;2024_PD_0412;30 %;30 %",
        ],
        &[
            "Nominativo;% impegno (1);Progetto (1);% impegno (2);Progetto (2)",
            "Rossi Anna;60;2024_PD_0411 Atti;40;2024_PD_0412",
            "Verdi Ugo;30;2024_PD_0412;;",
        ],
        &[
            "Nominativo;Codice progetto;Titolo;Quota %;Codice progetto;Titolo;Quota %",
            "Rossi Anna;2024_PD_0411;Atti;60;2024_PD_0412;Sito;40",
            "Verdi Ugo;2024_PD_0412;Sito;30;;;",
        ],
        &[
            ";Progetto 1;;Progetto 2;",
            "Nominativo;Codice;%;Codice;%",
            "Rossi Anna;2024_PD_0411;60;2024_PD_0412;40",
            "Verdi Ugo;2024_PD_0412;30;;",
        ],
    ] {
        assert_eq!(read(lines), (expected.clone(), Vec::new()), "{lines:?}");
    }
    let lines = [
        "Nominativo;Progetto 1;% 1;Ore 1;Progetto 2;% 2;Ore 2;Totale",
        "Rossi Anna;2024_PD_0411;60 %;;2024_PD_0412;;;60 %",
        "Verdi Ugo;2024_PD_0411;10 %;12;;20 %;;40 %",
        "Neri Ada;;;;;;;",
        "Totale;;70 %;;;20 %;;90 %",
    ];
    let check = csv(&lines).check();
    // A project without a share, a share without a project, a total that is another, hours, and nobody's share.
    let of = |code: &str| findings(&check, code).len();
    assert_eq!([of("R001"), of("R009"), of("R017"), of("R010")], [2, 1, 1, 1], "{:?}", codes(&check));
    assert_eq!(check["totals"]["commitment_percent"], "90.00");
}

#[test]
fn projects_without_codes_are_called_by_their_titles() {
    let expected = ["- Anagrafe Rossi Anna 60.00", "- Sito web Rossi Anna 40.00", "- Sito web Verdi Ugo 30.00"];
    for lines in [
        &[
            "Progetto;Nominativo;% impegno",
            "Anagrafe;Rossi Anna;60",
            "Sito web;Rossi Anna;40",
            "sito  web;Verdi Ugo;30",
        ][..],
        &[
            "Nominativo;Titolo progetto;Ruolo;% impegno",
            "Rossi Anna;Anagrafe;D;60",
            "Rossi Anna;Sito web;D;40",
            "Verdi Ugo;Sito web;C;30",
        ],
        &["Nominativo;Progetto 1;% 1;Progetto 2;% 2", "Rossi Anna;Anagrafe;60;Sito web;40", "Verdi Ugo;Sito web;30;;"],
        &["Nominativo;Progetti;", ";Anagrafe;Sito web", "Rossi Anna;60 %;40 %", "Verdi Ugo;;30 %"],
        &["Progetto;Rossi Anna;Verdi Ugo", "Anagrafe;60 %;", "Sito web;40 %;30 %"],
    ] {
        assert_eq!(read(lines), (expected.map(str::to_owned).to_vec(), Vec::new()), "{lines:?}");
    }
    // Where nothing says that they are projects, but the totals bear it out, the rows count for their people and that is told.
    let lines = ["Nominativo;Anagrafe;Sito web;Totale", "Rossi Anna;60 %;40 %;100 %", "Verdi Ugo;;30 %;30 %"];
    let (rows, codes) = read(&lines);
    assert_eq!((rows.len(), codes), (3, vec!["R009".to_owned()]));
    // Beside codes, what is no code may be one that cannot be read.
    let lines = ["Progetto;Nominativo;% impegno", "2024_PD_0411;Rossi Anna;60", "Sito web;Rossi Anna;40"];
    assert_eq!(read(&lines).1, ["R009"]);
}

#[test]
fn on_the_sheet_of_a_project_a_column_of_its_title_changes_nothing() {
    let text = "**2024_PD_0411**\n\n**Atti**\n\nNominativo\tTitolo progetto\t% impegno\nRossi Anna\tAtti\t60 %\n";
    assert_eq!(rows(&Folder::with(text)), ["- 2024_PD_0411 Rossi Anna 60.00"]);
}

#[test]
fn of_several_years_that_of_the_plan_is_read_and_the_others_are_told() {
    let all = |lines: &[&str], year: &[&str]| {
        let folder = csv(lines);
        let run = |command: &str| folder.cento(&[&[command, "piano.csv", "--format", "json"], year].concat()).json();
        let rows = run("rows")["rows"]
            .as_array()
            .expect("rows")
            .iter()
            .map(|row| row["percent"].as_str().expect("a figure").to_owned())
            .collect::<Vec<_>>();
        let told = findings(&run("check"), "R010")
            .iter()
            .map(|told| told["severity"].as_str().expect("a word").to_owned())
            .collect::<Vec<_>>();
        (rows.join(" "), told.join(" "))
    };
    let both = ["20.00 60.00".to_owned(), "40.00 30.00".to_owned()];
    for header in [
        "Codice progetto;Nominativo;2024;2025",
        "Codice progetto;Nominativo;% 2024;% 2025",
        "Codice progetto;Nominativo;Impegno 2024;Impegno 2025",
        "Codice progetto;Nominativo;Anno 2024 (%);Anno 2025 (%)",
    ] {
        let lines = [header, "2024_PD_0411;Rossi Anna;20;40", "2024_PD_0412;Verdi Ugo;60;30"];
        assert_eq!(all(&lines, &[]), (both[0].clone(), "note".to_owned()), "{header}");
        assert_eq!(all(&lines, &["--year", "2025"]), (both[1].clone(), "note".to_owned()), "{header}");
        assert_eq!(all(&lines, &["--year", "2026"]).0, "", "{header}");
    }
    let lines = [
        "Anno;Codice progetto;Nominativo;% impegno",
        "2024;2024_PD_0411;Rossi Anna;20",
        "2025;2024_PD_0411;Rossi Anna;40",
        "2024;2024_PD_0412;Verdi Ugo;60",
        "2025;2024_PD_0412;Verdi Ugo;30",
    ];
    assert_eq!(all(&lines, &[]), (both[0].clone(), "note".to_owned()));
    assert_eq!(all(&lines, &["--year", "2025"]), (both[1].clone(), "note".to_owned()));
    // Nothing but a sign says that what stands below years is a share.
    let lines = |sign: &str| format!("2024_PD_0411;;;\nNominativo;Ruolo;2024;2025\nRossi Anna;D;20{sign};40{sign}\n");
    let read =
        |text: String| rows(&Folder::new().add("piano.csv", text).add("cento.toml", "[plan]\nyear = 2024\n")).len();
    assert_eq!([read(lines(" %")), read(lines(""))], [1, 0]);
}

#[test]
fn no_column_of_several_is_proposed_as_the_share() {
    for header in
        ["Nominativo;Ruolo;Anagrafe;Tributi", "Nominativo;Ruolo;Gen;Feb", "Nominativo;Ruolo;2024_PD_0411 x;Tributi"]
    {
        for sign in ["", " %"] {
            let rows = [format!("Rossi Anna;D;50{sign};60{sign}"), format!("Verdi Ugo;C;40{sign};30{sign}")];
            let folder = csv(&[header, &rows[0], &rows[1]]);
            let layout = folder.cento(&["layout", "piano.csv", "--format", "json"]).json();
            assert_eq!(layout["proposal"], Value::Null, "{header} {sign}");
        }
    }
}

/// Commitments made at random: for each person, the share on each project.
fn commitments(dice: &mut Dice) -> Vec<(&'static str, Vec<usize>)> {
    let people = ["Rossi Anna", "Verdi Ugo", "Neri Ada", "Bianchi Ivo", "Gallo Eva"];
    people.into_iter().map(|name| (name, (0..4).map(|_| dice.one_of(&[0, 0, 5, 10, 25, 40])).collect())).collect()
}

/// A row of CSV.
fn row(first: &str, cells: impl Iterator<Item = String>) -> String {
    std::iter::once(first.to_owned()).chain(cells).collect::<Vec<_>>().join(";") + "\n"
}

/// The rows of a plan, in order of what they say.
fn sorted(folder: &Folder) -> Vec<String> {
    let mut rows = rows(folder);
    rows.sort();
    rows
}

#[test]
fn matrix_flat_table_and_sheets_of_the_same_commitments_say_the_same() {
    let mut dice = Dice(7);
    for _ in 0..6 {
        let mut people = commitments(&mut dice);
        let code = |project: usize| format!("2024_PD_040{project}");
        let cell = |share: usize| if share == 0 { String::new() } else { format!("{share} %") };
        let used =
            |project: &usize, people: &[(&str, Vec<usize>)]| people.iter().any(|(_, shares)| shares[*project] > 0);
        people.retain(|(_, shares)| shares.iter().any(|share| *share > 0));
        let projects: Vec<usize> = (0..4).filter(|project| used(project, &people)).collect();
        if projects.len() < 2 {
            continue;
        }
        let by_people = |people: &[(&str, Vec<usize>)], projects: &[usize]| {
            let head = row("Nominativo;Ruolo", projects.iter().map(|project| code(*project)));
            let of = |(name, shares): &(&str, Vec<usize>)| {
                row(&format!("{name};D"), projects.iter().map(|at| cell(shares[*at])))
            };
            head + &people.iter().map(of).collect::<String>()
        };
        let by_projects = || {
            let head = row("Codice progetto;Titolo", people.iter().map(|(name, _)| (*name).to_owned()));
            let of = |project: &usize| {
                let shares = people.iter().map(|(_, shares)| cell(shares[*project]));
                row(&format!("{};Titolo", code(*project)), shares)
            };
            head + &projects.iter().map(of).collect::<String>()
        };
        let flat: String = people
            .iter()
            .flat_map(|(name, shares)| {
                shares
                    .iter()
                    .enumerate()
                    .filter(|(_, share)| **share > 0)
                    .map(move |(at, share)| format!("{};{name};{share} %\n", code(at)))
            })
            .collect();
        let sheets: String = projects
            .iter()
            .map(|at| {
                let rows: Vec<String> = people
                    .iter()
                    .filter(|(_, shares)| shares[*at] > 0)
                    .map(|(name, shares)| format!("{name}\tD\t{} %", shares[*at]))
                    .collect();
                sheet(&code(*at), &rows.iter().map(String::as_str).collect::<Vec<_>>())
            })
            .collect();
        let of = |name: &str, text: String| sorted(&Folder::new().add(name, text));
        let expected = of("piano.md", sheets);
        assert!(!expected.is_empty());
        assert_eq!(of("piano.csv", format!("Codice progetto;Nominativo;% impegno\n{flat}")), expected);
        assert_eq!(of("piano.csv", by_people(&people, &projects)), expected);
        assert_eq!(of("piano.csv", by_projects()), expected);
        // The order of rows and columns changes nothing.
        let (mut rows, mut columns) = (people.clone(), projects.clone());
        rows.reverse();
        columns.rotate_left(1);
        assert_eq!(of("piano.csv", by_people(&rows, &columns)), expected);
    }
}
