//! What bears on the weights and the score of a director.

use foldhash::HashMap;

use super::n003_unused_setting::FLOOR;
use super::{
    Case, accepted, w001_payment_time_weight, w002_payment_time_missing, w003_payment_time_missed, w004_suspect_result,
};
use crate::analyse::{Achievements, DirectorWeights, PaymentTimes};
use crate::finding::{Code, Finding};

/// Which findings of a check bear on the weights of directors.
pub struct OfWeights<'f, 't> {
    findings: &'f [Finding<'t>],
    /// By the CDR the numbers of those that say that a sheet of it is missing or empty.
    by_cdr: HashMap<usize, Vec<usize>>,
    /// The numbers of those that say that a fixed weight is that of no project: they bear on all.
    floors: Vec<usize>,
}

impl<'f, 't> OfWeights<'f, 't> {
    /// Those among the findings of a check.
    pub fn of(findings: &'f [Finding<'t>]) -> Self {
        let mut own = Self { findings, by_cdr: HashMap::default(), floors: Vec::new() };
        for (number, finding) in findings.iter().enumerate() {
            match (finding.code, finding.facts.cdr) {
                (Code::D001 | Code::D003, Some(cdr)) => own.by_cdr.entry(cdr).or_default().push(number),
                (Code::N003, _) if finding.facts.setting == Some(FLOOR) => own.floors.push(number),
                _ => {}
            }
        }
        own
    }

    /// The findings that bear on the weights of one director: those about the CDRs that they lead, those about fixed weights, and
    /// those about the weights themselves.
    pub fn of_director(&self, case: &Case<'_, 't>, director: &DirectorWeights) -> Vec<Finding<'t>> {
        let of_cdrs = director.cdrs_led.iter().filter_map(|cdr| self.by_cdr.get(cdr)).flatten();
        let mut numbers: Vec<usize> = of_cdrs.chain(&self.floors).copied().collect();
        numbers.sort_unstable();
        let about_them = [w001_payment_time_weight::check, w002_payment_time_missing::check];
        let about_them = about_them.into_iter().filter_map(|rule| rule(case.plan, director));
        let of_check = numbers.into_iter().map(|number| self.findings[number].clone());
        of_check.chain(about_them.map(|finding| accepted::settled(case, finding))).collect()
    }
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
