//! Texts without the names of people: which of their words are names, parts of names, or slips of them.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use super::words::{Token, letters, parts, tokens, without};
use crate::identity;
use crate::source::is_lost;

/// Short words of names that stand everywhere else, too: by themselves they tell nobody.
const PARTICLES: [&str; 13] = ["ad", "al", "da", "de", "di", "du", "ed", "el", "il", "in", "la", "le", "lo"];

/// Words that stand beside names where several are written as one: `schedarossi`, `dottrossi`.
const FILLERS: [&str; 44] = [
    "allegato",
    "arch",
    "area",
    "avv",
    "bozza",
    "cdr",
    "copia",
    "da",
    "dati",
    "de",
    "del",
    "della",
    "di",
    "dirigente",
    "doc",
    "dott",
    "dottssa",
    "dr",
    "file",
    "foglio",
    "geom",
    "impegni",
    "impegno",
    "ing",
    "obiettivi",
    "obiettivo",
    "of",
    "peg",
    "per",
    "personale",
    "piani",
    "piano",
    "plan",
    "prof",
    "progetto",
    "rag",
    "report",
    "scheda",
    "schede",
    "servizio",
    "settore",
    "sheet",
    "sig",
    "ufficio",
];

/// The fewest letters of a name that is known within a longer word.
const LONG: usize = 4;

/// What kind of text a name may stand in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Manner {
    /// Sentences and titles.
    Prose,
    /// What is written in one without spaces: paths, codes, names of worksheets.
    Code,
}

/// The names that no text may show.
#[derive(Debug, Clone, Default)]
pub(super) struct Hidden {
    /// Every word that tells somebody, as its key.
    words: HashSet<String>,
    /// The particles of names, which tell somebody beside another word of the name.
    particles: HashSet<String>,
    /// The names, each the words of its key.
    names: Vec<Vec<String>>,
    /// The same, to be found again.
    known: HashSet<Vec<String>>,
    /// Which names have a word.
    by_word: HashMap<String, Vec<usize>>,
    /// How words look in which letters that look alike are one.
    looks: HashSet<String>,
    /// Words in which a single wrong letter gives nobody else's name, nor a word that is often written, by what is left of each without
    /// any one of its letters: two that differ by a letter have that in common.
    rare: HashMap<String, Vec<String>>,
    /// The names written as one word.
    glued: HashSet<String>,
    /// Those of them that are long, by how they begin.
    long: HashMap<String, Vec<String>>,
}

impl Hidden {
    /// Takes in a name, as it is written or as its key.
    pub fn add(&mut self, name: &str) {
        let of_key = identity::key(name);
        let words: Vec<String> = of_key.split(' ').map(letters).filter(|word| !word.is_empty()).collect();
        let is_telling = |word: &String| word.chars().count() > 1 && !PARTICLES.contains(&&**word);
        // A name that is nothing but particles is told by them.
        let tells_nobody = !words.iter().any(is_telling);
        for word in words.iter().cloned().chain(parts(name).map(|part| letters(&identity::key(part)))) {
            if is_telling(&word) || (tells_nobody && word.chars().count() > 1) {
                self.add_word(word);
            } else if !word.is_empty() {
                self.particles.insert(word);
            }
        }
        if !self.known.insert(words.clone()) {
            return;
        }
        for word in &words {
            self.by_word.entry(word.clone()).or_default().push(self.names.len());
        }
        if words.len() > 1 {
            let mut reversed = words.clone();
            reversed.reverse();
            let mut moved = words.clone();
            moved.rotate_left(1);
            for whole in [words.concat(), reversed.concat(), moved.concat()] {
                if let Some(beginning) = beginning(&whole).filter(|_| !self.glued.contains(&whole)) {
                    self.long.entry(beginning.to_owned()).or_default().push(whole.clone());
                }
                self.glued.insert(whole);
            }
        }
        self.names.push(words);
    }

    /// Whether nobody is known.
    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    fn add_word(&mut self, word: String) {
        let length = word.chars().count();
        if length >= LONG {
            self.looks.insert(identity::skeleton(&word));
        }
        if length > LONG && !identity::is_given(&word) && !self.words.contains(&word) {
            for key in near_keys(&word) {
                self.rare.entry(key).or_default().push(word.clone());
            }
        }
        self.words.insert(word);
    }

    /// A text without names; none if it cannot be cleared of them word by word.
    pub fn cleared<'a>(&self, text: &'a str, manner: Manner) -> Option<Cow<'a, str>> {
        if self.is_empty() {
            return Some(Cow::Borrowed(text));
        }
        let mut tokens = tokens(text);
        for token in &mut tokens {
            token.is_hidden = self.tells(token, manner);
        }
        self.hide_torn(&mut tokens);
        self.hide_beside(text, &mut tokens);
        let cleared = without(text, tokens.iter().filter(|token| token.is_hidden).map(|token| token.range.clone()));
        (!self.holds_a_name(&cleared)).then_some(cleared)
    }

    /// Whether a word tells somebody.
    fn tells(&self, token: &Token<'_>, manner: Manner) -> bool {
        let is_known = |word: &String| self.words.contains(word);
        is_known(&token.word)
            || is_known(&token.letters)
            || token.parts.iter().any(is_known)
            || [&token.letters, &token.word].into_iter().chain(&token.parts).any(|word| self.is_glued(word))
            || (manner == Manner::Code && self.is_within(&token.letters))
            || self.is_slip(token)
            || self.is_backwards(&token.word)
            || identity::is_tax_code(&token.word)
    }

    /// Whether a word is several of which at least one tells somebody: `rossiada`, `arossi`, `schedarossi`.
    fn is_glued(&self, word: &str) -> bool {
        self.glued.contains(word) || self.has_initials(word) || self.goes_on(word, Glue::default())
    }

    /// Whether a word goes on with words of names and others that stand beside them, up to its end.
    fn goes_on(&self, rest: &str, so_far: Glue) -> bool {
        if rest.is_empty() {
            return so_far.tells();
        }
        let ends = rest.char_indices().map(|(at, c)| at + c.len_utf8()).skip(1);
        ends.into_iter().any(|end| {
            let piece = &rest[..end];
            let longest = if self.words.contains(piece) { Some(so_far.and_word(piece)) } else { None };
            let filler = self.particles.contains(piece) || FILLERS.contains(&piece);
            let next = longest.or(filler.then(|| so_far.and_filler()));
            next.is_some_and(|next| self.goes_on(&rest[end..], next))
        })
    }

    /// Whether a word is that of a name with one or two initials of the same name before or behind it: `arossi`.
    fn has_initials(&self, word: &str) -> bool {
        let count = word.chars().count();
        (1..=2).filter(|more| count >= LONG + more).any(|more| {
            let ends = |chars: usize| word.char_indices().nth(chars).map_or(word.len(), |(at, _)| at);
            let before = (&word[..ends(more)], &word[ends(more)..]);
            let behind = (&word[ends(count - more)..], &word[..ends(count - more)]);
            [before, behind].into_iter().any(|(initials, core)| self.are_initials(initials, core))
        })
    }

    /// Whether letters are the initials of other words of a name that has this one.
    fn are_initials(&self, initials: &str, word: &str) -> bool {
        let of_name = |name: &usize| {
            let others = || self.names[*name].iter().filter(|own| *own != word);
            initials.chars().all(|initial| others().any(|own| own.starts_with(initial)))
        };
        self.words.contains(word) && self.by_word.get(word).is_some_and(|names| names.iter().any(of_name))
    }

    /// Whether a word is one that tells somebody, read backwards, as marks of direction would show it.
    fn is_backwards(&self, word: &str) -> bool {
        word.chars().count() >= LONG && self.words.contains(&word.chars().rev().collect::<String>())
    }

    /// Whether a name stands somewhere within a word.
    fn is_within(&self, word: &str) -> bool {
        let ends: Vec<usize> = word.char_indices().map(|(at, _)| at).chain([word.len()]).collect();
        let is_known = |from: usize, to: usize| self.words.contains(&word[ends[from]..ends[to]]);
        (0..ends.len()).any(|from| (from + LONG..ends.len()).any(|to| is_known(from, to)))
    }

    /// Whether a word is a misspelling of one that tells somebody: by letters that look alike or are lost, or, where that is no other
    /// word, by a single one.
    fn is_slip(&self, token: &Token<'_>) -> bool {
        let length = token.word.chars().count();
        if length < LONG {
            return false;
        }
        let may_be = |known: &String| identity::may_be_read_as(&token.word, known);
        let reads = |likely: String| self.words.contains(&letters(&identity::key(&likely)));
        self.looks.contains(&identity::skeleton(&token.word))
            || identity::likely_reading(token.written).is_some_and(reads)
            || (token.word.contains(is_lost) && self.words.iter().any(may_be))
            || (token.begins_large() && self.is_near_rare(&token.word))
    }

    /// Whether a single letter makes one of the rare words of a word.
    fn is_near_rare(&self, word: &str) -> bool {
        let near = near_keys(word).filter_map(|key| self.rare.get(&key));
        near.flatten().any(|known| is_near(word, known))
    }

    /// Hides names that are torn apart: by hyphens at the ends of lines, by spaces between their letters.
    fn hide_torn(&self, tokens: &mut [Token<'_>]) {
        const MOST: usize = 4;
        for first in 0..tokens.len() {
            let singles = tokens[first..].iter().take_while(|token| token.word.chars().count() == 1).count();
            let mut joined = String::new();
            for last in first..tokens.len().min(first + singles.max(MOST)) {
                joined.push_str(&tokens[last].letters);
                let is_name = joined.chars().count() > LONG && last > first;
                let tells = is_name && (self.words.contains(&joined) || self.glued.contains(&joined));
                if tells || (singles > 2 && last + 1 == first + singles && self.is_within(&joined)) {
                    tokens[first..=last].iter_mut().for_each(|token| token.is_hidden = true);
                }
            }
        }
    }

    /// Hides what belongs to a name beside a word of it: particles, initials, misspelt words.
    fn hide_beside(&self, text: &str, tokens: &mut [Token<'_>]) {
        let mut at = 0;
        while at < tokens.len() {
            let beside = [at.checked_sub(1), Some(at + 1).filter(|&next| next < tokens.len())];
            let belongs = !tokens[at].is_hidden
                && beside.into_iter().flatten().any(|other| {
                    let gap = tokens[at.min(other)].range.end..tokens[at.max(other)].range.start;
                    tokens[other].is_hidden && is_narrow(&text[gap]) && self.belongs(&tokens[at], &tokens[other])
                });
            tokens[at].is_hidden |= belongs;
            // What is hidden now may tell of the word before.
            at = if belongs { at.saturating_sub(1) } else { at + 1 };
        }
    }

    /// Whether a word belongs to the name of which its neighbour is a part.
    fn belongs(&self, token: &Token<'_>, neighbour: &Token<'_>) -> bool {
        if self.particles.contains(&token.word) {
            return true;
        }
        let of_neighbour = [&neighbour.word, &neighbour.letters].into_iter().chain(&neighbour.parts);
        let names = of_neighbour.filter_map(|word| self.by_word.get(word)).flatten();
        let is_initial = token.letters.chars().count() == 1 && token.begins_large();
        let mut others = names.flat_map(|&name| &self.names[name]);
        others.any(
            |own| {
                if is_initial { own.starts_with(&*token.letters) } else { identity::may_be_slip(&token.word, own) }
            },
        )
    }

    /// Whether a whole name stands in a text all the same, whatever signs are between its letters, forwards or backwards.
    fn holds_a_name(&self, text: &str) -> bool {
        let plain = letters(&identity::key(text));
        let backwards: String = plain.chars().rev().collect();
        let begins = |text: &str| {
            let names = beginning(text).and_then(|beginning| self.long.get(beginning));
            names.into_iter().flatten().any(|name| text.starts_with(name.as_str()))
        };
        [plain, backwards].iter().any(|text| text.char_indices().any(|(at, _)| begins(&text[at..])))
    }
}

/// What was found of a word that is several.
#[derive(Debug, Clone, Copy, Default)]
struct Glue {
    words: usize,
    longest: usize,
    fillers: usize,
}

impl Glue {
    fn and_word(self, word: &str) -> Self {
        Self { words: self.words + 1, longest: self.longest.max(word.chars().count()), ..self }
    }

    fn and_filler(self) -> Self {
        Self { fillers: self.fillers + 1, ..self }
    }

    /// Whether it tells somebody. Words of two or three letters do only in company.
    fn tells(self) -> bool {
        self.longest >= LONG || (self.longest == LONG - 1 && self.words + self.fillers > 1)
    }
}

/// Whether what is between two words does not part a name.
fn is_narrow(between: &str) -> bool {
    between.chars().count() <= 3
        && between.chars().all(|c| c.is_whitespace() || matches!(c, '.' | ',' | '_' | '+' | '*'))
}

/// How a long text begins; none if it is short.
fn beginning(text: &str) -> Option<&str> {
    const LETTERS: usize = 2 * LONG - 1;
    let end = text.char_indices().map(|(at, c)| at + c.len_utf8()).nth(LETTERS - 1)?;
    Some(&text[..end])
}

/// A word, and what is left of it without each of its letters.
fn near_keys(word: &str) -> impl Iterator<Item = String> {
    let without = |(at, c): (usize, char)| [&word[..at], &word[at + c.len_utf8()..]].concat();
    std::iter::once(word.to_owned()).chain(word.char_indices().map(without))
}

/// Whether a single letter makes one word of another, and not the one at the end, in which names and other words differ.
fn is_near(word: &str, known: &str) -> bool {
    let stem = |word: &str| word.strip_suffix(['a', 'e', 'i', 'o']).map(str::to_owned);
    word != known
        && word.chars().count() >= LONG
        && !identity::is_common(word)
        && strsim::osa_distance(word, known) == 1
        && stem(word).is_none_or(|own| Some(own) != stem(known))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cleared(names: &[&str], text: &str, manner: Manner) -> String {
        let mut hidden = Hidden::default();
        for name in names {
            hidden.add(name);
        }
        hidden.cleared(text, manner).map_or_else(|| "-".to_owned(), Cow::into_owned)
    }

    #[test]
    fn texts_lose_every_word_of_a_name_and_nothing_else() {
        let names = ["Rossi Nicolò", "D'Angelo Pia", "Orlandini Carla"];
        for (text, left) in [
            ("Dott. ROSSI Nicolò: atti", "Dott. … …: atti"),
            ("D’Angelo, Rossi-Bianchi", "…, …"),
            ("arrossire per contare", "arrossire per contare"),
            ("dell'Orlandini, dell’Rossi, RossiNicolò", "…, …, …"),
            ("rossi_piano.md", "…_piano.md"),
            ("2024_PD_0411", "2024_PD_0411"),
            ("n.rossi@comune.it", "n.…@comune.it"),
            ("BNCGPP70A01H223X 2024", "… 2024"),
            ("Il Dott. Rossi, N., e l'Angelo", "Il Dott. …, …., e …"),
        ] {
            assert_eq!(cleared(&names, text, Manner::Prose), left, "{text}");
        }
    }

    #[test]
    fn names_are_known_however_they_are_written() {
        let names = ["Rossi Ada", "Bernardi Carmine", "De Luca Ugo", "Li Ma", "Benedetti Lia"];
        for text in [
            "rossiada",
            "adarossi",
            "RossiAda",
            "ROSSIADA",
            "arossi",
            "rossi1",
            "rossia",
            "schedarossi",
            "Ros\u{AD}si",
            "Ro\u{200B}ssi",
            "Ros-si",
            "R0ssi",
            "Rоssi",
            "Bemardi",
            "deluca",
            "DeLuca",
            "Rosi",
            "Rossii",
            "Li",
            "ma",
            "lima",
            "Ｒｏｓｓｉ",
            "Benede\u{FFFD}",
        ] {
            assert_eq!(cleared(&names, text, Manner::Prose), "…", "{text}");
        }
        assert_eq!(cleared(&names, "R o s s i", Manner::Prose), "… … … … …");
        assert_eq!(cleared(&names, "Ros- si", Manner::Prose), "… …");
        assert_eq!(cleared(&names, "De Luca", Manner::Prose), "… …");
        assert_eq!(cleared(&names, "Rossi A. e Adda Rossi", Manner::Prose), "… …. e … …");
        assert_eq!(cleared(&names, "pianorossi2024/xrossix.md", Manner::Code), "…/….md");
        assert_eq!(cleared(&names, "2024_PD_ROSSI", Manner::Code), "2024_PD_…");
    }

    #[test]
    fn what_cannot_be_cleared_is_left_out() {
        assert_eq!(cleared(&["Bernardi Carmine"], "B/ER/NA/RD/I C/AR/MI/N/E", Manner::Prose), "-");
        assert_eq!(cleared(&["Rossi Ada"], "adA issoR", Manner::Prose), "… …");
    }
}
