//! What the words of an indicator say about the direction in which it is better.

use crate::identity;
use crate::model::{Direction, Measure};

/// Words after which less is better. Those with a negation stand before the bare ones.
const LOWER: [&str; 13] = [
    "non superiore",
    "non superiori",
    "non oltre",
    "al massimo",
    "massimo",
    "minore o uguale",
    "minore di",
    "inferiore",
    "inferiori",
    "non piu di",
    "max",
    "≤",
    "<",
];
/// Words after which more is better.
const HIGHER: [&str; 14] = [
    "non inferiore",
    "non inferiori",
    "non meno",
    "almeno",
    "al minimo",
    "maggiore o uguale",
    "maggiore di",
    "superiore",
    "superiori",
    "oltre",
    "piu di",
    "minimo",
    "≥",
    ">",
];

/// The direction that the title and the target of an indicator propose; none where they say nothing, or
/// contradict each other. It decides nothing.
///
/// ```
/// use cento::analyse::proposed_direction;
/// use cento::model::Direction;
///
/// assert_eq!(proposed_direction("Concessione patrocinii (> di)", "100"), Some(Direction::Higher));
/// assert_eq!(proposed_direction("Stipula entro 20 giorni dalla richiesta", "20"), Some(Direction::Lower));
/// assert_eq!(proposed_direction("% di pratiche evase entro 20 giorni", "95"), None);
/// ```
pub fn proposed_direction(title: &str, target: &str) -> Option<Direction> {
    if Measure::target(target, Direction::Date).is_some() {
        return Some(Direction::Date);
    }
    if Measure::actual(target, Direction::YesNo).is_some() {
        return Some(Direction::YesNo);
    }
    let figure = Measure::target(target, Direction::Higher)?;
    let mut words =
        format!(" {} | {} ", identity::key(title), identity::key(target)).replace(['(', ')', ',', ';', ':'], " ");
    // `non superiore` is not `superiore`.
    let mut says = |marks: &[&str], negated: bool| {
        let mut found = false;
        for mark in marks.iter().filter(|mark| mark.starts_with("non ") == negated) {
            let is_sign = !mark.contains(char::is_alphabetic);
            let wanted = if is_sign { (*mark).to_owned() } else { format!(" {mark} ") };
            if words.contains(&wanted) {
                found = true;
                words = words.replace(&wanted, " ");
            }
        }
        found
    };
    let (lower_negated, higher_negated) = (says(&LOWER, true), says(&HIGHER, true));
    let (lower, higher) = (says(&LOWER, false), says(&HIGHER, false));
    let lower = lower || lower_negated || is_within(&words, figure);
    let higher = higher || higher_negated;
    match (higher, lower) {
        (true, false) => Some(Direction::Higher),
        (false, true) => Some(Direction::Lower),
        _ => None,
    }
}

/// Whether something is to be done within the target: `entro 20 giorni`, `giorni entro cui`. Another figure
/// after the word is a condition, not what is measured.
fn is_within(words: &str, target: Measure) -> bool {
    let mut after = words.split_whitespace().skip_while(|word| *word != "entro").skip(1);
    match after.next() {
        None => false,
        Some(word) if word.chars().any(|c| c.is_ascii_digit()) => {
            Measure::target(word, Direction::Lower) == Some(target)
        }
        Some(_) => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_signs_propose() {
        for (title, target, expected) in [
            ("Aggiornamento del piano entro il", "31/03/2024", Some(Direction::Date)),
            ("Tempo medio minore o uguale a", "30", Some(Direction::Lower)),
            ("Giorni entro cui rispondere", "15", Some(Direction::Lower)),
            ("Azioni attuate > del 75%", "75", Some(Direction::Higher)),
            ("Domande accolte", "almeno 10", Some(Direction::Higher)),
            ("Reclami", "non superiore a 5", Some(Direction::Lower)),
            ("Presenze", "non inferiore a 5", Some(Direction::Higher)),
            ("Adozione del regolamento", "Sì", Some(Direction::YesNo)),
            ("Copertura", "oltre 90", Some(Direction::Higher)),
            ("Incontri", "minimo 3", Some(Direction::Higher)),
            ("Giorni", "non più di 10", Some(Direction::Lower)),
            ("Numero dei servizi", "800", None),
            ("Almeno 5 e al massimo 8", "5", None),
        ] {
            assert_eq!(proposed_direction(title, target), expected, "{title} {target}");
        }
    }
}
