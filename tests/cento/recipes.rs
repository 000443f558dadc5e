//! Tables whose columns the settings say by where they stand: `[[layout.table]]`.

use serde_json::Value;

use crate::layout::rows;
use crate::support::{Folder, codes, findings};
use crate::workbooks::{data, workbook};

/// A table whose headings nothing knows, below a title.
const WORKS: &str = "Comune di Prova;;;;;
Anno 2024;;;;;
;;;;;
Cod. opera;Chi ci lavora;Livello;Sede;Apporto;Annotazioni
2024_PD_0411;Rossi Anna;D1;Centro;60,00 %;vedi 2023
2024_PD_0412;Rossi Anna;D1;Centro;40,00 %;
2024_PD_0411;Bianchi Ugo;C1;Nord;90 %;
";
const COLUMNS: &str = "project = 'A'\nperson = 'B'\nrole = 3\nshare = 'e'\n";
const READ: [&str; 3] =
    ["- 2024_PD_0411 Rossi Anna 60.00", "- 2024_PD_0412 Rossi Anna 40.00", "- 2024_PD_0411 Bianchi Ugo 90.00"];

fn with(name: &str, document: impl AsRef<[u8]>, settings: &str) -> Folder {
    Folder::new().add(name, document).add("cento.toml", settings)
}

fn recipe(row: &str, columns: &str) -> String {
    format!("[[layout.table]]\nheader_row = {row}\n{columns}")
}

/// Rows accepted and rejected, of which together none is missing.
fn counts(check: &Value) -> (u64, u64) {
    let count = |key: &str| check["coverage"][key].as_u64().expect("a count");
    assert_eq!(count("rows_seen"), count("rows_accepted") + count("rows_rejected"));
    (count("rows_accepted"), count("rows_rejected"))
}

/// What is told of entries that read nothing: what is wrong, and what the entry writes.
fn unused(check: &Value) -> Vec<String> {
    let text = |finding: &Value, key: &str| finding[key].as_str().unwrap_or("-").to_owned();
    findings(check, "N003").into_iter().map(|own| [text(own, "setting"), text(own, "entry")].join(" ")).collect()
}

#[test]
fn a_table_that_no_word_tells_is_read_by_its_places() {
    let folder = with("opere.csv", WORKS, &recipe("4", COLUMNS));
    assert_eq!(rows(&folder), READ);
    let check = folder.check();
    assert_eq!((counts(&check), unused(&check)), ((3, 0), Vec::new()));
    // What is not read beside is told, as ever.
    let unread: Vec<_> = findings(&check, "R010").iter().map(|finding| finding["header"].to_string()).collect();
    assert_eq!(unread, ["\"Sede\"", "\"Annotazioni\""]);
    let aside = with("opere.csv", WORKS, &recipe("4", &format!("{COLUMNS}aside = ['D', 6]\n"))).check();
    assert!(!codes(&aside).contains(&"R010".to_owned()), "{:?}", codes(&aside));
    // Without the recipe the table is not passed over in silence, either.
    let without = Folder::new().add("opere.csv", WORKS).check();
    assert!(codes(&without).contains(&"R014".to_owned()), "{:?}", codes(&without));
    // The same between pipes, with its line of dashes.
    let pipes = "Opere\n\n| Cosa | Chi | Apporto |\n|---|---|---|\n| 2024_PD_0411 | Rossi Anna | 60 % |\n| 2024_PD_0412 | Rossi Anna | 40 % |\n\
        | 2024_PD_0411 | Bianchi Ugo | 90 % |\n";
    for last in ["", "last_row = 7\n"] {
        let settings = recipe("3", &format!("{last}project = 1\nperson = 2\nshare = 3\n"));
        assert_eq!(rows(&with("opere.md", pipes, &settings)), READ, "{last}");
    }
}

#[test]
fn letters_are_those_of_the_worksheet() {
    // Column B is empty in all of it, so that D is the third that has anything.
    let table = data(&[
        &["Piano", "", "delle opere", ""],
        &[],
        &["Chi", "", "Cosa", "Apporto"],
        &["Rossi Anna", "", "2024_PD_0411", "60 %"],
        &["Rossi Anna", "", "2024_PD_0412", "40 %"],
        &[],
        &["Bianchi Ugo", "", "2024_PD_0411", "90 %"],
        &["Verdi Ida", "", "2024_PD_0411", "10 %"],
    ]);
    let costs = data(&[
        &["a", "b", "c", "d"],
        &[],
        &["Voce", "", "Cod.", "Importo"],
        &["Carta", "", "x", "12"],
        &["Penne", "", "x", "13"],
    ]);
    let book = workbook(&[("Opere", &table), ("Costi", &costs)], "", "");
    let columns = "person = 'A'\nproject = 'C'\nshare = 'D'\n";
    let folder = with("opere.xlsx", &book, &recipe("3", &format!("last_row = 7\nworksheet = 'Opere'\n{columns}")));
    assert_eq!(rows(&folder), READ, "a blank row within it does not end it");
    let check = folder.check();
    // Who stands below the last row is told.
    assert_eq!((counts(&check), unused(&check)), ((3, 1), Vec::new()));
    assert_eq!(findings(&check, "R003")[0]["origins"][0]["cell"], "A8");
    // Another table at the same place is not taken for it, and that is told.
    let check = with("opere.xlsx", &book, &recipe("3", columns)).check();
    assert_eq!(unused(&check), ["table-several 3"]);
    assert!(check["people"].as_array().expect("people").iter().all(|person| person["person"] != "Carta"));
    // On two worksheets that are written alike it holds for both.
    let twice = workbook(&[("Gennaio", &table), ("Febbraio", &table)], "", "");
    let check = with("opere.xlsx", twice, &recipe("3", columns)).check();
    assert_eq!((counts(&check).0, unused(&check)), (8, Vec::new()));
}

#[test]
fn a_recipe_makes_no_figure_a_percentage() {
    let table = "Chi;Apporto\nRossi Anna;0,6\nBianchi Ugo;0,9\n";
    let columns = "person = 'A'\nshare = 'B'\n";
    let check = with("p.csv", table, &recipe("1", columns)).check();
    assert_eq!((counts(&check), findings(&check, "R001").len()), ((0, 2), 2));
    let scaled = format!("[layout]\npercent_scale = 'fraction'\n{}", recipe("1", columns));
    assert_eq!(rows(&with("p.csv", table, &scaled)), ["- - Rossi Anna 60.00", "- - Bianchi Ugo 90.00"]);
    // Working time needs full time: 300 hours of 1500 are 20 %.
    let hours = recipe("1", "person = 'A'\nhours = 'B'\n");
    let table = "Chi;Apporto\nRossi Anna;300\nBianchi Ugo;1500\n";
    assert_eq!(findings(&with("p.csv", table, &hours).check(), "R001").len(), 2);
    let based = format!("[layout]\nhours_per_year = 1500\n{hours}");
    assert_eq!(rows(&with("p.csv", table, &based)), ["- - Rossi Anna 20.00", "- - Bianchi Ugo 100.00"]);
}

#[test]
fn rows_obey_the_laws_and_say_when_they_hold() {
    let table = "Chi;Opera;Apporto;Inizio;Fine;N.\nRossi Anna;2024_PD_0411;100 %;01/07/2024;31/12/2024;12\n\
        ;2024_PD_0411;5 %;;;\nBianchi Ugo;2024_PD_0411;x;;;13\n";
    let columns = "person = 1\nproject = 2\nshare = 3\nfrom = 4\nto = 5\nnumber = 6\n";
    let folder = with("p.csv", table, &format!("[plan]\nyear = 2024\n{}", recipe("1", columns)));
    let check = folder.check();
    assert_eq!(counts(&check), (1, 2));
    assert!(["R001", "R002"].iter().all(|code| codes(&check).contains(&(*code).to_owned())), "{:?}", codes(&check));
    let row = &folder.cento(&["rows", ".", "--format", "json"]).json()["rows"][0];
    assert_eq!((&row["from"], &row["to"]), (&"2024-07-01".into(), &"2024-12-31".into()));
    // Without the column of the project nobody's rows belong to one.
    let check = with("opere.csv", WORKS, &recipe("4", "person = 'B'\nshare = 'E'\n")).check();
    assert_eq!((counts(&check).0, findings(&check, "R009").len()), (3, 1));
}

#[test]
fn a_recipe_that_reads_no_table_is_told_with_why() {
    for (row, columns, expected) in [
        ("9", COLUMNS.to_owned(), "table-row 9"),
        ("4", format!("{COLUMNS}document = 'altro.csv'\n"), "table-row 4"),
        ("4", format!("{COLUMNS}page = 1\n"), "table-row 4"),
        ("4", format!("{COLUMNS}number = 'G'\n"), "table-column G"),
        // The first of its rows would be lost.
        ("5", COLUMNS.to_owned(), "table-data 5"),
    ] {
        let check = with("opere.csv", WORKS, &recipe(row, &columns)).check();
        assert_eq!((counts(&check), unused(&check)), ((0, 0), vec![expected.to_owned()]), "{row} {columns}");
        assert!(codes(&check).contains(&"R014".to_owned()), "{:?}", codes(&check));
    }
    // Of two recipes for one row the first holds.
    let twice = recipe("4", COLUMNS) + &recipe("4", "person = 'B'\nshare = 'E'\n");
    assert_eq!(unused(&with("opere.csv", WORKS, &twice).check()), ["table-row 4"]);
    // What ends before the table does leaves nobody out in silence.
    let check = with("opere.csv", WORKS, &recipe("4", &format!("last_row = 5\n{COLUMNS}"))).check();
    assert_eq!((counts(&check), findings(&check, "R003").len()), ((1, 2), 2));
}
