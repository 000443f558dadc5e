//! The pictures of a plan whose commitments hold for parts of the year: whoever is over on some days is shown so in each of them.

use std::fs;

use crate::pictures::chart;
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
