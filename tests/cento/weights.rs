//! The weights of the directors, against figures worked out by hand and by integer arithmetic.

use proptest::prelude::*;
use serde_json::Value;

use crate::support::{Folder, cento, findings_of, sheet};

/// The weights of one director of the repository's plan, in document order of their list.
fn weights_of(director: &str) -> Vec<(String, String)> {
    let weights = cento(&["weights", "data", "--director", director, "--format", "json"]).json();
    let projects = weights["directors"][0]["projects"].as_array().expect("projects").clone();
    let text = |value: &Value| value.as_str().expect("a text").to_owned();
    projects.iter().map(|project| (text(&project["project"]), text(&project["weight_percent"]))).collect()
}

fn figures(director: &str) -> Vec<String> {
    weights_of(director).into_iter().map(|(_, weight)| weight).collect()
}

fn repeated(groups: &[(usize, &str)]) -> Vec<String> {
    groups.iter().flat_map(|&(times, weight)| vec![weight.to_owned(); times]).collect()
}

#[test]
fn the_weights_of_the_plan_are_those_worked_out_by_hand() {
    let poma = [(1, "22.23"), (1, "20.20"), (1, "19.19"), (1, "15.15"), (1, "14.14"), (1, "3.03"), (6, "1.01")];
    assert_eq!(figures("poma"), repeated(&poma));
    let gandellini = [(1, "35.09"), (1, "17.54"), (2, "14.04"), (1, "14.03"), (1, "3.51"), (1, "1.75")];
    assert_eq!(figures("gandellini"), repeated(&gandellini));
    // Commitments that make 100 are the weights.
    assert_eq!(figures("benvegna"), repeated(&[(1, "69.00"), (2, "10.00"), (5, "2.00"), (1, "1.00")]));
    let battini = [
        (1, "32.76"),
        (1, "13.22"),
        (1, "8.62"),
        (7, "3.45"),
        (4, "2.30"),
        (2, "1.72"),
        (5, "1.15"),
        (1, "0.58"),
        (4, "0.57"),
    ];
    assert_eq!(figures("battini"), repeated(&battini));
    assert!(weights_of("battini").contains(&("2024_PD_0203".to_owned(), "0.58".to_owned())));
    let benedetti = cento(&["weights", "data", "--director", "benedetti", "--format", "json"]).json();
    assert_eq!(benedetti["directors"][0]["projects"][0]["weight_percent"], "100.00");
    assert_eq!(benedetti["directors"][0]["notes"][0]["note"], "leads-no-cdr");
}

#[test]
fn the_example_in_the_docs_is_what_the_program_says() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/weights.md");
    let page = std::fs::read_to_string(path).expect("the page").replace(',', ".");
    // Each language has a table with a line for each project: its code, ..., its weight.
    let lines: Vec<(String, String)> = page
        .lines()
        .filter_map(|line| {
            let cells: Vec<&str> = line.strip_prefix("| `")?.strip_suffix(" |")?.split(" | ").collect();
            Some((cells[0].trim_end_matches('`').to_owned(), cells.last()?.trim().to_owned()))
        })
        .collect();
    let own = weights_of("gandellini");
    assert_eq!(lines, [own.clone(), own].concat());
    let args = ["weights", "data", "--director", "gandellini", "--format", "csv", "--level", "indicator"];
    let csv = cento(&args).stdout;
    let parts: Vec<&str> =
        csv.lines().filter(|line| line.contains("M_0411_1_")).filter_map(|l| l.rsplit(',').next()).collect();
    assert_eq!(parts, ["11.70", "11.70", "11.69"]);
}

#[test]
fn a_floor_leaves_the_rest_to_the_others_in_proportion() {
    let args = ["weights", "data", "--director", "benvegna", "--floor", "2024_PD_12TP=30", "--format", "json"];
    let weights = cento(&args).json();
    let projects = weights["directors"][0]["projects"].as_array().expect("projects");
    // 70 × 69/99, 70 × 10/99 twice, 70 × 2/99 five times: 48,7878…, 7,0707…, 1,4141…; 5 hundredths left go to
    // the remainders .78, .14 (two), .07 …: 4878 + 2 × 707 + 5 × 141 = 6997, so three are left.
    let own: Vec<&Value> = projects.iter().map(|project| &project["weight_percent"]).collect();
    assert_eq!(own, ["48.79", "7.07", "7.07", "1.42", "1.42", "1.41", "1.41", "1.41", "30.00"]);
    assert!(findings_of(&weights["directors"][0]["findings"], "W001").is_empty());
    for (floor, said) in [
        ("2024_PD_12TPP=30", "forse «2024_PD_12TP»?"),
        ("2024_PD_12TP=101", "non è un peso fissato"),
        ("2024_PD_12TP", "non è un peso fissato"),
    ] {
        let run = cento(&["weights", "data", "--floor", floor]);
        assert_eq!(run.status, 2);
        assert!(run.stderr.contains(said), "{}", run.stderr);
    }
    let twice = cento(&["weights", "data", "--floor", "2024_PD_12TP=30", "--floor", "2024_pd_12tp=40"]);
    assert_eq!(twice.status, 2);
    assert!(twice.stderr.contains("2024_PD_12TP ha due pesi fissati, 30,00 % e 40,00 %"), "{}", twice.stderr);
    let useless = cento(&["chart", "people", "data", "--floor", "2024_PD_12TP=30", "-o", "/nowhere"]);
    assert_eq!(useless.status, 2);
    assert!(useless.stderr.contains("--floor non serve a people"), "{}", useless.stderr);
    let floors = ["--floor", "2024_PD_12TP=60", "--floor", "2024_PD_1201=50"];
    let run = cento(&[&["weights", "data"][..], &floors].concat());
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("110,00 %"), "{}", run.stderr);
}

#[test]
fn given_weights_are_checked() {
    let plan = format!(
        "## 01 - UNO\n\nDirigente: Rossi Ada\n\n{}{}",
        sheet("2024_PD_0001", &["Rossi Ada\tDirigente\t60,00 %"]),
        sheet("2024_PD_0002", &["Rossi Ada\tDirigente\t40,00 %"])
    );
    let run = |lines: &str| {
        let folder = Folder::new().add("plan/p.md", &plan).add("pesi.csv", format!("codice;peso\n{lines}"));
        folder.cento(&["weights", "plan", "--weights", "pesi.csv", "--format", "json"])
    };
    let good = run("2024_PD_0001;30,50\n2024_PD_0002;69,50\n").json();
    assert_eq!(good["method"], "given");
    assert_eq!(good["directors"][0]["projects"][0]["weight_percent"], "30.50");
    for (lines, said) in [
        ("2024_PD_0001;30\n2024_PD_0002;69\n", "99,00 % invece di 100,00 % (−1,00)"),
        ("2024_PD_0001;100\n", "mancano i pesi di 2024_PD_0002"),
        ("2024_PD_0001;50\n2024_PD_0002;50\n2024_PD_0003;0\n", "pesi.csv:4: nessun dirigente ha «2024_PD_0003»"),
        ("2024_PD_0001;50,001\n2024_PD_0002;50\n", "pesi.csv:2: «50,001» non va bene per weight_percent."),
        ("2024_PD_0001;50\n2024_PD_0001;50\n", "pesi.csv:3: «2024_PD_0001» ha già un peso"),
    ] {
        let run = run(lines);
        assert_eq!(run.status, 2);
        assert!(run.stderr.contains(said), "{}", run.stderr);
    }
}

/// The hundredths of a percentage that is written with two places.
fn hundredths(value: &Value) -> u64 {
    value.as_str().expect("a percentage").replace('.', "").parse().expect("hundredths")
}

/// The weights by another way: after rounding down, the hundredths that are left are given one by one to
/// whoever is farthest below their exact share.
fn one_by_one(commitments: &[u64]) -> Vec<u64> {
    let all: u64 = commitments.iter().sum();
    let mut parts: Vec<u64> = commitments.iter().map(|own| own * 10_000 / all).collect();
    while parts.iter().sum::<u64>() < 10_000 {
        // Of several that lack the same, the larger, then the earlier.
        let lack = |at: usize| i128::from(commitments[at] * 10_000) - i128::from(parts[at] * all);
        let best = (0..parts.len()).rev().max_by_key(|&at| (lack(at), commitments[at])).expect("a part");
        parts[best] += 1;
    }
    parts
}

#[test]
fn every_level_of_the_plan_makes_what_stands_above_it() {
    let weights = cento(&["weights", "data", "--format", "json"]).json();
    let list = |value: &Value| value.as_array().expect("a list").clone();
    let sum = |parts: &[Value]| parts.iter().map(|part| hundredths(&part["weight_percent"])).sum::<u64>();
    for director in list(&weights["directors"]) {
        assert_eq!(sum(&list(&director["projects"])), 10_000);
        for project in list(&director["projects"]) {
            let objectives = list(&project["objectives"]);
            assert!(objectives.is_empty() || sum(&objectives) == hundredths(&project["weight_percent"]), "{project}");
            for objective in objectives {
                let indicators = list(&objective["indicators"]);
                assert!(indicators.is_empty() || sum(&indicators) == hundredths(&objective["weight_percent"]));
            }
        }
    }
    for level in ["project", "objective", "indicator"] {
        let table = cento(&["weights", "data", "--level", level]).stdout;
        let sums: Vec<&str> = table.lines().filter(|line| line.starts_with("Somma")).collect();
        assert_eq!(sums.len(), 5, "{level}");
        assert!(sums.iter().all(|line| line.ends_with(" 100,00 %")), "{level}: {sums:?}");
    }
    for group in ["kind", "direction", "strategic-objective", "cdr"] {
        let weights = cento(&["weights", "data", "--group-by", group, "--format", "json"]).json();
        for director in list(&weights["directors"]) {
            assert_eq!(sum(&list(&director["groups"])), 10_000, "{group}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn random_commitments_make_exactly_a_hundred(commitments in prop::collection::vec(1..=10_000u64, 1..60)) {
        let plan: String = commitments.iter().enumerate().map(|(at, own)| {
            sheet(&format!("2024_PD_{at:04}"), &[&format!("Rossi Ada\tDirigente\t{},{:02} %", own / 100, own % 100)])
        }).collect();
        let weights = Folder::with(plan).cento(&["weights", ".", "--format", "json"]).json();
        let projects = weights["directors"][0]["projects"].as_array().expect("projects").clone();
        let mut sorted = commitments.clone();
        // A stable sort: equal ones stay in document order.
        sorted.sort_by_key(|own| std::cmp::Reverse(*own));
        let own: Vec<u64> = projects.iter().map(|project| hundredths(&project["weight_percent"])).collect();
        prop_assert_eq!(own.iter().sum::<u64>(), 10_000);
        prop_assert_eq!(own, one_by_one(&sorted));
    }
}

#[test]
fn directors_without_rows_are_told() {
    let elsewhere = "## 01 - UNO\n\nDirigente: Rossi Ada\n\n## 02 - DUE\n\nDirigente: Verdi Ugo\n\n".to_owned()
        + &sheet("2024_PD_0001", &["Rossi Ada\tDirigente\t60,00 %"]);
    let weights = Folder::with(elsewhere).cento(&["weights", ".", "--format", "json"]).json();
    let note = |at: usize| weights["directors"][at]["notes"][0]["note"].as_str().expect("a note").to_owned();
    assert_eq!(weights["directors"].as_array().expect("directors").len(), 2);
    assert_eq!((note(0), note(1)), ("no-row-where-led".to_owned(), "no-commitment".to_owned()));
    let unknown = cento(&["weights", "data", "--director", "Pomo Stefano"]);
    assert_eq!(unknown.status, 2);
    assert!(unknown.stderr.contains("Poma Stefano"), "{}", unknown.stderr);
}
