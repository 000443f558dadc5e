//! What the colours and signs of a page mean.

use super::bar::{Fill, Scale, segment};
use super::{Group, Row, Scope};
use crate::present::chart::font::width;
use crate::present::chart::page::Page;
use crate::present::chart::scene::Anchor;
use crate::present::chart::style::{CAPACITY, INK, LEGEND, MARGIN, OTHERS, OVER};
use crate::present::chart::words::{cut, title_type};

/// A sign whose meaning has to be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::present::chart) enum Sign {
    Others,
    Elsewhere,
    Over,
    Peak,
    Under,
    /// The line of the capacity.
    Capacity,
    /// Bars that go on where the scale ends; told in a note.
    Cut,
}

/// The signs that a page uses, in the order in which they are told.
pub(super) fn used(rows: &[Row]) -> Vec<Sign> {
    let has = |fill: Fill| rows.iter().any(|row| row.bar.segments.iter().any(|&(own, _)| own == fill));
    let of = |group: Group| rows.iter().any(|row| row.bar.group == group);
    let widest = Scale::new(0.0, 100.0, f64::INFINITY);
    let all = [
        (Sign::Others, has(Fill::Others)),
        (Sign::Elsewhere, has(Fill::Elsewhere)),
        (Sign::Over, of(Group::Over)),
        (Sign::Peak, rows.iter().any(|row| row.bar.peak.is_some_and(|peak| peak > row.bar.total))),
        (Sign::Under, of(Group::Under)),
        (Sign::Cut, rows.iter().any(|row| row.bar.is_cut(&widest) || row.bar.is_beyond(&widest))),
    ];
    all.into_iter().filter(|(_, is_used)| *is_used).map(|(sign, _)| sign).collect()
}

const SWATCH: [f64; 2] = [3.4, 2.35];
const LINE: f64 = 4.0;

/// Draws the legend: the projects in two columns, then the signs in a line; with what the totals are held against.
pub(in crate::present::chart) fn draw(
    page: &mut Page<'_, '_, '_>,
    scope: &Scope<'_, '_, '_>,
    signs_of: (&[Sign], &str),
) {
    page.y += 1.35;
    let top = page.y;
    let rows = scope.coloured.len().div_ceil(2);
    let column = page.inner() / 2.0;
    for (rank, &project) in scope.coloured.iter().enumerate() {
        let left = MARGIN + if rank < rows { 0.0 } else { column };
        let baseline = top + LINE * ((rank % rows.max(1)) as f64 + 1.0);
        swatch(page, left, baseline, Fill::Project(rank));
        let code = scope.material.code(project).into_owned();
        let text = left + SWATCH[0] + 1.2;
        let end = text + page.scene.text(&code, text, baseline, Anchor::Start, LEGEND.bold());
        // Titles of one column begin together.
        let codes = scope.coloured.iter().map(|&other| width(&scope.material.code(other), LEGEND.bold()));
        let start = (text + codes.fold(0.0, f64::max) + 1.4).max(end + 1.0);
        let title = scope.material.title_of(project);
        let kind = title_type(&title, LEGEND);
        let title = cut(&title, kind, left + column - 2.5 - start);
        page.scene.text(&title, start, baseline, Anchor::Start, kind);
    }
    page.y = top + LINE * rows as f64;
    signs(page, scope, signs_of);
}

fn swatch(page: &mut Page<'_, '_, '_>, left: f64, baseline: f64, fill: Fill) {
    let bottom = baseline + 0.25;
    segment(&mut page.scene, fill, [left, bottom - SWATCH[1], left + SWATCH[0], bottom]);
}

fn signs(page: &mut Page<'_, '_, '_>, scope: &Scope<'_, '_, '_>, (used, limit): (&[Sign], &str)) {
    let messages = &scope.material.view.messages;
    let limit = [("limit", limit.into())];
    let words = |sign: Sign| match sign {
        Sign::Others if scope.others == 0 => messages.text("without-project"),
        Sign::Others => messages.format("chart-legend-others", &[("count", scope.others.into())]),
        Sign::Elsewhere => messages.text("chart-legend-elsewhere"),
        Sign::Over => messages.format("chart-legend-over", &limit),
        Sign::Peak => messages.text("chart-legend-peak"),
        Sign::Capacity => messages.format("chart-legend-capacity", &limit),
        Sign::Under | Sign::Cut => messages.format("chart-legend-under", &limit),
    };
    let told: Vec<Sign> = used.iter().copied().filter(|sign| *sign != Sign::Cut).collect();
    if told.is_empty() {
        return;
    }
    page.y += LINE;
    let mut x = MARGIN;
    for sign in told {
        let words = words(sign);
        if x + SWATCH[0] + 1.2 + width(&words, LEGEND) > page.right() {
            x = MARGIN;
            page.y += LINE;
        }
        let bottom = page.y + 0.25;
        let [left, top, right] = [x, bottom - SWATCH[1], x + SWATCH[0]];
        match sign {
            Sign::Others => swatch(page, x, page.y, Fill::Others),
            Sign::Elsewhere => swatch(page, x, page.y, Fill::Elsewhere),
            Sign::Over => {
                page.scene.rect(left, top, right, bottom, OTHERS);
                page.scene.frame(left, top, right, bottom, 0.5, OVER);
            }
            Sign::Peak => page.scene.reaching([left, right], [top, bottom], false),
            Sign::Capacity => {
                page.scene.across(left, right, f64::midpoint(top, bottom) - CAPACITY / 2.0, CAPACITY, INK);
            }
            Sign::Under | Sign::Cut => page.scene.hollow(left, top, right, bottom),
        }
        x = right + 1.2;
        x += page.scene.text(&words, x, page.y, Anchor::Start, LEGEND) + 4.0;
    }
}
