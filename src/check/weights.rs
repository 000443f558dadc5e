//! What bears on the weights of a director.

use super::n003_unused_setting::FLOOR;
use super::{Case, accepted, w001_payment_time_weight};
use crate::analyse::DirectorWeights;
use crate::finding::{Code, Finding};

/// The findings that bear on the weights of one director: of those of the check that a sheet is missing or empty in a
/// CDR that they lead, and that a fixed weight is that of no project; and those about the weights themselves.
pub fn of_weights<'t>(case: &Case<'_, 't>, findings: &[Finding<'t>], director: &DirectorWeights) -> Vec<Finding<'t>> {
    let bears = |finding: &&Finding<'t>| match finding.code {
        Code::D001 | Code::D003 => finding.facts.cdr.is_some_and(|cdr| director.cdrs_led.contains(&cdr)),
        Code::N003 => finding.facts.setting == Some(FLOOR),
        _ => false,
    };
    let mut own: Vec<Finding<'t>> = findings.iter().filter(bears).cloned().collect();
    let about_them = w001_payment_time_weight::check(case.plan, director);
    own.extend(about_them.map(|finding| accepted::settled(case, finding)));
    own
}
