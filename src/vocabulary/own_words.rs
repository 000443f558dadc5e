//! The words by which texts are known that the program itself wrote: tables as they are printed, findings, and what stands beside
//! pictures.

use crate::finding::Code;

/// The line below the headings of a printed table is made of this alone, as long at least.
const RULE: char = '─';
const SHORTEST_RULE: usize = 10;

/// What heads the first column of a printed table, in Italian and English.
const FIRST: [&str; 23] = [
    "Soggetto",
    "CDR",
    "Progetto",
    "Gruppo",
    "Codice",
    "Documento",
    "Dove",
    "Intestazione",
    "Piano",
    "Riga",
    "Pag.",
    "Cella",
    "Subject",
    "Project",
    "Group",
    "Code",
    "Document",
    "Where",
    "Heading",
    "Plan",
    "Line",
    "Page",
    "Cell",
];

/// What heads the second.
const SECOND: [&str; 35] = [
    "Relazione",
    "Nome",
    "Progetto",
    "Titolo",
    "Obiettivo",
    "Progetti",
    "Obiettivi",
    "Peso",
    "Gravità",
    "Forma",
    "Tabelle",
    "Con %",
    "CDR",
    "Soggetto",
    "Riga",
    "Pag.",
    "Cella",
    "Dove",
    "Role",
    "Name",
    "Project",
    "Title",
    "Objective",
    "Projects",
    "Objectives",
    "Weight",
    "Severity",
    "Form",
    "Tables",
    "With %",
    "Subject",
    "Line",
    "Page",
    "Cell",
    "Where",
];

/// Whether a text has a table that the program printed.
pub fn has_own_printed_table(text: &str) -> bool {
    let mut above = "";
    text.lines().any(|line| {
        let rule = line.trim_end();
        let is_rule =
            rule.starts_with(RULE) && rule.chars().all(|c| c == RULE) && rule.chars().count() >= SHORTEST_RULE;
        let is_own = is_rule && heads_printed_table(above);
        above = line;
        is_own
    })
}

fn heads_printed_table(line: &str) -> bool {
    let mut cells = line.split("  ").map(str::trim).filter(|cell| !cell.is_empty());
    let mut is_one_of = |known: &[&str]| cells.next().is_some_and(|cell| known.contains(&cell));
    is_one_of(&FIRST) && is_one_of(&SECOND)
}

/// Whether a text has findings as the program prints them: each with the lines it rests on, or one a line.
pub fn has_own_findings(text: &str) -> bool {
    let is_headed = |line: &str| {
        let code = line.split_once('[').and_then(|(severity, rest)| Some((severity, rest.split_once("]: ")?.0)));
        code.is_some_and(|(severity, code)| severity.chars().all(char::is_alphabetic) && is_code(code))
    };
    let quotes = || text.lines().any(|line| line.trim_start().starts_with("╭▸ "));
    text.lines().next().is_some_and(is_in_one_line) || (text.lines().any(is_headed) && quotes())
}

/// Whether a line tells a finding as editors read it: `plan.md:3:12: A002 …`, `plan.pdf, p. 2: A002 …`.
fn is_in_one_line(line: &str) -> bool {
    line.match_indices(": ").any(|(at, colon)| {
        let code = line[at + colon.len()..].split(' ').next().unwrap_or_default();
        is_code(code) && is_place(&line[..at])
    })
}

fn is_place(text: &str) -> bool {
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let is_file = |path: &str| {
        path.rsplit_once('.').is_some_and(|(_, end)| {
            (1..=5).contains(&end.len()) && end.bytes().all(|byte| byte.is_ascii_alphanumeric())
        })
    };
    let mut parts = text.rsplitn(3, ':');
    let has_line = [parts.next(), parts.next()].into_iter().all(|part| part.is_some_and(is_number));
    has_line || text.split(", ").next().is_some_and(|path| path.len() < text.len() && is_file(path))
}

fn is_code(text: &str) -> bool {
    Code::ALL.iter().any(|code| code.code() == text)
}

/// How texts begin in Italian and English: weights and scores with how they were found, and the words beside each kind of
/// picture with what it is.
const BEGINNINGS: [&str; 22] = [
    "Metodo: impegno; peso",
    "Metodo: uguale; tutti",
    "Metodo: dato; i pesi",
    "Method: effort; weight",
    "Method: equal; all",
    "Method: given; the weights",
    "Grafico a barre impilate degli impegni di ogni persona per progetto, fino alla capacità e oltre.",
    "Matrice degli impegni di ogni persona per progetto.",
    "Tabella con barre: i pesi dei progetti di un dirigente.",
    "Tabella con barre: il personale dei progetti in FTE.",
    "Barre impilate: il personale dei CDR in FTE, per relazione.",
    "Istogramma: quante persone per classe di totale.",
    "Grafico a cascata: gli impegni di una persona, riga per riga.",
    "Una fascia di dodici mesi per persona: gli impegni giorno per giorno, fino alla capacità e oltre.",
    "A band of twelve months for each person: commitments day by day, up to the capacity and beyond.",
    "Stacked bars of everybody’s commitments by project, up to the capacity and beyond.",
    "Matrix of everybody’s commitments by project.",
    "Table with bars: the weights of a director’s projects.",
    "Table with bars: the staff of the projects in FTE.",
    "Stacked bars: the staff of the CDRs in FTE, by role.",
    "Histogram: how many people by class of their total.",
    "Waterfall: one person’s commitments, row by row.",
];

/// Whether a text begins as one that the program wrote.
pub fn begins_as_own(text: &str) -> bool {
    BEGINNINGS.iter().any(|words| text.starts_with(words))
}

/// What heads the list of what was read, and what the list says of the rows.
const READ: [[&str; 2]; 2] = [["Letto", "  Righe di personale  "], ["Read", "  Staff rows  "]];

/// Whether a text tells of what the program read.
pub fn tells_what_was_read(text: &str) -> bool {
    let is_list = |[heading, rows]: [&str; 2]| {
        let mut lines = text.lines();
        lines.any(|line| line == heading) && lines.any(|line| line.starts_with(rows))
    };
    READ.into_iter().any(is_list)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_known_by_its_headings_and_the_line_below() {
        let rule = "─".repeat(30);
        assert!(has_own_printed_table(&format!("Metodo: impegno\n\nCodice    Peso  Punti\n{rule}\n")));
        assert!(has_own_printed_table(&format!("Pag.  CDR  Progetto  Impegno\r\n{rule}\r\n")));
        for text in [
            format!("Codice    Peso\n{}\n", "-".repeat(30)),
            format!("Codice\n{rule}\n"),
            format!("Dipendente    Impegno\n{rule}\n"),
            format!("{rule}\nCodice    Peso\n"),
            "Codice    Peso\n─────\n".to_owned(),
        ] {
            assert!(!has_own_printed_table(&text), "{text}");
        }
    }

    #[test]
    fn what_was_read_is_known_by_its_list() {
        assert!(tells_what_was_read("1 persona\n\nLetto\n  Piano  uno\n  Righe di personale  1 = 1 accettate\n"));
        assert!(!tells_what_was_read("Letto\nRighe di personale: 1\n"));
        assert!(begins_as_own("Metodo: dato; i pesi sono quelli di pesi.csv") && !begins_as_own("Metodo: riunioni"));
    }

    #[test]
    fn findings_are_known_by_their_codes_and_places() {
        for text in [
            "plan/p.md:3:12: A002 Rossi Ada: 57,00 %\n",
            "piano.pdf, p. 2, in alto: A002 Rossi Ada: 57,00 %\n",
            "piano.xlsx, Foglio1!C3: A002 Rossi Ada: 57,00 %\n",
            "2 persone\n\navviso[N001]: Rossi Ada e Rossi Ida\n  ╭▸ p.md:3:1\n",
        ] {
            assert!(has_own_findings(text), "{text}");
        }
        for text in [
            "Centro di responsabilità: A001 Affari generali\n",
            "CDR: A001 Affari generali, sede: A002 Tributi\n",
            "Allegato n. 2, CDR: A001 Affari generali\n",
            "avviso[N001]: Rossi Ada\n",
            "╭▸ p.md:3:1\n",
        ] {
            assert!(!has_own_findings(text), "{text}");
        }
    }
}
