//! The words of a text: its letters and digits, without what stands between them.

/// The words of a text, as they are written.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// The same in small letters.
pub fn small_words(text: &str) -> Vec<String> {
    words(&text.to_lowercase()).map(str::to_owned).collect()
}
