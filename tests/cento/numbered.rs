//! Columns of projects that have but a short word and a number above them; and comma-separated tables of projects by people.

use crate::layout::rows;
use crate::support::{Folder, codes};

fn read(lines: &[&str]) -> (Vec<String>, Vec<String>) {
    let folder = Folder::new().add("piano.csv", lines.join("\n") + "\n");
    let run = folder.cento(&["check", ".", "--format", "json"]);
    if run.status == 2 {
        return (Vec::new(), vec!["refused".to_owned()]);
    }
    let told = codes(&run.json()).into_iter().filter(|code| !matches!(&**code, "A002" | "D006"));
    (rows(&folder), told.collect())
}

const NONE: [String; 0] = [];

#[test]
fn a_short_word_and_a_number_name_a_project() {
    for [one, other] in [["PEG 01", "PEG 02"], ["Prog. 1", "Prog. 2"], ["Scheda 3", "Scheda 4"]] {
        let header = format!("Nome;{one};{other}");
        let expected = [("Rossi Mario 60.00", one), ("Rossi Mario 40.00", other), ("Verdi Ugo 100.00", one)];
        let (found, told) = read(&[&header, "Rossi Mario;60 %;40 %", "Verdi Ugo;100 %;"]);
        assert_eq!(told, NONE, "{header}");
        assert_eq!(found.len(), 3, "{found:?}");
        for (row, project) in expected {
            assert!(
                found.iter().any(|found| found.ends_with(row) && found.contains(project)),
                "{row} {project}: {found:?}"
            );
        }
        let (found, told) = read(&[&header, "Rossi Mario;60;40", "Verdi Ugo;100;"]);
        assert_eq!((found.len(), told), (3, vec!["R016".to_owned()]), "nothing says that they are percentages");
    }
    // Objectives are reached, and plans are of years.
    for header in ["Nome;Ob. 3;Ob. 4", "Nome;PEG 2023;PEG 2024", "Nome;PEG 23;PEG 24"] {
        let (found, told) = read(&[header, "Rossi Mario;60 %;40 %", "Verdi Ugo;100 %;"]);
        assert!(found.is_empty() && told.contains(&"R014".to_owned()), "{header}: {found:?} {told:?}");
    }
}

#[test]
fn projects_by_people_stand_between_commas_too() {
    let small = ["2024_PD_0411 Rossi Anna 60.00", "2024_PD_0412 Rossi Anna 40.00", "2024_PD_0412 Verdi Ugo 30.00"];
    for lines in [
        &["Progetto,Rossi Anna,Verdi Ugo", "2024_PD_0411,60 %,", "2024_PD_0412,40 %,30 %"][..],
        &["Codice progetto,Rossi Anna,Verdi Ugo,Totale", "2024_PD_0411,60 %,,60 %", "2024_PD_0412,40 %,30 %,70 %"],
        &["Progetto,Rossi Anna,Verdi Ugo", "2024_PD_0411,\"60,00 %\",", "2024_PD_0412,\"40,00 %\",\"30,00 %\""],
    ] {
        let (found, told) = read(lines);
        assert_eq!(told, NONE, "{lines:?}");
        let ends = |row: &str| found.iter().any(|found| found.ends_with(row));
        assert!(found.len() == 3 && small.iter().all(|row| ends(row)), "{found:?}");
    }
    // A sentence of such words is none.
    let prose = ["Progetto, Rossi Anna, Verdi Ugo", "partecipano, come sempre, alle riunioni, e riferiscono.", "Fine"];
    assert!(read(&prose).0.is_empty());
}
