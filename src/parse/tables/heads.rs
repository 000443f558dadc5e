//! What stands above the columns of a table that has one for each project, or for each person: over one row of headings or two,
//! of which those above may go over several columns.

use foldhash::HashMap;

use crate::model::Meaning;
use crate::source::{Block, Blocks, Place};
use crate::vocabulary::{ColumnHeader, Vocabulary, is_unit, numbers_project, says_projects, without_number};

/// So many rows below the headings tell what stands in the columns.
const SAMPLE: usize = 200;
/// A table with fewer columns has none for each of something.
const LEAST_COLUMNS: usize = 3;
/// One with more is none that anybody reads.
const MOST_COLUMNS: usize = 1024;

/// The headings of a table's columns.
#[derive(Debug, Clone)]
pub struct Heads<'t> {
    /// What stands above each column.
    pub columns: Vec<Head<'t>>,
    /// The rows that they stand in, one or two.
    pub rows: Vec<Block<'t>>,
}

/// What stands above a column.
#[derive(Debug, Clone, Default)]
pub struct Head<'t> {
    /// Its headings, the lowest last.
    pub all: Vec<Heading<'t>>,
}

/// A heading.
#[derive(Debug, Clone, Copy)]
pub struct Heading<'t> {
    /// What it says.
    pub place: Place<'t>,
    /// Whether it stands above several columns.
    pub is_shared: bool,
}

/// A row that may be the first of a table with a column for each of something, and the rows right below it.
#[derive(Debug, Clone)]
pub struct Beginning<'t> {
    rows: Vec<Block<'t>>,
    /// The row right above it, if it may be one of headings: of a title one cell is filled, the first.
    above: Option<Block<'t>>,
}

impl<'t> Beginning<'t> {
    /// The row, and those right below it.
    pub fn of((header, above): (Block<'t>, Option<Block<'t>>), below: &Blocks<'t>) -> Self {
        let is_headings = |row: &Block<'t>| row.cells().skip(1).any(|cell| !cell.is_empty() && !cell.is_covered());
        let glued = below.clone().take_while(|block| block.is_row() && block.is_glued);
        let shown = glued.filter(|row| !row.is_rule() && row.unseen().is_none());
        let above = above.filter(is_headings);
        Self { rows: std::iter::once(header).chain(shown.take(SAMPLE)).collect(), above }
    }

    /// Whether a row may begin such a table, as far as it can be told at a glance: it, or the one below it, has a project's code above
    /// a column, or it has several columns and a header that is known.
    pub fn may_be(header: Block<'t>, below: &Blocks<'t>, vocabulary: Vocabulary<'_>) -> bool {
        let cells = header.cells().count();
        if !(2..=MOST_COLUMNS).contains(&cells) {
            return false;
        }
        let is_known = || header.cells().any(|cell| vocabulary.header(cell.raw()).is_some());
        let second = || below.clone().find(|block| !block.is_rule()).filter(|row| row.is_row() && row.is_glued);
        heads_codes(header, vocabulary)
            || (cells >= LEAST_COLUMNS && is_known())
            || second().is_some_and(|row| heads_codes(row, vocabulary))
    }

    /// The headings of its first row, with those of the row above it, if that may be one of headings.
    pub fn with_above(&self, vocabulary: Vocabulary<'_>) -> Option<Heads<'t>> {
        Some(Heads::of(&[self.above?, *self.rows.first()?], vocabulary))
    }

    /// The headings, if so many rows of them are the first, and the rows below them.
    pub fn parted(&self, depth: usize, vocabulary: Vocabulary<'_>) -> Option<(Heads<'t>, &[Block<'t>])> {
        let (rows, body) = self.rows.split_at_checked(depth)?;
        Some((Heads::of(rows, vocabulary), body))
    }
}

/// Whether a row has the code of a project above a column that is not the first.
pub fn heads_codes(row: Block<'_>, vocabulary: Vocabulary<'_>) -> bool {
    vocabulary.may_hold_code(row.place.raw())
        && row.cells().skip(1).any(|cell| code_of(cell.place, vocabulary).is_some())
}

/// Whether a row ends with a header that is known, and its number: `% impegno.1`, `Impegno 2`, `WP3`. At a glance, such a row is one of data.
pub fn ends_numbered(row: Block<'_>, vocabulary: Vocabulary<'_>) -> bool {
    let end = row.end().trim_end_matches(')');
    let before = end.trim_end_matches(|c: char| c.is_ascii_digit());
    let ends_word = before.ends_with(|c: char| c.is_alphabetic() || " ._(%".contains(c));
    let may_be = before.len() < end.len() && ends_word;
    may_be
        && row.cells().filter(|cell| !cell.is_empty()).last().is_some_and(|cell| {
            let words = cell.place.words();
            let bare = without_number(&words);
            let is_project = || bare.len() < words.len() && !bare.contains(' ') && says_projects(bare);
            !words.starts_with(|c: char| c.is_ascii_digit())
                && (vocabulary.header(bare).is_some() || is_project() || numbers_project(&words))
        })
}

/// The code of a project in a heading, and the title beside it.
pub fn code_of<'t>(heading: Place<'t>, vocabulary: Vocabulary<'_>) -> Option<(Place<'t>, Option<Place<'t>>)> {
    let raw = heading.raw();
    if !vocabulary.may_hold_code(raw) {
        return None;
    }
    let trim = |text: &'t str| text.trim_matches([' ', '\u{a0}', '-', '–', '—', ':', '(', ')', '[', ']']);
    let (code, title) = vocabulary
        .split_project_heading(raw)
        .or_else(|| vocabulary.split_code_at_end(raw))
        .map(|(c, t)| (c, trim(t)))?;
    let holds_another =
        || title.split([' ', ',', ';', '/', '+', '&']).any(|word| vocabulary.split_project_code(word).is_some());
    let title_place = (title.contains(char::is_alphabetic) && !is_unit(title)).then(|| heading.at(title));
    (!vocabulary.may_hold_code(title) || !holds_another()).then(|| (heading.at(code), title_place))
}

impl<'t> Heads<'t> {
    fn of(rows: &[Block<'t>], vocabulary: Vocabulary<'_>) -> Self {
        let mut columns: Vec<Head<'t>> = Vec::new();
        for (number, row) in rows.iter().enumerate() {
            let below = rows.get(number + 1).copied();
            let stretches = stretches(*row, below, vocabulary);
            columns.resize(columns.len().max(stretches.len()), Head::default());
            for (head, heading) in columns.iter_mut().zip(stretches) {
                // What covers a row from above says there nothing new.
                let is_new = |heading: &Heading<'t>| {
                    head.all.last().is_none_or(|above| above.place.raw() != heading.place.raw())
                };
                if let Some(heading) = heading.filter(is_new) {
                    head.all.push(heading);
                }
            }
        }
        Self { columns, rows: rows.to_vec() }
    }

    /// The row that stands right above the others.
    pub fn last_row(&self) -> Option<Block<'t>> {
        self.rows.last().copied()
    }

    /// All headings.
    pub fn all(&self) -> impl Iterator<Item = Heading<'t>> {
        self.columns.iter().flat_map(|head| head.all.iter().copied())
    }
}

impl<'t> Head<'t> {
    /// The heading of the column's own: the lowest.
    pub fn own(&self) -> Option<Place<'t>> {
        self.all.last().map(|heading| heading.place)
    }

    /// The headings, the lowest first.
    pub fn upwards(&self) -> impl Iterator<Item = Place<'t>> {
        self.all.iter().rev().map(|heading| heading.place)
    }

    /// What the column is known to be: the lowest heading that says it.
    pub fn known(&self, vocabulary: Vocabulary<'_>) -> Option<ColumnHeader> {
        self.upwards().find_map(|heading| vocabulary.header(heading.raw()))
    }

    /// The code of a project above the column, and its title, which may stand below the code or above it.
    pub fn code(&self, vocabulary: Vocabulary<'_>) -> Option<(Place<'t>, Option<Place<'t>>)> {
        let (at, (code, title)) = self
            .all
            .iter()
            .enumerate()
            .rev()
            .find_map(|(at, heading)| Some((at, code_of(heading.place, vocabulary)?)))?;
        let is_title = |heading: &Heading<'t>| {
            !heading.is_shared && !is_unit(&heading.place.words()) && vocabulary.header(heading.place.raw()).is_none()
        };
        let beside = || self.all.iter().enumerate().find(|(other, heading)| *other != at && is_title(heading));
        Some((code, title.or_else(|| beside().map(|(_, heading)| heading.place))))
    }
}

/// What a row says above each of its columns. Where a form tells no merged cells, a heading goes on over the empty cells beside it
/// below which something stands.
fn stretches<'t>(row: Block<'t>, below: Option<Block<'t>>, vocabulary: Vocabulary<'_>) -> Vec<Option<Heading<'t>>> {
    let cells: Vec<_> = row.cells().collect();
    let under: Vec<_> = below.map(|below| below.cells().map(|cell| cell.place).collect()).unwrap_or_default();
    let tells_merged = cells.iter().any(|cell| cell.span().columns > 1);
    let mut all: Vec<Option<Heading<'t>>> = vec![None; cells.len()];
    let mut open: Option<(usize, Place<'t>)> = None;
    for (at, cell) in cells.iter().enumerate() {
        let place = cell.place;
        if !cell.is_empty() {
            let end = at + cell.span().columns.max(1) as usize;
            open = Some((end, place));
            all[at] = Some(Heading { place, is_shared: end > at + 1 });
            continue;
        }
        let Some((end, over)) = open else { continue };
        let goes_on = at < end || (!tells_merged && goes_over(over, under.get(at).copied(), vocabulary));
        if goes_on {
            all[at] = Some(Heading { place: over, is_shared: true });
            if let Some(first) = all[..at].iter_mut().rev().flatten().find(|own| own.place.offset() == over.offset()) {
                first.is_shared = true;
            }
        } else {
            open = None;
        }
    }
    // What is said of several columns in so many words is said of all of them.
    let mut counts: HashMap<&str, usize> = HashMap::default();
    for own in all.iter().flatten() {
        *counts.entry(own.place.raw()).or_default() += 1;
    }
    for own in all.iter_mut().flatten() {
        own.is_shared |= counts.get(own.place.raw()).is_some_and(|count| *count > 1);
    }
    all
}

/// Whether a heading goes over an empty cell beside it, below which something stands: not one of names or roles; and a code only where
/// a unit stands below.
fn goes_over(heading: Place<'_>, under: Option<Place<'_>>, vocabulary: Vocabulary<'_>) -> bool {
    use Meaning::{Hours, Project, Share, Title};
    let Some(under) = under.filter(|under| !under.raw().is_empty()) else { return false };
    let is_measure = |header: ColumnHeader| matches!(header.meaning, Share | Hours);
    if code_of(heading, vocabulary).is_some() {
        return is_unit(&under.words()) || vocabulary.header(under.raw()).is_some_and(is_measure);
    }
    vocabulary
        .header(heading.raw())
        .is_none_or(|header| is_measure(header) || matches!(header.meaning, Project | Title))
}
