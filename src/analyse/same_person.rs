//! Names that are probably one person's, by their spelling and by what the plan knows of them.

use std::cell::{OnceCell, RefCell};
use std::cmp::Reverse;

use foldhash::{HashMap, HashSet};

use super::people::{Standing, Status};
use crate::finding::{Balance, SamePerson};
use crate::identity::{self, Likeness, Shape, Slip};
use crate::model::{Percent, Plan};
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
    let mut pairs = Vec::new();
    for (at, one) in names.people.iter().enumerate() {
        for other in &names.people[at + 1..] {
            let Some(likeness) = names.likeness(one, other) else { continue };
            let [one, other] = [one.standing, other.standing];
            let [own, others] = [one, other].map(|standing| identity::keys(&plan.subjects[standing.subject]));
            let are_different = different.iter().any(|group| group.tells_apart(&own, &others));
            // Two who are told apart by project have one spelling.
            let are_namesakes =
                own.iter().skip(1).chain(&others[1..]).any(|key| own.contains(key) && others.contains(key));
            if !are_different && !are_namesakes {
                pairs.extend(judge(plan, one, other, likeness, tolerance));
            }
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
        Slip::Letters(_) | Slip::Initial | Slip::MissingName => 1,
    };
    4 * u32::from(pair.makes_capacity) + spelling + u32::from(pair.same_cdr) + u32::from(pair.same_role)
}

/// The names of a plan's people.
struct Names<'a> {
    people: Vec<Person<'a>>,
    /// Who bears a word in their name, and what every name is; worked out only if it is asked for.
    words: OnceCell<Words<'a>>,
}

struct Words<'a> {
    /// Every word with the number of a person who bears it, sorted.
    bearers: Vec<(&'a str, usize)>,
    /// Every name as its words, sorted.
    names: HashSet<Vec<&'a str>>,
    /// Of two words, whether the first has a life of its own, as far as it was asked for.
    known: RefCell<HashMap<(String, String), bool>>,
}

struct Person<'a> {
    standing: &'a Standing,
    shape: Shape<'a>,
    /// If the name is of one word, whether a title stands beside it: then it is a surname, and the first name is left out.
    single: Option<bool>,
    /// Whether the total is below the capacity: of two who are not, none lacks anything.
    lacks: bool,
    in_staff_file: bool,
}

impl<'a> Names<'a> {
    fn of(plan: &'a Plan<'_>, standings: &'a [Standing]) -> Self {
        // Where nobody lacks anything, there is nothing to be found.
        let anybody_lacks = standings.iter().any(|standing| standing.status == Some(Status::Under));
        let people = standings.iter().filter(|standing| anybody_lacks && plan.subjects[standing.subject].is_person());
        let person = |standing: &'a Standing| {
            let subject = &plan.subjects[standing.subject];
            let shape = Shape::of(&subject.key);
            Person {
                standing,
                single: (shape.words().len() == 1)
                    .then(|| subject.as_written.iter().any(|written| identity::has_title(written))),
                shape,
                lacks: standing.status == Some(Status::Under),
                in_staff_file: subject.staff_line.is_some(),
            }
        };
        Self { people: people.map(person).collect(), words: OnceCell::new() }
    }

    fn likeness(&self, one: &Person<'_>, other: &Person<'_>) -> Option<Likeness> {
        let is_worth_it = (one.lacks || other.lacks) && !(one.in_staff_file && other.in_staff_file);
        if !is_worth_it {
            return None;
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
        let pair = (word.to_owned(), other.to_owned());
        if let Some(&known) = words.known.borrow().get(&pair) {
            return known;
        }
        let has_one = words.bearers_of(word).any(|person| {
            let own = self.people[person].shape.words().iter();
            let mut name: Vec<&str> = own.map(|&own| if own == word { other } else { own }).collect();
            name.sort_unstable();
            !words.names.contains(&name)
        });
        words.known.borrow_mut().insert(pair, has_one);
        has_one
    }

    fn words(&self) -> Words<'a> {
        let numbered = self.people.iter().enumerate();
        let mut bearers: Vec<(&str, usize)> = numbered
            .flat_map(|(number, person)| person.shape.words().iter().map(move |&word| (word, number)))
            .collect();
        bearers.sort_unstable();
        let sorted = |person: &Person<'a>| {
            let mut name = person.shape.words().to_vec();
            name.sort_unstable();
            name
        };
        Words { bearers, names: self.people.iter().map(sorted).collect(), known: RefCell::default() }
    }
}

impl Words<'_> {
    /// The numbers of the people who bear a word.
    fn bearers_of<'w>(&'w self, word: &'w str) -> impl Iterator<Item = usize> + 'w {
        let first = self.bearers.partition_point(|&(own, _)| own < word);
        self.bearers[first..].iter().take_while(move |(own, _)| *own == word).map(|&(_, person)| person)
    }
}

/// Two subjects with names that are alike, if what the plan knows does not speak against it.
fn judge(
    plan: &Plan<'_>,
    one: &Standing,
    other: &Standing,
    likeness: Likeness,
    tolerance: Percent,
) -> Option<SamePerson> {
    let capacity = one.capacity?.max(other.capacity?);
    let merged = Balance { total: one.total + other.total, capacity };
    let status = Status::of(merged.difference(), tolerance);
    let same_cdr = share(&plan.cdrs_of(one.subject), &plan.cdrs_of(other.subject));
    let same_role = share(&plan.roles_of(one.subject), &plan.roles_of(other.subject));
    let is_probable = match likeness {
        Likeness { by_itself: false, .. } => status == Status::Full && (same_cdr || same_role),
        // Somebody else may have such a name; together they must not be more than one person can be.
        Likeness { slip: Slip::Initial | Slip::MissingName, .. } => status != Status::Over,
        _ => true,
    };
    if !is_probable || stand_on_one_sheet(plan, one.subject, other.subject) {
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

fn share<T: PartialEq>(own: &[T], others: &[T]) -> bool {
    own.iter().any(|thing| others.contains(thing))
}

fn stand_on_one_sheet(plan: &Plan<'_>, one: usize, other: usize) -> bool {
    let sheets: HashSet<usize> = plan.commitments_of(one).map(|row| row.sheet).collect();
    plan.commitments_of(other).any(|row| sheets.contains(&row.sheet))
}

/// Of several names for which an initial, or a surname alone, may stand, keeps the one with which it makes the capacity, if
/// that is one; otherwise none.
fn drop_ambiguous(plan: &Plan<'_>, pairs: &mut Vec<SamePerson>) {
    let is_short = |pair: &SamePerson, subject: usize| {
        pair.subjects.contains(&subject)
            && (pair.slip == Slip::Initial || !plan.subjects[subject].key.contains(|c: char| !c.is_alphanumeric()))
    };
    let all = pairs.clone();
    let count = |subject: usize, full: bool| {
        all.iter().filter(|pair| is_short(pair, subject) && (!full || pair.makes_capacity)).count()
    };
    pairs.retain(|pair| {
        let is_ambiguous = |&subject: &usize| {
            let several = is_short(pair, subject) && count(subject, false) > 1;
            several && !(pair.makes_capacity && count(subject, true) == 1)
        };
        !pair.subjects.iter().any(is_ambiguous)
    });
}
