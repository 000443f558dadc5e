//! **N004 collective-subject** (note)
//!
//! *What it does.* Finds every subject that is no person, such as "tutti gli operatori".
//!
//! *Why it matters.* Its total is not that of one person, so it is not judged; the people it stands
//! for may lack a part of theirs.
//!
//! *What to do.* Nothing, if the plan means it so.

use super::Case;
use crate::finding::{Code, Facts, Finding};
use crate::model::SubjectKind;

pub fn check<'t>(case: &Case<'_, 't>, findings: &mut Vec<Finding<'t>>) {
    let is_collective = |subject: usize| case.plan.subjects[subject].kind == SubjectKind::Collective;
    for standing in case.standings.iter().filter(|standing| is_collective(standing.subject)) {
        let places = case.names(standing.subject);
        let facts = Facts {
            subject: Some(standing.subject),
            percent: Some(standing.total),
            balance: standing.balance(),
            rows: Some(case.plan.written_rows(standing.subject)),
            ..Facts::default()
        };
        findings.push(Finding::new(Code::N004, places, facts));
    }
}
