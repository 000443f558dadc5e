//! One answer everywhere: whatever shows weights, people or findings shows the same.
#![allow(clippy::float_arithmetic, reason = "a workbook stores percentages as binary fractions")]

use std::fs;

use calamine::{Data, Reader, Xlsx, open_workbook};
use serde_json::Value;

use crate::support::{Folder, Run, codes, findings_of, sheet as sheet_of_plan};

/// A plan of which a row was rejected, a floor of the settings holds and another is of nothing, and what there is to say
/// is partly accepted.
fn plan() -> Folder {
    let plan = "## 01 - UNO\n\nDirigente: Rossi Ada\n\n\
        **2024\\_PD\\_0001**\n\n**Bilancio**\n\nNome Soggetto\tRelazione Personale\tImpegno Personale\n\
        Rossi Ada\tDirigente\t60,00 %\nVerdi Ugo\tDipendente\tO,50 %\n\n\
        **Obiettivo di miglioramento** **2024\\_OB\\_0001\\_1** **Fare**\n\n\
        Codice indicatore\tIndicatore\tValore previsto 2024\nM_0001_1_1\tAtti\t10\n\n\
        **2024\\_PD\\_01TP**\n\n**Rispetto tempi di pagamento**\n\n\
        Nome Soggetto\tRelazione Personale\tImpegno Personale\n\
        Rossi Ada\tDirigente\t10,00 %\nVerdi Ugo\tDipendente\t50,00 %\n\n\
        **2024\\_PD\\_0003**\n\n**Tributi**\n\nNome Soggetto\tRelazione Personale\tImpegno Personale\n\
        Rossi Ada\tDirigente\t20,00 %\n\n";
    let settings = "[[weights.floor]]\ntitle = \"Rispetto tempi di pagamento\"\npercent = 20\n\n\
        [[weights.floor]]\ncode = \"2024_PD_9999\"\npercent = 10\n\n\
        [[accepted]]\ncode = \"A002\"\nperson = \"Rossi Ada\"\nreason = \"per il resto all'Unione\"\n\n\
        [[accepted]]\ncode = \"W001\"\nperson = \"Rossi Ada\"\nreason = \"pesa altrove\"\n";
    let results = "code;direction;actual\nM_0001_1_1;higher;9\n";
    Folder::new()
        .add("plan/plan.md", plan)
        .add("plan/cento.toml", settings)
        .add("pesi.csv", "codice;peso\n2024_PD_0001;25\n2024_PD_01TP;50\n2024_PD_0003;25\n")
        .add("risultati.csv", results)
}

fn run(folder: &Folder, args: &[&str]) -> Run {
    let run = folder.cento(args);
    assert_eq!(run.status, 0, "{args:?}: {}", run.stderr);
    run
}

fn text(value: &Value) -> String {
    value.as_str().expect("a text").to_owned()
}

/// The cells of the tables of a section of the page, row by row.
fn section(page: &str, id: &str) -> Vec<Vec<String>> {
    let start = page.find(&format!("<section id=\"{id}\"")).expect("a section");
    let section = &page[start..start + page[start..].find("</section>").expect("its end")];
    let bare = |cell: &str| {
        let cell = cell.split("</td>").next().unwrap_or_default();
        let words = cell.split('<').enumerate().map(|(at, part)| match part.split_once('>') {
            Some((_, text)) => text,
            None if at == 0 => part,
            None => "",
        });
        words.collect::<String>().replace('\u{a0}', " ").trim().to_owned()
    };
    let section = section.replace("<thead", "").replace("<th", "<td").replace("</th>", "</td>");
    let rows = section.split("<tr").skip(1);
    rows.map(|row| row.split("<td").skip(1).map(|cell| bare(cell.split_once('>').expect("a tag").1)).collect())
        .collect()
}

/// The rows of a sheet of the workbook, as texts.
fn sheet(folder: &Folder, name: &str) -> Vec<Vec<String>> {
    let mut book: Xlsx<_> = open_workbook(folder.path().join("report/cento.xlsx")).expect("a workbook");
    let range = book.worksheet_range(name).expect("a sheet");
    let cell = |cell: &Data| match cell {
        Data::Float(share) => format!("{:.2}", share * 100.0),
        other => other.to_string(),
    };
    range.rows().skip(1).map(|row| row.iter().map(cell).collect()).collect()
}

/// What is shown of the weights by every command, with some options: code and weight of each project.
fn weights(folder: &Folder, options: &[&str]) -> Vec<(String, String)> {
    let with = |args: &[&str]| run(folder, &[args, options].concat());
    let json = with(&["weights", "plan", "--format", "json"]).json();
    let projects = |json: &Value| -> Vec<(String, String)> {
        let projects = json["directors"][0]["projects"].as_array().expect("projects");
        projects.iter().map(|own| (text(&own["project"]), text(&own["weight_percent"]))).collect()
    };
    let own = projects(&json);
    let check = |what: &str, shown: Vec<(String, String)>| assert_eq!(shown, own, "{what} {options:?}");
    let decimal = |text: &str| text.trim_end_matches(['%', ' ', '\u{a0}']).replace(',', ".");
    let table = with(&["weights", "plan"]).stdout;
    let lines = table.lines().filter(|line| line.starts_with("2024_"));
    let of_line = |line: &str| {
        let words: Vec<&str> = line.split_whitespace().collect();
        (words[0].to_owned(), decimal(words[words.len() - 2]))
    };
    check("table", lines.map(of_line).collect());
    let csv = with(&["weights", "plan", "--format", "csv"]).stdout;
    let cells = csv.lines().skip(1).map(|line| line.split(',').collect::<Vec<_>>());
    check("csv", cells.map(|cells| (cells[3].to_owned(), cells[cells.len() - 1].to_owned())).collect());
    let score = with(&["score", "plan", "--results", "risultati.csv", "--format", "json"]).json();
    check("score", projects(&score));
    assert_eq!((&score["floors"], &score["method"]), (&json["floors"], &json["method"]));
    with(&["report", "plan", "-o", "report", "--force"]);
    let page = fs::read_to_string(folder.path().join("report/index.html")).expect("a page");
    let rows = section(&page, "weights").into_iter().filter(|row| row.len() == 5 && row[0].starts_with("2024_"));
    check("page", rows.map(|row| (row[0].clone(), decimal(&row[4]))).collect());
    check("workbook", sheet(folder, "Pesi").into_iter().map(|row| (row[1].clone(), row[5].clone())).collect());
    with(&["chart", "weights", "plan", "-o", "pictures"]);
    for picture in ["pictures/weights__rossi-ada__plan.alt.txt", "report/pictures/weights__rossi-ada__plan.alt.txt"] {
        let words = fs::read_to_string(folder.path().join(picture)).expect("a picture");
        let told = words.split("Pesi: ").nth(1).expect("weights").trim_end().trim_end_matches('.');
        let told = told.split("; ").map(|part| part.split_once(' ').expect("code and weight"));
        check(picture, told.map(|(code, weight)| (format!("2024_PD_{code}"), decimal(weight))).collect());
    }
    // How they were found is said in the same words.
    let method = table.lines().next().expect("a line");
    assert!(page.contains(method), "{method}");
    assert!(sheet(folder, "Leggimi").concat().iter().any(|cell| cell.contains(method)), "{method}");
    own
}

fn pairs(weights: [&str; 3]) -> Vec<(String, String)> {
    let codes = ["2024_PD_0001", "2024_PD_0003", "2024_PD_01TP"];
    codes.iter().zip(weights).map(|(code, weight)| ((*code).to_owned(), weight.to_owned())).collect()
}

#[test]
fn every_command_shows_the_same_weights() {
    let folder = plan();
    // 20 are fixed; of the other 80, 60 / 80 and 20 / 80.
    assert_eq!(weights(&folder, &[]), pairs(["60.00", "20.00", "20.00"]));
    assert_eq!(weights(&folder, &["--method", "equal"]), pairs(["40.00", "40.00", "20.00"]));
    // An option stands instead of the settings: 35 are left, of which 60 / 70 are 30, and 10 / 70 are 5.
    assert_eq!(weights(&folder, &["--floor", "2024_PD_0003=65"]), pairs(["30.00", "65.00", "5.00"]));
    assert_eq!(weights(&folder, &["--weights", "pesi.csv"]), pairs(["25.00", "25.00", "50.00"]));
}

#[test]
fn an_accepted_finding_about_weights_is_accepted_wherever_it_stands() {
    let folder = plan();
    let json = run(&folder, &["weights", "plan", "--format", "json"]).json();
    let findings = json["directors"][0]["findings"].as_array().expect("findings").clone();
    let told: Vec<(&Value, &Value)> =
        findings.iter().map(|finding| (&finding["code"], &finding["accepted"]["reason"])).collect();
    assert_eq!(told, [(&"N003".into(), &Value::Null), (&"W001".into(), &"pesa altrove".into())]);
    run(&folder, &["report", "plan", "-o", "report"]);
    let page = fs::read_to_string(folder.path().join("report/index.html")).expect("a page");
    let of_weights = &page[page.find("<section id=\"weights\"").expect("weights")..];
    assert!(of_weights.contains("[accettata: pesa altrove]"));
    assert!(run(&folder, &["weights", "plan"]).stdout.contains("accettata: pesa altrove"));
    // The check does not work out weights, and does not miss what only they tell.
    let check = folder.cento(&["check", "plan", "--format", "json"]).json();
    let unused: Vec<&Value> = findings_of(&check["findings"], "N003");
    assert_eq!(unused.len(), 1);
    assert_eq!(unused[0]["setting"], "floor");
}

/// People as they are shown: name, total, difference and status.
type People = Vec<[String; 4]>;

#[test]
fn every_command_shows_the_same_people_and_findings() {
    let folder = plan();
    let check = folder.cento(&["check", "plan", "--format", "json"]).json();
    run(&folder, &["report", "plan", "-o", "report"]);
    let page = fs::read_to_string(folder.path().join("report/index.html")).expect("a page");
    let of = |people: &Value| -> People {
        let keys = ["person", "total_percent", "difference_percent", "status"];
        let person = |person: &Value| keys.map(|key| text(&person[key]));
        people.as_array().expect("people").iter().map(person).collect()
    };
    let own = of(&check["people"]);
    let rows = [["Verdi Ugo", "50.00", "-50.00", "under"], ["Rossi Ada", "90.00", "-10.00", "under"]];
    assert_eq!(own, rows.map(|row| row.map(str::to_owned)));
    let machine =
        |text: &str| text.replace('−', "-").replace(',', ".").replace(" %", "").replace("▼ ", "").replace("? ", "");
    let status = |word: &str| match word {
        "sotto" | "non letta per intero" => "under".to_owned(),
        word => word.to_owned(),
    };
    assert_eq!(own, of(&run(&folder, &["people", "plan", "--format", "json"]).json()["people"]));
    let table = run(&folder, &["people", "plan"]).stdout;
    for [name, total, difference, _] in &own {
        let line = table.lines().find(|line| line.starts_with(name.as_str())).expect(name);
        assert!(machine(line).contains(total) && machine(line).contains(difference), "{line}");
    }
    let in_book = sheet(&folder, "Persone").into_iter();
    assert_eq!(
        own,
        in_book.map(|row| [row[1].clone(), row[5].clone(), row[7].clone(), status(&row[10])]).collect::<People>()
    );
    let on_page = section(&page, "deviations").into_iter().skip(1);
    let on_page: Vec<[String; 3]> = on_page.map(|row| [0, 1, 2].map(|at| machine(&row[at]))).collect();
    assert_eq!(own.iter().map(|row| [0, 1, 2].map(|at| row[at].clone())).collect::<Vec<_>>(), on_page);

    let kept = fs::read_to_string(folder.path().join("report/findings.json")).expect("findings");
    let kept: Value = serde_json::from_str(&kept).expect("JSON");
    assert_eq!(check["findings"], kept["findings"]);
    let findings = check["findings"].as_array().expect("findings");
    assert_eq!(codes(&check), ["R001", "N003", "A002", "A002"]);
    let in_book = sheet(&folder, "Anomalie");
    assert_eq!(in_book.len(), findings.len());
    let concise = folder.cento(&["check", "plan", "--format", "concise"]).stdout;
    for (finding, row) in findings.iter().zip(in_book) {
        let message = text(&finding["message"]);
        assert_eq!([&row[1], &row[2]], [&text(&finding["code"]), &message]);
        assert!(page.replace("&#39;", "'").contains(&message), "{message}");
        assert!(concise.contains(&message), "{message}");
        let reason = finding["accepted"]["reason"].as_str().unwrap_or_default();
        assert!(row[4].contains(reason) && concise.contains(reason), "{reason}");
    }
}

/// A plan with people of whom rows were rejected: one that would be full with one that can be read, one that is full
/// without one that cannot, one who has no other row, two of one row, and one who stands again on a sheet that is repeated.
fn partly_read() -> Folder {
    let head = "Nome Soggetto\tRelazione Personale\tImpegno Personale\n";
    let plan = format!(
        "## 01 - UNO\n\nDirigente: Rossi Ada\n\n**2024\\_PD\\_0001**\n\n**Bilancio**\n\n{head}\
         Rossi Ada\tDirigente\t60,00 %\nVerdi Ugo\tDipendente\t50,00 %\nGallo Pia\tDipendente\t100,00 %\n\
         Gallo Pia\tDipendente\tO,50 %\nNeri Ida\tDipendente\t\u{2013}\nBruni Leo / Costa Eva\tDipendente\t40,00 %\n\n\
         **2024\\_PD\\_0002**\n\n**Tributi**\n\n{head}Greco Tea\tDipendente\t20,00 %\n\n\
         **2024\\_PD\\_0002**\n\n**Tributi**\n\n{head}Greco Tea\tDipendente\t20,00 %\nVERDI UGO\tDipendente\t50,00 %\n"
    );
    Folder::new().add("plan/plan.md", plan)
}

#[test]
fn what_was_rejected_explains_what_is_missing() {
    let folder = partly_read();
    let check = folder.cento(&["check", "plan", "--format", "json"]).json();
    // Verdi, Gallo, Neri, Bruni and Costa; Greco's second row says again what counts.
    assert_eq!(check["totals"]["people"], 7);
    assert_eq!(check["totals"]["people_partly_read"], 5);
    let people = check["people"].as_array().expect("people");
    let rejected = |name: &str| &people.iter().find(|own| own["person"] == name).expect(name)["rejected_rows"];
    for (name, rows) in [
        ("Rossi Ada", 0),
        ("Verdi Ugo", 1),
        ("Gallo Pia", 1),
        ("Neri Ida", 1),
        ("Bruni Leo", 1),
        ("Costa Eva", 1),
        ("Greco Tea", 0),
    ] {
        assert_eq!(*rejected(name), rows, "{name}");
    }
    let of = |name: &str| {
        let all = findings_of(&check["findings"], "A002");
        all.into_iter().find(|finding| finding["person"] == name).expect(name).clone()
    };
    let verdi = of("Verdi Ugo");
    let reason = serde_json::json!({
        "reason": "rejected-row", "code": "D004", "project": "2024_PD_0002", "persons": [], "percent": "50.00"
    });
    assert_eq!(verdi["explained_by"], serde_json::json!([reason]));
    let said = "Una riga con questo nome non è stata letta: 50,00 %, scheda 2024_PD_0002, riga 30 (D004); con essa il \
                totale sarebbe 100,00 %.";
    assert!(text(&verdi["message"]).ends_with(said), "{}", verdi["message"]);
    // The row that is missing is among those shown.
    assert_eq!(verdi["origins"].as_array().expect("origins").last().expect("one")["line"], 30);
    let neri = text(&of("Neri Ida")["message"]);
    assert!(
        neri.starts_with("Neri Ida: 0,00 %") && neri.contains("«–», scheda 2024_PD_0001, riga 14 (R001)"),
        "{neri}"
    );
    assert!(of("Greco Tea")["explained_by"].as_array().expect("reasons").is_empty());

    let sentence = "7 persone: nessuna oltre il 100 %, nessuna esattamente al 100 %, 2 sotto, 5 non lette per intero; \
                    4 righe non sono state lette";
    assert_eq!(folder.cento(&["check", "plan", "-q"]).stdout.trim_end(), sentence);
    let table = run(&folder, &["people", "plan"]).stdout;
    let partly = table.lines().filter(|line| line.contains("? non letta per intero")).count();
    assert_eq!(partly, 5);
    let person = run(&folder, &["person", "verdi ugo", "plan"]).stdout;
    assert!(person.contains(said), "{person}");
    let neri = run(&folder, &["person", "neri ida", "plan", "--format", "json"]).json();
    assert_eq!(neri["persons"][0]["rejected"][0]["origin"]["line"], 14);

    run(&folder, &["report", "plan", "-o", "report"]);
    let page = fs::read_to_string(folder.path().join("report/index.html")).expect("a page");
    assert!(page.replace('\u{a0}', " ").contains(sentence));
    let title = "Nessuna persona su 7 è esattamente al 100 %, 2 sotto, nessuna oltre, 5 non lette per intero";
    assert!(page.replace('\u{a0}', " ").contains(title), "the picture says so, too");
    let reasons = section(&page, "deviations").into_iter().skip(1).map(|row| (row[0].clone(), row[3].clone()));
    let reasons: Vec<(String, String)> = reasons.collect();
    assert_eq!(reasons.len(), 7);
    for (name, reason) in reasons {
        let is_partly = !["Rossi Ada", "Greco Tea"].contains(&&*name);
        assert_eq!(reason.contains("Una riga con questo nome non è stata letta"), is_partly, "{name}: {reason}");
    }
    let status = |name: &str| sheet(&folder, "Persone").into_iter().find(|row| row[1] == name).expect(name)[10].clone();
    assert_eq!([status("Verdi Ugo"), status("Gallo Pia")], ["non letta per intero", "non letta per intero"]);
    let picture =
        fs::read_to_string(folder.path().join("report/pictures/people__cdr-01__plan.alt.txt")).expect("a picture");
    assert!(
        picture.replace('\u{a0}', " ").contains("nessuno oltre il 100 %, 2 persone su 7 sotto, 5 non lette per intero"),
        "{picture}"
    );
}

#[test]
fn nobody_whose_row_was_rejected_is_named_where_nobody_is_to_be() {
    let folder = partly_read();
    for args in [&["check", "plan"][..], &["people", "plan"], &["check", "plan", "--format", "json"]] {
        let told = folder.cento(&[args, &["--pseudonymise"]].concat()).stdout;
        for name in ["Neri", "Ida", "Costa", "Eva", "Bruni", "Verdi", "VERDI", "Gallo"] {
            assert!(!told.contains(name), "{name} in {args:?}: {told}");
        }
    }
}

#[test]
fn a_document_that_was_not_read_is_told_wherever_the_finding_is() {
    let plan = sheet_of_plan("2024_PD_0001", &["Rossi Ada\tDipendente\t100,00 %"]);
    let folder = Folder::new().add("plan/plan.md", plan).add("plan/scansione.pdf", "%PDF-1.4\n");
    let sentence =
        "1 persona: nessuna oltre il 100 %, 1 esattamente al 100 %, nessuna sotto; 1 documento non è stato letto";
    assert_eq!(folder.cento(&["check", "plan", "-q"]).stdout.trim_end(), sentence);
    let check = folder.cento(&["check", "plan", "--format", "json"]).json();
    assert_eq!(
        (codes(&check), &check["coverage"]["documents_unread"]),
        (["R015", "D006"].map(str::to_owned).to_vec(), &1.into())
    );
    run(&folder, &["report", "plan", "-o", "report"]);
    let page = fs::read_to_string(folder.path().join("report/index.html")).expect("a page");
    assert!(page.replace('\u{a0}', " ").contains(sentence));
    run(&folder, &["chart", "all", "plan", "-o", "pictures", "--format", "svg"]);
    for entry in fs::read_dir(folder.path().join("pictures")).expect("pictures") {
        let path = entry.expect("an entry").path();
        let svg = fs::read_to_string(&path).expect("a picture");
        let is_told =
            svg.contains("Un documento che può contenere una parte del piano") && svg.contains("scansione.pdf");
        assert!(is_told || !svg.starts_with("<svg"), "{}", path.display());
    }
}

#[test]
fn what_cento_made_is_never_read_as_a_plan() {
    let plan = sheet_of_plan("2024_PD_0001", &["Rossi Ada\tDirigente\t100,00 %", "Verdi Ugo\tDipendente\t50,00 %"]);
    let folder = Folder::new()
        .add("plan/plan.md", format!("## 01 - UNO\n\nDirigente: Rossi Ada\n\n{plan}"))
        .add("risultati.csv", "code;direction;actual\n");
    let alone = folder.cento(&["check", "plan", "--format", "json"]).json();
    run(&folder, &["report", "plan", "-o", "plan/rapporto"]);
    let made = folder.path().join("plan/rapporto");
    for name in ["cento.xlsx", "index.html", "rows.csv", "findings.json", "manifest.json"] {
        fs::rename(made.join(name), folder.path().join("plan").join(name)).expect(name);
    }
    for entry in fs::read_dir(made.join("pictures")).expect("pictures") {
        let path = entry.expect("an entry").path();
        fs::rename(&path, folder.path().join("plan").join(path.file_name().expect("a name"))).expect("a picture");
    }
    fs::remove_dir_all(&made).expect("an empty folder");
    run(&folder, &["chart", "all", "plan", "--format", "svg", "-o", "plan"]);
    // As tables for people and programs, and as findings line by line, in both languages.
    for (number, command) in [
        &["check"][..],
        &["rows"],
        &["people"],
        &["person", "rossi"],
        &["cdrs"],
        &["projects"],
        &["weights"],
        &["weights", "--level", "indicator"],
        &["weights", "--group-by", "cdr"],
        &["weights", "--group-by", "kind"],
        &["score", "--results", "risultati.csv"],
        &["score", "--template"],
    ]
    .iter()
    .enumerate()
    {
        let is_template = command.contains(&"--template");
        let formats = if is_template { &["csv"][..] } else { &["csv", "json", "table"] };
        for (format, lang) in formats.iter().flat_map(|format| [(*format, "it"), (*format, "en")]) {
            let dialects = if format == "csv" { &["standard", "excel-it"][..] } else { &["standard"] };
            for dialect in dialects {
                let name = format!("plan/{number}.{lang}.{dialect}.{format}");
                let options = ["--format", format, "--lang", lang, "--csv-dialect", dialect, "-o", &name];
                run(&folder, &[&command[..], &["plan/plan.md"], &options].concat());
            }
        }
    }
    for lang in ["it", "en"] {
        let layout = format!("plan/layout.{lang}.txt");
        run(&folder, &["layout", "plan/plan.md", "--lang", lang, "-o", &layout]);
        let concise = format!("plan/concise.{lang}.txt");
        run(&folder, &["check", "plan/plan.md", "--format", "concise", "--lang", lang, "-o", &concise]);
        let explained = format!("plan/codes.{lang}.txt");
        run(&folder, &["explain", "--lang", lang, "-o", &explained]);
        run(&folder, &["chart", "all", "plan/plan.md", "--lang", lang, "--force", "-o", &format!("plan/{lang}")]);
        for entry in fs::read_dir(folder.path().join("plan").join(lang)).expect("pictures") {
            let path = entry.expect("an entry").path();
            let name = format!("{lang}-{}", path.file_name().expect("a name").to_string_lossy());
            fs::rename(&path, folder.path().join("plan").join(name)).expect("a picture");
        }
        fs::remove_dir_all(folder.path().join("plan").join(lang)).expect("an empty folder");
    }
    let beside = folder.cento(&["check", "plan", "--format", "json"]).json();
    for key in ["coverage", "totals", "people", "findings", "inputs"] {
        assert_eq!(beside[key], alone[key], "{key}");
    }
    let skipped = beside["skipped"].as_array().expect("skipped");
    let others: Vec<&Value> = skipped.iter().filter(|one| one["reason"] != "own-output").collect();
    assert!(others.is_empty(), "{others:?}");
    // Locks are hidden, and everything else but the plan was made by cento.
    let all = fs::read_dir(folder.path().join("plan")).expect("files").map(|entry| entry.expect("one").file_name());
    let files = all.filter(|name| !name.to_string_lossy().starts_with('.')).count();
    assert_eq!(skipped.len(), files - 1);
    assert!(files > 100, "{files}");
    let table = folder.cento(&["check", "plan"]).stdout;
    assert_eq!(table.lines().filter(|line| line.contains("fatti da cento")).count(), 1);
    let named = folder.cento(&["check", "plan/rows.csv"]);
    assert_eq!(named.status, 2);
    assert!(named.stderr.contains("plan/rows.csv: l'ha fatto cento."), "{}", named.stderr);
}

#[test]
fn an_accepted_repeat_of_one_project_is_settled_where_a_document_repeats_many() {
    let row = |project: &str| sheet_of_plan(project, &["Rossi Ada\tDirigente\t20,00 %"]);
    let all: String = ["2024_PD_0001", "2024_PD_0002", "2024_PD_0003", "2024_PD_0004"].map(row).concat();
    let plan = format!("## 01 - UNO\n\nDirigente: Rossi Ada\n\n{all}");
    let accepted = |code: &str, until: &str| {
        format!("[[accepted]]\ncode = \"D004\"\nproject = \"{code}\"\nreason = \"due versioni\"\n{until}\n")
    };
    let settings =
        [accepted("2024_pd_0002", ""), accepted("2024_PD_0003", "until = 2020-01-01\n"), accepted("2024_PD_9999", "")];
    let folder =
        Folder::new().add("plan/a.md", &plan).add("plan/b.md", &plan).add("plan/cento.toml", settings.concat());
    let check = folder.cento(&["check", "plan", "--format", "json"]).json();
    let told: Vec<(String, String, String)> = findings_of(&check["findings"], "D004")
        .into_iter()
        .map(|own| [&own["project"], &own["sheets"], &own["accepted"]["reason"]].map(ToString::to_string).into())
        .collect();
    let expected = [
        // What is left of the document, what the settings settled until a day that is past, and what they settle.
        ("null", "2", "null"),
        ("\"2024_PD_0003\"", "null", "null"),
        ("\"2024_PD_0002\"", "null", "\"due versioni\""),
    ];
    assert_eq!(told, expected.map(|(project, sheets, reason)| [project, sheets, reason].map(str::to_owned).into()));
    // Only what is of no project matches nothing.
    let unused = findings_of(&check["findings"], "N003");
    assert_eq!(unused.len(), 1);
    assert_eq!(unused[0]["origins"][0]["line"], 13);
    // Nothing is counted twice, and nothing is lost, whatever is settled.
    assert_eq!(
        (&check["coverage"]["rows_rejected"], &check["totals"]["commitment_percent"]),
        (&4.into(), &"80.00".into())
    );
    let table = folder.cento(&["check", "plan", "--format", "concise"]).stdout;
    assert!(table.contains("[accettata: due versioni]"), "{table}");
    // Where all are accepted, nothing fails.
    let settings = ["2024_PD_0001", "2024_PD_0002", "2024_PD_0003", "2024_PD_0004"].map(|code| accepted(code, ""));
    fs::write(folder.path().join("plan/cento.toml"), settings.concat()).expect("settings");
    let check = folder.cento(&["check", "plan", "--format", "json"]);
    assert_eq!(check.status, 0, "{}", check.stdout);
    assert_eq!(findings_of(&check.json()["findings"], "D004").len(), 4);
}

#[test]
fn pictures_of_one_plan_are_never_written_over_those_of_another() {
    let of = |name: &str| {
        let row = format!("{name}\tDirigente\t100,00 %");
        format!("Comune di Modena\n\nPEG 2024\n\n## 01 - UNO\n\n{}", sheet_of_plan("2024_PD_0001", &[&row]))
    };
    let folder = Folder::new()
        .add("uno/peg.md", of("Rossi Ada"))
        .add("due/peg.md", of("Neri Ugo"))
        .add("tre/peg.md", of("Gallo Pia"))
        .add("tre/cento.toml", "[plan]\nlabel = \"Allegato C\"\n");
    let pictures = || {
        let read = |path: std::path::PathBuf| (path.clone(), fs::read(path).expect("a file"));
        let all =
            fs::read_dir(folder.path().join("out")).expect("pictures").map(|entry| read(entry.expect("one").path()));
        let mut all: Vec<_> = all.filter(|(path, _)| path.extension().is_some_and(|end| end != "lock")).collect();
        all.sort();
        all
    };
    let draw = |args: &[&str]| folder.cento(&[&["chart", "people"], args, &["-o", "out"]].concat());
    assert_eq!(draw(&["uno"]).status, 0);
    let first = pictures();
    // In whichever form: the words beside them would be the other's.
    for args in [&["due"][..], &["due", "--format", "svg"], &["due", "--pseudonymise"], &["due/peg.md"]] {
        let refused = draw(args);
        assert_eq!(refused.status, 2, "{args:?}");
        assert!(refused.stderr.contains("è un'immagine di un altro piano"), "{}", refused.stderr);
        assert_eq!(pictures(), first, "{args:?}");
    }
    // The same plan is, however it is called, and after it was changed or has one document more.
    fs::write(folder.path().join("uno/altro.md"), sheet_of_plan("2024_PD_0002", &["Verdi Ida\tDirigente\t50,00 %"]))
        .expect("a document");
    let absolute = folder.path().join("uno");
    for path in ["uno", "./due/../uno", absolute.to_str().expect("a path"), "uno/peg.md"] {
        let run = draw(&[path]);
        assert_eq!(run.status, 0, "{path}: {}", run.stderr);
    }
    assert_eq!(folder.cento(&["chart", "people", "uno", "-o", "./due/../out"]).status, 0);
    // Also where both were moved together; a plan with a label has names of its own.
    fs::create_dir(folder.path().join("anno")).expect("a folder");
    for name in ["uno", "out"] {
        fs::rename(folder.path().join(name), folder.path().join("anno").join(name)).expect("a folder");
    }
    let run = folder.cento(&["chart", "people", "anno/uno", "-o", "anno/out"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let run = folder.cento(&["chart", "people", "tre", "-o", "anno/out"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let run = folder.cento(&["chart", "people", "due", "-o", "anno/out", "--force"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
}
