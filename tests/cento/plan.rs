//! The repository's plan, against figures that were counted by hand and by another program.

use serde_json::Value;

use crate::expected;
use crate::support::{cento, codes, document, findings};

fn text<'a>(record: &'a Value, key: &str) -> &'a str {
    record[key].as_str().unwrap_or_else(|| panic!("{key} in {record}"))
}

#[test]
fn the_check_counts_what_is_there() {
    let run = cento(&["check", "data", "--format", "json"]);
    assert_eq!(run.status, 0);
    let check = run.json();
    assert_eq!(check["schema"], "cento.check/1");
    assert_eq!(check["coverage"], expected::coverage());
    assert_eq!(check["totals"], expected::totals());
    assert_eq!(check["tolerance_percent"], "0.00");
}

#[test]
fn the_findings_are_these_and_no_others() {
    let check = cento(&["check", "data", "--format", "json"]).json();
    let mut codes = codes(&check);
    codes.sort();
    assert_eq!(codes, expected::codes());
    assert_eq!(findings(&check, "D001")[0]["project"], "2024_PG_49PN");
    assert_eq!(findings(&check, "D003")[0]["project"], "2024_PG_12PN");
    assert_eq!(findings(&check, "D006")[0]["project"], "2024_PG_0244");
    assert_eq!(findings(&check, "N004")[0]["person"], "TUTTI GLI OPERATORI");
}

#[test]
fn every_origin_leads_to_the_line_it_quotes() {
    let document = document();
    let lines: Vec<&str> = document.lines().collect();
    let check = cento(&["check", "data", "--format", "json"]).json();
    let mut origins = 0;
    for finding in check["findings"].as_array().expect("findings") {
        for origin in finding["origins"].as_array().expect("origins") {
            let line = usize::try_from(origin["line"].as_u64().expect("a line")).expect("a number");
            assert_eq!(lines[line - 1], text(origin, "excerpt"));
            origins += 1;
        }
    }
    // By the table of people: 65 rows of the twelve under 100, five of the collective; three sheets; the three
    // rows of the two names that are alike, two titles, four indicators.
    assert_eq!(origins, 65 + 5 + 3 + 3 + 2 + 4);
}

#[test]
fn people_are_those_that_were_counted() {
    let people = cento(&["people", "data", "--format", "json"]).json();
    expected::assert_people(&people["people"]);
}

#[test]
fn projects_are_those_that_were_counted() {
    let mut expected = expected::table("projects.csv");
    let projects = cento(&["projects", "data", "--format", "json"]).json();
    let projects = projects["projects"].as_array().expect("projects");
    assert_eq!(projects.len(), 56);
    let (mut objectives, mut indicators) = ([0; 4], [0; 4]);
    for project in projects {
        let code = text(project, "project");
        match code {
            "2024_PG_12PN" => assert_eq!((&project["rows"], &project["sheet"]), (&0.into(), &true.into())),
            "2024_PG_49PN" => {
                assert_eq!((&project["listed"], &project["sheet"]), (&true.into(), &false.into()));
                // What its sheet would tell is unknown, not zero.
                assert_eq!((&project["objectives"], &project["fte"]), (&Value::Null, &Value::Null));
                continue;
            }
            _ => {
                let counted = expected.remove(code).unwrap_or_else(|| panic!("{code} is not expected"));
                let own = [text(project, "cdr"), &project["rows"].to_string(), text(project, "total_percent")];
                assert_eq!(own.map(str::to_owned).to_vec(), counted, "{code}");
            }
        }
        let count = |what: &str| {
            ["", "_improvement", "_ordinary", "_priority"]
                .map(|kind| project[format!("{what}{kind}")].as_u64().expect("a count"))
        };
        objectives.iter_mut().zip(count("objectives")).for_each(|(sum, count)| *sum += count);
        indicators.iter_mut().zip(count("indicators")).for_each(|(sum, count)| *sum += count);
    }
    assert!(expected.is_empty(), "{expected:?}");
    assert_eq!(objectives, [67, 47, 17, 3]);
    assert_eq!(indicators, [201, 135, 60, 6]);
}

#[test]
fn titles_are_whole() {
    let projects = cento(&["projects", "data", "--format", "json"]).json();
    let title = |code: &str| {
        let projects = projects["projects"].as_array().expect("projects").iter();
        let project = projects.into_iter().find(|project| project["project"] == code).expect(code);
        text(project, "title").to_owned()
    };
    assert_eq!(title("2024_PG_12PN"), "PNRR");
    assert_eq!(
        title("2024_PD_0415"),
        "ASSISTENZA GIURIDICO AMMINISTRATIVA NEI CONFRONTI DI CONSIGLIO E GIUNTA COMUNALI"
    );
    assert_eq!(title("2024_PD_A0PA"), "Anticorruzione");
    assert_eq!(title("2024_PG_0244"), "#DIVERSAMENTE - Giovani contro le discriminazioni");
    assert_eq!(title("2024_PG_0237"), "Progetto MAISPEMBA");
    assert_eq!(
        title("2024_PD_0104"),
        "Segreteria Assessori Funzionamento e gestione del personale assegnato alla segreteria degli assessori"
    );
}

#[test]
fn cdrs_are_those_that_were_counted() {
    let cdrs = cento(&["cdrs", "data", "--format", "json"]).json();
    let cdrs: Vec<(&str, &str, &str)> = cdrs["cdrs"]
        .as_array()
        .expect("cdrs")
        .iter()
        .map(|cdr| (text(cdr, "cdr"), text(cdr, "total_percent"), text(cdr, "director")))
        .collect();
    assert_eq!(
        cdrs,
        [
            ("04", "262.00", "GANDELLINI STEFANO"),
            ("12", "500.00", "Benvegna Eliana"),
            ("49", "398.00", "Poma Stefano"),
            ("A0", "4002.00", "Battini Maurizio"),
        ]
    );
}

#[test]
fn rows_say_where_each_figure_is_written() {
    let document = document();
    let lines: Vec<&str> = document.lines().collect();
    let rows = cento(&["rows", "data", "--format", "csv"]);
    let mut reader = csv::Reader::from_reader(rows.stdout.as_bytes());
    let header = reader.headers().expect("a header").iter().collect::<Vec<_>>().join(",");
    assert_eq!(
        header,
        "plan,entity,year,cdr,cdr_name,director,project,project_kind,project_title,direction,strategic_objective,action,\
         person,person_as_written,subject_kind,role,role_as_written,percent,path,line,column,page,sheet,cell,from,to,number"
    );
    let mut count = 0;
    for row in reader.records() {
        let row = row.expect("a row");
        let line: usize = row[19].parse().expect("a line");
        let column: usize = row[20].parse().expect("a column");
        let figure: String = lines[line - 1].chars().skip(column - 1).collect();
        assert_eq!(figure.trim_end_matches(" %").replace(',', "."), &row[17]);
        assert!(lines[line - 1].starts_with(&row[13]), "{}", lines[line - 1]);
        assert_eq!((&row[0], &row[1], &row[2]), ("Comune di Reggio Emilia 2024", "Comune di Reggio Emilia", "2024"));
        assert!(!row[9].is_empty() && !row[10].is_empty() && !row[11].is_empty(), "{row:?}");
        count += 1;
    }
    assert_eq!(count, 162);
}

#[test]
fn an_account_leads_back_to_its_lines() {
    let document = document();
    let run = cento(&["person", "ugoletti monica", "data"]);
    assert_eq!(run.status, 0);
    assert!(run.stdout.contains("3 + 92 + 5 = 100,00 %"), "{}", run.stdout);
    let lines = document.lines().enumerate().filter(|(_, line)| line.starts_with("Ugoletti Monica\t"));
    let lines: Vec<u64> = lines.map(|(at, _)| at as u64 + 1).collect();
    let account = cento(&["person", "Monica UGOLETTI", "data", "--format", "json"]).json();
    let rows = account["persons"][0]["commitments"].as_array().expect("rows");
    assert_eq!(rows.iter().map(|row| row["origin"]["line"].as_u64().expect("a line")).collect::<Vec<_>>(), lines);
    assert_eq!(rows.iter().map(|row| text(row, "running_percent")).collect::<Vec<_>>(), ["3.00", "95.00", "100.00"]);
}
