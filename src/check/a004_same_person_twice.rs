//! **A004 same-person-twice** (warning)
//!
//! *What it does.* Finds everybody who stands more than once on the sheet of one project.
//!
//! *Why it matters.* The rows are added up as they are written; if one of them was meant for
//! somebody else, or was copied by mistake, two totals are wrong.
//!
//! *What to do.* Unite the rows on the sheet, or correct the name of one of them.

use std::collections::HashMap;

use super::Case;
use crate::finding::{Code, Facts, Finding};
use crate::model::{Percent, SubjectKind};

pub fn check<'t>(case: &Case<'_, 't>, findings: &mut Vec<Finding<'t>>) {
    for (subject, who) in case.plan.subjects.iter().enumerate() {
        // Nearly everybody stands on as many sheets as they have rows; only the others need a look.
        if who.kind == SubjectKind::Vacancy || who.commitments.len() == case.standings[subject].projects {
            continue;
        }
        let mut by_sheet: HashMap<usize, Vec<_>> = HashMap::new();
        for row in case.plan.commitments_of(subject) {
            by_sheet.entry(row.sheet).or_default().push(row);
        }
        for (sheet, rows) in by_sheet.into_iter().filter(|(_, rows)| rows.len() > 1) {
            // Rows without any project are not those of one.
            if !case.is_of_one_project(sheet) {
                continue;
            }
            let total: Percent = rows.iter().map(|row| row.percent).sum();
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
