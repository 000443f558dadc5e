//! Names → subjects: who is one person, as the names themselves and the settings say.

use std::borrow::Cow;

use foldhash::{HashMap, HashSet};

use crate::identity;
use crate::model::{Percent, Subject, SubjectKind};
use crate::settings::{Name, Namesake, Settings, Staff};
use crate::source::Place;

/// The subjects by their names.
#[derive(Debug)]
pub struct Subjects<'t> {
    pub all: Vec<Subject<'t>>,
    by_spelling: HashMap<&'t str, usize>,
    by_key: HashMap<String, usize>,
    /// Every spelling of each.
    spellings: HashSet<(usize, Cow<'t, str>)>,
    joining: Joining<'t>,
    staff: Option<&'t Staff>,
}

impl<'t> Subjects<'t> {
    /// No subjects so far, to be joined as the settings say.
    pub fn new(settings: &'t Settings, staff: Option<&'t Staff>) -> Self {
        let joining = Joining::of(settings);
        Self {
            all: Vec::new(),
            by_spelling: HashMap::default(),
            by_key: HashMap::default(),
            spellings: HashSet::default(),
            joining,
            staff,
        }
    }

    /// Makes room for the subjects of more rows.
    pub fn reserve(&mut self, rows: usize) {
        /// More are made room for when they come: of a large plan nobody knows how many rows each has.
        const MOST: usize = 4096;
        // Most people have more than one row.
        self.by_spelling.reserve(rows.min(MOST) / 2);
        self.by_key.reserve(rows.min(MOST) / 2);
    }

    /// The subject whose name is written at a place on the sheet of a project, and who has the
    /// commitment `row`.
    pub fn of(&mut self, name: Place<'t>, project: Option<&str>, row: usize) -> usize {
        // What is written in two cells does not say in which order they are read.
        let known = if name.is_of_two_cells() { None } else { self.by_spelling.get(name.raw()).copied() };
        let subject = known.unwrap_or_else(|| {
            let written = name.words();
            let key = identity::person_key(&written);
            if let Some(label) = self.joining.namesake(&key, project) {
                return self.subject(format!("{key} ({})", identity::key(&label)), written, Some(&label));
            }
            let shares_its_name = self.joining.is_namesake(&key);
            let subject = self.spelling(key, written);
            if !shares_its_name && !name.is_of_two_cells() {
                self.by_spelling.insert(name.raw(), subject);
            }
            subject
        });
        self.all[subject].commitments.push(u32::try_from(row).unwrap_or(u32::MAX));
        subject
    }

    /// The person who has a name on the sheet of a project; none if it is that of nobody, or of no person.
    pub fn known(&self, name: &str, project: Option<&str>) -> Option<usize> {
        let subject = self.by_key.get(&self.key_of(name, project).0).copied()?;
        self.all[subject].is_person().then_some(subject)
    }

    /// Gives a row that does not count to the person whose name it bears, who is new if nobody had it before; what is no
    /// person's name says nothing.
    pub fn reject(&mut self, name: Cow<'t, str>, project: Option<&str>, row: usize) {
        let (key, label) = self.key_of(&name, project);
        let is_person = match self.by_key.get(&key) {
            Some(&subject) => self.all[subject].is_person(),
            None => identity::kind_of(&key) == SubjectKind::Person && !self.joining.collectives.contains_key(&*key),
        };
        if !is_person {
            return;
        }
        let subject = match label {
            Some(label) => self.subject(key, name, Some(&label)),
            None => self.spelling(identity::person_key(&name), name),
        };
        self.all[subject].rejected.push(u32::try_from(row).unwrap_or(u32::MAX));
    }

    /// The key of whoever has a name on the sheet of a project, and what tells them from others of that name.
    fn key_of(&self, name: &str, project: Option<&str>) -> (String, Option<String>) {
        let key = identity::person_key(name);
        match self.joining.namesake(&key, project) {
            Some(label) => (format!("{key} ({})", identity::key(&label)), Some(label)),
            None => (self.joining.same.get(&*key).map_or(key, |names| names[0].key.clone()), None),
        }
    }

    /// Takes in a spelling that was not seen before.
    fn spelling(&mut self, key: String, written: Cow<'t, str>) -> usize {
        match self.joining.same.get(&*key) {
            None => self.subject(key, written, None),
            Some(names) => {
                let first = &names[0];
                let subject = self.subject(first.key.clone(), written, None);
                self.all[subject].name = identity::shown(&first.written);
                subject
            }
        }
    }

    /// The subject with a key, who is new if nobody had it before.
    fn subject(&mut self, key: String, written: Cow<'t, str>, label: Option<&str>) -> usize {
        let next = self.all.len();
        let subject = *self.by_key.entry(key.clone()).or_insert(next);
        if subject == next {
            self.all.push(self.new_subject(key, &written, label));
        } else if label.is_none()
            && identity::is_one_case(&self.all[subject].as_written[0])
            && !identity::is_one_case(&written)
        {
            // `D'ANGELO` tells less than `D'Angelo` about how the name is spelt.
            self.all[subject].name = identity::shown(&identity::bare(&written));
        }
        if self.spellings.insert((subject, written.clone())) {
            self.all[subject].as_written.push(written);
        }
        subject
    }

    fn new_subject(&self, key: String, written: &str, label: Option<&str>) -> Subject<'t> {
        let collective = self.joining.collectives.get(&*key);
        let kind = if collective.is_some() { SubjectKind::Collective } else { identity::kind_of(&key) };
        let staff_line = self.staff.and_then(|staff| self.joining.staff_line(&key, staff));
        let line = staff_line.and_then(|line| self.staff?.lines().get(line));
        let headcount = collective.copied().flatten();
        let is_person = kind == SubjectKind::Person;
        let shown = if is_person { identity::shown(&identity::bare(written)) } else { written.to_owned() };
        let name = match label {
            Some(label) => format!("{shown} ({label})"),
            None => shown,
        };
        Subject {
            key,
            name,
            as_written: Vec::new(),
            kind,
            commitments: Vec::new(),
            rejected: Vec::new(),
            capacity: match kind {
                SubjectKind::Person => Some(line.map_or(Percent::HUNDRED, |line| line.capacity)),
                SubjectKind::Collective => headcount.map(|people| Percent::HUNDRED.times(people)),
                SubjectKind::Vacancy => None,
            },
            working_time: line.and_then(|line| line.working_time),
            contracts: line.map_or_else(Cow::default, |line| Cow::Borrowed(&*line.contracts)),
            staff_line,
            is_certain: true,
        }
    }
}

/// What the settings say of names, by their keys.
#[derive(Debug, Default)]
struct Joining<'t> {
    /// All the names of a person who has several.
    same: HashMap<&'t str, &'t [Name]>,
    /// The headcount of collectives, where it is known.
    collectives: HashMap<&'t str, Option<u32>>,
    /// The projects of people who share their name with others, and what tells them apart.
    namesakes: HashMap<&'t str, Vec<(&'t Namesake, String)>>,
}

impl<'t> Joining<'t> {
    fn of(settings: &'t Settings) -> Self {
        let mut joining = Self::default();
        for group in &settings.same_person {
            let names = group.names();
            joining.same.extend(names.iter().map(|name| (&*name.key, names)));
        }
        for collective in &settings.collective {
            let headcount = collective.headcount.as_ref().map(|headcount| *headcount.get_ref());
            joining.collectives.insert(&collective.name.key, headcount);
        }
        for namesake in &settings.namesake {
            let known = joining.namesakes.entry(&namesake.name.key).or_default();
            let label = namesake.label.clone().unwrap_or_else(|| (known.len() + 1).to_string());
            known.push((namesake, label));
        }
        joining
    }

    /// The line of the staff file in which a person stands, by whichever name.
    fn staff_line(&self, key: &str, staff: &Staff) -> Option<usize> {
        // Of people of one name the staff file may have one line for all.
        let shared = key.split_once(" (").map_or(key, |(name, _)| name);
        let others = || self.same.get(key)?.iter().find_map(|name| staff.find(&name.key));
        staff.find(key).or_else(others).or_else(|| staff.find(shared))
    }

    fn is_namesake(&self, key: &str) -> bool {
        self.namesakes.contains_key(key)
    }

    /// What tells the one with this name who works on this project from the others.
    fn namesake(&self, key: &str, project: Option<&str>) -> Option<String> {
        let (own, project) = (self.namesakes.get(key)?, project?);
        own.iter().find(|(namesake, _)| namesake.has(project)).map(|(_, label)| label.clone())
    }
}
