//! **A007 over-at-times** (error)
//!
//! *What it does.* Finds everybody whose commitments exceed the capacity and the declared tolerance on some days, though their mean
//! over the year does not. Exact values are compared, day by day.
//!
//! *Why it matters.* The year's mean hides it: whoever has two full projects from March to June cannot work on both, even with
//! nothing to do in autumn.
//!
//! *What to do.* Look at the periods of the rows given: move one, or lower a percentage on the days that are named.

use super::Case;
use crate::analyse::Standing;
use crate::finding::{Code, Finding};

pub fn check<'t>(case: &Case<'_, 't>, findings: &mut Vec<Finding<'t>>) {
    case.report_people(Code::A007, Standing::is_over_at_times, findings);
}
