//! How much full time is, where the settings or a heading say it and the table itself shows another: that is told, and the totals are not certain;
//! where months are rounded, are of something else or do not agree, nothing is.

use serde_json::Value;

use crate::support::{Folder, findings};

const HOURS: &str = "[layout]\nhours_per_year = 1548\n\n[layout.headings]\nhours = [\"Ore previste\"]\n";

fn folder(table: &str, settings: &str) -> Folder {
    Folder::new().add("piano.csv", table).add("cento.toml", settings)
}

/// What is told of another base, in words and how to mend it.
fn told(table: &str, settings: &str, lang: &str) -> Option<(String, String)> {
    let check = folder(table, settings).cento(&["check", ".", "--format", "json", "--lang", lang]).json();
    let is_of_base = |finding: &&Value| {
        ["tempo pieno", "full time"].iter().any(|words| finding["message"].to_string().contains(words))
    };
    let all = findings(&check, "R010");
    let found = all.iter().copied().find(|finding| is_of_base(finding))?;
    assert_eq!(
        (&found["severity"], check["coverage"]["rows_rejected"].clone()),
        (&"warning".into(), 0.into()),
        "{check}"
    );
    Some((found["message"].as_str()?.to_owned(), found["help"].as_str()?.to_owned()))
}

const MONTHS: &str = "Progetto;Nominativo;Ruolo;Ore previste;Mesi/uomo\n\
    2024_PD_0411;Farinelli Marta;D;860;6,00\n\
    2024_PD_0411;Gualdi Piero;C;1720;12,00\n\
    2024_PD_0412;Farinelli Marta;D;430;3,50\n";

#[test]
fn months_that_show_another_base_than_the_settings_are_told() {
    // 860 × 12 / 6 = 1720; the third row is a slip (430 would be 3,00).
    for (lang, message, help) in [
        (
            "it",
            "La colonna «Mesi/uomo» dice un altro tempo pieno: 860 di «Ore previste» sono 6,00, dunque 1720 ore all'anno, come in 2 righe su 3; \
             le impostazioni contano su 1548 ore all'anno, e i totali delle sue righe non sono certi",
            "Se il tempo pieno è quello della tabella, scrivere in cento.toml, [layout], hours_per_year = 1720; se la colonna riguarda altro: \
             [layout.headings], aside.",
        ),
        (
            "en",
            "The column “Mesi/uomo” says another full time: 860 of “Ore previste” are 6,00, so 1720 hours a year, as in 2 rows of 3; \
             the settings count with 1548 hours a year, and the totals of its rows are not certain",
            "If full time is that of the table, write in cento.toml, [layout], hours_per_year = 1720; if the column is about something else: \
             [layout.headings], aside.",
        ),
    ] {
        assert_eq!(told(MONTHS, HOURS, lang), Some((message.to_owned(), help.to_owned())));
    }
    // The totals stay those of the settings, each row rounded: 860/1548 = 55,555556, 430/1548 = 27,777778, 1720/1548 = 111,111111; but nobody is over for them.
    let check = folder(MONTHS, HOURS).check();
    let mut people: Vec<(String, String)> = check["people"]
        .as_array()
        .expect("people")
        .iter()
        .map(|own| (own["total_percent"].to_string(), own["status"].to_string()))
        .collect();
    people.sort();
    assert_eq!(
        people,
        [("\"111.111111\"".to_owned(), "null".to_owned()), ("\"83.333334\"".to_owned(), "null".to_owned())]
    );
    assert!(findings(&check, "A001").is_empty());
    // Months that are planned are no rivals of the hours, though they are read where they stand alone.
    let planned = MONTHS.replace("Mesi/uomo", "Mesi/uomo previsti");
    let alone = HOURS.split("\n\n").next().expect("the base");
    for settings in [HOURS, alone] {
        assert!(
            told(&planned, settings, "it")
                .is_some_and(|(message, _)| message.contains("1720 ore all'anno, come in 2 righe su 3"))
        );
    }
    // What the help says mends it.
    for mended in [HOURS.replace("1548", "1720"), format!("{HOURS}aside = [\"Mesi/uomo\"]\n")] {
        assert_eq!(told(MONTHS, &mended, "it"), None, "{mended}");
    }
}

#[test]
fn other_units_and_bases_of_the_document_are_compared_too() {
    let rows = |heading: &str, beside: &str, rows: [&str; 2]| {
        format!(
            "Progetto;Nominativo;{heading};{beside}\n2024_PD_0411;Farinelli Marta;{}\n2024_PD_0411;Gualdi Piero;{}\n",
            rows[0], rows[1]
        )
    };
    let named = |heading: &str, base: &str| format!("[layout]\n{base}\n\n[layout.headings]\nhours = [\"{heading}\"]\n");
    for (table, settings, said) in [
        // 860 of 0,5 FTE; cells with the unit inside are no less figures.
        (
            rows("Ore", "FTE", ["860;0,5", "1720;1"]),
            named("Ore", "hours_per_year = 1548"),
            "1720 ore all'anno, come in 2 righe su 2; le impostazioni contano su 1548 ore",
        ),
        (
            rows("Ore previste", "Mesi/uomo", ["860 h;6", "1720 ore;12"]),
            HOURS.to_owned(),
            "860 h di «Ore previste» sono 6, dunque 1720 ore all'anno",
        ),
        // 18 hours of 36 a week, taken for those of a year.
        (
            rows("Ore", "FTE", ["18;0,5", "36;1"]),
            named("Ore", "hours_per_year = 1548"),
            "36 ore alla settimana, come in 2 righe su 2; le impostazioni contano su 1548 ore all'anno",
        ),
        (
            rows("Ore settimanali", "FTE", ["18;0,5", "36;1"]),
            named("Ore settimanali", "hours_per_week = 38"),
            "36 ore alla settimana, come in 2 righe su 2; le impostazioni contano su 38 ore alla settimana",
        ),
        (
            rows("Giornate previste", "Mesi/uomo", ["107,5;6,00", "215;12,00"]),
            named("Giornate previste", "days_per_year = 220"),
            "215 giorni all'anno, come in 2 righe su 2; le impostazioni contano su 220 giorni",
        ),
        // 71,5 hours a month are half of 143, twelve of which are 1716.
        (
            rows("Ore mensili", "FTE", ["71,5;0,5", "143;1"]),
            named("Ore mensili", "hours_per_year = 1548"),
            "1716 ore all'anno, come in 2 righe su 2; le impostazioni contano su 1548 ore all'anno",
        ),
        // The heading says it.
        (
            rows("Ore previste (su 1548)", "FTE (di progetto)", ["860;0,5", "1720;1"]),
            named("Ore previste (su 1548)", ""),
            "l'intestazione «Ore previste (su 1548)» conta su 1548 ore all'anno",
        ),
        // Nothing says that the figures are hours but the settings.
        (
            rows("Impegno", "FTE", ["860;0,5", "1720;1"]),
            "[layout]\nunit = \"hours\"\nhours_per_year = 1548\n\n[layout.headings]\nshare = [\"Impegno\"]\n"
                .to_owned(),
            "1720 ore all'anno",
        ),
    ] {
        let (message, _) = told(&table, &settings, "it").unwrap_or_else(|| panic!("{table}{settings}"));
        assert!(message.contains(said), "{message}");
    }
}

#[test]
fn months_that_are_rounded_of_something_else_or_do_not_agree_raise_no_alarm() {
    let rows = |heading: &str, beside: &str, rows: &[&str]| {
        let rows = rows
            .iter()
            .enumerate()
            .map(|(at, row)| format!("2024_PD_0411;{};{row}\n", ["Farinelli Marta", "Gualdi Piero", "Costa Ivo"][at]));
        format!("Progetto;Nominativo;{heading};{beside}\n{}", rows.collect::<String>())
    };
    for (heading, beside, figures) in [
        // Of 1548 hours these are 1,94, 3,10 and 6,20 months: written in whole ones, two of them make 1600 to the letter.
        ("Ore previste", "Mesi/uomo", &["250;2", "400;3", "800;6"][..]),
        ("Ore previste", "Mesi/uomo", &["774;6,0", "100;0,8", "500;3,9"]),
        // Months that were worked beside hours that are planned.
        ("Ore previste", "Mesi/uomo rendicontati", &["860;6", "1720;12"]),
        ("Ore previste", "Mesi/uomo", &["825;6", "1500;11", "275;1"]),
        // How long the project is, and what of a position somebody has.
        ("Ore previste", "Mesi", &["1100;12", "1100;12", "300;12"]),
        ("Ore previste", "FTE", &["1210;1", "1210;1", "300;1"]),
    ] {
        assert_eq!(told(&rows(heading, beside, figures), HOURS, "it"), None, "{heading} {beside} {figures:?}");
    }
    // Reported hours beside planned months.
    let reported = HOURS.replace("Ore previste", "Ore rendicontate");
    assert_eq!(told(&rows("Ore rendicontate", "Mesi/uomo previsti", &["860;6", "1720;12"]), &reported, "it"), None);
}

#[test]
fn of_whom_the_figures_are_in_doubt_no_proposal_says_that_they_are_not_over() {
    let only_base = folder(MONTHS, "[layout]\nhours_per_year = 1548\n");
    let layout = |lang: &str| only_base.cento(&["layout", "piano.csv", "--lang", lang]).stdout;
    let italian = layout("it");
    assert!(italian.contains("nessuna oltre la capacità, di 2 non si può dire\n"), "{italian}");
    let english = layout("en");
    assert!(english.contains("nobody over the capacity, of 2 it cannot be said\n"), "{english}");
}
