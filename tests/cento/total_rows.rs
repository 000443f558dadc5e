//! Rows of tables of people that add others up: what they say is compared with what the rows make, and never counted.

use serde_json::Value;

use crate::support::{Folder, findings, sheet};

/// What is told of the totals of a document: line, what is written, what the rows make, how many they are, and whose they are.
fn told_in(folder: &Folder) -> Vec<String> {
    let check = folder.check();
    let told = findings(&check, "R017").into_iter().map(|finding| {
        let [line, written, percent, rows] =
            [&finding["origins"][0]["line"], &finding["written"], &finding["percent"], &finding["rows"]];
        let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        [line, written, percent, rows].map(text).join(" · ")
    });
    told.collect()
}

/// Likewise, of a flat table with some rows.
fn told(rows: &[&str]) -> Vec<String> {
    told_in(&Folder::new().add("piano.csv", format!("Nome;Progetto;Quota\n{}\n", rows.join("\n"))))
}

/// 60 + 40, 100, 50: 250 of all, 160 of Atti, 90 of Sito.
const ROWS: [&str; 4] =
    ["Rossi Mario;Atti;60 %", "Rossi Mario;Sito;40 %", "Verdi Ugo;Atti;100 %", "Neri Ada;Sito;50 %"];

fn below(feet: &[&str]) -> Vec<String> {
    told(&[&ROWS, feet].concat())
}

#[test]
fn a_total_of_all_rows_is_what_they_make_or_told() {
    for right in ["Totale;;250 %", ";Totale impegno;250 %", "Totale;;2,5", "Totale: 250 %;;", ";;Totale 250 %"] {
        assert_eq!(below(&[right]), Vec::<String>::new(), "{right}");
    }
    for (wrong, written) in [
        ("Totale;;240 %", "240 %"),
        (";Totale impegno;240 %", "240 %"),
        ("Totale;;250,01 %", "250,01 %"),
        ("Totale: 240 %;;", "240 %"),
        ("Totale FTE;;240 %", "240 %"),
        ("Totale;;2,4", "2,4"),
    ] {
        assert_eq!(below(&[wrong]), [format!("6 · {written} · 250.00 · 4")], "{wrong}");
    }
    // Below a gap, too.
    assert_eq!(below(&[";;", "Totale;;240 %"]), ["7 · 240 % · 250.00 · 4"]);
    // Ten whole people: a total may have a point between its thousands.
    let ten: Vec<String> = ('A'..='J').map(|letter| format!("Persona{letter} Uno;Atti;100 %")).collect();
    let mut ten: Vec<&str> = ten.iter().map(String::as_str).collect();
    ten.push("Totale;;1.000 %");
    assert_eq!(told(&ten), Vec::<String>::new());
    ten[10] = "Totale;;1.100 %";
    assert_eq!(told(&ten), ["12 · 1.100 % · 1000.00 · 10"]);
    // Everybody's 100 is not what all of them make.
    assert_eq!(told(&["A Uno;Atti;100 %", "B Due;Atti;100 %", "Totale;;100 %"]), ["4 · 100 % · 200.00 · 2"]);
}

#[test]
fn counts_means_and_what_is_left_are_no_sums() {
    for other in [
        "Media;;62,5 %",
        "Totale dipendenti;;12",
        "Totale;;4",
        "Totale ore;;1548",
        "Totale residuo;;50 %",
        "Verifica;;0 %",
        "Totale spesa €;;25000",
        ";Non assegnato;150 %",
    ] {
        assert_eq!(below(&[other]), Vec::<String>::new(), "{other}");
    }
}

#[test]
fn a_total_of_what_rows_do_not_say_is_no_more_than_all_of_them_make() {
    // Which rows are of officers, or on permanent contracts, the table does not say.
    for some in ["Totale funzionari;;60 %", "Totale tempo indeterminato;;100 %", "Totale Settore Tributi;;250 %"] {
        assert_eq!(below(&[some, "Totale;;250 %"]), Vec::<String>::new(), "{some}");
    }
    assert_eq!(below(&["Totale funzionari;;260 %", "Totale;;250 %"]), ["6 · 260 % · 250.00 · 4"]);
    assert_eq!(below(&["Totale funzionari;;60 %", "Totale;;240 %"]), ["7 · 240 % · 250.00 · 4"]);
    // What is called by its place alone is what stands above.
    assert_eq!(below(&["Totale progetto;;60 %"]), ["6 · 60 % · 250.00 · 4"]);
}

#[test]
fn a_total_of_somebody_is_that_of_their_rows() {
    for [one, other] in [
        ["Rossi Mario;Totale;110 %", "Verdi Ugo;Totale;90 %"],
        ["Totale Rossi Mario;;110 %", "Verdi Ugo - Totale;;90 %"],
        ["Totale;;110 %", "Totale;;90 %"],
        ["Rossi Mario;Totale impegno;110 %", "Verdi Ugo;Totale impegno;90 %"],
    ] {
        let rows =
            ["Rossi Mario;Atti;60 %", "Rossi Mario;Sito;40 %", one, "Verdi Ugo;Atti;100 %", other, "Totale;;200 %"];
        assert_eq!(told(&rows), ["4 · 110 % · 100.00 · 2", "6 · 90 % · 100.00 · 1"], "{one}");
        let right = rows.map(|row| row.replace("110 %", "100 %").replace("90 %", "100 %"));
        assert_eq!(told(&right.each_ref().map(String::as_str)), Vec::<String>::new(), "{one}");
    }
    // All at the foot, wherever their rows stand.
    let foot = ["Rossi Mario;Totale;100 %", "Verdi Ugo;Totale;110 %", "Totale;;250 %"];
    assert_eq!(below(&foot), ["7 · 110 % · 100.00 · 1"]);
    // Of whoever has several rows alone; a total of all of whom some have several is not that of the last.
    let some = ["Neri Ada;Sito;50 %", "Rossi Mario;Atti;60 %", "Rossi Mario;Sito;40 %", "Totale;;100 %"];
    assert_eq!(told(&some), Vec::<String>::new());
    let all =
        ["Neri Ada;Sito;50 %", "Neri Ada;Atti;50 %", "Rossi Mario;Atti;60 %", "Rossi Mario;Sito;10 %", "Totale;;70 %"];
    assert_eq!(told(&all), ["6 · 70 % · 170.00 · 4"]);
}

#[test]
fn a_total_of_a_project_is_that_of_its_rows_and_totals_are_of_totals() {
    for [one, other, all] in [
        ["Totale;Atti;150 %", "Totale;Sito;80 %", "Totale generale;;260 %"],
        [";Totale Atti;150 %", ";Sito Totale;80 %", "Totale complessivo;;260 %"],
        ["Totale progetto;;150 %", "Totale progetto;;80 %", "Totale;;260 %"],
    ] {
        let rows =
            ["Rossi Mario;Atti;60 %", "Verdi Ugo;Atti;100 %", one, "Rossi Mario;Sito;40 %", "Neri Ada;Sito;50 %"];
        let rows = [&rows[..], &[other, all]].concat();
        let expected = ["4 · 150 % · 160.00 · 2", "7 · 80 % · 90.00 · 2", "8 · 260 % · 250.00 · 4"];
        assert_eq!(told(&rows), expected, "{one}");
        let right: Vec<String> = rows
            .iter()
            .map(|row| row.replace("150 %", "160 %").replace("80 %", "90 %").replace("260 %", "250 %"))
            .collect();
        assert_eq!(told(&right.iter().map(String::as_str).collect::<Vec<_>>()), Vec::<String>::new(), "{one}");
    }
    // Above their rows, as some workbooks put them.
    let above = ["Totale generale;;250 %", "Totale;Atti;160 %", ROWS[0], ROWS[2], "Totale;Sito;95 %", ROWS[1], ROWS[3]];
    assert_eq!(told(&above), ["6 · 95 % · 90.00 · 2"]);
    // What is carried over a page goes on.
    let carried = ["A riportare;;250 %", "Riporto;;250 %", "Blu Ivo;Sito;10 %", "Totale;;265 %"];
    assert_eq!(below(&carried), ["9 · 265 % · 260.00 · 5"]);
}

#[test]
fn totals_of_projects_of_cdrs_and_of_all_stand_in_one_another() {
    let lines = |one: u32, cdr: u32, other: u32, all: u32| {
        let text = format!(
            "CDR;Progetto;Nome;Quota\n04;2024_PD_0411;Rossi Mario;60 %\n04;2024_PD_0411;Verdi Ugo;10 %\n;;Totale progetto;{one} %\n\
            04;2024_PD_0412;Verdi Ugo;30 %\n;;Totale progetto;30 %\n;;Totale CDR 04;{cdr} %\n12;2024_PD_1211;Neri Ada;50 %\n\
            ;;Totale progetto;50 %\n;;Totale CDR 12;{other} %\n;;Totale generale;{all} %\n"
        );
        told_in(&Folder::new().add("piano.csv", text))
    };
    assert_eq!(lines(70, 100, 50, 150), Vec::<String>::new());
    assert_eq!(
        lines(75, 105, 51, 155),
        ["4 · 75 % · 70.00 · 2", "7 · 105 % · 100.00 · 3", "10 · 51 % · 50.00 · 1", "11 · 155 % · 150.00 · 4"]
    );
}

#[test]
fn a_total_of_a_sheet_is_that_of_its_table() {
    let rows = ["Rossi Mario\tDipendente\t60 %", "Verdi Ugo\tDipendente\t100 %"];
    for (foot, is_right) in [
        ("Totale\t\t160 %", true),
        ("Totale\t\t180 %", false),
        ("Totale\t180 %", false),
        ("TOTALE:\t\t180,00%", false),
        ("Media\t\t80 %", true),
    ] {
        let told = told_in(&Folder::with(sheet("2024_PD_0411", &[&rows[..], &[foot]].concat())));
        let written = foot.rsplit('\t').next().expect("a figure");
        let expected = if is_right { Vec::new() } else { vec![format!("8 · {written} · 160.00 · 2")] };
        assert_eq!(told, expected, "{foot}");
    }
    // So is a line right below it that says nothing else.
    for (foot, is_right) in [
        ("Totale: 160 %", true),
        ("Totale: 180 %", false),
        ("**Totale impegno 180 %**", false),
        ("Totale obiettivi raggiunti: 95 %", true),
        ("Media: 80 %", true),
    ] {
        let told = told_in(&Folder::with(sheet("2024_PD_0411", &rows) + foot + "\n"));
        assert_eq!(told.is_empty(), is_right, "{foot}: {told:?}");
    }
    // The last sheet adds all of them up.
    let second = sheet("2024_PD_0412", &["Neri Ada\tDipendente\t40 %", "Totale\t\t40 %", "Totale generale\t\t200 %"]);
    let text = sheet("2024_PD_0411", &rows) + &second;
    assert_eq!(told_in(&Folder::with(&text)), Vec::<String>::new());
    let wrong = text.replace("200 %", "210 %");
    assert_eq!(told_in(&Folder::with(wrong)).len(), 1);
}

#[test]
fn what_cannot_be_read_is_told_by_itself_and_its_totals_are_not_compared() {
    for unread in ["Bianchi Eva;Atti;circa 20", "Bianchi Eva;Atti;", "Bianchi Eva;Atti;20 %;altro"] {
        assert_eq!(below(&[unread, "Totale;;270 %"]), Vec::<String>::new(), "{unread}");
    }
    // A row without a name has a figure.
    assert_eq!(below(&[";Atti;20 %", "Totale;;270 %"]), Vec::<String>::new());
    // Of bare figures of which nobody knows what they are no total is told; of fractions and of working time it is.
    let bare = |rows: &[&str], header: &str| {
        told_in(&Folder::new().add("piano.csv", format!("Nome;Progetto;{header}\n{}\n", rows.join("\n"))))
    };
    assert_eq!(bare(&["Rossi Mario;Atti;0,6", "Verdi Ugo;Atti;0,4", "Totale;;1,1"], "Quota"), Vec::<String>::new());
    assert_eq!(
        bare(&["Rossi Mario;Atti;0,6", "Verdi Ugo;Atti;0,4", "Totale;;1,1"], "FTE"),
        ["4 · 1,1 · null · 2"],
        "what they make is no percentage as it is written"
    );
    assert_eq!(bare(&["Rossi Mario;Atti;60", "Verdi Ugo;Atti;40", "Totale;;110"], "Quota"), ["4 · 110 · 100.00 · 2"]);
}

#[test]
fn what_holds_at_several_times_may_have_a_mean_as_its_total() {
    let dated = |from: &str, total: &str| {
        let text = format!(
            "Nome;Progetto;Quota;Dal;Al\nRossi Mario;Atti;100 %;01/01/2024;30/06/2024\n\
            Rossi Mario;Sito;100 %;{from};30/06/2024\nRossi Mario;Totale;{total};;\n"
        );
        told_in(&Folder::new().add("piano.csv", text))
    };
    assert_eq!(dated("01/03/2024", "100 %"), Vec::<String>::new());
    assert_eq!(dated("01/01/2024", "200 %"), Vec::<String>::new());
    assert_eq!(dated("01/01/2024", "210 %"), ["4 · 210 % · 200.00 · 2"], "all of them hold on the same days");
}

#[test]
fn the_total_of_a_month_is_that_of_its_column() {
    let text =
        "Nome;Progetto;gen %;feb %;mar %\nRossi Mario;Atti;60;60;50\nVerdi Ugo;Atti;20;10;10\nTotale;;80;75;60\n";
    assert_eq!(told_in(&Folder::new().add("piano.csv", text)), ["4 · 75 · 70.00 · 2"]);
}

#[test]
fn nobody_is_named_where_names_are_replaced() {
    let text = "Nome;Progetto;Quota\nRossi Mario;Atti;60 %\nTotale Rossi Mario;;70 %\nTotale Rossi M. 2;;80 %\n";
    let folder = Folder::new().add("piano.csv", text);
    let told = folder.cento(&["check", ".", "--pseudonymise"]);
    assert!(told.stdout.contains("R017") && !told.stdout.to_lowercase().contains("rossi"), "{}", told.stdout);
}
