//! How the tables of a document are written: how their cells stand to each other.
//!
//! A table alone may be read in several ways; all tables of a document together, as a rule, in one.

use std::collections::{HashMap, HashSet};
use std::hash::Hash;

use super::anchors::Kind;
use super::division::{Alignment, Division};
use super::leading::halves;

/// How the tables of each kind are written, as far as they tell.
#[derive(Debug, Default)]
pub struct Habits {
    of_kind: HashMap<Kind, Habit>,
}

/// How tables of a kind are written.
#[derive(Debug, Default)]
struct Habit {
    /// How the cells of each column stand to their anchors.
    alignments: Vec<Option<Alignment>>,
    /// How far the lines of cells stand apart, in halves of a point.
    step: Option<u32>,
}

/// In how many tables of a kind each habit can be found.
#[derive(Debug, Default)]
struct Votes {
    alignments: HashMap<(usize, Alignment), usize>,
    steps: HashMap<u32, usize>,
    /// How many tables tell anything of each column.
    tables: HashMap<usize, usize>,
}

impl Habits {
    /// What tables tell, each of a kind, that can be divided in some ways.
    pub fn of<'d>(tables: impl Iterator<Item = (Kind, &'d [Division])>) -> Self {
        let mut votes: HashMap<Kind, Votes> = HashMap::new();
        for (kind, ways) in tables {
            votes.entry(kind).or_default().count(ways);
        }
        Self { of_kind: votes.into_iter().map(|(kind, votes)| (kind, votes.habit(kind))).collect() }
    }

    /// Of the ways to divide a table, the one that is right: the only one, or the only one that is as in other tables.
    pub fn choose<'d>(&self, kind: Kind, ways: &'d [Division]) -> Option<&'d Division> {
        let habit = self.of_kind.get(&kind);
        let usual: Vec<&Division> = ways.iter().filter(|way| habit.is_none_or(|habit| habit.has(way))).collect();
        let (found, others) = usual.split_last()?;
        // What is not as in other tables may still be right where the only other way leaves lines over.
        let is_only = others.iter().all(|other| other.cells == found.cells);
        (is_only && (found.left == 0 || usual.len() == ways.len())).then_some(found)
    }
}

impl Habit {
    /// Whether a table is divided as others are.
    fn has(&self, way: &Division) -> bool {
        let is_aligned = |(ways, own): (&Vec<Alignment>, &Option<Alignment>)| {
            ways.is_empty() || own.is_none_or(|own| ways.contains(&own))
        };
        // Where cells begin at the height of their anchor, what stands below the last is of the last row.
        let is_left = |(below, own): (&usize, &Option<Alignment>)| *below > 0 && *own == Some(Alignment::Top);
        let is_near = |step: f64| self.step.is_none_or(|own| own.abs_diff(halves(step)) <= 1);
        way.ways.iter().zip(&self.alignments).all(is_aligned)
            && !way.below.iter().zip(&self.alignments).any(is_left)
            && way.step.is_none_or(is_near)
    }
}

impl Votes {
    /// Counts a table that can be divided in some ways.
    fn count(&mut self, ways: &[Division]) {
        let aligned = |way: &Division| {
            let of_column =
                |(at, ways): (usize, &Vec<Alignment>)| ways.iter().map(|own| (at, *own)).collect::<Vec<_>>();
            way.ways.iter().enumerate().flat_map(of_column).collect::<Vec<_>>()
        };
        let alignments: HashSet<(usize, Alignment)> = ways.iter().flat_map(aligned).collect();
        let columns: HashSet<usize> = alignments.iter().map(|(column, _)| *column).collect();
        add(&mut self.tables, columns);
        add(&mut self.alignments, alignments);
        let steps: HashSet<u32> = ways.iter().filter_map(|way| way.step.map(halves)).collect();
        add(&mut self.steps, steps);
    }

    /// What is found in more tables than anything else.
    fn habit(&self, kind: Kind) -> Habit {
        let alignment = |column: usize| {
            let counts = self.alignments.iter().filter(|((at, _), _)| *at == column);
            most(counts.map(|((_, own), count)| (*own, *count)), self.tables.get(&column).copied().unwrap_or_default())
        };
        let step = most(self.steps.iter().map(|(step, count)| (*step, *count)), 0);
        Habit { alignments: (0..kind.columns).map(alignment).collect(), step }
    }
}

/// Counts each of some things once more.
fn add<T: Eq + Hash>(counts: &mut HashMap<T, usize>, found: HashSet<T>) {
    for one in found {
        *counts.entry(one).or_default() += 1;
    }
}

/// What has been counted more often than anything else, and nearly always of so many times.
fn most<T: Copy + Eq>(counts: impl Iterator<Item = (T, usize)> + Clone, times: usize) -> Option<T> {
    let (found, most) = counts.clone().max_by_key(|(_, count)| *count)?;
    let is_beaten = |(other, count): (T, usize)| other == found || count < most;
    (most * 10 >= times * 9 && counts.into_iter().all(is_beaten)).then_some(found)
}
