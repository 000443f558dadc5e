//! What the user tells the program: settings, the staff file; and what becomes of names by it.

use serde_json::{Value, json};

use crate::support::{Folder, cento, codes, document, findings, sheet};

const BODY: &str = "[entity]\nname = \"Comune di Reggio Emilia\"\n";

/// The repository's plan with some settings.
fn plan_with(settings: &str) -> Folder {
    Folder::with(document()).add("cento.toml", format!("{BODY}{settings}"))
}

/// A plan of two sheets in one CDR, `A 1` and `A 2`.
fn two_sheets(first: &[&str], second: &[&str]) -> String {
    let head = "## 01 - UNO\n\nDirigente: Capo Primo\n\n";
    head.to_owned() + &sheet("2024_PD_0001", first) + &sheet("2024_PD_0002", second)
}

fn person<'a>(check: &'a Value, name: &str) -> &'a Value {
    let people = check["people"].as_array().expect("people");
    people.iter().find(|person| person["person"] == name).unwrap_or_else(|| panic!("{name} in {check}"))
}

#[test]
fn the_plan_has_one_pair_of_names_and_three_kinds_of_reasons() {
    let check = cento(&["check", "data", "--format", "json"]).json();
    let pairs = findings(&check, "N001");
    assert_eq!(pairs.len(), 1);
    assert_eq!(pairs[0]["persons"], json!(["Verzelloni Simona", "Verzelli Simona"]));
    assert_eq!(pairs[0]["person_totals_percent"], json!(["85.00", "15.00"]));
    assert_eq!(pairs[0]["merged_total_percent"], "100.00");
    assert_eq!(
        pairs[0]["evidence"],
        json!({"spelling": "letters", "letters": 2, "never_on_one_sheet": true, "same_cdr": true, "same_role": true,
            "makes_capacity": true})
    );
    assert_eq!(pairs[0]["origins"].as_array().expect("origins").len(), 3);

    let reasons: Vec<(String, Value)> = findings(&check, "A002")
        .into_iter()
        .filter(|finding| finding["explained_by"] != json!([]))
        .map(|finding| (finding["person"].as_str().expect("a name").to_owned(), finding["explained_by"].clone()))
        .collect();
    let same =
        |other: &str| json!([{"reason": "probable-same-person", "code": "N001", "project": null, "persons": [other]}]);
    let expected = [
        ("Benedetti Lorenza", json!([{"reason": "leads-no-cdr", "code": null, "project": null, "persons": []}])),
        (
            "Poma Stefano",
            json!([{"reason": "missing-sheet", "code": "D001", "project": "2024_PG_49PN", "persons": []}]),
        ),
        ("Verzelloni Simona", same("Verzelli Simona")),
        ("Verzelli Simona", same("Verzelloni Simona")),
    ];
    assert_eq!(reasons, expected.map(|(name, reason)| (name.to_owned(), reason)));
}

#[test]
fn titles_and_indicators_that_do_not_fit() {
    let check = cento(&["check", "data", "--format", "json"]).json();
    let titles = findings(&check, "D005");
    assert_eq!(titles.len(), 1);
    assert_eq!(titles[0]["project"], "2024_PD_1208");
    assert!(titles[0]["listed_title"].as_str().expect("a title").starts_with("Negoziazione"));
    assert!(titles[0]["sheet_title"].as_str().expect("a title").starts_with("Negoziatore"));
    let indicators: Vec<&str> =
        findings(&check, "D007").iter().map(|finding| finding["written"].as_str().expect("a code")).collect();
    assert_eq!(indicators, ["O_0102_1_7", "O_0102_1_8", "O_0105_5_1", "O_015_1_10"]);
    assert!(findings(&check, "N002").is_empty());
}

#[test]
fn two_names_of_one_person_are_joined_where_the_settings_say_so() {
    let settings = "[[same_person]]\nnames = [\"Verzelloni Simona\", \"Verzelli Simona\"]\n";
    let folder = plan_with(settings);
    let check = folder.check();
    assert_eq!((&check["totals"]["people"], &check["totals"]["people_full"]), (&json!(57), &json!(47)));
    assert!(findings(&check, "N001").is_empty() && findings(&check, "N003").is_empty());
    let joined = person(&check, "Verzelloni Simona");
    assert_eq!(joined["as_written"], json!(["Verzelloni Simona", "Verzelli Simona"]));
    // Either name leads to the account.
    let account = folder.cento(&["person", "verzelli simona", "."]).stdout;
    assert!(account.contains("85 + 10 + 5 = 100,00 %"), "{account}");

    let lines = document();
    let without: Vec<&str> = lines.lines().filter(|line| !line.starts_with("Verzelli ")).collect();
    let without = without.join("\n");
    let check = Folder::with(without).add("cento.toml", format!("{BODY}{settings}")).check();
    let unused = findings(&check, "N003");
    assert_eq!(unused.len(), 1);
    assert_eq!((&unused[0]["person"], &unused[0]["setting"]), (&json!("Verzelli Simona"), &json!("same_person")));
    assert_eq!(unused[0]["origins"][0]["path"], "cento.toml");
    assert_eq!(unused[0]["origins"][0]["line"], 4);
}

#[test]
fn names_that_are_not_one_person_are_left_alone() {
    let check = plan_with("[[not_same]]\nnames = [\"VERZELLI SIMONA\", \"Verzelloni Simona\"]\n").check();
    assert!(findings(&check, "N001").is_empty());
    assert!(
        findings(&check, "A002").iter().all(|finding| !finding["person"].as_str().expect("a name").starts_with("Verz")
            || finding["explained_by"] == json!([]))
    );
    assert_eq!(check["totals"]["people"], 58);
}

#[test]
fn names_on_one_sheet_are_two_people() {
    let rows = ["Zambonelli Ugo\tDipendente\t60,00 %", "Zamboneli Ugo\tDipendente\t40,00 %"];
    assert!(findings(&Folder::with(two_sheets(&rows, &[])).check(), "N001").is_empty());
    let apart = Folder::with(two_sheets(&rows[..1], &rows[1..])).check();
    assert_eq!(findings(&apart, "N001").len(), 1);
    // Two who are both full lack nothing.
    let full = rows.map(|row| row.replace("60,00", "100,00").replace("40,00", "100,00"));
    assert!(findings(&Folder::with(two_sheets(&[&full[0]], &[&full[1]])).check(), "N001").is_empty());
    // A slip that hides somebody over the capacity is told.
    let over = Folder::with(two_sheets(&[&full[0]], &rows[1..])).check();
    assert_eq!(findings(&over, "N001")[0]["merged_total_percent"], "140.00");
}

#[test]
fn the_strongest_evidence_comes_first() {
    let first = ["Zambonelli Ugo\tDipendente\t60,00 %", "Spaggiari Ines\tDipendente\t70,00 %"];
    let second = ["Zamboneli Ugo\tDipendente\t10,00 %", "Spagiari Ines\tDipendente\t30,00 %"];
    let check = Folder::with(two_sheets(&first, &second)).check();
    let pairs = findings(&check, "N001");
    let merged: Vec<&Value> = pairs.iter().map(|pair| &pair["merged_total_percent"]).collect();
    assert_eq!(merged, ["100.00", "70.00"]);
}

#[test]
fn namesakes_are_told_apart_by_project() {
    let plan = two_sheets(&["Rossi Ada\tDipendente\t100,00 %"], &["ROSSI ADA\tDipendente\t60,00 %"]);
    assert_eq!(codes(&Folder::with(&plan).check())[0], "A001");
    let settings = "[[namesake]]\nname = \"Rossi Ada\"\nprojects = [\"2024_PD_0002\"]\nlabel = \"Tributi\"\n";
    let check = Folder::with(&plan).add("cento.toml", settings).check();
    assert_eq!(check["totals"]["people"], 2);
    assert_eq!(person(&check, "Rossi Ada")["status"], "full");
    assert_eq!(person(&check, "Rossi Ada (Tributi)")["difference_percent"], "-40.00");
    let nowhere = settings.replace("0002", "0009");
    let unused = Folder::with(&plan).add("cento.toml", nowhere).check();
    assert_eq!(findings(&unused, "N003")[0]["origins"][0]["line"], 3);
    assert_eq!(findings(&unused, "N003")[0]["entry"], "2024_PD_0009");
    // Whom the settings tell apart are not said to be one, though together they might make a hundred.
    let parts = plan.replace("100,00", "40,00");
    assert!(findings(&Folder::with(parts).add("cento.toml", settings).check(), "N001").is_empty());
}

#[test]
fn every_spelling_of_a_joined_person_is_theirs() {
    let plan = "## 01 - UNO\n\nDirigente: Dott.ssa Rossi Ada\n\n".to_owned()
        + "Indirizzo\tCodice Progetto\tProgetto\nX\t2024_PD_0001\tTitolo\nX\t2024_PD_0002\tTitolo\n\n"
        + &sheet("2024_PD_0001", &["Rossi Ada\tDirigente\t40,00 %", "Zambonelli Ugo\tDipendente\t50,00 %"]);
    let settings = "[[same_person]]\nnames = [\"Rossi Ada Maria\", \"Rossi Ada\"]\n\
        [[accepted]]\ncode = \"A002\"\nperson = \"Rossi Ada\"\nreason = \"x\"\n";
    let check = Folder::with(plan).add("cento.toml", settings).check();
    let gap =
        findings(&check, "A002").into_iter().find(|finding| finding["person"] == "Rossi Ada Maria").expect("the gap");
    assert_eq!(gap["explained_by"][0]["reason"], "missing-sheet", "she leads the CDR");
    assert!(gap["accepted"].is_object());
}

#[test]
fn a_collective_with_a_headcount_has_a_capacity() {
    let check = plan_with("[[collective]]\nname = \"Tutti gli operatori\"\nheadcount = 2\n").check();
    let collective = person(&check, "TUTTI GLI OPERATORI");
    assert_eq!((&collective["capacity_percent"], &collective["status"]), (&json!("200.00"), &json!("under")));
    assert_eq!(check["totals"]["people_under"], 12, "it is no person all the same");
    assert_eq!(findings(&check, "A002").len(), 12);
    assert_eq!(check["people"].as_array().expect("people").last(), Some(collective));
    // Any name may be said to be one.
    let check = plan_with("[[collective]]\nname = \"Poma Stefano\"\n").check();
    assert_eq!(person(&check, "Poma Stefano")["capacity_percent"], Value::Null);
    assert_eq!(check["totals"]["collectives"], 2);
}

#[test]
fn accepted_findings_are_listed_and_fail_nothing() {
    let plan = two_sheets(&["Rossi Ada\tDirigente\t60,00 %"], &["Rossi Ada\tDirigente\t41,00 %"]);
    let plan = plan + &sheet("2024_PD_0003", &[]);
    let accepted = |until: &str| {
        format!("[[accepted]]\ncode = \"a001\"\nperson = \"ROSSI ADA\"\nreason = \"delibera 12\"\n{until}")
    };
    let run =
        |settings: String| Folder::with(&plan).add("cento.toml", settings).cento(&["check", ".", "--format", "json"]);
    let now = run(accepted("until = 2999-12-31\n"));
    assert_eq!(now.status, 0);
    assert_eq!(findings(&now.json(), "A001")[0]["accepted"], json!({"reason": "delibera 12", "until": "2999-12-31"}));
    assert_eq!(run(accepted("")).status, 0);
    let past = run(accepted("until = 2024-12-31\n"));
    assert_eq!(past.status, 1, "the date is past");
    assert_eq!(findings(&past.json(), "A001")[0]["accepted"], Value::Null);
    assert!(findings(&past.json(), "N003").is_empty(), "it would match");
    let other = run(accepted("").replace("a001", "A002"));
    assert_eq!(other.status, 1);
    assert_eq!(findings(&other.json(), "N003").len(), 1);
    let by_project =
        accepted("").replace("person = \"ROSSI ADA\"", "project = \"2024_PD_0003\"").replace("a001", "D003");
    assert!(findings(&run(by_project).json(), "D003")[0]["accepted"].is_object());
}

#[test]
fn settings_that_several_plans_share_are_unused_only_if_all_leave_them_so() {
    let with = |name: &str| sheet("2024_PD_0001", &[&format!("{name}\tDirigente\t100,00 %")]);
    let settings = "[[collective]]\nname = \"Squadra Ada\"\n[[collective]]\nname = \"Squadra Ida\"\n";
    let folder =
        Folder::new().add("cento.toml", settings).add("a/p.md", with("Squadra Ada")).add("b/p.md", with("Verdi Ugo"));
    let unused = folder.check();
    let unused = findings(&unused, "N003");
    assert_eq!(unused.len(), 1);
    assert_eq!(unused[0]["person"], "Squadra Ida");
}

#[test]
fn the_staff_file_gives_capacities_and_working_times() {
    let plan = two_sheets(
        &[
            "Parziale Ada\tDipendente\t100,00 %",
            "Comandato Ugo\tDipendente\t10,00 %",
            "Condiviso Pio\tDipendente\t50,00 %",
            "Zambonelli Ida\tDipendente\t100,00 %",
            "Capo Primo\tDirigente\t100,00 %",
        ],
        &[],
    );
    let staff = "Nome;Matricola;capacity_percent;weekly_hours;full_time_hours;months\r\n\
        PARZIALE ADA;1;100;18;36;12\r\n\
        Comandato Ugo;2;0;36;36;12\r\n\
        Condiviso Pio;3;50,00;36;36;12\r\n\
        Assente Lea;4;100;36;36;12\r\n\
        Zamboneli Ida;5;100;36;36;12\r\n\
        Altrove Teo;6;0;;;\r\n\
        Capo Primo;7;;36;36;4\r\n";
    let folder = Folder::with(plan).add("staff.csv", staff);
    let run = folder.cento(&["check", ".", "--staff", "staff.csv", "--format", "json"]);
    assert_eq!(run.status, 1, "somebody on secondment is committed");
    let check = run.json();
    let of = |name: &str| {
        let person = person(&check, name);
        ["capacity_percent", "difference_percent", "status", "fte"]
            .map(|key| person[key].as_str().expect(key).to_owned())
    };
    assert_eq!(of("Parziale Ada"), ["100.00", "0.00", "full", "0.50"]);
    assert_eq!(of("Comandato Ugo"), ["0.00", "10.00", "over", "0.10"]);
    assert_eq!(of("Condiviso Pio"), ["50.00", "0.00", "full", "0.50"]);
    assert_eq!(of("Capo Primo"), ["100.00", "0.00", "full", "0.333333"]);
    let absent: Vec<&Value> = findings(&check, "A006").iter().map(|finding| &finding["person"]).collect();
    assert_eq!(absent, ["Assente Lea", "Zamboneli Ida"]);
    let unknown = findings(&check, "N005");
    assert_eq!((unknown.len(), &unknown[0]["person"]), (1, &json!("Zambonelli Ida")));
    assert_eq!(unknown[0]["likely"], "Zamboneli Ida");
    assert!(check["skipped"].as_array().expect("skipped").is_empty(), "the staff file is no document");

    // 0,5 + 0,1 + 0,5 + 1 + a third of a year, in every sum.
    for listing in ["cdrs", "projects"] {
        let listed = folder.cento(&[listing, ".", "--staff", "staff.csv", "--format", "json"]).json();
        assert_eq!(listed[listing][0]["fte"], "2.433333", "{listing}");
    }
    let headline = folder.cento(&["check", ".", "--staff", "staff.csv", "-q"]).stdout;
    assert_eq!(headline, "5 persone: 1 oltre la capacità, 4 esattamente alla capacità, nessuna sotto\n");
}

#[test]
fn faults_in_settings_and_staff_file_are_told_with_line_and_remedy() {
    for (settings, said) in [
        (
            "[check]\ntollerance_percent = 1\n",
            "cento.toml:2: «tollerance_percent» non è previsto; forse «tolerance_percent»?",
        ),
        ("[[collectiv]]\n", "cento.toml:1: «collectiv» non è previsto; forse «collective»?"),
        ("[[collective]]\nname = \"x\"\nheadcount = \"due\"\n", "cento.toml:3: il contenuto non è valido"),
        (
            "[[same_person]]\nnames = [\"Rossi Ada\"]\n",
            "cento.toml:2: [[same_person]] richiede almeno due nomi diversi.",
        ),
        (
            "[[accepted]]\ncode = \"A02\"\nperson = \"x\"\nreason = \"y\"\n",
            "cento.toml:2: nessuna segnalazione ha il codice «A02»; forse «A002»?",
        ),
        ("[check\n", "cento.toml:1: il contenuto non è valido"),
    ] {
        let run = Folder::with(document()).add("cento.toml", settings).cento(&["check"]);
        assert_eq!(run.status, 2);
        assert!(run.stderr.contains(said), "{}", run.stderr);
    }
    for (staff, said) in [
        ("nome;capacita_percnto\n", "staff.csv:1: «capacita_percnto» non è previsto; forse «capacita_percento»?"),
        (
            "nome;capacity_percent\nRossi Ada;1.000\n",
            "staff.csv:2: «1.000» si può leggere in due modi, con i decimali o con le migliaia. Scrivere capacity_percent senza",
        ),
        ("nome;ore\nRossi Ada;50%\n", "staff.csv:2: «50%» non va bene per weekly_hours."),
        ("nome;mesi\nRossi Ada;13\n", "staff.csv:2: «13» non va bene per months."),
        ("nome\nRossi Ada\n\nROSSI ADA\n", "staff.csv:4: «ROSSI ADA» compare due volte. Se sono due omonimi"),
        ("nome;note\nRossi Ada;\"x\nVerdi Ugo;y\n", "staff.csv:2: le virgolette non si chiudono."),
        ("cdr\nA0\n", "staff.csv:1: manca la colonna «name»."),
    ] {
        let run = Folder::with(document()).add("staff.csv", staff).cento(&["check", "plan.md", "--staff", "staff.csv"]);
        assert_eq!(run.status, 2);
        assert!(run.stderr.contains(said), "{}", run.stderr);
    }
    let missing = cento(&["check", "data", "--staff", "manca.csv"]);
    assert_eq!(missing.status, 2);
    assert!(missing.stderr.contains("manca.csv"), "{}", missing.stderr);
}

#[test]
fn a_settings_file_to_begin_with_has_what_the_plan_suggests() {
    let folder = Folder::with(document());
    let run = folder.cento(&["settings", "init"]);
    assert_eq!((run.status, run.stdout.as_str(), run.stderr.as_str()), (0, "", "Scritto cento.toml\n"));
    let written = std::fs::read_to_string(folder.path().join("cento.toml")).expect("the file");
    assert!(
        written.contains("\n# [[same_person]]\n# names = [\"Verzelloni Simona\", \"Verzelli Simona\"]\n"),
        "{written}"
    );
    assert!(written.contains("\n# [[collective]]\n# name = \"TUTTI GLI OPERATORI\"\n"), "{written}");
    assert_eq!(findings(&folder.check(), "N001").len(), 1, "nothing is joined by it");
    let again = folder.cento(&["settings", "init"]);
    assert_eq!(again.status, 2, "what is there is not overwritten");
    assert_eq!(std::fs::read_to_string(folder.path().join("cento.toml")).expect("the file"), written);
    // Let in, the suggestions join the two.
    let let_in = written.replace("# [[same_person]]\n# names", "[[same_person]]\nnames");
    assert!(findings(&Folder::with(document()).add("cento.toml", let_in).check(), "N001").is_empty());
}
