//! How much was read, and how it adds up.

use std::ops::Add;

use super::people::{Standing, Status};
use crate::model::{Percent, Percentages, Plan, SubjectKind};

/// The staff rows that were seen, and what became of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Coverage {
    /// Staff tables.
    pub staff_tables: usize,
    /// Rows seen: accepted and rejected.
    pub rows_seen: usize,
    /// Rows that count.
    pub rows_accepted: usize,
    /// Rows that do not; each is a finding.
    pub rows_rejected: usize,
    /// What became of the figures with a percent sign.
    pub percentages: Percentages,
    /// Of the rows that do not, those that but say again what counts.
    pub rows_repeated: usize,
    /// Documents that were not read, and may hold a part of the plan.
    pub documents_unread: usize,
}

/// How many of everything there are, and what all commitments add up to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Plans.
    pub plans: usize,
    /// Documents that hold them.
    pub documents: usize,
    /// CDRs.
    pub cdrs: usize,
    /// Projects that the summaries list.
    pub projects_listed: usize,
    /// Sheets, repeated ones too.
    pub sheets: usize,
    /// People.
    pub people: usize,
    /// Subjects that are several people.
    pub collectives: usize,
    /// Subjects that are nobody yet.
    pub vacancies: usize,
    /// The sum of all commitments.
    pub commitment: Percent,
    /// People over their capacity.
    pub people_over: usize,
    /// People under it.
    pub people_under: usize,
    /// People exactly at it.
    pub people_full: usize,
    /// People whose total is not certain.
    pub people_uncertain: usize,
    /// Of the people under their capacity, those to whose total rows are missing that were not read.
    pub under_partly_read: usize,
    /// Likewise of those at it.
    pub full_partly_read: usize,
}

impl Counts {
    /// People to whose total rows are missing that were not read.
    pub fn people_partly_read(&self) -> usize {
        self.under_partly_read + self.full_partly_read
    }
}

impl Add for Coverage {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self {
            staff_tables: self.staff_tables + other.staff_tables,
            rows_seen: self.rows_seen + other.rows_seen,
            rows_accepted: self.rows_accepted + other.rows_accepted,
            rows_rejected: self.rows_rejected + other.rows_rejected,
            percentages: self.percentages + other.percentages,
            rows_repeated: self.rows_repeated + other.rows_repeated,
            documents_unread: self.documents_unread + other.documents_unread,
        }
    }
}

impl Add for Counts {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self {
            plans: self.plans + other.plans,
            documents: self.documents + other.documents,
            cdrs: self.cdrs + other.cdrs,
            projects_listed: self.projects_listed + other.projects_listed,
            sheets: self.sheets + other.sheets,
            people: self.people + other.people,
            collectives: self.collectives + other.collectives,
            vacancies: self.vacancies + other.vacancies,
            commitment: self.commitment + other.commitment,
            people_over: self.people_over + other.people_over,
            people_under: self.people_under + other.people_under,
            people_full: self.people_full + other.people_full,
            people_uncertain: self.people_uncertain + other.people_uncertain,
            under_partly_read: self.under_partly_read + other.under_partly_read,
            full_partly_read: self.full_partly_read + other.full_partly_read,
        }
    }
}

/// What was read of a plan, and where its subjects stand.
pub fn coverage(plan: &Plan<'_>, standings: &[Standing]) -> (Coverage, Counts) {
    let coverage = Coverage {
        staff_tables: plan.staff_tables,
        rows_seen: plan.rows_seen(),
        rows_accepted: plan.commitments.len(),
        rows_rejected: plan.rejected.len(),
        percentages: plan.percentages,
        rows_repeated: plan.rows_repeated(),
        documents_unread: plan.unread_documents().count(),
    };
    let mut counts = Counts {
        plans: 1,
        documents: plan.documents.len(),
        cdrs: plan.cdrs.len(),
        projects_listed: plan.projects.iter().filter(|project| !project.listings.is_empty()).count(),
        sheets: plan.sheets.iter().filter(|sheet| sheet.code.is_some()).count(),
        commitment: plan.mean_of(&plan.commitments).percent(),
        ..Counts::default()
    };
    for standing in standings {
        match standing.status {
            Some(Status::Under) if standing.is_partly_read() => counts.under_partly_read += 1,
            Some(Status::Full) if standing.is_partly_read() => counts.full_partly_read += 1,
            _ => {}
        }
        match (plan.subjects[standing.subject].kind, standing.status) {
            (SubjectKind::Collective, _) => counts.collectives += 1,
            (SubjectKind::Vacancy, _) => counts.vacancies += 1,
            (SubjectKind::Person, Some(Status::Over)) => counts.people_over += 1,
            (SubjectKind::Person, Some(Status::Under)) => counts.people_under += 1,
            (SubjectKind::Person, Some(Status::Full)) => counts.people_full += 1,
            (SubjectKind::Person, None) => counts.people_uncertain += 1,
        }
    }
    counts.people = counts.people_over + counts.people_under + counts.people_full + counts.people_uncertain;
    (coverage, counts)
}
