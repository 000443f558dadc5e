//! The scores as lines, for programs that read tables.

use serde::Serialize;

use super::{DirectorScoreRecord, ProjectScoreRecord, ScoreFields};
use crate::model::Percent;
use crate::present::{Level, Record};

/// A line of the table of scores, with everything that identifies it.
#[derive(Debug, Clone, Default, Serialize)]
pub struct ScoreLine {
    plan: String,
    director: String,
    cdr: Option<String>,
    project: Option<String>,
    title: Option<String>,
    objective: Option<String>,
    kind: Option<&'static str>,
    objective_title: Option<String>,
    indicator: Option<String>,
    indicator_title: Option<String>,
    target: Option<String>,
    given_target: Option<String>,
    direction: Option<&'static str>,
    actual: Option<String>,
    line: Option<u32>,
    sheet: Option<String>,
    weight_percent: Percent,
    #[serde(flatten)]
    score: ScoreFields,
    not_payable_percent: Option<Percent>,
}

impl Record for ScoreLine {
    const COLUMNS: &'static [&'static str] = &[
        "plan",
        "director",
        "cdr",
        "project",
        "title",
        "objective",
        "kind",
        "objective_title",
        "indicator",
        "indicator_title",
        "target",
        "given_target",
        "direction",
        "actual",
        "line",
        "weight_percent",
        "covered_percent",
        "score_percent",
        "score_exact",
        "calculation",
        "not_payable_percent",
        "sheet",
    ];

    fn set_plan(&mut self, label: &str) {
        label.clone_into(&mut self.plan);
    }
}

/// The scores as lines down to a level: for each director one for the whole, then every part of every level
/// with its own score.
pub fn score_lines(directors: &[DirectorScoreRecord], level: Level) -> Vec<ScoreLine> {
    let mut lines = Vec::new();
    for director in directors {
        let whole = ScoreLine {
            plan: director.plan.clone(),
            director: director.director.clone(),
            weight_percent: director.weight_percent,
            score: director.score.clone(),
            not_payable_percent: director.payment.not_payable_percent,
            ..ScoreLine::default()
        };
        lines.push(whole.clone());
        for own in &director.projects {
            add_lines(&whole, own, level, &mut lines);
        }
    }
    lines
}

fn add_lines(whole: &ScoreLine, own: &ProjectScoreRecord, level: Level, lines: &mut Vec<ScoreLine>) {
    let of_project = ScoreLine {
        cdr: own.cdr.clone(),
        project: own.project.clone(),
        title: own.title.clone(),
        weight_percent: own.weight_percent,
        score: own.score.clone(),
        not_payable_percent: own.not_payable_percent,
        ..whole.clone()
    };
    lines.push(of_project.clone());
    for objective in own.objectives.iter().filter(|_| level != Level::Project) {
        let of_objective = ScoreLine {
            objective: Some(objective.objective.clone()),
            kind: objective.kind,
            objective_title: objective.title.clone(),
            weight_percent: objective.weight_percent,
            score: objective.score.clone(),
            not_payable_percent: objective.not_payable_percent,
            ..of_project.clone()
        };
        lines.push(of_objective.clone());
        let indicators = objective.indicators.iter().filter(|_| level == Level::Indicator);
        lines.extend(indicators.map(|indicator| ScoreLine {
            indicator: Some(indicator.indicator.clone()),
            indicator_title: indicator.title.clone(),
            target: indicator.target.clone(),
            given_target: indicator.given_target.clone(),
            direction: indicator.direction,
            actual: indicator.actual.clone(),
            line: indicator.line,
            sheet: indicator.sheet.clone(),
            weight_percent: indicator.weight_percent,
            score: indicator.score.clone(),
            not_payable_percent: indicator.not_payable_percent,
            ..of_objective.clone()
        }));
    }
}
