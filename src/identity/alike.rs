//! Names that are probably one person's: which slip of the pen, or of a scanner, would make the one of
//! the other.

use super::lexicon::{self, is_common};

/// How one name may have come from another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Slip {
    /// The same words in another order: `Rossi Ada`, `Ada Rossi`.
    Order,
    /// The same letters with other borders between the words: `De Luca`, `Deluca`.
    Spacing,
    /// Letters that look alike: `Bernardi`, `Bemardi`.
    LookAlike,
    /// So many letters missing, doubled, swapped or wrong: `Rossi`, `Rosi`.
    Letters(usize),
    /// An initial for a name: `Rossi A.`, `Rossi Ada`.
    Initial,
    /// One name less: `Rossi Anna Maria`, `Rossi Anna`.
    MissingName,
    /// What stands behind the name in brackets or behind a dash, of which nothing is known: `Rossi Ada (Tributi)`, `Rossi Ada`.
    Suffix,
}

/// A key without what stands behind the name in brackets or behind a dash; none if nothing does.
///
/// ```
/// use cento::identity::without_suffix;
///
/// assert_eq!(without_suffix("rossi ada (tributi)"), Some("rossi ada"));
/// assert_eq!(without_suffix("rossi-bianchi ada"), None);
/// ```
pub fn without_suffix(key: &str) -> Option<&str> {
    if key.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b' ') {
        return None;
    }
    let begins = [" (", " [", " - ", " – ", " — "].iter().filter_map(|sign| key.find(sign)).min();
    begins.map(|at| &key[..at]).filter(|name| !name.is_empty())
}

/// How two names are alike, given by their keys, that are the same but for what stands behind them; none if they are not, or if figures tell
/// them apart: years of birth, numbers.
pub fn suffixed(one: &str, other: &str) -> Option<Likeness> {
    let (own, others) = (without_suffix(one), without_suffix(other));
    let is_figure = |key: &str, name: Option<&str>| {
        let rest = name.map_or("", |name| &key[name.len()..]);
        rest.bytes().any(|byte| byte.is_ascii_digit()) && !rest.bytes().any(|byte| byte.is_ascii_alphabetic())
    };
    let are_figures = is_figure(one, own) && is_figure(other, others);
    let is_same = own.unwrap_or(one) == others.unwrap_or(other) && one != other;
    (is_same && !are_figures).then_some(Likeness { slip: Slip::Suffix, by_itself: true })
}

/// How alike two names are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Likeness {
    /// What would make the one of the other.
    pub slip: Slip,
    /// Whether the spelling alone makes it probable. Otherwise there are names that differ by no more, and
    /// something else must speak for it.
    pub by_itself: bool,
}

/// A name made ready to be compared with many others.
#[derive(Debug, Clone)]
pub struct Shape<'a> {
    words: Vec<&'a str>,
    /// Which letters the name has; those that look alike are one.
    mask: u32,
    letters: usize,
    has_initial: bool,
}

impl<'a> Shape<'a> {
    /// The shape of the name with this [`key`](super::key).
    pub fn of(key: &'a str) -> Self {
        let words = key.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        let words: Vec<&str> = words.collect();
        Self {
            mask: key.bytes().fold(0, |mask, byte| mask | BITS[usize::from(byte)]),
            letters: words.iter().map(|word| word.len()).sum(),
            has_initial: words.iter().any(|word| word.chars().count() == 1),
            words,
        }
    }

    /// The words of the name.
    pub fn words(&self) -> &[&'a str] {
        &self.words
    }

    /// Whether this is one word, and the surname of the other: that stands first or last.
    #[inline]
    pub fn is_surname_of(&self, other: &Shape<'_>) -> bool {
        let [surname] = self.words[..] else { return false };
        surname.len() > 2
            && other.words.len() > 1
            && (other.words.first() == Some(&surname) || other.words.last() == Some(&surname))
            && !lexicon::is_given(surname)
    }

    /// Whether two names may be alike at all: a few machine instructions that spare nearly every pair
    /// of thousands of names the comparison.
    #[inline]
    pub fn may_be_like(&self, other: &Shape<'_>) -> bool {
        /// Two letters wrong change four at most; one more for letters that look like two.
        const MOST: u32 = 5;
        let (own, others) = (self.words.len(), other.words.len());
        let differ = self.mask ^ other.mask;
        let letters = self.letters.abs_diff(other.letters);
        self.has_initial
            || other.has_initial
            || (letters <= 3 && differ.count_ones() <= MOST)
            || (own + 1 == others && self.mask & differ == 0)
            || (others + 1 == own && other.mask & differ == 0)
    }

    /// How alike another name is; none if it is the same to the letter, or probably another person's.
    ///
    /// `are_two` says of two words whether others bear the one and the other, too: then they are two names,
    /// however alike.
    pub fn likeness(&self, other: &Shape<'_>, are_two: impl Fn(&str, &str) -> bool) -> Option<Likeness> {
        if self.words.len() < 2 || other.words.len() < 2 || !self.may_be_like(other) || !self.shares_a_word(other) {
            return None;
        }
        let by_itself = |slip| Some(Likeness { slip, by_itself: true });
        let (mut own, mut others) = self.without_common(other);
        let common = self.words.len() - own.len();
        if own.is_empty() && others.is_empty() {
            return by_itself(if self.words == other.words { Slip::Spacing } else { Slip::Order });
        }
        let is_short = self.words.len().max(other.words.len()) <= MOST_WORDS;
        if (is_short && own.concat() == others.concat()) || self.words.concat() == other.words.concat() {
            return by_itself(Slip::Spacing);
        }
        if common >= 1 && (are_initials(&own, &others) || are_initials(&others, &own)) {
            return by_itself(Slip::Initial);
        }
        let are_two = |a: &str, b: &str| lexicon::are_two(a, b) || are_two(a, b);
        // Letters that look alike have one bit.
        if own.len() == others.len() && self.mask == other.mask {
            own.sort_by_key(|word| skeleton(word));
            others.sort_by_key(|word| skeleton(word));
            let mut pairs = own.iter().zip(&others);
            if pairs.all(|(a, b)| skeleton(a) == skeleton(b) && !are_two(a, b)) {
                return by_itself(Slip::LookAlike);
            }
        }
        match (&own[..], &others[..]) {
            ([_], []) | ([], [_]) if common >= 2 => by_itself(Slip::MissingName),
            // Particles have no life of their own: `Del Bue`, `De Bue`.
            ([a], [b]) if common >= 2 && a.len().max(b.len()) <= 3 && has_lost_letter(a, b) => {
                by_itself(Slip::Letters(1))
            }
            ([a], [b]) if common >= 1 => {
                // Where all else is the same, a letter that is lost needs no long word: `Gan Luca`, `Dl Bue`.
                let is_lost = common >= 2 && has_lost_letter(a, b) && !differ_in_last_vowel(a, b);
                let alike =
                    if is_lost { by_itself(Slip::Letters(1)) } else { one_word(a, b, self.words.first() == Some(a)) };
                // `Lisa` and `Elisa` are two names; one may be the other without its initial all the same.
                let of_two = lost_initial(a, b).then_some(Likeness { slip: Slip::Letters(1), by_itself: false });
                // Asked last, since it takes longest.
                if alike != of_two && are_two(a, b) { of_two } else { alike }
            }
            _ => None,
        }
    }

    /// Whether two names have a word in common, or all letters: the least that makes them alike.
    fn shares_a_word(&self, other: &Shape<'_>) -> bool {
        self.mask == other.mask || self.words.iter().any(|word| other.words.contains(word))
    }

    /// The words of each name that the other has not.
    fn without_common<'b>(&self, other: &Shape<'b>) -> (Vec<&'a str>, Vec<&'b str>) {
        let mut others = other.words.clone();
        let mut own: Vec<&str> = Vec::new();
        for word in &self.words {
            match others.iter().position(|other| other == word) {
                Some(at) => drop(others.remove(at)),
                None => own.push(word),
            }
        }
        (own, others)
    }
}

/// The bits of every byte.
const BITS: [u32; 256] = {
    let mut all = [0; 256];
    let mut byte = 0_u8;
    // The last one is no letter's.
    while byte < u8::MAX {
        all[byte as usize] = bits(byte);
        byte += 1;
    }
    all
};

/// The bit of a letter. Letters that look alike have the same; that which looks like two has theirs.
const fn bits(byte: u8) -> u32 {
    const fn letter(letter: u8) -> u32 {
        1 << (letter - b'a')
    }
    match byte {
        b'm' => letter(b'r') | letter(b'n'),
        b'w' => letter(b'v'),
        b'i' | b'j' | b'1' | b'h' => letter(b'l'),
        b'e' => letter(b'c'),
        b'0' => letter(b'o'),
        b'5' => letter(b's'),
        b'8' => letter(b'b'),
        b'a'..=b'z' => letter(byte),
        128.. => 1 << 26,
        _ => 0,
    }
}

/// Whether some words are nothing but the initials of others; of these, the last may have none.
fn are_initials(initials: &[&str], words: &[&str]) -> bool {
    let is_initial = |(initial, word): (&&str, &&str)| word.len() > 1 && word.starts_with(*initial);
    !initials.is_empty()
        && initials.len() <= words.len()
        && initials.iter().all(|initial| initial.chars().count() == 1)
        && initials.iter().zip(words).all(is_initial)
}

/// The most words of a name of which some may stand in another order and the others be joined: no name has more.
pub(super) const MOST_WORDS: usize = 6;

/// The most letters of a word in which a slip is looked for: no word of a name has more, and every letter is a place for one.
pub(super) const LONGEST: usize = 64;

/// Whether a word of so many letters is long enough for two slips, and not longer than words of names are.
pub(super) fn is_for_two_slips(letters: usize) -> bool {
    (6..=20).contains(&letters)
}

/// How alike the one word is in which two names differ. `is_first` says that it stands where surnames do.
fn one_word(a: &str, b: &str, is_first: bool) -> Option<Likeness> {
    let [letters, others] = [a, b].map(|word| word.chars().count());
    let longer = letters.max(others);
    if letters.abs_diff(others) > 2 || longer > LONGEST {
        return None;
    }
    let letters = letters.min(others);
    let distance = strsim::osa_distance(a, b);
    // `Lea` and `Leda` are two names, but `Lca` is none.
    let is_lost_from = |whole: &str, rest: &str| rest.len() < whole.len() && is_common(whole) && !is_common(rest);
    let is_long_enough = letters >= 4
        || (letters == 3 && is_common(a) != is_common(b))
        || (letters == 2 && has_lost_letter(a, b) && (is_lost_from(a, b) || is_lost_from(b, a)));
    match distance {
        // As a rule, `Ermenegilda` and `Ermenegildo` are two.
        1 if is_long_enough && !differ_in_last_vowel(a, b) => {
            Some(Likeness { slip: Slip::Letters(1), by_itself: true })
        }
        1 if is_long_enough && is_first => Some(Likeness { slip: Slip::Letters(1), by_itself: false }),
        2 if is_for_two_slips(letters) && is_for_two_slips(longer) => {
            Some(Likeness { slip: Slip::Letters(2), by_itself: false })
        }
        _ => None,
    }
}

/// Whether one word is the other without one of its letters.
fn has_lost_letter(a: &str, b: &str) -> bool {
    let [letters, others] = [a, b].map(|word| word.chars().count());
    letters.abs_diff(others) == 1 && letters.max(others) <= LONGEST && strsim::osa_distance(a, b) == 1
}

/// Whether one word is the other without its first letter.
fn lost_initial<'w>(a: &'w str, b: &'w str) -> bool {
    let without = |word: &'w str| word.char_indices().nth(1).map(|(at, _)| &word[at..]);
    a.len().max(b.len()) <= LONGEST && (without(a) == Some(b) || without(b) == Some(a))
}

/// Whether two words are the same but for the vowel at their end, as names of women and men are.
fn differ_in_last_vowel(a: &str, b: &str) -> bool {
    let is_vowel = |c: char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u');
    let (Some(stem), Some(other)) = (a.strip_suffix(is_vowel), b.strip_suffix(is_vowel)) else { return false };
    stem == other
}

/// Whether a word may be another with a slip of the pen, or of a scanner, in it: a letter or two missing, doubled, swapped or
/// wrong, or letters that look alike.
///
/// ```
/// use cento::identity::may_be_slip;
///
/// assert!(may_be_slip("rosi", "rossi") && may_be_slip("bemardi", "bernardi"));
/// assert!(!may_be_slip("bianchi", "rossi"));
/// ```
pub fn may_be_slip(one: &str, other: &str) -> bool {
    let [letters, others] = [one, other].map(|word| word.chars().count());
    if letters.abs_diff(others) > 2 || letters.min(others) < 3 {
        return false;
    }
    let most = if letters.min(others) >= 6 { 2 } else { 1 };
    skeleton(one) == skeleton(other) || strsim::osa_distance(one, other) <= most
}

/// A word with the letters that scanners take for each other made one.
pub fn skeleton(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    for c in word.chars() {
        match c {
            'n' if out.ends_with('r') => {
                out.pop();
                out.push('m');
            }
            'v' if out.ends_with('v') => {
                out.pop();
                out.push('w');
            }
            '0' => out.push('o'),
            '1' | 'i' | 'j' | 'h' => out.push('l'),
            '5' => out.push('s'),
            '8' => out.push('b'),
            'e' => out.push('c'),
            other => out.push(other),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::identity::key;

    fn likeness(one: &str, other: &str) -> Option<(Slip, bool)> {
        let (one, other) = (key(one), key(other));
        let (one, other) = (Shape::of(&one), Shape::of(&other));
        let found = one.likeness(&other, |_, _| false);
        assert_eq!(found, other.likeness(&one, |_, _| false), "whichever comes first");
        found.map(|likeness| (likeness.slip, likeness.by_itself))
    }

    #[test]
    fn slips_are_told_by_their_kind() {
        for (one, other, slip) in [
            ("Rossi Ada", "Ada Rossi", Slip::Order),
            ("De Luca Mario", "Deluca Mario", Slip::Spacing),
            ("Rossi-Bianchi Ada", "Rossi Bianchi Ada", Slip::Spacing),
            ("Rossi Annamaria", "Rossi Anna Maria", Slip::Spacing),
            ("Bernardi Carmine", "Bemardi Carmine", Slip::LookAlike),
            ("Filippi Ugo", "FiIippi Ugo", Slip::LookAlike),
            ("Rossi Ada", "R0ssi Ada", Slip::LookAlike),
            ("Ferretti Ugo", "Fcrrctti Ugo", Slip::LookAlike),
            ("Rossi Ada", "Rosi Ada", Slip::Letters(1)),
            ("Malaguzzi Giorgia", "Malagzuzi Giorgia", Slip::Letters(1)),
            ("Malaguzzi Giorgia", "Malaguzzi Giorga", Slip::Letters(1)),
            ("Rossi A.", "Rossi Ada", Slip::Initial),
            ("Rossi M. G.", "Rossi Maria Grazia", Slip::Initial),
            ("Rossi M.", "Rossi Maria Grazia", Slip::Initial),
            ("Quattrocchi Lca", "Quattrocchi Luca", Slip::Letters(1)),
            ("Ferrari Giorgi", "Ferrari Giorgia", Slip::Letters(1)),
            ("Rossi Anna M.", "Rossi Anna Maria", Slip::Initial),
            ("Rossi Anna Maria", "Rossi Anna", Slip::MissingName),
            ("De Silva Antonella", "Silva Antonella", Slip::MissingName),
            ("Rossi Gian Luca", "Rossi Gan Luca", Slip::Letters(1)),
            ("Del Bue Ada", "Dl Bue Ada", Slip::Letters(1)),
            ("Del Rio Ada", "De Rio Ada", Slip::Letters(1)),
            ("Rossi Ada", "Rossi Da", Slip::Letters(1)),
            ("El Amrani Ada", "Eh Amrani Ada", Slip::LookAlike),
        ] {
            assert_eq!(likeness(one, other), Some((slip, true)), "{one} / {other}");
        }
    }

    #[test]
    fn some_likenesses_need_more_than_the_spelling() {
        assert_eq!(likeness("Verzelloni Simona", "Verzelli Simona"), Some((Slip::Letters(2), false)));
        assert_eq!(likeness("Zambelli Ada", "Zambella Ada"), Some((Slip::Letters(1), false)));
        assert_eq!(likeness("Rossi Elisa", "Rossi Lisa"), Some((Slip::Letters(1), false)));
    }

    #[test]
    fn other_people_are_other_people() {
        for (one, other) in [
            ("Bondavalli Cristina", "Bondavalli Giulia"),
            ("Rossi Mario", "Rossi Maria"),
            ("Rossi Laura", "Rossi Lara"),
            ("Rossi Luca", "Rossi Lucia"),
            ("Zambelli Ermenegilda", "Zambelli Ermenegildo"),
            ("Rossi Ada", "Russo Ada"),
            ("Ferrari Ugo", "Ferrara Ugo"),
            ("Rossi Lea", "Rossi Lia"),
            ("Rossi Ada", "Bianchi Ugo"),
            ("Rossi Ada", "Rossi"),
            ("Rossi B.", "Rossi Ada"),
            ("De Rosa Ada", "Di Rosa Ada"),
        ] {
            assert_eq!(likeness(one, other), None, "{one} / {other}");
        }
    }

    #[test]
    fn what_others_bear_too_is_a_name() {
        let (one, other) = (Shape::of("zanetti ada"), Shape::of("zannetti ada"));
        assert!(one.likeness(&other, |_, _| false).is_some());
        assert!(one.likeness(&other, |_, _| true).is_none());
    }
}
