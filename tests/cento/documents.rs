//! Documents that are easily misread in silence: what is right of each stands beside them.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::support::cento;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/told")
}

/// The documents with their people and codes, as the table has them.
fn expected() -> Vec<[String; 3]> {
    let table = fs::read_to_string(folder().join("expected.tsv")).expect("the table");
    let lines = table.lines().skip(1).map(|line| {
        let cells: Vec<String> = line.split('\t').map(str::to_owned).collect();
        <[String; 3]>::try_from(cells).unwrap_or_else(|cells| panic!("three cells: {cells:?}"))
    });
    lines.collect()
}

/// The total of everybody of whom a row counts, as the table writes it.
fn people(check: &Value) -> String {
    let has_row = |one: &&Value| one["kind"] == "person" && one["rows"] != 0;
    let people = check["people"].as_array().expect("people").iter().filter(has_row);
    let mut people: Vec<(String, String)> = people
        .map(|one| {
            let name = one["person"].as_str().expect("a name").to_owned();
            let mark = if one["certain"] == true { "" } else { "?" };
            let said = format!("{mark}{name} {}", one["total_percent"].as_str().expect("a total"));
            (name, said)
        })
        .collect();
    people.sort();
    people.into_iter().map(|(_, said)| said).collect::<Vec<_>>().join("; ")
}

#[test]
fn each_is_read_or_told_as_is_right() {
    for [document, people_expected, codes] in expected() {
        let path = format!("tests/told/{document}");
        let run = cento(&["check", &path, "--format", "json"]);
        assert!(run.status < 2, "{document}: {}", run.stderr);
        let check = run.json();
        assert_eq!(people(&check), people_expected, "{document}");
        let findings = check["findings"].as_array().expect("findings");
        let told: BTreeSet<&str> = findings.iter().filter_map(|finding| finding["code"].as_str()).collect();
        for code in codes.split_whitespace() {
            assert!(told.contains(code), "{document}: {code} is not among {told:?}");
        }
        let coverage = |count: &str| check["coverage"][count].as_u64().expect("a count");
        assert_eq!(coverage("rows_seen"), coverage("rows_accepted") + coverage("rows_rejected"), "{document}");
        // Nobody is over whose total is not certain.
        let is_over = |name: &Value| findings.iter().any(|f| f["code"] == "A001" && &f["person"] == name);
        for one in check["people"].as_array().expect("people").iter().filter(|one| one["certain"] == false) {
            assert!(one["status"].is_null() && !is_over(&one["person"]), "{document}: {one}");
        }
        // `0 persone` is never fine.
        assert!(!people_expected.is_empty() || run.status == 1, "{document}");
    }
}

#[test]
fn every_document_has_its_line() {
    let known: BTreeSet<String> = expected().into_iter().map(|[document, ..]| document).collect();
    let mut folders = vec![folder()];
    let mut found = BTreeSet::new();
    while let Some(own) = folders.pop() {
        for entry in fs::read_dir(&own).expect("a folder") {
            let path = entry.expect("an entry").path();
            let name = path.strip_prefix(folder()).expect("below").to_str().expect("a name").to_owned();
            match path.is_dir() {
                true => folders.push(path),
                false if name.ends_with("cento.toml") || name == "README.md" || name == "expected.tsv" => {}
                false => drop(found.insert(name)),
            }
        }
    }
    assert_eq!(found, known);
}
