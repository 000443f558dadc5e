//! **N002 role-conflict** (note or warning)
//!
//! *What it does.* Finds everybody who has more than one role, after the different ways of writing
//! one are made the same; a warning where two professional profiles or categories stand with one name, in the column of roles or beside
//! it, that nobody has at a time: `Rossi Mario (Istruttore)` and `Rossi Mario (Funzionario)`. Roles in a project and posts, which anybody may
//! have beside a profile, are none.
//!
//! *Why it matters.* Either one of the rows is wrong, or the name is that of two people.
//!
//! *What to do.* Correct the role, or tell the two apart in the settings (`[[namesake]]`), or by their personnel numbers.

use foldhash::HashMap;
use std::borrow::Cow;

use super::Case;
use crate::finding::{Code, Facts, Finding, Severity};
use crate::identity::{Profile, heads_profiles, remarks};
use crate::model::{Commitment, Meaning, Plan};
use crate::source::Place;

pub fn check<'t>(case: &Case<'_, 't>, findings: &mut Vec<Finding<'t>>) {
    let mut profiles = Profiles::of(case.plan);
    for standing in case.people() {
        if let Some([one, other]) = profiles.conflict(case.plan, standing.subject) {
            let profiles = Some([one.words.clone(), other.words.clone()]);
            let facts = Facts { subject: Some(standing.subject), profiles: profiles.map(Box::new), ..Facts::default() };
            let places = vec![one.place, other.place];
            findings.push(Finding::new(Code::N002, places, facts).weighing(Severity::Warning));
            continue;
        }
        // Where nothing is written, no other role is.
        let says_role = |row: &&Commitment<'_>| row.role_written.is_some_and(|role| !role.raw().is_empty());
        let mut rows = case.plan.commitments_of(standing.subject).filter(says_role);
        let first = rows.next().map(|row| row.role);
        if rows.any(|row| Some(row.role) != first) {
            let roles = case.plan.roles_of(standing.subject);
            let places = case.plan.commitments_of(standing.subject).filter_map(|row| row.role_written).collect();
            let facts = Facts { subject: Some(standing.subject), roles, ..Facts::default() };
            findings.push(Finding::new(Code::N002, places, facts));
        }
    }
}

/// What texts say of professional profiles: roles are written alike in most rows.
struct Profiles<'t> {
    known: HashMap<&'t str, Option<Profile>>,
    /// Whether a column of categories says that a letter alone is one.
    letters: bool,
}

/// A profile in a row.
#[derive(Clone)]
struct Stated<'t> {
    profile: Profile,
    place: Place<'t>,
    words: Cow<'t, str>,
}

impl<'t> Profiles<'t> {
    fn of(plan: &Plan<'t>) -> Self {
        let mut columns = plan.headers.iter().flat_map(|header| &header.columns);
        let letters =
            columns.any(|(header, meaning)| *meaning == Some(Meaning::Role) && heads_profiles(&header.words()));
        Self { known: HashMap::default(), letters }
    }

    /// Two rows of a person with profiles that nobody has at a time, and no personnel number that tells that they are one's.
    fn conflict(&mut self, plan: &Plan<'t>, subject: usize) -> Option<[Stated<'t>; 2]> {
        let mut rows = plan.commitments_of(subject);
        let (first, second) = (rows.next()?, rows.next()?);
        let mut seen: Vec<(&Commitment<'t>, Stated<'t>)> = Vec::new();
        for row in [first, second].into_iter().chain(rows) {
            let Some(own) = self.stated(row) else { continue };
            let is_other = |(before, other): &&(&Commitment<'t>, Stated<'t>)| {
                other.profile.differs_from(own.profile) && may_be_at_once(before, row)
            };
            if let Some((_, other)) = seen.iter().find(is_other) {
                return Some([other.clone(), own]);
            }
            let is_known = seen.iter().any(|(before, other)| {
                (other.profile, before.period, before.number.is_some())
                    == (own.profile, row.period, row.number.is_some())
            });
            if !is_known {
                seen.push((row, own));
            }
        }
        None
    }

    /// What a row says of a profile: in its column of roles, or beside the name.
    fn stated(&mut self, row: &Commitment<'t>) -> Option<Stated<'t>> {
        let letters = self.letters;
        let of_role = row.role_written.and_then(|role| {
            let profile = *self.known.entry(role.raw()).or_insert_with(|| Profile::of(&role.words(), letters));
            Some(Stated { profile: profile?, place: role, words: role.words() })
        });
        let beside = remarks(&row.name.words()).into_iter().find_map(|remark| {
            let profile = Profile::of(&remark, letters)?;
            Some(Stated { profile, place: row.name, words: Cow::Owned(remark) })
        });
        match (of_role, beside) {
            (Some(role), Some(beside)) => Some(Stated { profile: role.profile.and(beside.profile), ..role }),
            (role, beside) => role.or(beside),
        }
    }
}

/// Whether two rows hold on one day, and no number says that they are of one person, who may have been promoted.
fn may_be_at_once(one: &Commitment<'_>, other: &Commitment<'_>) -> bool {
    let are_numbered = one.number.is_some() && other.number.is_some();
    let are_apart = match (one.period, other.period) {
        (Some(one), Some(other)) => one.to() < other.from() || other.to() < one.from(),
        _ => false,
    };
    !are_numbered && !are_apart
}
