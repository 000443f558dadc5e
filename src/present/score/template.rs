//! A file for the results, to be filled in: every indicator of a plan, with what it should reach.

use serde::Serialize;

use crate::analyse::{DirectorWeights, proposed_direction};
use crate::model::{Direction, Plan};
use crate::present::{Names, Record};

/// An indicator that waits for its result.
#[derive(Debug, Clone, Serialize)]
pub struct TemplateLine {
    plan: String,
    project: Option<String>,
    objective: Option<String>,
    code: String,
    title: Option<String>,
    target: Option<String>,
    /// What the words of the plan propose.
    proposed_direction: Option<&'static str>,
    /// To be filled in.
    direction: Option<&'static str>,
    /// To be filled in.
    actual: Option<&'static str>,
}

impl Record for TemplateLine {
    const COLUMNS: &'static [&'static str] =
        &["plan", "project", "objective", "code", "title", "target", "proposed_direction", "direction", "actual"];

    fn set_plan(&mut self, label: &str) {
        label.clone_into(&mut self.plan);
    }
}

/// A line for every indicator of a plan, or of the projects of one director, in document order; sheets that
/// repeat another do not count.
pub fn template(names: &Names, plan: &Plan<'_>, director: Option<&DirectorWeights>) -> Vec<TemplateLine> {
    let is_own = |sheet: usize| director.is_none_or(|one| one.projects.iter().any(|own| own.sheet == sheet));
    let sheets = plan.sheets.iter().enumerate().filter(|(number, sheet)| sheet.repeats.is_none() && is_own(*number));
    let lines = sheets.flat_map(|(_, sheet)| {
        sheet.indicators.iter().map(move |indicator| {
            let title = indicator.title.map(|title| title.words().into_owned());
            let target = indicator.target.map(|target| target.words().into_owned());
            let proposed =
                proposed_direction(title.as_deref().unwrap_or_default(), target.as_deref().unwrap_or_default());
            let objective = indicator.objective.map(|at| names.code(&sheet.objectives[at].code.words()).into_owned());
            let said = |text: Option<String>| text.map(|text| names.text(&text).into_owned());
            TemplateLine {
                plan: plan.label.clone(),
                project: sheet.code.as_deref().map(|code| names.code(code).into_owned()),
                objective,
                code: names.code(&indicator.code.words()).into_owned(),
                title: said(title),
                target: said(target),
                proposed_direction: proposed.map(Direction::code),
                direction: None,
                actual: None,
            }
        })
    });
    lines.collect()
}
