//! What is drawn and not seen: letters in the colour of what they stand on, and letters over which something else is drawn. What can
//! be seen, or of which it is not certain, is seen.

use std::collections::HashMap;
use std::ops::Range;

use hayro_interpret::kurbo::{Point, Rect};

use super::drawn::{Area, Ink, Inked, THICKEST, unturned_area};
use super::raised::words;
use crate::read::colour::{PAPER, are_alike};
use crate::read::geometry::Letter;

/// What part of the height of a letter stands above its line, for certain: its middle is the middle of that.
const HEIGHT: f64 = 0.5;
/// More pairs of a letter and an area at its height than any page has that is read.
const MOST_PAIRS: u32 = 20_000_000;
// In parts of the size of the letters.
/// How far words stand apart at most that are of one text.
const SPACE: f64 = 0.6;
/// How far above their line the line stands that strikes letters through.
const STRUCK: [f64; 2] = [0.15, 0.5];
/// By how much the words of one line may stand higher or lower.
const LEVEL: f64 = 0.05;

/// Clears letters that stand outside of the page, and those that are drawn invisibly, unless a machine may have read them off a
/// picture.
pub fn clear(letters: &mut [Inked], page: Rect, is_pictured: bool) {
    for Inked { letter, drawing } in letters {
        let is_outside = !page.contains(Point::new(letter.centre(), letter.y - letter.size * HEIGHT / 2.0));
        if is_outside || (letter.hidden && !is_pictured) {
            drawing.ink = Ink::Clear;
        }
    }
}

/// Clears letters in some direction that are struck through: a thin line lies over their middle, and goes not far beyond what it
/// strikes, or is no border, since no other goes from where to where it does. Where more lines are drawn than on any page of a plan, they are of a picture and strike nothing.
pub fn strike(letters: &mut [Inked], lines: &[Rect], quarter: usize) {
    let mut left = MOST_PAIRS;
    let lines = lines.iter().map(|line| unturned_area(*line, quarter));
    let lines: Vec<Rect> = lines.filter(|line| line.height() <= THICKEST && line.width() > line.height()).collect();
    if lines.is_empty() {
        return;
    }
    let largest = letters.iter().map(|inked| inked.letter.size).fold(0.0, f64::max);
    let by_height = by_height(letters, |letter| letter.y);
    let span = |line: &Rect| [line.x0, line.x1].map(|x| x.round().to_bits());
    let mut alike: HashMap<[u64; 2], u32> = HashMap::new();
    for line in &lines {
        *alike.entry(span(line)).or_default() += 1;
    }
    for line in &lines {
        let middle = line.center().y;
        let first = by_height.partition_point(|(y, _)| *y < middle);
        let near = by_height[first..].iter().take_while(|(y, _)| *y <= middle + largest * STRUCK[1]);
        let mut struck: Vec<usize> = Vec::new();
        for (_, at) in near {
            left = left.saturating_sub(1);
            if left == 0 {
                return;
            }
            let letter = &letters[*at].letter;
            let over = line.x1.min(letter.x[1]) - line.x0.max(letter.x[0]);
            let is_over = over > (letter.x[1] - letter.x[0]) / 2.0;
            if is_over && (STRUCK[0]..=STRUCK[1]).contains(&((letter.y - middle) / letter.size)) {
                struck.push(*at);
            }
        }
        let own = || struck.iter().map(|at| &letters[*at].letter).filter(|letter| !letter.is_space());
        let from = own().map(|letter| letter.x[0]).fold(f64::INFINITY, f64::min);
        let to = own().map(|letter| letter.x[1]).fold(f64::NEG_INFINITY, f64::max);
        let beyond = own().map(|letter| letter.size).fold(0.0, f64::max) * SPACE;
        // A border that lies over what is too large for its cell goes on.
        let is_within = from - line.x0 <= beyond && line.x1 - to <= beyond;
        if is_within || alike.get(&span(line)) == Some(&1) {
            for at in struck {
                letters[at].drawing.ink = Ink::Clear;
            }
        }
    }
}

/// The letters by some height, from the top. Most are drawn in that order, line by line, which a stable sort makes use of.
fn by_height(letters: &[Inked], height: impl Fn(&Letter) -> f64) -> Vec<(f64, usize)> {
    let mut by_height: Vec<(f64, usize)> = letters.iter().map(|inked| height(&inked.letter)).zip(0..).collect();
    by_height.sort_by(|(a, _), (b, _)| a.total_cmp(b));
    by_height
}

/// Parts letters into those that are seen and those that are not, both in the order in which they are drawn; the areas are those of
/// the page, in that order, too, and as the letters are seen. Of words that stand together, all are seen if any letter is: what
/// covers the end of a name does not make it another. Of figures every digit counts, or does not. None if more is drawn over each other than on any page that is read.
pub fn part(inked: Vec<Inked>, areas: &[Area]) -> Option<(Vec<Letter>, Vec<Letter>)> {
    let grounds = grounds(&inked, areas)?;
    let mut is_seen: Vec<bool> = inked.iter().zip(&grounds).map(|(inked, on)| shows(inked.drawing.ink, *on)).collect();
    let letters: Vec<Letter> = inked.into_iter().map(|inked| inked.letter).collect();
    if is_seen.iter().all(|is_seen| *is_seen) {
        return Some((letters, Vec::new()));
    }
    let is_of_words = |phrase: &Range<usize>| {
        !letters[phrase.clone()].iter().any(|letter| letter.text.contains(|c: char| c.is_ascii_digit()))
    };
    for phrase in phrases(&letters).into_iter().filter(is_of_words) {
        let any = is_seen[phrase.clone()].contains(&true);
        is_seen[phrase].fill(any);
    }
    let mut is_seen = is_seen.into_iter();
    Some(letters.into_iter().partition(|_| is_seen.next().unwrap_or(true)))
}

/// Words that are drawn one after the other, and stand side by side on one line, no farther apart than a space.
fn phrases(letters: &[Letter]) -> Vec<Range<usize>> {
    let goes_on = |last: &Letter, first: &Letter| {
        let gap = first.x[0] - last.x[1];
        (last.y - first.y).abs() <= last.size * LEVEL && (0.0..=last.size * SPACE).contains(&gap)
    };
    let mut phrases: Vec<Range<usize>> = Vec::new();
    for word in words(letters) {
        match phrases.last_mut() {
            Some(phrase) if goes_on(&letters[phrase.end - 1], &letters[word.start]) => phrase.end = word.end,
            _ => phrases.push(word),
        }
    }
    phrases
}

/// What is seen at a letter's place besides it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ground {
    /// It stands on this.
    Under(Ink),
    /// It is covered.
    Over,
}

fn shows(ink: Ink, on: Ground) -> bool {
    match (ink, on) {
        (Ink::Clear, _) | (_, Ground::Over) => false,
        (Ink::Solid(own), Ground::Under(Ink::Solid(ground))) => !are_alike(own, ground),
        _ => true,
    }
}

/// What each letter stands on, or that it is covered; none if that would take too long.
fn grounds(inked: &[Inked], areas: &[Area]) -> Option<Vec<Ground>> {
    let mut left = MOST_PAIRS;
    let mut grounds = vec![Ground::Under(Ink::Solid(PAPER)); inked.len()];
    if areas.is_empty() {
        return Some(grounds);
    }
    let by_height = by_height(inked, |letter| letter.y - letter.size * HEIGHT / 2.0);
    for (number, area) in (0..).zip(areas) {
        let first = by_height.partition_point(|(middle, _)| *middle < area.place.y0);
        for &(_, at) in by_height[first..].iter().take_while(|(middle, _)| *middle <= area.place.y1) {
            left = left.checked_sub(1)?;
            let Inked { letter, drawing } = &inked[at];
            let is_on = area.place.x0 <= letter.centre() && letter.centre() <= area.place.x1;
            if is_on && number < drawing.areas {
                grounds[at] = Ground::Under(area.ink);
            } else if is_on && matches!(area.ink, Ink::Solid(_)) {
                grounds[at] = Ground::Over;
            }
        }
    }
    Some(grounds)
}

#[cfg(test)]
mod tests {
    use super::super::drawn::Drawing;
    use super::*;
    use crate::read::geometry::changes_at;

    const BLACK: Ink = Ink::Solid([0; 3]);
    const WHITE: Ink = Ink::Solid(PAPER);

    /// Letters that are drawn behind so many areas.
    fn with(ink: Ink, areas: usize) -> Drawing {
        Drawing { ink, areas: u32::try_from(areas).unwrap() }
    }

    /// Whether a letter is seen that is drawn before or behind some areas.
    fn is_seen(ink: Ink, before: &[(Ink, [f64; 4])], behind: &[(Ink, [f64; 4])]) -> bool {
        let area = |(ink, [x0, y0, x1, y1]): &(Ink, [f64; 4])| Area { place: Rect::new(*x0, *y0, *x1, *y1), ink: *ink };
        let areas: Vec<Area> = before.iter().chain(behind).map(area).collect();
        let letter = Letter { text: "a".into(), x: [10.0, 15.0], y: 50.0, size: 10.0, ..Letter::default() };
        let (seen, unseen) = part(vec![Inked { letter, drawing: with(ink, before.len()) }], &areas).unwrap();
        assert_eq!(seen.len() + unseen.len(), 1);
        unseen.is_empty()
    }

    #[test]
    fn letters_in_the_colour_of_what_they_stand_on_are_not_seen() {
        let here = [0.0, 40.0, 100.0, 60.0];
        assert!(is_seen(BLACK, &[], &[]) && !is_seen(WHITE, &[], &[]) && !is_seen(Ink::Clear, &[], &[]));
        assert!(is_seen(WHITE, &[(BLACK, here)], &[]) && !is_seen(BLACK, &[(BLACK, here)], &[]));
        assert!(!is_seen(WHITE, &[(BLACK, here), (WHITE, here)], &[]), "the last counts");
        assert!(is_seen(WHITE, &[(Ink::Other, here)], &[]), "a picture, or what is no rectangle, may be dark");
        assert!(!is_seen(WHITE, &[(BLACK, [20.0, 40.0, 100.0, 60.0])], &[]), "beside it");
        // At the border of what is told apart.
        let grey = |level| Ink::Solid([level; 3]);
        assert!(is_seen(grey(242), &[], &[]) && !is_seen(grey(243), &[], &[]));
    }

    #[test]
    fn letters_that_are_covered_are_not_seen() {
        let here = [0.0, 40.0, 100.0, 60.0];
        assert!(!is_seen(BLACK, &[], &[(WHITE, here)]));
        assert!(is_seen(BLACK, &[], &[(Ink::Other, here)]), "what is behind it may show through");
        // The middle of the letter stands a quarter of its size above its line.
        changes_at(HEIGHT / 2.0, [true, false], |above| {
            is_seen(BLACK, &[], &[(WHITE, [0.0, 50.0 - 10.0 * above, 20.0, 60.0])])
        });
        assert!(!is_seen(BLACK, &[], &[(WHITE, [12.5, 40.0, 20.0, 60.0])]));
        assert!(is_seen(BLACK, &[], &[(WHITE, [12.6, 40.0, 20.0, 60.0])]));
    }

    #[test]
    fn letters_through_whose_middle_a_thin_line_goes_do_not_count() {
        // `25`, in letters of ten points, each five wide, on a line at 50.
        let drawn_beside = |size: f64, lines: &[Rect]| {
            let letter = |(text, x, size): (&str, f64, f64)| {
                let letter = Letter { text: text.into(), x: [x, x + 5.0], y: 50.0, size, ..Letter::default() };
                Inked { letter, drawing: with(BLACK, 0) }
            };
            let mut letters: Vec<Inked> =
                [("2", 10.0, 10.0), ("5", 15.0, 10.0), ("%", 900.0, size)].map(letter).to_vec();
            strike(&mut letters, lines, 0);
            letters[..2].iter().map(|letter| letter.drawing.ink == Ink::Clear).collect::<Vec<_>>()
        };
        let drawn = |lines: &[Rect]| drawn_beside(10.0, lines);
        let line = |[from, to]: [f64; 2], above: f64, height: f64| {
            let y = 50.0 - above;
            Rect::new(from, y - height / 2.0, to, y + height / 2.0)
        };
        let struck = |span: [f64; 2], above: f64, height: f64| drawn(&[line(span, above, height)]);
        // A border has others above and below.
        let bordered = |to: f64| drawn(&[line([10.0, to], 3.0, 0.5), line([10.0, to], 30.0, 0.5)]);
        assert_eq!(struck([10.0, 15.0], 3.0, 0.5), [true, false]);
        assert_eq!(struck([9.0, 21.0], 3.0, 0.5), [true, true]);
        // How high, how thick, how far beyond.
        changes_at(STRUCK[0], [false, true], |by| struck([10.0, 20.0], 10.0 * by, 0.5)[0]);
        changes_at(STRUCK[1], [true, false], |by| struck([10.0, 20.0], 10.0 * by, 0.5)[0]);
        // Larger letters elsewhere change nothing.
        let beside_large = |by: f64| drawn_beside(20.0, &[line([10.0, 20.0], 10.0 * by, 0.5)])[0];
        changes_at(STRUCK[1], [true, false], beside_large);
        changes_at(THICKEST, [true, false], |height| struck([10.0, 20.0], 3.0, height)[0]);
        changes_at(SPACE, [true, false], |by| bordered(20.0 + 10.0 * by)[0]);
        assert_eq!(struck([0.0, 500.0], 3.0, 0.5), [true, true], "no border goes alone");
    }

    #[test]
    fn letters_outside_of_the_page_and_invisible_ones_are_not_seen() {
        let is_seen = |y: f64, hidden, is_pictured| {
            let letter = Letter { text: "a".into(), x: [10.0, 15.0], y, size: 10.0, hidden, ..Letter::default() };
            let mut inked = [Inked { letter, drawing: with(BLACK, 0) }];
            clear(&mut inked, Rect::new(0.0, 0.0, 100.0, 50.0), is_pictured);
            inked[0].drawing.ink == BLACK
        };
        assert!(is_seen(52.4, false, false) && !is_seen(52.5, false, false) && !is_seen(0.0, false, true));
        assert!(!is_seen(40.0, true, false) && is_seen(40.0, true, true), "a machine has read it off a picture");
    }

    #[test]
    fn of_words_that_stand_together_all_are_seen_if_any_letter_is() {
        let letter = |at: f64, text: &str, ink| Inked {
            letter: Letter { text: text.into(), x: [at, at + 5.0], y: 50.0, size: 10.0, ..Letter::default() },
            drawing: with(ink, 0),
        };
        let figure = vec![letter(0.0, "1", WHITE), letter(5.0, "5", BLACK)];
        assert_eq!(&*part(figure, &[]).unwrap().0[0].text, "5", "a digit that is not seen is none");
        let seen = |next: f64| {
            let word = vec![letter(0.0, "a", BLACK), letter(5.0, "b", WHITE), letter(10.0, " ", WHITE)];
            let (seen, _) = part([word, vec![letter(next, "c", WHITE)]].concat(), &[]).unwrap();
            seen.iter().map(|letter| &*letter.text).collect::<String>()
        };
        assert_eq!((&*seen(16.0), &*seen(16.1), &*seen(40.0)), ("ab c", "ab", "ab"));
    }

    #[test]
    fn words_of_one_text_stand_on_one_line_and_a_space_apart() {
        let count = |gap: f64, lower: f64| {
            let letter =
                |x: f64, y: f64| Letter { text: "a".into(), x: [x, x + 5.0], y, size: 10.0, ..Letter::default() };
            let space = Letter { text: " ".into(), ..letter(5.0, 50.0) };
            phrases(&[letter(0.0, 50.0), space, letter(5.0 + gap, 50.0 + lower)]).len()
        };
        changes_at(SPACE, [1, 2], |by| count(10.0 * by, 0.0));
        changes_at(LEVEL, [1, 2], |by| count(5.0, 10.0 * by));
    }
}
