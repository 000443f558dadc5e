//! What bears on the weights and the score of a director.

use super::n003_unused_setting::FLOOR;
use super::{
    Case, accepted, w001_payment_time_weight, w002_payment_time_missing, w003_payment_time_missed, w004_suspect_result,
};
use crate::analyse::{Achievements, DirectorWeights, PaymentTimes};
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
    let about_them = [w001_payment_time_weight::check, w002_payment_time_missing::check];
    let about_them = about_them.into_iter().filter_map(|rule| rule(case.plan, director));
    own.extend(about_them.map(|finding| accepted::settled(case, finding)));
    own
}

/// The findings about the score of one director: targets about the times of payment that were not met, and results that look
/// like slips.
pub fn of_score<'t>(
    case: &Case<'_, 't>,
    director: &DirectorWeights,
    payments: &PaymentTimes,
    results: &Achievements,
) -> Vec<Finding<'t>> {
    let missed = w003_payment_time_missed::check(case.plan, director, payments, results);
    let suspect = w004_suspect_result::check(case.plan, director, results);
    missed.into_iter().chain(suspect).map(|finding| accepted::settled(case, finding)).collect()
}
