//! Raised marks of notes → what they say, on the line of what they stand at: `5¹ %` as it is seen, never 51.

use crate::read::builder::raised;
use crate::read::geometry::Letter;
use crate::read::seen::is_note;

// Lengths in parts of the size of the letters at which a mark stands.
/// How large raised letters are at most; browsers make them five sixths as large as the others.
const SMALL: f64 = 0.87;
/// How far above the line of the others they stand, at least and at most.
const RISE: [f64; 2] = [0.15, 0.75];
/// How far from the others they stand at most.
const NEAR: f64 = 0.35;
/// How much letters of one word may differ in size and in height, and by how much they may overlap.
const ALIKE: f64 = 0.05;
const OVERLAP: f64 = 0.3;
/// The most letters of a mark.
const LONGEST: usize = 4;

/// Puts raised letters, as they are drawn one after the other, on the line of those at which they stand. What is but the mark of a
/// note is written as such.
pub fn settle(letters: &mut [Letter]) {
    let words = words(letters);
    for (at, word) in words.iter().enumerate() {
        if word.len() > LONGEST {
            continue;
        }
        let [first, last] = [&letters[word.start], &letters[word.end - 1]];
        let before = at.checked_sub(1).map(|before| &letters[words[before].end - 1]);
        let after = words.get(at + 1).map(|after| &letters[after.start]);
        let beside = [
            before.filter(|base| is_raised(first, base) && is_near(base, first)),
            after.filter(|base| is_raised(last, base) && is_near(last, base)),
        ];
        let Some(y) = beside.into_iter().flatten().map(|base| base.y).next() else { continue };
        let text: String = letters[word.clone()].iter().map(|letter| &*letter.text).collect();
        let is_mark = is_note(&text);
        for letter in &mut letters[word.clone()] {
            letter.y = y;
            if is_mark {
                letter.text = raised(&letter.text).into();
            }
        }
    }
}

/// Letters that are drawn one after the other, and stand side by side on one line.
pub fn words(letters: &[Letter]) -> Vec<std::ops::Range<usize>> {
    let goes_on = |before: &Letter, letter: &Letter| {
        let is_alike = |a: f64, b: f64| (a - b).abs() <= before.size * ALIKE;
        is_alike(before.size, letter.size) && is_alike(before.y, letter.y) && is_near(before, letter)
    };
    let mut words: Vec<std::ops::Range<usize>> = Vec::new();
    for (at, letter) in letters.iter().enumerate().filter(|(_, letter)| !letter.is_space()) {
        match words.last_mut() {
            Some(word) if word.end == at && goes_on(&letters[at - 1], letter) => word.end = at + 1,
            _ => words.push(at..at + 1),
        }
    }
    words
}

/// Whether a letter is smaller than another, and stands above its line.
fn is_raised(letter: &Letter, base: &Letter) -> bool {
    let rise = base.y - letter.y;
    letter.size <= base.size * SMALL && (base.size * RISE[0]..=base.size * RISE[1]).contains(&rise)
}

/// Whether a letter stands right behind another.
fn is_near(before: &Letter, letter: &Letter) -> bool {
    let size = before.size.max(letter.size);
    (-size * OVERLAP..=size * NEAR).contains(&(letter.x[0] - before.x[1]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::geometry::changes_at;

    /// Letters of some size, each half as wide, from a place on.
    fn letters(text: &str, x: f64, y: f64, size: f64) -> Vec<Letter> {
        let place = |at: usize| x + size * 0.5 * f64::from(u32::try_from(at).unwrap());
        let letter = |(at, c): (usize, char)| Letter {
            text: c.to_string().into(),
            x: [place(at), place(at + 1)],
            y,
            size,
            bold: false,
            hidden: false,
            tag: None,
        };
        text.chars().enumerate().map(letter).collect()
    }

    /// What is written, if all of it stands on the line of the first letter.
    fn settled(mut all: Vec<Letter>, y: f64) -> Option<String> {
        settle(&mut all);
        all.iter().all(|letter| (letter.y - y).abs() < 1e-9).then(|| all.iter().map(|letter| &*letter.text).collect())
    }

    #[test]
    fn marks_of_notes_are_raised_and_words_are_words() {
        let beside = |text: &str, mark: &str, [size, rise]: [f64; 2]| {
            let end = 10.0 * 0.5 * f64::from(u32::try_from(text.chars().count()).unwrap());
            settled([letters(text, 0.0, 50.0, 10.0), letters(mark, end, 50.0 - rise, size)].concat(), 50.0)
        };
        assert_eq!(beside("5", "1", [6.0, 4.0]).as_deref(), Some("5¹"));
        assert_eq!(beside("Rossi", "12", [8.3, 3.3]).as_deref(), Some("Rossi¹²"));
        assert_eq!(beside("Rossi", "*", [6.0, 4.0]).as_deref(), Some("Rossi*"));
        assert_eq!(beside("Dott.", "ssa", [6.0, 4.0]).as_deref(), Some("Dott.ssa"));
        assert_eq!(beside("5", "12345", [6.0, 4.0]), None, "a word of its own");
        let before = [letters("1", 0.0, 46.0, 6.0), letters("Rossi", 3.0, 50.0, 10.0)].concat();
        assert_eq!(settled(before, 50.0).as_deref(), Some("¹Rossi"));
        let apart = [letters("Rossi", 0.0, 50.0, 10.0), letters("1", 28.6, 46.0, 6.0)].concat();
        assert_eq!(settled(apart, 50.0), None);
    }

    #[test]
    fn marks_are_small_and_raised_and_near() {
        let mark = |size: f64, rise: f64, gap: f64| {
            settled([letters("5", 0.0, 50.0, 10.0), letters("1", 5.0 + gap, 50.0 - rise, size)].concat(), 50.0)
        };
        let raised = || Some("5¹".to_owned());
        changes_at(SMALL, [raised(), None], |by| mark(10.0 * by, 4.0, 0.0));
        changes_at(RISE[0], [None, raised()], |by| mark(6.0, 10.0 * by, 0.0));
        changes_at(RISE[1], [raised(), None], |by| mark(6.0, 10.0 * by, 0.0));
        changes_at(NEAR, [raised(), None], |by| mark(6.0, 4.0, 10.0 * by));
        changes_at(OVERLAP, [raised(), None], |by| mark(6.0, 4.0, -10.0 * by));
    }

    #[test]
    fn letters_of_one_word_are_alike() {
        let count = |lower: f64, size: f64| {
            words(&[letters("a", 0.0, 50.0, 10.0), letters("b", 5.0, 50.0 + lower, size)].concat()).len()
        };
        changes_at(ALIKE, [1, 2], |by| count(10.0 * by, 10.0));
        changes_at(ALIKE, [1, 2], |by| count(0.0, 10.0 + 10.0 * by));
    }
}
