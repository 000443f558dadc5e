//! Texts of which some stretches are bold.

use std::borrow::Cow;

use crate::read::builder::Stretch;
use crate::source::{Mark, Marks};
use crate::vocabulary::completes_code;

/// A text, and which stretches of it are bold.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Styled {
    runs: Vec<Run>,
}

#[derive(Debug, Clone, PartialEq)]
struct Run {
    text: String,
    is_bold: bool,
}

impl Styled {
    /// Adds what is written next, behind a space or not. The space is bold where what is at its sides is.
    pub fn push(&mut self, text: &str, is_bold: bool, is_spaced: bool) {
        let space = if is_spaced { " " } else { "" };
        match self.runs.last_mut() {
            Some(last) if last.is_bold == is_bold => {
                if is_spaced {
                    last.text.push(' ');
                }
                last.text += text;
            }
            Some(last) if is_bold => {
                last.text += space;
                self.runs.push(Run { text: text.to_owned(), is_bold });
            }
            None if is_bold && is_spaced => {
                self.runs.push(Run { text: space.to_owned(), is_bold: false });
                self.runs.push(Run { text: text.to_owned(), is_bold });
            }
            _ => self.runs.push(Run { text: [space, text].concat(), is_bold }),
        }
    }

    /// How long it is, in bytes.
    pub fn len(&self) -> usize {
        self.runs.iter().map(|run| run.text.len()).sum()
    }

    /// What stands before some byte, and from there on; spaces between belong to neither.
    pub fn split_at(&self, at: usize) -> (Self, Self) {
        let mut parts = (Self::default(), Self::default());
        let mut begin = 0;
        for run in &self.runs {
            let (before, behind) = run.text.split_at(at.saturating_sub(begin).min(run.text.len()));
            begin += run.text.len();
            let behind = if parts.1.runs.is_empty() { behind.trim_start() } else { behind };
            for (part, text) in [(&mut parts.0, before), (&mut parts.1, behind)] {
                if !text.is_empty() {
                    part.runs.push(Run { text: text.to_owned(), is_bold: run.is_bold });
                }
            }
        }
        while let Some(last) = parts.0.runs.last_mut() {
            last.text.truncate(last.text.trim_end().len());
            if !last.text.is_empty() {
                break;
            }
            parts.0.runs.pop();
        }
        parts
    }

    /// Joins the code with which it begins, if that is written in two parts: `2024_PD_ 0411`.
    pub fn join_code(&mut self) {
        let plain = self.plain();
        let Some((first, behind)) = plain.split_once(' ') else { return };
        let next = behind.split(' ').next().unwrap_or_default();
        if (first.ends_with('_') || next.starts_with('_')) && completes_code(first, next) {
            let (mut whole, rest) = self.split_at(first.len());
            let is_bold = whole.ends_bold();
            let (next, more) = rest.split_at(next.len());
            whole.push(&next.plain(), is_bold, false);
            if !more.runs.is_empty() {
                whole.push_beside(&more);
            }
            *self = whole;
        }
    }

    /// Adds the next word behind a space.
    pub fn push_word(&mut self, word: &Self) {
        word.runs.iter().enumerate().for_each(|(at, run)| self.push(&run.text, run.is_bold, at == 0));
    }

    /// Adds another text behind a space: what stands beside it on its line.
    pub fn push_beside(&mut self, other: &Self) {
        if !self.runs.is_empty() {
            self.runs.push(Run { text: " ".to_owned(), is_bold: false });
        }
        self.runs.extend(other.runs.iter().cloned());
    }

    /// Adds a line that goes on with it, as [`join`] does; what is bold goes on, too.
    pub fn join(&mut self, other: &Self) {
        let Some(first) = other.runs.first() else { return };
        if self.is_divided(other) {
            if let Some(last) = self.runs.last_mut() {
                last.text.pop();
            }
        } else {
            let ends = !self.ends_bold() && self.plain().ends_with(['/', '-', '_', ' ']);
            let begins = !first.is_bold && first.text.starts_with('_');
            if !(self.runs.is_empty() || ends || begins) {
                self.runs.push(Run { text: " ".to_owned(), is_bold: false });
            }
        }
        self.runs.extend(other.runs.iter().cloned());
        self.merge();
    }

    /// Makes one of bold stretches between which there is nothing or a space.
    fn merge(&mut self) {
        let mut merged: Vec<Run> = Vec::with_capacity(self.runs.len());
        for run in self.runs.drain(..) {
            let is_space = |run: &Run| run.text == " " && !run.is_bold;
            match merged.as_mut_slice() {
                [.., last] if last.is_bold == run.is_bold => last.text += &run.text,
                [.., bold, space] if run.is_bold && bold.is_bold && is_space(space) => {
                    bold.text.extend([" ", &run.text]);
                    merged.pop();
                }
                _ => merged.push(run),
            }
        }
        self.runs = merged;
    }

    /// Whether it ends within a word that another text goes on with. Where bold begins or ends, it does not, unless a hyphen
    /// that is seen only at the end of a line says so.
    pub fn is_divided(&self, other: &Self) -> bool {
        let begins_bold = other.runs.first().is_some_and(|run| run.is_bold);
        !self.ends_bold() && is_divided(&self.plain(), &if begins_bold { Cow::default() } else { other.plain() })
    }

    /// Whether a bold stretch that begins within it goes on in another text: a label, as a rule.
    pub fn is_bold_divided(&self, other: &Self) -> bool {
        let begins_bold = other.runs.first().is_some_and(|run| run.is_bold);
        let is_within = match self.runs.as_slice() {
            [.., before, last] => last.is_bold && !before.is_bold && !before.text.trim().is_empty(),
            _ => false,
        };
        begins_bold && is_within
    }

    fn ends_bold(&self) -> bool {
        self.runs.last().is_some_and(|run| run.is_bold)
    }

    /// What it says.
    pub fn plain(&self) -> Cow<'_, str> {
        match self.runs.as_slice() {
            [run] => Cow::Borrowed(&run.text),
            runs => Cow::Owned(runs.iter().map(|run| run.text.as_str()).collect()),
        }
    }

    /// Its stretches, without tabs.
    pub fn stretches(&mut self) -> Vec<Stretch<'_>> {
        for run in self.runs.iter_mut().filter(|run| run.text.contains('\t')) {
            run.text = run.text.replace('\t', " ");
        }
        let marks = |run: &Run| Marks::default().with_if(Mark::Bold, run.is_bold);
        self.runs.iter().map(|run| Stretch { marks: marks(run), ..Stretch::plain(&run.text) }).collect()
    }
}

/// Adds a line to a text: a word that is divided at its end becomes one, and so do words around a slash.
pub fn join(text: &mut String, more: &str) {
    if more.is_empty() {
        return;
    }
    if is_divided(text, more) {
        text.pop();
    } else if !(text.is_empty()
        || text.ends_with(['/', '-', '_', ' '])
        || more.starts_with('_')
        || completes_code(text, more))
    {
        text.push(' ');
    }
    text.push_str(more);
}

/// Whether a text ends within a word that another goes on with.
pub fn is_divided(text: &str, more: &str) -> bool {
    let mut before = text.chars().rev();
    match before.next() {
        Some('\u{AD}' | '\u{2}') => true,
        Some('-' | '\u{2010}') => before.next().is_some_and(char::is_lowercase) && more.starts_with(char::is_lowercase),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn styled(runs: &[(&str, bool)]) -> Styled {
        let mut styled = Styled::default();
        for (text, is_bold) in runs {
            styled.push(text, *is_bold, false);
        }
        styled
    }

    #[test]
    fn a_code_in_two_parts_is_one() {
        let joined = |text: &str| {
            let mut styled = styled(&[(text, false)]);
            styled.join_code();
            styled.plain().into_owned()
        };
        assert_eq!(joined("2024_PD_ 0411 Titolo"), "2024_PD_0411 Titolo");
        assert_eq!(joined("2024_PD _0411"), "2024_PD_0411");
        for other in ["2024_PD_04 11 settembre", "2024_PD_0411 Titolo", "2024_PD_"] {
            assert_eq!(joined(other), other);
        }
    }

    #[test]
    fn lines_are_joined_and_what_is_bold_goes_on() {
        let mut label = styled(&[("2024 ", false), ("Obiettivo", true)]);
        let more = styled(&[("Strategico", true), (" CULTURA", false)]);
        assert!(label.is_bold_divided(&more) && !label.is_divided(&more));
        label.join(&more);
        assert_eq!(label, styled(&[("2024 ", false), ("Obiettivo Strategico", true), (" CULTURA", false)]));
        let mut word = styled(&[("rior-", false)]);
        let rest = styled(&[("ganizzazione", false)]);
        assert!(word.is_divided(&rest));
        word.join(&rest);
        assert_eq!(word, styled(&[("riorganizzazione", false)]));
        let bold = styled(&[("rior-", true)]);
        assert!(!bold.is_divided(&styled(&[("ganizzazione", true)])), "what is bold is a label, not a word");
        assert!(!bold.is_bold_divided(&more), "it begins with its line");
    }
}
