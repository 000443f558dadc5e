//! Contracts that begin and end: capacity and working time day by day, from a staff file that says from when to when.

use serde_json::Value;

use crate::support::Folder;

/// Six who say nothing of days in the plan, but for the last. 2024 has 366 days.
const PLAN: &str = "Nominativo;Progetto;Impegno;Dal;Al
Rossi Ada;2024_PD_0411;100 %;;
Verdi Ugo;2024_PD_0411;100 %;;
Neri Ivo;2024_PD_0411;100 %;;
Bianchi Ada;2024_PD_0411;100 %;;
Gallo Ida;2024_PD_0411;100 %;;
Serra Pia;2024_PD_0411;100 %;;30/06/2024
";

/// Hired in March; part-time from June; on leave from March to July; half of the capacity from July; gone in 2020; gone in March.
const STAFF: &str = "Nominativo;Ore settimanali;Capacità percento;Dal;Al
Rossi Ada;36;100;;
Verdi Ugo;36;100;01/03/2024;
Neri Ivo;36;100;;31/05/2024
Neri Ivo;18;100;01/06/2024;
Bianchi Ada;36;100;;29/02/2024
Bianchi Ada;36;0;01/03/2024;31/07/2024
Bianchi Ada;36;100;01/08/2024;
Gallo Ida;36;100;;30/06/2024
Gallo Ida;36;50;01/07/2024;
Costa Leo;36;100;;31/12/2020
Serra Pia;36;100;;31/03/2024
";

fn check(plan: &str, staff: &str) -> Value {
    let folder = Folder::new().add("piano/p.csv", plan).add("staff.csv", staff);
    let run = folder.cento(&["check", "piano", "--staff", "staff.csv", "--format", "json"]);
    serde_json::from_str(&run.stdout).unwrap_or_else(|_| panic!("{}", run.stderr))
}

/// Total, capacity, full-time equivalents and status of somebody.
fn of(found: &Value, name: &str) -> [String; 4] {
    let people = found["people"].as_array().expect("people");
    let person = people.iter().find(|person| person["person"] == name).expect(name);
    ["total_percent", "capacity_percent", "fte", "status"].map(|key| person[key].as_str().unwrap_or("-").to_owned())
}

fn told(found: &Value) -> Vec<(String, String)> {
    let told = found["findings"].as_array().expect("findings").iter();
    told.map(|one| (one["code"].to_string(), one["message"].as_str().unwrap_or_default().to_owned())).collect()
}

#[test]
fn capacity_and_working_time_are_those_of_each_day() {
    let found = check(PLAN, STAFF);
    assert_eq!(of(&found, "Rossi Ada"), ["100.00", "100.00", "1.00", "full"]);
    // 306 days of 366; a share of one's own time is none of days before it.
    assert_eq!(of(&found, "Verdi Ugo"), ["83.606557", "83.606557", "0.836066", "full"]);
    // 152 days whole and 214 half: 259 days of 366.
    assert_eq!(of(&found, "Neri Ivo"), ["100.00", "100.00", "0.70765", "full"]);
    // 60 and 153 days.
    assert_eq!(of(&found, "Bianchi Ada"), ["58.196721", "58.196721", "0.581967", "full"]);
    // 182 days of 100 and 184 of 50.
    assert_eq!(of(&found, "Gallo Ida"), ["100.00", "74.863388", "1.00", "over"]);
    // What the plan says of days counts as it is: 91 days more than the contract.
    assert_eq!(of(&found, "Serra Pia"), ["49.726776", "24.863388", "0.497268", "over"]);
    let told = told(&found);
    assert_eq!(told.len(), 2, "nobody who has left is missing: {told:?}");
    assert!(told.iter().all(|(code, _)| code.contains("A001")), "{told:?}");
    assert!(told.iter().any(|(_, message)| message.contains("al massimo 100,00 % dal 01/07 al 31/12")), "{told:?}");
}

#[test]
fn whoever_is_over_on_some_days_of_a_contract_alone_is_told_with_what_may_be_then() {
    let plan = "Nominativo;Progetto;Impegno\nGallo Ida;2024_PD_0411;70 %\n";
    let found =
        check(plan, "Nominativo;Capacità percento;Dal;Al\nGallo Ida;100;;30/06/2024\nGallo Ida;50;01/07/2024;\n");
    assert_eq!(of(&found, "Gallo Ida")[..2], ["70.00", "74.863388"]);
    let told = told(&found);
    let over =
        "Gallo Ida: 70,00 % dal 01/07 al 31/12, oltre la capacità di 50,00 %; in media nell'anno 70,00 %, in 1 riga";
    assert!(told.contains(&("\"A007\"".to_owned(), over.to_owned())), "{told:?}");
}

#[test]
fn the_account_says_which_days_count() {
    let folder = Folder::new().add("p.csv", PLAN).add("staff.csv", STAFF);
    let account = |name: &str| folder.cento(&["person", name, "p.csv", "--staff", "staff.csv"]).stdout;
    let bianchi = account("Bianchi Ada");
    for words in
        ["nei giorni di servizio", "100 × 213/366 = 58,196721 %", "dal 01/03 al 31/07     153    0,00 %    0,00 %"]
    {
        assert!(bianchi.contains(words), "{words}: {bianchi}");
    }
    assert!(account("Gallo Ida").contains("100,00 %   50,00 %  +50,00"), "{}", account("Gallo Ida"));
    assert!(!account("Rossi Ada").contains("servizio"));
}

#[test]
fn a_contract_of_the_whole_year_changes_nothing() {
    let staff = "Nominativo;Ore settimanali\nVerdi Ugo;18\nRossi Ada;36\n";
    let dated = "Nominativo;Ore settimanali;Data assunzione;Data cessazione\nVerdi Ugo;18;01/09/1998;31/12/9999\nRossi Ada;36;1/1/2024;\n";
    assert_eq!(check(PLAN, staff), check(PLAN, dated));
    let before =
        "Nominativo;Ore settimanali;Dal;Al\nVerdi Ugo;36;;31/12/2023\nVerdi Ugo;18;01/01/2024;\nRossi Ada;36;;\n";
    assert_eq!(check(PLAN, staff), check(PLAN, before));
}

#[test]
fn nothing_may_be_committed_of_no_working_time() {
    // 182 days of hours and 184 of none: what is committed is all that may be.
    let staff = "Nominativo;Ore settimanali;Dal;Al\nVerdi Ugo;36;;30/06/2024\nVerdi Ugo;0;01/07/2024;\n";
    let found = check("Nominativo;Progetto;Impegno\nVerdi Ugo;2024_PD_0411;100 %\n", staff);
    assert_eq!(of(&found, "Verdi Ugo"), ["49.726776", "49.726776", "0.497268", "full"]);
}

#[test]
fn a_collective_has_no_contract() {
    let plan = "Nominativo;Progetto;Impegno\nTUTTI GLI OPERATORI;2024_PD_0411;100 %\nVerdi Ugo;2024_PD_0411;100 %\n";
    let staff = "Nominativo;Data assunzione;Data cessazione\nTUTTI GLI OPERATORI;01/03/2024;\nVerdi Ugo;01/09/1998;00/00/0000\n";
    let found = check(plan, staff);
    assert_eq!(of(&found, "TUTTI GLI OPERATORI"), ["100.00", "-", "1.00", "-"]);
    assert_eq!(of(&found, "Verdi Ugo"), ["100.00", "100.00", "1.00", "full"]);
}

#[test]
fn order_and_division_of_contracts_change_nothing() {
    let mut lines: Vec<&str> = STAFF.lines().collect();
    lines[1..].reverse();
    assert_eq!(check(PLAN, &lines.join("\n")), check(PLAN, STAFF));
    let divided = STAFF.replace(
        "Verdi Ugo;36;100;01/03/2024;",
        "Verdi Ugo;36;100;01/03/2024;15/08/2024\nVerdi Ugo;36;100;16/08/2024;",
    );
    assert_eq!(check(PLAN, &divided), check(PLAN, STAFF));
}

#[test]
fn contracts_that_contradict_each_other_are_refused_with_their_line() {
    for (staff, line, words) in [
        ("Nominativo;Dal;Al\nRossi Ada;;30/06/2024\nRossi Ada;30/06/2024;\n", 3, "valgono negli stessi giorni"),
        ("Nominativo;Dal;Al\nRossi Ada;;\nRossi Ada;30/06/2024;\n", 3, "compare due volte"),
        ("Nominativo;Dal;Al\nRossi Ada;30/06/2024;29/06/2024\n", 2, "prima di cominciare"),
        ("Nominativo;Dal;Mesi\nRossi Ada;30/06/2024;6\n", 2, "sia i mesi sia i giorni"),
        ("Nominativo;Dal\nRossi Ada;30/06/24\n", 2, "30/06/24"),
        ("Nominativo;Dal\nRossi Ada;31/06/2024\n", 2, "31/06/2024"),
        ("Name;From\nRossi Ada;01/03/2024\n", 2, "01/03/2024"),
    ] {
        let folder = Folder::new().add("p.csv", PLAN).add("staff.csv", staff);
        let run = folder.cento(&["check", "p.csv", "--staff", "staff.csv"]);
        assert_eq!(run.status, 2, "{staff}");
        assert!(run.stderr.contains(words) && run.stderr.contains(&format!("staff.csv:{line}")), "{}", run.stderr);
    }
}

#[test]
fn without_a_year_contracts_are_not_used_and_that_is_told() {
    let plan = "Nominativo;Progetto;Impegno\nVerdi Ugo;Sportello;100 %\n";
    let found = check(plan, "Nominativo;Dal;Al\nVerdi Ugo;01/03/2024;\n");
    assert_eq!(of(&found, "Verdi Ugo")[..2], ["100.00", "100.00"]);
    assert!(told(&found).iter().any(|(code, _)| code.contains("R021")), "{:?}", told(&found));
}

#[test]
fn hours_of_a_plan_are_shares_of_ones_own_time() {
    let plan = "Nominativo;Progetto;Ore annue (su 1500)\nFabbri Remo;2025_PD_0101;750\nBassi Olga;2025_PD_0101;900\nBassi Olga;2025_PD_0102;600\n";
    let found = |staff: &str| {
        of(&check(plan, &format!("nome;ore_settimanali;mesi;dal;al\nBassi Olga;36;;;\n{staff}")), "Fabbri Remo")
    };
    assert_eq!(found(""), ["50.00", "100.00", "0.50", "under"]);
    // Half of a full-time position is all of it.
    assert_eq!(found("Fabbri Remo;18;;;\n"), ["100.00", "100.00", "0.50", "full"]);
    // Six months of it have 375 hours.
    assert_eq!(found("Fabbri Remo;18;6;;\n"), ["200.00", "100.00", "0.50", "over"]);
    // 181 days of a half and 184 of a whole: 274,5 of 365, and 0,5 of them.
    assert_eq!(
        found("Fabbri Remo;18;;;30/06/2025\nFabbri Remo;36;;01/07/2025;\n"),
        ["66.484517", "100.00", "0.50", "under"]
    );
    // Whoever is hired in July has 184 of 365 days for them.
    assert_eq!(found("Fabbri Remo;36;;01/07/2025;\n"), ["50.00", "50.410959", "0.50", "under"]);
    let weekly = "Nominativo;Progetto;Ore settimanali (su 36)\nFabbri Remo;2025_PD_0101;6\nFabbri Remo;2025_PD_0102;6\nFabbri Remo;2025_PD_0103;6\n";
    let found = |staff: &str| of(&check(weekly, &format!("nome;ore_settimanali;dal;al\n{staff}")), "Fabbri Remo");
    // A third each, and full by rounding.
    assert_eq!(found("Fabbri Remo;18;;\n")[3], "full");
    // Now half, now all of the time, or none: which share so many hours are, is not said.
    for staff in ["Fabbri Remo;18;;30/06/2025\nFabbri Remo;36;01/07/2025;\n", "Fabbri Remo;0;;\n"] {
        let found = check(weekly, &format!("nome;ore_settimanali;dal;al\n{staff}"));
        assert_eq!(of(&found, "Fabbri Remo")[0], "0.00");
        let told = told(&found);
        let own = told.iter().filter(|(code, message)| code.contains("R001") && message.contains("cambia orario"));
        assert_eq!(own.count(), 3, "{told:?}");
        assert_eq!((&found["coverage"]["rows_seen"], &found["coverage"]["rows_rejected"]), (&3.into(), &3.into()));
    }
    // In rows of their own days they are.
    let dated = "Nominativo;Progetto;Ore settimanali (su 36);Dal;Al\nFabbri Remo;2025_PD_0101;18;;30/06/2025\nFabbri Remo;2025_PD_0101;36;01/07/2025;\n";
    let staff = "nome;ore_settimanali;dal;al\nFabbri Remo;18;;30/06/2025\nFabbri Remo;36;01/07/2025;\n";
    assert_eq!(of(&check(dated, staff), "Fabbri Remo")[..2], ["100.00", "100.00"]);
    // Somebody else's rows stay theirs.
    let others = weekly.to_owned() + "Bassi Olga;2025_PD_0101;36\n";
    let found = check(&others, staff);
    assert_eq!((of(&found, "Bassi Olga")[0].as_str(), of(&found, "Fabbri Remo")[0].as_str()), ("100.00", "0.00"));
}

#[test]
fn contracts_of_namesakes_are_told_apart_by_their_numbers() {
    let plan = "Matricola;Nominativo;Progetto;Impegno\n1001;Rossi Mario;2024_PD_0411;100 %\n2002;Rossi Mario;2024_PD_0411;100 %\n";
    let staff = "Matricola;Cognome;Nome;Ore settimanali;Data assunzione;Data cessazione
1001;Rossi;Mario;36;01/01/2010;
2002;Rossi;Mario;36;01/03/2024;31/08/2024
2002;Rossi;Mario;18;01/09/2024;
";
    let found = check(plan, staff);
    assert_eq!(of(&found, "Rossi Mario (1001)"), ["100.00", "100.00", "1.00", "full"]);
    // 184 days whole and 122 half: 245 of 366.
    assert_eq!(of(&found, "Rossi Mario (2002)"), ["83.606557", "83.606557", "0.669399", "full"]);
}

#[test]
fn hours_of_months_are_shares_of_the_contract_of_each_month() {
    let months = "Gen;Feb;Mar;Apr;Mag;Giu;Lug;Ago;Set;Ott;Nov;Dic";
    let row = |name: &str| format!("{name};2024_PD_0411{}\n", ";62,5".repeat(12));
    let plan = format!("Nominativo;Progetto;{months}\n{}{}", row("Verdi Ugo"), row("Rossi Ada"));
    let settings = "[layout]\nunit = 'monthly-hours'\nhours_per_year = 1500\n";
    let found = |staff: &str| {
        let staff = format!("Nominativo;Ore;Dal;Al\nRossi Ada;36;;\n{staff}");
        let folder = Folder::new().add("piano/p.csv", &*plan).add("piano/cento.toml", settings).add("staff.csv", staff);
        folder.cento(&["check", "piano", "--staff", "staff.csv", "--format", "json"]).json()
    };
    // Half of the 125 hours of a month, and all that half a position has.
    assert_eq!(of(&found("Verdi Ugo;18;;\n"), "Rossi Ada"), ["50.00", "100.00", "0.50", "under"]);
    assert_eq!(of(&found("Verdi Ugo;18;;\n"), "Verdi Ugo"), ["100.00", "100.00", "0.50", "full"]);
    // 182 days of all of it, 184 of half.
    let of_halves = found("Verdi Ugo;18;;30/06/2024\nVerdi Ugo;36;01/07/2024;\n");
    assert_eq!(of(&of_halves, "Verdi Ugo")[..3], ["74.863388", "100.00", "0.50"]);
    // In June it is now the one, now the other: 152 days of all, 184 of half.
    let within = found("Verdi Ugo;18;;15/06/2024\nVerdi Ugo;36;16/06/2024;\n");
    assert_eq!(of(&within, "Verdi Ugo")[0], "66.666667");
    assert_eq!(told(&within).iter().filter(|(code, _)| code.contains("R001")).count(), 1, "{:?}", told(&within));
}
