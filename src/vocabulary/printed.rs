//! The words by which tables are known where nothing but space divides their cells, in print and on pages.

use super::prefix::strip_prefix;

/// The words of which the headings of tables of people consist, beside those that are headers by themselves.
const STAFF: [&str; 8] = ["nome", "soggetto", "relazione", "personale", "impegno", "percentuale", "%", "(%)"];

/// The words of which the headings of summaries consist.
const SUMMARY: [&str; 14] = [
    "indirizzo",
    "obiettivo",
    "azione",
    "codice",
    "progetto",
    "titolo",
    "budget",
    "previsto",
    "%",
    "di",
    "assorbimento",
    "risorse",
    "finanziarie",
    "strategico",
];

/// Whether a word is one of which the headings of tables of people consist.
pub fn is_of_staff_heading(word: &str) -> bool {
    STAFF.contains(&word.to_lowercase().as_str())
}

/// Whether a word is one of which the headings of summaries consist. Those of a table that is wider than its page are cut off, and in
/// narrow cells they are divided.
pub fn is_of_summary_heading(word: &str) -> bool {
    const SHORTEST: [usize; 2] = [4, 2];
    let word = word.to_lowercase();
    let first = word.strip_suffix(['-', '\u{ad}', '\u{2010}']);
    let is_part_of = |known: &str| {
        first.is_some_and(|first| known.starts_with(first))
            || word.len() >= SHORTEST[0] && known.starts_with(&word)
            || word.len() >= SHORTEST[1] && known.ends_with(&word)
    };
    SUMMARY.iter().any(|known| *known == word || is_part_of(known))
}

/// What the heading of a summary says of its first column, of its codes, and of all others, in whatever order its words stand; none if they
/// are not those of one.
pub fn summary_heading(words: &[&str]) -> Option<[String; 3]> {
    let mut rest = words.to_vec();
    let mut take = |name: &str| Some(rest.remove(rest.iter().position(|word| word.eq_ignore_ascii_case(name))?));
    let [first, code, project] = [take("indirizzo")?, take("codice")?, take("progetto")?];
    let is_whole = rest.iter().any(|word| word.eq_ignore_ascii_case("obiettivo"));
    is_whole.then(|| [first.to_owned(), [code, project].join(" "), rest.join(" ")])
}

/// Whether a line adds up a whole summary.
pub fn adds_up_summary(line: &str) -> bool {
    strip_prefix(line, "totale cdr").is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_of_summaries_in_any_order() {
        let words = ["%", "di", "Indirizzo", "Obiettivo", "Codice", "assorbimento", "Azione", "Progetto", "Progetto"];
        let cells = summary_heading(&words).expect("a heading");
        assert_eq!(cells, ["Indirizzo", "Codice Progetto", "% di Obiettivo assorbimento Azione Progetto"]);
        assert!(words.iter().all(|word| is_of_summary_heading(word)));
        assert!(["Proget-", "to", "ri\u{ad}", "sorse", "assor"].iter().all(|part| is_of_summary_heading(part)));
        assert!(!["o", "Rossi", "Ufficio"].iter().any(|word| is_of_summary_heading(word)));
        assert_eq!(summary_heading(&["Indirizzo", "Obiettivo", "Strategico", "Azione"]), None);
    }
}
