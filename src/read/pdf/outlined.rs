//! Text that is drawn letter by letter as outlines, as printers and drawing programs do: it is seen, and no letter of it is known.

use hayro_interpret::kurbo::Rect;

/// How high the outlines of letters are, in points.
const HEIGHT: [f64; 2] = [2.0, 40.0];
/// How many outlines of letters stand on a line of text. Round ones stand a little below it.
const OF_LINE: usize = 8;
/// How far below their line letters stand, in parts of their height.
const LEVEL: f64 = 0.04;

/// Whether an outline may be that of a letter.
pub fn is_letter(place: Rect) -> bool {
    (HEIGHT[0]..=HEIGHT[1]).contains(&place.height())
}

/// Whether some outlines are a line of text, in some direction: several stand on one line, at different places.
pub fn is_text(outlines: &[Rect]) -> bool {
    let across = |upright: bool| {
        let foot = |place: &Rect| if upright { (place.y1, place.x0) } else { (place.x1, place.y0) };
        let mut feet: Vec<(f64, f64, f64)> =
            outlines.iter().map(|place| (foot(place).0, foot(place).1, place.height().min(place.width()))).collect();
        feet.sort_by(|a, b| a.0.total_cmp(&b.0));
        feet.chunk_by(|a, b| b.0 - a.0 <= b.2 * LEVEL).any(|line| {
            let mut along: Vec<f64> = line.iter().map(|(_, at, _)| *at).collect();
            along.sort_by(f64::total_cmp);
            along.windows(2).filter(|pair| pair[1] - pair[0] >= HEIGHT[0]).count() + 1 >= OF_LINE
        })
    };
    across(true) || across(false)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::geometry::changes_at;

    #[test]
    fn outlines_on_a_line_are_text_and_those_of_a_drawing_are_none() {
        let letter = |at: usize, foot: f64| {
            let left = 6.0 * f64::from(u32::try_from(at).expect("small"));
            Rect::new(left, foot - 7.0, left + 5.0, foot)
        };
        // Every other letter is round.
        let line =
            |count: usize| (0..count).map(|at| letter(at, if at % 2 == 0 { 90.0 } else { 90.1 })).collect::<Vec<_>>();
        assert!(is_text(&line(8)) && !is_text(&line(7)));
        let turned: Vec<Rect> = line(8).iter().map(|place| Rect::new(place.y0, place.x0, place.y1, place.x1)).collect();
        assert!(is_text(&turned));
        // One upon the other, and up and down.
        let same: Vec<Rect> = (0..9).map(|_| letter(0, 90.0)).collect();
        let wave: Vec<Rect> =
            (0..9).map(|at| letter(at, 90.0 + f64::from(u32::try_from(at * at).expect("small")))).collect();
        assert!(!is_text(&same) && !is_text(&wave));
        assert!(is_letter(letter(0, 0.0)) && !is_letter(Rect::new(0.0, 0.0, 90.0, 90.0)));
    }

    #[test]
    fn letters_are_as_high_as_letters_and_stand_level_and_apart() {
        let is_of_height = |height: f64| is_letter(Rect::new(0.0, 0.0, 5.0, height));
        changes_at(HEIGHT[0], [false, true], is_of_height);
        changes_at(HEIGHT[1], [true, false], is_of_height);
        // Letters that are five points wide, every other a little lower.
        let line = |step: f64, lower: f64| {
            let letter = |at: u32| {
                let (left, foot) = (step * f64::from(at), 90.0 + lower * f64::from(at % 2));
                Rect::new(left, foot - 7.0, left + 5.0, foot)
            };
            is_text(&(0..8).map(letter).collect::<Vec<_>>())
        };
        changes_at(HEIGHT[0], [false, true], |step| line(step, 0.0));
        changes_at(LEVEL, [true, false], |by| line(6.0, 5.0 * by));
    }
}
