//! Codes of people that only who has a key can make.

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use super::words::HIDDEN;
use crate::identity;

/// Words before and behind names that make nobody another person.
const TITLES: [&str; 13] =
    ["dott", "dottssa", "dr", "drssa", "avv", "ing", "arch", "geom", "rag", "prof", "profssa", "ad", "interim"];

/// The code that a secret makes of a person: eight letters and digits that cannot be taken for each other. It is made of the personnel
/// number, if there is one, otherwise of the key of the name, in whichever order its words stand.
pub(super) fn of(secret: &[u8], key: &str, number: Option<&str>) -> String {
    const SIGNS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(secret) else { return HIDDEN.to_owned() };
    match number {
        // No name begins so.
        Some(number) => {
            let number = identity::number_key(number).unwrap_or_else(|| identity::key(number));
            mac.update(format!("\0{number}").as_bytes());
        }
        None => mac.update(ordered(key).as_bytes()),
    }
    let digest = mac.finalize().into_bytes();
    let bits = digest.iter().take(5).fold(0u64, |bits, &byte| bits << 8 | u64::from(byte));
    (0..8).rev().map(|at| char::from(SIGNS[(bits >> (at * 5) & 31) as usize])).collect()
}

/// The words of a name in alphabetical order: neither a title nor the order of the names makes another person.
fn ordered(key: &str) -> String {
    let mut words: Vec<String> = key.split(' ').map(|word| word.replace('.', "")).collect();
    words.retain(|word| !TITLES.contains(&&**word));
    words.sort_unstable();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_depend_on_the_key_alone() {
        assert_eq!(of(b"secret", "rossi ada", None), of(b"secret", "rossi ada", None));
        assert_ne!(of(b"secret", "rossi ada", None), of(b"other", "rossi ada", None));
        assert_ne!(of(b"secret", "rossi ada", None), of(b"secret", "rossi ida", None));
        assert_eq!(of(b"secret", "rossi ada", None).len(), 8);
    }

    #[test]
    fn whoever_has_a_number_is_known_by_it_and_others_by_their_names_in_any_order() {
        assert_eq!(of(b"secret", "rossi ada", None), of(b"secret", "ada rossi", None));
        assert_eq!(of(b"secret", "rossi ada", Some("0123")), of(b"secret", "ada rosi", Some(" 123")));
        assert_ne!(of(b"secret", "rossi ada", Some("0123")), of(b"secret", "rossi ada", None));
        assert_ne!(of(b"secret", "rossi ada", Some("0123")), of(b"secret", "rossi ada", Some("0124")));
    }
}
