//! Results that look like slips (W004): told with their line, and nothing of the score changes.

use std::fmt::Write;

use serde_json::Value;

use crate::support::{Folder, findings_of};

/// A plan of one director and one project, with an indicator for each target; titles come before a `|`.
fn plan(indicators: &[&str]) -> Folder {
    let mut lines = String::new();
    for (number, own) in (1..).zip(indicators) {
        let _ = writeln!(lines, "M_0101_1_{number}\t{}", own.replace('|', "\t"));
    }
    Folder::new().add(
        "plan/plan.md",
        format!(
            "## 01 - UNO\n\nDirigente: Rossi Ada\n\n**2024\\_PD\\_0101**\n\n**Servizi**\n\n**2024\\_OB\\_0101\\_1** **Fare**\n\n\
             Codice indicatore\tIndicatore\tValore previsto 2024\n{lines}\n\
             Nome Soggetto\tRelazione Personale\tImpegno Personale\nRossi Ada\tDirigente\t100,00 %\n"
        ),
    )
}

/// What is told of each result: the line, and what is suspect; and the score.
fn told(indicators: &[&str], results: &[&str]) -> (Vec<(i64, String)>, String) {
    let results = format!("code;direction;actual\n{}\n", results.join("\n"));
    let folder = plan(indicators).add("results.csv", results);
    let run = folder.cento(&["score", "plan", "--results", "results.csv", "--format", "json"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let own = run.json()["directors"][0].clone();
    let told = findings_of(&own["findings"], "W004");
    let line = |finding: &Value| {
        let reason = finding["reason"].as_str().expect("a reason").to_owned();
        (finding["result_line"].as_i64().expect("a line"), reason)
    };
    (told.iter().map(|finding| line(finding)).collect(), own["score_exact"].as_str().unwrap_or_default().to_owned())
}

#[test]
fn slips_are_told_with_their_line_and_the_score_is_that_of_what_is_written() {
    for (indicator, result, reason, score) in [
        ("Domande evase (almeno)|95", "M_0101_1_1;lower;95", "against-proposal", "100.00"),
        ("Domande evase|100", "M_0101_1_1;higher;0,95", "fraction", "0.95"),
        ("Domande evase|95 %", "M_0101_1_1;higher;0.95", "fraction", "1.00"),
        ("Domande evase|950", "M_0101_1_1;higher;95 %", "percent-sign", "10.00"),
        ("Domande evase|95", "M_0101_1_1;higher;950", "ten-times", "100.00"),
        ("Domande evase|95", "M_0101_1_1;higher;9,5", "tenth", "10.00"),
        ("Giorni di attesa|30", "M_0101_1_1;lower;3", "tenth", "100.00"),
    ] {
        let expected = (vec![(2, reason.to_owned())], score.to_owned());
        assert_eq!(told(&[indicator], &[result]), expected, "{indicator} {result}");
    }
}

#[test]
fn directions_are_named_as_the_results_are_written() {
    let folder =
        plan(&["Domande evase (almeno)|95"]).add("results.csv", "code;direction;actual\nM_0101_1_1;lower;95\n");
    let told = folder.cento(&["score", "plan", "--results", "results.csv"]).stdout;
    let words =
        "la direzione è «lower» (minore è meglio), e le parole del piano propongono «higher» (maggiore è meglio)";
    assert!(told.split_whitespace().collect::<Vec<_>>().join(" ").contains(words), "{told}");
}

#[test]
fn what_is_no_slip_is_not_told() {
    let indicators = [
        "Domande evase (almeno)|95",
        "Atti|sì",
        "Consegna|31/12/2024",
        "Reclami|5",
        "Quota di domande|0,9",
        "Tassi|95 %",
    ];
    let results = [
        "M_0101_1_1;higher;90",
        "M_0101_1_2;yes-no;no",
        "M_0101_1_3;date;01/02/2025",
        "M_0101_1_4;lower;0",
        "M_0101_1_5;higher;0,7",
        "M_0101_1_6;higher;80 %",
    ];
    assert_eq!(told(&indicators, &results).0, []);
}

#[test]
fn several_are_told_each_by_itself_and_may_be_accepted() {
    let indicators = ["Domande evase (almeno)|95", "Atti|100"];
    let results = ["M_0101_1_1;lower;9,5", "M_0101_1_2;higher;100"];
    let both = vec![(2, "against-proposal".to_owned()), (2, "tenth".to_owned())];
    assert_eq!(told(&indicators, &results).0, both);
    let settings = "[[accepted]]\ncode = \"W004\"\nproject = \"2024_PD_0101\"\nreason = \"riletti\"\n";
    let folder = plan(&indicators)
        .add("plan/cento.toml", settings)
        .add("results.csv", "code;direction;actual\nM_0101_1_1;lower;9,5\n");
    let table = folder.cento(&["score", "plan", "--results", "results.csv"]).stdout;
    assert_eq!(table.matches("W004").count(), 2, "{table}");
    assert_eq!(table.matches("riletti").count(), 2, "{table}");
    let english = folder.cento(&["score", "plan", "--results", "results.csv", "--lang", "en"]).stdout;
    assert!(english.contains("on line 2 of the results it is a tenth of the target, or less"), "{english}");
}
