//! How the tables of a document are written: how their cells stand to each other.
//!
//! A table alone may be read in several ways; all tables of a document together, as a rule, in one.

use std::collections::{HashMap, HashSet};
use std::hash::Hash;

use super::anchors::Kind;
use super::division::{Alignment, Division, Ways};
use super::leading::halves;

/// How the tables of each kind are written, as far as they tell.
#[derive(Debug, Default)]
pub struct Habits {
    of_kind: HashMap<Kind, Habit>,
}

/// How tables of a kind are written.
#[derive(Debug, Default)]
struct Habit {
    /// Whether in some of them cells stand alike but in their rows.
    are_in_rows: bool,
    /// How the cells of each column stand to their anchors.
    alignments: Vec<Option<Alignment>>,
    /// How far the lines of cells stand apart, in halves of a point.
    step: Option<u32>,
}

impl Habits {
    /// What tables tell, each of a kind, that can be divided in some ways.
    pub fn of<'d>(tables: impl Iterator<Item = (Kind, &'d Ways)>) -> Self {
        let mut of_kind: HashMap<Kind, Vec<&Ways>> = HashMap::new();
        for (kind, ways) in tables {
            of_kind.entry(kind).or_default().push(ways);
        }
        Self { of_kind: of_kind.into_iter().map(|(kind, tables)| (kind, Habit::of(kind, &tables))).collect() }
    }

    /// Of the ways to divide a table, the one that is right: the only one, or the only one that is as in other tables.
    pub fn choose<'d>(&self, kind: Kind, ways: &'d Ways) -> Option<&'d Division> {
        let habit = self.of_kind.get(&kind);
        let ways = ways.of(habit.map_or(ways.are_in_rows(), |habit| habit.are_in_rows));
        let usual: Vec<&Division> = ways.iter().filter(|way| habit.is_none_or(|habit| habit.has(way))).collect();
        let (found, others) = usual.split_last()?;
        // What is not as in other tables may still be right where the only other way leaves lines over.
        let is_only = others.iter().all(|other| other.cells == found.cells);
        (is_only && (found.left == 0 || usual.len() == ways.len())).then_some(found)
    }
}

impl Habit {
    /// What is found in more of some tables than anything else: first how cells stand, then how far their lines stand apart where
    /// they stand so. Where it is not known how they stand, the distance of lines tells nothing: it may be that of rows.
    fn of(kind: Kind, tables: &[&Ways]) -> Self {
        let are_in_rows = tables.iter().any(|ways| ways.are_in_rows());
        let tables: Vec<&[Division]> = tables.iter().map(|ways| ways.of(are_in_rows)).collect();
        let mut alignments: HashMap<(usize, Alignment), usize> = HashMap::new();
        // How many tables tell anything of each column.
        let mut telling: HashMap<usize, usize> = HashMap::new();
        for ways in &tables {
            let found: HashSet<(usize, Alignment)> = ways.iter().flat_map(aligned).collect();
            add(&mut telling, found.iter().map(|(column, _)| *column).collect());
            add(&mut alignments, found);
        }
        let alignment = |column: usize| {
            let counts = alignments.iter().filter(|((at, _), _)| *at == column);
            most(counts.map(|((_, own), count)| (*own, *count)), telling.get(&column).copied().unwrap_or_default())
        };
        let mut habit = Self { are_in_rows, alignments: (0..kind.columns).map(alignment).collect(), step: None };
        if telling.keys().all(|column| habit.alignments.get(*column).is_some_and(Option::is_some)) {
            let mut steps: HashMap<u32, usize> = HashMap::new();
            for ways in &tables {
                let usual = ways.iter().filter(|way| habit.is_aligned(way));
                add(&mut steps, usual.filter_map(|way| way.step.map(halves)).collect());
            }
            habit.step = most(steps.iter().map(|(step, count)| (*step, *count)), 0);
        }
        habit
    }

    /// Whether a table is divided as others are.
    fn has(&self, way: &Division) -> bool {
        // Where cells begin at the height of their anchor, what stands below the last is of the last row.
        let is_left = |(below, own): (&usize, &Option<Alignment>)| *below > 0 && *own == Some(Alignment::Top);
        let is_near = |step: f64| self.step.is_none_or(|own| own.abs_diff(halves(step)) <= 1);
        self.is_aligned(way) && !way.below.iter().zip(&self.alignments).any(is_left) && way.step.is_none_or(is_near)
    }

    /// Whether the cells of a table stand to their anchors as in others.
    fn is_aligned(&self, way: &Division) -> bool {
        let is_usual = |(ways, own): (&Vec<Alignment>, &Option<Alignment>)| {
            ways.is_empty() || own.is_none_or(|own| ways.contains(&own))
        };
        way.ways.iter().zip(&self.alignments).all(is_usual)
    }
}

/// How the cells of each column may stand to their anchors where a table is divided in some way.
fn aligned(way: &Division) -> Vec<(usize, Alignment)> {
    let of_column = |(at, ways): (usize, &Vec<Alignment>)| ways.iter().map(|own| (at, *own)).collect::<Vec<_>>();
    way.ways.iter().enumerate().flat_map(of_column).collect()
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
