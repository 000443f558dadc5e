//! The pictures: bars, matrices and tables with bars, as PNG and SVG.
//!
//! A picture is composed in millimetres out of rectangles, polygons and lines of text, measured by the
//! embedded fonts; only then is it known how high it is, and it is drawn. What a picture shows comes out of
//! the analyses; here are places, sizes and words alone, so numbers may be binary fractions here.
#![allow(
    clippy::float_arithmetic,
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "lengths on paper, not percentages"
)]

mod account;
mod bars;
mod distribution;
mod file_name;
mod font;
mod fte_cdrs;
mod fte_projects;
mod material;
mod matrix;
mod page;
mod people;
mod picture;
mod raster;
mod scene;
mod style;
mod timeline;
mod vector;
mod weights;
mod words;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

pub use file_name::{Taken, name_after_plan, slug, tell_apart};
pub use material::Material;
pub use picture::{Picture, PictureError, SOFTWARE, documents_of};

/// How many dots an inch of a picture has, unless it is asked for otherwise.
pub const DPI: u32 = 300;

/// What a picture shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Everybody's commitments, up to the capacity or beyond.
    People,
    /// Everybody's commitments in the course of the year.
    Timeline,
    /// Who works on what.
    Matrix,
    /// The weights of each director.
    Weights,
    /// The staff of the CDRs, by role.
    FteCdrs,
    /// The projects that take most of the staff.
    FteProjects,
    /// How many people are at capacity, and how far the others are.
    Distribution,
    /// One person's account.
    Person,
    /// All of them.
    All,
}

impl Kind {
    /// Every kind but that which is all of them, in the order in which they are drawn.
    const EACH: [Self; 8] = [
        Self::People,
        Self::Timeline,
        Self::Matrix,
        Self::Weights,
        Self::FteCdrs,
        Self::FteProjects,
        Self::Distribution,
        Self::Person,
    ];

    /// Whether it can be drawn of some CDRs alone.
    pub fn takes_cdrs(self) -> bool {
        matches!(self, Self::People | Self::Timeline | Self::Matrix | Self::Weights | Self::All)
    }
}

/// The width of pictures in millimetres, from one in centimetres; none if they would be too narrow to read or
/// too wide for any paper.
pub fn picture_width(centimetres: Decimal) -> Option<f64> {
    let is_sound = centimetres >= Decimal::from(12) && centimetres <= Decimal::from(42);
    (centimetres * Decimal::TEN).to_f64().filter(|_| is_sound)
}

/// Of what of a plan pictures are wanted.
#[derive(Debug, Clone, Default)]
pub struct Scope {
    /// The CDRs, indices into the plan's; none for all.
    pub cdrs: Option<Vec<usize>>,
    /// Whether the people are shown CDR by CDR.
    pub by_cdr: bool,
    /// The projects of a matrix, indices into the plan's.
    pub projects: Option<Vec<usize>>,
    /// The people whose accounts or whose years are shown, indices into the plan's subjects; none for those not at capacity, and for
    /// all of whom something is shown by days.
    pub subjects: Option<Vec<usize>>,
}

/// The pictures of one plan, in the order of the kinds.
pub fn pictures(material: &Material<'_, '_>, kinds: &[Kind], scope: &Scope) -> Vec<Picture> {
    let is_all = kinds.contains(&Kind::All);
    let wanted = Kind::EACH.iter().filter(|kind| is_all || kinds.contains(kind));
    // Of some CDRs alone, what shows the whole plan is not drawn.
    let is_of_some = scope.cdrs.is_some() && is_all;
    wanted
        .filter(|kind| !is_of_some || kind.takes_cdrs())
        .flat_map(|&kind| of_kind(material, kind, is_all, scope))
        .collect()
}

fn of_kind(material: &Material<'_, '_>, kind: Kind, is_all: bool, scope: &Scope) -> Vec<Picture> {
    match kind {
        Kind::People => {
            let scopes = cdrs(material, scope, scope.by_cdr || is_all);
            scopes.into_iter().flat_map(|cdr| people::people(material, cdr)).collect()
        }
        Kind::Timeline if scope.subjects.is_some() && scope.cdrs.is_none() => {
            timeline::timeline(material, None, scope.subjects.as_deref())
        }
        Kind::Timeline => {
            let scopes = cdrs(material, scope, scope.by_cdr || is_all);
            scopes.into_iter().flat_map(|cdr| timeline::timeline(material, cdr, scope.subjects.as_deref())).collect()
        }
        Kind::Matrix => {
            let scopes = cdrs(material, scope, scope.projects.is_none());
            scopes.into_iter().flat_map(|cdr| matrix::matrix(material, cdr, scope.projects.as_deref())).collect()
        }
        Kind::Weights => weights::weights(material, scope.cdrs.as_deref()),
        Kind::FteCdrs => fte_cdrs::fte_cdrs(material),
        Kind::FteProjects => fte_projects::fte_projects(material).into_iter().collect(),
        Kind::Distribution => distribution::distribution(material).into_iter().collect(),
        Kind::Person => {
            let subjects = scope.subjects.clone().unwrap_or_else(|| account::not_at_capacity(material));
            account::accounts(material, &subjects)
        }
        Kind::All => Vec::new(),
    }
}

/// The CDRs that are shown one by one; the whole plan where they are not, or where it has none.
fn cdrs(material: &Material<'_, '_>, scope: &Scope, one_by_one: bool) -> Vec<Option<usize>> {
    match &scope.cdrs {
        Some(cdrs) => cdrs.iter().map(|&cdr| Some(cdr)).collect(),
        None if one_by_one && !material.plan.cdrs.is_empty() => (0..material.plan.cdrs.len()).map(Some).collect(),
        None => vec![None],
    }
}
