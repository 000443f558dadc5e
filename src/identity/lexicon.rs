//! Names that many people in Italy bear: two of them are two names, however alike.

use std::sync::LazyLock;

use foldhash::HashSet;

/// Names of one kind, as their keys.
type List = LazyLock<HashSet<&'static str>>;

static GIVEN: List = LazyLock::new(|| list(include_str!("given_names.txt")));
static SURNAMES: List = LazyLock::new(|| list(include_str!("surnames.txt")));

fn list(text: &'static str) -> HashSet<&'static str> {
    text.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace).collect()
}

/// Whether a word, in small letters without accents, is a common name.
pub fn is_common(word: &str) -> bool {
    GIVEN.contains(word) || SURNAMES.contains(word)
}

/// Whether a word, in small letters without accents, is a common given name.
pub fn is_given(word: &str) -> bool {
    GIVEN.contains(word)
}

/// Whether two words are two common names of one kind: `mario` and `maria`, but not `giorgi` and `giorgia`,
/// of which the one is a surname.
pub fn are_two(one: &str, other: &str) -> bool {
    [&GIVEN, &SURNAMES].into_iter().any(|list| list.contains(one) && list.contains(other))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_of_plain_words() {
        for list in [&GIVEN, &SURNAMES] {
            assert!(list.len() > 400, "{}", list.len());
            assert!(list.iter().all(|word| word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_lowercase())));
        }
        assert!(is_common("maria") && is_common("rossi") && !is_common("rosi"));
        assert!(are_two("maria", "mario") && are_two("ferrari", "ferraro") && !are_two("giorgia", "giorgi"));
    }
}
