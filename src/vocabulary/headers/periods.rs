//! The headers of columns that say when: from, to, both in one, or for how long.

use super::column::Clarity;
use crate::model::{Meaning, plain_letter};
use crate::vocabulary::calendar::{PartOfYear, PeriodWord, period_word};

/// What may stand beside the words for when a commitment begins or ends, without accents.
const BESIDE: [&str; 21] = [
    "data",
    "date",
    "day",
    "validita",
    "valido",
    "valida",
    "valid",
    "validity",
    "incarico",
    "attivita",
    "assegnazione",
    "impegno",
    "contratto",
    "rapporto",
    "servizio",
    "progetto",
    "project",
    "assignment",
    "commitment",
    "della",
    "n",
];

/// What a header says of when; none if it says nothing of it, or something else, too. A deadline alone may be one of the work, not of
/// the commitment.
pub fn of_period(cell: &str) -> Option<(Meaning, Clarity)> {
    const LONGEST: usize = 40;
    if cell.len() > LONGEST {
        return None;
    }
    let letters: String = cell.chars().map(|c| plain_letter(c).unwrap_or(' ')).collect();
    let is_year = |word: &&str| word.len() == 4 && word.starts_with("20");
    let words = letters.split(' ').filter(|word| !word.is_empty() && !is_year(word));
    let (mut from, mut to, mut whole, mut length) = (false, false, false, false);
    let (mut validity, mut commitment, mut clarity) = (false, false, Clarity::Clear);
    let mut is_counted = false;
    for word in words {
        // *Progetto A* is one of several.
        if word == "a" && is_counted {
            return None;
        }
        is_counted = matches!(word, "progetto" | "project" | "attivita" | "servizio" | "incarico" | "assignment");
        if matches!(word, "scadenza" | "termine") {
            clarity = Clarity::Doubtful;
        }
        match word {
            "periodo" | "period" | "periodi" => whole = true,
            "mesi" | "months" | "durata" | "duration" => length = true,
            _ if PartOfYear::of_word(word).is_some() => whole = true,
            _ => match period_word(word) {
                Some(PeriodWord::From) => from = true,
                Some(PeriodWord::To) => to = true,
                Some(PeriodWord::Aside) => {}
                None if BESIDE.contains(&word) => {
                    validity |= word.starts_with("valid");
                    commitment |= matches!(word, "impegno" | "commitment");
                }
                None => return None,
            },
        }
    }
    let meaning = match (from, to) {
        (true, true) => Meaning::Period,
        (true, false) => Meaning::From,
        (false, true) => Meaning::To,
        // `Impegno (mesi)` is how much, not for how long.
        (false, false) if length && commitment => return None,
        (false, false) if length => Meaning::Duration,
        (false, false) if whole || validity => Meaning::Period,
        (false, false) => return None,
    };
    Some((meaning, clarity))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_say_from_when_and_to_when() {
        for (header, meaning) in [
            ("Dal", Meaning::From),
            ("Al", Meaning::To),
            ("From", Meaning::From),
            ("To", Meaning::To),
            ("Data inizio", Meaning::From),
            ("Data di fine", Meaning::To),
            ("Inizio incarico", Meaning::From),
            ("Decorrenza", Meaning::From),
            ("Scadenza", Meaning::To),
            ("Start date", Meaning::From),
            ("End Date", Meaning::To),
            ("Fino al", Meaning::To),
            ("Valido dal", Meaning::From),
            ("Periodo", Meaning::Period),
            ("Periodo (dal - al)", Meaning::Period),
            ("Dal/Al", Meaning::Period),
            ("Periodo 2024", Meaning::Period),
            ("Validità", Meaning::Period),
            ("Mese", Meaning::Period),
            ("Trimestre", Meaning::Period),
            ("Mesi", Meaning::Duration),
            ("Durata in mesi", Meaning::Duration),
            ("Mesi di validità", Meaning::Duration),
        ] {
            assert_eq!(of_period(header).map(|(meaning, _)| meaning), Some(meaning), "{header}");
        }
        for other in [
            "Data",
            "Data assunzione",
            "Impegno",
            "Dalla Chiesa Anna",
            "2024",
            "",
            "N.",
            "Note",
            "Fine Mario",
            "Progetto A",
            "Project A",
            "Servizio A",
            "Impegno (mesi)",
        ] {
            assert!(of_period(other).is_none(), "{other}");
        }
    }
}
