//! The lines by which the parts of a printed plan are told apart.

use super::parts::Header;
use super::words::{VisualLine, Word};
use crate::vocabulary::printed::{
    self, Column, is_cdr_word, is_of_staff_header, is_of_summary_header, is_whole_staff_header,
    is_whole_summary_header, may_begin_staff_header, speaks_of_staff, stands_above,
};
use crate::vocabulary::{is_indicator_code, speaks_of_role, split_objective_code, split_project_code};

/// How many lines the header of a table may take.
const LONGEST: usize = 6;

/// Whether a line begins with a word of a plan, or is a row of one.
pub fn is_of_the_plan(line: &str) -> bool {
    let text = line.trim();
    let lower = text.to_lowercase();
    begins_part(text) || speaks_of_staff(&lower) || text.ends_with('%') || speaks_of_role(&lower)
}

/// Whether a line begins something that is no row of a staff table.
pub fn begins_part(text: &str) -> bool {
    let lower = text.to_lowercase();
    printed::begins_part(&lower)
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
    let code = if is_cdr_word(code) { words.next().unwrap_or_default() } else { code };
    (1..=4).contains(&code.len())
        && code.bytes().any(|byte| byte.is_ascii_digit())
        && code.bytes().all(|byte| byte.is_ascii_alphanumeric())
        && matches!(words.next(), Some("-" | "–" | "—"))
}

/// The header of a staff table at the beginning of these lines, and how many of them it takes.
pub fn staff_header(lines: &[&str]) -> Option<(Header, usize)> {
    if !may_begin_staff_header(lines.first()?.trim_start()) {
        return None;
    }
    let mut words: Vec<Word<'_>> = Vec::new();
    let mut length = 0;
    for line in lines.iter().take(LONGEST) {
        if line.len() > 400 || line.trim().is_empty() {
            break;
        }
        let own = VisualLine::of(line, 0).words;
        if !own.iter().all(|word| is_of_staff_header(word.text)) || own.len() + words.len() > 12 {
            break;
        }
        words.extend(own);
        length += 1;
    }
    let begin =
        |column: Column| words.iter().filter(|word| stands_above(word.text, column)).map(|word| word.begin).min();
    let header = Header { name: begin(Column::Name)?, role: begin(Column::Role)?, share: begin(Column::Share)? };
    let texts: Vec<&str> = words.iter().map(|word| word.text).collect();
    let is_in_order = header.name < header.role && header.role < header.share;
    (is_in_order && is_whole_staff_header(&texts)).then_some((header, length))
}

/// How many of these lines are the header of a summary; none if they do not begin with one.
pub fn summary_header(lines: &[&str]) -> Option<usize> {
    let words_of = |line: &str| -> Vec<String> { line.to_lowercase().split_whitespace().map(str::to_owned).collect() };
    let is_header = |line: &&&str| {
        line.len() < 400 && !line.trim().is_empty() && words_of(line).iter().all(|word| is_of_summary_header(word))
    };
    let length = lines.iter().take_while(is_header).count();
    let is_named_by = |lines: &[&str]| {
        let words: Vec<String> = lines.iter().flat_map(|line| words_of(line)).collect();
        is_whole_summary_header(&words)
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
        assert_eq!(staff_header(&[plain]), Some((Header { name: 2, role: 16, share: 36 }, 1)));
        let top = ["Nome Soggetto Relazione    Impegno", "              Personale    Personale", "Rossi"];
        assert_eq!(staff_header(&top), Some((Header { name: 0, role: 14, share: 27 }, 2)));
        let middle = ["           Relazione  Impegno", "Nome Soggetto", "           Personale  Personale"];
        assert_eq!(staff_header(&middle), Some((Header { name: 0, role: 11, share: 22 }, 3)));
        for other in
            ["Nome Soggetto", "| Nome | Relazione | Impegno |", "Impegno Relazione Nome", "Nome  Relazione  Ore"]
        {
            assert_eq!(staff_header(&[other]), None, "{other}");
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
        assert_eq!(summary_header(&lines), Some(4));
        assert_eq!(summary_header(&lines[4..]), None);
        assert_eq!(summary_header(&["Indirizzo", "Obiettivo Strategico", "Azione"]), None);
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
