//! The words above the columns of tables that have one for each project, or for each person.

use super::headers::Unit;

/// Beginnings of words for what people work on.
const PROJECTS: [&str; 7] = ["progett", "project", "prodott", "product", "schede", "attivit", "activit"];

/// Beginnings of words for what is counted of people and is no work on a project: absences, merits, pay, what is left.
const NO_PROJECTS: [&str; 40] = [
    "presenz",
    "assenz",
    "feri",
    "malatti",
    "permess",
    "congedo",
    "congedi",
    "straordinar",
    "smart",
    "lavor",
    "telelavor",
    "valutazion",
    "punteggi",
    "punti",
    "voto",
    "performance",
    "comportament",
    "competenz",
    "risultat",
    "raggiung",
    "obiettiv",
    "peso",
    "pesi",
    "indennit",
    "stipend",
    "retribu",
    "premi",
    "capacit",
    "residu",
    "disponibil",
    "scostament",
    "differenz",
    "saldo",
    "part",
    "regime",
    "attendance",
    "absen",
    "leave",
    "score",
    "available",
];

/// Words for hours, and for days and months, in small letters.
const HOURS: [&str; 7] = ["ore", "ora", "hours", "hour", "hrs", "h", "hh"];
const DAYS: [&str; 10] =
    ["giorni", "giorno", "giornate", "giornata", "gg", "days", "day", "mesi", "months", "settimane"];

fn words(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Whether a heading has a word for what people work on.
pub fn says_projects(heading: &str) -> bool {
    words(heading).iter().any(|word| PROJECTS.iter().any(|known| word.starts_with(known)))
}

/// Whether a heading has a word for what is counted of people and is no work on a project.
pub fn counts_no_project(heading: &str) -> bool {
    words(heading).iter().any(|word| NO_PROJECTS.iter().any(|known| word.starts_with(known)))
}

/// In what figures are counted, as a heading above several columns says.
pub fn unit_in(heading: &str) -> Unit {
    let words = words(heading);
    let has = |known: &[&str]| words.iter().any(|word| known.contains(&word.as_str()));
    if heading.contains('%') || words.iter().any(|word| word.starts_with("percent")) {
        Unit::Percent
    } else if has(&HOURS) {
        Unit::Hours
    } else if has(&DAYS) {
        Unit::Days
    } else {
        Unit::Unstated
    }
}

/// Whether a text is the word for what is counted of people, in short: *FTE*.
pub fn counts_people(text: &str) -> bool {
    matches!(words(text)[..], [ref word] if matches!(&**word, "fte" | "ula" | "etp" | "organico" | "headcount"))
}

/// Whether a heading says in what figures are counted, and nothing else.
pub fn is_unit(heading: &str) -> bool {
    let is_said =
        |word: &String| word.starts_with("percent") || HOURS.contains(&word.as_str()) || DAYS.contains(&word.as_str());
    unit_in(heading) != Unit::Unstated && words(heading).iter().all(is_said)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_say_what_stands_below_them() {
        assert!(says_projects("Progetti PEG") && says_projects("Nominativo / Progetto") && !says_projects("Settore"));
        assert!(
            counts_no_project("Giorni di ferie") && counts_no_project("Presenze") && !counts_no_project("Anagrafe")
        );
        assert_eq!(unit_in("Impegno % sui progetti"), Unit::Percent);
        assert_eq!(unit_in("Ore per progetto"), Unit::Hours);
        assert_eq!(unit_in("giorni/uomo"), Unit::Days);
        assert_eq!(unit_in("Storia e oreficeria"), Unit::Unstated);
        assert!(counts_people("FTE") && !counts_people("fte due"));
        assert!(is_unit("%") && is_unit("ore") && !is_unit("% impegno") && !is_unit("Tributi"));
    }
}
