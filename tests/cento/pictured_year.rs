//! The pictures of a plan whose commitments hold for parts of the year: whoever is over on some days is shown so in each of them.

use std::fs;

use crate::pictures::{chart, files};
use crate::support::Folder;

/// A plan of six: over on some days alone, over both ways, over all year, under with a peak, and full twice. 2024 has 366 days.
pub const YEAR: &str = "Nominativo;Progetto;Impegno;Dal;Al
Rossi Anna;2024_PD_0411;100 %;01/01/2024;30/06/2024
Rossi Anna;2024_PD_0412;60 %;01/03/2024;31/12/2024
Bianchi Ada;2024_PD_0411;100 %;;
Verdi Ugo;2024_PD_0412;70 %;;
Verdi Ugo;2024_PD_0413;30 %;;
Verdi Ugo;2024_PD_0414;25 %;01/11/2024;
Neri Ivo;2024_PD_0413;100 %;01/07/2024;
Gallo Ida;2024_PD_0411;50 %;;
Gallo Ida;2024_PD_0413;50 %;01/01/2024;30/06/2024
Gallo Ida;2024_PD_0414;50 %;01/07/2024;31/12/2024
Costa Leo;2024_PD_0413;120 %;;
";

/// A plan of a year of which little holds for long: a day, some days beyond the end of the scale, the first day alone missing, a name of 45
/// letters, other projects every month, a CDR more, a row that cannot be read, and a collective.
pub const ODD_YEAR: &str = "Nominativo;Relazione;Progetto;CDR;Impegno;Dal;Al
Della Giovampaola Bartolomeo Maria Celestino P;Dirigente;2024_PD_0411;01;100 %;;
Della Giovampaola Bartolomeo Maria Celestino P;Dirigente;2024_PD_0412;01;240 %;10/02/2024;15/02/2024
Unno Giorno;Dipendente;2024_PD_0411;01;100 %;;
Unno Giorno;Dipendente;2024_PD_0412;01;50 %;29/02/2024;29/02/2024
Due Giorni;Dipendente;2024_PD_0411;01;100 %;;
Due Giorni;Dipendente;2024_PD_0418;02;0,01 %;01/01/2024;01/01/2024
Due Giorni;Dipendente;2024_PD_0418;02;0,01 %;31/12/2024;31/12/2024
Manca Poco;Dipendente;2024_PD_0411;01;100 %;02/01/2024;
Manca Meno;Dipendente;2024_PD_0411;01;99,99 %;;
Cambia Sempre;Dipendente;2024_PD_0411;02;33,33 %;;
Cambia Sempre;Dipendente;2024_PD_0412;02;33,33 %;01/01/2024;14/03/2024
Cambia Sempre;Dipendente;2024_PD_0413;02;80,34 %;11/02/2024;30/09/2024
Cambia Sempre;Dipendente;2024_PD_0414;02;20 %;11/07/2024;30/09/2024
Cambia Sempre;Dipendente;2024_PD_0415;02;20 %;11/08/2024;30/11/2024
Cambia Sempre;Dipendente;2024_PD_0416;01;7,5 %;11/08/2024;20/11/2024
Cambia Sempre;Dipendente;2024_PD_0417;01;40 %;;
Non Letta;Dipendente;2024_PD_0417;01;60 %;01/03/2024;
Non Letta;Dipendente;2024_PD_0411;01;1.000 %;01/03/2024;
TUTTI GLI OPERATORI;Dipendente;2024_PD_0417;01;160 %;01/03/2024;
";

/// A plan of so many people with two projects each, whose shares are others every month.
pub fn months(people: usize) -> String {
    let names = "Gen;Feb;Mar;Apr;Mag;Giu;Lug;Ago;Set;Ott;Nov;Dic";
    let row = |number: usize| {
        let shares: Vec<String> = (0..12).map(|month| format!("{} %", (number * 7 + month * 13) % 95)).collect();
        format!("Persona Numero{:02};2024_PD_04{:02};{}\n", number / 2, 11 + number % 9, shares.join(";"))
    };
    format!("Nominativo;Progetto;{names}\n") + &(0..2 * people).map(row).collect::<String>()
}

#[test]
fn a_year_is_told_in_words_with_its_days() {
    let folder = Folder::new()
        .add("anno/p.csv", YEAR)
        .add("strano/p.csv", ODD_YEAR)
        .add("staff.csv", "name;capacity_percent\nManca Meno;50\n");
    let says = |args: &[&str], picture: &str, told: &[&str]| {
        let run = chart(&folder, args);
        assert_eq!(run.status, 0, "{}", run.stderr);
        let path = folder.path().join(format!("out/{picture}.alt.txt"));
        let words = fs::read_to_string(path).expect(picture).replace(['\u{a0}', '\u{202f}'], " ");
        for told in told {
            assert!(words.contains(told), "{picture}: {told} is not in {words}");
        }
        words
    };
    // Verdi has 125 in November and December, Costa 120 all year; Rossi 60 from July on.
    says(
        &["timeline", "anno"],
        "timeline__anno",
        &[
            "3 persone su 6 oltre il 100 %, di cui 1 tutto l’anno; al massimo 160,00 %",
            "Rossi Anna 99,89071 % · massimo 160,00 %, oltre dal 01/03 al 30/06 (160,00 %), sotto dal 01/07 al 31/12",
            "Verdi Ugo 104,166667 % · massimo 125,00 %, oltre dal 01/11 al 31/12 (125,00 %)",
            "Costa Leo 120,00 %, oltre tutto l’anno (120,00 %)",
            "Neri Ivo 50,273224 % · massimo 100,00 %, sotto dal 01/01 al 30/06",
            "Alla capacità tutto l’anno: Bianchi Ada; Gallo Ida",
        ],
    );
    says(
        &["timeline", "anno", "--person", "rossi", "--lang", "en"],
        "timeline__rossi-anna__anno",
        &[
            "Rossi Anna: 1 of 1 person over 100% on some days, at most 160.00%",
            "over from 1 March to 30 June (160.00%)",
        ],
    );
    // 240 for six days: the most is 340. The first of January is missing to Manca Poco.
    let words = says(
        &["timeline", "strano", "--staff", "staff.csv"],
        "timeline__strano",
        &[
            "5 persone su 7 oltre la capacità, di cui 1 tutto l’anno; al massimo 340,00 %, 1 non letta per intero",
            "oltre dal 10/02 al 15/02 (340,00 %)",
            "Unno Giorno 100,136612 % · massimo 150,00 %, oltre il 29/02 (150,00 %)",
            "Due Giorni 100,000055 % · massimo 100,01 %, oltre il 01/01 (100,01 %), il 31/12 (100,01 %)",
            "oltre dal 01/01 al 20/11 (201,17 %), sotto dal 21/11 al 31/12",
            "Manca Poco 99,726776 % · massimo 100,00 %, sotto il 01/01",
            "Manca Meno 99,99 %, oltre tutto l’anno (99,99 %)",
        ],
    );
    assert!(!words.contains("Non Letta 50,163934 % · massimo 60,00 %,"), "who is not fully read is not under: {words}");
    let words =
        says(&["timeline", "strano", "--cdr", "02"], "timeline__cdr-02__strano", &["Due Giorni", "Cambia Sempre"]);
    assert!(!words.contains("Unno"), "{words}");
    says(
        &["timeline", "anno", "--pseudonymise", "--person", "Rossi Anna"],
        "timeline__persona-001__anno",
        &["Persona 001: 1 persona su 1 oltre il 100 % in alcuni giorni, al massimo 160,00 %"],
    );
}

#[test]
fn where_nothing_holds_for_a_part_of_the_year_there_is_no_timeline() {
    let whole = "Nominativo;Progetto;Impegno;Dal;Al\nRossi Anna;2024_PD_0411;100 %;01/01/2024;31/12/2024\n";
    let folder = Folder::new().add("intero/p.csv", whole).add("anno/p.csv", YEAR);
    let run = chart(&folder, &["timeline", "intero"]);
    let said = "Nessun impegno vale solo per una parte dell'anno";
    assert!(run.status == 2 && run.stderr.contains(said), "{}", run.stderr);
    assert!(!folder.path().join("out").exists());
    let run = chart(&folder, &["people,timeline", "intero"]);
    assert!(run.status == 0 && run.stderr.contains("timeline non ha niente da mostrare"), "{}", run.stderr);
    let names = || -> Vec<String> {
        let name = |path: &std::path::PathBuf| path.file_name().expect("a name").to_string_lossy().into_owned();
        files(&folder, ".png").iter().map(name).collect()
    };
    assert_eq!(names(), ["people__intero.png"]);
    let run = chart(&folder, &["all", "intero"]);
    assert!(run.status == 0 && !run.stderr.contains("timeline"), "{}", run.stderr);
    assert!(!names().iter().any(|name| name.starts_with("timeline")), "{:?}", names());
    assert_eq!(chart(&folder, &["all", "anno"]).status, 0);
    assert!(names().contains(&"timeline__anno.png".to_owned()), "{:?}", names());
    for (plan, has) in [("anno", true), ("intero", false)] {
        let report = format!("rapporto-{plan}");
        assert_eq!(folder.cento(&["report", plan, "-o", &report]).status, 0);
        let read = |path: &str| fs::read_to_string(folder.path().join(&report).join(path)).expect(path);
        assert_eq!(read("index.html").contains("Impegno giorno per giorno"), has, "{plan}");
        assert_eq!(read("manifest.json").contains("pictures/timeline__"), has, "{plan}");
    }
}

#[test]
fn whoever_is_over_on_some_days_is_over_in_every_picture() {
    let folder = Folder::new().add("anno/p.csv", YEAR);
    let run = chart(&folder, &["all", "anno"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let words =
        |picture: &str| fs::read_to_string(folder.path().join(format!("out/{picture}.alt.txt"))).expect(picture);
    let says = |picture: &str, told: &[&str]| {
        let words = words(picture).replace(['\u{a0}', '\u{202f}'], " ");
        for told in told {
            assert!(words.contains(told), "{picture}: {told} is not in {words}");
        }
    };
    says(
        "people__anno",
        &[
            "3 persone su 6 oltre il 100 % (fino a +60,00; 1 solo in alcuni giorni), 1 sotto",
            "Rossi Anna 99,89071 % · massimo 160,00 % (−0,10929)",
            "Neri Ivo 50,273224 % · massimo 100,00 % (−49,726776)",
            "Alla capacità: Bianchi Ada; Gallo Ida",
        ],
    );
    says(
        "distribution__anno",
        &["2 persone su 6 sono esattamente al 100 %, 1 sotto, 3 oltre", "oltre 150,00: 1; 110,01–150,00: 2"],
    );
    says("matrix__0413-to-0414__anno", &["Rossi Anna: 99,89071 % · massimo 160,00 % (0411 49,726776, 0412 50,163934)"]);
    says(
        "person__rossi-anna__anno",
        &[
            "100 × 182/366 + 60 × 306/366 = 99,89071 %, oltre in alcuni giorni (massimo 160,00 %)",
            "0412 50,163934 % (60,00 % dal 01/03 al 31/12)",
            "Al massimo 160,00 % dal 01/03 al 30/06",
        ],
    );
    says("person__verdi-ugo__anno", &["70 + 30 + 25 × 61/366 = 104,166667 %, 4,166667 oltre"]);
    says("person__costa-leo__anno", &["un solo impegno, 120,00 %, 20,00 oltre"]);
}

#[test]
fn notes_stand_apart_posts_are_vacant_and_the_most_has_the_sign_of_what_is_over() {
    let plan = "Nominativo;Progetto;Impegno;Dal;Al\nRossi Anna;2024_PD_0411;150 %;01/03/2024;30/04/2024\n\
        Bianchi Ada;2024_PD_0411;100 %;;\nDa assumere;2024_PD_0411;100 %;01/07/2024;31/12/2024\n";
    let folder = Folder::new().add("anno/p.csv", plan);
    let run = chart(&folder, &["people", "anno", "--format", "svg"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let picture = fs::read_to_string(&files(&folder, ".svg")[0]).expect("a picture");
    assert!(picture.contains(">² ³<") && !picture.contains("²³"), "two notes are not the 23rd");
    assert!(picture.contains("Posto vacante – non è una persona") && !picture.contains("Soggetto collettivo"));
    // On the page, of whoever is over on some days not the difference has the sign, but the most.
    assert_eq!(folder.cento(&["report", "anno", "-o", "report"]).status, 0);
    let page = fs::read_to_string(folder.path().join("report/index.html")).expect("a page");
    let row = page.split("<tr>").find(|row| row.contains("Rossi Anna</a>")).expect("the row");
    let said: String = row.split('>').skip(1).map(|part| part.split('<').next().unwrap_or_default()).collect();
    assert!(said.contains("▲ 150,00 %") || said.contains("▲ 150,00\u{a0}%"), "{said}");
    assert!(!said.contains("▲ −"), "{said}");
}
