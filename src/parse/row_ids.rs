//! Columns headed *Id*: personnel numbers where one stands in several rows of somebody, otherwise but numbers of the rows.

use std::collections::BTreeSet;

use foldhash::{HashMap, HashSet};

use super::rows::{RawCells, RawRow};
use super::scale::Tables;
use crate::identity;

/// What is known of the numbers of a table.
#[derive(Debug, Default)]
struct Numbers {
    /// The numbers and the names, each with the rows in which it stands.
    numbers: HashMap<String, HashSet<usize>>,
    names: HashMap<String, HashSet<usize>>,
}

/// Forgets the numbers of tables whose column may as well count the rows, if none stands in two rows while a name does.
pub fn forget_row_ids(rows: &mut [RawRow<'_>], tables: &Tables<'_>) {
    let mut of_tables: HashMap<usize, Numbers> = HashMap::default();
    for row in &*rows {
        let RawCells::Read(cells) = &row.cells else { continue };
        let Some(number) = cells.number.filter(|_| tables.may_count_rows(cells.table)) else { continue };
        let own = of_tables.entry(cells.table).or_default();
        let at = cells.name.offset();
        own.numbers.entry(number.words().into_owned()).or_default().insert(at);
        own.names.entry(identity::person_key(&cells.name.words())).or_default().insert(at);
    }
    let is_several = |of: &HashMap<String, HashSet<usize>>| of.values().any(|rows| rows.len() > 1);
    let counting: BTreeSet<usize> = of_tables
        .iter()
        .filter(|(_, own)| !is_several(&own.numbers) && is_several(&own.names))
        .map(|(table, _)| *table)
        .collect();
    if counting.is_empty() {
        return;
    }
    for row in rows {
        if let RawCells::Read(cells) = &mut row.cells
            && counting.contains(&cells.table)
        {
            cells.number = None;
        }
    }
}
