//! Where people go by pseudonyms, no byte of any output has a name of anybody.

use std::collections::BTreeSet;

use cento::identity::key;

use crate::support::{Folder, Run, cento_in, document, findings, sheet};

/// Every name that the plan writes in a staff row, to the letter.
fn names() -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for line in document().lines() {
        let cells: Vec<&str> = line.split('\t').collect();
        if cells.len() == 3 && cells[2].ends_with('%') {
            names.insert(cells[0].trim().to_owned());
        }
    }
    names
}

/// The surnames and given names of people, as far as they have three letters at least.
fn telling_words() -> BTreeSet<String> {
    let names: Vec<String> = names().iter().filter(|name| !name.starts_with("TUTTI")).map(|name| key(name)).collect();
    let words = names.iter().flat_map(|name| name.split(' ')).filter(|word| word.len() > 2);
    words.map(str::to_owned).collect()
}

/// The words of a text, as keys, accents and case gone.
fn words_of(text: &str) -> BTreeSet<String> {
    let words = text.split(|c: char| !c.is_alphabetic() && c != '\'' && c != '’');
    words.map(key).filter(|word| !word.is_empty()).collect()
}

fn assert_nobody(run: &Run, what: &str) {
    let all = format!("{}{}", run.stdout, run.stderr);
    let plain = key(&all.replace(['\n', '\t', ',', ';', '"'], " "));
    for name in names() {
        assert!(!plain.contains(&key(&name)), "{what}: {name}");
    }
    let words = words_of(&all);
    for word in telling_words() {
        assert!(!words.contains(&word), "{what}: {word}");
    }
}

/// A folder whose documents, settings and staff file have names everywhere, and faults besides.
fn folder() -> Folder {
    let text = document()
        .replace("**ANTICORRUZIONE**", "**ANTICORRUZIONE (dott. POMA Stefano)**")
        .replace("Ugoletti Monica\tDipendente a tempo indeterminato/determinato\t92,00 %", "Ugoletti Monica 92,00 %");
    let settings = "[[same_person]]\nnames = [\"Verzelloni Simona\", \"Verzeloni Simona\"]\n\
        [[accepted]]\ncode = \"A002\"\nperson = \"Poma Stefano\"\nreason = \"lo dice Battini Maurizio\"\n";
    let staff = "name\nPoma Stefano\nSani Alexx\n";
    Folder::new().add("Poma Stefano/piano di Battini.md", text).add("cento.toml", settings).add("personale.csv", staff)
}

#[test]
fn no_output_names_anybody() {
    assert_eq!(names().iter().map(|name| key(name)).collect::<BTreeSet<_>>().len(), 59);
    let folder = folder();
    let mut outputs = 0;
    for command in ["check", "people", "projects", "cdrs", "rows"] {
        for format in ["table", "json", "csv", "concise"] {
            if format == "concise" && command != "check" {
                continue;
            }
            for staff in [&[][..], &["--staff", "personale.csv"]] {
                let args = [&[command, ".", "--format", format, "--pseudonymise"], staff].concat();
                let run = folder.cento(&args);
                assert!(run.status < 2, "{}", run.stderr);
                assert!(
                    run.stdout.contains(if command == "projects" { "2024" } else { "Persona 0" }),
                    "{}",
                    run.stdout
                );
                assert_nobody(&run, &args.join(" "));
                outputs += 1;
            }
        }
    }
    assert_eq!(outputs, 32);
    let short = folder.cento(&["check", ".", "--excerpts", "never", "--pseudonymise"]);
    assert_nobody(&short, "check in short");
}

#[test]
fn names_are_hidden_wherever_they_are_woven_in() {
    let plan = "## 01 - UFFICIO DELL'ORLANDINI\n\nDirigente: Dott.ssa Orlandini Carla (ad interim), Zanichelli Ugo\n\n"
        .to_owned()
        + &sheet(
            "2024_PD_0001",
            &[
                "Orlandini Carla\tDirigente\t90,00 %",
                "D'Angelo Pia\tad interim per Giusti Pia\t50,00 %",
                "Fumagalli Rosa\t5,00 %",
            ],
        )
        .replace("Titolo", "Dell’Orlandini, D` Angelo, Zanichelli e Fumagalli");
    let folder = Folder::new()
        .add("OrlandiniCarla.md", plan)
        .add("cento.toml", "[[accepted]]\ncode = \"A002\"\nperson = \"D'Angelo Pia\"\nreason = \"lo dice Esposito\"\n")
        .add("staff.csv", "name;note\nVerdi Teo;VRDTEO70A01H223X\n");
    for command in ["check", "people", "projects", "cdrs", "rows", "weights"] {
        for format in ["table", "json", "csv"] {
            let run = folder.cento(&[command, ".", "--staff", "staff.csv", "--format", format, "--pseudonymise"]);
            assert!(run.status < 2, "{}", run.stderr);
            let all = run.stdout.to_lowercase();
            for name in ["orlandini", "angelo", "zanichelli", "fumagalli", "giusti", "esposito", "verdi", "vrdteo"] {
                assert!(!all.contains(name), "{command} {format}: {name}\n{}", run.stdout);
            }
        }
    }
}

#[test]
fn scores_name_nobody() {
    let folder = folder().add("results.csv", "code;direction;actual\nO_1201_1_1;higher;80\nM_0413_1_1;higher;20\n");
    for (format, person) in [("table", "Persona 0"), ("json", "Persona 0"), ("csv", "Persona 0")] {
        let run = folder.cento(&["score", ".", "--results", "results.csv", "--format", format, "--pseudonymise"]);
        assert_eq!(run.status, 0, "{}", run.stderr);
        assert!(run.stdout.contains(person));
        assert_nobody(&run, format);
    }
    let template = folder.cento(&["score", ".", "--template", "--pseudonymise"]);
    assert!(template.stdout.contains("O_1201_1_1"));
    assert_nobody(&template, "template");
    // What stands in a cell may be a name.
    let folder =
        folder.add("results.csv", "code;direction;actual\nO_1201_1_1;Poma;Poma\nO_1201_1_2;higher;Poma Stefano\n");
    let run = folder.cento(&["score", ".", "--results", "results.csv", "--pseudonymise"]);
    assert_eq!(run.status, 2);
    assert_nobody(&run, "errors");
}

#[test]
fn errors_name_nobody() {
    let folder = folder();
    for name in ["Poma Stefan", "Bondavalli", "Ugoletti"] {
        let run = folder.cento(&["person", name, ".", "--pseudonymise"]);
        assert_nobody(&run, name);
    }
    let run = folder.cento(&["person", "Bondavalli", ".", "--pseudonymise"]);
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("Persona 0"), "{}", run.stderr);
    for settings in
        ["[[same_person]]\nnames = [\"Poma Stefano\", 3]\n", "[[same_person]]\nnames = [\"Poma Stefano\"]\n"]
    {
        let folder = Folder::with(document()).add("cento.toml", settings);
        let run = folder.cento(&["check", "--pseudonymise"]);
        assert_eq!(run.status, 2);
        assert_nobody(&run, settings);
    }
    let folder = Folder::with(document()).add("staff.csv", "name\nPoma Stefano\nPOMA STEFANO\n");
    let run = folder.cento(&["check", "plan.md", "--staff", "staff.csv", "--pseudonymise"]);
    assert_eq!(run.status, 2);
    assert_nobody(&run, "staff file");
    assert_eq!(folder.cento(&["settings", "init", "plan.md", "--pseudonymise"]).status, 2);
}

#[test]
fn a_person_is_found_by_name_or_pseudonym_and_called_by_the_latter() {
    let folder = Folder::with(document());
    let by_name = folder.cento(&["person", "poma stefano", ".", "--pseudonymise", "--format", "json"]);
    let person = by_name.json()["persons"][0]["person"].as_str().expect("a name").to_owned();
    assert!(person.starts_with("Persona "), "{person}");
    let by_pseudonym = folder.cento(&["person", &person, ".", "--pseudonymise", "--format", "json"]);
    assert_eq!(by_name.json(), by_pseudonym.json());
    assert_eq!(by_name.json()["persons"][0]["total_percent"], "99.00");
    assert_nobody(&by_name, "person");
}

#[test]
fn figures_are_the_same_with_and_without_names() {
    let folder = Folder::with(document());
    let plain = folder.cento(&["check", ".", "--format", "json"]).json();
    let hidden = folder.cento(&["check", ".", "--format", "json", "--pseudonymise"]).json();
    assert_eq!((&plain["totals"], &plain["coverage"]), (&hidden["totals"], &hidden["coverage"]));
    assert_eq!(findings(&plain, "A002").len(), findings(&hidden, "A002").len());
    let pair = findings(&hidden, "N001")[0];
    assert_eq!(pair["merged_total_percent"], "100.00");
    let english = folder.cento(&["check", ".", "--pseudonymise", "--lang", "en"]);
    assert!(
        english.stdout.contains("Person 001") && english.stderr.contains("can still identify"),
        "{}",
        english.stdout
    );
}

#[test]
fn a_key_makes_pseudonyms_that_are_the_same_in_every_plan() {
    let plan = |rows: &[&str]| sheet("2024_PD_0001", rows);
    let (ada, ugo) = ("Rossi Ada\tDipendente\t100,00 %", "Verdi Ugo\tDirigente\t100,00 %");
    let folder = Folder::new()
        .add("a/p.md", plan(&[ada, ugo]))
        .add("b/p.md", plan(&[ugo, &ada.to_uppercase().replace("DIPENDENTE", "Dipendente")]))
        .add("key", "a secret that nobody guesses")
        .add("other", "another secret, just as long")
        .add("short", "secret");
    let called = |key: &str| -> Vec<(String, String)> {
        let run = folder.cento(&["people", "a", "b", "--format", "json", "--pseudonymise", "--key", key]);
        let people = run.json()["people"].as_array().expect("people").clone();
        let text = |value: &serde_json::Value| value.as_str().expect("a text").to_owned();
        people.iter().map(|person| (text(&person["roles"][0]), text(&person["person"]))).collect()
    };
    let with_key: BTreeSet<(String, String)> = called("key").into_iter().collect();
    assert_eq!(with_key.len(), 2, "two people in two plans: {with_key:?}");
    assert!(with_key.is_disjoint(&called("other").into_iter().collect()));
    let short = folder.cento(&["people", "a", "--pseudonymise", "--key", "short"]);
    assert_eq!(short.status, 2);
    assert!(short.stderr.contains("16"), "{}", short.stderr);
    assert_eq!(folder.cento(&["people", "a", "--key", "key"]).status, 2, "a key without pseudonyms is a mistake");
    assert_eq!(cento_in(&folder.path(), &["people", "a", "--pseudonymise", "--key", "none"], b"").status, 2);
}
