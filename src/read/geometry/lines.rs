//! Letters → words → pieces → lines: what stands side by side.

use std::borrow::Cow;
use std::ops::Range;

use super::letter::{Letter, Rules, Tag, UNKNOWN};
use super::styled::Styled;
use super::tolerance::{
    EDGE, GLUE, JUSTIFIED, JUSTIFIED_ALIKE, MIDDLE, NEXT_LETTER, OVERLAP, SAME_LINE, SMALL, SMALLEST, TWICE, UNSPACED,
    WIDE,
};

/// A stretch of a line that is read as one: its words stand no farther apart than words do.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Piece {
    /// What it says, words apart by a space.
    pub text: Styled,
    /// Where it begins and ends, in points from the left.
    pub x: [f64; 2],
    /// Its letters; none in print.
    pub letters: Vec<Placed>,
}

/// Where a letter of a piece stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Placed {
    /// Where in the text, in bytes.
    pub at: usize,
    /// Where on the page.
    pub x: [f64; 2],
    /// Whether a space is written before it.
    pub is_after_space: bool,
    /// The cell of a table in which it is, if the document tells.
    pub tag: Option<Tag>,
}

/// What stands on one line of a page.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// Where it stands, in points from the top.
    pub y: f64,
    /// The size of its largest letters.
    pub size: f64,
    /// Its pieces, from the left; never none.
    pub pieces: Vec<Piece>,
    /// Whether any of it is not seen.
    pub hidden: bool,
    /// The row of a table that it is, if that is known otherwise than by where its pieces stand.
    pub told: Option<Told>,
}

/// A row of a table that is known by what it says.
#[derive(Debug, Clone, PartialEq)]
pub struct Told {
    /// Its cells.
    pub cells: Vec<String>,
    /// Whether it is certain that they are one row's.
    pub is_certain: bool,
    /// The table of which it is, if the document tells.
    pub table: Option<u32>,
}

impl Line {
    /// Whether the document tells of some of its letters of which cells they are.
    pub fn is_tagged(&self) -> bool {
        self.pieces.iter().flat_map(|piece| &piece.letters).any(|letter| letter.tag.is_some())
    }

    /// The height of the middle of its letters.
    pub fn middle(&self) -> f64 {
        self.y - self.size * MIDDLE
    }

    /// Where it begins and ends.
    pub fn x(&self) -> [f64; 2] {
        let start = self.pieces.first().map_or(0.0, |piece| piece.x[0]);
        let end = self.pieces.iter().map(|piece| piece.x[1]).fold(start, f64::max);
        [start, end]
    }
}

/// The lines of a page, from the top. No word goes over a vertical rule.
pub fn lines(letters: &[Letter], rules: &Rules) -> Vec<Line> {
    let spaces = letters.iter().filter(|letter| letter.is_space()).count();
    let is_spaced = spaces * 25 >= letters.len();
    let mut letters: Vec<&Letter> =
        letters.iter().filter(|letter| letter.size > SMALLEST && !letter.text.is_empty()).collect();
    letters.sort_by(|a, b| a.y.total_cmp(&b.y));
    let mut lines: Vec<Drawn> = Vec::new();
    let mut rest = letters.as_mut_slice();
    while let Some(first) = rest.first() {
        let mut y = first.y;
        let mut count = 0;
        // Letters of one line stand on it to within a little; each may be a little lower than the one before.
        while let Some(next) = rest.get(count).filter(|next| {
            let size = next.size.min(first.size.max(SMALL));
            next.y - y <= size * NEXT_LETTER && next.y - first.y <= size * SAME_LINE
        }) {
            y = next.y;
            count += 1;
        }
        let middle = first.y - first.size * MIDDLE;
        let own;
        (own, rest) = rest.split_at_mut(count.max(1));
        let borders: Vec<f64> = rules.columns.iter().filter(|rule| rule.passes(middle)).map(|rule| rule.at).collect();
        lines.extend(line(own, &borders, is_spaced));
    }
    joined(lines)
}

/// The line that some letters are; none if they are but spaces. The borders are from the left.
fn line(letters: &mut [&Letter], borders: &[f64], is_spaced: bool) -> Option<Drawn> {
    letters.sort_by(|a, b| a.x[0].total_cmp(&b.x[0]));
    let size = letters.iter().map(|letter| letter.size).fold(0.0, f64::max);
    let mut pieces: Vec<Piece> = Vec::new();
    let mut before: Option<&Letter> = None;
    // How many borders are left of the middle of that letter, or through it.
    let mut borders_before = 0;
    let mut spaces = 0;
    // Behind a single space, how far each piece is from that before.
    let mut gaps: Vec<Option<f64>> = Vec::new();
    for &mut letter in letters {
        if letter.is_space() {
            spaces += letter.text.chars().count();
            continue;
        }
        let is_after_space = spaces > 0;
        if before.is_some_and(|before| is_twice(before, letter)) {
            continue;
        }
        let gap = before.map_or(0.0, |before| (letter.x[0] - before.x[1]) / letter.size.max(before.size));
        let centre = letter.centre();
        let borders_left = borders.partition_point(|at| *at < centre);
        let is_parted = before.is_some() && borders_left > borders_before;
        match pieces.last_mut() {
            Some(piece) if is_of_one_piece(gap, is_after_space, is_spaced) && !is_parted => {
                if before.is_some_and(|before| is_laid_over(before, letter)) {
                    piece.text.push(UNKNOWN, letter.bold, false);
                }
                // Where no spaces are written at all, none is missing.
                piece.push(letter, is_after_space || gap > GLUE, is_after_space || !is_spaced);
            }
            _ => {
                gaps.push((spaces == 1 && !is_parted).then_some(gap));
                pieces.push(Piece::of(letter));
            }
        }
        before = Some(letter);
        borders_before = borders_left + borders[borders_left..].iter().take_while(|at| **at <= centre).count();
        spaces = 0;
    }
    let first = before?;
    let justified = justified(&pieces, &gaps);
    Some(Drawn { line: Line { y: first.y, size, pieces, hidden: first.hidden, told: None }, justified })
}

/// A line, and which of its pieces may be words of one cell that is justified so far that each seems to be a cell.
struct Drawn {
    line: Line,
    justified: Vec<Range<usize>>,
}

/// Which pieces may be words that are justified: between all of them is one space, of one width. `gaps` are how far each is from
/// the one before, where there is a single space.
fn justified(pieces: &[Piece], gaps: &[Option<f64>]) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    if gaps.iter().flatten().count() < 2 {
        return found;
    }
    let is_word = |at: usize| !pieces[at].plain().contains(' ');
    let is_alike = |a: f64, b: f64| (a - b).abs() <= JUSTIFIED_ALIKE;
    for at in 1..pieces.len() {
        let (Some(gap), true, true) = (gaps[at], is_word(at - 1), is_word(at)) else { continue };
        match found.last_mut() {
            Some(last) if last.end == at && gaps[at - 1].is_some_and(|before| is_alike(before, gap)) => {
                last.end = at + 1;
            }
            // The last word of a cell is not the first of the next.
            Some(last) if last.end == at && last.len() > 2 => {}
            _ => found.push(at - 1..at + 1),
        }
    }
    found.retain(|words| words.len() > 2);
    found
}

/// Joins words that are justified. Where cells begin on other lines, it is cells that stand beside each other.
fn joined(drawn: Vec<Drawn>) -> Vec<Line> {
    let is_of_words = |drawn: &Drawn, at: usize| drawn.justified.iter().any(|words| words.contains(&at));
    let begins = |drawn: &Drawn| {
        let others = (1..drawn.line.pieces.len()).filter(|at| !is_of_words(drawn, *at));
        others.map(|at| drawn.line.pieces[at].x[0]).collect::<Vec<_>>()
    };
    let mut starts: Vec<f64> = Vec::new();
    if drawn.iter().any(|drawn| !drawn.justified.is_empty()) {
        starts = drawn.iter().flat_map(begins).collect();
        starts.sort_by(f64::total_cmp);
    }
    let join = |Drawn { mut line, justified }: Drawn| {
        let reach = line.size * EDGE / 2.0;
        let begins_cell = |piece: &Piece| {
            let next = starts.partition_point(|start| *start < piece.x[0] - reach);
            starts.get(next).is_some_and(|start| *start <= piece.x[0] + reach)
        };
        for words in justified.into_iter().rev() {
            if !line.pieces[words.start + 1..words.end].iter().any(begins_cell) {
                let rest: Vec<Piece> = line.pieces.drain(words.start + 1..words.end).collect();
                let first = &mut line.pieces[words.start];
                for word in &rest {
                    first.push_word(word);
                }
            }
        }
        line
    };
    drawn.into_iter().map(join).collect()
}

/// Whether two letters are of one piece that are so far apart, with a space between or not.
fn is_of_one_piece(gap: f64, spaced: bool, is_spaced: bool) -> bool {
    gap <= if spaced {
        JUSTIFIED
    } else if is_spaced {
        UNSPACED
    } else {
        WIDE
    }
}

/// Whether a letter is but drawn once more, a little beside, to look bold.
fn is_twice(before: &Letter, letter: &Letter) -> bool {
    let near = (letter.x[0] - before.x[0]).abs() <= letter.size * TWICE;
    near && before.text == letter.text && before.x[1] - before.x[0] > letter.size * TWICE
}

/// Whether a letter or digit is drawn over another one: what the two say cannot be told.
fn is_laid_over(before: &Letter, letter: &Letter) -> bool {
    let is_letter = |letter: &Letter| letter.text.chars().all(char::is_alphanumeric);
    let narrowest = (before.x[1] - before.x[0]).min(letter.x[1] - letter.x[0]);
    before.x[1] - letter.x[0] > narrowest * OVERLAP && is_letter(before) && is_letter(letter)
}

/// For how many letters of a piece there is room before more come.
const USUAL: usize = 16;

impl Piece {
    fn of(letter: &Letter) -> Self {
        let mut piece = Self { text: Styled::default(), x: letter.x, letters: Vec::with_capacity(USUAL) };
        piece.push(letter, false, true);
        piece
    }

    /// Adds a letter, perhaps as the first of a word.
    fn push(&mut self, letter: &Letter, spaced: bool, is_after_space: bool) {
        let (at, tag) = (self.text.len() + usize::from(spaced), letter.tag);
        self.letters.push(Placed { at, x: letter.x, is_after_space, tag });
        self.text.push(&letter.text, letter.bold, spaced);
        self.x = [self.x[0], self.x[1].max(letter.x[1])];
    }

    /// Adds a word that stands farther away than words do.
    fn push_word(&mut self, word: &Self) {
        let before = self.text.len() + 1;
        self.letters.extend(word.letters.iter().map(|letter| Placed { at: before + letter.at, ..*letter }));
        self.text.push_word(&word.text);
        self.x[1] = word.x[1];
    }

    /// The two that it is if another begins at one of its letters; `is_next` tells whether one may, of which the text and the first
    /// letter are known. A word is divided only before a figure. The two stand as far apart as `gutter`, at least.
    pub fn divided(&self, gutter: f64, is_next: impl Fn(&str, &Placed) -> bool) -> Option<[Self; 2]> {
        let text = self.plain();
        let may_begin = |at: usize| text[..at].ends_with(' ') || text[at..].starts_with(|c: char| c.is_ascii_digit());
        let number = (1..self.letters.len()).find(|number| {
            let letter = &self.letters[*number];
            text.is_char_boundary(letter.at) && may_begin(letter.at) && is_next(&text[letter.at..], letter)
        })?;
        let (before, next) = self.letters.split_at(number);
        let Placed { at, x: [begin, _], .. } = next[0];
        let end = before.last().map_or(begin, |letter| letter.x[1]).min(begin - gutter);
        let (own, rest) = self.text.split_at(at);
        let letters = next.iter().map(|letter| Placed { at: letter.at - at, ..*letter }).collect();
        Some([
            Self { text: own, x: [self.x[0], end], letters: before.to_vec() },
            Self { text: rest, x: [begin, self.x[1]], letters },
        ])
    }

    /// Whether a word of letters ends before one of its letters.
    pub fn ends_word_before(&self, letter: &Placed) -> bool {
        let text = self.plain();
        text.get(..letter.at).is_some_and(|before| before.trim_end().ends_with(char::is_alphabetic))
    }

    /// What it says.
    pub fn plain(&self) -> Cow<'_, str> {
        self.text.plain()
    }

    /// Its middle.
    pub fn centre(&self) -> f64 {
        self.x[0].midpoint(self.x[1])
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::super::letter::Rule;
    use super::super::tolerance::tests::changes_at;
    use super::*;

    /// Letters of ten points, each five wide, of a text that begins at `x`.
    fn letters(text: &str, x: f64, y: f64) -> Vec<Letter> {
        let place = |at: usize| x + 5.0 * f64::from(u32::try_from(at).unwrap());
        let letter = |(at, c): (usize, char)| {
            let x = [place(at), place(at + 1)];
            Letter { text: c.to_string().into(), x, y, size: 10.0, bold: false, hidden: false, tag: None }
        };
        text.chars().enumerate().map(letter).collect()
    }

    /// The lines of a page on which pieces of text stand.
    pub fn page(pieces: &[(f64, f64, &str)]) -> Vec<Line> {
        lines(&pieces.iter().flat_map(|(x, y, text)| letters(text, *x, *y)).collect::<Vec<_>>(), &Rules::default())
    }

    fn read(letters: &[Letter]) -> Vec<Vec<String>> {
        lines(letters, &Rules::default())
            .iter()
            .map(|line| line.pieces.iter().map(|piece| piece.plain().into_owned()).collect())
            .collect()
    }

    #[test]
    fn cells_are_apart_without_a_space_and_words_with_one() {
        let row = [letters("Rossi Ada", 0.0, 50.0), letters("Dip.", 49.0, 50.0), letters("3 %", 100.0, 50.4)].concat();
        assert_eq!(read(&row), [["Rossi Ada", "Dip.", "3 %"]]);
        let unspaced = [letters("Rossi", 0.0, 50.0), letters("Ada", 28.0, 50.0), letters("Dip.", 60.0, 50.0)].concat();
        assert_eq!(read(&unspaced), [["Rossi Ada", "Dip."]]);
        let lines = [letters("sotto", 0.0, 62.0), letters("sopra", 0.0, 50.0), letters("mezzo", 90.0, 56.0)].concat();
        assert_eq!(read(&lines), [["sopra"], ["mezzo"], ["sotto"]]);
    }

    #[test]
    fn fragments_are_glued_and_letters_drawn_twice_count_once() {
        let broken = [letters("Ros", 0.0, 50.0), letters("si Ada", 15.6, 50.0)].concat();
        assert_eq!(read(&broken), [["Rossi Ada"]]);
        let twice = [letters("Rossi Ada", 0.0, 50.0), letters("Rossi Ada", 0.3, 50.0)].concat();
        assert_eq!(read(&twice), [["Rossi Ada"]]);
        assert_eq!(read(&letters("Poggi", 0.0, 50.0)), [["Poggi"]]);
    }

    #[test]
    fn texts_that_lie_over_each_other_are_not_read_as_one() {
        for offset in [0.8, 2.2, 2.5, 2.9, 4.2] {
            let both = [letters("51", 0.0, 50.0), letters("20", offset, 50.0)].concat();
            assert!(read(&both).concat().concat().contains(UNKNOWN), "{offset}");
        }
    }

    #[test]
    fn words_that_are_justified_far_are_of_one_cell() {
        // Letters are five points wide: words begin with what is not a space.
        let far = |words: &[(f64, &str)], y: f64| -> Vec<Letter> {
            words.iter().flat_map(|(x, word)| letters(&format!("{word} "), *x, y)).collect()
        };
        let justified = far(&[(0.0, "Dip."), (45.0, "a"), (75.0, "tempo")], 50.0);
        assert_eq!(read(&justified), [["Dip. a tempo"]]);
        let uneven =
            |by: f64| read(&far(&[(0.0, "Dip."), (45.0, "a"), (75.0 + 10.0 * by, "tempo")], 50.0)).concat().len();
        changes_at(JUSTIFIED_ALIKE, [1, 3], uneven);
        // Where another line has cells that begin there, they are cells.
        let beside = |by: f64| [letters("x", 20.0, 70.0), letters("Ada", 45.0 + 10.0 * by, 70.0)].concat();
        let cells = |by: f64| read(&[justified.clone(), beside(by)].concat())[0].len();
        changes_at(EDGE / 2.0, [3, 1], cells);
    }

    #[test]
    fn bold_stretches_are_kept() {
        let mut bold = letters("Azione sanare", 0.0, 50.0);
        bold[..6].iter_mut().for_each(|letter| letter.bold = true);
        let lines = lines(&bold, &Rules::default());
        let mut expected = Styled::default();
        expected.push("Azione", true, false);
        expected.push("sanare", false, true);
        assert_eq!(lines[0].pieces[0].text, expected);
    }

    /// A letter of some size and half as wide, from a place on.
    fn letter(text: &str, x: f64, y: f64, size: f64) -> Letter {
        Letter { text: text.into(), x: [x, x + size / 2.0], y, size, ..Letter::default() }
    }

    #[test]
    fn letters_stand_on_one_line_up_to_a_part_of_their_size() {
        let lines = |all: &[[f64; 2]]| {
            let letter = |(at, [y, size]): (u32, &[f64; 2])| letter("a", 10.0 * f64::from(at), *y, *size);
            read(&(0..).zip(all).map(letter).collect::<Vec<_>>()).len()
        };
        let lower = |by: f64| 50.0 + 10.0 * by;
        changes_at(NEXT_LETTER, [1, 2], |by| lines(&[[50.0, 10.0], [lower(by), 10.0]]));
        // However little each is lower than the one before.
        changes_at(SAME_LINE, [1, 2], |by| lines(&[50.0, 51.0, 52.0, lower(by)].map(|y| [y, 10.0])));
        // Dots are smaller than the letters beside them.
        changes_at(SMALL * NEXT_LETTER, [1, 2], |by| lines(&[[50.0, 1.0], [50.0 + by, 10.0]]));
        changes_at(SMALLEST, [0, 1], |size| lines(&[[50.0, size]]));
    }

    #[test]
    fn a_line_that_is_drawn_down_divides_those_over_whose_middle_it_goes() {
        let pieces = |by: f64| {
            let columns = vec![Rule { at: 5.0, span: [0.0, 50.0 - 10.0 * by] }];
            lines(&letters("ab", 0.0, 50.0), &Rules { rows: Vec::new(), columns })[0].pieces.len()
        };
        changes_at(MIDDLE, [2, 1], pieces);
    }

    #[test]
    fn how_far_letters_stand_apart_tells_words_and_cells() {
        let beside = |first: &str, gap: f64, more: &[Letter]| {
            let both = [letters(first, 0.0, 50.0), letters("b", 5.0 + 10.0 * gap, 50.0)].concat();
            read(&[&both, more].concat())[0].join("|")
        };
        let of = |[within, beyond]: [&str; 2]| [within.to_owned(), beyond.to_owned()];
        changes_at(GLUE, of(["ab", "a b"]), |gap| beside("a", gap, &[]));
        changes_at(WIDE, of(["a b", "a|b"]), |gap| beside("a", gap, &[]));
        // Where spaces are written.
        let spaced = letters("c d", 0.0, 80.0);
        changes_at(UNSPACED, of(["a b", "a|b"]), |gap| beside("a", gap, &spaced));
        changes_at(JUSTIFIED, of(["a b", "a|b"]), |gap| beside("a ", gap, &[]));
    }

    #[test]
    fn letters_are_drawn_twice_where_they_stand_nearly_over_each_other() {
        let twice = |width: f64, by: f64| {
            let letter = |x: f64| Letter { x: [x, x + width], ..letter("l", x, 50.0, 10.0) };
            read(&[letter(0.0), letter(by)]).concat().concat()
        };
        changes_at(TWICE, ["l".to_owned(), "l\u{FFFD}l".to_owned()], |by| twice(5.0, 10.0 * by));
        // Those that are narrower stand beside each other.
        changes_at(TWICE, ["ll".to_owned(), "l".to_owned()], |width| twice(10.0 * width, 1.0));
        // At the border of what may be a matter of narrow letters.
        let over = |part: f64| read(&[letter("5", 0.0, 50.0, 10.0), letter("2", 5.0 - 5.0 * part, 50.0, 10.0)]);
        changes_at(OVERLAP, ["52", "5\u{FFFD}2"].map(|text| vec![vec![text.to_owned()]]), over);
    }
}
