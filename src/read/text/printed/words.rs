//! The words of a line, and which of them are of one cell.

use crate::read::geometry::{Piece, Styled, Told, Word, joined};
use crate::vocabulary::{
    CellKind, begins_section, is_article, is_number_of_page, is_role_in_short, may_begin_role, may_continue_role,
};

/// How wide a letter is, in points. Positions are whole columns: what is aligned may be one off.
const WIDTH: f64 = 2.0;

/// A cell of a heading, which may be written on several lines.
#[derive(Debug, Clone)]
pub struct Cell {
    /// What it says.
    pub text: String,
    /// Where it begins and ends.
    pub span: [u32; 2],
}

/// What a line is for those below it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Kind {
    /// No more than a line.
    #[default]
    Plain,
    /// A line of the heading of a table.
    Heading,
    /// The beginning of a part of a plan that is no table.
    Part,
}

/// The words of a line.
#[derive(Debug, Clone, Default)]
pub struct Written<'t> {
    /// The words, from the left; never none.
    pub words: Vec<Word<'t>>,
    /// The number of the line.
    pub number: u32,
    /// Where its cells begin, if not with their words: where those of its table do.
    pub stops: Vec<u32>,
    /// Whether a table begins with it.
    pub is_first: bool,
    /// What it is for the lines below it.
    pub kind: Kind,
    /// Its cells and those of lines below it, and from where to where they reach, if it is a heading.
    pub heading: Option<Vec<Cell>>,
    /// Its cells, if they are known otherwise than by where they stand, and whether that is certain.
    pub told: Option<Told>,
    /// Whether what it says is in the cells of the line before.
    pub is_left_out: bool,
}

impl<'t> Written<'t> {
    /// The words of a line; none if it is blank. Between cells is more than one space.
    pub fn of(line: &'t str, number: u32) -> Option<Self> {
        let mut words: Vec<Word<'t>> = Vec::new();
        let (mut at, mut column) = (0, 0);
        for text in line.split_whitespace() {
            let start = at + line[at..].find(text).unwrap_or_default();
            let begin = column + length(&line[at..start]);
            let end = begin + length(text);
            let begins = words.last().is_none_or(|before| before.end + 1 < begin);
            words.push(Word { text, begin, end, begins });
            (at, column) = (start + text.len(), end);
        }
        let mut words = Self { words, number, ..Self::default() };
        words.part_share();
        (!words.words.is_empty()).then_some(words)
    }

    /// Parts a share at the end from what stands before it.
    fn part_share(&mut self) {
        let count = self.words.len();
        let is_share = |own: &[Word<'_>]| CellKind::of(&joined(own)) == CellKind::Share;
        let length = (1..=count.min(2)).find(|length| is_share(&self.words[count - length..]));
        if let Some(length) = length {
            self.words[count - length].begins = true;
            self.words[count - length + 1..].iter_mut().for_each(|word| word.begins = false);
        }
    }

    /// Makes it a row with these cells.
    pub fn tell(&mut self, cells: Vec<String>, is_certain: bool) {
        self.told = Some(Told { cells, is_certain, table: None });
    }

    /// Makes it a row of which nothing is certain.
    pub fn tell_apart(&mut self) {
        self.tell(vec![joined(&self.words)], false);
    }

    /// Whether it stands right below another line, and may go on with it.
    pub fn follows(&self, above: &Self) -> bool {
        self.number == above.number + 1 && !self.is_first && !is_number_of_page(&joined(&self.words))
    }

    /// Whether it is the title of a section within a table: one cell that is none of a row.
    pub fn is_section(&self) -> bool {
        self.cells().count() == 1 && !self.has_share() && begins_section(&joined(&self.words))
    }

    /// Whether a share at its end may be of what stands one space before it, since shares stand elsewhere.
    pub fn has_doubtful_share(&self, stop: u32) -> bool {
        let Some(at) = self.words.iter().rposition(|word| word.begins).filter(|at| *at > 0 && self.has_share()) else {
            return false;
        };
        let [before, share] = [self.words[at - 1], self.words[at]];
        share.begin == before.end + 1 && share.begin.abs_diff(stop) > 1 && says_what_follows(&before)
    }

    /// Whether it ends with a share.
    pub fn has_share(&self) -> bool {
        self.cells().last().is_some_and(|cell| CellKind::of(&joined(cell)) == CellKind::Share)
    }

    /// Whether a cell of another line stands at the columns of one of its own.
    pub fn is_beside(&self, other: &Self) -> bool {
        let spans = |line: &Self| -> Vec<[u32; 2]> {
            line.cells().filter_map(|cell| Some([cell.first()?.begin, cell.last()?.end])).collect()
        };
        let others = spans(other);
        spans(self).iter().any(|own| others.iter().any(|other| own[0] < other[1] && other[0] < own[1]))
    }

    /// The words of each cell.
    pub fn cells(&self) -> impl Iterator<Item = &[Word<'t>]> {
        self.words.chunk_by(|_, next| !next.begins)
    }
}

fn length(text: &str) -> u32 {
    u32::try_from(text.chars().count()).unwrap_or(u32::MAX)
}

/// Where among words a role begins.
pub fn role_at(words: &[Word<'_>]) -> Option<usize> {
    (0..words.len()).find(|&at| {
        let first = words[at].text.to_lowercase();
        let is_short = words.get(at + 1).is_none_or(|next| next.begins) && is_role_in_short(&first);
        (may_begin_role(&first) && (!is_article(&first) || words[at].begins)) || (is_short && words[at].begins)
    })
}

/// Whether a word is one of which roles consist.
pub fn is_of_role(word: &Word<'_>) -> bool {
    let lower = word.text.to_lowercase();
    may_begin_role(&lower) || may_continue_role(&lower)
}

/// Whether a word may say something of the figure behind it, which then is no share for itself: `circa 20 %`, `part-time 50 %`.
pub fn says_what_follows(word: &Word<'_>) -> bool {
    !word.text.starts_with(char::is_uppercase) && !is_of_role(word)
}

/// The cells of a line as they stand on their page.
pub fn pieces(line: &Written<'_>) -> Vec<Piece> {
    let piece = |text: &str, span: [u32; 2]| {
        let mut styled = Styled::default();
        styled.push(text, false, false);
        Piece { text: styled, x: span.map(|column| f64::from(column) * WIDTH), letters: Vec::new() }
    };
    if let Some(heading) = &line.heading {
        return heading.iter().map(|cell| piece(&cell.text, cell.span)).collect();
    }
    let of = |(at, words): (usize, &[Word<'_>])| {
        let [begin, end] = words.first().zip(words.last()).map_or([0, 0], |(first, last)| [first.begin, last.end]);
        let [begin, end] = match (line.stops.get(at), line.stops.get(at + 1)) {
            (Some(stop), Some(next)) => [*stop, (stop + end - begin).min(next - 1)],
            (Some(stop), None) => [*stop, stop + end - begin],
            (None, _) => [begin, end],
        };
        piece(&joined(words), [begin, end])
    };
    line.cells().enumerate().map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(line: &str) -> Vec<String> {
        Written::of(line, 1).expect("words").cells().map(joined).collect()
    }

    #[test]
    fn between_cells_is_more_than_one_space_and_a_share_is_one() {
        assert_eq!(cells("  Rossi Ada   Dipendente a tempo 7,5 %"), ["Rossi Ada", "Dipendente a tempo", "7,5 %"]);
        assert_eq!(cells("Rossi Ada Dirigente 100%"), ["Rossi Ada Dirigente", "100%"]);
        assert_eq!(cells("Rossi Ada   3   %"), ["Rossi Ada", "3 %"]);
        assert!(Written::of("  \u{a0} ", 1).is_none());
    }

    #[test]
    fn words_stand_at_columns_of_letters_not_of_bytes() {
        let words = Written::of("Città  Rò", 7).expect("words").words;
        assert_eq!(words.iter().map(|word| [word.begin, word.end]).collect::<Vec<_>>(), [[0, 5], [7, 9]]);
    }

    #[test]
    fn cells_are_as_wide_as_their_letters() {
        let pieces = pieces(&Written::of("Rossi Ada   3 %", 1).expect("words"));
        assert_eq!(
            pieces.iter().map(|piece| piece.x).collect::<Vec<_>>(),
            [[0.0, 9.0 * WIDTH], [12.0 * WIDTH, 15.0 * WIDTH]]
        );
    }
}
