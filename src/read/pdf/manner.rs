//! How a document is written: how far its lines stand apart, and how the cells of its tables stand to each other.
//!
//! A table alone may be read in several ways; all tables of a document together, as a rule, in one.

use std::cell::RefCell;
use std::collections::{HashMap, HashSet};
use std::hash::Hash;

use super::division::{Alignment, Division};
use super::lines::Line;

/// What is known of a document's manner.
#[derive(Debug)]
pub struct Manner {
    leadings: Leadings,
    habits: HashMap<Kind, Habit>,
    votes: RefCell<HashMap<Kind, Votes>>,
}

/// Tables that are written alike: with as many columns, and anchors in the same one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Kind {
    pub columns: usize,
    pub anchor: usize,
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

impl Manner {
    /// The manner of a document with these pages; nothing is known so far of its tables.
    pub fn of(pages: &[Vec<Line>]) -> Self {
        Self { leadings: Leadings::of(pages), habits: HashMap::new(), votes: RefCell::default() }
    }

    /// How far the lines of a paragraph with letters of some size stand apart.
    pub fn leading(&self, size: f64) -> f64 {
        self.leadings.of_size(size)
    }

    /// The size of most lines.
    pub fn body(&self) -> f64 {
        self.leadings.body
    }

    /// Of the ways to divide a table, the one that is right: the only one, or the only one that is as in other tables.
    pub fn choose(&self, kind: Kind, mut ways: Vec<Division>) -> Option<Division> {
        self.votes.borrow_mut().entry(kind).or_default().count(&ways);
        let several = ways.len();
        if let Some(habit) = self.habits.get(&kind) {
            ways.retain(|way| habit.has(way));
        }
        let found = ways.pop()?;
        // What is not as in other tables may still be right where the only other way leaves lines over.
        let is_only = ways.iter().all(|other| other.cells == found.cells);
        (is_only && (found.left == 0 || ways.len() + 1 == several)).then_some(found)
    }

    /// Learns from the tables so far how they are written.
    pub fn learn(&mut self) {
        let habit = |(kind, votes): (Kind, Votes)| (kind, votes.habit(kind));
        self.habits = std::mem::take(self.votes.get_mut()).into_iter().map(habit).collect();
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

/// How far the lines of a paragraph stand apart, by the size of its letters in halves of a point.
#[derive(Debug)]
struct Leadings {
    by_size: HashMap<u32, f64>,
    /// The size of most lines.
    body: f64,
}

impl Leadings {
    fn of(pages: &[Vec<Line>]) -> Self {
        let mut steps: HashMap<u32, HashMap<u32, usize>> = HashMap::new();
        let mut sizes: HashMap<u32, usize> = HashMap::new();
        for page in pages {
            for line in page {
                *sizes.entry(halves(line.size)).or_default() += 1;
            }
            for pair in page.windows(2) {
                let [above, below] = [&pair[0], &pair[1]];
                let step = below.y - above.y;
                let is_one_text = above.pieces.len() == 1
                    && below.pieces.len() == 1
                    && halves(above.size) == halves(below.size)
                    && (above.x()[0] - below.x()[0]).abs() < 1.5;
                if is_one_text && (0.95..1.6).contains(&(step / below.size)) {
                    *steps.entry(halves(below.size)).or_default().entry(tenths(step)).or_default() += 1;
                }
            }
        }
        let body = sizes
            .into_iter()
            .max_by_key(|&(size, count)| (count, size))
            .map_or(10.0, |(size, _)| f64::from(size) / 2.0);
        let commonest =
            |steps: HashMap<u32, usize>| steps.into_iter().max_by_key(|&(step, count)| (count, u32::MAX - step));
        let by_size =
            steps.into_iter().filter_map(|(size, steps)| Some((size, f64::from(commonest(steps)?.0) / 10.0))).collect();
        Self { by_size, body }
    }

    fn of_size(&self, size: f64) -> f64 {
        self.by_size.get(&halves(size)).copied().unwrap_or(size * 1.17)
    }
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "sizes are small and positive")]
fn halves(size: f64) -> u32 {
    (size * 2.0).round().clamp(0.0, 10_000.0) as u32
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "steps are small and positive")]
fn tenths(step: f64) -> u32 {
    (step * 10.0).round().clamp(0.0, 100_000.0) as u32
}
