//! The lines by which the parts of a printed plan are told apart.

use super::parts::Heading;
use super::words::{VisualLine, Word};
use crate::model::{is_indicator_code, split_objective_code, split_project_code};

/// How many lines the heading of a table may take.
const LONGEST: usize = 6;

/// With what a line begins that stands in no staff table.
const LABELS: [&str; 17] = [
    "prodotto",
    "progetto",
    "dirigente:",
    "nota",
    "descrizione",
    "indirizzo",
    "obiettivo",
    "azione",
    "fasi",
    "budget",
    "codice",
    "ordine fase",
    "totale",
    "totali",
    "somma",
    "valore",
    "centro di",
];

/// The words of the headings of a staff table, and in which of its columns they stand: the name, the role, the share.
const STAFF: [(&str, usize); 7] =
    [("nome", 0), ("soggetto", 0), ("relazione", 1), ("impegno", 2), ("percentuale", 2), ("%", 2), ("(%)", 2)];

/// The words of the heading of a summary.
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

/// Whether a line begins with a word of a plan, or is a row of one.
pub fn is_of_the_plan(line: &str) -> bool {
    let text = line.trim();
    let lower = text.to_lowercase();
    begins_part(text)
        || lower.starts_with("nome")
        || lower.contains("relazione")
        || text.ends_with('%')
        || says_role(&lower)
}

fn says_role(lower: &str) -> bool {
    ["dirigente", "dipendente", "determinato", "organizzativa"].iter().any(|word| lower.contains(word))
}

/// Whether a line begins something that is no row of a staff table.
pub fn begins_part(text: &str) -> bool {
    let lower = text.to_lowercase();
    let begins = |label: &str| {
        lower.strip_prefix(label).is_some_and(|rest| label.ends_with(' ') || !rest.starts_with(char::is_alphanumeric))
    };
    LABELS.iter().any(|label| begins(label))
        || begins_with_code(text)
        || is_cdr_heading(text)
        || lower.split_whitespace().take(3).any(|word| word.ends_with(':'))
}

/// Whether a line begins with the code of a project.
pub fn begins_with_project(text: &str) -> bool {
    split_project_code(text).is_some()
}

fn begins_with_code(text: &str) -> bool {
    let first = text.split(' ').next().unwrap_or_default();
    begins_with_project(text) || split_objective_code(text).is_some() || is_indicator_code(first)
}

/// Whether a line looks like `A0 - DIREZIONE GENERALE`.
pub fn is_cdr_heading(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let code = words.next().unwrap_or_default();
    let code = if code.eq_ignore_ascii_case("cdr") { words.next().unwrap_or_default() } else { code };
    (1..=4).contains(&code.len())
        && code.bytes().any(|byte| byte.is_ascii_digit())
        && code.bytes().all(|byte| byte.is_ascii_alphanumeric())
        && matches!(words.next(), Some("-" | "–" | "—"))
}

/// The heading of a staff table at the beginning of these lines, and how many of them it takes.
pub fn staff_heading(lines: &[&str]) -> Option<(Heading, usize)> {
    let first = lines.first()?.trim_start().as_bytes().first()?;
    if !matches!(first, b'N' | b'n' | b'R' | b'r' | b'I' | b'i' | b'P' | b'p' | b'S' | b's') {
        return None;
    }
    let mut words: Vec<Word<'_>> = Vec::new();
    let mut length = 0;
    for line in lines.iter().take(LONGEST) {
        if line.len() > 400 || line.trim().is_empty() {
            break;
        }
        let own = VisualLine::of(line, 0).words;
        if !own.iter().all(|word| is_staff_word(word.text)) || own.len() + words.len() > 12 {
            break;
        }
        words.extend(own);
        length += 1;
    }
    let column = |column: usize| {
        let of_column = |word: &&Word<'_>| {
            STAFF.iter().any(|(known, of)| *of == column && word.text.to_lowercase().starts_with(known))
        };
        words.iter().filter(of_column).map(|word| word.begin).min()
    };
    let heading = Heading { name: column(0)?, role: column(1)?, share: column(2)? };
    let has = |text: &str| words.iter().filter(|word| word.text.eq_ignore_ascii_case(text)).count() == 1;
    let is_whole = has("nome") && has("relazione") && (has("impegno") || has("percentuale"));
    (is_whole && heading.name < heading.role && heading.role < heading.share).then_some((heading, length))
}

fn is_staff_word(word: &str) -> bool {
    let lower = word.to_lowercase();
    lower == "personale" || STAFF.iter().any(|(known, _)| *known == lower)
}

/// How many of these lines are the heading of a summary; none if they do not begin with one.
pub fn summary_heading(lines: &[&str]) -> Option<usize> {
    let words_of = |line: &str| -> Vec<String> { line.to_lowercase().split_whitespace().map(str::to_owned).collect() };
    let is_heading = |line: &&&str| {
        line.len() < 400 && !line.trim().is_empty() && words_of(line).iter().all(|word| SUMMARY.contains(&&**word))
    };
    let length = lines.iter().take_while(is_heading).count();
    let is_named_by = |lines: &[&str]| {
        let words: Vec<String> = lines.iter().flat_map(|line| words_of(line)).collect();
        ["indirizzo", "obiettivo", "codice", "progetto"].iter().all(|name| words.iter().any(|word| word == name))
    };
    if is_named_by(&lines[..length]) {
        return Some(length);
    }
    // A table that is wider than its page is cut off, perhaps within a word.
    let first = lines.first().filter(|line| line.len() < 400)?;
    is_named_by(&[first]).then_some(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_on_one_line_or_several() {
        let plain = "  Nome Soggetto Relazione Personale Impegno Personale";
        assert_eq!(staff_heading(&[plain]), Some((Heading { name: 2, role: 16, share: 36 }, 1)));
        let top = ["Nome Soggetto Relazione    Impegno", "              Personale    Personale", "Rossi"];
        assert_eq!(staff_heading(&top), Some((Heading { name: 0, role: 14, share: 27 }, 2)));
        let middle = ["           Relazione  Impegno", "Nome Soggetto", "           Personale  Personale"];
        assert_eq!(staff_heading(&middle), Some((Heading { name: 0, role: 11, share: 22 }, 3)));
        for other in
            ["Nome Soggetto", "| Nome | Relazione | Impegno |", "Impegno Relazione Nome", "Nome  Relazione  Ore"]
        {
            assert_eq!(staff_heading(&[other]), None, "{other}");
        }
    }

    #[test]
    fn the_heading_of_a_summary_may_take_several_lines() {
        let lines = [
            "      % di",
            " Indirizzo Obiettivo Codice",
            "   assorbimento",
            " Azione  Progetto Progetto",
            "INNOVAZIONE",
        ];
        assert_eq!(summary_heading(&lines), Some(4));
        assert_eq!(summary_heading(&lines[4..]), None);
        assert_eq!(summary_heading(&["Indirizzo", "Obiettivo Strategico", "Azione"]), None);
    }

    #[test]
    fn what_begins_another_part() {
        for text in
            ["Prodotto", "Dirigente: Poma", "2024_PD_0411", "M_0411_1_1  x", "49 - POLIZIA", "Nota: x", "Totale CDR"]
        {
            assert!(begins_part(text), "{text}");
        }
        for text in ["Dirigente", "Fasiani Ugo", "Notari Ada", "indeterminato/determinato", "Budgetti"] {
            assert!(!begins_part(text), "{text}");
        }
    }
}
