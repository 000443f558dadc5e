//! Names that are probably one person's, by their spelling and by what the plan knows of them.

use std::cell::{OnceCell, RefCell};
use std::cmp::Reverse;

use foldhash::{HashMap, HashSet};

use super::people::{Standing, Status};
use crate::finding::{Balance, SamePerson};
use crate::identity::{self, Likeness, Neighbours, Shape, Slip};
use crate::model::{Percent, Plan, Role};
use crate::settings::NameGroup;

/// The pairs of names of a plan that are probably one person's, those with the strongest evidence
/// first; those that `different` names apart are left out.
///
/// Two who stand on one sheet are two people, and so are two who are both full, or both in the staff
/// file. What the spelling alone does not make probable must make the capacity, in one CDR or role.
pub fn same_person(
    plan: &Plan<'_>,
    standings: &[Standing],
    tolerance: Percent,
    different: &[NameGroup],
) -> Vec<SamePerson> {
    let names = Names::of(plan, standings);
    let different = Different::of(different);
    let known = Known::of(plan);
    let mut pairs = Vec::new();
    for (one, other) in names.pairs() {
        let (one, other) = (&names.people[one], &names.people[other]);
        let Some(likeness) = names.likeness(one, other) else { continue };
        let [one, other] = [one.standing, other.standing];
        let [own, others] = [one, other].map(|standing| identity::keys(&plan.subjects[standing.subject]));
        // Two who are told apart by project have one spelling.
        let are_namesakes = own.iter().skip(1).chain(&others[1..]).any(|key| own.contains(key) && others.contains(key));
        if !are_namesakes && !different.tells_apart(&own, &others) {
            pairs.extend(judge(&known, one, other, likeness, tolerance));
        }
    }
    drop_ambiguous(plan, &mut pairs);
    pairs.sort_by_key(|pair| (Reverse(strength(pair)), pair.subjects));
    pairs
}

/// How much speaks for a pair: more is more.
fn strength(pair: &SamePerson) -> u32 {
    let spelling = match pair.slip {
        Slip::Order | Slip::Spacing | Slip::LookAlike => 3,
        Slip::Letters(1) => 2,
        Slip::Letters(_) | Slip::Initial | Slip::MissingName | Slip::Suffix => 1,
    };
    4 * u32::from(pair.makes_capacity) + spelling + u32::from(pair.same_cdr) + u32::from(pair.same_role)
}

/// Which names the settings tell apart.
struct Different<'a> {
    /// For every name the groups in which it stands, each with its place there.
    groups: HashMap<&'a str, Vec<(usize, usize)>>,
}

impl<'a> Different<'a> {
    fn of(different: &'a [NameGroup]) -> Self {
        let mut groups: HashMap<&str, Vec<(usize, usize)>> = HashMap::default();
        for (number, group) in different.iter().enumerate() {
            for (place, name) in group.names().iter().enumerate() {
                groups.entry(&name.key).or_default().push((number, place));
            }
        }
        Self { groups }
    }

    /// Whether two people, each given by the keys of all their spellings, stand in one group under two names.
    fn tells_apart(&self, one: &[String], other: &[String]) -> bool {
        let [own, others] = [one, other].map(|keys| self.of_person(keys));
        own.iter().any(|(group, place)| others.get(group).is_some_and(|other| other != place))
    }

    /// The groups in which somebody stands, each with the first place.
    fn of_person(&self, keys: &[String]) -> HashMap<usize, usize> {
        let mut first = HashMap::default();
        for &(group, place) in keys.iter().filter_map(|key| self.groups.get(&**key)).flatten() {
            let known = first.entry(group).or_insert(place);
            *known = place.min(*known);
        }
        first
    }
}

/// The names of a plan's people.
struct Names<'a> {
    people: Vec<Person<'a>>,
    /// Who bears a word in their name, and what every name is; worked out only if it is asked for.
    words: OnceCell<Words<'a>>,
}

struct Words<'a> {
    /// Every word with the last of its bearers, by their place among all.
    last: HashMap<&'a str, usize>,
    /// A person who bears a word, and the place of the one before who bears the same one.
    bearers: Vec<(usize, Option<usize>)>,
    /// Every name as its words, sorted.
    names: HashSet<Vec<&'a str>>,
    /// Of two words, by the last of their bearers, whether the first has a life of its own, as far as it was asked for.
    known: RefCell<HashMap<(usize, usize), bool>>,
}

struct Person<'a> {
    standing: &'a Standing,
    key: &'a str,
    shape: Shape<'a>,
    /// If the name is of one word, whether a title stands beside it: then it is a surname, and the first name is left out.
    single: Option<bool>,
    /// Whether the total is below the capacity: of two who are not, none lacks anything.
    lacks: bool,
    in_staff_file: bool,
    /// The personnel number: two who have each one of a kind are two.
    number: Option<&'a str>,
}

impl<'a> Names<'a> {
    fn of(plan: &'a Plan<'_>, standings: &'a [Standing]) -> Self {
        // Where nobody lacks anything, there is nothing to be found.
        let anybody_lacks = standings.iter().any(|standing| standing.status == Some(Status::Under));
        // Who has no row that counts is known by a name alone.
        let is_asked = |standing: &&Standing| standing.rows > 0 && plan.subjects[standing.subject].is_person();
        let people = standings.iter().filter(|standing| anybody_lacks && is_asked(standing));
        let person = |standing: &'a Standing| {
            let subject = &plan.subjects[standing.subject];
            let shape = Shape::of(&subject.key);
            Person {
                standing,
                key: &subject.key,
                single: (shape.words().len() == 1)
                    .then(|| subject.as_written.iter().any(|written| identity::has_title(written))),
                shape,
                lacks: standing.status == Some(Status::Under),
                in_staff_file: subject.staff_line.is_some(),
                number: subject.number.as_deref(),
            }
        };
        Self { people: people.map(person).collect(), words: OnceCell::new() }
    }

    /// The pairs of people, by their numbers, whose names may be alike.
    fn pairs(&self) -> Vec<(usize, usize)> {
        /// Up to so many, it takes longer to find out who is like whom than to compare all.
        const FEW: usize = 128;
        if self.people.len() <= FEW {
            let with = |one: usize| (one + 1..self.people.len()).map(move |other| (one, other));
            return (0..self.people.len()).flat_map(with).collect();
        }
        let shapes: Vec<Shape<'_>> = self.people.iter().map(|person| person.shape.clone()).collect();
        let is_whole = |number: usize| self.people[number].single.is_none();
        let near = Neighbours::of(&shapes).pairs(&shapes).into_iter();
        let mut pairs = self.surnames();
        pairs.extend(near.filter(|&(one, other)| is_whole(one) && is_whole(other)));
        pairs.extend(self.suffixed());
        pairs.sort_unstable();
        pairs.dedup();
        pairs
    }

    /// The pairs of names that are the same but for what stands behind them.
    fn suffixed(&self) -> Vec<(usize, usize)> {
        /// Of more people of one name, nobody is asked whether they are one.
        const MOST: usize = 16;
        let mut by_name: HashMap<&str, Vec<usize>> = HashMap::default();
        for (number, person) in self.people.iter().enumerate() {
            by_name.entry(identity::without_suffix(person.key).unwrap_or(person.key)).or_default().push(number);
        }
        let several = by_name.into_values().filter(|people| (2..=MOST).contains(&people.len()));
        several
            .flat_map(|people| {
                (1..people.len()).flat_map(move |at| {
                    let people = people.clone();
                    (0..at).map(move |first| (people[first], people[at]))
                })
            })
            .collect()
    }

    /// The pairs of a name of one word and one that begins or ends with it.
    fn surnames(&self) -> Vec<(usize, usize)> {
        let singles = self.people.iter().enumerate().filter(|(_, person)| person.single.is_some());
        let mut by_word: HashMap<&str, Vec<usize>> = HashMap::default();
        for (number, person) in singles {
            by_word.entry(person.shape.words()[0]).or_default().push(number);
        }
        let mut pairs = Vec::new();
        for (number, person) in self.people.iter().enumerate().filter(|(_, person)| person.single.is_none()) {
            let words = person.shape.words();
            let ends = words.first().into_iter().chain(words.last().filter(|last| words.first() != Some(last)));
            let singles = ends.filter_map(|word| by_word.get(word)).flatten();
            pairs.extend(singles.map(|&single| (single.min(number), single.max(number))));
        }
        pairs
    }

    fn likeness(&self, one: &Person<'_>, other: &Person<'_>) -> Option<Likeness> {
        let has_numbers = one
            .number
            .zip(other.number)
            .is_some_and(|(own, others)| identity::is_tax_code(own) == identity::is_tax_code(others));
        let is_worth_it = (one.lacks || other.lacks) && !(one.in_staff_file && other.in_staff_file) && !has_numbers;
        if !is_worth_it {
            return None;
        }
        if let Some(likeness) = identity::suffixed(one.key, other.key) {
            return Some(likeness);
        }
        if let Some(by_itself) = one.single.or(other.single) {
            let is_one = one.shape.is_surname_of(&other.shape) || other.shape.is_surname_of(&one.shape);
            return is_one.then_some(Likeness { slip: Slip::MissingName, by_itself });
        }
        if !one.shape.may_be_like(&other.shape) {
            return None;
        }
        one.shape.likeness(&other.shape, |a, b| self.has_a_life_of_its_own(a, b) && self.has_a_life_of_its_own(b, a))
    }

    /// Whether somebody bears a word of whom it cannot be a slip for another: nobody has their name with the
    /// other word in its place. A scanner that misreads a name does so again and again.
    fn has_a_life_of_its_own(&self, word: &str, other: &str) -> bool {
        let words = self.words.get_or_init(|| self.words());
        let (Some(&one), Some(&another)) = (words.last.get(word), words.last.get(other)) else { return false };
        if let Some(&known) = words.known.borrow().get(&(one, another)) {
            return known;
        }
        let has_one = words.bearers_up_to(one).any(|person| {
            let own = self.people[person].shape.words().iter();
            let mut name: Vec<&str> = own.map(|&own| if own == word { other } else { own }).collect();
            name.sort_unstable();
            !words.names.contains(&name)
        });
        words.known.borrow_mut().insert((one, another), has_one);
        has_one
    }

    fn words(&self) -> Words<'a> {
        let mut last: HashMap<&str, usize> = HashMap::default();
        let mut bearers = Vec::with_capacity(self.people.len() * 2);
        for (number, person) in self.people.iter().enumerate() {
            for word in person.shape.words() {
                let before = last.insert(word, bearers.len());
                bearers.push((number, before));
            }
        }
        let sorted = |person: &Person<'a>| {
            let mut name = person.shape.words().to_vec();
            name.sort_unstable();
            name
        };
        Words { last, bearers, names: self.people.iter().map(sorted).collect(), known: RefCell::default() }
    }
}

impl Words<'_> {
    /// The numbers of the people who bear a word, from its last bearer back.
    fn bearers_up_to(&self, last: usize) -> impl Iterator<Item = usize> + '_ {
        let all = std::iter::successors(Some(last), |at| self.bearers[*at].1);
        all.map(|at| self.bearers[at].0)
    }
}

/// What a plan knows of its subjects, worked out once for each of whom it is asked.
struct Known<'a, 't> {
    plan: &'a Plan<'t>,
    of: Vec<OnceCell<Knowledge>>,
}

/// The CDRs and the sheets on which somebody stands, sorted, and the roles.
struct Knowledge {
    cdrs: Vec<usize>,
    roles: Vec<Role>,
    sheets: Vec<usize>,
}

impl<'a, 't> Known<'a, 't> {
    fn of(plan: &'a Plan<'t>) -> Self {
        Self { plan, of: plan.subjects.iter().map(|_| OnceCell::new()).collect() }
    }

    fn of_subject(&self, subject: usize) -> &Knowledge {
        self.of[subject].get_or_init(|| {
            let mut sheets: Vec<usize> = self.plan.commitments_of(subject).map(|row| row.sheet).collect();
            sheets.sort_unstable();
            Knowledge { cdrs: self.plan.cdrs_of(subject), roles: self.plan.roles_of(subject), sheets }
        })
    }
}

/// Two subjects with names that are alike, if what the plan knows does not speak against it.
fn judge(
    known: &Known<'_, '_>,
    one: &Standing,
    other: &Standing,
    likeness: Likeness,
    tolerance: Percent,
) -> Option<SamePerson> {
    let capacity = one.capacity?.max(other.capacity?);
    let rows = || [one, other].into_iter().flat_map(|standing| known.plan.commitments_of(standing.subject));
    let has_periods = one.peak.is_some() || other.peak.is_some();
    // Means are rounded once.
    let total = if has_periods { known.plan.mean_of(rows()).percent() } else { one.total + other.total };
    let merged = Balance { total, capacity };
    let status = Status::of(merged.difference(), tolerance);
    let [own, others] = [one, other].map(|standing| known.of_subject(standing.subject));
    let same_cdr = share(&own.cdrs, &others.cdrs);
    let same_role = share(&own.roles, &others.roles);
    let is_probable = match likeness {
        Likeness { by_itself: false, .. } => status == Status::Full && (same_cdr || same_role),
        // Somebody else may have such a name; together they must not be more than one person can be, unless both lack something and
        // work side by side: then it may be that very person who is over.
        Likeness { slip: Slip::Initial | Slip::MissingName, .. } => {
            let both_lack = [one, other].iter().all(|standing| standing.status == Some(Status::Under));
            status != Status::Over || (both_lack && (same_cdr || same_role))
        }
        _ => true,
    };
    if !is_probable || share(&own.sheets, &others.sheets) {
        return None;
    }
    let [first, second] = if other.total > one.total { [other, one] } else { [one, other] };
    Some(SamePerson {
        subjects: [first.subject, second.subject],
        totals: [first.total, second.total],
        slip: likeness.slip,
        merged,
        makes_capacity: status == Status::Full,
        same_cdr,
        same_role,
    })
}

/// Whether two sorted lists have anything in common; the shorter one is gone through.
fn share<T: Ord>(own: &[T], others: &[T]) -> bool {
    let (few, many) = if own.len() < others.len() { (own, others) } else { (others, own) };
    few.iter().any(|thing| many.binary_search(thing).is_ok())
}

/// Of several names for which an initial, or a surname alone, may stand, keeps the one with which it makes the capacity, if
/// that is one; otherwise none. Those with which it makes more than that are kept only where it can be nobody else.
fn drop_ambiguous(plan: &Plan<'_>, pairs: &mut Vec<SamePerson>) {
    let is_short = |pair: &SamePerson, subject: usize| {
        pair.subjects.contains(&subject)
            && (pair.slip == Slip::Initial || !plan.subjects[subject].key.contains(|c: char| !c.is_alphanumeric()))
    };
    let mut counts: HashMap<usize, Possible> = HashMap::default();
    for pair in &*pairs {
        for &subject in pair.subjects.iter().filter(|&&subject| is_short(pair, subject)) {
            let own = counts.entry(subject).or_default();
            own.full += usize::from(pair.makes_capacity);
            own.over += usize::from(is_over(pair));
            own.within += usize::from(!is_over(pair));
        }
    }
    pairs.retain(|pair| {
        let is_ambiguous = |&subject: &usize| {
            let Possible { full, over, within } = counts.get(&subject).copied().unwrap_or_default();
            let is_one_of_many =
                if is_over(pair) { within > 0 || over > 1 } else { within > 1 && !(pair.makes_capacity && full == 1) };
            is_short(pair, subject) && is_one_of_many
        };
        !pair.subjects.iter().any(is_ambiguous)
    });
}

/// For how many names a short one may stand: how many make the capacity with it, more than that, and not more.
#[derive(Debug, Clone, Copy, Default)]
struct Possible {
    full: usize,
    over: usize,
    within: usize,
}

/// Whether the two make more than the capacity.
fn is_over(pair: &SamePerson) -> bool {
    !pair.makes_capacity && pair.merged.total > pair.merged.capacity
}
