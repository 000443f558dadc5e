//! Pseudonyms, looked for byte by byte: plans in which names stand wherever a text may stand, and every output of every command.

use std::fs;
use std::io::{Cursor, Read};
use std::path::Path;

use flate2::read::ZlibDecoder;
use zip::ZipArchive;

use crate::support::{Folder, Run, sheet};
use crate::workbooks::workbook;

/// What must stand nowhere, in small letters: words of names, and names that are told by two short words.
const NAMES: [&str; 14] = [
    "quarantotti",
    "zelinda",
    "bernardi",
    "bemardi",
    "carmine",
    "mastroianni",
    "mastr0ianni",
    "petronilla",
    "li ma",
    "ma li",
    "lima",
    "deluca",
    "fiorenzuola",
    "tarantino",
];

const ROWS: [&str; 7] = [
    "Quarantotti Zelinda\tDirigente\t60,00 %",
    "Bernardi Carmine\tDipendente\t130,00 %",
    "Mastroianni Petronilla\tDipendente\t50,00 %",
    "Mastr0ianni Petronilla\tDipendente\t5,00 %",
    "Li Ma\tDipendente\t20,00 %",
    "Ufficio Bernardi\tDipendente\t10,00 %",
    "De Luca Fiorenzuola\tDipendente\tO,50 %",
];

/// A plan in which names stand in titles, objectives, indicators, codes, names of CDRs, and beside figures.
fn plan() -> String {
    let objective = "**Obiettivo di miglioramento****2024\\_OB\\_0411\\_1** **Quarantottizelinda e Li Ma**\n\n\
        Codice indicatore\tIndicatore\tValore previsto 2024\n\
        M_0411_1_1\tPratiche di Bernardi, C.\tper Mastroianni\n\
        O_0411_1_2\tGiorni di Fiorenzuola\t30\n\n";
    let head = "# PEG 2024\n\n## 04 - UFFICIO DELLA BERNARDI\n\nDirigente: Quarantotti Zelinda, per Tarantino Ugo\n\n";
    let first = sheet("2024_PD_0411", &ROWS)
        .replace("Titolo**\n\n", &format!("Scheda di Bemardi, Mastr0ianni e DeLuca (li ma)**\n\n{objective}"));
    let second =
        sheet("2024_PD_BERNARDI", &["Quarantotti Zelinda\tDirigente\t50,00 %", "Bemardi Carmine\tDipendente\t30,00 %"])
            .replace("Titolo", "B/e/r/n/a/r/d/i C/a/r/m/i/n/e, PROGETTOBERNARDI, Ber-nardi e bernardi2");
    let third = sheet("2024_PG_ZELINDA", &["Mastroianni Petronilla\tPerito Bernardi\t50,00 %"]);
    format!("{head}{first}{second}{third}Bernardi Carmine 12,00 %\n\nTarantino Ugo\tDipendente\t3 %\n")
}

/// The same people in a workbook whose sheets are called after them.
fn book() -> Vec<u8> {
    let cell = |text: &str| format!("<c t=\"inlineStr\"><is><t>{text}</t></is></c>");
    let row = |cells: &[&str]| format!("<row>{}</row>", cells.iter().map(|text| cell(text)).collect::<String>());
    let table = |code: &str, rows: &[&str]| {
        let head = [row(&[code]), row(&["Nome Soggetto", "Relazione Personale", "Impegno Personale"])];
        let rows = rows.iter().map(|line| row(&line.split('\t').collect::<Vec<_>>()));
        format!("<sheetData>{}</sheetData>", head.into_iter().chain(rows).collect::<String>())
    };
    let (first, second) = (table("2024_PD_0511", &ROWS[..4]), table("2024_PD_0512 LIMA", &ROWS[4..]));
    workbook(&[("Bernardi Carmine", &first), ("schedaquarantotti", &second)], "", "")
}

/// A folder in which folders and files are called after people, too.
fn folder() -> Folder {
    let settings = "[[accepted]]\ncode = \"A002\"\nperson = \"Li Ma\"\nreason = \"lo dice Bernardi\"\n\
        [[accepted]]\ncode = \"A001\"\nproject = \"2024_PD_BERNARDI\"\nreason = \"-\"\n\
        [[same_person]]\nnames = [\"Tarantino Ugo\", \"Tarantino Hugo\"]\n";
    Folder::new()
        .add("piani di Zelinda/bernardicarmine.md", plan())
        .add("piani di Zelinda/cento.toml", settings)
        .add("piani di Zelinda/quarantotti_zelinda.txt", "Niente di Tarantino Ugo.\n")
        .add("mastroiannipetronilla/Li Ma.xlsx", book())
        .add("personale di Tarantino.csv", "name;matricola;note\nLi Ma;12;x\nTarantino Ugo;13;Bernardi\n")
        .add("risultati Bernardi.csv", "code;direction;actual\nO_0411_1_2;lower;20\n")
        .add("chiave", "una chiave che nessuno indovina")
}

const PATHS: [&str; 2] = ["piani di Zelinda", "mastroiannipetronilla"];

/// Every text in some bytes: themselves, and what is packed in them.
fn texts(name: &str, bytes: &[u8]) -> Vec<(String, String)> {
    let mut texts = vec![(name.to_owned(), String::from_utf8_lossy(bytes).into_owned())];
    if bytes.starts_with(b"PK") {
        let mut package = ZipArchive::new(Cursor::new(bytes)).expect("a package");
        for at in 0..package.len() {
            let mut part = package.by_index(at).expect("a part");
            let mut inside = Vec::new();
            part.read_to_end(&mut inside).expect("its bytes");
            let own = part.name().expect("its name").into_owned();
            texts.push((format!("{name}: {own}"), String::from_utf8_lossy(&inside).into_owned()));
        }
    }
    // Whatever is packed in PNG, PDF or another form begins so.
    for at in bytes.windows(2).enumerate().filter(|(_, two)| two[0] == 0x78 && matches!(two[1], 1 | 0x5E | 0x9C | 0xDA))
    {
        let mut inside = Vec::new();
        let _ = ZlibDecoder::new(&bytes[at.0..]).take(1 << 20).read_to_end(&mut inside);
        if !inside.is_empty() {
            texts.push((format!("{name}: stream at {}", at.0), String::from_utf8_lossy(&inside).into_owned()));
        }
    }
    texts
}

fn assert_unnamed(what: &str, bytes: &[u8]) {
    for (place, text) in texts(what, bytes) {
        let text = text.to_lowercase();
        for name in NAMES {
            if let Some(at) = text.find(name) {
                let near: String = text[..at].chars().rev().take(60).collect::<Vec<_>>().into_iter().rev().collect();
                panic!("{place}: {name} after {near:?}");
            }
        }
    }
}

fn assert_run(run: &Run, what: &str) {
    assert_unnamed(what, format!("{}\n{}", run.stdout, run.stderr).as_bytes());
}

/// Every file that a command has written below a folder.
fn assert_files(folder: &Path) -> usize {
    let files = walkdir::WalkDir::new(folder).into_iter().map(|entry| entry.expect("an entry"));
    let mut seen = 0;
    for file in files.filter(|entry| entry.file_type().is_file()) {
        let name = file.path().strip_prefix(folder).expect("below").to_string_lossy().into_owned();
        assert_unnamed("the name of a file", name.as_bytes());
        assert_unnamed(&name, &fs::read(file.path()).expect("a file"));
        seen += 1;
    }
    seen
}

#[test]
fn the_plan_of_this_test_is_read_as_it_is_meant() {
    let folder = folder();
    let run = folder.cento(&["rows", PATHS[0], PATHS[1], "--format", "json"]);
    let all = run.stdout.to_lowercase();
    for text in ["ufficio bernardi", "2024_pd_bernardi", "scheda di bemardi", "schedaquarantotti", "li ma.xlsx"] {
        assert!(all.contains(text), "{text}");
    }
    let weights = folder.cento(&["weights", PATHS[0], "--level", "indicator", "--format", "json"]).stdout;
    assert!(weights.contains("Quarantottizelinda") && weights.contains("Bernardi, C."), "{weights}");
    let codes = crate::support::codes(&folder.cento(&["check", PATHS[0], "--format", "json"]).json());
    for code in ["N001", "N004", "N006", "A001", "R001", "N003"] {
        assert!(codes.iter().any(|own| own == code), "{code} of {codes:?}");
    }
}

#[test]
fn no_byte_of_what_commands_print_names_anybody() {
    let folder = folder();
    let staff = ["--staff", "personale di Tarantino.csv"];
    let results = ["--results", "risultati Bernardi.csv", "--floor", "2024_PD_BERNARDI=20"];
    let commands: [&[&str]; 12] = [
        &["check"],
        &["check", "--excerpts", "never", "--sha256"],
        &["people"],
        &["projects"],
        &["cdrs"],
        &["rows"],
        &["person", "Bernardi Carmine"],
        &["weights", "--level", "indicator"],
        &["weights", "--group-by", "cdr", "--floor", "2024_PD_BERNARDI=20"],
        &["score", "--template"],
        &[&["score"], &results[..]].concat(),
        &["person", "Li Ma"],
    ];
    let mut seen = 0;
    for command in commands {
        for format in ["table", "json", "csv", "concise"] {
            for more in [&[][..], &staff, &["--key", "chiave", "--lang", "en"]] {
                let args = [command, &PATHS[..], &["--format", format, "--pseudonymise"], more].concat();
                let run = folder.cento(&args);
                assert_run(&run, &args.join(" "));
                seen += usize::from(run.status < 2);
            }
        }
    }
    assert!(seen > 90, "{seen}");
}

#[test]
fn no_byte_of_pictures_and_reports_names_anybody() {
    let folder = folder();
    for (format, more) in [("svg", &[][..]), ("png", &["--key", "chiave"][..])] {
        let title = ["--title", "Gli impegni di Bernardi Carmine"];
        for title in [&title[..], &[]] {
            let out = format!("pictures-{format}-{}", title.len());
            let args =
                [&["chart", "all"], &PATHS[..], &["--format", format, "--pseudonymise", "-o", &out], title, more]
                    .concat();
            let run = folder.cento(&args);
            assert_eq!(run.status, 0, "{}", run.stderr);
            assert_run(&run, &args.join(" "));
            assert!(assert_files(&folder.path().join(&out)) > 20);
        }
    }
    for (out, paths) in [("one", &PATHS[..1]), ("several", &PATHS[..])] {
        let args = ["report", "-o", out, "--pseudonymise", "--staff", "personale di Tarantino.csv"];
        let run = folder.cento(&[&args[..], paths].concat());
        assert_eq!(run.status, 0, "{}", run.stderr);
        assert_run(&run, out);
        assert!(assert_files(&folder.path().join(out)) > 10);
    }
    if cfg!(feature = "parquet") {
        // Nothing in it is compressed: what stands there is found.
        let rows = fs::read(folder.path().join("one/rows.parquet")).expect("the rows");
        assert!(String::from_utf8_lossy(&rows).contains("Persona 001"));
    }
}

#[test]
fn no_message_names_anybody() {
    let folder = folder()
        .add("altro/Tarantino.md", "# PEG 2024 di Bernardi\n\n".to_owned() + &plan())
        .add("altro/Zelinda.md", "Comune di Lima\n# PEG 2023\n\n".to_owned() + &plan())
        .add("vuoto/Quarantotti.md", "Niente.\n")
        .add("pesi di Bernardi.csv", "code;percent\n2024_PD_TARANTINO;100\n")
        .add("Zelinda.toml", "[Bernardi]\nTarantino = 1\n")
        .add("chiave di Bernardi", "corta")
        .add("ripetuta Zelinda", "a".repeat(64))
        .add(
            "esiti Lima.csv",
            "code;direction;actual;plan\nTARANTINO;lower;20;Zelinda\nO_0411_1_2;Bernardi;Tarantino;\n",
        );
    let folder = folder.add("cartella di Zelinda/Bernardi/Li Ma.txt", "");
    let here = PATHS[0];
    let commands: &[&[&str]] = &[
        &["check", "Zelinda Quarantotti.md"],
        &["check", "vuoto"],
        &["check", "altro/Tarantino.md", "altro/Zelinda.md"],
        &["check", here, "--settings", "Zelinda.toml"],
        &["check", here, "--settings", "manca Zelinda.toml"],
        &["check", here, "--staff", "manca Zelinda.csv"],
        &["check", here, "--staff", "pesi di Bernardi.csv"],
        &["check", here, "--key", "chiave di Bernardi"],
        &["check", here, "--key", "ripetuta Zelinda"],
        &["check", here, "--key", "manca Zelinda"],
        &["check", here, "--tolerance", "Bernardi"],
        &["check", here, "--select", "Bernardi"],
        &["check", here, "--format", "Bernardi"],
        &["check", here, "--Tarantino"],
        &["check", here, "--fail-on=Bernardi"],
        &["check", here, "-o", "cartella di Zelinda/Bernardi"],
        &["check", here, "-o", "piani di Zelinda/bernardicarmine.md"],
        &["Bernardi"],
        &["explain", "Bernardi"],
        &["person", "Tarantin", here],
        &["person", "Mastroiani Petronila", here],
        &["weights", here, "--director", "Bernardi"],
        &["weights", here, "--weights", "pesi di Bernardi.csv"],
        &["weights", here, "--floor", "2024_PD_TARANTINO=3"],
        &["weights", here, "--floor", "Tarantino"],
        &["score", here, "--results", "esiti Lima.csv"],
        &["score", here, "--results", "manca Zelinda.csv"],
        &["score", here, "--results", "risultati Bernardi.csv", "--cap", "Bernardi"],
        &["chart", "Bernardi", here, "-o", "out"],
        &["chart", "people", here, "-o", "out", "--cdr", "Tarantino"],
        &["chart", "matrix", here, "-o", "out", "--projects", "Tarantino"],
        &["chart", "person", here, "-o", "out", "--person", "Quarantottini"],
        &["chart", "people", here, "-o", "out", "--width-cm", "Bernardi"],
        &["chart", "people", here, "-o", "risultati Bernardi.csv"],
        &["report", here, "-o", "risultati Bernardi.csv"],
        &["report", here, "-o", "piani di Zelinda"],
        &["report", here, "-o", "cartella di Zelinda"],
        &["report", here, "-o", "out", "--date", "Bernardi"],
        &["layout", here],
        &["settings", "init", here],
    ];
    for command in commands {
        let args = [command, &["--pseudonymise"][..]].concat();
        let run = folder.cento(&args);
        assert_eq!(run.status, 2, "{args:?}: {}{}", run.stdout, run.stderr);
        assert!(!run.stderr.trim().is_empty());
        assert_run(&run, &args[0..1].join(" "));
    }
    // Where nobody is known, nothing says who is named.
    let run = folder.cento(&["check", "vuoto/Quarantotti.md", "--pseudonymise"]);
    assert_eq!(run.status, 1, "{}", run.stderr);
    assert_run(&run, "vuoto");
    // What says what is wrong stays.
    let run = folder.cento(&["check", here, "--key", "ripetuta Zelinda", "--pseudonymise"]);
    assert!(run.stderr.contains("un solo carattere ripetuto"), "{}", run.stderr);
    let run = folder.cento(&["check", "Piano 2024/manca.md", "--pseudonymise"]);
    assert!(run.stderr.contains("… 2024/….md"), "{}", run.stderr);
    let run = folder.cento(&["check", "Piano 2024/manca.md"]);
    assert!(run.stderr.contains("Piano 2024/manca.md"), "{}", run.stderr);
}

#[test]
fn codes_with_names_stay_different_codes() {
    let folder = Folder::with(
        sheet("2024_PD_BERNARDI", &["Bernardi Carmine\tDipendente\t60,00 %"])
            + &sheet("2024_PD_CARMINE", &["Bernardi Carmine\tDipendente\t40,00 %"]),
    );
    let projects = folder.cento(&["projects", ".", "--format", "json", "--pseudonymise"]).json();
    let code = |at: usize| projects["projects"][at]["project"].as_str().expect("a code").to_owned();
    assert_eq!([code(0), code(1)], ["2024_PD_…", "2024_PD_…2"]);
}

#[test]
fn plans_whose_labels_are_names_stay_different_plans() {
    let plan = |rows: &[&str]| sheet("2024_PD_0001", rows);
    let folder = Folder::new()
        .add("Bernardi/a.md", plan(&["Bernardi Carmine\tDipendente\t60,00 %"]))
        .add("Carmine/a.md", plan(&["Bernardi Carmine\tDipendente\t40,00 %"]))
        .add("PEG/a.md", plan(&["Bernardi Carmine\tDipendente\t30,00 %"]));
    let labels = |run: &Run, list: &str| -> Vec<String> {
        let all = run.json()[list].as_array().expect("a list").clone();
        all.iter().map(|one| one["plan"].as_str().expect("a label").to_owned()).collect()
    };
    let of = |command: &str, list: &str| {
        labels(&folder.cento(&[command, "Bernardi", "Carmine", "PEG", "--format", "json", "--pseudonymise"]), list)
    };
    assert_eq!(of("check", "inputs"), ["… 1", "… 2", "PEG"]);
    for list in ["people", "projects", "rows"] {
        let mut own = of(list, list);
        own.sort();
        own.dedup();
        assert_eq!(own.len(), 3, "{list}: {own:?}");
    }
    // Of one plan there is nothing to be told apart.
    let alone = folder.cento(&["people", "Bernardi", "--format", "json", "--pseudonymise"]);
    assert_eq!(labels(&alone, "people"), ["…"]);
}

#[test]
fn results_say_the_plan_as_their_template_does() {
    let folder = Folder::new()
        .add("Zelinda/a.md", plan())
        .add("Bernardi/a.md", plan())
        .add("esiti.csv", "plan;code;direction;actual\n… 2;O_0411_1_2;lower;20\n");
    let run = |args: &[&str]| folder.cento(&[&["score"], args, &["Zelinda", "Bernardi", "--pseudonymise"]].concat());
    let template = run(&["--template"]).stdout;
    assert!(template.contains("… 1") && template.contains("… 2"), "{template}");
    let score = run(&["--results", "esiti.csv", "--format", "json"]);
    assert_eq!(score.status, 0, "{}", score.stderr);
    let directors = score.json()["directors"].as_array().expect("directors").clone();
    let measured = directors.iter().filter(|director| director.to_string().contains("\"actual\":\"20"));
    let labels: Vec<&str> = measured.map(|director| director["plan"].as_str().expect("a label")).collect();
    assert!(!labels.is_empty() && labels.iter().all(|label| *label == "… 2"), "{directors:?}");
}

#[test]
fn what_cannot_be_cleared_is_left_out_and_it_is_said() {
    let folder = Folder::with(
        sheet("2024_PD_0001", &["Bernardi Carmine\tDipendente\t60,00 %"]).replace("Titolo", "B/er/na/rd/i C/ar/mi/n/e"),
    );
    for (language, said) in [("it", "testo omesso"), ("en", "text left out")] {
        let run = folder.cento(&["projects", ".", "--pseudonymise", "--lang", language]);
        assert!(run.stdout.contains(said) && !run.stdout.contains("na/rd"), "{}", run.stdout);
    }
}

/// What must stand nowhere of a plan with personnel numbers.
const NUMBERS: [&str; 5] = ["700411", "700422", "kx7733", "700444", "700455"];

/// A plan in which numbers tell people apart, and stand beside figures, in rows that were not read, and in names of files.
fn numbered() -> Folder {
    let head = "Matricola\tNome Soggetto\tRelazione Personale\tImpegno Personale";
    let rows = [
        "700411\tRossi Mario\tDirigente\t60,00 %",
        "00700422\tRossi Mario\tDipendente\t130,00 %",
        "KX7733\tVerdi Ugo\tDipendente\t20,00 %",
        "KX7733\tVerdi U.\tDipendente\t20,00 %",
        "700444\tBianchi Ada\tDipendente\t50,00 %",
        "700444\tNeri Pia\tDipendente\tO,50 %",
        "\tRossi Mario\tDipendente\t5,00 %",
        "700444\tNeri Pia",
    ];
    let plan = format!(
        "## 04 - UNO\n\nDirigente: Rossi Mario\n\n**2024\\_PD\\_0411** **Scheda di 700411**\n\n{head}\n{}\n",
        rows.join("\n")
    );
    Folder::new()
        .add("piano/cedolini 700411.md", plan)
        .add("staff.csv", "nome;matricola;note\nVerdi Hugo;KX7733;x\nGallo Ida;700455;y\nGallo Ida;700411;z\n")
        .add("chiave", "una chiave che nessuno indovina")
}

#[test]
fn no_byte_of_any_output_has_a_personnel_number() {
    let folder = numbered();
    let plain = folder.cento(&["check", "piano", "--staff", "staff.csv", "--format", "json"]).stdout.to_lowercase();
    for number in NUMBERS {
        assert!(plain.contains(number), "{number} is there to be hidden");
    }
    let assert_hidden = |what: &str, bytes: &[u8]| {
        for (place, text) in texts(what, bytes) {
            let text = text.to_lowercase();
            for number in NUMBERS {
                assert!(!text.contains(number), "{place}: {number} in {text}");
            }
        }
    };
    let commands: [&[&str]; 8] = [
        &["check"],
        &["check", "--excerpts", "never"],
        &["people"],
        &["rows"],
        &["projects"],
        &["weights"],
        &["person", "700422"],
        &["person", "Rossi Mario"],
    ];
    let staff = ["--staff", "staff.csv"];
    for command in commands {
        for format in ["table", "json", "csv", "concise"] {
            for more in [&[][..], &staff, &["--key", "chiave", "--lang", "en"]] {
                let run = folder.cento(&[command, &["piano", "--format", format, "--pseudonymise"], more].concat());
                assert_hidden(&command.join(" "), format!("{}\n{}", run.stdout, run.stderr).as_bytes());
            }
        }
    }
    let report = folder.cento(&["report", "piano", "-o", "rapporto", "--pseudonymise", "--staff", "staff.csv"]);
    assert_eq!(report.status, 0, "{}", report.stderr);
    let charts = folder.cento(&["chart", "all", "piano", "-o", "immagini", "--pseudonymise", "--format", "svg"]);
    assert_eq!(charts.status, 0, "{}", charts.stderr);
    for out in ["rapporto", "immagini"] {
        for file in walkdir::WalkDir::new(folder.path().join(out)).into_iter().map(|entry| entry.expect("an entry")) {
            let name = file.file_name().to_string_lossy().into_owned();
            assert_hidden("the name of a file", name.as_bytes());
            if file.file_type().is_file() {
                assert_hidden(&name, &fs::read(file.path()).expect("a file"));
            }
        }
    }
    // Figures that are no numbers stay, and namesakes are two.
    let people = folder.cento(&["people", "piano", "--pseudonymise", "--format", "csv"]).stdout;
    assert!(people.contains(",130.00,100.00,30.00,over,"), "{people}");
}

#[test]
fn noughts_before_a_number_make_no_other_code() {
    let of = |number: &str| {
        let plan = format!("Matricola;Nominativo;Codice progetto;% impegno\n{number};Rossi Ada;2024_PD_0001;100 %\n");
        let folder = Folder::new().add("piano/p.csv", plan).add("key", "a secret that nobody guesses");
        folder.cento(&["people", "piano", "--format", "csv", "--pseudonymise", "--key", "key"]).stdout
    };
    assert_eq!(of("00123"), of("123"));
    assert_ne!(of("00123"), of("124"));
}

#[test]
fn the_code_of_a_key_is_that_of_the_number_then_of_the_name_in_any_order() {
    let table = |rows: &[&str]| {
        let header = "Matricola\tNome Soggetto\tRelazione Personale\tImpegno Personale";
        format!("**2024\\_PD\\_0001**\n\n{header}\n{}\n", rows.join("\n"))
    };
    let folder = Folder::new()
        .add("a/p.md", table(&["123\tRossi Ada\tDipendente\t100,00 %", "124\tVerdi Ugo\tDipendente\t50,00 %"]))
        .add("b/p.md", table(&["123\tAda Rosi\tDipendente\t100,00 %", "125\tVerdi Ugo\tDipendente\t50,00 %"]))
        .add("c/p.md", sheet("2024_PD_0001", &["Neri Pia\tDipendente\t100,00 %"]))
        .add("d/p.md", sheet("2024_PD_0001", &["Pia Neri\tDipendente\t100,00 %"]))
        .add("e/p.md", sheet("2024_PD_0001", &["Pia Neri\tDipendente\t60,00 %", "Neri Pia\tDipendente\t40,00 %"]))
        .add("staff.csv", "name;matricola\nNeri Pia;77\nPia Neri;78\n")
        .add("key", "a secret that nobody guesses");
    let called = |plan: &str, more: &[&str]| -> Vec<String> {
        let args = [&["people", plan, "--format", "json", "--pseudonymise", "--key", "key"], more].concat();
        let people = folder.cento(&args).json()["people"].as_array().expect("people").clone();
        people.iter().map(|person| person["person"].as_str().expect("a name").to_owned()).collect()
    };
    let (a, b) = (called("a", &[]), called("b", &[]));
    let both: Vec<&String> = a.iter().filter(|code| b.contains(code)).collect();
    assert_eq!(both.len(), 1, "one number, one code; another number, another code: {a:?} {b:?}");
    assert_eq!(called("c", &[]), called("d", &[]), "the order of the names makes no difference");
    let two = called("e", &[]);
    assert_ne!(two[0], two[1], "nobody says that they are one person");
    assert!(two.contains(&called("c", &[])[0]), "{two:?}");
    let staff = ["--staff", "staff.csv"];
    assert_ne!(called("c", &staff), called("c", &[]), "the staff file gives a number");
    assert_ne!(called("c", &staff), called("d", &staff));
}
