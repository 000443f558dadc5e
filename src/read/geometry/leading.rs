//! How far the lines of a document's paragraphs stand apart, and how large most of its letters are.

use std::collections::HashMap;

use super::lines::Line;
use super::tolerance::{EDGE, LEADING, USUAL_LEADING, USUAL_SIZE};

/// How far the lines of a paragraph stand apart, by the size of its letters in halves of a point.
#[derive(Debug)]
pub struct Leadings {
    by_size: HashMap<u32, f64>,
    /// The size of most lines.
    pub body: f64,
}

impl Leadings {
    /// Those of a document with these pages.
    pub fn of(pages: &[Vec<Line>]) -> Self {
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
                    && (above.x()[0] - below.x()[0]).abs() <= below.size * EDGE;
                if is_one_text && (LEADING[0]..LEADING[1]).contains(&(step / below.size)) {
                    *steps.entry(halves(below.size)).or_default().entry(tenths(step)).or_default() += 1;
                }
            }
        }
        let body = sizes
            .into_iter()
            .max_by_key(|&(size, count)| (count, size))
            .map_or(USUAL_SIZE, |(size, _)| f64::from(size) / 2.0);
        let commonest =
            |steps: HashMap<u32, usize>| steps.into_iter().max_by_key(|&(step, count)| (count, u32::MAX - step));
        let by_size =
            steps.into_iter().filter_map(|(size, steps)| Some((size, f64::from(commonest(steps)?.0) / 10.0))).collect();
        Self { by_size, body }
    }

    /// How far the lines of a paragraph with letters of some size stand apart.
    pub fn of_size(&self, size: f64) -> f64 {
        self.by_size.get(&halves(size)).copied().unwrap_or(size * USUAL_LEADING)
    }
}

/// A length in halves of a point, by which what is alike is counted.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "sizes are small and positive")]
pub fn halves(size: f64) -> u32 {
    (size * 2.0).round().clamp(0.0, 10_000.0) as u32
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "steps are small and positive")]
fn tenths(step: f64) -> u32 {
    (step * 10.0).round().clamp(0.0, 100_000.0) as u32
}

#[cfg(test)]
mod tests {
    use super::super::lines::tests::page;
    use super::super::tolerance::tests::changes_at;
    use super::*;

    /// How far the lines of paragraphs stand apart where one stands some way below another, and begins some way beside it.
    fn leading(step: f64, beside: f64) -> f64 {
        Leadings::of(&[page(&[(0.0, 50.0, "a"), (beside, 50.0 + step, "b")])]).of_size(10.0)
    }

    #[test]
    fn lines_of_paragraphs_stand_neither_too_near_nor_too_far() {
        let usual = 10.0 * USUAL_LEADING;
        let is_told = |by: f64| (leading(10.0 * by, 0.0) - usual).abs() > 1.0;
        changes_at(LEADING[0], [false, true], is_told);
        changes_at(LEADING[1], [true, false], is_told);
        // They begin below each other.
        changes_at(EDGE, [13.0, usual], |by| leading(13.0, 10.0 * by));
    }

    #[test]
    fn the_text_is_as_large_as_most_lines_or_as_usual() {
        let body = |sizes: &[f64]| {
            let line = |size: &f64| Line { size: *size, ..page(&[(0.0, 50.0, "a")]).remove(0) };
            Leadings::of(&[sizes.iter().map(line).collect()]).body
        };
        assert_eq!(vec![body(&[]), body(&[8.0, 12.0, 12.0])], [USUAL_SIZE, 12.0]);
    }
}
