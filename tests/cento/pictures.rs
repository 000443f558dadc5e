//! The pictures: what stands where, what their files say of themselves, and that they stay as they were.
#![allow(clippy::float_arithmetic, clippy::cast_precision_loss, reason = "lengths on paper")]

use std::fs;
use std::path::{Path, PathBuf};

use crate::pictured_year::{ODD_YEAR, YEAR, months};
use crate::support::{Folder, Run, cento, document, sheet};

const EMPLOYEE: &str = "Dipendente a tempo indeterminato/determinato";

/// A plan with every deviation, long and foreign names, tiny shares, a collective and thirty projects for one.
pub fn odd_plan() -> String {
    let row = |name: &str, role: &str, percent: &str| format!("{name}\t{role}\t{percent} %");
    let long = "Della Giovampaola Bartolomeo Maria Celestino";
    let giosue = "Sant’Ambrogio Giosuè Emanuele Filiberto Salvatore di Savoia";
    let own = |rows: &[(&str, &str, &str)]| rows.iter().map(|(n, r, p)| row(n, r, p)).collect::<Vec<_>>();
    let part = |code: &str, title: &str, rows: &[(&str, &str, &str)]| {
        let rows = own(rows);
        sheet(code, &rows.iter().map(String::as_str).collect::<Vec<_>>()).replace("Titolo", title)
    };
    let mut plan =
        "## 01 - SERVIZIO DI PROVA E DI CONTROLLO\n\nDirigente: Della Giovampaola Bartolomeo Maria Celestino\n\n"
            .to_owned();
    plan += &part(
        "2024_PD_P001",
        "Gestione ordinaria del servizio",
        &[
            (long, "Dirigente", "100,00"),
            ("Łukasiewicz Żaneta", EMPLOYEE, "100,00"),
            ("Rossi Anna", EMPLOYEE, "66,67"),
            ("Esposito Carmela", EMPLOYEE, "0,00"),
            ("D’Àvila Zoë", "Dipendente Art. 90", "49,50"),
            (giosue, "Posizione Organizzativa", "33,33"),
            ("Bianchi Ugo", EMPLOYEE, "101,00"),
            ("Verdi Pia", EMPLOYEE, "110,00"),
            ("Neri Teo", EMPLOYEE, "150,00"),
        ],
    );
    plan += &part(
        "2024_PD_P002",
        "ATTIVITA' DI PREVENZIONE E REPRESSIONE DEI FENOMENI DI DEGRADO URBANO",
        &[
            (long, "Dirigente", "240,00"),
            ("Rossi Anna", EMPLOYEE, "33,34"),
            (giosue, "Posizione Organizzativa", "33,33"),
            ("OPERATORI DI SPORTELLO", EMPLOYEE, "250,00"),
        ],
    );
    plan += &part(
        "2024_PD_P003",
        "Coordinamento delle complesse relazioni interne",
        &[
            (giosue, "Posizione Organizzativa", "33,33"),
            ("Ștefănescu Ioana", EMPLOYEE, "0,01"),
            ("D’Àvila Zoë", "Dipendente Art. 90", "0,25"),
            ("王 Ḥasan", EMPLOYEE, "100,00"),
        ],
    );
    plan += &part("2024_PD_P004", "PNRR", &[("Łukasiewicz Żaneta", EMPLOYEE, "100,00")]);
    for number in 0..30 {
        let percent = if number < 29 { "3,00" } else { "13,00" };
        let code = format!("2024_PD_Q{number:03}");
        plan +=
            &part(&code, &format!("Progetto numero {number}"), &[("Quattrocchi-Valdambrini Maria", EMPLOYEE, percent)]);
    }
    plan
}

/// A plan with so many people on two projects.
fn crowd(people: usize) -> String {
    let rows = |percent: &str| -> Vec<String> {
        (0..people).map(|number| format!("Persona Numero{number:03}\t{EMPLOYEE}\t{percent} %")).collect()
    };
    let half = |code: &str, percent: &str| {
        let rows = rows(percent);
        sheet(code, &rows.iter().map(String::as_str).collect::<Vec<_>>())
    };
    "## 01 - UNO\n\n".to_owned() + &half("2024_PD_0001", "60,00") + &half("2024_PD_0002", "40,00")
}

/// A plan of one director who is committed to nothing else.
fn alone() -> String {
    "## 01 - UNO\n\nDirigente: Rossi Ada\n\n".to_owned() + &sheet("2024_PD_0001", &["Rossi Ada\tDirigente\t100,00 %"])
}

/// A plan with twenty-five CDRs and one director of all of them.
fn many_cdrs() -> String {
    let parts: Vec<String> = (0..25)
        .map(|number| {
            let code = format!("2024_PD_{number:02}01");
            let name = format!("Cognome{number} Nome\tDipendente\t{},00 %", 40 + number);
            let sheet = sheet(&code, &["Rossi Ada\tDirigente\t4,00 %", &name]);
            format!("## {number:02} - SERVIZIO NUMERO {number} DELL'UNIONE\n\nDirigente: Rossi Ada\n\n{sheet}")
        })
        .collect();
    parts.concat()
}

pub fn chart(folder: &Folder, args: &[&str]) -> Run {
    folder.cento(&[&["chart"], args, &["-o", "out"]].concat())
}

/// The files of the pictures, by their extension.
pub fn files(folder: &Folder, extension: &str) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = fs::read_dir(folder.path().join("out"))
        .expect("a folder of pictures")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.to_string_lossy().ends_with(extension))
        .collect();
    found.sort();
    found
}

/// A text in an SVG: its words, its size, and its box: left, top, right, bottom, all in hundredths of a millimetre.
struct Words {
    text: String,
    size: f64,
    bounds: [f64; 4],
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let start = tag.find(&format!(" {name}=\""))? + name.len() + 3;
    Some(tag[start..].split('"').next().expect("a value").to_owned())
}

fn words(svg: &str) -> Vec<Words> {
    let figure = |tag: &str, name: &str| attribute(tag, name).expect("a value").parse::<f64>().expect("a number");
    svg.lines()
        .filter(|line| line.starts_with("<text "))
        .map(|line| {
            let (tag, rest) = line.split_once('>').expect("a tag");
            let [x, y, size, wide] = ["x", "y", "font-size", "textLength"].map(|name| figure(tag, name));
            let left = match attribute(tag, "text-anchor").as_deref() {
                Some("middle") => x - wide / 2.0,
                Some("end") => x - wide,
                _ => x,
            };
            let text = rest.trim_end_matches("</text>").to_owned();
            // Capitals above the baseline, tails below it.
            Words { text, size, bounds: [left, y - 0.714 * size, left + wide, y + 0.24 * size] }
        })
        .collect()
}

/// What is wrong with a picture: texts that leave it, cover another, or are too small to read.
fn untidy(path: &Path) -> Vec<String> {
    let svg = fs::read_to_string(path).expect("an SVG");
    let name = path.file_name().expect("a name").to_string_lossy().into_owned();
    let head = svg.lines().next().expect("a head");
    let view = attribute(head, "viewBox").expect("a view");
    let view: Vec<f64> = view.split(' ').map(|part| part.parse().expect("a number")).collect();
    let texts = words(&svg);
    assert!(texts.len() > 3, "{name}");
    let mut faults = Vec::new();
    for (at, own) in texts.iter().enumerate() {
        let [left, top, right, bottom] = own.bounds;
        if left < 90.0 || top < 90.0 || right > view[2] - 60.0 || bottom > view[3] - 60.0 {
            faults.push(format!("{name}: «{}» leaves the picture: {:?} of {view:?}", own.text, own.bounds));
        }
        // 6,5 points are 2,293 millimetres.
        if own.size < 229.0 || own.text.contains('\'') {
            faults.push(format!("{name}: «{}» is too small, or not as print has it", own.text));
        }
        for other in &texts[at + 1..] {
            let [l, t, r, b] = other.bounds;
            if right > l + 5.0 && r > left + 5.0 && bottom > t + 5.0 && b > top + 5.0 {
                faults.push(format!("{name}: «{}» and «{}» overlap", own.text, other.text));
            }
        }
    }
    if view[3] > 22_500.0 {
        faults.push(format!("{name} is higher than a page: {}", view[3]));
    }
    faults
}

#[test]
fn nothing_overlaps_is_clipped_or_too_small_in_any_picture() {
    let plans = [
        ("real", document()),
        ("odd", odd_plan()),
        ("crowd", crowd(83)),
        ("alone", alone()),
        ("year", YEAR.to_owned()),
        ("odd-year", ODD_YEAR.to_owned()),
        ("months", months(40)),
        ("many-cdrs", many_cdrs()),
        (
            "none",
            "## 01 - UNO\n\n".to_owned()
                + &sheet(
                    "2024_PD_0001",
                    &["TUTTI GLI OPERATORI\tDipendente\t50,00 %", "n. 2 istruttori\tDipendente\t80,00 %"],
                ),
        ),
    ];
    let mut pictures = 0;
    let mut faults = Vec::new();
    for (name, plan) in plans {
        for options in
            [&["--lang", "it"][..], &["--lang", "en"], &["--width-cm", "12"], &["--width-cm", "25", "--pseudonymise"]]
        {
            let folder =
                Folder::new().add(if plan.starts_with("Nominativo;") { "plan/p.csv" } else { "plan/p.md" }, &plan);
            // Forty accounts more show nothing that the others do not.
            let kinds = if name == "months" { "people,timeline" } else { "all" };
            let run = chart(&folder, &[&[kinds, "plan", "--format", "svg"], options].concat());
            assert_eq!(run.status, 0, "{name} {options:?}: {}", run.stderr);
            for path in files(&folder, ".svg") {
                faults.extend(untidy(&path).into_iter().map(|fault| format!("{name} {options:?} {fault}")));
                pictures += 1;
            }
        }
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
    assert!(pictures > 200, "{pictures}");
}

#[test]
fn five_hundred_people_are_on_pages_with_one_scale() {
    let folder = Folder::new().add("plan/p.md", crowd(500));
    let run = chart(&folder, &["people", "plan", "--format", "svg"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let pages = files(&folder, ".svg");
    // 500 people, at most 35 a page.
    assert!((15..=17).contains(&pages.len()), "{}", pages.len());
    let fills = |svg: &str| {
        let rects = svg.lines().filter(|line| line.starts_with("<rect") && line.contains("#9cd0f1"));
        rects.map(|line| (attribute(line, "x"), attribute(line, "width"))).next()
    };
    let first = fs::read_to_string(&pages[0]).expect("a page");
    let last = fs::read_to_string(pages.last().expect("a page")).expect("a page");
    assert!(first.contains("pagina 1 di "));
    // The swatch of the legend is first, and the same on both; so is the first bar.
    assert_eq!(fills(&first), fills(&last));
}

/// The header and the words of a PNG.
pub fn png_of(path: &Path) -> (png::Info<'static>, Vec<u8>) {
    let file = std::io::BufReader::new(fs::File::open(path).expect("a picture"));
    let mut reader = png::Decoder::new(file).read_info().expect("a PNG");
    let mut pixels = vec![0; reader.output_buffer_size().expect("a size")];
    reader.next_frame(&mut pixels).expect("pixels");
    reader.finish().expect("an end");
    (reader.info().clone(), pixels)
}

#[test]
fn a_png_says_how_large_it_is_and_what_it_shows() {
    let folder = Folder::new();
    let target = folder.path().join("out");
    let target = target.to_str().expect("a path");
    let run = cento(&["chart", "people", "data", "--cdr", "12", "-o", target]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let path = folder.path().join("out/people__cdr-12__2024.png");
    let (info, _) = png_of(&path);
    let dims = info.pixel_dims.expect("pHYs");
    assert_eq!((dims.xppu, dims.yppu), (11_811, 11_811));
    assert!(matches!(dims.unit, png::Unit::Meter));
    // 1890 / 11811 m are 16,00 cm.
    let millimetres = f64::from(info.width) * 1000.0 / f64::from(dims.xppu);
    assert!((millimetres - 160.0).abs() < 0.05, "{millimetres}");
    assert!(info.srgb.is_some());
    assert_eq!(info.color_type, png::ColorType::Indexed);
    let word = |keyword: &str| {
        let chunk = info.utf8_text.iter().find(|chunk| chunk.keyword == keyword).expect(keyword);
        assert_eq!(chunk.language_tag, "it");
        chunk.get_text().expect("a text")
    };
    assert_eq!(word("Title"), "Servizio Legale: tutte e 5 le persone sono al 100 %");
    let words = fs::read_to_string(path.with_extension("alt.txt")).expect("the words");
    assert_eq!(words.trim_end(), word("Description"));
    assert!(words.starts_with("Grafico a barre impilate") && words.contains("Benvegna Eliana"), "{words}");
}

#[test]
fn the_same_plan_gives_the_same_bytes_and_nobodys_file_is_overwritten() {
    let folder = Folder::new().add("plan/p.md", alone());
    assert_eq!(chart(&folder, &["all", "plan", "--dpi", "72"]).status, 0);
    let read =
        || files(&folder, "").into_iter().map(|path| (path.clone(), fs::read(path).unwrap())).collect::<Vec<_>>();
    let before = read();
    // What cento made, cento replaces.
    assert_eq!(chart(&folder, &["all", "plan", "--dpi", "72"]).status, 0);
    assert_eq!(before, read());
    let own = folder.path().join("out/people__cdr-01__plan.png");
    fs::write(&own, b"my own").expect("a file");
    let run = chart(&folder, &["all", "plan"]);
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("non è di cento") && run.stderr.contains("--force"), "{}", run.stderr);
    assert_eq!(fs::read(&own).expect("the file"), b"my own");
    assert_eq!(chart(&folder, &["people", "plan", "--by", "cdr", "--force"]).status, 0);
    assert_ne!(fs::read(&own).expect("the file"), b"my own");
    let nowhere = folder.cento(&["chart", "people", "plan"]);
    assert!(nowhere.status == 2 && nowhere.stderr.contains("-o CARTELLA"), "{}", nowhere.stderr);
}

#[test]
fn nobody_is_named_where_nobody_is_to_be() {
    let folder = Folder::new().add("plan/p.md", document()).add("odd/p.md", odd_plan());
    for (plan, names) in [
        ("plan", &["Verzelli", "Poma", "Gandellini", "Ugoletti", "Battini"][..]),
        ("odd", &["Giovampaola", "Rossi", "Neri"]),
    ] {
        for format in ["png", "svg"] {
            let run = chart(&folder, &["all", plan, "--format", format, "--dpi", "60", "--pseudonymise"]);
            assert_eq!(run.status, 0, "{}", run.stderr);
        }
        let mut seen = 0;
        for path in files(&folder, "") {
            let bytes = [fs::read(&path).expect("a file"), path.to_string_lossy().into_owned().into_bytes()].concat();
            let text = String::from_utf8_lossy(&bytes).to_lowercase();
            for name in names {
                assert!(!text.contains(&name.to_lowercase()), "{}: {name}", path.display());
            }
            seen += usize::from(text.contains("persona 0"));
        }
        assert!(seen > 10);
    }
}

#[test]
fn people_whose_names_differ_in_signs_alone_have_a_picture_each() {
    let plan = "## 01 - UNO\n\n".to_owned()
        + &sheet("2024_PD_0001", &["Rossi-Ada Pia\tDipendente\t10,00 %", "Rossi Ada Pia\tDipendente\t20,00 %"]);
    let folder = Folder::new().add("plan/p.md", plan);
    assert_eq!(chart(&folder, &["person", "plan", "--dpi", "60"]).status, 0);
    assert_eq!(files(&folder, ".png").len(), 2);
}

#[test]
fn what_is_not_there_cannot_be_drawn() {
    let folder = Folder::new().add("plan/p.md", alone());
    for (args, said) in [
        (&["people", "plan", "--cdr", "77"][..], "Nessun CDR ha il codice «77». Ci sono: 01."),
        (&["matrix", "plan", "--projects", "9999"], "Nessun progetto ha il codice «9999»"),
        (&["person", "plan", "--person", "Rosi Ada"], "Rossi Ada"),
        (&["pie", "plan"], "Nessuna immagine si chiama «pie»"),
        (&["people", "plan", "--width-cm", "3"], "da 12 a 42 cm"),
        (&["distribution", "plan", "--cdr", "01"], "--cdr non serve a distribution"),
        (&["people", "plan", "--projects", "0001"], "--projects non serve a people"),
    ] {
        let run = chart(&folder, args);
        assert_eq!(run.status, 2);
        assert!(run.stderr.contains(said), "{}", run.stderr);
    }
    assert!(!folder.path().join("out").exists());
}

#[test]
fn a_name_that_several_have_is_refused_and_a_code_that_several_have_means_all() {
    let plan = "## 01 - UNO\n\n".to_owned()
        + &sheet("2024_PD_0001", &["Rossi Ada\tDipendente\t10,00 %", "Rossi Ugo\tDipendente\t20,00 %"])
        + &sheet("2024_PG_0001", &["Rossi Ada\tDipendente\t30,00 %"]);
    let folder = Folder::new().add("plan/p.md", plan);
    let run = chart(&folder, &["person", "plan", "--person", "rossi"]);
    assert!(run.status == 2 && run.stderr.contains("Rossi Ada, Rossi Ugo"), "{}", run.stderr);
    assert_eq!(chart(&folder, &["matrix", "plan", "--projects", "0001", "--format", "svg"]).status, 0);
    let svg = fs::read_to_string(&files(&folder, ".svg")[0]).expect("a picture");
    assert!(svg.contains("2024_PD_0001") && svg.contains("2024_PG_0001"));
}

#[test]
fn capacities_hours_and_what_was_not_read_are_seen() {
    let plan = "## 01 - UNO\n\n".to_owned()
        + &sheet(
            "2024_PD_0001",
            &["Rossi Ada\tDipendente\t50,00 %", "Verdi Pia\tDipendente\t85,00 %", "Neri Ugo\tDipendente\t1.000 %"],
        );
    let folder = Folder::new().add("plan/p.md", plan).add(
        "staff.csv",
        "name;capacity_percent;weekly_hours;full_time_hours\nRossi Ada;50;18;36\nVerdi Pia;80;36;36\n",
    );
    let run = chart(&folder, &["all", "plan", "--staff", "staff.csv", "--format", "svg", "--tolerance", "0,5"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    for path in files(&folder, ".svg") {
        let faults = untidy(&path);
        assert!(faults.is_empty(), "{faults:?}");
        let svg = fs::read_to_string(&path).expect("a picture");
        assert!(svg.contains("una non è stata letta"), "{}", path.display());
        assert!(svg.contains("Tolleranza: 0,50"), "{}", path.display());
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        let says = |words: &str| assert!(svg.contains(words), "{name}: {words}");
        match name.split("__").next().expect("a kind") {
            "people" => says("La capacità è 50,00"),
            "matrix" => says("La capacità è 80,00"),
            "person" if name.contains("neri") => says("Una riga con questo nome non è stata letta"),
            "person" => says("capacità 80"),
            "distribution" => says("alla propria capacità"),
            // 50 % of half a week, 85 % of a whole one: 0,25 + 0,85.
            _ => says(">1,10<"),
        }
    }
}

#[test]
fn characters_that_the_font_lacks_are_told_and_shown_as_something() {
    let folder = Folder::new().add("plan/p.md", odd_plan());
    let run = chart(&folder, &["people", "plan", "--format", "svg"]);
    assert!(run.stderr.contains("王 (U+738B)") && run.stderr.contains("Ḥ (U+1E24)"), "{}", run.stderr);
    let svg = fs::read_to_string(&files(&folder, ".svg")[0]).expect("a picture");
    let drawn: Vec<String> = words(&svg).into_iter().map(|words| words.text).collect();
    assert!(drawn.iter().any(|text| text == "\u{FFFD} Hasan"), "{drawn:?}");
    for name in ["Łukasiewicz Żaneta", "Ștefănescu Ioana", "D’Àvila Zoë"] {
        assert!(drawn.iter().any(|text| text == name), "{name}");
    }
}

#[test]
fn no_picture_needs_fonts_of_the_system() {
    let lock = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.lock")).expect("Cargo.lock");
    for library in ["fontconfig", "font-kit", "freetype", "yeslogic", "fontdb", "image"] {
        assert!(!lock.contains(&format!("name = \"{library}")), "{library}");
    }
}

/// The title of a picture, as its words say it.
fn title_of(folder: &Folder, picture: &str) -> String {
    let words = fs::read_to_string(folder.path().join("out").join(format!("{picture}.alt.txt"))).expect(picture);
    let told = words.split_once(". ").expect("a title").1;
    // The people, whose cells depend on the columns, come after it.
    told.split_once(". ").expect("people").0.split(" (pagina").next().expect("a title").to_owned()
}

#[test]
fn a_title_does_not_depend_on_the_paper() {
    let folder = Folder::new().add("plan/p.md", document());
    let titles = |width: &str| {
        let run = chart(&folder, &["matrix", "plan", "--format", "svg", "--width-cm", width, "--force"]);
        assert_eq!(run.status, 0, "{}", run.stderr);
        let names = ["matrix__cdr-04__plan", "matrix__cdr-12__plan", "matrix__cdr-49__plan"];
        let mut titles = names.map(|name| title_of(&folder, name)).to_vec();
        // How many pages there are does depend on it.
        let pages = ["", "__p1-of-2", "__p1-of-3"].map(|page| format!("matrix__cdr-a0__plan{page}"));
        let first = pages.iter().find(|name| folder.path().join("out").join(format!("{name}.alt.txt")).is_file());
        titles.push(title_of(&folder, first.expect("a page")));
        fs::remove_dir_all(folder.path().join("out")).expect("the pictures");
        titles
    };
    let usual = titles("16");
    // Of 43 people who have rows in A0, 30 are on one project alone, wherever.
    assert_eq!(usual[3], "Direzione Generale: 30 persone su 43 in un solo progetto");
    assert_eq!(titles("12"), usual);
    assert_eq!(titles("26"), usual);
}

#[test]
fn what_a_figure_or_a_bar_does_not_say_is_explained() {
    let folder = Folder::new().add("plan/p.md", document());
    let run = chart(&folder, &["matrix,weights", "plan", "--format", "svg"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let says = |name: &str, words: &str| {
        let svg = fs::read_to_string(folder.path().join("out").join(name)).expect(name);
        assert!(svg.replace('\u{a0}', " ").contains(words), "{name}: {words}");
    };
    says("matrix__cdr-49__plan.svg", "Il titolo conta gli FTE nel CDR (3,98)");
    says("matrix__cdr-49__plan.svg", "98,00 % in questo CDR e 1,00 % nel CDR 04");
    says("weights__benedetti-lorenza__plan.svg", "Un solo progetto pesa 100,00");
}
