//! The weights of the directors' evaluation forms: projects, objectives and indicators, each level
//! making exactly what stands above it, and all together 100,00.

mod floors;
mod given;

use std::collections::HashMap;

use super::apportion::{apportion, apportion_equally};
use super::directors::Directors;
use crate::identity;
use crate::model::{Percent, Plan, Role};
use crate::settings::{AtRow, GivenWeights, Settings};
pub use floors::{Floor, unused_floors};
use given::{check_codes, weigh_as_given};

/// A hundred percent in hundredths, in which weights are whole numbers.
const WHOLE: u64 = 10_000;

/// How the weights of projects are found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Method {
    /// In proportion to what the director is committed to.
    #[default]
    Effort,
    /// The same for each project.
    Equal,
    /// As a file gives them.
    Given,
}

impl Method {
    /// The code of the method in JSON and messages.
    pub fn code(self) -> &'static str {
        match self {
            Self::Effort => "effort",
            Self::Equal => "equal",
            Self::Given => "given",
        }
    }
}

/// By which rules weights are found, besides what the settings of a plan say.
#[derive(Debug, Default)]
pub struct WeightRules {
    /// The method.
    pub method: Method,
    /// Projects whose weights are fixed, instead of those of the settings; none for these.
    pub floors: Vec<Floor>,
    /// Weights that are given.
    pub given: Option<GivenWeights>,
}

impl WeightRules {
    /// The method by which weights are found.
    pub fn method(&self) -> Method {
        if self.given.is_some() { Method::Given } else { self.method }
    }
}

/// The weights of a plan, and how they were found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Weights {
    /// The method.
    pub method: Method,
    /// The projects whose weights are fixed.
    pub floors: Vec<Floor>,
    /// The directors: first those with rows, in document order, then those who only lead a CDR.
    pub directors: Vec<DirectorWeights>,
}

/// The weights of one director of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DirectorWeights {
    /// The subject, an index into [`Plan::subjects`]; none for a director without any row.
    pub subject: Option<usize>,
    /// The name, if there is no subject: as the CDR states it.
    pub name: String,
    /// The CDRs led, indices into [`Plan::cdrs`].
    pub cdrs_led: Vec<usize>,
    /// The sum of the commitments.
    pub commitment: Percent,
    /// The projects, those with the largest commitment first, equal ones in document order.
    pub projects: Vec<ProjectWeight>,
    /// What is out of the ordinary.
    pub remarks: Vec<Remark>,
}

impl DirectorWeights {
    /// The sum of the weights: 100, or nothing where there is nothing to weigh.
    pub fn weight(&self) -> Percent {
        self.projects.iter().map(|project| project.weight).sum()
    }

    /// Whether the weights are in proportion to the commitments.
    pub fn is_by_effort(&self) -> bool {
        self.projects.iter().all(|own| matches!(own.basis, Basis::Effort { .. }))
    }
}

/// What the weight of a project rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// The commitment, of which it is a share.
    Effort {
        /// Whether ordinary rounding would give another, by which the sum would not be exact.
        is_shifted: bool,
    },
    /// The number of projects, of which all have the same.
    Equal,
    /// That it is fixed.
    Floor,
    /// A file.
    Given,
}

/// The weight of a project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProjectWeight {
    /// The project, an index into [`Plan::projects`]; none for rows that stand under no code.
    pub project: Option<usize>,
    /// The sheet, an index into [`Plan::sheets`].
    pub sheet: usize,
    /// What the director is committed to on it.
    pub commitment: Percent,
    /// Its weight.
    pub weight: Percent,
    /// What that rests on.
    pub basis: Basis,
    /// Its objectives.
    pub objectives: Vec<ObjectiveWeight>,
}

/// The weight of an objective.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ObjectiveWeight {
    /// The objective, an index into [`Sheet::objectives`](crate::model::Sheet::objectives).
    pub objective: usize,
    /// Its weight.
    pub weight: Percent,
    /// Its indicators, indices into [`Sheet::indicators`](crate::model::Sheet::indicators), with their weights.
    pub indicators: Vec<(usize, Percent)>,
}

/// Something out of the ordinary about a director.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remark {
    /// Is a director, and leads none of the CDRs at hand.
    LeadsNoCdr,
    /// Leads a CDR, and is committed to nothing.
    NoCommitment,
    /// Leads CDRs (indices into [`Plan::cdrs`]) without any row there; the weights are of rows elsewhere.
    NoRowWhereLed(Vec<usize>),
}

impl Remark {
    /// The code of the remark in JSON and messages.
    pub fn code(&self) -> &'static str {
        match self {
            Self::LeadsNoCdr => "leads-no-cdr",
            Self::NoCommitment => "no-commitment",
            Self::NoRowWhereLed(_) => "no-row-where-led",
        }
    }
}

/// Why weights cannot be found by the rules.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[allow(missing_docs, reason = "the sentence of each variant names its fields")]
pub enum WeightsFault {
    /// A file gives a weight to what is no project or objective of any director.
    #[error("{path}:{}: no director has {code}", at.line())]
    UnknownCode { path: String, at: AtRow, code: String, nearest: Option<String> },
    /// A file gives two weights to one thing.
    #[error("{path}:{}: {code} has a weight already", at.line())]
    Twice { path: String, at: AtRow, code: String },
    /// A file gives no weight to some of a director's projects or objectives.
    #[error("{path}: no weight for {}", codes.join(", "))]
    Missing { path: String, director: String, codes: Vec<String> },
    /// The given weights of a director, or those of a project's objectives, do not add up.
    #[error("{path}: the weights of {of} make {sum}, not {should}")]
    Sum { path: String, of: String, sum: Percent, should: Percent },
    /// A floor is for a project that no director has.
    #[error("no director has {written}")]
    UnknownFloor { written: String, nearest: Option<String> },
    /// Two floors are for one project.
    #[error("{project} has two floors")]
    TwoFloors { project: String, weights: [Percent; 2] },
    /// A director's floors leave nothing for the other projects, or leave something and nobody to take it.
    #[error("the floors of {director} make {sum}")]
    Floors { director: String, sum: Percent, others: usize },
}

/// The weights of every director of a plan. Of all but those whom the name that is asked for may mean, nothing is
/// weighed.
///
/// Directors are all who have the role in some row, and all who lead a CDR. All their rows count, in
/// whichever CDR.
///
/// # Errors
///
/// Given weights or floors that do not fit the plan.
pub fn weights(
    plan: &Plan<'_>,
    settings: &Settings,
    rules: &WeightRules,
    asked: Option<&str>,
) -> Result<Weights, WeightsFault> {
    let mut directors = unweighted(plan);
    let is_asked = |director: &&mut DirectorWeights| {
        asked.is_none_or(|asked| identity::matches(&identity::key(&director.name), asked))
    };
    if let Some(given) = &rules.given {
        check_codes(plan, &directors, given)?;
        directors.iter_mut().filter(is_asked).try_for_each(|director| weigh_as_given(plan, director, given))?;
        return Ok(Weights { method: rules.method(), floors: Vec::new(), directors });
    }
    let floors = floors::in_force(plan, settings, &directors, &rules.floors)?;
    directors.iter_mut().filter(is_asked).try_for_each(|director| weigh(plan, director, rules.method, &floors))?;
    Ok(Weights { method: rules.method, floors, directors })
}

/// The directors with their commitments, and no weights so far.
fn unweighted(plan: &Plan<'_>) -> Vec<DirectorWeights> {
    let leaders = Directors::of(plan);
    let mut all: Vec<DirectorWeights> = Vec::new();
    let mut is_led_by_subject = vec![false; plan.cdrs.len()];
    for subject in (0..plan.subjects.len()).filter(|&at| plan.subjects[at].is_person()) {
        let cdrs_led = leaders.led_by_subject(plan, subject);
        for cdr in &cdrs_led {
            is_led_by_subject[*cdr] = true;
        }
        let has_role = plan.commitments_of(subject).any(|row| row.role == Role::Director);
        if has_role || !cdrs_led.is_empty() {
            all.push(of_subject(plan, subject, cdrs_led, leaders.are_known()));
        }
    }
    // Who stands in no row is known by the name on the lines of the CDRs.
    let mut by_name: HashMap<String, usize> = HashMap::new();
    for cdr in (0..plan.cdrs.len()).filter(|cdr| !is_led_by_subject[*cdr]) {
        let Some(director) = &plan.cdrs[cdr].director else { continue };
        let name = identity::shown(&director.words());
        if let Some(known) = by_name.get(&name) {
            all[*known].cdrs_led.push(cdr);
            continue;
        }
        by_name.insert(name.clone(), all.len());
        all.push(DirectorWeights {
            subject: None,
            name,
            cdrs_led: vec![cdr],
            commitment: Percent::ZERO,
            projects: Vec::new(),
            remarks: vec![Remark::NoCommitment],
        });
    }
    all
}

fn of_subject(plan: &Plan<'_>, subject: usize, cdrs_led: Vec<usize>, leaders_are_known: bool) -> DirectorWeights {
    let mut projects: Vec<ProjectWeight> = Vec::new();
    for row in plan.commitments_of(subject) {
        let project = plan.sheets[row.sheet].project;
        let is_same =
            |own: &&mut ProjectWeight| own.sheet == row.sheet || (project.is_some() && own.project == project);
        match projects.iter_mut().find(is_same) {
            Some(own) => own.commitment = own.commitment + plan.percent_days_of(row),
            None => projects.push(ProjectWeight {
                project,
                sheet: row.sheet,
                commitment: plan.percent_days_of(row),
                weight: Percent::ZERO,
                basis: Basis::Effort { is_shifted: false },
                objectives: Vec::new(),
            }),
        }
    }
    let percent_days: Percent = projects.iter().map(|project| project.commitment).sum();
    let commitment = plan.mean(percent_days).percent();
    for own in &mut projects {
        own.commitment = plan.mean(own.commitment).percent();
    }
    projects.sort_by_key(|project| std::cmp::Reverse(project.commitment));
    let own_cdrs = plan.cdrs_of(subject);
    let without_row: Vec<usize> = cdrs_led.iter().copied().filter(|cdr| !own_cdrs.contains(cdr)).collect();
    let mut remarks = Vec::new();
    if cdrs_led.is_empty() && leaders_are_known {
        remarks.push(Remark::LeadsNoCdr);
    }
    if commitment == Percent::ZERO {
        remarks.push(Remark::NoCommitment);
    } else if !without_row.is_empty() {
        remarks.push(Remark::NoRowWhereLed(without_row));
    }
    let name = plan.subjects[subject].name.clone();
    DirectorWeights { subject: Some(subject), name, cdrs_led, commitment, projects, remarks }
}

/// Weighs the projects of a director by effort or equally, fixed ones apart.
fn weigh(
    plan: &Plan<'_>,
    director: &mut DirectorWeights,
    method: Method,
    floors: &[Floor],
) -> Result<(), WeightsFault> {
    let fixed = director.projects.iter().map(|own| floors::of_project(plan, own, floors));
    let fixed: Vec<Option<u64>> = fixed.collect::<Result<_, _>>()?;
    let size = |own: &ProjectWeight| match method {
        Method::Effort => u128::try_from(own.commitment.millionths()).unwrap_or_default(),
        Method::Equal | Method::Given => 1,
    };
    let free: Vec<usize> = (0..fixed.len()).filter(|&at| fixed[at].is_none()).collect();
    let sizes: Vec<u128> = free.iter().map(|&at| size(&director.projects[at])).collect();
    let taken: u64 = fixed.iter().flatten().sum();
    let nothing_to_weigh = director.projects.is_empty() || (taken == 0 && sizes.iter().sum::<u128>() == 0);
    if nothing_to_weigh {
        return Ok(());
    }
    let rest = WHOLE.checked_sub(taken);
    let Some((rest, shares)) = rest.and_then(|rest| Some((rest, apportion(rest, &sizes)?))) else {
        return Err(WeightsFault::Floors { director: director.name.clone(), sum: percent(taken), others: free.len() });
    };
    let all: u128 = sizes.iter().sum();
    let parts = free.into_iter().zip(sizes).zip(shares).map(|((at, size), share)| {
        let basis = match method {
            Method::Effort => Basis::Effort { is_shifted: u128::from(share) != rounded(rest, size, all) },
            Method::Equal | Method::Given => Basis::Equal,
        };
        (at, share, basis)
    });
    let floors = fixed.iter().enumerate().filter_map(|(at, floor)| Some((at, (*floor)?, Basis::Floor)));
    for (at, hundredths, basis) in parts.chain(floors).collect::<Vec<_>>() {
        let own = &mut director.projects[at];
        own.basis = basis;
        let objectives = apportion_equally(hundredths, plan.sheets[own.sheet].objectives.len());
        share_out(plan, own, hundredths, &objectives);
    }
    Ok(())
}

/// The part of `whole` that ordinary rounding, half up, gives to a size of all: (2 × whole × size + all) / (2 × all).
fn rounded(whole: u64, size: u128, all: u128) -> u128 {
    if all == 0 { 0 } else { (2 * u128::from(whole) * size + all) / (2 * all) }
}

/// Gives a project its weight and that of its objectives, and divides each among its indicators.
fn share_out(plan: &Plan<'_>, own: &mut ProjectWeight, hundredths: u64, objectives: &[u64]) {
    let sheet = &plan.sheets[own.sheet];
    own.weight = percent(hundredths);
    let objective = |(objective, &hundredths): (usize, &u64)| {
        let of_it = |at: &usize| sheet.indicators[*at].objective == Some(objective);
        let indicators: Vec<usize> = (0..sheet.indicators.len()).filter(of_it).collect();
        let parts = apportion_equally(hundredths, indicators.len()).into_iter().map(percent);
        ObjectiveWeight {
            objective,
            weight: percent(hundredths),
            indicators: indicators.into_iter().zip(parts).collect(),
        }
    };
    own.objectives = objectives.iter().enumerate().map(|(at, part)| objective((at, part))).collect();
}

fn percent(hundredths: u64) -> Percent {
    Percent::from_hundredths(i64::try_from(hundredths).unwrap_or(i64::MAX))
}

/// The name that is most like one that is unknown, if it is like it at all.
pub(super) fn nearest(written: &str, known: impl Iterator<Item = String>) -> Option<String> {
    let distances = known.map(|name| (strsim::osa_distance(&name.to_lowercase(), &written.to_lowercase()), name));
    distances.filter(|(distance, name)| distance * 3 <= name.chars().count()).min().map(|(_, name)| name)
}
