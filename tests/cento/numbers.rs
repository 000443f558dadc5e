//! People who are told by their personnel numbers: in every shape of table, in every output, with staff file and settings.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::support::{Folder, Run, codes, findings};

const HEAD: &str = "Matricola;Nominativo;Qualifica;Codice progetto;% impegno\n";

/// A row of `HEAD`.
fn row(number: &str, name: &str, project: u32, percent: &str) -> String {
    format!("{number};{name};Dipendente;2024_PD_{project:04};{percent}\n")
}

fn folder(rows: &[String]) -> Folder {
    Folder::new().add("piano/piano.csv", HEAD.to_owned() + &rows.concat())
}

/// Two who have one name, and one whose name has two spellings.
fn namesakes() -> Folder {
    folder(&[
        row("1001", "Rossi Mario", 411, "100 %"),
        row("2002", "Rossi Mario", 412, "100 %"),
        row("3003", "Arrighi Marta", 411, "60 %"),
        row("3003", "Arrighi M.", 412, "60 %"),
    ])
}

fn check(folder: &Folder, more: &[&str]) -> Value {
    let run = folder.cento(&[&["check", "piano", "--format", "json"], more].concat());
    assert!(run.status < 2, "{}", run.stderr);
    run.json()
}

/// Everybody: number, total and status by name.
fn people(check: &Value) -> BTreeMap<String, [Value; 3]> {
    let people = check["people"].as_array().expect("people").iter();
    let facts = |one: &Value| ["number", "total_percent", "status"].map(|key| one[key].clone());
    people.map(|one| (one["person"].as_str().expect("a name").to_owned(), facts(one))).collect()
}

fn as_said<const COUNT: usize>(all: [(&str, [Value; 3]); COUNT]) -> BTreeMap<String, [Value; 3]> {
    all.into_iter().map(|(name, facts)| (name.to_owned(), facts)).collect()
}

fn conflicts(check: &Value) -> Vec<(String, Vec<u64>)> {
    let of = |finding: &Value| {
        let lines = finding["origins"].as_array().expect("origins").iter();
        let lines = lines.map(|origin| origin["line"].as_u64().expect("a line")).collect();
        (finding["reason"].as_str().expect("a reason").to_owned(), lines)
    };
    findings(check, "N008").into_iter().map(of).collect()
}

#[test]
fn one_number_is_one_person_and_one_name_with_two_numbers_is_two() {
    let check = check(&namesakes(), &[]);
    let expected = as_said([
        ("Arrighi Marta", [json!("3003"), json!("120.00"), json!("over")]),
        ("Rossi Mario (1001)", [json!("1001"), json!("100.00"), json!("full")]),
        ("Rossi Mario (2002)", [json!("2002"), json!("100.00"), json!("full")]),
    ]);
    assert_eq!(people(&check), expected);
    assert_eq!(conflicts(&check), [("namesakes".to_owned(), vec![2, 3]), ("spellings".to_owned(), vec![4, 5])]);
    assert!(!codes(&check).iter().any(|code| code == "N001"), "{check}");
}

#[test]
fn the_name_that_is_shown_is_the_most_frequent_then_the_first() {
    let rows = [("Verdi U.", 1), ("Verdi Ugo", 2), ("VERDI UGO", 3)];
    let rows: Vec<String> = rows.map(|(name, project)| row("7", name, project, "30 %")).to_vec();
    assert!(people(&check(&folder(&rows), &[])).contains_key("Verdi Ugo"));
    assert!(people(&check(&folder(&rows[..2]), &[])).contains_key("Verdi U."));
}

#[test]
fn the_order_of_rows_makes_no_difference() {
    let rows = [
        row("0012", "Rossi Mario", 1, "60 %"),
        row("12", "Rossi Mario", 2, "10 %"),
        row("13", "Rossi Mario", 3, "100 %"),
        row("12", "Rossi M.", 4, "20 %"),
        row("", "Verdi Ugo", 1, "30 %"),
        row("14", "Verdi Ugo", 2, "50 %"),
        row("15", "Neri Pia", 1, "50 %"),
        row("15", "Bianchi Ada", 2, "50 %"),
        row("", "Rossi Mario", 5, "5 %"),
        row("esterno", "Gallo Ida", 5, "100 %"),
        row("esterno", "Riva Leo", 5, "100 %"),
    ];
    let said = |rows: &[String]| {
        let check = check(&folder(rows), &[]);
        let mut told = codes(&check);
        told.sort();
        (people(&check), told)
    };
    let expected = said(&rows);
    assert_eq!(expected.0["Rossi Mario (0012)"][1], "90.00");
    assert_eq!(expected.0["Verdi Ugo"][..2], [json!("14"), json!("80.00")]);
    assert_eq!(expected.0["Neri Pia"][2], Value::Null);
    assert!(expected.1.iter().any(|code| code == "R002"), "{:?}", expected.1);
    for shift in 1..rows.len() {
        let mut moved = rows.to_vec();
        moved.rotate_left(shift);
        assert_eq!(said(&moved), expected, "{moved:?}");
        moved.reverse();
        assert_eq!(said(&moved), expected, "{moved:?}");
    }
}

#[test]
fn every_shape_of_table_knows_the_numbers() {
    let expected = as_said([
        ("Rossi Mario (1001)", [json!("1001"), json!("70.00"), json!("under")]),
        ("Rossi Mario (2002)", [json!("2002"), json!("100.00"), json!("full")]),
    ]);
    let matrix =
        "N. matricola;Nominativo;2024_PD_0001;2024_PD_0002\n1001;Rossi Mario;30 %;40 %\n2002;Rossi Mario;100 %;\n";
    let groups = "Badge;Nominativo;Progetto;% impegno;Progetto;% impegno\n1001;Rossi Mario;2024_PD_0001;30 %;2024_PD_0002;40 %\n\
        2002;Rossi Mario;2024_PD_0001;100 %;;\n";
    let flat = "Employee no.;Employee;Project code;% allocation\n1001;Rossi Mario;2024_PD_0001;30 %\n1001;Rossi Mario;2024_PD_0002;40 %\n\
        2002;Rossi Mario;2024_PD_0001;100 %\n";
    let sheets = "**2024\\_PD\\_0001**\n\nCodice dipendente\tNome Soggetto\tRelazione Personale\tImpegno Personale\n\
        1001\tRossi Mario\tDipendente\t30 %\n2002\tRossi Mario\tDipendente\t100 %\n\n**2024\\_PD\\_0002**\n\n\
        Codice dipendente\tNome Soggetto\tRelazione Personale\tImpegno Personale\n1001\tRossi Mario\tDipendente\t40 %\n";
    let months: String = ["Gen", "Feb", "Mar", "Apr", "Mag", "Giu", "Lug", "Ago", "Set", "Ott", "Nov", "Dic"].join(";");
    let of_months = |number: &str, percent: &str| {
        format!("{number};Rossi Mario;2024_PD_0001{}\n", format!(";{percent}").repeat(12))
    };
    let months = format!(
        "Matricola;Nominativo;Codice progetto;{months}\n{}{}",
        of_months("1001", "70 %"),
        of_months("2002", "100 %")
    );
    let own = "Tessera;Nominativo;Codice progetto;% impegno\n1001;Rossi Mario;2024_PD_0001;70 %\n2002;Rossi Mario;2024_PD_0001;100 %\n";
    let settings = "[layout.headings]\nnumber = [\"Tessera\"]\n";
    for (file, text, settings) in [
        ("matrix.csv", matrix, ""),
        ("groups.csv", groups, ""),
        ("flat.csv", flat, ""),
        ("sheets.md", sheets, ""),
        ("months.csv", &months, ""),
        ("own.csv", own, settings),
    ] {
        let folder = Folder::new().add(&format!("piano/{file}"), text).add("piano/cento.toml", settings);
        assert_eq!(people(&check(&folder, &[])), expected, "{file}");
    }
}

#[test]
fn namesakes_are_told_apart_in_every_output() {
    let folder = namesakes();
    let run = |args: &[&str]| -> Run {
        let run = folder.cento(args);
        assert!(run.status < 2, "{args:?}: {}", run.stderr);
        run
    };
    for format in ["table", "json", "csv"] {
        for command in ["people", "rows", "weights"] {
            let said = run(&[command, "piano", "--format", format]).stdout;
            // Who is no director has no weights.
            let is_there = said.contains("Rossi Mario (2002)") || command == "weights";
            assert!(is_there && !said.contains("Rossi Mario;"), "{command} {format}: {said}");
        }
    }
    let rows = run(&["rows", "piano", "--format", "csv"]).stdout;
    let last: Vec<&str> = rows.lines().map(|line| line.rsplit(',').next().unwrap_or_default()).collect();
    assert_eq!(last, ["number", "1001", "2002", "3003", "3003"]);
    let out = run(&["chart", "person,matrix,people", "piano", "-o", "immagini", "--person", "Rossi Mario (2002)"]);
    assert!(out.stderr.is_empty() || !out.stderr.contains("errore"), "{}", out.stderr);
    let pictures: Vec<String> = std::fs::read_dir(folder.path().join("immagini"))
        .expect("the pictures")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    assert!(pictures.iter().any(|name| name.contains("rossi-mario-2002")), "{pictures:?}");
    run(&["report", "piano", "-o", "rapporto"]);
    let page = std::fs::read_to_string(folder.path().join("rapporto/index.html")).expect("the page");
    assert!(page.contains("Rossi Mario (1001)") && page.contains("Rossi Mario (2002)"));
}

#[test]
fn a_person_is_found_by_name_and_number_and_by_number_alone() {
    let folder = namesakes();
    for asked in ["Rossi Mario (2002)", "2002", "002002", "mario 2002"] {
        let run = folder.cento(&["person", asked, "piano"]);
        let is_found = run.stdout.starts_with("Rossi Mario (2002) ·");
        assert!(is_found == (asked != "002002"), "{asked}: {}{}", run.stdout, run.stderr);
    }
    let run = folder.cento(&["person", "rossi mario", "piano"]);
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("Rossi Mario (1001), Rossi Mario (2002)"), "{}", run.stderr);
    let alone = folder.cento(&["person", "3003", "piano"]).stdout;
    assert!(alone.contains("Arrighi Marta ·") && alone.contains("Matricola: 3003"), "{alone}");
    let long = self::folder(&[row("002002", "Rossi Mario", 1, "100 %")]);
    for asked in ["2002", "002002", "Rossi Mario (002002)", "Rossi Mario (2002)"] {
        assert!(long.cento(&["person", asked, "piano"]).stdout.starts_with("Rossi Mario ·"), "{asked}");
    }
}

#[test]
fn the_staff_file_joins_by_number_then_by_name() {
    let staff = "nome;matricola;capacita\nRossi Mario;01001;50\nRossi Mario;2002;80\nArrighi Marta;;70\n";
    let check = check(&namesakes().add("staff.csv", staff), &["--staff", "staff.csv"]);
    let capacities: Vec<(&str, &str)> = check["people"]
        .as_array()
        .expect("people")
        .iter()
        .map(|one| (one["person"].as_str().expect("a name"), one["capacity_percent"].as_str().expect("a capacity")))
        .collect();
    for known in [("Rossi Mario (01001)", "50.00"), ("Rossi Mario (2002)", "80.00"), ("Arrighi Marta", "70.00")] {
        assert!(capacities.contains(&known), "{known:?}: {capacities:?}");
    }
    assert!(!codes(&check).iter().any(|code| code == "N005" || code == "A006"));
}

#[test]
fn plan_and_staff_file_that_do_not_agree_are_told_with_both_lines() {
    let folder = |staff: &str| {
        let plan = folder(&[row("12", "Rossi Mario", 1, "50 %"), row("13", "Verdi Ugo", 1, "100 %")]);
        plan.add("staff.csv", format!("nome;matricola;capacita\nVerdi Ugo;13;100\n{staff}"))
    };
    for (staff, reason, status) in [
        ("Bianchi Ada;12;50\n", "staff-name", Value::Null),
        ("Rossi Mary;12;50\n", "staff-name", Value::Null),
        ("Rosi Mario;12;50\n", "staff-spelling", json!("full")),
        ("Rossi Mario;21;50\n", "staff-number", json!("under")),
    ] {
        let check = check(&folder(staff), &["--staff", "staff.csv"]);
        assert_eq!(conflicts(&check), [(reason.to_owned(), vec![2, 3])], "{staff}");
        let own = people(&check).into_iter().find(|(name, _)| name.starts_with("Rossi Mario")).expect("there").1;
        assert_eq!(own[2], status, "{staff}");
    }
    // The order of the words is no other name.
    for staff in ["Mario Rossi;12;50\n", "ROSSI MARIO;0012;50\n"] {
        assert!(conflicts(&check(&folder(staff), &["--staff", "staff.csv"])).is_empty(), "{staff}");
    }
}

#[test]
fn namesakes_of_the_staff_file_are_two_though_the_plan_has_no_numbers() {
    let plan = Folder::new().add(
        "piano/piano.csv",
        "Nominativo;Codice progetto;% impegno\nRossi Mario;2024_PD_0001;60 %\nVerdi Ugo;2024_PD_0001;100 %\n",
    );
    let plan = plan.add("staff.csv", "nome;matricola\nRossi Mario;12\nRossi Mario;13\nVERDI UGO;14\n");
    let found = check(&plan, &["--staff", "staff.csv"]);
    assert_eq!(findings(&found, "R002").len(), 1);
    let own = people(&found);
    assert_eq!(own["Verdi Ugo"], [json!("14"), json!("100.00"), json!("full")]);
    assert!(own.contains_key("Rossi Mario (12)") && own.contains_key("Rossi Mario (13)"), "{own:?}");
    // The settings say whose the project is.
    let settings = "[[namesake]]\nname = \"Rossi Mario\"\nprojects = [\"2024_PD_0001\"]\nlabel = \"13\"\n";
    let found = check(&plan.add("piano/cento.toml", settings), &["--staff", "staff.csv"]);
    assert_eq!(people(&found)["Rossi Mario (13)"][..2], [json!("13"), json!("60.00")]);
    assert_eq!(findings(&found, "A006")[0]["person"], "Rossi Mario (12)");
}

#[test]
fn a_number_that_stands_twice_in_the_staff_file_is_refused_with_its_line() {
    let plan = namesakes().add("staff.csv", "nome;matricola\nRossi Mario;1001\nBianchi Ada;2002\nVerdi Ugo;01001\n");
    let run = plan.cento(&["check", "piano", "--staff", "staff.csv"]);
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("staff.csv:4: la matricola 01001 sta già alla riga 2"), "{}", run.stderr);
    let plan = plan.add("staff.csv", "nome;matricola\nRossi Mario;1001\nRossi Mario;\n");
    assert!(plan.cento(&["check", "piano", "--staff", "staff.csv"]).stderr.contains("compare due volte"));
}

#[test]
fn the_settings_prevail_over_numbers_and_it_is_told() {
    let rows = [row("12", "Rossi Mario", 1, "60 %"), row("13", "Rossi M.", 2, "60 %")];
    let same = "[[same_person]]\nnames = [\"Rossi Mario\", \"Rossi M.\"]\n";
    let found = check(&folder(&rows).add("piano/cento.toml", same), &[]);
    assert_eq!(people(&found), as_said([("Rossi Mario", [Value::Null, json!("120.00"), json!("over")])]));
    assert_eq!(conflicts(&found), [("joined".to_owned(), vec![2, 3])]);

    let rows = [row("12", "Rossi Mario", 1, "60 %"), row("13", "Rossi Mario", 2, "60 %")];
    let same = "[[same_person]]\nnames = [\"Rossi Mario (12)\", \"Rossi Mario (13)\"]\n";
    let found = check(&folder(&rows).add("piano/cento.toml", same), &[]);
    assert_eq!(people(&found), as_said([("Rossi Mario", [Value::Null, json!("120.00"), json!("over")])]));
    assert_eq!(conflicts(&found), [("joined".to_owned(), vec![2, 3])]);
    assert!(findings(&found, "N003").is_empty());

    let rows = [row("12", "Rossi Mario", 1, "60 %"), row("12", "Rossi M.", 2, "60 %")];
    let apart = "[[not_same]]\nnames = [\"Rossi Mario\", \"Rossi M.\"]\n";
    let found = check(&folder(&rows).add("piano/cento.toml", apart), &[]);
    let under = |total: &str| [json!("12"), json!(total), json!("under")];
    assert_eq!(people(&found), as_said([("Rossi Mario", under("60.00")), ("Rossi M.", under("60.00"))]));
    assert_eq!(conflicts(&found), [("told-apart".to_owned(), vec![2, 3])]);

    // One name by project, and one number on both sides.
    let rows = [row("12", "Rossi Mario", 1, "60 %"), row("12", "Rossi Mario", 2, "60 %")];
    let namesake = "[[namesake]]\nname = \"Rossi Mario\"\nprojects = [\"2024_PD_0001\"]\nlabel = \"Tributi\"\n";
    let found = check(&folder(&rows).add("piano/cento.toml", namesake), &[]);
    assert_eq!(conflicts(&found), [("parted".to_owned(), vec![2, 3])]);
    assert!(people(&found).values().all(|facts| facts[2].is_null()));
}

#[test]
fn a_finding_is_accepted_for_the_one_who_is_named() {
    let rows = [row("12", "Rossi Mario", 1, "120 %"), row("13", "Rossi Mario", 2, "130 %")];
    let settings = "[[accepted]]\ncode = \"A001\"\nperson = \"Rossi Mario (12)\"\nreason = \"-\"\n\
        [[accepted]]\ncode = \"N008\"\nperson = \"Rossi Mario\"\nreason = \"due omonimi\"\n";
    let found = check(&folder(&rows).add("piano/cento.toml", settings), &[]);
    let accepted = |code: &str, person: &str| {
        let own = findings(&found, code).into_iter().find(|finding| finding["person"] == person).expect("there");
        !own["accepted"].is_null()
    };
    assert!(accepted("A001", "Rossi Mario (12)") && !accepted("A001", "Rossi Mario (13)"));
    assert!(accepted("N008", "Rossi Mario"));
}

#[test]
fn whoever_of_a_name_is_a_director_leads() {
    let plan = "## 01 - UNO\n\nDirigente: Rossi Mario\n\n**2024\\_PD\\_0001**\n\n\
        Matricola\tNome Soggetto\tRelazione Personale\tImpegno Personale\n\
        1001\tRossi Mario\tDirigente\t100 %\n2002\tRossi Mario\tDipendente\t100 %\n";
    let folder = Folder::new().add("piano/piano.md", plan);
    let weights = folder.cento(&["weights", "piano", "--format", "json"]).json();
    let directors = weights["directors"].as_array().expect("directors");
    let names: Vec<&Value> = directors.iter().map(|director| &director["director"]).collect();
    assert_eq!(names, [&json!("Rossi Mario (1001)")]);
}

#[test]
fn a_row_that_may_be_of_several_is_told_with_all_of_them() {
    let rows =
        [row("12", "Rossi Mario", 1, "60 %"), row("13", "Rossi Mario", 2, "130 %"), row("", "ROSSI MARIO", 3, "5 %")];
    let found = check(&folder(&rows), &[]);
    let told = findings(&found, "R002");
    assert_eq!(told[0]["persons"], json!(["Rossi Mario (12)", "Rossi Mario (13)"]));
    assert_eq!(told[0]["origins"][0]["line"], 4);
    // Whoever is over without it is over, and of the other nobody can say.
    let own = people(&found);
    assert_eq!(own["Rossi Mario (13)"][2], "over");
    let of = |name: &str| {
        let all = found["people"].as_array().expect("people");
        all.iter().find(|one| one["person"] == name).expect("there")["rejected_rows"].clone()
    };
    assert_eq!((of("Rossi Mario (12)"), of("Rossi Mario (13)")), (json!(1), json!(1)));
}

#[test]
fn of_two_columns_of_numbers_that_of_the_body_is_taken_and_none_is_told() {
    for header in ["Matricola;Codice fiscale", "Codice fiscale;Matricola"] {
        let cells = |number: &str, code: &str| {
            if header.starts_with('M') { format!("{number};{code}") } else { format!("{code};{number}") }
        };
        let plan = format!(
            "{header};Nominativo;Codice progetto;% impegno\n{};Rossi Mario;2024_PD_0001;60 %\n{};Rossi Mario;2024_PD_0002;100 %\n",
            cells("12", "RSSMRA80A01F205X"),
            cells("13", "RSSMRA90A01F205X"),
        );
        let found = check(&Folder::new().add("piano/p.csv", plan), &[]);
        assert!(findings(&found, "R010").is_empty(), "{header}");
        let names: Vec<String> = people(&found).into_keys().collect();
        assert_eq!(names, ["Rossi Mario (12)", "Rossi Mario (13)"], "{header}");
    }
}

#[test]
fn a_tax_code_beside_a_number_is_no_other_person() {
    let plan = folder(&[row("12", "Rossi Mario", 1, "60 %")]);
    let codes = "Codice fiscale;Nominativo;Codice progetto;% impegno\nRSSMRA80A01F205X;Rossi Mario;2024_PD_0002;60 %\n";
    let found = check(&plan.add("piano/altro.csv", codes), &[]);
    assert_eq!(people(&found), as_said([("Rossi Mario", [json!("12"), json!("120.00"), json!("over")])]));
    assert!(conflicts(&found).is_empty());
}

#[test]
fn a_number_is_what_is_seen_of_it() {
    let plan = "**2024\\_PD\\_0001**\n\nMatricola\tNome Soggetto\tRelazione Personale\tImpegno Personale\n\
        KX\\_7733\tRossi Mario\tDipendente\t60 %\n";
    let folder = folder(&[row("kx_7733", "Rossi M.", 2, "50 %")]).add("piano/piano.md", plan);
    let found = check(&folder, &[]);
    assert_eq!(people(&found)["Rossi M."][..2], [json!("kx_7733"), json!("110.00")]);
}

#[test]
fn a_number_of_a_cell_and_one_of_a_text_are_one() {
    let sheet = "<sheetData><row><c t=\"inlineStr\"><is><t>Matricola</t></is></c><c t=\"inlineStr\"><is><t>Nominativo</t></is></c>\
        <c t=\"inlineStr\"><is><t>Codice progetto</t></is></c><c t=\"inlineStr\"><is><t>% impegno</t></is></c></row>\
        <row><c><v>1234</v></c><c t=\"inlineStr\"><is><t>Rossi Mario</t></is></c><c t=\"inlineStr\"><is><t>2024_PD_0001</t></is></c>\
        <c><v>60</v></c></row>\
        <row><c t=\"inlineStr\"><is><t>001234</t></is></c><c t=\"inlineStr\"><is><t>Rossi M.</t></is></c>\
        <c t=\"inlineStr\"><is><t>2024_PD_0002</t></is></c><c><v>50</v></c></row></sheetData>";
    let book = crate::workbooks::workbook(&[("Impegni", sheet)], "", "");
    let found = check(&Folder::new().add("piano/piano.xlsx", book), &[]);
    assert_eq!(people(&found), as_said([("Rossi Mario", [json!("001234"), json!("110.00"), json!("over")])]));
}
