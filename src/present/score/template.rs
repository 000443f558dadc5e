//! A file for the results, to be filled in: every indicator of a plan, with what it should reach.

use std::collections::HashMap;

use serde::Serialize;

use crate::analyse::{DirectorWeights, proposed_direction};
use crate::model::{Direction, Percent, Plan};
use crate::present::{DirectorRecord, Names, Record};

/// An indicator that waits for its result.
#[derive(Debug, Clone, Serialize)]
pub struct TemplateLine {
    pub(super) plan: String,
    pub(super) project: Option<String>,
    pub(super) objective: Option<String>,
    pub(super) code: String,
    pub(super) title: Option<String>,
    pub(super) target: Option<String>,
    /// What the words of the plan propose.
    pub(super) proposed_direction: Option<&'static str>,
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

/// What one director is to fill in, or whoever else does.
#[derive(Debug, Clone)]
pub struct TemplateForm {
    /// The director; none where the indicators are nobody's, or everybody's.
    pub director: Option<String>,
    /// The number of the plan, if there are several.
    plan: usize,
    pub(super) projects: Vec<TemplateProject>,
}

/// The indicators of one sheet of a plan on a form.
#[derive(Debug, Clone)]
pub(super) struct TemplateProject {
    /// The sheet, an index into [`Plan::sheets`].
    sheet: usize,
    /// How much the director has to do with it: leads its CDR, and then the commitment.
    claim: (bool, Percent),
    /// Its indicators.
    pub lines: Vec<TemplateLine>,
    /// Who fills them in, where that is a director with another form.
    pub filled_in_by: Option<String>,
}

impl TemplateForm {
    /// Sets the number and the label of the plan that the form is about.
    pub fn set_plan(&mut self, number: usize, label: &str) {
        self.plan = number;
        self.projects.iter_mut().flat_map(|own| &mut own.lines).for_each(|line| line.set_plan(label));
    }

    /// Its lines.
    pub fn into_lines(self) -> impl Iterator<Item = TemplateLine> {
        self.projects.into_iter().flat_map(|own| own.lines)
    }

    /// Whether there is nothing to fill in.
    pub(super) fn is_empty(&self) -> bool {
        self.projects.iter().all(|own| own.lines.is_empty())
    }
}

/// The form of a whole plan: a line for every indicator in document order; sheets that repeat another do not count.
pub fn template(names: &Names, plan: &Plan<'_>) -> TemplateForm {
    form(names, plan, None, |_| Some((false, Percent::ZERO)))
}

/// The form of one director: the same for the projects of the director.
pub fn director_template(
    names: &Names,
    plan: &Plan<'_>,
    director: &DirectorWeights,
    record: &DirectorRecord,
) -> TemplateForm {
    form(names, plan, Some(record.director.clone()), |sheet| {
        let own = director.projects.iter().find(|own| own.sheet == sheet)?;
        let leads = plan.sheets[sheet].cdr.is_some_and(|cdr| director.cdrs_led.contains(&cdr));
        Some((leads, own.commitment))
    })
}

/// The form of what is in no director's projects.
pub fn remaining_template<'d>(
    names: &Names,
    plan: &Plan<'_>,
    directors: impl Iterator<Item = &'d DirectorWeights>,
) -> TemplateForm {
    let mut is_taken = vec![false; plan.sheets.len()];
    directors.flat_map(|one| &one.projects).for_each(|own| is_taken[own.sheet] = true);
    form(names, plan, None, |sheet| (!is_taken[sheet]).then_some((false, Percent::ZERO)))
}

/// Says of each project that stands on several forms of a plan who fills it in, since a result counts once: whoever leads its
/// CDR, otherwise whoever is committed most to it, of several the first.
pub(super) fn share_out(forms: &mut [TemplateForm]) {
    let mut best: HashMap<(usize, usize), (usize, (bool, Percent))> = HashMap::new();
    for (at, form) in forms.iter().enumerate() {
        for own in &form.projects {
            let first = best.entry((form.plan, own.sheet)).or_insert((at, own.claim));
            if own.claim > first.1 {
                *first = (at, own.claim);
            }
        }
    }
    let directors: Vec<Option<String>> = forms.iter().map(|form| form.director.clone()).collect();
    for (at, form) in forms.iter_mut().enumerate() {
        for own in &mut form.projects {
            let (first, _) = best[&(form.plan, own.sheet)];
            own.filled_in_by = directors[first].clone().filter(|_| first != at);
        }
    }
}

/// A form of the sheets on which there is a claim.
fn form(
    names: &Names,
    plan: &Plan<'_>,
    director: Option<String>,
    claim: impl Fn(usize) -> Option<(bool, Percent)>,
) -> TemplateForm {
    let sheets = (0..plan.sheets.len()).filter(|&sheet| plan.sheets[sheet].repeats.is_none());
    let project = |sheet: usize| {
        let lines = lines(names, plan, sheet);
        claim(sheet).map(|claim| TemplateProject { sheet, claim, lines, filled_in_by: None })
    };
    TemplateForm { director, plan: 0, projects: sheets.filter_map(project).collect() }
}

/// A line for every indicator of a sheet.
fn lines(names: &Names, plan: &Plan<'_>, sheet: usize) -> Vec<TemplateLine> {
    let sheet = &plan.sheets[sheet];
    let lines = sheet.indicators.iter().map(|indicator| {
        let title = indicator.title.map(|title| title.words().into_owned());
        let target = indicator.target.map(|target| target.words().into_owned());
        let proposed = proposed_direction(title.as_deref().unwrap_or_default(), target.as_deref().unwrap_or_default());
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
    });
    lines.collect()
}
