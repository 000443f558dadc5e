//! How people are called in an output: by their names, or by pseudonyms. Whatever shows a name asks here.

mod code;
mod hidden;
mod words;

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use fluent_bundle::FluentValue;

use self::hidden::{Hidden, Manner};
use self::words::HIDDEN;
use super::View;
use crate::analyse::Directors;
use crate::finding::Code;
use crate::identity;
use crate::model::{Plan, Subject, SubjectKind};
use crate::settings::{Settings, Staff, StaffLine};
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
    /// What no text may show.
    hidden: Hidden,
    /// What all spellings of the personnel numbers have in common.
    numbers: HashSet<String>,
    /// How codes are shown in which a name stands: no two the same.
    codes: HashMap<String, String>,
    /// What stands for a text that cannot be cleared of names.
    left_out: String,
}

impl Names {
    /// The names of a plan as the view wants them shown: those of its subjects, of the directors of its
    /// CDRs, in its rows that do not count, in the settings and in the staff file.
    pub fn of(view: &View, plan: &Plan<'_>, settings: &Settings, staff: Option<&Staff>) -> Self {
        if view.naming == Naming::Plain {
            return Self(None);
        }
        let mut all = Collector::new(view);
        for subject in &plan.subjects {
            all.add_subject(subject, subject.number.as_deref());
        }
        all.add_directors(plan);
        for row in plan.rejected.iter().filter(|row| row.name.is_none()) {
            // Whoever stands in the first cell of a row that was not understood.
            let written = row.faults.first().map(|fault| fault.place.raw()).unwrap_or_default();
            let first = written.trim_start_matches(['|', ' ', '\t']).split(['\t', '|']).next().unwrap_or_default();
            all.hide(first, SubjectKind::Person);
        }
        let rejected = plan.rejected.iter().filter_map(|row| row.name.as_deref());
        let not_shown = plan.not_shown.iter().filter_map(|part| part.name.as_deref());
        let keys = rejected.chain(not_shown).map(|name| (identity::key(name), None));
        let others = settings.names().map(|name| (name.key.clone(), None));
        let lines = staff.map_or(&[][..], Staff::lines);
        let numbers = numbers(plan, lines);
        // Whoever shares a name in the staff file is told there by the number, too.
        let called = lines.iter().filter(|line| line.name != line.written);
        let called = called.map(|line| (identity::key(&line.name), line.matricola.as_deref()));
        let staff = lines.iter().map(|line| (line.key.clone(), line.matricola.as_deref())).chain(called);
        for (key, number) in keys.chain(others).chain(staff) {
            all.add(&key, identity::kind_of(&key), number);
        }
        let codes = all.codes(plan);
        let left_out = view.messages.text("pseudonym-left-out");
        Self(Some(Box::new(Pseudonyms { by_key: all.by_key, hidden: all.hidden, numbers, codes, left_out })))
    }

    /// How the people of one plan of a batch are called. Its texts do not name those of the other plans either.
    pub fn in_batch(view: &View, batch: &Batch<'_, '_>, number: usize) -> Self {
        let mut names = Self::of(view, &batch.plans[number], batch.settings[number], batch.staff);
        if let Some(all) = &mut names.0 {
            let others = batch.plans.iter().enumerate().filter(|(at, _)| *at != number);
            let others = others.flat_map(|(_, plan)| &plan.subjects).filter(|subject| subject.is_person());
            others.flat_map(|subject| &subject.as_written).for_each(|written| all.hidden.add(&identity::bare(written)));
        }
        names
    }

    /// How a person, or another subject, is called who has this name.
    pub fn name<'a>(&'a self, name: &'a str) -> Cow<'a, str> {
        match &self.0 {
            None => Cow::Borrowed(name),
            Some(all) => Cow::Borrowed(all.by_key.get(&identity::key(name)).map_or(HIDDEN, String::as_str)),
        }
    }

    /// A text in which people may be named: every word that is part of a name is hidden, and the whole text where that is not enough.
    pub fn text<'a>(&self, text: &'a str) -> Cow<'a, str> {
        self.cleared(text, Manner::Prose)
    }

    /// A role as it is written: besides the people of the plan, it may name one whose place somebody takes.
    pub fn role<'a>(&self, role: &'a str) -> Cow<'a, str> {
        if self.are_plain() {
            return Cow::Borrowed(role);
        }
        let is_name = |range: &std::ops::Range<usize>| identity::is_common(&identity::key(&role[range.clone()]));
        let without = words::without(role, words::words(role).filter(is_name));
        Cow::Owned(self.text(&without).into_owned())
    }

    /// A text in which words are written in one, and names may be within them: a path, a label, the name of a worksheet.
    pub fn label<'a>(&self, label: &'a str) -> Cow<'a, str> {
        self.cleared(label, Manner::Code)
    }

    /// The label of a plan, whose folder has this number if there are several: of two labels, what is left may be the same.
    pub fn plan_label(&self, label: &str, number: Option<usize>) -> String {
        match (self.label(label), number) {
            (Cow::Owned(hidden), Some(number)) => format!("{hidden} {number}"),
            (shown, _) => shown.into_owned(),
        }
    }

    /// The code of a project, a CDR, an objective or an indicator: different codes of projects and CDRs stay different.
    pub fn code<'a>(&'a self, code: &'a str) -> Cow<'a, str> {
        let shown = self.0.as_ref().and_then(|all| all.codes.get(code));
        // A part of a code that is somebody's number, too, says nothing of them.
        shown.map_or_else(|| self.unnamed(code, Manner::Code), |shown| Cow::Borrowed(shown))
    }

    /// A text without names and personnel numbers.
    fn cleared<'a>(&self, text: &'a str, manner: Manner) -> Cow<'a, str> {
        match self.unnamed(text, manner) {
            Cow::Borrowed(text) => self.without_numbers(text, LONG_NUMBER),
            Cow::Owned(text) => Cow::Owned(self.without_numbers(&text, LONG_NUMBER).into_owned()),
        }
    }

    /// A text without the personnel numbers that have so many signs; a figure that is a share is none.
    fn without_numbers<'a>(&self, text: &'a str, fewest: usize) -> Cow<'a, str> {
        let Some(all) = self.0.as_ref().filter(|all| !all.numbers.is_empty()) else { return Cow::Borrowed(text) };
        let is_share = |range: &std::ops::Range<usize>| {
            let behind = text[range.end..].trim_start();
            behind.starts_with('%')
                || behind.strip_prefix([',', '.']).is_some_and(|b| b.starts_with(|c: char| c.is_ascii_digit()))
        };
        let is_number = |range: &std::ops::Range<usize>| {
            let word = &text[range.clone()];
            let is_known = identity::number_key(word).is_some_and(|key| all.numbers.contains(&key));
            is_known && word.chars().count() >= fewest && !is_share(range)
        };
        words::without(text, words::words(text).filter(is_number))
    }

    fn unnamed<'a>(&self, text: &'a str, manner: Manner) -> Cow<'a, str> {
        let Some(all) = &self.0 else { return Cow::Borrowed(text) };
        if manner == Manner::Code && all.hidden.is_empty() {
            // Nobody is known of whom a path could be told to be the name.
            return without_names(text);
        }
        all.hidden.cleared(text, manner).unwrap_or_else(|| Cow::Owned(all.left_out.clone()))
    }

    /// A text that was not understood, and may name anybody: of it, nothing but the figures is shown.
    pub fn figures<'a>(&self, text: &'a str) -> Cow<'a, str> {
        if self.are_plain() {
            return Cow::Borrowed(text);
        }
        match figures(text) {
            Cow::Borrowed(text) => self.without_numbers(text, 1),
            Cow::Owned(text) => Cow::Owned(self.without_numbers(&text, 1).into_owned()),
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
        info.label = self.plan_label(&info.label, info.number);
        info.folder = self.label(&info.folder.to_string_lossy()).into_owned().into();
        for input in &mut info.inputs {
            input.path = self.label(&input.path).into_owned();
        }
    }
}

/// Of a text that may name anybody, nothing but the figures. A single letter may be a misread digit, but several are the letters of
/// a name, or its initials.
pub fn figures(text: &str) -> Cow<'_, str> {
    let all: Vec<_> = words::words(text).collect();
    let letters =
        |at: usize| all.get(at).map_or(0, |word| text[word.clone()].chars().filter(|c| c.is_alphabetic()).count());
    let is_alone = |at: usize| at.checked_sub(1).is_none_or(|before| letters(before) != 1) && letters(at + 1) != 1;
    let is_word = |at: usize| letters(at) > 1 || (letters(at) == 1 && !is_alone(at));
    words::without(text, all.iter().enumerate().filter(|(at, _)| is_word(*at)).map(|(_, word)| word.clone()))
}

/// A text that may name anybody, where nobody knows of whom it could: of paths the figures and the form are left, of codes all but
/// their words.
///
/// ```
/// use cento::present::without_names;
///
/// assert_eq!(without_names("piano 2024/Rossi Ada.xlsx"), "… 2024/… ….xlsx");
/// assert_eq!(without_names("2024_PD_0411"), "2024_PD_0411");
/// ```
pub fn without_names(text: &str) -> Cow<'_, str> {
    /// Ends of file names, and the parts of codes that all codes have.
    const KNOWN: [&str; 22] = [
        "md", "txt", "html", "htm", "docx", "doc", "odt", "xlsx", "xls", "ods", "csv", "pdf", "toml", "json", "zip",
        "rtf", "png", "svg", "PD", "PG", "OB", "CDR",
    ];
    let is_end = |at: usize| at == text.len();
    let is_hidden = |range: &std::ops::Range<usize>| {
        let word = &text[range.clone()];
        let is_form = text[..range.start].ends_with('.') && is_end(range.end);
        let is_of_code = word.chars().all(char::is_uppercase);
        let is_name = word.chars().filter(|c| c.is_alphabetic()).count() > 1;
        is_name && !(KNOWN.contains(&word) && (is_form || is_of_code))
    };
    words::without(text, words::words(text).filter(is_hidden))
}

/// The fewest signs of a personnel number that tells somebody in a text that says nothing of numbers.
const LONG_NUMBER: usize = 4;

/// What all spellings of the personnel numbers in a plan and some lines of the staff file have in common.
fn numbers(plan: &Plan<'_>, lines: &[StaffLine]) -> HashSet<String> {
    let rows = plan.commitments.iter().filter_map(|row| row.number);
    let rejected = plan.rejected.iter().filter_map(|row| row.number);
    let written = rows.chain(rejected).filter_map(|number| identity::number_key(&number.words()));
    written.chain(lines.iter().filter_map(StaffLine::number_key)).collect()
}

/// Pseudonyms that are being given.
struct Collector<'v> {
    view: &'v View,
    by_key: HashMap<String, String>,
    /// Those that somebody has.
    given: HashSet<String>,
    hidden: Hidden,
    counts: [usize; 3],
}

impl<'v> Collector<'v> {
    fn new(view: &'v View) -> Self {
        Self { view, by_key: HashMap::new(), given: HashSet::new(), hidden: Hidden::default(), counts: [0; 3] }
    }

    fn add_subject(&mut self, subject: &Subject<'_>, number: Option<&str>) {
        let pseudonym = self.add(&subject.key, subject.kind, number);
        self.hide(&subject.name, subject.kind);
        for written in &subject.as_written {
            self.by_key.entry(identity::key(written)).or_insert_with(|| pseudonym.clone());
            self.hide(written, subject.kind);
            if let Some(likely) = identity::likely_reading(written).filter(|_| subject.is_person()) {
                self.hide(&likely, subject.kind);
            }
        }
    }

    fn add_directors(&mut self, plan: &Plan<'_>) {
        let leaders = Directors::of(plan);
        // Of several whose names stand on one line it is the first.
        let mut known: HashMap<usize, &str> = HashMap::new();
        for subject in &plan.subjects {
            for cdr in leaders.led_by(&subject.key) {
                known.entry(cdr).or_insert(&subject.key);
            }
        }
        for (cdr, director) in plan.cdrs.iter().enumerate().filter_map(|(at, cdr)| Some((at, cdr.director.as_ref()?))) {
            let key = identity::key(&director.words());
            let pseudonym = known.get(&cdr).and_then(|&known| self.by_key.get(known).cloned());
            // Somebody else may be named on the line, too.
            self.hide(&director.words(), SubjectKind::Person);
            match pseudonym {
                Some(pseudonym) => drop(self.by_key.insert(key, pseudonym)),
                None => drop(self.add(&key, SubjectKind::Person, None)),
            }
        }
    }

    /// The pseudonym of the name with this key, and with this personnel number.
    fn add(&mut self, key: &str, kind: SubjectKind, number: Option<&str>) -> String {
        self.hide(key, kind);
        if let Some(known) = self.by_key.get(key) {
            return known.clone();
        }
        let count = &mut self.counts[kind as usize];
        *count += 1;
        let code = match &self.view.naming {
            Naming::Keyed(secret) => code::of(secret, key, number),
            Naming::Plain | Naming::Numbers => format!("{count:03}"),
        };
        let pseudonym = self.called(kind, &code);
        self.by_key.insert(key.to_owned(), pseudonym.clone());
        pseudonym
    }

    /// The pseudonym with a code: with a number behind it where another subject of the plan has the same, as `Rossi Ada` beside
    /// `Ada Rossi`, of whom nobody says that they are one.
    fn called(&mut self, kind: SubjectKind, code: &str) -> String {
        let message = match kind {
            SubjectKind::Person => "pseudonym-person",
            SubjectKind::Collective => "pseudonym-collective",
            SubjectKind::Vacancy => "pseudonym-vacancy",
        };
        let called = |code: String| self.view.messages.format(message, &[("code", FluentValue::from(code))]);
        let mut pseudonym = called(code.to_owned());
        let mut number = 2;
        while self.given.contains(&pseudonym) {
            pseudonym = called(format!("{code}-{number}"));
            number += 1;
        }
        self.given.insert(pseudonym.clone());
        pseudonym
    }

    /// Sees to it that no word of a person's name is shown. Of collectives and vacant posts only what is a name, too: the rest are
    /// words of the trade.
    fn hide(&mut self, name: &str, kind: SubjectKind) {
        if kind == SubjectKind::Person {
            self.hidden.add(name);
            return;
        }
        let key = identity::key(name);
        key.split(|c: char| !c.is_alphanumeric())
            .filter(|word| identity::is_common(word))
            .for_each(|word| self.hidden.add(word));
    }

    /// How the codes of projects and CDRs are shown that have a name in them.
    fn codes(&self, plan: &Plan<'_>) -> HashMap<String, String> {
        let projects = plan.projects.iter().map(|project| &*project.code);
        let all: Vec<&str> = projects.chain(plan.cdrs.iter().map(|cdr| &*cdr.code)).collect();
        let mut taken: HashSet<String> = all.iter().map(|&code| code.to_owned()).collect();
        let mut shown: HashMap<String, String> = HashMap::new();
        let mut numbers: HashMap<String, usize> = HashMap::new();
        for code in all {
            let cleared = self.hidden.cleared(code, Manner::Code).unwrap_or(Cow::Borrowed(HIDDEN));
            if cleared == code || shown.contains_key(code) {
                continue;
            }
            let mut own = cleared.to_string();
            let number = numbers.entry(own.clone()).or_insert(1);
            while !taken.insert(own.clone()) {
                *number += 1;
                own = format!("{cleared}{number}");
            }
            shown.insert(code.to_owned(), own);
        }
        shown
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_what_was_not_understood_only_figures_are_left() {
        assert_eq!(figures("Rossi Ada\t92,00 %"), "… …\t92,00 %");
        assert_eq!(figures("O,50 %"), "O,50 %");
        assert_eq!(figures("R o s s i A. 5 %"), "… … … … … …. 5 %");
        assert_eq!(Names(None).figures("Rossi"), "Rossi");
    }
}
