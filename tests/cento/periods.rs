//! Commitments that hold for a part of the year: how periods are read, what they add up to, and on which days.

use proptest::prelude::*;
use serde_json::Value;

use crate::laws::total;
use crate::support::{Folder, codes, findings};

/// A sheet with a staff table of some further headers and rows.
pub fn table(headers: &str, rows: &[&str]) -> String {
    sheets("2024", headers, &[rows])
}

/// A sheet for each list of rows.
pub fn sheets(year: &str, headers: &str, sheets: &[&[&str]]) -> String {
    let sheet = |(at, rows): (usize, &&[&str])| {
        let header = format!("Nome Soggetto\tRelazione Personale\t{headers}");
        format!("**{year}_PD_000{at}**\n\n**Titolo**\n\n{header}\n{}\n\n", rows.join("\n"))
    };
    sheets.iter().enumerate().map(sheet).collect()
}

pub fn check(text: &str) -> Value {
    Folder::with(text).check()
}

pub fn person<'a>(check: &'a Value, name: &str) -> &'a Value {
    let mut people = check["people"].as_array().expect("people").iter();
    people.find(|one| one["person"] == name).unwrap_or_else(|| panic!("{name} is not there"))
}

/// Total, peak and its days, and the status.
pub fn of(check: &Value, name: &str) -> [String; 5] {
    let person = person(check, name);
    ["total_percent", "peak_percent", "peak_from", "peak_to", "status"]
        .map(|key| person[key].as_str().unwrap_or("-").to_owned())
}

const FROM_TO: &str = "Impegno Personale\tDal\tAl";

#[test]
fn periods_that_follow_upon_each_other_are_no_sum() {
    let check = check(&table(
        FROM_TO,
        &["Rossi Ada\tDirigente\t100 %\t01/01/2024\t30/06/2024", "Rossi Ada\tDirigente\t100 %\t01/07/2024\t31/12/2024"],
    ));
    assert_eq!(of(&check, "Rossi Ada"), ["100.00", "100.00", "2024-01-01", "2024-12-31", "full"]);
    assert_eq!(codes(&check), [""; 0], "neither over nor twice on one sheet");
}

#[test]
fn whoever_is_over_on_some_days_is_over() {
    let text = sheets(
        "2024",
        FROM_TO,
        &[
            &["Rossi Ada\tDirigente\t100 %\t01/01/2024\t30/06/2024", "Bianchi Ugo\tDirigente\t100 %\t\t"],
            &[
                "Rossi Ada\tDirigente\t50 %\t01/03/2024\t31/05/2024",
                "Bianchi Ugo\tDirigente\t20 %\t01/07/2024\t31/07/2024",
            ],
        ],
    );
    let found = check(&text);
    // 100 × 182 + 50 × 92 of 366 days; the whole year, and 20 × 31 of 366.
    assert_eq!(of(&found, "Rossi Ada"), ["62.295082", "150.00", "2024-03-01", "2024-05-31", "over"]);
    assert_eq!(of(&found, "Bianchi Ugo"), ["101.693989", "120.00", "2024-07-01", "2024-07-31", "over"]);
    let told = |code: &str| findings(&found, code).iter().map(|one| one["person"].clone()).collect::<Vec<_>>();
    assert_eq!(
        (told("A001"), told("A007"), told("A002")),
        (vec!["Bianchi Ugo".into()], vec!["Rossi Ada".into()], vec!["Rossi Ada".into()])
    );
    let message = |code: &str| findings(&found, code)[0]["message"].as_str().expect("a message").to_owned();
    assert!(message("A001").contains("al massimo 120,00 % dal 01/07 al 31/07"), "{}", message("A001"));
    assert!(message("A007").contains("150,00 % dal 01/03 al 31/05"), "{}", message("A007"));
    assert!(message("A002").contains("nessun impegno dal 01/07 al 31/12"), "{}", message("A002"));
    // By what is beyond the capacity on the worst days, not by the mean.
    let names: Vec<&str> =
        found["people"].as_array().expect("people").iter().map(|one| one["person"].as_str().expect("a name")).collect();
    assert_eq!(names, ["Rossi Ada", "Bianchi Ugo"]);
    assert_eq!([&found["totals"]["people_over"], &found["totals"]["people_under"]], [2, 0]);
}

#[test]
fn the_tolerance_holds_for_the_peak() {
    let text = table(FROM_TO, &["Rossi Ada\tDirigente\t104 %\t01/01/2024\t30/06/2024"]);
    let folder = Folder::with(text);
    let with = |tolerance: &str| {
        let run = folder.cento(&["check", "--format", "json", "--tolerance", tolerance]);
        codes(&run.json()).into_iter().filter(|code| code.starts_with('A')).collect::<Vec<_>>()
    };
    assert_eq!(with("3.99"), ["A003", "A007", "A002"]);
    assert_eq!(with("4"), ["A002"]);
}

#[test]
fn a_year_has_365_or_366_days() {
    for (year, expected) in [("2024", "16.393443"), ("2023", "16.164384")] {
        let rows = ["Rossi Ada\tDirigente\t100 %\tgennaio\tfebbraio"];
        let check = check(&sheets(year, FROM_TO, &[&rows]));
        assert_eq!(total(&check, "Rossi Ada"), Some(expected), "60 of 366, 59 of 365");
        let end = if year == "2024" { "2024-02-29" } else { "2023-02-28" };
        assert_eq!(person(&check, "Rossi Ada")["peak_to"], end);
    }
}

#[test]
fn what_lies_outside_the_year_is_cut_and_told() {
    let check = check(&table(
        FROM_TO,
        &[
            "Rossi Ada\tDirigente\t100 %\t01/09/2023\t31/08/2025",
            "Bianchi Ugo\tDirigente\t100 %\t01/01/2023\t31/12/2023",
        ],
    ));
    assert_eq!(of(&check, "Rossi Ada"), ["100.00", "100.00", "2024-01-01", "2024-12-31", "full"]);
    assert_eq!(of(&check, "Bianchi Ugo"), ["0.00", "0.00", "2024-01-01", "2024-12-31", "under"]);
    let told: Vec<_> = findings(&check, "R019").iter().map(|one| (&one["person"], &one["severity"])).collect();
    assert_eq!(told, [(&"Bianchi Ugo".into(), &"warning".into()), (&"Rossi Ada".into(), &"note".into())]);
}

#[test]
fn rows_for_the_same_days_on_one_sheet_are_told() {
    let overlapping = check(&table(
        FROM_TO,
        &[
            "Rossi Ada\tDirigente\t30 %\t01/01/2024\t30/06/2024",
            "Rossi Ada\tDirigente\t30 %\t30/06/2024\t31/12/2024",
            "Rossi Ada\tDirigente\t10 %\t01/01/2023\t31/12/2023",
        ],
    ));
    let [told] = findings(&overlapping, "A004")[..] else { panic!("{:?}", codes(&overlapping)) };
    assert_eq!([&told["rows"], &told["percent"]], [&Value::from(2), &Value::from("60.00")], "on the 30th of June");
    let whole = check(&table(
        FROM_TO,
        &["Rossi Ada\tDirigente\t30 %\t01/01/2024\t30/06/2024", "Rossi Ada\tDirigente\t30 %\t\t"],
    ));
    assert_eq!(findings(&whole, "A004").len(), 1, "a row without a period holds all year");
}

#[test]
fn a_row_without_its_days_is_rejected() {
    for (from, to, reason) in [
        ("01/07/2024", "30/06/2024", "backwards"),
        ("31/06/2024", "", "not-a-date"),
        ("", "31/06/2024", "not-a-date"),
        ("29/02/2023", "", "not-a-date"),
        ("da definire", "", "not-a-date"),
        ("n.d.", "", "not-a-date"),
        ("idem", "", "not-a-date"),
        ("03/31/2024", "", "month-first"),
        ("1/3/4", "", "not-a-date"),
        ("6 mesi", "", "no-beginning"),
    ] {
        let row = format!("Rossi Ada\tDirigente\t100 %\t{from}\t{to}");
        let check = check(&table(FROM_TO, &["Bianchi Ugo\tDirigente\t100 %\t\t", &row]));
        let [told] = findings(&check, "R018")[..] else { panic!("{row}: {:?}", codes(&check)) };
        assert_eq!((&told["reason"], &told["origins"][0]["line"]), (&reason.into(), &7.into()), "{row}");
        let counts = ["rows_seen", "rows_accepted", "rows_rejected"].map(|of| check["coverage"][of].as_u64());
        assert_eq!(counts, [Some(2), Some(1), Some(1)], "{row}");
        let counts = ["percentages_seen", "percentages_accepted", "percentages_rejected"];
        assert_eq!(counts.map(|of| check["coverage"][of].as_u64()), [Some(2), Some(1), Some(1)], "{row}");
        assert_eq!(person(&check, "Rossi Ada")["rejected_rows"], 1, "{row}");
        assert_eq!(person(&check, "Bianchi Ugo")["status"], "full", "{row}");
    }
}

#[test]
fn where_one_day_has_its_month_first_others_may_have_it_too() {
    let check = check(&table(
        FROM_TO,
        &[
            "Rossi Ada\tDirigente\t100 %\t03/04/2024\t",
            "Bianchi Ugo\tDirigente\t100 %\t03/31/2024\t",
            "Verdi Pio\tDirigente\t100 %\t2024-03-04\t",
        ],
    ));
    let told = findings(&check, "R018");
    let mut reasons: Vec<_> = told.iter().map(|one| (one["person"].as_str(), one["reason"].as_str())).collect();
    reasons.sort_unstable();
    assert_eq!(reasons, [(Some("Bianchi Ugo"), Some("month-first")), (Some("Rossi Ada"), Some("either-order"))]);
    assert_eq!(person(&check, "Verdi Pio")["peak_from"], "2024-03-04");
}

/// What says the same in other columns, and in other words.
#[test]
fn a_period_is_read_in_every_form() {
    // From the first of March on: 306 of 366 days.
    for (headers, cells) in [
        ("Dal\tAl", "01/03/2024\t31/12/2024"),
        ("Dal\tAl", "01/03\t31/12"),
        ("Dal\tAl", "01/03/24\t"),
        ("Data inizio\tData fine", "2024-03-01\t2024-12-31"),
        ("Data inizio\tData fine", "2024-03-01 00:00:00\t2024-12-31 00:00:00"),
        ("Decorrenza\tScadenza", "1.3.2024\t31.12.2024"),
        ("From\tTo", "1 March 2024\t31 December 2024"),
        ("Inizio\tFine", "marzo\tdicembre"),
        ("Decorrenza", "1° marzo"),
        ("Periodo", "dal 1/3 al 31/12"),
        ("Periodo", "dal 01/03"),
        ("Periodo", "1/3–31/12"),
        ("Periodo", "mar-dic"),
        ("Dal\tMesi", "01/03\t10"),
        ("Periodo", "10 mesi dal 1/3"),
        ("Inizio\tDurata", "01/03/2024\t10 mesi"),
    ] {
        let headers = format!("Impegno Personale\t{headers}");
        let found = check(&table(&headers, &[&format!("Rossi Ada\tDirigente\t100 %\t{cells}")]));
        assert_eq!(of(&found, "Rossi Ada"), ["83.606557", "100.00", "2024-03-01", "2024-12-31", "under"], "{cells}");
        assert_eq!(codes(&found), ["A002"], "{headers}: {cells}");
    }
    for (headers, cells) in [
        ("Dal\tAl", "\t"),
        ("Dal\tAl", "–\t-"),
        ("Periodo", "tutto l'anno"),
        ("Periodo", "annuale"),
        ("Periodo", "2024"),
        ("Dal\tAl", "01/01/2024\tin corso"),
        ("Mesi\tDal", "12\t"),
    ] {
        let headers = format!("Impegno Personale\t{headers}");
        let found = check(&table(&headers, &[&format!("Rossi Ada\tDirigente\t100 %\t{cells}")]));
        assert_eq!((total(&found, "Rossi Ada"), codes(&found).len()), (Some("100.00"), 0), "{headers}: {cells}");
    }
}

#[test]
fn a_deadline_or_a_length_alone_is_no_period() {
    for (header, cell) in
        [("Scadenza", "30/06/2024"), ("Mesi", "6"), ("Data", "30/06/2024"), ("Data assunzione", "1/3/2024")]
    {
        let headers = format!("Impegno Personale\t{header}");
        let found = check(&table(&headers, &[&format!("Rossi Ada\tDirigente\t150 %\t{cell}")]));
        assert_eq!(codes(&found), ["R010"], "{header}: the total is not certain");
    }
}

#[test]
fn without_periods_their_keys_are_null() {
    let folder = Folder::with(table("Impegno Personale", &["Rossi Ada\tDirigente\t100 %"]));
    let found = folder.check();
    assert_eq!(
        ["peak_percent", "peak_from", "peak_to"].map(|key| &person(&found, "Rossi Ada")[key]),
        [&Value::Null; 3]
    );
    let rows = folder.cento(&["rows", "--format", "csv"]).stdout;
    assert!(rows.lines().next().is_some_and(|header| header.ends_with(",cell,from,to,number")), "{rows}");
    assert!(rows.lines().nth(1).is_some_and(|row| row.ends_with(",,,")), "{rows}");
    let people = folder.cento(&["people", "--format", "csv"]).stdout;
    assert!(
        people.lines().next().is_some_and(|header| header.ends_with(",peak_percent,peak_from,peak_to,number")),
        "{people}"
    );
}

#[test]
fn an_account_says_what_holds_when() {
    let folder = Folder::with(table(
        FROM_TO,
        &["Rossi Ada\tDirigente\t100 %\t01/01/2024\t30/06/2024", "Rossi Ada\tDirigente\t50 %\t01/03/2024\t31/12/2024"],
    ));
    let account = folder.cento(&["person", "Rossi Ada", "--lang", "en"]).stdout;
    for line in [
        "150.00% from 1 March to 30 June: over the capacity of 100.00%; on average over the year 91.530055%",
        "from 1 January to 29 February    60  100.00%        0.00",
        "from 1 March to 30 June         122  150.00%      +50.00",
        "from 1 July to 31 December      184   50.00%      −50.00",
        "100 × 182/366 + 50 × 306/366 = 91.530055%",
    ] {
        assert!(account.contains(line), "{line}: {account}");
    }
    let json = folder.cento(&["person", "Rossi Ada", "--format", "json"]).json();
    let account = &json["persons"][0];
    assert_eq!(account["steps"][1]["percent"], "150.00");
    assert_eq!(account["commitments"][1]["year_percent"], "41.803279");
    assert_eq!(account["commitments"][1]["running_percent"], "91.530055");
}

#[test]
fn weights_and_ftes_are_those_of_the_year() {
    // 100 on 122 days, and 50 on 244: as much work.
    let folder = Folder::with(sheets(
        "2024",
        FROM_TO,
        &[
            &["Rossi Ada\tDirigente\t100 %\t01/01/2024\t01/05/2024"],
            &["Rossi Ada\tDirigente\t50 %\t02/05/2024\t31/12/2024"],
        ],
    ));
    let weights = folder.cento(&["weights", "--format", "json"]).json();
    let projects = weights["directors"][0]["projects"].as_array().expect("projects");
    let of = |key: &str| projects.iter().map(|project| project[key].as_str().expect("a figure")).collect::<Vec<_>>();
    assert_eq!((of("commitment_percent"), of("weight_percent")), (vec!["33.333333"; 2], vec!["50.00"; 2]));
    assert_eq!(weights["directors"][0]["commitment_percent"], "66.666667");
    let projects = folder.cento(&["projects", "--format", "json"]).json();
    assert_eq!(projects["projects"][0]["fte"], "0.333333");
}

#[test]
fn a_month_may_be_that_of_every_row() {
    let row = |month: &str| format!("2024_PD_0411;Rossi Ada;50 %;{month}\n");
    for months in [["gennaio", "febbraio"], ["1", "2"], ["01/2024", "02/2024"], ["Jan", "Feb"]] {
        let text = format!("Codice progetto;Nominativo;% impegno;Mese\n{}{}", row(months[0]), row(months[1]));
        let found = Folder::new().add("plan.csv", text).check();
        assert_eq!(of(&found, "Rossi Ada"), ["8.196721", "50.00", "2024-01-01", "2024-02-29", "under"], "{months:?}");
    }
}

/// Shares with their first and last day of 2023.
type Shares = Vec<(u32, u16, u16)>;

fn shares() -> impl Strategy<Value = Shares> {
    let share = (1..=10_000u32, 1..=365u16, 1..=365u16).prop_map(|(share, a, b)| (share, a.min(b), a.max(b)));
    prop::collection::vec(share, 1..8)
}

/// The day of 2023 with a number.
fn day(number: u16) -> String {
    let first = jiff::civil::date(2023, 1, 1);
    first.checked_add(jiff::Span::new().days(i64::from(number) - 1)).expect("a day").strftime("%d/%m/%Y").to_string()
}

fn of_shares(shares: &Shares) -> [String; 5] {
    let rows: Vec<String> = shares
        .iter()
        .map(|(share, first, last)| {
            format!("Rossi Ada\tDirigente\t{},{:02} %\t{}\t{}", share / 100, share % 100, day(*first), day(*last))
        })
        .collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    of(&check(&sheets("2023", FROM_TO, &[&rows])), "Rossi Ada")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn order_and_division_of_periods_change_nothing(shares in shares(), at in any::<prop::sample::Index>()) {
        let found = of_shares(&shares);
        let mut reversed = shares.clone();
        reversed.reverse();
        prop_assert_eq!(&of_shares(&reversed), &found);
        // One of them in two.
        let mut divided = shares.clone();
        let (share, first, last) = divided.remove(at.index(shares.len()));
        let middle = u16::midpoint(first, last);
        divided.push((share, first, middle));
        if middle < last {
            divided.push((share, middle + 1, last));
        }
        prop_assert_eq!(&of_shares(&divided), &found);
        // By other arithmetic: day by day, in hundredths.
        let of_day = |day: u16| shares.iter().filter(|(_, first, last)| (first..=last).contains(&&day)).map(|own| own.0).sum();
        let days: Vec<u32> = (1..=365).map(of_day).collect();
        let sum: u64 = days.iter().copied().map(u64::from).sum();
        let total = rust_decimal::Decimal::new(i64::try_from(sum).expect("a sum"), 2) / rust_decimal::Decimal::from(365);
        let read: rust_decimal::Decimal = found[0].parse().expect("a figure");
        prop_assert_eq!(read, total.round_dp(6));
        let peak = days.iter().max().expect("days");
        prop_assert_eq!(&found[1], &format!("{}.{:02}", peak / 100, peak % 100));
    }
}

#[test]
fn a_period_beside_a_name_or_a_role_counts() {
    let head = "Nominativo;Ruolo;2024_PD_0411;2024_PD_0412\n";
    let flat = "Codice progetto;Nominativo;Ruolo;% impegno\n2024_PD_0411;";
    let of = |text: String| {
        let folder = Folder::new().add("plan.csv", text);
        let rows = folder.cento(&["rows", "plan.csv", "--format", "json"]).json();
        let all = rows["rows"].as_array().expect("rows").iter();
        let days = all.map(|row| format!("{} {}", row["from"], row["to"]).replace('"', "")).collect::<Vec<_>>();
        (days, codes(&folder.check()).into_iter().filter(|code| code == "R018").count())
    };
    let half = || "2024-07-01 2024-12-31".to_owned();
    for (who, expected) in [
        ("Rossi Ada (dal 01/07/2024);Dipendente", half()),
        ("Rossi Ada [dal 1° luglio];Dipendente", half()),
        ("Rossi Ada (luglio-dicembre);Dipendente", half()),
        ("Rossi Ada (da luglio);Dipendente", half()),
        ("Rossi Ada (II semestre);Dipendente", half()),
        ("Rossi Ada (fino al 30/06);Dipendente", "2024-01-01 2024-06-30".to_owned()),
        ("Rossi Ada (al 30/06);Dipendente", "2024-01-01 2024-06-30".to_owned()),
        ("Rossi Ada (1/3 - 30/6);Dipendente", "2024-03-01 2024-06-30".to_owned()),
        // What says nothing of when, or nothing that changes a figure.
        ("Rossi Ada (part-time 50 %);Dipendente", "null null".to_owned()),
        ("Rossi Ada (18 ore);Dipendente", "null null".to_owned()),
        ("Rossi Ada (1970);Dipendente", "null null".to_owned()),
        ("Rossi Ada (al 50 %);Dipendente (a 30 ore)", "null null".to_owned()),
        ("Rossi Ada (2);Dipendente (D1)", "null null".to_owned()),
        ("Rossi Ada (ufficio 1/3);Dipendente", "null null".to_owned()),
        ("Rossi Marzia;Dipendente fino al 31/12/2024", "null null".to_owned()),
    ] {
        assert_eq!(of(format!("{flat}{who};60 %\n")), (vec![expected.clone()], 0), "{who}");
        assert_eq!(of(format!("{head}{who};60 %;40 %\n")), (vec![expected; 2], 0), "a matrix: {who}");
    }
    // What cannot be read, what is said twice, and what may be of a contract or an absence is told.
    for who in [
        "Rossi Ada (dal 31/06/2024);Dipendente",
        "Rossi Ada (dal 1/7);Dipendente (fino al 30/9)",
        "Rossi Ada (assunta dal 01/07);Dipendente",
        "Rossi Ada (cessata il 30/06);Dipendente",
        "Rossi Ada fino a giugno;Dipendente",
        "Rossi Ada;Dipendente in aspettativa dal 01/07",
        "Rossi Ada;Dipendente (dal 01/07)",
        "Rossi Ada;dal 01/07",
        "Rossi Ada;Part-time dal 01/10/2024",
    ] {
        assert_eq!(of(format!("{flat}{who};60 %\n")), (Vec::new(), 1), "{who}");
        assert_eq!(of(format!("{head}{who};60 %;40 %\n")), (Vec::new(), 2), "a matrix: {who}");
    }
    for text in [
        "Codice progetto;Nominativo;% impegno\n2024_PD_0411 (dal 01/07);Rossi Ada;60 %\n",
        "Nominativo;2024_PD_0411 (dal 01/07);2024_PD_0412\nRossi Ada;60 %;\n",
    ] {
        assert_eq!(of(text.to_owned()), (Vec::new(), 1), "{text}");
    }
    let both = "Codice progetto;Nominativo;Dal;% impegno\n2024_PD_0411;Rossi Ada (dal 1/7);01/03/2024;60 %\n";
    assert_eq!(of(both.to_owned()), (Vec::new(), 1));
}

#[test]
fn working_time_of_a_year_says_nothing_of_a_part_of_it() {
    // 774 of 1.548 hours between January and June are half a year's work, or all of half a year's: nobody can say.
    let read = |share: &str, layout: &str| {
        let text =
            format!("Codice progetto;Nominativo;{share};Dal;Al\n2024_PD_0411;Rossi Ada;774;01/01/2024;30/06/2024\n");
        let folder = Folder::new().add("plan.csv", text).add("cento.toml", format!("[layout]\n{layout}\n"));
        let check = folder.cento(&["check", ".", "--format", "json"]).json();
        let told = findings(&check, "R001").first().map(|own| own["reason"].clone());
        (check["coverage"]["rows_accepted"].clone(), told)
    };
    assert_eq!(read("Ore", "hours_per_year = 1548"), (0.into(), Some("of-period".into())));
    // Hours of a month are a share that holds on each day.
    assert_eq!(read("Impegno h/mese", "hours_per_year = 9288"), (1.into(), None));
}

#[test]
fn the_most_is_said_of_its_first_days_and_that_there_are_others() {
    let rows = [
        "Rossi Ada\tDirigente\t60 %\t\t",
        "Rossi Ada\tDirigente\t60 %\t01/03/2024\t30/04/2024",
        "Rossi Ada\tDirigente\t60 %\t01/09/2024\t30/09/2024",
        "Bianchi Ugo\tDirigente\t90 %\t01/02/2024\t31/12/2024",
    ];
    let sheets_of = sheets("2024", FROM_TO, &[&[rows[0], rows[3]], &[rows[1]], &[rows[2]]]);
    let found = check(&sheets_of);
    // The keys are those of the first stretch.
    assert_eq!(of(&found, "Rossi Ada")[1..4], ["120.00", "2024-03-01", "2024-04-30"]);
    let message = |code: &str| {
        findings(&found, code).last().expect("a finding")["message"].as_str().expect("a message").to_owned()
    };
    assert!(message("A007").contains("120,00 % dal 01/03 al 30/04 e altri giorni, oltre"), "{}", message("A007"));
    assert!(message("A002").contains("in 1 riga; nessun impegno dal 01/01 al 31/01"), "{}", message("A002"));
    let folder = Folder::new().add("p.md", &sheets_of);
    for args in [&["people", "p.md"][..], &["person", "Rossi Ada", "p.md"]] {
        let told = folder.cento(args).stdout;
        assert!(told.contains("dal 01/03 al 30/04 e altri giorni"), "{told}");
        let told = folder.cento(&[args, &["--lang", "en"]].concat()).stdout;
        assert!(told.contains("from 1 March to 30 April and on other days"), "{told}");
    }
}
