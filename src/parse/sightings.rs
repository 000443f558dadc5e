//! Which names stand beside which personnel numbers, in the rows of a plan and the lines of the staff file.

use std::borrow::Cow;

use foldhash::{HashMap, HashSet};

use super::joining::Joining;
use super::part::Part;
use crate::identity;
use crate::model::SubjectKind;
use crate::settings::{NameGroup, Staff};

/// A name beside a number.
#[derive(Debug)]
pub struct Seen {
    /// The key of the name by which whoever has it goes.
    pub key: String,
    /// The keys of the spellings that stand there.
    own: Vec<String>,
    /// The spelling that tells most.
    pub written: String,
    /// In how many rows it stands that may count.
    pub rows: usize,
    /// The line of the staff file, if it stands there.
    pub staff_line: Option<usize>,
}

/// Numbers that are one person's, unless their names say otherwise.
#[derive(Debug, Default)]
pub struct Cluster<'e> {
    /// Their keys, and how they are written.
    pub numbers: Vec<(&'e str, &'e str)>,
    /// The names that stand beside them in the plan, in the order of the documents.
    pub names: Vec<&'e Seen>,
    /// The one that the staff file has for them.
    pub of_staff: Option<&'e Seen>,
    /// Whether it is not certain that they are one person's.
    pub is_doubtful: bool,
}

/// All numbers, and which of them belong together.
#[derive(Debug, Default)]
pub struct Sightings {
    numbers: Vec<Number>,
    by_key: HashMap<String, usize>,
    /// Of each the number, by place, with which it belongs together; itself, if it is the first of them.
    parents: Vec<usize>,
    /// What stands beside some names and is no number, by its key and that of the name.
    remarks: HashSet<(String, String)>,
}

/// A number and the names beside it, in the order of the documents.
#[derive(Debug)]
struct Number {
    key: String,
    /// How it is written in full.
    written: String,
    names: Vec<Seen>,
    of_staff: Option<Seen>,
}

impl Sightings {
    /// What stands in the rows of a plan's parts; those that the settings give to one of several people of a name say nothing.
    pub fn of(parts: &[Part<'_>], joining: &Joining<'_>) -> Self {
        let mut sightings = Self::default();
        for Pair { name, number, rows } in pairs(parts, joining) {
            let own = identity::person_key(&name);
            let key = joining.first(&own).to_owned();
            let is_person = identity::kind_of(&key) == SubjectKind::Person && !joining.collectives.contains_key(&*key);
            if !is_person || key.is_empty() {
                continue;
            }
            if let Some(at) = sightings.number(&number) {
                let written = name.into_owned();
                sightings.numbers[at].see(Seen { key, own: vec![own], written, rows, staff_line: None });
            }
        }
        sightings.drop_remarks();
        sightings
    }

    /// Whether there is no number.
    pub fn is_empty(&self) -> bool {
        self.numbers.is_empty()
    }

    /// Adds what stands in the lines of the staff file.
    pub fn add_staff(&mut self, staff: Option<&Staff>, joining: &Joining<'_>) {
        for (at, line) in staff.map_or(&[][..], Staff::lines).iter().enumerate() {
            let Some(number) = line.matricola.as_deref().and_then(|number| self.number(number)) else { continue };
            let key = joining.first(&line.key).to_owned();
            let own = vec![line.key.clone()];
            self.numbers[number].of_staff =
                Some(Seen { key, own, written: line.written.clone(), rows: 0, staff_line: Some(at) });
        }
    }

    /// Joins the numbers that belong together, as the settings say, or since a name has a personnel number and a tax code.
    pub fn join(&mut self, same_person: &[NameGroup]) {
        let mut by_name: HashMap<String, Vec<usize>> = HashMap::default();
        for (at, number) in self.numbers.iter().enumerate() {
            for own in number.seen().flat_map(|seen| &seen.own) {
                let known = by_name.entry(own.clone()).or_default();
                if known.last() != Some(&at) {
                    known.push(at);
                }
            }
        }
        for group in same_person {
            let joined = self.of_group(group, &by_name);
            self.join_all(&joined);
        }
        let is_tax_code = |at: &usize| identity::is_tax_code(&self.numbers[*at].key);
        let has_both =
            |numbers: &&Vec<usize>| numbers.len() == 2 && numbers.iter().filter(|at| is_tax_code(at)).count() == 1;
        let both: Vec<&Vec<usize>> = by_name.values().filter(has_both).collect();
        for pair in both {
            self.join_all(pair);
        }
    }

    /// The numbers of names that are one person's by the settings: none where one of the names has several, but those that the settings
    /// name: `Rossi Mario (2002)`.
    fn of_group(&self, group: &NameGroup, by_name: &HashMap<String, Vec<usize>>) -> Vec<usize> {
        let of_name = |key: &str| by_name.get(key).map_or(&[][..], Vec::as_slice);
        let each: Vec<&[usize]> = group.names().iter().map(|name| of_name(&name.key)).collect();
        let mut joined = if each.iter().all(|numbers| numbers.len() < 2) { each.concat() } else { Vec::new() };
        for name in group.names() {
            let whole = identity::key(&name.written);
            let Some((own, label)) = whole.strip_suffix(')').and_then(|whole| whole.split_once(" (")) else { continue };
            let Some(&number) = identity::number_key(label).and_then(|number| self.by_key.get(&number)) else {
                continue;
            };
            joined.extend(of_name(own).iter().filter(|&&at| at == number));
        }
        joined
    }

    /// Those of numbers that belong together, each time.
    pub fn clusters(&self) -> Vec<Cluster<'_>> {
        let mut clusters: Vec<Cluster<'_>> = Vec::new();
        let mut known: HashMap<usize, usize> = HashMap::default();
        for (at, number) in self.numbers.iter().enumerate() {
            let own = *known.entry(self.root(at)).or_insert(clusters.len());
            if own == clusters.len() {
                clusters.push(Cluster::default());
            }
            let cluster = &mut clusters[own];
            cluster.numbers.push((&number.key, &number.written));
            cluster.of_staff = cluster.of_staff.or(number.of_staff.as_ref());
            for name in &number.names {
                if !cluster.names.iter().any(|known| known.key == name.key) {
                    cluster.names.push(name);
                }
            }
        }
        clusters
    }

    /// The number that is written so, by place, which is new if it was not seen before; none if it is no number.
    fn number(&mut self, written: &str) -> Option<usize> {
        let key = identity::number_key(written)?;
        let written = written.trim();
        let at = *self.by_key.entry(key.clone()).or_insert(self.numbers.len());
        if at == self.numbers.len() {
            self.parents.push(at);
            self.numbers.push(Number { key, written: written.to_owned(), names: Vec::new(), of_staff: None });
        }
        let number = &mut self.numbers[at];
        // What one spreadsheet dropped, another one keeps.
        let fullness = |text: &str| (text.chars().all(char::is_alphanumeric), text.len());
        if fullness(written) > fullness(&number.written) {
            written.clone_into(&mut number.written);
        }
        Some(at)
    }

    /// Takes out what has no digit and stands beside the names of several people: a remark, not a number. Beside the name of somebody
    /// who has a number elsewhere it may say that this is another one.
    fn drop_remarks(&mut self) {
        let has_digit = |number: &Number| number.key.bytes().any(|byte| byte.is_ascii_digit());
        let with_number = self.numbers.iter().filter(|number| has_digit(number)).flat_map(|number| &number.names);
        let with_number: HashSet<String> = with_number.map(|name| name.key.clone()).collect();
        for number in self.numbers.iter_mut().filter(|number| !has_digit(number)) {
            let keys: Vec<&str> = number.names.iter().map(|name| &*name.key).collect();
            if identity::may_all_be_one(&keys) {
                continue;
            }
            let (kept, others) =
                std::mem::take(&mut number.names).into_iter().partition(|own| with_number.contains(&own.key));
            number.names = kept;
            let others: Vec<Seen> = others;
            self.remarks.extend(others.into_iter().map(|own| (number.key.clone(), own.key)));
        }
        // What stands beside nobody is no number of anybody.
        self.numbers.retain(|number| !number.names.is_empty());
        self.by_key = self.numbers.iter().enumerate().map(|(at, number)| (number.key.clone(), at)).collect();
        self.parents = (0..self.numbers.len()).collect();
    }

    /// What stands beside some names and is no number.
    pub fn take_remarks(&mut self) -> HashSet<(String, String)> {
        std::mem::take(&mut self.remarks)
    }

    fn join_all(&mut self, numbers: &[usize]) {
        for pair in numbers.windows(2) {
            let (one, other) = (self.root(pair[0]), self.root(pair[1]));
            self.parents[one.max(other)] = one.min(other);
        }
    }

    fn root(&self, mut number: usize) -> usize {
        while self.parents[number] != number {
            number = self.parents[number];
        }
        number
    }
}

/// A name and what stands in the column of numbers beside it.
struct Pair<'p> {
    name: Cow<'p, str>,
    number: Cow<'p, str>,
    /// In how many rows that may count.
    rows: usize,
}

/// Every name and number of some parts, each once, in the order of the documents.
fn pairs<'p>(parts: &'p [Part<'_>], joining: &Joining<'_>) -> Vec<Pair<'p>> {
    let mut known: HashMap<(Cow<'p, str>, &str), usize> = HashMap::default();
    let mut pairs: Vec<Pair<'p>> = Vec::new();
    for part in parts {
        let code = |sheet: usize| part.sheets[sheet].code.as_deref();
        let rows = part.rows.iter().filter_map(|row| Some((row.name.words(), row.number?, code(row.sheet), 1)));
        let others = part.rejected.iter();
        let rejected = others.filter_map(|row| Some((row.name.clone()?, row.number?, row.sheet.and_then(code), 0)));
        for (name, number, project, counts) in rows.chain(rejected) {
            let is_told = || joining.namesake(&identity::person_key(&name), project).is_some();
            if !joining.namesakes.is_empty() && is_told() {
                continue;
            }
            let pair = *known.entry((name.clone(), number.raw())).or_insert(pairs.len());
            match pairs.get_mut(pair) {
                Some(pair) => pair.rows += counts,
                None => pairs.push(Pair { name, number: number.words(), rows: counts }),
            }
        }
    }
    pairs
}

impl Number {
    /// Takes in a name that stands beside it in the plan.
    fn see(&mut self, name: Seen) {
        let Some(known) = self.names.iter_mut().find(|known| known.key == name.key) else {
            self.names.push(name);
            return;
        };
        known.rows += name.rows;
        if identity::is_one_case(&known.written) && !identity::is_one_case(&name.written) {
            known.written = name.written;
        }
        known.own.extend(name.own);
    }

    /// The names beside it, in plan and staff file.
    fn seen(&self) -> impl Iterator<Item = &Seen> {
        self.names.iter().chain(&self.of_staff)
    }
}
