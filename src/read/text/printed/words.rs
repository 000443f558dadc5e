//! Words where they stand: what is read of a page whose columns are told by spaces alone.

/// A word, and the columns of the page from which to which it reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word<'t> {
    /// What is written.
    pub text: &'t str,
    /// Where it begins.
    pub begin: u32,
    /// Where it ends.
    pub end: u32,
}

/// The words that stand side by side on a page.
#[derive(Debug, Clone)]
pub struct VisualLine<'t> {
    /// The words, from left to right.
    pub words: Vec<Word<'t>>,
    /// Which of the lines of whoever asks it is.
    pub number: usize,
}

impl<'t> VisualLine<'t> {
    /// The words of a line of text, whose columns are its characters.
    pub fn of(text: &'t str, number: usize) -> Self {
        let mut words: Vec<Word<'t>> = Vec::new();
        let mut begin = None;
        for (column, (at, c)) in (0..).zip(text.char_indices()) {
            match (begin, c.is_whitespace()) {
                (None, false) => begin = Some((at, column)),
                (Some((from, first)), true) => {
                    words.push(Word { text: &text[from..at], begin: first, end: column });
                    begin = None;
                }
                _ => {}
            }
        }
        if let Some((from, first)) = begin {
            let length = text[from..].chars().count();
            let end = first + u32::try_from(length).unwrap_or(u32::MAX - first);
            words.push(Word { text: &text[from..], begin: first, end });
        }
        Self { words, number }
    }
}

/// Words as a text.
pub fn joined(words: &[Word<'_>]) -> String {
    words.iter().map(|word| word.text).collect::<Vec<_>>().join(" ")
}

/// The groups of words between which there is more than one space.
pub fn groups<'a, 't>(words: &'a [Word<'t>]) -> impl Iterator<Item = &'a [Word<'t>]> {
    words.chunk_by(|left, right| right.begin <= left.end + 1)
}

/// Adds what stands on the next line of a cell. What ends with a hyphen or a slash goes on without a space.
pub fn go_on(cell: &mut String, text: &str) {
    if !cell.is_empty() && !text.is_empty() && !cell.ends_with(['-', '/']) {
        cell.push(' ');
    }
    *cell += text;
}
