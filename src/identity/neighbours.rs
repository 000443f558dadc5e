//! Among many names those that may be like one: found by what such names have in common, not by looking at all.

use std::hash::{BuildHasher, Hash};

use foldhash::HashMap;
use foldhash::fast::FixedState;

use super::alike::{LONGEST, MOST_WORDS, Shape, is_for_two_slips, skeleton};

/// Names, so kept that those that may be like another are found by its keys.
///
/// ```
/// use cento::identity::{Neighbours, Shape};
///
/// let names = ["rossi ada", "verdi ugo", "rosi ada"].map(Shape::of);
/// assert_eq!(Neighbours::of(&names).near(&Shape::of("rossi ada")), [0, 2]);
/// ```
#[derive(Debug)]
pub struct Neighbours {
    /// The keys of every name.
    table: Table,
    /// For names that differ in one word and are many: what is left of that word without a letter or two, likewise.
    crowds: HashMap<u32, Table>,
}

/// Keys, each with the names that have it.
#[derive(Debug)]
struct Table {
    /// A key, then the number of a name that has it. Sorted.
    entries: Vec<u64>,
    /// Where the entries begin whose keys begin with these bits; keys being hashes, there are few for each.
    starts: Vec<u32>,
    /// How many bits of a key are not looked at there.
    shift: u32,
}

/// What alike names have in common.
#[derive(Clone, Copy, Hash)]
enum Kind {
    /// Some words, and the letters of all the others in their order, whatever the borders between these.
    Joined,
    /// All words, letters that look alike being one.
    Skeleton,
    /// All words.
    Whole,
    /// All words but one of the one.
    Less,
    /// A whole word, and the first letter of another; that is asked of names with an initial.
    Begins,
    /// The same of a name with an initial, which is that letter.
    Initial,
    /// A word without a letter or two.
    Rest,
}

/// From how many names on those that differ in one word are not all compared.
const CROWD: usize = 24;

impl Neighbours {
    /// Keeps some names; they are told by their places among these.
    pub fn of(names: &[Shape<'_>]) -> Self {
        let mut table = Vec::with_capacity(names.len() * 8);
        for (number, name) in (0_u32..).zip(names) {
            let mut own = Vec::with_capacity(12);
            of_name(name, |key| own.push(key));
            table.extend(own.into_iter().map(|key| entry(key, number)));
        }
        Self { table: Table::of(table), crowds: crowds(names) }
    }

    /// The names that may be like another, each once, in their order. The name itself is one of them.
    pub fn near(&self, name: &Shape<'_>) -> Vec<usize> {
        let mut found = self.beside_crowds(name);
        for (without, crowd) in self.crowds_of(name) {
            of_rest(name.words()[without], |rest| found.extend(crowd.with(rest)));
        }
        in_order(found)
    }

    /// The pairs of names that may be alike, each once, the one that comes first before the other; `names` are those
    /// that are kept.
    ///
    /// What has one key stands together: to bring what all names ask for into the order of the keys takes much less than to look for
    /// each.
    pub fn pairs(&self, names: &[Shape<'_>]) -> Vec<(usize, usize)> {
        let mut asked = Vec::with_capacity(names.len() * 10);
        for (number, name) in (0_u32..).zip(names) {
            self.asked_beside_crowds(name, |key| asked.push(entry(key, number)));
        }
        asked.sort_unstable();
        let mut pairs = self.table.pairs_with(&asked);
        pairs.extend(self.crowds.values().flat_map(Table::pairs));
        in_order(pairs)
    }

    /// The names that may be like another, but for those of crowds from which it differs in one word.
    fn beside_crowds(&self, name: &Shape<'_>) -> Vec<usize> {
        let mut found = Vec::new();
        self.asked_beside_crowds(name, |key| found.extend(self.table.with(key)));
        found
    }

    /// The keys of those names.
    fn asked_beside_crowds(&self, name: &Shape<'_>, mut take: impl FnMut(u32)) {
        by_other_key(name, &mut take);
        less_keys(name).into_iter().map(|(_, key)| key).filter(|key| !self.crowds.contains_key(key)).for_each(take);
    }

    /// The crowds from which a name differs in one word, with the number of that word.
    fn crowds_of(&self, name: &Shape<'_>) -> impl Iterator<Item = (usize, &Table)> {
        less_keys(name).into_iter().filter_map(|(without, key)| Some((without, self.crowds.get(&key)?)))
    }
}

/// Things in their order, each once.
fn in_order<T: Ord>(mut things: Vec<T>) -> Vec<T> {
    things.sort_unstable();
    things.dedup();
    things
}

/// The keys under which a name is kept.
fn of_name(name: &Shape<'_>, mut take: impl FnMut(u32)) {
    of_whole(name, &mut take);
    for (_, key) in less_keys(name) {
        take(key);
    }
    beginnings(name, |word, letter| take(key(Kind::Begins, &(word, letter))));
    initials(name, |word, letter| take(key(Kind::Initial, &(word, letter))));
}

/// The keys under which those are kept that may be like a name, but for those that differ in one word.
fn by_other_key(name: &Shape<'_>, mut take: impl FnMut(u32)) {
    of_whole(name, &mut take);
    // One name more, or one less.
    take(key(Kind::Less, &sorted(name.words().to_vec())));
    for at in 0..name.words().len() {
        take(key(Kind::Whole, &without(name, at)));
    }
    beginnings(name, |word, letter| take(key(Kind::Initial, &(word, letter))));
    initials(name, |word, letter| take(key(Kind::Begins, &(word, letter))));
}

/// The keys of a name as a whole.
fn of_whole(name: &Shape<'_>, take: &mut impl FnMut(u32)) {
    joined(name, take);
    let mut skeletons: Vec<String> = name.words().iter().map(|word| skeleton(word)).collect();
    skeletons.sort_unstable();
    take(key(Kind::Skeleton, &skeletons));
    take(key(Kind::Whole, &sorted(name.words().to_vec())));
}

/// The keys of names with other borders between words: they may have some words in common, and those in another order.
fn joined(name: &Shape<'_>, take: &mut impl FnMut(u32)) {
    let words = name.words();
    // All but one, and that alone, is the name as a whole.
    let most_in_common = if words.len() > MOST_WORDS { 0 } else { words.len().saturating_sub(1) };
    for common in 0_u32..1 << words.len().min(MOST_WORDS) {
        if common.count_ones() as usize > most_in_common {
            continue;
        }
        let is_common = |at: &usize| *at < MOST_WORDS && common >> at & 1 == 1;
        let (apart, joined): (Vec<usize>, Vec<usize>) = (0..words.len()).partition(is_common);
        let joined: String = joined.into_iter().map(|at| words[at]).collect();
        take(key(Kind::Joined, &(sorted(apart.into_iter().map(|at| words[at]).collect()), joined)));
    }
}

/// For each word of a name its number, and the key of all the others.
fn less_keys(name: &Shape<'_>) -> Vec<(usize, u32)> {
    let is_one = name.words().len() < 2;
    let all = (0..name.words().len()).filter(|_| !is_one);
    all.map(|at| (at, key(Kind::Less, &without(name, at)))).collect()
}

/// Every word of a name with the first letter of every other one.
fn beginnings(name: &Shape<'_>, mut take: impl FnMut(&str, char)) {
    for (at, word) in name.words().iter().enumerate() {
        let others = name.words().iter().enumerate().filter(|&(other, _)| other != at);
        others.filter_map(|(_, other)| other.chars().next()).for_each(|letter| take(word, letter));
    }
}

/// A word that a name with initials must share with one of which it is the short form, with each of its initials.
fn initials(name: &Shape<'_>, mut take: impl FnMut(&str, char)) {
    let is_initial = |word: &&&str| word.chars().count() == 1;
    let whole = name.words().iter().find(|word| !is_initial(word));
    for initial in name.words().iter().filter(is_initial) {
        let Some(letter) = initial.chars().next() else { continue };
        match whole {
            Some(word) => take(word, letter),
            // Of initials alone, one is what the two have in common.
            None => name.words().iter().for_each(|word| take(word, letter)),
        }
    }
}

/// For each crowd of names that differ in one word, what is left of that word without a letter or two.
fn crowds(names: &[Shape<'_>]) -> HashMap<u32, Table> {
    let mut sizes: HashMap<u32, usize> = HashMap::default();
    for name in names {
        for (_, key) in less_keys(name) {
            *sizes.entry(key).or_default() += 1;
        }
    }
    sizes.retain(|_, size| *size > CROWD);
    let mut crowds: HashMap<u32, Vec<u64>> = sizes.into_keys().map(|key| (key, Vec::new())).collect();
    if crowds.is_empty() {
        return HashMap::default();
    }
    for (number, name) in (0_u32..).zip(names) {
        for (without, key) in less_keys(name) {
            if let Some(crowd) = crowds.get_mut(&key) {
                of_rest(name.words()[without], |rest| crowd.push(entry(rest, number)));
            }
        }
    }
    crowds.into_iter().map(|(key, crowd)| (key, Table::of(crowd))).collect()
}

/// The keys of what is left of a word without as many letters as may be wrong. Two words that differ by so many slips have
/// one in common.
fn of_rest(word: &str, mut take: impl FnMut(u32)) {
    let letters: Vec<char> = word.chars().collect();
    if letters.len() > LONGEST {
        return;
    }
    let rest = |left_out: [usize; 2]| {
        let kept = letters.iter().enumerate().filter(|(at, _)| !left_out.contains(at));
        key(Kind::Rest, &kept.map(|(_, letter)| *letter).collect::<Vec<_>>())
    };
    // Behind the last letter stands none that could be left out.
    let none = letters.len();
    take(rest([none, none]));
    for first in 0..letters.len() {
        take(rest([first, none]));
        if is_for_two_slips(letters.len()) {
            (first + 1..letters.len()).for_each(|second| take(rest([first, second])));
        }
    }
}

/// The words of a name but one, sorted.
fn without<'a>(name: &Shape<'a>, at: usize) -> Vec<&'a str> {
    let others = name.words().iter().enumerate().filter(|&(other, _)| other != at);
    sorted(others.map(|(_, word)| *word).collect())
}

fn sorted(mut words: Vec<&str>) -> Vec<&str> {
    words.sort_unstable();
    words
}

/// A key in 32 bits: that two keys become one makes a pair be looked at in vain, and nothing else.
fn key(kind: Kind, of: &impl Hash) -> u32 {
    let hash = FixedState::with_seed(0).hash_one((kind, of));
    u32::try_from(hash >> 32).unwrap_or_default()
}

fn entry(key: u32, number: u32) -> u64 {
    u64::from(key) << 32 | u64::from(number)
}

impl Table {
    /// The table of some entries.
    fn of(mut entries: Vec<u64>) -> Self {
        entries.sort_unstable();
        entries.dedup();
        // About as many beginnings as entries.
        let bits = entries.len().max(2).ilog2();
        let shift = u32::BITS - bits;
        let mut starts = vec![0; (1 << bits) + 1];
        for entry in &entries {
            starts[beginning(*entry >> 32, shift) + 1] += 1;
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        Self { entries, starts, shift }
    }

    /// The numbers of the names with a key.
    fn with(&self, key: u32) -> impl Iterator<Item = usize> + '_ {
        let at = beginning(u64::from(key), self.shift);
        let [start, end] = [self.starts[at], self.starts[at + 1]].map(|start: u32| start as usize);
        let own = self.entries[start..end].iter().filter(move |&&own| own >> 32 == u64::from(key));
        own.map(|own| number(*own))
    }

    /// The pairs of a name that asks for a key and a later one that has it; what is asked for is sorted, as the entries are.
    fn pairs_with(&self, asked: &[u64]) -> Vec<(usize, usize)> {
        let key = |entry: &u64| entry >> 32;
        let mut rest = self.entries.as_slice();
        let mut pairs = Vec::new();
        for asking in asked.chunk_by(|one, other| key(one) == key(other)) {
            let own = key(&asking[0]);
            let first = rest.iter().take_while(|entry| key(entry) < own).count();
            let count = rest[first..].iter().take_while(|entry| key(entry) == own).count();
            let having;
            (having, rest) = rest[first..].split_at(count);
            for one in asking {
                let later = having.iter().filter(|other| number(**other) > number(*one));
                pairs.extend(later.map(|other| (number(*one), number(*other))));
            }
        }
        pairs
    }

    /// The pairs of names that have a key in common, the one that comes first before the other.
    fn pairs(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        let groups = self.entries.chunk_by(|one, other| one >> 32 == other >> 32);
        groups.flat_map(|group| {
            let with = |(at, one): (usize, &u64)| {
                let one = number(*one);
                group[at + 1..].iter().map(move |other| (one, number(*other)))
            };
            group.iter().enumerate().flat_map(with)
        })
    }
}

/// The number of the name of an entry.
fn number(entry: u64) -> usize {
    usize::try_from(entry & u64::from(u32::MAX)).unwrap_or_default()
}

/// The first bits of a key, as a place among all that there may be.
fn beginning(key: u64, shift: u32) -> usize {
    usize::try_from(key >> shift).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Names of few letters, of which many are alike.
    fn names() -> Vec<String> {
        let words = [
            "rossi",
            "rosi",
            "russo",
            "ada",
            "adda",
            "a",
            "m",
            "maria",
            "mario",
            "rnaria",
            "de",
            "luca",
            "deluca",
            "lucia",
            "bernardi",
            "bemardi",
            "bernadri",
            "zambellini",
            "zambelini",
            "zambelilni",
            "annamaria",
            "anna",
            "dl",
            "del",
        ];
        let mut state = 7_usize;
        let mut next = |of: usize| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) % of
        };
        (0..700).map(|_| (0..2 + next(3)).map(|_| words[next(words.len())]).collect::<Vec<_>>().join(" ")).collect()
    }

    #[test]
    fn no_name_that_is_like_another_is_overlooked() {
        let mut names = names();
        // A crowd of one surname, with slips in each other.
        names.extend((0..60).map(|at| {
            format!(
                "verdi {}",
                ["filiberto", "filibreto", "flberto", "ermengarda"][at % 4].to_owned() + &"xyz"[..at % 3]
            )
        }));
        let shapes: Vec<_> = names.iter().map(|name| Shape::of(name)).collect();
        let neighbours = Neighbours::of(&shapes);
        assert!(!neighbours.crowds.is_empty());
        let pairs = neighbours.pairs(&shapes);
        for (one, shape) in shapes.iter().enumerate() {
            let near = neighbours.near(shape);
            for (other, other_shape) in shapes.iter().enumerate() {
                let is_like = shape.likeness(other_shape, |_, _| false).is_some();
                assert!(!is_like || near.contains(&other), "{} / {}", names[one], names[other]);
            }
            let later: Vec<_> = near.into_iter().filter(|&other| other > one).map(|other| (one, other)).collect();
            let own: Vec<_> = pairs.iter().copied().filter(|&(first, _)| first == one).collect();
            assert_eq!(own, later, "{}: looked for alone, and with all", names[one]);
        }
    }

    #[test]
    fn names_of_the_same_letters_are_not_all_looked_at() {
        // Every order of seven letters, the border between two words in the middle.
        let mut names = vec![String::new()];
        for letter in "abcdilo".chars() {
            let longer = |name: &String| {
                (0..=name.len()).map(|at| [&name[..at], &name[at..]].join(&letter.to_string())).collect()
            };
            names = names.iter().flat_map(|name| -> Vec<String> { longer(name) }).collect();
        }
        let names: Vec<String> = names.iter().map(|name| format!("{} {}", &name[..4], &name[4..])).collect();
        let shapes: Vec<_> = names.iter().map(|name| Shape::of(name)).collect();
        let neighbours = Neighbours::of(&shapes);
        let looked_at: usize = shapes.iter().map(|shape| neighbours.near(shape).len()).sum();
        assert!(names.len() == 5040 && looked_at < 60 * shapes.len(), "{looked_at} of {} names", shapes.len());
    }

    #[test]
    fn names_of_many_words_are_names_too() {
        let name = ["a"; 40].join(" ");
        let shapes = [&*name, "verdi ugo", &name].map(Shape::of);
        assert_eq!(Neighbours::of(&shapes).near(&shapes[0]), [0, 2]);
    }

    #[test]
    fn of_a_crowd_few_are_looked_at() {
        let letters = ["b", "d", "g", "l", "m", "r", "t", "v"];
        let syllables: Vec<String> = letters.iter().flat_map(|a| ["a", "e", "o"].map(|b| [a, b].concat())).collect();
        let names: Vec<String> = (0..24_usize.pow(3))
            .step_by(7)
            .map(|at| format!("rossi {0}{1}{2}{0}", syllables[at % 24], syllables[at / 24 % 24], syllables[at / 576]))
            .collect();
        let shapes: Vec<_> = names.iter().map(|name| Shape::of(name)).collect();
        let neighbours = Neighbours::of(&shapes);
        let looked_at: usize = shapes.iter().map(|shape| neighbours.near(shape).len()).sum();
        assert!(looked_at < 60 * shapes.len(), "{looked_at} of {} names", shapes.len());
    }
}
