//! All lengths by which what stands on pages is told together and apart, in one place.
//!
//! Letters are of any size, and so is all that is told by where they stand: lengths are in parts of the size of the letters, or of
//! how far the lines of the document's paragraphs stand apart (*leading*), unless the reason of one says why it is in points.

// Letters → lines, in sizes.

/// How far from the line of another a letter may stand on the same: a raised mark stands farther.
pub const SAME_LINE: f64 = 0.25;
/// How far lower than the letter before it each may stand.
pub const NEXT_LETTER: f64 = 0.125;
/// Smaller letters are no text, in points.
pub const SMALLEST: f64 = 0.5;
/// Letters that are smaller stand on a line as those of this size do, in points.
pub const SMALL: f64 = 4.0;
/// How far above its line the middle of a letter is.
pub const MIDDLE: f64 = 0.3;
/// Nearer letters are of one word, even if nothing was written between: half the width of the narrowest space.
pub const GLUE: f64 = 0.09;
/// Words that are farther apart are not of one cell, even with a space between: no line is justified that far.
pub const JUSTIFIED: f64 = 1.6;
/// Unless all words of a cell are as far from each other as this, and there are three at least.
pub const JUSTIFIED_ALIKE: f64 = 0.03;
/// Without a space between, and in a document that has spaces, words that are farther apart are of two cells.
pub const UNSPACED: f64 = 0.18;
/// In a document that has no spaces at all, words that are farther apart are.
pub const WIDE: f64 = 0.75;
/// A letter that stands so near to the same one is drawn twice, to look bold.
pub const TWICE: f64 = 0.12;
/// Of two letters that overlap by more than this part of the narrower, one is drawn over the other. Where two texts lie over each
/// other, some letters overlap by half.
pub const OVERLAP: f64 = 0.45;

// The document, in sizes.

/// How far the lines of a paragraph stand apart, at least and at most.
pub const LEADING: [f64; 2] = [0.95, 1.6];
/// How far they do where no paragraph tells: as word processors have it.
pub const USUAL_LEADING: f64 = 1.17;
/// How large letters are, in points, where no line tells.
pub const USUAL_SIZE: f64 = 10.0;
/// How much letters of one size may differ in it, in points: they are set in whole and half points.
pub const SAME_SIZE: f64 = 0.5;
/// How far apart the edges of what is aligned may be, and those of a column and of what stands in it.
pub const EDGE: f64 = 0.2;
/// How much higher or lower than on the page before a running line may stand.
pub const SAME_HEIGHT: f64 = 0.15;
/// How far a running line stands from what is written on the page.
pub const RUNNING: f64 = 1.25;
/// How much larger than most of the text a heading is.
pub const HEADING: f64 = 1.15;

// Columns, in sizes.

/// How near to each other columns may stand: nearer than words.
pub const GUTTER: f64 = 0.1;
/// How much longer than the others of its column a cell may be.
pub const LONGER: f64 = 0.6;
/// What begins so far to the left of its column may have a part in the one before.
pub const ASTRAY: f64 = 0.8;

/// How far paragraphs stand from what stands beside them.
pub const PAGE_GUTTER: f64 = 0.8;
/// How wide they are at least: wider than cells.
pub const WIDE_TEXT: f64 = 18.0;
/// How much of that width the lines of a paragraph take, but for the last.
pub const FULL: f64 = 0.85;

// Drawn lines, in points: they are drawn alike, however large the letters are.

/// How near to each other two drawn lines are one: a border that is drawn for both cells at its sides, or with two lines.
pub const DOUBLE: f64 = 3.0;
/// How much higher or lower the grounds of the cells of one row may be drawn than each other.
pub const SHADE: f64 = 0.5;
/// How far beyond its end a drawn line may still pass what stands there.
pub const END: f64 = 1.0;
/// How far above and below its lines the drawn lines of a table stand, in sizes.
pub const AROUND: f64 = 3.0;

// Lines → rows, in leadings.

/// Lines that are nearer stand beside each other, in cells of one row.
pub const BESIDE: f64 = 0.85;
/// How far from the height of its anchor what belongs to a row may stand.
pub const LEVEL: f64 = 0.3;
/// How much the distances of lines may differ that are one.
pub const EVEN: f64 = 0.08;
/// The same in points: browsers move each line to the next of their pixels, of 0.75 points.
pub const PIXEL: f64 = 0.8;
/// How far the lines of a cell stand apart at most, where something else stands between them, too.
pub const CLOSE: f64 = 1.12;
/// How much farther than two lines of a paragraph two rows must stand apart, if nothing else divides them.
pub const APART: f64 = 1.08;
/// How far the lines of one cell stand apart at most, whatever the paragraphs do.
pub const LOOSE: f64 = 1.6;
/// How near to each other rows may stand, in the distances of their lines.
pub const TIGHT: f64 = 0.8;
/// How far apart rows stand that may be of two tables.
pub const TABLES_APART: f64 = 1.5;
/// How far below other rows one may stand that has but one cell.
pub const BELOW: f64 = 1.8;
/// How much farther than the lines of a paragraph two lines of a table may stand apart.
pub const NEAR: f64 = 2.6;
/// How far apart two rows of shares may stand.
pub const FAR: f64 = 5.0;
/// How much farther than its lines two paragraphs stand apart, or than its rows two tables.
pub const PARAGRAPH: f64 = 1.25;
/// How many times more space must stand between rows than between the lines of cells to tell them apart for itself: there are
/// tables whose rows stand nearer to each other than their lines.
pub const CLEAR: f64 = 1.3;

/// How much the distances of lines may differ that are one, with some leading, in points.
pub fn even(leading: f64) -> f64 {
    (leading * EVEN).max(PIXEL)
}

/// Whether letters are of one size.
pub fn is_one_size(size: f64, other: f64) -> bool {
    (size - other).abs() <= SAME_SIZE
}

#[cfg(test)]
pub mod tests {
    use std::fmt::Debug;

    use super::*;

    /// Sees to it that one thing is read just within a tolerance, and another just beyond: exactly there it changes.
    #[track_caller]
    pub fn changes_at<T: PartialEq + Debug>(border: f64, within_and_beyond: [T; 2], read: impl Fn(f64) -> T) {
        let [within, beyond] = within_and_beyond;
        assert_ne!(within, beyond);
        assert_eq!((read(border * 0.99), read(border * 1.01)), (within, beyond), "around {border}");
    }

    #[test]
    fn letters_are_of_one_size_up_to_half_a_point() {
        changes_at(SAME_SIZE, [true, false], |by| is_one_size(10.0, 10.0 + by));
        changes_at(SAME_SIZE, [true, false], |by| is_one_size(10.0, 10.0 - by));
    }

    #[test]
    fn distances_of_lines_are_one_up_to_a_part_of_them_or_a_pixel() {
        // Where lines stand ten points apart, the two are the same.
        changes_at(20.0 * EVEN, [true, false], |by| by <= even(20.0));
        changes_at(PIXEL, [true, false], |by| by <= even(5.0));
    }
}
