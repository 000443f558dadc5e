//! Headings of tables of people: tables may follow upon each other with nothing between.

use super::cells::has_share;
use super::lines::{Line, Piece};
use super::styled::join;
use super::tolerance::CLOSE;
use crate::vocabulary::{Side, Vocabulary, of_capacity, says_share_of_capacity};

/// How many lines a heading takes at most.
const MOST_LINES: usize = 3;

/// Whether the heading of a table of people begins with the line at a place; `leading` is how far the lines of paragraphs stand apart.
pub fn begins_heading(lines: &[Line], at: usize, leading: f64, vocabulary: Vocabulary<'_>) -> bool {
    // Rows of people, of which most lines are, need no look.
    if has_share(&lines[at]) {
        return false;
    }
    let near = lines[at..].windows(2).take(MOST_LINES - 1);
    let most = 1 + near.take_while(|pair| pair[1].y - pair[0].y <= leading * CLOSE).count();
    let is_heading = |from: usize, count: usize| Heading::of(&lines[from..from + count], vocabulary);
    (1..=most).any(|count| {
        // The first line of a heading is needed, and none above it is.
        is_heading(at, count).is_some_and(|heading| {
            (heading.is_known || count == 1 || is_heading(at + 1, count - 1).is_none())
                && !(at > 0 && is_heading(at - 1, count + 1).is_some_and(|whole| whole.is_known))
        })
    })
}

/// How many lines the heading takes with which some lines begin, if all of its columns are known.
pub fn lines_of_heading(lines: &[Line], vocabulary: Vocabulary<'_>) -> Option<usize> {
    let is_known = |count: &usize| Heading::of(&lines[..*count], vocabulary).is_some_and(|heading| heading.is_known);
    (1..=lines.len().min(MOST_LINES)).find(is_known)
}

/// What some lines are that say who and how much.
struct Heading {
    /// Whether all of their columns are known.
    is_known: bool,
}

impl Heading {
    fn of(lines: &[Line], vocabulary: Vocabulary<'_>) -> Option<Self> {
        let mut columns: Vec<([f64; 2], String)> = Vec::new();
        for Piece { text, x, .. } in lines.iter().flat_map(|line| &line.pieces) {
            match columns.iter_mut().find(|(own, _)| x[0] < own[1] && own[0] < x[1]) {
                Some((own, words)) => {
                    *own = [own[0].min(x[0]), own[1].max(x[1])];
                    join(words, &text.plain());
                }
                None => columns.push((*x, text.plain().into_owned())),
            }
        }
        let says = |side: Side| columns.iter().any(|(_, words)| vocabulary.side(words) == Some(side));
        if !says(Side::Who) {
            return None;
        }
        let is_chain = says_share_of_capacity(columns.iter().map(|(_, words)| &**words));
        let is_one = |words: &str| vocabulary.header(words).is_some() || (is_chain && of_capacity(words).is_some());
        let is_known = || columns.iter().all(|(_, words)| is_one(words));
        (is_chain || says(Side::HowMuch)).then(|| Self { is_known: is_known() })
    }
}

#[cfg(test)]
mod tests {
    use super::super::lines::tests::page;
    use super::super::tolerance::tests::changes_at;
    use super::*;

    /// With which of some lines headings begin.
    fn begins(pieces: &[(f64, f64, &str)]) -> Vec<usize> {
        let lines = page(pieces);
        (0..lines.len()).filter(|at| begins_heading(&lines, *at, 12.0, Vocabulary::default())).collect()
    }

    #[test]
    fn a_heading_begins_with_the_first_of_its_lines() {
        let row = [(0.0, 0.0, "M_1"), (100.0, 0.0, "Dipendenti formati"), (200.0, 0.0, "90")];
        let one = [(0.0, 12.0, "Nome Soggetto"), (100.0, 12.0, "Relazione"), (200.0, 12.0, "Impegno")];
        let below = [(200.0, 24.0, "Personale"), (0.0, 40.0, "Rossi Ada"), (200.0, 40.0, "3 %")];
        assert_eq!(begins(&[row.as_slice(), &one, &below].concat()), [1]);
        // Cells in the middle: the first line has but the end of the heading.
        let middle = [(200.0, 6.0, "Impegno"), (0.0, 12.0, "Nome Soggetto"), (200.0, 18.0, "Personale")];
        assert_eq!(begins(&[row.as_slice(), &middle].concat()), [1]);
        let name = [(0.0, 0.0, "Cognome"), (0.0, 12.0, "e nome"), (100.0, 12.0, "Ruolo"), (200.0, 12.0, "Impegno")];
        assert_eq!(begins(&name), [0]);
    }

    #[test]
    fn rows_that_sound_like_a_heading_are_none() {
        assert!(begins(&[(0.0, 0.0, "Rossi Ada"), (100.0, 0.0, "Dipendente a tempo"), (200.0, 0.0, "3 %")]).is_empty());
    }

    #[test]
    fn the_lines_of_a_heading_stand_as_near_as_those_of_a_paragraph() {
        let begins = |by: f64| begins(&[(0.0, 0.0, "Nome Soggetto"), (200.0, 12.0 * by, "Impegno")]);
        changes_at(CLOSE, [vec![0], Vec::new()], begins);
    }
}
