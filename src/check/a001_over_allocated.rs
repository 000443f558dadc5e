//! **A001 over-allocated** (error)
//!
//! *What it does.* Finds everybody whose commitments add up to more than the capacity and the
//! declared tolerance. Exact values are compared: 100,01 is over. Where commitments have periods, it is their mean over the year
//! that is, and the days on which they come to the most are named.
//!
//! *Why it matters.* Nobody can work more than the whole of their time, so at least one of the
//! percentages is wrong, and with it every figure that rests on it.
//!
//! *What to do.* Compare the lines given with the sheets, and correct the one that is wrong.

use super::Case;
use crate::analyse::Status;
use crate::finding::{Code, Finding};

pub fn check<'t>(case: &Case<'_, 't>, findings: &mut Vec<Finding<'t>>) {
    case.report_totals(Code::A001, Status::Over, findings);
}
