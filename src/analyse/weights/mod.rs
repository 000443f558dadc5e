//! The weights of the directors' evaluation forms: projects, objectives and indicators, each level
//! making exactly what stands above it, and all together 100,00.

mod given;

use super::apportion::{apportion, apportion_equally};
use super::directors::Directors;
use crate::identity;
use crate::model::{Percent, Plan, Role};
use crate::settings::GivenWeights;
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

/// By which rules weights are found.
#[derive(Debug, Default)]
pub struct WeightRules<'r> {
    /// The method.
    pub method: Method,
    /// Projects whose weights are fixed.
    pub floors: Vec<Floor>,
    /// Weights that are given.
    pub given: Option<&'r GivenWeights>,
    /// The directors whom this name may mean, the others being left unweighed; all, if none is given.
    pub director: Option<&'r str>,
}

/// A project whose weight is fixed, the others sharing the rest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Floor {
    /// Its code, or its title.
    pub written: String,
    /// Whether it is the title.
    pub by_title: bool,
    /// The weight, in hundredths of a percent.
    pub hundredths: u64,
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
    #[error("{path}:{line}: no director has {code}")]
    UnknownCode { path: String, line: u32, code: String, nearest: Option<String> },
    /// A file gives two weights to one thing.
    #[error("{path}:{line}: {code} has a weight already")]
    Twice { path: String, line: u32, code: String },
    /// A file gives no weight to some of a director's projects or objectives.
    #[error("{path}: no weight for {}", codes.join(", "))]
    Missing { path: String, director: String, codes: Vec<String> },
    /// The given weights of a director, or those of a project's objectives, do not add up.
    #[error("{path}: the weights of {of} make {sum}, not {should}")]
    Sum { path: String, of: String, sum: Percent, should: Percent },
    /// A floor is for a project that no director has.
    #[error("no director has {written}")]
    UnknownFloor { written: String, nearest: Option<String> },
    /// A director's floors leave nothing for the other projects, or leave something and nobody to take it.
    #[error("the floors of {director} make {sum}")]
    Floors { director: String, sum: Percent, others: usize },
}

/// The weights of every director of a plan: first those with rows, in document order, then those who
/// only lead a CDR.
///
/// Directors are all who have the role in some row, and all who lead a CDR. All their rows count, in
/// whichever CDR.
///
/// # Errors
///
/// Given weights or floors that do not fit the plan.
pub fn weights(plan: &Plan<'_>, rules: &WeightRules<'_>) -> Result<Vec<DirectorWeights>, WeightsFault> {
    let mut directors = unweighted(plan);
    if let Some(given) = rules.given {
        check_codes(plan, &directors, given)?;
    }
    for floor in &rules.floors {
        check_floor(plan, &directors, floor)?;
    }
    let is_asked = |director: &&mut DirectorWeights| {
        rules.director.is_none_or(|asked| identity::matches(&identity::key(&director.name), asked))
    };
    for director in directors.iter_mut().filter(is_asked) {
        match rules.given {
            Some(given) => weigh_as_given(plan, director, given)?,
            None => weigh(plan, director, rules)?,
        }
    }
    Ok(directors)
}

/// The directors with their commitments, and no weights so far.
fn unweighted(plan: &Plan<'_>) -> Vec<DirectorWeights> {
    let leaders = Directors::of(plan);
    let mut all: Vec<DirectorWeights> = Vec::new();
    let mut led_by_others: Vec<usize> = (0..plan.cdrs.len()).filter(|&cdr| plan.cdrs[cdr].director.is_some()).collect();
    for (subject, who) in plan.subjects.iter().enumerate().filter(|(_, who)| who.is_person()) {
        let mut cdrs_led: Vec<usize> = identity::keys(who).iter().flat_map(|key| leaders.led_by(key)).collect();
        cdrs_led.sort_unstable();
        cdrs_led.dedup();
        led_by_others.retain(|cdr| !cdrs_led.contains(cdr));
        let has_role = plan.commitments_of(subject).any(|row| row.role == Role::Director);
        if has_role || !cdrs_led.is_empty() {
            all.push(of_subject(plan, subject, cdrs_led, leaders.are_known()));
        }
    }
    for cdr in led_by_others {
        let Some(director) = &plan.cdrs[cdr].director else { continue };
        let name = identity::shown(&director.words());
        match all.iter_mut().find(|known| known.subject.is_none() && known.name == name) {
            Some(known) => known.cdrs_led.push(cdr),
            None => all.push(DirectorWeights {
                subject: None,
                name,
                cdrs_led: vec![cdr],
                commitment: Percent::ZERO,
                projects: Vec::new(),
                remarks: vec![Remark::NoCommitment],
            }),
        }
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
            Some(own) => own.commitment = own.commitment + row.percent,
            None => projects.push(ProjectWeight {
                project,
                sheet: row.sheet,
                commitment: row.percent,
                weight: Percent::ZERO,
                objectives: Vec::new(),
            }),
        }
    }
    let commitment: Percent = projects.iter().map(|project| project.commitment).sum();
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
fn weigh(plan: &Plan<'_>, director: &mut DirectorWeights, rules: &WeightRules<'_>) -> Result<(), WeightsFault> {
    let fixed: Vec<Option<u64>> = director
        .projects
        .iter()
        .map(|own| {
            let floor = rules.floors.iter().find(|floor| is_meant(plan, own, floor));
            floor.map(|floor| floor.hundredths)
        })
        .collect();
    let size = |own: &ProjectWeight| match rules.method {
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
    let rest = WHOLE.checked_sub(taken).and_then(|rest| apportion(rest, &sizes));
    let Some(shares) = rest else {
        return Err(WeightsFault::Floors { director: director.name.clone(), sum: percent(taken), others: free.len() });
    };
    let mut hundredths: Vec<u64> = fixed.iter().map(|fixed| fixed.unwrap_or_default()).collect();
    free.into_iter().zip(shares).for_each(|(at, share)| hundredths[at] = share);
    for (own, hundredths) in director.projects.iter_mut().zip(hundredths) {
        let objectives = apportion_equally(hundredths, plan.sheets[own.sheet].objectives.len());
        share_out(plan, own, hundredths, &objectives);
    }
    Ok(())
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

/// Whether a floor is that of a project.
fn is_meant(plan: &Plan<'_>, own: &ProjectWeight, floor: &Floor) -> bool {
    let Some(project) = own.project.map(|project| &plan.projects[project]) else { return false };
    if floor.by_title {
        let title = project.title(plan).map(|title| identity::key(&title));
        title.is_some_and(|title| title == identity::key(&floor.written))
    } else {
        project.code.eq_ignore_ascii_case(&floor.written)
    }
}

fn check_floor(plan: &Plan<'_>, directors: &[DirectorWeights], floor: &Floor) -> Result<(), WeightsFault> {
    let mut projects = directors.iter().flat_map(|director| &director.projects);
    if projects.any(|own| is_meant(plan, own, floor)) {
        return Ok(());
    }
    let known = plan.projects.iter().filter_map(|project| {
        if floor.by_title { project.title(plan).map(|title| title.to_string()) } else { Some(project.code.to_string()) }
    });
    let nearest = nearest(&floor.written, known);
    Err(WeightsFault::UnknownFloor { written: floor.written.clone(), nearest })
}

/// The name that is most like one that is unknown, if it is like it at all.
pub(super) fn nearest(written: &str, known: impl Iterator<Item = String>) -> Option<String> {
    let distances = known.map(|name| (strsim::osa_distance(&name.to_lowercase(), &written.to_lowercase()), name));
    distances.filter(|(distance, name)| distance * 3 <= name.chars().count()).min().map(|(_, name)| name)
}
