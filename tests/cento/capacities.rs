//! Capacities beside shares: a share of what somebody may be committed to is a chain, and the capacity is what the total is compared with.

use proptest::prelude::*;
use serde_json::Value;

use crate::support::{Folder, codes, findings};

const HEAD: &str = "Nome;Progetto;Capacità %;Split %\n";

fn check(folder: &Folder, more: &[&str]) -> Value {
    let found = folder.cento(&[&["check", "piano", "--format", "json"], more].concat()).json();
    let count = |key: &str| found["coverage"][key].as_u64().expect("a count");
    assert_eq!(count("rows_seen"), count("rows_accepted") + count("rows_rejected"));
    assert_eq!(count("percentages_unaccounted"), 0);
    found
}

/// Total, capacity, full-time equivalents and status of somebody, and how many of their rows do not count.
fn of(found: &Value, name: &str) -> [String; 5] {
    let people = found["people"].as_array().expect("people");
    let person = people.iter().find(|person| person["person"] == name).expect(name);
    let text = |key: &str| person[key].as_str().unwrap_or("-").to_owned();
    let rejected = person["rejected_rows"].to_string();
    [text("total_percent"), text("capacity_percent"), text("fte"), text("status"), rejected]
}

fn faults(found: &Value) -> Vec<&str> {
    findings(found, "R001").into_iter().map(|one| one["reason"].as_str().expect("a fault")).collect()
}

#[test]
fn a_share_of_a_capacity_is_a_chain_that_the_account_shows() {
    let rows = "Rossi Ada;2024_PD_0101;80 %;50 %\nRossi Ada;2024_PD_0102;80 %;50 %\nVerdi Ugo;2024_PD_0101;100 %;70 %\n\
                Neri Pio;2024_PD_0101;80 %;90 %\n";
    let text = HEAD.to_owned() + rows;
    let folder = Folder::new().add("piano/p.csv", &text);
    let found = check(&folder, &[]);
    assert_eq!(of(&found, "Rossi Ada"), ["80.00", "80.00", "0.80", "full", "0"]);
    assert_eq!(of(&found, "Verdi Ugo"), ["70.00", "100.00", "0.70", "under", "0"]);
    assert_eq!(of(&found, "Neri Pio"), ["72.00", "80.00", "0.72", "under", "0"]);
    assert_eq!(codes(&found), ["A002", "A002"]);
    assert_eq!(found["coverage"]["percentages_accepted"], 8);
    let account = |lang: &str| folder.cento(&["person", "Rossi Ada", "piano", "--lang", lang]).stdout;
    assert_eq!(account("it").matches("50 % di 80 %").count(), 2, "{}", account("it"));
    assert_eq!(account("en").matches("50 % of 80 %").count(), 2, "{}", account("en"));
    assert!(account("it").contains("40 + 40 = 80,00 %"), "{}", account("it"));
    // The same in a text, and on the sheet of a project.
    let rows: Vec<String> = rows.lines().map(|row| format!("| {} |", row.replace(';', " | "))).collect();
    let markdown = format!("| Nome | Progetto | Capacità % | Split % |\n|---|---|---|---|\n{}\n", rows.join("\n"));
    let found = check(&Folder::new().add("piano/p.md", markdown), &[]);
    assert_eq!(of(&found, "Rossi Ada"), ["80.00", "80.00", "0.80", "full", "0"]);
    let sheet = "**2024_PD_0101**\n\n**Titolo**\n\n| Dipendente | Capacità | Quota della capacità |\n|---|---|---|\n\
                 | Rossi Ada | 80 % | 25 % |\n";
    let found = check(&Folder::new().add("piano/p.md", sheet), &[]);
    assert_eq!(of(&found, "Rossi Ada"), ["20.00", "80.00", "0.20", "under", "0"]);
}

#[test]
fn what_is_no_capacity_is_never_taken_for_a_hundred() {
    let row = |capacity: &str, split: &str| format!("{HEAD}Rossi Ada;2024_PD_0101;{capacity};{split}\n");
    for (capacity, split, fault) in [
        ("", "50 %", "no-capacity"),
        ("n.d.", "50 %", "no-capacity"),
        ("-80 %", "50 %", "no-capacity"),
        ("80 % 80 %", "50 %", "no-capacity"),
        ("1001 %", "50 %", "no-capacity"),
        // One of these is a fraction, or a hundredth.
        ("0,8", "50 %", "no-capacity"),
        ("1", "50 %", "no-capacity"),
        ("80 %", "0,5", "unknown-scale"),
        ("80 %", "", "missing"),
    ] {
        let found = check(&Folder::new().add("piano/p.csv", row(capacity, split)), &[]);
        assert_eq!(faults(&found), [fault], "{capacity} {split}");
        assert_eq!(of(&found, "Rossi Ada")[0], "0.00", "{capacity} {split}");
        assert_eq!(found["coverage"]["rows_rejected"], 1);
    }
    let mixed = HEAD.to_owned() + "Rossi Ada;2024_PD_0101;0,8;50 %\nVerdi Ugo;2024_PD_0101;100;50 %\n";
    let found = check(&Folder::new().add("piano/p.csv", mixed), &[]);
    assert_eq!(faults(&found), ["no-capacity"; 2], "a fraction among percentages");
    // Hours of a week are written below such headings, too: no size of bare figures says per cent, a heading or the settings do.
    let bare = "Nome;Progetto;Disponibilità;Split %\nRossi Ada;2024_PD_0101;36;50\nVerdi Ugo;2024_PD_0101;18;50\n";
    let found = check(&Folder::new().add("piano/p.csv", bare), &[]);
    assert_eq!(faults(&found), ["no-capacity"; 2]);
    let says = bare.replace("Disponibilità", "Disponibilità %");
    assert_eq!(of(&check(&Folder::new().add("piano/p.csv", says), &[]), "Rossi Ada")[..2], ["18.00", "36.00"]);
    let toml = "[layout]\npercent_scale = 'fraction'\n";
    let fractions = bare.replace("36", "0,8").replace("18", "1").replace(";50", ";0,5");
    let found = check(&Folder::new().add("piano/p.csv", fractions).add("piano/cento.toml", toml), &[]);
    assert_eq!(of(&found, "Rossi Ada")[..2], ["40.00", "80.00"]);
    assert_eq!(of(&found, "Verdi Ugo")[..2], ["50.00", "100.00"]);
}

#[test]
fn capacities_that_are_out_of_the_ordinary_are_as_written() {
    let rows =
        "Rossi Ada;2024_PD_0101;0 %;100 %\nVerdi Ugo;2024_PD_0101;120 %;100 %\nNeri Pio;2024_PD_0101;80 %;120 %\n";
    let found = check(&Folder::new().add("piano/p.csv", HEAD.to_owned() + rows), &[]);
    assert_eq!(of(&found, "Rossi Ada"), ["0.00", "0.00", "0.00", "full", "0"]);
    assert_eq!(of(&found, "Verdi Ugo"), ["120.00", "120.00", "1.20", "full", "0"]);
    assert_eq!(of(&found, "Neri Pio"), ["96.00", "80.00", "0.96", "over", "0"]);
    assert_eq!(codes(&found), ["A001", "A003", "A005"]);
}

#[test]
fn rows_of_a_person_that_state_different_capacities_do_not_count() {
    let rows = "Rossi Ada;2024_PD_0101;80 %;50 %\nRossi Ada;2024_PD_0102;60 %;50 %\nVerdi Ugo;2024_PD_0101;80,0 %;50 %\n\
                Verdi Ugo;2024_PD_0102;80 %;50 %\n";
    let found = check(&Folder::new().add("piano/p.csv", HEAD.to_owned() + rows), &[]);
    assert_eq!(faults(&found), ["two-capacities"; 2]);
    assert_eq!(of(&found, "Rossi Ada")[4], "2");
    assert_eq!(of(&found, "Verdi Ugo"), ["80.00", "80.00", "0.80", "full", "0"]);
    // Two columns that do not agree say nothing; those that do are one.
    let two = "Nome;Progetto;Capacità;Disponibilità;Split\nRossi Ada;2024_PD_0101;80 %;60 %;50 %\n\
               Verdi Ugo;2024_PD_0101;80 %;80 %;50 %\nNeri Pio;2024_PD_0101;80 %;;50 %\n";
    let found = check(&Folder::new().add("piano/p.csv", two), &[]);
    assert_eq!(faults(&found), ["no-capacity"; 2]);
    assert_eq!(of(&found, "Verdi Ugo")[..2], ["40.00", "80.00"]);
    // Other rows of theirs say none: shares of a full position, or of their own time.
    let other = "**2024_PD_0109**\n\n**Titolo**\n\nNominativo\tRuolo\t% impegno\nRossi Ada\tDipendente\t20 %\nVerdi Ugo\tDipendente\t20 %\n";
    let rows = "Rossi Ada;2024_PD_0101;80 %;50 %\nVerdi Ugo;2024_PD_0101;100 %;50 %\n";
    let folder = Folder::new().add("piano/p.csv", HEAD.to_owned() + rows).add("piano/q.md", other);
    let found = check(&folder, &[]);
    assert_eq!(faults(&found), ["capacity-in-part"]);
    assert_eq!(of(&found, "Rossi Ada"), ["20.00", "100.00", "0.20", "under", "1"]);
    assert_eq!(of(&found, "Verdi Ugo"), ["70.00", "100.00", "0.70", "under", "0"]);
}

#[test]
fn the_staff_file_must_not_say_anything_else() {
    let rows = "Rossi Ada;2024_PD_0101;80 %;50 %\nRossi Ada;2024_PD_0102;80 %;50 %\n";
    let folder = |staff: &str| {
        Folder::new().add("piano/p.csv", HEAD.to_owned() + rows).add("staff.csv", staff.to_owned() + "\n")
    };
    let counts = ["80.00", "80.00", "0.80", "full", "0"];
    for staff in [
        // Without that column, or with nothing in it, it does not say 100.
        "name;cdr\nRossi Ada;A0",
        "name;capacity_percent\nRossi Ada;",
        "name;capacity_percent\nRossi Ada;80",
        "name;weekly_hours\nRossi Ada;36",
        // Four fifths of the hours are the same; so is all of one's own time then.
        "name;weekly_hours\nRossi Ada;28,8",
        "name;capacity_percent;weekly_hours\nRossi Ada;100;28,8",
    ] {
        let found = check(&folder(staff), &["--staff", "staff.csv"]);
        assert_eq!(of(&found, "Rossi Ada"), counts, "{staff}");
        assert_eq!(faults(&found), [""; 0], "{staff}");
    }
    let half = check(&folder("name;months\nRossi Ada;6"), &["--staff", "staff.csv"]);
    assert_eq!(of(&half, "Rossi Ada"), ["80.00", "80.00", "0.40", "full", "0"]);
    for staff in [
        "name;capacity_percent\nRossi Ada;100",
        "name;capacity_percent\nRossi Ada;50",
        "name;weekly_hours\nRossi Ada;18",
        "name;capacity_percent;weekly_hours\nRossi Ada;80;28,8",
        "name;weekly_hours\nRossi Ada;0",
        "name;months\nRossi Ada;0",
        "name;weekly_hours;dal\nRossi Ada;36;01/03/2024",
    ] {
        let found = check(&folder(staff), &["--staff", "staff.csv"]);
        assert_eq!(faults(&found), ["other-capacity"; 2], "{staff}");
        assert_eq!((&of(&found, "Rossi Ada")[0][..], &of(&found, "Rossi Ada")[4][..]), ("0.00", "2"), "{staff}");
    }
}

#[test]
fn beside_an_ordinary_share_only_the_settings_say_that_it_is_a_capacity() {
    let rows = "Rossi Ada;2024_PD_0101;80 %;40 %\nRossi Ada;2024_PD_0102;80 %;50 %\n";
    let text = "Nominativo;Progetto;Capacità;% impegno\n".to_owned() + rows;
    let found = check(&Folder::new().add("piano/p.csv", &text), &[]);
    assert_eq!((codes(&found), &of(&found, "Rossi Ada")[3][..]), (vec!["R010".to_owned()], "-"));
    let given = |text: &str, toml: &str| {
        let toml = format!("[layout.headings]\n{toml}\n");
        check(&Folder::new().add("piano/p.csv", text).add("piano/cento.toml", toml), &[])
    };
    // Shares of a full position then: 90 of 80.
    let found = given(&text, "capacity = ['Capacità']");
    assert_eq!(of(&found, "Rossi Ada"), ["90.00", "80.00", "0.90", "over", "0"]);
    let found = given(&text.replacen(";80 %", ";", 1), "capacity = ['Capacità']");
    assert_eq!(faults(&found), ["no-capacity"]);
    let named = text.replace("Capacità", "Sostenibile").replace("% impegno", "Riparto");
    let found = given(&named, "capacity = ['Sostenibile']\nsplit = ['Riparto']");
    assert_eq!(of(&found, "Rossi Ada"), ["72.00", "80.00", "0.72", "under", "0"]);
    // A share of a capacity of which there is none.
    assert_eq!(faults(&given(&named, "split = ['Riparto']\naside = ['Sostenibile']")), ["no-capacity"; 2]);
    // `Quota` may be one of a full position as well: never guessed.
    let quota = text.replace("% impegno", "Quota %");
    assert_eq!(of(&check(&Folder::new().add("piano/p.csv", &quota), &[]), "Rossi Ada")[3], "-");
    let found = given(&quota, "split = ['Quota %']");
    assert_eq!(of(&found, "Rossi Ada"), ["72.00", "80.00", "0.72", "under", "0"]);
    // Nor is a share that the settings name: the capacity beside it must be named, too.
    let found = given(&text.replace("% impegno", "Apporto"), "share = ['Apporto']");
    assert_eq!((codes(&found), &of(&found, "Rossi Ada")[3][..]), (vec!["R010".to_owned()], "-"));
    // Hours beside a capacity may be a part of either.
    let hours = text.replace("% impegno", "Ore annue (su 1500)").replace(";40 %", ";600").replace(";50 %", ";750");
    assert_eq!(faults(&given(&hours, "capacity = ['Capacità']")), ["time-beside-capacity"; 2]);
    // A capacity may be hours of a week itself.
    let weekly = text.replace("Capacità", "Orario (su 36)").replace(";80 %", ";27");
    let found = given(&weekly, "capacity = ['Orario (su 36)']");
    assert_eq!(faults(&found), ["no-capacity"; 2], "the heading does not say hours");
    let weekly = weekly.replace("Orario (su 36)", "Ore settimanali (su 36)");
    let found = given(&weekly, "capacity = ['Ore settimanali (su 36)']\nshare = ['% impegno']");
    assert_eq!(of(&found, "Rossi Ada"), ["90.00", "75.00", "0.90", "over", "0"]);
}

#[test]
fn a_capacity_that_is_not_seen_is_none() {
    let table = |hidden: &str| {
        let cells = |tag: &str, texts: [&str; 4]| {
            let cell = |(at, text): (usize, &str)| {
                let look = if at == 2 { hidden } else { "" };
                format!("<{tag}{look}>{text}</{tag}>")
            };
            format!("<tr>{}</tr>", texts.into_iter().enumerate().map(cell).collect::<String>())
        };
        let head = cells("th", ["Nome", "Progetto", "Capacità %", "Split %"]);
        format!(
            "<html><body><table>{head}{}</table></body></html>",
            cells("td", ["Rossi Ada", "2024_PD_0101", "80 %", "50 %"])
        )
    };
    let folder = |hidden: &str| Folder::new().add("piano/p.html", table(hidden));
    assert_eq!(of(&check(&folder(""), &[]), "Rossi Ada")[..2], ["40.00", "80.00"]);
    let hidden = " style=\"display:none\"";
    // Without what it is a share of, *Split* is the heading of nothing that is known.
    let found = folder(hidden).cento(&["check", "piano", "--format", "json"]).json();
    assert_eq!(codes(&found), ["R014", "R011"]);
    assert_eq!(found["coverage"]["rows_seen"], 0);
    let toml = "[layout.headings]\nsplit = ['Split %']\n";
    let found = check(&folder(hidden).add("piano/cento.toml", toml), &[]);
    assert_eq!(faults(&found), ["no-capacity"]);
    assert_eq!(findings(&found, "R012").len(), 1);
}

#[test]
fn in_a_matrix_the_settings_name_the_capacity() {
    let text =
        "Nominativo;Capacità;2024_PD_0101;2024_PD_0102;Totale\nRossi Ada;80 %;40 %;40 %;80 %\nVerdi Ugo;;70 %;;70 %\n";
    let folder = || Folder::new().add("piano/p.csv", text);
    let found = check(&folder(), &[]);
    assert_eq!((codes(&found), &of(&found, "Rossi Ada")[3][..]), (vec!["R010".to_owned()], "-"));
    let found = check(&folder().add("piano/cento.toml", "[layout.headings]\ncapacity = ['Capacità']\n"), &[]);
    assert_eq!(of(&found, "Rossi Ada"), ["80.00", "80.00", "0.80", "full", "0"]);
    assert_eq!(faults(&found), ["no-capacity"]);
}

#[test]
fn a_recipe_names_capacity_and_split_by_their_places() {
    let text = "Opera;Chi;Quanto;Di cui\n2024_PD_0101;Rossi Ada;80 %;50 %\n";
    let recipe = "[[layout.table]]\nheader_row = 1\nproject = 'A'\nperson = 'B'\ncapacity = 'C'\nsplit = 'D'\n";
    let found = check(&Folder::new().add("piano/p.csv", text).add("piano/cento.toml", recipe), &[]);
    assert_eq!(of(&found, "Rossi Ada")[..2], ["40.00", "80.00"]);
    for wrong in [recipe.replace("capacity = 'C'\n", ""), recipe.to_owned() + "share = 'E'\n"] {
        let folder = Folder::new().add("piano/p.csv", text).add("piano/cento.toml", wrong);
        let run = folder.cento(&["check", "piano", "--lang", "en"]);
        assert!(run.status == 2 && run.stderr.contains("split, with capacity"), "{}", run.stderr);
    }
}

#[test]
fn a_capacity_holds_in_the_periods_of_its_rows() {
    let head = "Nome;Progetto;Capacità %;Split %;Dal;Al\n";
    let rows = "Rossi Ada;2024_PD_0101;80 %;100 %;01/01/2024;30/06/2024\nRossi Ada;2024_PD_0102;80 %;100 %;01/07/2024;31/12/2024\n";
    let found = check(&Folder::new().add("piano/p.csv", head.to_owned() + rows), &[]);
    assert_eq!(of(&found, "Rossi Ada"), ["80.00", "80.00", "0.80", "full", "0"]);
    let changing = rows.replacen("80 %", "60 %", 1);
    let found = check(&Folder::new().add("piano/p.csv", head.to_owned() + &changing), &[]);
    assert_eq!(faults(&found), ["two-capacities"; 2]);
}

#[test]
fn nobody_is_told_by_what_is_written_beside_a_share() {
    let folder = Folder::new().add("piano/p.csv", HEAD.to_owned() + "Rossi Ada;2024_PD_0101;80 %;50 %\n");
    let run = folder.cento(&["person", "Rossi Ada", "piano", "--pseudonymise"]);
    assert!(!run.stdout.contains("Rossi") && !run.stdout.contains("50 %"), "{}", run.stdout);
}

/// Hundredths of a percent as they are written.
fn written(hundredths: u32) -> String {
    format!("{},{:02} %", hundredths / 100, hundredths % 100)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn splits_that_make_a_hundred_make_the_capacity(
        capacity in 0..20_000u32,
        cuts in prop::collection::vec(0..=10_000u32, 0..8),
    ) {
        let mut cuts: Vec<u32> = cuts.into_iter().chain([0, 10_000]).collect();
        cuts.sort_unstable();
        let splits: Vec<u32> = cuts.windows(2).map(|two| two[1] - two[0]).collect();
        let rows: Vec<String> = (1..)
            .zip(&splits)
            .map(|(project, split)| {
                format!("Rossi Ada;2024_PD_01{project:02};{};{}\n", written(capacity), written(*split))
            })
            .collect();
        let found = check(&Folder::new().add("piano/p.csv", HEAD.to_owned() + &rows.concat()), &[]);
        let [total, own, _, status, rejected] = of(&found, "Rossi Ada");
        // Hundredths of a percent of hundredths of a percent have six decimals: nothing is rounded.
        let decimal = |text: &str| text.parse::<rust_decimal::Decimal>().expect("a figure");
        prop_assert_eq!(decimal(&own), rust_decimal::Decimal::new(capacity.into(), 2));
        prop_assert_eq!(decimal(&total), decimal(&own));
        prop_assert_eq!((&status[..], &rejected[..]), ("full", "0"));
    }

    #[test]
    fn what_is_rounded_misses_the_capacity_by_no_more_than_that(
        capacity in 1..100_000_000u32,
        thirds in 2..8u32,
    ) {
        // So many equal shares of a capacity with six decimals, each with thirteen.
        let share = rust_decimal::Decimal::ONE_HUNDRED / rust_decimal::Decimal::from(thirds);
        let share = share.round_dp(13).to_string().replace('.', ",");
        let own = rust_decimal::Decimal::new(capacity.into(), 6);
        let rows: Vec<String> = (1..=thirds)
            .map(|project| {
                format!("Rossi Ada;2024_PD_01{project:02};{} %;{share} %\n", format!("{own}").replace('.', ","))
            })
            .collect();
        let found = check(&Folder::new().add("piano/p.csv", HEAD.to_owned() + &rows.concat()), &[]);
        let [total, _, _, status, rejected] = of(&found, "Rossi Ada");
        let total: rust_decimal::Decimal = total.parse().expect("a figure");
        prop_assert!((total - own).abs() * rust_decimal::Decimal::TWO <= rust_decimal::Decimal::new(thirds.into(), 6));
        prop_assert_eq!((&status[..], &rejected[..]), ("full", "0"));
    }
}
