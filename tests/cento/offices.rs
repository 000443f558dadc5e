//! The three invented offices of the documentation: their tables are read, and make what was worked out by hand.

use crate::support::cento;

/// Everybody's total, capacity, full-time equivalents and status; the codes of all findings.
type Told = (Vec<(String, [String; 4])>, Vec<String>);

fn told(args: &[&str]) -> Told {
    let run = cento(&[&["check"], args, &["--format", "json"]].concat());
    let json = run.json();
    let text = |value: &serde_json::Value| value.as_str().unwrap_or("-").to_owned();
    let person = |own: &serde_json::Value| {
        let figures = ["total_percent", "capacity_percent", "fte", "status"].map(|key| text(&own[key]));
        (text(&own["person"]), figures)
    };
    let mut people: Vec<_> = json["people"].as_array().expect("people").iter().map(person).collect();
    people.sort();
    let mut codes: Vec<_> =
        json["findings"].as_array().expect("findings").iter().map(|own| text(&own["code"])).collect();
    codes.sort();
    codes.dedup();
    (people, codes)
}

fn assert_told(args: &[&str], people: &[(&str, [&str; 4])], codes: &[&str]) {
    let (found, found_codes) = told(args);
    let found: Vec<(&str, [&str; 4])> =
        found.iter().map(|(name, figures)| (&**name, figures.each_ref().map(|figure| &**figure))).collect();
    assert_eq!(found, people);
    assert_eq!(found_codes, codes);
}

#[test]
fn a_matrix_with_merged_headings() {
    let people = [
        ("Ferri Luisa", ["100.00", "100.00", "1.00", "full"]),
        ("Moro Tito", ["100.00", "100.00", "1.00", "full"]),
        ("Pozzi Elsa", ["125.00", "100.00", "1.25", "over"]),
        ("Riva Dario", ["80.00", "100.00", "0.80", "under"]),
    ];
    assert_told(&["docs/offices/valdombra"], &people, &["A001", "A002"]);
}

#[test]
fn a_column_for_each_month() {
    let people = [
        ("Conti Nora", ["100.00", "100.00", "1.00", "full"]),
        ("Leoni Bice", ["89.972603", "100.00", "0.899726", "over"]),
        ("Sarti Ivo", ["75.342466", "100.00", "0.753425", "under"]),
    ];
    assert_told(&["docs/offices/pietrachiara"], &people, &["A002", "A007"]);
}

#[test]
fn hours_and_the_payrolls_export() {
    let people = [
        ("Bassi Olga", ["100.00", "100.00", "1.00", "full"]),
        ("Fabbri Remo (000522)", ["100.00", "100.00", "0.50", "full"]),
        ("Fabbri Remo (000748)", ["33.424908", "100.00", "0.25", "under"]),
        ("Gentili Ada", ["100.00", "49.589041", "1.00", "over"]),
    ];
    let args = ["docs/offices/altacosta/ore.csv", "--staff", "docs/offices/altacosta/paghe.csv"];
    assert_told(&args, &people, &["A001", "A002", "A003", "N008"]);
}

#[test]
fn an_account_says_what_is_written_where_that_is_no_percentage() {
    let account = |name: &str, path: &str| cento(&["person", name, path]).stdout;
    let bassi = account("Bassi Olga", "docs/offices/altacosta/ore.csv");
    assert!(bassi.contains("Scritto") && bassi.contains("  900  60,00 %"), "{bassi}");
    assert!(!account("Conti Nora", "docs/offices/pietrachiara").contains("Scritto"));
}
