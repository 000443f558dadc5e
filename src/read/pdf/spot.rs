//! Where letters stand: in which direction, how large, and whether anything is seen of them.

use hayro_interpret::kurbo::{Affine, Point, Rect, Vec2};

use super::drawn::unturned;

/// Where a letter stands, seen so that its line goes from left to right.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spot {
    /// The direction of its line, in quarters of a turn clockwise.
    pub quarter: usize,
    /// Where it begins and ends, in points.
    pub x: [f64; 2],
    /// The line on which it stands.
    pub y: f64,
    /// The size of its font.
    pub size: f64,
}

/// How high above its line a letter is seen, if anything of that is, in thousandths of its size.
const SEEN: f64 = 300.0;

impl Spot {
    /// Where a letter stands that is so wide, in thousandths of its size; none if its line is not within what is seen of the page.
    pub fn of(advance: f64, at: Affine, clip: Option<&Rect>) -> Option<Self> {
        let [along_x, along_y, across_x, across_y, x, y] = at.as_coeffs();
        let quarter = quarter_of(Vec2::new(along_x, along_y));
        let start = unturned(Point::new(x, y), quarter);
        let end = unturned(Point::new(x + along_x * advance, y + along_y * advance), quarter);
        // Letters are drawn a thousand points large.
        let size = Vec2::new(across_x, across_y).hypot() * 1000.0;
        let spot = Self { quarter, x: [start.x, end.x], y: start.y, size };
        let is_finite = spot.x.iter().chain([&spot.y, &spot.size]).all(|value| value.is_finite());
        let middle = || unturned(Point::new(x + across_x * SEEN, y + across_y * SEEN), quarter);
        (is_finite && clip.is_none_or(|clip| !is_cut_off(middle().y, quarter, *clip))).then_some(spot)
    }
}

/// Whether what stands at some height of a line of text is above or below what is seen: a page may hold the rest of
/// a line that is drawn on another. What goes on at the side is read, though it may be hidden behind a border.
fn is_cut_off(y: f64, quarter: usize, clip: Rect) -> bool {
    let corners = [Point::new(clip.x0, clip.y0), Point::new(clip.x1, clip.y1)].map(|p| unturned(p, quarter).y);
    y < corners[0].min(corners[1]) || y > corners[0].max(corners[1])
}

/// The direction of a line of text, in quarters of a turn.
fn quarter_of(along: Vec2) -> usize {
    match (along.x.abs() >= along.y.abs(), along.x >= 0.0, along.y >= 0.0) {
        (true, true, _) => 0,
        (false, _, true) => 1,
        (true, false, _) => 2,
        (false, _, false) => 3,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::geometry::changes_at;

    /// Letters of ten points at a place, turned by quarters: half as wide as they are large.
    fn spot(quarters: i32, clip: Option<Rect>) -> Option<Spot> {
        let turned = Affine::rotate(f64::from(quarters) * std::f64::consts::FRAC_PI_2);
        // Down the page is up in a font.
        let at = Affine::translate((100.0, 50.0)) * turned * Affine::scale_non_uniform(0.01, -0.01);
        Spot::of(500.0, at, clip.as_ref())
    }

    #[test]
    fn letters_stand_as_they_are_read_whichever_way_they_are_turned() {
        let starts = [[100.0, 50.0], [50.0, -100.0], [-100.0, -50.0], [-50.0, 100.0]];
        for (quarters, [x, y]) in (0..).zip(starts) {
            let spot = spot(quarters, None).unwrap();
            let near = [(spot.x[0], x), (spot.x[1], x + 5.0), (spot.y, y), (spot.size, 10.0)];
            assert_eq!(spot.quarter, usize::try_from(quarters).unwrap());
            assert!(near.iter().all(|(own, expected)| (own - expected).abs() < 1e-9), "{quarters}: {spot:?}");
        }
    }

    #[test]
    fn a_letter_is_seen_if_its_line_is() {
        // The line stands at 50, and a letter is ten points large.
        let below = |by: f64| spot(0, Some(Rect::new(0.0, 50.0 - by / 100.0, 10.0, 90.0))).is_some();
        let above = |by: f64| spot(0, Some(Rect::new(0.0, 0.0, 10.0, 50.0 - by / 100.0))).is_some();
        changes_at(SEEN, [false, true], below);
        changes_at(SEEN, [true, false], above);
        // Turned, it stands at 100, and what is above is at its right.
        let right_of = |by: f64| spot(1, Some(Rect::new(100.0 + by / 100.0, 0.0, 200.0, 10.0))).is_some();
        changes_at(SEEN, [true, false], right_of);
    }

    #[test]
    fn what_stands_nowhere_is_not_seen() {
        let nowhere = Affine::new([0.01, 0.0, 0.0, -0.01, f64::NAN, 0.0]);
        let endless = Affine::new([f64::INFINITY, 0.0, 0.0, -0.01, 0.0, 0.0]);
        assert_eq!([nowhere, endless].map(|at| Spot::of(500.0, at, None)), [None, None]);
    }
}
