//! The gallery: for every finding a small plan that shows it, and what the program says of it.

use std::fs;
use std::path::Path;

use crate::support::{Run, cento};
use cento::finding::Code;

/// The plan that shows a code: a text, a document with pages, a web page, or a folder.
fn plan_of(code: &str) -> String {
    let of = |form: &str| format!("tests/gallery/{code}{form}");
    let is_there = |path: &String| Path::new(env!("CARGO_MANIFEST_DIR")).join(path).exists();
    [".md", ".pdf", ".html", ""].map(of).into_iter().find(is_there).unwrap_or_else(|| panic!("{code} has no plan"))
}

/// The check of a plan, with the settings (`.toml`) and the staff file (`.csv`) that stand beside it.
fn check(code: &str, format: &str) -> Run {
    let plan = plan_of(code);
    let beside = |extension: &str| {
        let path = format!("tests/gallery/{code}.{extension}");
        Path::new(env!("CARGO_MANIFEST_DIR")).join(&path).is_file().then_some(path)
    };
    let (settings, staff) = (beside("toml"), beside("csv"));
    let mut args = vec!["check", &plan, "--format", format];
    args.extend(settings.iter().flat_map(|path| ["--settings", path]));
    args.extend(staff.iter().flat_map(|path| ["--staff", path]));
    cento(&args)
}

/// What is said of a code's plan, one line for each finding: by the check; of weights by `weights`, of scores, for which results
/// stand beside it, by `score`.
fn said(code: &str) -> String {
    let is_of_weights = Code::ALL.iter().any(|own| own.code() == code && own.is_of_weights());
    if !is_of_weights {
        return check(code, "concise").stdout;
    }
    let (plan, results) = (plan_of(code), format!("tests/gallery/{code}.csv"));
    let has_results = Path::new(env!("CARGO_MANIFEST_DIR")).join(&results).is_file();
    let command = if has_results { vec!["score", &plan, "--results", &results] } else { vec!["weights", &plan] };
    let shown = cento(&[&command[..], &["--format", "json"]].concat()).json();
    let findings = shown["directors"][0]["findings"].as_array().expect("findings");
    let line = |finding: &serde_json::Value| {
        let (origin, text) =
            (&finding["origins"][0], |value: &serde_json::Value| value.as_str().expect("a text").to_owned());
        let place = format!("{}:{}:{}", text(&origin["path"]), origin["line"], origin["column"]);
        format!("{place}: {} {}\n", text(&finding["code"]), text(&finding["message"]))
    };
    findings.iter().map(line).collect()
}

#[test]
fn every_code_has_a_plan_that_shows_it() {
    for code in Code::ALL.iter().map(|code| code.code()) {
        let plan = plan_of(code);
        let said = said(code);
        assert!(said.contains(&format!(": {code} ")), "{plan} does not show it: {said}");
    }
}

#[test]
fn every_plan_shows_what_stands_beside_it() {
    for code in Code::ALL.iter().map(|code| code.code()) {
        let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/gallery/{code}.txt"));
        let expected = fs::read_to_string(&beside).unwrap_or_default();
        assert_eq!(said(code), expected, "{}", beside.display());
    }
}
