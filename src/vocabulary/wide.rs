//! The words above the columns of tables that have one for each project, or for each person.

use super::codes::resembles_project_code;
use super::headers::Unit;
use super::totals::says_total;
use crate::identity::is_nothing;

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

/// Whether a text may be the title by which a project is called where it has no code: it has a word of some letters, is no placeholder,
/// and does not begin like a code.
pub fn names_project(text: &str) -> bool {
    const LEAST_LETTERS: usize = 3;
    let has_word = words(text).iter().any(|word| word.chars().filter(|c| c.is_alphabetic()).count() >= LEAST_LETTERS);
    let first = text.split_whitespace().next().unwrap_or_default();
    let begins_like_code = first.contains(|c: char| c.is_ascii_digit()) && !first.contains(char::is_lowercase);
    has_word && !begins_like_code && !resembles_project_code(text) && !is_nothing(text) && !says_total(text)
}

/// Whether a heading has a word for what is counted of people and is no work on a project.
pub fn counts_no_project(heading: &str) -> bool {
    words(heading).iter().any(|word| NO_PROJECTS.iter().any(|known| word.starts_with(known)))
}

/// A heading without the number that tells it from others like it: `Progetto 1`, `% impegno.1`, `Progetto (n. 2)`, `2° progetto`.
pub fn without_number(heading: &str) -> &str {
    const MOST_DIGITS: usize = 2;
    let heading = heading.trim();
    let is_mark = |c: char| c.is_whitespace() || ".-_#()[]°ºª:".contains(c);
    let behind = heading.trim_end_matches(is_mark).trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = heading[behind.len()..].chars().filter(char::is_ascii_digit).count();
    if (1..=MOST_DIGITS).contains(&digits) {
        let rest = behind.trim_end_matches(is_mark);
        let word = rest.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        let is_number = matches!(&*word.to_lowercase(), "n" | "nr" | "num" | "no");
        return if is_number { rest[..rest.len() - word.len()].trim_end_matches(is_mark) } else { rest };
    }
    let before = heading.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = heading.len() - before.len();
    if (1..=MOST_DIGITS).contains(&digits) { before.trim_start_matches(is_mark) } else { heading }
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
    fn titles_of_projects_are_told_from_codes_and_placeholders() {
        for title in ["Portal", "Test Project", "PNRR", "Anagrafe 2024", "Piano triennale anticorruzione"] {
            assert!(names_project(title), "{title}");
        }
        for other in
            ["ZZ", "OB.12 Atti", "P01", "2O24-PD-O411 Atti", "2024_PD_04à", "n.d.", "vedi sopra", "-", "Totale"]
        {
            assert!(!names_project(other), "{other}");
        }
    }

    #[test]
    fn numbers_of_headings_come_off() {
        for heading in [
            "Progetto",
            "Progetto 1",
            "Progetto.1",
            "Progetto_12",
            "Progetto (2)",
            "Progetto n. 3",
            "1° Progetto",
            "2 - Progetto",
        ] {
            assert_eq!(without_number(heading), "Progetto", "{heading}");
        }
        assert_eq!([without_number("Impegno 2024"), without_number("% 1")], ["Impegno 2024", "%"]);
    }

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
