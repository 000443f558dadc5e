//! **R016 assumed-scale** (warning)
//!
//! *What it does.* Finds every matrix, a table with a column for each project or for each person, of whose figures nothing says
//! that they are percentages: no sign, no heading, no total. They are read as such, since all of them exceed 1 and nobody's make
//! more than 300.
//!
//! *Why it matters.* They may as well be hours or days: then every total is wrong.
//!
//! *What to do.* Look at the table. Write the unit above it or say in the settings what its figures are (`[layout]`,
//! `percent_scale`).

use super::Case;
use crate::finding::{Code, Facts, Finding};

pub fn check<'t>(case: &Case<'_, 't>, findings: &mut Vec<Finding<'t>>) {
    for scale in &case.plan.assumed_scales {
        let header = Some(scale.header.words());
        let facts = Facts { header, figures: Some(scale.figures), ..Facts::default() };
        findings.push(Finding::new(Code::R016, vec![scale.header], facts));
    }
}
