//! The scores of the directors: as a document and records for programs, as tables for a terminal.

mod calculation;
mod lines;
mod payment;
mod template;
mod text;

use serde::Serialize;

pub use lines::{ScoreLine, score_lines};
pub use template::{TemplateLine, template};
pub use text::{Frame as ScoreFrame, score_text};

use super::findings::{FindingRecord, finding_record};
use super::weights::{IndicatorWeightRecord, ObjectiveWeightRecord, ProjectWeightRecord};
use super::{DirectorRecord, FloorRecord, Names, Naming, NoteRecord, Record, View};
use crate::analyse::{
    Achievement, Achievements, DirectorScore, DirectorWeights, ObjectiveWeight, ProjectScore, ProjectWeight,
    ScoreRules, Scored, payments,
};
use crate::check::{Case, of_score};
use crate::model::{Percent, Plan, Score};
use crate::settings::AtRow;
use calculation::Calculation;
pub use payment::PaymentFields;

/// The scores of all directors, for programs.
#[derive(Debug, Serialize)]
pub struct ScoreDocument<'a> {
    /// `cento.score/1`.
    pub schema: &'static str,
    /// `effort`, `equal` or `given`: how the weights were found.
    pub method: &'a str,
    /// The projects whose weights are fixed.
    pub floors: Vec<FloorRecord>,
    /// The file of results.
    pub results: &'a str,
    /// `mean` or `worst`: how an objective is scored from its indicators.
    pub indicators: &'static str,
    /// What an indicator counts at most.
    pub cap_percent: Percent,
    /// After how many days of delay nothing is left; unknown if one is enough.
    pub days_to_zero: Option<u32>,
    /// The directors, plan by plan.
    pub directors: &'a [DirectorScoreRecord],
    /// Results of indicators that are in no director's projects.
    pub uncounted: &'a [UncountedRecord],
}

/// A score for programs, and the weight that it covers.
#[derive(Debug, Clone, Default, Serialize)]
pub struct ScoreFields {
    /// The weight whose indicators have a result.
    pub covered_percent: Percent,
    /// The score, rounded half-up to two places; unknown without a result.
    pub score_percent: Option<Percent>,
    /// The exact score: a decimal number, or a fraction where that has no end.
    pub score_exact: Option<String>,
    /// How it was found; nothing where it is that of the only part.
    pub calculation: Option<String>,
}

/// The part of a weight that a score earns, for programs.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Points {
    /// Rounded half-up to two places; unknown without a result.
    pub points_percent: Option<Percent>,
    /// The exact value, as that of a score.
    pub points_exact: Option<String>,
}

impl Points {
    fn of(scored: Option<&Scored>) -> Self {
        let points = scored.map(|scored| scored.score.points(scored.covered));
        Self {
            points_percent: points.as_ref().map(Score::rounded),
            points_exact: points.map(|points| points.to_string()),
        }
    }
}

/// The score of one director.
#[derive(Debug, Clone, Serialize)]
pub struct DirectorScoreRecord {
    /// The plan's label.
    pub plan: String,
    /// The name.
    pub director: String,
    /// The codes of the CDRs led.
    pub cdrs_led: Vec<String>,
    /// The sum of the weights.
    pub weight_percent: Percent,
    /// The score of the whole.
    #[serde(flatten)]
    pub score: ScoreFields,
    /// The part of the weight that the score earns.
    #[serde(flatten)]
    pub points: Points,
    /// The projects, those with the largest commitment first.
    pub projects: Vec<ProjectScoreRecord>,
    /// What came of the times of payment.
    #[serde(flatten)]
    pub payment: PaymentFields,
    /// What has no result.
    pub missing: Vec<MissingRecord>,
    /// What is out of the ordinary about the weights.
    pub notes: Vec<NoteRecord>,
    /// The findings that bear on the weights, and W003.
    pub findings: Vec<FindingRecord>,
}

impl DirectorScoreRecord {
    /// Sets the label of the plan.
    pub fn set_plan(&mut self, label: &str) {
        label.clone_into(&mut self.plan);
        self.findings.iter_mut().for_each(|finding| finding.set_plan(label));
    }
}

/// The score of a project.
#[derive(Debug, Clone, Serialize)]
pub struct ProjectScoreRecord {
    /// The code.
    pub project: Option<String>,
    /// The title.
    pub title: Option<String>,
    /// The code of the CDR.
    pub cdr: Option<String>,
    /// The weight.
    pub weight_percent: Percent,
    /// The score.
    #[serde(flatten)]
    pub score: ScoreFields,
    /// The part of the weight that the score earns.
    #[serde(flatten)]
    pub points: Points,
    /// The weight whose part of the result pay is not payable, since times of payment were not kept.
    pub not_payable_percent: Option<Percent>,
    /// The objectives.
    pub objectives: Vec<ObjectiveScoreRecord>,
}

/// The score of an objective.
#[derive(Debug, Clone, Serialize)]
pub struct ObjectiveScoreRecord {
    /// The code.
    pub objective: String,
    /// `improvement`, `ordinary` or `priority`.
    pub kind: Option<&'static str>,
    /// The title.
    pub title: Option<String>,
    /// The weight.
    pub weight_percent: Percent,
    /// The score.
    #[serde(flatten)]
    pub score: ScoreFields,
    /// The weight whose part of the result pay is not payable, since times of payment were not kept.
    pub not_payable_percent: Option<Percent>,
    /// The indicators.
    pub indicators: Vec<IndicatorScoreRecord>,
}

/// How far an indicator is achieved.
#[derive(Debug, Clone, Serialize)]
pub struct IndicatorScoreRecord {
    /// The code.
    pub indicator: String,
    /// What is measured.
    pub title: Option<String>,
    /// The target, as the plan writes it.
    pub target: Option<String>,
    /// The target, as the results write it, where the plan states none that can be read.
    pub given_target: Option<String>,
    /// `higher`, `lower`, `date` or `yes-no`; unknown without a result.
    pub direction: Option<&'static str>,
    /// The actual value, as the results write it.
    pub actual: Option<String>,
    /// The line of the results: in a workbook the row of the worksheet.
    pub line: Option<u32>,
    /// The worksheet; none in a text, or where nobody is to be named.
    pub sheet: Option<String>,
    /// The weight.
    pub weight_percent: Percent,
    /// The score.
    #[serde(flatten)]
    pub score: ScoreFields,
    /// The weight whose part of the result pay is not payable, since times of payment were not kept.
    pub not_payable_percent: Option<Percent>,
}

/// Something that has no result.
#[derive(Debug, Clone, Serialize)]
pub struct MissingRecord {
    /// The code of the project.
    pub project: Option<String>,
    /// The code of the objective.
    pub objective: Option<String>,
    /// The code of the indicator.
    pub indicator: Option<String>,
    /// `no-result`, `no-indicator` or `no-objective`.
    pub reason: &'static str,
    /// The weight.
    pub weight_percent: Percent,
}

/// A result that is in no director's projects.
#[derive(Debug, Clone, Serialize)]
pub struct UncountedRecord {
    /// The plan's label.
    pub plan: String,
    /// The code of the project.
    pub project: Option<String>,
    /// The code of the indicator.
    pub indicator: String,
    /// The line of the results: in a workbook the row of the worksheet.
    pub line: u32,
    /// The worksheet; none in a text, or where nobody is to be named.
    pub sheet: Option<String>,
}

/// The record of a director's score: their weights with what came of them, and the findings about that.
pub fn director_score_record(
    (view, names, case): (&View, &Names, &Case<'_, '_>),
    weights: (&DirectorWeights, DirectorRecord),
    score: &DirectorScore,
    results: &Achievements,
    rules: &ScoreRules,
) -> DirectorScoreRecord {
    let (director, record) = weights;
    let calculation = Calculation { view, rules, names };
    let parts = record.projects.into_iter().zip(&director.projects).zip(&score.projects);
    let mut projects: Vec<ProjectScoreRecord> =
        parts.map(|((record, own), score)| project(calculation, record, own, score, results)).collect();
    let payments = payments(case.plan, director, score, results);
    payment::mark(&mut projects, &payments);
    let mut findings = record.findings;
    let about_it = of_score(case, director, &payments, results);
    findings.extend(about_it.iter().map(|finding| finding_record(view, names, case.plan, finding)));
    DirectorScoreRecord {
        plan: record.plan,
        director: record.director,
        cdrs_led: record.cdrs_led,
        weight_percent: record.weight_percent,
        missing: projects.iter().flat_map(missing).collect(),
        points: Points::of(score.whole.as_ref()),
        score: fields(score.whole.as_ref(), None),
        projects,
        payment: PaymentFields::of(&payments),
        notes: record.notes,
        findings,
    }
}

fn fields(scored: Option<&Scored>, calculation: Option<String>) -> ScoreFields {
    ScoreFields {
        covered_percent: scored.map_or(Percent::ZERO, |scored| scored.covered),
        score_percent: scored.map(|scored| scored.score.rounded()),
        score_exact: scored.map(|scored| scored.score.to_string()),
        calculation,
    }
}

fn project(
    calculation: Calculation<'_>,
    record: ProjectWeightRecord,
    own: &ProjectWeight,
    score: &ProjectScore,
    results: &Achievements,
) -> ProjectScoreRecord {
    let parts = record.objectives.into_iter().zip(&own.objectives).zip(&score.objectives);
    let objective = |((record, objective), score): ((ObjectiveWeightRecord, &ObjectiveWeight), &Option<Scored>)| {
        objective_record(calculation, record, (own.sheet, objective), score.as_ref(), results)
    };
    ProjectScoreRecord {
        project: record.project,
        title: record.title,
        cdr: record.cdr,
        weight_percent: record.weight_percent,
        score: fields(score.whole.as_ref(), calculation.of_project(score)),
        points: Points::of(score.whole.as_ref()),
        not_payable_percent: None,
        objectives: parts.map(objective).collect(),
    }
}

fn objective_record(
    calculation: Calculation<'_>,
    record: ObjectiveWeightRecord,
    (sheet, own): (usize, &ObjectiveWeight),
    score: Option<&Scored>,
    results: &Achievements,
) -> ObjectiveScoreRecord {
    let known: Vec<_> = own.indicators.iter().map(|(at, _)| results.by_indicator.get(&(sheet, *at))).collect();
    let of_objective = calculation.of_objective(known.iter().flatten().map(|known| &known.score), score);
    let indicator = |(record, known): (IndicatorWeightRecord, Option<&Achievement>)| {
        let scored = known.map(|known| Scored { score: known.score.clone(), covered: record.weight_percent });
        IndicatorScoreRecord {
            indicator: record.indicator,
            title: record.title,
            target: record.target,
            given_target: known
                .and_then(|known| known.given_target.as_deref())
                .map(|given| calculation.names.text(given).into_owned()),
            direction: known.map(|known| known.actual.direction.code()),
            actual: known.map(|known| known.actual.written.clone()),
            line: known.map(|known| known.at.line()),
            sheet: known.filter(|_| calculation.view.naming == Naming::Plain).and_then(|known| sheet_name(&known.at)),
            weight_percent: record.weight_percent,
            score: fields(scored.as_ref(), known.map(|known| calculation.of_indicator(known))),
            not_payable_percent: None,
        }
    };
    ObjectiveScoreRecord {
        objective: record.objective,
        kind: record.kind,
        title: record.title,
        weight_percent: record.weight_percent,
        score: fields(score, of_objective),
        not_payable_percent: None,
        indicators: record.indicators.into_iter().zip(known).map(indicator).collect(),
    }
}

/// What of a project has no result.
fn missing(own: &ProjectScoreRecord) -> Vec<MissingRecord> {
    let record = |objective: Option<&str>, indicator: Option<&str>, reason, weight_percent| MissingRecord {
        project: own.project.clone(),
        objective: objective.map(str::to_owned),
        indicator: indicator.map(str::to_owned),
        reason,
        weight_percent,
    };
    if own.objectives.is_empty() {
        return vec![record(None, None, "no-objective", own.weight_percent)];
    }
    let mut missing = Vec::new();
    for objective in &own.objectives {
        let code = Some(&*objective.objective);
        if objective.indicators.is_empty() {
            missing.push(record(code, None, "no-indicator", objective.weight_percent));
        }
        let without = objective.indicators.iter().filter(|indicator| indicator.line.is_none());
        missing.extend(without.map(|own| record(code, Some(&own.indicator), "no-result", own.weight_percent)));
    }
    missing
}

/// The results of indicators of a plan that none of its directors has in a project.
pub fn uncounted(
    names: &Names,
    plan: &Plan<'_>,
    directors: &[DirectorWeights],
    results: &Achievements,
) -> Vec<UncountedRecord> {
    let is_counted = |&(sheet, indicator): &(usize, usize)| {
        let mut objectives = directors
            .iter()
            .flat_map(|director| &director.projects)
            .filter(|own| own.sheet == sheet)
            .flat_map(|own| &own.objectives);
        objectives.any(|objective| objective.indicators.iter().any(|(at, _)| *at == indicator))
    };
    let mut uncounted: Vec<_> = results.by_indicator.iter().filter(|(at, _)| !is_counted(at)).collect();
    uncounted.sort_by_key(|(_, achievement)| &achievement.at);
    let record = |(&(number, at), achievement): (&(usize, usize), &Achievement)| UncountedRecord {
        plan: plan.label.clone(),
        project: plan.sheets[number].code.as_deref().map(|code| names.code(code).into_owned()),
        indicator: names.code(&plan.sheets[number].indicators[at].code.words()).into_owned(),
        line: achievement.at.line(),
        sheet: Some(&achievement.at).filter(|_| names.are_plain()).and_then(sheet_name),
    };
    uncounted.into_iter().map(record).collect()
}

/// The name of the worksheet of a row.
fn sheet_name(at: &AtRow) -> Option<String> {
    at.sheet().map(str::to_owned)
}
