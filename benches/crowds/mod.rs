//! Plans and files of any size, each large in one way: what would take too long if the program went through all again
//! for each.

use std::fmt::Write;

/// In what a plan is large.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Crowd {
    /// People of one surname, every second of whom is written like the one before, but for a letter.
    Surname,
    /// People in whose names a digit stands.
    Digits,
    /// People in whose names a letter is lost.
    LostLetters,
    /// Sheets with a row each.
    Sheets,
    /// Rows of a flat table, two for every five people.
    Flat,
    /// Rows of a flat table, of 500 people.
    Rows,
    /// Lines of the staff file, beside a plan of 500 people.
    Staff,
    /// Entries `[[not_same]]` in the settings.
    NotSame,
    /// Entries `[[accepted]]` in the settings, of as many people.
    Accepted,
    /// Spellings of one person's name, a row each.
    Spellings,
    /// People whose names have the same letters.
    Anagrams,
    /// CDRs, with a row each.
    Cdrs,
    /// CDRs, each with a director of its own, who has a row there.
    Directors,
    /// Columns that are not read, each below a header of its own.
    Columns,
}

impl Crowd {
    /// Every kind.
    pub const ALL: [Self; 14] = [
        Self::Surname,
        Self::Digits,
        Self::LostLetters,
        Self::Sheets,
        Self::Flat,
        Self::Rows,
        Self::Staff,
        Self::NotSame,
        Self::Accepted,
        Self::Spellings,
        Self::Anagrams,
        Self::Cdrs,
        Self::Directors,
        Self::Columns,
    ];

    /// The files of a plan of some size: the name and the content of each, the plan first.
    pub fn files(self, size: usize) -> Vec<(&'static str, String)> {
        match self {
            Self::Surname => vec![("plan.md", sheets(size, 50, |at| format!("Rossi {}", likeness(at))))],
            Self::Digits => vec![("plan.md", sheets(size, 50, |at| format!("{}3 {}", word(2 * at), word(2 * at + 1))))],
            Self::LostLetters => vec![("plan.md", sheets(size, 50, lost))],
            Self::Sheets => vec![("plan.md", sheets(size, 1, |at| person(at % 500)))],
            Self::Flat => vec![("plan.csv", flat(size, (size * 2 / 5).max(1)))],
            Self::Rows => vec![("plan.csv", flat(size, 500))],
            Self::Staff => vec![("plan.csv", flat(1000, 500)), ("staff.csv", staff(size))],
            Self::NotSame => vec![("plan.csv", flat(1000, 500)), ("cento.toml", not_same(size))],
            Self::Spellings => vec![("plan.csv", flat_of(size, spelling))],
            Self::Anagrams => vec![("plan.csv", flat_of(size, anagram))],
            Self::Cdrs => vec![("plan.csv", cdrs(size))],
            Self::Directors => vec![("plan.csv", directors(size))],
            Self::Columns => vec![("plan.csv", columns(size))],
            Self::Accepted => vec![("plan.csv", flat(size, size)), ("cento.toml", accepted(size))],
        }
    }
}

/// A word like those of names, another one for each number.
fn word(number: usize) -> String {
    let mut rest = (number as u64 + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    rest = (rest ^ (rest >> 29)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    rest ^= rest >> 32;
    let mut letter = |letters: &str| {
        let count = letters.len() as u64;
        let at = usize::try_from(rest % count).unwrap_or_default();
        rest /= count;
        char::from(letters.as_bytes()[at])
    };
    let small: String = (0..4).flat_map(|_| [letter("bcdfglmnprstvz"), letter("aeiou")]).collect();
    small[..1].to_uppercase() + &small[1..]
}

/// A word that is like no other one, or like the one before.
fn likeness(number: usize) -> String {
    let long = word(number / 2) + &word(number / 2 + 1_000_000)[4..];
    if number % 2 == 1 { long[..3].to_owned() + "x" + &long[3..] } else { long }
}

fn person(number: usize) -> String {
    format!("{} {}", word(2 * number), word(2 * number + 1))
}

fn lost(number: usize) -> String {
    let name = person(number);
    format!("{}\u{FFFD}{}", &name[..3], &name[4..])
}

/// A plan of sheets with so many rows each.
fn sheets(rows: usize, of_sheet: usize, name: impl Fn(usize) -> String) -> String {
    let mut text = "## 04 - UNO\n\nDirigente: Poma Stefano\n".to_owned();
    for row in 0..rows {
        if row % of_sheet == 0 {
            let _ = write!(text, "\n**2024_PD_{:06} Atti**\n\n", row / of_sheet);
            text += "Nome Soggetto\tRelazione Personale\tImpegno Personale\n";
        }
        let _ = writeln!(text, "{}\tDipendente\t50,00 %", name(row));
    }
    text
}

/// A flat table of so many rows and people.
fn flat(rows: usize, people: usize) -> String {
    let mut text = "Codice progetto;Nominativo;Ruolo;% impegno\n".to_owned();
    for row in 0..rows {
        let _ = writeln!(text, "2024_PD_{:04};{};Dipendente;{} %", row % 500, person(row % people), 1 + row % 3);
    }
    text
}

/// A flat table of so many rows, each of a project of its own.
fn flat_of(rows: usize, name: impl Fn(usize) -> String) -> String {
    let mut text = "Codice progetto;Nominativo;Ruolo;% impegno\n".to_owned();
    for row in 0..rows {
        let _ = writeln!(text, "2024_PD_{row:06};{};Dipendente;{} %", name(row), 1 + row % 3);
    }
    text
}

/// A spelling of one name: its letters large and small as the number says.
fn spelling(number: usize) -> String {
    let letter = |(at, letter): (usize, char)| {
        if number >> at & 1 == 1 { letter.to_ascii_uppercase() } else { letter }
    };
    "barbarossa federico".chars().enumerate().map(letter).collect()
}

/// A name of twelve letters, another order of them for each number.
fn anagram(number: usize) -> String {
    let mut letters: Vec<char> = "abcdefgilmno".chars().collect();
    // Numbers beside each other are to have orders that are unlike each other.
    let mut rest = (number as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32;
    let mut name = String::new();
    while !letters.is_empty() {
        let count = letters.len() as u64;
        name.push(letters.remove(usize::try_from(rest % count).unwrap_or_default()));
        rest /= count;
        if letters.len() == 6 {
            name.push(' ');
        }
    }
    name
}

/// A flat table of so many rows, each of a CDR of its own.
fn cdrs(rows: usize) -> String {
    let mut text = "CDR;Codice progetto;Nominativo;Ruolo;% impegno\n".to_owned();
    for row in 0..rows {
        let _ = writeln!(text, "C{row:06};2024_PD_{row:06};{};Dipendente;50 %", person(row % 500));
    }
    text
}

/// A flat table with a CDR for every row, led by the one whose row it is.
fn directors(rows: usize) -> String {
    let mut text = "CDR;Dirigente;Codice progetto;Nominativo;Ruolo;% impegno\n".to_owned();
    for row in 0..rows {
        let director = person(row);
        let _ = writeln!(text, "C{row:06};{director};2024_PD_{row:06};{director};Dirigente;50 %");
    }
    text
}

/// A flat table of ten rows, with so many columns of figures beside what is read.
fn columns(columns: usize) -> String {
    let mut text = "Codice progetto;Nominativo;Ruolo;% impegno".to_owned();
    for column in 0..columns {
        let _ = write!(text, ";{}", word(column));
    }
    for row in 0..10 {
        let _ = write!(text, "\n2024_PD_{row:04};{};Dipendente;50 %", person(row));
        text += &";7,5".repeat(columns);
    }
    text + "\n"
}

fn staff(lines: usize) -> String {
    let mut text = "name;matricola\n".to_owned();
    for line in 0..lines {
        let _ = writeln!(text, "{};{line}", person(line + 400));
    }
    text
}

fn not_same(entries: usize) -> String {
    let mut text = String::new();
    for entry in 0..entries {
        let _ = writeln!(text, "[[not_same]]\nnames = ['{}', '{}']", person(entry), person(entry + 7));
    }
    text
}

fn accepted(entries: usize) -> String {
    let mut text = String::new();
    for entry in 0..entries {
        let _ = writeln!(text, "[[accepted]]\ncode = 'A002'\nperson = '{}'\nreason = 'altro ente'", person(entry));
    }
    text
}
