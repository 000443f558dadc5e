//! The plan as PDFs: every row is read to the letter, or told.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::forms::{assert_same, form};
use crate::support::{Folder, document, findings};

/// The PDFs in `tests/forms`, each of another producer, with other tables.
const PDFS: [&str; 10] = [
    "chromium-bordered-middle-9.pdf",
    "rotated-libreoffice-open-top-12.pdf",
    "typst-open-middle-9.pdf",
    "encrypted-typst-hyphenated-bordered-top-9.pdf",
    "weasyprint-open-middle-9.pdf",
    "distilled-libreoffice-bordered-middle-9.pdf",
    "fop-open.pdf",
    "fpdf2-bordered.pdf",
    "latex-open.pdf",
    "reportlab-open.pdf",
];

/// The rows of a folder's plan, each as what must be right of it.
fn rows(folder: &Folder) -> Vec<String> {
    let rows = folder.cento(&["rows", ".", "--format", "json"]).json();
    let columns = ["cdr", "project", "person_as_written", "role_as_written", "percent"];
    let row = |row: &Value| columns.map(|column| row[column].as_str().unwrap_or("unknown").to_owned()).join("|");
    let mut rows: Vec<String> = rows["rows"].as_array().expect("rows").iter().map(row).collect();
    rows.sort();
    rows
}

#[test]
fn every_row_of_every_producer_is_read_to_the_letter() {
    let truth = rows(&Folder::with(document()));
    assert_eq!(truth.len(), 162);
    for name in PDFS {
        let folder = Folder::new().add(name, form(name));
        assert_eq!(rows(&folder), truth, "{name}");
        let check = folder.check();
        assert_eq!(check["totals"]["commitment_percent"], "5162.00", "{name}");
        assert_eq!(check["totals"]["people_under"], 12, "{name}");
        assert_eq!(check["coverage"]["rows_rejected"], 0, "{name}");
        // No page is taken for a picture, and no table is torn.
        for code in ["R006", "R007", "R008", "R009"] {
            assert!(findings(&check, code).is_empty(), "{name}: {code}");
        }
        // Every code of every summary is read, also where narrow cells break it.
        let counts = ["D001", "D002", "D003", "D004"].map(|code| findings(&check, code).len());
        assert_eq!(counts, [1, 0, 1, 0], "{name}");
    }
}

#[test]
fn a_pdf_says_what_the_text_says() {
    assert_same(&Folder::new().add("piano.pdf", form(PDFS[0])));
    // What a document is, its bytes say and not its name.
    assert_same(&Folder::new().add("piano.docx", form(PDFS[0])));
}

#[test]
fn every_row_has_its_page() {
    let folder = Folder::new().add("piano.pdf", form(PDFS[0]));
    let person = folder.cento(&["person", "Ugoletti Monica", ".", "--format", "json"]).json();
    let pages: Vec<u64> = person["persons"][0]["commitments"]
        .as_array()
        .expect("rows")
        .iter()
        .map(|row| row["origin"]["page"].as_u64().expect("a page"))
        .collect();
    assert_eq!(pages.len(), 3);
    assert!(pages.is_sorted() && pages[0] < pages[2], "{pages:?}");
    let shown = folder.cento(&["person", "Ugoletti Monica", "."]).stdout;
    assert!(shown.contains("Pag.") && shown.contains("3 + 92 + 5 = 100,00 %"), "{shown}");
}

#[test]
fn a_finding_says_where_on_its_page_it_is_unless_it_is_about_all_of_it() {
    let gallery = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gallery/R007.pdf");
    let folder = Folder::new().add("plan.pdf", fs::read(gallery).expect("the page"));
    let json = folder.cento(&["check", "plan.pdf", "--format", "json"]).json();
    let place = |finding: &Value| {
        let origin = &finding["origins"][0];
        let [code, height] = [&finding["code"], &origin["height"]].map(|value| value.as_str().unwrap_or("none"));
        format!("{code} {} {height}", origin["page"])
    };
    let places: Vec<String> = json["findings"].as_array().expect("findings").iter().map(place).collect();
    assert_eq!(places, ["R007 1 none", "A002 1 middle"]);
}

#[test]
fn the_same_plan_in_two_forms_is_not_added_up() {
    let folder = Folder::new().add("a.pdf", form(PDFS[0])).add("b.md", document());
    let check = folder.check();
    assert_eq!(check["totals"]["commitment_percent"], "5162.00");
    // One finding for all 55 sheets, with no row to be looked at; and nothing was not read.
    let told = findings(&check, "D004");
    assert_eq!(told.len(), 1);
    let facts = ["document", "other_document", "sheets", "rows", "differing_rows"].map(|key| told[0][key].clone());
    assert_eq!(facts, [json!("b.md"), json!("a.pdf"), json!(55), json!(162), json!(0)]);
    assert_eq!(told[0]["message"], "b.md ripete 55 schede di a.pdf, e si leggono da questo; le righe sono le stesse");
    assert_eq!((&check["coverage"]["rows_rejected"], &check["coverage"]["rows_repeated"]), (&json!(162), &json!(162)));
    assert_eq!(check["totals"]["people_partly_read"], 0);
    let sentence = folder.cento(&["check", ".", "-q"]).stdout;
    assert_eq!(sentence.trim_end(), "58 persone: nessuna oltre il 100 %, 46 esattamente al 100 %, 12 sotto");
    // What says something else is told, and explains what is missing.
    let other = document().replacen("92,00 %", "91,00 %", 1);
    let check = Folder::new().add("a.md", document()).add("b.md", other).check();
    let told = findings(&check, "D004");
    assert_eq!(
        (told.len(), &told[0]["differing_rows"], told[0]["origins"].as_array().map(Vec::len)),
        (1, &json!(1), Some(3))
    );
    assert_eq!(check["totals"]["people_partly_read"], 1);
}

#[test]
fn pdfs_that_cannot_be_read_are_refused_with_what_to_do() {
    let whole = form(PDFS[0]);
    let cases = [
        (whole[..whole.len() / 2].to_vec(), "danneggiato"),
        (form("locked.pdf"), "password"),
        (form("scan.pdf"), "OCR"),
    ];
    for (bytes, said) in cases {
        let folder = Folder::new().add("piano.pdf", bytes);
        let run = folder.cento(&["check", "piano.pdf"]);
        assert_eq!(run.status, 2, "{said}: {}", run.stderr);
        assert!(
            run.stdout.is_empty() && run.stderr.contains("piano.pdf") && run.stderr.contains(said),
            "{}",
            run.stderr
        );
    }
}

#[test]
fn a_picture_in_the_place_of_a_staff_table_is_told() {
    let told = fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/told/image_table.pdf")).expect("a PDF");
    let check = Folder::new().add("piano.pdf", told).check();
    let message = findings(&check, "D003")[0]["message"].as_str().expect("a message").to_owned();
    assert!(message.contains("a pagina 1 c'è un'immagine"), "{message}");
    // Pictures elsewhere, and coats of arms, are nobody's table.
    let check = Folder::new().add("piano.pdf", form(PDFS[0])).check();
    assert!(!findings(&check, "D003")[0]["message"].as_str().expect("a message").contains("immagine"));
}

#[test]
fn cut_and_scrambled_pdfs_never_panic() {
    let whole = form("weasyprint-open-middle-9.pdf");
    for round in 0..24_usize {
        let mut bytes = whole.clone();
        for at in (0..40).map(|number| (number * 7919 + round * 104_729) % whole.len()) {
            bytes[at] ^= 1 << (round % 8);
        }
        bytes.truncate(whole.len() - (round % 3) * 20_000);
        let run = Folder::new().add("piano.pdf", bytes).cento(&["check", "piano.pdf", "-q"]);
        assert!([0, 1, 2].contains(&run.status) && !run.stderr.contains("panicked"), "{}", run.stderr);
    }
}

/// What is right of the small PDFs in `tests/pages`, as the program that made them says: each line has the name of a file,
/// and what is to be read in it, or behind `!` the code of a finding.
#[test]
fn what_is_hard_to_see_on_a_page_is_read_or_told() {
    let pages = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages");
    let expected = fs::read_to_string(pages.join("expected.tsv")).expect("what is right");
    let mut files: Vec<&str> = expected.lines().filter_map(|line| line.split('\t').next()).collect();
    files.dedup();
    assert!(files.len() > 5);
    for file in files {
        let of_file = expected.lines().filter_map(|line| line.strip_prefix(file)?.strip_prefix('\t'));
        let (codes, mut right): (Vec<&str>, Vec<&str>) = of_file.partition(|line| line.starts_with('!'));
        let name = format!("{file}.pdf");
        let folder = Folder::new().add(&name, fs::read(pages.join(&name)).expect("a PDF"));
        let read = folder.cento(&["rows", ".", "--format", "json"]).json();
        let row = |row: &Value| {
            ["project", "person", "role_as_written", "percent"]
                .map(|key| row[key].as_str().unwrap_or("-").to_owned())
                .join("\t")
        };
        let mut read: Vec<String> = read["rows"].as_array().expect("rows").iter().map(row).collect();
        read.sort();
        right.sort_unstable();
        assert_eq!(read, right, "{file}");
        let check = folder.check();
        for code in &codes {
            let count = codes.iter().filter(|other| *other == code).count();
            assert_eq!(findings(&check, &code[2..]).len(), count, "{file}: {code}");
        }
    }
}
