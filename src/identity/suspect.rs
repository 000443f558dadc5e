//! Names with characters that no name has, and what was probably meant by them.

use super::lexicon::is_common;
use super::number::is_tax_code;
use crate::model::plain_letter;
use crate::source::{is_lost, restored};

/// What was probably meant by a name with characters that no name has; none for a name that is in order.
///
/// ```
/// use cento::identity::likely_reading;
///
/// assert_eq!(likely_reading("R0ssi Ada"), Some("Rossi Ada".to_owned()));
/// assert_eq!(likely_reading("ROSSI AD4"), Some("ROSSI ADA".to_owned()));
/// assert_eq!(likely_reading("D'Angelo-Rossi Nicolò"), None);
/// ```
pub fn likely_reading(name: &str) -> Option<String> {
    let name = without_figure(name);
    if name.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b' ') {
        return None;
    }
    let is_latin_name = name.chars().any(|c| c.is_alphabetic() && is_latin(c));
    let is_in_order = |c: char| {
        (c.is_alphabetic() && (is_latin(c) || !is_latin_name))
            || matches!(c, ' ' | '\'' | '’' | '‘' | 'ʼ' | '`' | '´' | '′' | '-' | '‐' | '.' | ',' | '(' | ')')
            || is_mark(c)
    };
    if name.chars().all(is_in_order) {
        return None;
    }
    if let Some(likely) = with_lost_letters(name) {
        return Some(likely);
    }
    let letters = || name.chars().filter(|c| c.is_alphabetic());
    let shouts = letters().all(char::is_uppercase);
    let mut likely = String::with_capacity(name.len());
    for c in name.chars() {
        let begins_word = likely.is_empty() || likely.ends_with([' ', '\'', '-']);
        match letter_like(c) {
            Some(letter) if shouts || begins_word => likely.extend(letter.to_uppercase()),
            Some(letter) => likely.push(letter),
            None if is_in_order(c) => likely.push(c),
            None => {}
        }
    }
    Some(likely.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// A name without the figure that stands behind it in brackets or behind a dash, and tells its bearer from others: `Rossi Mario (1970)`,
/// `Rossi Mario - D001`. It is no misreading.
fn without_figure(name: &str) -> &str {
    let parted = name.strip_suffix([')', ']']).and_then(|open| open.rsplit_once(['(', '[']));
    let dashed = || [" - ", " – ", " — ", ", "].iter().find_map(|dash| name.rsplit_once(dash));
    let is_figure = |text: &str| {
        let digits = text.bytes().filter(u8::is_ascii_digit).count();
        digits > 0
            && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b" .,/'-".contains(&byte))
            && digits * 2 >= text.len()
            || is_tax_code(text.trim())
    };
    parted.or_else(dashed).filter(|(_, figure)| is_figure(figure)).map_or(name, |(name, _)| name.trim_end())
}

/// A name with the letters that it has lost, as far as common names tell which they are: empty if they do not. None if it has lost none
/// within words.
fn with_lost_letters(name: &str) -> Option<String> {
    let is_known = |word: &str| {
        let plain: String = word.chars().filter_map(plain_letter).collect();
        name.split(' ').any(|own| own == word) || is_common(&plain)
    };
    let mut known = restored(name).into_iter().filter(|text| text.split(' ').all(is_known));
    if let (Some(likely), None) = (known.next(), known.next()) {
        return Some(likely);
    }
    let is_within = |word: &str| word.contains(is_lost) && word.contains(|c: char| c.is_alphabetic() && !is_lost(c));
    name.split(' ').any(is_within).then(String::new)
}

/// Whether a name is what another says that has characters of which nothing is known: letters that a document draws as
/// one, and does not tell.
///
/// ```
/// use cento::identity::may_be_read_as;
///
/// assert!(may_be_read_as("Benede\u{FFFD} Lorenza", "Benedetti Lorenza"));
/// assert!(!may_be_read_as("Benede\u{FFFD} Lorenza", "Benedetti Laura"));
/// assert!(!may_be_read_as("Rossi Ada", "Rossi Ada"), "nothing is unknown in it");
/// ```
pub fn may_be_read_as(written: &str, name: &str) -> bool {
    let parts: Vec<&str> = written.split(is_lost).collect();
    let rest = parts.first().and_then(|first| name.strip_prefix(first));
    (2..=MOST_UNKNOWN + 1).contains(&parts.len()) && rest.is_some_and(|rest| goes_on(&parts[1..], rest))
}

/// Whether a text goes on with these parts, up to three letters before each.
fn goes_on(parts: &[&str], text: &str) -> bool {
    let [part, more @ ..] = parts else { return text.is_empty() };
    let letters = text.char_indices().take_while(|(_, c)| c.is_alphabetic()).take(MOST_LETTERS);
    let mut rests = letters.filter_map(|(at, c)| text[at + c.len_utf8()..].strip_prefix(part));
    rests.any(|rest| goes_on(more, rest))
}

/// How many characters of a name may be unknown for it to be known by others.
const MOST_UNKNOWN: usize = 4;
/// How many letters are drawn as one at most.
const MOST_LETTERS: usize = 3;

/// The small letter that a digit, or a letter of another alphabet, looks like.
fn letter_like(c: char) -> Option<char> {
    Some(match c {
        '0' | 'о' | 'О' | 'ο' | 'Ο' => 'o',
        '1' | '|' => 'l',
        '3' | 'е' | 'Е' | 'ε' | 'Ε' => 'e',
        '4' | '@' | 'а' | 'А' | 'α' | 'Α' => 'a',
        '5' | '$' | 'ѕ' | 'Ѕ' => 's',
        '6' | '9' => 'g',
        '8' | 'В' | 'Β' => 'b',
        'с' | 'С' => 'c',
        'н' | 'Н' | 'Η' => 'h',
        'і' | 'І' | 'Ι' | 'ι' => 'i',
        'К' | 'к' | 'Κ' | 'κ' => 'k',
        'М' | 'м' | 'Μ' => 'm',
        'Ν' => 'n',
        'р' | 'Р' | 'Ρ' | 'ρ' => 'p',
        'Т' | 'т' | 'Τ' => 't',
        'у' | 'У' | 'Υ' => 'y',
        'х' | 'Х' | 'Χ' => 'x',
        'Ζ' => 'z',
        _ => return None,
    })
}

/// Whether a letter is Latin: from ASCII to the extended blocks, ligatures included.
fn is_latin(c: char) -> bool {
    matches!(c as u32, 0x41..=0x24F | 0x250..=0x2B8 | 0x1E00..=0x1EFF | 0x2C60..=0x2C7F | 0xA720..=0xA7FF | 0xFB00..=0xFB06)
}

/// Whether a character is an accent that belongs to the letter before it.
fn is_mark(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}

#[cfg(test)]
mod tests {
    use super::likely_reading;

    #[test]
    fn digits_and_strange_letters_are_read_as_what_they_look_like() {
        for (written, likely) in [
            ("Ro55i Ada", "Rossi Ada"),
            ("Fi1ippi Ugo", "Filippi Ugo"),
            ("\u{F0B7} Rossi Ada", "Rossi Ada"),
            ("Rоssi Ada", "Rossi Ada"),
            ("8ianchi Ada 2", "Bianchi Ada"),
            ("Rossi Ada ?", "Rossi Ada"),
            ("Rossi Cris\u{FFFD}na", "Rossi Cristina"),
            ("Conte\u{FFFD} Crist7ina", ""),
            ("Rossi Be6na", "Rossi Begna"),
        ] {
            assert_eq!(likely_reading(written).as_deref(), Some(likely), "{written}");
        }
        for name in ["Rossi Ada (1970)", "Rossi Ada - 1985", "Rossi Ada (12/A)", "Rossi Ada (RSSMRA70A01H501U)"] {
            assert_eq!(likely_reading(name), None, "{name}: it tells namesakes apart");
        }
        for name in ["Rossi Ada", "Ștefănescu Ion", "Ní Bhriain Áine", "D’Angelo N.", "Иванов Иван", "Rossi (jr)"]
        {
            assert_eq!(likely_reading(name), None, "{name}");
        }
    }
}
