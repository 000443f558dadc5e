//! The words for roles.

use crate::model::Role;
use crate::source::restored;

/// The role that is meant by what is written, whatever its case, and also if it has lost letters.
pub fn role(written: &str) -> Role {
    let of_letters = || restored(written).iter().map(|written| plain_role(written)).find(|role| *role != Role::Other);
    match plain_role(written) {
        Role::Other => of_letters().unwrap_or(Role::Other),
        role => role,
    }
}

fn plain_role(written: &str) -> Role {
    let starts = |prefix: &str| written.get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix));
    match written.as_bytes().first().map(u8::to_ascii_lowercase) {
        Some(b'd') if starts("dirigente") => Role::Director,
        Some(b'd') if starts("dipendente") && names_article_90(written) => Role::EmployeeArt90,
        Some(b'd') if starts("dipendente") => Role::Employee,
        Some(b'a') if starts("art. 90") || starts("art.90") => Role::EmployeeArt90,
        Some(b'p') if starts("posizione organizzativa") || starts("p.o") => Role::OrganisationalPosition,
        Some(b'e') if starts("elevata qualificazione") || starts("e.q") => Role::OrganisationalPosition,
        _ if ["po", "eq"].into_iter().any(|short| written.eq_ignore_ascii_case(short)) => Role::OrganisationalPosition,
        _ => Role::Other,
    }
}

/// Whether a text may be a role at all, as its first letter says; other signs than letters may stand before one.
pub fn may_be_role(written: &str) -> bool {
    let first = written.as_bytes().first().copied().unwrap_or_default();
    !first.is_ascii_alphanumeric() || matches!(first.to_ascii_lowercase(), b'd' | b'a' | b'p' | b'e')
}

fn names_article_90(written: &str) -> bool {
    if memchr::memchr(b'9', written.as_bytes()).is_none() {
        return false;
    }
    let lower = written.to_ascii_lowercase();
    lower.split("art").skip(1).any(|rest| rest.trim_start_matches(['i', 'c', 'o', 'l', '.', ' ']).starts_with("90"))
}

/// The words with which roles begin, in small letters; the first four name one by themselves.
const FIRST: [&str; 8] = ["dirigente", "dipendente", "posizione", "elevata", "art.", "p.o.", "e.q.", "art.90"];
/// The words with which they go on, and that are in no name; and others with which they go on.
const REST: [&str; 7] = [
    "tempo",
    "indeterminato/determinato",
    "indeterminato",
    "determinato",
    "indeterminato/",
    "organizzativa",
    "qualificazione",
];
const ARTICLE: [&str; 3] = ["art.", "articolo", "90"];

/// Whether a role may begin with a word, in small letters.
pub fn may_begin_role(word: &str) -> bool {
    FIRST.contains(&word)
}

/// Whether a text begins with a word that names a role.
pub fn begins_role(text: &str) -> bool {
    text.split_whitespace().next().is_some_and(|first| names_role(&first.to_lowercase()))
}

/// Whether a word, in small letters, is that of an article of a law, with which roles begin as well as other things.
pub fn is_article(word: &str) -> bool {
    word == "art."
}

/// Whether a word, in small letters, names a role: *Dirigente*.
pub fn names_role(word: &str) -> bool {
    FIRST[..4].contains(&word)
}

/// Whether a word, in small letters, is a role in short: *PO*.
pub fn is_role_in_short(word: &str) -> bool {
    matches!(word, "po" | "eq" | "p.o" | "e.q")
}

/// Whether a role may go on with a word, in small letters.
pub fn may_continue_role(word: &str) -> bool {
    REST.contains(&word) || ARTICLE.contains(&word) || word == "a"
}

/// Whether a text begins as roles do, or with words with which they go on.
pub fn begins_within_role(text: &str) -> bool {
    let lower = text.to_lowercase();
    let mut words = lower.split_whitespace();
    words.next().is_some_and(|first| match first {
        "a" => words.next() == Some("tempo"),
        first => may_begin_role(first) || may_continue_role(first),
    })
}

/// The words with which no role ends; with the first three none begins.
const WITHIN: [&str; 8] = ["comma", "del", "d.lgs.", "tempo", "a", "ex", "art.", "articolo"];

/// Whether a cell ends within a role: what follows stands elsewhere.
pub fn ends_within_role(cell: &str) -> bool {
    let lower = cell.to_lowercase();
    let ends = || lower.ends_with('/') || lower.split_whitespace().last().is_some_and(|last| WITHIN.contains(&last));
    lower.split_whitespace().any(names_role) && ends()
}

/// Whether the cells of a row have parts of roles as no row has them: one begins or ends within a role, or names two, or two cells have
/// some.
pub fn has_broken_role<'c>(cells: impl Iterator<Item = &'c str> + Clone) -> bool {
    let has_part = |cell: &&str| {
        let lower = cell.to_lowercase();
        lower.split_whitespace().any(|word| names_role(word) || REST[..5].contains(&word))
    };
    cells.clone().any(breaks_role) || cells.filter(has_part).count() > 1
}

/// Whether a cell begins or ends within a role, or has parts of two.
pub fn breaks_role(cell: &str) -> bool {
    let lower = cell.to_lowercase();
    let words: Vec<&str> = lower.split_whitespace().collect();
    let Some(first) = words.first() else { return false };
    // `Dipendente - Posizione Organizzativa` is one role, `Organizzativa Dipendente` and `267/2000 Dirigente` are of two.
    let is_end = |word: &str| names_role(word) || REST.contains(&word) || word.ends_with(|c: char| c.is_ascii_digit());
    let names_another = words.windows(2).any(|pair| names_role(pair[1]) && is_end(pair[0]));
    let begins_within = REST[..5].contains(first) || *first == "a" && words.get(1) == Some(&"tempo");
    begins_within || names_another || ends_within_role(cell)
}

/// Whether a cell of a column of roles is, or ends within, a part of one: it may as well be the rest of what is above, `110 comma 1`.
pub fn is_part_of_role(cell: &str) -> bool {
    let lower = cell.to_lowercase();
    let is_rest = |first: &str| WITHIN[..3].contains(&first) || first.starts_with(|c: char| c.is_ascii_digit());
    breaks_role(cell) || lower.split_whitespace().next().is_some_and(is_rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_roles_are_told_from_whole_ones() {
        for cells in [
            &["Rossi Ada", "Dirigente Dipendente a tempo indeterminato/", "3 %"],
            &["Rossi Ada", "determinato", "3 %"],
            &["Rossi Ada", "Dipendente a tempo indeterminato/", "3 %"],
            &["Simona determinato Dotti", "Dipendente Art. 90", "3 %"],
        ] {
            assert!(has_broken_role(cells.iter().copied()), "{cells:?}");
        }
        for cells in [
            &["Rossi Ada", "Dipendente a tempo indeterminato/determinato", "3 %"],
            &["Rossi Ada", "Istruttore a tempo determinato", "3 %"],
            &["Rossi Ada", "Posizione Organizzativa", "3 %"],
            &["A/B", "Portavoce", "3 %"],
            &["Rossi Ada", "Dipendente - Posizione Organizzativa", "3 %"],
            &["Rossi Ada", "Dirigente, Posizione Organizzativa", "3 %"],
        ] {
            assert!(!has_broken_role(cells.iter().copied()), "{cells:?}");
        }
    }

    #[test]
    fn what_stands_on_two_lines_may_be_of_two_rows() {
        for cell in [
            "Dipendente a tempo determinato ex art.",
            "Dipendente ex art. 110 comma",
            "267/2000 Dirigente",
            "Dipendente a",
        ] {
            assert!(breaks_role(cell), "{cell}");
        }
        // Names begin with such words.
        assert!(is_part_of_role("110 comma 1 del D.Lgs. 267/2000") && is_part_of_role("del D.Lgs."));
        for cell in ["Del Rio Anna", "Dipendente a tempo determinato ex art. 110", "Dipendente Art. 90", "art. 90"] {
            assert!(!breaks_role(cell), "{cell}");
        }
    }

    #[test]
    fn reads_roles_in_any_case() {
        for (written, expected) in [
            ("Dirigente", Role::Director),
            ("DIRIGENTE", Role::Director),
            ("Posizione Organizzativa", Role::OrganisationalPosition),
            ("Elevata Qualificazione", Role::OrganisationalPosition),
            ("P.O.", Role::OrganisationalPosition),
            ("Dipendente a tempo indeterminato/determinato", Role::Employee),
            ("dipendente", Role::Employee),
            ("Dipendente Art. 90", Role::EmployeeArt90),
            ("Dipendente ex articolo 90 TUEL", Role::EmployeeArt90),
            ("Portavoce", Role::Other),
            ("Polizia", Role::Other),
            ("", Role::Other),
        ] {
            assert_eq!(role(written), expected, "{written}");
            assert!(expected == Role::Other || may_be_role(written), "{written}");
        }
    }
}
