//! **R009 rows-without-project** (warning)
//!
//! *What it does.* Finds the staff rows of which nothing says to which project they belong: no code
//! stands above their table or in the row, or what stands there cannot be read as one. It quotes what may be the heading of
//! another project, and names the people.
//!
//! *Why it matters.* Its rows count for their people, but for no project, no CDR and no weight.
//!
//! *What to do.* Look for the code above the table and correct it; codes of another form are described
//! in the settings (`[layout]`, `project_code`).

use foldhash::HashSet;

use super::Case;
use crate::finding::{Code, Facts, Finding};

pub fn check<'t>(case: &Case<'_, 't>, findings: &mut Vec<Finding<'t>>) {
    let plan = case.plan;
    if plan.sheets.iter().all(|sheet| sheet.code.is_some()) {
        return;
    }
    let mut subjects: Vec<Vec<usize>> = vec![Vec::new(); plan.sheets.len()];
    let mut seen = HashSet::default();
    let mut rows = vec![0; plan.sheets.len()];
    for row in &plan.commitments {
        rows[row.sheet] += 1;
        if plan.sheets[row.sheet].code.is_none() && seen.insert((row.sheet, row.subject)) {
            subjects[row.sheet].push(row.subject);
        }
    }
    for (number, sheet) in plan.sheets.iter().enumerate().filter(|(_, sheet)| sheet.code.is_none()) {
        if rows[number] > 0 {
            let facts = Facts {
                rows: Some(rows[number]),
                cdr: sheet.cdr,
                subjects: std::mem::take(&mut subjects[number]),
                written: sheet.is_named.then_some(sheet.place.raw()),
                ..Facts::default()
            };
            findings.push(Finding::new(Code::R009, vec![sheet.place], facts));
        }
    }
}
