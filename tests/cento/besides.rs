//! What stands beside the commitments of a table and is none: sums of somebody's, what is left of them, notes on the unit.

use crate::laws::total;
use crate::support::{Folder, codes};

/// A plan of one table.
fn plan(lines: &[&str]) -> Folder {
    Folder::new().add("piano.csv", lines.join("\n") + "\n")
}

#[test]
fn rows_that_add_up_what_is_somebodys_or_say_what_is_left_are_no_commitments() {
    for none in [
        "Totale impegno",
        "TOTALE",
        "Tot. %",
        "Subtotale",
        "Quota disponibile",
        "Non assegnato",
        "Da assegnare",
        "Residuo",
        "Total allocation",
        "Not assigned",
        "Unallocated",
    ] {
        let found = plan(&[
            "Nominativo;Codice;Progetto;% impegno",
            "Rossi Ada;2024_PD_0411;Atti;60 %",
            "Rossi Ada;2024_PD_0412;Sito;20 %",
            &format!("Rossi Ada;;{none};80 %"),
        ])
        .check();
        assert_eq!(total(&found, "Rossi Ada"), Some("80.00"), "{none}");
        assert_eq!(codes(&found), ["A002"], "{none}");
        // Where projects are called by their titles alone.
        let titles = ["Nominativo;Progetto;% impegno", "Rossi Ada;Atti;60 %", "Rossi Ada;Sito;20 %"].map(str::to_owned);
        let rows = [&titles[..], &[format!("Rossi Ada;{none};80 %")]].concat();
        let found = plan(&rows.iter().map(String::as_str).collect::<Vec<_>>()).check();
        assert_eq!(total(&found, "Rossi Ada"), Some("80.00"), "{none}");
    }
    // What has a code, or says more, is a project.
    let found = plan(&[
        "Nominativo;Codice;Progetto;% impegno",
        "Rossi Ada;2024_PD_0411;Totale restauro;60 %",
        "Rossi Ada;2024_PD_0412;Totale;20 %",
    ])
    .check();
    assert_eq!(total(&found, "Rossi Ada"), Some("80.00"));
}

#[test]
fn a_text_beside_a_table_says_in_what_its_figures_are_counted() {
    let rows = ["Dipendente;Progetto;Impegno", "Rossi Ada;Atti;60", "Rossi Ada;Sito;50"];
    let settings = "[layout]\ndays_per_year = 220\nhours_per_year = 1100\n";
    for (before, behind, expected) in [
        ("Impegno del personale in giornate;;", "", "50.00"),
        ("Valori in ore annue;;\n;;", "", "10.00"),
        ("", "(valori in ore annue);;", "10.00"),
        ("", "Dati in giorni;;", "50.00"),
        ("Impegno in percentuale;;", "", "110.00"),
        ("Personale assegnato;;", "Aggiornato in giugno;;", "110.00"),
    ] {
        let lines: Vec<&str> =
            [&[before][..], &rows, &[behind]].concat().into_iter().filter(|line| !line.is_empty()).collect();
        let found = plan(&lines).add("cento.toml", settings).check();
        assert_eq!(total(&found, "Rossi Ada"), Some(expected), "{before}{behind}");
        // Of what is all of it, nobody guesses.
        if expected != "110.00" {
            assert!(codes(&plan(&lines).check()).contains(&"R001".to_owned()), "{before}{behind}");
        }
    }
    // What has a sign, or a heading that says it, is what that says.
    let signed = ["Valori in ore;;", "Dipendente;Progetto;Impegno", "Rossi Ada;Atti;60 %"];
    assert_eq!(total(&plan(&signed).check(), "Rossi Ada"), Some("60.00"));
    let headed = ["Valori in ore;;", "Dipendente;Progetto;Impegno %", "Rossi Ada;Atti;60"];
    assert_eq!(total(&plan(&headed).check(), "Rossi Ada"), Some("60.00"));
}
