//! Subtotals of a director's weights: by kind of objective, by what the projects serve, by CDR.

use std::cmp::Reverse;

use serde::Serialize;

use crate::analyse::DirectorWeights;
use crate::identity;
use crate::model::{ObjectiveKind, Percent, Plan};
use crate::present::{Names, Record};

/// By what weights are added up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GroupBy {
    /// The kind of the objectives.
    Kind,
    /// The direction that the project serves.
    Direction,
    /// The strategic objective that it serves.
    StrategicObjective,
    /// The CDR.
    Cdr,
}

impl GroupBy {
    /// The code of the grouping in messages.
    pub fn code(self) -> &'static str {
        match self {
            Self::Kind => "kind",
            Self::Direction => "direction",
            Self::StrategicObjective => "strategic-objective",
            Self::Cdr => "cdr",
        }
    }
}

/// A subtotal.
#[derive(Debug, Clone, Serialize)]
pub struct GroupRecord {
    /// The plan's label.
    pub plan: String,
    /// The director.
    pub director: String,
    /// What the parts have in common; unknown if the plan does not state it.
    pub group: Option<String>,
    /// The number of projects, or of objectives where the kind is asked for; a project without objectives
    /// counts as one.
    pub parts: usize,
    /// What the director is committed to; unknown where only a part of a project is meant.
    pub commitment_percent: Option<Percent>,
    /// The weight.
    pub weight_percent: Percent,
}

impl Record for GroupRecord {
    const COLUMNS: &'static [&'static str] =
        &["plan", "director", "group", "parts", "commitment_percent", "weight_percent"];

    fn set_plan(&mut self, label: &str) {
        label.clone_into(&mut self.plan);
    }
}

/// The subtotals of a director's weights, the largest first; they make what the weights make.
pub fn groups(names: &Names, plan: &Plan<'_>, director: &DirectorWeights, by: GroupBy) -> Vec<GroupRecord> {
    let mut groups: Vec<(Option<String>, GroupRecord)> = Vec::new();
    let mut add = |(written, group): (Option<String>, Option<String>), commitment: Option<Percent>, weight: Percent| {
        // Spellings that differ in case or accents are one; texts that differ in names that are not shown are two.
        let key = written.as_deref().map(identity::key);
        if let Some((_, known)) = groups.iter_mut().find(|(known, _)| *known == key) {
            known.parts += 1;
            known.weight_percent = known.weight_percent + weight;
            known.commitment_percent = known.commitment_percent.zip(commitment).map(|(own, more)| own + more);
            return;
        }
        let record = GroupRecord {
            plan: plan.label.clone(),
            director: names.name(&director.name).into_owned(),
            group,
            parts: 1,
            commitment_percent: commitment,
            weight_percent: weight,
        };
        groups.push((key, record));
    };
    for own in &director.projects {
        let sheet = &plan.sheets[own.sheet];
        let said = |text: Option<&crate::source::Text<'_>>| {
            let written = text.map(|text| text.words().into_owned());
            let shown = written.as_deref().map(|text| names.text(text).into_owned());
            (written, shown)
        };
        let group = match by {
            GroupBy::Kind => {
                for objective in &own.objectives {
                    let kind = sheet.objectives[objective.objective].kind.map(ObjectiveKind::code);
                    add((kind.map(str::to_owned), kind.map(str::to_owned)), None, objective.weight);
                }
                if own.objectives.is_empty() {
                    add((None, None), None, own.weight);
                }
                continue;
            }
            GroupBy::Direction => said(sheet.reference.direction.as_ref()),
            GroupBy::StrategicObjective => said(sheet.reference.strategic_objective.as_ref()),
            GroupBy::Cdr => {
                let code = sheet.cdr.map(|cdr| &*plan.cdrs[cdr].code);
                (code.map(str::to_owned), code.map(|code| names.code(code).into_owned()))
            }
        };
        add(group, Some(own.commitment), own.weight);
    }
    groups.sort_by_key(|(_, group)| Reverse(group.weight_percent));
    groups.into_iter().map(|(_, group)| group).collect()
}
