//! How people are called in an output: by their names, or by pseudonyms. Whatever shows a name asks here.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use fluent_bundle::FluentValue;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use super::View;
use crate::finding::Code;
use crate::identity;
use crate::model::{Plan, SubjectKind};
use crate::settings::{Settings, Staff};
use crate::survey::{Batch, PlanInfo};

/// Whether an output names people.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Naming {
    /// By their names.
    #[default]
    Plain,
    /// By numbers, in the order of each plan's documents.
    Numbers,
    /// By codes that only who has this key can make: the same person has the same in every plan.
    Keyed(Vec<u8>),
}

/// How the people of one plan are called.
#[derive(Debug, Clone, Default)]
pub struct Names(Option<Box<Pseudonyms>>);

#[derive(Debug, Clone)]
struct Pseudonyms {
    /// The pseudonym of everybody, by the key of the name.
    by_key: HashMap<String, String>,
    /// Every word of every name of a person, as its key.
    words: HashSet<String>,
}

/// What stands for a word that must not be shown.
const HIDDEN: &str = "…";

impl Names {
    /// The names of a plan as the view wants them shown: those of its subjects, of the directors of its
    /// CDRs, in its rejected rows, in the settings and in the staff file.
    pub fn of(view: &View, plan: &Plan<'_>, settings: &Settings, staff: Option<&Staff>) -> Self {
        if view.naming == Naming::Plain {
            return Self(None);
        }
        let mut all = Collector { view, by_key: HashMap::new(), words: HashSet::new(), counts: [0; 3] };
        for subject in &plan.subjects {
            let pseudonym = all.add(&subject.key, subject.kind);
            for written in &subject.as_written {
                all.by_key.entry(identity::key(written)).or_insert_with(|| pseudonym.clone());
                all.hide(&identity::key(written), subject.kind);
                all.hide(written, subject.kind);
            }
        }
        for director in plan.cdrs.iter().filter_map(|cdr| cdr.director.as_ref()) {
            let key = identity::key(&director.words());
            let known = plan.subjects.iter().find(|subject| identity::has_all_words(&key, &subject.key));
            let pseudonym = known.and_then(|subject| all.by_key.get(&subject.key).cloned());
            // Somebody else may be named on the line, too.
            all.hide(&director.words(), SubjectKind::Person);
            match pseudonym {
                Some(pseudonym) => drop(all.by_key.insert(key, pseudonym)),
                None => drop(all.add(&key, SubjectKind::Person)),
            }
        }
        for row in plan.rejected.iter().filter(|row| row.name.is_none()) {
            // Whoever stands in the first cell of a row that was not understood.
            let written = row.faults.first().map(|fault| fault.place.raw()).unwrap_or_default();
            let first = written.trim_start_matches(['|', ' ', '\t']).split(['\t', '|']).next().unwrap_or_default();
            all.hide(first, SubjectKind::Person);
        }
        let rejected = plan.rejected.iter().filter_map(|row| row.name.as_deref()).map(identity::key);
        let others = settings.names().map(|name| name.key.clone());
        let staff = staff.into_iter().flat_map(Staff::lines).map(|line| line.key.clone());
        for key in rejected.chain(others).chain(staff) {
            all.add(&key, identity::kind_of(&key));
        }
        Self(Some(Box::new(Pseudonyms { by_key: all.by_key, words: all.words })))
    }

    /// How the people of one plan of a batch are called.
    pub fn in_batch(view: &View, batch: &Batch<'_, '_>, number: usize) -> Self {
        Self::of(view, &batch.plans[number], batch.settings[number], batch.staff)
    }

    /// How a person, or another subject, is called who has this name.
    pub fn name<'a>(&'a self, name: &'a str) -> Cow<'a, str> {
        match &self.0 {
            None => Cow::Borrowed(name),
            Some(all) => Cow::Borrowed(all.by_key.get(&identity::key(name)).map_or(HIDDEN, String::as_str)),
        }
    }

    /// A text in which people may be named: every word that is part of a name is hidden.
    pub fn text<'a>(&self, text: &'a str) -> Cow<'a, str> {
        let Some(all) = &self.0 else { return Cow::Borrowed(text) };
        replace_words(text, |word| {
            all.words.contains(&identity::key(word)) || parts(word).any(|part| all.words.contains(&identity::key(part)))
        })
    }

    /// A text that was not understood, and may name anybody: of it, nothing but the figures is shown.
    pub fn figures<'a>(&self, text: &'a str) -> Cow<'a, str> {
        match &self.0 {
            None => Cow::Borrowed(text),
            // A single letter may be a misread digit.
            Some(_) => replace_words(text, |word| word.chars().filter(|c| c.is_alphabetic()).count() > 1),
        }
    }

    /// The header of a column, or what stands above a row that was not read: a name may stand there.
    pub fn figures_of_header<'a>(&self, text: &'a str) -> Cow<'a, str> {
        self.text(text)
    }

    /// A personnel number, by which somebody can be known as well as by the name.
    pub fn number<'a>(&self, number: &'a str) -> Cow<'a, str> {
        if self.are_plain() { Cow::Borrowed(number) } else { Cow::Borrowed(HIDDEN) }
    }

    /// What may be shown of a place on which a finding rests: of the codes and titles of projects all but
    /// names, of rows nothing but figures.
    pub fn excerpt<'a>(&self, code: Code, written: &'a str) -> Cow<'a, str> {
        match code.code().as_bytes()[0] {
            _ if self.are_plain() => Cow::Borrowed(written),
            // A line of the staff file may say anything of a person.
            _ if matches!(code, Code::A006 | Code::N008) => Cow::Borrowed(HIDDEN),
            b'D' | b'W' => self.text(written),
            _ => self.figures(written),
        }
    }

    /// A text that the user wrote, and that may say anything of anybody.
    pub fn remark<'a>(&self, text: &'a str) -> Cow<'a, str> {
        if self.are_plain() { Cow::Borrowed(text) } else { Cow::Borrowed(HIDDEN) }
    }

    /// Whether people are called by their names.
    pub fn are_plain(&self) -> bool {
        self.0.is_none()
    }

    /// Hides names in what is told of a plan besides its rows: label, folder, paths.
    pub fn hide_in(&self, info: &mut PlanInfo) {
        if self.are_plain() {
            return;
        }
        info.label = self.text(&info.label).into_owned();
        info.folder = self.text(&info.folder.to_string_lossy()).into_owned().into();
        for input in &mut info.inputs {
            input.path = self.text(&input.path).into_owned();
        }
    }
}

/// Pseudonyms that are being given.
struct Collector<'v> {
    view: &'v View,
    by_key: HashMap<String, String>,
    words: HashSet<String>,
    counts: [usize; 3],
}

impl Collector<'_> {
    /// The pseudonym of the name with this key.
    fn add(&mut self, key: &str, kind: SubjectKind) -> String {
        self.hide(key, kind);
        if let Some(known) = self.by_key.get(key) {
            return known.clone();
        }
        let count = &mut self.counts[kind as usize];
        *count += 1;
        let code = match &self.view.naming {
            Naming::Keyed(secret) => code(secret, key),
            Naming::Plain | Naming::Numbers => format!("{count:03}"),
        };
        let message = match kind {
            SubjectKind::Person => "pseudonym-person",
            SubjectKind::Collective => "pseudonym-collective",
            SubjectKind::Vacancy => "pseudonym-vacancy",
        };
        let pseudonym = self.view.messages.format(message, &[("code", FluentValue::from(code))]);
        self.by_key.insert(key.to_owned(), pseudonym.clone());
        pseudonym
    }

    /// Sees to it that no word of a person's name is shown. The words of collectives are those of the trade.
    fn hide(&mut self, name: &str, kind: SubjectKind) {
        /// Short words that stand in names, and everywhere else, too.
        const PARTICLES: [&str; 22] = [
            "ad", "al", "da", "de", "di", "du", "ed", "el", "il", "in", "la", "le", "li", "lo", "ma", "ne", "no", "se",
            "si", "su", "un", "vi",
        ];
        if kind == SubjectKind::Person {
            let keys = parts(name).map(identity::key);
            self.words.extend(keys.filter(|key| key.chars().count() > 1 && !PARTICLES.contains(&&**key)));
        }
    }
}

/// The code that a secret makes of a name: eight letters and digits that cannot be taken for each other.
fn code(secret: &[u8], key: &str) -> String {
    const SIGNS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(secret) else { return HIDDEN.to_owned() };
    // Neither a title nor the order of the names makes another person.
    let titles =
        ["dott", "dottssa", "dr", "drssa", "avv", "ing", "arch", "geom", "rag", "prof", "profssa", "ad", "interim"];
    let mut words: Vec<String> = key.split(' ').map(|word| word.replace('.', "")).collect();
    words.retain(|word| !titles.contains(&&**word));
    words.sort_unstable();
    mac.update(words.join(" ").as_bytes());
    let digest = mac.finalize().into_bytes();
    let bits = digest.iter().take(5).fold(0u64, |bits, &byte| bits << 8 | u64::from(byte));
    (0..8).rev().map(|at| char::from(SIGNS[(bits >> (at * 5) & 31) as usize])).collect()
}

/// The words of a name, or of a word that is several in one: between apostrophes, hyphens and the like, and
/// where a small letter meets a capital.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    let pieces = text.split(|c: char| !c.is_alphanumeric() && !unicode_normalization::char::is_combining_mark(c));
    pieces.flat_map(|piece| {
        let mut before = ' ';
        let mut cuts = vec![0];
        for (at, c) in piece.char_indices() {
            if before.is_lowercase() && c.is_uppercase() {
                cuts.push(at);
            }
            before = c;
        }
        cuts.push(piece.len());
        cuts.windows(2).map(|cut| &piece[cut[0]..cut[1]]).collect::<Vec<_>>()
    })
}

/// A text in which some words are hidden. A word has letters, marks, and apostrophes or hyphens between them.
fn replace_words(text: &str, is_hidden: impl Fn(&str) -> bool) -> Cow<'_, str> {
    let is_part = |c: char| {
        c.is_alphanumeric()
            || unicode_normalization::char::is_combining_mark(c)
            || identity::is_apostrophe(c)
            || matches!(c, '-' | '\u{AD}')
    };
    let mut out = String::new();
    let mut copied = 0;
    let mut at = 0;
    while let Some(start) = text[at..].find(is_part).map(|start| at + start) {
        let end = text[start..].find(|c| !is_part(c)).map_or(text.len(), |end| start + end);
        if is_hidden(&text[start..end]) {
            out.push_str(&text[copied..start]);
            out.push_str(HIDDEN);
            copied = end;
        }
        at = end;
    }
    if copied == 0 {
        return Cow::Borrowed(text);
    }
    out.push_str(&text[copied..]);
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(words: &[&str]) -> Names {
        let words = words.iter().map(|&word| word.to_owned()).collect();
        Names(Some(Box::new(Pseudonyms { by_key: HashMap::new(), words })))
    }

    #[test]
    fn texts_lose_every_word_of_a_name_and_nothing_else() {
        let names = names(&["rossi", "nicolo", "dangelo"]);
        assert_eq!(names.text("Dott. ROSSI Nicolò: atti"), "Dott. … …: atti");
        assert_eq!(names.text("D’Angelo, Rossi-Bianchi"), "…, …");
        assert_eq!(names.text("arrossire"), "arrossire");
        assert_eq!(names.text("all'Orlandini, dell’Rossi, RossiNicolò"), "all'Orlandini, …, …");
        assert_eq!(names.text("rossi_piano.md"), "…_piano.md");
    }

    #[test]
    fn of_what_was_not_understood_only_figures_are_left() {
        let names = names(&[]);
        assert_eq!(names.figures("Rossi Ada\t92,00 %"), "… …\t92,00 %");
        assert_eq!(names.figures("O,50 %"), "O,50 %");
        assert_eq!(Names(None).figures("Rossi"), "Rossi");
    }

    #[test]
    fn codes_depend_on_the_key_alone() {
        assert_eq!(code(b"secret", "rossi ada"), code(b"secret", "rossi ada"));
        assert_ne!(code(b"secret", "rossi ada"), code(b"other", "rossi ada"));
        assert_ne!(code(b"secret", "rossi ada"), code(b"secret", "rossi ida"));
        assert_eq!(code(b"secret", "rossi ada").len(), 8);
    }
}
