//! Sizes, colours and spacing of all pictures: millimetres on paper, points for type.

/// A point in millimetres.
pub const POINT: f64 = 25.4 / 72.0;
/// The space around a picture.
pub const MARGIN: f64 = 1.0;
/// The tallest picture: with a caption it fits a page of A4.
pub const TALLEST: f64 = 225.0;

/// A colour: red, green, blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour(pub u8, pub u8, pub u8);

pub const WHITE: Colour = Colour(0xFF, 0xFF, 0xFF);
/// Text.
pub const INK: Colour = Colour(0x22, 0x22, 0x22);
/// Secondary text, and totals that are as they should be.
pub const QUIET: Colour = Colour(0x5F, 0x5F, 0x5F);
/// Over the capacity; nothing else is red.
pub const OVER: Colour = Colour(0xB0, 0x1E, 0x1E);
/// Under it; nothing else is amber.
pub const UNDER: Colour = Colour(0x8A, 0x5A, 0x00);
pub const GRID: Colour = Colour(0xDE, 0xDE, 0xDE);
pub const HAIRLINE: Colour = Colour(0xBD, 0xBD, 0xBD);
/// Edges and hatching.
pub const EDGE: Colour = Colour(0x96, 0x96, 0x96);
/// The projects of a scope, the largest first: the lightest for the commonest, so that a page of people who
/// are fine stays calm.
pub const PROJECTS: [Colour; 5] = [
    Colour(0x9C, 0xD0, 0xF1),
    Colour(0xB5, 0xB3, 0x3C),
    Colour(0x1E, 0x93, 0x8A),
    Colour(0x63, 0x35, 0x8F),
    Colour(0x0F, 0x21, 0x40),
];
/// All other projects together.
pub const OTHERS: Colour = Colour(0xEC, 0xEC, 0xEC);
/// Bars of one series, and the one that the title names.
pub const BAR: Colour = Colour(0x5B, 0x93, 0xBE);
pub const NAMED_BAR: Colour = PROJECTS[4];
/// Bars of what is as it should be.
pub const EXACT_BAR: Colour = Colour(0x8C, 0x8C, 0x8C);
/// Cells without a commitment.
pub const EMPTY_CELL: Colour = Colour(0xF6, 0xF6, 0xF6);
/// The lightest and the darkest of the ten steps of a matrix.
pub const STEPS: [Colour; 2] = [Colour(0xE5, 0xEF, 0xF7), Colour(0x1C, 0x54, 0x84)];

/// The colour of a step of the matrix, of 0 to 9.
pub fn step(number: usize) -> Colour {
    let [from, to] = STEPS;
    let part = number.min(9) as f64 / 9.0;
    let mixed = |a: u8, b: u8| (f64::from(a) + (f64::from(b) - f64::from(a)) * part).round() as u8;
    Colour(mixed(from.0, to.0), mixed(from.1, to.1), mixed(from.2, to.2))
}

impl Colour {
    /// The ink that is read best on it: black or white.
    pub fn ink(self) -> Colour {
        let to_white = contrast(self, WHITE);
        if contrast(self, INK) >= to_white { INK } else { WHITE }
    }

    /// How light it is, as the eye sees it, from 0 to 1.
    pub fn luminance(self) -> f64 {
        let linear = |value: u8| {
            let value = f64::from(value) / 255.0;
            if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(self.0) + 0.7152 * linear(self.1) + 0.0722 * linear(self.2)
    }
}

/// The contrast of two colours, from 1 to 21.
pub fn contrast(a: Colour, b: Colour) -> f64 {
    let (a, b) = (a.luminance(), b.luminance());
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// A kind of type: its size in points, its weight and its colour.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Type {
    pub size: f64,
    pub bold: bool,
    pub colour: Colour,
}

impl Type {
    const fn new(size: f64, bold: bool, colour: Colour) -> Self {
        Self { size, bold, colour }
    }

    /// The same in another colour.
    #[must_use]
    pub const fn in_colour(self, colour: Colour) -> Self {
        Self { colour, ..self }
    }

    /// The same in bold.
    #[must_use]
    pub const fn bold(self) -> Self {
        Self { bold: true, ..self }
    }

    /// The same in another size, in points.
    #[must_use]
    pub const fn of_size(self, size: f64) -> Self {
        Self { size, ..self }
    }

    /// The same for a title all in capitals: smaller, so that it does not shout.
    #[must_use]
    pub fn quieter(self) -> Self {
        Self { size: self.size * 0.89, ..self }
    }

    /// How high its capitals are, in millimetres.
    pub fn cap_height(self) -> f64 {
        0.714 * self.size * POINT
    }
}

pub const TITLE: Type = Type::new(12.0, true, INK);
pub const TITLE_LINE: f64 = 15.0 * POINT;
pub const PAGE_MARK: Type = Type::new(8.5, true, QUIET);
pub const SUBTITLE: Type = Type::new(8.5, false, QUIET);
pub const SUBTITLE_LINE: f64 = 11.5 * POINT;
pub const LEGEND: Type = Type::new(7.5, false, INK);
pub const NAME: Type = Type::new(8.0, false, INK);
pub const FIGURE: Type = Type::new(8.0, false, INK);
pub const PROJECT_TITLE: Type = Type::new(7.5, false, INK);
pub const IN_BAR: Type = Type::new(6.5, false, INK);
pub const IN_CELL: Type = Type::new(7.5, false, INK);
pub const AXIS: Type = Type::new(7.0, false, QUIET);
pub const HEAD: Type = Type::new(7.0, true, QUIET);
pub const ROLE: Type = Type::new(6.5, false, QUIET);
pub const GROUP: Type = Type::new(7.5, true, INK);
pub const NOTE: Type = Type::new(7.0, false, INK);
pub const NOTE_LINE: f64 = 9.3 * POINT;

/// The thickness of lines.
pub const THIN: f64 = 0.17;
pub const HEAVY: f64 = 0.34;
pub const CAPACITY: f64 = 0.5;
/// What separates the segments of a bar.
pub const GAP: f64 = 0.34;

#[cfg(test)]
mod tests {
    use super::*;

    /// How a colour is seen without one kind of cones, after Machado, Oliveira and Fernandes (2009), severity 1.
    fn seen(colour: Colour, matrix: [[f64; 3]; 3]) -> [f64; 3] {
        let linear = |value: u8| {
            let value = f64::from(value) / 255.0;
            if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        let own = [linear(colour.0), linear(colour.1), linear(colour.2)];
        matrix.map(|row| (row[0] * own[0] + row[1] * own[1] + row[2] * own[2]).clamp(0.0, 1.0))
    }

    /// CIE L*a*b* of linear red, green and blue, white D65.
    fn lab(rgb: [f64; 3]) -> [f64; 3] {
        let [red, green, blue] = rgb;
        let xyz = [
            (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505,
            0.2126 * red + 0.7152 * green + 0.0722 * blue,
            (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089,
        ];
        let [x, y, z] = xyz.map(|t| if t > 0.008_856 { t.cbrt() } else { 7.787 * t + 16.0 / 116.0 });
        [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
    }

    const NORMAL: [[f64; 3]; 3] = [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]];
    const PROTAN: [[f64; 3]; 3] =
        [[0.152_286, 1.052_583, -0.204_868], [0.114_503, 0.786_281, 0.099_216], [-0.003_882, -0.048_116, 1.051_998]];
    const DEUTAN: [[f64; 3]; 3] =
        [[0.367_322, 0.860_646, -0.227_968], [0.280_085, 0.672_501, 0.047_413], [-0.011_820, 0.042_940, 0.968_881]];
    const TRITAN: [[f64; 3]; 3] =
        [[1.255_528, -0.076_749, -0.178_779], [-0.078_411, 0.930_809, 0.147_602], [0.004_733, 0.691_367, 0.303_900]];

    #[test]
    fn the_segments_of_a_bar_are_told_apart_by_everybody_and_on_grey_paper() {
        let fills: Vec<Colour> = PROJECTS.into_iter().chain([OTHERS]).collect();
        let luma = |c: Colour| 0.299 * f64::from(c.0) + 0.587 * f64::from(c.1) + 0.114 * f64::from(c.2);
        for (at, &a) in fills.iter().enumerate() {
            for &b in &fills[at + 1..] {
                assert!((luma(a) - luma(b)).abs() >= 30.0, "grey: {a:?} {b:?}");
                for (eye, matrix) in [("normal", NORMAL), ("protan", PROTAN), ("deutan", DEUTAN), ("tritan", TRITAN)] {
                    let (a_lab, b_lab) = (lab(seen(a, matrix)), lab(seen(b, matrix)));
                    let distance: f64 = a_lab.iter().zip(b_lab).map(|(p, q)| (p - q).powi(2)).sum::<f64>().sqrt();
                    assert!(distance >= 20.0, "{eye}: {a:?} {b:?} {distance}");
                }
            }
        }
    }

    #[test]
    fn every_text_is_large_and_dark_enough_to_read() {
        for kind in [TITLE, SUBTITLE, LEGEND, NAME, FIGURE, IN_BAR, IN_CELL, AXIS, HEAD, ROLE, GROUP, NOTE] {
            assert!(kind.size >= 6.5 && contrast(kind.colour, WHITE) >= 4.5, "{kind:?}");
        }
        assert!(PROJECT_TITLE.quieter().size >= 6.5);
        for fill in PROJECTS.into_iter().chain([OTHERS]).chain((0..10).map(step)) {
            assert!(contrast(fill, fill.ink()) >= 4.0, "{fill:?}");
        }
        assert!(contrast(OVER, WHITE) >= 4.5 && contrast(UNDER, WHITE) >= 4.5);
    }
}
