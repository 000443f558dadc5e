//! Words of a line, where it is words by which it is known what the line is.

/// A word, and the letters from which to which it reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word<'t> {
    /// What is written.
    pub text: &'t str,
    /// Where it begins, in letters from the left.
    pub begin: u32,
    /// Where it ends.
    pub end: u32,
    /// Whether a cell begins with it.
    pub begins: bool,
}

/// Words as a text.
pub fn joined(words: &[Word<'_>]) -> String {
    words.iter().map(|word| word.text).collect::<Vec<_>>().join(" ")
}
