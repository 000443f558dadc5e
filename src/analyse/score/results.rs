//! Whose result is whose: the lines of a file of results and the indicators of a plan.

use std::collections::HashMap;

use super::ScoreRules;
use super::achievement::{Step, achieved};
use super::slips::slips;
use crate::analyse::weights::nearest;
use crate::finding::ResultSlip;
use crate::identity;
use crate::model::{Direction, Indicator, Measure, Plan, Score};
use crate::settings::{Actual, AtRow, ResultFault, ResultLine, Results};

/// What came of one indicator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Achievement {
    /// Where it stands in the file of results.
    pub at: AtRow,
    /// The target.
    pub target: Measure,
    /// The target as the results write it, where the plan states none that can be read.
    pub given_target: Option<String>,
    /// The actual value.
    pub actual: Actual,
    /// How the score was found.
    pub step: Step,
    /// How far the target is achieved.
    pub score: Score,
    /// What looks like a slip.
    pub slips: Vec<ResultSlip>,
}

/// What a plan makes of a line of the results.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Claim {
    /// The line is about another plan.
    NotMeant,
    /// No indicator is called so; one is called alike.
    Unknown(Option<String>),
    /// It has the indicator.
    Known,
}

/// The results of a plan's indicators.
#[derive(Debug, Default)]
pub struct Achievements {
    /// By sheet and indicator, indices into [`Plan::sheets`] and
    /// [`Sheet::indicators`](crate::model::Sheet::indicators).
    pub by_indicator: HashMap<(usize, usize), Achievement>,
    /// What is made of each line.
    pub claims: Vec<Claim>,
    /// What is wrong with lines that are about this plan.
    pub faults: Vec<(AtRow, ResultFault)>,
}

/// An indicator of the plan, by what a line may call it.
struct Known {
    sheet: usize,
    indicator: usize,
    project: String,
    objective: String,
    title: String,
}

impl Known {
    fn is_meant(&self, line: &ResultLine) -> bool {
        let fits = |written: &Option<String>, own: &str| {
            written.as_deref().is_none_or(|written| written.eq_ignore_ascii_case(own))
        };
        fits(&line.project, &self.project) && fits(&line.objective, &self.objective)
    }
}

/// What came of the indicators of a plan that may be called by one of some labels.
pub fn achievements(plan: &Plan<'_>, labels: &[String], results: &Results, rules: &ScoreRules) -> Achievements {
    let known = known(plan);
    let labels: Vec<String> = labels.iter().map(|label| identity::key(label)).collect();
    let mut all = Achievements::default();
    for line in &results.lines {
        if line.plan.as_deref().is_some_and(|written| !labels.contains(&identity::key(written))) {
            all.claims.push(Claim::NotMeant);
            continue;
        }
        let called: &[Known] = known.get(&line.indicator.to_ascii_uppercase()).map_or(&[], Vec::as_slice);
        let mut meant: Vec<&Known> = called.iter().filter(|known| known.is_meant(line)).collect();
        if meant.len() > 1 {
            // Of several the title tells which, unless a spreadsheet changed it.
            let title = line.title.as_deref().map(identity::key).unwrap_or_default();
            let alike = |known: &&Known| known.title == title;
            if meant.iter().copied().filter(|known| alike(known)).count() == 1 {
                meant.retain(alike);
            }
        }
        all.claims.push(if meant.is_empty() {
            Claim::Unknown(nearest(&line.indicator, known.keys().cloned()))
        } else {
            Claim::Known
        });
        match &meant[..] {
            [] => {}
            [one] => all.add(plan, (one.sheet, one.indicator), line, rules),
            several => {
                let mut objectives: Vec<String> =
                    several.iter().map(|known| format!("{} {}", known.project, known.objective)).collect();
                objectives.dedup();
                let indicator = line.indicator.clone();
                all.faults.push((line.at.clone(), ResultFault::SeveralIndicators { indicator, objectives }));
            }
        }
    }
    all
}

/// The indicators of a plan by their codes in capitals; sheets that repeat another do not count.
fn known(plan: &Plan<'_>) -> HashMap<String, Vec<Known>> {
    let mut known: HashMap<String, Vec<Known>> = HashMap::new();
    for (number, sheet) in plan.sheets.iter().enumerate().filter(|(_, sheet)| sheet.repeats.is_none()) {
        for (at, indicator) in sheet.indicators.iter().enumerate() {
            let objective = indicator.objective.map(|objective| sheet.objectives[objective].code.words().into_owned());
            known.entry(indicator.code.words().to_ascii_uppercase()).or_default().push(Known {
                sheet: number,
                indicator: at,
                project: sheet.code.as_deref().unwrap_or_default().to_owned(),
                objective: objective.unwrap_or_default(),
                title: indicator.title.map(|title| identity::key(&title.words())).unwrap_or_default(),
            });
        }
    }
    known
}

impl Achievements {
    fn add(&mut self, plan: &Plan<'_>, at: (usize, usize), line: &ResultLine, rules: &ScoreRules) {
        let Some(actual) = &line.result else { return };
        if let Some(first) = self.by_indicator.get(&at) {
            let (indicator, first) = (line.indicator.clone(), first.at.clone());
            return self.faults.push((line.at.clone(), ResultFault::Twice { indicator, first }));
        }
        match achievement(&plan.sheets[at.0].indicators[at.1], line, actual, rules) {
            Ok(achievement) => {
                self.by_indicator.insert(at, achievement);
            }
            Err(fault) => self.faults.push((line.at.clone(), fault)),
        }
    }
}

fn achievement(
    indicator: &Indicator<'_>,
    line: &ResultLine,
    actual: &Actual,
    rules: &ScoreRules,
) -> Result<Achievement, ResultFault> {
    let (target, is_given) = target(indicator, line, actual)?;
    let (step, score) = achieved(target, actual, rules).ok_or_else(|| ResultFault::NothingToReach {
        indicator: line.indicator.clone(),
        target: indicator.target.map(|target| target.words().into_owned()).unwrap_or_default(),
    })?;
    let given_target = line.target.clone().filter(|_| is_given);
    let slips = slips(indicator, target, actual);
    Ok(Achievement { at: line.at.clone(), target, given_target, actual: actual.clone(), step, score, slips })
}

/// The target, and whether the file gives it: that of the plan, and that of the file only where the plan's states
/// no value. One in the file that contradicts the plan is a fault, since the file may be about another year.
fn target(indicator: &Indicator<'_>, line: &ResultLine, actual: &Actual) -> Result<(Measure, bool), ResultFault> {
    let direction = actual.direction;
    let code = || line.indicator.clone();
    let in_plan = indicator.target.map(|target| target.words().into_owned()).filter(|text| !text.is_empty());
    let of_plan = in_plan.as_deref().and_then(|text| Measure::target(text, direction));
    let of_file = line.target.as_deref().map(|written| (written, Measure::target(written, direction)));
    match (of_plan, of_file, in_plan) {
        (Some(target), None, _) => Ok((target, false)),
        (Some(target), Some((_, of_file)), _) if of_file == Some(target) => Ok((target, false)),
        (Some(_), Some((written, _)), Some(in_plan)) => {
            Err(ResultFault::AnotherTarget { indicator: code(), written: written.to_owned(), in_plan })
        }
        (_, _, Some(written)) if states_another_value(&written) => {
            Err(ResultFault::WrongDirection { indicator: code(), written, direction })
        }
        (_, Some((_, Some(target))), _) => Ok((target, true)),
        (_, Some((written, None)), _) => {
            Err(ResultFault::UnreadableTarget { indicator: code(), written: written.to_owned(), direction })
        }
        (_, None, Some(written)) => Err(ResultFault::UnreadableTarget { indicator: code(), written, direction }),
        // What is only to be done needs no target.
        (_, None, None) if direction == Direction::YesNo => Ok((Measure::Answer(true), false)),
        (_, None, None) => Err(ResultFault::NoTarget { indicator: code() }),
    }
}

/// Whether a text that states no value of one sort states one of another. A year alone may be meant as a day of it.
fn states_another_value(written: &str) -> bool {
    let is_year = written.len() == 4 && written.starts_with("20") && written.bytes().all(|byte| byte.is_ascii_digit());
    let states = |direction| Measure::target(written, direction).is_some();
    !is_year && (states(Direction::Higher) || states(Direction::Date))
}
