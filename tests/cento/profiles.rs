//! Two professional profiles under one name: an error in a row, or two people of one name, who are counted as one.

use serde_json::Value;

use crate::support::{Folder, cento, findings};

/// What is told of the roles of a table: severity, profiles, lines.
fn told(lines: &[&str]) -> Vec<String> {
    let check = Folder::new().add("piano.csv", lines.join("\n") + "\n").check();
    let line = |origin: &Value| origin["line"].to_string();
    let words = |finding: &Value| {
        let profiles =
            finding["profiles"].as_array().map(|all| all.iter().filter_map(Value::as_str).collect::<Vec<_>>());
        let lines: Vec<String> = finding["origins"].as_array().expect("origins").iter().map(line).collect();
        let severity = finding["severity"].as_str().expect("a severity");
        format!("{severity} {} {}", profiles.unwrap_or_default().join(" / "), lines.join(" "))
    };
    findings(&check, "N002").into_iter().map(words).collect()
}

const NONE: [String; 0] = [];

#[test]
fn one_name_with_two_profiles_is_told_with_both_lines() {
    for rows in [
        ["Rossi Mario (Istruttore);Atti;50 %", "Rossi Mario (Funzionario);Sito;50 %"],
        ["Rossi Mario (cat. C);Atti;50 %", "Rossi Mario (cat. D);Sito;50 %"],
        ["Rossi Mario - Agente;Atti;50 %", "Rossi Mario - Assistente sociale;Sito;50 %"],
    ] {
        let told = told(&["Nome;Progetto;Quota", rows[0], rows[1]]);
        assert_eq!(told.len(), 1, "{rows:?}");
        assert!(told[0].starts_with("warning ") && told[0].ends_with(" 2 3"), "{told:?}");
    }
    let column = ["Nome;Ruolo;Progetto;Quota", "Rossi Mario;Istruttore;Atti;50 %", "Rossi Mario;Funzionario;Sito;50 %"];
    assert_eq!(told(&column), ["warning Istruttore / Funzionario 2 3"]);
    // A letter alone is a category where the heading says so, and a letter of who answers for what elsewhere.
    let letters = |header: &str| {
        told(&[&format!("Nome;{header};Progetto;Quota"), "Rossi Mario;C;Atti;50 %", "Rossi Mario;A;Sito;50 %"])
    };
    assert_eq!((letters("Cat."), letters("Ruolo")), (vec!["warning C / A 2 3".to_owned()], NONE.to_vec()));
    // The totals stay: nobody is told apart by a guess.
    let check = Folder::new().add("piano.csv", column.join("\n") + "\n").check();
    assert_eq!((&check["totals"]["people"], &check["people"][0]["total_percent"]), (&1.into(), &"100.00".into()));
    assert_eq!(check["people"][0]["status"], "full");
}

#[test]
fn roles_in_projects_posts_and_words_for_one_profile_are_one_persons() {
    let two = |one: &str, other: &str| {
        told(&[
            "Nome;Ruolo;Progetto;Quota",
            &format!("Rossi Mario;{one};Atti;50 %"),
            &format!("Rossi Mario;{other};Sito;50 %"),
        ])
    };
    for (one, other) in [
        ("Responsabile", "Collaboratore"),
        ("Istruttore", "Responsabile"),
        ("Istruttore", "Istruttore amministrativo"),
        ("Istruttore direttivo", "Funzionario"),
        ("D1", "Funzionario"),
        ("Istruttore", ""),
    ] {
        assert_eq!(two(one, other), NONE, "{one} {other}");
    }
    // Roles of different kinds stay a note.
    assert_eq!(two("Dirigente", "Dipendente"), ["note  2 3"]);
}

#[test]
fn whoever_is_known_by_a_number_or_was_promoted_is_one() {
    let numbered = |one: &str, other: &str| {
        told(&[
            "Matricola;Nome;Ruolo;Progetto;Quota",
            &format!("{one};Rossi Mario;Istruttore;Atti;50 %"),
            &format!("{other};Rossi Mario;Funzionario;Sito;50 %"),
        ])
    };
    assert_eq!((numbered("1021", "1021"), numbered("1021", "1022")), (NONE.to_vec(), NONE.to_vec()));
    assert_eq!(numbered("", "").len(), 1);
    let dated = |from: &str| {
        told(&[
            "Nome;Ruolo;Progetto;Quota;Dal;Al",
            "Rossi Mario;Istruttore;Atti;50 %;01/01/2024;30/06/2024",
            &format!("Rossi Mario;Funzionario;Sito;50 %;{from};31/12/2024"),
        ])
    };
    assert_eq!((dated("01/07/2024").len(), dated("01/06/2024").len()), (0, 1));
}

#[test]
fn the_published_plan_has_nobody_of_two_profiles() {
    let check = cento(&["check", "data", "--format", "json"]).json();
    assert!(findings(&check, "N002").iter().all(|finding| finding["severity"] == "note"));
}
