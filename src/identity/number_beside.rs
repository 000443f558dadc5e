//! Personnel numbers that are written beside names: `1021 - Rossi Mario`, `Rossi Mario (matr. 1021)`.

use super::number::is_tax_code;
use super::posts::is_of_post;
use super::{is_common, is_given, is_particle, key};

/// What stands beside a name as its number.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct NumberBeside<'a> {
    /// The number; none if it only counts the rows: `3. Rossi Mario`.
    pub number: Option<&'a str>,
    /// All that is no name.
    pub remark: &'a str,
    pub name: &'a str,
}

/// The words before a number that say that it is one, as keys without points; the first four also stand before what is counted.
const LABELS: [&str; 24] = [
    "n",
    "nr",
    "num",
    "no",
    "matr",
    "matricola",
    "mat",
    "badge",
    "id",
    "cod",
    "codice",
    "cf",
    "fiscale",
    "numero",
    "number",
    "staff",
    "employee",
    "emp",
    "payroll",
    "personnel",
    "dip",
    "dipendente",
    "risorsa",
    "#",
];

/// How surely a number is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Label {
    None,
    /// `n.`
    Counts,
    /// `matr.`
    Says,
}

/// The number beside a name, if there is one.
pub(super) fn number_in(text: &str) -> Option<NumberBeside<'_>> {
    if !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    in_front(text).or_else(|| behind(text))
}

/// The number with which a text begins.
fn in_front(text: &str) -> Option<NumberBeside<'_>> {
    let (label, rest) = without_labels(text);
    let open = rest.starts_with(['(', '[']);
    let (label, rest) = if open {
        let (inner, rest) = without_labels(&rest[1..]);
        (label.max(inner), rest)
    } else {
        (label, rest)
    };
    let end = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
    let (number, rest) = rest.split_at(end);
    let rest = if open { rest.trim_start().strip_prefix([')', ']'])? } else { rest };
    let name = rest.trim_start_matches(|c: char| c.is_whitespace() || ".)-–—:_/,;".contains(c));
    if name.len() == rest.len() || !is_number(number, label, 1) {
        return None;
    }
    let remark = text[..text.len() - name.len()].trim_end();
    let is_small = number.len() <= 2 && number.bytes().all(|byte| byte.is_ascii_digit());
    let is_name = if is_small && label != Label::Says { is_surely_name(name) } else { looks_like_name(name) };
    let is_list = is_small && label != Label::Says;
    is_name.then_some(NumberBeside { number: (!is_list).then_some(number), remark, name })
}

/// The number with which a text ends.
fn behind(text: &str) -> Option<NumberBeside<'_>> {
    let text = text.trim_end();
    let (inside, before, is_apart) = if let Some(open) = text.strip_suffix([')', ']']) {
        let at = open.rfind(['(', '['])?;
        (&open[at + 1..], &text[..at], true)
    } else {
        let at = text.rfind(|c: char| c.is_whitespace() || ",-–—:/#".contains(c))?;
        let width = text[at..].chars().next().map_or(0, char::len_utf8);
        (&text[at + width..], &text[..at + width], false)
    };
    let (own, number) = without_labels(inside.trim());
    let (outer, before) = without_labels_behind(before);
    let name = before.trim_end_matches(|c: char| c.is_whitespace() || ",-–—:/".contains(c));
    let is_parted = is_apart || before.trim_end().ends_with([',', '-', '–', '—', ':', '/']);
    let label = own.max(outer);
    // With nothing between, a figure of another cell may have come in.
    let digits = if is_parted || label != Label::None { 3 } else { 4 };
    let is_name = || looks_like_name(name) || (label == Label::Says && is_given_or_common(name));
    let may_be = is_number(number, label, digits) && (label != Label::None || !is_year(number));
    (may_be && is_name()).then(|| NumberBeside { number: Some(number), remark: text[name.len()..].trim(), name })
}

/// Whether a text is a number of the staff, of so many digits at least where nothing says so.
fn is_number(text: &str, label: Label, digits: usize) -> bool {
    let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let rest = &text[letters..];
    let are_digits = !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_digit());
    let least = match label {
        Label::Says => 1,
        Label::Counts => 3,
        Label::None => digits,
    };
    is_tax_code(text)
        || (are_digits
            && rest.len() <= 12
            && (letters == 0 && rest.len() >= least || (1..=3).contains(&letters) && rest.len() >= 3))
}

/// Whether a number may be a year, of somebody's birth.
fn is_year(number: &str) -> bool {
    number.len() == 4 && number.parse().is_ok_and(|year: u32| (1930..2050).contains(&year))
}

/// A text without the words for a number with which it begins.
fn without_labels(text: &str) -> (Label, &str) {
    let (mut label, mut text) = (Label::None, text.trim_start());
    loop {
        let end = text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len());
        let (word, rest) = if text.starts_with('#') { text.split_at(1) } else { text.split_at(end) };
        let said = says_number(word);
        if said == Label::None {
            return (label, text);
        }
        label = label.max(said);
        text = rest.trim_start_matches(|c: char| c.is_whitespace() || ".:°º".contains(c));
    }
}

/// A text without those with which it ends.
fn without_labels_behind(text: &str) -> (Label, &str) {
    let (mut label, mut text) = (Label::None, text);
    loop {
        let plain = text.trim_end_matches(|c: char| c.is_whitespace() || ".:°º".contains(c));
        let start = plain
            .rfind(|c: char| !c.is_alphabetic())
            .map_or(0, |at| at + plain[at..].chars().next().map_or(1, char::len_utf8));
        let (rest, word) =
            if let Some(rest) = plain.strip_suffix('#') { (rest, "#") } else { (&plain[..start], &plain[start..]) };
        let said = says_number(word);
        if said == Label::None || rest.is_empty() {
            return (label, text);
        }
        label = label.max(said);
        text = rest;
    }
}

fn says_number(word: &str) -> Label {
    let plain = word.to_lowercase();
    match LABELS.iter().position(|label| *label == plain) {
        None => Label::None,
        Some(0..4) => Label::Counts,
        Some(_) => Label::Says,
    }
}

/// The words of a text, if they may be those of a name: of letters alone.
fn words_of_name(text: &str) -> Option<Vec<&str>> {
    // What stands behind a name in brackets is taken off later.
    let text = text.split(['(', '[']).next().unwrap_or_default();
    let words: Vec<&str> = text.split([' ', ',']).filter(|word| !word.is_empty()).collect();
    let is_of_name = |word: &&str| {
        word.chars()
            .all(|c| c.is_alphabetic() || super::is_apostrophe(c) || matches!(c, '.' | '-' | '\u{300}'..='\u{36f}'))
            && word.chars().any(char::is_alphabetic)
    };
    ((1..=7).contains(&words.len()) && words.iter().all(is_of_name)).then_some(words)
}

/// Whether a text looks like the name of a person: it has a common given name, or is of several words with capitals of which none is that
/// of a post.
fn looks_like_name(text: &str) -> bool {
    let Some(words) = words_of_name(text) else { return false };
    let keys: Vec<String> = words.iter().map(|word| key(word)).collect();
    let is_capital = |word: &&str| word.starts_with(char::is_uppercase) || is_particle(word);
    let has_given = keys.iter().any(|word| is_given(word));
    words.len() > 1 && (has_given || words.iter().all(is_capital) && !keys.iter().any(|word| is_of_post(word)))
}

/// Whether a text is surely the name of a person, and nothing that is counted: it has a common name, and is none of a post.
fn is_surely_name(text: &str) -> bool {
    let keys: Vec<String> = words_of_name(text).unwrap_or_default().iter().map(|word| key(word)).collect();
    let is_named = keys.iter().any(|word| is_given(word)) || keys.first().is_some_and(|word| is_common(word));
    keys.len() > 1 && is_named && !is_of_post(&keys[0])
}

fn is_given_or_common(text: &str) -> bool {
    words_of_name(text).unwrap_or_default().iter().any(|word| is_common(&key(word)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(&str, Option<&str>)> {
        number_in(text).map(|found| (found.name, found.number))
    }

    #[test]
    fn numbers_are_taken_off_names() {
        for (text, number) in [
            ("1021 - Rossi Mario", "1021"),
            ("1021 Rossi Mario", "1021"),
            ("[1021] Rossi Mario", "1021"),
            ("(1021) ROSSI MARIO", "1021"),
            ("001021-Rossi Mario", "001021"),
            ("matr. 12 Rossi Mario", "12"),
            ("D001 – Rossi Mario", "D001"),
            ("2025 Rossi Mario", "2025"),
            ("Rossi Mario – 1021", "1021"),
            ("Rossi Mario (1021)", "1021"),
            ("Rossi Mario [D001]", "D001"),
            ("Rossi Mario matr. 1021", "1021"),
            ("Rossi Mario, matr. n. 12", "12"),
            ("Rossi Mario (matr. n° 12)", "12"),
            ("Rossi Mario - n. 1021", "1021"),
            ("Rossi Mario 1021", "1021"),
            ("Rossi Mario #12", "12"),
            ("Mario Rossi (Staff ID 12)", "12"),
            ("Rossi Mario (RSSMRA70A01H501U)", "RSSMRA70A01H501U"),
            ("Kovács Ödön - 1021", "1021"),
        ] {
            let found = number_in(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!(found.number, Some(number), "{text}");
            assert!(key(found.name).split(' ').count() == 2, "{text}: {}", found.name);
        }
        for text in ["3. Rossi Mario", "3) Bianchi Wojciech", "12 Rossi Mario"] {
            assert!(matches!(read(text), Some((_, None))), "{text}: it may count the rows");
        }
    }

    #[test]
    fn what_is_counted_is_no_number() {
        for text in [
            "2 istruttori",
            "n. 2 Istruttori Amministrativi",
            "2 Istruttori Tecnici",
            "3 Cantonieri Specializzati",
            "1 funzionario",
            "120 Agenti",
            "Rossi Mario (1970)",
            "Rossi Mario - 1985",
            "Rossi Mario 100",
            "Rossi Mario (3)",
            "Rossi Mario - 36 ore",
            "8ianchi Ada 2",
            "R0ssi Ada",
            "Rossi Ada",
            "1021",
            "matr. 1021",
        ] {
            assert_eq!(number_in(text), None, "{text}");
        }
    }
}
