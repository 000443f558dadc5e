//! The words above the columns of tables that have one for each project, or for each person.

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

/// Whether a text is the word for what is counted of people, in short: *FTE*.
pub fn counts_people(text: &str) -> bool {
    matches!(words(text)[..], [ref word] if matches!(&**word, "fte" | "ula" | "etp" | "organico" | "headcount"))
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
        assert!(counts_people("FTE") && !counts_people("fte due"));
    }
}
