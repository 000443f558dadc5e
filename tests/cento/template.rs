//! The files for results, to be filled in: a workbook with a sheet for each director, and CSV as Excel opens it.

use std::fs;
use std::io::{Cursor, Read};
use std::path::Path;

use calamine::{Data, Reader, Xlsx};
use serde_json::Value;
use zip::ZipArchive;

use crate::support::{Folder, Run, cento, document};
use crate::workbooks::package;

/// A plan of one project: who leads its CDR, which indicator it has, and who is committed to it.
fn project(number: usize, leader: &str, rows: &[(&str, usize)]) -> String {
    let rows: Vec<String> = rows.iter().map(|(name, percent)| format!("{name}\tDirigente\t{percent},00 %\n")).collect();
    let rows = rows.concat();
    format!(
        "## {number:02} - CDR {number}\n\nDirigente: {leader}\n\n**2024\\_PD\\_{number:04}**\n\n**Titolo**\n\n\
        **Obiettivo di miglioramento**\n\n**2024\\_OB\\_{number:04}\\_1** **Fare**\n\n\
        Codice indicatore\tIndicatore\tValore previsto 2024\nM_{number:04}_1_1\tPassi di {leader}\t10\n\n\
        Nome Soggetto\tRelazione Personale\tImpegno Personale\n{rows}\n"
    )
}

/// Two directors and a project of both, which the second leads, though committed less to it; and one of nobody.
fn shared() -> String {
    project(1, "Rossi Ada", &[("Rossi Ada", 40)])
        + &project(2, "Verdi Ugo", &[("Rossi Ada", 60), ("Verdi Ugo", 30)])
        + &project(3, "", &[("Ufficio casa", 10)])
}

/// The template that a run in a folder writes into `r.xlsx` there.
fn template(folder: &Folder, more: &[&str]) -> Vec<u8> {
    let run = folder.cento(&[&["score", "plan", "--template", "-o", "r.xlsx"], more].concat());
    assert_eq!((run.status, &*run.stdout), (0, ""), "{}", run.stderr);
    let bytes = fs::read(folder.path().join("r.xlsx")).expect("a workbook");
    fs::remove_file(folder.path().join("r.xlsx")).expect("a file");
    bytes
}

/// The parts of a workbook.
fn parts(bytes: &[u8]) -> Vec<(String, String)> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("a package");
    let count = archive.len();
    let read = |at: usize| {
        let mut part = archive.by_index(at).expect("a part");
        let mut text = String::new();
        part.read_to_string(&mut text).expect("a text");
        (part.name().expect("a name").into_owned(), text)
    };
    (0..count).map(read).collect()
}

/// The sheets of a workbook, each with its rows as texts.
fn sheets(bytes: &[u8]) -> Vec<(String, Vec<Vec<String>>)> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
    let names = book.sheet_names();
    let rows = |name: &String| {
        let range = book.worksheet_range(name).expect("a sheet");
        let row = |row: &[Data]| row.iter().map(ToString::to_string).collect();
        (name.clone(), range.rows().map(row).collect())
    };
    names.iter().map(rows).collect()
}

/// A template filled in as Excel does: for each code the direction, and what stands in the cell of the result behind
/// its number (` t="str"><v>sì</v>`). Cells of dates have the format 1 more than the last, percentages 2 more.
fn filled(bytes: &[u8], answers: &[(&str, &str, String)]) -> Vec<u8> {
    let mut parts = parts(bytes);
    for (at, (_, rows)) in sheets(bytes).into_iter().enumerate() {
        let name = format!("xl/worksheets/sheet{}.xml", at + 1);
        let (_, text) = parts.iter_mut().find(|(own, _)| *own == name).expect("a sheet");
        for (row, number) in rows.iter().zip(1..).skip(1) {
            let is_elsewhere = row.get(9).is_some_and(|note| !note.is_empty());
            let Some((_, direction, actual)) = answers.iter().find(|(code, _, _)| *code == row[3]) else { continue };
            if !is_elsewhere {
                put(text, &format!("H{number}"), &format!(" t=\"str\"><v>{direction}</v>"));
                put(text, &format!("I{number}"), actual);
            }
        }
    }
    let styles = parts.iter_mut().find(|(name, _)| name == "xl/styles.xml").expect("styles");
    let more = "<xf numFmtId=\"14\" applyNumberFormat=\"1\"/><xf numFmtId=\"9\" applyNumberFormat=\"1\"/></cellXfs>";
    styles.1 = styles.1.replace("</cellXfs>", more);
    package(&parts)
}

/// Fills in a cell that is empty.
fn put(sheet: &mut String, cell: &str, written: &str) {
    let start = sheet.find(&format!("<c r=\"{cell}\"")).unwrap_or_else(|| panic!("no {cell}"));
    let end = start + sheet[start..].find('>').expect("an end") + 1;
    assert!(sheet[start..end].ends_with("/>"), "{cell} is empty");
    sheet.replace_range(start..end, &format!("<c r=\"{cell}\"{written}</c>"));
}

fn text(written: &str) -> String {
    format!(" t=\"str\"><v>{written}</v>")
}

fn number(written: &str) -> String {
    format!("><v>{written}</v>")
}

/// How many formats a workbook has, which is the number of the next.
fn formats(bytes: &[u8]) -> usize {
    let parts = parts(bytes);
    let (_, styles) = parts.iter().find(|(name, _)| name == "xl/styles.xml").expect("styles");
    let own = styles.split("<cellXfs").nth(1).and_then(|rest| rest.split("</cellXfs>").next()).expect("formats");
    own.matches("<xf ").count()
}

/// Scores without where in the file of results each stands.
fn without_places(run: &Run) -> Value {
    fn strip(value: &mut Value) {
        match value {
            Value::Object(fields) => {
                for place in ["line", "sheet", "cell", "actual"] {
                    fields.remove(place);
                }
                fields.values_mut().for_each(strip);
            }
            Value::Array(items) => items.iter_mut().for_each(strip),
            _ => {}
        }
    }
    assert_eq!(run.status, 0, "{}", run.stderr);
    let mut directors = run.json()["directors"].clone();
    strip(&mut directors);
    directors
}

#[test]
fn a_workbook_that_is_filled_in_gives_the_scores_of_a_text() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/score.csv");
    let csv = fs::read_to_string(path).expect("the results");
    let folder = Folder::new().add("plan/p.md", document()).add("r.csv", &csv);
    for language in ["it", "en"] {
        let blank = template(&folder, &["--lang", language]);
        let next = formats(&blank);
        let answer = |line| {
            let [code, direction, actual] =
                <[&str; 3]>::try_from(str::split(line, ';').collect::<Vec<_>>()).expect(line);
            let written = match actual {
                // 31/12/2024 is the day 45657 of Excel's calendar.
                "31/12/2024" => format!(" s=\"{next}\"><v>45657</v>"),
                "95 %" => format!(" s=\"{}\"><v>0.95</v>", next + 1),
                "sì" | "15/01/2025" => text(actual),
                figure => number(&figure.replace(',', ".")),
            };
            (code, direction, written)
        };
        let answers: Vec<_> = csv.lines().skip(1).map(answer).collect();
        let folder =
            Folder::new().add("plan/p.md", document()).add("r.csv", &csv).add("filled.xlsx", filled(&blank, &answers));
        let run = |file: &str| folder.cento(&["score", "plan", "--results", file, "--format", "json"]);
        let of_workbook = run("filled.xlsx");
        assert_eq!(without_places(&of_workbook), without_places(&run("r.csv")), "{language}");
        // Nothing of it is passed over.
        assert_eq!(of_workbook.stderr, "");
        let directors = of_workbook.json()["directors"].as_array().expect("directors").clone();
        let own = directors.iter().find(|own| own["director"] == "Benvegna Eliana").expect("the director");
        assert_eq!(own["score_exact"], "94.50");
        let indicator = &own["projects"][0]["objectives"][0]["indicators"][0];
        assert_eq!(indicator["sheet"], "Benvegna Eliana");
    }
}

#[test]
fn every_indicator_is_filled_in_once_on_the_sheet_of_a_director() {
    let folder = Folder::new().add("plan/p.md", shared());
    let bytes = template(&folder, &[]);
    assert_eq!(template(&folder, &[]), bytes, "the clock is no part of it");
    let head = [
        "Piano",
        "Progetto",
        "Obiettivo",
        "Codice",
        "Titolo",
        "Valore atteso",
        "Direzione proposta",
        "Direzione",
        "Risultato",
    ];
    let sheets = sheets(&bytes);
    let found: Vec<(&str, Vec<(&str, &str)>)> = sheets
        .iter()
        .map(|(name, rows)| {
            assert_eq!(rows[0][..9], head);
            let row =
                |row| (&*Vec::<String>::as_slice(row)[3], Vec::<String>::as_slice(row).get(9).map_or("", |note| note));
            (&**name, rows[1..].iter().map(row).collect())
        })
        .collect();
    assert_eq!(
        found,
        [
            ("Rossi Ada", vec![("M_0001_1_1", ""), ("M_0002_1_1", "Si compila nel foglio di Verdi Ugo.")]),
            ("Verdi Ugo", vec![("M_0002_1_1", "")]),
            ("Senza dirigente", vec![("M_0003_1_1", "")]),
        ]
    );
    // Whoever is alone fills in everything.
    let alone = self::sheets(&template(&folder, &["--director", "rossi"]));
    assert_eq!((alone.len(), &*alone[0].0, alone[0].1.len(), alone[0].1[0].len()), (1, "Rossi Ada", 3, 9));
    // All results, each once: 5 of 10 is 50.
    let answers = ["M_0001_1_1", "M_0002_1_1", "M_0003_1_1"].map(|code| (code, "maggiore", number("5")));
    let folder = folder.add("filled.xlsx", filled(&bytes, &answers));
    let run = folder.cento(&["score", "plan", "--results", "filled.xlsx", "--format", "json"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let json = run.json();
    let scores: Vec<&Value> =
        json["directors"].as_array().expect("them").iter().map(|own| &own["score_exact"]).collect();
    assert_eq!(scores, ["50.00", "50.00"]);
    assert_eq!(json["uncounted"][0]["indicator"], "M_0003_1_1");
    // No more and no less than the text has.
    let lines = cento(&["score", "data", "--template"]).stdout.lines().count() - 1;
    let whole = Folder::new().add("plan/p.md", document());
    let open = self::sheets(&template(&whole, &[])).iter().flat_map(|(_, rows)| rows[1..].to_vec()).collect::<Vec<_>>();
    assert_eq!(open.iter().filter(|row| row.get(9).is_none_or(String::is_empty)).count(), lines);
}

#[test]
fn nothing_but_the_answers_can_be_written() {
    let folder = Folder::new().add("plan/p.md", shared());
    let parts = parts(&template(&folder, &["--lang", "en"]));
    let part = |name: &str| &parts.iter().find(|(own, _)| own == name).expect(name).1;
    let formats = part("xl/styles.xml").split("<cellXfs").nth(1).and_then(|rest| rest.split("</cellXfs>").next());
    let formats: Vec<&str> = formats.expect("formats").split("<xf ").skip(1).collect();
    let unlocked = formats.iter().position(|format| format.contains("locked=\"0\"")).expect("a format");
    assert_eq!(formats.iter().filter(|format| format.contains("locked=\"0\"")).count(), 1);
    for (at, open) in [(1, vec!["H2", "I2"]), (2, vec!["H2", "I2"]), (3, vec!["H2", "I2"])] {
        let sheet = part(&format!("xl/worksheets/sheet{at}.xml"));
        assert!(sheet.contains("<sheetProtection sheet=\"1\""), "{sheet}");
        assert!(sheet.contains("ySplit=\"1\"") && sheet.contains("state=\"frozen\""), "{sheet}");
        assert!(sheet.contains("<formula1>\"higher,lower,date,yes-no\"</formula1>"), "{sheet}");
        let cells = sheet.split("<c r=\"").skip(1).filter(|cell| cell.contains(&format!("s=\"{unlocked}\"")));
        let cells: Vec<&str> = cells.filter_map(|cell| cell.split('"').next()).collect();
        assert_eq!(cells, open, "sheet {at}");
    }
}

#[test]
fn directors_whose_names_begin_alike_have_sheets_of_their_own() {
    let [one, other] = ["Della Valle Maria Antonietta Giuseppina", "Della Valle Maria Antonietta Giovanna"];
    let plan = project(1, one, &[(one, 100)]) + &project(2, other, &[(other, 100)]);
    let folder = Folder::new().add("plan/p.md", plan);
    let bytes = template(&folder, &[]);
    let found = sheets(&bytes);
    let names: Vec<&str> = found.iter().map(|(name, _)| &**name).collect();
    assert_eq!(names, ["Della Valle Maria Antonietta Gi", "Della Valle Maria Antoniett (2)"]);
    assert_eq!([&found[0].1[1][3], &found[1].1[1][3]], ["M_0001_1_1", "M_0002_1_1"]);
}

#[test]
fn a_workbook_without_names_names_nobody() {
    let folder = Folder::new().add("plan/p.md", shared());
    let bytes = template(&folder, &["--pseudonymise"]);
    for (name, text) in parts(&bytes) {
        for word in ["Rossi", "Ada", "Verdi", "Ugo"] {
            assert!(!text.contains(word) && !name.contains(word), "{name}: {word}");
        }
    }
    let names: Vec<String> = sheets(&bytes).into_iter().map(|(name, _)| name).collect();
    assert!(names[0].starts_with("Persona ") && names[1].starts_with("Persona ") && names[0] != names[1], "{names:?}");
    // It is read all the same: 5 of 10.
    let folder = folder.add("filled.xlsx", filled(&bytes, &[("M_0001_1_1", "maggiore", number("5"))]));
    let run = folder.cento(&["score", "plan", "--results", "filled.xlsx", "--format", "json", "--pseudonymise"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert_eq!(run.json()["directors"][0]["score_exact"], "50.00");
}

#[test]
fn a_template_in_the_folder_of_a_plan_is_no_plan() {
    let folder = Folder::new().add("plan/p.md", shared());
    let before = folder.cento(&["check", "plan", "--format", "json"]).json();
    let bytes = template(&folder, &[]);
    let answers = [("M_0001_1_1", "maggiore", number("5"))];
    // As a free office keeps it: a table of staff, if its properties did not tell.
    let cell = |text: &str| {
        format!("<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>")
    };
    let row = |cells: [&str; 4]| format!("<table:table-row>{}</table:table-row>", cells.map(cell).concat());
    let rows = row(["Progetto", "Nome Soggetto", "Relazione Personale", "Impegno Personale"])
        + &row(["2024_PD_0001", "Neri Pia", "Dipendente", "50,00 %"]);
    let content = format!(
        "<office:document-content><office:body><office:spreadsheet><table:table table:name=\"A\">{rows}</table:table>\
        </office:spreadsheet></office:body></office:document-content>"
    );
    let kind = ("mimetype".to_owned(), "application/vnd.oasis.opendocument.spreadsheet".to_owned());
    let properties = "<office:document-meta><office:meta><dc:description>cento</dc:description></office:meta></office:document-meta>";
    let others = [kind, ("content.xml".to_owned(), content)];
    let own = package(&[&others[..], &[("meta.xml".to_owned(), properties.to_owned())]].concat());
    let folder = folder
        .add("plan/risultati.xlsx", &bytes)
        .add("plan/compilati.xlsx", filled(&bytes, &answers))
        .add("plan/risultati.ods", own);
    let after = folder.cento(&["check", "plan", "--format", "json"]).json();
    assert_eq!((&before["people"], &before["findings"]), (&after["people"], &after["findings"]));
    let skipped = after["skipped"].as_array().expect("skipped");
    assert_eq!(skipped.len(), 3);
    assert!(skipped.iter().all(|one| one["reason"] == "own-output"), "{skipped:?}");
    // What does not say so is read.
    let folder = Folder::new().add("plan/risultati.ods", package(&others));
    assert_eq!(folder.cento(&["check", "plan", "--format", "json"]).json()["coverage"]["rows_seen"], 1);
}

#[test]
fn what_goes_to_a_file_is_what_excel_opens() {
    let folder = Folder::new().add("plan/p.md", shared());
    let standard = folder.cento(&["score", "plan", "--template"]).stdout;
    assert!(standard.starts_with("plan,project,objective,code,"), "{standard}");
    let made = |name: &str, more: &[&str]| {
        let run = folder.cento(&[&["score", "plan", "--template", "-o", name], more].concat());
        assert_eq!((run.status, &*run.stdout), (0, ""), "{}", run.stderr);
        fs::read_to_string(folder.path().join(name)).expect("a file")
    };
    let italian = made("it.csv", &[]);
    assert!(italian.starts_with("\u{feff}plan;project;objective;code;") && italian.contains("\r\n"), "{italian}");
    assert_eq!(italian.lines().count(), standard.lines().count());
    assert_eq!(made("en.csv", &["--lang", "en"]), standard);
    assert_eq!(made("standard.csv", &["--csv-dialect", "standard"]), standard);
    assert_eq!(made("excel.csv", &["--csv-dialect", "excel-it", "--lang", "en"]), italian);
    // Who says CSV gets it, whatever the file is called.
    assert_eq!(made("it.xlsx", &["--format", "csv"]), italian);
    if cfg!(unix) {
        let run = folder.cento(&["score", "plan", "--template", "-o", "/dev/stdout"]);
        assert_eq!(run.stdout, standard);
    }
    let folder = folder.add("r.csv", italian.replace(";;;\r\n", ";;maggiore;5\r\n"));
    let run = folder.cento(&["score", "plan", "--results", "r.csv", "--format", "json"]);
    assert_eq!(run.json()["directors"][0]["score_exact"], "50.00", "{}", run.stderr);
}

#[test]
fn plans_of_one_director_have_a_sheet_each() {
    let folder = Folder::new()
        .add("plan/2023/p.md", project(1, "Rossi Ada", &[("Rossi Ada", 40)]))
        .add("plan/2024/p.md", project(1, "Rossi Ada", &[("Rossi Ada", 40)]));
    let bytes = template(&folder, &[]);
    let found = sheets(&bytes);
    let names: Vec<(&str, usize, &str)> =
        found.iter().map(|(name, rows)| (&**name, rows[1].len(), &*rows[1][0])).collect();
    assert_eq!(names, [("Rossi Ada", 9, "2023"), ("Rossi Ada (2)", 9, "2024")]);
    let folder = folder.add("r.xlsx", filled(&bytes, &[("M_0001_1_1", "maggiore", number("5"))]));
    let run = folder.cento(&["score", "plan", "--results", "r.xlsx", "--format", "json"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let json = run.json();
    let scores: Vec<&Value> =
        json["directors"].as_array().expect("them").iter().map(|own| &own["score_exact"]).collect();
    assert_eq!(scores, ["50.00", "50.00"]);
}

#[test]
fn a_workbook_is_not_written_over() {
    let folder = Folder::new().add("plan/p.md", shared()).add("R.XLSX", "somebody's");
    let run = folder.cento(&["score", "plan", "--template", "-o", "R.XLSX"]);
    assert_eq!(run.status, 2);
    assert_eq!(fs::read_to_string(folder.path().join("R.XLSX")).expect("a file"), "somebody's");
    let run = folder.cento(&["score", "plan", "--template", "-o", "S.XLSX"]);
    assert_eq!(
        run.stderr,
        "Compilare in ogni foglio «Direzione» (dall'elenco; «Direzione proposta» è solo una proposta) e «Risultato»; poi: cento score PIANO --results FILE\n"
    );
    assert_eq!(sheets(&fs::read(folder.path().join("S.XLSX")).expect("a workbook")).len(), 3);
}

#[test]
fn a_plan_without_indicators_has_a_sheet_with_nothing_to_fill_in() {
    let plan = "## 01 - UNO\n\nDirigente: Rossi Ada\n\n**2024\\_PD\\_0001**\n\n**Titolo**\n\n\
        Nome Soggetto\tRelazione Personale\tImpegno Personale\nRossi Ada\tDirigente\t60,00 %\n";
    let folder = Folder::new().add("plan/p.md", plan);
    let bytes = template(&folder, &[]);
    let found = sheets(&bytes);
    assert_eq!((found.len(), found[0].1.len()), (1, 1));
    let folder = folder.add("r.xlsx", bytes);
    assert_eq!(folder.cento(&["score", "plan", "--results", "r.xlsx"]).status, 0);
}
