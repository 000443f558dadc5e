//! With which two letters words begin: most texts begin otherwise, and need not be looked at.

/// The first two letters of some words of small letters.
#[derive(Debug, Clone, Copy)]
pub struct Beginnings {
    /// For every first letter the second ones, a bit each.
    seconds: [u32; 26],
}

impl Beginnings {
    /// Those of all words of some lists; words of one letter have none.
    pub const fn of(lists: &[&[&str]]) -> Self {
        let mut own = Self { seconds: [0; 26] };
        let mut list = 0;
        while list < lists.len() {
            let mut at = 0;
            while at < lists[list].len() {
                own = own.with(lists[list][at]);
                at += 1;
            }
            list += 1;
        }
        own
    }

    /// These, and that of another word.
    #[must_use]
    pub const fn with(mut self, word: &str) -> Self {
        if let [first, second, ..] = word.as_bytes() {
            self.seconds[(*first - b'a') as usize] |= 1 << (*second - b'a');
        }
        self
    }

    /// Whether one of the words begins with two letters, in either case.
    pub fn begin_with(&self, letters: [u8; 2]) -> bool {
        let [first, second] = letters.map(|letter| letter.to_ascii_lowercase() - b'a');
        self.seconds[usize::from(first)] & (1 << second) != 0
    }

    /// Whether a text may begin with one of them; one that begins with other signs than two letters may.
    pub fn may_begin(&self, text: &str) -> bool {
        match *text.as_bytes() {
            [first, second, ..] if first.is_ascii_alphabetic() && second.is_ascii_alphabetic() => {
                self.begin_with([first, second])
            }
            _ => true,
        }
    }
}
