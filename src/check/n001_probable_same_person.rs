//! **N001 probable-same-person** (warning)
//!
//! *What it does.* Finds names that are probably one person's: they differ by a slip of the pen or of
//! a scanner, or by what stands in brackets or behind a dash beside the name and is not known to be a role or
//! a contract (*Rossi Ada (Tributi)*), never stand on one sheet, and not both are full. What the spelling alone does not make
//! probable is reported only if the two together make exactly the capacity. Names are never joined by
//! this; both readings are given, apart and together.
//!
//! *Why it matters.* Both seem to be under their capacity, and neither is; or somebody is over it,
//! and nobody sees it.
//!
//! *What to do.* If they are one person, correct the name, or join the two in the settings
//! (`[[same_person]]`); if they are two, say so there (`[[not_same]]`).

use super::Case;
use crate::finding::{Code, Facts, Finding};

pub fn check<'t>(case: &Case<'_, 't>, findings: &mut Vec<Finding<'t>>) {
    for pair in &case.same_person {
        let places = pair.subjects.iter().flat_map(|&subject| case.names(subject)).collect();
        let facts = Facts { same_person: Some(Box::new(*pair)), ..Facts::default() };
        findings.push(Finding::new(Code::N001, places, facts));
    }
}
