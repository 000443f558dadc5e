//! Rows that name no person: subtotals that bear the name of a part of the house, and posts for nobody.

use serde_json::Value;

use crate::support::{Folder, codes, findings};

const HEADER: &str = "Dipendente;Progetto;%\n";

fn check(rows: &str) -> Value {
    Folder::new().add("piano.csv", format!("{HEADER}{rows}")).check()
}

/// Everybody who stands in a result, with kind and total.
fn subjects(check: &Value) -> Vec<(String, String, String)> {
    let text = |value: &Value| value.as_str().unwrap_or("-").to_owned();
    let people = check["people"].as_array().expect("people").iter();
    let mut all: Vec<_> =
        people.map(|one| (text(&one["person"]), text(&one["kind"]), text(&one["total_percent"]))).collect();
    all.sort();
    all
}

fn kinds(check: &Value) -> Vec<String> {
    subjects(check).into_iter().map(|(name, kind, _)| format!("{name}: {kind}")).collect()
}

#[test]
fn what_a_part_of_the_house_adds_up_is_counted_once() {
    // 60 + 50, and 40: each heads its people; then each stands below them.
    let headed = check(
        "AREA TECNICA;;110%\nRossi Mario;Alfa;60%\nBianchi Ada;Alfa;50%\nArea Affari Generali;;40%\nVerdi Ugo;Beta;40%\n",
    );
    let followed = check(
        "Rossi Mario;Alfa;60%\nBianchi Ada;Alfa;50%\nAREA TECNICA;;110%\nVerdi Ugo;Beta;40%\nArea Affari Generali;;40%\n",
    );
    for check in [&headed, &followed] {
        assert_eq!(kinds(check), ["Bianchi Ada: person", "Rossi Mario: person", "Verdi Ugo: person"]);
        assert!(findings(check, "N004").is_empty() && !codes(check).contains(&"R009".to_owned()));
        assert_eq!(check["coverage"]["rows_seen"], 3);
    }
}

#[test]
fn what_is_no_sum_is_the_share_of_a_collective() {
    // 109 is not what the two make; what the other makes may be by chance.
    let other = check(
        "AREA TECNICA;;109%\nRossi Mario;Alfa;60%\nBianchi Ada;Alfa;50%\nArea Affari Generali;;40%\nVerdi Ugo;Beta;40%\n",
    );
    assert_eq!(findings(&other, "N004").len(), 2);
    // A single one that makes what one or two people make is nobody's sum for certain.
    let alone = check("Ufficio Anagrafe;Alfa;50%\nRossi Mario;Alfa;20%\nBianchi Ada;Alfa;30%\n");
    assert_eq!(kinds(&alone), ["Bianchi Ada: person", "Rossi Mario: person", "Ufficio Anagrafe: collective"]);
    assert!(findings(&alone, "A002").iter().all(|finding| finding["person"] != "Ufficio Anagrafe"));
}

#[test]
fn a_matrix_of_areas_counts_its_people() {
    let matrix = "Dipendente;2025_PD_0101;2025_PD_0102\nAREA TECNICA;110%;90%\nRossi Mario;50%;50%\nBianchi Ada;60%;40%\n\
        Ufficio Anagrafe;40%;60%\nVerdi Ugo;40%;60%\n";
    let sums = Folder::new().add("piano.csv", matrix).check();
    assert_eq!(kinds(&sums), ["Bianchi Ada: person", "Rossi Mario: person", "Verdi Ugo: person"]);
    // 110 and 90 the other way round make the same in all, and are no sums.
    let others = Folder::new().add("piano.csv", matrix.replace("110%;90%", "90%;110%")).check();
    assert_eq!(findings(&others, "N004").len(), 2);
}

#[test]
fn posts_for_nobody_are_nobody_wherever_it_is_said() {
    let rows = "Rossi Mario;Alfa;60%\nProfilo tecnico da individuare;Alfa;50%\nConsulente esterno;Alfa;20%\nX;Alfa;20%\n\
        Sostituto di Bianchi Ada;Alfa;40%\nSupplente Bianchi Ada;Alfa;10%\n2 Istruttori Tecnici;Alfa;200%\n";
    let vacant = check(rows);
    let vacancies = kinds(&vacant).into_iter().filter(|one| one.ends_with(": vacancy")).count();
    assert_eq!((vacancies, findings(&vacant, "N007").len()), (5, 5), "{vacant}");
}

#[test]
fn a_number_beside_a_name_stays_with_whoever_may_read_names() {
    let plan = "Nominativo;Progetto;% impegno\n778899 - Rossi Ada;2024_PD_0411;60 %\nVerdi Ugo (matr. 665544);2024_PD_0411;70 %\n\
        Verdi Ugo (665545);2024_PD_0411;n.d.\nNeri Ivo [Staff ID 443322];2024_PD_0411;130 %\n";
    let folder = Folder::new().add("p.csv", plan);
    assert!(
        folder.cento(&["people", "p.csv", "--format", "json"]).stdout.contains("778899"),
        "there is something to hide"
    );
    for command in ["check", "people", "rows", "projects"] {
        for format in ["table", "json", "csv"] {
            let run = folder.cento(&[command, "p.csv", "--pseudonymise", "--format", format]);
            let said = run.stdout + &run.stderr;
            assert!(said.contains("Persona") || command == "projects", "{said}");
            for number in ["778899", "665544", "665545", "443322"] {
                assert!(!said.contains(number), "{command} {format}: {said}");
            }
        }
    }
    let account = folder.cento(&["person", "Persona 001", "p.csv", "--pseudonymise", "--format", "json"]).stdout;
    assert!(account.contains("remarks") && !account.contains("778899"), "{account}");
}
