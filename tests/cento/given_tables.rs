//! The tables that offices keep beside a plan (staff, given weights, results), in whatever form their programs write them.

use serde_json::Value;

use crate::support::{Folder, Run};
use crate::workbooks::{data, package, workbook};

/// A plan of one director with two projects; the first has three indicators.
const PLAN: &str = "## 01 - UNO\n\nDirigente: Rossi Ada\n\n**2024\\_PD\\_0001**\n\n**Titolo**\n\n\
    **Obiettivo di miglioramento**\n\n**2024\\_OB\\_0001\\_1** **Fare**\n\n\
    Codice indicatore\tIndicatore\tValore previsto 2024\nM_0001_1_1\tPassi\t10\nM_0001_1_2\tPratiche\t100\n\
    M_0001_1_3\tRelazione\t31/12/2024\n\n\
    Nome Soggetto\tRelazione Personale\tImpegno Personale\nRossi Ada\tDirigente\t60,00 %\nVerdi Ugo\tDipendente\t50,00 %\n\n\
    **2024\\_PD\\_0002**\n\n**Altro**\n\nNome Soggetto\tRelazione Personale\tImpegno Personale\nRossi Ada\tDirigente\t40,00 %\n";

fn run_with(name: &str, bytes: &[u8], args: &[&str]) -> Run {
    Folder::new().add("plan/p.md", PLAN).add(name, bytes).cento(args)
}

/// The score by the results in a file: (50 + 97,5 + 100) / 3 where all of them are read.
fn score(name: &str, bytes: &[u8]) -> Run {
    run_with(name, bytes, &["score", "plan", "--results", name, "--format", "json"])
}

const WHOLE: &str = "82.50";

fn score_of(run: &Run) -> Value {
    assert_eq!(run.status, 0, "{}", run.stderr);
    run.json()["directors"][0]["score_exact"].clone()
}

/// A spreadsheet of texts and, after `=`, of numbers, worksheet by worksheet.
fn ods(sheets: &[(&str, &[&[&str]])]) -> Vec<u8> {
    let cell = |text: &&str| match text.strip_prefix('=') {
        Some(number) => format!(
            "<table:table-cell office:value-type=\"float\" office:value=\"{number}\"><text:p>{number}</text:p></table:table-cell>"
        ),
        None => format!("<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>"),
    };
    let row =
        |cells: &&[&str]| format!("<table:table-row>{}</table:table-row>", cells.iter().map(cell).collect::<String>());
    let sheet = |(name, rows): &(&str, &[&[&str]])| {
        format!("<table:table table:name=\"{name}\">{}</table:table>", rows.iter().map(row).collect::<String>())
    };
    let sheets: String = sheets.iter().map(sheet).collect();
    let content = format!(
        "<office:document-content><office:body><office:spreadsheet>{sheets}</office:spreadsheet></office:body></office:document-content>"
    );
    let kind = ("mimetype".to_owned(), "application/vnd.oasis.opendocument.spreadsheet".to_owned());
    package(&[kind, ("content.xml".to_owned(), content)])
}

#[test]
fn results_as_text_whatever_stands_between_cells_and_before_decimals() {
    let lines = [
        ["code", "direction", "actual"],
        ["M_0001_1_1", "maggiore", "5"],
        ["M_0001_1_2", "higher", "97,5"],
        ["M_0001_1_3", "data", "31/12/2024"],
    ];
    for delimiter in [";", "\t"] {
        for point in [",", "."] {
            let text: String = lines.iter().map(|line| line.join(delimiter).replace(',', point) + "\r\n").collect();
            assert_eq!(score_of(&score("r.csv", text.as_bytes())), WHOLE, "{text}");
            let marked = format!("\u{feff}{text}");
            assert_eq!(score_of(&score("r.csv", marked.as_bytes())), WHOLE, "{text}");
            for little in [true, false] {
                let bytes = |unit: u16| if little { unit.to_le_bytes() } else { unit.to_be_bytes() };
                let wide: Vec<u8> = marked.encode_utf16().flat_map(bytes).collect();
                assert_eq!(score_of(&score("r.csv", &wide)), WHOLE, "UTF-16, {little}");
                assert_eq!(score_of(&score("r.csv", &wide[2..])), WHOLE, "UTF-16 without a mark, {little}");
            }
        }
    }
    let commas = "code,direction,actual\nM_0001_1_1,higher,5\nM_0001_1_2,higher,\"97,5\"\nM_0001_1_3,date,2024-12-31\n";
    assert_eq!(score_of(&score("r.csv", commas.as_bytes())), WHOLE);
    // Windows-1252, in Italian, in another order, with a title above and with what is not needed.
    let mut old =
        b"Risultati attivit\xe0 2024;;;;\nRisultato;Unit\xe0;Codice indicatore;Direzione;Annotazioni\n".to_vec();
    old.extend(b"5;n;M_0001_1_1;maggiore;perch\xe9\n97,5;%;M_0001_1_2;maggiore;\n31/12/2024;;M_0001_1_3;entro;\n");
    let run = score("r.csv", &old);
    assert_eq!(score_of(&run), WHOLE);
    assert_eq!(run.stderr, "r.csv: una colonna non serve e non è letta (Unità)\n");
}

#[test]
fn results_in_workbooks_are_those_in_text() {
    let rows: &[&[&str]] = &[
        &["Risultati 2024"],
        &["Codice", "Direzione", "Risultato"],
        &["M_0001_1_1", "maggiore", "=5"],
        &["M_0001_1_2", "maggiore", "=97.5"],
        &["M_0001_1_3", "data", "31/12/2024"],
    ];
    let cells = |cell: &&str| cell.strip_prefix('=').map_or((*cell).to_owned(), |number| format!("=><v>{number}</v>"));
    let xlsx_rows: Vec<Vec<String>> = rows.iter().map(|row| row.iter().map(cells).collect()).collect();
    let xlsx_rows: Vec<Vec<&str>> = xlsx_rows.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
    let xlsx_rows: Vec<&[&str]> = xlsx_rows.iter().map(Vec::as_slice).collect();
    let notes = data(&[&["Legenda", "x"], &["maggiore", "più è meglio"]]);
    let xlsx = workbook(&[("Note", &notes), ("Risultati", &data(&xlsx_rows))], "", "");
    let run = score("r.xlsx", &xlsx);
    assert_eq!(score_of(&run), WHOLE);
    assert_eq!(run.stderr, "r.xlsx: un foglio non ha l'intestazione che serve e non è letto (Note)\n");
    let indicator = &run.json()["directors"][0]["projects"][0]["objectives"][0]["indicators"][1];
    assert_eq!((&indicator["line"], &indicator["sheet"]), (&4.into(), &"Risultati".into()));
    assert_eq!(score_of(&score("r.ods", &ods(&[("Foglio1", rows)]))), WHOLE);
    // A worksheet for each director: all of them count.
    let header: &[&str] = &["code", "direction", "actual"];
    let sheets: &[(&str, &[&[&str]])] = &[
        ("Rossi", &[header, &["M_0001_1_1", "higher", "=5"]]),
        ("Verdi", &[header, &["M_0001_1_2", "higher", "=97.5"], &["M_0001_1_3", "date", "31/12/2024"]]),
    ];
    assert_eq!(score_of(&score("r.ods", &ods(sheets))), WHOLE);
    let twice: &[(&str, &[&[&str]])] =
        &[("Rossi", &[header, &["M_0001_1_1", "higher", "=5"]]), ("Verdi", &[header, &["M_0001_1_1", "higher", "=5"]])];
    let run = score("r.ods", &ods(twice));
    assert!(
        run.status == 2 && run.stderr.contains("r.ods, Verdi!A2: «M_0001_1_1» ha già un risultato"),
        "{}",
        run.stderr
    );
    assert!(run.stderr.contains("Rossi!A2"), "{}", run.stderr);
}

#[test]
fn a_figure_that_may_be_two_is_refused_unless_the_file_tells_its_mark() {
    let with = |first: &str, second: &str| {
        score(
            "r.csv",
            format!("code;direction;actual\nM_0001_1_1;higher;{first}\nM_0001_1_2;higher;{second}\n").as_bytes(),
        )
    };
    for (first, second) in [("1.000", "5"), ("1,000", "5"), ("7,333", "1.000"), ("7,333", "97.5"), ("-1.000 %", "97,5")]
    {
        let run = with(first, second);
        assert_eq!((run.status, &*run.stdout), (2, ""), "{first} {second}");
        assert!(run.stderr.contains(&format!("r.csv:2: «{first}» si può leggere in due modi")), "{}", run.stderr);
    }
    // min(5,125 / 10, 1) = 51,25; min(97,5 / 100, 1) = 97,5; their mean is 74,375.
    assert_eq!(score_of(&with("5,125", "97,5")), "74.375");
    assert_eq!(score_of(&with("5.125", "97.5")), "74.375");
    // 1.000 of 10 is at most 100, and so is 100.000 of 100.
    for (first, second) in [("1.000,0", "1.000.000"), ("1,000.50", "1,000,000"), ("1000", "1000")] {
        assert_eq!(score_of(&with(first, second)), "100.00", "{first} {second}");
    }
    for wrong in ["1.00.000", "1,00.5", "1.000,0.0", "10.0000,5", "1..5", "01.000,0"] {
        assert!(with(wrong, "5").stderr.contains("non è un numero che si possa usare"), "{wrong}");
    }
    // A workbook holds numbers, whose marks are the reader's.
    let cells: &[&[&str]] = &[&["code", "direction", "actual"], &["M_0001_1_1", "higher", "=><v>5.125</v>"]];
    assert_eq!(score_of(&score("r.xlsx", &workbook(&[("A", &data(cells))], "", ""))), "51.25");
}

#[test]
fn what_is_not_seen_or_merged_is_not_taken() {
    let row = |hidden: &str| {
        let shown = data(&[&["code", "direction", "actual"], &["M_0001_1_1", "higher", "5"]]);
        workbook(&[("A", &shown.replace("<row r=\"2\">", &format!("<row r=\"2\"{hidden}>")))], "", "")
    };
    assert_eq!(score_of(&score("r.xlsx", &row(""))), "50.00");
    let run = score("r.xlsx", &row(" hidden=\"1\""));
    assert!(run.status == 2 && run.stderr.contains("r.xlsx, A!A2: code è nascosto o barrato."), "{}", run.stderr);
    let merged = data(&[&["code", "direction", "actual"], &["M_0001_1_1", "higher", "5"], &["M_0001_1_2", "higher"]])
        + "<mergeCells><mergeCell ref=\"C2:C3\"/></mergeCells>";
    let run = score("r.xlsx", &workbook(&[("A", &merged)], "", ""));
    assert!(run.stderr.contains("r.xlsx, A!A3: il risultato di M_0001_1_2 sta in una cella unita."), "{}", run.stderr);
    // A hidden worksheet is none, whatever it has.
    let sheet = data(&[&["code", "direction", "actual"], &["M_0001_1_1", "higher", "5"]]);
    let other = data(&[&["code", "direction", "actual"], &["M_0001_1_1", "higher", "9"]]);
    let run = score("r.xlsx", &workbook(&[("Bozza hidden", &other), ("A", &sheet)], "", ""));
    assert_eq!(score_of(&run), "50.00");
    assert_eq!(
        run.stderr,
        "r.xlsx: un foglio ha l'intestazione che serve, ma è nascosto o barrato, e non è letto (Bozza)\n"
    );
}

#[test]
fn the_staff_file_comes_as_the_payroll_writes_it() {
    let people = |name: &str, bytes: &[u8]| {
        let run = run_with(name, bytes, &["people", "plan", "--staff", name, "--format", "json"]);
        assert_eq!(run.status, 0, "{}", run.stderr);
        let people = run.json()["people"].as_array().expect("people").clone();
        let ugo = people.iter().find(|own| own["person"] == "Verdi Ugo").expect("a person").clone();
        (ugo, run.stderr)
    };
    let export = "Matricola;Cognome;Nome;Qualifica;Unita Operativa;Data Assunzione;Ore Settimanali;RAL;CCNL;Livello\n\
        001234;ROSSI;Ada;Dirigente;VLB;15/03/2020;36;85000;Funzioni locali;DIR\n\
        001235;VERDI;Ugo;Amministrativo;VLB;01/09/2015;18;31000;Funzioni locali;C\n";
    // 50 % of 18 of 36 hours
    let (ugo, told) = people("a.csv", export.as_bytes());
    assert_eq!((&ugo["fte"], &ugo["capacity_percent"]), (&"0.25".into(), &"100.00".into()));
    assert_eq!(
        told,
        "a.csv: 5 colonne non servono e non sono lette (Qualifica, Unita Operativa, RAL, CCNL, Livello)\n"
    );
    let hidden = run_with("a.csv", export.as_bytes(), &["people", "plan", "--staff", "a.csv", "--pseudonymise"]);
    assert!(hidden.stderr.contains("5 colonne non servono e non sono lette (…)"), "{}", hidden.stderr);
    let rows: &[&[&str]] = &[
        &["Elenco del personale al 31/12/2024"],
        &["Nominativo", "Ore settimanali", "Capacità (%)", "Reparto"],
        &["Rossi Ada", "=36", "=100", "VLB"],
        &["Verdi Ugo", "=18", "=50", "VLB"],
    ];
    let (ugo, told) = people("a.ods", &ods(&[("Anagrafica", rows), ("Legenda", &[&["VLB", "Villa"]])]));
    assert_eq!((&ugo["fte"], &ugo["status"]), (&"0.25".into(), &"full".into()));
    assert_eq!(told.lines().count(), 2, "{told}");
    // Of two readings of a figure one may be impossible: nobody works 36.000 hours a week.
    let (ugo, _) = people("a.csv", b"Nominativo;Ore\nRossi Ada;36.000\nVerdi Ugo;18,000\n");
    assert_eq!(ugo["fte"], "0.25");
    // Whom a file names alone, in one column of a workbook.
    let (ugo, _) = people("a.ods", &ods(&[("A", &[&["Nominativo"], &["Rossi Ada"], &["Verdi Ugo"]])]));
    assert_eq!(ugo["capacity_percent"], "100.00");
    let findings = run_with(
        "a.ods",
        &ods(&[("A", rows), ("B", &[&["Nominativo"], &["Neri Ida"]])]),
        &["check", "plan", "--staff", "a.ods", "--format", "json"],
    );
    let of_neri = findings.json()["findings"].as_array().expect("findings").clone();
    let of_neri =
        of_neri.iter().find(|finding| finding["person"] == "Neri Ida").expect("somebody with nothing").clone();
    assert_eq!((&of_neri["code"], &of_neri["origins"][0]["cell"]), (&"A006".into(), &"A2".into()));
    assert_eq!(of_neri["origins"][0]["sheet"], "B");
}

#[test]
fn given_weights_come_in_workbooks_and_what_is_no_table_is_refused() {
    let weights = |name: &str, bytes: &[u8]| {
        run_with(name, bytes, &["weights", "plan", "--weights", name, "--format", "json", "--level", "project"])
    };
    let rows: &[&[&str]] =
        &[&["Progetto", "Titolo", "Peso"], &["2024_PD_0001", "Titolo", "=70.5"], &["2024_PD_0002", "Altro", "29,5 %"]];
    let run = weights("w.ods", &ods(&[("Pesi", rows)]));
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert_eq!(run.json()["directors"][0]["projects"][0]["weight_percent"], "70.50");
    assert_eq!(run.stderr, "w.ods: una colonna non serve e non è letta (Titolo)\n");
    let wrong: &[&[&str]] = &[&["Progetto", "Peso"], &["2024_PD_0001", "=70.5"], &["2024_PD_0009", "=29.5"]];
    let run = weights("w.ods", &ods(&[("Pesi", wrong)]));
    assert!(run.stderr.contains("w.ods, Pesi!A3: nessun dirigente ha «2024_PD_0009»"), "{}", run.stderr);
    for (name, bytes, said) in [
        (
            "w.pdf",
            &b"%PDF-1.4\n"[..],
            "w.pdf: non è una tabella che si possa leggere. Salvarla come CSV, .xlsx, .ods o .xls.",
        ),
        ("w.xlsx", b"PK\x03\x04", "w.xlsx: il documento è danneggiato."),
        ("w.xls", include_bytes!("../forms/flat.xls"), "w.xls, Impegni!A1: manca la colonna «weight_percent»."),
        ("w.csv", b"Progetto;Peso\n2024_PD_0001;70;5\n", "w.csv:2: la riga ha 3 celle, l'intestazione 2."),
        ("w.csv", b"Progetto;Pesi\n2024_PD_0001;70\n", "w.csv:1: «Pesi» non è previsto; forse «peso»?"),
        ("w.csv", b"", "w.csv:1: manca la colonna «code»."),
    ] {
        let run = weights(name, bytes);
        assert!(run.status == 2 && run.stderr.contains(said), "{}", run.stderr);
    }
}

#[test]
fn what_stands_in_brackets_beside_a_header_is_a_part_of_it() {
    // With the expected value alone, what came of it is missing: it is not the target.
    for actual in ["Valore (atteso)", "Risultato (2023)", "Risultato (%)"] {
        let run = score("r.csv", format!("Codice;Direzione;{actual}\nM_0001_1_1;maggiore;5\n").as_bytes());
        assert_eq!((run.status, &*run.stdout), (2, ""), "{actual}");
        assert!(run.stderr.contains("r.csv:1: manca la colonna «actual»."), "{}", run.stderr);
    }
    // Two headers in brackets are two columns: 5 of 10 is 50 %.
    let both = "Indicatore (cod.);Direzione;Valore (atteso);Valore (raggiunto)\nM_0001_1_1;maggiore;10;5\n";
    assert_eq!(score_of(&score("r.csv", both.as_bytes())), "50.00");
    let run = run_with("w.csv", b"Progetto;Peso (2023)\n2024_PD_0001;70\n", &["weights", "plan", "--weights", "w.csv"]);
    assert!(run.stderr.contains("w.csv:1: manca la colonna «weight_percent»."), "{}", run.stderr);
    let staff = |text: &str| run_with("s.csv", text.as_bytes(), &["people", "plan", "--staff", "s.csv"]);
    let run = staff("Nominativo;Ore (mensili)\nVerdi Ugo;78\n");
    assert!(run.status == 2 && run.stderr.contains("s.csv:1: la colonna 2, «Ore (mensili)»"), "{}", run.stderr);
    let run = staff("Nominativo;Ore settimanali (h)\nVerdi Ugo;18\nRossi Ada;156\n");
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("s.csv:3: 156 ore settimanali sono più delle 36 del tempo pieno."), "{}", run.stderr);
}

#[test]
fn a_decimal_comma_between_commas_is_not_lost_where_the_cells_happen_to_fit() {
    let score = |text: &str| score("r.csv", text.as_bytes());
    let run = score("code,direction,actual,note\nM_0001_1_1,higher,5,\nM_0001_1_2,higher,97,5\n");
    assert_eq!((run.status, &*run.stdout), (2, ""));
    assert!(run.stderr.contains("r.csv:3: «97» e «5» in due celle vicine"), "{}", run.stderr);
    // 97 of 100, and 5 of 10: (97 + 50) / 2 is 73,5.
    for fine in ["\"97,0\",x 5", "97,", "97,circa", "97.0,5 su 5"] {
        let text = format!("code,direction,actual,note\nM_0001_1_1,higher,5,\nM_0001_1_2,higher,{fine}\n");
        assert_eq!(score_of(&score(&text)), "73.50", "{fine}");
    }
    // Between semicolons, it is what it says; nor is a column of figures one of words.
    assert_eq!(score_of(&score("code;direction;actual;note\nM_0001_1_1;higher;5;\nM_0001_1_2;higher;97;5\n")), "73.50");
    assert_eq!(
        score_of(&score("code,direction,actual,fase\nM_0001_1_1,higher,5,1\nM_0001_1_2,higher,97,5\n")),
        "73.50"
    );
}
