//! What is seen of a text, and what of it is written and does not count: struck, hidden, or the raised mark of a note.

use crate::source::{Mark, Marks};

/// A text that is made of stretches, each written in its way.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Seen {
    /// What counts.
    pub text: String,
    /// How it is written.
    pub marks: Marks,
    /// What does not count, and why.
    pub left_out: Vec<(Mark, String)>,
}

impl Seen {
    /// Adds a stretch.
    pub fn push(&mut self, text: &str, marks: Marks) {
        let why = [Mark::Hidden, Mark::Struck].into_iter().find(|mark| marks.has(*mark));
        let why = why.or_else(|| (marks.has(Mark::Raised) && is_note(text)).then_some(Mark::Raised));
        match (why, self.left_out.last_mut()) {
            (None, _) => {
                self.text += text;
                if !text.trim().is_empty() {
                    self.marks = self.marks.and(marks.without(Mark::Raised));
                }
            }
            (Some(why), Some((known, own))) if *known == why => own.push_str(text),
            (Some(why), _) => self.left_out.push((why, text.to_owned())),
        }
    }

    /// The whole of it. Where nothing is seen, what is written is kept as such, with the reason among its marks.
    #[must_use]
    pub fn finished(mut self) -> Self {
        self.left_out.retain(|(_, text)| !text.trim().is_empty());
        let is_unseen = |(why, _): &(Mark, String)| *why != Mark::Raised;
        if self.text.trim().is_empty() && self.left_out.iter().any(is_unseen) {
            let (why, _) = self.left_out[self.left_out.iter().position(is_unseen).unwrap_or_default()];
            let texts: Vec<&str> = self.left_out.iter().map(|(_, text)| text.trim()).collect();
            return Self { text: texts.join(" "), marks: self.marks.with(why), left_out: Vec::new() };
        }
        self
    }
}

/// Whether a raised text is the mark of a note: figures, a letter, asterisks, perhaps in brackets. Others are parts of words,
/// as in *Dott.ssa*.
pub fn is_note(text: &str) -> bool {
    let plain = text.trim().trim_matches(['(', ')', '[', ']', ',']);
    let is_mark = |c: char| c.is_ascii_digit() || matches!(c, '*' | '†' | '‡' | ',' | ' ');
    plain.chars().all(is_mark) || (plain.chars().count() == 1 && !matches!(plain, "o" | "a" | "°" | "º" | "ª"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(stretches: &[(&str, &[Mark])]) -> (String, bool, Vec<(Mark, String)>) {
        let mut all = Seen::default();
        for (text, marks) in stretches {
            all.push(text, marks.iter().fold(Marks::default(), |all, mark| all.with(*mark)));
        }
        let all = all.finished();
        (all.text.clone(), all.marks.is_unseen(), all.left_out)
    }

    #[test]
    fn what_is_struck_hidden_or_raised_does_not_count() {
        let left = |why, text: &str| vec![(why, text.to_owned())];
        assert_eq!(seen(&[("2", &[Mark::Struck]), ("5 %", &[])]), ("5 %".into(), false, left(Mark::Struck, "2")));
        assert_eq!(
            seen(&[("5", &[]), ("1", &[Mark::Raised]), (" %", &[])]),
            ("5 %".into(), false, left(Mark::Raised, "1"))
        );
        assert_eq!(seen(&[("Dott.", &[]), ("ssa", &[Mark::Raised])]).0, "Dott.ssa");
        assert_eq!(seen(&[("30 %", &[Mark::Hidden])]), ("30 %".into(), true, vec![]));
        assert_eq!(seen(&[("30 %", &[])]), ("30 %".into(), false, vec![]));
    }
}
