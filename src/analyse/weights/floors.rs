//! Projects whose weights are fixed: they must be of things that a director has, and each fixed once.

use super::{DirectorWeights, ProjectWeight, WeightsFault, nearest};
use crate::identity;
use crate::model::Plan;
use crate::settings::{FloorEntry, Settings, hundredths};

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

impl Floor {
    /// The floor of an entry of the settings; none if it says nothing that can hold, which the settings refuse.
    fn of(entry: &FloorEntry) -> Option<Self> {
        Some(Self {
            written: entry.written()?.get_ref().clone(),
            by_title: entry.title.is_some(),
            hundredths: hundredths(*entry.percent.get_ref())?,
        })
    }

    /// Whether it is that of a project.
    pub(super) fn is_of(&self, plan: &Plan<'_>, own: &ProjectWeight) -> bool {
        let Some(project) = own.project.map(|project| &plan.projects[project]) else { return false };
        if self.by_title {
            let title = project.title(plan).map(|title| identity::key(&title));
            title.is_some_and(|title| title == identity::key(&self.written))
        } else {
            project.code.eq_ignore_ascii_case(&self.written)
        }
    }

    fn is_of_any(&self, plan: &Plan<'_>, directors: &[DirectorWeights]) -> bool {
        directors.iter().flat_map(|director| &director.projects).any(|own| self.is_of(plan, own))
    }
}

/// The floors of the settings that are of some director's project, and the entries that are of none: of several plans
/// that have their settings together, not each has every project.
fn of_settings<'s>(
    plan: &Plan<'_>,
    settings: &'s Settings,
    directors: &[DirectorWeights],
) -> (Vec<Floor>, Vec<&'s FloorEntry>) {
    let (mut floors, mut unused) = (Vec::new(), Vec::new());
    for entry in &settings.weights.floor {
        match Floor::of(entry).filter(|floor| floor.is_of_any(plan, directors)) {
            Some(floor) => floors.push(floor),
            None => unused.push(entry),
        }
    }
    (floors, unused)
}

/// The entries of the settings that fix the weight of no project of any director.
pub fn unused_floors<'s>(plan: &Plan<'_>, settings: &'s Settings) -> Vec<&'s FloorEntry> {
    if settings.weights.floor.is_empty() { Vec::new() } else { of_settings(plan, settings, &super::unweighted(plan)).1 }
}

/// The floors that hold: those that are asked for, each of which must be of some director's project; where none are,
/// those of the settings.
pub(super) fn in_force(
    plan: &Plan<'_>,
    settings: &Settings,
    directors: &[DirectorWeights],
    asked: &[Floor],
) -> Result<Vec<Floor>, WeightsFault> {
    if asked.is_empty() {
        return Ok(of_settings(plan, settings, directors).0);
    }
    match asked.iter().find(|floor| !floor.is_of_any(plan, directors)) {
        Some(unknown) => Err(unknown_floor(plan, unknown)),
        None => Ok(asked.to_vec()),
    }
}

fn unknown_floor(plan: &Plan<'_>, floor: &Floor) -> WeightsFault {
    let nearest = nearest(&floor.written, plan.projects.iter().map(|project| project.code.to_string()));
    WeightsFault::UnknownFloor { written: floor.written.clone(), nearest }
}

/// The floor of a project; none if its weight is not fixed.
pub(super) fn of_project(plan: &Plan<'_>, own: &ProjectWeight, floors: &[Floor]) -> Result<Option<u64>, WeightsFault> {
    let mut own_floors = floors.iter().filter(|floor| floor.is_of(plan, own));
    let Some(floor) = own_floors.next() else { return Ok(None) };
    match own_floors.find(|other| other.hundredths != floor.hundredths) {
        Some(other) => {
            let project = own.project.map(|project| plan.projects[project].code.to_string()).unwrap_or_default();
            Err(WeightsFault::TwoFloors {
                project,
                weights: [floor, other].map(|floor| super::percent(floor.hundredths)),
            })
        }
        None => Ok(Some(floor.hundredths)),
    }
}
