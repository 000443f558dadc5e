//! Personnel numbers → who is one person: one number is one person, and one name with two numbers is two.

use foldhash::{HashMap, HashSet};

use super::joining::Joining;
use super::part::Part;
use super::sightings::{Cluster, Seen, Sightings};
use crate::identity;
use crate::settings::{Settings, Staff};

/// The people whose numbers are known, by plan or staff file, and who of them stands in a row. It does not matter in which order the
/// rows stand.
#[derive(Debug, Default)]
pub struct Numbers {
    people: Vec<Numbered>,
    /// By number and name.
    by_pair: HashMap<(String, String), usize>,
    /// By name: several, where they share one.
    by_name: HashMap<String, Vec<usize>>,
    /// What stands in the column of numbers beside some names and is none, by its key and that of the name.
    remarks: HashSet<(String, String)>,
}

/// Somebody whose number is known.
#[derive(Debug)]
pub struct Numbered {
    /// The key of the subject.
    pub key: String,
    /// How the name is shown, without what tells its bearers apart; none where no row with a number says it.
    pub name: Option<String>,
    /// What tells this one from others of the name, if there are any: the number.
    pub label: Option<String>,
    /// The number as it is written in full; none if there are several.
    pub number: Option<String>,
    /// The number of the line in the staff file.
    pub staff_line: Option<usize>,
    /// Whether the numbers are those of one person, and the staff file does not give them to somebody else.
    pub is_certain: bool,
    names: Vec<String>,
}

/// Who a name and a number mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who<'n> {
    /// Nobody whose number is known.
    Unknown,
    /// One of those whose numbers are known, by place.
    One(usize),
    /// One of several, and nothing says which.
    Several(&'n [usize]),
}

impl Numbers {
    /// The people with numbers in the parts of a plan; none where they are not needed to tell people apart.
    pub fn of(parts: &[Part<'_>], settings: &Settings, joining: &Joining<'_>, staff: Option<&Staff>) -> Self {
        let mut sightings = Sightings::of(parts, joining);
        let remarks = sightings.take_remarks();
        if sightings.is_empty() && !staff.is_some_and(Staff::has_namesakes) {
            return Self { remarks, ..Self::default() };
        }
        sightings.add_staff(staff, joining);
        sightings.join(&settings.same_person);
        let mut numbers = Self { remarks, ..Self::default() };
        let clusters = sightings.clusters();
        let doubtful = Doubtful::of(&clusters, settings);
        for cluster in clusters.iter().filter(|cluster| !doubtful.has(cluster)) {
            numbers.add(cluster, settings, joining);
        }
        for cluster in doubtful.by_name(&clusters) {
            numbers.add_person(&cluster, &cluster.names, joining);
        }
        numbers.find_staff_by_name(staff);
        numbers.label(joining);
        numbers
    }

    /// Whether nobody's number is known.
    pub fn is_empty(&self) -> bool {
        self.people.is_empty()
    }

    /// Whether anything in the column of numbers is none.
    pub fn have_remarks(&self) -> bool {
        !self.remarks.is_empty()
    }

    /// Whether what is written beside a name in the column of numbers is none.
    pub fn is_remark(&self, key: &str, written: &str) -> bool {
        identity::number_key(written).is_some_and(|number| self.remarks.contains(&(number, key.to_owned())))
    }

    /// Somebody by place.
    pub fn person(&self, at: usize) -> &Numbered {
        &self.people[at]
    }

    /// Who is meant by the key of a name, by which whoever has it goes, and what is written in the column of numbers.
    pub fn who(&self, key: &str, number: Option<&str>) -> Who<'_> {
        let number = number.and_then(identity::number_key);
        if let Some(&one) = number.and_then(|number| self.by_pair.get(&(number, key.to_owned()))) {
            return Who::One(one);
        }
        match self.by_name.get(key).map_or(&[][..], Vec::as_slice) {
            [] => Who::Unknown,
            [one] => Who::One(*one),
            several => Who::Several(several),
        }
    }

    /// Whoever of a name has the number that somebody is called by in the settings.
    pub fn labelled(&self, key: &str, label: &str) -> Option<usize> {
        self.by_pair.get(&(identity::number_key(label)?, key.to_owned())).copied()
    }

    /// Takes in those who have some numbers that belong together: one, if the settings do not tell their names apart.
    fn add(&mut self, cluster: &Cluster<'_>, settings: &Settings, joining: &Joining<'_>) {
        if is_told_apart(cluster, settings) {
            for name in &cluster.names {
                self.add_person(cluster, &[name], joining);
            }
        } else {
            self.add_person(cluster, &cluster.names, joining);
        }
    }

    fn add_person(&mut self, cluster: &Cluster<'_>, names: &[&Seen], joining: &Joining<'_>) {
        // Most of all, then first.
        let Some(main) = names.iter().rev().max_by_key(|name| name.rows).copied().or(cluster.of_staff) else { return };
        let at = self.people.len();
        let fits = |own: &Seen| names.is_empty() || names.iter().any(|name| identity::may_be_one(&name.key, &own.key));
        // Of several people who share a number the staff file has one.
        let is_all = names.len() == cluster.names.len();
        let of_staff = cluster.of_staff.filter(|own| is_all || fits(own));
        let fits_staff = of_staff.is_none_or(fits);
        let mut keys: Vec<String> = names.iter().map(|name| name.key.clone()).collect();
        keys.extend(of_staff.filter(|_| fits_staff).map(|own| own.key.clone()));
        keys.sort_unstable();
        keys.dedup();
        for key in &keys {
            self.by_name.entry(key.clone()).or_default().push(at);
            for (number, _) in &cluster.numbers {
                self.by_pair.insert(((*number).to_owned(), key.clone()), at);
            }
        }
        let group = joining.same.get(&*main.key).map(|names| &names[0].written);
        let shown = |written: &str| identity::shown(&identity::bare(written));
        let own = cluster.numbers.iter().filter(|(number, _)| !identity::is_tax_code(number));
        let written: Vec<&str> = own.map(|(_, written)| *written).collect();
        let first =
            written.first().or(cluster.numbers.first().map(|(_, written)| written)).map(|own| (*own).to_owned());
        self.people.push(Numbered {
            key: main.key.clone(),
            name: group.map(|own| shown(own)).or((!names.is_empty()).then(|| shown(&main.written))),
            label: first.clone(),
            number: first.filter(|_| written.len() < 2),
            staff_line: of_staff.and_then(|own| own.staff_line),
            is_certain: fits_staff && !cluster.is_doubtful,
            names: keys,
        });
    }

    /// Gives those whose number the staff file does not have the line of their name, if that has no number and nobody else has it.
    fn find_staff_by_name(&mut self, staff: Option<&Staff>) {
        let Some(staff) = staff else { return };
        for person in self.people.iter_mut().filter(|person| person.staff_line.is_none()) {
            let is_alone = |name: &&String| self.by_name.get(*name).is_some_and(|people| people.len() == 1);
            let lines = person.names.iter().filter(is_alone).filter_map(|name| staff.find(name));
            person.staff_line = lines.filter(|&line| staff.lines()[line].number_key().is_none()).min();
        }
    }

    /// Tells those apart who share a name with others, by their numbers.
    fn label(&mut self, joining: &Joining<'_>) {
        for person in &mut self.people {
            let is_shared = |name: &String| self.by_name[name].len() > 1 || joining.is_namesake(name);
            person.label = person.label.take().filter(|_| person.names.iter().any(is_shared));
            if let Some(label) = &person.label {
                person.key = format!("{} ({})", person.key, identity::key(label));
            }
        }
    }
}

/// Whether the settings tell apart any of the names that stand beside some numbers.
fn is_told_apart(cluster: &Cluster<'_>, settings: &Settings) -> bool {
    let keys = || cluster.names.iter().map(|name| &*name.key);
    !settings.not_same.is_empty() && keys().any(|one| keys().any(|other| settings.are_told_apart(one, other)))
}

/// The names whose numbers tell nobody apart.
struct Doubtful<'c> {
    names: HashSet<&'c str>,
}

impl<'c> Doubtful<'c> {
    /// Those that share a number though they are no spellings of each other; all that have several, if so many have that the column
    /// holds something else; and whoever shares a number with one of these.
    fn of(clusters: &[Cluster<'c>], settings: &Settings) -> Self {
        let mut with_name: HashMap<&str, Vec<usize>> = HashMap::default();
        let mut rows: HashMap<&str, usize> = HashMap::default();
        for (at, cluster) in clusters.iter().enumerate() {
            for name in &cluster.names {
                with_name.entry(&name.key).or_default().push(at);
                *rows.entry(&name.key).or_default() += name.rows;
            }
        }
        let again = rows.values().filter(|rows| **rows > 1).count();
        let several = with_name.values().filter(|clusters| clusters.len() > 1).count();
        // Few people share their names with others.
        let is_another_column = several > 1 && several * 2 > again;
        let is_doubtful = |cluster: &Cluster<'c>| {
            let keys: Vec<&str> = cluster.names.iter().map(|name| &*name.key).collect();
            let is_one = is_told_apart(cluster, settings) || identity::may_all_be_one(&keys);
            !is_one || (is_another_column && keys.iter().any(|key| with_name[key].len() > 1))
        };
        let mut names: HashSet<&str> = HashSet::default();
        let mut next: Vec<usize> = (0..clusters.len()).filter(|&at| is_doubtful(&clusters[at])).collect();
        while let Some(cluster) = next.pop() {
            for name in &clusters[cluster].names {
                if names.insert(&name.key) {
                    next.extend(&with_name[&*name.key]);
                }
            }
        }
        Self { names }
    }

    fn has(&self, cluster: &Cluster<'_>) -> bool {
        cluster.names.iter().any(|name| self.names.contains(&*name.key))
    }

    /// Each name with all its numbers.
    fn by_name(&self, clusters: &[Cluster<'c>]) -> Vec<Cluster<'c>> {
        let mut all: Vec<Cluster<'c>> = Vec::new();
        let mut known: HashMap<&str, usize> = HashMap::default();
        for cluster in clusters {
            for name in cluster.names.iter().filter(|name| self.names.contains(&*name.key)) {
                let at = *known.entry(&name.key).or_insert(all.len());
                if at == all.len() {
                    all.push(Cluster { names: vec![*name], ..Cluster::default() });
                }
                all[at].numbers.extend(&cluster.numbers);
                let of_staff = cluster.of_staff.filter(|own| identity::may_be_one(&own.key, &name.key));
                all[at].of_staff = all[at].of_staff.or(of_staff);
                all[at].is_doubtful = all[at].numbers.len() > 1;
            }
        }
        all
    }
}
