//! The scores of the directors, against the figures worked out by hand in `docs/score.md`.

use std::path::Path;

use proptest::prelude::*;
use serde_json::Value;

use crate::support::{Folder, Run, cento, document};

const ASK: [&str; 6] = ["score", "data", "--director", "benvegna", "--format", "json"];

/// The scores of the director of CDR 12, with the example's results and what is asked besides.
fn example(more: &[&str]) -> Value {
    cento(&[&ASK[..], &["--results", "docs/score.csv"], more].concat()).json()["directors"][0].clone()
}

/// The scores on every level with lines of the results changed.
fn with_results(change: impl Fn(String) -> String) -> Run {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/score.csv");
    let results = change(std::fs::read_to_string(path).expect("the results"));
    let folder = Folder::new().add("results.csv", results).add("data/plan.md", document());
    folder.cento(&[&ASK[..], &["--results", "results.csv"]].concat())
}

fn list(value: &Value) -> Vec<Value> {
    value.as_array().expect("a list").clone()
}

fn text(value: &Value) -> String {
    value.as_str().expect("a text").to_owned()
}

/// A figure of the docs as JSON writes it: `95` is `95.00`.
fn exact(figure: &str) -> String {
    match figure.split_once('.') {
        _ if figure.contains('/') => figure.to_owned(),
        Some((whole, places)) => format!("{whole}.{places:0<2}"),
        None => format!("{figure}.00"),
    }
}

#[test]
fn every_step_of_the_example_is_the_one_worked_out_by_hand() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/score.md");
    let page = std::fs::read_to_string(path).expect("the page");
    let director = example(&[]);
    let projects = list(&director["projects"]);
    let objectives: Vec<Value> = projects.iter().flat_map(|project| list(&project["objectives"])).collect();
    let indicators: Vec<Value> = objectives.iter().flat_map(|objective| list(&objective["indicators"])).collect();
    let mut seen = 0;
    // What stands below a further heading is about other weights.
    let of_example = page.split("\n# ").map(|part| part.split("\n## ").next().unwrap_or_default());
    for line in of_example
        .flat_map(str::lines)
        .filter(|line| line.starts_with("| `M_") || line.starts_with("| `O_") || line.starts_with("| `20"))
    {
        let line = line.replace(',', ".");
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let code = cells[0].trim_matches('`');
        seen += 1;
        if code.starts_with("20") {
            let own = projects.iter().find(|project| project["project"] == code).expect(code);
            let own = [&own["weight_percent"], &own["score_exact"], &own["points_exact"]].map(text);
            assert_eq!(own, [cells[1].to_owned(), exact(cells[3]), exact(cells[4])], "{code}");
        } else {
            let own = indicators.iter().find(|indicator| indicator["indicator"] == code).expect(code);
            let own = [&own["weight_percent"], &own["score_exact"]].map(text);
            assert_eq!(own, [cells[1].to_owned(), exact(cells[5])], "{code}");
        }
    }
    assert_eq!(seen, 2 * (indicators.len() + projects.len()), "both languages tell of everything");
    let objective = |code: &str| {
        let own = objectives.iter().find(|objective| objective["objective"] == code).expect(code);
        text(&own["score_exact"])
    };
    assert_eq!(objective("2024_OB_1201_1"), "95.00");
    assert_eq!(objective("2024_OB_12TP_1"), "275/3");
    assert_eq!(director["score_exact"], "94.50");
    assert_eq!(director["covered_percent"], "100.00");
    assert_eq!(director["missing"], Value::Array(vec![]));
}

#[test]
fn what_has_no_result_is_listed_and_counts_nothing() {
    let run = with_results(|results| results.replace("M_12TP_1_2;minore;36\n", "M_12TP_1_2;minore;\n"));
    let director = &run.json()["directors"][0];
    assert_eq!(director["covered_percent"], "99.50");
    assert_eq!(director["points_exact"], "1129/12");
    assert_eq!(director["score_exact"], "56450/597");
    assert_eq!(director["score_percent"], "94.56");
    let missing = list(&director["missing"]);
    assert_eq!(missing.len(), 1);
    assert_eq!(missing[0]["indicator"], "M_12TP_1_2");
    assert_eq!(missing[0]["weight_percent"], "0.50");
    // A line that is not there is no other than one that is empty.
    let without = with_results(|results| results.replace("M_12TP_1_2;minore;36\n", ""));
    assert_eq!(without.json()["directors"], run.json()["directors"]);
    // Nobody else has any result, and none is made up.
    let all = cento(&["score", "data", "--results", "docs/score.csv", "--format", "json"]).json();
    for other in list(&all["directors"]).iter().filter(|director| director["director"] != "Benvegna Eliana") {
        assert_eq!(other["score_percent"], Value::Null);
        assert_eq!(other["covered_percent"], "0.00");
    }
}

#[test]
fn the_rules_may_be_others() {
    // The worst of 100 and 90; of 100 and 250/3.
    let worst = example(&["--indicators", "worst"]);
    assert_eq!(worst["projects"][0]["score_exact"], "90.00");
    assert_eq!(list(&worst["projects"]).last().expect("a project")["score_exact"], "250/3");
    // 110 counts whole, and so does 100 / 90.
    let cap = example(&["--cap", "120"]);
    assert_eq!(cap["projects"][0]["score_exact"], "100.00");
    assert_eq!(cap["projects"][6]["score_exact"], "1000/9");
    // 15 days of 60 late.
    let late = example(&["--days-to-zero", "60"]);
    assert_eq!(late["projects"][5]["score_exact"], "87.50");
    // By equal weights: nine projects, 11,12 and eight times 11,11, all objectives alike.
    let equal = example(&["--method", "equal"]);
    assert_eq!(equal["projects"][0]["weight_percent"], "11.12");
    // (5,56 × 280/3 + 5,55 × 75) / 11,11 = (155.680 + 124.875) / 3.333 = 280.555 / 3.333, over 11
    assert_eq!(equal["projects"][4]["score_exact"], "25505/303");
}

#[test]
fn every_line_that_cannot_be_used_is_told_with_its_remedy() {
    let lines = "code;direction;actual\nO_1201_1_11;higher;5\nO_1201_1_2;;63\nO_1202_1_1;higher;quasi\n\
        M_12PR_1_1;date;2024-13-01\nM_12TP_1_1;higher;1\nM_12PA_1_1;su;84\n";
    let run = with_results(|_| lines.to_owned());
    assert_eq!(run.status, 2);
    assert_eq!(run.stdout, "");
    let said: Vec<&str> = run.stderr.lines().collect();
    assert_eq!(said[0], "errore: Errori in 6 righe dei risultati:");
    for (line, start, remedy) in [
        (1, "  results.csv:2: nessun indicatore del piano si chiama «O_1201_1_11»", "forse «O_1201_1_1»?"),
        (2, "  results.csv:3: O_1201_1_2 ha un risultato e nessuna direzione", "Scrivere in «direction»"),
        (3, "  results.csv:4: «quasi» non è un numero", "lasciare vuoto «actual»"),
        (4, "  results.csv:5: «2024-13-01» non è una data", "31/12/2024"),
        (5, "  results.csv:6: «M_12TP_1_1»: con un valore atteso di 0", "Scegliere lower"),
        (6, "  results.csv:7: «su» non è una direzione", "Scrivere higher"),
    ] {
        assert!(said[line].starts_with(start) && said[line].contains(remedy), "{}", said[line]);
    }
}

/// A sheet with one indicator and its target, and what the director is committed to.
fn sheet_with(number: usize, target: &str, percent: i64) -> String {
    format!(
        "**2024\\_PD\\_{number:04}**\n\n**Titolo**\n\n**Obiettivo di miglioramento**\n\n\
        **2024\\_OB\\_{number:04}\\_1** **Fare**\n\nCodice indicatore\tIndicatore\tValore previsto 2024\n\
        M_{number:04}_1_1\tPassi\t{target}\n\nNome Soggetto\tRelazione Personale\tImpegno Personale\n\
        Rossi Ada\tDirigente\t{percent},00 %\n\n"
    )
}

#[test]
fn a_target_that_is_not_the_plans_is_refused_and_one_that_the_plan_lacks_is_taken() {
    let plan = |target: &str| format!("## 01 - UNO\n\nDirigente: Rossi Ada\n\n{}", sheet_with(1, target, 60));
    let run = |target: &str, line: &str| {
        let folder = Folder::new()
            .add("plan/p.md", plan(target))
            .add("r.csv", format!("code;target;direction;actual\n{line}\n"));
        folder.cento(&["score", "plan", "--results", "r.csv", "--format", "json"])
    };
    let score = |run: &Run| run.json()["directors"][0]["score_exact"].clone();
    assert_eq!(score(&run("10", "M_0001_1_1;10,0;lower;20")), "50.00");
    assert!(run("10", "M_0001_1_1;12;lower;20").stderr.contains("nel piano «10»"));
    // The plan states no figure: the file does, and that is seen.
    let given = run("vedi nota", "M_0001_1_1;10;lower;20");
    assert_eq!(score(&given), "50.00");
    let indicator = &given.json()["directors"][0]["projects"][0]["objectives"][0]["indicators"][0];
    assert_eq!((&indicator["target"], &indicator["given_target"]), (&"vedi nota".into(), &"10".into()));
    // A month is no day, and its year no figure.
    assert_eq!(score(&run("dicembre 2024", "M_0001_1_1;31/12/2024;date;15/12/2024")), "100.00");
    assert!(run("dicembre 2024", "M_0001_1_1;;higher;5").stderr.contains("non è un numero solo"));
    assert!(run("1.500", "M_0001_1_1;;higher;5").stderr.contains("è ambiguo"));
    // What is to be done needs no target; an average has many decimals.
    assert_eq!(score(&run("", "M_0001_1_1;;yes-no;sì")), "100.00");
    assert_eq!(score(&run("10", "M_0001_1_1;;higher;3,33333333333333")), "333333333333333/10000000000000");
    assert!(run("vedi nota", "M_0001_1_1;;lower;20").stderr.contains("«vedi nota», non è un numero"));
    assert!(run("10", "M_0001_1_1;;date;31/12/2024").stderr.contains("la direzione è un'altra"));
}

#[test]
fn several_plans_are_told_apart_however_their_paths_are_written() {
    let plan = |target: &str| format!("## 01 - UNO\n\nDirigente: Rossi Ada\n\n{}", sheet_with(1, target, 60));
    let folder = Folder::new()
        .add("p/a/x.md", plan("10"))
        .add("p/b/x.md", plan("20"))
        .add("cento.toml", "[plan]\nlabel = \"Uno\"\n");
    let template = folder.cento(&["score", "p", "--template"]).stdout;
    assert!(template.contains("Uno (p/a)") && template.contains("Uno (p/b)"), "{template}");
    let folder = folder.add("r.csv", template.replace(",,\n", ",higher,5\n"));
    let absolute = folder.path().join("p").to_string_lossy().into_owned();
    for path in ["p", &absolute] {
        let run = folder.cento(&["score", path, "--results", "r.csv", "--format", "json"]);
        assert_eq!(run.status, 0, "{}", run.stderr);
        let scores: Vec<Value> = list(&run.json()["directors"]).iter().map(|own| own["score_exact"].clone()).collect();
        assert_eq!(scores, ["50.00", "25.00"]);
    }
    // One of them alone: the rows of the other are told, and do not count.
    let one = folder.cento(&["score", "p/b", "--results", "r.csv", "--format", "json"]);
    assert_eq!((one.status, &one.json()["directors"][0]["score_exact"]), (0, &Value::from("25.00")));
    assert!(one.stderr.contains("è di un altro piano"), "{}", one.stderr);
    // A line that may be about either is not guessed at.
    let folder = folder.add("r.csv", "code;direction;actual\nM_0001_1_1;higher;5\n");
    let run = folder.cento(&["score", "p", "--results", "r.csv"]);
    assert!(run.status == 2 && run.stderr.contains("è in più piani (Uno (p/a), Uno (p/b))"), "{}", run.stderr);
}

#[test]
fn what_somebody_wrote_is_not_overwritten() {
    let plan = format!("## 01 - UNO\n\nDirigente: Rossi Ada\n\n{}", sheet_with(1, "10", 60));
    let folder = Folder::new().add("plan/p.md", &plan).add("r.csv", "code;direction;actual\nM_0001_1_1;higher;5\n");
    for args in [
        &["score", "plan", "--template", "-o", "r.csv"][..],
        &["score", "plan", "--results", "r.csv", "-o", "r.csv"],
        &["score", "plan", "--results", "r.csv", "-o", "plan/p.md"],
        &["people", "plan", "-o", "./plan/p.md"],
    ] {
        let run = folder.cento(args);
        assert_eq!(run.status, 2, "{args:?}");
    }
    assert_eq!(std::fs::read_to_string(folder.path().join("plan/p.md")).expect("the plan"), plan);
    assert!(std::fs::read_to_string(folder.path().join("r.csv")).expect("results").contains("M_0001_1_1;higher;5"));
}

#[test]
fn results_as_spreadsheets_leave_them() {
    let plan = format!("## 01 - UNO\n\nDirigente: Rossi Ada\n\n{}", sheet_with(1, "10", 60));
    let run = |results: &str| {
        let folder = Folder::new().add("plan/p.md", &plan).add("r.csv", results);
        folder.cento(&["score", "plan", "--results", "r.csv", "--format", "json"])
    };
    for results in [
        "sep=;\r\ncode;direction;actual\r\nM_0001_1_1;higher;5\r\n",
        "code;direction;actual\nM_0001_1_1;higher;5;;;\n \n;;\n",
        "\u{FEFF}code;direction;actual\nM_0001_1_1\u{200B};higher;5\n",
        "codice\tverso\tconsuntivo\nm_0001_1_1\tMaggiore\t5,0 %\n",
    ] {
        let run = run(results);
        assert_eq!(run.status, 0, "{results:?}: {}", run.stderr);
        assert_eq!(run.json()["directors"][0]["score_exact"], "50.00", "{results:?}");
    }
    let many = format!("code;direction;actual\n{}", "M_0001_1_1;;\n".repeat(100_000));
    let start = std::time::Instant::now();
    assert_eq!(run(&many).status, 0);
    assert!(start.elapsed().as_secs() < 10, "a hundred thousand lines are read in one go");
}

#[test]
fn the_template_goes_round_through_every_dialect() {
    for dialect in ["standard", "excel-it"] {
        let template = cento(&["score", "data", "--template", "--csv-dialect", dialect]);
        assert_eq!(template.status, 0);
        // Every indicator of the plan, and the head.
        assert_eq!(template.stdout.lines().count(), 202);
        let mark = if dialect == "standard" { "," } else { ";" };
        let proposed = format!("{mark}date{mark}{mark}");
        let results = template.stdout.replace(&proposed, &format!("{mark}date{mark}data{mark}31/12/2024"));
        let folder = Folder::new().add("results.csv", results);
        let path = folder.path().join("results.csv");
        let run = cento(&["score", "data", "--results", path.to_str().expect("a path"), "--format", "json"]);
        assert_eq!(run.status, 0, "{}", run.stderr);
        // 21 indicators have a day as target, 17 of them the last of the year.
        let directors = list(&run.json()["directors"]);
        let counted: usize = directors
            .iter()
            .flat_map(|director| list(&director["projects"]))
            .flat_map(|project| list(&project["objectives"]))
            .flat_map(|objective| list(&objective["indicators"]))
            .filter(|indicator| !indicator["score_exact"].is_null())
            .count();
        assert_eq!(counted + list(&run.json()["uncounted"]).len(), 21, "{dialect}");
    }
    let of_one = cento(&["score", "data", "--template", "--director", "benvegna"]);
    assert_eq!(of_one.stdout.lines().count(), 15);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever the weights and the results: the score is Σ weight × result / 100.
    #[test]
    fn the_score_is_the_weighted_mean(results in prop::collection::vec((1..=9_i64, 0..=120_i64), 2..8)) {
        let whole: i64 = results.iter().map(|(own, _)| own).sum();
        let plan: String = results.iter().enumerate().map(|(at, (own, _))| sheet_with(at, "100", *own)).collect();
        let lines: Vec<String> =
            results.iter().enumerate().map(|(at, (_, actual))| format!("M_{at:04}_1_1;higher;{actual}")).collect();
        // Weights that make 100 exactly: the last takes what the others leave.
        let mut shares: Vec<i64> = results.iter().map(|(own, _)| own * 100 / whole).collect();
        let rest = 100 - shares.iter().sum::<i64>();
        *shares.last_mut().expect("a share") += rest;
        let weights: Vec<String> =
            shares.iter().enumerate().map(|(at, share)| format!("2024_PD_{at:04};{share}")).collect();
        let folder = Folder::new()
            .add("plan/p.md", plan)
            .add("r.csv", format!("code;direction;actual\n{}\n", lines.join("\n")))
            .add("w.csv", format!("code;weight_percent\n{}\n", weights.join("\n")));
        let run = folder.cento(&["score", "plan", "--results", "r.csv", "--weights", "w.csv", "--format", "json"]);
        let score = text(&run.json()["directors"][0]["score_exact"]);
        // In hundredths: whole percents times whole scores.
        let sum: i64 = shares.iter().zip(&results).map(|(share, (_, actual))| share * (*actual).min(100)).sum();
        prop_assert_eq!(score, format!("{}.{:02}", sum / 100, sum % 100));
    }
}
