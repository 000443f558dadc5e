//! What is right of the repository's plan, counted by hand and by another program.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::{Value, json};

/// The lines of a table of expected figures, by their first column.
pub fn table(name: &str) -> BTreeMap<String, Vec<String>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/expected").join(name);
    let mut reader = csv::Reader::from_path(path).expect("the table");
    let lines = reader.records().map(|line| {
        let mut cells = line.expect("a line").iter().map(str::to_owned).collect::<Vec<_>>().into_iter();
        (cells.next().expect("a first cell"), cells.collect())
    });
    lines.collect()
}

/// The counts of the coverage: tables; rows seen, accepted, rejected; percentages seen, accepted, rejected, elsewhere, unaccounted.
pub fn counts(check: &Value) -> [u64; 9] {
    [
        "staff_tables",
        "rows_seen",
        "rows_accepted",
        "rows_rejected",
        "percentages_seen",
        "percentages_accepted",
        "percentages_rejected",
        "percentages_elsewhere",
        "percentages_unaccounted",
    ]
    .map(|count| check["coverage"][count].as_u64().expect("a count"))
}

/// What was read.
pub fn coverage() -> Value {
    json!({
        "staff_tables": 55, "rows_seen": 162, "rows_accepted": 162, "rows_rejected": 0,
        "percentages_seen": 224, "percentages_accepted": 162, "percentages_rejected": 0,
        "percentages_elsewhere": 62, "percentages_unaccounted": 0, "documents_unread": 0, "rows_repeated": 0,
    })
}

/// What it adds up to.
pub fn totals() -> Value {
    json!({
        "plans": 1, "cdrs": 4, "projects_listed": 56, "sheets": 55, "people": 58, "collectives": 1,
        "vacancies": 0, "commitment_percent": "5162.00", "people_over": 0, "people_under": 12, "people_full": 46,
        "people_uncertain": 0, "people_partly_read": 0,
    })
}

/// The codes of all findings, sorted.
pub fn codes() -> Vec<String> {
    let others = ["D001", "D003", "D005", "D006", "D007", "D007", "D007", "D007", "N001", "N004"];
    ["A002"; 12].into_iter().chain(others).map(str::to_owned).collect()
}

/// That everybody of a check has the rows, the CDRs and the total that were counted.
pub fn assert_people(people: &Value) {
    let expected = table("people.csv");
    let people = people.as_array().expect("people");
    assert_eq!(people.len(), expected.len());
    for person in people {
        let written = person["as_written"][0].as_str().expect("a spelling").to_owned();
        let [rows, cdrs, total] = &expected[&written][..] else { panic!("{written} is not expected") };
        let own: Vec<&str> = person["cdrs"].as_array().expect("cdrs").iter().filter_map(Value::as_str).collect();
        let counted = (person["rows"].to_string(), own.join("+"), person["total_percent"].as_str());
        assert_eq!(counted, (rows.clone(), cdrs.clone(), Some(&**total)), "{written}");
    }
}
