//! The words above the columns of tables that have one for each project, or for each person.

use super::calendar::ordinal;
use super::codes::resembles_project_code;
use super::totals::says_total;
use super::words::small_words as words;
use crate::identity::is_nothing;

/// Beginnings of words for what people work on.
const PROJECTS: [&str; 13] = [
    "progett",
    "project",
    "prodott",
    "product",
    "schede",
    "attivit",
    "activit",
    "wp",
    "workpack",
    "commessa",
    "commesse",
    "iniziativ",
    "task",
];

/// Beginnings of words for what is counted of people and is no work on a project: absences, merits, pay, what is left.
const NO_PROJECTS: [&str; 42] = [
    "presenz",
    "assenz",
    "feri",
    "malatti",
    "permess",
    "congedo",
    "congedi",
    "straordinar",
    "smart",
    "lavorat",
    "lavorativ",
    "agile",
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
    "parttime",
    "regime",
    "attendance",
    "absen",
    "leave",
    "score",
    "available",
];

/// Whether a heading has a word for what people work on.
pub fn says_projects(heading: &str) -> bool {
    words(heading).iter().any(|word| PROJECTS.iter().any(|known| word.starts_with(known)))
}

/// Whether a heading is the word for a project in short, or that for the plan, and a number: `PEG 01`, `Prog. 1`. A number of more digits may
/// be a year, and so may one of two behind the word for the plan: `PEG 24`.
pub fn numbers_project(heading: &str) -> bool {
    const IN_SHORT: [&str; 7] = ["peg", "prog", "proj", "prj", "prg", "scheda", "sch"];
    let is_number = |word: &String| (1..=3).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit());
    let may_be_year = |word: &String, number: &String| word == "peg" && number.len() == 2 && number.as_str() >= "20";
    let is_short = |word: &String| IN_SHORT.contains(&&**word);
    match &words(heading)[..] {
        [word, number] => is_short(word) && is_number(number) && !may_be_year(word, number),
        [word, mark, number] => is_short(word) && matches!(&**mark, "n" | "nr" | "no") && is_number(number),
        _ => false,
    }
}

/// Whether a text may be the title by which a project is called where it has no code: it has a word of some letters, is no placeholder,
/// and does not begin like a code.
pub fn names_project(text: &str) -> bool {
    const LEAST_LETTERS: usize = 3;
    let has_word = words(text).iter().any(|word| word.chars().filter(|c| c.is_alphabetic()).count() >= LEAST_LETTERS);
    let first = text.split_whitespace().next().unwrap_or_default();
    let begins_like_code = first.contains(|c: char| c.is_ascii_digit()) && !first.contains(char::is_lowercase);
    // `WP1`: the word says what it is.
    let is_named = (has_word && !begins_like_code) || says_projects(text);
    is_named && !resembles_project_code(text) && !is_nothing(text) && !says_total(text)
}

/// Whether a heading has a word for what is counted of people and is no work on a project.
pub fn counts_no_project(heading: &str) -> bool {
    // *Part-time*, and neither *partecipate* nor *lavori pubblici*.
    words(heading).iter().any(|word| word == "part" || NO_PROJECTS.iter().any(|known| word.starts_with(known)))
}

/// A heading without the number that tells it from others like it: `Progetto 1`, `% impegno.1`, `Progetto (n. 2)`, `2° progetto`,
/// `Secondo progetto`, `Allocation 1 (%)`.
pub fn without_number(heading: &str) -> &str {
    const MOST_DIGITS: usize = 2;
    let heading = heading.trim();
    let own = heading.trim_end_matches("(%)").trim_end();
    let heading = if own.ends_with(|c: char| c.is_ascii_digit()) { own } else { heading };
    if let Some((first, rest)) = heading.split_once(' ')
        && first.len() > 3
        && ordinal(&first.to_lowercase()).is_some()
    {
        return rest.trim_start();
    }
    let is_mark = |c: char| c.is_whitespace() || ".-_#()[]°ºª:".contains(c);
    let behind = heading.trim_end_matches(is_mark).trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = heading[behind.len()..].chars().filter(char::is_ascii_digit).count();
    if (1..=MOST_DIGITS).contains(&digits) {
        let rest = behind.trim_end_matches(is_mark);
        let word = rest.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        let is_number = matches!(&*word.to_lowercase(), "n" | "nr" | "num" | "no");
        // `Ore (su 36)`: that is how many they are.
        let is_amount = matches!(&*word.to_lowercase(), "su" | "of");
        return if is_amount {
            heading
        } else if is_number {
            rest[..rest.len() - word.len()].trim_end_matches(is_mark)
        } else {
            rest
        };
    }
    let before = heading.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = heading.len() - before.len();
    if (1..=MOST_DIGITS).contains(&digits) { before.trim_start_matches(is_mark) } else { heading }
}

/// Whether a text is the word for what is counted of people, in short: *FTE*.
pub fn counts_people(text: &str) -> bool {
    matches!(words(text)[..], [ref word] if matches!(&**word, "fte" | "ula" | "etp" | "organico" | "headcount"))
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
    fn projects_in_short_have_a_number() {
        for heading in ["PEG 01", "Prog. 1", "Proj 2", "Scheda n. 3", "PRG-12"] {
            assert!(numbers_project(heading), "{heading}");
        }
        // Objectives are reached, and years have four digits.
        for other in ["PEG 2024", "PEG 24", "Prog.", "Ob. 3", "Obiettivo 3", "Progr. 1", "Voto 1", "PEG", "01"] {
            assert!(!numbers_project(other), "{other}");
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
        let kept = ["Impegno 2024", "Ore (su 36)"];
        assert_eq!(kept.map(without_number), kept);
        assert_eq!(without_number("% 1"), "%");
        assert_eq!(["Primo progetto", "Secondo progetto"].map(without_number), ["progetto"; 2]);
        assert_eq!(["Allocation 1 (%)", "Impegno (%)"].map(without_number), ["Allocation", "Impegno (%)"]);
    }

    #[test]
    fn headings_say_what_stands_below_them() {
        assert!(says_projects("Progetti PEG") && says_projects("Nominativo / Progetto") && !says_projects("Settore"));
        for counted in ["Giorni di ferie", "Presenze", "Lavoro agile", "Ore lavorate", "Part-time", "Parttime"] {
            assert!(counts_no_project(counted), "{counted}");
        }
        for project in ["Anagrafe", "Lavori pubblici", "Società partecipate", "Partenariato"] {
            assert!(!counts_no_project(project), "{project}");
        }
        assert!(counts_people("FTE") && !counts_people("fte due"));
        for title in ["WP1", "Progetto A", "Anagrafe"] {
            assert!(names_project(title), "{title}");
        }
        for other in ["Totale progetti", "P1", "-", "12"] {
            assert!(!names_project(other), "{other}");
        }
    }
}
