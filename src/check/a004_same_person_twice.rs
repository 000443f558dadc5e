//! **A004 same-person-twice** (warning)
//!
//! *What it does.* Finds everybody who stands more than once on the sheet of one project for the same days. Rows whose periods follow
//! upon each other are those of one commitment that changes.
//!
//! *Why it matters.* The rows are added up as they are written; if one of them was meant for
//! somebody else, or was copied by mistake, two totals are wrong.
//!
//! *What to do.* Unite the rows on the sheet, or correct the name of one of them.

use foldhash::HashMap;

use super::{Case, figures};
use crate::finding::{Code, Facts, Finding};
use crate::model::{Commitment, Days, Plan, SubjectKind};

pub fn check<'t>(case: &Case<'_, 't>, findings: &mut Vec<Finding<'t>>) {
    for (subject, who) in case.plan.subjects.iter().enumerate() {
        // Nearly everybody stands on as many sheets as they have rows; only the others need a look.
        if who.kind == SubjectKind::Vacancy || who.commitments.len() == case.standings[subject].projects {
            continue;
        }
        let mut by_sheet: HashMap<usize, Vec<_>> = HashMap::default();
        for row in case.plan.commitments_of(subject) {
            by_sheet.entry(row.sheet).or_default().push(row);
        }
        for (sheet, mut rows) in by_sheet.into_iter().filter(|(_, rows)| rows.len() > 1) {
            // Rows without any project are not those of one.
            if !case.is_of_one_project(sheet) {
                continue;
            }
            let has_periods = rows.iter().any(|row| row.period.is_some());
            if has_periods {
                rows = overlapping(case.plan, rows);
            }
            if rows.is_empty() {
                continue;
            }
            let total = if has_periods {
                case.plan.steps_of(rows.iter().copied()).peak().percent
            } else {
                rows.iter().map(|row| row.percent).sum()
            };
            let rows: Vec<_> = figures(rows).collect();
            let facts = Facts {
                subject: Some(subject),
                rows: Some(rows.len()),
                percent: Some(total),
                ..case.sheet_facts(sheet)
            };
            findings.push(Finding::new(Code::A004, rows.iter().map(|row| row.figure).collect(), facts));
        }
    }
}

/// Those of some rows that hold on a day on which another does, too.
fn overlapping<'c, 't>(plan: &Plan<'t>, rows: Vec<&'c Commitment<'t>>) -> Vec<&'c Commitment<'t>> {
    let mut days: Vec<_> = rows.iter().flat_map(|row| plan.days_of(row)).collect();
    days.sort_unstable();
    let mut shared = Vec::new();
    let mut last = 0;
    for own in days {
        if own.first <= last {
            shared.push(Days { first: own.first, last: last.min(own.last) });
        }
        last = last.max(own.last);
    }
    let is_shared = |own: Days| shared.iter().any(|days| days.overlaps(own));
    rows.into_iter().filter(|row| plan.days_of(row).any(is_shared)).collect()
}
