//! With what a text begins, whatever its case.

/// What follows a prefix, whatever its case; `lower` is the prefix in small letters.
pub fn strip_prefix<'a>(text: &'a str, lower: &str) -> Option<&'a str> {
    // The second letter tells most texts apart.
    if text.as_bytes().get(1)?.to_ascii_lowercase() != *lower.as_bytes().get(1)? {
        return None;
    }
    let start = text.get(..lower.len())?;
    let same = start.eq_ignore_ascii_case(lower) || (!start.is_ascii() && start.to_lowercase() == lower);
    same.then(|| &text[lower.len()..])
}
