//! **D006 sheet-without-director** (note)
//!
//! *What it does.* Finds every sheet that has staff rows, but none of a director. A sheet with a
//! row whose role is not known, or cannot be read, is passed over: it may be the director's.
//!
//! *Why it matters.* Every project has somebody who answers for it; the director's evaluation
//! weights lack this one.
//!
//! *What to do.* Add the director's row, or accept that the project is led by somebody else.

use super::Case;
use crate::finding::{Code, Finding};
use crate::model::Role;

pub fn check<'t>(case: &Case<'_, 't>, findings: &mut Vec<Finding<'t>>) {
    let mut led = vec![None; case.plan.sheets.len()];
    let mut see = |sheet: usize, may_lead: bool| *led[sheet].get_or_insert(false) |= may_lead;
    for row in &case.plan.commitments {
        see(row.sheet, matches!(row.role, Role::Director | Role::Other));
    }
    for (sheet, row) in case.rejected_on_sheets() {
        see(sheet, row.role.is_none_or(|role| matches!(role, Role::Director | Role::Other)));
    }
    for (number, sheet) in case.sheets().filter(|&(number, _)| led[number] == Some(false)) {
        findings.push(Finding::new(Code::D006, vec![sheet.place], case.sheet_facts(number)));
    }
}
