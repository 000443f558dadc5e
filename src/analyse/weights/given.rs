//! Weights that a file gives: they must be of things that a director has, complete, and make a hundred.

use super::{Basis, DirectorWeights, ProjectWeight, WeightsFault, nearest, percent, share_out};
use crate::analyse::apportion::apportion_equally;
use crate::identity;
use crate::model::{Percent, Plan};
use crate::settings::{GivenWeight, GivenWeights};

/// The codes of a project and of its objectives.
fn codes(plan: &Plan<'_>, own: &ProjectWeight) -> (Option<String>, Vec<String>) {
    let objectives = plan.sheets[own.sheet].objectives.iter().map(|objective| objective.code.words().into_owned());
    (own.project.map(|project| plan.projects[project].code.to_string()), objectives.collect())
}

/// The lines of a file that are about a director: those that name them, otherwise those that name nobody.
fn lines_for<'g>(director: &DirectorWeights, given: &'g GivenWeights) -> Vec<&'g GivenWeight> {
    let own = identity::key(&director.name);
    let is_named =
        |line: &&GivenWeight| line.director.as_deref().is_some_and(|name| identity::has_all_words(&own, name));
    let own_lines: Vec<&GivenWeight> = given.lines.iter().filter(is_named).collect();
    if own_lines.is_empty() { given.lines.iter().filter(|line| line.director.is_none()).collect() } else { own_lines }
}

/// Refuses a code that is that of nothing any director has.
pub(super) fn check_codes(
    plan: &Plan<'_>,
    directors: &[DirectorWeights],
    given: &GivenWeights,
) -> Result<(), WeightsFault> {
    let all: Vec<String> = directors
        .iter()
        .flat_map(|director| &director.projects)
        .flat_map(|own| {
            let (project, objectives) = codes(plan, own);
            project.into_iter().chain(objectives)
        })
        .collect();
    let unknown = given.lines.iter().find(|line| !all.iter().any(|code| code.eq_ignore_ascii_case(&line.code)));
    let Some(line) = unknown else { return Ok(()) };
    let nearest = nearest(&line.code, all.into_iter());
    Err(WeightsFault::UnknownCode { path: given.path.clone(), at: line.at.clone(), code: line.code.clone(), nearest })
}

/// Gives a director's projects the weights of a file; they must be complete and make exactly a hundred.
pub(super) fn weigh_as_given(
    plan: &Plan<'_>,
    director: &mut DirectorWeights,
    given: &GivenWeights,
) -> Result<(), WeightsFault> {
    let lines = lines_for(director, given);
    for (at, line) in lines.iter().enumerate() {
        if lines[..at].iter().any(|before| before.code.eq_ignore_ascii_case(&line.code)) {
            let (path, code) = (given.path.clone(), line.code.clone());
            return Err(WeightsFault::Twice { path, at: line.at.clone(), code });
        }
    }
    let weight_of =
        |code: &str| lines.iter().find(|line| line.code.eq_ignore_ascii_case(code)).map(|line| line.hundredths);
    let mut missing = Vec::new();
    for own in &mut director.projects {
        own.basis = Basis::Given;
        let (project, objectives) = codes(plan, own);
        let whole = project.as_deref().and_then(weight_of);
        let parts: Vec<Option<u64>> = objectives.iter().map(|code| weight_of(code)).collect();
        if parts.iter().any(Option::is_some) {
            missing
                .extend(objectives.iter().zip(&parts).filter(|(_, part)| part.is_none()).map(|(code, _)| code.clone()));
            let parts: Vec<u64> = parts.into_iter().flatten().collect();
            let sum: u64 = parts.iter().sum();
            if let Some(whole) = whole.filter(|&whole| whole != sum) {
                let (sum, should) = (percent(sum), percent(whole));
                let of = project.unwrap_or_default();
                return Err(WeightsFault::Sum { path: given.path.clone(), of, sum, should });
            }
            share_out(plan, own, sum, &parts);
        } else if let Some(whole) = whole {
            share_out(plan, own, whole, &apportion_equally(whole, objectives.len()));
        } else {
            missing.extend(project);
        }
    }
    if !missing.is_empty() {
        let (path, director) = (given.path.clone(), director.name.clone());
        return Err(WeightsFault::Missing { path, director, codes: missing });
    }
    let sum = director.weight();
    if sum != Percent::HUNDRED && !director.projects.is_empty() {
        let (path, of) = (given.path.clone(), director.name.clone());
        return Err(WeightsFault::Sum { path, of, sum, should: Percent::HUNDRED });
    }
    Ok(())
}
