//! **R019 period-cut** (note, or warning)
//!
//! *What it does.* Finds the rows whose period goes beyond the year of the plan: only its days within the year count. It is a warning where
//! there are none, so that the row adds nothing.
//!
//! *Why it matters.* Most such periods are those of work that goes on for years. But a year may be mistyped, or the table be that of
//! another year: then everybody's total is too small.
//!
//! *What to do.* Compare the days with the year of the plan; correct the one that is wrong (the plan's year may be said in the settings:
//! `[plan] year`).

use foldhash::HashMap;

use super::Case;
use crate::finding::{Code, Facts, Finding, Severity};
use crate::model::{Commitment, Period};

pub fn check<'t>(case: &Case<'_, 't>, findings: &mut Vec<Finding<'t>>) {
    let Some(year) = case.plan.year else { return };
    // Those of one period and one document are told once.
    let mut all: Vec<(Period, Vec<&Commitment<'t>>)> = Vec::new();
    let mut known: HashMap<(Period, &str), usize> = HashMap::default();
    for row in &case.plan.commitments {
        let Some(period) = row.period.filter(|period| period.exceeds(year)) else { continue };
        let at = *known.entry((period, row.figure.document().path())).or_insert(all.len());
        match all.get_mut(at) {
            Some((_, rows)) => rows.push(row),
            None => all.push((period, vec![row])),
        }
    }
    for (period, rows) in all {
        let within = period.within(year).and_then(|days| days.period(year));
        let severity = if within.is_none() { Severity::Warning } else { Severity::Note };
        let facts = Facts {
            subject: Some(rows[0].subject).filter(|subject| rows.iter().all(|row| row.subject == *subject)),
            rows: Some(rows.len()),
            stated: Some(period),
            days: within.into_iter().collect(),
            ..Facts::default()
        };
        let places = rows.iter().map(|row| row.figure).collect();
        findings.push(Finding::new(Code::R019, places, facts).weighing(severity));
    }
}
