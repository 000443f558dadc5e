//! Documents → plans. Never stops at a fault: a row that cannot be read is kept as a
//! [`RejectedRow`](crate::model::RejectedRow), and everything else is read on.

mod added_rows;
mod apart;
mod capacity;
mod cells;
mod columns;
mod context;
mod dates;
mod error;
mod figure;
mod glance;
mod header_row;
mod headings;
mod inventory;
mod joining;
mod known_headers;
mod made;
mod not_counted;
mod not_shown;
mod other_base;
mod numbers;
mod own_capacity;
mod own_time;
mod part;
mod percentages;
mod periods;
mod plan;
mod recipes;
mod row_ids;
mod rows;
mod scale;
mod sightings;
mod spans;
mod subjects;
mod subtotals;
mod tables;
mod taken_out;
mod title_page;
mod titled;
mod total_rows;
mod unequal;
mod unread;
mod walk;
mod worksheets;
mod years;

use rayon::prelude::*;

pub use error::ParseError;
pub use figure::{Figure, read_figure};
pub use inventory::{
    BaseKnown, BaseSeen, ColumnSeen, Inventory, SaidTwice, TableSeen, TableShape, WhyUnread, WorkSeen, inventory,
};
use plan::{Assembly, unread_files};
pub use spans::is_part_of_year;
use walk::walk;

use crate::model::Plan;
use crate::read::{Folder, SkipReason, Skipped};
use crate::settings::{LayoutSettings, Settings, Staff};
use crate::source::{Block, Document};
use crate::vocabulary::Vocabulary;

/// The plan that the documents of a folder hold, if any, and the documents that hold none of it.
/// A document named on the command line belongs to the plan whatever it holds. Names are joined as the
/// settings say; the staff file gives people their capacities and working times.
///
/// # Errors
///
/// Documents that state different bodies or years.
pub fn parse<'t>(
    folder: &'t Folder,
    settings: &'t Settings,
    staff: Option<&'t Staff>,
) -> Result<(Option<Plan<'t>>, Vec<Skipped>), ParseError> {
    read(folder, settings, staff, false)
}

/// The same; where no document of the folder holds a plan, those that hold a table are taken for it, for who wants to know why they are not read.
///
/// # Errors
///
/// As above.
pub fn parse_or_look<'t>(
    folder: &'t Folder,
    settings: &'t Settings,
    staff: Option<&'t Staff>,
) -> Result<(Option<Plan<'t>>, Vec<Skipped>), ParseError> {
    read(folder, settings, staff, true)
}

fn read<'t>(
    folder: &'t Folder,
    settings: &'t Settings,
    staff: Option<&'t Staff>,
    looks: bool,
) -> Result<(Option<Plan<'t>>, Vec<Skipped>), ParseError> {
    let vocabulary = Vocabulary::of(&settings.layout).in_year(settings.plan.year);
    let mut assembly = Assembly::default();
    let mut skipped = Vec::new();
    let parts: Vec<_> = folder.documents.par_iter().map(|document| walk(document, vocabulary)).collect();
    let looks = looks && !parts.iter().any(|part| part.holds_plan() || part.is_wanted);
    let has_table = |document: &Document| document.blocks().any(Block::is_row);
    for part in parts {
        if looks && has_table(part.document) {
            assembly.add(part.looked_at())?;
        } else if part.holds_plan() || part.is_wanted {
            assembly.add(part)?;
        } else {
            skipped.push(Skipped { path: part.document.path().to_owned(), reason: SkipReason::NoPlan });
        }
    }
    Ok((assembly.finish(&folder.name, unread_files(folder), settings, staff), skipped))
}

/// The plan that the documents of a plan would hold if its settings said something else of how they are written; none if they would be
/// no plan.
pub fn reread<'t>(
    plan: &Plan<'t>,
    layout: &'t LayoutSettings,
    settings: &'t Settings,
    staff: Option<&'t Staff>,
) -> Option<Plan<'t>> {
    let vocabulary = Vocabulary::of(layout).in_year(settings.plan.year);
    let mut assembly = Assembly::default();
    for document in &plan.documents {
        let part = walk(document, vocabulary);
        let is_plan = part.holds_plan() || part.is_wanted;
        assembly.add(if is_plan { part } else { part.looked_at() }).ok()?;
    }
    assembly.finish(&plan.label, plan.unread_files.clone(), settings, staff)
}
