//! The weights of the directors: as a document and records for programs, as tables for a terminal.

mod groups;
mod text;

use serde::Serialize;

pub use groups::{GroupBy, GroupRecord, groups};
pub(super) use text::method_line;
pub use text::{Frame as WeightsFrame, weights_text};

use super::findings::{FindingRecord, finding_record};
use super::{Names, Record, View};
use crate::analyse::{Basis, DirectorWeights, Floor, ObjectiveWeight, ProjectWeight, Remark, Weights};
use crate::check::{Case, OfWeights};
use crate::finding::Finding;
use crate::model::{ObjectiveKind, Percent, Plan};

/// The weights of all directors, for programs.
#[derive(Debug, Serialize)]
pub struct WeightsDocument<'a> {
    /// `cento.weights/1`.
    pub schema: &'static str,
    /// `effort`, `equal` or `given`.
    pub method: &'static str,
    /// The projects whose weights are fixed: code or title, and weight.
    pub floors: Vec<FloorRecord>,
    /// The directors, plan by plan.
    pub directors: &'a [DirectorRecord],
}

/// A project whose weight is fixed.
#[derive(Debug, Clone, Serialize)]
pub struct FloorRecord {
    /// Its code or title.
    pub project: String,
    /// Its weight.
    pub weight_percent: Percent,
}

/// The weights of one director.
#[derive(Debug, Clone, Serialize)]
pub struct DirectorRecord {
    /// The plan's label.
    pub plan: String,
    /// The name.
    pub director: String,
    /// The codes of the CDRs led.
    pub cdrs_led: Vec<String>,
    /// The sum of the commitments.
    pub commitment_percent: Percent,
    /// The sum of the weights: 100, or nothing where there is nothing to weigh.
    pub weight_percent: Percent,
    /// The projects, those with the largest commitment first.
    pub projects: Vec<ProjectWeightRecord>,
    /// Subtotals, if they were asked for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<GroupRecord>,
    /// What is out of the ordinary.
    pub notes: Vec<NoteRecord>,
    /// The findings that bear on the weights: sheets that are missing or empty in the CDRs led, fixed weights of what is
    /// no director's project, W001 and W002.
    pub findings: Vec<FindingRecord>,
    /// The findings for a terminal.
    #[serde(skip)]
    pub(super) excerpts: Vec<String>,
}

impl DirectorRecord {
    /// Sets the label of the plan.
    pub fn set_plan(&mut self, label: &str) {
        label.clone_into(&mut self.plan);
        self.groups.iter_mut().for_each(|group| group.set_plan(label));
        self.findings.iter_mut().for_each(|finding| finding.set_plan(label));
    }
}

/// The weight of a project.
#[derive(Debug, Clone, Serialize)]
pub struct ProjectWeightRecord {
    /// The code.
    pub project: Option<String>,
    /// The title.
    pub title: Option<String>,
    /// The code of the CDR.
    pub cdr: Option<String>,
    /// What the director is committed to on it.
    pub commitment_percent: Percent,
    /// The weight.
    pub weight_percent: Percent,
    /// The objectives.
    pub objectives: Vec<ObjectiveWeightRecord>,
    /// Whether the weight is fixed, the others sharing the rest.
    pub fixed: bool,
}

/// The weight of an objective.
#[derive(Debug, Clone, Serialize)]
pub struct ObjectiveWeightRecord {
    /// The code.
    pub objective: String,
    /// `improvement`, `ordinary` or `priority`.
    pub kind: Option<&'static str>,
    /// The title.
    pub title: Option<String>,
    /// The weight.
    pub weight_percent: Percent,
    /// The indicators.
    pub indicators: Vec<IndicatorWeightRecord>,
}

/// The weight of an indicator.
#[derive(Debug, Clone, Serialize)]
pub struct IndicatorWeightRecord {
    /// The code.
    pub indicator: String,
    /// What is measured.
    pub title: Option<String>,
    /// The value to reach.
    pub target: Option<String>,
    /// The weight.
    pub weight_percent: Percent,
}

/// Something out of the ordinary about a director.
#[derive(Debug, Clone, Serialize)]
pub struct NoteRecord {
    /// `leads-no-cdr`, `no-commitment` or `no-row-where-led`.
    pub note: &'static str,
    /// The same in words.
    pub message: String,
}

/// How far weights are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Level {
    /// Projects.
    #[default]
    Project,
    /// Their objectives.
    Objective,
    /// The indicators of these.
    Indicator,
}

/// The records of the directors' weights, each with the findings that bear on them: what every command shows of them.
pub fn director_records<'t>(
    view: &View,
    names: &Names,
    case: &Case<'_, 't>,
    findings: &[Finding<'t>],
    weights: &Weights,
) -> Vec<DirectorRecord> {
    let bearing = OfWeights::of(findings);
    let record = |director| director_record(view, names, case.plan, director, &bearing.of_director(case, director));
    weights.directors.iter().map(record).collect()
}

/// The projects whose weights are fixed, without the names of people of any of some plans.
pub fn floor_records(names: &[&Names], floors: &[Floor]) -> Vec<FloorRecord> {
    let cleared = |code: &str| names.iter().fold(code.to_owned(), |code, own| own.label(&code).into_owned());
    let record = |floor: &Floor| FloorRecord {
        project: cleared(&floor.written),
        weight_percent: Percent::from_hundredths(i64::try_from(floor.hundredths).unwrap_or_default()),
    };
    floors.iter().map(record).collect()
}

fn director_record(
    view: &View,
    names: &Names,
    plan: &Plan<'_>,
    director: &DirectorWeights,
    findings: &[Finding<'_>],
) -> DirectorRecord {
    let code = |&cdr: &usize| names.code(&plan.cdrs[cdr].code).into_owned();
    DirectorRecord {
        plan: plan.label.clone(),
        director: names.name(&director.name).into_owned(),
        cdrs_led: director.cdrs_led.iter().map(code).collect(),
        commitment_percent: director.commitment,
        weight_percent: director.weight(),
        projects: director.projects.iter().map(|own| project(names, plan, own)).collect(),
        groups: Vec::new(),
        notes: director.remarks.iter().map(|remark| note(view, names, plan, remark)).collect(),
        findings: findings.iter().map(|finding| finding_record(view, names, plan, finding)).collect(),
        excerpts: findings.iter().map(|finding| super::excerpt::excerpt(view, names, plan, finding)).collect(),
    }
}

fn project(names: &Names, plan: &Plan<'_>, own: &ProjectWeight) -> ProjectWeightRecord {
    let project = own.project.map(|project| &plan.projects[project]);
    ProjectWeightRecord {
        project: project.map(|project| names.code(&project.code).into_owned()),
        title: project.and_then(|project| project.title(plan)).map(|title| names.text(&title).into_owned()),
        cdr: plan.sheets[own.sheet].cdr.map(|cdr| names.code(&plan.cdrs[cdr].code).into_owned()),
        commitment_percent: own.commitment,
        weight_percent: own.weight,
        objectives: own
            .objectives
            .iter()
            .map(|objective| objective_record(names, plan, own.sheet, objective))
            .collect(),
        fixed: own.basis == Basis::Floor,
    }
}

fn objective_record(names: &Names, plan: &Plan<'_>, sheet: usize, own: &ObjectiveWeight) -> ObjectiveWeightRecord {
    let sheet = &plan.sheets[sheet];
    let objective = &sheet.objectives[own.objective];
    let said = |place: crate::source::Place<'_>| names.text(&place.words()).into_owned();
    let indicator = |&(at, weight_percent): &(usize, Percent)| IndicatorWeightRecord {
        indicator: names.code(&sheet.indicators[at].code.words()).into_owned(),
        title: sheet.indicators[at].title.map(said),
        target: sheet.indicators[at].target.map(said),
        weight_percent,
    };
    ObjectiveWeightRecord {
        objective: names.code(&objective.code.words()).into_owned(),
        kind: objective.kind.map(ObjectiveKind::code),
        title: objective.title.as_ref().map(|title| names.text(&title.words()).into_owned()),
        weight_percent: own.weight,
        indicators: own.indicators.iter().map(indicator).collect(),
    }
}

fn note(view: &View, names: &Names, plan: &Plan<'_>, remark: &Remark) -> NoteRecord {
    let cdrs = match remark {
        Remark::NoRowWhereLed(cdrs) => {
            cdrs.iter().map(|&cdr| names.code(&plan.cdrs[cdr].code)).collect::<Vec<_>>().join(", ")
        }
        Remark::LeadsNoCdr | Remark::NoCommitment => String::new(),
    };
    let message = view.messages.format(&format!("remark-{}", remark.code()), &[("cdrs", cdrs.into())]);
    NoteRecord { note: remark.code(), message }
}

/// A line of the table of weights, with everything that identifies it.
#[derive(Debug, Clone, Default, Serialize)]
pub struct WeightLine {
    plan: String,
    director: String,
    cdr: Option<String>,
    project: Option<String>,
    title: Option<String>,
    commitment_percent: Option<Percent>,
    objective: Option<String>,
    /// The kind of the objective, or the kinds of those of the project.
    kind: Vec<&'static str>,
    objective_title: Option<String>,
    indicator: Option<String>,
    indicator_title: Option<String>,
    target: Option<String>,
    weight_percent: Option<Percent>,
}

impl Record for WeightLine {
    const COLUMNS: &'static [&'static str] = &[
        "plan",
        "director",
        "cdr",
        "project",
        "title",
        "commitment_percent",
        "objective",
        "kind",
        "objective_title",
        "indicator",
        "indicator_title",
        "target",
        "weight_percent",
    ];

    fn set_plan(&mut self, label: &str) {
        label.clone_into(&mut self.plan);
    }
}

/// The weights as lines down to a level. Every line is a part that is not divided further, so that the
/// weights of a director's lines make exactly 100 on each level.
pub fn weight_lines(directors: &[DirectorRecord], level: Level) -> Vec<WeightLine> {
    directors.iter().flat_map(|director| lines_of(director, level)).collect()
}

fn lines_of(director: &DirectorRecord, level: Level) -> Vec<WeightLine> {
    let mut lines = Vec::new();
    for own in &director.projects {
        let of_project = WeightLine {
            plan: director.plan.clone(),
            director: director.director.clone(),
            cdr: own.cdr.clone(),
            project: own.project.clone(),
            title: own.title.clone(),
            commitment_percent: Some(own.commitment_percent),
            kind: own.kinds(),
            weight_percent: Some(own.weight_percent),
            ..WeightLine::default()
        };
        if level == Level::Project || own.objectives.is_empty() {
            lines.push(of_project);
            continue;
        }
        for objective in &own.objectives {
            let of_objective = WeightLine {
                objective: Some(objective.objective.clone()),
                kind: objective.kind.into_iter().collect(),
                objective_title: objective.title.clone(),
                weight_percent: Some(objective.weight_percent),
                ..of_project.clone()
            };
            if level == Level::Objective || objective.indicators.is_empty() {
                lines.push(of_objective);
                continue;
            }
            lines.extend(objective.indicators.iter().map(|indicator| WeightLine {
                indicator: Some(indicator.indicator.clone()),
                indicator_title: indicator.title.clone(),
                target: indicator.target.clone(),
                weight_percent: Some(indicator.weight_percent),
                ..of_objective.clone()
            }));
        }
    }
    lines
}

impl ProjectWeightRecord {
    /// The kinds of its objectives, each once, in their order.
    pub fn kinds(&self) -> Vec<&'static str> {
        let mut kinds: Vec<&'static str> = Vec::new();
        for kind in self.objectives.iter().filter_map(|objective| objective.kind) {
            if !kinds.contains(&kind) {
                kinds.push(kind);
            }
        }
        kinds
    }
}
