//! The plan as a web page, as printed text and as tables drawn with characters.

use crate::expected::counts;
use crate::forms::{assert_same, form};
use crate::support::{Folder, document, findings};

#[test]
fn web_pages() {
    for name in ["page.html", "libreoffice.html"] {
        assert_same(&Folder::new().add(name, form(name)));
    }
    // What a document is, its bytes say and not its name.
    assert_same(&Folder::new().add("piano.txt", form("page.html")));
}

#[test]
fn web_pages_in_other_encodings() {
    let page = String::from_utf8(form("page.html")).expect("UTF-8");
    assert_same(&Folder::with(format!("\u{feff}{page}")));
    let latin = page.replace("charset=utf-8", "charset='iso-8859-1'");
    let (bytes, _, lost) = encoding_rs::WINDOWS_1252.encode(&latin);
    assert!(!lost);
    assert_same(&Folder::with(&bytes));
    // Entities are what they stand for.
    assert_same(&Folder::with(
        page.replace('à', "&agrave;").replace(" %</td>", "&nbsp;%</td>").replace('’', "&#8217;"),
    ));
}

#[test]
fn the_rows_of_a_page_are_told_with_their_lines() {
    let page = String::from_utf8(form("libreoffice.html")).expect("UTF-8");
    let folder = Folder::with(&page);
    let rows = folder.cento(&["rows", ".", "--format", "json"]).json();
    let lines: Vec<&str> = page.lines().collect();
    let rows = rows["rows"].as_array().expect("rows");
    assert_eq!(rows.len(), 162);
    let mut names_across_lines = 0;
    for row in rows {
        let at = usize::try_from(row["line"].as_u64().expect("a line")).expect("small");
        let name = row["person_as_written"].as_str().expect("a name").replace('\'', "&#39;");
        let first = name.split(' ').next().expect("a word");
        names_across_lines += usize::from(!lines[at - 1].contains(&name));
        assert!(lines[at - 1].contains(first), "{name}: {}", lines[at - 1]);
    }
    assert!(names_across_lines < 81);
}

#[test]
fn a_fault_in_a_page_is_told_with_its_line() {
    let page = String::from_utf8(form("libreoffice.html")).expect("UTF-8");
    let at = page.find("Ugoletti Monica").expect("a name");
    let figure = at + page[at..].find("3,00 %").expect("a figure");
    let folder = Folder::with(format!("{}O{}", &page[..figure], &page[figure + 1..]));
    let check = folder.check();
    let found = findings(&check, "R001");
    assert_eq!((found.len(), &found[0]["written"]), (1, &"O,00 %".into()));
    assert_eq!(found[0]["origins"][0]["line"], 1 + page[..at].matches('\n').count());
    // A NUL in a figure is none the less a fault.
    let check = Folder::with(format!("{}3\0{}", &page[..figure], &page[figure + 1..])).check();
    assert_eq!(check["coverage"]["rows_rejected"], 1);
}

/// The rows of a folder, without what only its form tells.
fn rows_of(folder: &Folder) -> Vec<[String; 5]> {
    let rows = folder.cento(&["rows", ".", "--format", "json"]).json();
    let rows = rows["rows"].as_array().expect("rows");
    let columns = ["cdr", "project", "person_as_written", "role", "percent"];
    let mut rows: Vec<_> = rows.iter().map(|row| columns.map(|column| row[column].to_string())).collect();
    rows.sort();
    rows
}

/// What programs make of PDFs that take their text out: with its columns where they are on the page, narrow and wide, and cell by
/// cell, without any.
#[test]
fn printed_text() {
    for name in ["printed.txt", "printed-wide.txt", "printed-cells.txt"] {
        let folder = Folder::new().add("piano.txt", form(name));
        let check = folder.check();
        assert_eq!(counts(&check)[..4], [55, 162, 162, 0], "{name}");
        assert_eq!(counts(&check)[8], 0, "{name}");
        assert_eq!(check["totals"]["commitment_percent"], "5162.00", "{name}");
        assert_eq!(check["totals"]["projects_listed"], 56, "{name}");
        assert_eq!(check["totals"]["people_under"], 12, "{name}");
        assert_eq!(rows_of(&folder), rows_of(&Folder::with(document())), "{name}");
    }
}

#[test]
fn rows_of_printed_text_are_told_with_page_and_line() {
    let text = String::from_utf8(form("printed.txt")).expect("UTF-8");
    let pages: Vec<Vec<&str>> = text.split('\u{0C}').map(|page| page.lines().collect()).collect();
    let rows = Folder::with(&text).cento(&["rows", ".", "--format", "json"]).json();
    let number = |value: &serde_json::Value| usize::try_from(value.as_u64().expect("a number")).expect("small");
    for row in rows["rows"].as_array().expect("rows") {
        let line = pages[number(&row["page"]) - 1][number(&row["line"]) - 1];
        let percent = row["percent"].as_str().expect("a share").replace('.', ",");
        assert!(line.ends_with(&format!(" {percent} %")), "{line}: {percent}");
    }
}

#[test]
fn lines_of_printed_rows_that_cannot_be_told_apart_are_rejected() {
    let plan = |rows: &str| {
        let heading = "Nome Soggetto    Relazione Personale    Impegno Personale";
        Folder::with(format!(
            "A0 - UNO\nDirigente: Rossi Ada\n\n2024_PD_0001 Titolo\n\n{heading}\n{rows}\n\nProdotto\n"
        ))
    };
    let open =
        "Rossi Ada        Dirigente              20,00 %\nMaria\nBianchi Ugo      Dirigente               3,00 %\nPio";
    let check = plan(open).check();
    assert_eq!(
        (check["coverage"]["rows_accepted"].as_u64(), check["coverage"]["rows_rejected"].as_u64()),
        (Some(0), Some(2))
    );
    assert_eq!(findings(&check, "R008").len(), 2, "each once");
    // Nor is a line that lacks its share filled from its neighbour.
    let check = plan("Rossi Ada        Dirigente\nBianchi Ugo      Dirigente               3,00 %").check();
    assert_eq!(check["coverage"]["rows_accepted"], 0);
    let check =
        plan("Rossi Ada        Dirigente              2O,00 %\nBianchi Ugo      Dirigente               3,00 %")
            .check();
    assert_eq!((check["coverage"]["rows_accepted"].as_u64(), findings(&check, "R001").len()), (Some(1), 1));
}

/// A plan whose table has this heading and these rows.
fn printed_plan(table: &str) -> serde_json::Value {
    Folder::with(format!("A0 - UNO\nDirigente: Rossi Ada\n\n2024_PD_0001 Titolo\n\n{table}\n\nProdotto\n")).check()
}

/// How many rows were accepted and rejected.
fn accepted_and_rejected(check: &serde_json::Value) -> [u64; 2] {
    ["rows_accepted", "rows_rejected"].map(|count| check["coverage"][count].as_u64().expect("a count"))
}

#[test]
fn rows_that_no_space_divides_are_known_by_their_words() {
    const HEADING: &str = "Nome Soggetto Relazione Personale Impegno Personale\n";
    for (rows, counts) in [
        ("Rossi Ada Dirigente 20,00 %\nBianchi Ugo Dipendente a tempo determinato 3 %", [2, 0]),
        // Cell by cell, each may take several lines.
        ("Rossi\nAda\nDirigente 20,00 %\nBianchi Ugo Dipendente a tempo\ndeterminato\n3,00 %", [2, 0]),
        // Line by line, the second line of a name stands below its share: it is not the first of the next.
        ("De Rossi\nDirigente 20,00 %\nAda\nNeri Bianchi\nDirigente 3,00 %\nUgo", [0, 2]),
        ("Rossi Dirigente 20,00 %\nAda\nBianchi Dirigente 3,00 %\nUgo", [0, 2]),
        // A role that is not known may as well be a name.
        ("Rossi Ada Istruttore 20,00 %\nBianchi Ugo Dirigente 3,00 %", [1, 1]),
    ] {
        let check = printed_plan(&format!("{HEADING}{rows}"));
        assert_eq!(accepted_and_rejected(&check), counts, "{rows}");
    }
}

#[test]
fn what_a_figure_is_of_is_no_role_in_print() {
    let spaced = "Nome Soggetto      Relazione Personale                Impegno Personale\n";
    let whole = "Bianchi Ugo        Dirigente                          3,00 %\n";
    let ragged = "Nome Soggetto Relazione Personale Impegno Personale\n";
    for (table, counts) in [
        // A share elsewhere than those of its column may be of what stands before it.
        (format!("{spaced}{whole}Rossi Ada          Dirigente, part-time 50 %\n"), [1, 1]),
        (format!("{ragged}Rossi Ada Dirigente circa 20 %\nBianchi Ugo Dirigente 3,00 %\n"), [1, 1]),
        // A role that names two, with one word between, is one.
        (format!("{ragged}Rossi Ada Dipendente - Posizione Organizzativa 20,00 %\n"), [1, 0]),
    ] {
        assert_eq!(accepted_and_rejected(&printed_plan(&table)), counts, "{table}");
    }
}

#[test]
fn titles_within_a_table_in_print_are_no_names_and_totals_no_people() {
    let ragged = "Nome Soggetto Relazione Personale Impegno Personale\n";
    let spaced = "Nome Soggetto      Relazione      Impegno\n";
    for (table, people) in [
        (
            format!("{ragged}Rossi Ada Dirigente 20,00 %\nUfficio Tributi\nBianchi Ugo Dirigente 3,00 %\n"),
            &["Bianchi Ugo", "Rossi Ada"][..],
        ),
        (format!("{ragged}Settore 2\nRossi Ada Dirigente 20,00 %\nTotale 20,00 %\n"), &["Rossi Ada"]),
        (
            format!(
                "{spaced}Rossi Ada          Dirigente      20,00 %\nUfficio Tributi\nBianchi Ugo        Dirigente      3,00 %\n"
            ),
            &["Bianchi Ugo", "Rossi Ada"],
        ),
    ] {
        let check = printed_plan(&table);
        assert_eq!(accepted_and_rejected(&check), [people.len() as u64, 0], "{table}");
        let found: Vec<_> = check["people"].as_array().expect("people").iter().map(|row| &row["person"]).collect();
        assert_eq!(found, people, "{table}");
    }
}

#[test]
fn the_next_heading_of_a_cdr_is_no_second_line_of_its_name() {
    let text = "A0 - UNO\nB0 - DUE\nDirigente: Rossi Ada\n\n2024_PD_0001 Titolo\n\n\
                Nome Soggetto Relazione Personale Impegno Personale\nBianchi Ugo Dirigente 3,00 %\n";
    let cdrs = Folder::with(text).cento(&["cdrs", ".", "--format", "json"]).json();
    let names: Vec<_> = cdrs["cdrs"].as_array().expect("CDRs").iter().map(|cdr| &cdr["name"]).collect();
    assert!(!names.iter().any(|name| name.as_str().is_some_and(|name| name.contains("B0"))), "{names:?}");
}

#[test]
fn a_heading_in_print_has_all_of_its_lines_and_no_name() {
    let narrow = "                Relazione    Impegno\nNome Soggetto\n                Personale    Personale\n";
    let rows = "Benvegna\n                Dirigente    20,00 %\nEliana\n";
    let check = printed_plan(&format!("{narrow}{rows}"));
    assert_eq!(accepted_and_rejected(&check), [1, 0]);
    assert_eq!(check["people"][0]["person"], "Benvegna Eliana");
    // Nor is the end of the table above, in the column of roles.
    let indicators = "M_1             Atti                     90\n                del Servizio\n";
    let lines = "                             Impegno\nNome Soggetto   Relazione Personale\n                             Personale\n";
    let check = printed_plan(&format!("{indicators}{lines}Rossi Ada       Dirigente    20,00 %\n"));
    assert_eq!(check["people"][0]["roles"][0], "director", "{check}");
    // What stands right above is none of it.
    let check = printed_plan(&format!("Budget previsto\n{narrow}{rows}"));
    assert_eq!(check["people"][0]["person"], "Benvegna Eliana");
}

#[test]
fn cells_in_print_belong_to_the_column_they_are_nearest_to() {
    let heading = "Cognome e nome      Relazione       Note         Impegno\n";
    let check = printed_plan(&format!("{heading}Rossi   Ada         Dirigente                    20,00 %\n"));
    let names: Vec<_> = check["people"].as_array().expect("people").iter().map(|person| &person["person"]).collect();
    assert!(names.is_empty() || names == ["Rossi Ada"], "{names:?}");
}

#[test]
fn each_cell_on_a_line_of_its_own_is_read_where_all_bear_it_out_or_told() {
    let heading = ["Nome Soggetto", "Relazione Personale", "Impegno Personale"];
    let whole = [&heading[..], &["Rossi Ada", "Dirigente", "20,00 %", "Bianchi Ugo", "Dirigente", "3,00 %"]].concat();
    assert_eq!(accepted_and_rejected(&printed_plan(&whole.join("\n"))), [2, 0]);
    // Column by column, nothing says whose a share is.
    let columns = [&heading[..], &["Rossi Ada", "Bianchi Ugo", "Dirigente", "Dirigente", "20,00 %", "3,00 %"]].concat();
    for (cells, between) in [(&columns, "\n"), (&columns, "\n\n"), (&whole, "\n\n")] {
        let check = printed_plan(&cells.join(between));
        assert_eq!(accepted_and_rejected(&check)[0], 0, "{cells:?}");
        assert_eq!(findings(&check, "R014").len(), 1, "{cells:?}");
    }
}

#[test]
fn tables_drawn_with_dashes() {
    let text = String::from_utf8(form("pandoc.md")).expect("UTF-8");
    let folder = Folder::with(&text);
    assert_same(&folder);
    let rows = folder.cento(&["rows", ".", "--format", "json"]).json();
    for row in rows["rows"].as_array().expect("rows") {
        let at = usize::try_from(row["line"].as_u64().expect("a line")).expect("small");
        let name = row["person_as_written"].as_str().expect("a name").replace('\'', "\\'");
        let line = text.lines().nth(at - 1).expect("the line");
        assert!(line.contains(name.split(' ').next().expect("a word")), "{name}: {line}");
    }
}

/// The plan with its tables in grids, whose cells have lines of at most so many characters.
fn gridded(width: usize) -> String {
    let mut out = String::new();
    let mut rows: Vec<Vec<Vec<String>>> = Vec::new();
    for line in document().lines().chain([""]) {
        if line.contains('\t') {
            let cells = line.split('\t').filter(|_| !line.starts_with("---"));
            rows.push(cells.map(|cell| wrapped(cell.trim(), width)).collect());
            continue;
        }
        let columns = rows.iter().map(Vec::len).max().unwrap_or_default();
        let border = format!("+{}\n", format!("{}+", "-".repeat(width + 2)).repeat(columns));
        for row in rows.drain(..).filter(|row| !row.is_empty()) {
            let height = row.iter().map(Vec::len).max().unwrap_or_default();
            out += &border;
            for at in 0..height.max(1) {
                let cell = |column| row.get(column).and_then(|cell: &Vec<String>| cell.get(at)).cloned();
                let cells: Vec<_> = (0..columns).map(|column| cell(column).unwrap_or_default()).collect();
                let cells: Vec<_> = cells.iter().map(|cell| format!("{cell:width$}")).collect();
                out.extend(["| ", &cells.join(" | "), " |\n"]);
            }
        }
        if columns > 0 {
            out += &border;
        }
        out += line;
        out.push('\n');
    }
    out
}

/// A text in lines of at most so many characters, unless a word is longer.
fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let last = lines.last_mut().expect("a line");
        if !last.is_empty() && last.chars().count() + 1 + word.chars().count() > width {
            lines.push(word.to_owned());
        } else {
            last.extend([if last.is_empty() { "" } else { " " }, word]);
        }
    }
    lines
}

#[test]
fn grids_with_cells_of_several_lines() {
    for width in [40, 60] {
        let text = gridded(width);
        assert!(text.contains("+--"));
        assert_same(&Folder::with(text));
    }
}

#[test]
fn flat_tables() {
    for name in ["flat.csv", "flat.tsv"] {
        let folder = Folder::new().add(name, form(name));
        let check = folder.check();
        assert_eq!(check["coverage"]["rows_accepted"], 162, "{name}");
        assert_eq!(check["totals"]["commitment_percent"], "5162.00", "{name}");
        assert_eq!(rows_of(&folder), rows_of(&Folder::with(document())), "{name}");
    }
}
