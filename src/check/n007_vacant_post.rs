//! **N007 vacant-post** (note)
//!
//! *What it does.* Finds every row that stands for nobody of the house: a vacant post, somebody to be hired or to stand
//! in for another, work that is given out (*consulente esterno*, *agency worker*).
//!
//! *Why it matters.* It counts as work to be done, and for no person: what is still to come.
//!
//! *What to do.* Nothing, if the plan means it so; otherwise write the name into the document.

use super::Case;
use crate::finding::{Code, Facts, Finding};
use crate::model::SubjectKind;

pub fn check<'t>(case: &Case<'_, 't>, findings: &mut Vec<Finding<'t>>) {
    let is_vacancy = |subject: usize| case.plan.subjects[subject].kind == SubjectKind::Vacancy;
    for standing in case.standings.iter().filter(|standing| is_vacancy(standing.subject)) {
        let facts = Facts {
            subject: Some(standing.subject),
            percent: Some(standing.total),
            rows: Some(case.plan.written_rows(standing.subject)),
            ..Facts::default()
        };
        findings.push(Finding::new(Code::N007, case.names(standing.subject), facts));
    }
}
