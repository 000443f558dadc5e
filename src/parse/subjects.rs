//! Names → subjects: who is one person, as the names themselves and the settings say.

use std::borrow::Cow;

use foldhash::{HashMap, HashSet};

use super::joining::Joining;
use super::numbers::{Numbers, Who};
use super::part::Part;
use crate::identity;
use crate::model::{Contract, Percent, Subject, SubjectKind};
use crate::settings::{Settings, Staff, StaffLine};
use crate::source::Place;

/// The subjects by their names.
#[derive(Debug)]
pub struct Subjects<'t> {
    pub all: Vec<Subject<'t>>,
    by_spelling: HashMap<&'t str, usize>,
    /// By spelling and what stands in the column of numbers, where people are told by it.
    by_pair: HashMap<(&'t str, &'t str), usize>,
    by_key: HashMap<String, usize>,
    /// Every spelling of each.
    spellings: HashSet<(usize, Cow<'t, str>)>,
    joining: Joining<'t>,
    /// Those whose personnel numbers are known, and the subjects that they are, as far as they are any.
    numbers: Numbers,
    numbered: HashMap<usize, usize>,
    staff: Option<&'t Staff>,
}

/// Who may be meant by a name on the sheet of a project.
enum Meant {
    /// Whoever of that name has the personnel number, by place in [`Numbers`].
    Numbered(usize),
    /// One of several, likewise.
    Several(Vec<usize>),
    /// Somebody whom the settings, or nobody, tell from others of the name: the key, and what tells them.
    Named(String, Option<String>),
}

impl<'t> Subjects<'t> {
    /// No subjects so far, to be joined as the settings say, and the personnel numbers in the parts of a plan.
    pub fn new(settings: &'t Settings, staff: Option<&'t Staff>, parts: &[Part<'t>]) -> Self {
        let joining = Joining::of(settings);
        let numbers = Numbers::of(parts, settings, &joining, staff);
        Self {
            all: Vec::new(),
            by_spelling: HashMap::default(),
            by_pair: HashMap::default(),
            by_key: HashMap::default(),
            spellings: HashSet::default(),
            joining,
            numbers,
            numbered: HashMap::default(),
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

    /// The subject whose name, and perhaps number, are written at some places on the sheet of a project, and who has the commitment `row`;
    /// none if nothing says which of several it is.
    pub fn of(
        &mut self,
        (name, number): (Place<'t>, Option<Place<'t>>),
        project: Option<&str>,
        row: usize,
    ) -> Option<usize> {
        // What is written in two cells does not say in which order they are read.
        let is_kept = !name.is_of_two_cells();
        let pair = || (name.raw(), number.map_or("", Place::raw));
        let known = match () {
            () if !is_kept => None,
            () if self.numbers.is_empty() => self.by_spelling.get(name.raw()).copied(),
            () => self.by_pair.get(&pair()).copied(),
        };
        let subject = if let Some(subject) = known {
            subject
        } else {
            let written = name.words();
            // On other projects the name may be somebody else's.
            let is_kept = is_kept && !self.joining.is_namesake(&identity::person_key(&written));
            let subject = self.subject_meant(written, number, project)?;
            match () {
                () if !is_kept => {}
                () if self.numbers.is_empty() => drop(self.by_spelling.insert(name.raw(), subject)),
                () => drop(self.by_pair.insert(pair(), subject)),
            }
            subject
        };
        self.all[subject].commitments.push(u32::try_from(row).unwrap_or(u32::MAX));
        Some(subject)
    }

    /// The subject whom a name means, who is new if nobody had it before; none if nothing says which of several it is.
    fn subject_meant(
        &mut self,
        written: Cow<'t, str>,
        number: Option<Place<'t>>,
        project: Option<&str>,
    ) -> Option<usize> {
        Some(match self.meant(&written, number, project) {
            Meant::Several(_) => return None,
            Meant::Numbered(person) => self.numbered_subject(person, written),
            Meant::Named(key, Some(label)) => self.subject(key, written, Some(&label)),
            Meant::Named(..) => self.spelling(identity::person_key(&written), written),
        })
    }

    /// The people whom a name on the sheet of a project may mean, as far as they are known: nobody, if it is that of no person; several,
    /// if nothing says which.
    pub fn known(&self, name: &str, number: Option<Place<'_>>, project: Option<&str>) -> Vec<usize> {
        let known = match self.meant(name, number, project) {
            Meant::Numbered(person) => self.subjects_of(&[person]),
            Meant::Several(people) => self.subjects_of(&people),
            Meant::Named(key, _) => self.by_key.get(&key).copied().into_iter().collect(),
        };
        known.into_iter().filter(|&subject| self.all[subject].is_person()).collect()
    }

    /// Gives a row that does not count to the person whose name it bears, who is new if nobody had it before, and to all who may be
    /// meant; what is no person's name says nothing.
    pub fn reject(&mut self, name: Cow<'t, str>, number: Option<Place<'t>>, project: Option<&str>, row: usize) {
        let subjects = match self.meant(&name, number, project) {
            Meant::Numbered(person) => vec![self.numbered_subject(person, name)],
            Meant::Several(people) => {
                people.into_iter().map(|person| self.numbered_subject(person, name.clone())).collect()
            }
            Meant::Named(key, label) => {
                let is_person = match self.by_key.get(&key) {
                    Some(&subject) => self.all[subject].is_person(),
                    None => {
                        identity::kind_of(&key) == SubjectKind::Person && !self.joining.collectives.contains_key(&*key)
                    }
                };
                match label {
                    _ if !is_person => Vec::new(),
                    Some(label) => vec![self.subject(key, name, Some(&label))],
                    None => vec![self.spelling(identity::person_key(&name), name)],
                }
            }
        };
        for subject in subjects {
            self.all[subject].rejected.push(u32::try_from(row).unwrap_or(u32::MAX));
        }
    }

    /// Whether what stands beside a name in the column of personnel numbers is one.
    pub fn is_number(&self, name: Place<'_>, number: Place<'_>) -> bool {
        let is_remark = || {
            let key = identity::person_key(&name.words());
            self.numbers.is_remark(self.joining.first(&key), &number.words())
        };
        identity::number_key(&number.words()).is_some() && !(self.numbers.have_remarks() && is_remark())
    }

    /// The subjects whom their personnel numbers tell.
    pub fn numbered(&self) -> HashSet<usize> {
        self.numbered.values().copied().collect()
    }

    /// Who may be meant by a name on the sheet of a project, beside which a number stands: by the settings for that project, then by
    /// the number, then by the name.
    fn meant(&self, name: &str, number: Option<Place<'_>>, project: Option<&str>) -> Meant {
        let key = identity::person_key(name);
        let first = self.joining.first(&key);
        if let Some(label) = self.joining.namesake(&key, project) {
            return match self.numbers.labelled(first, &label) {
                Some(person) => Meant::Numbered(person),
                None => Meant::Named(format!("{key} ({})", identity::key(&label)), Some(label)),
            };
        }
        match self.numbers.who(first, number.map(Place::words).as_deref()) {
            Who::One(person) => Meant::Numbered(person),
            Who::Several(people) => Meant::Several(people.to_vec()),
            Who::Unknown => Meant::Named(first.to_owned(), None),
        }
    }

    /// The subjects that some of those are whose personnel numbers are known.
    fn subjects_of(&self, people: &[usize]) -> Vec<usize> {
        people.iter().filter_map(|person| self.numbered.get(person).copied()).collect()
    }

    /// The subject that one of those is whose personnel numbers are known.
    fn numbered_subject(&mut self, person: usize, written: Cow<'t, str>) -> usize {
        let own = self.numbers.person(person);
        let (key, label, name) = (own.key.clone(), own.label.clone(), own.name.clone());
        let (number, staff_line, is_certain) = (own.number.clone(), own.staff_line, own.is_certain);
        let subject = self.subject(key, written, label.as_deref());
        if self.numbered.insert(person, subject).is_none() {
            self.all[subject].number = number;
            self.all[subject].is_certain = is_certain;
            self.set_staff_line(subject, staff_line);
        }
        if let Some(name) = name {
            self.all[subject].name = labelled(name, label.as_deref());
        }
        subject
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
        Subject {
            key,
            name: labelled(shown, label),
            // Most names are written in one way.
            as_written: Vec::with_capacity(1),
            kind,
            commitments: Vec::new(),
            rejected: Vec::new(),
            capacity: match kind {
                SubjectKind::Person => Some(line.map_or(Percent::HUNDRED, |line| line.capacity)),
                SubjectKind::Collective => headcount.map(|people| Percent::HUNDRED.times(people)),
                SubjectKind::Vacancy => None,
            },
            working_time: line.and_then(|line| line.working_time),
            // A share of a collective is none of one person's time.
            contracts: contracts(line.filter(|_| is_person)),
            staff_line,
            number: line.filter(|line| line.number_key().is_some()).and_then(|line| line.matricola.clone()),
            is_certain: true,
        }
    }

    /// Gives a person the line of the staff file that is known to be theirs, or none.
    fn set_staff_line(&mut self, subject: usize, staff_line: Option<usize>) {
        let line = staff_line.and_then(|line| self.staff?.lines().get(line));
        let subject = &mut self.all[subject];
        subject.staff_line = staff_line;
        subject.capacity = Some(line.map_or(Percent::HUNDRED, |line| line.capacity));
        subject.working_time = line.and_then(|line| line.working_time);
        subject.contracts = contracts(line);
    }
}

/// The contracts that a line of the staff file states.
fn contracts(line: Option<&StaffLine>) -> Cow<'_, [Contract]> {
    line.map_or_else(Cow::default, |line| Cow::Borrowed(&*line.contracts))
}

/// A name with what tells its bearer from others.
fn labelled(name: String, label: Option<&str>) -> String {
    match label {
        Some(label) => format!("{name} ({label})"),
        None => name,
    }
}
