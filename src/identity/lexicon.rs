//! Names that many people in Italy bear: two of them are two names, however alike.

use std::collections::HashSet;
use std::sync::LazyLock;

static COMMON: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    let lines = include_str!("common_names.txt").lines();
    lines.filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace).collect()
});

/// Whether a word, in small letters without accents, is a common given name or surname.
pub fn is_common_name(word: &str) -> bool {
    COMMON.contains(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_of_plain_words() {
        assert!(COMMON.len() > 700, "{}", COMMON.len());
        assert!(COMMON.iter().all(|word| word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_lowercase())));
        assert!(is_common_name("maria") && is_common_name("rossi") && !is_common_name("rosi"));
    }
}
