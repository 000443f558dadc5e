//! The columns by which commitments are grouped and added up: their names, their types, and the four questions that are
//! asked of them.

use rust_decimal::Decimal;

use super::FrameError;
use crate::model::{Fte, Percent, Plan, Role, SubjectKind};

/// A column by which commitments are grouped or counted. Each holds whole numbers of 32 bits; null where the commitment
/// has no such thing. Things are numbered by their places in their plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    /// The plan, an index into the plans.
    Plan,
    /// The subject, an index into [`Plan::subjects`].
    Subject,
    /// The same, if it is one person.
    Person,
    /// The project, an index into [`Plan::projects`]; null for a row under no project's code.
    Project,
    /// The CDR, an index into [`Plan::cdrs`]; null for a row under no CDR.
    Cdr,
    /// The role of a person, its place in [`Role::ALL`]; null for a collective.
    Role,
}

impl Key {
    /// All of them, in the order in which they stand.
    pub const ALL: [Self; 6] = [Self::Plan, Self::Subject, Self::Person, Self::Project, Self::Cdr, Self::Role];

    /// Its name in the dataframe.
    pub fn name(self) -> &'static str {
        match self {
            Self::Plan => "plan",
            Self::Subject => "subject",
            Self::Person => "person",
            Self::Project => "project",
            Self::Cdr => "cdr",
            Self::Role => "role",
        }
    }
}

/// A column that is added up: decimals, exact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Amount {
    /// The share times the days of the year on which it holds: what a mean over the year is made of, exactly.
    PercentDays,
    /// The full-time equivalents of the share over the year, by working time where it is known.
    Fte,
    /// Of these, those of collectives.
    FteCollective,
    /// Of these, those of posts that are vacant: what is still to come.
    FteToCome,
}

impl Amount {
    /// All of them, in the order in which they stand.
    pub const ALL: [Self; 4] = [Self::PercentDays, Self::Fte, Self::FteCollective, Self::FteToCome];

    /// Its name in the dataframe.
    pub fn name(self) -> &'static str {
        match self {
            Self::PercentDays => "percent_days",
            Self::Fte => "fte",
            Self::FteCollective => "fte_collective",
            Self::FteToCome => "fte_to_come",
        }
    }

    /// How many decimal places it has.
    pub fn decimals(self) -> u32 {
        match self {
            Self::PercentDays => Percent::DECIMALS,
            Self::Fte | Self::FteCollective | Self::FteToCome => Fte::DECIMALS,
        }
    }
}

/// One row per commitment of several plans, in the order of plans and documents.
#[derive(Debug, Clone, Default)]
pub struct Columns {
    keys: [Vec<Option<u32>>; Key::ALL.len()],
    /// Whole numbers of units in the last place.
    amounts: [Vec<i128>; Amount::ALL.len()],
}

impl Columns {
    /// The columns of some plans.
    pub fn of(plans: &[Plan<'_>]) -> Self {
        let height = plans.iter().map(|plan| plan.commitments.len()).sum();
        let mut columns = Self::default();
        columns.keys.iter_mut().for_each(|key| key.reserve_exact(height));
        columns.amounts.iter_mut().for_each(|amount| amount.reserve_exact(height));
        for (number, plan) in plans.iter().enumerate() {
            for row in &plan.commitments {
                let sheet = &plan.sheets[row.sheet];
                let subject = &plan.subjects[row.subject];
                let of_person = |key: usize| subject.is_person().then_some(key);
                let fte = plan.fte_of(row).units();
                let of_kind = |kind: SubjectKind| if subject.kind == kind { fte } else { 0 };
                let [collective, to_come] = [SubjectKind::Collective, SubjectKind::Vacancy].map(of_kind);
                let (person, role) = (of_person(row.subject), of_person(row.role as usize));
                columns.push(
                    [Some(number), Some(row.subject), person, sheet.project, sheet.cdr, role],
                    [plan.percent_days_of(row).millionths(), fte, collective, to_come],
                );
            }
        }
        columns
    }

    fn push(&mut self, keys: [Option<usize>; Key::ALL.len()], amounts: [i128; Amount::ALL.len()]) {
        for (column, key) in self.keys.iter_mut().zip(keys) {
            // No text that is read holds so many things; none of them becomes nothing.
            column.push(key.map(|key| u32::try_from(key).unwrap_or(u32::MAX)));
        }
        for (column, amount) in self.amounts.iter_mut().zip(amounts) {
            column.push(amount);
        }
    }

    /// How many rows there are.
    pub fn height(&self) -> usize {
        self.amounts[0].len()
    }

    /// The values of every key, in the order of [`Key::ALL`], and of every amount, in that of [`Amount::ALL`].
    #[cfg(feature = "polars")]
    pub(super) fn into_values(self) -> ([Vec<Option<u32>>; Key::ALL.len()], [Vec<i128>; Amount::ALL.len()]) {
        (self.keys, self.amounts)
    }

    /// The values of a key.
    pub fn key(&self, key: Key) -> &[Option<u32>] {
        &self.keys[key as usize]
    }

    /// The values of an amount, in units of its last place.
    pub fn amount(&self, amount: Amount) -> &[i128] {
        &self.amounts[amount as usize]
    }
}

/// A question: by what commitments are grouped, always within their plan. In every group the rows and the amounts are
/// added up, and the different values of one key are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Query {
    /// By subject; different projects are counted.
    Subjects,
    /// By project; different people are counted.
    Projects,
    /// By CDR; different people are counted.
    Cdrs,
    /// By CDR and role; different people are counted.
    Roles,
}

impl Query {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Subjects, Self::Projects, Self::Cdrs, Self::Roles];

    /// The keys by which it groups: the plan, what the groups are of, and the role.
    pub fn keys(self) -> &'static [Key] {
        match self {
            Self::Subjects => &[Key::Plan, Key::Subject],
            Self::Projects => &[Key::Plan, Key::Project],
            Self::Cdrs => &[Key::Plan, Key::Cdr],
            Self::Roles => &[Key::Plan, Key::Cdr, Key::Role],
        }
    }

    /// The key whose different values it counts, null not among them.
    pub fn counted(self) -> Key {
        match self {
            Self::Subjects => Key::Project,
            Self::Projects | Self::Cdrs | Self::Roles => Key::Person,
        }
    }
}

/// The commitments of one group, added up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Group {
    /// The plan, an index into the plans.
    pub plan: usize,
    /// The subject, project or CDR, by its place in the plan; none for the rows that belong to none.
    pub thing: Option<usize>,
    /// The role; none for collectives, and where it was not asked for.
    pub role: Option<Role>,
    /// What it adds up to.
    pub sums: Sums,
}

/// What some commitments add up to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sums {
    /// The number of rows.
    pub rows: usize,
    /// The number of different projects or people, as the query counts them.
    pub counted: usize,
    /// The sum of the shares, each times the days of the year on which it holds.
    pub percent_days: Percent,
    /// The same as full-time equivalents.
    pub fte: Fte,
    /// Of these, those of collectives.
    pub fte_collective: Fte,
    /// Of these, those of posts that are vacant: what is still to come.
    pub fte_to_come: Fte,
}

impl Group {
    /// The group with these values of the keys by which a query groups.
    pub(super) fn of(mut keys: impl Iterator<Item = Option<u32>>, sums: Sums) -> Self {
        let mut key = || keys.next().flatten().map(|key| key as usize);
        Self {
            plan: key().unwrap_or_default(),
            thing: key(),
            role: key().and_then(|role| Role::ALL.get(role).copied()),
            sums,
        }
    }

    /// Its place among the groups of a query: plan by plan, thing by thing, role by role, the rest last.
    pub(super) fn place(&self) -> (usize, usize, usize) {
        let role = self.role.map_or(usize::MAX, |role| role as usize);
        (self.plan, self.thing.unwrap_or(usize::MAX), role)
    }
}

impl Sums {
    /// What some rows add up to, exactly: `counted` has of each the value that is counted, `amount` its amounts in units
    /// of their last places.
    pub(super) fn of_rows(
        rows: impl Iterator<Item = usize>,
        counted: impl Fn(usize) -> Option<u32>,
        amount: impl Fn(Amount, usize) -> i128,
    ) -> Result<Self, FrameError> {
        let (mut height, mut values, mut sums) = (0, Vec::new(), [0i128; Amount::ALL.len()]);
        for row in rows {
            height += 1;
            values.extend(counted(row));
            for (sum, of) in sums.iter_mut().zip(Amount::ALL) {
                *sum = sum.checked_add(amount(of, row)).ok_or(FrameError::TooLarge)?;
            }
        }
        values.sort_unstable();
        values.dedup();
        let [percent_days, fte, fte_collective, fte_to_come] = sums;
        let percent_days = Decimal::try_from_i128_with_scale(percent_days, Percent::DECIMALS).ok().map(Percent::from);
        let percent_days = percent_days.ok_or(FrameError::TooLarge)?;
        let fte_of = |units: i128| Fte::from_units(units).ok_or(FrameError::TooLarge);
        Ok(Self {
            rows: height,
            counted: values.len(),
            percent_days,
            fte: fte_of(fte)?,
            fte_collective: fte_of(fte_collective)?,
            fte_to_come: fte_of(fte_to_come)?,
        })
    }
}
