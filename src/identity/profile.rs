//! What somebody is by contract: the area or category, and the field of the work. A project's roles and posts, which anybody may have, are
//! none.

use super::key;
use super::posts::is_category;

/// A professional profile, as far as a text says it: *Istruttore*, *Funzionario tecnico*, *cat. C*, *D3*.
///
/// Everybody has one at a time, whatever the project: two that differ under one name are an error in one of the rows, or two people.
///
/// ```
/// use cento::identity::Profile;
///
/// let of = |written| Profile::of(written, false);
/// assert!(of("Istruttore").unwrap().differs_from(of("Funzionario").unwrap()));
/// assert!(!of("Funzionario").unwrap().differs_from(of("cat. D3").unwrap()));
/// assert!(of("Responsabile").is_none(), "a role that anybody may have");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Profile {
    /// The areas that it may be of, one bit for each.
    areas: u8,
    /// The fields that it names, likewise; none if it names none.
    fields: u8,
}

/// The areas of the contract of local bodies, by the letters that they had, and the directors.
const A: u8 = 1;
const B: u8 = 2;
const C: u8 = 4;
const D: u8 = 8;
const DIRECTOR: u8 = 16;

const TECHNICAL: u8 = 1;
const ADMINISTRATIVE: u8 = 2;
const POLICE: u8 = 4;
const SOCIAL: u8 = 8;

impl Profile {
    /// What a text says of it; none if it says nothing. A letter alone is a category only where the column is one of them.
    pub fn of(written: &str, letters_are_categories: bool) -> Option<Self> {
        let plain = key(written);
        let words: Vec<&str> = plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        let areas = areas_of(&words) | category_of(&words, letters_are_categories);
        let fields = words.iter().map(|word| field_of(word)).fold(0, |all, own| all | own);
        (areas != 0).then_some(Self { areas, fields })
    }

    /// Whether nobody is both at a time: no area is that of both, or they are of different fields.
    pub fn differs_from(self, other: Self) -> bool {
        let are_apart = |one: u8, other: u8| one != 0 && other != 0 && one & other == 0;
        are_apart(self.areas, other.areas) || are_apart(self.fields, other.fields)
    }

    /// What two texts about one row say of it.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self { areas: self.areas | other.areas, fields: self.fields | other.fields }
    }
}

/// Whether a heading is that of profiles or categories, so that a letter alone is one.
pub fn heads_profiles(header: &str) -> bool {
    let plain = key(header);
    ["cat", "inquadr", "qualif", "area", "profil"].iter().any(|begin| plain.starts_with(begin))
}

/// The areas whose profiles are named.
fn areas_of(words: &[&str]) -> u8 {
    let has = |begin: &str| words.iter().any(|word| word.starts_with(begin));
    let area = |word: &&str| match *word {
        // Those who direct were called *istruttori direttivi*, and are so in short.
        "istruttore" | "istruttori" | "istruttrice" | "istruttrici" | "istr" if has("dir") => C | D,
        "istruttore" | "istruttori" | "istruttrice" | "istruttrici" | "istr" => C,
        "funz" => D,
        "specialista" | "specialisti" => C | D,
        "agente" | "agenti" | "vigile" | "vigili" if !has("contabil") => C,
        "assistente" | "assistenti" if has("social") => D,
        "operatore" | "operatori" | "operatrice" if has("espert") => A | B,
        _ if word.starts_with("funzionari") => D,
        _ if word.starts_with("dirigent") => DIRECTOR,
        _ if ["operai", "esecutor", "autist"].iter().any(|begin| word.starts_with(begin)) => A | B,
        _ if ["educator", "educatric", "insegnant"].iter().any(|begin| word.starts_with(begin)) => C | D,
        _ => 0,
    };
    words.iter().map(area).fold(0, |all, own| all | own)
}

/// The area of a category: *D3*, *cat. C*, *C1 Istruttore*.
fn category_of(words: &[&str], letters_are_categories: bool) -> u8 {
    let of_letter = |word: &str| match word.as_bytes().first() {
        Some(b'a') => A,
        Some(b'b') => B,
        Some(b'c') => C,
        Some(b'd') => D,
        _ => 0,
    };
    let is_letter = |word: &str| matches!(word, "a" | "b" | "c" | "d");
    let is_said = matches!(words, ["cat" | "categoria" | "categ", ..]) || areas_of(words) != 0;
    let are_alone = words.iter().all(|word| is_category(word) || (letters_are_categories && is_letter(word)));
    let after_word = |at: usize| at > 0 && matches!(words[at - 1], "cat" | "categoria" | "categ");
    let own = words.iter().enumerate().filter(|(at, word)| {
        (is_category(word) && (is_said || are_alone)) || (is_letter(word) && (after_word(*at) || are_alone))
    });
    own.map(|(_, word)| of_letter(word)).fold(0, |all, own| all | own)
}

fn field_of(word: &str) -> u8 {
    const FIELDS: [(&str, u8); 13] = [
        ("tecnic", TECHNICAL),
        ("geometr", TECHNICAL),
        ("amministrativ", ADMINISTRATIVE),
        ("contabil", ADMINISTRATIVE),
        ("finanziar", ADMINISTRATIVE),
        ("vigilanz", POLICE),
        ("polizia", POLICE),
        ("agent", POLICE),
        ("vigil", POLICE),
        ("social", SOCIAL),
        ("socio", SOCIAL),
        ("assistenzial", SOCIAL),
        ("educat", SOCIAL),
    ];
    FIELDS.iter().find(|(begin, _)| word.starts_with(begin)).map_or(0, |(_, field)| *field)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(written: &str) -> Option<Profile> {
        Profile::of(written, false)
    }

    #[test]
    fn profiles_of_one_person_are_told_from_those_of_two() {
        for (one, other) in [
            ("Istruttore", "Funzionario"),
            ("Istruttrice amm.va", "Funzionaria"),
            ("Istruttore amministrativo", "Istruttore tecnico"),
            ("Agente di P.L.", "Istruttore amministrativo contabile"),
            ("Operaio", "Assistente sociale"),
            ("Dirigente", "Istruttore"),
            ("cat. C", "Cat. D3"),
            ("C1", "D3"),
            ("Area degli Istruttori", "Area dei Funzionari e dell'EQ"),
            ("Operaio specializzato", "Agente"),
            ("B3", "Istruttore"),
        ] {
            assert!(of(one).unwrap().differs_from(of(other).unwrap()), "{one} {other}");
        }
        for (one, other) in [
            ("Istruttore", "Istruttore amministrativo"),
            ("Istruttore", "Istruttore direttivo"),
            ("Istruttore direttivo", "Funzionario"),
            ("Istr. direttivo D1", "Funzionario tecnico"),
            ("D1", "D3"),
            ("Istruttore", "C4"),
            ("Funzionario", "Assistente sociale"),
            ("Istruttore amministrativo", "Istruttore contabile"),
            ("Agente", "Istruttore di vigilanza"),
            ("Istruttore", "Agente di polizia locale"),
        ] {
            assert!(!of(one).unwrap().differs_from(of(other).unwrap()), "{one} {other}");
        }
    }

    #[test]
    fn roles_of_projects_and_posts_are_no_profiles() {
        for other in [
            "Responsabile",
            "Collaboratore",
            "Referente",
            "RUP",
            "EQ",
            "P.O.",
            "Elevata Qualificazione",
            "Coordinatore",
            "Responsabile dell'istruttoria",
            "Agente contabile",
            "Operatore",
            "Dipendente",
            "Segretario generale",
            "Supporto amministrativo",
            "Area Tecnica",
            "C",
            "part-time",
            "",
        ] {
            assert_eq!(of(other), None, "{other}");
        }
        assert!(Profile::of("C", true).unwrap().differs_from(Profile::of("D", true).unwrap()));
    }
}
