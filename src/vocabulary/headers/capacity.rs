//! The headers of columns that say how much of a full position somebody may be committed to, and what share of that a row is.

use super::column::Unit;
use crate::model::{Meaning, plain_letter};
use crate::source::words;

/// The words for it.
const CAPACITY: [&str; 4] = ["capacita", "disponibilita", "capacity", "availability"];

/// What may stand beside them and says no more.
const ASIDE: [&str; 8] =
    ["personale", "lavorativa", "individuale", "dipendente", "risorsa", "employee", "personal", "working"];

/// Words for a part of something.
const PART: [&str; 9] = ["%", "quota", "parte", "riparto", "ripartizione", "share", "part", "split", "portion"];

/// Small words that say of what something is a part.
const OF: [&str; 8] = ["di", "della", "sulla", "su", "d", "of", "the", "dalla"];

/// What a header says of a capacity, with the unit of its figures: that they are one, or shares of it; none if it says neither, or anything
/// else, too. These words mean other things as well: alone, a header says nothing by them.
pub fn of_capacity(cell: &str) -> Option<(Meaning, Unit)> {
    if !may_speak_of_capacity(cell) {
        return None;
    }
    let written = words(cell);
    let said = said(&written);
    let said: Vec<&str> = said.iter().map(String::as_str).collect();
    let is_capacity = |word: &&str| CAPACITY.contains(word);
    let meaning = match said.iter().position(is_capacity) {
        Some(at) if is_share_of(&said[..at]) && is_said_of(&said[at + 1..]) => Meaning::Split,
        Some(at) if matches!(said[..at], [] | ["%"]) && is_said_of(&said[at + 1..]) => Meaning::Capacity,
        None if matches!(said[..], ["split"] | ["split", "%"] | ["%", "split"]) => Meaning::Split,
        _ => return None,
    };
    let unit = if said.contains(&"%") { Unit::Percent } else { Unit::Unstated };
    Some((meaning, unit))
}

/// Whether a header may be that of a capacity.
pub fn may_head_capacity(cell: &str) -> bool {
    of_capacity(cell).is_some_and(|(meaning, _)| meaning == Meaning::Capacity)
}

/// Whether some headers say both a capacity and a share of it: then they say how much.
pub fn says_share_of_capacity<'a>(headers: impl Iterator<Item = &'a str>) -> bool {
    let mut said = [false; 2];
    for (meaning, _) in headers.filter_map(of_capacity) {
        said[usize::from(meaning == Meaning::Split)] = true;
    }
    said == [true; 2]
}

/// Whether words say that something is a share of what follows: a word for it, and *of*.
fn is_share_of(before: &[&str]) -> bool {
    let parts = before.iter().take_while(|word| PART.contains(*word)).count();
    let rest = &before[parts..];
    parts > 0 && !rest.is_empty() && rest.iter().all(|word| OF.contains(word)) && rest != ["di"]
}

/// Whether words behind that for a capacity say no more of it than whose it is, and that it is in percent.
fn is_said_of(behind: &[&str]) -> bool {
    let is_whose =
        |word: &&str| *word == "%" || ASIDE.contains(word) || matches!(*word, "del" | "della" | "of" | "the");
    behind.iter().all(is_whose)
}

/// Whether a header may say anything of a capacity, as its first letters say: most do not.
fn may_speak_of_capacity(cell: &str) -> bool {
    const LONGEST: usize = 60;
    const BEGINNINGS: [&str; 16] =
        ["cap", "dis", "ava", "spl", "quo", "par", "rip", "sha", "por", "per", "del", "sul", "su ", "of ", "<b>", "**"];
    let cell = cell.trim_start_matches(['%', '(', ' ', '\u{a0}']);
    let has_beginning =
        |beginning: &str| cell.get(..beginning.len()).is_some_and(|first| first.eq_ignore_ascii_case(beginning));
    cell.len() <= LONGEST && BEGINNINGS.into_iter().any(has_beginning)
}

/// The words of a header, small and without accents; per cent is a sign, however it is written.
fn said(written: &str) -> Vec<String> {
    let mut letters = String::with_capacity(written.len());
    for c in written.chars() {
        match plain_letter(c) {
            Some(letter) => letters.push(letter),
            None if c == '%' => letters.push_str(" % "),
            // A letter that no known word has.
            None => letters.push(if c.is_alphanumeric() { '?' } else { ' ' }),
        }
    }
    let is_percent = |word: &str| matches!(word, "percentuale" | "perc" | "percent" | "percentage");
    let word = |word: &str| if is_percent(word) { "%".to_owned() } else { word.to_owned() };
    letters.split(' ').filter(|word| !word.is_empty()).map(word).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capacities_and_shares_of_them_are_told_apart() {
        for (header, unit) in [
            ("Capacità", Unit::Unstated),
            ("CAPACITÀ (%)", Unit::Percent),
            ("Capacity %", Unit::Percent),
            ("Disponibilità", Unit::Unstated),
            ("% disponibilità", Unit::Percent),
            ("**Disponibilità** del dipendente", Unit::Unstated),
            ("Availability", Unit::Unstated),
            ("Capacità percentuale", Unit::Percent),
        ] {
            assert_eq!(of_capacity(header), Some((Meaning::Capacity, unit)), "{header}");
        }
        for (header, unit) in [
            ("Split", Unit::Unstated),
            ("Split %", Unit::Percent),
            ("Quota della capacità", Unit::Unstated),
            ("Quota % della capacità", Unit::Percent),
            ("% della disponibilità", Unit::Percent),
            ("Percentuale della capacità", Unit::Percent),
            ("% of capacity", Unit::Percent),
            ("Share of the capacity (%)", Unit::Percent),
        ] {
            assert_eq!(of_capacity(header), Some((Meaning::Split, unit)), "{header}");
        }
        for header in [
            "Quota",
            "Quota %",
            "% di disponibilità",
            "Capacità residua",
            "Capacità (ore)",
            "Ore di capacità",
            "Disponibilità 2025",
            "Disponibilità dal",
            "Capacity planning",
            "Split payment",
            "Disponibilità di cassa",
            "Quota disponibilità",
            "%",
        ] {
            assert_eq!(of_capacity(header), None, "{header}");
        }
    }
}
