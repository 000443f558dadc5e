//! Columns that are parts of the year: months, quarters, halves, by their names or numbers.

use crate::laws::total;
use crate::periods::{check, of, person, sheets, table};
use crate::support::{Folder, codes, findings};

const MONTHS: &str = "Gen\tFeb\tMar\tApr\tMag\tGiu\tLug\tAgo\tSet\tOtt\tNov\tDic";

#[test]
fn months_may_be_numbered_in_a_table_of_several_projects() {
    let header = "Progetto;Nominativo;1;2;3;4;5;6;7;8;9;10;11;12\n";
    let row = |name: &str| format!("2024_PD_0411;{name}{}\n", ";50 %".repeat(12));
    let folder = Folder::new().add("p.csv", header.to_owned() + &row("Rossi Ada") + &row("Verdi Ugo"));
    let found = folder.cento(&["check", "p.csv", "--format", "json"]).json();
    for name in ["Rossi Ada", "Verdi Ugo"] {
        assert_eq!(of(&found, name), ["50.00", "50.00", "2024-01-01", "2024-12-31", "under"]);
    }
    // Where some have the sign, what is told is of the others.
    let mixed = header.to_owned() + &row("Rossi Ada") + &row("Verdi Ugo").replace(" %", "");
    let run = Folder::new().add("p.csv", mixed).cento(&["check", "p.csv"]);
    assert!(run.stdout.contains("Le cifre senza segno sotto «1»"), "{}", run.stdout);
    // The numbers of lots are no months.
    let other = header.replace(";12", ";13") + &row("Rossi Ada");
    let found = Folder::new().add("p.csv", other).cento(&["check", "p.csv", "--format", "json"]).json();
    assert_eq!(found["people"], serde_json::json!([]));
    assert!(codes(&found).contains(&"R004".to_owned()), "{:?}", codes(&found));
}

#[test]
fn twelve_equal_months_are_one_year() {
    let english = "January\tFebruary\tMarch\tApril\tMay\tJune\tJuly\tAugust\tSeptember\tOctober\tNovember\tDecember";
    let numbers =
        "01/2024\t02/2024\t03/2024\t04/2024\t05/2024\t06/2024\t07/2024\t08/2024\t09/2024\t10/2024\t11/2024\t12/2024";
    let plain = "1\t2\t3\t4\t5\t6\t7\t8\t9\t10\t11\t12";
    for (headers, count) in [
        (MONTHS, 12),
        (english, 12),
        (numbers, 12),
        (plain, 12),
        ("Q1\tQ2\tQ3\tQ4", 4),
        ("1° trimestre\t2° trimestre\t3° trimestre\t4° trimestre", 4),
        ("I semestre\tII semestre", 2),
    ] {
        let row = format!("Rossi Ada\tDirigente{}", "\t60 %".repeat(count));
        let found = check(&table(headers, &[&row]));
        assert_eq!(of(&found, "Rossi Ada"), ["60.00", "60.00", "2024-01-01", "2024-12-31", "under"], "{headers}");
        assert_eq!(person(&found, "Rossi Ada")["rows"], count, "a row for every column");
        assert_eq!(codes(&found), ["A002"], "{headers}");
        assert_eq!(found["coverage"]["percentages_accepted"], count, "{headers}");
    }
}

#[test]
fn months_that_are_blank_are_none_and_a_total_is_what_they_make() {
    let rows = [
        "Rossi Ada\tDirigente\t100\t100\t\t–\t\t\t\t\t\t\t\t\t200",
        "Bianchi Ugo\tDirigente\t50\t50\t50\t50\t50\t50\t50\t50\t50\t50\t50\t50\t50",
    ];
    let found = check(&table(&format!("{MONTHS}\tTotale"), &rows));
    assert_eq!(of(&found, "Rossi Ada"), ["16.393443", "100.00", "2024-01-01", "2024-02-29", "under"]);
    assert_eq!(codes(&found), ["R020", "A002", "A002"], "a sum and a mean, and nothing says that they are percentages");
    let wrong =
        check(&table(&format!("{MONTHS}\tTotale"), &["Rossi Ada\tDirigente\t100\t100\t\t\t\t\t\t\t\t\t\t\t210"]));
    assert_eq!(codes(&wrong), ["R020", "R010"]);
    assert_eq!(person(&wrong, "Rossi Ada")["certain"], false, "nobody knows which of the two is right");
    let nothing = check(&table(MONTHS, &["Rossi Ada\tDirigente\t\t\t\t\t\t\t\t\t\t\t\t", rows[1]]));
    assert_eq!(findings(&nothing, "R001").len(), 1, "{:?}", codes(&nothing));
}

#[test]
fn hours_of_months_are_no_percentages() {
    let hours = "Rossi Ada\tDirigente\t152\t80\t160\t150\t160\t150\t160\t80\t160\t160\t150\t120";
    let found = check(&table(MONTHS, &[hours]));
    assert_eq!(findings(&found, "R001").len(), 12, "{:?}", codes(&found));
    let signed = MONTHS.replace('\t', " %\t") + " %";
    let found = check(&table(&signed, &[&hours.replace("160", "100").replace("15", "5")]));
    assert_eq!(findings(&found, "R020").len(), 0, "the header says it");
}

#[test]
fn one_month_is_never_proposed_as_the_share() {
    let rows = "Rossi Ada\t50\t60\nBianchi Ugo\t40\t60\n";
    for who in ["Chi lavora", "Nominativo"] {
        let folder = Folder::new().add("plan.md", format!("**2024_PD_0411**\n\n{who}\tGen\tFeb\n{rows}"));
        let layout = folder.cento(&["layout", "plan.md"]).stdout;
        assert!(!layout.contains("share = ["), "{layout}");
    }
}

#[test]
fn a_share_merged_over_months_is_not_divided() {
    let row = |cells: &str| format!("<tr><td>Rossi Ada</td><td>Dirigente</td>{cells}</tr>");
    let page = |cells: &str| {
        let header = "<tr><th>Nominativo</th><th>Ruolo</th><th>Gen %</th><th>Feb %</th><th>Mar %</th></tr>";
        format!("<h2>2024_PD_0411 Uno</h2><table>{header}{}</table>", row(cells))
    };
    let read = |cells: &str| Folder::new().add("plan.html", page(cells)).check();
    let merged = read("<td colspan=3>50</td>");
    assert_eq!(findings(&merged, "R013").len(), 1, "{:?}", codes(&merged));
    assert_eq!(person(&merged, "Rossi Ada")["rejected_rows"], 1);
    // 91 of 366 days.
    assert_eq!(total(&read("<td>50</td><td>50</td><td>50</td>"), "Rossi Ada"), Some("12.431694"));
}

#[test]
fn the_months_of_one_row_are_one_row() {
    let months = "Gen\tFeb\tMar\tApr\tMag\tGiu\tLug\tAgo\tSet\tOtt\tNov\tDic";
    let rest = "\t90 %".repeat(11);
    let found = check(&sheets("2023", months, &[&[&format!("Rossi Ada\tDirigente\t60 %{rest}")]]));
    let message = findings(&found, "A002")[0]["message"].as_str().expect("a message").to_owned();
    assert!(message.contains(" in media nell'anno, ") && message.ends_with(", in 1 riga"), "{message}");
}
