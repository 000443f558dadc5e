//! What every subject is committed to, project by project, and which projects take the most.

use crate::model::{Percent, Plan};

/// What one subject is committed to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Load {
    /// The subject, an index into [`Plan::subjects`].
    pub subject: usize,
    /// The commitments, those to one project together, in document order.
    pub parts: Vec<Part>,
}

/// A subject's commitment to one project.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// The project, an index into [`Plan::projects`]; none for rows that stand under no code.
    pub project: Option<usize>,
    /// The CDR under which it stands, an index into [`Plan::cdrs`].
    pub cdr: Option<usize>,
    /// The share; its mean over the year, where it has periods.
    pub percent: Percent,
}

/// The load of every subject, in the order of [`Plan::subjects`].
pub fn loads(plan: &Plan<'_>) -> Vec<Load> {
    let of_subject = |subject: usize| {
        let mut parts: Vec<Part> = Vec::new();
        for row in plan.commitments_of(subject) {
            let sheet = &plan.sheets[row.sheet];
            let percent_days = plan.percent_days_of(row);
            match parts.iter_mut().find(|part| part.project == sheet.project && part.cdr == sheet.cdr) {
                Some(part) => part.percent = part.percent + percent_days,
                None => parts.push(Part { project: sheet.project, cdr: sheet.cdr, percent: percent_days }),
            }
        }
        // Each is rounded once, when all of it is known.
        for part in &mut parts {
            part.percent = plan.mean(part.percent).percent();
        }
        Load { subject, parts }
    };
    (0..plan.subjects.len()).map(of_subject).collect()
}

/// The projects of some loads with what they take in all, the largest first, equal ones in document order; of
/// one CDR alone, if one is asked for.
pub fn by_project<'l>(loads: impl IntoIterator<Item = &'l Load>, cdr: Option<usize>) -> Vec<(usize, Percent)> {
    let mut totals: Vec<(usize, Percent)> = Vec::new();
    for part in loads.into_iter().flat_map(|load| &load.parts).filter(|part| cdr.is_none() || part.cdr == cdr) {
        let Some(project) = part.project else { continue };
        match totals.iter_mut().find(|(known, _)| *known == project) {
            Some((_, total)) => *total = *total + part.percent,
            None => totals.push((project, part.percent)),
        }
    }
    totals.sort_by_key(|&(project, total)| (std::cmp::Reverse(total), project));
    totals
}

/// The first so many of a ranking that stand out: where the last of them ties with the next, all that tie
/// are left out.
pub fn standing_out(ranking: &[(usize, Percent)], most: usize) -> Vec<usize> {
    let mut first: Vec<(usize, Percent)> = ranking.iter().take(most).copied().collect();
    if let Some((_, next)) = ranking.get(most) {
        first.retain(|(_, total)| total > next);
    }
    first.into_iter().map(|(project, _)| project).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn those_that_tie_with_the_next_do_not_stand_out() {
        let of = |totals: &[i64]| -> Vec<(usize, Percent)> {
            totals.iter().map(|&total| Percent::from_hundredths(total)).enumerate().collect()
        };
        assert_eq!(standing_out(&of(&[5, 4, 3]), 5), [0, 1, 2]);
        assert_eq!(standing_out(&of(&[5, 4, 3, 2]), 3), [0, 1, 2]);
        assert_eq!(standing_out(&of(&[5, 4, 3, 3]), 3), [0, 1]);
        assert_eq!(standing_out(&of(&[5, 5, 5]), 2), [0; 0]);
    }
}
