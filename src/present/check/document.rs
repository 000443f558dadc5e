//! The check as a document for programs.

use serde::{Serialize, Serializer};

use super::CheckReport;
use crate::model::Percent;
use crate::present::people::PersonRecord;

impl CheckReport {
    /// The check as a document for programs.
    pub fn document(&self) -> impl Serialize {
        let (coverage, counts) = (self.coverage, self.counts);
        let inputs = self.plans.iter().flat_map(|info| {
            info.inputs.iter().map(|input| InputRecord {
                plan: info.label.clone(),
                path: input.path.clone(),
                bytes: input.bytes,
                lines: input.lines,
                sha256: input.sha256.clone(),
            })
        });
        let skipped = self
            .skipped
            .iter()
            .map(|skipped| SkippedRecord { path: skipped.path.clone(), reason: skipped.reason.code() });
        CheckDocument {
            schema: "cento.check/1",
            inputs: inputs.collect(),
            skipped: skipped.collect(),
            coverage: CoverageRecord {
                staff_tables: coverage.staff_tables,
                rows_seen: coverage.rows_seen,
                rows_accepted: coverage.rows_accepted,
                rows_rejected: coverage.rows_rejected,
                percentages_seen: coverage.percentages.seen(),
                percentages_accepted: coverage.percentages.accepted,
                percentages_rejected: coverage.percentages.rejected,
                percentages_elsewhere: coverage.percentages.elsewhere,
                percentages_unaccounted: coverage.percentages.unaccounted,
                documents_unread: coverage.documents_unread,
                rows_repeated: coverage.rows_repeated,
            },
            totals: TotalsRecord {
                plans: counts.plans,
                cdrs: counts.cdrs,
                projects_listed: counts.projects_listed,
                sheets: counts.sheets,
                people: counts.people,
                collectives: counts.collectives,
                vacancies: counts.vacancies,
                commitment_percent: counts.commitment,
                people_over: counts.people_over,
                people_under: counts.people_under,
                people_full: counts.people_full,
                people_uncertain: counts.people_uncertain,
                people_partly_read: counts.people_partly_read(),
            },
            tolerance_percent: self.tolerance,
            people: &self.people,
            findings: Findings(self),
        }
    }
}

#[derive(Debug, Serialize)]
struct CheckDocument<'c> {
    schema: &'static str,
    inputs: Vec<InputRecord>,
    skipped: Vec<SkippedRecord>,
    coverage: CoverageRecord,
    totals: TotalsRecord,
    tolerance_percent: Option<Percent>,
    people: &'c [PersonRecord],
    findings: Findings<'c>,
}

/// The findings of a check, one by one.
#[derive(Debug)]
struct Findings<'c>(&'c CheckReport);

impl Serialize for Findings<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.findings())
    }
}

#[derive(Debug, Serialize)]
struct InputRecord {
    plan: String,
    path: String,
    bytes: u64,
    lines: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    sha256: Option<String>,
}

#[derive(Debug, Serialize)]
struct SkippedRecord {
    path: String,
    reason: &'static str,
}

#[derive(Debug, Serialize)]
struct CoverageRecord {
    staff_tables: usize,
    rows_seen: usize,
    rows_accepted: usize,
    rows_rejected: usize,
    percentages_seen: usize,
    percentages_accepted: usize,
    percentages_rejected: usize,
    percentages_elsewhere: usize,
    percentages_unaccounted: usize,
    documents_unread: usize,
    rows_repeated: usize,
}

#[derive(Debug, Serialize)]
struct TotalsRecord {
    plans: usize,
    cdrs: usize,
    projects_listed: usize,
    sheets: usize,
    people: usize,
    collectives: usize,
    vacancies: usize,
    commitment_percent: Percent,
    people_over: usize,
    people_under: usize,
    people_full: usize,
    people_uncertain: usize,
    people_partly_read: usize,
}
