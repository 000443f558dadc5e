//! What is known of a table that has a column for each project, or for each person: by its headings, and by what stands below them.

use super::body::Body;
use super::found::Found;
use super::groups::groups;
use super::heads::{Beginning, Heads, code_of};
use super::sides::{Sides, Slot, SlotOf};
use crate::model::Meaning;
use crate::parse::cells::{figure_in, looks_like_person};
use crate::source::{Block, Cell};
use crate::vocabulary::{ColumnHeader, Side, Unit, Vocabulary, is_month, is_unit, speaks_of_money};

/// A table with a column for each project, or for each person.
#[derive(Debug)]
pub struct Crossing<'t> {
    /// Its headings.
    pub heads: Heads<'t>,
    /// What stands in its columns besides.
    pub sides: Sides,
    /// The columns of figures.
    pub slots: Vec<Slot<'t>>,
    /// The columns that add the others up.
    pub totals: Vec<usize>,
    /// The column of everybody's capacity, as the settings name it, and what its heading says of its figures.
    pub capacity: Option<(usize, Unit)>,
    /// In what the figures are counted, as the headings say.
    pub unit: Unit,
    /// What each column means, if it is read.
    meanings: Vec<Option<Meaning>>,
}

impl<'t> Crossing<'t> {
    /// What a table is that begins with some rows; none if it is no such table.
    pub fn of(beginning: &Beginning<'t>, vocabulary: Vocabulary<'_>) -> Option<Self> {
        if let Some(found) = Self::of_depth(beginning, 2, vocabulary) {
            return Some(found);
        }
        // What the other row of headings says of the figures is not passed over: of a part of the year, of something else.
        let below = beginning
            .parted(2, vocabulary)
            .filter(|(heads, _)| heads.last_row().is_some_and(|row| heads_further(row, heads, vocabulary)));
        let others = [below.map(|(heads, _)| heads), beginning.with_above(vocabulary)];
        if others.into_iter().flatten().any(|heads| has_other_columns(&heads, vocabulary)) {
            return None;
        }
        Self::of_depth(beginning, 1, vocabulary)
    }

    /// What it is if its headings go over so many rows.
    fn of_depth(beginning: &Beginning<'t>, depth: usize, vocabulary: Vocabulary<'_>) -> Option<Self> {
        let (heads, body) = beginning.parted(depth, vocabulary)?;
        if depth == 2 && !heads_further(heads.last_row()?, &heads, vocabulary) {
            return None;
        }
        let is_of_other = |heading: &str| speaks_of_money(heading) || is_month(heading);
        if heads.all().any(|heading| is_of_other(&heading.place.words())) {
            return None;
        }
        let body = Body::of(body);
        let known: Vec<Option<ColumnHeader>> = heads.columns.iter().map(|head| head.known(vocabulary)).collect();
        let found = Found { heads: &heads, known: &known, body: &body, vocabulary };
        let (sides, slots, totals) =
            groups(&found).or_else(|| found.people_by_projects()).or_else(|| found.projects_by_people())?;
        let slots = found.without_rivals(&slots);
        let in_rows = slots.iter().any(|slot| matches!(slot.of, SlotOf::InRow { .. }));
        let is_alone = !in_rows && depth == 2 && slots.len() < 2 && !found.names_and_codes_are_apart();
        if is_alone || !slots.iter().any(|slot| body.has_any_figure(slot.column)) {
            return None;
        }
        let unit = found.unit(&slots, &totals);
        let capacity = capacity(&known, &sides);
        let meanings = vec![None; heads.columns.len()];
        let mut own = Self { heads, sides, slots, totals, capacity, unit, meanings };
        own.meanings = (0..own.heads.columns.len()).map(|at| own.meaning_of(at)).collect();
        Some(own)
    }

    /// Whether its columns are those of projects or people: not where its rows say the projects.
    pub fn is_matrix(&self) -> bool {
        !self.slots.iter().any(|slot| matches!(slot.of, SlotOf::InRow { .. }))
    }

    /// What a column means, if it is read.
    pub fn meaning(&self, column: usize) -> Option<Meaning> {
        self.meanings.get(column).copied().flatten()
    }

    fn meaning_of(&self, column: usize) -> Option<Meaning> {
        if self.slots.iter().any(|slot| slot.column == column) {
            return Some(Meaning::Share);
        }
        for slot in &self.slots {
            match slot.of {
                SlotOf::InRow { project, .. } if project == column => return Some(Meaning::Project),
                SlotOf::InRow { title, .. } if title == Some(column) => return Some(Meaning::Title),
                _ => {}
            }
        }
        if self.capacity.is_some_and(|(at, _)| at == column) {
            return Some(Meaning::Capacity);
        }
        self.sides.meaning(column).or(self.totals.contains(&column).then_some(Meaning::Aside))
    }
}

/// Where the capacities are of people who stand in the rows; none if several columns may be that.
fn capacity(known: &[Option<ColumnHeader>], sides: &Sides) -> Option<(usize, Unit)> {
    let is_capacity = |header: &ColumnHeader| header.meaning == Meaning::Capacity;
    let mut all = known.iter().enumerate().filter_map(|(at, header)| Some((at, header.filter(is_capacity)?.unit)));
    let first = all.next().filter(|_| matches!(sides, Sides::People(_)));
    first.filter(|_| all.next().is_none())
}

/// Whether figures below codes are not, or not all, commitments of the plan's year.
fn has_other_columns(heads: &Heads<'_>, vocabulary: Vocabulary<'_>) -> bool {
    let body = Body::of(&[]);
    let known = vec![None; heads.columns.len()];
    Found { heads, known: &known, body: &body, vocabulary }.has_other_columns()
}

/// Whether a row is one of headings below others: it has no figure, and nobody's name where they stand.
fn heads_further(row: Block<'_>, heads: &Heads<'_>, vocabulary: Vocabulary<'_>) -> bool {
    use Meaning::{Hours, Project, Share, Title};
    let says_who = |cell: Cell<'_>| vocabulary.side(cell.raw()) == Some(Side::Who);
    let cells: Vec<Cell<'_>> = row.cells().collect();
    // A name, or a code below none, begins a row of figures, whatever has become of these.
    let begins_data = cells.first().filter(|cell| !cell.is_empty() && !cell.is_covered()).is_some_and(|cell| {
        let words = cell.place.words();
        let is_person = looks_like_person(&words) && vocabulary.header(cell.raw()).is_none();
        is_person || code_of(cell.place, vocabulary).is_some()
    });
    let is_figure = |cell: &Cell<'_>| {
        let words = cell.place.words();
        words.contains('%')
            && !is_unit(&words)
            && vocabulary.header(cell.raw()).is_none()
            && code_of(cell.place, vocabulary).is_none()
    };
    if begins_data || cells.iter().any(is_figure) {
        return false;
    }
    let is_of_names = |at: usize| {
        let upper = heads.rows.first().and_then(|row| row.cells().nth(at));
        let header = upper.and_then(|upper| vocabulary.header(upper.raw()));
        header.is_some_and(|header| !matches!(header.meaning, Share | Hours | Project | Title))
    };
    let may_head = |(at, cell): (usize, &Cell<'_>)| {
        cell.is_empty()
            || cell.is_covered()
            || says_who(*cell)
            || (figure_in(*cell).is_err() && !is_of_names(at))
            || vocabulary.header(cell.raw()).is_some()
    };
    cells.iter().any(|cell| !cell.is_empty() && !cell.is_covered()) && cells.iter().enumerate().all(may_head)
}
