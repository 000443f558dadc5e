//! Columns that are repeated: on one row a project and a share, another project and another share.

use super::found::{Found, Parts};
use super::sides::{Sides, Slot, SlotOf};
use crate::model::{Meaning, header_key};
use crate::parse::columns::Columns;
use crate::vocabulary::{ColumnHeader, without_number};

/// What a column is to the groups.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    /// What says the project: its code or its title.
    Project,
    /// The share.
    Share,
}

/// The columns of a table in whose rows several projects stand, each with its share; none if it is no such table.
pub fn groups<'t>(found: &Found<'_, 't>) -> Option<Parts<'t>> {
    use Meaning::{Aside, FirstName, Hours, Number, Person, Project, Role, Share, Surname, Title};
    let headers: Vec<(usize, ColumnHeader)> = found
        .columns()
        .filter(|at| !found.is_total(*at))
        .filter_map(|at| {
            let own = found.heads.columns[at].own()?;
            let header = found.vocabulary.header(own.raw());
            Some((at, header.or_else(|| found.vocabulary.header(without_number(own.raw())))?))
        })
        .collect();
    let count = |meaning: Meaning| headers.iter().filter(|(_, header)| header.meaning == meaning).count();
    if count(Person).max(count(Surname)) > 1 {
        return None;
    }
    // Where both stand, percentages are the shares.
    let share = if count(Share) > 1 { Share } else { Hours };
    let part = |(at, header): &(usize, ColumnHeader)| match header.meaning {
        Project | Title => Some((*at, Part::Project)),
        meaning if meaning == share => Some((*at, Part::Share)),
        _ => None,
    };
    let parts: Vec<(usize, Part)> = headers.iter().filter_map(part).collect();
    let runs: Vec<&[(usize, Part)]> = parts.chunk_by(|a, b| a.1 == b.1).collect();
    let is_share = |run: &&[(usize, Part)]| run[0].1 == Part::Share;
    let is_told = runs.iter().all(|run| run.len() == 1 || (run.len() == 2 && !is_share(run)));
    if runs.len() < 4 || !runs.len().is_multiple_of(2) || !is_told {
        return None;
    }
    // They are repeated: each has the same headings, but for their numbers.
    let heading = |(at, _): &(usize, Part)| {
        let own = found.heads.columns[*at].own();
        own.map(|own| header_key(without_number(own.raw())))
    };
    let said = |pair: &[&[(usize, Part)]]| pair.concat().iter().map(heading).collect::<Vec<_>>();
    if runs.chunks(2).any(|pair| said(pair) != said(&runs[..2])) {
        return None;
    }
    let is_code = |at: usize| headers.iter().any(|(own, header)| *own == at && header.meaning == Project);
    let slot = |pair: &[&[(usize, Part)]]| {
        let (projects, share) = if is_share(&pair[0]) { (pair[1], pair[0]) } else { (pair[0], pair[1]) };
        // The code comes first in meaning, wherever it stands.
        let code = projects.iter().find(|(at, _)| is_code(*at)).unwrap_or(&projects[0]).0;
        let title = projects.iter().map(|(at, _)| *at).find(|at| *at != code);
        let heading = found.heads.columns[share[0].0].own()?;
        Some(Slot { column: share[0].0, of: SlotOf::InRow { heading, project: code, title } })
    };
    let slots: Vec<Slot<'t>> = runs.chunks(2).filter_map(slot).collect();
    let is_of_people =
        |header: &ColumnHeader| matches!(header.meaning, Person | Surname | FirstName | Role | Number | Aside);
    let names: Vec<(usize, ColumnHeader)> =
        headers.iter().copied().filter(|(_, header)| is_of_people(header)).collect();
    let names = Columns::of_names(&names, found.heads.columns.len())?;
    Some((Sides::People(names), slots, found.totals()))
}
