//! The figures with a percent sign of a document: each stands in a row of commitments, or elsewhere, or has to be told.

use std::borrow::Cow;

use super::cells::{adds_up, bears_given_name, looks_like_person, role_of};
use super::figure::read_figure;
use crate::model::{Percent, Percentages, Role, UnaccountedShare};
use crate::source::{Block, Cell, Document, Place};
use crate::vocabulary::{CellKind, Side, Vocabulary, is_indicator_code, speaks_of};

/// The figures with a percent sign in a text: as many signs as stand behind a digit.
pub fn count(text: &str) -> usize {
    let bytes = text.as_bytes();
    // Most stand right behind their figure, or behind a blank.
    let behind = |at: usize, by: usize| at.checked_sub(by).map_or(b' ', |at| bytes[at]);
    let stands_behind =
        |at: usize| behind(at, 1).is_ascii_digit() || (behind(at, 1) == b' ' && behind(at, 2).is_ascii_digit());
    let is_figure = |at: &usize| {
        stands_behind(*at)
            || text[..*at].trim_end_matches([' ', '\u{a0}', '\u{202f}']).ends_with(|c: char| c.is_ascii_digit())
    };
    // Most rows that have a sign end with the only one.
    let Some(first) = memchr::memchr(b'%', bytes) else { return 0 };
    let others = || memchr::memchr_iter(b'%', &bytes[first + 1..]).map(|at| first + 1 + at);
    let is_only = first + 1 == bytes.len();
    usize::from(is_figure(&first)) + if is_only { 0 } else { others().filter(is_figure).count() }
}

/// The percent signs of a text that is read from its beginning to its end: most stretches of it have none.
#[derive(Debug)]
struct Signs<'t> {
    text: &'t [u8],
    /// Where the last stretch that was asked for begins, and where the first sign stands from there on.
    from: usize,
    next: usize,
}

impl<'t> Signs<'t> {
    fn of(text: &'t str) -> Self {
        Self { text: text.as_bytes(), from: 0, next: 0 }
    }

    /// Whether a stretch has any.
    fn any_in(&mut self, stretch: Place<'_>) -> bool {
        let start = stretch.offset();
        if start < self.from || start > self.next || self.next == 0 {
            let rest = self.text.get(start..).unwrap_or_default();
            self.next = memchr::memchr(b'%', rest).map_or(self.text.len(), |at| start + at);
        }
        self.from = start;
        self.next < start + stretch.raw().len()
    }
}

/// The figures outside rows of commitments that stand beside a name or a role.
#[derive(Debug)]
pub struct Ledger<'t> {
    /// Those that stand beside a name or a role.
    pub unaccounted: Vec<UnaccountedShare<'t>>,
    signs: Signs<'t>,
    /// The first row of the table that is being passed over, if it may be a header.
    header: Option<Place<'t>>,
    /// Whether the header that was asked last, by where it stands, speaks of percent.
    asked: Option<(usize, bool)>,
    /// The last lines of text, and where among them the next is kept.
    lines: [Option<Place<'t>>; 3],
    next_line: usize,
}

impl<'t> Ledger<'t> {
    /// Of a document of which nothing was read so far.
    pub fn of(document: &'t Document) -> Self {
        Self {
            unaccounted: Vec::new(),
            signs: Signs::of(document.text()),
            header: None,
            asked: None,
            lines: [None; 3],
            next_line: 0,
        }
    }

    /// Takes in a row that is none of commitments. `is_known` says that its table is one of another kind, `resembles` that it
    /// looks like a row of the table of commitments above.
    pub fn row(&mut self, row: Block<'t>, (is_known, resembles): (bool, bool), vocabulary: Vocabulary<'_>) {
        if !row.is_glued || self.header.is_none() {
            self.header = Some(row.place);
        }
        if is_known {
            return;
        }
        let figures = if self.signs.any_in(row.place) { count(row.place.raw()) } else { 0 };
        let is_told = if resembles {
            true
        } else if figures > 0 {
            self.is_of_person(row)
        } else {
            self.has_bare_share(row) || names_project_and_person(row, vocabulary)
        };
        if is_told {
            let header = self.header.filter(|header| header.offset() != row.place.offset());
            self.unaccounted.push(UnaccountedShare { place: row.place, header, figures });
        }
    }

    /// What follows stands in another table.
    pub fn end_table(&mut self) {
        self.header = None;
    }

    /// Takes in a line of text.
    pub fn line(&mut self, line: Block<'t>) {
        self.end_table();
        let figures = if self.signs.any_in(line.place) { count(line.place.raw()) } else { 0 };
        if figures > 0 {
            let words = without_tags(line.place.words());
            let header = if CellKind::of(&words) == CellKind::Share { self.person_above() } else { None };
            if header.is_some() || is_person_with_share(&words) {
                self.unaccounted.push(UnaccountedShare { place: line.place, header, figures });
            }
        }
        self.lines[self.next_line] = Some(line.place);
        self.next_line = (self.next_line + 1) % self.lines.len();
    }

    /// The nearest line above that is a name and nothing else: a cell that became a line stands no further from it. It is told once.
    fn person_above(&mut self) -> Option<Place<'t>> {
        let is_name = |place: &Place<'t>| {
            let words = without_tags(place.words());
            words.len() <= 60 && looks_like_person(&words) && bears_given_name(&words)
        };
        // The latest first.
        self.lines.rotate_left(self.next_line);
        self.next_line = 0;
        let at = self.lines.iter().rposition(|line| line.as_ref().is_some_and(is_name))?;
        let found = self.lines[at];
        self.lines[..=at].fill(None);
        found
    }

    /// Whether a row below a header that speaks of percent has a bare figure, and the name of a person.
    fn has_bare_share(&mut self, row: Block<'t>) -> bool {
        let Some(header) = self.header.filter(|header| header.offset() != row.place.offset()) else { return false };
        let known = self.asked.filter(|(at, _)| *at == header.offset());
        let (_, speaks) =
            *self.asked.insert(known.unwrap_or_else(|| (header.offset(), speaks_of(header.raw(), Side::HowMuch))));
        if !speaks {
            return false;
        }
        let words = || row.cells().map(|cell| cell.place.words());
        words().any(|words| read_figure(&words).is_ok())
            && words().any(|words| looks_like_person(&words) && bears_given_name(&words))
    }

    /// Whether a row has a percentage in a cell of its own, and a role, or a name, in another.
    fn is_of_person(&self, row: Block<'t>) -> bool {
        let cells: Vec<Place<'t>> = row.cells().map(|cell| cell.place).filter(|cell| !cell.raw().is_empty()).collect();
        if cells.first().is_some_and(|first| is_indicator_code(first.raw())) {
            return false;
        }
        let has_share = cells.iter().any(|cell| CellKind::of(&cell.words()) == CellKind::Share);
        if cells.iter().any(|cell| adds_up(*cell)) {
            return false;
        }
        // A row with figures is no header.
        let header = self.header.filter(|header| !header.raw().contains(|c: char| c.is_ascii_digit()));
        let speaks_of_people = header.is_some_and(|header| speaks_of(header.raw(), Side::Who));
        let is_person = |cell: &Place<'t>| {
            let words = cell.words();
            role_of(*cell) != Role::Other || looks_like_person(&words) && (speaks_of_people || bears_given_name(&words))
        };
        has_share && cells.iter().any(is_person)
    }
}

/// Whether a row has the code of a project, and besides the name of a person and a bare figure that may be a share.
fn names_project_and_person(row: Block<'_>, vocabulary: Vocabulary<'_>) -> bool {
    let is_code = |cell: Cell<'_>| vocabulary.split_project_code(cell.raw()).is_some_and(|(_, rest)| rest.is_empty());
    vocabulary.may_hold_code(row.place.raw()) && row.cells().any(is_code) && names_person_and_share(row)
}

/// Whether a row has the name of a person, and a bare figure that may be a share, each in a cell of its own.
pub fn names_person_and_share(row: Block<'_>) -> bool {
    let cells = || row.cells().map(|cell| cell.place);
    let is_share = |cell: Place<'_>| {
        let figure = read_figure(&cell.words()).ok();
        figure.is_some_and(|figure| !figure.signed && figure.percent <= Percent::HUNDRED)
    };
    let is_person = |cell: Place<'_>| {
        let words = cell.words();
        looks_like_person(&words) && bears_given_name(&words)
    };
    cells().any(is_share) && cells().any(is_person)
}

/// A line without the tags of a page that somebody has put into a text.
fn without_tags(words: Cow<'_, str>) -> Cow<'_, str> {
    if !words.starts_with('<') {
        return words;
    }
    let mut plain = String::new();
    for part in words.split('<') {
        plain += part.split_once('>').map_or(part, |(_, text)| text);
    }
    Cow::Owned(plain.trim().to_owned())
}

/// Whether a line begins with a name of two words or more and ends with a percentage.
fn is_person_with_share(words: &str) -> bool {
    const LONGEST: usize = 100;
    if words.len() > LONGEST || !words.ends_with('%') {
        return false;
    }
    let is_name =
        |word: &&str| word.starts_with(char::is_uppercase) && word.chars().all(|c| c.is_alphabetic() || c == '\'');
    let name: Vec<&str> = words.split([' ', ',', ':']).take_while(is_name).collect();
    (2..=5).contains(&name.len()) && bears_given_name(&name.join(" "))
}

/// The account of a document with a text: rows that count, rows that do not, and all else.
pub fn account(text: &str, accepted: usize, rejected: usize, ledger: &Ledger<'_>) -> Percentages {
    let unaccounted = ledger.unaccounted.iter().map(|share| share.figures).sum();
    let elsewhere = count(text).saturating_sub(accepted + rejected + unaccounted);
    Percentages { accepted, rejected, elsewhere, unaccounted }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> (usize, Vec<String>) {
        let document = Document::new("d".into(), true, 0, text.to_owned());
        let mut ledger = Ledger::of(&document);
        for block in document.blocks() {
            if block.is_row() { ledger.row(block, (false, false), Vocabulary::default()) } else { ledger.line(block) }
        }
        let all = account(document.text(), 0, 0, &ledger);
        (all.elsewhere, ledger.unaccounted.iter().map(|share| share.place.words().into_owned()).collect())
    }

    #[test]
    fn signs_are_found_in_whatever_order_is_asked_for_them() {
        let document = Document::new("d".into(), true, 0, "%a\nb\n3 %\nc\n%".to_owned());
        let blocks: Vec<_> = document.blocks().map(|block| block.place).collect();
        for order in [[0, 1, 2, 3, 4], [4, 3, 2, 1, 0], [2, 2, 0, 4, 1], [1, 3, 2, 4, 0]] {
            let mut signs = Signs::of(document.text());
            for at in order {
                assert_eq!(signs.any_in(blocks[at]), at % 2 == 0, "{at} of {order:?}");
            }
        }
    }

    #[test]
    fn signs_count_behind_digits() {
        assert_eq!(count("3,00 % e 4% in % del totale, 5\u{a0}%"), 3);
    }

    #[test]
    fn percentages_beside_names_and_roles_are_told() {
        assert_eq!(
            told("Risorsa assegnata\t% tempo\nBianchi Xhesika\t30 %\n"),
            (0, vec!["Bianchi Xhesika 30 %".into()])
        );
        assert_eq!(told("Voce\tQuota\nDirigente\t30 %\n").1.len(), 1);
        assert_eq!(told("Rossi Mario: 20 %\n").1.len(), 1);
        assert_eq!(told("Rossi Mario\n\nDipendente\n\n20 %\n").1, ["20 %"]);
        assert_eq!(told("Voce\tQuota\nAcquisto Arredi\t35,00 %\nM_0411_1_1\tRossi Mario\t5 %\n"), (2, vec![]));
        assert_eq!(
            told("Cod.\tUnità\tPeso\n2024_PD_0411\tRossi Mario\t20\n2024_PD_0412\tRossi Mario\t2024\n").1.len(),
            1
        );
        assert_eq!(told("Ridurre del 30 % i tempi\n"), (1, vec![]));
    }
}
