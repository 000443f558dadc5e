//! The nouns: plan, CDR, project, sheet, objective, indicator, subject, commitment.
//!
//! Everything here borrows from the documents it was read in (`'t`), and knows its [`Place`].

mod capacity;
mod code;
mod contract;
mod figure;
mod fte;
mod layout;
mod meaning;
mod measure;
mod percent;
mod period;
mod rejected;
mod role;
mod score;
mod steps;
mod unread;
mod work;
mod year;

use std::borrow::Cow;
use std::collections::HashSet;
use std::num::NonZeroU32;

pub use capacity::StatedCapacity;
pub use code::{ObjectiveKind, ProjectKind};
pub use contract::Contract;
pub use figure::{Reading, decimal, is_ambiguous, reading, signed_decimal};
pub use fte::{Fte, WorkingTime};
pub use layout::{
    AssumedScale, Evidence, Header, Percentages, PeriodApart, RecipeFate, RecipeUse, Scale, ShareColumn, UnequalTotal,
};
pub use meaning::{Meaning, header_key, plain_letter};
pub use measure::{Direction, MONTHS, Measure};
pub use percent::Percent;
pub use period::{Days, Period, iso_day};
pub use rejected::{Fault, PercentFault, PeriodFault, RejectedRow, Rejection};
pub use role::Role;
pub use score::Score;
pub use steps::{Mean, Peak, Step, Steps};
pub use unread::{NotShown, OtherBase, UnaccountedShare, UnreadColumn, UnreadFile, Unseen};
pub use work::{FullTime, WorkUnit};

use crate::source::{Document, Place, Text};

/// One body's management plan for one year, read from one or more documents.
#[derive(Debug)]
pub struct Plan<'t> {
    /// How the plan is called in every output: body and year if known, otherwise its folder.
    pub label: String,
    /// The body, as the documents or the settings state it.
    pub entity: Option<String>,
    /// The year, as the documents or the settings state it.
    pub year: Option<u16>,
    /// The documents that hold the plan, in the order of their paths.
    pub documents: Vec<&'t Document>,
    /// The responsibility centres, in document order.
    pub cdrs: Vec<Cdr<'t>>,
    /// The projects, each CDR's together: those with a sheet in the order of the sheets, then
    /// those only listed.
    pub projects: Vec<Project<'t>>,
    /// The sheets, in document order; a repeated one has `repeats` set.
    pub sheets: Vec<Sheet<'t>>,
    /// Who stands in the staff tables, in document order.
    pub subjects: Vec<Subject<'t>>,
    /// The accepted rows of the staff tables, in document order.
    pub commitments: Vec<Commitment<'t>>,
    /// What stands in columns of capacities, likewise, by the numbers of those that are accepted.
    pub capacities: Vec<Option<StatedCapacity<'t>>>,
    /// The rejected rows, in document order.
    pub rejected: Vec<RejectedRow<'t>>,
    /// Documents named on the command line that have no staff table.
    pub without_staff_table: Vec<&'t Document>,
    /// Documents of which not one row counts, though they have the header of a staff table, or names beside percentages.
    pub nothing_read: Vec<&'t Document>,
    /// Files of the folder that could not be read, and may hold a part of the plan.
    pub unread_files: Vec<UnreadFile<'t>>,
    /// What became of the figures with a percent sign.
    pub percentages: Percentages,
    /// Those that stand beside a name or a role, in no row.
    pub unaccounted: Vec<UnaccountedShare<'t>>,
    /// What is not shown of the staff tables, and does not count.
    pub not_shown: Vec<NotShown<'t>>,
    /// The number of staff tables; one whose heading is repeated counts once.
    pub staff_tables: usize,
    /// The headers of the staff tables, document by document.
    pub headers: Vec<Header<'t>>,
    /// Their columns of shares, likewise.
    pub share_columns: Vec<ShareColumn<'t>>,
    /// Their columns that are not read, likewise.
    pub unread_columns: Vec<UnreadColumn<'t>>,
    /// Those of which nothing but the figures says that they are percentages, likewise.
    pub assumed_scales: Vec<AssumedScale<'t>>,
    /// Their totals that are not what the figures make, likewise.
    pub unequal_totals: Vec<UnequalTotal<'t>>,
    /// What states periods apart from their rows, likewise.
    pub periods_apart: Vec<PeriodApart<'t>>,
    /// The rows that recipes of the settings say to be headers of tables.
    pub recipes: Vec<RecipeUse<'t>>,
}

impl<'t> Plan<'t> {
    /// The rows of the staff tables that were seen: accepted and rejected.
    pub fn rows_seen(&self) -> usize {
        self.commitments.len() + self.rejected.len()
    }

    /// The number of rejected rows that but say again what counts: nothing is missing with them.
    pub fn rows_repeated(&self) -> usize {
        let missing: HashSet<u32> = self.subjects.iter().flat_map(|subject| subject.rejected.iter().copied()).collect();
        let rows = self.rejected.iter().zip(0..);
        rows.filter(|(row, number)| row.is_repeat() && !missing.contains(number)).count()
    }

    /// Whether a document of which nothing was read stands beside others of which rows count, and nobody named it.
    pub fn is_passed_over(&self, document: &Document) -> bool {
        !document.is_named() && !self.commitments.is_empty()
    }

    /// The documents of which nothing was read, and that are passed over: they may hold a part of the plan.
    pub fn passed_over(&self) -> impl Iterator<Item = &'t Document> {
        self.nothing_read.iter().copied().filter(|document| self.is_passed_over(document))
    }

    /// The paths of all documents that were not read and may hold a part of the plan.
    pub fn unread_documents(&self) -> impl Iterator<Item = &'t str> {
        self.unread_files.iter().map(|file| file.path).chain(self.passed_over().map(Document::path))
    }

    /// The project of a commitment; none for a row that stands under no project's code.
    pub fn project_of(&self, commitment: &Commitment<'t>) -> Option<&Project<'t>> {
        Some(&self.projects[self.sheets[commitment.sheet].project?])
    }

    /// The CDR under which a commitment is written; none if the document names none.
    pub fn cdr_of(&self, commitment: &Commitment<'t>) -> Option<&Cdr<'t>> {
        Some(&self.cdrs[self.sheets[commitment.sheet].cdr?])
    }

    /// The capacity that stands beside a commitment, if its table has a column of them.
    pub fn capacity_beside(&self, commitment: &Commitment<'t>) -> Option<StatedCapacity<'t>> {
        *self.capacities.get(commitment.capacity?.get() as usize - 1)?
    }

    /// The number of rows of the documents from which the commitments of one subject come: the months of one row are one.
    pub fn written_rows(&self, subject: usize) -> usize {
        let mut last = None;
        let is_next = |row: &&Commitment<'t>| {
            let origin = row.period.map(|_| row.figure.origin());
            let line = origin.map(|origin| (origin.path, origin.worksheet, origin.page, origin.line));
            line.is_none() || last.replace(line) != Some(line)
        };
        self.commitments_of(subject).filter(is_next).count()
    }

    /// The roles of one subject (an index into `subjects`), in the order of [`Role::ALL`]; of whoever has no row that counts,
    /// those of the others.
    pub fn roles_of(&self, subject: usize) -> Vec<Role> {
        let has = |role: &Role| self.commitments_of(subject).any(|commitment| commitment.role == *role);
        let roles: Vec<Role> = Role::ALL.into_iter().filter(has).collect();
        if !self.subjects[subject].commitments.is_empty() {
            return roles;
        }
        Role::ALL.into_iter().filter(|role| self.rejected_of(subject).any(|row| row.role == Some(*role))).collect()
    }

    /// The CDRs (indices into `cdrs`) of one subject's commitments, in document order.
    pub fn cdrs_of(&self, subject: usize) -> Vec<usize> {
        let rows = self.commitments_of(subject);
        let mut cdrs: Vec<usize> = rows.filter_map(|commitment| self.sheets[commitment.sheet].cdr).collect();
        cdrs.sort_unstable();
        cdrs.dedup();
        cdrs
    }

    /// The rows that bear the name of one subject (an index into `subjects`) and do not count, in document order.
    pub fn rejected_of(&self, subject: usize) -> impl Iterator<Item = &RejectedRow<'t>> {
        self.subjects[subject].rejected.iter().map(|&row| &self.rejected[row as usize])
    }

    /// The commitments of one subject (an index into `subjects`), in document order.
    pub fn commitments_of(&self, subject: usize) -> impl Iterator<Item = &Commitment<'t>> {
        self.subjects[subject].commitments.iter().map(|&row| &self.commitments[row as usize])
    }
}

/// A responsibility centre, *Centro di Responsabilità*.
#[derive(Debug)]
pub struct Cdr<'t> {
    /// Its code, e.g. `A0`.
    pub code: Cow<'t, str>,
    /// Its name, e.g. `DIREZIONE GENERALE`; empty if no document gives it.
    pub name: Cow<'t, str>,
    /// Who leads it.
    pub director: Option<Text<'t>>,
    /// Where its heading stands.
    pub place: Place<'t>,
    /// Whether its summary, the table that lists its projects, was read.
    pub has_summary: bool,
}

/// A product or project of the plan: listed in a summary, described on a sheet, or both.
#[derive(Debug)]
pub struct Project<'t> {
    /// Its code, e.g. `2024_PD_0411`.
    pub code: Cow<'t, str>,
    /// The CDR (an index into [`Plan::cdrs`]) of its sheet, otherwise of its listing.
    pub cdr: Option<usize>,
    /// Where a summary lists it, and under which title.
    pub listings: Vec<Listing<'t>>,
    /// Its sheet, an index into [`Plan::sheets`]: the first, if it stands more than once.
    pub sheet: Option<usize>,
}

impl<'t> Project<'t> {
    /// Product or project, as the code says.
    pub fn kind(&self) -> Option<ProjectKind> {
        ProjectKind::of(&self.code)
    }

    /// The title on the sheet, otherwise in the summary.
    pub fn title(&self, plan: &Plan<'t>) -> Option<Cow<'t, str>> {
        let on_sheet = self.sheet.and_then(|sheet| plan.sheets[sheet].title.as_ref());
        on_sheet.or_else(|| self.listings.iter().find_map(|listing| listing.title.as_ref())).map(Text::words)
    }
}

/// A line of a summary that lists a project.
#[derive(Debug)]
pub struct Listing<'t> {
    /// The code of the project.
    pub code: Cow<'t, str>,
    /// The title that the summary gives it.
    pub title: Option<Text<'t>>,
    /// The CDR, an index into [`Plan::cdrs`].
    pub cdr: Option<usize>,
    /// Where the code is written.
    pub place: Place<'t>,
}

/// The pages of one project.
#[derive(Debug)]
pub struct Sheet<'t> {
    /// The project's code; none for staff rows that stand under no code at all.
    pub code: Option<Cow<'t, str>>,
    /// The project, an index into [`Plan::projects`].
    pub project: Option<usize>,
    /// The CDR under which it stands, an index into [`Plan::cdrs`].
    pub cdr: Option<usize>,
    /// The whole title.
    pub title: Option<Text<'t>>,
    /// The strategic reference.
    pub reference: Reference<'t>,
    /// Its objectives.
    pub objectives: Vec<Objective<'t>>,
    /// Its indicators, each with its objective.
    pub indicators: Vec<Indicator<'t>>,
    /// Where its code is written.
    pub place: Place<'t>,
    /// Whether anything is written that says which project it is: a code, even one that cannot be read.
    pub is_named: bool,
    /// Whether it has the heading of a staff table.
    pub has_staff_table: bool,
    /// The sheet of the same project that stands before it, an index into [`Plan::sheets`].
    pub repeats: Option<usize>,
}

/// The part of the body's strategy that a project serves.
#[derive(Debug, Default)]
pub struct Reference<'t> {
    /// *Indirizzo*.
    pub direction: Option<Text<'t>>,
    /// *Obiettivo strategico*.
    pub strategic_objective: Option<Text<'t>>,
    /// *Azione*.
    pub action: Option<Text<'t>>,
}

/// An objective of a project.
#[derive(Debug)]
pub struct Objective<'t> {
    /// Its code, e.g. `2024_OB_0411_1`.
    pub code: Place<'t>,
    /// Its kind, if the sheet states it.
    pub kind: Option<ObjectiveKind>,
    /// The whole title.
    pub title: Option<Text<'t>>,
}

/// An indicator with its target.
#[derive(Debug)]
pub struct Indicator<'t> {
    /// Its code, e.g. `M_0411_1_1`.
    pub code: Place<'t>,
    /// What is measured.
    pub title: Option<Place<'t>>,
    /// The value to reach.
    pub target: Option<Place<'t>>,
    /// The objective under which it stands, an index into [`Sheet::objectives`].
    pub objective: Option<usize>,
}

impl Indicator<'_> {
    /// What it is for, as its code says.
    pub fn kind(&self) -> Option<ObjectiveKind> {
        ObjectiveKind::of_indicator(self.code.raw())
    }
}

/// Whether a subject is one person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SubjectKind {
    /// One person, whose commitments should make the capacity.
    Person,
    /// Several people under one name, such as `TUTTI GLI OPERATORI`.
    Collective,
    /// Nobody yet: `posto vacante`, `da assumere`.
    Vacancy,
}

impl SubjectKind {
    /// The code of the kind in JSON and CSV.
    pub fn code(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Collective => "collective",
            Self::Vacancy => "vacancy",
        }
    }
}

/// Who stands in a staff row: a person, or a collective.
#[derive(Debug)]
pub struct Subject<'t> {
    /// What all spellings of the name have in common; subjects of one key are one.
    pub key: String,
    /// How the name is shown: `Cognome Nome`.
    pub name: String,
    /// Every spelling in the plan, in document order.
    pub as_written: Vec<Cow<'t, str>>,
    /// Person or collective.
    pub kind: SubjectKind,
    /// The rows, indices into [`Plan::commitments`].
    pub commitments: Vec<u32>,
    /// The rows that bear a person's name and do not count, indices into [`Plan::rejected`]: the total is not of all that is
    /// written. Rows that say again what counts are none of them.
    pub rejected: Vec<u32>,
    /// What the commitments should add up to; unknown for a collective without a headcount.
    pub capacity: Option<Percent>,
    /// The contract, as far as the staff file states it.
    pub working_time: Option<WorkingTime>,
    /// The contracts one after another, where the staff file says from when to when they hold. Then they say capacity and working time.
    pub contracts: Cow<'t, [Contract]>,
    /// The number of the person's line in the staff file.
    pub staff_line: Option<usize>,
    /// The personnel number, as plan or staff file write it; none where there is none, or several.
    pub number: Option<String>,
    /// Whether the total is what the rows say, and one person's: not so where a column that could change it stands unread, or where
    /// personnel numbers leave it open whose it is.
    pub is_certain: bool,
}

impl Subject<'_> {
    /// Whether this is one person.
    pub fn is_person(&self) -> bool {
        self.kind == SubjectKind::Person
    }
}

/// An accepted staff row: a subject's share of their own working time on one project.
#[derive(Debug)]
pub struct Commitment<'t> {
    /// The subject, an index into [`Plan::subjects`].
    pub subject: usize,
    /// The sheet, an index into [`Plan::sheets`].
    pub sheet: usize,
    /// The subject's relation to the body.
    pub role: Role,
    /// The share.
    pub percent: Percent,
    /// When it holds, as the document says it; the whole year where it says nothing.
    pub period: Option<Period>,
    /// Whether it was rounded to be one: the document states more decimals.
    pub rounded: bool,
    /// Whether a column of its table stands unread that could change what it means.
    pub is_doubtful: bool,
    /// Where the name is written.
    pub name: Place<'t>,
    /// Where the personnel number is written, if the table has a column for it.
    pub number: Option<Place<'t>>,
    /// Where the role is written, if the table has a column for it.
    pub role_written: Option<Place<'t>>,
    /// Where the share is written.
    pub figure: Place<'t>,
    /// The number of the capacity beside it among those of the plan, from 1 on, if its table has such a column.
    pub capacity: Option<NonZeroU32>,
}
