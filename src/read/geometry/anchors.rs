//! What every row of a table has one of: a share, or a code.

use super::cells::{has_percentage, is_code};
use super::table::Item;
use crate::vocabulary::is_figure;

/// Where that stands of which every row of a table has one.
#[derive(Debug)]
pub struct Anchors {
    /// Its column.
    pub column: usize,
    /// The heights, from the top; never none.
    pub at: Vec<f64>,
    /// Down to where the heading of the column stands above, if it has any.
    pub heading: Option<f64>,
    /// How far the lines of paragraphs stand apart.
    pub leading: f64,
    /// The tables that are written like this one.
    pub kind: Kind,
}

/// Tables that are written alike: with as many columns, and anchors in the same one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Kind {
    /// How many columns they have.
    pub columns: usize,
    /// The column of their anchors.
    pub anchor: usize,
}

impl Anchors {
    /// The shares in the last column, if nothing but its heading stands there besides, or else the codes in the first, or bare
    /// figures in the last. `leading` is how far the lines of paragraphs stand apart.
    pub fn of(items: &[Vec<Item>], leading: f64) -> Option<Self> {
        let last = items.iter().rposition(|column| !column.is_empty())?;
        let first = items.iter().position(|column| !column.is_empty())?;
        let shares = Self::in_column(last, items, leading, has_percentage);
        let codes = || Self::in_column(first, items, leading, is_code);
        shares.or_else(codes).or_else(|| Self::in_column(last, items, leading, is_figure))
    }

    fn in_column(column: usize, items: &[Vec<Item>], leading: f64, is_one: fn(&str) -> bool) -> Option<Self> {
        let first = items[column].iter().position(|item| is_one(&item.text))?;
        let (heading, anchors) = items[column].split_at(first);
        let at: Vec<f64> = anchors.iter().map(|item| item.y).collect();
        let heading = heading.last().map(|item| item.y);
        let kind = Kind { columns: items.len(), anchor: column };
        anchors.iter().all(|item| is_one(&item.text)).then_some(Self { column, at, heading, leading, kind })
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.at.len()
    }
}
