//! Names: when two spellings are one person, how a name is shown, and which subject is no person.

mod alike;
mod beginnings;
mod lexicon;
mod neighbours;
mod nobody;
mod number;
mod number_beside;
mod organisation;
mod posts;
mod profile;
mod remark;
mod several;
mod suspect;
mod vacancy;
mod written;

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::model::{Subject, SubjectKind};
pub use alike::{Likeness, Shape, Slip, may_be_slip, skeleton, suffixed, without_suffix};
pub use beginnings::Beginnings;
pub use lexicon::{is_common, is_given};
pub use neighbours::Neighbours;
pub use nobody::is_nothing;
pub use number::{is_tax_code, number_key, numbers_of};
pub use organisation::names_part_of_house;
pub use profile::{Profile, heads_profiles};
pub use several::{each_names_one, may_name_several, names_several, parted};
pub use suspect::{likely_reading, may_be_read_as};
pub use vacancy::{is_vacancy, posts};
pub use written::{bare, has_title, is_superscript, number_beside, person_key, remarks};

/// What all spellings of one name have in common.
///
/// Case, accents, apostrophes and the width of spaces make no difference; anything else does.
///
/// ```
/// use cento::identity::key;
///
/// assert_eq!(key("GANDELLINI  STEFANO"), key("Gandellini Stefano"));
/// assert_eq!(key("D’Angelò Nicolo'"), key("D' Angelo NICOLÒ"));
/// assert_ne!(key("Verzelli Simona"), key("Verzelloni Simona"));
/// ```
pub fn key(name: &str) -> String {
    let is_plain = |byte: u8| byte.is_ascii_alphabetic() || byte == b' ';
    let has_spaces = || name.as_bytes().windows(2).any(|two| two == b"  ");
    if name.bytes().all(is_plain) && !name.starts_with(' ') && !name.ends_with(' ') && !has_spaces() {
        return name.to_ascii_lowercase();
    }
    let mut key = String::with_capacity(name.len());
    let plain: Cow<'_, str> = if name.is_ascii() {
        Cow::Borrowed(name)
    } else {
        // Apostrophes first: one of them would come apart into a space and an accent.
        let plain = name.chars().map(|c| if is_apostrophe(c) { '\'' } else { c });
        Cow::Owned(plain.nfkd().filter(|&c| !is_combining_mark(c)).collect())
    };
    let mut after_elision = false;
    for c in plain.chars() {
        if is_apostrophe(c) {
            // `D' Angelo` is `D'Angelo`, but the apostrophe of `Nicolo' Mario` is an accent.
            after_elision = key.ends_with(|last: char| last.is_alphabetic() && !is_vowel(last));
        } else if c.is_whitespace() {
            if !after_elision && !key.is_empty() && !key.ends_with(' ') {
                key.push(' ');
            }
        } else {
            after_elision = false;
            c.to_lowercase().for_each(|c| push_plain(&mut key, c));
        }
    }
    key.truncate(key.trim_end().len());
    key
}

/// Adds a small letter; one that has a stroke, or is two in one, as it is written without.
fn push_plain(key: &mut String, c: char) {
    match c {
        'ł' => key.push('l'),
        'ø' => key.push('o'),
        'đ' | 'ð' => key.push('d'),
        'ı' => key.push('i'),
        'ħ' => key.push('h'),
        'ß' => key.push_str("ss"),
        'æ' => key.push_str("ae"),
        'œ' => key.push_str("oe"),
        'þ' => key.push_str("th"),
        // As it is written at the end of a word; capitals have but one.
        'ς' => key.push('σ'),
        c => key.push(c),
    }
}

/// How a name is shown: as written, but for words all in capitals, and for a name all in small
/// letters.
///
/// ```
/// use cento::identity::shown;
///
/// assert_eq!(shown("GANDELLINI STEFANO"), "Gandellini Stefano");
/// assert_eq!(shown("ROSSI Anna"), "Rossi Anna");
/// assert_eq!(shown("D'ANGELO-ROSSI NICOLO'"), "D'Angelo-Rossi Nicolo'");
/// assert_eq!(shown("De Silva Antonella"), "De Silva Antonella");
/// ```
pub fn shown(name: &str) -> String {
    // Most names have a capital, and no word that is all in capitals.
    let has_small = |word: &str| word.bytes().any(|byte| byte.is_ascii_lowercase());
    if name.starts_with(|c: char| c.is_ascii_uppercase()) && name.split(' ').all(has_small) {
        return name.to_owned();
    }
    let is_small = !name.chars().any(char::is_uppercase);
    let shouts = |word: &str| !word.chars().any(char::is_lowercase);
    let words = name.split(' ').map(|word| if is_small || shouts(word) { titled(word) } else { word.to_owned() });
    words.collect::<Vec<_>>().join(" ")
}

/// A word with a capital at its beginning, and after an apostrophe or a hyphen.
fn titled(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    let mut inside = false;
    for c in word.chars() {
        if !c.is_alphanumeric() && !is_combining_mark(c) {
            inside = false;
            out.push(c);
        } else if inside {
            out.extend(c.to_lowercase());
        } else {
            inside = true;
            out.push(capital(c));
        }
    }
    out
}

/// The capital of a letter; of what is no single letter then, itself: names are shown as what they are.
fn capital(c: char) -> char {
    let mut capital = c.to_uppercase();
    match (capital.next(), capital.next()) {
        (Some(one), None) if !is_combining_mark(c) => one,
        _ => c,
    }
}

/// Whether a name is written all in capitals or all in small letters.
pub fn is_one_case(name: &str) -> bool {
    !name.chars().any(char::is_lowercase) || !name.chars().any(char::is_uppercase)
}

/// Whether a name, of which `key` is the [`key`], means several people, as `TUTTI GLI OPERATORI`
/// does, or a part of the house, as `AREA TECNICA`.
pub fn is_collective(key: &str) -> bool {
    const ALL: [&str; 4] = ["tutti", "tutte", "tutto", "tutta"];
    const ARTICLES: [&str; 6] = ["gli", "i", "le", "il", "la", "lo"];
    const GROUPS: [&str; 13] = [
        "operatori",
        "operatrici",
        "dipendenti",
        "personale",
        "addetti",
        "addette",
        "agenti",
        "collaboratori",
        "ufficio",
        "uffici",
        "servizio",
        "settore",
        "squadra",
    ];
    /// Those of a trade, by which families are called, too.
    const TRADES: [&str; 21] = [
        "istruttori",
        "istruttrici",
        "funzionari",
        "funzionarie",
        "dirigenti",
        "vigili",
        "operai",
        "operaie",
        "educatori",
        "educatrici",
        "insegnanti",
        "tecnici",
        "amministrativi",
        "assistenti",
        "autisti",
        "esecutori",
        "ausiliari",
        "bibliotecari",
        "stagisti",
        "tirocinanti",
        "consulenti",
    ];
    let is_of_trade = || {
        let words = || key.split([' ', ',']);
        words().any(|word| TRADES.contains(&word)) && !words().any(is_given)
    };
    let mut before = "";
    let names_all = |word| {
        let all = ALL.contains(&before) && ARTICLES.contains(&word);
        before = word;
        all || GROUPS.contains(&word)
    };
    organisation::begins_organisation(key) || key.split(' ').any(names_all) || is_of_trade()
}

/// Whether a word, as it is written, is one of those that stand in names without a capital: *de*, *della*.
pub fn is_particle(word: &str) -> bool {
    matches!(
        word,
        "di" | "de" | "da" | "del" | "della" | "dello" | "dei" | "degli" | "dal" | "d'" | "van" | "von" | "la" | "lo"
    )
}

/// What kind of subject a name with this [`key`] is.
pub fn kind_of(key: &str) -> SubjectKind {
    match () {
        () if is_vacancy(key) => SubjectKind::Vacancy,
        () if is_collective(key) => SubjectKind::Collective,
        () => SubjectKind::Person,
    }
}

/// Whether a name with this key is meant by what somebody asks for: it has all the words of it, in
/// any order; a personnel number that stands behind it in brackets is asked for without them, too.
pub fn matches(key: &str, asked: &str) -> bool {
    let asked = self::key(asked);
    let number = |word: &str| word.strip_prefix('(').and_then(|word| word.strip_suffix(')')).map(str::to_owned);
    let has = |word: &str| key.split(' ').any(|own| own == word || number(own).is_some_and(|own| own == word));
    !asked.is_empty() && asked.split(' ').all(has)
}

/// Whether a key has all the words of another, in any order.
pub fn has_all_words(key: &str, asked: &str) -> bool {
    !asked.is_empty() && asked.split(' ').all(|word| key.split(' ').any(|own| own == word))
}

/// The keys by which a subject can be found: that of the name, then those of the spellings that differ, and the name with the personnel
/// number behind it.
pub fn keys(subject: &Subject<'_>) -> Vec<String> {
    let mut keys = vec![subject.key.clone()];
    for written in &subject.as_written {
        let own = key(written);
        if !keys.contains(&own) {
            keys.push(own);
        }
    }
    if let Some(number) = &subject.number {
        let written = key(number);
        let name = subject.key.strip_suffix(&format!(" ({written})")).unwrap_or(&subject.key);
        let numbers = [Some(written.clone()), number_key(number)].into_iter().flatten();
        let labelled: Vec<String> = numbers.map(|number| format!("{name} ({number})")).collect();
        keys.extend(labelled.into_iter().filter(|own| *own != subject.key));
    }
    keys
}

/// Whether two names with these [`keys`](key) may well be one person's, where something else than the spelling says that they are:
/// a slip makes the one of the other, or one is the other's surname.
pub fn may_be_one(one: &str, other: &str) -> bool {
    let (own, others) = (Shape::of(one), Shape::of(other));
    one == other
        || own.likeness(&others, |_, _| false).is_some()
        || own.is_surname_of(&others)
        || others.is_surname_of(&own)
}

/// Whether names with these [`keys`](key) may well be those of one person: to the fullest of them each other one is.
///
/// `Rossi M.` may be `Rossi Mario` and `Rossi Maria`, but not both of them.
pub fn may_all_be_one(keys: &[&str]) -> bool {
    /// No person has more spellings.
    const MOST: usize = 16;
    let words = |key: &str| Shape::of(key).words().len();
    let has_initial = |key: &str| Shape::of(key).words().iter().any(|word| word.chars().count() == 1);
    let most = keys.iter().map(|key| words(key)).max().unwrap_or_default();
    let is_full = |key: &&&str| words(key) == most && !has_initial(key);
    let fits = |one: &&str| keys.iter().all(|other| may_be_one(one, other));
    keys.len() <= MOST && (keys.iter().filter(is_full).any(fits) || keys.iter().all(fits))
}

/// The words of a key in alphabetical order, so that the order of names makes no difference.
pub fn sorted_words(key: &str) -> Vec<String> {
    let mut words: Vec<String> = key.split(' ').map(str::to_owned).collect();
    words.sort_unstable();
    words
}

pub(crate) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ' | '`' | '´' | '′')
}

fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_name_share_a_key() {
        for (one, other) in [
            ("SANI ALEX", "Sani Alex"),
            ("Nicolò Mario", "NICOLO' MARIO"),
            ("Nicolò Mario", "Nicolo\u{300} Mario"),
            ("D'Angelo Ugo", "D´ Angelo  Ugo"),
            ("Dell’Orto Ada", "DELL' ORTO ADA"),
            ("Stănescu Ion", "STANESCU ION"),
            ("Łukasz Sørensen", "LUKASZ SORENSEN"),
            ("Großmann Anna", "GROSSMANN ANNA"),
            ("Παπαδόπουλος Νίκος", "ΠΑΠΑΔΟΠΟΥΛΟΣ ΝΙΚΟΣ"),
        ] {
            assert_eq!(key(one), key(other), "{one} / {other}");
        }
    }

    #[test]
    fn what_is_shown_is_the_same_name() {
        for name in ["rossi ada", "d'angelo-rossi ugo", "ŉ a", "ᾛ a", "\u{345}a b", "ßa b", "ﬁore ada", "ϲa b"] {
            assert_eq!(key(&shown(name)), key(name), "{name} / {}", shown(name));
        }
    }

    #[test]
    fn other_differences_are_never_bridged() {
        for (one, other) in [
            ("De Luca Mario", "Deluca Mario"),
            ("Rossi Anna Maria", "Rossi Annamaria"),
            ("Nicolo' Mario", "Nicolomario"),
            ("Bondavalli Cristina", "Bondavalli Giulia"),
            ("Rossi-Bianchi Ada", "Rossi Bianchi Ada"),
        ] {
            assert_ne!(key(one), key(other), "{one} / {other}");
        }
    }

    #[test]
    fn a_name_is_asked_for_in_any_order_and_in_part() {
        let key = key("De Silva Antonella");
        for asked in ["de silva antonella", "Antonella De Silva", "silva", "ANTONELLA"] {
            assert!(matches(&key, asked), "{asked}");
        }
        for asked in ["", "De Silva Anna", "Sil"] {
            assert!(!matches(&key, asked), "{asked}");
        }
    }

    #[test]
    fn names_are_one_if_the_fullest_of_them_may_be_all() {
        for names in [
            &["rossi mario", "rossi m.", "mario rossi", "rosi mario", "rossi"][..],
            &["rossi anna maria", "rossi anna"],
            &["verdi u.", "u. verdi"],
            &["de luca ada", "deluca ada"],
        ] {
            assert!(may_all_be_one(names), "{names:?}");
        }
        for names in [
            &["rossi mario", "rossi m.", "rossi maria"][..],
            &["rossi anna maria", "rossi anna", "rossi anna rita"],
            &["rossi mario", "bianchi ada"],
            &["rossi anna", "bianchi anna"],
        ] {
            assert!(!may_all_be_one(names), "{names:?}");
        }
    }

    #[test]
    fn collectives_are_told_from_people() {
        for name in [
            "TUTTI GLI OPERATORI",
            "Tutto il personale",
            "Agenti di P.L.",
            "Ufficio Stampa",
            "AREA TECNICA",
            "U.O. Tributi",
            "Istruttori",
            "FUNZIONARI TECNICI",
            "Assistenti sociali",
        ] {
            assert!(is_collective(&key(name)), "{name}");
        }
        for name in [
            "Istruttore Ada",
            "Tecnici Ugo",
            "Vigili, Ada",
            "Tutti Mario",
            "Poma Stefano",
            "De Silva Antonella",
            "Lo Russo Ada",
        ] {
            assert!(!is_collective(&key(name)), "{name}");
        }
    }
}
