//! Findings: what is wrong or worth knowing, as facts and places. Words come last, elsewhere.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::identity::Slip;
use crate::model::{Direction, OtherBase, Percent, PercentFault, Period, PeriodFault, Rejection, Role, Unseen};
use crate::source::Place;

/// How much a finding weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The figures are wrong, or somebody is over the capacity.
    Error,
    /// The figures may be wrong.
    Warning,
    /// Worth knowing.
    Note,
}

impl Severity {
    /// Every severity, the heaviest first.
    pub const ALL: [Self; 3] = [Self::Error, Self::Warning, Self::Note];

    /// The name of the severity in JSON, and the last part of its message's name.
    pub fn code(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

/// From which severity on findings make a check fail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum FailOn {
    /// On errors.
    #[default]
    Error,
    /// On warnings, too.
    Warning,
    /// On any finding.
    Note,
    /// On none.
    Never,
}

impl FailOn {
    /// Whether a finding of this severity makes the check fail.
    pub fn includes(self, severity: Severity) -> bool {
        match self {
            Self::Error => severity == Severity::Error,
            Self::Warning => severity != Severity::Note,
            Self::Note => true,
            Self::Never => false,
        }
    }
}

/// Makes the one table of findings: code, name, severity.
macro_rules! codes {
    ($($code:ident $name:literal $severity:ident,)*) => {
        /// The code of a finding. Its meaning never changes.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $(#[doc = concat!("`", $name, "`")] $code,)*
        }

        impl Code {
            /// Every code, in order.
            pub const ALL: &[Self] = &[$(Self::$code),*];

            /// The code as it is written: `A001`.
            pub fn code(self) -> &'static str {
                match self { $(Self::$code => stringify!($code),)* }
            }

            /// Its name: `over-allocated`.
            pub fn name(self) -> &'static str {
                match self { $(Self::$code => $name,)* }
            }

            /// How much its findings weigh.
            pub fn severity(self) -> Severity {
                match self { $(Self::$code => Severity::$severity,)* }
            }
        }
    };
}

codes! {
    A001 "over-allocated" Error,
    A002 "under-allocated" Note,
    A003 "row-over-capacity" Error,
    A004 "same-person-twice" Warning,
    A005 "zero-commitment" Note,
    A006 "nothing-committed" Warning,
    A007 "over-at-times" Error,
    D001 "missing-sheet" Warning,
    D002 "unlisted-sheet" Warning,
    D003 "sheet-without-staff" Warning,
    D004 "duplicate-sheet" Error,
    D005 "title-mismatch" Note,
    D006 "sheet-without-director" Note,
    D007 "foreign-indicator" Note,
    D008 "rows-without-cdr" Warning,
    N001 "probable-same-person" Warning,
    N002 "role-conflict" Note,
    N003 "unused-setting" Warning,
    N004 "collective-subject" Note,
    N005 "not-in-staff-file" Warning,
    N006 "suspect-name" Warning,
    N007 "vacant-post" Note,
    N008 "number-conflict" Warning,
    R001 "unreadable-percent" Error,
    R002 "row-without-person" Error,
    R003 "stray-row" Error,
    R004 "no-staff-table" Error,
    R005 "malformed-row" Error,
    R006 "unread-page" Error,
    R007 "recognised-page" Warning,
    R008 "torn-table" Error,
    R009 "rows-without-project" Warning,
    R010 "unread-column" Warning,
    R011 "unaccounted-percentage" Warning,
    R012 "not-shown" Warning,
    R013 "undivided-share" Error,
    R014 "nothing-read" Error,
    R015 "skipped-document" Warning,
    R016 "assumed-scale" Warning,
    R017 "unequal-total" Warning,
    R018 "unreadable-period" Error,
    R019 "period-cut" Note,
    R020 "shares-by-month" Warning,
    R021 "year-unstated" Note,
    R022 "period-apart" Warning,
    W001 "payment-time-weight" Note,
    W002 "payment-time-missing" Note,
    W003 "payment-time-missed" Warning,
    W004 "suspect-result" Warning,
}

impl Code {
    /// The code of what is told of a row that is rejected for a reason.
    pub fn of_rejection(reason: Rejection) -> Self {
        match reason {
            Rejection::UnreadablePercent(_) => Self::R001,
            Rejection::WithoutPerson | Rejection::OfSeveral => Self::R002,
            Rejection::Stray => Self::R003,
            Rejection::Malformed(_) => Self::R005,
            Rejection::Torn => Self::R008,
            Rejection::Undivided => Self::R013,
            Rejection::RepeatedSheet => Self::D004,
            Rejection::UnreadablePeriod(_) => Self::R018,
        }
    }

    /// Whether it is about weights or scores, which the check does not work out.
    pub fn is_of_weights(self) -> bool {
        matches!(self, Self::W001 | Self::W002 | Self::W003 | Self::W004)
    }
}

/// One finding about one plan.
#[derive(Debug, Clone)]
pub struct Finding<'t> {
    /// What it is.
    pub code: Code,
    /// How much it weighs.
    pub severity: Severity,
    /// Where it is written; none only for a document without text.
    pub places: Box<[Place<'t>]>,
    /// What it says, besides. Few of so many facts apply to one finding: that of many is given up when each is told, they stand apart.
    pub facts: Box<Facts<'t>>,
    /// That it is settled, if the settings say so.
    pub accepted: Option<Acceptance<'t>>,
}

impl<'t> Finding<'t> {
    /// A finding that nobody has accepted so far.
    pub fn new(code: Code, places: Vec<Place<'t>>, facts: Facts<'t>) -> Self {
        Self { code, severity: code.severity(), places: places.into(), facts: Box::new(facts), accepted: None }
    }

    /// The finding with another weight than its code has as a rule.
    #[must_use]
    pub fn weighing(self, severity: Severity) -> Self {
        Self { severity, ..self }
    }
}

/// That somebody looked at a finding and let it stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Acceptance<'t> {
    /// Why.
    pub reason: &'t str,
    /// The last day on which it is accepted; none for always.
    pub until: Option<jiff::civil::Date>,
}

/// The facts of a finding; those that do not apply are none. What few findings have and is large, has a box of its own.
#[derive(Debug, Clone, Default)]
pub struct Facts<'t> {
    /// The subject, an index into [`Plan::subjects`](crate::model::Plan::subjects).
    pub subject: Option<usize>,
    /// A name that belongs to no subject, since its row was rejected.
    pub name: Option<Cow<'t, str>>,
    /// The project, an index into [`Plan::projects`](crate::model::Plan::projects).
    pub project: Option<usize>,
    /// The CDR, an index into [`Plan::cdrs`](crate::model::Plan::cdrs).
    pub cdr: Option<usize>,
    /// A subject's total and capacity.
    pub balance: Option<Balance>,
    /// The most that a subject is committed to on any day, and the first days on which it is so.
    pub peak: Option<Peak>,
    /// The days on which a subject is over, or on which nothing is committed.
    pub days: Vec<Period>,
    /// A period as it is written.
    pub stated: Option<Period>,
    /// Why it cannot be read when a row holds.
    pub period_fault: Option<PeriodFault>,
    /// The share in a row.
    pub percent: Option<Percent>,
    /// The number of rows that it is about.
    pub rows: Option<usize>,
    /// What is written at the place that cannot be read.
    pub written: Option<&'t str>,
    /// Why a percentage cannot be read.
    pub fault: Option<PercentFault>,
    /// The number of cells of a row.
    pub cells: Option<usize>,
    /// The page of a document.
    pub page: Option<u32>,
    /// The path of a document.
    pub document: Option<&'t str>,
    /// The path of a document that this one repeats.
    pub other_document: Option<&'t str>,
    /// The number of sheets that it is about.
    pub sheets: Option<usize>,
    /// The number of rows that say something else.
    pub differing: Option<usize>,
    /// Two subjects who are probably one person.
    pub same_person: Option<Box<SamePerson>>,
    /// What the plan itself gives as reasons for a gap.
    pub reasons: Vec<Reason>,
    /// The roles of one person.
    pub roles: Vec<Role>,
    /// Two professional profiles that stand with one name.
    pub profiles: Option<Box<[Cow<'t, str>; 2]>>,
    /// What was probably meant by a name.
    pub likely: Option<Cow<'t, str>>,
    /// The titles of a project in the summary and on the sheet.
    pub titles: Option<Box<[Cow<'t, str>; 2]>>,
    /// The code of an objective.
    pub objective: Option<Cow<'t, str>>,
    /// The key of the settings in which something stands.
    pub setting: Option<&'static str>,
    /// What an entry of the settings writes that matches nothing: a code.
    pub entry: Option<&'t str>,
    /// The options that mend it.
    pub remedy: Option<String>,
    /// Several subjects, indices into [`Plan::subjects`](crate::model::Plan::subjects).
    pub subjects: Vec<usize>,
    /// The header of a column, or what stands above a row as its header.
    pub header: Option<Cow<'t, str>>,
    /// Personnel numbers.
    pub numbers: Vec<Cow<'t, str>>,
    /// The personnel number that the staff file has instead.
    pub other_number: Option<&'t str>,
    /// How names and personnel numbers disagree.
    pub conflict: Option<NumberConflict>,
    /// The spellings of one person's name.
    pub spellings: Vec<Cow<'t, str>>,
    /// The number of figures that it is about.
    pub figures: Option<usize>,
    /// Whether it is of another year than the plan.
    pub is_of_other_year: bool,
    /// How much full time is, as a column shows it, and with how much is counted.
    pub other_base: Option<Box<OtherBase<'t>>>,
    /// Why something is not seen.
    pub unseen: Option<Unseen>,
    /// What is left out of a cell.
    pub left_out: Option<String>,
    /// Why a file could not be read, by the word for it in data.
    pub refusal: Option<&'static str>,
    /// Targets that were not met, or to which results do not fit.
    pub missed: Vec<MissedTarget<'t>>,
    /// What looks like a slip in a result, and the line of the results: in a workbook the row of the worksheet.
    pub slip: Option<(ResultSlip, u32)>,
}

/// How names and personnel numbers disagree, and what is made of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberConflict {
    /// One name has several numbers: several people.
    Namesakes,
    /// One number has several spellings of a name: one person.
    Spellings,
    /// One number has names that are no spellings of each other: several people who are not judged.
    Shared,
    /// One number has names that the settings tell apart.
    ToldApart,
    /// One number has a name of which the settings make several people, by project, who are not judged.
    Parted,
    /// Somebody whom the settings tell from others has several numbers, and is not judged.
    Several,
    /// Somebody has several numbers, and is one by the settings.
    Joined,
    /// The staff file has another spelling of the name for the number: the same person.
    StaffSpelling,
    /// The staff file has another name for the number: nobody is judged.
    StaffName,
    /// The staff file has another number for the name: another person.
    StaffNumber,
}

impl NumberConflict {
    /// The word for it in JSON and messages.
    pub fn code(self) -> &'static str {
        match self {
            Self::Namesakes => "namesakes",
            Self::Spellings => "spellings",
            Self::Shared => "shared",
            Self::ToldApart => "told-apart",
            Self::Parted => "parted",
            Self::Several => "several",
            Self::Joined => "joined",
            Self::StaffSpelling => "staff-spelling",
            Self::StaffName => "staff-name",
            Self::StaffNumber => "staff-number",
        }
    }
}

/// What looks like a slip in a result.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ResultSlip {
    /// The direction is not the one that the words of the plan propose.
    AgainstProposal {
        /// The one in the results.
        given: Direction,
        /// The one that is proposed.
        proposed: Direction,
    },
    /// A fraction of one, where the target is no such.
    Fraction,
    /// A percentage, where the target is none.
    PercentSign,
    /// Ten times the target, or more.
    TenTimes,
    /// A tenth of the target, or less.
    Tenth,
}

impl ResultSlip {
    /// The word for it in JSON and messages.
    pub fn code(self) -> &'static str {
        match self {
            Self::AgainstProposal { .. } => "against-proposal",
            Self::Fraction => "fraction",
            Self::PercentSign => "percent-sign",
            Self::TenTimes => "ten-times",
            Self::Tenth => "tenth",
        }
    }
}

/// A target that was not met.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MissedTarget<'t> {
    /// The code of the indicator.
    pub code: Cow<'t, str>,
    /// The target, as plan or results write it; none if it only was to be done.
    pub target: Option<Cow<'t, str>>,
    /// The actual value, as the results write it.
    pub actual: String,
}

/// Two subjects of one plan who are probably one person, and what speaks for it. That the two never stand
/// on one sheet goes without saying: if they did, they would be two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SamePerson {
    /// The subjects, indices into [`Plan::subjects`](crate::model::Plan::subjects); first the one with the
    /// larger total.
    pub subjects: [usize; 2],
    /// Their totals.
    pub totals: [Percent; 2],
    /// What would make the one name of the other.
    pub slip: Slip,
    /// Both totals together, and what one person may be committed to.
    pub merged: Balance,
    /// Whether the two together make the capacity.
    pub makes_capacity: bool,
    /// Whether both have rows in one CDR.
    pub same_cdr: bool,
    /// Whether both have one role.
    pub same_role: bool,
}

/// What the plan itself gives as a reason for somebody's gap.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// A row (an index into [`Plan::rejected`](crate::model::Plan::rejected)) bears the name and does not count.
    Rejected(usize),
    /// The sheet of this project (an index into [`Plan::projects`](crate::model::Plan::projects)) is
    /// missing, and the person leads the CDR that lists it.
    MissingSheet(usize),
    /// This subject is probably the same person, and the two together make the capacity.
    SamePerson(usize),
    /// The person is a director, and leads none of the CDRs at hand.
    LeadsNoCdr,
}

/// The most that somebody is committed to on any day of the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Peak {
    /// The most.
    pub percent: Percent,
    /// The first days on which it is so.
    pub days: Period,
    /// Whether it is so again on other days.
    pub is_again: bool,
    /// What may be committed then; unknown of a collective.
    pub capacity: Option<Percent>,
}

/// What somebody is committed to, and what they may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Balance {
    /// The sum of the commitments.
    pub total: Percent,
    /// What it should be.
    pub capacity: Percent,
}

impl Balance {
    /// Total minus capacity.
    pub fn difference(self) -> Percent {
        self.total - self.capacity
    }
}
