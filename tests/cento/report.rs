//! The report: everything that an office keeps, and nothing that it must not.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use calamine::{Data, Reader, Xlsx, open_workbook};
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::support::{Folder, Run, cento, document, sheet};

/// The report of the repository's plan, in a folder of its own.
fn report(args: &[&str]) -> (Folder, PathBuf) {
    let folder = Folder::new();
    let target = folder.path().join("out");
    let run = cento(&[&["report", "data", "-o", target.to_str().expect("a path")], args].concat());
    assert_eq!(run.status, 0, "{}", run.stderr);
    (folder, target)
}

/// Every file below a folder, by its path there.
fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut found: Vec<(String, Vec<u8>)> = walkdir::WalkDir::new(folder)
        .into_iter()
        .map(|entry| entry.expect("an entry"))
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let name = entry.path().strip_prefix(folder).expect("below").to_string_lossy().into_owned();
            (name, fs::read(entry.path()).expect("a file"))
        })
        .collect();
    found.sort();
    found
}

fn in_report(folder: &Folder, args: &[&str]) -> Run {
    folder.cento(&[&["report"], args].concat())
}

#[test]
fn the_workbook_holds_every_row_and_its_controls_agree() {
    let (_folder, target) = report(&[]);
    let mut book: Xlsx<_> = open_workbook(target.join("cento.xlsx")).expect("a workbook");
    assert_eq!(book.sheet_names(), ["Leggimi", "Persone", "Dettaglio", "CDR", "Progetti", "Pesi", "Anomalie"]);
    let rows = book.worksheet_range("Dettaglio").expect("a sheet");
    assert_eq!(rows.height(), 163);
    // In hundredths of a percent, so that binary fractions do no harm.
    let hundredths = |cell: Option<&Data>| match cell {
        Some(Data::Float(share)) => format!("{:.0}", share * 10_000.0).parse::<i64>().expect("a figure"),
        other => panic!("{other:?}"),
    };
    let sum: i64 = (1..163).map(|row| hundredths(rows.get((row, 6)))).sum();
    assert_eq!(sum, 516_200);
    let people = book.worksheet_range("Persone").expect("a sheet");
    assert_eq!(people.height(), 60);
    for row in 1..60 {
        assert_eq!(hundredths(people.get((row, 5))), hundredths(people.get((row, 8))), "row {row}");
        assert_eq!(people.get((row, 9)), Some(&Data::String("sì".to_owned())));
    }
    let formulas = book.worksheet_formula("Persone").expect("formulas");
    let control =
        formulas.used_cells().map(|(_, _, formula)| formula.clone()).find(|formula| formula.contains("SUMIFS"));
    assert!(control.expect("a control").starts_with("ROUND(SUMIFS("));
    let weights = book.worksheet_range("Pesi").expect("a sheet");
    assert_eq!((1..weights.height()).map(|row| hundredths(weights.get((row, 5)))).sum::<i64>(), 5 * 10_000);
}

#[test]
fn a_control_counts_the_rows_without_a_cdr_and_codes_as_they_are_written() {
    let text = format!(
        "{}## 04 - UNO\n\n{}## 4 - DUE\n\n{}",
        sheet("2024_PD_0001", &["Rossi Ada\tDipendente\t60,00 %"]),
        sheet("2024_PD_0401", &["Rossi Ada\tDipendente\t30,00 %"]),
        sheet("2024_PD_4001", &["Rossi Ada\tDipendente\t10,00 %"]),
    );
    let folder = Folder::with(text);
    let run = in_report(&folder, &["plan.md", "-o", "out"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let mut book: Xlsx<_> = open_workbook(folder.path().join("out/cento.xlsx")).expect("a workbook");
    let formulas = book.worksheet_formula("CDR").expect("formulas");
    let sums: Vec<&String> =
        formulas.used_cells().map(|cell| cell.2).filter(|formula| !formula.starts_with("IF")).collect();
    assert_eq!(sums.len(), 3);
    // A comparison, which knows 04 from 4 and an empty cell from 0, and no criterion, which does not.
    assert!(sums.iter().all(|sum| sum.contains("[CDR]=A") && !sum.contains("SUMIFS")), "{sums:?}");
}

#[test]
fn what_the_figures_rest_on_is_told() {
    let folder = Folder::new()
        .add("plan/p.md", sheet("2024_PD_0001", &["Rossi Ada\tDipendente\t60,00 %", "Verdi Ugo\tDipendente\t0,00 %"]))
        .add(
            "plan/cento.toml",
            "[[accepted]]\nperson = \"Rossi Ada\"\ncode = \"A002\"\nreason = \"Le altre ore sono altrove\"\n",
        )
        .add("staff.csv", "nome;capacita_percento\nRossi Ada;80\nVerdi Ugo;0\n");
    let run = in_report(&folder, &["plan", "--staff", "staff.csv", "--date", "2026-11-25", "-o", "out"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let read = |name: &str| fs::read_to_string(folder.path().join("out").join(name)).expect(name);
    let hash = |name: &str| {
        let bytes = fs::read(folder.path().join(name)).expect(name);
        Sha256::digest(&bytes).iter().fold(String::new(), |out, byte| out + &format!("{byte:02x}"))
    };
    let manifest: Value = serde_json::from_str(&read("manifest.json")).expect("JSON");
    assert_eq!(manifest["staff"], serde_json::json!({"path": "staff.csv", "sha256": hash("staff.csv")}));
    assert_eq!(manifest["settings"]["sha256"], hash("plan/cento.toml"));
    let page = read("index.html");
    for told in [
        "Capacità</th>",
        "80,00 %",
        "alla capacità",
        "accettata: Le altre ore sono altrove",
        "25/11/2026",
        &hash("staff.csv"),
    ] {
        assert!(page.contains(told), "{told}");
    }
    let mut book: Xlsx<_> = open_workbook(folder.path().join("out/cento.xlsx")).expect("a workbook");
    let findings = book.worksheet_range("Anomalie").expect("a sheet");
    assert!(findings.used_cells().any(|(_, _, cell)| cell.to_string().contains("Le altre ore sono altrove")));
    let about = book.worksheet_range("Leggimi").expect("a sheet");
    for told in ["staff.csv", "cento.toml", "25/11/2026"] {
        assert!(about.used_cells().any(|(_, _, cell)| cell.to_string().contains(told)), "{told}");
    }
}

#[test]
fn the_manifest_knows_every_file_and_what_it_was_made_from() {
    let (_folder, target) = report(&["--date", "2026-11-25"]);
    let manifest: Value =
        serde_json::from_slice(&fs::read(target.join("manifest.json")).expect("a manifest")).expect("JSON");
    assert_eq!((&manifest["schema"], &manifest["date"]), (&"cento.report/1".into(), &"2026-11-25".into()));
    let input = &manifest["inputs"][0];
    let document = document();
    let hash =
        |bytes: &[u8]| Sha256::digest(bytes).iter().fold(String::new(), |out, byte| out + &format!("{byte:02x}"));
    assert_eq!(input["sha256"], hash(document.as_bytes()));
    let listed = manifest["files"].as_array().expect("files");
    let all = files(&target);
    assert_eq!(listed.len() + 1, all.len());
    for (name, bytes) in all.iter().filter(|(name, _)| name != "manifest.json") {
        let entry = listed.iter().find(|entry| entry["path"] == *name).expect(name);
        assert_eq!(entry["sha256"], hash(bytes), "{name}");
    }
    for name in ["index.html", "cento.xlsx", "rows.csv", "findings.json"] {
        assert!(all.iter().any(|(own, _)| own == name), "{name}");
    }
    // The rows as Parquet are there, or the manifest says how to get them.
    let left_out = &manifest["left_out"][0];
    assert_eq!(all.iter().any(|(own, _)| own == "rows.parquet"), cfg!(feature = "parquet"));
    assert_eq!(left_out["path"] == "rows.parquet", !cfg!(feature = "parquet"));
    let reason = left_out["reason"].as_str().unwrap_or_default();
    assert_eq!(reason.contains("--features parquet"), !cfg!(feature = "parquet"));
}

#[test]
fn the_same_plan_gives_the_same_report_and_only_a_report_is_replaced() {
    let folder = Folder::new().add("plan/p.md", document());
    assert_eq!(in_report(&folder, &["plan", "-o", "out"]).status, 0);
    let target = folder.path().join("out");
    let before = files(&target);
    assert_eq!(in_report(&folder, &["plan", "-o", "out"]).status, 0);
    assert_eq!(before, files(&target));
    // A failing run leaves what was there.
    assert_eq!(in_report(&folder, &["missing", "-o", "out"]).status, 2);
    assert_eq!(before, files(&target));
    // Somebody's own file in it is never lost.
    fs::write(target.join("my notes.txt"), "mine").expect("a file");
    let run = in_report(&folder, &["plan", "-o", "out"]);
    assert!(run.status == 2 && run.stderr.contains("my notes.txt"), "{}", run.stderr);
    assert_eq!(fs::read_to_string(target.join("my notes.txt")).expect("the file"), "mine");
    let left: BTreeSet<String> = fs::read_dir(folder.path())
        .expect("a folder")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    assert_eq!(left, BTreeSet::from(["out".to_owned(), "plan".to_owned()]));
}

#[test]
fn several_plans_have_a_report_each() {
    let folder = Folder::new()
        .add("p/uno/p.md", sheet("2024_PD_0001", &["Rossi Ada\tDipendente\t60,00 %"]))
        .add("p/due/p.md", sheet("2024_PD_0001", &["Verdi Ugo\tDipendente\t100,00 %"]));
    let run = in_report(&folder, &["p", "-o", "out", "--lang", "en"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    for name in ["uno", "due"] {
        let page = fs::read_to_string(folder.path().join("out").join(name).join("index.html")).expect("a page");
        assert!(page.contains("<html lang=\"en\">"));
        assert_eq!(page.contains("Verdi Ugo"), name == "due");
    }
}

/// Sixty plans: of one label, of labels that begin alike, that differ in case and signs alone, and that are names of devices.
fn many_plans() -> Folder {
    let long = "Unione dei Comuni della Valle del Fiume e delle Terre di Mezzo".repeat(2);
    let label = |number: usize| match number {
        0..20 => "Comune di Prova 2024".to_owned(),
        20..40 => format!("{long} {number}"),
        40..56 => ["Allegato B", "ALLEGATO B", "allegato-b", "Allegato «B»"][number % 4].to_owned(),
        _ => ["CON", "nul", "Com1", "…"][number % 4].to_owned(),
    };
    let surnames = ["Rossi", "Verdi", "Neri", "Bruni", "Gallo", "Costa", "Fonti", "Greco", "Lodi", "Monti"];
    let names = ["Ada", "Ugo", "Ida", "Eva", "Leo", "Pia"];
    (0..60).fold(Folder::new(), |folder, number| {
        let plan =
            sheet("2024_PD_0001", &[&format!("{} {}\tDipendente\t100,00 %", surnames[number / 6], names[number % 6])]);
        let settings = format!("[plan]\nlabel = \"{}\"\n", label(number));
        folder.add(&format!("plans/{number:02}/p.md"), plan).add(&format!("plans/{number:02}/cento.toml"), settings)
    })
}

#[test]
fn no_report_of_sixty_plans_overwrites_another() {
    let folder = many_plans();
    let run = in_report(&folder, &["plans", "-o", "out"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let manifest = fs::read_to_string(folder.path().join("out/manifest.json")).expect("a manifest");
    let manifest: Value = serde_json::from_str(&manifest).expect("JSON");
    let plans = manifest["plans"].as_array().expect("plans");
    let name = |plan: &Value| plan["folder"].as_str().expect("a folder").to_lowercase();
    let folders: BTreeSet<String> = plans.iter().map(name).collect();
    assert_eq!((plans.len(), folders.len()), (60, 60));
    for name in &folders {
        let is_device = ["con", "prn", "aux", "nul"].contains(&&**name) || matches!(&**name, "com1" | "lpt1");
        assert!(
            !is_device && name.len() < 70 && name.chars().all(|c| c.is_ascii_alphanumeric() || "-_".contains(c)),
            "{name}"
        );
    }
    // Each holds the rows of its own plan, and all of them together those of all.
    let mut people = BTreeSet::new();
    for plan in plans {
        let rows = folder.path().join("out").join(name(plan)).join("rows.csv");
        let rows = fs::read_to_string(rows).expect("rows");
        assert!(rows.contains(&plan["plan"].as_str().expect("a label").replace('"', "\"\"")), "{rows}");
        // The thirteenth column is the person.
        people.insert(rows.lines().nth(1).expect("a row").split(',').nth(12).expect("a person").to_owned());
    }
    assert_eq!(people.len(), 60);
    let files = manifest["files"].as_array().expect("files");
    let paths: BTreeSet<String> =
        files.iter().map(|file| file["path"].as_str().expect("a path").to_lowercase()).collect();
    assert_eq!(paths.len(), files.len());
    assert_eq!(files.len() + 1, self::files(&folder.path().join("out")).len());
}

#[test]
fn no_picture_of_sixty_plans_overwrites_another() {
    let folder = many_plans();
    let run = folder.cento(&["chart", "people", "plans", "-o", "out", "--format", "svg"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let made = files(&folder.path().join("out"));
    let names: BTreeSet<String> = made.iter().map(|(name, _)| name.to_lowercase()).collect();
    // Each with its words beside it.
    assert_eq!((made.len(), names.len()), (120, 120));
    let drawn: BTreeSet<&[u8]> =
        made.iter().map(|(_, bytes)| &bytes[..]).filter(|bytes| bytes.starts_with(b"<svg")).collect();
    assert_eq!(drawn.len(), 60);
}

#[test]
fn the_page_asks_for_nothing_and_says_the_finding_first() {
    let (_folder, target) = report(&[]);
    let page = fs::read_to_string(target.join("index.html")).expect("a page");
    assert!(page.contains("default-src &#39;none&#39;") || page.contains("default-src 'none'"));
    for asked in ["src=\"http", "href=\"http", "url(", "@import", "<link", "<img", "<iframe", " style=\"", " onclick="]
    {
        assert!(!page.contains(asked), "{asked}");
    }
    let headline = page.find("<h1>58 persone: nessuna oltre il 100\u{a0}%").expect("the finding");
    assert!(headline < page.find("<table").expect("a table"));
    assert!(page.contains("3 + 92 + 5 = 100,00 %"));
    assert_eq!(page.matches("<svg").count(), page.matches("role=\"img\"").count());
    // Ids are of one thing each.
    let mut ids: Vec<&str> = page.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let count = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), count);
}

/// Names that would do something where they are not taken for text.
const HOSTILE: [&str; 6] = [
    "<script>alert(1)</script>",
    "=HYPERLINK(\"x\")",
    "+1 Rossi",
    "\"; DROP TABLE x",
    "@SUM(A1) Verdi",
    "\u{202E}odnamra \u{627}\u{644}",
];

#[test]
fn hostile_names_are_text_everywhere() {
    let long = format!("Rossi {}", "x".repeat(10_000));
    let rows: Vec<String> = HOSTILE
        .iter()
        .map(|name| (*name).to_owned())
        .chain([long.clone()])
        .map(|name| format!("{name}\tDipendente\t40,00 %"))
        .collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let plan = format!("## 01 - <b>UNO</b>\n\n{}", sheet("2024_PD_0001", &rows).replace("Titolo", "=1+1 <img src=x>"));
    let folder = Folder::new().add("plan/p.md", plan);
    let run = in_report(&folder, &["plan", "-o", "out", "--csv-dialect", "excel-it"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let target = folder.path().join("out");
    let page = fs::read_to_string(target.join("index.html")).expect("a page");
    assert!(!page.contains("<script>alert") && !page.contains("<img"), "markup of the plan is text");
    assert_eq!(page.matches("<script>").count(), 1);
    assert!(page.contains("alert(1)"));
    let csv = fs::read_to_string(target.join("rows.csv")).expect("rows");
    assert!(csv.contains("'=HYPERLINK") && csv.contains("'+1 Rossi") && csv.contains("'@SUM"));
    assert!(csv.contains(";40,00;") && !csv.contains(";'40"), "numbers stay numbers");
    let mut book: Xlsx<_> = open_workbook(target.join("cento.xlsx")).expect("a workbook");
    let people = book.worksheet_range("Persone").expect("a sheet");
    let names: Vec<String> =
        (1..people.height()).map(|row| people.get((row, 1)).expect("a cell").to_string()).collect();
    assert!(names.iter().any(|name| name == "=HYPERLINK(\"x\")") && names.iter().any(|name| name.len() > 10_000));
    let formulas = book.worksheet_formula("Persone").expect("formulas");
    assert!(formulas.used_cells().all(|(_, _, formula)| !formula.contains("HYPERLINK")));
    for name in ["findings.json", "manifest.json"] {
        serde_json::from_slice::<Value>(&fs::read(target.join(name)).expect(name)).expect("JSON");
    }
}

#[test]
fn nobody_is_named_in_any_byte_of_a_pseudonymised_report() {
    let (_folder, target) = report(&["--pseudonymise"]);
    let names = [
        "verzelli",
        "verzelloni",
        "gandellini",
        "benvegna",
        "battini",
        "ugoletti",
        "piacentini",
        "bugli",
        "licciardello",
    ];
    let mut seen = 0;
    for (name, bytes) in files(&target) {
        let text = format!("{name}\n{}", String::from_utf8_lossy(&bytes)).to_lowercase();
        for person in names {
            assert!(!text.contains(person), "{name}: {person}");
        }
        seen += usize::from(text.contains("persona 0"));
    }
    assert!(seen > 5);
    // A workbook and a Parquet file are compressed: what is in them is looked at, too.
    let mut book: Xlsx<_> = open_workbook(target.join("cento.xlsx")).expect("a workbook");
    for sheet in book.sheet_names() {
        let cells = book.worksheet_range(&sheet).expect("a sheet");
        for (_, _, cell) in cells.used_cells() {
            let text = cell.to_string().to_lowercase();
            assert!(names.iter().all(|person| !text.contains(person)), "{sheet}: {text}");
        }
    }
}

#[test]
fn the_published_report_is_what_its_command_makes() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("reports");
    let page = fs::read_to_string(root.join("README.md")).expect("the README of the reports");
    let line = page.lines().find_map(|line| line.strip_prefix("cento report ")).expect("its command");
    let folder = Folder::new();
    let target = folder.path().join("out");
    let line = line.replace("reports/reggio-emilia-2024", target.to_str().expect("a path"));
    let args: Vec<&str> = ["report"].into_iter().chain(line.split_whitespace()).collect();
    let run = cento(&args);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let (made, mut kept) = (files(&target), files(&root.join("reggio-emilia-2024")));
    assert!(kept.iter().any(|(name, _)| name == "rows.parquet"), "the published report has all that there can be");
    kept.retain(|(name, _)| name != "rows.parquet" || cfg!(feature = "parquet"));
    let names = |all: &[(String, Vec<u8>)]| all.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>();
    assert_eq!(names(&made), names(&kept));
    for ((name, made), (_, kept)) in made.iter().zip(&kept) {
        // Pictures and what counts them depend on the last bit of a processor's arithmetic.
        let is_exact = !name.starts_with("pictures/") && name != "manifest.json";
        assert!(!is_exact || made == kept, "{name} is not what the command makes");
    }
}
