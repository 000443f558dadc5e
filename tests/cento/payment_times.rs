//! Payment times (DL 13/2023, art. 4-bis): what hangs on them in weights and scores, worked out by hand.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::support::{Folder, Run, cento, findings_of};

const HEAD: &str = "Nome Soggetto\tRelazione Personale\tImpegno Personale\n";
const INDICATORS: &str = "Codice indicatore\tIndicatore\tValore previsto 2024\n";

/// A plan of one director, who weighs 70 on a project of ordinary work and 30 on payment times, in two indicators of 15.
fn plan() -> Folder {
    let plan = format!(
        "## 01 - UNO\n\nDirigente: Rossi Ada\n\n**2024\\_PD\\_0101**\n\n**Servizi**\n\n\
         **2024\\_OB\\_0101\\_1** **Fare**\n\n{INDICATORS}O_0101_1_1\tAtti\t100\n\n{HEAD}Rossi Ada\tDirigente\t70,00 %\n\n\
         **2024\\_PD\\_01TP**\n\n**Rispetto tempi di pagamento**\n\n**2024\\_OB\\_01TP\\_1** **Pagare**\n\n\
         {INDICATORS}M_01TP_1_1\tRitardo medio\t0\nM_01TP_1_2\tTempo medio\t30 giorni\n\n{HEAD}Rossi Ada\tDirigente\t30,00 %\n\n"
    );
    Folder::new().add("plan/plan.md", plan)
}

/// The score of the plan's director with these results, each a code, a direction and a value.
fn score(folder: &Folder, results: &[&str], more: &[&str]) -> Run {
    let lines = results.join("\n");
    fs::write(folder.path().join("results.csv"), format!("code;direction;actual\n{lines}\n")).expect("results");
    let run = folder.cento(&[&["score", "plan", "--results", "results.csv"], more].concat());
    assert_eq!(run.status, 0, "{}", run.stderr);
    run
}

fn director(run: &Run) -> Value {
    run.json()["directors"][0].clone()
}

const MISSED: [&str; 3] = ["O_0101_1_1;higher;100", "M_01TP_1_1;lower;-2,5", "M_01TP_1_2;lower;36"];
const MET: [&str; 3] = ["O_0101_1_1;higher;100", "M_01TP_1_1;lower;0", "M_01TP_1_2;lower;30"];

#[test]
fn a_target_that_was_missed_takes_its_share_of_the_result_pay_and_nothing_of_the_score() {
    let folder = plan();
    let own = director(&score(&folder, &MISSED, &["--format", "json"]));
    // 100 and 30 / 36 × 100 = 250/3, so 275/3 of 30: 27,5 points; 70 are left.
    let keys = ["score_exact", "points_exact", "payment_times", "not_payable_percent", "payable_points_exact"];
    assert_eq!(keys.map(|key| own[key].clone()), ["97.50", "97.50", "missed", "30.00", "70.00"].map(Value::from));
    assert_eq!(own["payable_points_percent"], "70.00");
    let told = findings_of(&own["findings"], "W003");
    assert_eq!(told.len(), 1);
    assert_eq!((&told[0]["severity"], &told[0]["percent"]), (&"warning".into(), &"30.00".into()));
    assert_eq!((&told[0]["project"], &told[0]["objective"]), (&"2024_PD_01TP".into(), &"2024_OB_01TP_1".into()));
    assert_eq!(told[0]["missed"], json!([{ "indicator": "M_01TP_1_2", "target": "30 giorni", "actual": "36" }]));
    assert_eq!(told[0]["origins"][0]["line"], 25);
    // Every level makes what stands above it.
    let (ordinary, payment) = (&own["projects"][0], &own["projects"][1]);
    assert_eq!((&ordinary["not_payable_percent"], &payment["not_payable_percent"]), (&Value::Null, &"30.00".into()));
    let objective = &payment["objectives"][0];
    assert_eq!(objective["not_payable_percent"], "30.00");
    assert!(objective["indicators"].as_array().expect("two").iter().all(|own| own["not_payable_percent"] == "15.00"));

    let table = score(&folder, &MISSED, &[]).stdout;
    let said = "Non pagabile: 30,00 % della retribuzione di risultato, perché i tempi di pagamento non sono stati rispettati \
                (DL 13/2023, art. 4-bis); dei 97,50 punti ne restano 70,00\n";
    assert!(table.contains(said), "{table}");
    let warned = "plan/plan.md:25:24: W003 Rossi Ada: tempi di pagamento non rispettati (M_01TP_1_2: 36 invece di 30 giorni); \
                  non è pagabile la parte della retribuzione di risultato che dipende da 2024_OB_01TP_1, 30,00 % (DL 13/2023, \
                  art. 4-bis)\n";
    assert!(table.contains(warned), "{table}");
    let csv = score(&folder, &MISSED, &["--format", "csv"]).stdout;
    let not_payable: Vec<&str> = csv.lines().map(|line| line.rsplit(',').nth(1).expect("a cell")).collect();
    assert_eq!(not_payable, ["not_payable_percent", "30.00", "", "", "", "30.00", "30.00", "15.00", "15.00"]);
}

#[test]
fn what_was_met_or_is_not_known_is_not_missed() {
    let folder = plan();
    let met = director(&score(&folder, &MET, &["--format", "json"]));
    assert_eq!(met["payment_times"], "met");
    assert_eq!((&met["not_payable_percent"], &met["payable_points_exact"]), (&Value::Null, &"100.00".into()));
    assert_eq!(findings_of(&met["findings"], "W003").len(), 0);
    let unknown = director(&score(&folder, &MET[..2], &["--format", "json"]));
    assert_eq!((&unknown["payment_times"], &unknown["not_payable_percent"]), (&"unknown".into(), &Value::Null));
    // One that was missed is enough, whatever else has no result: 250/3 of 15, and 70 are left.
    let partly = director(&score(&folder, &[MISSED[0], MISSED[2]], &["--format", "json"]));
    let keys = ["payment_times", "not_payable_percent", "points_exact", "payable_points_exact"];
    assert_eq!(keys.map(|key| partly[key].clone()), ["missed", "30.00", "82.50", "70.00"].map(Value::from));
    // By however little it was missed, and whatever counts at most: 30 / 30,01 is more than 80 %.
    let results = ["M_01TP_1_2;lower;30,01"];
    let capped = director(&score(&folder, &results, &["--format", "json", "--cap", "80"]));
    assert_eq!((&capped["payment_times"], &capped["score_exact"]), (&"missed".into(), &"80.00".into()));
    let met = director(&score(&folder, &MET, &["--format", "json", "--cap", "80"]));
    assert_eq!((&met["payment_times"], &met["score_exact"]), (&"met".into(), &"80.00".into()));
    for text in [score(&folder, &MET, &[]).stdout, score(&folder, &MET[..2], &[]).stdout] {
        assert!(!text.contains("Non pagabile") && !text.contains("W003"), "{text}");
    }
}

#[test]
fn the_example_of_the_docs_is_the_one_worked_out_by_hand() {
    let ask = ["score", "data", "--results", "docs/score.csv", "--director", "benvegna", "--format", "json"];
    let own = director(&cento(&ask));
    // 94,5 − 11/12 = 1123/12
    let keys = ["score_exact", "not_payable_percent", "payable_points_exact", "payable_points_percent"];
    assert_eq!(keys.map(|key| own[key].clone()), ["94.50", "1.00", "1123/12", "93.58"].map(Value::from));
    let fixed = director(&cento(&[&ask[..], &["--floor", "2024_PD_12TP=30"]].concat()));
    let payment = fixed["projects"].as_array().expect("projects").iter().find(|own| own["project"] == "2024_PD_12TP");
    assert_eq!(payment.expect("it")["points_exact"], "27.50");
    // 46,3505 + 6,89325 + 7,07 + 1,349 + 7171/6000 + 0,71 + 1,41 + 1,20 are left, and 27,5 more are the whole.
    let keys = ["points_exact", "not_payable_percent", "payable_points_exact"];
    assert_eq!(keys.map(|key| fixed[key].clone()), ["224827/2400", "30.00", "158827/2400"].map(Value::from));
    assert_eq!((&fixed["points_percent"], &fixed["payable_points_percent"]), (&"93.68".into(), &"66.18".into()));
    let docs = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/score.md")).expect("the page");
    let of_payments = docs.split("\n## ").skip(1).map(|part| part.split("\n# ").next().unwrap_or_default());
    let lines = of_payments.flat_map(str::lines).filter(|line| line.starts_with("| `20"));
    let mut seen = 0;
    for line in lines {
        let line = line.replace(',', ".");
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let projects = fixed["projects"].as_array().expect("projects");
        let own = projects.iter().find(|own| own["project"] == cells[0].trim_matches('`')).expect("a project");
        let points = own["points_exact"].as_str().expect("points");
        assert_eq!(own["weight_percent"], cells[1], "{line}");
        let short = if points.contains('.') { points.trim_end_matches('0').trim_end_matches('.') } else { points };
        assert_eq!(short, cells[3], "{line}");
        seen += 1;
    }
    assert_eq!(seen, 2 * 8);
}

#[test]
fn an_indicator_of_another_objective_has_its_own_share() {
    // The one objective weighs 100, and each of its indicators 50.
    let plan = format!(
        "## 01 - UNO\n\nDirigente: Rossi Ada\n\n**2024\\_PD\\_0101**\n\n**Bilancio**\n\n**2024\\_OB\\_0101\\_1** **Conti in ordine**\n\n\
         {INDICATORS}O_0101_1_1\tAtti\t100\nO_0101_1_2\tIndicatore di tempestività dei pagamenti\t30\n\n\
         {HEAD}Rossi Ada\tDirigente\t40,00 %\n\n"
    );
    let folder = Folder::new().add("plan/plan.md", plan);
    let results = ["O_0101_1_1;higher;50", "O_0101_1_2;lower;40"];
    let own = director(&score(&folder, &results, &["--format", "json"]));
    // (50 + 75) / 2 = 62,5 of 100; half of it is left.
    let keys = ["points_exact", "not_payable_percent", "payable_points_exact"];
    assert_eq!(keys.map(|key| own[key].clone()), ["62.50", "50.00", "31.25"].map(Value::from));
    let indicators = own["projects"][0]["objectives"][0]["indicators"].as_array().expect("two");
    let parts: Vec<&Value> = indicators.iter().map(|own| &own["not_payable_percent"]).collect();
    assert_eq!(parts, [&Value::Null, &"50.00".into()]);
    // It is an objective on payment times, and one of more than 30.
    let findings = folder.cento(&["weights", "plan", "--format", "json"]).json()["directors"][0]["findings"].clone();
    assert_eq!(findings, json!([]));
}

#[test]
fn a_director_without_an_objective_on_payment_times_is_told_wherever_weights_are() {
    let plan = format!(
        "## 01 - UNO\n\nDirigente: Rossi Ada\n\n**2024\\_PD\\_0101**\n\n**Servizi**\n\n\
         **2024\\_OB\\_0101\\_1** **Fare**\n\n{INDICATORS}O_0101_1_1\tAtti\t100\n\n{HEAD}Rossi Ada\tDirigente\t70,00 %\n\n\
         **2024\\_PD\\_0102**\n\n**Altro**\n\n{HEAD}Neri Ugo\tDirigente\t0,00 %\n"
    );
    let folder = Folder::new().add("plan/plan.md", plan);
    let weights = folder.cento(&["weights", "plan", "--format", "json"]).json();
    let of = |at: usize, code: &str| findings_of(&weights["directors"][at]["findings"], code).len();
    // Of whoever has no weights nothing is said.
    assert_eq!([of(0, "W002"), of(0, "W001"), of(1, "W002")], [1, 0, 0]);
    let told = &findings_of(&weights["directors"][0]["findings"], "W002")[0].clone();
    assert_eq!((&told["severity"], &told["person"]), (&"note".into(), &"Rossi Ada".into()));
    let scored = director(&score(&folder, &["O_0101_1_1;higher;100"], &["--format", "json"]));
    assert_eq!((&scored["findings"], &scored["payment_times"]), (&weights["directors"][0]["findings"], &"none".into()));
    let message = told["message"].as_str().expect("a message");
    folder.cento(&["report", "plan", "-o", "report"]);
    let page = fs::read_to_string(folder.path().join("report/index.html")).expect("a page");
    assert!(page.contains(message) && folder.cento(&["weights", "plan"]).stdout.contains(message));
    // The check does not work out weights.
    let check = folder.cento(&["check", "plan"]).stdout;
    assert!(!check.contains("W002"), "{check}");
}

#[test]
fn what_is_accepted_is_so_wherever_it_stands_and_no_entry_of_it_is_called_unused() {
    let settings = "[[accepted]]\ncode = \"W003\"\nproject = \"2024_PD_01TP\"\nreason = \"piattaforma in errore\"\n\n\
                    [[accepted]]\ncode = \"W002\"\nperson = \"Rossi Ada\"\nreason = \"non paga\"\n";
    let folder = plan().add("plan/cento.toml", settings);
    let own = director(&score(&folder, &MISSED, &["--format", "json"]));
    let told = findings_of(&own["findings"], "W003");
    assert_eq!(told[0]["accepted"]["reason"], "piattaforma in errore");
    // What is not payable stays so: it is for the office to say what it does about it.
    assert_eq!(own["not_payable_percent"], "30.00");
    let check = folder.cento(&["check", "plan", "--format", "json"]).json();
    assert_eq!(findings_of(&check["findings"], "N003").len(), 0);
}

#[test]
fn nobody_is_named_in_what_was_missed() {
    let folder = plan();
    let path = folder.path().join("plan/plan.md");
    let plan = fs::read_to_string(&path).expect("the plan").replace("30 giorni", "30 (Rossi)");
    fs::write(&path, plan).expect("the plan");
    for format in ["table", "json", "csv"] {
        for lang in ["it", "en"] {
            let text = score(&folder, &MISSED, &["--format", format, "--lang", lang, "--pseudonymise"]).stdout;
            assert!(!text.contains("Rossi") && !text.contains("Ada"), "{text}");
            assert!(format == "csv" || text.contains("W003"), "{text}");
        }
    }
    // A target that the results give is cleared, too.
    let plan = fs::read_to_string(&path).expect("the plan").replace("30 (Rossi)", "vedi nota");
    fs::write(&path, plan).expect("the plan");
    let results = "code;target;direction;actual\nM_01TP_1_2;30 (Rossi Ada);lower;36\n";
    fs::write(folder.path().join("given.csv"), results).expect("results");
    for format in ["table", "json", "csv"] {
        let run = folder.cento(&["score", "plan", "--results", "given.csv", "--format", format, "--pseudonymise"]);
        assert_eq!(run.status, 0, "{}", run.stderr);
        assert!(!run.stdout.contains("Rossi") && run.stdout.contains("30"), "{}", run.stdout);
    }
}
